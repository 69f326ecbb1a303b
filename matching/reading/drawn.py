"""What a PDF page is drawn from: its objects in order, and the page without some of them."""

import ctypes
from collections.abc import Iterable, Iterator

import pypdfium2
import pypdfium2.raw as pdfium_c

from matching.reading.glyphs import Box
from matching.reading.pixels import Picture, draw

Item = ctypes.c_void_p
MOST_OBJECTS = 50_000
MOST_DEPTH = 8
TEXT, IMAGE, PATH = pdfium_c.FPDF_PAGEOBJ_TEXT, pdfium_c.FPDF_PAGEOBJ_IMAGE, pdfium_c.FPDF_PAGEOBJ_PATH
INVISIBLE = 3


def objects_of(page: pypdfium2.PdfPage) -> list[tuple[int, Item]]:
    """(kind, object) in the order of drawing, those inside forms in their place."""
    found: list[tuple[int, Item]] = []
    for item in _top(page):
        _add(item, found, depth=0)
    return found


def _top(page: pypdfium2.PdfPage) -> Iterator[Item]:
    for at in range(min(pdfium_c.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        yield pdfium_c.FPDFPage_GetObject(page, at)


def _add(item: Item, found: list[tuple[int, Item]], *, depth: int) -> None:
    kind = pdfium_c.FPDFPageObj_GetType(item)
    if kind != pdfium_c.FPDF_PAGEOBJ_FORM:
        found.append((kind, item))
    elif depth < MOST_DEPTH:
        for at in range(pdfium_c.FPDFFormObj_CountObjects(item)):
            if len(found) >= MOST_OBJECTS:
                return
            _add(pdfium_c.FPDFFormObj_GetObject(item, at), found, depth=depth + 1)


def address(item: Item) -> int:
    """A number by which one object is told from another."""
    return ctypes.cast(item, ctypes.c_void_p).value or 0


def holds(box: Box, glyph: Box) -> bool:
    """Whether the middle of a glyph lies in a box."""
    x, y = (glyph[0] + glyph[2]) / 2, (glyph[1] + glyph[3]) / 2
    return box[0] < x < box[2] and box[1] < y < box[3]


def bounds(item: Item) -> Box:
    """The box around an object in points; an empty one when it has none."""
    sides = [ctypes.c_float() for _ in range(4)]
    if not pdfium_c.FPDFPageObj_GetBounds(item, *map(ctypes.byref, sides)):
        return (0.0, 0.0, 0.0, 0.0)
    left, bottom, right, top = (side.value for side in sides)
    return left, bottom, right, top


class Scene:
    """A page that can be drawn with and without some of its objects."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.page = page
        self.items = objects_of(page)
        self.texts = [item for kind, item in self.items if kind == TEXT]
        self.pictures = [(number, bounds(item)) for number, (kind, item) in enumerate(self.items) if kind == IMAGE]

    def set_aside(self, boxes: Iterable[Box]) -> None:
        """Draw no picture that has none of these boxes in it: decoding photos is most of the work."""
        boxes = list(boxes)
        for number, place in self.pictures:
            if not any(holds(place, box) for box in boxes):
                pdfium_c.FPDFPageObj_SetIsActive(self.items[number][1], False)

    def without_text(self, picture: Picture) -> Picture:
        """The page without any of its text; `picture` is the page with it."""
        inked = [item for item in self.texts if pdfium_c.FPDFTextObj_GetTextRenderMode(item) != INVISIBLE]
        return self.without(inked) if inked else picture

    def without(self, items: Iterable[Item]) -> Picture:
        """The page as it looks when some of its objects are left out."""
        items = list(items)
        for item in items:
            pdfium_c.FPDFPageObj_SetIsActive(item, False)
        picture = draw(self.page)
        for item in items:
            pdfium_c.FPDFPageObj_SetIsActive(item, True)
        return picture
