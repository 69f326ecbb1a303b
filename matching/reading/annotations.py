"""What a person typed onto a PDF page: the values of form fields, and free text; seen or unseen."""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium_c

from matching.reading.found import FLAGGED_LETTERS
from matching.reading.glyphs import Box
from matching.reading.pixels import Picture, draw

MOST_ANNOTATIONS = 2000
# The border of a field is no text.
BORDER = 2.0
LEAST_SIDE = 3.0
_UNSEEN = pdfium_c.FPDF_ANNOT_FLAG_HIDDEN | pdfium_c.FPDF_ANNOT_FLAG_NOVIEW
_WRITTEN = [getattr(pdfium_c, f"FPDF_FORMFIELD_{name}") for name in ("TEXTFIELD", "COMBOBOX", "LISTBOX")]


@dataclass(frozen=True, slots=True)
class Typed:
    """A text typed onto a page, whether a person sees it, and where it would be in shares of the page."""

    text: str
    seen: bool
    boxes: tuple[Box, ...] = ()

    @property
    def flagged(self) -> bool:
        """Whether it is unseen and too long for an accident."""
        return not self.seen and sum(map(str.isalnum, self.text)) >= FLAGGED_LETTERS


def typed_texts(page: pypdfium2.PdfPage, form: ctypes.c_void_p | None) -> list[Typed]:
    """Each filled field and free text of a page. `form` is the document's form handle or None.

    Where there is one, the page is drawn once more with them: a text whose box shows nothing is unseen.
    """
    found = list(_texts(page, form))
    if not found:
        return []
    picture = draw(page, forms=True)
    return [_typed(text, flags, box, picture) for text, flags, box in found]


def _typed(text: str, flags: int, box: Box, picture: Picture) -> Typed:
    left, bottom, right, top = box
    edge = min(BORDER, (right - left) / 4, (top - bottom) / 4)
    inner = (left + edge, bottom + edge, right - edge, top - edge)
    seen = not flags & _UNSEEN and min(right - left, top - bottom) >= LEAST_SIDE and picture.shows(inner)
    place = picture.mapping.shares(box)
    return Typed(text, seen, (place,) if place else ())


def _texts(page: pypdfium2.PdfPage, form: ctypes.c_void_p | None) -> Iterator[tuple[str, int, Box]]:
    for index in range(min(pdfium_c.FPDFPage_GetAnnotCount(page), MOST_ANNOTATIONS)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        text = _text(annotation, form).strip()
        if text:
            yield text, pdfium_c.FPDFAnnot_GetFlags(annotation), _box(annotation)
        pdfium_c.FPDFPage_CloseAnnot(annotation)


def _box(annotation: ctypes.c_void_p) -> Box:
    sides = pdfium_c.FS_RECTF()
    if not pdfium_c.FPDFAnnot_GetRect(annotation, ctypes.byref(sides)):
        return (0.0, 0.0, 0.0, 0.0)
    bottom, top = sorted((sides.bottom, sides.top))
    return min(sides.left, sides.right), bottom, max(sides.left, sides.right), top


def _text(annotation: ctypes.c_void_p, form: ctypes.c_void_p | None) -> str:
    kind = pdfium_c.FPDFAnnot_GetSubtype(annotation)
    if kind == pdfium_c.FPDF_ANNOT_FREETEXT:
        return string_of(lambda buffer, size: pdfium_c.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, size))
    if (
        kind == pdfium_c.FPDF_ANNOT_WIDGET
        and form
        and pdfium_c.FPDFAnnot_GetFormFieldType(form, annotation) in _WRITTEN
    ):
        return string_of(lambda buffer, size: pdfium_c.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, size))
    return ""


def string_of(call: Callable) -> str:
    """A UTF-16 string by PDFium's habit: ask for the size in bytes, then for the text."""
    size = call(None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    call(ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw[: size - 2].decode("utf-16-le", errors="replace")
