import math
import random
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.outlook import Kept, Measured, kept, outlook, positions, share_within
from matching.policy import Standing, escalate
from tests.policy.rows import jobs

measured_ones = st.builds(
    Measured,
    st.floats(0.001, 1),
    st.floats(0, 100),
    st.sampled_from([1.0, 1.0, 0.5, 0.03]),
)


def job(count: int, **options) -> list[Standing]:
    return [Standing(id=f"m{number}", score=100 - number / 10, **options) for number in range(count)]


def look(standings: list[Standing], *, share: float = 0.2, audit_share: float = 0.0, **options):
    prices = {"price_now": Decimal("0.009"), "price_batch": Decimal("0.0045")}
    return outlook(standings, share=share, audit_share=audit_share, seed="job", **prices, **options)


def read_by_both(
    jobs: int, *, rho: float, seed: int, audited: int = 6, size: int = 150
) -> tuple[list[Measured], float]:
    """Pairs as the policy makes them, of jobs where both readers correlate by `rho`; and the share of Claude's true top
    tenth that the local top fifth holds."""
    drawn = random.Random(seed)
    found, best_all, best_kept = [], 0, 0
    for _ in range(jobs):
        rows = []
        for _ in range(size):
            local = drawn.gauss(0, 1)
            rows.append((local, rho * local + math.sqrt(1 - rho**2) * drawn.gauss(0, 1)))
        rows.sort(reverse=True)
        top = size // 5
        picks = set(drawn.sample(range(top, size), audited))
        for place, (_, claude) in enumerate(rows):
            best_all += claude >= 1.2816
            best_kept += claude >= 1.2816 and place < top
            if place < top or place in picks:
                chance = 1.0 if place < top else audited / (size - top)
                target = min(100.0, max(0.0, 50 + 15 * claude))
                found.append(Measured((place + 1) / size, target, chance))
    return found, best_kept / best_all


def test_outlook_counts_and_prices_a_share():
    found = look(job(100))
    assert (found.number, found.held, found.done) == (20, 0, 0)
    assert (found.cost_now, found.cost_batch) == (Decimal("0.180"), Decimal("0.0900"))
    assert found.kept is None


def test_outlook_counts_audits_and_leaves_out_who_went_or_waits():
    rows = job(100)
    rows[0] = Standing(id="m0", score=100, sent=True)
    rows[1] = Standing(id="m1", score=99.9, held=True)
    found = look(rows, audit_share=0.03)
    assert (found.number, found.held, found.done) == (18 + 3, 1, 1)


@pytest.mark.parametrize(
    ("money", "share"), [("0", 0.0), ("0.071", 0.0), ("0.072", 0.08), ("0.18", 0.2), ("0.9", 1.0), ("100", 1.0)]
)
def test_share_for_an_amount_of_money(money, share):
    found = share_within(job(100), money=Decimal(money), price=Decimal("0.009"), audit_share=0, seed="job")
    assert found == share


@given(st.integers(0, 60), st.integers(0, 100))
def test_share_for_money_never_costs_more(count, cents):
    rows, money = job(count, uncertainty=0.4), Decimal(cents) / 100
    share = share_within(rows, money=money, price=Decimal("0.01"), audit_share=0.03, seed="job")
    going = escalate(rows, share=share, audit_share=0.03, seed="job").values()
    assert share == 0 or sum(one.why.goes for one in going) * Decimal("0.01") <= money


@given(jobs(most=60), st.integers(0, 40))
def test_share_for_money_is_the_largest(rows, number):
    """The same as trying each percent: those whose top alone costs too much are only passed over."""
    money = Decimal(number)
    found = share_within(rows, money=money, price=Decimal(1), audit_share=0.03, seed="job")
    for percent in range(100, round(found * 100), -1):
        going = escalate(rows, share=percent / 100, audit_share=0.03, seed="job").values()
        assert sum(one.why.goes for one in going) > number


def test_positions_are_shares_from_the_top():
    rows = [Standing(id="a", score=50.0), Standing(id="b", score=90.0), Standing(id="c", score=None)]
    assert positions(rows) == {"b": 0.5, "a": 1.0}


def test_kept_is_unknown_under_fifty_pairs():
    pairs, _ = read_by_both(1, rho=0.8, seed=1)
    assert kept(pairs[:49], share=0.2) is None
    assert kept([], share=0.2) is None


def test_kept_is_unknown_without_an_audit_below_the_line():
    known = [Measured(place / 100, 100 - place) for place in range(1, 101)]
    assert kept(known, share=0.5) is None
    assert kept(known, share=1.0) == Kept(share=1.0, low=1.0, high=1.0, pairs=100, audits=0)


def test_kept_of_readers_that_agree_is_all_with_a_wide_interval():
    known = [Measured(place / 100, 100 - place) for place in range(1, 21)] * 3
    audits = [Measured(place / 100, 100 - place, chance=0.1) for place in (30, 40, 50, 60, 70, 80)] * 4
    found = kept([*known, *audits], share=0.2)
    assert (found.share, found.high, found.pairs, found.audits) == (1.0, 1.0, 84, 24)
    assert 0.3 < found.low < 0.7


def test_an_audited_best_one_counts_for_those_that_were_not_drawn():
    known = [Measured(place / 100, 90.0 if place <= 9 else 40.0) for place in range(1, 51)]
    audits = [Measured(0.9, 95.0, chance=0.1), *[Measured(0.8, 10.0, chance=0.1)] * 9]
    found = kept([*known, *audits], share=0.5)
    assert found.share == pytest.approx(9 / (9 + 10))
    assert found.low < found.share < found.high < 1


@pytest.mark.parametrize("rho", [0.6, 0.8, 0.95])
def test_kept_is_right_in_the_mean(rho):
    """Measured on thirty jobs, many times over: near what is true of all of them, and the interval holds it."""
    runs = [read_by_both(30, rho=rho, seed=seed) for seed in range(12)]
    found = [kept(pairs, share=0.2) for pairs, _ in runs]
    truths = [truth for _, truth in runs]
    assert sum(one.share for one in found) / 12 == pytest.approx(sum(truths) / 12, abs=0.05)
    held = sum(one.low <= truth <= one.high for one, truth in zip(found, truths, strict=True))
    assert held >= 10


def test_correlation_alone_would_say_less_than_the_audits():
    """The share that the facts of the design give for a correlation of 0.8 and a fifth: 79 %."""
    _, truth = read_by_both(400, rho=0.8, seed=5)
    assert truth == pytest.approx(0.79, abs=0.03)


@settings(deadline=None, max_examples=100)
@given(st.lists(measured_ones, min_size=50, max_size=80), st.floats(0, 1))
def test_kept_lies_in_its_interval(pairs, share):
    found = kept(pairs, share=share)
    if found:
        assert 0 <= found.low <= found.share <= found.high <= 1


@settings(deadline=None, max_examples=100)
@given(st.lists(measured_ones, min_size=50, max_size=80), st.floats(0, 1), st.floats(0, 1))
def test_a_larger_share_never_keeps_fewer(pairs, one, other):
    less, more = (kept(pairs, share=share) for share in sorted((one, other)))
    assert less is None or more is None or less.share <= more.share + 1e-9


@pytest.mark.parametrize("values", [(0, 50), (1.1, 50), (0.5, 101), (0.5, 50, 0), (0.5, 50, 1.2), (math.nan, 50)])
def test_a_measured_match_that_cannot_be_is_refused(values):
    with pytest.raises(ValueError, match="a measured match needs"):
        Measured(*values)
