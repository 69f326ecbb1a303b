"""Facts that a job asks for and a CV states: years, degree and languages. Unknown is neutral."""

import re
from dataclasses import dataclass

from matching.estimate.words import fold

NEUTRAL = 0.5

_NUMBER_WORDS = {
    word: number
    for number, group in enumerate(
        (
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
        ),
        start=1,
    )
    for word in group.split()
}
_AMOUNT = r"(\d{1,2}(?:[.,]\d)?|" + "|".join(sorted(_NUMBER_WORDS, key=len, reverse=True)) + r")"
_YEARS = re.compile(
    rf"(?<![\w$€£.,]){_AMOUNT}\s*(?:\(\d{{1,2}}\)\s*)?(?:\+|plus|or more|oder mehr|ou plus|o mas|of meer)?\s*"
    rf"(?:(?:-|–|to|bis|a|tot)\s*\d{{1,2}}\s*\+?\s*)?"
    r"(?:years?|yrs?|jahren?|jahre|jahr|ans|annees|anos|jaren?|jaar)(?![\w])"
)
_MONTHS = {
    name: number
    for number, group in enumerate(
        (
            "jan january januar janvier enero januari",
            "feb february februar fevrier febrero februari",
            "mar march marz mars marzo maart mrz",
            "apr april avril abril",
            "may mai mayo mei",
            "jun june juni juin junio",
            "jul july juli juillet julio",
            "aug august aout agosto augustus",
            "sep sept september septembre septiembre",
            "oct october oktober octobre octubre okt",
            "nov november novembre noviembre",
            "dec december dezember decembre diciembre dez",
        ),
        start=1,
    )
    for name in group.split()
}
_NOW = "present|current|currently|now|today|ongoing|heute|aktuell|aujourd'hui|actuel|actuellement|actualidad|presente|actual|heden|nu|по настоящее время|至今|现在"
_POINT = rf"(?:(?:({'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?,?\s*|(\d{{1,2}})\s?[/.-]\s?)?((?:19[5-9]|20[0-4])\d)(?:[.-]\d\d)?)"
_RANGE = re.compile(
    rf"(?<!\w){_POINT}\s*(?:-|–|—|to|until|till|bis|a|au|hasta|tot|~|至|－)\s*(?:{_POINT}|({_NOW}))(?!\w)"
)
_YEAR = re.compile(r"(?<!\d)(?:19[5-9]|20[0-4])\d(?!\d)")

_DEGREES = (
    (4, r"ph\.?\s?d|doctorate|doctoral|doktor(?:at)?|promotion zum|doctorat|doctorado|dphil"),
    (
        3,
        r"master(?:'?s)?(?:\s+degree|\s+of|\s+in)|\bm\.?sc\b|\bmba\b|\bm\.a\.|\bmaster\b(?! data)|magister|diplom-|"
        r"\bmaitrise\b|\bmaestria\b|\bm\.?tech\b|\bm\.?eng\b|\bmed\b(?=,| in)|硕士|магистр|juris doctor|\bj\.d\.",
    ),
    (
        2,
        r"bachelor|\bb\.?sc\b|\bb\.?a\.|\bba\b(?= in)|\bbs\b(?=,|:| in)|\bb\.s\.|\bb\.?tech\b|\bb\.?eng\b|\bb\.?com\b|\bbba\b|\blicence\b(?= en| de)|"
        r"licenciatura|grado en|undergraduate degree|university degree|college degree|\bdegree in\b|hochschulabschluss|"
        r"studium|\bhbo\b|graduado|本科|学士|бакалавр|\bbsn\b",
    ),
    (
        1,
        r"associate(?:'?s)?(?:\s+degree|\s+of|\s+in)|\ba\.a\.|\bdiploma\b|certificate|high school|\bged\b|ausbildung|"
        r"\bmbo\b|\bbac\b|\bbts\b|\bdut\b|ciclo formativo|bachillerato|abitur|apprenticeship",
    ),
)
_DEGREE = tuple((level, re.compile(pattern)) for level, pattern in _DEGREES)
_LANGUAGES = {
    "english": "english|englisch|anglais|ingles|engels",
    "german": "german|deutsch|allemand|aleman|duits",
    "french": "french|franzosisch|francais|frances|frans",
    "spanish": "spanish|spanisch|espagnol|espanol|castellano|spaans",
    "dutch": "dutch|niederlandisch|neerlandais|neerlandes|holandes|nederlands",
    "italian": "italian|italienisch|italien|italiano|italiaans",
    "portuguese": "portuguese|portugiesisch|portugais|portugues",
    "russian": "russian|russisch|russe|ruso",
    "polish": "polish|polnisch|polonais|polaco|pools",
    "arabic": "arabic|arabisch|arabe",
    "mandarin": "mandarin|chinese|chinesisch|chinois|chino",
    "japanese": "japanese|japanisch|japonais|japones",
    "hindi": "hindi",
    "turkish": "turkish|turkisch|turc|turco",
}
_LANGUAGE = {name: re.compile(rf"(?<!\w)(?:{forms})(?!\w)") for name, forms in _LANGUAGES.items()}


@dataclass(frozen=True, slots=True)
class Facts:
    """What a text states: `years` of experience (None: nothing), `degree` 0-4 (0: nothing), `languages` by English name."""

    years: float | None = None
    degree: int = 0
    languages: frozenset[str] = frozenset()


def asked(text: str) -> Facts:
    """What a job text asks for. Of several numbers of years the largest under 16 counts, since parts add up to it."""
    folded = fold(text)
    years = [number for number in _stated(folded) if number < 16]
    levels = [level for level, pattern in _DEGREE if pattern.search(folded)]
    return Facts(max(years, default=None), min(levels, default=0), _languages(folded))


def stated(text: str, *, dated: str = "", year: int = 0) -> Facts:
    """What a CV states. `dated` is the part whose date ranges are work; `year` is the present year, 0 if not known."""
    folded = fold(text)
    spans = max((number for number in _stated(folded) if number <= 45), default=None)
    worked = years_worked(fold(dated) if dated else folded, year=year)
    known = [number for number in (spans, worked) if number]
    levels = [level for level, pattern in _DEGREE if pattern.search(folded)]
    return Facts(max(known, default=None), max(levels, default=0), _languages(folded))


def _stated(folded: str) -> list[float]:
    return [_number(match[1]) for match in _YEARS.finditer(folded)]


def _number(word: str) -> float:
    return float(_NUMBER_WORDS.get(word) or word.replace(",", "."))


def _languages(folded: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _LANGUAGE.items() if pattern.search(folded))


def years_worked(folded: str, *, year: int = 0) -> float | None:
    """Years covered by the date ranges of folded text, overlaps once; None without any. "Present" is `year` or the newest one named."""
    now = (year or max((int(found) for found in _YEAR.findall(folded)), default=0)) + 1.0
    spans = []
    for found in _RANGE.finditer(folded):
        start = _when(found[1], found[2], found[3], ending=False)
        end = now if found[7] else _when(found[4], found[5], found[6], ending=True)
        if 0 <= end - start <= 50:
            spans.append((start, end))
    if not spans:
        return None
    total, reached = 0.0, 0.0
    for start, end in sorted(spans):
        total += max(0.0, end - max(start, reached))
        reached = max(reached, end)
    return round(total, 2)


def _when(name: str | None, number: str | None, year: str, *, ending: bool) -> float:
    month = _MONTHS.get(name or "") or (int(number) if number and 1 <= int(number) <= 12 else 0)
    if not month:
        return int(year) + (0.5 if ending else 0.0)
    return int(year) + (month if ending else month - 1) / 12


def fit(wanted: Facts, found: Facts) -> float:
    """How well stated facts meet asked ones, 0-1; what is not asked or not stated counts as neutral (0.5)."""
    parts = [_years_fit(wanted.years, found.years), _degree_fit(wanted.degree, found.degree)]
    if wanted.languages - {"english"}:
        parts.append(_share(wanted.languages - {"english"}, found.languages))
    return sum(parts) / len(parts)


def _years_fit(wanted: float | None, found: float | None) -> float:
    if found is None:
        return NEUTRAL
    if not wanted:
        return min(1.0, NEUTRAL + found / 20)
    return min(1.0, found / wanted)


def _degree_fit(wanted: int, found: int) -> float:
    if not wanted or not found:
        return NEUTRAL
    return 1.0 if found >= wanted else 0.3


def _share(wanted: frozenset[str], found: frozenset[str]) -> float:
    return len(wanted & found) / len(wanted)
