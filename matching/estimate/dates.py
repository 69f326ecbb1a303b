"""Dates of a CV as words: spans such as "Jan 2015 - Present", and statements such as "5+ years"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

_MONTH_NAMES = (
    "jan january januar janvier enero januari gennaio janeiro января январь",
    "feb february februar fevrier febrero februari febbraio февраля февраль",
    "mar march marz mars marzo maart mrz марта март",
    "apr april avril abril aprile апреля апрель",
    "may mai mayo mei maggio maio мая май",
    "jun june juni juin junio giugno июня июнь",
    "jul july juli juillet julio luglio июля июль",
    "aug august aout agosto augustus августа август",
    "sep sept september septembre septiembre settembre сентября сентябрь",
    "oct october oktober octobre octubre okt ottobre октября октябрь",
    "nov november novembre noviembre ноября ноябрь",
    "dec december dezember decembre diciembre dez dicembre декабря декабрь",
)
MONTHS = {name: number for number, group in enumerate(_MONTH_NAMES, start=1) for name in group.split()}
_NOW_WORDS = """present current currently now today ongoing date heute aktuell jetzt aujourd'hui actuel actuellement
 jour actualidad presente actual hoy heden nu oggi настоящее н 至今 现在 現在"""
_NOW = frozenset(_NOW_WORDS.split())
_LINK_WORDS = "to until till through thru bis a au hasta tot until al por с по the of now"
_LINKS = frozenset(_LINK_WORDS.split()) | frozenset(MONTHS)
_YEARS = frozenset(str(year) for year in range(1950, 2050))
_MOST_BETWEEN = 4

_NUMBERS = (
    "one ein eine einem einer un una een",
    "two zwei deux dos twee",
    "three drei trois tres drie",
    "four vier quatre cuatro",
    "five funf cinq cinco vijf",
    "six sechs seis zes",
    "seven sieben sept siete zeven",
    "eight acht huit ocho",
    "nine neun neuf nueve negen",
    "ten zehn dix diez tien",
)
_NUMBER = {word: number for number, group in enumerate(_NUMBERS, start=1) for word in group.split()}
_YEAR_WORDS = frozenset(
    [
        "year",
        "years",
        "yrs",
        "yr",
        "year's",
        "years'",
        "jahr",
        "jahre",
        "jahren",
        "ans",
        "annees",
        "anos",
        "ano",
        "jaar",
        "jaren",
        "anni",
        "лет",
        "года",
    ]
)
_SOFT = frozenset(
    [
        "plus",
        "or",
        "more",
        "oder",
        "mehr",
        "ou",
        "o",
        "mas",
        "of",
        "meer",
        "full",
        "solid",
        "progressive",
        "than",
        "minimum",
        "at",
        "least",
    ]
)


@dataclass(frozen=True, slots=True)
class Span:
    """A span of dates: `at` is its place among the words, `start` and `end` years with fractions; `open` ends today."""

    at: int
    start: float
    end: float
    open: bool = False

    def moved(self, by: int) -> "Span":
        """The same span `by` words further on."""
        return replace(self, at=self.at + by)


def spans(words: Sequence[str], *, year: int = 0) -> list[Span]:
    """Date spans among folded words in order of place. Open ones end with `year`; 0 takes the newest one named."""
    places = [at for at, word in enumerate(words) if word in _YEARS]
    newest = max((int(words[at]) for at in places), default=0)
    now = float(year or newest) + (0.5 if year else 1.0)
    found: list[Span] = []
    used = -1
    for at in places:
        if at <= used:
            continue
        for ahead in range(at + 1, min(at + 2 + _MOST_BETWEEN, len(words))):
            word = words[ahead]
            start = _when(words, at, ending=False)
            if word in _NOW:
                found.append(Span(at, start, max(now, start), open=True))
                break
            if word in _YEARS:
                end = _when(words, ahead, ending=True)
                if 0 <= end - start <= 50:
                    found.append(Span(at, start, end))
                    used = ahead
                break
            if word not in _LINKS and not (word.isdigit() and len(word) <= 2):
                break
    return found


def _when(words: Sequence[str], at: int, *, ending: bool) -> float:
    before = words[at - 1] if at else ""
    month = MONTHS.get(before) or (int(before) if before.isdigit() and 1 <= int(before) <= 12 else 0)
    if not month:
        return int(words[at]) + (0.5 if ending else 0.0)
    return int(words[at]) + (month if ending else month - 1) / 12


def covered(some: Iterable[Span]) -> float:
    """Years that spans cover, overlaps counted once."""
    total, reached = 0.0, 0.0
    for span in sorted(some, key=lambda one: (one.start, one.end)):
        total += max(0.0, span.end - max(span.start, reached))
        reached = max(reached, span.end)
    return round(total, 2)


def stated_years(words: Sequence[str]) -> list[float]:
    """Numbers of years that words state ("5+ years", "drei Jahre", "3 to 5 years" gives 3), under 50."""
    found = []
    for at, word in enumerate(words):
        if word not in _YEAR_WORDS or not at:
            continue
        back = at - 1
        while back > 0 and words[back] in _SOFT:
            back -= 1
        number = _number(words[back])
        lower = _number(words[back - 1]) if back else None
        if number is None and back > 1 and words[back - 1] in ("to", "bis", "a", "tot"):
            lower = _number(words[back - 2])
        if number is not None and lower is None and back > 1 and words[back - 1] in ("to", "bis", "a", "tot"):
            lower = _number(words[back - 2])
        if number is not None:
            found.append(min(number, lower) if lower else number)
    return found


def _number(word: str) -> float | None:
    if word in _NUMBER:
        return float(_NUMBER[word])
    return float(word) if word.isascii() and word.isdigit() and 0 < int(word[:4]) < 50 else None
