"""Locked files: the password is asked for, used once, and never kept in the clear."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from matching.models import CV
from matching.pipeline.intake import give_password, receive, retry_reading
from matching.pipeline.locks import lock, unlocked
from matching.pipeline.read import read_cv
from tests.reading import pdfs

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def locked(job, owner) -> CV:
    """A locked PDF that was tried once."""
    cv = receive(job, SimpleUploadedFile("cv.pdf", pdfs.locked(user="secret")), by=owner)
    read_cv(cv.pk)
    cv.refresh_from_db()
    return cv


def test_read_of_a_locked_file_asks_for_its_password(locked):
    assert (locked.state, locked.reason) == ("unreadable", "password")


def test_password_is_kept_encrypted_until_the_file_was_read(locked):
    assert give_password(locked, "secret") is True
    locked.refresh_from_db()
    assert (locked.state, "secret" in locked.unlock, unlocked(locked.unlock)) == ("waiting", False, "secret")

    assert read_cv(locked.pk).match_id is not None
    locked.refresh_from_db()
    assert (locked.state, locked.unlock, locked.text.split("\n")) == ("read", "", list(pdfs.CV))


def test_wrong_password_says_so_and_another_one_may_be_given(locked):
    give_password(locked, "guess")
    read_cv(locked.pk)
    locked.refresh_from_db()
    assert (locked.state, locked.reason, locked.unlock) == ("unreadable", "wrong_password", "")

    assert give_password(locked, "secret") is True
    assert read_cv(locked.pk).match_id is not None


def test_password_for_a_file_that_waits_for_none_changes_nothing(locked):
    assert give_password(locked, "") is False
    CV.objects.update(reason="damaged")
    assert give_password(locked, "secret") is False
    retry_reading(locked)
    assert give_password(locked, "secret") is False


def test_lock_with_another_key_opens_nothing(settings):
    token = lock("s\u00e9cret")
    assert (unlocked(token), unlocked(""), unlocked("nonsense")) == ("s\u00e9cret", "", "")
    settings.SECRET_KEY = "another"
    assert unlocked(token) == ""
