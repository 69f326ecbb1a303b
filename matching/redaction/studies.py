"""Which lines of a CV are about schools and degrees, with or without a heading over them."""

import re

from matching.redaction.parts import Line
from matching.redaction.plain import cut
from matching.redaction.words.schools import DEGREE_WORDS, JOB_WORDS, SCHOOL_ENDINGS, SCHOOL_SIGNS, SCHOOL_WORDS
from matching.redaction.years import year_spans

_TOKEN = re.compile(r"[^\s,|;()\[\]:]+")
_DATES = re.compile(r"(?<!\d)(?:(?:19|20)\d\d(?!\d)|'?\d\d(?!\d) ?- ?)")
_SIGNS = re.compile("|".join(SCHOOL_SIGNS))
_ENDING = re.compile(rf"(?:{'|'.join(SCHOOL_ENDINGS)})(?!\w)")
_DOTTED = re.compile(r"(?<!\w)(?:[bmajl]|ph|dipl)\.")
NEAR, LONGEST = 2, 200


def tokens_of(line: Line) -> set[str]:
    """The words of a line with the dots in them (`b.sc.`), with and without one at the end."""
    found = _TOKEN.findall(line.plain)
    return {*found, *(token.strip(".'") for token in found)}


def has_school(line: Line) -> bool:
    """Whether a word of the line says that a school is named."""
    if not line.words.isdisjoint(SCHOOL_WORDS) or _ENDING.search(line.plain):
        return True
    return not line.plain.isascii() and bool(_SIGNS.search(line.plain))


def has_degree(line: Line) -> bool:
    """Whether the line names a degree or a level of schooling."""
    if not line.words.isdisjoint(DEGREE_WORDS):
        return True
    return bool(_DOTTED.search(line.plain)) and not tokens_of(line).isdisjoint(DEGREE_WORDS)


def has_trade(line: Line) -> bool:
    """Whether the line names a trade, as the head of a job does."""
    return not line.words.isdisjoint(JOB_WORDS)


def study_lines(lines: list[Line]) -> list[bool]:
    """For each line whether it is about studies.

    Under a heading "Education" all are, until a line with dates and a trade but no degree or school shows that another
    column follows. Elsewhere a line with a school is, if a degree stands on it or near it and no trade does.
    """
    marked, inside = [False] * len(lines), True
    for index, line in enumerate(lines):
        if line.gone or not line.plain.strip():
            continue
        if line.part == "education":
            inside = (
                has_degree(line) or has_school(line) or (inside and not (_DATES.search(line.plain) and has_trade(line)))
            )
            marked[index] = marked[index] or inside
            continue
        inside = True
        if len(line.plain) < LONGEST and has_school(line) and not has_trade(line):
            _mark_around(lines, index, marked)
    return marked


def _mark_around(lines: list[Line], index: int, marked: list[bool]) -> None:
    """Mark a line with a school, the degree next to it, and lines of dates beside them."""
    near = range(max(0, index - NEAR), min(len(lines), index + NEAR + 1))
    degrees = [
        other
        for other in near
        if has_degree(lines[other]) and not has_trade(lines[other]) and len(lines[other].plain) < LONGEST
    ]
    if index in degrees:
        degrees = [index]
    if not degrees:
        return
    first, last = min(index, *degrees), max(index, *degrees)
    for other in range(max(0, first - 1), min(len(lines), last + 2)):
        if first <= other <= last or _is_only_dates(lines[other]):
            marked[other] = True


def _is_only_dates(line: Line) -> bool:
    spans = year_spans(line.plain) if line.has_digit else []
    return bool(spans) and not any(char.isalnum() for char in cut(line.plain, [(*span[:2], "") for span in spans]))
