"""The years of schools and degrees, which tell an age. Dates of employment stay."""

import re

from matching.redaction.parts import Line
from matching.redaction.plain import Span

MASK = "[year]"
_MONTH = (
    r"(?:jan|feb|fev|mar|mrz|maer|mae|apr|avr|abr|may|mai|mei|jun|jui|jul|aug|aou|ago|sep|okt|oct|nov|dec|dez|dic|ene|янв|фев|мар|апр|"
    r"мая|июн|июл|авг|сен|окт|ноя|дек)[^\W\d_]{0,7}\.?"
)
_YEAR = r"(?:19[4-9]|20[0-4])\d"
_POINT = (
    rf"(?:(?:(?:\d{{1,2}}[. ] ?)?{_MONTH},? (?:de )?|(?:\d{{1,2}}[./-]){{1,2}}|"
    rf"\d{{1,2}} ?/ ?)?{_YEAR}(?!\d)(?: ?[/.-] ?(?:0[1-9]|1[0-2])(?!\d))?"
    rf"(?:[./-]\d{{2}}(?!\d))?(?: ?年(?: ?\d{{1,2}} ?月)?)?|{_MONTH} '?\d\d(?!\d)|(?<!\w)'\d\d(?!\d))"
)
_NOW = (
    r"(?:present|now|today|current|ongoing|heute|aktuell|jetzt|aujourd'hui|actualidad|actual|heden|nu|oggi|"
    r"至今|今|現在)"
)
_SPAN = re.compile(
    rf"(?<![\w.,€$£+])(?:(?:expected|exp\.|anticipated|voraussichtlich|seit|since|depuis|desde|sinds|from|"
    rf"von|de|du|van|class of|graduated|"
    rf"promotion|abschluss) )?{_POINT}(?: ?(?:-+|to|bis|a|au|al|tot|until|hasta|/) ?(?:{_POINT}|{_NOW}))?(?![a-z0-9%])"
)
_NOT_A_DATE = re.compile(
    r"(?:windows|office|server|iso|rfc|din|sql|agenda|horizon|vision|excel|autocad|en|top|nr\.?|no\.?)[ -]$"
)
_EMPTY = re.compile(r"\( ?\)|\[ ?\]")
_GRADUATION = re.compile(
    rf"(?:graduat(?:ed|ion|ing)|class of|abschluss|abitur|matura|diplomee?|promotion|promocion|graduad[oa]|titulad[oa]|"
    rf"afgestudeerd|laureat[oa]|degree|diplom)(?: date|"
    rf" year)?(?: [^\W\d_]+){{0,4}}?[ :,(]{{0,3}}(?:(?:expected|in|im|en|nel|year|jahr|de|"
    rf":) ?){{0,2}}(?P<point>{_POINT})(?!\d)"
)
_GRADUATION_WORDS = (
    "graduat",
    "class of",
    "abschluss",
    "abitur",
    "matura",
    "diplom",
    "promo",
    "graduad",
    "titulad",
    "afgestud",
    "laureat",
    "degree",
)


def year_spans(folded: str) -> list[Span]:
    """The dates of an education line; one at its edge or in brackets goes, one inside a sentence becomes [year]."""
    spans = []
    for match in _SPAN.finditer(folded):
        start, end = match.span()
        if _NOT_A_DATE.search(folded, max(0, start - 12), start):
            continue
        before, after = folded[:start].rstrip(), folded[end:].lstrip()
        edge = not before or not after or before[-1] in "(,|;:-" or after[0] in "),|;:-"
        spans.append((start, end, "" if edge else MASK))
    return spans


def mask_years(line: Line) -> int:
    """Take the dates out of an education line; returns how many there were. A line of dates only is gone."""
    done = line.put(year_spans(line.plain))
    if done:
        line.put([(*match.span(), "") for match in _EMPTY.finditer(line.plain)])
        line.gone = not any(char.isalnum() for char in line.plain)
    return done


def may_hold_graduations(folded: str) -> bool:
    """A cheap first look at a whole text before `mask_graduations` of its lines."""
    return any(word in folded for word in _GRADUATION_WORDS)


def mask_graduations(line: Line) -> int:
    """Take years of graduation out of a line that is not about studies, such as "graduated in 2014"."""
    return line.put([(*match.span("point"), MASK) for match in _GRADUATION.finditer(line.plain)])
