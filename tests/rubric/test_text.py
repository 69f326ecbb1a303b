"""Pasted text made plain, and cut into lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.rubric.lines import Line, split_lines
from matching.rubric.text import MAX_TEXT, fold, plain


def _texts(text: str) -> list[str]:
    return [line.text for line in split_lines(text)]


def test_fold_drops_case_and_accents():
    assert fold("Élan Ñandú ŁÓDŹ İş ØRSTED") == "elan nandu lodz is orsted"


@given(st.text())
def test_fold_keeps_the_length(text):
    assert len(fold(text)) == len(text)


@given(st.text(max_size=300))
def test_plain_of_any_text_is_bounded(text):
    assert len(plain(text)) <= MAX_TEXT * 2


def test_plain_drops_markup_and_scripts_and_reads_entities():
    html = "<p>R&amp;D <b>lead</b></p><script>Java</script><ul><li>C&#43;&#43;</li></ul>"
    assert [line for line in plain(html).split("\n") if line.strip()] == ["R&D lead", "• C++"]


def test_plain_reads_entities_that_were_escaped_twice():
    assert [line for line in plain("&lt;p&gt;Python&lt;/p&gt;").split("\n") if line.strip()] == ["Python"]


def test_plain_reads_fancy_letters_and_drops_invisible_ones():
    assert plain("𝗥𝗲𝗾𝘂𝗶𝗿𝗲𝗺𝗲𝗻𝘁𝘀\u200b and \u00adskills") == "Requirements and skills"


def test_plain_keeps_a_smaller_than_sign():
    assert plain("response < 5 ms and > 3") == "response < 5 ms and > 3"


@pytest.mark.parametrize("glyph", ["-", "*", "•", "–", "►", "✅", "👉", "1.", "2)", "a)", "o  ", "\uf0b7", "+", "»"])
def test_split_lines_knows_a_bullet_of_any_glyph(glyph):
    assert split_lines(f"Skills\n{glyph} Python and SQL") == [Line("Skills"), Line("Python and SQL", bullet=True)]


def test_split_lines_takes_the_line_after_a_lone_bullet():
    assert split_lines("•\nPython") == [Line("Python", bullet=True)]


def test_split_lines_joins_what_a_page_wrapped():
    text = "We plan the daily routes of thirty-five vehicles so that all of\nour deliveries arrive on time."
    assert _texts(text) == [
        "We plan the daily routes of thirty-five vehicles so that all of our deliveries arrive on time."
    ]


def test_split_lines_keeps_short_lines_apart():
    assert _texts("python\nsql\ndocker") == ["python", "sql", "docker"]


def test_split_lines_drops_page_numbers_and_running_heads():
    text = "Acme\nPage 1 of 2\n\nPython\n\nAcme\nPage 2 of 2\n\nSQL"
    assert _texts(text) == ["Python", "SQL"]


def test_split_lines_parts_glued_words_but_not_names():
    text = "Solid experience with JavaScript and PostgreSQL in production systemsStrong communication skills"
    assert _texts(text) == [
        "Solid experience with JavaScript and PostgreSQL in production systems",
        "Strong communication skills",
    ]


def test_split_lines_parts_headings_inside_a_paragraph():
    assert split_lines("Must have: Python; SQL. Good to have: Kafka") == [
        Line("Must have", marked=True),
        Line("Python; SQL."),
        Line("Good to have", marked=True),
        Line("Kafka"),
    ]


def test_split_lines_parts_inline_bullets():
    assert _texts("You bring • Python • SQL • Docker") == ["You bring", "Python", "SQL", "Docker"]


def test_split_lines_lowers_a_line_in_capitals_and_keeps_names():
    assert _texts("CURRENT RN LICENSE, SQL AND POSTGRESQL SKILLS") == ["Current RN license, SQL and PostgreSQL skills"]


@given(st.text(max_size=500))
def test_split_lines_of_any_text_has_no_empty_line(text):
    assert all(line.text.strip() for line in split_lines(text))
