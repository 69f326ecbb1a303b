"""Locked files: the password is asked for, used once, and never kept in the clear."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from matching.models import CV
from matching.pipeline.claims import claim
from matching.pipeline.intake import give_password, receive, retry_reading
from matching.pipeline.locks import lock, unlocked
from matching.pipeline.read import fail_reading, read_cv
from matching.pipeline.reconcile import recover
from tests.reading import pdfs, zips

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


def test_crash_forgets_the_password_and_the_next_try_asks_again(locked):
    give_password(locked, "secret")
    token = claim(CV.objects.filter(pk=locked.pk))
    assert fail_reading(locked.pk, token=token, reason="crashed") is True
    locked.refresh_from_db()
    assert (locked.reason, locked.unlock) == ("crashed", "")

    retry_reading(locked)
    read_cv(locked.pk)
    locked.refresh_from_db()
    assert (locked.state, locked.reason) == ("unreadable", "password")


def test_worker_that_died_too_often_leaves_no_password(locked):
    give_password(locked, "secret")
    CV.objects.update(attempt=2)
    claim(CV.objects.filter(pk=locked.pk))
    CV.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    recover()
    locked.refresh_from_db()
    assert (locked.state, locked.reason, locked.unlock) == ("unreadable", "crashed", "")


def test_lock_that_nothing_opens_asks_for_a_copy(job, owner):
    manifest = b'<manifest xmlns="urn:oasis"><encryption-data/></manifest>'
    kind = b"application/vnd.oasis.opendocument.text"
    data = zips.zip_of({"mimetype": kind, "content.xml": b"\x01\x02", "META-INF/manifest.xml": manifest})
    cv = CV.objects.get(pk=receive(job, SimpleUploadedFile("cv.odt", data), by=owner).pk)
    reasons = []
    for password in ("", "secret"):
        give_password(cv, password)
        read_cv(cv.pk)
        cv.refresh_from_db()
        reasons.append(cv.reason)

    assert (reasons, give_password(cv, "another")) == (["password", "not_unlocked"], False)


def test_lock_with_another_key_opens_nothing(settings):
    token = lock("s\u00e9cret")
    assert (unlocked(token), unlocked(""), unlocked("nonsense")) == ("s\u00e9cret", "", "")
    settings.SECRET_KEY = "another"
    assert unlocked(token) == ""
