"""Who a CV is of and how to reach them: name, e-mail, phone, links, location, each with its place in the text.

What counts as an address, a number or a place is what redaction takes out: both look with the same eyes.
"""

import re
from collections.abc import Iterable

import phonenumbers

from matching.redaction.contacts import Contacts, emails, links, mask_contacts
from matching.redaction.evidence import spellings
from matching.redaction.names import find_name
from matching.redaction.parts import Line, assign_parts
from matching.redaction.phones import phones
from matching.redaction.places import place_spans
from matching.redaction.plain import cut, disjoint
from matching.structure.found import Found
from matching.structure.lines import Placed
from matching.structure.regions import region_of

MOST = 12
_SPELT_AT = re.compile(r" ?[\[({]? ?(?:@|\bat\b) ?[\])}]? ?")
_SPELT_DOT = re.compile(r" ?[\[({] ?dot ?[\])}] ?| dot | ?\. ?")
_EXTENSION = re.compile(r"\s*(?:ext|extension|x|durchwahl|dw|poste)[. :]{0,3}(\d{1,5})$", re.IGNORECASE)
_BEFORE_HOST = re.compile(r"^(?:https?|ftp) ?: ?/ ?/? ?", re.IGNORECASE)
_PROFILE = re.compile(
    r"(?:linkedin|xing|github|gitlab|bitbucket|behance|dribbble|kaggle|orcid|medium|stackoverflow|researchgate|"
    r"scholar\.google)[.\w]*/"
)
_BIRTH = re.compile(
    r"birth|born|geburt|geboren|naissance|nacimiento|nacid|geboorte|nascita|nascimento|рожд|出生|nationalit|staatsang"
)
FEWEST_DIGITS = 7
_LABEL_OF_PLACE = re.compile(
    r"^\W*(?:address|adresse|anschrift|wohnort|location|direccion|domicilio|residencia|adres|woonplaats|indirizzo|"
    r"residenza|endereco|morada|lives? in|based in|адрес|город|地址|现居|所在地|住所)\s*(?::+|-(?= )|\t| {2,})\s*"
)


def contacts(
    rows: list[Placed], *, text: str, name: Found | None = None
) -> tuple[tuple[Found, ...], tuple[Found, ...], tuple[Found, ...]]:
    """(e-mail addresses, telephone numbers, links) of the person: those of referees further down are left out.

    `name` is the person's: what stands below it is no referee's, though a column that ends in them was read first."""
    region = region_of(text)
    mails: dict[str, Found] = {}
    numbers: dict[str, Found] = {}
    addresses: dict[str, Found] = {}
    for row in _own(rows, name=name):
        line = row.line
        taken: list[tuple[int, int, str]] = []
        if "@" in line.plain or "at" in line.plain:
            for start, end, _ in emails(line.plain):
                value = email_value(line.plain[start:end])
                mails.setdefault(value, Found(value, row.start + start, row.start + end, value))
                taken.append((start, end, ""))
        if "." in line.plain or ":/" in line.plain:
            for start, end, _ in links(line.text, line.plain, in_head=line.in_head):
                if not _overlaps(start, end, taken) and (line.in_head or _PROFILE.search(line.plain[start:end])):
                    shown = line.text[start:end]
                    value = _BEFORE_HOST.sub("", shown).removeprefix("www.").rstrip("/").lower()
                    addresses.setdefault(value, Found(shown, row.start + start, row.start + end, value))
                    taken.append((start, end, ""))
        if line.has_digit:
            for start, end, _ in phones(line.plain, in_head=line.in_head):
                shown = line.text[start:end]
                value = phone_value(shown, region=region)
                if not _overlaps(start, end, taken) and value:
                    numbers.setdefault(value, Found(" ".join(shown.split()), row.start + start, row.start + end, value))
    return tuple(mails.values())[:MOST], tuple(numbers.values())[:MOST], tuple(addresses.values())[:MOST]


def _own(rows: list[Placed], *, name: Found | None) -> Iterable[Placed]:
    """Without the lines of referees: their numbers are not the person's."""
    inside = False
    for row in rows:
        is_named = name is not None and row.start <= name.start < row.end
        if is_named or row.line.part != "other":
            inside = False
        elif {"references", "referees", "referenzen", "referencias", "referenties", "referenze"} & row.line.words:
            inside = True
        if not inside:
            yield row


def _overlaps(start: int, end: int, taken: list[tuple[int, int, str]]) -> bool:
    return any(start < right and left < end for left, right, _ in taken)


def email_value(shown: str) -> str:
    """An e-mail address as it is sent to: small letters, without blanks, `(at)` and `(dot)` resolved."""
    bare = shown.lower().removeprefix("mailto:").strip()
    if "@" not in bare:
        bare = _SPELT_DOT.sub(".", _SPELT_AT.sub("@", bare, count=1))
    return "".join(bare.split())


def phone_value(shown: str, *, region: str | None) -> str:
    """A number with its country (+49...), or its digits alone when no country is known; "" when it cannot be one."""
    bare = _EXTENSION.sub("", shown.strip())
    digits = "".join(char for char in bare if char.isdigit())
    if len(digits) < FEWEST_DIGITS:
        return ""
    bare = bare.replace("(0)", "") if bare.lstrip("( ").startswith(("+", "00")) else bare
    try:
        number = phonenumbers.parse(re.sub(r"^\(?00", "+", bare), region)
    except phonenumbers.NumberParseException:
        return digits
    if phonenumbers.is_possible_number(number):
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return digits


def name_of(rows: list[Placed], *, text: str, file_name: str) -> Found | None:
    """The person's name as redaction finds it, with its first place in the text; None when it is not sure."""
    copies = [Line(row.line.text) for row in rows]
    assign_parts(copies)
    seen: Contacts = mask_contacts(copies)
    name = find_name(copies, spelt=spellings(seen.locals, seen.slugs), file_name=file_name, fresh=True).text
    return located(name, text=text) if name else None


def located(name: str, *, text: str) -> Found:
    """A name with its first place in the text, also when it stands there over two lines or letter-spaced."""
    words = [re.escape(word) for word in re.split(r"[\s,]+", name) if word]
    for pattern in (r"[\s,]+".join(words), r"\s*".join(re.escape(char) for char in name if not char.isspace())):
        if found := re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE):
            return Found(name, *found.span())
    return Found(name)


def location_of(rows: list[Placed]) -> Found | None:
    """Where the person lives, as far as the head of the CV says: town, state, country, without street and number."""
    for row in rows:
        line = row.line
        if not line.in_head or not line.words or len(line.plain) > 300 or _BIRTH.search(line.plain):
            continue
        masked, back = _without_contacts(line)
        found = place_spans(masked)
        label = _LABEL_OF_PLACE.match(masked.plain)
        value = masked.plain[label.end() :].strip() if label else ""
        if value and not found and len(masked.plain) < 80 and not any(char.isdigit() for char in value):
            end = masked.plain.find("[", label.end())
            found = [(label.end(), end if end > 0 else len(masked.plain.rstrip()), "")]
        if found:
            start, end = back[found[0][0]], back[_run_end(masked, found) - 1] + 1
            return Found(" ".join(line.text[start:end].split()), row.start + start, row.start + end)
    return None


def _without_contacts(line: Line) -> tuple[Line, list[int]]:
    """The line with [email], [link] and [phone], and for each of its letters the place in the line as it was."""
    spans = emails(line.plain) + links(line.text, line.plain, in_head=True)
    taken = disjoint(spans + (phones(line.plain, in_head=True) if line.has_digit else []))
    back, at = [], 0
    for start, end, mask in taken:
        back += [*range(at, start), *[start] * len(mask)]
        at = end
    masked = Line(cut(line.text, taken))
    masked.part = line.part
    return masked, [*back, *range(at, len(line.text))]


def _run_end(line: Line, found: list[tuple[int, int, str]]) -> int:
    """Where the first run of neighbouring places ends: "Leeds, UK" is one."""
    end = found[0][1]
    for start, stop, _ in found[1:]:
        if line.plain[end:start].strip(" ,-/()"):
            break
        end = stop
    return end
