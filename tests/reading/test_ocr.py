"""Scans: read when Tesseract is there, kept with a reason when it is not."""

import io
import shutil

import pytest

from matching.reading import ReaderPool, read
from tests.reading import pdfs

needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="needs the tesseract program")


@pytest.fixture
def read_here(tmp_path):
    """Bytes through a pool of this test's own, so that its children see the PATH of now."""
    pool = ReaderPool(size=1)

    def run(data: bytes):
        path = tmp_path / "scan"
        path.write_bytes(data)
        return read(path, name="scan", pool=pool)

    yield run
    pool.close()


def photo(kind: str) -> bytes:
    stream = io.BytesIO()
    pdfs.picture_of(pdfs.CV)._image.convert("RGB").save(stream, kind)
    return stream.getvalue()


def words(text: str) -> set[str]:
    return {word.strip(",.-") for word in text.split() if len(word) > 4}


def test_scan_without_tesseract(read_here, no_tesseract):
    reading = read_here(pdfs.pdf(pdfs.scan))

    assert (reading.reason, reading.detail) == ("needs_ocr", "1 of 1 pages")


def test_photo_without_tesseract(read_here, no_tesseract):
    assert read_here(photo("PNG")).reason == "needs_ocr"


def test_scanned_page_among_text_without_tesseract(read_here, no_tesseract):
    reading = read_here(pdfs.pdf(pdfs.cv_page, pdfs.scan))

    assert reading.text.split("\n") == list(pdfs.CV)
    assert reading.flags == ("unread_pages",)


@needs_tesseract
def test_scan_is_recognised(read_here):
    reading = read_here(pdfs.pdf(pdfs.scan))

    assert reading.extractor == "tesseract"
    assert len(words(reading.text) & words("\n".join(pdfs.CV))) > 0.8 * len(words("\n".join(pdfs.CV)))


@needs_tesseract
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP"])
def test_photo_is_recognised(read_here, kind):
    reading = read_here(photo(kind))

    assert len(words(reading.text) & words("\n".join(pdfs.CV))) > 0.8 * len(words("\n".join(pdfs.CV)))


@needs_tesseract
def test_scanned_page_among_text_is_recognised(read_here):
    reading = read_here(pdfs.pdf(pdfs.cv_page, pdfs.scan))

    assert reading.extractor == "pdfium+tesseract"
    assert reading.text.count("Northwind") == 2
