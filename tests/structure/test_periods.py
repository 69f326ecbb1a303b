"""Spans of time as people write them, and what is no date at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.structure.periods import MOST, Period, periods, years_of

NOW = (2026, 11)
SPANS = (
    ("03/2015 – heute", (2015, 3), None),
    ("Jan 2015 - Present", (2015, 1), None),
    ("March - June 2019", (2019, 3), (2019, 6)),
    ("Jan–Mar 2020", (2020, 1), (2020, 3)),
    ("seit 04/2018", (2018, 4), None),
    ("since March 2019", (2019, 3), None),
    ("Depuis 2017", (2017, 0), None),
    ("2015 — 2019", (2015, 0), (2019, 0)),
    ("2015−2019", (2015, 0), (2019, 0)),
    ("2019~2021", (2019, 0), (2021, 0)),
    ("2015-16", (2015, 0), (2016, 0)),
    ("2015/2016", (2015, 0), (2016, 0)),
    ("2015 bis 2018", (2015, 0), (2018, 0)),
    ("Summer 2018 – Fall 2019", (2018, 6), (2019, 11)),
    ("Herbst 2018 - Frühjahr 2020", (2018, 9), (2020, 5)),
    ("Q1 2019 - Q3 2020", (2019, 1), (2020, 9)),
    ("2008.03 – 2010.12", (2008, 3), (2010, 12)),
    ("2015-03-01 to 2017-04-30", (2015, 3), (2017, 4)),
    ("01.04.2015 - 31.12.2018", (2015, 4), (2018, 12)),
    ("04/30/2015 - 12/31/2018", (2015, 4), (2018, 12)),
    ("03/15 - 06/19", (2015, 3), (2019, 6)),
    ("'15 - '19", (2015, 0), (2019, 0)),
    ("Mar '19 – Aug '21", (2019, 3), (2021, 8)),
    ("Mar '87 – Aug '91", (1987, 3), (1991, 8)),
    ("12/2019–03/20", (2019, 12), (2020, 3)),
    ("Sept 2011 to Feb 2016", (2011, 9), (2016, 2)),
    ("September 2015 through August 2019", (2015, 9), (2019, 8)),
    ("janvier 2015 à mars 2017", (2015, 1), (2017, 3)),
    ("janv. 2015 – aujourd’hui", (2015, 1), None),
    ("enero de 2015 a marzo de 2017", (2015, 1), (2017, 3)),
    ("2016 - Actualidad", (2016, 0), None),
    ("2014 – heden", (2014, 0), None),
    ("giugno 2019 – in corso", (2019, 6), None),
    ("jan. 2021 – atual", (2021, 1), None),
    ("styczeń 2015 – obecnie", (2015, 1), None),
    ("Ocak 2015 - Halen", (2015, 1), None),
    ("апрель 2017 — настоящее время", (2017, 4), None),
    ("май 2015 — июнь 2016", (2015, 5), (2016, 6)),
    ("2008年3月 - 2010年5月", (2008, 3), (2010, 5)),
    ("2012年9月至今", (2012, 9), None),
    ("2019年4月~現在", (2019, 4), None),
    ("2015년 3월 - 2019년 2월", (2015, 3), (2019, 2)),
    ("2012 –\n2015", (2012, 0), (2015, 0)),
    ("2019 –", (2019, 0), None),
)
NO_DATES = ("Tel. 030 2015 4711", "€2,015 a month", "ISO 27001", "2015% of 3.2019", "port 8080", "v1.2015")


@pytest.mark.parametrize(("text", "begin", "end"), SPANS, ids=[text for text, *_ in SPANS])
def test_period_is_read_as_it_is_written(text, begin, end):
    assert periods(text) == [Period(0, len(text), begin, end)]


@pytest.mark.parametrize("text", ["2018", "May 2018", "06/2002", "Summer '18"])
def test_point_alone_is_single(text):
    assert [period.single for period in periods(text)] == [True]


@pytest.mark.parametrize("text", NO_DATES)
def test_number_that_is_no_date_gives_no_span(text):
    assert [period for period in periods(text) if not period.single] == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2012 - 2015\n2015 - 2019", 7.0),
        ("2012 - 2016\n2014 - 2019", 7.0),
        ("01/2015 - 12/2015", 1.0),
        ("2018 - 2018", 0.3),
        ("11/2025 - present", 1.1),
        ("2019", 0.0),
        ("", 0.0),
    ],
)
def test_years_count_overlaps_once(text, years):
    assert years_of(periods(text), now=NOW) == years


@given(st.lists(st.tuples(st.integers(1990, 2020), st.integers(0, 6)), max_size=6))
def test_years_are_at_most_the_sum_of_the_periods_and_at_least_the_longest(spans):
    found = [Period(0, 1, (start, 0), (start + length, 0)) for start, length in spans]
    single = [years_of([period], now=NOW) for period in found]
    total = years_of(found, now=NOW)
    assert max(single, default=0.0) <= total <= sum(single) + 0.06 * len(single)


def test_text_of_nothing_but_dates_gives_so_many_and_no_more():
    assert len(periods("2015 - 2016 and " * 5000)) == MOST
