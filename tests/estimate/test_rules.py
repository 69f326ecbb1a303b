"""Rules: degrees, languages, seniority, and how facts fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.estimate.rules import NEUTRAL, Facts, asked, degrees, fit, languages, level
from matching.estimate.words import fold, words


def _words(text):
    return words(fold(text))


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("B.Sc. in Physics", {2}),
        ("Bachelor's degree or Master's degree", {2, 3}),
        ("PhD, Ph.D.", {4}),
        ("Ausbildung zum Elektroniker", {1}),
        ("Master of Arts", {3}),
        ("scrum master, 400-bed hospital", set()),
        ("本科", {2}),
    ],
)
def test_degrees_reads_levels(text, levels):
    assert degrees(_words(text)) == levels


def test_languages_reads_names_in_several_languages():
    assert languages(_words("Deutsch (Muttersprache), anglais, Spanish")) == {"german", "english", "spanish"}


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Senior Engineer", 3),
        ("Engineer", 2),
        ("Junior Engineer", 1),
        ("Sales Manager", 4),
        ("HR Director", 5),
        ("Accounting Intern", 0),
        ("Assistant Store Manager", 1),
        ("", None),
    ],
)
def test_level_reads_seniority(title, found):
    assert level(_words(title)) == found


def test_asked_takes_the_largest_years_and_the_lowest_degree():
    text = "5 years of backend, 3 of them Python. Bachelor or Master degree"
    assert asked(_words(text), title=_words("Developer")) == Facts(5, 2, frozenset(), 2)


def test_asked_with_no_degree_needed_asks_for_none():
    text = "Not needed: a degree"
    assert asked(_words(text), title=[], text=fold(text)).degree == 0


def test_fit_with_nothing_known_is_neutral():
    assert fit(Facts(), Facts()) == pytest.approx(NEUTRAL)


def test_fit_under_the_level_costs_more_than_over_it():
    under, over = (fit(Facts(level=3), Facts(level=found)) for found in (1, 5))
    assert under < over


@given(st.floats(0.5, 15), st.floats(0, 40), st.floats(0, 10))
def test_fit_never_falls_with_more_years(wanted, found, more):
    assert fit(Facts(years=wanted), Facts(years=found)) <= fit(Facts(years=wanted), Facts(years=found + more))


@given(
    st.builds(Facts, years=st.none() | st.floats(0, 60), degree=st.integers(0, 4), level=st.none() | st.integers(0, 5)),
    st.builds(Facts, years=st.none() | st.floats(0, 60), degree=st.integers(0, 4), level=st.none() | st.integers(0, 5)),
)
def test_fit_stays_between_nothing_and_all(wanted, found):
    assert 0 <= fit(wanted, found) <= 1
