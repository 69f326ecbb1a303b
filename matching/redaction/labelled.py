"""Names that a form's label gives: "Name: Jane Doe", "Vor- und Nachname", two lines "Prénom" and "Nom"."""

import re

from matching.redaction.parts import Line
from matching.redaction.plain import plain
from matching.redaction.shapes import is_place, runs
from matching.redaction.words import words
from matching.redaction.words.not_names import NOT_NAMES
from matching.redaction.words.skills import SKILL_WORDS

_FULL = re.compile(
    r"^\W*(?:(?:full |complete |legal |candidate(?:'s)? |applicant(?:'s)? )?name(?:, (?:vorname|first name))?|"
    r"name of (?:candidate|applicant)|first name (?:and|&) (?:sur|last )name|"
    r"vor-? ?(?:und|u\.|&|/) ?(?:nach|zu|familien)name|vollstandiger name|familienname, vorname|nachname, vorname|"
    r"nom,? (?:et |& )?prenoms?|prenoms? (?:et |& )?nom|nom complet|nombre(?: y apellidos?| completo)|"
    r"apellidos y nombres?|"
    r"nombres y apellidos|(?:volledige )?naam|voor- en achternaam|naam en voornaam|nome (?:e cognome|completo)|"
    r"cognome e nome|imie i nazwisko|ad[iı]? soyad[iı]?|navn|namn|nimi|nev|ф\.?и\.?о\.?|имя и фамилия|ονοματεπωνυμο|"
    r"姓 *名|氏 *名|名前|성명|이름)\s*(?::+|-|\t| {2,}|$|(?<=[名명름]) )\s*"
)
_FIRST = re.compile(
    r"^\W*(?:(?:first|given|fore) ?names?|vornamen?|prenoms?|nombres?|voornamen?|roepnaam|nome|"
    r"имя)\s*(?::+|\t| {2,})\s*"
)
_LAST = re.compile(
    r"^\W*(?:(?:last|sur|family) ?names?|nachname|familienname|zuname|nom(?: de famille)?|apellidos?|"
    r"achternaam|cognome|"
    r"фамилия)\s*(?::+|\t| {2,})\s*"
)
_STOP = re.compile(r"\||;|\t|\[| {3,}|\(|\d| (?:date|geb|geboren|born|tel|phone|e-?mail|address|anschrift|adresse)\b")
# One of these stands in every label.
_WORDS = words(
    """
    name names surname forename nachname vorname vornamen familienname familiennamen zuname zuname nom prenom
    prenoms nombre
    nombres apellido apellidos naam voornaam voornamen achternaam roepnaam nome cognome imie soyad soyadi navn namn
    nimi nev
    фио ф имя фамилия ονοματεπωνυμο 姓 名 姓名 氏 氏名 名前 성명 이름
    """
)
_OTHERS = NOT_NAMES | SKILL_WORDS
FAR = 60


def labelled_name(lines: list[Line]) -> tuple[str, tuple[str, ...]] | None:
    """The name after a label and its written words; an empty name when it was masked before; None without a label."""
    first = last = ""
    for index, line in enumerate(lines[:FAR]):
        if (not line.in_head and index > 25) or line.words.isdisjoint(_WORDS):
            continue
        if match := _FULL.match(line.plain):
            where = line if match.end() < len(line.plain) else _next(lines, index)
            start = match.end() if where is line else 0
            if where is not None and where.plain.startswith("[name]", start):
                return "", ()
            if where is not None and (found := value_of(where, start)):
                return found
        if match := _FIRST.match(line.plain):
            first = first or (value_of(line, match.end(), strict=True) or ("",))[0]
        elif match := _LAST.match(line.plain):
            last = last or (value_of(line, match.end(), strict=True) or ("",))[0]
    text = f"{first} {last}"
    return (text, tuple(text.split())) if first and last else None


def _next(lines: list[Line], index: int) -> Line | None:
    return next((line for line in lines[index + 1 : index + 3] if line.plain.strip()), None)


def value_of(line: Line, start: int, *, strict: bool = False) -> tuple[str, tuple[str, ...]] | None:
    """The name in a line from `start` on with its words; None when what stands there has not the shape of a name."""
    stop = _STOP.search(line.plain, start)
    text = " ".join(line.text[start : stop.start() if stop else None].strip(" ,.-:").split())
    spread = text.replace(",", " ")
    parts = spread.split()
    if not 1 <= len(parts) <= 6 or len(text) > 60 or is_place(plain(text)):
        return None
    others = sum(plain(word).strip(".") in _OTHERS for word in parts)
    if others > (0 if strict or len(parts) == 1 else 1):
        return None
    found = runs(" ".join(parts), plain(" ".join(parts)), lower=True, sure=frozenset(plain(spread).split()))
    if not found or len(found[0].text.split()) < len(parts):
        return None
    return text, found[0].written
