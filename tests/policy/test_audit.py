import math
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from matching.policy import Choice, Standing, Why, escalate, lot
from tests.policy.rows import after, choose, chosen, job


def test_one_sent_as_an_audit_that_belongs_to_the_top_later_counts_as_certain():
    rows = job(100)
    first = choose(rows, audit_share=0.03)
    drawn = chosen(first, Why.AUDIT)[0]
    assert 0 < first[drawn].chance < 1
    again = choose([replace(one, score=100.0) if one.id == drawn else one for one in after(rows, first)])
    assert again[drawn] == Choice(drawn, Why.DONE, 1.0)


def test_one_drawn_that_waits_stays_drawn_when_others_arrive():
    """Held, or past the budget: else only those would be measured that did not have to wait."""
    rows = job(100)
    first = choose(rows, audit_share=0.03, price=Decimal(1), money=Decimal(20))
    waits = {id_: one for id_, one in first.items() if one.behind is Why.AUDIT}
    assert len(waits) == 3
    late = [Standing(id=f"m{number}", score=100.0) for number in range(100, 1000)]
    again = choose([*after(rows, first), *late], audit_share=0.003)
    assert {again[id_].why for id_ in waits} == {Why.AUDIT}
    assert all(again[id_].chance == one.chance for id_, one in waits.items())


def test_one_that_went_keeps_its_chance_when_somebody_asks_again():
    rows = job(100)
    first = choose(rows, audit_share=0.03)
    drawn, below = chosen(first, Why.AUDIT)[0], chosen(first, Why.BELOW)[0]
    again = choose(
        [replace(one, asked=one.id in ("m0", drawn, below), chance=first[one.id].chance) for one in rows],
        share=0.0,
    )
    assert again["m0"] == Choice("m0", Why.ASKED, 1.0)
    assert again[drawn] == Choice(drawn, Why.ASKED, first[drawn].chance)
    assert again[below] == Choice(below, Why.ASKED, 0.0)


def test_audits_stand_for_the_rest_also_when_it_arrives_in_waves():
    """The sum of 1 / chance over those drawn is, in the mean over many jobs, the number of those below the line."""
    found = []
    for seed in range(400):
        standings: list[Standing] = []
        for start in (0, 60, 70, 110):
            late = range(start, {0: 60, 60: 70, 70: 110, 110: 200}[start])
            standings += [Standing(id=f"m{n}", score=(n * 37 % 101) + n / 1000) for n in late]
            choices = escalate(standings, share=0.2, audit_share=0.03, seed=f"job {seed}")
            standings = after(standings, choices)
        reached = {one.id for one in standings if one.sent}
        found.append(sum(1 / one.chance for one in standings if one.id in reached and one.chance < 1))
        certain = sum(one.sent and one.chance == 1 for one in standings)
        assert 40 <= certain <= 60
        found[-1] += certain
    mean = sum(found) / len(found)
    spread = math.sqrt(sum((one - mean) ** 2 for one in found) / len(found) / (len(found) - 1))
    assert abs(mean - 200) < 3 * spread
    assert spread < 6


@given(st.text(max_size=20), st.text(max_size=20))
def test_a_lot_lies_between_0_and_1_and_never_changes(seed, id_):
    assert 0 < lot(seed, id_) < 1
    assert lot(seed, id_) == lot(seed, id_)


def test_lots_are_even():
    lots = sorted(lot("job", str(number)) for number in range(1000))
    assert all(abs(value - (place + 0.5) / 1000) < 0.05 for place, value in enumerate(lots))
