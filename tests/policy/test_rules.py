import math
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.policy import (
    LEAST,
    LEAST_AUDITED,
    Choice,
    Standing,
    Why,
    counts,
    escalate,
    lot,
    size_of_share,
)
from tests.policy.rows import after, choose, chosen, going, job, shares


@pytest.mark.parametrize(
    ("count", "share", "size"),
    [
        (0, 0.2, 0),
        (1, 0.01, 1),
        (25, 0.01, 25),
        (25, 0, 0),
        (26, 0.2, 8),
        (40, 0.2, 8),
        (41, 0.2, 9),
        (100, 0.2, 20),
        (100, 0.15, 15),
        (100, 0.07, 8),
        (100, 1, 100),
        (1000, 0.3, 300),
        (1001, 0.2, 201),
    ],
)
def test_size_of_a_share(count, share, size):
    assert size_of_share(count, share=share) == size


@pytest.mark.parametrize(
    ("count", "waiting", "size"), [(10, 90, 2), (50, 50, 10), (20, 20, 4), (5, 20, 5), (5, 21, 2), (99, 1, 20)]
)
def test_size_of_a_share_while_others_wait(count, waiting, size):
    assert size_of_share(count, share=0.2, waiting=waiting) == size


@given(st.integers(0, 2000), shares, st.integers(0, 500))
def test_a_share_is_never_more_than_all_and_grows_with_itself(count, share, waiting):
    size = size_of_share(count, share=share, waiting=waiting)
    assert 0 <= size <= count
    assert size >= math.floor(share * count)
    assert size <= size_of_share(count, share=min(1.0, share + 0.01), waiting=waiting)


def test_everybody_goes_when_there_are_few():
    assert counts(choose(job(25)).values())[Why.EVERYBODY] == 25
    assert counts(choose(job(26)).values())[Why.TOP] == LEAST


def test_top_share_goes_and_the_rest_stays():
    choices = choose(job(100))
    assert chosen(choices, Why.TOP) == [f"m{number}" for number in range(20)]
    assert chosen(choices, Why.BELOW) == [f"m{number}" for number in range(20, 100)]
    assert {one.chance for one in choices.values() if one.why is Why.TOP} == {1.0}
    assert {one.chance for one in choices.values() if one.why is Why.BELOW} == {0.0}


@pytest.mark.parametrize("share", [-0.1, 1.1, math.nan])
def test_a_share_outside_0_to_1_is_refused(share):
    with pytest.raises(ValueError, match="a share is from 0 to 1"):
        choose(job(30), share=share)
    with pytest.raises(ValueError, match="a share is from 0 to 1"):
        choose(job(30), audit_share=share)


def test_share_0_sends_nobody_but_audits():
    assert going(choose(job(100), share=0)) == set()
    assert counts(choose(job(100), share=0, audit_share=0.03).values())[Why.AUDIT] == 3
    assert going(choose(job(10), share=0)) == set()


def test_those_within_their_uncertainty_of_the_line_go():
    near = {"m20": {"uncertainty": 0.1}, "m22": {"uncertainty": 0.31}, "m25": {"uncertainty": 0.5}}
    assert chosen(choose(job(100, **near)), Why.LINE) == ["m20", "m22"]


def test_equal_scores_at_the_line_all_go():
    tied = [replace(one, score=50.0) for one in job(100)]
    assert counts(choose(tied).values())[Why.TOP] == 20
    assert counts(choose(tied).values())[Why.LINE] == 10


def test_line_takes_up_to_30_percent_in_all_best_first():
    vague = [replace(one, uncertainty=50.0) for one in job(100)]
    choices = choose(vague)
    assert chosen(choices, Why.TOP, Why.LINE) == [f"m{number}" for number in range(30)]
    assert counts(choose(vague, share=0.4).values())[Why.LINE] == 0


def test_those_that_the_estimate_puts_on_top_and_the_screen_low_are_rescued():
    changes = {f"m{number}": {"estimate": 90.0 - number / 10} for number in range(50, 70)}
    assert chosen(choose(job(100, **changes)), Why.RESCUE) == []
    changes = {f"m{number}": {"estimate": 50.0 + number / 10} for number in range(50, 100)}
    assert chosen(choose(job(100, **changes)), Why.RESCUE) == [f"m{number}" for number in range(90, 100)]


def test_an_unknown_estimate_rescues_nobody():
    assert counts(choose(job(100)).values())[Why.RESCUE] == 0


def test_missing_musts_whose_other_criteria_are_strong_go_up_to_five():
    changes = {f"m{number}": {"capped_without": 75.0 + number % 7} for number in range(30, 40)}
    changes |= {"m50": {"capped_without": 74.9}}
    choices = choose(job(100, **changes))
    assert chosen(choices, Why.CAPPED) == ["m31", "m32", "m33", "m34", "m39"]


def test_an_audit_that_went_does_not_count_among_the_five_and_keeps_its_chance():
    changes = {f"m{number}": {"capped_without": 79.0} for number in range(12, 30)}
    changes |= {f"m{number}": {"capped_without": 90.0, "held": number == 30} for number in range(30, 35)}
    rows = job(36, **changes)
    before = choose(rows, audit_share=0.2)
    rest = choose(after(rows, before), audit_share=0.2)
    drawn = chosen(before, Why.AUDIT)
    assert len(drawn) >= LEAST_AUDITED
    assert going(rest) == set()
    assert {id_: rest[id_].chance for id_ in drawn} == {id_: before[id_].chance for id_ in drawn}


def test_those_that_somebody_asked_for_count_among_the_five_before_and_after_they_went():
    """Else the one that they push out later joins the rest, and a larger rest has a larger audit."""
    changes = {f"m{number}": {"capped_without": 80.0 + number % 10} for number in range(30, 36)}
    changes["m30"] |= {"asked": True}
    changes["m31"] |= {"held": True}
    rows = job(36, **changes)
    before = choose(rows, audit_share=0.1)
    rest = choose(after(rows, before), audit_share=0.1)
    assert before["m30"].why is Why.ASKED
    assert before["m31"].why is Why.BELOW
    assert going(rest) == set()
    assert {id_: one.chance for id_, one in rest.items()} == {id_: one.chance for id_, one in before.items()}


def test_those_that_went_as_capped_count_among_the_five():
    changes = {f"m{number}": {"capped_without": 80.0} for number in range(30, 34)}
    first = after(job(100, **changes), choose(job(100, **changes)))
    late = [Standing(id=f"m{number}", score=50.0 + number / 1000, capped_without=99.0) for number in range(100, 110)]
    assert len(chosen(choose([*first, *late]), Why.CAPPED)) == 1


def test_audit_is_three_of_a_small_rest_and_a_share_of_a_large_one():
    assert counts(choose(job(50), audit_share=0.03).values())[Why.AUDIT] == LEAST_AUDITED
    assert counts(choose(job(1000), audit_share=0.03).values())[Why.AUDIT] == 24
    assert counts(choose(job(1000), audit_share=0).values())[Why.AUDIT] == 0


def test_audit_of_a_rest_of_three_takes_all_of_it():
    choices = choose(job(100), share=0.97, audit_share=0.03)
    assert chosen(choices, Why.AUDIT) == ["m97", "m98", "m99"]
    assert {choices[id_].chance for id_ in ("m97", "m98", "m99")} == {1.0}


def test_audited_ones_and_the_rest_carry_their_chance():
    choices = choose(job(100), audit_share=0.03)
    drawn = {one.chance for one in choices.values() if one.why is Why.AUDIT}
    had = {one.chance for one in choices.values() if one.why is Why.BELOW}
    assert len(drawn) == len(had) == 1
    assert 0 < had.pop() < drawn.pop() < 0.2
    assert all(lot("job", id_) < one.chance for id_, one in choices.items() if one.why is Why.AUDIT)
    assert all(lot("job", id_) > one.chance for id_, one in choices.items() if one.why is Why.BELOW)


def test_another_job_draws_others():
    draws = {
        tuple(chosen(escalate(job(200), share=0.2, audit_share=0.03, seed=seed), Why.AUDIT)) for seed in "abcdefgh"
    }
    assert len(draws) == 8


def test_held_ones_wait_and_say_for_what():
    choices = choose(job(100, m0={"held": True}, m50={"held": True}))
    assert choices["m0"] == Choice("m0", Why.HELD, 1.0, behind=Why.TOP)
    assert choices["m50"] == Choice("m50", Why.BELOW, 0.0)


def test_held_ones_are_not_sent_because_somebody_asks():
    choices = choose(job(100, m50={"held": True, "asked": True}))
    assert choices["m50"] == Choice("m50", Why.HELD, 0.0, behind=Why.ASKED)


def test_those_never_to_be_sent_take_nobodys_place():
    choices = choose(job(100, m0={"never": True}, m1={"never": True, "asked": True}))
    assert (choices["m0"].why, choices["m1"].why) == (Why.NEVER, Why.NEVER)
    assert chosen(choices, Why.TOP) == [f"m{number}" for number in range(2, 22)]


def test_those_that_are_not_scored_stay_unless_asked_for():
    choices = choose([*job(100), Standing(id="m100", score=None), Standing(id="m101", score=None, asked=True)])
    assert (choices["m100"].why, choices["m101"].why) == (Why.NOT_SCORED, Why.ASKED)


@pytest.mark.parametrize(("id_", "chance"), [("m0", 1.0), ("m50", 0.0)])
def test_those_asked_for_go_and_count_only_where_the_policy_would_send_them(id_, chance):
    assert choose(job(100, **{id_: {"asked": True}}))[id_] == Choice(id_, Why.ASKED, chance)


def test_one_asked_for_that_is_drawn_anyway_counts_as_drawn():
    choices = choose(job(100), audit_share=0.03)
    drawn = chosen(choices, Why.AUDIT)[0]
    asked = choose(job(100, **{drawn: {"asked": True}}), audit_share=0.03)
    assert asked[drawn] == Choice(drawn, Why.ASKED, choices[drawn].chance)


def test_budget_serves_the_best_first_and_the_rest_waits():
    choices = choose(job(100), price=Decimal("0.009"), money=Decimal("0.10"))
    assert chosen(choices, Why.TOP) == [f"m{number}" for number in range(11)]
    assert chosen(choices, Why.BUDGET) == [f"m{number}" for number in range(11, 20)]
    assert choices["m11"] == Choice("m11", Why.BUDGET, 1.0, behind=Why.TOP)


def test_budget_serves_those_that_somebody_asked_for_before_all():
    choices = choose(job(100, m90={"asked": True}), price=Decimal(1), money=Decimal(2))
    assert going(choices) == {"m0", "m90"}


@pytest.mark.parametrize(("money", "number"), [("-1", 0), ("0", 0), ("0.0089", 0), ("0.009", 1), ("1", 20)])
def test_budget_is_never_passed(money, number):
    assert len(going(choose(job(100), price=Decimal("0.009"), money=Decimal(money)))) == number


def test_cloud_mode_sends_everybody_that_may_be_sent():
    rows = job(100, m1={"never": True}, m2={"held": True}, m3={"score": None}, m4={"sent": True})
    choices = choose(rows, everybody=True)
    assert counts(choices.values())[Why.EVERYBODY] == 97
    assert [choices[id_].why for id_ in ("m1", "m2", "m3", "m4")] == [
        Why.NEVER,
        Why.HELD,
        Why.EVERYBODY,
        Why.DONE,
    ]


def test_only_the_top_goes_while_others_are_being_screened():
    vague = [replace(one, uncertainty=50.0, capped_without=90.0, estimate=100 - one.score) for one in job(100)]
    choices = choose(vague, audit_share=0.03, waiting=50)
    assert counts(choices.values())[Why.TOP] == len(going(choices)) == 20


def test_few_go_at_once_though_others_are_being_screened():
    assert len(going(choose(job(5), waiting=20))) == 5
    assert len(going(choose(job(5), waiting=21))) == 2


def test_reasons_say_who_goes():
    assert [why.value for why in Why if why.goes] == [
        "asked",
        "everybody",
        "top",
        "line",
        "rescue",
        "capped",
        "audit",
    ]
