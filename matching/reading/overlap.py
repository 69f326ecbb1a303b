"""Words that lie under other words: the page looks full there, so contrast alone cannot tell."""

import ctypes
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium_c

from matching.reading.glyphs import Box, Glyphs

CELL = 24.0
COVERED = 0.5
LEAST_CONTRAST = 24
FAINT = 26
MUCH_SMALLER = 0.5
SAME_PLACE = 0.7
TOUCHING = 0.3
MOST_PAIRS = 4000
MOST_CELLS = 150
MOST_IN_CELL = 120
MOST_GLYPH_PAIRS = 20_000
INVISIBLE_MODES = frozenset({3, 7})


@dataclass(frozen=True, slots=True)
class Word:
    """Glyphs between two blanks, and the box around them."""

    indexes: tuple[int, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Overlap:
    """Indexes of glyphs: `unseen` lie under other words; `doubled` repeat what is already there (fake bold).

    `tangled` says that so much of the page lies over each other that only a part of it was looked at.
    """

    unseen: set[int]
    doubled: set[int]
    tangled: bool


class _Looks:
    """Which words are drawn with nothing: transparent, invisible by their mode, or in the colour of the paper."""

    def __init__(self, words: list[Word], textpage: ctypes.c_void_p, paper: Callable[[Box], int]) -> None:
        self._words, self._textpage, self._paper = words, textpage, paper
        self._known: dict[int, bool] = {}

    def blends(self, number: int) -> bool:
        if not 0 <= number < len(self._words):
            return False
        if number not in self._known:
            word = self._words[number]
            self._known[number] = _blends_in(word, self._textpage, grey=self._paper(word.box))
        return self._known[number]


def overlapping(textpage: ctypes.c_void_p, glyphs: Glyphs, *, paper: Callable[[Box], int]) -> Overlap:
    """Glyphs of words that share their place with other words. `paper` gives the commonest grey (0 to 255) in a box."""
    words = _words(glyphs)
    looks = _Looks(words, textpage, paper)
    unseen: set[int] = set()
    doubled: set[int] = set()
    pairs = 0
    for pairs, (first, second) in enumerate(_touching(words), 1):
        one, other = words[first], words[second]
        if _text(one, glyphs) == _text(other, glyphs):
            if _shared(one.box, other.box) > SAME_PLACE:
                doubled.add(second)
        elif not {first, second} & unseen and _covers(one, other, glyphs):
            unseen |= _unseen_of(first, second, words, looks)
        if pairs >= MOST_PAIRS:
            break
    return Overlap(_glyphs(words, unseen), _glyphs(words, doubled - unseen), tangled=pairs >= MOST_PAIRS)


def _glyphs(words: list[Word], numbers: set[int]) -> set[int]:
    return {index for number in numbers for index in words[number].indexes}


def _unseen_of(first: int, second: int, words: list[Word], looks: _Looks) -> set[int]:
    """Which of two words a person does not see, with its neighbours that are drawn the same way."""
    if looks.blends(first) == looks.blends(second):
        heights = {number: words[number].box[3] - words[number].box[1] for number in (first, second)}
        smaller, larger = sorted(heights, key=heights.__getitem__)
        return {smaller} if heights[smaller] < MUCH_SMALLER * heights[larger] else set()
    unseen = first if looks.blends(first) else second
    found = {unseen}
    for step in (-1, 1):
        at = unseen + step
        while looks.blends(at):
            found.add(at)
            at += step
    return found


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


def _touching(words: list[Word]) -> Iterator[tuple[int, int]]:
    """Pairs of numbers of words whose boxes share more than a third of the smaller one, found through a grid."""
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, word in enumerate(words):
        left, bottom, right, top = (int(side // CELL) for side in word.box)
        # A word larger than the page is no word, and would fill the grid.
        if (right - left + 1) * (top - bottom + 1) > MOST_CELLS:
            continue
        places = [cells[x, y] for x in range(left, right + 1) for y in range(bottom, top + 1)]
        for other in {other for place in places for other in place}:
            if _shared(word.box, words[other].box) > TOUCHING:
                yield other, number
        for place in places:
            # A heap of words in one place is found after the first few.
            if len(place) < MOST_IN_CELL:
                place.append(number)


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
    """Whether most glyphs of the shorter word share half their box with glyphs of the longer one."""
    shorter, longer = sorted((one, other), key=lambda word: len(word.indexes))
    if len(shorter.indexes) * len(longer.indexes) > MOST_GLYPH_PAIRS:
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


def under_pictures(page: pypdfium2.PdfPage, textpage: ctypes.c_void_p, glyphs: Glyphs) -> set[int]:
    """Glyphs under an opaque picture drawn later. A picture of most of a page is a scan: its words count."""
    width, height = page.get_size()
    drawn = list(_drawn(page))
    pictures = [
        (number, _bounds(item))
        for number, (kind, item) in enumerate(drawn)
        if kind == pdfium_c.FPDF_PAGEOBJ_IMAGE and not pdfium_c.FPDFPageObj_HasTransparency(item)
    ]
    pictures = [(number, box) for number, box in pictures if _area(box) < COVERED * width * height]
    over = {
        index: max(number for number, box in pictures if _holds(box, glyph))
        for index, glyph in enumerate(glyphs.boxes)
        if glyph and any(_holds(box, glyph) for _, box in pictures)
    }
    if not over:
        return set()
    order = {_address(item): number for number, (kind, item) in enumerate(drawn) if kind == pdfium_c.FPDF_PAGEOBJ_TEXT}
    texts = {index: _address(pdfium_c.FPDFText_GetTextObject(textpage, index)) for index in over}
    return {index for index, picture in over.items() if order.get(texts[index], picture) < picture}


def _holds(box: Box, glyph: Box) -> bool:
    x, y = (glyph[0] + glyph[2]) / 2, (glyph[1] + glyph[3]) / 2
    return box[0] < x < box[2] and box[1] < y < box[3]


def _address(item) -> int:
    return ctypes.cast(item, ctypes.c_void_p).value or 0


def _drawn(page: pypdfium2.PdfPage) -> Iterator[tuple[int, ctypes.c_void_p]]:
    """(kind, object) in the order of drawing, those of one level of forms in their place."""
    for at in range(pdfium_c.FPDFPage_CountObjects(page)):
        item = pdfium_c.FPDFPage_GetObject(page, at)
        kind = pdfium_c.FPDFPageObj_GetType(item)
        if kind != pdfium_c.FPDF_PAGEOBJ_FORM:
            yield kind, item
            continue
        for below in range(pdfium_c.FPDFFormObj_CountObjects(item)):
            inner = pdfium_c.FPDFFormObj_GetObject(item, below)
            yield pdfium_c.FPDFPageObj_GetType(inner), inner


def _bounds(item: ctypes.c_void_p) -> Box:
    sides = [ctypes.c_float() for _ in range(4)]
    if not pdfium_c.FPDFPageObj_GetBounds(item, *map(ctypes.byref, sides)):
        return (0.0, 0.0, 0.0, 0.0)
    left, bottom, right, top = (side.value for side in sides)
    return left, bottom, right, top
