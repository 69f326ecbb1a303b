"""The jobs that a CV tells of: title, employer and dates, read from the head of each, wherever its dates stand.

A piece of a head is a title when it names a trade and an employer by its legal form, by a word such as "hospital", or
behind "at". What has no such sign is read as the document's sure heads read (title first, or employer first).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

from matching.redaction.personal import is_service
from matching.structure.found import Role
from matching.structure.lines import Piece, Placed, pieces
from matching.structure.periods import Month, Period
from matching.structure.pieces import (
    BREAK,
    ENDS_WITH_FORM,
    is_employer,
    is_place_piece,
    is_skill,
    is_title,
    may_be_name,
    may_be_title,
    without_place,
)
from matching.structure.told import told

LONGEST, LONGEST_REST = 160, 110
MOST_ABOVE = MOST_BELOW = 2
_PARTS = ("experience", "body", "top", "summary", "skills")
_SURE_PART = "experience"
MOST_ROLES = 60


@dataclass(slots=True)
class _Head:
    """The head of one role: its period, its lines by number, and their pieces in the order of nearness."""

    period: Period
    first: int
    last: int
    near: list[Piece]
    above: list[Piece] = field(default_factory=list)
    below: list[Piece] = field(default_factory=list)
    title: Piece | None = None
    employer: Piece | None = None
    above_all: Piece | None = None


def roles_of(
    rows: Sequence[Placed], *, studies: Sequence[bool], name: str, now: Month
) -> tuple[list[Role], list[Period]]:
    """The roles in the order of the text, and the period of each.

    `studies` marks lines that are about studies; `name` is the person's, folded, which is neither title nor employer.
    """
    heads = _heads(rows, studies)
    for head in heads:
        head.near, head.above, head.below = (_without(name, some) for some in (head.near, head.above, head.below))
    _choose_side(rows, heads, studies)
    order = Counter(vote for head in heads if (vote := _settle(head)))
    for head in heads:
        _settle_rest(head, title_first=order["title"] >= order["employer"])
    heads = [head for head in heads if _is_role(rows, head)][:MOST_ROLES]
    _hand_down(heads)
    stops = _stops(rows, heads)
    roles = [_role(rows, head, stop, now) for head, stop in zip(heads, stops, strict=True)]
    return roles, [head.period for head in heads]


def _without(name: str, some: list[Piece]) -> list[Piece]:
    """The pieces that are not the person's own name, which stands above a first role without a heading."""
    return [piece for piece in some if piece.plain != name]


def _choose_side(rows: Sequence[Placed], heads: list[_Head], studies: Sequence[bool]) -> None:
    """Dates alone on their line stand below the rest of a head, as all such dates of the CV do, or else above it.

    Above it a gap may follow the dates, unless a role was told before the first of them: then they stand at its end.
    """
    alone = [head for head in heads if not head.near]
    above = all(head.above for head in alone)
    first = alone[0].last if alone else 0
    part = rows[first].line.part
    told = any(row.bulleted or row.line.plain.endswith(".") for row in rows[:first] if row.line.part == part)
    for head in alone:
        if above:
            head.below = []
        else:
            head.above = []
            if not head.below and not told and head.last + 1 < len(rows) and rows[head.last + 1].blank:
                _look_below(rows, head, studies, after=head.last + 2)


def _heads(rows: Sequence[Placed], studies: Sequence[bool]) -> list[_Head]:
    heads: list[_Head] = []
    used = -1
    for at, row in enumerate(rows):
        for period in row.periods if not studies[at] else ():
            head = _head(rows, at, period, used, studies)
            if head is not None:
                heads.append(head)
                used = head.last
    return heads


def _head(rows: Sequence[Placed], at: int, period: Period, used: int, studies: Sequence[bool]) -> _Head | None:
    """The head around a period, or None when the line is running text or of another part of the CV."""
    row = rows[at]
    if row.line.part not in _PARTS or is_service(row.line) or (period.single and row.line.part != _SURE_PART):
        return None
    if len(row.line.plain) > LONGEST:
        return _told(rows, at, period)
    rest = _pieces(row)
    if row.bulleted and not (rest and (is_title(rest[0].plain) or is_employer(rest[0]))):
        return None
    length = sum(len(piece.text) for piece in rest)
    if length > LONGEST_REST or (row.line.plain.rstrip().endswith((".", ";")) and length > 60):
        return None
    if period.single and row.periods[0] is not period:
        return None
    head = _Head(period, at, at, rest)
    _look_above(rows, head, used, studies)
    _look_below(rows, head, studies, after=at + 1)
    return head


def _told(rows: Sequence[Placed], at: int, period: Period) -> _Head | None:
    """A role inside a long line (its line breaks are lost, or it is prose): what stands right behind the dates."""
    row = rows[at]
    stops = [each.start for each in row.periods if each.start > period.start]
    text = row.line.text[period.stop - row.start : (stops[0] if stops else row.end) - row.start][:90]
    if period.single:
        return None
    head = _Head(period, at, at, [])
    head.title, head.employer = told(text, period.stop)
    return head if head.title else None


def _look_above(rows: Sequence[Placed], head: _Head, used: int, studies: Sequence[bool]) -> None:
    """Up to two lines above that look like a head: no bullet, no sentence, no heading. One gap is passed over while no
    title is found, since text of a page often comes with gaps."""
    part, gaps, seen = rows[head.last].line.part, 0, 0
    for at in range(head.last - 1, used, -1):
        row = rows[at]
        if row.blank:
            gaps += 1
            if gaps > 1 or any(is_title(piece.plain) for piece in head.near + head.above):
                return
            continue
        if not _may_be_head(row) or row.periods or studies[at] or row.line.part != part or _is_heading(rows, at):
            return
        head.first = at
        head.above += _pieces(row)
        seen += 1
        if seen == MOST_ABOVE:
            return


def _look_below(rows: Sequence[Placed], head: _Head, studies: Sequence[bool], *, after: int) -> None:
    for row, study in zip(rows[after : after + MOST_BELOW], studies[after:], strict=False):
        if not _may_be_head(row) or row.periods or study or row.line.part != rows[head.last].line.part:
            return
        head.below += _pieces(row)


def _pieces(row: Placed) -> list[Piece]:
    """The pieces of a line without its dates, each without the town at its end."""
    return [without_place(piece) for piece in pieces(row, without=[(each.start, each.stop) for each in row.periods])]


def _may_be_head(row: Placed) -> bool:
    shown = row.line.plain.strip()
    if not shown or row.bulleted or len(shown) > LONGEST_REST or len(shown.split()) > 13 or shown[-1] in ";:":
        return False
    return shown[-1] != "." or bool(ENDS_WITH_FORM.search(shown))


def _is_heading(rows: Sequence[Placed], at: int) -> bool:
    """The first line of its part is the heading that opened it."""
    return at == 0 or (rows[at - 1].line.part != rows[at].line.part and rows[at].line.part != "body")


def _settle(head: _Head) -> str:
    """Give the head what has a sure sign; returns which of both came first, if both are on one line."""
    if head.title and head.employer:
        return ""
    for some in (head.near, head.above, head.below):
        head.title = head.title or next((piece for piece in some if is_title(piece.plain)), None)
        if head.title:
            break
    for some in (head.near, head.above, head.below):
        others = [piece for piece in some if piece is not head.title and not is_title(piece.plain)]
        head.employer = next((piece for piece in others if is_employer(piece)), None)
        if head.employer:
            break
    if head.title and head.employer and (head.title in head.near) == (head.employer in head.near):
        return "title" if head.title.start < head.employer.start else "employer"
    return ""


def _settle_rest(head: _Head, *, title_first: bool) -> None:
    """What is left without a sign: the only name beside a title, or two names in the document's usual order."""
    sides = (head.near, head.above, head.below) if head.title in head.near or not head.near else (head.near,)
    for some in sides:
        left = [piece for piece in some if piece is not head.title and piece is not head.employer]
        left = [piece for piece in left if may_be_title(piece) and not is_place_piece(piece)]
        names = [piece for piece in left if may_be_name(piece) and not is_title(piece.plain) and not is_skill(piece)]
        if head.title and not head.employer and names and (some is not head.below or names[0] is left[0]):
            head.employer = names[0]
        elif head.employer and not head.title and left:
            head.title = next((piece for piece in left if not is_employer(piece)), None)
        elif (
            not head.title and not head.employer and len(left) > 1 and may_be_name(left[1] if title_first else left[0])
        ):
            head.title, head.employer = (left[0], left[1]) if title_first else (left[1], left[0])
        if head.title and head.employer:
            return


def _hand_down(heads: list[_Head]) -> None:
    """Two roles under one firm's name: the second has its title beside its dates and nothing above it."""
    for before, head in pairwise(heads):
        firm = before.above_all or (before.employer if before.employer in before.above else None)
        if firm and head.title in head.near and not head.employer and not head.above:
            head.above_all = firm


def _is_role(rows: Sequence[Placed], head: _Head) -> bool:
    """Under a heading of work a name is enough; elsewhere the head has to name a trade."""
    if head.period.single and not (head.title and is_title(head.title.plain)):
        return False
    if any(BREAK.search(piece.plain) for piece in (head.near or head.above or head.below)[:2]):
        return False
    if head.title is None and head.employer is None:
        return rows[head.last].line.part == _SURE_PART
    if rows[head.last].line.part in (_SURE_PART, "body"):
        return True
    return (head.title is not None and is_title(head.title.plain)) or (
        head.title is not None and head.employer is not None and is_employer(head.employer)
    )


def _starts(head: _Head) -> int:
    return min([head.period.start, *(piece.start for piece in (head.title, head.employer) if piece)])


def _stops(rows: Sequence[Placed], heads: list[_Head]) -> list[int]:
    """Where what is told of each role ends: at the next head, or where another part of the CV begins."""
    stops = []
    for head, after in zip_longest(heads, heads[1:]):
        at, part = head.last + 1, rows[head.last].line.part
        while at < len(rows) and rows[at].line.part == part:
            at += 1
        stop = rows[at - 1].end
        stops.append(min(stop, _starts(after)) if after else stop)
    return stops


def _role(rows: Sequence[Placed], head: _Head, stop: int, now: Month) -> Role:
    shown = [piece for piece in (head.title, head.employer) if piece]
    end = max([head.period.stop, *(piece.end for piece in shown)])
    span = head.period.span(now)
    return Role(
        start=_starts(head),
        end=end,
        stop=max(stop, end),
        title=_shown(head.title),
        employer=_shown(head.employer or head.above_all),
        begin=month_shown(head.period.begin),
        last=month_shown(head.period.end),
        open=head.period.end is None,
        years=None if head.period.single and not head.period.begin[1] else round(span.end - span.start, 1),
    )


def _shown(piece: Piece | None) -> str:
    return " ".join(piece.text.split())[:120] if piece else ""


def month_shown(when: Month | None) -> str:
    """A month as "2015-03", a year alone as "2015", today as ""."""
    if when is None:
        return ""
    return f"{when[0]}-{when[1]:02d}" if when[1] else str(when[0])
