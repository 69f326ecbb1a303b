"""PDF: PDFium's text, or pypdf's where PDFium's looks broken."""

import io
import re
from collections.abc import Callable

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium_c
from pypdf.errors import PyPdfError

from matching.exceptions import UnreadableError
from matching.reading import kinds
from matching.reading.faults import fault_score
from matching.reading.found import Found
from matching.reading.glyphs import glyphs_of
from matching.reading.limits import Limits
from matching.reading.lines import page_text
from matching.reading.repair import repair
from matching.reading.visible import hidden_runs

# What pypdf raises over hostile bytes, by its own tests and ours: each means "this page cannot be read".
PARSER_ERRORS = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)
SUSPICIOUS = 0.02
_BROKEN_WORD = re.compile("[\ufffe\x02]\\s*")


def read_pdf(data: bytes, *, limits: Limits, pdfium: bool, ask_for_time: Callable[[float], None]) -> Found:
    """Read a PDF. Raises UnreadableError: password, damaged, too_many_pages, needs_ocr."""
    found = _by_pdfium(data, limits=limits) if pdfium else None
    if found is None or fault_score(found.text) > SUSPICIOUS:
        other = _by_pypdf(data, limits=limits)
        if other is not None and (found is None or fault_score(other.text) < fault_score(found.text)):
            found = other
    if found is None:
        raise UnreadableError("damaged", "no reader could open it")
    if not found.text.strip():
        raise UnreadableError("needs_ocr", f"{found.pages} pages")
    return found


def _by_pdfium(data: bytes, *, limits: Limits) -> Found | None:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if pdfium_c.FPDF_GetLastError() == pdfium_c.FPDF_ERR_PASSWORD:
            raise UnreadableError("password", "it asks for a password") from error
        return None
    pages = len(document)
    _check_pages(pages, limits=limits)
    found = Found(media_type=kinds.PDF, pages=pages, extractor="pdfium")
    texts = []
    for number in range(pages):
        try:
            page = document[number]
            textpage = page.get_textpage()
            glyphs = glyphs_of(textpage.raw)
            runs = hidden_runs(page, textpage, glyphs)
            texts.append(page_text(glyphs, left_out={index for run in runs for index in run.indexes}))
            found.hidden.extend((number + 1, run.text) for run in runs)
            found.flags.extend("hidden_text" for run in runs if run.flagged)
        except pypdfium2.PdfiumError:
            texts.append("")
    document.close()
    found.text = repair("\n\n".join(texts))
    return found


def _by_pypdf(data: bytes, *, limits: Limits) -> Found | None:
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("password", "it asks for a password")
        pages = len(reader.pages)
        _check_pages(pages, limits=limits)
        text = repair("\n\n".join(page.extract_text() for page in reader.pages))
    except PARSER_ERRORS:
        return None
    return Found(media_type=kinds.PDF, text=text, pages=pages, extractor="pypdf")


def _check_pages(pages: int, *, limits: Limits) -> None:
    if pages > limits.max_pages:
        raise UnreadableError("too_many_pages", f"{pages} pages, at most {limits.max_pages}")
