"""PDF layouts that extractors are known to break."""

import pytest

from tests.reading import pdfs


@pytest.mark.parametrize("size", [7, 11, 20])
@pytest.mark.parametrize("widths", [1.0, 1.35, 1.6])
def test_lost_spaces_are_put_back(read_bytes, size, widths):
    lines = ["Financial Accountant specializing in month-end closing", "Illinois, Wi-Fi and C++; W. A. Mozart in 2015"]
    reading = read_bytes(pdfs.lost_spaces(lines, size=size, widths=widths))

    assert reading.text.split("\n") == lines


def test_letter_spaced_headings_are_closed_up(read_bytes):
    reading = read_bytes(pdfs.pdf(pdfs.letter_spaced))

    assert reading.text.split("\n") == ["WORK EXPERIENCE", *pdfs.CV[4:6], "EDUCATION"]


@pytest.mark.parametrize("page", [pdfs.fake_bold, pdfs.drawn_twice])
def test_letters_drawn_more_than_once_count_once(read_bytes, page):
    assert read_bytes(pdfs.pdf(page)).text.split("\n") == list(pdfs.CV)


def test_columns_are_read_one_after_the_other(read_bytes):
    reading = read_bytes(pdfs.pdf(pdfs.two_columns))

    assert reading.text.split("\n\n") == [
        "Contact\njane@example.org\nUtrecht",
        "Experience\nEngineer at Harbour Logistics\nEngineer at Northwind",
    ]


def test_headings_drawn_first_go_to_their_sections(read_bytes):
    reading = read_bytes(pdfs.pdf(pdfs.headings_first))

    assert [line for line in reading.text.split("\n") if line] == [
        "Experience",
        "Engineer at Harbour Logistics",
        "Education",
        "MSc in computing science",
        "Skills",
        "Python and Go",
    ]


def test_filled_form_fields_belong_to_the_text(read_bytes):
    reading = read_bytes(pdfs.pdf(pdfs.form))

    assert reading.text.split("\n") == ["Name", "Skills", "Jane Formfield", "Erlang and Haskell"]


def test_words_cut_at_a_line_end_are_whole(read_bytes):
    page = lambda canvas: pdfs.lines(canvas, ["She worked as a special-", "ist for full-", "stack engineering."])  # noqa: E731
    reading = read_bytes(pdfs.pdf(page))

    assert " ".join(reading.text.split()) == "She worked as a specialist for full-stack engineering."


def test_pages_are_counted_and_in_order(read_bytes):
    pages = [lambda canvas, number=number: pdfs.lines(canvas, [f"Page number {number}"]) for number in range(3)]
    reading = read_bytes(pdfs.pdf(*pages))

    assert (reading.pages, reading.text) == (3, "Page number 0\n\nPage number 1\n\nPage number 2")


def test_pdf_with_junk_before_its_head(read_bytes):
    assert read_bytes(b"junk\n" * 20 + pdfs.pdf(pdfs.cv_page)).text.split("\n") == list(pdfs.CV)


def test_pdf_without_words_or_pictures_has_no_text(read_bytes):
    assert read_bytes(pdfs.pdf(lambda canvas: None)).reason == "no_text"


def test_wide_leading_makes_no_blank_lines(read_bytes):
    def page(canvas):
        for number in range(6):
            pdfs.lines(canvas, [f"Line {number} of a text set far apart"], y=780 - 30 * number)

    assert read_bytes(pdfs.pdf(page)).text.count("\n\n") == 0


def test_page_without_a_size_has_no_text_that_a_person_sees(read_bytes):
    reading = read_bytes(pdfs.without_size())

    assert (reading.ok, reading.reason) == (False, "no_text")


def test_missing_page_brings_no_other_page_twice_and_nothing_hidden_with_it(read_bytes):
    reading = read_bytes(pdfs.with_a_missing_page(pdfs.planted(pdfs.white_text)))

    assert reading.text.split("\n") == list(pdfs.CV)
    assert (set(reading.flags) >= {"hidden_text", "parse_poor"}, reading.pages) == (True, 2)


def test_document_without_a_page_that_opens_is_damaged(read_bytes):
    reading = read_bytes(pdfs.with_a_missing_page(pdfs.pdf(pdfs.cv_page)).replace(b"/Type /Page\n", b"/Type /Else\n"))

    assert (reading.reason, reading.detail) == ("damaged", "none of its pages can be opened")


@pytest.mark.parametrize("hide", pdfs.UNKNOWN)
@pytest.mark.parametrize("where", ["alone on a page", "among words without blanks"])
def test_letters_without_a_size_come_by_no_other_reader(read_bytes, hide, where):
    def page(canvas):
        pdfs.lines(canvas, ["" if where == "alone on a page" else "".join(pdfs.CV).replace(" ", "")[:300]], size=4)
        hide(canvas)

    reading = read_bytes(pdfs.pdf(pdfs.cv_page, page))

    assert (reading.ok, reading.text.count("Kubernetes")) == (True, 0)
