"""Old Word files by LibreOffice, and locked Office documents."""

import io
import shutil
import subprocess

import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from matching.reading import Limits, ReaderPool, read
from tests.reading import docxs, pdfs

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
OLD_WORD = OLE + "WordDocument".encode("utf-16-le")
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture(scope="session")
def old_word(tmp_path_factory) -> bytes:
    """A DOC with hidden words, written by LibreOffice."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not on PATH (on Debian: apt-get install libreoffice-writer-nogui)")
    folder = tmp_path_factory.mktemp("office")
    (folder / "cv.docx").write_bytes(docxs.word(docxs.cv, docxs.vanished))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [office, "--headless", profile, "--convert-to", "doc:MS Word 97", "--outdir", folder, folder / "cv.docx"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "cv.doc").read_bytes()


def locked(data: bytes, *, password: str) -> bytes:
    stream = io.BytesIO()
    OOXMLFile(io.BytesIO(data)).encrypt(password, stream)
    return stream.getvalue()


@pytest.mark.timeout(300)
def test_old_word_file_is_read_and_its_hidden_words_are_kept_apart(old_word, read_bytes):
    reading = read_bytes(old_word)

    assert (reading.ok, reading.media_type, reading.extractor) == (True, "application/msword", "libreoffice")
    assert "Senior engineer, Harbour Logistics" in reading.text.splitlines()
    assert reading.hidden == ((1, docxs.PLANTED),)


@pytest.mark.timeout(300)
def test_broken_old_word_file_has_a_reason(old_word, read_bytes):
    reading = read_bytes(OLD_WORD)

    assert (reading.reason, reading.detail) == ("damaged", "LibreOffice cannot open it")


@pytest.mark.timeout(300)
def test_old_word_file_leaves_nothing_on_the_disk(old_word, tmp_path, monkeypatch):
    """A pool of its own, in a temporary folder of its own."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (tmp_path / "cv").write_bytes(old_word)
    pool = ReaderPool(size=1)
    read(tmp_path / "cv", name="cv", pool=pool)
    (folder,) = tmp_path.glob("jobtracker-reader-*")
    kept = [path for path in folder.rglob("*") if path.is_file() and "office-" not in str(path)]
    pool.close()

    assert kept == []
    assert list(tmp_path.iterdir()) == [tmp_path / "cv"]


def test_old_word_file_without_libreoffice_waits_for_it(no_tesseract, tmp_path):
    (tmp_path / "cv").write_bytes(OLD_WORD)
    pool = ReaderPool(size=1)
    reading = read(tmp_path / "cv", name="cv", pool=pool)
    pool.close()

    assert (reading.reason, reading.detail) == ("needs_converter", "an old Word file (.doc)")


@pytest.mark.parametrize(
    ("program", "reason", "detail"),
    [
        (b"\0 no program at all", "no_reader", "LibreOffice did not start"),
        (b"#!/bin/sh\nexit 7\n", "crashed", "LibreOffice ended with 7"),
        (b"#!/bin/sh\nkill -9 $$\n", "crashed", "LibreOffice ended with -9"),
        (b"#!/bin/sh\nexit 0\n", "damaged", "LibreOffice cannot open it"),
    ],
    ids=["does not start", "fails", "is killed", "cannot open it"],
)
def test_fault_of_libreoffice_is_not_the_document_s(tmp_path, monkeypatch, program, reason, detail):
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "soffice").write_bytes(program)
    (tmp_path / "soffice").chmod(0o700)
    (tmp_path / "cv").write_bytes(OLD_WORD)
    pool = ReaderPool(size=1)
    reading = read(tmp_path / "cv", name="cv", pool=pool)
    pool.close()

    assert (reading.reason, reading.detail) == (reason, detail)


@pytest.mark.parametrize(
    ("password", "outcome"),
    [("", "password"), ("guess", "wrong_password"), ("secret", "")],
    ids=["none", "wrong", "right"],
)
def test_locked_word_file(read_bytes, password, outcome):
    reading = read_bytes(locked(docxs.word(docxs.cv), password="secret"), password=password)

    assert (reading.reason, reading.media_type if reading.ok else DOCX) == (outcome, DOCX)


@pytest.mark.parametrize(
    ("password", "outcome"),
    [("", "password"), ("guess", "wrong_password"), ("secret", "")],
    ids=["none", "wrong", "right"],
)
def test_locked_pdf(read_bytes, password, outcome):
    reading = read_bytes(pdfs.locked(user="secret"), password=password)

    assert reading.reason == outcome
    assert reading.text.split("\n") == (list(pdfs.CV) if reading.ok else [""])


def test_password_for_a_file_without_a_lock_changes_nothing(read_bytes):
    for data in (pdfs.pdf(pdfs.cv_page), docxs.word(docxs.cv), b"Jane Example"):
        assert read_bytes(data, password="secret").text == read_bytes(data).text


def test_lock_that_is_broken_has_a_reason(read_bytes):
    data = locked(docxs.word(docxs.cv), password="secret")

    assert read_bytes(data[:2000], password="secret").reason == "damaged"


def test_limits_are_those_of_one_document(read_bytes):
    assert read_bytes(docxs.word(docxs.cv), limits=Limits(max_entries=3)).reason == "bomb"


def test_document_that_asks_for_more_time_gets_no_more_than_the_most(tmp_path, monkeypatch):
    limits = Limits(max_seconds=3.0)
    monkeypatch.setattr("matching.reading.pool.MOST_MORE_SECONDS", -limits.max_ocr_seconds)
    (tmp_path / "soffice").write_text("#!/bin/sh\nexec /bin/sleep 30\n")
    (tmp_path / "soffice").chmod(0o700)
    (tmp_path / "cv").write_bytes(OLD_WORD)
    monkeypatch.setenv("PATH", str(tmp_path))
    pool = ReaderPool(size=1)
    reading = read(tmp_path / "cv", name="cv", limits=limits, pool=pool)
    pool.close()

    assert reading.reason == "too_slow"
