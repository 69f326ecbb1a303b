"""Escalate: which matches of a job go on to Claude, and why each does or does not. A pure function of what is known.

The set is the union of: the top share by score; those too close to its line to call, up to 30 % in all; those that the
quick estimate puts on top and the screen low; musts not found whose other criteria are strong; and a random audit of
the rest. Held ones wait for a person; past the budget the best are served first and the rest wait, visibly.
"""

import hashlib
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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

    `score` and `uncertainty` in points (None: not screened); `estimate` in points or None; `capped_without` is the
    score without the cap of a must that was not found (None: no must is missing); `held` waits for a person's look;
    `never` was marked by a person as never to be sent; `sent` went before, whatever came of it; `asked` was sent on by
    a person, outside the policy.
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


@dataclass(frozen=True, slots=True)
class Choice:
    """What became of one match: its reason and the chance (above 0, at most 1) with which it was chosen.

    The chance is 1 for all but random audits; a match that was not chosen has the chance it had, or 0.
    """

    id: str
    why: Why
    chance: float = 1.0


def escalate(
    standings: Sequence[Standing],
    *,
    share: float,
    audit_share: float,
    seed: str,
    price: Decimal = Decimal(0),
    money: Decimal | None = None,
) -> dict[str, Choice]:
    """One choice for each match, by id.

    `share` and `audit_share` from 0 to 1; `seed` makes the audit's draw the same again for the same job (a match draws
    its lot from seed and id alone, so that late ones change nobody else's); `price` is what one call may cost at most
    and `money` what may still be spent (None: unlimited), both in US dollars. Raises ValueError for a share outside 0
    to 1. The order of `standings` does not matter. Those that were sent before count in the set and are not sent twice.
    """
    if not (0 <= share <= 1 and 0 <= audit_share <= 1):
        raise ValueError("a share is from 0 to 1")
    ranked = sorted((one for one in standings if one.score is not None), key=_best_first)
    reasons = _reasons(ranked, share=share)
    chances = dict.fromkeys(reasons, 1.0)
    if share > 0 or audit_share > 0:
        audited, chance = _audit([one for one in ranked if one.id not in reasons], share=audit_share, seed=seed)
        chances |= dict.fromkeys((one.id for one in ranked if one.id not in reasons), chance)
        reasons |= dict.fromkeys(audited, Why.AUDIT)
    choices = {one.id: _choice(one, reasons.get(one.id), chances.get(one.id, 0.0)) for one in standings}
    return choices | _past_budget(ranked, choices, price=price, money=money)


def size_of_share(count: int, *, share: float) -> int:
    """How many matches a share (0 to 1) of `count` is: rounded up, at least 8 where the share is above 0, never more
    than there are; all of up to 25."""
    if share <= 0 or count <= 0:
        return 0
    if count <= ALL_UP_TO:
        return count
    return min(count, max(LEAST, math.ceil(Fraction(share).limit_denominator(10_000) * count)))


def _best_first(one: Standing) -> tuple[float, float, str]:
    return -one.score, -(one.estimate if one.estimate is not None else -1.0), one.id


def _reasons(ranked: Sequence[Standing], *, share: float) -> dict[str, Why]:
    """Why matches go on, the strongest reason first; the audit apart."""
    top = size_of_share(len(ranked), share=share)
    if top == 0:
        return {}
    if len(ranked) <= ALL_UP_TO:
        return {one.id: Why.EVERYBODY for one in ranked}
    reasons = {one.id: Why.TOP for one in ranked[:top]}
    line = ranked[top - 1].score
    near = [one for one in ranked[top:] if one.score + one.uncertainty >= line]
    room = max(0, math.floor(MOST_WITH_LINE * len(ranked)) - top)
    reasons |= {one.id: Why.LINE for one in near[:room]}
    reasons |= {id_: Why.RESCUE for id_ in _rescued(ranked) if id_ not in reasons}
    capped = [one for one in ranked if (one.capped_without or 0) >= CAPPED_AT_LEAST and one.id not in reasons]
    capped.sort(key=lambda one: (-one.capped_without, one.id))
    return reasons | {one.id: Why.CAPPED for one in capped[:MOST_CAPPED]}


def _rescued(ranked: Sequence[Standing]) -> list[str]:
    """Those in the estimate's top 10 % that stand in the screen's lower 40 %."""
    known = sorted((one for one in ranked if one.estimate is not None), key=lambda one: (-one.estimate, one.id))
    best = {one.id for one in known[: math.ceil(RESCUE_TOP * len(ranked))]}
    lower = ranked[len(ranked) - math.floor(RESCUE_LOW * len(ranked)) :]
    return [one.id for one in lower if one.id in best]


def _audit(rest: Sequence[Standing], *, share: float, seed: str) -> tuple[list[str], float]:
    """The ids drawn from the rest, and the chance that each had: at least three, each with the same chance."""
    if not rest or share <= 0:
        return [], 0.0
    count = min(len(rest), max(LEAST_AUDITED, math.ceil(Fraction(share).limit_denominator(10_000) * len(rest))))
    drawn = sorted(rest, key=lambda one: (_lot(seed, one.id), one.id))[:count]
    return [one.id for one in drawn], count / len(rest)


def _lot(seed: str, id_: str) -> bytes:
    return hashlib.sha256(f"{seed}:{id_}".encode()).digest()


def _choice(one: Standing, why: Why | None, chance: float) -> Choice:
    if one.never:
        return Choice(one.id, Why.NEVER, 0.0)
    if one.sent:
        return Choice(one.id, Why.DONE)
    if one.asked:
        return Choice(one.id, Why.ASKED)
    if one.score is None:
        return Choice(one.id, Why.NOT_SCORED, 0.0)
    if why is None:
        return Choice(one.id, Why.BELOW, chance)
    return Choice(one.id, Why.HELD if one.held else why, chance)


def _past_budget(
    ranked: Sequence[Standing], choices: dict[str, Choice], *, price: Decimal, money: Decimal | None
) -> dict[str, Choice]:
    """New choices for those that the money left does not reach, best score first."""
    if money is None or price <= 0:
        return {}
    affordable = max(0, int(money // price))
    going = [one.id for one in ranked if choices[one.id].why.goes]
    return {id_: Choice(id_, Why.BUDGET, choices[id_].chance) for id_ in going[affordable:]}


def counts(choices: Iterable[Choice]) -> dict[Why, int]:
    """How many matches there are for each reason."""
    found: dict[Why, int] = dict.fromkeys(Why, 0)
    for choice in choices:
        found[choice.why] += 1
    return found
