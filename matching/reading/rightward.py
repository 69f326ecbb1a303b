"""Lines of Hebrew and Arabic, put in the order they are read: from the places of their letters, whatever was drawn.

Programs write such lines letter by letter from either side, or every word in its own way, and PDFium guesses. On the
page there is no doubt: letters go from right to left, and digits and Latin words among them from left to right.
"""

import unicodedata
from itertools import groupby
from statistics import median

from matching.reading.glyphs import Box

Pair = tuple[str, Box | None]
_RIGHTWARD = ("\u0590", "\u08ff")
_FORMS = ("\ufb1d", "\ufefc")
MOSTLY = 0.3
SAME_ROW = 0.6
# Of the height of a usual letter: Arabic letters that do not join leave less.
BLANK_GAP = 0.6
BLANK_GAP_AT_NUMBERS = 0.25
FAR_APART = 3.0
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def is_rightward(character: str) -> bool:
    """Whether a letter belongs to a script that runs from right to left."""
    first = character[:1]
    return (_RIGHTWARD[0] <= first <= _RIGHTWARD[1] or _FORMS[0] <= first <= _FORMS[1]) and first.isalpha()


def mostly_rightward(pairs: list[Pair]) -> bool:
    """Whether a line reads from right to left."""
    letters = [character for character, _ in pairs if character.isalpha()]
    if max(letters, default="") < _RIGHTWARD[0]:
        return False
    return sum(map(is_rightward, letters)) > MOSTLY * len(letters)


def rows_of(pairs: list[Pair]) -> list[list[Pair]]:
    """What PDFium took for one line, as the rows that a person sees, each in the order it is read."""
    inked = [(number, character, box) for number, (character, box) in enumerate(pairs) if box and character.strip()]
    if not inked:
        return [pairs]
    height = median(box[3] - box[1] for _, _, box in inked) or 1.0
    apart = _kept_apart(pairs)
    rows: list[list[tuple[int, str, Box]]] = []
    for glyph in sorted(inked, key=lambda one: -(one[2][1] + one[2][3])):
        middle = (glyph[2][1] + glyph[2][3]) / 2
        row = rows[-1] if rows else None
        if row is None or (row[0][2][1] + row[0][2][3]) / 2 - middle > SAME_ROW * 2 * height:
            rows.append([glyph])
        else:
            row.append(glyph)
    return [part for row in rows for part in _parts(row, apart=apart, height=height)]


def _kept_apart(pairs: list[Pair]) -> set[tuple[int, int]]:
    """Numbers of neighbours between which the line has a blank."""
    found, last, blank = set(), -1, False
    for number, (character, box) in enumerate(pairs):
        if box and character.strip():
            if blank and last >= 0:
                found |= {(last, number), (number, last)}
            last, blank = number, False
        else:
            blank = True
    return found


def _parts(row: list[tuple[int, str, Box]], *, apart: set[tuple[int, int]], height: float) -> list[list[Pair]]:
    """A row from right to left, cut where columns lie apart; Latin words and numbers turned to their own order."""
    glyphs = sorted(row, key=lambda one: -(one[2][0] + one[2][2]))
    parts: list[list[Pair]] = [[]]
    before = None
    for number, character, box in glyphs:
        gap = before[1][0] - box[2] if before else 0.0
        if before and gap > FAR_APART * height:
            parts.append([])
        elif before and (gap > _limit(before[2], character) * height or (before[0], number) in apart):
            parts[-1].append((" ", None))
        parts[-1].append((character, box))
        before = (number, box, character)
    return [_turned(part) for part in parts]


def _limit(before: str, after: str) -> float:
    """The gap that is a blank; beside a number it is seen more surely, and PDFium loses it there."""
    mixed = before.isalnum() and after.isalnum() and is_rightward(before) != is_rightward(after)
    return BLANK_GAP_AT_NUMBERS if mixed else BLANK_GAP


def _turned(pairs: list[Pair]) -> list[Pair]:
    """Runs of Latin letters and digits, with the signs and blanks inside them, from left to right."""
    classes = [_class(character) for character, _ in pairs]
    for at, kind in enumerate(classes):
        if kind == "sign":
            before = next((one for one in reversed(classes[:at]) if one not in {"sign", "latin sign"}), "right")
            after = next((one for one in classes[at + 1 :] if one != "sign"), "right")
            classes[at] = "latin sign" if before == after == "latin" else "right sign"
    numbered = list(zip((kind.startswith("latin") for kind in classes), pairs, strict=True))
    result: list[Pair] = []
    for latin, run in groupby(numbered, key=lambda one: one[0]):
        turned = [pair for _, pair in run]
        if latin:
            result += turned[::-1]
        else:
            result += [(character.translate(_MIRRORED), box) for character, box in turned]
    return result


def _class(character: str) -> str:
    if is_rightward(character) or unicodedata.category(character[:1]) == "Mn":
        return "right"
    return "latin" if character.isalnum() else "sign"
