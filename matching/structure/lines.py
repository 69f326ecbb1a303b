"""The lines of a CV with their places in the text, and pieces of lines."""

import re
from dataclasses import dataclass

from matching.redaction.parts import Line, lines_of
from matching.structure.periods import Period

BULLET = re.compile(r"\s*(?:[|*]+|-+(?= )|o(?= )|\d{1,2}[.)](?=\s))\s*")
_SEPARATOR = re.compile(
    r"\s*(?:[,;|\t]|\s-+\s|-+\s(?=\S)|\s{2,}|(?<=\s)/(?=\s)|[()\[\]])\s*|"
    r"(?<=\w):\s+|\s+(?:@|at|bei|beim|chez|presso|bij)\s+(?=\S)"
)
_EDGES = " \t,;|/:-–—·•()[]*"


@dataclass(slots=True)
class Placed:
    """One line and where it begins in the text; `periods` that begin in it, with places in the whole text."""

    line: Line
    start: int
    periods: list[Period]

    @property
    def end(self) -> int:
        return self.start + len(self.line.text)

    @property
    def blank(self) -> bool:
        return not self.line.plain.strip()

    @property
    def bulleted(self) -> bool:
        return bool(BULLET.match(self.line.plain)) and not self.line.plain.lstrip()[:1].isdigit()


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line between separators, with its place in the text; `behind` is the separator before it."""

    text: str
    plain: str
    start: int
    end: int
    behind: str = ""


def placed(text: str, some: list[Period]) -> list[Placed]:
    """The lines of a text, each with its part of the CV, its place, and the periods that begin in it."""
    rows, at, left = [], 0, list(reversed(some))
    for line in lines_of(text):
        end = at + len(line.text)
        row = Placed(line, at, [])
        while left and left[-1].start <= end:
            row.periods.append(left.pop())
        rows.append(row)
        at = end + 1
    return rows


def pieces(row: Placed, *, without: list[tuple[int, int]] = ()) -> list[Piece]:
    """The parts of a line between separators, without the stretches `without` (places in the text)."""
    plain = list(row.line.plain)
    for start, stop in without:
        for place in range(max(0, start - row.start), min(len(plain), stop - row.start)):
            plain[place] = "\t"
    bullet = BULLET.match("".join(plain))
    folded = "".join(plain)
    found, at, behind = [], bullet.end() if bullet else 0, ""
    for mark in [*_SEPARATOR.finditer(folded, at), None]:
        stop = mark.start() if mark else len(folded)
        if piece := _trimmed(row, folded, at, stop, behind):
            found.append(piece)
        if mark:
            at, behind = mark.end(), mark.group().strip()
    return found


def _trimmed(row: Placed, folded: str, start: int, stop: int, behind: str) -> Piece | None:
    while start < stop and folded[start] in _EDGES:
        start += 1
    while stop > start and folded[stop - 1] in _EDGES:
        stop -= 1
    if start == stop:
        return None
    if "(" in folded[start:stop] and folded[stop : stop + 1] == ")":
        stop += 1
    return Piece(row.line.text[start:stop], folded[start:stop], row.start + start, row.start + stop, behind)
