"""From features to one number: scaled inside the CVs of one job."""

from collections.abc import Sequence
from dataclasses import dataclass

from matching.estimate.features import Features

COVERAGE, BM25, TITLE, RULES = 0.55, 0.20, 0.15, 0.10


@dataclass(frozen=True, slots=True)
class Estimate:
    """The quick estimate of one match: `score` 0-100, its four parts 0-1, and words to highlight. It has no band."""

    score: float
    coverage: float
    bm25: float
    title: float
    rules: float
    matched: tuple[str, ...]
    missing: tuple[str, ...]
    criteria: dict[str, float]


def bounds(features: Sequence[Features]) -> tuple[float, float]:
    """The lowest and highest raw BM25 of a job's CVs; (0, 0) for none. Keep them to place a late CV."""
    raw = [one.bm25 for one in features]
    return (min(raw), max(raw)) if raw else (0.0, 0.0)


def combine(features: Sequence[Features]) -> tuple[Estimate, ...]:
    """Estimates in the order given, scaled by the bounds of all; the order never changes a score."""
    low, high = bounds(features)
    return tuple(combine_one(one, low=low, high=high) for one in features)


def combine_one(features: Features, *, low: float, high: float) -> Estimate:
    """The estimate of one CV among others whose raw BM25 lies from `low` to `high`; equal bounds scale to the middle."""
    scaled = min(1.0, max(0.0, (features.bm25 - low) / (high - low))) if high > low else 0.5
    score = COVERAGE * features.coverage + BM25 * scaled + TITLE * features.title + RULES * features.rules
    return Estimate(
        score=round(100 * score, 2),
        coverage=features.coverage,
        bm25=round(scaled, 4),
        title=features.title,
        rules=features.rules,
        matched=features.matched,
        missing=features.missing,
        criteria=dict(features.criteria),
    )
