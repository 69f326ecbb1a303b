"""Text that no person sees is kept apart, and honest pages raise no alarm."""

import pytest

from tests.reading import pdfs


@pytest.mark.parametrize("hide", pdfs.HIDING, ids=lambda hide: hide.__name__)
def test_planted_text_is_caught(read_bytes, hide):
    reading = read_bytes(pdfs.planted(hide))

    assert reading.hidden == ((1, pdfs.PLANTED),)
    assert reading.flags == ("hidden_text",)
    # The glyph of a replaced text is seen, and stays.
    assert reading.text.removesuffix("\n\nx").split("\n") == list(pdfs.CV)


@pytest.mark.parametrize("page", pdfs.HONEST, ids=lambda page: page.__name__)
def test_honest_page_raises_no_alarm(read_bytes, page):
    reading = read_bytes(pdfs.pdf(page))

    assert (reading.hidden, reading.flags) == ((), ())


def test_planted_text_of_a_file_that_has_to_be_mended_is_caught(read_bytes):
    reading = read_bytes(pdfs.without_root(pdfs.planted(pdfs.white_text)))

    assert (reading.hidden, set(reading.flags)) == (((1, pdfs.PLANTED),), {"hidden_text", "parse_poor"})
    assert reading.text.split("\n") == list(pdfs.CV)


def test_text_on_a_layer_that_is_switched_off_is_caught(read_bytes):
    reading = read_bytes(pdfs.layer(shown=False))

    assert (reading.hidden, reading.flags, pdfs.PLANTED in reading.text) == (
        ((1, pdfs.PLANTED),),
        ("hidden_text",),
        False,
    )


def test_text_on_a_layer_that_is_shown_is_read(read_bytes):
    reading = read_bytes(pdfs.layer(shown=True))

    assert (reading.hidden, reading.flags, pdfs.PLANTED in reading.text) == ((), (), True)


def test_list_of_skills_alone_is_flagged_when_it_is_read(read_bytes):
    skills = [
        f"{one}{number}" for number in range(40) for one in ("Kubernetes ", "Terraform ", "Python ", "Go ", "SQL ")
    ]

    assert "skill_dump" in read_bytes(("Jane Doe\nSkills\n" + ", ".join(skills)).encode()).flags


@pytest.mark.parametrize(("text", "x"), [("Worked for many years in the harbour", 500), ("Engineer for years", -60)])
def test_line_cut_at_the_edge_is_dropped_without_a_flag(read_bytes, text, x):
    def page(canvas):
        pdfs.cv_page(canvas)
        pdfs.lines(canvas, [text], x=x, y=200)

    reading = read_bytes(pdfs.pdf(page))

    assert (text in reading.text, len(reading.hidden), reading.flags) == (False, 1, ())


def test_several_lines_cut_at_either_edge_are_no_trick(read_bytes):
    """As programs do that place words of two directions: each line begins on the page and goes on beside it."""

    def page(canvas):
        pdfs.cv_page(canvas)
        for number, x in enumerate((520, -60, 520, -60)):
            pdfs.lines(canvas, ["Engineer for harbour logistics"], x=x, y=300 - 20 * number)

    reading = read_bytes(pdfs.pdf(page))

    assert reading.text.count("\nEngineer for ha\n") == 2
    assert sum(len(text) for _, text in reading.hidden) > 40
    assert reading.flags == ()


def test_long_text_that_goes_on_beside_the_page_is_flagged(read_bytes):
    def page(canvas):
        pdfs.cv_page(canvas)
        pdfs.lines(canvas, [f"Skills: Go {pdfs.PLANTED} and more of it"], x=500, y=200)

    reading = read_bytes(pdfs.pdf(page))

    assert reading.flags == ("hidden_text",)
    assert "leadership" not in reading.text


def test_icon_with_a_link_as_its_text_is_no_trick(read_bytes):
    def page(canvas):
        pdfs.cv_page(canvas)
        canvas._code.append(
            "BT /F1 11 Tf 60 300 Td /Span <</ActualText (linkedin.com/in/jane-example-1)>> BDC (x) Tj EMC ET"
        )

    reading = read_bytes(pdfs.pdf(page))

    assert (reading.hidden, reading.flags) == (((1, "linkedin.com/in/jane-example-1"),), ())


def test_few_hidden_letters_stay(read_bytes):
    def page(canvas):
        pdfs.cv_page(canvas)
        canvas.setFillColor(pdfs.white)
        pdfs.lines(canvas, ["Page 1"], y=200)

    reading = read_bytes(pdfs.pdf(page))

    assert (reading.hidden, reading.flags) == ((), ())


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_turned_page_with_planted_text(read_bytes, degrees):
    reading = read_bytes(pdfs.turned(pdfs.planted(pdfs.white_text), degrees=degrees))

    assert (reading.hidden, reading.flags) == (((1, pdfs.PLANTED),), ("hidden_text",))


def test_hidden_field_is_kept_apart(read_bytes):
    def page(canvas):
        pdfs.cv_page(canvas)
        canvas.acroForm.textfield(name="x", value=pdfs.PLANTED, x=60, y=100, width=400, annotationFlags="hidden")

    reading = read_bytes(pdfs.pdf(page))

    assert (reading.hidden, reading.flags) == (((1, pdfs.PLANTED),), ("hidden_text",))
    assert reading.text.split("\n") == list(pdfs.CV)


def test_place_of_hidden_text_in_shares_of_the_page(read_bytes):
    ((page, left, top, right, bottom),) = read_bytes(pdfs.planted(pdfs.white_text)).hidden_boxes

    assert page == 1
    assert (left, bottom) == (pytest.approx(60 / 595, abs=0.01), pytest.approx(1 - 300 / 842, abs=0.01))
    assert 0.5 < right < 0.8
    assert 0.005 < bottom - top < 0.02


def test_place_of_hidden_text_on_a_turned_page(read_bytes):
    ((_, left, top, right, bottom),) = read_bytes(pdfs.turned(pdfs.planted(pdfs.white_text), degrees=90)).hidden_boxes

    assert right - left < 0.02 < 0.3 < bottom - top


def test_text_off_the_page_has_no_place(read_bytes):
    reading = read_bytes(pdfs.planted(pdfs.off_the_page))

    assert (reading.hidden, reading.hidden_boxes) == (((1, pdfs.PLANTED),), ())
