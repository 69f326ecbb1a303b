"""From levels to a score: the arithmetic of docs/scoring.md, in pure functions. Nothing here is rounded."""

import hashlib
import json
import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from matching.calibration import IDENTITY, Fit
from matching.exceptions import RubricError
from matching.prompts import asked
from matching.schemas import Need, Rubric

LEVELS = 5
MISSING = 1e-4  # a level that is not among the 20 likeliest tokens
CAP = 59.0
CAP_CHANCE = 0.6
STRONG, POSSIBLE = 75.0, 50.0
LEAST_UNCERTAINTY = 2.0
SAME_RANK = 3.0
JUMP_POINTS = 45.0


@dataclass(frozen=True, slots=True)
class Level:
    """What the model said of one criterion: the level 0 to 4, and the probability of each of them (they sum to 1)."""

    id: str
    level: int
    probabilities: tuple[float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Score:
    """A score of 0 to 100 with its uncertainty in points. `capped_by` are the musts that were not found, by id."""

    raw: float
    sd: float
    score: float
    uncertainty: float
    band: str
    borderline: bool
    capped_by: tuple[str, ...]


def certain(level: int) -> tuple[float, float, float, float, float]:
    """The probabilities of a level about which nothing more is known: 1 on it."""
    return tuple(float(other == level) for other in range(LEVELS))


def probabilities(chances: Mapping[int, float]) -> tuple[float, float, float, float, float]:
    """Probabilities of the levels 0 to 4 from those of the tokens seen (any positive total), renormalised to sum 1.

    A level that was not seen counts as MISSING of what was seen.
    """
    seen = math.fsum(chances.get(level, 0.0) for level in range(LEVELS))
    if not seen > 0:
        raise ValueError("no level has a probability")
    shares = [chances.get(level, 0.0) / seen or MISSING for level in range(LEVELS)]
    total = math.fsum(shares)
    return tuple(share / total for share in shares)


def score(rubric: Rubric, levels: Sequence[Level], *, calibration: Fit = IDENTITY) -> Score:
    """The score of one level per criterion of the rubric and one for the whole job, in any order.

    raw = 100 sum(w e) / sum(w) with e the expected level / 4; sd = 100 sqrt(sum(w^2 v)) / sum(w) with v the variance of
    level / 4; uncertainty = max(sd as the calibration spreads it, its residual sd, 2). A must not found caps the score
    at 59. Raises RubricError when the levels are not those of the rubric.
    """
    by_id = {level.id: level for level in levels}
    criteria = asked(rubric)
    if len(by_id) != len(levels) or set(by_id) != {criterion.id for criterion in criteria}:
        raise RubricError("wrong_levels", "The levels do not belong to this version of the criteria: score again.")
    weights = [criterion.need.weight for criterion in criteria]
    spreads = [moments(by_id[criterion.id]) for criterion in criteria]
    total = math.fsum(weights)
    raw = 100 * math.fsum(weight * mean for weight, (mean, _) in zip(weights, spreads, strict=True)) / total
    variance = math.fsum(weight**2 * spread for weight, (_, spread) in zip(weights, spreads, strict=True))
    sd = 100 * math.sqrt(variance) / total
    uncertainty = max(calibration.spread(raw, sd), calibration.residual_sd, LEAST_UNCERTAINTY)
    missing = tuple(
        criterion.id
        for criterion in criteria
        if criterion.need == Need.MUST and by_id[criterion.id].probabilities[0] >= CAP_CHANCE
    )
    calibrated = calibration.apply(raw)
    final = min(calibrated, CAP) if missing else calibrated
    return Score(raw, sd, final, uncertainty, band(final), _borderline(final, uncertainty), missing)


def others(rubric: Rubric, levels: Sequence[Level], *, without: Collection[str]) -> float:
    """The raw score (0 to 100) of the criteria beside those with these ids: what speaks for somebody of whom a must
    was not found. Levels as for `score`."""
    by_id = {level.id: level for level in levels if level.id not in without}
    rows = [(criterion.need.weight, by_id[criterion.id]) for criterion in asked(rubric) if criterion.id in by_id]
    total = math.fsum(weight for weight, _ in rows)
    return 100 * math.fsum(weight * moments(level)[0] for weight, level in rows) / total if rows else 0.0


def moments(level: Level) -> tuple[float, float]:
    """Mean and variance of level / 4 under the probabilities of a level."""
    mean = math.fsum(value * chance for value, chance in enumerate(level.probabilities)) / 4
    square = math.fsum(value**2 * chance for value, chance in enumerate(level.probabilities)) / 16
    return mean, max(0.0, square - mean**2)


def band(score: float) -> str:
    """The band of a score: "strong" from 75, "possible" from 50, "low" below."""
    return "strong" if score >= STRONG else "possible" if score >= POSSIBLE else "low"


def jumps(score: float, *, estimate: float | None) -> bool:
    """Whether a score stands so far above the quick estimate that a person should look; never without an estimate."""
    return estimate is not None and score - estimate > JUMP_POINTS


def shared_ranks(scores: Sequence[tuple[float, float]]) -> list[int]:
    """Ranks from 1 for (score, uncertainty) pairs, in the order given; those too close to tell apart share one.

    From the best down, a match shares the rank of the best of its group while it is closer to that one than
    max(3, u / 2), u being the larger uncertainty of the two; otherwise it opens a group of its own, at a rank of one
    more than the number of matches before it. So a chain of near neighbours never runs on: all of a group are near its
    best, and equal scores always share one. The price: two neighbours on both sides of a group's edge may be close.
    """
    order = sorted(range(len(scores)), key=lambda at: (-scores[at][0], -scores[at][1]))
    ranks = [0] * len(scores)
    best = before = None
    rank = 0
    for place, at in enumerate(order, start=1):
        pair = scores[at]
        if best is None or (pair[0] != before and _apart(best, pair)):
            best, rank = pair, place
        ranks[at], before = rank, pair[0]
    return ranks


def _apart(first: tuple[float, float], second: tuple[float, float]) -> bool:
    return abs(first[0] - second[0]) >= max(SAME_RANK, max(first[1], second[1]) / 2)


def cache_key(*, digest: str, prompt_version: str, rubric_version: str, cv_text: str, options: Mapping) -> str:
    """64 hexadecimal digits (sha256) that are the same exactly when model, prompt, rubric, CV text and options are."""
    content = [digest, prompt_version, rubric_version, cv_text, dict(options)]
    canonical = json.dumps(content, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(canonical.encode()).hexdigest()


def _borderline(score: float, uncertainty: float) -> bool:
    return min(abs(score - STRONG), abs(score - POSSIBLE)) <= uncertainty
