"""PDF: PDFium's glyphs as lines, or pypdf's text where PDFium's looks broken and nothing is hidden."""

import contextlib
import io
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import partial

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
from matching.reading.metadata import flags_of_properties
from matching.reading.mismatch import agreed, is_confirmed, suspect_text
from matching.reading.ocr import GreyPicture
from matching.reading.pdf_metadata import pdf_flags, stored_texts
from matching.reading.pixels import has_size
from matching.reading.recognition import Recognition, is_poor, recognise_all
from matching.reading.repair import repair
from matching.reading.replaced import undo_replacements
from matching.reading.scans import draw_page, is_scan
from matching.reading.visible import DROPPED_LETTERS, unseen_of
from matching.reading.wire import Wire

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
MORE_LETTERS = 0.01
# Suspect pages after these are not recognised; nobody has checked them then, and a flag says so.
MOST_SUSPECTS = 12
# Of a page with fewer, nothing can be said by itself; the whole document is judged then.
ENOUGH_LETTERS = 1000


@dataclass(slots=True)
class _Page:
    text: str = ""
    is_picture: bool = False
    has_unseen: bool = False
    is_closed: bool = False
    suspect: str = ""
    is_layer: bool = False

    def is_judged(self) -> bool:
        """Whether its letters, and enough of them, tell that the text is sound when the page is not doubtful."""
        return not self.is_picture and len(self.text) > ENOUGH_LETTERS

    def doubtful(self) -> bool:
        return fault_score(repair(self.text)) > SUSPICIOUS or is_garbled(self.text)


def read_pdf(data: bytes, *, limits: Limits, mend: bool, wire: Wire) -> Found:
    """Read a PDF; `mend` has it written anew first, as is done with one that PDFium cannot open.

    Raises UnreadableError: password, damaged, too_many_pages, needs_ocr.
    """
    found = None if mend else _by_pdfium(data, limits=limits, wire=wire)
    if found is not None:
        return found
    # Never pypdf's own text: it knows nothing of what is hidden.
    found = _by_pdfium(_mended(data), limits=limits, wire=wire)
    if found is None:
        raise UnreadableError("damaged", "no viewer can open it")
    found.flags += ["parse_poor", *flags_of_properties(stored_texts(data))]
    return found


def _by_pdfium(data: bytes, *, limits: Limits, wire: Wire) -> Found | None:
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
        with found.step("properties"):
            found.flags += pdf_flags(document, data)
        pages = [_page(document, number, found) for number in range(found.pages)]
        if pages and all(page.is_closed for page in pages):
            raise UnreadableError("damaged", "none of its pages can be opened")
        found.flags += ["parse_poor"] * any(page.is_closed for page in pages)
        with found.step("pypdf"):
            doubtful = {number: page for number, page in enumerate(pages) if not page.is_picture and page.doubtful()}
            others = _second_opinions(data, pages, doubtful)
        with found.step("ocr"):
            suspects = [number for number, page in enumerate(pages) if page.suspect and not page.is_picture]
            asked = sorted({*suspects[:MOST_SUSPECTS], *(n for n, page in enumerate(pages) if page.is_picture)})
            draw = {number: partial(_draw, document, number) for number in asked}
            beside = "\n".join(page.text for page in pages if not page.is_picture)
            read = recognise_all(draw, beside=beside, limits=limits, wire=wire)
    for number in suspects:
        _confirm(pages[number], number, read, found)
    texts = read.texts
    found.text = repair("\n\n".join(texts.get(number, page.text) for number, page in enumerate(pages)))
    found.is_sound = not doubtful and not texts and all(page.is_judged() for page in pages)
    used = {"pdfium": found.pages - len(others) - len(texts), "pypdf": len(others), "tesseract": len(texts)}
    found.extractor = "+".join(name for name, count in used.items() if count) or "pdfium"
    read.tell(found, unread=sum(page.is_picture and number not in texts for number, page in enumerate(pages)))
    return found


def _confirm(page: _Page, number: int, read: Recognition, found: Found) -> None:
    """Of a suspect page keep the text that its picture confirms; else what the picture shows, and a flag.

    Single lines of a layer that the picture has otherwise are read from it, too.
    """
    seen = read.read.get(number)
    if seen is None:
        found.flags.append("unchecked")
    elif is_confirmed(page.suspect, seen.text, sure=not is_poor(seen)):
        if page.is_layer and not is_poor(seen):
            page.text = agreed(page.text, seen.text)
        del read.read[number]
    else:
        found.hide(page.suspect, page=number + 1, flagged=False)
        found.flags.append("text_layer_mismatch")


def _draw(document: pypdfium2.PdfDocument, number: int) -> GreyPicture:
    return draw_page(document[number])


def _second_opinions(data: bytes, pages: list[_Page], doubtful: dict[int, _Page]) -> set[int]:
    """Put pypdf's text on the pages where PDFium's looks broken and pypdf's clearly better; their numbers.

    pypdf knows nothing of what is unseen: where something is, PDFium's text stays. A page whose letters mean nothing by
    either is to be recognised from its picture.
    """
    # Where one library leaves out a page that the other counts, the same number is not the same page.
    alike = not any(page.is_closed for page in pages)
    asked = {number for number, page in doubtful.items() if alike and not page.has_unseen}
    others = _by_pypdf(data, asked, pages=len(pages))
    taken = {number for number, text in others.items() if _is_better(text, than=pages[number].text)}
    for number in taken:
        pages[number].text = others[number]
    for page in doubtful.values():
        page.is_picture = is_garbled(page.text)
    return {number for number in taken if not pages[number].is_picture}


def _is_better(text: str, *, than: str) -> bool:
    """Whether one text of a page is clearly less broken than another, and nothing is missing from it or new in it."""
    before, after = repair(than), repair(text)
    if len(after) <= SIMILAR_LENGTH * len(before) or _is_more(after, than=before):
        return False
    return fault_score(after) < CLEARLY_BETTER * fault_score(before)


def _is_more(text: str, *, than: str) -> bool:
    """Whether a text has letters that another lacks: pypdf reads words without a size too, which no person sees."""
    after, before = (
        Counter(filter(str.isalnum, unicodedata.normalize("NFKC", one).casefold())) for one in (text, than)
    )
    return (after - before).total() >= DROPPED_LETTERS + MORE_LETTERS * before.total()


def _page(document: pypdfium2.PdfDocument, number: int, found: Found) -> _Page:
    """One page's text, and whether it is a picture of more; what is unseen goes to `found`. A broken page is empty."""
    try:
        with found.step("open"):
            page = document[number]
            claims = undo_replacements(document, page)
            textpage = page.get_textpage()
    except pypdfium2.PdfiumError:
        return _Page(is_closed=True)
    if not has_size(page):
        # No viewer shows anything of it: what pypdf would find there is not to be taken either.
        return _Page(has_unseen=True)
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
    suspect = suspect_text(glyphs, unseen, texts[0])
    return _Page(
        text, is_picture, has_unseen=bool(unseen.runs) or unseen.tangled, suspect=suspect, is_layer=unseen.is_layer
    )


def _by_pypdf(data: bytes, numbers: set[int], *, pages: int) -> dict[int, str]:
    """pypdf's texts of some of the document's `pages`; what it cannot read is missing, and all if it counts others."""
    texts: dict[int, str] = {}
    with contextlib.suppress(*PARSER_ERRORS):
        reader = _open_by_pypdf(data) if numbers else None
        for number in sorted(numbers) if reader and len(reader.pages) == pages else ():
            texts[number] = reader.pages[number].extract_text()
    return texts


def _mended(data: bytes) -> bytes:
    """The document as pypdf understands it, written anew. Raises UnreadableError: password, damaged."""
    written = io.BytesIO()
    try:
        pypdf.PdfWriter(clone_from=_open_by_pypdf(data)).write(written)
    except PARSER_ERRORS as error:
        raise UnreadableError("damaged", "no reader could open it") from error
    return written.getvalue()


def _open_by_pypdf(data: bytes) -> pypdf.PdfReader:
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableError("password", "it asks for a password")
    return reader


def _check_pages(pages: int, *, limits: Limits) -> None:
    if pages > limits.max_pages:
        raise UnreadableError("too_many_pages", f"{pages} pages, at most {limits.max_pages}")
