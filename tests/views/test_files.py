"""The file of a CV as it came, whole or in part, and its pages as pictures."""

import os
import time

import pytest
from django.core.files.base import ContentFile

from matching.models import CV
from matching.pipeline import preview
from matching.pipeline.preview import count_pages, forget_pages
from matching.pipeline.read import read_cv
from matching.reading import office_program
from matching.reading.pool import DRAWING, PRINTING
from tests.reading import docxs, pdfs
from tests.services import wait_for

CONTENT = b"%PDF-1.7 the bytes"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PEOPLE = [("owner", 200), ("member", 200), ("stranger", 404), ("nobody", 302)]


@pytest.fixture
def stored(job, make_cv) -> CV:
    cv = make_cv(job, name="Zoë “CV”.pdf", media_type="application/pdf")
    cv.file.save("", ContentFile(CONTENT))
    return cv


@pytest.mark.parametrize(("who", "status"), [("owner", 200), ("member", 200), ("stranger", 404), ("nobody", 302)])
def test_file_for_everyone(stored, as_, who, status):
    assert as_(who).get(f"/cvs/{stored.pk}/file").status_code == status


def test_file_is_a_download_that_no_browser_shows(stored, owner, client_of):
    response = client_of(owner).get(f"/cvs/{stored.pk}/file")
    assert b"".join(response.streaming_content) == CONTENT
    assert {name: response[name] for name in ("Content-Type", "X-Content-Type-Options", "Cache-Control")} == {
        "Content-Type": "application/pdf",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Content-Disposition"] == "attachment; filename*=utf-8''Zo%C3%AB%20%E2%80%9CCV%E2%80%9D.pdf"


@pytest.mark.parametrize(
    ("name", "disposition"),
    [
        ('a "quoted".pdf', r'attachment; filename="a \"quoted\".pdf"'),
        ("two\r\nlines.pdf", 'attachment; filename="twolines.pdf"'),
        ("\x00", 'attachment; filename="cv"'),
    ],
)
def test_file_of_an_odd_name_is_sent(stored, owner, client_of, name, disposition):
    CV.objects.filter(pk=stored.pk).update(original_name=name.replace("\x00", "\x01"))
    assert client_of(owner).get(f"/cvs/{stored.pk}/file")["Content-Disposition"] == disposition


def test_file_of_a_duplicate_is_that_of_the_first(stored, job, owner, client_of, make_cv):
    copy = make_cv(job, state=CV.State.DUPLICATE, duplicate_of=stored, name="copy.pdf")
    response = client_of(owner).get(f"/cvs/{copy.pk}/file")
    assert b"".join(response.streaming_content) == CONTENT


def test_file_that_is_gone_is_404(stored, owner, client_of):
    stored.file.storage.delete(stored.file.name)
    assert client_of(owner).get(f"/cvs/{stored.pk}/file").status_code == 404


@pytest.mark.parametrize(
    ("asked", "status", "part", "named"),
    [
        ("bytes=0-3", 206, CONTENT[:4], "bytes 0-3/18"),
        ("bytes=9-", 206, CONTENT[9:], "bytes 9-17/18"),
        ("bytes=-5", 206, CONTENT[-5:], "bytes 13-17/18"),
        ("bytes=4-900", 206, CONTENT[4:], "bytes 4-17/18"),
        ("bytes=-900", 206, CONTENT, "bytes 0-17/18"),
        ("bytes=0-1,4-5", 200, CONTENT, None),
        ("bytes=-", 200, CONTENT, None),
        ("lines=1-2", 200, CONTENT, None),
        ("bytes=5-2", 200, CONTENT, None),
        ("bytes=18-", 416, b"", "bytes */18"),
        ("bytes=-0", 416, b"", "bytes */18"),
    ],
)
def test_part_of_a_file(stored, owner, client_of, asked, status, part, named):
    response = client_of(owner).get(f"/cvs/{stored.pk}/file", headers={"Range": asked})
    sent = b"".join(response.streaming_content) if response.streaming else response.content
    assert (response.status_code, sent, response.get("Content-Range")) == (status, part, named)
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert int(response.get("Content-Length", 0)) == len(part)


@pytest.fixture
def document(job, make_cv):
    """A stored CV of two pages, or of other bytes."""

    def make(data: bytes | None = None, **columns) -> CV:
        cv = make_cv(job, name="Zoë.pdf", media_type="application/pdf", pages=2, **columns)
        cv.file.save("", ContentFile(data or pdfs.pdf(pdfs.cv_page, pdfs.white_on_dark)))
        return cv

    return make


def page_address(cv: CV, number: int = 1) -> str:
    return f"/cvs/{cv.pk}/pages/{number}.webp"


def kept_beside(cv: CV) -> list[str]:
    folder, _, name = cv.file.name.rpartition("/")
    return sorted(found.removeprefix(name) for found in cv.file.storage.listdir(folder)[1] if found != name)


@pytest.mark.parametrize(("who", "status"), PEOPLE)
def test_page_picture_for_everyone(document, as_, who, status):
    assert as_(who).get(page_address(document())).status_code == status


def test_page_picture_is_sealed_and_tells_no_stored_name(document, owner, client_of):
    response = client_of(owner).get(page_address(document()))
    assert b"".join(response.streaming_content)[:4] == b"RIFF"
    names = ("Content-Type", "Content-Disposition", "X-Content-Type-Options", "Cache-Control")
    assert [response[name] for name in names] == [
        "image/webp",
        'inline; filename="page-1.webp"',
        "nosniff",
        "private, max-age=300",
    ]
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_page_is_drawn_once_and_kept_readable_by_the_server_alone(document, owner, client_of):
    cv = document()
    first = client_of(owner).get(page_address(cv)).getvalue()
    kept = cv.file.storage.path(f"{cv.file.name}.p1.webp")
    with open(cv.file.path, "wb") as stored:
        stored.write(b"changed")
    assert client_of(owner).get(page_address(cv)).getvalue() == first
    with open(kept, "rb") as picture:
        assert (picture.read(), oct(os.stat(kept).st_mode & 0o777)) == (first, "0o600")
    assert kept_beside(cv) == [".p1.webp"]


def test_page_waits_only_a_moment_for_its_turn(document, owner, client_of, monkeypatch):
    monkeypatch.setattr(preview, "PATIENCE", 0.05)
    cv = document()
    with DRAWING._places:
        response = client_of(owner).get(page_address(cv))
    assert (response.status_code, response["Retry-After"]) == (503, "3")
    assert response.content == b"This page cannot be drawn right now. Load it again in a moment."
    assert client_of(owner).get(page_address(cv)).status_code == 200


def test_page_of_an_office_file_waits_only_a_moment_while_another_is_printed(document, owner, client_of, monkeypatch):
    monkeypatch.setattr(preview, "PATIENCE", 0.05)
    cv = document(docxs.word(docxs.cv))
    CV.objects.filter(pk=cv.pk).update(media_type=DOCX)
    PRINTING.close()
    with preview._PRINTING:
        assert client_of(owner).get(page_address(cv)).status_code == 503
    assert (kept_beside(cv), PRINTING.processes()) == ([], [])


@pytest.mark.parametrize("code", sorted(preview.NOT_FOR_EVER))
def test_fault_of_a_busy_minute_is_not_kept_for_ever(document, owner, client_of, code):
    cv = document()
    place = cv.file.storage.path(f"{cv.file.name}.p1.fault")
    with open(place, "w") as fault:
        fault.write(code)
    assert client_of(owner).get(page_address(cv)).status_code == 422
    long_ago = time.time() - preview.FAULT_SECONDS - 1
    os.utime(place, (long_ago, long_ago))
    assert client_of(owner).get(page_address(cv)).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_reading_anew_forgets_what_could_not_be_drawn(document, owner, client_of):
    cv = document(b"%PDF-1.7 nothing", state=CV.State.WAITING)
    assert client_of(owner).get(page_address(cv)).status_code == 422
    assert kept_beside(cv) == [".p1.fault"]
    read_cv(cv.pk)
    assert kept_beside(cv) == []


def test_pages_of_a_duplicate_are_those_of_the_first(document, job, owner, client_of, make_cv):
    copy = make_cv(job, state=CV.State.DUPLICATE, duplicate_of=document())
    assert client_of(owner).get(page_address(copy, 2)).status_code == 200


@pytest.mark.parametrize(
    ("data", "number", "status", "sentence", "kept"),
    [
        (None, 3, 404, "The document has no such page.", []),
        (None, 10**30, 404, "The document has no such page.", []),
        (
            b"%PDF-1.7 nothing",
            1,
            422,
            "This page is damaged and cannot be drawn. Read its text instead, or download the original file.",
            [".p1.fault"],
        ),
        (
            pdfs.locked(user="secret"),
            1,
            422,
            "The file is locked with a password, which is not kept, so its pages cannot be shown. "
            "Read its text instead, or download the original file.",
            [".p1.fault"],
        ),
    ],
    ids=["no page", "far too high", "damaged", "locked"],
)
def test_page_that_cannot_be_drawn_says_why_each_time(document, owner, client_of, data, number, status, sentence, kept):
    cv = document(data)
    for _ in range(2):
        response = client_of(owner).get(page_address(cv, number))
        assert (response.status_code, response.content.decode()) == (status, sentence)
        assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert kept_beside(cv) == kept


def test_page_of_a_file_that_is_gone_says_so(document, owner, client_of):
    cv = document()
    cv.file.storage.delete(cv.file.name)
    response = client_of(owner).get(page_address(cv))
    assert (response.status_code, response.content) == (404, b"The file is not stored here.")


def test_pages_are_forgotten_with_their_file(document, owner, client_of):
    cv, other = document(), document()
    for one in (cv, other):
        client_of(owner).get(page_address(one))
    forget_pages(cv)
    assert (kept_beside(cv), kept_beside(other)) == ([], [".p1.webp"])


@pytest.mark.timeout(300)
def test_pages_of_a_word_file_are_printed_once_and_forgotten_with_it(document, owner, client_of, job):
    if office_program() is None:
        pytest.skip("LibreOffice is not on PATH (on Debian: apt-get install libreoffice-writer-nogui)")
    cv = document(docxs.word(docxs.cv))
    CV.objects.filter(pk=cv.pk).update(media_type=DOCX)
    assert count_pages(cv_with_kind := CV.objects.get(pk=cv.pk)) == 0
    wait_for(lambda: client_of(owner).get(page_address(cv)).status_code != 503, what="the printed pages")
    assert client_of(owner).get(page_address(cv)).getvalue()[:4] == b"RIFF"
    assert client_of(owner).get(page_address(cv, 2)).status_code == 404
    assert count_pages(cv_with_kind) == 1
    assert kept_beside(cv) == [".p1.webp", ".paper.pages", ".paper.pdf"]
    forget_pages(cv)
    assert kept_beside(cv) == []


def test_word_file_that_cannot_be_printed_says_why(document, owner, client_of):
    if office_program() is None:
        pytest.skip("LibreOffice is not on PATH (on Debian: apt-get install libreoffice-writer-nogui)")
    cv = document(docxs.zip_bomb(megabytes=60))
    CV.objects.filter(pk=cv.pk).update(media_type=DOCX)
    wait_for(lambda: client_of(owner).get(page_address(cv)).status_code != 503, what="the printed pages")
    for _ in range(2):
        response = client_of(owner).get(page_address(cv))
        assert (response.status_code, response.content.decode().split(":")[0]) == (422, "This page was stopped")
    assert kept_beside(cv) == [".paper.fault"]
