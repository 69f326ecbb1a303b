"""From features to one number, with what the CVs of one job say about how common words are among them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log

from matching.estimate.features import Features
from matching.estimate.frequency import RAREST, share_of

COVERAGE, BM25, TITLE, RULES = 0.20, 0.50, 0.15, 0.15
# The static table of word frequencies weighs as much as this many CVs of the job.
PRIOR = 100
# Above 1, rare words count more than plain BM25 lets them.
SHARPNESS = 1.5


@dataclass(frozen=True, slots=True)
class Cohort:
    """The CVs of one job together: how many, and in how many of them each of the job's terms was found."""

    size: int = 0
    holders: Mapping[str, int] = field(default_factory=dict)

    def rarity(self, term: str) -> float:
        """How telling a term is, 0-1: its share in the static table, moved towards its share in this cohort."""
        mixed = (self.holders.get(term, 0) + PRIOR * share_of(term)) / (self.size + PRIOR)
        return (log(mixed) / log(RAREST)) ** SHARPNESS

    def as_json(self) -> dict:
        return {"size": self.size, "holders": dict(self.holders)}

    @classmethod
    def from_json(cls, data: Mapping) -> "Cohort":
        """Read the JSON of `as_json`; raises KeyError or TypeError on another shape."""
        return cls(int(data["size"]), dict(data["holders"]))


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


def cohort(features: Sequence[Features]) -> Cohort:
    """What the CVs of one job say together, in any order. Keep it to place a late CV beside them."""
    return Cohort(len(features), Counter(term for one in features for term in one.found))


def combine(features: Sequence[Features]) -> tuple[Estimate, ...]:
    """Estimates in the order given. The order never changes a score, and equal features get equal scores."""
    together = cohort(features)
    return tuple(combine_one(one, cohort=together) for one in features)


def combine_one(features: Features, *, cohort: Cohort | None = None) -> Estimate:
    """The estimate of one CV beside a known cohort; without one, by the static table alone."""
    together = cohort or Cohort()
    raw = sum(value * together.rarity(term) for term, value in features.found.items())
    bm25 = raw / (raw + features.scale)
    score = COVERAGE * features.coverage + BM25 * bm25 + TITLE * features.title + RULES * features.rules
    return Estimate(
        score=round(100 * score, 2),
        coverage=features.coverage,
        bm25=round(bm25, 4),
        title=features.title,
        rules=features.rules,
        matched=features.matched,
        missing=features.missing,
        criteria=dict(features.criteria),
    )
