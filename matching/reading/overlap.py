"""Words that lie under other words: the page looks full there, so contrast alone cannot tell."""

import ctypes
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2.raw as pdfium_c

from matching.reading.glyphs import Box, Glyphs

CELL = 24.0
COVERED = 0.5
LEAST_CONTRAST = 24
FAINT = 26
MUCH_SMALLER = 0.5
INVISIBLE_MODES = frozenset({3, 7})


@dataclass(frozen=True, slots=True)
class Word:
    """Glyphs between two blanks, and the box around them."""

    indexes: tuple[int, ...]
    box: Box


def covered_glyphs(textpage: ctypes.c_void_p, glyphs: Glyphs, *, paper: Callable[[Box], int]) -> set[int]:
    """Glyphs of words under other words. `paper` gives the commonest grey (0 to 255) in a box."""
    unseen: set[int] = set()
    for one, other in _touching(_words(glyphs)):
        if not _covers(one, other, glyphs):
            continue
        looks = [_blends_in(word, textpage, grey=paper(word.box)) for word in (one, other)]
        if looks[0] == looks[1]:
            heights = [word.box[3] - word.box[1] for word in (one, other)]
            looks = [heights[0] < MUCH_SMALLER * heights[1], heights[1] < MUCH_SMALLER * heights[0]]
        for word, blends in zip((one, other), looks, strict=True):
            if blends:
                unseen.update(word.indexes)
    return unseen


def _words(glyphs: Glyphs) -> list[Word]:
    words, current = [], []
    for index, box in enumerate([*glyphs.boxes, None]):
        if box is not None:
            current.append(index)
        elif current:
            boxes = [glyphs.boxes[at] for at in current]
            outline = (
                *map(min, zip(*(box[:2] for box in boxes), strict=True)),
                *map(max, zip(*(box[2:] for box in boxes), strict=True)),
            )
            words.append(Word(tuple(current), outline))
            current = []
    return words


def _touching(words: list[Word]) -> Iterator[tuple[Word, Word]]:
    """Pairs of words whose boxes share more than a third of the smaller one, found through a grid."""
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    seen: set[tuple[int, int]] = set()
    for number, word in enumerate(words):
        left, bottom, right, top = (int(side // CELL) for side in word.box)
        # A word larger than the page is no word, and would fill the grid.
        if (right - left) * (top - bottom) > 4000:
            continue
        near = {other for x in range(left, right + 1) for y in range(bottom, top + 1) for other in cells[x, y]}
        for other in near:
            if (other, number) not in seen and _shared(word.box, words[other].box) > 0.3:
                seen.add((other, number))
                yield words[other], word
        for x in range(left, right + 1):
            for y in range(bottom, top + 1):
                cells[x, y].append(number)


def _shared(one: Box, other: Box) -> float:
    """The overlap of two boxes as a share of the smaller one."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / max(0.01, min(_area(one), _area(other)))


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _covers(one: Word, other: Word, glyphs: Glyphs) -> bool:
    """Whether most glyphs of the shorter word share half their box with different glyphs; equal ones are fake bold."""
    shorter, longer = sorted((one, other), key=lambda word: len(word.indexes))
    if _text(shorter, glyphs) in _text(longer, glyphs) and len(shorter.indexes) > 1:
        return False
    hits = sum(
        any(
            glyphs.characters[index] != glyphs.characters[at]
            and _shared(glyphs.boxes[index], glyphs.boxes[at]) > COVERED
            for at in longer.indexes
        )
        for index in shorter.indexes
    )
    return hits > COVERED * len(shorter.indexes)


def _text(word: Word, glyphs: Glyphs) -> str:
    return "".join(glyphs.characters[index] for index in word.indexes)


def _blends_in(word: Word, textpage: ctypes.c_void_p, *, grey: int) -> bool:
    """Whether a word is drawn with nothing: transparent, invisible by its mode, or in the colour of the paper."""
    first = word.indexes[0]
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium_c.FPDFText_GetFillColor(textpage, first, *map(ctypes.byref, (red, green, blue, alpha))):
        return False
    if alpha.value < FAINT:
        return True
    item = pdfium_c.FPDFText_GetTextObject(textpage, first)
    if item and pdfium_c.FPDFTextObj_GetTextRenderMode(item) in INVISIBLE_MODES:
        return True
    return abs(0.299 * red.value + 0.587 * green.value + 0.114 * blue.value - grey) < LEAST_CONTRAST


def commonest(pixels: bytes, *, else_grey: int = 255) -> int:
    """The value that comes most often."""
    return Counter(pixels).most_common(1)[0][0] if pixels else else_grey
