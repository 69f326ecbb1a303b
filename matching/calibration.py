"""Calibration: from the local model's raw scores to Claude's scale, fitted on matches that both have read.

Under 20 pairs nothing is changed; from 20 on a line is fitted; from 100 on it is blended with an isotonic (monotone,
stepwise) curve, which weighs n / (n + 100). The slope of both stays at least 0.02, so that the order of two raw scores
is never turned or lost. Figures behind these thresholds: docs/scoring.md.
"""

import hashlib
import json
import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

FEWEST_PAIRS, PAIRS_FOR_CURVE = 20, 100
REFIT_AFTER = 50
LEAST_SLOPE = 0.02
DRIFT_POINTS = 3.0
# An audited match stands for 1 / chance others, but for no more than these: a handful must not bend the line alone.
MOST_WEIGHT = 20.0
_SAME_PLACE = 1e-9
_EDGE = 2.0  # points from 0 and 100 where a fitted score begins to be held back


@dataclass(frozen=True, slots=True)
class Pair:
    """One match read by both: the local raw score and Claude's score in points (0 to 100), and the chance (above 0, at
    most 1) with which it was picked. Raises ValueError for anything else."""

    raw: float
    target: float
    chance: float = 1.0

    def __post_init__(self) -> None:
        if not (0 <= self.raw <= 100 and 0 <= self.target <= 100 and 0 < self.chance <= 1):
            raise ValueError("a pair needs two scores from 0 to 100 and a chance above 0")

    @property
    def weight(self) -> float:
        return min(1 / self.chance, MOST_WEIGHT)


@dataclass(frozen=True, slots=True)
class Fit:
    """score = (1 - blend) * line + blend * curve. `knots` are (raw, score) points of the curve, rising.

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

    @property
    def version(self) -> str:
        """12 hexadecimal digits; equal for equal calibrations."""
        return hashlib.sha256(json.dumps(self.as_json(), sort_keys=True).encode()).hexdigest()[:12]

    def apply(self, raw: float) -> float:
        """The calibrated score (0 to 100) of a raw one. The higher of two raw scores stays the higher, also near 0 and
        100, where a fitted score is held back rather than cut."""
        value = self._value(raw)
        return _held_back(value) if self.fitted else min(100.0, max(0.0, value))

    def spread(self, raw: float, sd: float) -> float:
        """What a spread of `sd` points around a raw score becomes: for a line, sd times its slope."""
        return (self._value(raw + sd) - self._value(raw - sd)) / 2

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
    def from_json(cls, data: Mapping) -> "Fit":
        """The same as was written by `as_json`."""
        return cls(**{**data, "knots": tuple((x, y) for x, y in data["knots"])})

    def _value(self, raw: float) -> float:
        line = self.intercept + self.slope * raw
        return (1 - self.blend) * line + self.blend * _on_curve(self.knots, raw) if self.knots else line


IDENTITY = Fit()


def fit(pairs: Sequence[Pair]) -> Fit:
    """The calibration that fits the pairs best by weighted least squares; one that changes nothing under 20 pairs."""
    count = len(pairs)
    if count < FEWEST_PAIRS:
        return Fit(pairs=count)
    slope, intercept = _line(pairs)
    blend, knots = 0.0, ()
    if count >= PAIRS_FOR_CURVE:
        blend, knots = count / (count + PAIRS_FOR_CURVE), _curve(pairs)
    found = Fit(slope, intercept, 0.0, blend, knots, count)
    squares = math.fsum(pair.weight * (pair.target - found.apply(pair.raw)) ** 2 for pair in pairs)
    variance = squares / math.fsum(pair.weight for pair in pairs) * count / (count - 2)
    return Fit(slope, intercept, math.sqrt(variance), blend, knots, count)


def is_due(pairs: int, *, fitted_on: int) -> bool:
    """Whether to fit again, having `pairs` now: as soon as there are enough for a line or for a curve, and at each 50
    new ones."""
    if pairs < FEWEST_PAIRS:
        return False
    return fitted_on < FEWEST_PAIRS or fitted_on < PAIRS_FOR_CURVE <= pairs or pairs - fitted_on >= REFIT_AFTER


def drift(now: Fit, before: Fit, *, at: Sequence[float]) -> float:
    """By how many points, in the mean, a new calibration changes the scores of raw ones; over 3 it is worth telling."""
    return math.fsum(abs(now.apply(raw) - before.apply(raw)) for raw in at) / len(at) if at else 0.0


def _held_back(value: float) -> float:
    """Between 0 and 100, rising everywhere: the last points before an end are never quite used up."""
    if value > 100 - _EDGE:
        return 100 - _EDGE * math.exp((100 - _EDGE - value) / _EDGE)
    if value < _EDGE:
        return _EDGE * math.exp((value - _EDGE) / _EDGE)
    return value


def _line(pairs: Sequence[Pair]) -> tuple[float, float]:
    total = math.fsum(pair.weight for pair in pairs)
    mean_raw = math.fsum(pair.weight * pair.raw for pair in pairs) / total
    mean_target = math.fsum(pair.weight * pair.target for pair in pairs) / total
    spread = math.fsum(pair.weight * (pair.raw - mean_raw) ** 2 for pair in pairs)
    together = math.fsum(pair.weight * (pair.raw - mean_raw) * (pair.target - mean_target) for pair in pairs)
    slope = max(LEAST_SLOPE, together / spread) if spread > _SAME_PLACE else LEAST_SLOPE
    return slope, mean_target - slope * mean_raw


@dataclass(slots=True)
class _Block:
    """Pairs that the curve gives one value (plus the least slope): from raw score `first` to `last`."""

    first: float
    last: float
    weight: float
    total: float

    @property
    def mean(self) -> float:
        return self.total / self.weight


def _curve(pairs: Sequence[Pair]) -> tuple[tuple[float, float], ...]:
    """Pool adjacent violators on targets less the least slope, which is added again: so the curve always rises."""
    blocks: list[_Block] = []
    for raw, same in groupby(sorted(pairs, key=_place), key=_place):
        rows = [(pair.weight, pair.target - LEAST_SLOPE * raw) for pair in same]
        weight = math.fsum(weight for weight, _ in rows)
        blocks.append(_Block(raw, raw, weight, math.fsum(weight * reduced for weight, reduced in rows)))
        while len(blocks) > 1 and blocks[-2].mean >= blocks[-1].mean:
            later = blocks.pop()
            blocks[-1].last = later.last
            blocks[-1].weight += later.weight
            blocks[-1].total += later.total
    ends = [(raw, block.mean + LEAST_SLOPE * raw) for block in blocks for raw in (block.first, block.last)]
    return tuple(dict(ends).items())


def _place(pair: Pair) -> float:
    """Raw scores so near that no line could be drawn between them count as one."""
    return round(pair.raw, 6)


def _on_curve(knots: Sequence[tuple[float, float]], raw: float) -> float:
    """Between knots a straight line; outside them the least slope goes on."""
    if raw <= knots[0][0]:
        return knots[0][1] + LEAST_SLOPE * (raw - knots[0][0])
    if raw >= knots[-1][0]:
        return knots[-1][1] + LEAST_SLOPE * (raw - knots[-1][0])
    place = bisect_right([x for x, _ in knots], raw)
    (x0, y0), (x1, y1) = knots[place - 1], knots[place]
    return y0 + (y1 - y0) * (raw - x0) / (x1 - x0)
