"""What a person typed onto a PDF page: the values of form fields, and free text."""

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium_c

MOST_ANNOTATIONS = 2000
_UNSEEN = pdfium_c.FPDF_ANNOT_FLAG_HIDDEN | pdfium_c.FPDF_ANNOT_FLAG_NOVIEW
_WRITTEN = [getattr(pdfium_c, f"FPDF_FORMFIELD_{name}") for name in ("TEXTFIELD", "COMBOBOX", "LISTBOX")]


def typed_texts(page: pypdfium2.PdfPage, form: ctypes.c_void_p | None) -> Iterator[tuple[str, bool]]:
    """(text, seen) of each filled field and free text of a page. `form` is the document's form handle or None."""
    for index in range(min(pdfium_c.FPDFPage_GetAnnotCount(page), MOST_ANNOTATIONS)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        text = _text(annotation, form).strip()
        if text:
            yield text, not pdfium_c.FPDFAnnot_GetFlags(annotation) & _UNSEEN
        pdfium_c.FPDFPage_CloseAnnot(annotation)


def _text(annotation: ctypes.c_void_p, form: ctypes.c_void_p | None) -> str:
    kind = pdfium_c.FPDFAnnot_GetSubtype(annotation)
    if kind == pdfium_c.FPDF_ANNOT_FREETEXT:
        return _string(lambda buffer, size: pdfium_c.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, size))
    if (
        kind == pdfium_c.FPDF_ANNOT_WIDGET
        and form
        and pdfium_c.FPDFAnnot_GetFormFieldType(form, annotation) in _WRITTEN
    ):
        return _string(lambda buffer, size: pdfium_c.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, size))
    return ""


def _string(call) -> str:
    """A UTF-16 string by PDFium's habit: ask for the size in bytes, then for the text."""
    size = call(None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    call(ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw[: size - 2].decode("utf-16-le", errors="replace")
