import math
from collections import Counter
from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from matching.policy import (
    ALL_UP_TO,
    LEAST_AUDITED,
    MOST_CAPPED,
    Standing,
    Why,
    best_first,
    counts,
    size_of_share,
)
from tests.policy.rows import after, audits, choose, chosen, going, jobs, shares

unhurried = settings(deadline=None, max_examples=100)


@unhurried
@given(jobs(), shares, audits, st.integers(0, 30), st.randoms(use_true_random=False))
def test_order_of_matches_changes_nothing(rows, share, audit_share, waiting, shuffled):
    other = list(rows)
    shuffled.shuffle(other)
    options = {"share": share, "audit_share": audit_share, "waiting": waiting}
    assert choose(rows, **options) == choose(other, **options)


@unhurried
@given(jobs(), shares, audits, st.integers(0, 30), st.booleans())
def test_nobody_goes_that_may_not(rows, share, audit_share, waiting, everybody):
    choices = choose(rows, share=share, audit_share=audit_share, waiting=waiting, everybody=everybody)
    assert list(choices) == [one.id for one in rows]
    for one in rows:
        choice = choices[one.id]
        assert choice.id == one.id
        assert 0 <= choice.chance <= 1
        assert not (choice.why.goes and (one.never or one.held or one.sent))
        assert choice.why.goes or not one.asked or one.never or one.held or one.sent
        assert one.score is not None or one.asked or everybody or not choice.why.goes
        assert (choice.behind is not None) == (choice.why in (Why.HELD, Why.BUDGET))
        assert (choice.why is Why.NEVER) == one.never
        assert (choice.why is Why.DONE) == (one.sent and not one.never)


@unhurried
@given(jobs(fewest=26, most=120), shares, audits)
def test_sizes_keep_their_limits(rows, share, audit_share):
    open_to_all = [replace(one, held=False, never=False, sent=False, asked=False) for one in rows]
    scored = [one for one in best_first(open_to_all) if one.score is not None]
    choices = choose(open_to_all, share=share, audit_share=audit_share)
    found = counts(choices.values())
    top = size_of_share(len(scored), share=share)
    if 0 < len(scored) <= ALL_UP_TO and share > 0:
        assert found[Why.EVERYBODY] == len(scored)
        return
    assert found[Why.TOP] == top
    assert {one.id for one in scored[:top]} == set(chosen(choices, Why.TOP))
    assert found[Why.TOP] + found[Why.LINE] <= max(top, math.floor(0.3 * len(scored)))
    assert found[Why.CAPPED] <= MOST_CAPPED
    assert found[Why.RESCUE] <= math.ceil(len(scored) / 10)
    rest = found[Why.AUDIT] + found[Why.BELOW]
    size = max(LEAST_AUDITED, math.ceil(round(audit_share * rest, 9))) if audit_share else 0
    assert found[Why.AUDIT] == min(rest, size)


@unhurried
@given(jobs(most=60), shares, st.integers(0, 40), st.integers(0, 40))
def test_more_money_sends_the_same_and_more(rows, share, less, more):
    low, high = sorted((less, more))
    first = going(choose(rows, share=share, audit_share=0.03, price=Decimal(1), money=Decimal(low)))
    second = going(choose(rows, share=share, audit_share=0.03, price=Decimal(1), money=Decimal(high)))
    assert first <= second
    assert len(first) <= low
    assert second <= going(choose(rows, share=share, audit_share=0.03))


@unhurried
@given(st.lists(jobs(fewest=1, most=40), min_size=1, max_size=4), shares, audits)
def test_late_ones_join_and_nobody_goes_twice(waves, share, audit_share):
    """Matches arrive in waves; after each the policy is run to rest, with what it stored the time before."""
    standings: list[Standing] = []
    sent: Counter = Counter()
    for number, wave in enumerate(waves):
        standings += [replace(one, id=f"m{number}{one.id}", sent=False) for one in wave]
        for _ in range(2):
            choices = choose(standings, share=share, audit_share=audit_share)
            sent.update(going(choices))
            standings = after(standings, choices)
        assert going(choices) == set()
    assert set(sent.values()) <= {1}


@unhurried
@given(jobs(fewest=26, most=60), jobs(fewest=1, most=20))
def test_a_second_run_keeps_chances_or_raises_them(rows, late):
    first = choose(rows, audit_share=0.03)
    arrived = [replace(one, id=f"m9{one.id[1:]}9", sent=False) for one in late]
    second = choose([*after(rows, first), *arrived], audit_share=0.03)
    for id_ in going(first):
        assert second[id_].why is Why.DONE
        assert second[id_].chance >= first[id_].chance
