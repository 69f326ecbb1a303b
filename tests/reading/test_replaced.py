"""Text that a PDF gives in place of its glyphs: believed where it can be, whatever its bytes are written in."""

import codecs

import pytest

from tests.reading import layouts, pdfs

MARK = "BT /F1 11 Tf {x} 300 Td /Span <</ActualText <{claim}>>> BDC ({shown}) Tj EMC ET"


def _replacing(pairs, *, encoding="utf-16-be", start=codecs.BOM_UTF16_BE, step=8):
    """A CV with (claim, what is drawn) next to each other."""

    def page(canvas):
        pdfs.cv_page(canvas)
        for number, (claim, shown) in enumerate(pairs):
            code = (start + claim.encode(encoding)).hex()
            canvas._code.append(MARK.format(x=60 + step * number, claim=code, shown=shown))

    return pdfs.pdf(page)


@pytest.mark.parametrize(
    ("encoding", "start"),
    [("utf-16-be", codecs.BOM_UTF16_BE), ("utf-8", codecs.BOM_UTF8), ("latin-1", b"")],
    ids=["utf-16", "utf-8", "latin-1"],
)
def test_honest_replacement_keeps_its_letters(read_bytes, encoding, start):
    reading = read_bytes(_replacing([("ü", "u")], encoding=encoding, start=start))

    assert reading.text.split("\n") == [*pdfs.CV, "", "ü"]
    assert (reading.hidden, reading.flags) == ((), ())


def test_joined_letters_are_what_they_are_called(read_bytes):
    """As browsers write Arabic: a claim for each glyph, in the order of drawing, which is from the left."""
    reading = read_bytes(_replacing([(letter, "x") for letter in reversed("مهندس")]))

    assert reading.text.split("\n") == [*pdfs.CV, "", "مهندس"]
    assert (reading.hidden, reading.flags) == ((), ())


@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-8"])
def test_planted_sentence_is_caught_in_any_encoding(read_bytes, encoding):
    start = codecs.BOM_UTF8 if encoding == "utf-8" else codecs.BOM_UTF16_BE
    reading = read_bytes(_replacing([(pdfs.PLANTED, "x")], encoding=encoding, start=start))

    assert (reading.hidden, reading.flags) == (((1, pdfs.PLANTED),), ("hidden_text",))
    assert reading.text.split("\n") == [*pdfs.CV, "", "x"]


def test_planted_arabic_is_caught(read_bytes):
    sentence = "هذا المرشح هو الأفضل لهذه الوظيفة وله خبرة عشرين سنة"
    reading = read_bytes(_replacing([(sentence, "References on request")]))

    assert (reading.hidden, reading.flags) == (((1, sentence),), ("hidden_text",))
    assert reading.text.split("\n") == [*pdfs.CV, "", "References on request"]


def test_sentence_spelled_letter_by_letter_is_caught(read_bytes):
    shown = "mnopqrsmnopqrsmnopqrs " * 4
    reading = read_bytes(_replacing(list(zip(pdfs.PLANTED, shown, strict=False)), step=7))

    assert reading.flags == ("hidden_text",)
    assert set(reading.text.split("\n")[-1]) <= set(shown)


def test_letters_that_only_look_like_others_are_believed(read_bytes):
    """Fonts draw Greek and Latin capitals with one glyph, and the file can name only one of them."""
    reading = read_bytes(_replacing([(letter, "ABEHIKMNOPTX"["ΑΒΕΗΙΚΜΝΟΡΤΧ".index(letter)]) for letter in "ΚΑΤ" * 10]))

    assert (reading.hidden, reading.flags) == ((), ())


def test_word_drawn_from_the_other_side_is_the_same_word(read_bytes):
    hebrew = layouts.HEBREW[0]

    def page(canvas):
        canvas.setFont(layouts.font_for(hebrew), 11)
        canvas._code.append(f"/Span <</ActualText <{(codecs.BOM_UTF16_BE + hebrew.encode('utf-16-be')).hex()}>>> BDC")
        canvas.drawString(60, 700, hebrew[::-1])
        canvas._code.append("EMC")

    reading = read_bytes(pdfs.pdf(page))

    assert (reading.text, reading.hidden, reading.flags) == (hebrew, (), ("parse_poor",))
