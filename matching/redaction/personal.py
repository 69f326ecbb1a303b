"""Birth, age, family, nationality, religion, military service, gender, health, photograph and identity numbers."""

import re
from collections import Counter

from matching.redaction.parts import Line, heading_part
from matching.redaction.plain import Span
from matching.redaction.words.personal import BARE, BESIDE, DATE, PROSE, SERVICE_WORDS, STRONG, WEAK


def _groups(patterns: dict[str, str]) -> str:
    return "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in patterns.items())


_LABEL = re.compile(rf"(?:{_groups(STRONG)})(?![\w-])")
_WEAK_LABEL = re.compile(rf"(?:{_groups(WEAK)})(?![\w-])")
_PIECE = re.compile(rf"(?:{_groups(BARE)})")
_BESIDE = re.compile(rf"(?:{_groups(BESIDE)})")
_PROSE = [(needs, re.compile(pattern), mask, kind) for needs, pattern, mask, kind in PROSE]
_STARTS = re.compile(r"(?:^|[|;\t]| {3,}|, |\) | - )[^\w\[(]{0,4}(?:[^\W\d_] (?=[^\W\d_]))?")
_AFTER = re.compile(r" ?(?:\([^)]{1,20}\) ?)?(?P<mark>:+|=|-(?= )|\t| {2,})? *")
_END = re.compile(r"[|;\t\[]| {3,}|$")
_DATES_FIRST = re.compile(r"^\W*(?:(?:seit|since|von|from|bis)? ?\d[\d./ -]*(?:bis|to|a|-)? ?\d*[ :|-]*)?")
_PIECE_CUT = re.compile(r"[,|;\t\[\]()]| - | / ")
_BORN = re.compile(
    rf"(?:on |am |le |el |op )?{DATE}(?!\w)(?:,? (?:in|a|en|te|at) [^\W\d_][\w' -]{{1,30}}(?=,|$|\(|\)))?"
)
_GENDER_VALUE = re.compile(r"(?:m|f|w|d|h|male|female|mannlich|weiblich|man|vrouw|homme|femme|hombre|mujer)\W*$")
LONGEST_LINE = 300


def mask_personal(lines: list[Line]) -> Counter:
    """Take personal details out of the lines (a line that held nothing else is gone) and count them by kind."""
    removed: Counter = Counter()
    whole = "\n".join(line.plain for line in lines)
    prose = [([word for word in entry[0] if word in whole], *entry[1:]) for entry in _PROSE]
    prose = [entry for entry in prose if entry[0]]
    service = any(word in whole for word in SERVICE_WORDS)
    for index, line in enumerate(lines):
        if line.gone or line.settled or not line.plain.strip():
            continue
        if line.in_head and len(line.plain) <= LONGEST_LINE:
            _mask_labels(lines, index, removed)
            _mask_pieces(line, removed)
        elif ":" in line.plain[:48]:
            _mask_labels(lines, index, removed)
        if service:
            _mask_service(line, removed)
        if prose:
            _mask_prose(line, removed, prose)
    return removed


def _mask_labels(lines: list[Line], index: int, removed: Counter) -> None:
    line, spans, done = lines[index], [], 0
    starts = [match.end() for match in _STARTS.finditer(line.plain[:LONGEST_LINE])]
    for start in starts if line.in_head else starts[:1]:
        match = _LABEL.match(line.plain, start) or (line.in_head and _WEAK_LABEL.match(line.plain, start))
        if start < done or not match:
            continue
        after = _AFTER.match(line.plain, match.end())
        end = _value_end(line.plain, after.end(), kind=match.lastgroup, starts=starts)
        value = line.plain[after.end() : end].strip()
        if not value and after.end() == len(line.plain):
            if start == starts[0] and line.in_head and _takes_next(lines, index, kind=match.lastgroup):
                spans.append((start, end, ""))
                removed[match.lastgroup] += 1
        elif value and _is_detail(match.lastgroup, value, marked=bool(after["mark"]), strict=not line.in_head):
            spans.append((start, end, ""))
            removed[match.lastgroup] += 1
            done = end
    _apply(line, spans)


def _value_end(folded: str, start: int, *, kind: str, starts: list[int]) -> int:
    """A value goes to the end of its part of the line, or to the next label in it; a date may hold a comma."""
    end = _END.search(folded, start).start()
    if kind == "birth" and (date := _BORN.match(folded, start, end)):
        return date.end()
    if kind not in ("identity", "military") and (dash := folded.find(" - ", start, end)) > 0:
        end = dash
    for other in starts:
        if start < other < end and (
            _LABEL.match(folded, other) or _WEAK_LABEL.match(folded, other) or _is_piece(folded, other)
        ):
            return other
    return end


def _is_piece(folded: str, start: int) -> bool:
    cut = _PIECE_CUT.search(folded, start)
    return bool(_PIECE.fullmatch(folded[start : cut.start() if cut else None].strip()))


def _is_detail(kind: str, value: str, *, marked: bool, strict: bool) -> bool:
    """Whether what follows a label is its value rather than the rest of a sentence or a title."""
    if kind == "identity":
        return any(char.isdigit() for char in value)
    if marked or (strict and kind == "birth" and re.match(DATE, value)):
        return True
    if strict:
        return False
    words = len(value.split())
    if kind == "birth":
        return any(char.isdigit() for char in value) or words <= 3
    if kind in ("nationality", "family"):
        return words <= 3 and value[0].isalnum()
    if kind == "gender":
        return bool(_GENDER_VALUE.match(value))
    return kind in ("age", "health") and value[:1].isdigit()


def _takes_next(lines: list[Line], index: int, *, kind: str) -> bool:
    """A label alone on its line: its value is the next line, which goes with it."""
    after = next((line for line in lines[index + 1 : index + 3] if line.plain.strip()), None)
    if after is None or after.gone:
        return False
    folded = after.plain.strip(" |-:")
    short = 0 < len(folded) <= 40 and len(folded.split()) <= 4 and "[" not in folded and not heading_part(after.plain)
    if not short or _LABEL.match(folded) or (kind in ("birth", "age") and not any(char.isdigit() for char in folded)):
        return False
    after.put([(0, len(after.text), "")])
    after.gone = True
    return True


def _mask_pieces(line: Line, removed: Counter) -> None:
    """Pieces between separators that are a personal detail by themselves."""
    pieces, at = [], 0
    for cut in [*((match.start(), match.end()) for match in _PIECE_CUT.finditer(line.plain)), (len(line.plain),) * 2]:
        pieces.append((at, cut[0], line.plain[at : cut[0]].strip(" .:")))
        at = cut[1]
    found = [(start, end, _PIECE.fullmatch(piece)) for start, end, piece in pieces if 0 < len(piece) <= 60]
    hits = [(start, end, match) for start, end, match in found if match]
    alone = len([piece for *_, piece in pieces if piece]) == 1
    soft = [(start, end, _BESIDE.fullmatch(piece)) for start, end, piece in pieces if hits or alone]
    hits += [(start, end, match) for start, end, match in soft if match and (hits or match.lastgroup == "age")]
    for *_, match in hits:
        removed[match.lastgroup] += 1
    _apply(line, [(start, end, "") for start, end, _ in hits])


def is_service(line: Line) -> bool:
    """Whether the line is on military service, which is no job: soldiers by trade have a title instead."""
    if len(line.plain) > 160:
        return False
    match = _LABEL.match(line.plain, _DATES_FIRST.match(line.plain).end())
    return bool(match) and match.lastgroup == "military"


def _mask_service(line: Line, removed: Counter) -> None:
    """A line on military service, also with its dates in front."""
    if not line.gone and is_service(line):
        line.put([(0, len(line.text), "")])
        line.gone = True
        removed["military"] += 1


def _mask_prose(line: Line, removed: Counter, prose: list) -> None:
    for needs, pattern, mask, kind in prose:
        if any(word in line.plain for word in needs):
            removed[kind] += line.put([(*match.span(), mask) for match in pattern.finditer(line.plain)])


def _apply(line: Line, spans: list[Span]) -> None:
    """Cut the spans out; a line that holds nothing more than a stray sign or letter is gone."""
    if spans:
        line.put(spans)
        line.gone = sum(char.isalnum() for char in line.plain) < 2
