"""Dates: spans as people write them, and years that texts state."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.estimate.dates import Span, covered, spans, stated_years
from matching.estimate.words import fold, words


def _spans(text, **kwargs):
    return [(round(one.start, 2), round(one.end, 2), one.open) for one in spans(words(fold(text)), **kwargs)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Jan 2015 - Dec 2018", 2015.0, 2019.0),
        ("2015-2019", 2015.0, 2019.5),
        ("03/2015 – 06/2018", 2015.17, 2018.5),
        ("July 2011 to November 2012", 2011.5, 2012.92),
        ("März 2015 bis Juni 2018", 2015.17, 2018.5),
        ("janvier 2010 à décembre 2011", 2010.0, 2012.0),
        ("2010年3月 - 2012年", None, None),
    ],
)
def test_spans_reads_many_ways_of_writing(text, start, end):
    assert _spans(text) == ([(start, end, False)] if start else [])


@pytest.mark.parametrize("now", ["Present", "current", "heute", "aujourd'hui", "actualidad", "heden"])
def test_spans_with_an_open_end_uses_the_given_year(now):
    assert _spans(f"2019 - {now}", year=2024) == [(2019.0, 2024.5, True)]


def test_spans_with_an_open_end_and_no_year_uses_the_newest_year_named():
    assert _spans("2019 - present; course in 2023") == [(2019.0, 2024.0, True)]


@pytest.mark.parametrize("text", ["Built in 2015 for 2000 users", "2019 to 2015", "call 2015 5551234", ""])
def test_spans_without_a_range_gives_none(text):
    assert _spans(text) == []


def test_covered_counts_overlaps_once():
    assert covered([Span(0, 2010, 2014), Span(1, 2012, 2015), Span(2, 2018, 2019)]) == 6


@given(st.lists(st.tuples(st.floats(1950, 2040), st.floats(0, 40))))
def test_covered_is_never_more_than_the_sum(pairs):
    some = [Span(0, start, start + length) for start, length in pairs]
    assert 0 <= covered(some) <= sum(one.end - one.start for one in some) + 0.01


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("5+ years of experience", [5]),
        ("at least three years", [3]),
        ("3 to 5 years", [3]),
        ("3-5 yrs", [3]),
        ("mindestens drei Jahre Berufserfahrung", [3]),
        ("trois ans d'expérience", [3]),
        ("cinco años", [5]),
        ("2 or more years", [2]),
        ("founded 1998, 30 days of leave", []),
    ],
)
def test_stated_years_reads_numbers_and_words(text, years):
    assert stated_years(words(fold(text))) == years
