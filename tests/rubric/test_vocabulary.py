"""The table of skills and the finder."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.rubric.vocabulary import SKILLS, find_skills, restore_case

FOUND = [
    ("k8s and Postgres", ["Kubernetes", "PostgreSQL"]),
    ("C++, C#, .NET and Node.js", ["C++", "C#", ".NET", "Node.js"]),
    ("CI/CD with GitHub Actions", ["CI/CD", "CI/CD"]),
    ("Go, R and C", ["Go", "R", "C"]),
    ("Python/Django", ["Python", "Django"]),
    ("ASP.NET Core", [".NET"]),
    ("month-end close", ["Month-end close"]),
    ("Jahresabschlüssen und Buchhaltung", ["Month-end close", "Accounting"]),
    ("comptabilité fournisseurs", ["Accounts payable"]),
    ("conciliación bancaria", ["Balance sheet reconciliation"]),
    ("heftruckcertificaat", ["Forklift"]),
    ("intravenous therapy and ACLS", ["Intravenous therapy", "Advanced life support"]),
    ("forklift licences", ["Forklift"]),
    ("MS Excel", ["Excel"]),
    ("React Native", ["React Native"]),
]
NOT_FOUND = [
    "go to market",
    "we react to change",
    "the rest of the team",
    "you excel at sums",
    "Excel at what you do",
    "in the spring",
    "C-level managers",
    "R&D department",
    "a teaching hospital",
    "mag ich als Erster",
    "customer",
    "as soon as possible",
]


@pytest.mark.parametrize(("text", "names"), FOUND)
def test_find_skills_knows_the_spelling(text, names):
    assert [hit.skill.name for hit in find_skills(text)] == names


@pytest.mark.parametrize("text", NOT_FOUND)
def test_find_skills_is_not_fooled_by_a_common_word(text):
    assert find_skills(text) == ()


@pytest.mark.parametrize(
    "skill", [skill for skill in SKILLS.values() if skill.family != "-"], ids=lambda skill: skill.name
)
def test_find_skills_finds_each_name_in_the_table(skill):
    assert skill.name in [hit.skill.name for hit in find_skills(skill.name)]


@given(st.text(max_size=200))
def test_find_skills_positions_lie_in_order_inside_the_text(text):
    ends = [0]
    for hit in find_skills(text):
        assert ends[-1] <= hit.start < hit.end <= len(text)
        ends.append(hit.end)


def test_restore_case_spells_known_names():
    assert (
        restore_case("EXPERIENCE WITH POSTGRESQL, JAVASCRIPT AND SQL")
        == "Experience with PostgreSQL, JavaScript and SQL"
    )
