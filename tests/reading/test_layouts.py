"""Scripts, orders of drawing and small print of many generators: the text comes out as a person reads it."""

import pytest

from tests.reading import layouts, pdfs

pytestmark = pytest.mark.skipif(
    not (layouts.WIDE.exists() and layouts.CHINESE.exists()), reason="needs the fonts DejaVu and WenQuanYi"
)


@pytest.mark.parametrize("script", sorted(layouts.SCRIPTS))
def test_script_is_read_line_by_line(read_bytes, script):
    reading = read_bytes(pdfs.pdf(layouts.script_page(script)))

    assert reading.text.split("\n") == list(layouts.SCRIPTS[script])
    assert (reading.extractor, reading.hidden) == ("pdfium", ())


@pytest.mark.parametrize("page", [layouts.hebrew_by_place, layouts.hebrew_letter_by_letter])
def test_hebrew_is_in_the_order_it_is_read(read_bytes, page):
    assert read_bytes(pdfs.pdf(page)).text.split("\n") == list(layouts.HEBREW)


def test_columns_drawn_first_come_after_what_stands_above_them(read_bytes):
    reading = read_bytes(pdfs.pdf(layouts.columns_first))

    assert [line for line in reading.text.split("\n") if line] == [
        "Jane Example",
        "A backend engineer who has worked in Utrecht and Rotterdam for many years",
        "Worked on the order platform",
        "of forty harbours.",
        "Skills: Python and Go",
        "Languages: English",
    ]


def test_spaced_chinese_heading_is_one_word(read_bytes):
    assert read_bytes(pdfs.pdf(layouts.spaced_chinese)).text == "工作经历"


def test_joined_letters_are_letters(read_bytes):
    assert read_bytes(pdfs.pdf(layouts.ligatures)).text == "Efficient workflows in office and finance"


def test_dots_of_lists_are_one_sign(read_bytes):
    assert read_bytes(pdfs.pdf(layouts.bullets)).text.split("\n") == [
        "- One harbour",
        "- Two harbours",
        "- Three harbours",
        "- Four harbours",
    ]
