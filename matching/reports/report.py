"""What a report holds: plain values that can be written to JSON and read again."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from matching.scoring import Level, certain


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage that the model says to have copied. [start, end) are its place in the CV's text, in characters, and
    `exact` whether it stands there word for word; None and False when it was not found there (`verified` is False)."""

    text: str
    start: int | None = None
    end: int | None = None
    exact: bool = False

    @property
    def verified(self) -> bool:
        return self.start is not None


@dataclass(frozen=True, slots=True)
class Mark:
    """One criterion: `claimed_level` as the model gave it, `level` as it counts, both 0 to 4.

    `proven` is False when the level dropped because no quote of it stands in the CV.
    """

    id: str
    level: int
    claimed_level: int
    quotes: tuple[Quote, ...] = ()
    note: str = ""

    @property
    def proven(self) -> bool:
        return self.level == self.claimed_level


@dataclass(frozen=True, slots=True)
class Question:
    """A question for an interview, tied to a criterion by its id."""

    criterion: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An accepted report. Every text in it is one short line without links, tags or markup.

    `criteria` in the rubric's order, the whole job (z) last; `recency` is current, within_3_years, older or unknown;
    `recommendation` interview, maybe or not_now; `confidence` low, medium or high; `instructions_found` when the model
    says so or a rule finds some in the CV. `only` is the criterion's id for a
    second look at a single one: then `criteria` has that one, and all but the flag and the confidence is empty.
    """

    criteria: tuple[Mark, ...]
    matched: tuple[str, ...] = ()
    partial: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    relevant_years: float | None = None
    recency: str = "unknown"
    risks: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    recommendation: str = ""
    instructions_found: bool = False
    instructions: str = ""
    confidence: str = "low"
    why: str = ""
    gap: str = ""
    only: str = ""

    def levels(self) -> tuple[Level, ...]:
        """The levels that count, for `scoring.score`; Claude gives no probabilities, so each is certain."""
        return tuple(Level(mark.id, mark.level, certain(mark.level)) for mark in self.criteria)

    @property
    def not_proven(self) -> tuple[str, ...]:
        """The ids of the criteria whose level dropped for want of proof."""
        return tuple(mark.id for mark in self.criteria if not mark.proven)

    @property
    def quotes_verified(self) -> tuple[int, int]:
        """How many quotes stand in the CV, and how many there are."""
        quotes = [quote for mark in self.criteria for quote in mark.quotes]
        return sum(quote.verified for quote in quotes), len(quotes)

    def as_json(self) -> dict:
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping) -> "Report":
        """The same as was written by `as_json`; fields that are missing take their defaults."""
        known = {name: data[name] for name in cls.__dataclass_fields__ if name in data}
        marks = [{**mark, "quotes": tuple(Quote(**quote) for quote in mark["quotes"])} for mark in data["criteria"]]
        known["criteria"] = tuple(Mark(**mark) for mark in marks)
        known["questions"] = tuple(Question(**question) for question in data.get("questions", ()))
        for name in ("matched", "partial", "missing", "risks"):
            known[name] = tuple(data.get(name, ()))
        return cls(**known)
