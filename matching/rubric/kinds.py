"""What sort of thing a clause asks for, how many years, and the words for the levels that follow from it."""

import re
from enum import StrEnum

from matching.rubric.degrees import ASKS_DEGREE
from matching.rubric.text import fold, pattern
from matching.rubric.tongues import asks_tongue

MAX_LEVEL_WORDS = 12


class Kind(StrEnum):
    """The sort of a criterion. It decides the words for its levels."""

    SKILL = "skill"
    DEGREE = "degree"
    LICENCE = "licence"
    TONGUE = "tongue"
    DUTY = "duty"
    LEADING = "leading"


_NUMBER_WORDS = (
    "one einem ein einjahrige un une uno een eine",
    "two zwei zweijahrige deux dos twee",
    "three drei dreijahrige trois tres drie",
    "four vier quatre cuatro",
    "five funf funfjahrige cinq cinco vijf",
    "six sechs seis zes",
    "seven sieben sept siete zeven",
    "eight acht huit ocho",
    "nine neun neuf nueve negen",
    "ten zehn dix diez tien",
)
_NUMBERS = {word: number for number, words in enumerate(_NUMBER_WORDS, start=1) for word in words.split()}
_NUMBER = r"\d{1,2}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True))
YEARS = pattern(
    rf"""(?<![\d.,-])\b({_NUMBER})\s?(?:\(\d{{1,2}}\)\s?)?(?:\+|plus\b|or more\b|oder mehr\b|ou plus\b|o mas\b|
    of meer\b)?
    (?:\s?(?:-|to|bis|a|ou|o|oder|of|or|tot)\s?\d{{1,2}}\s?\+?)?[ ]?(?:or more |full |of )?-?
    (?:years?|yrs?|jahren?|jahrige\w*|ans|annees?|anos?|jaar|jaren)\b[ ]?\+?"""
)
_NO_SPAN = re.compile(r"\s*(?:of age|old|and older|or older|alt\b|ago|contract|warranty|plan|in a row|cover)")
_LICENCE = pattern(
    r"""\b(?:licen[cs](?:e|ed|es|ure)\b(?! (?:manage|agree|en|pro))|registered (?:\w+ )?(?:nurse|with|as|general)|
    registration|
    certifi(?:ed|cate|cates|cation|cations)\b|chartered|accredited|accreditation|admitted to|bar admission|
    (?:part-)?qualified (?:as|in|solicitor|lawyer|accountant|teacher|electrician|\w+ nurse)|\w+ qualified\b|
    qualification|
    bls|acls|pals|cpc|digi card|adr|hha|cna|cpr|cpa|acca|cima|pmp|prince2|cissp|ccna|ccnp|ccie|cii|acii|cscs|
    nebosh|qts|qualified teacher status|pgce|cdl|hgv|sia|cipd|smsts|wset|18th edition|
    approbation|\w*fuhrerschein\w*|zertifi\w+|examiniert\w*|staatlich (?:anerkannt|geprufte?r?)\w*|staplerschein|
    sachkunde\w*|
    permis (?!de travail)(?:[a-e]{1,2}\b|de conduire)|caces|habilitation\w*|diplome d'etat|certificat\w*|
    carte professionnelle|
    carnet|permiso de conducir|colegiad[oa]|certificad\w+|tarjeta profesional|tip\b|
    rijbewijs|\w*certificaat|certificering|big-?registratie|\w*bevoegdheid|gediplomeerd\w*|vca|ehbo|bhv|vog)\b"""
)
_LEADING = pattern(
    r"""\b(?:people management|line manag\w+|lead(?:ing)? (?:a |an |the )?(?:team|people|staff|group)|
    manag(?:e|es|ing) (?:a |an |the )?(?:team|people|staff)|team lead\w*|supervis\w+|coach(?:es|ing)?|mentor(?:s|
    ing)?|
    fuhrungs\w+|personalverantwortung|mitarbeiterfuhrung|encadr\w+|management d'equipe|gestion de equipos|
    leidinggev\w+)\b"""
)


def years_of(text: str) -> int | None:
    """The fewest years that a text asks for (1 to 40), None when it names none; an age is not a number of years."""
    folded = fold(text)
    found = [
        _number(hit.group(1))
        for hit in YEARS.finditer(folded)
        if not _NO_SPAN.match(folded[hit.end() : hit.end() + 14])
    ]
    fitting = [number for number in found if 1 <= number <= 40]
    return fitting[0] if fitting else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]


def kind_of(text: str, *, duty: bool) -> Kind:
    """The sort of thing that a clause asks for; `duty` tells that it comes from a list of duties."""
    folded = fold(text)
    if duty:
        return Kind.LEADING if _LEADING.search(folded) else Kind.DUTY
    if asks_tongue(text):
        return Kind.TONGUE
    degree = ASKS_DEGREE.search(folded)
    if degree and not (degree.start() > 12 and folded[: degree.start()].endswith((" or a ", " or an ", " or "))):
        return Kind.DEGREE
    if _LICENCE.search(folded):
        return Kind.LICENCE
    return Kind.LEADING if _LEADING.search(folded) else Kind.SKILL


def level_words(kind: Kind, *, years: int | None) -> tuple[str, str, str]:
    """The words for levels 0, 2 and 4 of a criterion of this sort, each at most MAX_LEVEL_WORDS words."""
    if years and kind in (Kind.SKILL, Kind.DUTY, Kind.LEADING):
        span = f"{years} years" if years > 1 else "a year"
        return "no sign of it", f"under {span}, or only part of it", f"well over {span}, with results or lead"
    return _WORDS[kind]


_WORDS = {
    Kind.SKILL: ("no sign of it", "used in one role or project", "main part of several roles, with results"),
    Kind.DEGREE: ("no such degree or training", "another field, or not finished", "the one asked for, or a higher one"),
    Kind.LICENCE: ("not mentioned", "in progress, lapsed or a lower one", "held and current, or a higher one"),
    Kind.TONGUE: ("not mentioned", "basic to intermediate (A2 to B1)", "fluent (C1 or C2) or daily at work"),
    Kind.DUTY: ("never did this", "took part, or did something close", "did this alone in several roles, with results"),
    Kind.LEADING: ("no sign of it", "guided one or two people", "led a team or several people, with results"),
}
