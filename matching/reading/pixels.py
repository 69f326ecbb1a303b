"""A rendered page as grey pixels, and what is different between two renderings of it."""

import ctypes
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium_c
from PIL import Image, ImageChops

from matching.reading.glyphs import Box

SCALE = 2.0
MOST_PIXELS = 2600
# Of 255 steps of grey: what differs by less from what is around it, no person reads.
LEAST_CONTRAST = 24
_MARKED = [value >= LEAST_CONTRAST for value in range(256)]
Matrix = tuple[float, float, float, float, float, float]
Rectangle = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Mapping:
    """How to get from a page's points to the pixels of its rendering."""

    width: int
    height: int
    matrix: Matrix

    def rectangle(self, box: Box) -> Rectangle:
        """(left, top, right, bottom) in pixels, the last two exclusive; may lie outside the picture."""
        a, b, c, d, e, f = self.matrix
        x0, x1 = a * box[0] + c * box[1] + e, a * box[2] + c * box[3] + e
        y0, y1 = b * box[0] + d * box[1] + f, b * box[2] + d * box[3] + f
        if x0 > x1:
            x0, x1 = x1, x0
        if y0 > y1:
            y0, y1 = y1, y0
        return int(x0), int(y0), int(x1) + 1, int(y1) + 1

    def shares(self, box: Box) -> tuple[float, float, float, float] | None:
        """(left, top, right, bottom) in shares of the page from its upper left; None for a box off the page."""
        left, top, right, bottom = self.rectangle(box)
        left, right = max(0, left), min(self.width, right)
        top, bottom = max(0, top), min(self.height, bottom)
        if left >= right or top >= bottom:
            return None
        sides = left / self.width, top / self.height, right / self.width, bottom / self.height
        return tuple(round(side, 4) for side in sides)


@dataclass(frozen=True, slots=True)
class Marks:
    """The pixels that differ between two renderings: one byte each, 1 where they do."""

    pixels: bytes
    mapping: Mapping

    def touch(self, box: Box) -> bool:
        """Whether anything differs inside a box."""
        return not self.untouched([0], [box])

    def untouched(self, indexes: Iterable[int], boxes: Sequence[Box]) -> set[int]:
        """Those of the boxes' indexes in which nothing differs: one loop, because a page has thousands."""
        width, height, find = self.mapping.width, self.mapping.height, self.pixels.find
        rectangle = self.mapping.rectangle
        found: set[int] = set()
        for index in indexes:
            left, top, right, bottom = rectangle(boxes[index])
            left, right = left if left > 0 else 0, right if right < width else width
            top, bottom = top if top > 0 else 0, bottom if bottom < height else height
            if left >= right or top >= bottom:
                found.add(index)
                continue
            # Most letters have ink in their middle row, and that is the end of it.
            middle = (top + bottom) // 2 * width
            if find(1, middle + left, middle + right) < 0 and not any(
                find(1, row + left, row + right) >= 0 for row in range(top * width, bottom * width, width)
            ):
                found.add(index)
        return found


@dataclass(frozen=True, slots=True)
class Picture:
    """A grey rendering."""

    image: Image.Image
    mapping: Mapping

    def against(self, other: "Picture", *, beyond: "Picture | None" = None) -> Marks:
        """Where another rendering of the page differs so much that a person sees it.

        `beyond` is a third one: only what differs where the second and the third are the same counts.
        """
        marks = ImageChops.difference(self.image, other.image).point(_MARKED)
        if beyond is not None:
            marks = ImageChops.subtract(marks, ImageChops.difference(other.image, beyond.image).point(_MARKED))
        return Marks(marks.tobytes(), self.mapping)

    def shows(self, box: Box) -> bool:
        """Whether a box has enough contrast inside to be something that a person sees."""
        left, top, right, bottom = self.mapping.rectangle(box)
        left, top = max(0, left), max(0, top)
        right, bottom = min(self.mapping.width, right), min(self.mapping.height, bottom)
        if left >= right or top >= bottom:
            return False
        lowest, highest = self.image.crop((left, top, right, bottom)).getextrema()
        return highest - lowest >= LEAST_CONTRAST


def draw(page: pypdfium2.PdfPage, *, forms: bool = False) -> Picture:
    """Render a page at about twice its size; with the contents of form fields if asked."""
    bitmap = page.render(scale=_scale(page), grayscale=True, may_draw_forms=forms)
    return Picture(bitmap.to_pil(), _mapping(page, bitmap.width, bitmap.height))


def shares(page: pypdfium2.PdfPage, box: Box) -> tuple[float, float, float, float] | None:
    """A box in points as shares of the page; None when it lies off the page."""
    width, height = page.get_size()
    return _mapping(page, round(SCALE * width), round(SCALE * height)).shares(box)


def has_size(page: pypdfium2.PdfPage) -> bool:
    """Whether a page has an area that can be drawn; PDFium gives a mad one none."""
    width, height = page.get_size()
    return 0 < width < math.inf and 0 < height < math.inf


def _scale(page: pypdfium2.PdfPage) -> float:
    return min(SCALE, MOST_PIXELS / max(*page.get_size(), 1.0))


def _mapping(page: pypdfium2.PdfPage, width: int, height: int) -> Mapping:
    """Points to pixels by PDFium's own mapping, so that rotation and a shifted crop box are right too."""
    fine = 64
    x, y = ctypes.c_int(), ctypes.c_int()

    def place(left: float, bottom: float) -> tuple[float, float]:
        size = (width * fine, height * fine)
        pdfium_c.FPDF_PageToDevice(page, 0, 0, *size, 0, left, bottom, ctypes.byref(x), ctypes.byref(y))
        return x.value / fine, y.value / fine

    (e, f), (right, right_y), (up, up_y) = place(0, 0), place(100, 0), place(0, 100)
    return Mapping(width, height, ((right - e) / 100, (right_y - f) / 100, (up - e) / 100, (up_y - f) / 100, e, f))
