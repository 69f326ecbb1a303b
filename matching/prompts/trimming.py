"""Trimming a CV that is too long: heading and skills first, then the newest roles; what stays keeps its order."""

import re
from dataclasses import dataclass, field

from matching.estimate.sections import heading_kind
from matching.prompts.tokens import count_tokens
from matching.structure.periods import Period, periods

_BULLET = re.compile(r"^\s*(?:[-*•–—·▪●◦‣]|\d+[.)])\s")
_LONGEST_TITLE = 100
_MOST_TITLES = 2
_OPEN_END = 9999
_SHARE = {"heading": 0.2, "skills": 0.25, "summary": 0.15}
_LEAST_PART = 40
_NAMES = {
    "heading": "the opening lines",
    "skills": "skills",
    "summary": "the summary",
    "education": "education",
    "certificate": "certificates and awards",
    "project": "projects",
    "other": "interests, references and the like",
    "body": "the text",
}
# The order in which parts are kept. Roles take 3 for the newest ones and 6 for the others.
_PLACES = {
    "title": 0,
    "heading": 0,
    "skills": 1,
    "summary": 2,
    "education": 4,
    "certificate": 5,
    "project": 7,
    "other": 8,
}
_NEWEST_ROLES = 3
_ROLES = ("experience", "project")


@dataclass(slots=True)
class _Block:
    """Lines `start` to `end` of the CV, and what of them is `kept`; `year` is when a role ended, 0 if unknown."""

    kind: str
    start: int
    end: int
    year: float = 0
    rank: tuple = ()
    kept: list[str] = field(default_factory=list)


def trim(text: str, *, budget: int) -> tuple[str, tuple[str, ...]]:
    """The text in at most `budget` estimated tokens, and what was left out, in plain words ("2 older roles").

    A text that fits comes back as it is. Each kept line is a line of the original, or the beginning of one; the order
    stays. Sections are known by their headings in English, German, French, Spanish and Dutch (and some more).
    """
    if count_tokens(text) <= budget:
        return text, ()
    lines = text.split("\n")
    blocks = sorted(_ranked(_blocks(lines)), key=lambda block: block.rank)
    free = budget
    # What the shares leave over goes to the parts that they cut, in the same order.
    for shares in (_SHARE, {}):
        for block in blocks:
            before = _cost(block.kept)
            room = min(free + before, int(budget * shares.get(block.kind, 1)))
            block.kept = _fitted(lines[block.start : block.end], room)
            free -= _cost(block.kept) - before
    kept = [line for block in sorted(blocks, key=lambda block: block.start) for line in block.kept]
    return _within("\n".join(kept), budget), _in_words(blocks, lines)


def first_part(text: str, *, budget: int) -> str:
    """As much of the beginning of a text as fits `budget` estimated tokens, by whole lines where there are lines."""
    return _within("\n".join(_cut(text.split("\n"), budget)), budget)


def _blocks(lines: list[str]) -> list[_Block]:
    starts = [(0, "heading")] + [(at, kind) for at, line in enumerate(lines) if (kind := heading_kind(line))]
    if len(starts) == 1:
        return _roles(lines, "body", 0, len(lines))
    blocks: list[_Block] = []
    for (start, kind), end in zip(starts, [*(at for at, _ in starts[1:]), len(lines)], strict=True):
        if kind in _ROLES:
            blocks += [_Block("title", start, start + 1), *_roles(lines, kind, start + 1, end)]
        elif end > start:
            blocks.append(_Block(kind, start, end))
    return blocks


def _roles(lines: list[str], kind: str, start: int, end: int) -> list[_Block]:
    """A section of roles, parted at the lines with a span of dates; a role begins with the title above its dates."""
    begins: list[int] = []
    last = start - 1
    for at in range(start, end):
        if _is_dated(lines[at]):
            begin = at
            while begin - 1 > last and at - begin < _MOST_TITLES and _is_title(lines[begin - 1]):
                begin -= 1
            begins.append(begin)
            last = at
    if not begins:
        return [_Block(kind, start, end)] if end > start else []
    if kind == "body":
        first = [_Block("heading", start, begins[0])] if begins[0] > start else []
        return first + _parted(lines, "experience", begins, end)
    return _parted(lines, kind, [start, *begins[1:]], end)


def _parted(lines: list[str], kind: str, begins: list[int], end: int) -> list[_Block]:
    ends = [*begins[1:], end]
    return [_Block(kind, *span, year=_ended(lines[slice(*span)])) for span in zip(begins, ends, strict=True)]


def _is_dated(line: str) -> bool:
    return len(line) <= _LONGEST_TITLE and not _BULLET.match(line) and bool(_period_of(line))


def _is_title(line: str) -> bool:
    return (
        bool(line.strip())
        and len(line) <= _LONGEST_TITLE
        and not _BULLET.match(line)
        and line.rstrip()[-1] not in ".;,"
    )


def _period_of(line: str) -> Period | None:
    """The span of dates in a line, or the date that is all of it; a date among other words is no role's."""
    for period in periods(line):
        if not period.single or period.stop - period.start >= len(line.strip(" ()|,")):
            return period
    return None


def _ended(lines: list[str]) -> float:
    period = next(filter(None, map(_period_of, lines)), None)
    if period is None:
        return 0
    return _OPEN_END if period.end is None else period.end[0] + period.end[1] / 12


def _ranked(blocks: list[_Block]) -> list[_Block]:
    """Give every block its place in the line: three roles go before education, the older ones after it."""
    roles = sorted((block for block in blocks if block.kind in ("experience", "body")), key=lambda block: -block.year)
    order = {id(block): number for number, block in enumerate(roles)}
    for block in blocks:
        number = order.get(id(block), 0)
        rank = _PLACES.get(block.kind, 3 if number < _NEWEST_ROLES else 6)
        block.rank = (rank, number, -block.year, block.start)
    return blocks


def _cost(lines: list[str]) -> int:
    return count_tokens("\n".join(lines)) + 1 if lines else 0


def _fitted(lines: list[str], room: int) -> list[str]:
    """All lines if they fit, else as many as do; none when that would be a scrap."""
    if _cost(lines) <= room:
        return lines
    return _cut(lines, room - 1) if room >= _LEAST_PART else []


def _cut(lines: list[str], budget: int) -> list[str]:
    """As many whole lines as fit, then the beginning of the next one if there is room for some of it."""
    kept: list[str] = []
    used = 0
    for line in lines:
        cost = count_tokens(line) + 1
        if used + cost > budget:
            begin = _beginning(line, budget - used - 1)
            return [*kept, begin] if begin else kept
        kept.append(line)
        used += cost
    return kept


def _within(text: str, budget: int) -> str:
    """The text without what the sum of its lines had counted too low."""
    while (count := count_tokens(text)) > budget:
        shorter = text[: len(text) * budget // count]
        text = max(shorter.rpartition("\n")[0], shorter.rpartition(" ")[0]) or shorter
    return text


def _beginning(line: str, budget: int) -> str:
    """The longest beginning of a line that fits, up to the end of a word where there are words."""
    low, high = 0, len(line)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if count_tokens(line[:middle]) <= budget else (low, middle - 1)
    begin = line[:low]
    return begin.rsplit(" ", 1)[0] if low < len(line) and " " in begin[len(begin) // 2 :] else begin


def _in_words(blocks: list[_Block], lines: list[str]) -> tuple[str, ...]:
    cut = [block for block in blocks if block.kept != lines[block.start : block.end]]
    whole = [block.kind for block in cut if not block.kept]
    partly = [block.kind for block in cut if block.kept]
    roles = whole.count("experience")
    said = [f"{roles} older role{'s' * (roles > 1)}"] if roles else []
    said += ["part of a role"] if "experience" in partly else []
    for kind, name in _NAMES.items():
        if kind in whole:
            said.append(name)
        elif kind in partly:
            said.append(f"part of {name}")
    return tuple(said)
