"""Facts that a job asks for and a CV states: years, degree, seniority and languages. Unknown is neutral."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from matching.estimate import dates

NEUTRAL = 0.5
_MOST_ASKED = 15

_DEGREE_WORDS = {
    4: "phd dphil doctorate doctoral doktorat doctorat doctorado",
    3: "masters master's msc mba meng mtech mphil llm pgce magister diplom maitrise maestria dipl mcom mfa msn",
    2: """bachelor bachelors bachelor's bsc ba bs bcom bba btech beng bfa bsn llb degree degrees licenciatura graduado
        grado hochschulabschluss hochschulstudium studium hbo undergraduate baccalaureate laurea""",
    1: "diploma associate's ausbildung berufsausbildung mbo bts dut ged apprenticeship abitur bachillerato nvq hnd",
}
_DEGREE = {word: level for level, group in _DEGREE_WORDS.items() for word in group.split()}
_DEGREE_PAIRS = {
    ("ph", "d"): 4,
    ("b", "sc"): 2,
    ("b", "s"): 2,
    ("b", "a"): 2,
    ("b", "com"): 2,
    ("b", "tech"): 2,
    ("b", "e"): 2,
    ("m", "sc"): 3,
    ("m", "s"): 3,
    ("m", "a"): 3,
    ("m", "tech"): 3,
    ("m", "b"): 3,
    ("j", "d"): 3,
    ("master", "of"): 3,
    ("master", "in"): 3,
    ("master", "degree"): 3,
    ("masters", "degree"): 3,
    ("associate", "degree"): 1,
    ("associate", "of"): 1,
    ("associates", "degree"): 1,
    ("high", "school"): 1,
}
_CJK_DEGREES = {"博士": 4, "硕士": 3, "修士": 3, "本科": 2, "学士": 2, "大专": 1}
_NO_DEGREE = re.compile(r"no degree|degree (?:is )?not|not needed:? (?:a )?degree|without a degree|kein studium")
_LANGUAGE_WORDS = {
    "english": "english englisch anglais ingles engels inglese",
    "german": "german deutsch allemand aleman duits deutschkenntnisse tedesco",
    "french": "french franzosisch francais frances frans francese",
    "spanish": "spanish spanisch espagnol espanol castellano spaans spagnolo",
    "dutch": "dutch niederlandisch neerlandais holandes nederlands olandese",
    "italian": "italian italienisch italien italiano italiaans",
    "portuguese": "portuguese portugiesisch portugais portugues portugees",
    "russian": "russian russisch russe ruso",
    "polish": "polish polnisch polonais polaco pools",
    "arabic": "arabic arabisch arabe",
    "chinese": "mandarin chinese chinesisch chinois chino cantonese",
    "japanese": "japanese japanisch japonais japones",
    "hindi": "hindi",
    "turkish": "turkish turkisch turc turco",
}
LANGUAGE = {word: name for name, group in _LANGUAGE_WORDS.items() for word in group.split()}
_LEVEL_WORDS = {
    0: "intern internship trainee apprentice student praktikant stagiaire werkstudent auszubildender auszubildende",
    1: "junior jr graduate assistant entry helper aide commis",
    3: "senior sr principal lead experienced",
    4: "manager head supervisor leiter leiterin responsable superintendent gerente jefe teamleiter foreman",
    5: "director vp president chief ceo cto cfo coo cio directeur geschaftsfuhrer executive",
}
_LEVEL = {word: level for level, group in _LEVEL_WORDS.items() for word in group.split()}
USUAL_LEVEL = 2


@dataclass(frozen=True, slots=True)
class Facts:
    """What a text states: `years` (None: nothing), `degree` 0-4 (0: none), languages, `level` 0-5 (None: nothing)."""

    years: float | None = None
    degree: int = 0
    languages: frozenset[str] = frozenset()
    level: int | None = None


def asked(words: Sequence[str], *, title: Sequence[str], text: str = "") -> Facts:
    """What a job asks for: of several numbers of years the largest (it holds the rest), of degrees the lowest."""
    years = [number for number in dates.stated_years(words) if number <= _MOST_ASKED]
    known = degrees(words)
    degree = 0 if _NO_DEGREE.search(text) else min(known, default=0)
    return Facts(max(years, default=None), degree, languages(words), level(title))


def degrees(words: Sequence[str]) -> set[int]:
    """The levels of all degrees that folded words name: 1 below bachelor, 2 bachelor, 3 master, 4 doctorate."""
    known = set(words)
    found = {_DEGREE[word] for word in known & _DEGREE.keys()}
    found |= {_CJK_DEGREES[word] for word in known & _CJK_DEGREES.keys()}
    if known & {"ph", "b", "m", "j", "master", "masters", "associate", "associates", "high"}:
        found |= {_DEGREE_PAIRS[pair] for pair in pairwise(words) if pair in _DEGREE_PAIRS}
    return found


def languages(words: Sequence[str]) -> frozenset[str]:
    """The languages that folded words name, in English."""
    return frozenset(LANGUAGE[word] for word in set(words) & LANGUAGE.keys())


def level(words: Sequence[str]) -> int | None:
    """The seniority that the words of a title name, 0 (intern) to 5 (director); None for an empty title, 2 unmarked."""
    if not words:
        return None
    marks = [_LEVEL[word] for word in words if word in _LEVEL]
    if not marks:
        return USUAL_LEVEL
    return min(marks) if min(marks) < USUAL_LEVEL else max(marks)


def fit(wanted: Facts, found: Facts) -> float:
    """How well stated facts meet asked ones, 0-1; what is not asked or not stated counts as neutral (0.5)."""
    parts = [
        (0.5, _years_fit(wanted.years, found.years)),
        (0.2, _degree_fit(wanted.degree, found.degree)),
        (0.3, _level_fit(wanted.level, found.level)),
    ]
    foreign = wanted.languages - {"english"}
    if foreign:
        parts.append((0.2, len(foreign & found.languages) / len(foreign)))
    return sum(share * value for share, value in parts) / sum(share for share, _ in parts)


def _years_fit(wanted: float | None, found: float | None) -> float:
    if found is None:
        return NEUTRAL
    if not wanted:
        return min(1.0, NEUTRAL + found / 20)
    return min(1.0, found / wanted)


def _degree_fit(wanted: int, found: int) -> float:
    if not wanted or not found:
        return NEUTRAL
    return 1.0 if found >= wanted else 0.25


def _level_fit(wanted: int | None, found: int | None) -> float:
    """Below what is asked counts more than above it."""
    if wanted is None or found is None:
        return NEUTRAL
    return max(0.0, 1.0 - (0.3 if found < wanted else 0.15) * abs(wanted - found))
