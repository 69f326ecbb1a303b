"""Names of schools. The level and the field of a degree stay."""

import re
from collections import Counter

from matching.redaction.parts import Line
from matching.redaction.places import place_spans
from matching.redaction.plain import Span, cut, disjoint
from matching.redaction.shapes import is_place
from matching.redaction.studies import has_degree, study_lines
from matching.redaction.words import words
from matching.redaction.words.schools import (
    DEGREE_WORDS,
    FIELD_WORDS,
    KNOWN_SCHOOLS,
    SCHOOL_ENDINGS,
    SCHOOL_SIGNS,
    SCHOOL_WORDS,
)
from matching.redaction.years import mask_graduations, mask_years, may_hold_graduations

MASK = "[school]"
_CUT = re.compile(r"[,|;\t()\[\]:]| -+ | / |$")
_TOKEN = re.compile(r"[^\s,|;()\[\]:]+")
_ACRONYM = re.compile(r"(?<=\[school\]) ?\((?:[a-z]{2,6}|\[school\])\)")
_SCHOOLISH = re.compile("univ|school|schul|college|instit|gymnas|acad|akadem")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
LONGEST_ENTRY = 60
_JOINING = words(
    "of the at de la le les du des del della di da do dos das d' der fur fuer for zu zur am an in und "
    "and & y et e voor van te von "
    "im el los las a"
)
# These come before the school's word in any language; other words do so in English only.
_LEADING = words(
    "stadtische stadtisches stedelijk kantonale technische technischen technical freie vrije katholische "
    "katholieke catholic duale staatliche open state national royal erasmus radboud "
    "humboldt goethe bauhaus universitaire padagogische grande haute private free federal international central"
)
_ENGLISH = words("university college school institute academy polytechnic conservatory seminary univ lyceum")
_GENERIC = words(
    "high secondary primary middle grammar elementary business law medical graduate summer night evening "
    "the a my public private"
)
_AT = re.compile(
    r"(?:studied|graduated|degree|diploma|studium|studiert|bachelor|master|msc|bsc|ba|ma|phd)\b[^,|"
    r";()]{0,60}? (?:at|from|an der|aan de|a l'|en la) "
)
MOST_NAMES = 12


def mask_schools(lines: list[Line]) -> Counter:
    """Take names of schools, their towns and the years out of lines about studies, and the same names
    out of all others."""
    removed, names = Counter(), {}
    graduated = may_hold_graduations("\n".join(line.plain for line in lines))
    for line, about_studies in zip(lines, study_lines(lines), strict=True):
        if about_studies:
            _mask_line(line, names, removed)
        elif graduated and not (line.gone or line.settled) and line.has_digit:
            removed["year"] += mask_graduations(line)
    removed["school"] += _mask_elsewhere(lines, list(names)[:MOST_NAMES])
    return removed


def _mask_line(line: Line, names: dict[str, None], removed: Counter) -> None:
    if _is_only_place(line):
        line.put([(0, len(line.text), "")])
        line.gone = True
        return
    spans = school_spans(line)
    if any(_SCHOOLISH.search(line.plain, start, end) for start, end, _ in spans):
        spans = [span for span in spans if not is_place(line.plain[span[0] : span[1]])]
    for start, end, _ in spans:
        shown = line.plain[start:end].strip(" .")
        if len(shown.split()) > 1:
            names[shown] = None
    removed["school"] += line.put(spans)
    line.put([(*match.span(), "") for match in _ACRONYM.finditer(line.plain)] if spans else [])
    is_sentence = not spans and len(line.plain) > LONGEST_ENTRY
    removed["year"] += mask_years(line)
    if not is_sentence and (spans or has_degree(line)):
        line.put([(start, end, "") for start, end, _ in place_spans(line)])


def school_spans(line: Line) -> list[Span]:
    """The names of schools in a line about studies."""
    spans: list[Span] = []
    at = 0
    for mark in _CUT.finditer(line.plain):
        if mark.start() > at:
            spans += _segment(line, at, mark.start())
        at = mark.end()
    return spans


def _is_only_place(line: Line) -> bool:
    """`Princeton, NJ`: also with dates behind it."""
    if "," not in line.plain or len(line.plain) > LONGEST_ENTRY:
        return False
    places = place_spans(line)
    rest = cut(line.plain, [(start, end, "") for start, end, _ in disjoint(places)])
    return len(places) > 1 and not any(char.isalnum() for char in rest)


def _segment(line: Line, left: int, right: int) -> list[Span]:
    """The school's name in one part of a line."""
    if any(sign in line.plain[left:right] for sign in SCHOOL_SIGNS):
        return [(left, right, MASK)]
    tokens = [match.span() for match in _TOKEN.finditer(line.plain, left, right)][:24]
    stems = [line.plain[start:end].strip(".'\"") for start, end in tokens]
    for index, stem in enumerate(stems):
        if stem in SCHOOL_WORDS or (stem.endswith(SCHOOL_ENDINGS) and len(stem) > 12):
            for before in (False, True):
                first, last = _extent(line, tokens, stems, index, named_before=before)
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


def _extent(
    line: Line, tokens: list[tuple[int, int]], stems: list[str], index: int, *, named_before: bool
) -> tuple[int, int]:
    """First and last token of the school's name around its telling word.

    `named_before` also takes what stands in front of "University of ...", and of the word in Slavic languages.
    """
    last = _rightmost(line, tokens, stems, index)
    first = index
    joined = index + 1 < len(stems) and stems[index + 1] in _JOINING
    english = stems[index] in _ENGLISH and (named_before or not (joined and stems[index] in ("university", "univ")))
    if named_before and _CYRILLIC.search(stems[index]):
        return _first_capital(line, tokens, stems, index), last
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


def _first_capital(line: Line, tokens: list[tuple[int, int]], stems: list[str], index: int) -> int:
    """The nearest word with a capital before a school's Slavic word, over the adjectives between."""
    for first in range(index - 1, max(-1, index - 6), -1):
        if not _CYRILLIC.search(stems[first]) or stems[first] in DEGREE_WORDS:
            break
        if line.text[tokens[first][0]].isupper():
            return first
    return index


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
    """Whether these words name one school rather than a kind of school or a faculty ("High School",
    "School of Nursing")."""
    if any(stem in KNOWN_SCHOOLS for stem in stems):
        return True
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
