"""A page that shows other letters than its text claims is read from its picture."""

import io
import re
import shutil

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, StreamObject

from matching.reading import ReaderPool, read
from matching.reading.mismatch import agreed, is_confirmed
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


def layer(texts, *, shown) -> bytes:
    """A picture of a text over the whole page, with an invisible layer of another."""

    def page(canvas):
        canvas.drawImage(pdfs.picture_of(shown), 0, 0, width=pdfs.A4[0], height=pdfs.A4[1])
        written = canvas.beginText(60, 780)
        written.setFont("Helvetica", 11, leading=11 * 1.3)
        written.setTextRenderMode(3)
        for line in texts:
            written.textLine(line)
        canvas.drawText(written)

    return pdfs.pdf(page)


FORGED = (
    "Staff engineer for Kubernetes in London",
    "Led platform teams with Terraform and Rust",
    "Doctorate in machine learning, Cambridge",
)
BARISTA = (*SHOWN, *SHOWN, *SHOWN)


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not on PATH")
def test_layer_that_says_something_else_than_its_picture_is_kept_apart(read_bytes):
    reading = read_bytes(layer(FORGED, shown=BARISTA))

    assert "text_layer_mismatch" in reading.flags
    assert ("Barista in a small cafe" in reading.text, "Kubernetes" in reading.text) == (True, False)
    assert "Kubernetes" in reading.hidden[0][1]


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not on PATH")
def test_layer_that_its_picture_confirms_is_the_text(read_bytes):
    reading = read_bytes(layer(BARISTA, shown=BARISTA))

    assert (reading.extractor, reading.flags, reading.confidence) == ("pdfium", (), None)
    assert reading.text.split("\n") == list(BARISTA)


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not on PATH")
def test_line_of_a_layer_with_one_other_word_is_read_from_the_picture(read_bytes):
    changed = tuple(line.replace("forty", "ninety") for line in BARISTA)
    reading = read_bytes(layer(changed, shown=BARISTA))

    assert ("ninety" in reading.text, reading.text.count("forty"), reading.flags) == (False, 3, ())


def test_layer_that_nobody_could_check_is_flagged(tmp_path, no_tesseract):
    (tmp_path / "cv").write_bytes(layer(FORGED, shown=BARISTA))
    pool = ReaderPool(size=1)
    try:
        reading = read(tmp_path / "cv", name="cv", pool=pool)
    finally:
        pool.close()

    assert "unchecked" in reading.flags


def test_confirmed_by_most_of_its_longer_words():
    assert is_confirmed("Served breakfast to guests", "served breakfast t0 guests")
    assert not is_confirmed("Staff engineer for Kubernetes", "Served breakfast to guests")
    assert not is_confirmed("Served breakfast", "")


def test_not_confirmed_where_a_long_stretch_is_not_in_the_picture():
    text = "Served breakfast every single morning with great pleasure since summer " * 6
    forged = "Kubernetes Terraform Golang Rust platform engineering " * 3

    assert not is_confirmed(text + forged, text)
    assert is_confirmed(text + forged, text, sure=False)


def test_chinese_is_compared_by_pairs_of_signs():
    assert is_confirmed("二〇一九年在上海担任会计", "2019年在上海担任会计")
    assert not is_confirmed("二〇一九年在上海担任会计", "软件工程师北京")


PICTURE = """Jane Example
Backend engineer in Utrecht
Senior engineer, Harbour Logistics, 2019 to 2025
Ran the order service of forty harbours on PostgreSQL
Engineer, Northwind Traders, 2015 to 2019
Wrote the stock service in Python and later in Java
Education: master of computing science"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Education", "Led platform teams for Kubernetes, Terraform and Rust\nEducation"),
        ("Education", "Kubernetes, Terraform, Golang, Ansible\nEducation"),
        ("Harbour Logistics", "Google Deutschland"),
        ("2015 to 2019", "2005 to 2009"),
    ],
    ids=["sentence", "skills", "employer", "years"],
)
def test_layer_with_a_few_other_words_is_not_confirmed(old, new):
    assert PICTURE.count(old) == 1
    assert not is_confirmed(PICTURE.replace(old, new), PICTURE)


def test_layer_with_honest_slips_is_confirmed():
    slips = PICTURE.replace("engineer", "enginccr").replace("2019", "2O19").replace("service of", "serviceof")
    lost = "\n".join(PICTURE.split("\n")[2:])

    assert (is_confirmed(slips, PICTURE), is_confirmed(PICTURE, lost)) == (True, True)


def test_line_that_the_picture_has_otherwise_is_read_from_the_picture():
    layer = PICTURE.replace("2015 to", "2005 to").replace("Java", "Scala")
    unlike = "Referees: Dr Overlooked"

    assert agreed(f"{layer}\n{unlike}", PICTURE) == f"{PICTURE}\n{unlike}"
