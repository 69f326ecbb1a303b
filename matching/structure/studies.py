"""Studies: the degree or level as written, the school, the years; from the lines that are about studies."""

import re
from collections.abc import Sequence

from matching.redaction.parts import heading_part
from matching.redaction.plain import plain
from matching.redaction.schools import school_spans
from matching.redaction.studies import has_degree, has_school
from matching.redaction.words import words
from matching.redaction.words.schools import DEGREE_WORDS, SCHOOL_SIGNS
from matching.structure.found import Study
from matching.structure.lines import Placed, pieces
from matching.structure.periods import Period
from matching.structure.roles import month_shown

MOST = 20
LONGEST, MOST_LINES = 160, 5
_WEAK = words(
    "thesis dissertation studied graduated studies semester abroad major minor foundation associate certificate degree "
    "honours graduate undergraduate postgraduate auslandssemester bachelorarbeit masterarbeit examen abschluss"
)
_THESES = words("thesis dissertation bachelorarbeit masterarbeit diplomarbeit thema topic scholarship stipendium")
_EDGE = re.compile(r"^[\s,;|•·*–—-]+|[\s,;|•·*–—(-]+$")


def studies_of(rows: Sequence[Placed], marked: Sequence[bool]) -> list[Study]:
    """The studies in the order of the text; `marked` says which lines are about studies."""
    found = []
    for group in _groups(rows, marked):
        if study := _study(group):
            found.append(study)
    return found[:MOST]


def _groups(rows: Sequence[Placed], marked: Sequence[bool]) -> list[list[Placed]]:
    """Lines that belong together: a second degree, school or period begins the next study."""
    groups: list[list[Placed]] = []
    held: set[str] = set()
    for row, about in zip(rows, marked, strict=True):
        heading = len(row.line.plain) < 50 and bool(heading_part(row.line.plain)) and not has_school(row.line)
        if row.blank:
            continue
        if not about or heading or len(row.line.plain) > LONGEST:
            held = set()
            continue
        signs = {"degree"} if has_degree(row.line) else set()
        signs |= {"school"} if has_school(row.line) else set()
        signs |= {"period"} if row.periods else set()
        if not held or signs & held or len(groups[-1]) >= MOST_LINES:
            groups.append([])
            held = set()
        groups[-1].append(row)
        held |= signs or {"text"}
    return groups


def _study(group: list[Placed]) -> Study | None:
    degree = school = ""
    places: list[tuple[int, int]] = []
    period: Period | None = None
    for row in group:
        spans = _schools(row)
        dates = [(each.start, each.stop) for each in row.periods]
        if row.periods and not period:
            period = row.periods[0]
            places.append((period.start, period.stop))
        if spans and not school:
            school = row.line.text[spans[0][0] - row.start : spans[0][1] - row.start]
            places.append(spans[0])
        if not degree and has_degree(row.line):
            start, end = _degree(row, spans + dates)
            degree = row.line.text[start - row.start : end - row.start]
            places += [(start, end)] if degree else []
    if not school and not (degree and _is_degree(degree)):
        return None
    start, end = min(place[0] for place in places), max(place[1] for place in places)
    begin = "" if period is None or period.single else month_shown(period.begin)
    last = month_shown(period.end) if period else ""
    return Study(start, end, _neat(degree), _neat(school), begin, last)


def _schools(row: Placed) -> list[tuple[int, int]]:
    """The names of schools in a line, with places in the text; of a line in Chinese only the piece that is one."""
    if any(sign in row.line.plain for sign in SCHOOL_SIGNS):
        dates = [(each.start, each.stop) for each in row.periods]
        some = [piece for piece in pieces(row, without=dates) if any(sign in piece.plain for sign in SCHOOL_SIGNS)]
        return [(piece.start, piece.end) for piece in some]
    return [(row.start + start, row.start + end) for start, end, _ in school_spans(row.line)]


def _tokens(folded: str) -> set[str]:
    """The words of a piece as written (`b.sc.`) and their parts (`diplom` of `diplom-informatiker`)."""
    return set(re.findall(r"[^\s,|;()\[\]:]+", folded)) | set(re.findall(r"[^\W\d_]{4,}", folded))


def _is_degree(text: str) -> bool:
    """Whether a degree is named, not only a thesis, a minor, or a scholarship for graduates."""
    found = _tokens(plain(text))
    return bool((found & DEGREE_WORDS) - _WEAK) and found.isdisjoint(_THESES)


def _degree(row: Placed, taken: list[tuple[int, int]]) -> tuple[int, int]:
    """The pieces of a line from its degree on, up to the school or the dates: "BSc (Hons) Adult Nursing"."""
    some = pieces(row, without=taken)
    tokens = [_tokens(piece.plain) for piece in some]
    first = next((at for at, found in enumerate(tokens) if _names_degree(found)), None)
    if first is None:
        return row.start, row.start
    last = first
    while (
        last + 1 < len(some) and some[last + 1].behind in ("(", ")", "-", ",", "in") and not _between(some, last, taken)
    ):
        last += 1
        if last - first == 2:
            break
    return some[first].start, some[last].end


def _names_degree(found: set[str]) -> bool:
    return not found.isdisjoint(DEGREE_WORDS) or not {word.strip(".'") for word in found}.isdisjoint(DEGREE_WORDS)


def _between(some: list, at: int, taken: list[tuple[int, int]]) -> bool:
    return any(some[at].end <= start and end <= some[at + 1].start for start, end in taken)


def _neat(text: str) -> str:
    return _EDGE.sub("", " ".join(text.split()))[:160]
