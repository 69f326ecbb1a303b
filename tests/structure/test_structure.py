"""What is found in whole CVs: each field right where it is there, empty where it is not, with its place in the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.labelled import texts
from benchmarks.labelled.structures import SET
from benchmarks.structure import facts
from matching.structure import Structure, structure_of
from tests.redaction import cvs
from tests.redaction.headers import ENGLISH

NOW = (2026, 11)
# What the rules are known to miss on the labelled set; docs/benchmarks.md has the shares.
MISSED = {
    ("Margaret Osei-Bonsu", "degree"),  # "A-levels: Biology" is no word of degrees
    ("Tomasz Zieliński", "role employer"),  # the firm stands behind a title without any mark between
    ("Hannah Price", "language"),  # a language without level in a list of skills may be a subject
}


@pytest.mark.parametrize("one", SET, ids=[one.name for one in SET])
def test_structure_of_a_labelled_cv_has_its_facts_and_no_others(one):
    found = facts(structure_of(one.text, now=NOW), one)
    assert {name for name, (mine, theirs) in found.items() if mine - theirs} == set()
    assert {(one.name, name) for name, (mine, theirs) in found.items() if theirs - mine} <= MISSED


@pytest.mark.parametrize("one", SET, ids=[one.name for one in SET])
def test_span_of_each_thing_holds_it(one):
    got, text = structure_of(one.text, now=NOW), one.text
    for found in (*got.links, *got.certificates, got.name, *([got.location] if got.location else [])):
        assert " ".join(text[found.start : found.end].split()) == found.text
    for found in got.phones:
        assert " ".join(text[found.start : found.end].split()) == found.text
    for role in got.roles:
        head = " ".join(text[role.start : role.end].split())
        assert (role.title in head, role.employer in " ".join(text[: role.end].split())) == (True, True)
    for study in got.education:
        part = " ".join(text[study.start : study.end].split())
        assert (study.degree in part, study.school in part) == (True, True)


@pytest.mark.parametrize("head", ENGLISH, ids=[head.id for head in ENGLISH])
def test_name_is_the_one_that_redaction_finds(head):
    got = structure_of(head.text, now=NOW, file_name=head.file_name)
    assert (got.name.text if got.name else "") == head.name


def test_overlapping_roles_count_once():
    got = structure_of(texts.OVERLAP, now=NOW)
    assert ([role.years for role in got.roles], got.years, got.skills["Python"]) == ([8.4, 4.0, 4.0], 14.4, 10.4)


def test_career_break_and_military_service_are_no_roles():
    titles = [role.title for text in (texts.RETURNER, cvs.ENTWICKLER) for role in structure_of(text, now=NOW).roles]
    assert titles == [
        "Office Manager",
        "Receptionist",
        "Sales Assistant",
        "Leitender Softwareentwickler",
        "Softwareentwickler",
    ]


def test_birthplace_is_not_where_somebody_lives():
    text = "Jane Doe\nPlace of birth: Leeds\nCity: York\njane@doe.example"
    assert structure_of(text, now=NOW).location.text == "York"


def test_numbers_of_referees_are_not_the_persons():
    got = structure_of(cvs.NURSE, now=NOW)
    assert [each.value for each in got.emails + got.phones] == ["margaret.osei@mail.example", "07700900321"]


def test_contacts_below_the_name_are_the_persons_though_a_column_read_before_ends_in_references():
    sidebar = "Skills\n\nPython\n\nReferences\nAvailable upon request\n\n"
    head = "Marta Lindgren\nWeb developer\n\nPleasantville, CA 94588 (555) 123-4567 marta.lindgren@example.com\n\n"
    work = "Experience\nWeb Developer, Acme Ltd\nJanuary 2019 to May 2022\n\nReferences\nDr. Weber, weber@example.org\n"
    got = structure_of(sidebar + head + work, now=NOW)
    assert [each.value for each in got.emails + got.phones] == ["marta.lindgren@example.com", "5551234567"]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("+49 (0)171 555 6123", "+491715556123"),
        ("0049 171 5556123", "+491715556123"),
        ("jane (at) doe (dot) example (dot) com", "jane@doe.example.com"),
        ("JANE@DOE.EXAMPLE.COM", "jane@doe.example.com"),
    ],
)
def test_contact_is_normalised(written, value):
    got = structure_of(f"Jane Doe\n{written}\nNurse", now=NOW)
    assert [each.value for each in got.emails + got.phones] == [value]


@pytest.mark.parametrize("text", ["", "  \n ", "Hello", "The year 2015 was good. We sold 2016 units.", "\x00\ufffe"])
def test_text_that_says_nothing_gives_nothing(text):
    assert structure_of(text, now=NOW) == Structure()


def test_structure_comes_back_from_json():
    got = structure_of(texts.BUCHHALTERIN, now=NOW)
    assert Structure.from_json(got.as_json()) == got
    assert Structure.from_json({}) == Structure()


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab Z\n\t-–/.,:@()0129'|•äй王", max_size=300))
def test_any_text_gives_places_inside_it(text):
    got = structure_of(text, now=NOW)
    places = [(found.start, found.end) for found in (*got.emails, *got.phones, *got.links, *got.certificates)]
    places += [(role.start, role.end) for role in got.roles]
    assert all(0 <= start <= end <= len(text) for start, end in places)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(SET) - 1), st.data())
def test_cut_cv_never_fails(number, data):
    text = SET[number].text
    start, size = data.draw(st.integers(0, len(text))), data.draw(st.integers(0, 400))
    assert structure_of(text[start : start + size], now=NOW).as_json().keys() == Structure().as_json().keys()
