"""Inside the child: one page of a document as a picture, for people to look at without opening the document."""

import io
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium_c
from PIL import Image, ImageOps

from matching.exceptions import UnreadableError
from matching.reading import kinds
from matching.reading.limits import Limits
from matching.reading.pictures import FORMATS, MOST_PIXELS, pages_of
from matching.reading.pixels import has_size

WIDTH = 1000
MOST_HEIGHT = 3000
MEDIA_TYPE = "image/webp"
QUALITY = 82
# A page of noise at this size; an answer over it would be no picture of a CV.
MOST_BYTES = 4 * 1024 * 1024
_BROKEN = (OSError, ValueError, SyntaxError, ArithmeticError, LookupError, TypeError, Image.DecompressionBombError)


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as WebP. `pages` is how many the document has."""

    data: bytes
    width: int
    height: int
    pages: int


def render_page(data: bytes, *, number: int, limits: Limits) -> Picture:
    """Draw page `number` (from 1). Raises UnreadableError: no_page, password, damaged, unsupported, too_large."""
    kind = kinds.kind_of(data)
    if kind == kinds.PDF:
        image, pages = _pdf_page(data, number=number, limits=limits)
    elif kind.startswith("image/"):
        image, pages = _frame(data, number=number, limits=limits)
    else:
        raise UnreadableError("unsupported", kind)
    target = io.BytesIO()
    image.save(target, "WEBP", quality=QUALITY, method=2)
    if target.tell() > MOST_BYTES:
        raise UnreadableError("too_large", "its picture")
    return Picture(target.getvalue(), image.width, image.height, pages)


def _pdf_page(data: bytes, *, number: int, limits: Limits) -> tuple[Image.Image, int]:
    try:
        with pypdfium2.PdfDocument(data) as document:
            pages = len(document)
            _check(number, pages=pages, limits=limits)
            if document.get_formtype() != pdfium_c.FORMTYPE_NONE:
                document.init_forms()
            page = document[number - 1]
            if not has_size(page):
                raise UnreadableError("damaged", "the page has no size")
            width, height = page.get_size()
            scale = min(WIDTH / max(width, 1.0), MOST_HEIGHT / max(height, 1.0))
            return page.render(scale=scale).to_pil().convert("RGB"), pages
    except pypdfium2.PdfiumError as error:
        if pdfium_c.FPDF_GetLastError() == pdfium_c.FPDF_ERR_PASSWORD:
            raise UnreadableError("password", "it asks for a password") from error
        raise UnreadableError("damaged", "the page cannot be drawn") from error


def _frame(data: bytes, *, number: int, limits: Limits) -> tuple[Image.Image, int]:
    """One frame of a picture file: upright, on white, no larger than it is."""
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise UnreadableError("too_large", f"{picture.width} x {picture.height} pixels")
            pages = pages_of(picture)
            _check(number, pages=pages, limits=limits)
            picture.seek(number - 1)
            upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except _BROKEN as error:
        raise UnreadableError("damaged", "the picture cannot be opened") from error
    upright.thumbnail((WIDTH, MOST_HEIGHT))
    paper = Image.new("RGBA", upright.size, "white")
    return Image.alpha_composite(paper, upright).convert("RGB"), pages


def _check(number: int, *, pages: int, limits: Limits) -> None:
    if not 1 <= number <= min(pages, limits.max_pages):
        raise UnreadableError("no_page", f"{pages} pages")
