"""The one door: every kind of file has an outcome with a true reason."""

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matching.reading import Limits, ReaderPool, read
from matching.reading.kinds import EMAIL
from matching.schemas import UNREADABLE
from tests.reading import docxs, pdfs, zips

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def zip_of(name: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, b"words")
    return stream.getvalue()


def test_read_pdf(read_bytes):
    reading = read_bytes(pdfs.pdf(pdfs.cv_page))

    assert (reading.ok, reading.reason, reading.media_type, reading.pages) == (True, "", "application/pdf", 1)
    assert reading.text.split("\n") == list(pdfs.CV)
    assert reading.extractor == "pdfium"
    assert reading.seconds > 0


def test_read_docx(read_bytes):
    reading = read_bytes(docxs.word(docxs.cv))

    assert reading.ok
    assert reading.extractor == "docx"


@pytest.mark.parametrize(
    ("data", "reason", "detail"),
    [
        (b"", "empty", ""),
        (b" \n\t ", "no_text", "no letters in it"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password", "an encrypted Office document"),
        (OLE, "unsupported", "an old Office file"),
        (OLE + "__substg1.0_0037001F".encode("utf-16-le"), "unsupported", EMAIL),
        (zip_of("notes.txt"), "unsupported", "a ZIP archive"),
        (zip_of("Index/Document.iwa"), "unsupported", "a Pages, Numbers or Keynote file"),
        (b"Subject: My CV\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x", "unsupported", EMAIL),
        (b"\0\0\0\x20ftypisom\0\0\2\0", "unsupported", "a video or a sound file"),
        (b"PK\x03\x04 and then nothing", "damaged", "its packing is broken"),
        (b"\x7fELF\x02\x01\x01\0\0\0", "unsupported", "a program"),
        (b"\x00\x00\x00\x18ftypheic\0\0\0\0", "damaged", "the picture cannot be opened"),
        (b"%PDF-1.7\nbut nothing else", "damaged", "no reader could open it"),
        (bytes(range(256)) * 20, "unsupported", "its bytes are not text"),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{len(value)} bytes",  # a ZIP holds the time of its making
)
def test_read_refused(read_bytes, data, reason, detail):
    reading = read_bytes(data)

    assert (reading.ok, reading.reason, reading.detail, reading.text) == (False, reason, detail, "")


@pytest.mark.parametrize(("folder", "detail"), [("xl", "an Excel workbook"), ("ppt", "a PowerPoint presentation")])
def test_read_other_office_file_is_called_what_it_is(read_bytes, folder, detail):
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relation = f'<Relationship Id="r1" Type="{kind}" Target="{folder}/main.xml"/>'
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {"_rels/.rels": f'<Relationships xmlns="{space}">{relation}</Relationships>'.encode()}
    reading = read_bytes(zips.zip_of({"[Content_Types].xml": b"<Types/>", f"{folder}/main.xml": b"<w/>"} | parts))

    assert (reading.reason, reading.detail) == ("unsupported", detail)


def test_read_name_says_pdf_content_is_text(read_bytes):
    reading = read_bytes(b"Jane Example\nPython", name="cv.pdf")

    assert (reading.media_type, reading.text) == ("text/plain", "Jane Example\nPython")


def test_read_missing_file(tmp_path, pool):
    assert read(tmp_path / "gone.pdf", name="gone.pdf", pool=pool).reason == "not_found"


def test_read_folder(tmp_path, pool):
    assert read(tmp_path, name="folder", pool=pool).reason == "not_found"


def test_read_over_size_limit(read_bytes):
    reading = read_bytes(b"x" * 2000, limits=Limits(max_bytes=1000))

    assert reading.reason == "too_large"


def test_read_over_page_limit(read_bytes):
    reading = read_bytes(pdfs.pdf(*[pdfs.cv_page] * 4), limits=Limits(max_pages=3))

    assert (reading.reason, reading.detail) == ("too_many_pages", "4 pages, at most 3")


def test_read_text_over_limit_is_cut_and_flagged(read_bytes):
    reading = read_bytes(b"word " * 1000, limits=Limits(max_text_chars=500))

    assert len(reading.text) <= 500
    assert reading.flags == ("over_length",)


def test_read_locked_pdf(read_bytes):
    assert read_bytes(pdfs.locked(user="secret")).reason == "password"


def test_read_pdf_with_empty_password(read_bytes):
    assert read_bytes(pdfs.locked(user="")).text.split("\n") == list(pdfs.CV)


def test_read_every_reason_has_a_sentence(read_bytes):
    reading = read_bytes(OLE)

    assert reading.sentence == UNREADABLE["unsupported"].format(detail="an old Office file")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=3000))
def test_read_any_bytes_have_an_outcome(read_bytes, data):
    reading = read_bytes(data)

    assert reading.ok == (reading.reason == "")
    assert reading.ok == bool(reading.text)
    assert reading.ok or reading.reason in UNREADABLE


SEEDS = {
    "pdf": pdfs.pdf(pdfs.cv_page, pdfs.form),
    "plain pdf": pdfs.pdf(pdfs.cv_page, pageCompression=0),
    "docx": docxs.word(docxs.cv),
}


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    seed=st.sampled_from(sorted(SEEDS)),
    changes=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=6)), max_size=12),
    keep=st.floats(0.05, 1),
)
def test_read_damaged_documents_have_an_outcome(read_bytes, seed, changes, keep):
    data = bytearray(SEEDS[seed])
    for place, change in changes:
        at = int(place * len(data))
        data[at : at + len(change)] = change
    reading = read_bytes(bytes(data[: max(1, int(keep * len(data)))]))

    assert reading.ok == bool(reading.text)
    assert reading.ok or reading.reason in UNREADABLE


def test_read_with_own_pool_by_default(tmp_path):
    path = tmp_path / "cv.txt"
    path.write_text("Jane Example")

    assert read(path, name="cv.txt").text == "Jane Example"


def test_pool_is_lazy():
    assert ReaderPool().processes() == []
