import json
import math
import random
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.calibration import (
    FEWEST_PAIRS,
    IDENTITY,
    LEAST_SLOPE,
    MOST_WEIGHT,
    PAIRS_FOR_CURVE,
    Fit,
    Pair,
    drift,
    fit,
    is_due,
)

points = st.floats(0, 100)
chances = st.floats(0.01, 1)


def pairs(fewest: int, most: int):
    return st.lists(st.builds(Pair, points, points, chances), min_size=fewest, max_size=most)


def on_a_line(count: int, *, slope: float, intercept: float, noise: float = 0.0, seed: int = 1) -> list[Pair]:
    drawn = random.Random(seed)
    raws = [100 * number / (count - 1) for number in range(count)]
    return [Pair(raw, min(100, max(0, intercept + slope * raw + drawn.gauss(0, noise)))) for raw in raws]


def steps(count: int) -> list[Pair]:
    """Claude gives 20 to all under 50 and 80 to all above: no line says so."""
    return [Pair(raw, 20 if raw < 50 else 80) for raw in (100 * number / (count - 1) for number in range(count))]


@given(pairs(0, FEWEST_PAIRS - 1), points)
def test_few_pairs_change_nothing(few, raw):
    found = fit(few)
    assert (found.fitted, found.apply(raw), found.residual_sd) == (False, raw, 0)
    assert found == Fit(pairs=len(few))


def test_identity_changes_nothing():
    assert [IDENTITY.apply(raw) for raw in (0, 0.5, 37.5, 99.5, 100)] == [0, 0.5, 37.5, 99.5, 100]
    assert IDENTITY.spread(99, 5) == pytest.approx(5)


def test_twenty_pairs_make_a_line():
    found = fit(on_a_line(20, slope=0.5, intercept=30))
    assert (found.slope, found.intercept, found.residual_sd) == pytest.approx((0.5, 30, 0), abs=1e-9)
    assert (found.fitted, found.knots, found.blend, found.pairs) == (True, (), 0, 20)
    assert found.apply(50) == pytest.approx(55)


def test_ninety_nine_pairs_are_still_a_line_and_a_hundred_no_more():
    assert fit(steps(99)).knots == ()
    found = fit(steps(100))
    assert [round(raw) for raw, _ in found.knots] == [0, 49, 51, 100]
    assert found.blend == 0.5


def test_a_curve_follows_what_no_line_can():
    line, curve = fit(steps(99)), fit(steps(400))
    assert curve.blend == 0.8
    assert curve.residual_sd < line.residual_sd / 2
    assert abs(curve.apply(60) - 80) < abs(line.apply(60) - 80)


def test_residual_is_what_the_line_leaves_unexplained():
    found = fit(on_a_line(99, slope=0.5, intercept=25, noise=6, seed=3))
    assert found.residual_sd == pytest.approx(6, abs=1.2)


def test_an_audited_pair_counts_for_those_that_were_not_picked():
    picked = [Pair(80, 80)] * 19
    often, seldom = fit([*picked, Pair(20, 60)]), fit([*picked, Pair(20, 60, chance=0.1)])
    assert often.apply(20) == pytest.approx(seldom.apply(20)) == pytest.approx(60)
    mixed = [Pair(20, 40), Pair(20, 60, chance=0.1)]
    assert fit([*picked, *mixed]).apply(20) == pytest.approx((40 + 10 * 60) / 11)


def test_no_audited_pair_counts_for_more_than_its_share():
    assert Pair(50, 50, chance=0.5).weight == 2
    assert Pair(50, 50, chance=0.001).weight == MOST_WEIGHT


@pytest.mark.parametrize(
    "values", [(-1, 50), (101, 50), (50, -0.1), (50, 100.1), (50, 50, 0), (50, 50, 1.1), (math.nan, 1), (1, math.inf)]
)
def test_a_pair_that_cannot_be_is_refused(values):
    with pytest.raises(ValueError, match="a pair needs"):
        Pair(*values)


@settings(max_examples=150, deadline=None)
@given(pairs(FEWEST_PAIRS, 140), st.lists(st.floats(0, 100), min_size=2, max_size=20, unique=True))
def test_order_is_never_turned(some, raws):
    scores = [fit(some).apply(raw) for raw in sorted(raws)]
    assert all(0 <= score <= 100 for score in scores)
    assert all(one <= other for one, other in pairwise(scores))


@settings(max_examples=150, deadline=None)
@given(pairs(FEWEST_PAIRS, 140), st.floats(0, 99))
def test_order_is_never_lost(some, raw):
    """One point of raw score is still worth something, unless the line runs far beyond 0 or 100."""
    found = fit(some)
    inside = -40 < found._value(raw) < 140 and -40 < found._value(raw + 1) < 140
    assert found.apply(raw + 1) > found.apply(raw) or not inside


@settings(max_examples=100, deadline=None)
@given(pairs(PAIRS_FOR_CURVE, 160))
def test_curve_rises_by_the_least_slope(some):
    found = fit(some)
    assert found.slope >= LEAST_SLOPE
    for (x0, y0), (x1, y1) in pairwise(found.knots):
        assert x1 > x0
        assert y1 - y0 >= LEAST_SLOPE * (x1 - x0) * (1 - 1e-6) - 1e-9


@settings(max_examples=60, deadline=None)
@given(pairs(FEWEST_PAIRS, 120), st.randoms(use_true_random=False))
def test_order_of_pairs_changes_nothing(some, shuffled):
    other = list(some)
    shuffled.shuffle(other)
    first, second = fit(some), fit(other)
    assert first.apply(50) == pytest.approx(second.apply(50), abs=1e-6)
    assert first.residual_sd == pytest.approx(second.residual_sd, abs=1e-6)


@settings(max_examples=60, deadline=None)
@given(pairs(FEWEST_PAIRS, 120))
def test_fit_is_no_worse_than_the_mean(some):
    """In points, weighted; held back near 0 and 100 it may lose as much as it holds back there."""
    if len({pair.raw for pair in some}) < 2:
        return
    found = fit(some)
    total = math.fsum(pair.weight for pair in some)
    mean = math.fsum(pair.weight * pair.target for pair in some) / total
    plain = math.sqrt(math.fsum(pair.weight * (pair.target - mean) ** 2 for pair in some) / total)
    freedom = math.sqrt(len(some) / (len(some) - 2))
    assert found.residual_sd <= (plain + LEAST_SLOPE * 100 + 2) * freedom


def test_pairs_at_one_place_make_a_nearly_flat_line():
    found = fit([Pair(50, target) for target in range(0, 100, 2)])
    assert found.slope == LEAST_SLOPE
    assert found.apply(50) == pytest.approx(49)


def test_a_reader_that_disagrees_does_not_turn_the_order():
    found = fit(on_a_line(30, slope=-0.5, intercept=90))
    assert found.slope == LEAST_SLOPE
    assert found.apply(90) > found.apply(10)


def test_spread_of_a_line_is_its_slope():
    assert fit(on_a_line(30, slope=0.5, intercept=20)).spread(60, 4) == pytest.approx(2)


@settings(max_examples=60, deadline=None)
@given(pairs(FEWEST_PAIRS, 120), points, st.floats(0, 30))
def test_spread_is_never_negative(some, raw, sd):
    assert fit(some).spread(raw, sd) >= 0


@settings(max_examples=40, deadline=None)
@given(pairs(0, 120))
def test_calibration_survives_json(some):
    found = fit(some)
    again = Fit.from_json(json.loads(json.dumps(found.as_json())))
    assert (again, again.version) == (found, found.version)


def test_version_changes_with_the_calibration():
    found = fit(on_a_line(30, slope=0.5, intercept=20))
    assert found.version != replace(found, pairs=31).version
    assert len(found.version) == 12


@pytest.mark.parametrize(
    ("now", "before", "due"),
    [
        (19, 0, False),
        (20, 0, True),
        (25, 20, False),
        (69, 20, False),
        (70, 20, True),
        (99, 70, False),
        (100, 70, True),
        (149, 100, False),
        (150, 100, True),
    ],
)
def test_when_to_fit_again(now, before, due):
    assert is_due(now, fitted_on=before) is due


def test_drift_is_the_mean_change():
    before, now = fit(on_a_line(30, slope=0.5, intercept=20)), fit(on_a_line(30, slope=0.5, intercept=26))
    assert drift(now, before, at=[20, 50, 80]) == pytest.approx(6)
    assert drift(before, now, at=[20, 50, 80]) == pytest.approx(6)
    assert drift(now, now, at=[20]) == drift(now, before, at=[]) == 0
