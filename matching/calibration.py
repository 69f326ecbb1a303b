"""Calibration: from the local model's raw scores to Claude's scale, fitted on matches that both have read.

Under 20 pairs nothing is changed; from 20 on a line is fitted; from 100 on it is blended with an isotonic (monotone,
stepwise) curve, which weighs n / (n + 100). The slope of both stays at least 0.02, so that the order of two raw scores
is never turned or lost. Figures behind these thresholds: docs/scoring.md.
"""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

FEWEST_PAIRS, PAIRS_FOR_CURVE = 20, 100
REFIT_AFTER = 50
LEAST_SLOPE = 0.02
DRIFT_POINTS = 3.0


@dataclass(frozen=True, slots=True)
class Pair:
    """One match read by both: the local raw score and Claude's score in points, and the chance (above 0, at most 1)
    with which it was picked: an audited one stands for 1 / chance others."""

    raw: float
    target: float
    chance: float = 1.0


@dataclass(frozen=True, slots=True)
class Fit:
    """A calibration: score = (1 - blend) * line + blend * curve. `knots` are (raw, score) points of the curve, rising.

    `residual_sd` is the weighted standard deviation, in points, of what it leaves unexplained; `pairs` how many it was
    fitted on. The default changes nothing.
    """

    slope: float = 1.0
    intercept: float = 0.0
    residual_sd: float = 0.0
    blend: float = 0.0
    knots: tuple[tuple[float, float], ...] = ()
    pairs: int = 0

    @property
    def fitted(self) -> bool:
        return self.pairs >= FEWEST_PAIRS

    def apply(self, raw: float) -> float:
        """The calibrated score (0 to 100) of a raw one."""
        line = self.intercept + self.slope * raw
        value = line if not self.knots else (1 - self.blend) * line + self.blend * _on_curve(self.knots, raw)
        return min(100.0, max(0.0, value))

    def as_json(self) -> dict:
        return {
            "slope": self.slope,
            "intercept": self.intercept,
            "residual_sd": self.residual_sd,
            "blend": self.blend,
            "knots": [list(knot) for knot in self.knots],
            "pairs": self.pairs,
        }

    @classmethod
    def from_json(cls, data: dict) -> "Fit":
        """The same as was written by `as_json`."""
        return cls(**{**data, "knots": tuple((x, y) for x, y in data["knots"])})


IDENTITY = Fit()


def fit(pairs: Sequence[Pair]) -> Fit:
    """The calibration that fits the pairs best by weighted least squares; the identity under 20 pairs."""
    count = len(pairs)
    if count < FEWEST_PAIRS:
        return Fit(pairs=count)
    weights = [1 / pair.chance for pair in pairs]
    slope, intercept = _line(pairs, weights)
    blend, knots = 0.0, ()
    if count >= PAIRS_FOR_CURVE:
        blend, knots = count / (count + PAIRS_FOR_CURVE), _curve(pairs, weights)
    found = Fit(slope, intercept, 0.0, blend, knots, count)
    squares = math.fsum(
        weight * (pair.target - found.apply(pair.raw)) ** 2 for pair, weight in zip(pairs, weights, strict=True)
    )
    return Fit(slope, intercept, math.sqrt(squares / math.fsum(weights)), blend, knots, count)


def drift(now: Fit, before: Fit, *, at: Sequence[float]) -> float:
    """The mean change in points that a new calibration makes to raw scores; over 3 it is worth telling."""
    return math.fsum(now.apply(raw) - before.apply(raw) for raw in at) / len(at) if at else 0.0


def _line(pairs: Sequence[Pair], weights: Sequence[float]) -> tuple[float, float]:
    total = math.fsum(weights)
    rows = list(zip(pairs, weights, strict=True))
    mean_raw = math.fsum(weight * pair.raw for pair, weight in rows) / total
    mean_target = math.fsum(weight * pair.target for pair, weight in rows) / total
    spread = math.fsum(weight * (pair.raw - mean_raw) ** 2 for pair, weight in rows)
    together = math.fsum(weight * (pair.raw - mean_raw) * (pair.target - mean_target) for pair, weight in rows)
    slope = max(LEAST_SLOPE, together / spread) if spread > 0 else LEAST_SLOPE
    return slope, mean_target - slope * mean_raw


def _curve(pairs: Sequence[Pair], weights: Sequence[float]) -> tuple[tuple[float, float], ...]:
    """Pool adjacent violators on targets less the least slope, which is added again: so the curve always rises."""
    rows = sorted(zip(pairs, weights, strict=True), key=lambda row: (row[0].raw, row[0].target))
    blocks: list[list[float]] = []  # weight, weighted raw, weighted reduced target
    for pair, weight in rows:
        blocks.append([weight, weight * pair.raw, weight * (pair.target - LEAST_SLOPE * pair.raw)])
        while len(blocks) > 1 and _violates(blocks[-2], blocks[-1]):
            last = blocks.pop()
            blocks[-1] = [one + other for one, other in zip(blocks[-1], last, strict=True)]
    return tuple((raw / weight, target / weight + LEAST_SLOPE * raw / weight) for weight, raw, target in blocks)


def _violates(before: list[float], after: list[float]) -> bool:
    """Whether two blocks fall, or stand at the same raw score, where a curve can have one value only."""
    same_place = after[1] / after[0] - before[1] / before[0] < 1e-9
    return same_place or before[2] / before[0] >= after[2] / after[0]


def _on_curve(knots: Sequence[tuple[float, float]], raw: float) -> float:
    """Between knots a straight line; outside them the least slope goes on."""
    if raw <= knots[0][0]:
        return knots[0][1] + LEAST_SLOPE * (raw - knots[0][0])
    if raw >= knots[-1][0]:
        return knots[-1][1] + LEAST_SLOPE * (raw - knots[-1][0])
    place = bisect_right([x for x, _ in knots], raw)
    (x0, y0), (x1, y1) = knots[place - 1], knots[place]
    return y0 + (y1 - y0) * (raw - x0) / (x1 - x0)


def rises(knots: Sequence[tuple[float, float]]) -> bool:
    """Whether a curve's points rise in both directions, as those of `fit` do."""
    return all(x0 < x1 and y0 < y1 for (x0, y0), (x1, y1) in pairwise(knots))
