import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.cloud_catalogue import CLOUD_MODELS, cloud_entry
from matching.cost_tables import (
    RESEARCH,
    Forecast,
    Line,
    Tokens,
    compare,
    forecast,
    per_match,
    per_match_cached,
)

HAIKU_35, HAIKU_45, HAIKU_55, SONNET_45, SONNET_55 = (
    cloud_entry(f"claude-{name}") for name in ("3-5-haiku-latest", "haiku-4-5", "haiku-5-5", "sonnet-4-5", "sonnet-5-5")
)
DOCS = (Path(__file__).resolve().parent.parent / "docs" / "costs.md").read_text(encoding="utf-8")
NAMES = {
    "everybody to Sonnet": "all_sonnet",
    "everybody to Haiku": "all_haiku",
    "hybrid": "hybrid",
    "local": "local",
}

dollars = st.decimals("0", "50", places=4)
tokens = st.builds(Tokens, st.integers(0, 9000), st.integers(0, 4000), st.integers(0, 4000))
entries = st.sampled_from(CLOUD_MODELS)


def research(*, haiku=HAIKU_45, chosen=HAIKU_45, share: float = 0.2) -> dict[str, Line]:
    lines = compare(RESEARCH, sonnet=SONNET_45, haiku=haiku, chosen=chosen, share=share, per_job=150)
    return {line.name: line for line in lines}


def table(heading: str) -> list[list[str]]:
    """The rows of the table under a heading of docs/costs.md, without its head."""
    section = DOCS.split(f"## {heading}\n")[1].split("\n## ")[0]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows[2:]]


def as_written(amount: Decimal | None, *, places: int) -> str:
    return "-" if amount is None else f"{amount:.{places}f}"


def test_lines_of_the_research():
    lines = research()
    assert [(line.name, line.sent, line.now) for line in lines.values()] == [
        ("all_sonnet", 1000, Decimal(27)),
        ("all_haiku", 1000, Decimal(9)),
        ("hybrid", 200, Decimal("1.8")),
        ("local", 0, Decimal(0)),
    ]
    assert [line.saved for line in lines.values()] == [0, Fraction(2, 3), Fraction(14, 15), 1]


@pytest.mark.parametrize(
    ("chosen", "share", "now"),
    [
        (HAIKU_45, 0.15, "1.35"),
        (HAIKU_45, 0.25, "2.25"),
        (HAIKU_35, 0.2, "1.44"),
        (HAIKU_55, 0.2, "0.234"),
        (SONNET_45, 0.2, "5.4"),
    ],
    ids=range(5),
)
def test_hybrid_spans_the_range_of_the_research(chosen, share, now):
    assert research(chosen=chosen, share=share)["hybrid"].now == Decimal(now)


def test_everybody_to_haiku_is_in_the_range_of_the_research_for_the_retired_one_or_in_batches():
    assert research(haiku=HAIKU_35)["all_haiku"].now == Decimal("7.2")
    assert research()["all_haiku"].batch == Decimal("4.5")


@pytest.mark.parametrize(
    ("entry", "cached"),
    [(HAIKU_55, "0.000841425"), (SONNET_45, "0.0194175"), (SONNET_55, "0.016458"), (HAIKU_45, None)],
    ids=range(4),
)
def test_mean_of_twenty_with_one_write(entry, cached):
    assert per_match_cached(entry, RESEARCH, per_job=20) == (Decimal(cached) if cached else None)


def test_a_job_of_one_pays_for_the_write():
    assert per_match_cached(SONNET_45, RESEARCH, per_job=1) == Decimal("0.02925")
    assert per_match_cached(SONNET_45, RESEARCH, per_job=1) > per_match(SONNET_45, RESEARCH)


def test_a_job_of_none_has_no_mean():
    assert per_match_cached(SONNET_45, RESEARCH, per_job=0) is None


def test_hybrid_sends_a_share_of_each_job():
    line = research(chosen=HAIKU_55)["hybrid"]
    assert line.cached == 200 * per_match_cached(HAIKU_55, RESEARCH, per_job=30)


def test_a_model_without_batches_has_no_price_for_them():
    assert research(haiku=replace(HAIKU_45, batches=False))["all_haiku"].batch is None


@given(tokens, entries, st.integers(1, 300), st.floats(0, 1))
def test_cheaper_ways_are_cheaper(counts, entry, per_job, share):
    sonnet, haiku, hybrid, local = compare(
        counts, sonnet=SONNET_45, haiku=HAIKU_45, chosen=entry, share=share, per_job=per_job
    )
    assert (local.now, local.saved) == (0, 1 if sonnet.now else 0)
    assert haiku.now <= sonnet.now
    assert hybrid.now <= 1000 * per_match(entry, counts)
    for line in (sonnet, haiku, hybrid):
        assert line.batch == line.now / 2
        assert line.cached is None or per_job < 2 or line.sent == 0 or line.cached <= line.now * Decimal("1.25")


@given(tokens, entries, st.integers(2, 300))
def test_more_cvs_of_a_job_make_the_cache_pay(counts, entry, per_job):
    one, more = (per_match_cached(entry, counts, per_job=number) for number in (per_job, per_job + 1))
    assert (one is None) == (more is None)
    assert one is None or more <= one
    assert one is None or one <= per_match(entry, counts)


def test_forecast_of_few_days_is_what_is_known():
    assert forecast([Decimal("0.50"), Decimal("0.25")], days_left=28, waiting=Decimal("0.1")) == Forecast(
        Decimal("0.85")
    )
    assert forecast([], days_left=30) == Forecast(Decimal("0.00"))


def test_forecast_of_a_steady_month():
    assert forecast([Decimal("0.40")] * 10, days_left=20) == Forecast(*[Decimal("12.00")] * 3)


def test_forecast_of_an_unsteady_month_has_limits():
    found = forecast([Decimal(2), Decimal(0), Decimal(2), Decimal(0)], days_left=4)
    assert (found.likely, found.low, found.high) == (Decimal("8.00"), Decimal("4.20"), Decimal("11.80"))


def test_forecast_is_at_least_what_is_spent_and_waiting():
    daily = [Decimal("0.10")] * 5
    assert forecast(daily, days_left=1, waiting=Decimal(9)).likely == Decimal("9.50")
    assert forecast([*daily, Decimal(30)], days_left=1).low == Decimal("30.50")


@given(st.lists(dollars, max_size=31), st.integers(0, 30), dollars)
def test_forecast_limits_enclose_it(daily, days_left, waiting):
    found = forecast(daily, days_left=days_left, waiting=waiting)
    assert found.likely >= round(sum(daily, start=Decimal(0)), 2) - Decimal("0.01")
    if found.low is not None:
        assert found.low <= found.likely <= found.high


def test_docs_tell_what_one_assessment_costs():
    rows = [
        [
            entry.label,
            as_written(per_match(entry, RESEARCH), places=6),
            as_written(per_match(entry, RESEARCH, batch=True), places=6),
            as_written(per_match_cached(entry, RESEARCH, per_job=20), places=6),
            f"{entry.least_cached:,}",
        ]
        for entry in CLOUD_MODELS
    ]
    assert [row[:5] for row in table("One assessment")] == rows
    ends = {row[0]: re.findall(r"\d{4}-\d\d-\d\d", row[5]) for row in table("One assessment")}
    assert ends == {entry.label: [entry.retires.isoformat()] if entry.retires else [] for entry in CLOUD_MODELS}


def test_docs_tell_what_a_thousand_matches_cost():
    rows = [
        [
            line.name,
            line.model,
            f"{line.sent:,}",
            *(as_written(amount, places=2) for amount in (line.now, line.batch, line.cached)),
            f"{round(float(line.saved) * 100)} %",
        ]
        for line in research().values()
    ]
    assert [[NAMES[row[0]], *(cell.lstrip("$") for cell in row[1:])] for row in table("1,000 matches")] == rows


def test_docs_tell_how_the_research_differs():
    lines = research()
    recomputed = {row[0]: row[2] for row in table("Beside the research")}
    assert recomputed == {
        "all Sonnet": f"${lines['all_sonnet'].now:.2f}",
        "all Haiku": f"${lines['all_haiku'].now:.2f}",
        "hybrid": f"${lines['hybrid'].now:.2f}",
        "savings": f"{round(float(lines['hybrid'].saved) * 100)} %",
    }
