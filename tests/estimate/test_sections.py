"""Sections of CVs, with headings in several languages and with lost lines."""

import pytest

from matching.estimate.sections import CREDIT, Section, heading_kind, split


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("EXPERIENCE", "experience"),
        ("Work History:", "experience"),
        ("Berufserfahrung", "experience"),
        ("Expérience professionnelle", "experience"),
        ("Werkervaring", "experience"),
        ("工作经历", "experience"),
        ("== Skills ==", "skills"),
        ("Formación académica", "education"),
        ("Projects", "project"),
        ("Hobbies", "other"),
        ("Experience with Python and Django at scale", ""),
        ("", ""),
    ],
)
def test_heading_kind_knows_headings(line, kind):
    assert heading_kind(line) == kind


def test_split_parts_a_cv_by_its_headings():
    text = "Ada Example\n\nSkills\nPython, SQL\n\nExperience\nBuilt things"
    assert split(text) == [
        Section("summary", "Ada Example"),
        Section("skills", "Python, SQL"),
        Section("experience", "Built things"),
    ]


def test_split_without_headings_is_one_body():
    assert split("I cook.\nI clean.") == [Section("body", "I cook.\nI clean.")]


def test_split_finds_headings_inside_one_long_paragraph():
    text = "CHEF Summary Cooks well. " + "Kind and quick. " * 20 + "Experience Sous Chef 2019. Education Diploma 2015."
    assert [part.kind for part in split(text)][-2:] == ["experience", "education"]


def test_split_with_a_list_of_skills_that_never_ends_takes_the_rest_as_body():
    lines = "\n".join("Ran the kitchen of a busy hotel with nine people" for _ in range(40))
    assert [part.kind for part in split(f"Experience\nCook\nSkills\n{lines}")] == ["experience", "skills", "body"]


def test_split_of_nothing_is_nothing():
    assert split(" \n\n") == []


def test_every_kind_has_a_credit():
    text = "\n".join(
        ["Summary", "a", "Experience", "b", "Projects", "c", "Education", "d", "Skills", "e", "Awards", "f"]
    )
    assert {part.kind for part in split(text)} <= CREDIT.keys()
