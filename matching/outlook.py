"""The slider before a click: how many a share sends to Claude, what that costs now and overnight, and how many of the
truly best it is expected to keep, measured on matches that both readers have read."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate

from matching.policy import Standing, Why, best_first, counts, escalate, size_of_share

BEST_SHARE = Fraction(10, 100)
FEWEST_MEASURED = 50
_SD_95 = 1.96


@dataclass(frozen=True, slots=True)
class Measured:
    """One match read by both. `position` (above 0, at most 1) is its place by the local score in its own job, as a
    share from the top; `target` is Claude's score in points; `chance` (above 0, at most 1) is that with which the
    policy sent it: an audited one stands for 1 / chance others. Raises ValueError for anything else."""

    position: float
    target: float
    chance: float = 1.0

    def __post_init__(self) -> None:
        if not (0 < self.position <= 1 and 0 <= self.target <= 100 and 0 < self.chance <= 1):
            raise ValueError("a measured match needs a place, a score from 0 to 100 and a chance above 0")

    @property
    def weight(self) -> float:
        return 1 / self.chance


@dataclass(frozen=True, slots=True)
class Kept:
    """The share (0 to 1) of the truly best, Claude's top 10 %, that the local score puts above a line; `low` and `high`
    enclose it in 95 of 100 cases. From `pairs` matches, `audits` of them drawn from below the line."""

    share: float
    low: float
    high: float
    pairs: int
    audits: int


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a share leads to: `number` matches would be sent now (`held` others wait for a look, `done` were sent
    before), in US dollars now and as a batch; `kept` is None while it cannot be told."""

    share: float
    number: int
    held: int
    done: int
    cost_now: Decimal
    cost_batch: Decimal
    kept: Kept | None


def outlook(
    standings: Sequence[Standing],
    *,
    share: float,
    audit_share: float,
    seed: str,
    price_now: Decimal,
    price_batch: Decimal,
    agreement: Sequence[Measured] = (),
    waiting: int = 0,
    everybody: bool = False,
) -> Outlook:
    """The outlook of a share (0 to 1). Prices are those of one match, in US dollars: what is expected, not the worst.
    `everybody` goes whatever the share, as in cloud mode.

    `agreement` are the matches of this local model and prompt that both readers have read, of all jobs.
    """
    choices = escalate(standings, share=share, audit_share=audit_share, seed=seed, waiting=waiting, everybody=everybody)
    found = counts(choices.values())
    number = sum(count for why, count in found.items() if why.goes)
    return Outlook(
        share=share,
        number=number,
        held=found[Why.HELD],
        done=found[Why.DONE],
        cost_now=number * price_now,
        cost_batch=number * price_batch,
        kept=kept(agreement, share=share),
    )


def share_within(
    standings: Sequence[Standing], *, money: Decimal, price: Decimal, audit_share: float, seed: str
) -> float:
    """The largest share, in whole percents, whose matches that would be sent now cost no more than `money`."""
    ranked = [one for one in best_first(standings) if one.score is not None and not one.never]
    fresh = [0, *accumulate(not (one.sent or one.held) for one in ranked)]  # by how many of the best are taken
    for percent in range(100, 0, -1):
        share = percent / 100
        if fresh[size_of_share(len(ranked), share=share)] * price > money:
            continue  # its top alone costs too much
        choices = escalate(standings, share=share, audit_share=audit_share, seed=seed)
        if sum(choice.why.goes for choice in choices.values()) * price <= money:
            return share
    return 0.0


def positions(standings: Iterable[Standing]) -> dict[str, float]:
    """The place of each screened match of a job by its score, as a share from the top: the best of 50 has 0.02."""
    ranked = [one for one in best_first(standings) if one.score is not None]
    return {one.id: place / len(ranked) for place, one in enumerate(ranked, start=1)}


def kept(measured: Sequence[Measured], *, share: float) -> Kept | None:
    """How many of the truly best stand above the line of a share (0 to 1); None while that cannot be told: under 50
    matches, or without an audited one below the line.

    Those that were sent for certain are known. The others are known from the audits alone: the share of the best among
    them, with its interval (Wilson's, for as many as they are worth by their weights), times all that they stand for.
    """
    below = [one for one in measured if one.position > share]
    audits = [one for one in below if one.chance < 1]
    if len(measured) < FEWEST_MEASURED or (not audits and share < 1):
        return None
    border = _border(measured)
    above = math.fsum(one.weight for one in measured if one.position <= share and one.target >= border)
    lost = sum(one.chance == 1 and one.target >= border for one in below)
    stand_for = math.fsum(one.weight for one in audits)
    missed, few, many = _interval(audits, border=border)
    return Kept(
        share=_part(above, lost + stand_for * missed),
        low=_part(above, lost + stand_for * many),
        high=_part(above, lost + stand_for * few),
        pairs=len(measured),
        audits=len(audits),
    )


def _border(measured: Sequence[Measured]) -> float:
    """Claude's score from which a tenth of all that the matches stand for is the best."""
    room = float(BEST_SHARE) * math.fsum(one.weight for one in measured)
    counted = 0.0
    for one in sorted(measured, key=lambda one: -one.target):
        counted += one.weight
        if counted >= room:
            return one.target
    return 0.0


def _interval(audits: Sequence[Measured], *, border: float) -> tuple[float, float, float]:
    """The share of the best among audits, and its lower and upper limit."""
    if not audits:
        return 0.0, 0.0, 0.0
    total = math.fsum(one.weight for one in audits)
    worth = total**2 / math.fsum(one.weight**2 for one in audits)
    share = math.fsum(one.weight for one in audits if one.target >= border) / total
    middle = (share + _SD_95**2 / (2 * worth)) / (1 + _SD_95**2 / worth)
    half = _SD_95 / (1 + _SD_95**2 / worth) * math.sqrt(share * (1 - share) / worth + _SD_95**2 / (4 * worth**2))
    return share, max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half))


def _part(above: float, below: float) -> float:
    return above / (above + below) if above + below > 0 else 1.0
