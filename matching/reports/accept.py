"""Accepting a report: strict on form and levels, deaf to everything else that a CV may have talked the model into.

What can come through is this: levels from 0 to 4, words of fixed lists, a number of years, and short lines of text
without links, tags or markup. A quote counts only where it stands in the CV.
"""

import json
import math
import re
from collections.abc import Iterable

from matching.cloud_faults import cloud_fault
from matching.instructions import passages
from matching.prompts import CANARY, asked
from matching.prompts.assess_schema import CONFIDENCES, ONE_SCHEMA, RECENCIES, RECOMMENDATIONS, REPORT_SCHEMA
from matching.quotes import Found, Source
from matching.replies import scrub
from matching.reports.report import Mark, Question, Quote, Report
from matching.schemas import Rubric

PROOF_FROM = 2  # a level from here on needs a quote that stands in the CV
UNPROVEN = 1
MOST_YEARS = 60.0
# Characters shown, and how many of each.
QUOTE_SHOWN, NOTE_SHOWN, LINE_SHOWN, SKILL_SHOWN, SUMMARY_SHOWN, KIND_SHOWN = 240, 240, 160, 60, 240, 80
MOST_QUOTES, MOST_SKILLS, MOST_RISKS, MOST_QUESTIONS = 3, 15, 5, 3
LONGEST = 100_000
_FULL, _ONE = frozenset(REPORT_SCHEMA["required"]), frozenset(ONE_SCHEMA["required"])
_MARK = frozenset({"id", "quotes", "level", "note"})
_NO_LETTER = re.compile(r"[\W_]+")


def accept_report(text: str, *, rubric: Rubric, cv_text: str, only: str = "") -> Report:
    """The report in the text of an answer, or CloudError with the reason why it is none.

    Codes: cloud_bad_json (not the form that was asked for), cloud_bad_report (a criterion that is missing, unknown or
    there twice, or a level that does not exist), cloud_canary. `cv_text` is the text that was given to `assess_prompt`:
    quotes are looked for in it, and their places are offsets into it. `only` as in `assess_prompt`.
    """
    values = _parse(text)
    if _NO_LETTER.sub("", CANARY) in _NO_LETTER.sub("", json.dumps(values, ensure_ascii=False).casefold()):
        raise cloud_fault("cloud_canary")
    if set(values) != (_ONE if only else _FULL):
        raise cloud_fault("cloud_bad_json")
    ids = [only] if only else [criterion.id for criterion in asked(rubric)]
    evidence = _Evidence(cv_text)
    given = {
        "criteria": _marks(values["criteria"], ids, evidence),
        "instructions_found": _flag(values["instructions_found"]) or bool(evidence.orders),
        "instructions": _line(values["instructions"], KIND_SHOWN),
        "confidence": _choice(values["confidence"], CONFIDENCES),
    }
    return Report(**given, only=only) if only else Report(**given, **_whole(values, ids))


class _Evidence:
    """The CV's text as a source of proof: what stands there, but for what speaks to a machine."""

    def __init__(self, text: str) -> None:
        self.source = Source(text)
        self.orders = passages(text)

    def find(self, quote: str) -> Found | None:
        found = self.source.find(quote)
        if found and any(start < found.end and found.start < end for start, end in self.orders):
            return None
        return found


def _whole(values: dict, ids: list[str]) -> dict:
    """The parts of a full report beside its criteria."""
    skills = _mapping(values["skills"], frozenset({"matched", "partial", "missing"}))
    return {
        **{name: _lines(skills[name], SKILL_SHOWN, most=MOST_SKILLS) for name in ("matched", "partial", "missing")},
        "relevant_years": _years(values["relevant_years"]),
        "recency": _choice(values["recency"], RECENCIES),
        "risks": _lines(values["risks"], LINE_SHOWN, most=MOST_RISKS),
        "questions": _questions(values["questions"], ids),
        "recommendation": _choice(values["recommendation"], RECOMMENDATIONS),
        "why": _line(values["why"], SUMMARY_SHOWN),
        "gap": _line(values["gap"], SUMMARY_SHOWN),
    }


def _parse(text: str) -> dict:
    if len(text) > LONGEST:
        raise cloud_fault("cloud_bad_json")
    try:
        return _mapping(json.loads(text, object_pairs_hook=_once))
    except (ValueError, RecursionError) as error:
        raise cloud_fault("cloud_bad_json") from error


def _once(pairs: list[tuple[str, object]]) -> dict:
    values = dict(pairs)
    if len(values) != len(pairs):
        raise ValueError("a key stands twice")
    return values


def _mapping(value: object, keys: frozenset[str] | None = None) -> dict:
    if not isinstance(value, dict) or (keys is not None and set(value) != keys):
        raise cloud_fault("cloud_bad_json")
    return value


def _rows(value: object) -> list:
    if not isinstance(value, list):
        raise cloud_fault("cloud_bad_json")
    return value


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise cloud_fault("cloud_bad_json")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise cloud_fault("cloud_bad_json")
    return value


def _choice(value: object, choices: Iterable[str]) -> str:
    """One of the words, whatever its case: the interface does not promise it."""
    word = re.sub(r"[\s-]+", "_", _string(value).strip().casefold())
    if word not in choices:
        raise cloud_fault("cloud_bad_json")
    return word


def _line(value: object, most: int) -> str:
    return scrub(_string(value), most=most)


def _lines(value: object, length: int, *, most: int) -> tuple[str, ...]:
    """Short lines, each once, without empty ones; what is too many is left out."""
    lines = (_line(row, length) for row in _rows(value))
    return tuple(dict.fromkeys(filter(None, lines)))[:most]


def _years(value: object) -> float | None:
    """A number of years; one that cannot be is unknown."""
    if value is None:
        return None
    if type(value) not in (int, float):
        raise cloud_fault("cloud_bad_json")
    return round(float(value), 1) if 0 <= value <= MOST_YEARS and math.isfinite(value) else None


def _questions(value: object, ids: list[str]) -> tuple[Question, ...]:
    """The first three that are tied to a criterion of this job."""
    rows = [_mapping(row, frozenset({"criterion", "question"})) for row in _rows(value)]
    tied = [(_string(row["criterion"]).strip().casefold(), _line(row["question"], LINE_SHOWN)) for row in rows]
    return tuple(Question(id_, text) for id_, text in tied if id_ in ids and text)[:MOST_QUESTIONS]


def _marks(value: object, ids: list[str], evidence: _Evidence) -> tuple[Mark, ...]:
    marks = [_mark(_mapping(row, _MARK), evidence) for row in _rows(value)]
    by_id = {mark.id: mark for mark in marks}
    if len(marks) != len(ids) or set(by_id) != set(ids):
        raise cloud_fault("cloud_bad_report")
    return tuple(by_id[id_] for id_ in ids)


def _mark(row: dict, evidence: _Evidence) -> Mark:
    level = row["level"]
    if type(level) is not int or not 0 <= level <= 4:
        raise cloud_fault("cloud_bad_report")
    said = [_quote(_string(quote), evidence) for quote in _rows(row["quotes"])[:MOST_QUOTES]]
    quotes = tuple(quote for quote in said if quote.text)
    proven = level < PROOF_FROM or any(quote.verified for quote in quotes)
    return Mark(
        id=_string(row["id"]).strip().casefold(),
        level=level if proven else UNPROVEN,
        claimed_level=level,
        quotes=quotes,
        note=_line(row["note"], NOTE_SHOWN),
    )


def _quote(said: str, evidence: _Evidence) -> Quote:
    """A quote in the CV's own words where it stands there, else in the model's; made fit to show."""
    found = evidence.find(said)
    if found is None:
        return Quote(scrub(said, most=QUOTE_SHOWN))
    shown = scrub(evidence.source.text[found.start : found.end], most=QUOTE_SHOWN)
    return Quote(shown, found.start, found.end, found.exact)
