"""What sort of thing a clause asks for, how many years, and the words for the levels that follow from it."""

import re
from enum import StrEnum

from matching.rubric.text import fold
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


_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
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
        ),
        start=1,
    )
    for word in words.split()
}
_YEAR_WORD = r"(?:years?|yrs?|jahren?|jahrige\w*|ans|annees|anos|jaar|jaren)\b"
YEARS = re.compile(
    rf"\b(\d{{1,2}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\s?(?:\(\d{{1,2}}\)\s?)?(?:\+|plus\b|"
    rf"or more\b|oder mehr\b|ou plus\b|o mas\b|of meer\b)?"
    rf"(?:\s?(?:-|to|bis|a|à|tot)\s?\d{{1,2}}\s?\+?)?\s?(?:or more |full |of )?-?{_YEAR_WORD}"
)
_DEGREE = re.compile(
    r"\b(?:bachelor\w*|master'?s?(?= (?:degree|of|in|or|and|level|\w+ degree))|masters|degrees?|diploma\w*|"
    r"ph\.? ?d\b|doctorate|doctoral|b\.?sc|m\.?sc|b\.?tech|b\.e\b|b\.s\b|b\.a\b|m\.s\b|mba|undergraduate|"
    r"postgraduate|graduate of|graduated|university|college education|"
    r"ged|high school (?:diploma|graduate|or|education)|associate'?s?(?= degree)|a-levels?|gcses?|apprenticeship|"
    r"studium|hochschul\w*|fachhochschul\w*|universitats\w*|ausbildung|berufsausbildung|studienabschluss|"
    r"abgeschlossene\w*|abitur|"
    r"bac ?\+ ?\d|bac pro|bts|dut|but\b(?= )|diplome\w*|ecole d'ingenieur\w*|ingenieur diplome|"
    r"formation (?:superieure|de type|bac|en|initiale|d[eu])|licence (?:en|pro)|master (?:en|2|1)|cap\b|bep\b|"
    r"titulacion|titulad[oa]|titulo|grado (?:en|medio|superior|universitario)|licenciatura|licenciad[oa]|"
    r"formacion profesional|\bfp\b|ciclo formativo|estudios (?:superiores|universitarios|de)|"
    r"hbo|mbo|wo-|\bwo\b|opleiding|afgeronde|denkniveau|werk- en denkniveau)\b"
)
_LICENCE = re.compile(
    r"\b(?:licen[cs](?:e|ed|es|ure)\b(?! (?:manage|agree|en|pro))|registered (?:\w+ )?(?:nurse|with|as|general)|"
    r"registration|certifi(?:ed|cate|cates|cation|cations)\b|chartered|accredited|accreditation|admitted to|"
    r"bar admission|"
    r"bls|acls|pals|cpa|acca|cima|pmp|prince2|cissp|ccna|cscs|nebosh|qts|pgce|cdl|hgv|sia|"
    r"approbation|fuhrerschein\w*|zertifi\w+|examiniert\w*|staatlich (?:anerkannt|geprufte?r?)\w*|staplerschein|"
    r"sachkunde\w*|"
    r"permis [a-e]{1,2}\b|permis de conduire|caces|habilitation\w*|diplome d'etat|certificat\w*|carte professionnelle|"
    r"carnet|permiso de conducir|colegiad[oa]|certificad\w+|tarjeta profesional|tip\b|"
    r"rijbewijs|certificaat|certificering|big-?registratie|bevoegdheid|gediplomeerd\w*|vca|ehbo|bhv|"
    r"heftruckcertificaat|vog)\b"
)
_LEADING = re.compile(
    r"\b(?:people management|line manag\w+|lead(?:ing)? (?:a |an |the )?(?:team|people|staff|group)|manag(?:e|"
    r"ing) (?:a |an |the )?(?:team|people|staff)|team lead\w*|supervis\w+|coach\w*|mentor\w*|"
    r"fuhrungs\w+|personalverantwortung|mitarbeiterfuhrung|encadrement|management d'equipe|gestion de equipos|"
    r"leidinggev\w+)\b"
)


def years_of(text: str) -> int | None:
    """The fewest years that a text asks for (0 to 40), None when it names none; an age is not a number of years."""
    folded = fold(text)
    found = [
        _number(hit.group(1))
        for hit in YEARS.finditer(folded)
        if not re.match(
            r"\s*(?:of age|old|and older|or older|alt\b|ago|contract|warranty|plan)", folded[hit.end() : hit.end() + 14]
        )
    ]
    fitting = [number for number in found if number <= 40]
    return min(fitting[:2]) if fitting else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]


def kind_of(text: str, *, duty: bool) -> Kind:
    """The sort of thing that a clause asks for; `duty` tells that it comes from a list of duties."""
    folded = fold(text)
    if duty:
        return Kind.LEADING if _LEADING.search(folded) else Kind.DUTY
    if asks_tongue(text):
        return Kind.TONGUE
    if _DEGREE.search(folded):
        return Kind.DEGREE
    if _LICENCE.search(folded):
        return Kind.LICENCE
    return Kind.LEADING if _LEADING.search(folded) else Kind.SKILL


def level_words(kind: Kind, *, years: int | None) -> tuple[str, str, str]:
    """The words for levels 0, 2 and 4 of a criterion of this sort, each at most MAX_LEVEL_WORDS words."""
    if years and kind in (Kind.SKILL, Kind.DUTY, Kind.LEADING):
        mid = f"under {years} years, or only part of it" if years > 1 else "under a year, or only part of it"
        plural = "years" if years > 1 else "year"
        return "no sign of it", mid, f"clearly over {years} {plural} of it, with results or lead"
    return _WORDS[kind]


_WORDS = {
    Kind.SKILL: ("no sign of it", "used in one role or project", "main part of several roles, with results"),
    Kind.DEGREE: (
        "no such degree or training",
        "another field, or not finished",
        "the degree asked for, or a higher one",
    ),
    Kind.LICENCE: ("not mentioned", "in progress, lapsed or a lower one", "held and current, or a higher one"),
    Kind.TONGUE: ("not mentioned", "basic to intermediate (A2 to B1)", "fluent (C1 or C2) or daily at work"),
    Kind.DUTY: ("never did this", "took part, or did something close", "did this alone in several roles, with results"),
    Kind.LEADING: ("no sign of it", "guided one or two people", "led a team or several people, with results"),
}
