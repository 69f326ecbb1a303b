"""The folded twin of a text has its length, whatever the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.redaction.parts import heading_part, lines_of
from matching.redaction.plain import clean, cut, disjoint, plain


@given(st.text())
def test_plain_keeps_the_length(text):
    assert len(plain(text)) == len(text)


@given(st.text())
def test_plain_of_plain_is_the_same(text):
    assert plain(plain(text)) == plain(text)


@given(st.text())
def test_clean_of_clean_is_the_same(text):
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Müller", "muller"),
        ("STRAẞE", "strase"),
        ("Łódź", "lodz"),
        ("’s–x", "'s-x"),
        ("Ａ１：", "a1:"),
        ("İI", "ii"),
        ("• a", "| a"),
    ],
)
def test_plain_folds(text, folded):
    assert plain(text) == folded


def test_cut_puts_replacements_in():
    assert cut("abcdef", [(1, 2, "X"), (4, 6, "")]) == "aXcd"


def test_disjoint_drops_what_overlaps():
    assert disjoint([(3, 5, "b"), (0, 4, "a"), (5, 6, "c")]) == [(0, 4, "a"), (5, 6, "c")]


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("EXPERIENCE", "experience"),
        ("Work Experience", "experience"),
        ("Berufserfahrung", "experience"),
        ("Beruflicher Werdegang", "experience"),
        ("Expérience professionnelle", "experience"),
        ("Experiencia laboral", "experience"),
        ("Werkervaring", "experience"),
        ("工作经历", "experience"),
        ("2. Education", "education"),
        ("E D U C A T I O N", "education"),
        ("Schulbildung", "education"),
        ("Formation", "education"),
        ("Persönliche Daten", "personal"),
        ("Contact details", "personal"),
        ("Datos personales", "personal"),
        ("Technical Skills", "skills"),
        ("Projects", "project"),
        ("References", "other"),
        ("Summary:", "summary"),
        ("Curriculum Vitae", ""),
        ("Jane Doe", ""),
        ("Experienced nurse with skills", ""),
        ("Education officer at Acme", ""),
        ("", ""),
    ],
)
def test_heading_opens_a_part(line, part):
    assert heading_part(plain(line)) == part


def test_lines_without_headings_end_the_head():
    parts = [line.part for line in lines_of("Jane Doe\n" + "Nurse\n" * 30)]

    assert (parts[0], parts[13], parts[14]) == ("top", "top", "body")
