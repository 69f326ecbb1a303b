"""Names of schools. The level and the field of a degree stay."""

import re
from collections import Counter

from matching.redaction.parts import Line
from matching.redaction.places import place_spans
from matching.redaction.plain import Span
from matching.redaction.shapes import is_place
from matching.redaction.words import words
from matching.redaction.words.schools import (
    DEGREE_WORDS,
    FIELD_WORDS,
    JOB_WORDS,
    KNOWN_SCHOOLS,
    SCHOOL_ENDINGS,
    SCHOOL_SIGNS,
    SCHOOL_WORDS,
)
from matching.redaction.years import mask_graduations, mask_years

MASK = "[school]"
_CUT = re.compile(r"[,|;\t()\[\]:]| -+ | / |$")
_TOKEN = re.compile(r"[^\s,|;()\[\]:]+")
_DATES = re.compile(r"(?<!\d)(?:(?:19|20)\d\d(?!\d)|'?\d\d(?!\d) ?- ?)")
_JOINING = words(
    "of the at de la le les du des del della di da do dos das d' der fur fuer for zu zur am an in und and & y et e voor van te von "
    "im el los las a"
)
# These come before the school's word in any language; other words do so in English only.
_LEADING = words(
    "technische technischen technical freie vrije katholische katholieke catholic duale staatliche open state national royal erasmus radboud "
    "humboldt goethe bauhaus universitaire padagogische grande haute private free federal international central"
)
_ENGLISH = words("university college school institute academy polytechnic conservatory seminary univ lyceum")
_GENERIC = words(
    "high secondary primary middle grammar elementary business law medical graduate summer night evening the a my public private"
)
_AT = re.compile(
    r"(?:studied|graduated|degree|diploma|studium|studiert|bachelor|master|msc|bsc|ba|ma|phd)\b[^,|;()]{0,60}? (?:at|from|an der|aan de|a l'|en la) "
)
MOST_NAMES = 12


def mask_schools(lines: list[Line]) -> Counter:
    """Take names of schools, their towns and the years out of education lines, and the same names out of all others."""
    removed, names, inside = Counter(), {}, True
    for line in lines:
        if line.gone or not line.plain.strip():
            continue
        tokens = _words(line.plain)
        degree, school = not tokens.isdisjoint(DEGREE_WORDS), _has_school(line.plain, tokens)
        if line.part == "education":
            inside = _still_education(line.plain, tokens, known=degree or school, inside=inside)
        else:
            inside = True
        if (line.part == "education" and inside) or (line.part in ("body", "summary", "top") and degree and school):
            removed["school"] += _mask_line(line, names)
            removed["year"] += mask_years(line)
        else:
            removed["year"] += mask_graduations(line)
    removed["school"] += _mask_elsewhere(lines, list(names)[:MOST_NAMES])
    return removed


def _words(folded: str) -> set[str]:
    return {token.strip(".'") for token in _TOKEN.findall(folded)} | set(_TOKEN.findall(folded))


def _has_school(folded: str, tokens: set[str]) -> bool:
    if not tokens.isdisjoint(SCHOOL_WORDS) or any(token.endswith(SCHOOL_ENDINGS) for token in tokens):
        return True
    return any(sign in folded for sign in SCHOOL_SIGNS)


def _still_education(folded: str, tokens: set[str], *, known: bool, inside: bool) -> bool:
    """In two-column texts jobs follow under the heading "Education": dates with a trade and no degree end it."""
    if known:
        return True
    return inside and not (_DATES.search(folded) and not tokens.isdisjoint(JOB_WORDS))


def _mask_line(line: Line, names: dict[str, None]) -> int:
    spans: list[Span] = []
    at = 0
    for cut in _CUT.finditer(line.plain):
        if cut.start() > at:
            spans += _segment(line, at, cut.start())
        at = cut.end()
    for start, end, _ in spans:
        shown = line.plain[start:end].strip(" .")
        if len(shown.split()) > 1:
            names[shown] = None
    places = [
        span for span in place_spans(line) if not any(start < span[1] and span[0] < end for start, end, _ in spans)
    ]
    done = line.put([*spans, *((start, end, "") for start, end, _ in places)])
    line.put([(*match.span(), "") for match in re.finditer(r"(?<=\[school\]) ?\([a-z]{2,6}\)", line.plain)])
    return done


def _segment(line: Line, left: int, right: int) -> list[Span]:
    """The school's name in one part of a line."""
    if any(sign in line.plain[left:right] for sign in SCHOOL_SIGNS):
        return [(left, right, MASK)]
    tokens = [match.span() for match in _TOKEN.finditer(line.plain, left, right)][:24]
    stems = [line.plain[start:end].strip(".'\"") for start, end in tokens]
    for index, stem in enumerate(stems):
        if stem in SCHOOL_WORDS or (stem.endswith(SCHOOL_ENDINGS) and len(stem) > 12):
            first, last = _extent(line, tokens, stems, index)
            if _is_named(stems[first : last + 1]):
                return [(tokens[first][0], tokens[last][1], MASK)]
    for size in (3, 2, 1):
        for index in range(len(stems) - size + 1):
            start, end = tokens[index][0], tokens[index + size - 1][1]
            if " ".join(stems[index : index + size]) in KNOWN_SCHOOLS and line.text[start].isupper():
                return [(start, end, MASK)]
    if match := _AT.search(line.plain, left, right):
        end = match.end()
        for start, stop in tokens:
            if start >= match.end() and line.text[start].isupper():
                end = stop
            elif start >= match.end():
                break
        return [(match.end(), end, MASK)] if end > match.end() else []
    return []


def _extent(line: Line, tokens: list[tuple[int, int]], stems: list[str], index: int) -> tuple[int, int]:
    """First and last token of the school's name around its telling word."""
    last = _rightmost(line, tokens, stems, index)
    first = index
    joined = index + 1 < len(stems) and stems[index + 1] in _JOINING
    english = stems[index] in _ENGLISH and not (joined and stems[index] in ("university", "univ"))
    while first > 0 and index - first < 6:
        stem, shown = stems[first - 1], line.text[tokens[first - 1][0]]
        if stem in DEGREE_WORDS or not (
            stem in _LEADING or (english and (shown.isupper() or (stem in _JOINING and first > 1)))
        ):
            break
        first -= 1
    while first < index and (
        stems[first] in _JOINING or (stems[first] in FIELD_WORDS and _has_name(stems[first + 1 : index]))
    ):
        first += 1
    return first, last


def _rightmost(line: Line, tokens: list[tuple[int, int]], stems: list[str], index: int) -> int:
    last, at, linked = index, index + 1, False
    while at < len(stems) and at - index <= 8:
        stem, capital = stems[at], line.text[tokens[at][0]].isupper()
        if stem in DEGREE_WORDS or stem[:1].isdigit():
            break
        if stem in _JOINING:
            linked = True
        elif linked or stem in SCHOOL_WORDS or is_place(stem) or (capital and stems[index] not in _ENGLISH):
            if not linked and stem in FIELD_WORDS:
                break
            last = at
            linked = linked and not capital
        else:
            break
        at += 1
    return last


def _has_name(stems: list[str]) -> bool:
    return any(stem not in FIELD_WORDS and stem not in _JOINING and stem not in _GENERIC for stem in stems)


def _is_named(stems: list[str]) -> bool:
    """Whether these words name one school rather than a kind of school or a faculty ("High School", "School of Nursing")."""
    own = [stem for stem in stems if stem not in SCHOOL_WORDS and stem not in DEGREE_WORDS]
    if any(stem.endswith(SCHOOL_ENDINGS) and "-" in stem for stem in stems):
        return True
    return _has_name(own) or "applied" in own


def _mask_elsewhere(lines: list[Line], names: list[str]) -> int:
    """The same names in other parts: a school that also was an employer."""
    removed = 0
    for name in names:
        for line in lines:
            if not line.gone and name in line.plain:
                removed += line.put(
                    [(*match.span(), MASK) for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", line.plain)]
                )
    return removed
