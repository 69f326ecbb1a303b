"""Where somebody lives: street, postcode, city and country in the head of a CV; streets with their number anywhere."""

import re
from dataclasses import dataclass

from matching.redaction.parts import Line, heading_part
from matching.redaction.plain import Span
from matching.redaction.shapes import is_blocked, is_place
from matching.redaction.words.places import COUNTRIES, STATES
from matching.redaction.words.streets import POSTCODE, STREETS, SURE_STREETS, SURE_WORDS

MASK = "[address]"
LONGEST = 400
_STREET, _SURE_STREET, _POSTCODE = re.compile(STREETS), re.compile(SURE_STREETS), re.compile(POSTCODE)
_JAPANESE_CODE = re.compile(r"〒 ?\d{3}-?\d{4}(?!\d)")
_LABEL = re.compile(
    r"(?:(?:home |postal |mailing |current |permanent |present |private )?address|anschrift|"
    r"adresse(?: postale)?|wohnort|"
    r"wohnhaft(?: in)?|(?:current )?location|based in|lives? in|living in|residing (?:at|in)|(?:place of |"
    r"country of )?residence|"
    r"resident in|domicile|lieu de residence|direccion|domicilio|residencia|residente en|ciudad|localidad|"
    r"poblacion|adres|"
    r"woonplaats|woonachtig(?: in| te)?|indirizzo|residenza|endereco|morada|cidade|hometown|home town|"
    r"city|ort|stadt|ville|"
    r"plz(?:/ort)?|post ?code|zip(?: code)?|adress|adresa|lugar de residencia|адрес|город|место жительства|проживание|"
    r"διευθυνση|地址|住址|现居|所在地|住所|現住所|주소)(?![\w-]) *(?P<mark>:+|-(?= )|\t| {2,})? *"
)
_START = re.compile(r"(?:^|[|;\t]| {2,}|, )[^\w\[]{0,4}(?:[^\W\d_] (?=[^\W\d_]))?")
_END = re.compile(r"[|;\t\[]| {3,}|$")
_CUT = re.compile(r"\[[a-z0-9 ]+\]|[,|;\t\[\]()/:]| - | {2,}|$")
# Without the icons around it, which often come out as one odd sign, letter or digit.
_CORE = re.compile(r"(?:(?<!\S)\w )?(?P<core>\w(?:[^,|;\t\[\]]*[\w.])?)")
_AREA = re.compile(
    r"(?:the )?(?:greater |near |bei |pres de |cerca de |city of |м\. ?|"
    r"г\. ?)?(?P<core>\S.{1,40}?)(?: (?:metropolitan |bay |metro )?(?:area|region))?"
)
_LIVES = re.compile(
    r"(?<!\w)(?:based|living|live|lives|residing|resident|located|wohnhaft|wohne|ansassig|habite|vivo|resido|woonachtig|woon|woont)"
    r" (?:in|a|en|te)(?P<place>(?: [^\W\d_][\w'.-]{1,20}){1,3})(?:, (?P<more>[^\W\d_][\w'. -]{1,24}))?"
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a line between separators; `contact` for a placeholder of contact data."""

    start: int
    end: int
    text: str
    shown: str
    contact: bool = False

    @property
    def may_be_place(self) -> bool:
        """One to three words with capitals, none of which names a trade or the like."""
        words = self.text.split()
        fits = (
            0 < len(words) <= 3
            and self.text.replace(" ", "").replace("-", "").replace(".", "").replace("'", "").isalpha()
        )
        return fits and self.shown[:1].isupper() and not any(is_blocked(word) for word in words)


def mask_places(lines: list[Line]) -> int:
    """Put [address] in place of where somebody lives; returns how many places went."""
    removed, whole = 0, "\n".join(line.plain for line in lines)
    streets = [word for word in SURE_WORDS if word in whole]
    homes = _LIVES.search(whole)
    for index, line in enumerate(lines):
        if line.gone or line.settled or not line.plain.strip():
            continue
        if line.in_head:
            removed += _mask_labelled(lines, index)
            sure = (_STREET, _JAPANESE_CODE)
            spans = [(*match.span(), MASK) for one in sure for match in one.finditer(line.plain, 0, LONGEST)]
            removed += line.put(_joined(line, spans + place_spans(line)))
        elif streets and line.has_digit and any(word in line.plain for word in streets):
            removed += line.put([(*match.span(), MASK) for match in _SURE_STREET.finditer(line.plain)])
        if homes and line.part != "experience":
            removed += line.put([_home(line, match) for match in _LIVES.finditer(line.plain) if _home(line, match)])
    return removed + _mask_between(lines)


def _mask_labelled(lines: list[Line], index: int) -> int:
    line, spans = lines[index], []
    for start in [match.end() for match in _START.finditer(line.plain[:LONGEST])]:
        match = _LABEL.match(line.plain, start)
        if not match:
            continue
        end = _END.search(line.plain, match.end()).start()
        value = line.plain[match.end() : end].strip()
        if value and (match["mark"] or match[0].rstrip().endswith(" in") or any(char.isdigit() for char in value)):
            spans.append((start, end, MASK))
        elif not value and match.end() == len(line.plain):
            spans += _next_value(lines, index, start)
    return line.put(spans)


def _next_value(lines: list[Line], index: int, start: int) -> list[Span]:
    """A label alone on its line: the address is on the next one."""
    after = next((line for line in lines[index + 1 : index + 3] if line.plain.strip() and not line.gone), None)
    if after is None or not after.in_head or len(after.plain) > 80 or "[" in after.plain or heading_part(after.plain):
        return []
    known = _STREET.search(after.plain) or place_spans(after) or any(char.isdigit() for char in after.plain)
    if not known:
        return []
    after.put([(0, len(after.text), MASK)])
    return [(start, len(lines[index].text), "")]


def place_spans(line: Line) -> list[Span]:
    """Cities, countries and postcodes that stand between separators of a line."""
    pieces = _pieces(line)
    found = [_is_known(piece) for piece in pieces]
    for index, piece in enumerate(pieces):
        if _is_state_or_country(piece) and index:
            before = pieces[index - 1]
            gap = line.plain[before.end : piece.start].strip()
            if gap not in (",", "-", "(") or found[index - 1]:
                found[index] = found[index] or bool(found[index - 1])
            elif tail := _city_tail(before):
                pieces[index - 1], found[index - 1], found[index] = tail, True, True
            elif before.may_be_place:
                found[index] = found[index - 1] = True
    near = [_beside_contact(pieces, index) for index in range(len(pieces))]
    return [(p.start, p.end, MASK) for p, known, beside in zip(pieces, found, near, strict=True) if known or beside]


def _pieces(line: Line) -> list[_Piece]:
    pieces, at = [], 0
    for match in _CUT.finditer(line.plain[:LONGEST]):
        if core := _CORE.search(line.plain, at, match.start()):
            start, end = core.span("core")
            pieces.append(_Piece(start, end, core["core"], line.text[start:end]))
        if len(match[0]) > 3 and match[0].startswith("["):
            pieces.append(_Piece(*match.span(), "", "", contact=match[0] in ("[email]", "[phone]", "[link]")))
        at = match.end()
    return pieces


def _is_known(piece: _Piece) -> bool:
    if not piece.text or len(piece.text) > 60:
        return False
    core = _AREA.fullmatch(piece.text)
    if core and is_place(core["core"]) and len(core["core"]) > 2:
        return True
    words = piece.text.split()
    if len(words) > 1 and is_place(" ".join(words[:-1])) and (words[-1] in COUNTRIES or words[-1] in STATES):
        return True
    code = _POSTCODE.search(piece.text)
    return bool(code) and _has_code(piece, code)


def _has_code(piece: _Piece, code: re.Match) -> bool:
    rest = (piece.text[: code.start()] + " " + piece.text[code.end() :]).split()
    if any(char.isdigit() for word in rest for char in word) or len(rest) > 4 or any(is_blocked(word) for word in rest):
        return False
    letters = any(char.isalpha() for char in code[0]) or "-" in code[0]
    if re.fullmatch(r"(?:19|20)\d\d", code[0]) or (code[0].isdigit() and len(code[0]) == 4):
        return is_place(" ".join(rest)) or (not code[0].startswith(("19", "20")) and bool(rest) and code.start() == 0)
    if not rest:
        return letters and len(code[0]) > 4
    return True


def _is_state_or_country(piece: _Piece) -> bool:
    if piece.text in COUNTRIES:
        return piece.shown[:1].isupper() or not piece.text.isascii()
    head = piece.text.split()[0] if piece.text else ""
    return head in STATES and piece.shown[:2].isupper() and (len(piece.text) <= 3 or bool(_POSTCODE.search(piece.text)))


def _city_tail(piece: _Piece) -> _Piece | None:
    """The city at the end of a piece that holds more, as in "Senior Engineer Bremen" before "Germany"."""
    words = piece.text.split()
    for count in (3, 2, 1):
        tail = " ".join(words[-count:])
        if count < len(words) and is_place(tail) and piece.text.endswith(tail):
            start = piece.end - len(tail)
            return _Piece(start, piece.end, tail, piece.shown[-len(tail) :])
    return None


def _beside_contact(pieces: list[_Piece], index: int) -> bool:
    """An unknown word with a capital between contact data is the town; next to the name it may be the trade."""
    piece = pieces[index]
    if piece.contact or not piece.text or not piece.may_be_place:
        return False
    before = pieces[index - 1] if index else None
    after = pieces[index + 1] if index + 1 < len(pieces) else None
    if before is None:
        return False
    return before.contact or (after is not None and after.contact and bool(before.text) and _is_known(before))


def _joined(line: Line, spans: list[Span]) -> list[Span]:
    """Neighbouring places as one."""
    merged: list[Span] = []
    for start, end, mask in sorted(spans):
        if merged and not line.plain[merged[-1][1] : start].strip(" ,|-/()") and start >= merged[-1][0]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]), mask)
        else:
            merged.append((start, end, mask))
    return merged


def _home(line: Line, match: re.Match) -> Span | None:
    """`based in Leeds`: the words with a capital after it."""
    start = end = match.start("place") + 1
    for word in re.finditer(r"\S+", line.text[start : match.end("place")]):
        if not word[0][:1].isupper():
            break
        end = start + word.end()
    if end == start:
        return None
    more = (match["more"] or "").strip()
    return start, match.end("more") if more in COUNTRIES or more in STATES else end, MASK


def _mask_between(lines: list[Line]) -> int:
    """A town or county on a line of its own between two lines of one address."""
    removed, last = 0, None
    for index, line in enumerate(lines):
        if not line.in_head or line.gone:
            continue
        if line.plain.startswith(MASK):
            for between in lines[last + 1 : index] if last is not None and index - last <= 3 else ():
                piece = _Piece(0, len(between.plain), between.plain.strip(" ,."), between.text.strip())
                if piece.may_be_place:
                    removed += between.put([(0, len(between.text), MASK)])
            last = index
    return removed
