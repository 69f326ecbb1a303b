"""Files that wait for a program: read by themselves once it is there, and once for each change."""

import os
import shutil
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from matching.models import CV
from matching.pipeline.intake import receive
from matching.pipeline.read import read_cv
from matching.pipeline.waiting import retry_waiting
from matching.reading import ocr_languages
from matching.reading.pool import OWN
from tests.reading import pdfs
from tests.views.conftest import make_cv  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db
TESSERACT = shutil.which("tesseract")
PACKS = sorted(Path("/usr/share").glob("tesseract-ocr/*/tessdata/eng.traineddata"))
needs_tesseract = pytest.mark.skipif(TESSERACT is None, reason="needs the tesseract program")


@pytest.fixture
def programs(tmp_path, monkeypatch) -> Path:
    """The only folder in which this process and its readers look for programs; nothing is in it yet."""
    folder = tmp_path / "programs"
    folder.mkdir()
    OWN.close()
    monkeypatch.setenv("PATH", str(folder))
    yield folder
    OWN.close()


@needs_tesseract
def test_scan_is_read_once_tesseract_is_there(job, owner, programs):
    cv = receive(job, SimpleUploadedFile("scan.pdf", pdfs.pdf(pdfs.scan)), by=owner)
    read_cv(cv.pk)
    cv.refresh_from_db()
    assert (cv.state, cv.reason, retry_waiting()) == ("unreadable", "needs_ocr", [])

    (programs / "tesseract").symlink_to(TESSERACT)
    assert retry_waiting() == [cv.pk]
    cv.refresh_from_db()
    assert (cv.state, cv.reason, cv.dispatched_at is not None) == ("waiting", "", True)
    # The reader that said no a moment ago finds it too.
    assert read_cv(cv.pk).match_id is not None
    assert retry_waiting() == []


@needs_tesseract
@pytest.mark.skipif(not PACKS, reason="needs Tesseract's packs where Debian keeps them")
def test_scan_is_tried_again_once_a_language_is_there(job, programs, make_cv, tmp_path, monkeypatch):  # noqa: F811
    packs = tmp_path / "tessdata"
    packs.mkdir()
    (packs / "eng.traineddata").symlink_to(PACKS[0])
    monkeypatch.setenv("TESSDATA_PREFIX", str(packs))
    (programs / "tesseract").symlink_to(TESSERACT)
    assert (ocr_languages(), retry_waiting()) == ({"eng"}, [])
    cv = make_cv(job, state="unreadable", reason="needs_ocr", detail="no language pack for Cyrillic")
    make_cv(job, state="unreadable", reason="damaged")
    assert retry_waiting() == []

    (packs / "xyz.traineddata").symlink_to(PACKS[0])
    assert (retry_waiting(), ocr_languages(), retry_waiting()) == ([cv.pk], {"eng", "xyz"}, [])


def test_old_word_file_is_tried_again_once_libreoffice_is_there(job, programs, make_cv):  # noqa: F811
    cv = make_cv(job, state="unreadable", reason="needs_converter")
    scan = make_cv(job, state="unreadable", reason="needs_ocr")
    assert retry_waiting() == []
    (programs / "soffice").write_text("")
    os.chmod(programs / "soffice", 0o700)
    assert (retry_waiting(), retry_waiting()) == ([cv.pk], [])
    assert CV.objects.get(pk=scan.pk).state == "unreadable"


def test_program_that_goes_makes_nobody_try(job, programs, make_cv):  # noqa: F811
    (programs / "soffice").write_text("")
    os.chmod(programs / "soffice", 0o700)
    assert retry_waiting() == []
    make_cv(job, state="unreadable", reason="needs_converter")
    (programs / "soffice").unlink()
    assert retry_waiting() == []
