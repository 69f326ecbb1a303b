import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.reports import DIMENSIONS, dimensions
from matching.reports.dimensions import groups
from matching.schemas import Criterion, Need, Rubric
from matching.scoring import Level, certain, probabilities, score

RUBRIC = Rubric(
    "Lead engineer",
    (
        Criterion("a", "Python", Need.MUST),
        Criterion("b", "5+ years of backend work", Need.MUST),
        Criterion("c", "Lead a team", Need.SHOULD),
        Criterion("d", "Experience in the banking sector", Need.NICE),
        Criterion("e", "PostgreSQL", Need.NICE),
    ),
)


def levels_of(**values: int) -> list[Level]:
    return [Level(id_, level, certain(level)) for id_, level in values.items()]


def test_criteria_go_into_groups():
    assert groups(RUBRIC) == {
        "must_haves": ("a", "b"),
        "skill_depth": ("a", "e"),
        "experience": ("b", "z"),
        "seniority": ("c",),
        "domain": ("d",),
    }


@pytest.mark.parametrize(
    ("label", "home"),
    [
        ("Kubernetes in production", "skill_depth"),
        ("Spoken German", "skill_depth"),
        ("Three years of accounting", "experience"),
        ("Mentoring junior engineers", "seniority"),
        ("Führung eines Teams", "seniority"),
        ("Stakeholder management", "seniority"),
        ("Degree in mechanical engineering", "domain"),
        ("Registered nurse", "domain"),
        ("Forklift licence", "domain"),
        ("Retail or e-commerce background", "domain"),
        ("Leadership of a clinical team", "seniority"),
        ("12-lead ECG interpretation", "skill_depth"),
        ("Lead generation", "skill_depth"),
        ("Acute medical or surgical ward, 1+ year", "experience"),
    ],
)
def test_home_of_a_label(label, home):
    found = groups(Rubric("T", (Criterion("a", label),)))
    assert [name for name in DIMENSIONS if "a" in found[name]] == [home]


def test_years_in_the_words_for_level_2_make_it_experience():
    rubric = Rubric("T", (Criterion("a", "Accounting", mid="under 3 years, or only part of it"),))
    assert groups(rubric)["experience"] == ("a", "z")


def test_each_dimension_is_a_weighted_mean():
    found = dimensions(RUBRIC, levels_of(a=4, b=2, c=1, d=0, e=2, z=3))
    assert found == {
        "must_haves": pytest.approx(75),
        "skill_depth": pytest.approx(100 * (3 * 4 + 1 * 2) / 4 / 4),
        "experience": pytest.approx(100 * (3 * 2 + 2 * 3) / 4 / 5),
        "seniority": pytest.approx(25),
        "domain": 0,
    }


def test_a_dimension_without_criteria_is_unknown():
    found = dimensions(Rubric("T", (Criterion("a", "Python"),)), levels_of(a=4, z=2))
    assert found == {"must_haves": None, "skill_depth": 100, "experience": 50, "seniority": None, "domain": None}


def test_a_look_at_one_criterion_gives_its_dimension_alone():
    found = dimensions(RUBRIC, levels_of(c=4))
    assert {name: value for name, value in found.items() if value is not None} == {"seniority": 100}


def test_local_levels_count_with_their_probabilities():
    level = Level("e", 2, probabilities({1: 0.5, 3: 0.5}))
    assert dimensions(RUBRIC, [level])["skill_depth"] == pytest.approx(50, abs=0.1)


@given(st.lists(st.integers(0, 4), min_size=6, max_size=6))
def test_dimensions_span_the_score(values):
    levels = levels_of(**dict(zip("abcdez", values, strict=True)))
    found = dimensions(RUBRIC, levels)
    parts = [found[name] for name in DIMENSIONS[1:]]
    assert all(0 <= part <= 100 for part in found.values())
    assert min(parts) - 1e-9 <= score(RUBRIC, levels).raw <= max(parts) + 1e-9
