"""Locked files: the password is asked for, used once, and never kept in the clear."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from matching.models import CV, Archive
from matching.pipeline.archives import fail_unpacking, unlock_archive, unpack
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


def test_pages_of_a_file_read_with_a_password_are_not_promised_and_the_page_says_why(locked, owner, client_of):
    give_password(locked, "secret")
    match = read_cv(locked.pk).match_id
    answer = client_of(owner).get(f"/matches/{match}/?tab=pages")
    assert answer.context["no_pages"] == (
        "The file is locked with a password, which is not kept, so its pages cannot be shown. "
        "Read its text instead, or download the original file."
    )
    assert answer.content.decode().count(answer.context["no_pages"]) == 1
    assert (f"/cvs/{locked.pk}/pages/1.webp" in answer.content.decode(), pdfs.CV[0] in answer.content.decode()) == (
        False,
        True,
    )


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


PILE = {"a.txt": zips.CV_TEXT, "b.txt": zips.CV_TEXT + b"Go\n"}


def unpacked(archive: Archive) -> Archive:
    for _ in unpack(archive.pk):
        pass
    archive.refresh_from_db()
    return archive


@pytest.fixture
def locked_zip(job, owner) -> Archive:
    """A ZIP with one open and two locked files that was tried once."""
    data = zips.joined(zips.with_aes(PILE, b"secret"), zips.zip_of({"open.txt": zips.CV_TEXT + b"C\n"}))
    return unpacked(receive(job, SimpleUploadedFile("cvs.zip", data), by=owner))


def test_locked_zip_gives_what_is_open_and_asks_for_the_rest(locked_zip):
    assert (locked_zip.state, locked_zip.reason, locked_zip.unpacked, locked_zip.entries) == (
        "unreadable",
        "password",
        1,
        3,
    )
    assert [cv.original_name for cv in CV.objects.all()] == ["open.txt"]


def test_password_of_a_zip_is_kept_encrypted_until_it_was_unpacked(locked_zip):
    assert unlock_archive(locked_zip, "secret") is True
    locked_zip.refresh_from_db()
    assert (locked_zip.state, "secret" in locked_zip.unlock, unlocked(locked_zip.unlock)) == (
        "waiting",
        False,
        "secret",
    )

    unpacked(locked_zip)
    assert (locked_zip.state, locked_zip.unlock, locked_zip.unpacked, locked_zip.skipped) == ("unpacked", "", 3, [])
    assert (locked_zip.file.name, CV.objects.count()) == ("", 3)


def test_wrong_password_of_a_zip_says_so_and_is_not_kept(locked_zip):
    unlock_archive(locked_zip, "guess")
    unpacked(locked_zip)
    assert (locked_zip.state, locked_zip.reason, locked_zip.unlock) == ("unreadable", "wrong_password", "")
    assert (CV.objects.count(), unlock_archive(locked_zip, "")) == (1, False)
    assert unlock_archive(locked_zip, "secret") is True


def test_password_for_a_zip_that_waits_for_none_changes_nothing(locked_zip):
    Archive.objects.update(reason="damaged")
    locked_zip.refresh_from_db()
    assert unlock_archive(locked_zip, "secret") is False


def test_crash_forgets_the_password_of_a_zip(locked_zip):
    unlock_archive(locked_zip, "secret")
    token = claim(Archive.objects.filter(pk=locked_zip.pk))
    fail_unpacking(locked_zip.pk, token=token, reason="crashed")
    locked_zip.refresh_from_db()
    assert (locked_zip.reason, locked_zip.unlock) == ("crashed", "")


@pytest.mark.parametrize(("who", "status"), [("owner", 302), ("member", 302), ("stranger", 404), ("nobody", 302)])
def test_password_on_the_line_of_a_zip_for_everyone(locked_zip, people, client_of, who, status):
    client = Client() if who == "nobody" else client_of(people[who])
    address = f"/archives/{locked_zip.pk}/password/"
    assert client.post(address, {"password": "secret"}).status_code == status
    locked_zip.refresh_from_db()
    assert (locked_zip.state == "waiting") == (who in ("owner", "member"))


def test_line_of_a_locked_zip_has_the_form_of_a_locked_file(locked_zip, locked, owner, client_of):
    html = client_of(owner).get(f"/jobs/{locked.job_id}/upload/").content.decode()
    for address in (f"/archives/{locked_zip.pk}/password/", f"/cvs/{locked.pk}/password/"):
        assert html.count(f'action="{address}"') == 1
    assert html.count('type="password"') == 2


def test_password_of_a_zip_that_is_too_long_is_not_used(locked_zip, owner, client_of):
    client = client_of(owner)
    answer = client.post(f"/archives/{locked_zip.pk}/password/", {"password": "x" * 201}, follow=True)
    assert [str(message) for message in answer.context["messages"]] == [
        "A password has at most 200 characters here: this one was not used."
    ]
    locked_zip.refresh_from_db()
    assert locked_zip.state == "unreadable"
