"""Which glyphs of a PDF page no person sees: tested on the rendered page, not on what the file claims.

Colours and modes mislead (white on a dark panel is honest, invisible text over a scan too). So the page is drawn, and
a glyph whose box shows almost no contrast is unseen; so is one under another glyph, too small, or off the page.
"""

import ctypes
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium_c

from matching.reading.glyphs import BREAK, Box, Glyphs
from matching.reading.overlap import commonest, overlapping, under_pictures
from matching.reading.scans import has_large_picture

SCALE = 2.0
MOST_PIXELS = 2600
LEAST_CONTRAST = 24
LEAST_HEIGHT = 1.2
DROPPED_LETTERS = 8
FLAGGED_LETTERS = 25
# Templates have a line of advice where the photo goes, and icons a link as their text: dropped, but no tricks.
HONEST_LETTERS = 60
THINNEST = 0.07
EDGE = 12.0
MOST_BRIDGED = 2
COVERED = 0.5
WHOLE_PAGE = 0.8


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs in a row that no person sees; `flagged` when it is too long and too far from the edge for an accident."""

    indexes: range
    text: str
    flagged: bool


@dataclass(frozen=True, slots=True)
class _Picture:
    """A grey rendering, and how to get from points to its pixels."""

    pixels: bytes
    width: int
    height: int
    stride: int
    matrix: tuple[float, float, float, float, float, float]

    def rectangle(self, box: Box) -> tuple[int, int, int, int]:
        """(left, top, right, bottom) in pixels, the last two exclusive; may lie outside the picture."""
        a, b, c, d, e, f = self.matrix
        x0, x1 = a * box[0] + c * box[1] + e, a * box[2] + c * box[3] + e
        y0, y1 = b * box[0] + d * box[1] + f, b * box[2] + d * box[3] + f
        if x0 > x1:
            x0, x1 = x1, x0
        if y0 > y1:
            y0, y1 = y1, y0
        return int(x0), int(y0), int(x1) + 1, int(y1) + 1

    def paper(self, box: Box) -> int:
        """The commonest grey in a box."""
        left, top, right, bottom = self.rectangle(box)
        rows = range(max(0, top), min(self.height, bottom))
        span = slice(max(0, left), max(0, min(self.width, right)))
        return commonest(
            b"".join(self.pixels[row * self.stride : row * self.stride + self.width][span] for row in rows)
        )

    def shows(self, box: Box) -> bool:
        """Whether a box has enough contrast inside to be something that a person sees."""
        left, top, right, bottom = self.rectangle(box)
        left, top, right, bottom = max(0, left), max(0, top), min(self.width, right), min(self.height, bottom)
        if left >= right or top >= bottom:
            return False
        pixels, stride = self.pixels, self.stride
        # Most letters have ink in their middle row, and that is the end of it.
        start = (top + bottom) // 2 * stride
        line = pixels[start + left : start + right]
        lowest, highest = min(line), max(line)
        if highest - lowest >= LEAST_CONTRAST:
            return True
        for start in range(top * stride, bottom * stride, stride):
            line = pixels[start + left : start + right]
            lowest, highest = min(lowest, *line), max(highest, *line)
            if highest - lowest >= LEAST_CONTRAST:
                return True
        return False


@dataclass(frozen=True, slots=True)
class Unseen:
    """What is to be left out of a page's text: runs that no person sees, and glyphs that are drawn twice."""

    runs: list[Run]
    doubled: set[int]
    tangled: bool = False

    @property
    def indexes(self) -> set[int]:
        return self.doubled.union(*(run.indexes for run in self.runs))


def unseen_of(page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage, glyphs: Glyphs) -> Unseen:
    """Look for text on a page that no person sees. Costs one rendering."""
    if not any(glyphs.boxes):
        return Unseen([], set())
    picture = _render(page)
    unseen = {
        index
        for index, box in enumerate(glyphs.boxes)
        if box and (_is_tiny(glyphs.characters[index], box) or not picture.shows(box))
    }
    squeezed = {index for index, box in enumerate(glyphs.boxes) if box and _is_squeezed(box)}
    overlap = overlapping(textpage.raw, glyphs, paper=picture.paper)
    unseen |= overlap.unseen
    inked = sum(box is not None for box in glyphs.boxes)
    if len(unseen) > WHOLE_PAGE * inked and has_large_picture(page, share=COVERED):
        return Unseen([], overlap.doubled, overlap.tangled)
    maybe = under_pictures(page, textpage.raw, glyphs) | squeezed
    spans = _spans(glyphs, unseen | maybe)
    runs = [_run(span, glyphs, picture, maybe=maybe) for span in spans]
    return Unseen(runs, overlap.doubled, overlap.tangled)


def _render(page: pypdfium2.PdfPage) -> _Picture:
    width, height = page.get_size()
    scale = min(SCALE, MOST_PIXELS / max(width, height, 1.0))
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    picture = _Picture(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, _matrix(page, bitmap))
    bitmap.close()
    return picture


def _matrix(page: pypdfium2.PdfPage, bitmap: pypdfium2.PdfBitmap) -> tuple[float, float, float, float, float, float]:
    """Points to pixels by PDFium's own mapping, so that rotation and a shifted crop box are right too."""
    fine = 64
    x, y = ctypes.c_int(), ctypes.c_int()

    def place(left: float, bottom: float) -> tuple[float, float]:
        size = (bitmap.width * fine, bitmap.height * fine)
        pdfium_c.FPDF_PageToDevice(page, 0, 0, *size, 0, left, bottom, ctypes.byref(x), ctypes.byref(y))
        return x.value / fine, y.value / fine

    (e, f), (right, right_y), (up, up_y) = place(0, 0), place(100, 0), place(0, 100)
    return (right - e) / 100, (right_y - f) / 100, (up - e) / 100, (up_y - f) / 100, e, f


def _is_tiny(character: str, box: Box) -> bool:
    return character.isalpha() and max(box[3] - box[1], box[2] - box[0]) < LEAST_HEIGHT


def _is_squeezed(box: Box) -> bool:
    """Whether a box is too thin for a letter: the words of an /ActualText share the room of what is really drawn."""
    width, height = box[2] - box[0], box[3] - box[1]
    return min(width, height) < THINNEST * max(width, height)


def _spans(glyphs: Glyphs, unseen: set[int]) -> list[range]:
    """Stretches of unseen glyphs with enough letters; blanks and a stray visible glyph or two do not end one."""
    spans: list[range] = []
    start, end, visible = None, 0, 0
    for index, box in enumerate(glyphs.boxes):
        if index in unseen:
            start = index if start is None else start
            end, visible = index + 1, 0
        elif box and start is not None:
            visible += 1
            if visible > MOST_BRIDGED:
                spans.append(range(start, end))
                start = None
    if start is not None:
        spans.append(range(start, end))
    return [span for span in spans if _letters(glyphs, span) >= DROPPED_LETTERS]


def _letters(glyphs: Glyphs, span: range) -> int:
    return sum(glyphs.characters[index].isalnum() for index in span)


def _run(span: range, glyphs: Glyphs, picture: _Picture, *, maybe: set[int]) -> Run:
    text = "".join(glyphs.characters[index] for index in span).replace(BREAK, " ")
    at_edge = all(_at_edge(glyphs.boxes[index], picture) for index in span if glyphs.boxes[index])
    least = FLAGGED_LETTERS if maybe.isdisjoint(span) else HONEST_LETTERS
    return Run(span, " ".join(text.split()), flagged=_letters(glyphs, span) >= least and not at_edge)


def _at_edge(box: Box, picture: _Picture) -> bool:
    """Whether a glyph is cut by, or within 12 points of, the page's edge (not far outside, where nobody sees it)."""
    scale = abs(picture.matrix[0]) + abs(picture.matrix[1])
    left, top, right, bottom = picture.rectangle(box)
    near = EDGE * scale
    x = min(abs(left), abs(right), abs(picture.width - left), abs(picture.width - right))
    y = min(abs(top), abs(bottom), abs(picture.height - top), abs(picture.height - bottom))
    inside_x, inside_y = -near < left and right < picture.width + near, -near < top and bottom < picture.height + near
    return inside_x and inside_y and min(x, y) <= near
