"""Telephone numbers: told from years, amounts, versions and identifiers by shape and by what stands around them."""

import re

from matching.redaction.plain import Span

_RUN = re.compile(
    r"(?<![\w.,/#$€£〒-])(?<!\d:)(?<!〒 )[+(]{0,2}\d[\d ()./*|-]{4,}(?:[\d*]|x{2,}\b)(?:[ -]?x{2,}\b)*(?![\w%€$£])"
)
_LABEL = re.compile(
    r"(?<!\w)(?:phone|tel|tfno|tlfno|contact|telephone|mobile|mob|cell|cellphone|fax|whatsapp|viber|telefon|telefonnummer|mobil|mobilfunk|"
    r"mobilnummer|mobiltelefon|mobiel|handy|handynummer|rufnummer|festnetz|portable|telefono|movil|celular|telemovel|"
    r"telefoon|telefoonnummer|gsm|cellulare|тел|телефон|моб|电话|手机|联系电话|電話|電話番号|携帯|携帯電話番号|携帯電話|전화|"
    r"휴대폰|τηλ|τηλεφωνο|tlf|puh|[tmpf])[^\w\n+(]{0,4}(?:no|number|nr|nummer|numero)?[^\w\n+(]{0,4}$"
)
_DATE = re.compile(
    r"(?<!\d)(?:\d{1,2}[./-]){1,2}(?:19|20)\d\d(?!\d)|(?<!\d)(?:19|20)\d\d[./-]\d{1,2}(?!\d)|"
    r"(?<!\d)(?:19|20)\d\d *-+ *(?:19|20)\d\d(?!\d)|(?<![\d./])\d{1,2}[./]\d{1,2}[./]\d{2}(?![\d./])|"
    r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])"
)
_NO_PHONE_BEFORE = re.compile(
    r"(?:iso|iec|rfc|din|en|isbn|issn|doi|patent|pat|no|nr|art|id|ref|reference|version|v|usd|eur|gbp|chf|inr|rs|budget|"
    r"section|bsn|dni|nie|nif|ssn|passport|ausweis|paragraph|article|zip|plz|sap|nct|pmid|arxiv|cve|model|"
    r"typ|type|iban|account|konto)[ .:#-]{0,3}$"
)
_NO_PHONE_AFTER = re.compile(
    r" ?(?:eur|euros?|usd|gbp|dollars?|users?|customers?|clients?|people|employees|mio|million|k\b|km|m2|"
    r"sq|units|members|"
    r"nutzer|kunden|mitarbeiter|utilisateurs|usuarios|gebruikers|%|\$|€|£)"
)
_AMERICAN = re.compile(r"\(?[2-9]\d\d\)?[ .-]{1,2}[2-9]\d\d[ .-][\dx*]{4}")
# "AZ 85254-1781"; in Brazil the same shape is a telephone.
_ZIP_BEFORE, _ZIP = re.compile(r", ?[a-z]{2} $"), re.compile(r"\d{5}-\d{4}")
_EXTENSION = re.compile(r" ?(?:ext|extension|x|durchwahl|dw|poste)[. :]{0,3}\d{1,5}(?!\w)")
# Where a number begins behind a ZIP code: "CA 94588 (555) 123-4567".
_BEHIND_ZIP = r"(?:(?<=(?<!\d)\d{5})|(?<=(?<!\d)\d{5}-\d{4})) +(?=\(\d{3}\) ?\d{3}[ .-]\d{4}(?!\d))"
_CUT = re.compile(rf" {{2,}}| ?\| ?| - (?=\+)| / (?=[+0(])|{_BEHIND_ZIP}")
# Groups of national numbers without a code: 555-0142, 9123 4567, 12 34 56 78.
_SHORT = ((3, 4), (4, 4), (2, 2, 2, 2), (3, 2, 3), (2, 3, 3))
FEWEST_DIGITS, MOST_DIGITS = 7, 15  # E.164 allows 15; national numbers without a code have 7 and more.


def phones(folded: str, *, in_head: bool) -> list[Span]:
    """The telephone numbers of a folded line as spans; `in_head` also takes bare runs of digits, as
    heads of CVs have."""
    spans = []
    for run in _RUN.finditer(folded):
        for start, end in _pieces(folded, *run.span()):
            before, after = folded[max(0, start - 24) : start], folded[end : end + 14]
            if _is_phone(folded[start:end], before=before, after=after, in_head=in_head):
                extension = _EXTENSION.match(folded, end)
                spans.append((start, extension.end() if extension else end, "[phone]"))
    return spans


def _pieces(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """A run cut at bars, wide gaps and behind a ZIP code, since two numbers may stand side by side."""
    pieces, at = [], start
    for gap in _CUT.finditer(folded[start:end]):
        pieces.append((at, start + gap.start()))
        at = start + gap.end()
    trimmed = []
    for left, right in [*pieces, (at, end)]:
        text = folded[left:right].rstrip(" .-/(|")
        trimmed.append((left, left + len(text)))
    return trimmed


def _is_phone(text: str, *, before: str, after: str, in_head: bool) -> bool:
    shown = sum(char.isdigit() for char in text)
    digits = shown + sum(char in "x*" for char in text)
    if not FEWEST_DIGITS - 1 <= digits <= MOST_DIGITS or shown < 3:
        return False
    if _LABEL.search(before):
        return not _DATE.fullmatch(text) and not _is_amount(re.findall(r"[\dx*]+", text))
    dated = not text.startswith("+") and _DATE.search(text)
    if digits < FEWEST_DIGITS or dated or _NO_PHONE_BEFORE.search(before) or _NO_PHONE_AFTER.match(after):
        return False
    if _ZIP.fullmatch(text) and _ZIP_BEFORE.search(before):
        return False
    groups = re.findall(r"[\dx*]+", text)
    return _has_shape(text, groups=groups, digits=digits, in_head=in_head)


def _has_shape(text: str, *, groups: list[str], digits: int, in_head: bool) -> bool:
    if text.startswith(("+", "(+")) or re.match("00[1-9]", text):
        return not _is_amount(groups) and digits >= FEWEST_DIGITS + 1
    if _AMERICAN.fullmatch(text) or (text.startswith("(") and ")" in text and digits >= 9):
        return True
    if text[0] == "0" and len(groups[0]) > 1 and 9 <= digits <= 12 and not text.startswith("0."):
        return True
    if not in_head or _is_amount(groups):
        return False
    return (9 <= digits <= 12 and min(map(len, groups)) > 1) or tuple(map(len, groups)) in _SHORT


def _is_amount(groups: list[str]) -> bool:
    """`2 000 000`: groups of three that end in noughts."""
    return len(groups) > 1 and all(len(group) == 3 for group in groups[1:]) and groups[-1] == "000"
