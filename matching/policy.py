"""Escalate: which matches of a job go on to Claude, and why each does or does not. A pure function of what is known.

The set is the union of: the top share by score; those too close to its line to call, up to 30 % in all; those that the
quick estimate puts on top and the screen low; musts not found whose other criteria are strong; and a random audit of
the rest. Held ones wait for a person; past the budget the best are served first and the rest wait, visibly.

It is run again whenever CVs were added: who was sent stays sent, and late ones join. While CVs are still being
screened only the top share of those that are done goes on: every other rule needs to know all of them.
"""

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

ALL_UP_TO = 25  # so few that choosing costs more than it saves
LEAST = 8
MOST_WITH_LINE = Fraction(30, 100)
RESCUE_TOP, RESCUE_LOW = Fraction(10, 100), Fraction(40, 100)
CAPPED_AT_LEAST, MOST_CAPPED = 75.0, 5
LEAST_AUDITED = 3


class Why(StrEnum):
    """The reason that a match stores. The first seven send it on; the others keep it back."""

    ASKED = "asked"
    EVERYBODY = "everybody"
    TOP = "top"
    LINE = "line"
    RESCUE = "rescue"
    CAPPED = "capped"
    AUDIT = "audit"
    DONE = "done"
    BELOW = "below"
    HELD = "held"
    NEVER = "never"
    NOT_SCORED = "not_scored"
    BUDGET = "budget"

    @property
    def goes(self) -> bool:
        """Whether a match with this reason goes to Claude."""
        return self in _GOING


_GOING = frozenset({Why.ASKED, Why.EVERYBODY, Why.TOP, Why.LINE, Why.RESCUE, Why.CAPPED, Why.AUDIT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the policy knows of one match.

    `score` and `uncertainty` in points (None: not screened); `estimate` in points or None; `capped_without` is what the
    other criteria alone would score (None: no must is missing); `held` waits for a person's look; `never` was marked by
    a person as never to be sent; `sent` went before, whatever came of it; `asked` was sent on by a person, outside the
    policy; `chance` is that of the last `Choice` that was stored for it, 0 where there was none.
    """

    id: str
    score: float | None
    uncertainty: float = 0.0
    estimate: float | None = None
    capped_without: float | None = None
    held: bool = False
    never: bool = False
    sent: bool = False
    asked: bool = False
    chance: float = 0.0


@dataclass(frozen=True, slots=True)
class Choice:
    """What became of one match: its reason, and the chance (0 to 1) with which the policy chooses it.

    The chance is 1 for all but random audits. A match that was not drawn has the chance that it had; one that only a
    person's wish sent on has 0: what is measured on those that were sent weighs each by 1 / chance and leaves it out.
    `behind` is the reason for which one that is held or waits for money would go on.
    """

    id: str
    why: Why
    chance: float = 1.0
    behind: Why | None = None


def escalate(
    standings: Sequence[Standing],
    *,
    share: float,
    audit_share: float,
    seed: str,
    waiting: int = 0,
    everybody: bool = False,
    price: Decimal = Decimal(0),
    money: Decimal | None = None,
) -> dict[str, Choice]:
    """One choice for each match, by id.

    `share` and `audit_share` from 0 to 1; `seed` is the job's, and a match draws its lot from seed and id alone, so
    that late ones change nobody's; `waiting` is how many matches are still to be screened; `everybody` sends all, also
    those without a score, as in cloud mode. `price` is what one call may cost at most and `money` what may still be
    spent (None: unlimited), both in US dollars. Raises ValueError for a share outside 0 to 1. The order of `standings`
    does not matter.
    """
    if not (0 <= share <= 1 and 0 <= audit_share <= 1):
        raise ValueError("a share is from 0 to 1")
    able = sorted((one for one in standings if not one.never), key=_best_first)
    if everybody:
        reasons, chances = {one.id: Why.EVERYBODY for one in able}, {}
    else:
        ranked = [one for one in able if one.score is not None]
        reasons = _reasons(ranked, share=share, waiting=waiting)
        rest = [one for one in ranked if one.id not in reasons]
        audited, chances = _audit(rest, share=0 if waiting else audit_share, seed=seed)
        reasons |= dict.fromkeys(audited, Why.AUDIT)
    choices = {one.id: _choice(one, reasons.get(one.id), chances.get(one.id), seed=seed) for one in standings}
    return choices | _past_budget(able, choices, price=price, money=money)


def size_of_share(count: int, *, share: float, waiting: int = 0) -> int:
    """How many of `count` screened matches a share (0 to 1) is: rounded up, at least 8 where it is above 0, all where
    the job has no more than 25. While `waiting` others are still to be screened, the 8 are as many parts of all."""
    if share <= 0 or count <= 0:
        return 0
    if count + waiting <= ALL_UP_TO:
        return count
    least = math.ceil(Fraction(LEAST * count, count + waiting))
    return min(count, max(least, math.ceil(_exact(share) * count)))


def counts(choices: Iterable[Choice]) -> dict[Why, int]:
    """How many matches there are for each reason."""
    found: dict[Why, int] = dict.fromkeys(Why, 0)
    for choice in choices:
        found[choice.why] += 1
    return found


def best_first(standings: Iterable[Standing]) -> list[Standing]:
    """By score, then by the quick estimate, then by id; those that were not screened last."""
    return sorted(standings, key=_best_first)


def _best_first(one: Standing) -> tuple[bool, float, float, str]:
    return one.score is None, -(one.score or 0.0), -(-1.0 if one.estimate is None else one.estimate), one.id


def _exact(share: float) -> Fraction:
    """The share that a person meant: 0.2 is a fifth."""
    return Fraction(share).limit_denominator(10_000)


def _reasons(ranked: Sequence[Standing], *, share: float, waiting: int) -> dict[str, Why]:
    """Why matches go on, the strongest reason first; the audit apart."""
    top = size_of_share(len(ranked), share=share, waiting=waiting)
    if top == 0:
        return {}
    if len(ranked) + waiting <= ALL_UP_TO:
        return {one.id: Why.EVERYBODY for one in ranked}
    reasons = {one.id: Why.TOP for one in ranked[:top]}
    if waiting:
        return reasons
    line = ranked[top - 1].score
    near = [one for one in ranked[top:] if one.score + one.uncertainty >= line]
    room = max(0, math.floor(MOST_WITH_LINE * len(ranked)) - top)
    reasons |= {one.id: Why.LINE for one in near[:room]}
    reasons |= {id_: Why.RESCUE for id_ in _rescued(ranked) if id_ not in reasons}
    capped = [one for one in ranked if (one.capped_without or 0) >= CAPPED_AT_LEAST and one.id not in reasons]
    # Those that went for certain, or go because somebody asked, count among the five; one that was drawn as an audit
    # does not: so that the next run does not choose others.
    capped.sort(key=lambda one: (not (one.asked or (one.sent and one.chance == 1)), -one.capped_without, one.id))
    return reasons | {one.id: Why.CAPPED for one in capped[:MOST_CAPPED]}


def _rescued(ranked: Sequence[Standing]) -> list[str]:
    """Those in the estimate's top 10 % that stand in the screen's lower 40 %."""
    known = sorted((one for one in ranked if one.estimate is not None), key=lambda one: (-one.estimate, one.id))
    best = {one.id for one in known[: math.ceil(RESCUE_TOP * len(ranked))]}
    lower = ranked[len(ranked) - math.floor(RESCUE_LOW * len(ranked)) :]
    return [one.id for one in lower if one.id in best]


def _audit(rest: Sequence[Standing], *, share: float, seed: str) -> tuple[list[str], dict[str, float]]:
    """The ids drawn from the rest, at least three, and by id the chance of each.

    A lot is even between 0 and 1 and never changes. Given the others' lots, a match is drawn exactly when its own lies
    below the k-th lowest of the others: that is its chance. When the draw is repeated as CVs arrive, it is drawn when
    its lot lies below the highest of those limits: so the chances stay right, and who was drawn once stays drawn.
    """
    if not rest or share <= 0:
        return [], {}
    size = max(LEAST_AUDITED, math.ceil(_exact(share) * len(rest)))
    if size >= len(rest):
        return [one.id for one in rest], {one.id: 1.0 for one in rest}
    lots = {one.id: lot(seed, one.id) for one in rest}
    *_, last, next_one = sorted(lots.values())[: size + 1]
    before = {one.id: one.chance for one in rest if one.chance < 1}
    limits = {id_: max(before.get(id_, 0.0), next_one if own <= last else last) for id_, own in lots.items()}
    return [id_ for id_, own in lots.items() if own < limits[id_]], limits


def lot(seed: str, id_: str) -> float:
    """A number between 0 and 1, the same for ever for the same seed and id."""
    return (int.from_bytes(hashlib.sha256(f"{seed}:{id_}".encode()).digest()[:6]) + 0.5) / 2**48


def _choice(one: Standing, why: Why | None, chance: float | None, *, seed: str) -> Choice:
    """What becomes of one match that the rules send on for `why` (None: they do not), an audit with that chance."""
    drawn = 0.0 if why is None else 1.0 if chance is None else chance
    if lot(seed, one.id) < one.chance:  # an earlier run chose it
        drawn = max(drawn, one.chance)
    if one.never:
        return Choice(one.id, Why.NEVER, 0.0)
    if one.sent:
        return Choice(one.id, Why.DONE, drawn)
    wish = Why.ASKED if one.asked else why
    if one.held and wish:
        return Choice(one.id, Why.HELD, drawn, behind=wish)
    if wish:
        return Choice(one.id, wish, drawn)
    return Choice(one.id, Why.NOT_SCORED if one.score is None else Why.BELOW, chance or 0.0)


def _past_budget(
    able: Sequence[Standing], choices: Mapping[str, Choice], *, price: Decimal, money: Decimal | None
) -> dict[str, Choice]:
    """New choices for those that the money left does not reach: first who was asked for, then the best score first."""
    if money is None or price <= 0:
        return {}
    going = [choices[one.id] for one in able if choices[one.id].why.goes]
    going.sort(key=lambda choice: choice.why is not Why.ASKED)
    affordable = max(0, int(money // price))
    return {one.id: replace(one, why=Why.BUDGET, behind=one.why) for one in going[affordable:]}
