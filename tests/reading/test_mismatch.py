"""A page that shows other letters than its text claims is read from its picture."""

import io
import re
import shutil

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, StreamObject

from matching.reading.mismatch import is_confirmed
from tests.reading import pdfs

SHOWN = (
    "Barista in a small cafe in the old town for three long summers",
    "Served breakfast and coffee to forty guests every single morning",
    "Ordered bread and fruit and kept the kitchen clean and friendly",
)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SWAPPED = "qwertyuiopasdfghjklzxcvbnm"


def misnamed() -> bytes:
    """A page whose font says that each small letter is another one."""
    data = pdfs.pdf(lambda canvas: pdfs.lines(canvas, SHOWN, font="Vera", size=14))
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    for font in writer.pages[0]["/Resources"]["/Font"].values():
        font = font.get_object()
        if "/ToUnicode" in font:
            names = font["/ToUnicode"].get_object().get_data().decode("latin-1")
            changed = StreamObject()
            changed.set_data(re.sub(r"00(6[1-9A-F]|7[0-9A])>", _other, names).encode("latin-1"))
            font[NameObject("/ToUnicode")] = writer._add_object(changed)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _other(found: re.Match) -> str:
    letter = chr(int(found.group(1), 16))
    return f"00{ord(SWAPPED[LETTERS.index(letter)]):02X}>"


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not on PATH")
def test_letters_that_draw_others_are_read_from_the_picture(read_bytes):
    reading = read_bytes(misnamed())

    assert "text_layer_mismatch" in reading.flags
    assert "Barista in a small cafe" in reading.text
    assert len(reading.hidden) == 1


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not on PATH")
def test_honest_letters_are_not_recognised_at_all(read_bytes):
    reading = read_bytes(pdfs.pdf(lambda canvas: pdfs.lines(canvas, SHOWN, font="Vera", size=14)))

    assert (reading.extractor, reading.flags, reading.text.split("\n")) == ("pdfium", (), list(SHOWN))


def test_confirmed_by_most_of_its_longer_words():
    assert is_confirmed("Served breakfast to guests", "served breakfast t0 guests")
    assert not is_confirmed("Staff engineer for Kubernetes", "Served breakfast to guests")
    assert is_confirmed("Served breakfast", "")
