"""Spans of time in a text, as people write them in CVs: "03/2015 – heute", "Summer '18", "Jan - Mar 2020", "seit 2019".

A point is a year, with its month where it is written. Between two years alone lies their difference: neither their
beginning nor their end is known. What has no year is no date.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from matching.estimate import dates
from matching.redaction.plain import plain
from matching.structure.months import MONTHS, NOW, SEASONS, SINCE, TO

Month = tuple[int, int]  # year and month; month 0 is not known


@dataclass(frozen=True, slots=True)
class Period:
    """From `begin` to `end` (year, month; month 0: unknown), written at `start` to `stop` of the text.

    `end` is None for one that goes on today; `single` for a point alone, such as "2019", whose length nobody knows.
    """

    start: int
    stop: int
    begin: Month
    end: Month | None
    single: bool = False

    def span(self, now: Month) -> dates.Span:
        """The period in years with fractions, for sums; one that goes on ends with `now`."""
        first, last = self.begin, self.end or now
        if first == last and not first[1]:
            third = 0 if self.single else 1 / 3
            return dates.Span(0, first[0] + 1 / 3, first[0] + 1 / 3 + third)
        low = first[0] + ((first[1] - 1) / 12 if first[1] else 0.5)
        high = last[0] + (last[1] / 12 if last[1] else 0.5)
        return dates.Span(0, low, max(low, high), open=self.end is None)


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(" ".join(word.split())) for word in words), key=len, reverse=True))


_YEAR = r"(?:19[5-9]|20[0-4])\d"
_MONTH = rf"(?:{_either(MONTHS)})"
_SEASON = rf"(?:{_either(SEASONS)})"
_POINTS = (
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th|\.|er|º)? (?:de |of )?)?(?P<name>{_MONTH})(?![^\W\d_])\.?,? ?(?:de |of |del |-|/)?"
    rf" ?(?:(?P<name_year>{_YEAR})|'?(?P<name_short>\d\d)(?![\d.,:]))(?: ?г\.?)?)",
    rf"(?:(?P<season>{_SEASON})(?: of| de)?[ /-]?(?:(?P<season_year>{_YEAR})|'(?P<season_short>\d\d)(?!\d)))",
    r"(?:(?P<east>(?:19|20)\d\d) ?[年년](?: ?(?P<east_month>\d{1,2}) ?[月월])?(?: ?\d{1,2} ?[日일])?)",
    r"(?:(?P<d>\d{1,2})(?P<mark>[./-])(?P<m>\d{1,2})(?P=mark)(?P<full>(?:19|20)\d\d|\d\d))",
    r"(?:(?P<iso>(?:19|20)\d\d)[-/.] ?(?P<iso_month>0[1-9]|1[0-2]|[1-9](?=\D))(?:[-/.]\d{1,2})?(?!\d))",
    r"(?:(?P<month>0?[1-9]|1[0-2]) ?[/.-] ?(?:(?P<year>(?:19|20)\d\d)|'?(?P<short>\d\d)(?![\d./])))",
    rf"(?P<bare>{_YEAR})(?:/\d\d(?!\d))?",
    r"'(?P<quoted>\d\d)(?!\d)",
)
_POINT = re.compile(rf"(?<![\w.,€$£+#])(?<!\D/)(?:{'|'.join(_POINTS)})(?![\d%]|[.,]\d|[a-z]{{2}})")
_TO = rf"(?:[ \t]*\n?[ \t]*(?:[-~]+|/|(?<=[ \t\n\d.])(?:{_either(TO.split('|'))})(?=[\s\d]))[ \t]*\n?[ \t]*)"
_DASH = re.compile(_TO)
_NOW = re.compile(rf"(?:the |la |le |l'|a |au |il |o |по )?(?:{_either(NOW.split('|'))})(?![^\W\d_])")
_NOW_BEHIND = re.compile(r"[ \t]*(?:至今|现在|現在|今|현재)")
_SINCE = re.compile(
    rf"(?<!\w)(?P<word>{_either(SINCE.split('|'))})[ :]{{1,3}}(?:(?:the|dem|le|el|il|anfang|mitte|ende) )?$"
)
_SURE_SINCE = frozenset(SINCE.split("|")) - {"from", "с", "з", "od", "dal", "ab"}
_OPEN_END = re.compile(r"[ \t]*-+[ \t]*(?=$|\n|[|,;)])")
_SHARED_MONTH = re.compile(rf"(?<![\w./])(?:(?P<name>{_MONTH})\.?|(?P<number>0?[1-9]|1[0-2])\.?){_TO}$")
_SHARED_YEAR = re.compile(r"(?:[-/])(?P<short>\d\d)(?![\d/.])")
_TELL = re.compile(r"\d\d|\d ?[年년]")
LONGEST_GAP = 60
MOST = 500  # of one text: more are no CV, and everything that looks at pairs of them would grow with their square


def periods(text: str, folded: str = "") -> list[Period]:
    """The periods and single points of a text in order of place; `folded` is its twin if that is at hand."""
    folded = folded or plain(text)
    if not _TELL.search(folded):
        return []
    points = list(_points(folded))
    found: list[Period] = []
    at = 0
    while at < len(points) and len(found) < MOST:
        period, used = _period(folded, points, at)
        if period:
            found.append(period)
        at += used
    return found


@dataclass(frozen=True, slots=True)
class _Point:
    start: int
    stop: int
    first: Month  # as a beginning
    last: Month  # as an end
    sure: bool = True  # "03/15" alone is no date


def _points(folded: str) -> Iterable[_Point]:
    for match in _POINT.finditer(folded):
        if point := _read(match):
            yield point


def _read(match: re.Match) -> _Point | None:
    """The year and month that a match says; None for a day or month that no calendar has."""
    got, span = match.groupdict(), match.span()
    if got["name"]:
        year = int(got["name_year"] or _century(got["name_short"]))
        return _Point(*span, (year, MONTHS[got["name"]]), (year, MONTHS[got["name"]]))
    if got["season"]:
        year, (low, high) = int(got["season_year"] or _century(got["season_short"])), SEASONS[got["season"]]
        return _Point(*span, (year, low), (year, high))
    if got["full"]:
        day, month = (
            sorted((int(got["d"]), int(got["m"])), reverse=True) if int(got["m"]) > 12 else (got["d"], got["m"])
        )
        year = int(got["full"] if len(got["full"]) == 4 else _century(got["full"]))
        return (
            _Point(*span, (year, int(month)), (year, int(month)))
            if int(month) in range(1, 13) and int(day) < 32
            else None
        )
    for year, month in (("east", "east_month"), ("iso", "iso_month"), ("year", "month")):
        if got[year]:
            when = (int(got[year]), int(got[month] or 0))
            return _Point(*span, when, when) if when[1] < 13 and 1950 <= when[0] < 2050 else None
    if got["short"]:
        when = (_century(got["short"]), int(got["month"]))
        return _Point(*span, when, when, sure=False)
    when = (int(got["bare"] or _century(got["quoted"])), 0)
    return _Point(*span, when, when, sure=not got["quoted"])


def _century(two: str) -> int:
    """`15` is 2015 and `87` is 1987."""
    return int(two) + (2000 if int(two) < 50 else 1900)


def _period(folded: str, points: list[_Point], at: int) -> tuple[Period | None, int]:
    """The period that begins with a point, and how many points it uses."""
    point = points[at]
    begin, start = point.first, point.start
    shared = _SHARED_MONTH.search(folded, max(0, start - 24), start)
    if dash := _DASH.match(folded, point.stop):
        if at + 1 < len(points) and points[at + 1].start == dash.end():
            other = points[at + 1]
            if begin[0] <= other.last[0] <= begin[0] + LONGEST_GAP and (point.sure or not other.sure or begin[1]):
                return Period(start, other.stop, begin, other.last), 2
        if now := _NOW.match(folded, dash.end()):
            return Period(start, now.end(), begin, None), 1
    if now := _NOW_BEHIND.match(folded, point.stop):
        return Period(start, now.end(), begin, None), 1
    since = _SINCE.search(folded, max(0, start - 24), start)
    if since and (since["word"] in _SURE_SINCE or (since["word"] in ("ab", "od", "dal") and begin[1])):
        return Period(since.start(), point.stop, begin, None), 1
    if not point.sure:
        return None, 1
    if shared and point.last[1]:
        month = MONTHS[shared["name"]] if shared["name"] else int(shared["number"])
        if month <= point.last[1]:
            return Period(shared.start(), point.stop, (begin[0], month), point.last), 1
    if not begin[1] and (short := _SHARED_YEAR.match(folded, start + 4)):
        end = _century(short["short"])
        if begin[0] < end <= begin[0] + 15:
            return Period(start, short.end(), begin, (end, 0)), 1
    if (end := _OPEN_END.match(folded, point.stop)) and "-" in end[0]:
        return Period(start, end.end(), begin, None), 1
    return Period(start, point.stop, begin, point.last, single=True), 1


def years_of(some: Iterable[Period], *, now: Month) -> float:
    """Years that periods cover together, overlaps counted once."""
    return round(dates.covered(period.span(now) for period in some), 1)
