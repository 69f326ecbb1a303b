"""PDF: PDFium's glyphs as lines, or pypdf's text where PDFium's looks broken or PDFium is not to be used."""

import io
from collections.abc import Callable

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium_c
from pypdf.errors import PyPdfError

from matching.exceptions import UnreadableError
from matching.reading import kinds
from matching.reading.annotations import typed_texts
from matching.reading.faults import fault_score, is_garbled
from matching.reading.found import Found
from matching.reading.glyphs import glyphs_of
from matching.reading.limits import Limits
from matching.reading.lines import page_text
from matching.reading.ocr import languages
from matching.reading.repair import repair
from matching.reading.replaced import undo_replacements
from matching.reading.scans import is_scan, recognise_pages
from matching.reading.visible import unseen_of

# What pypdf raises over hostile bytes: each means "this cannot be read".
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
SUSPICIOUS = 0.03
CLEARLY_BETTER = 0.6
SIMILAR_LENGTH = 0.8


def read_pdf(data: bytes, *, limits: Limits, pdfium: bool, ask_for_time: Callable[[float], None]) -> Found:
    """Read a PDF. Raises UnreadableError: password, damaged, too_many_pages, needs_ocr."""
    found = _by_pdfium(data, limits=limits, ask_for_time=ask_for_time) if pdfium else None
    if found is None or (found.extractor == "pdfium" and fault_score(found.text) > SUSPICIOUS):
        with (found or Found(kinds.PDF)).step("pypdf"):
            other = _by_pypdf(data, limits=limits)
        if other and (found is None or _is_better(other.text, than=found.text)):
            if found:
                other.hidden, other.flags, other.steps = found.hidden, found.flags, found.steps
            found = other
    if found is None:
        raise UnreadableError("damaged", "no reader could open it")
    return found


def _is_better(text: str, *, than: str) -> bool:
    """Whether pypdf's text is clearly better: it knows nothing of what is unseen, so a little better is not enough."""
    return fault_score(text) < CLEARLY_BETTER * fault_score(than) and len(text) > SIMILAR_LENGTH * len(than)


def _by_pdfium(data: bytes, *, limits: Limits, ask_for_time: Callable[[float], None]) -> Found | None:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if pdfium_c.FPDF_GetLastError() == pdfium_c.FPDF_ERR_PASSWORD:
            raise UnreadableError("password", "it asks for a password") from error
        return None
    with document:
        found = Found(media_type=kinds.PDF, pages=len(document), extractor="pdfium")
        _check_pages(found.pages, limits=limits)
        if document.get_formtype() != pdfium_c.FORMTYPE_NONE:
            document.init_forms()
        texts, scans = [], []
        for number in range(found.pages):
            text, is_picture = _page(document, number, found)
            texts.append(text)
            scans += [number] * is_picture
        found.text = repair("\n\n".join(texts))
        if is_garbled(found.text):
            scans = list(range(found.pages))
        with found.step("ocr"):
            read = recognise_pages(document, scans, found, limits=limits, ask_for_time=ask_for_time)
    return _with_scans(found, texts, scans=scans, read=read)


def _with_scans(found: Found, texts: list[str], *, scans: list[int], read: dict[int, str]) -> Found:
    """The document with the pages that were recognised; raises UnreadableError when all there is are pictures."""
    if read:
        found.extractor = "tesseract" if len(read) == found.pages else "pdfium+tesseract"
        found.text = repair("\n\n".join(read.get(number, text) for number, text in enumerate(texts)))
    unread = len(scans) - len(read)
    if unread and not any(map(str.isalpha, found.text)):
        if languages():
            raise UnreadableError("crashed", "text recognition failed")
        raise UnreadableError("needs_ocr", f"{unread} of {found.pages} pages")
    if unread:
        found.flags.append("parse_poor" if is_garbled(found.text) else "unread_pages")
    return found


def _page(document: pypdfium2.PdfDocument, number: int, found: Found) -> tuple[str, bool]:
    """One page's text, and whether it is a picture of more; what is unseen goes to `found`. A broken page is empty."""
    try:
        with found.step("open"):
            page = document[number]
            claims = undo_replacements(document, page)
            textpage = page.get_textpage()
    except pypdfium2.PdfiumError:
        return "", False
    with found.step("glyphs"):
        glyphs = glyphs_of(textpage.raw)
    with found.step("unseen"):
        unseen = unseen_of(page, textpage, glyphs)
    with found.step("lines"):
        texts = [page_text(glyphs, left_out=unseen.indexes)]
    typed = typed_texts(page, document.formenv)
    texts += [one.text for one in typed if one.seen]
    for one in (*unseen.runs, *claims, *(one for one in typed if not one.seen)):
        found.hide(one.text, page=number + 1, boxes=one.boxes, flagged=one.flagged)
    found.flags.extend(["parse_poor"] * unseen.tangled)
    text = "\n".join(texts)
    is_picture = is_scan(page, letters=sum(map(str.isalpha, text)))
    textpage.close()
    page.close()
    return text, is_picture


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
