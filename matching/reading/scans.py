"""PDF pages that are pictures of text: found, and drawn for recognition."""

import pypdfium2
import pypdfium2.raw as pdfium_c

from matching.reading.ocr import DPI, GreyPicture

FEW_LETTERS = 50
MOST_PIXELS = 6000
LARGE_PICTURE = 0.4
LEAST_INK = 40


def is_scan(page: pypdfium2.PdfPage, *, letters: int) -> bool:
    """Whether a page shows more than its letters tell: few beside a large picture, or none on a page with ink."""
    if letters >= FEW_LETTERS:
        return False
    return has_large_picture(page, share=LARGE_PICTURE) or (letters == 0 and _has_ink(page))


def has_large_picture(page: pypdfium2.PdfPage, *, share: float) -> bool:
    """Whether one picture covers more than that share of the page."""
    width, height = page.get_size()
    for item in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        left, bottom, right, top = item.get_bounds()
        if (right - left) * (top - bottom) > share * width * height:
            return True
    return False


def draw_page(page: pypdfium2.PdfPage) -> GreyPicture:
    """A page as text recognition wants it: grey, at 250 dpi."""
    scale = min(DPI / 72, MOST_PIXELS / max(*page.get_size(), 1.0))
    bitmap = page.render(scale=scale, grayscale=True)
    rows = bytes(bitmap.buffer)
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    bitmap.close()
    pixels = rows if stride == width else b"".join(rows[at : at + width] for at in range(0, stride * height, stride))
    return GreyPicture(width, height, pixels)


def _has_ink(page: pypdfium2.PdfPage) -> bool:
    """Whether a rough rendering shows anything at all."""
    bitmap = page.render(scale=min(0.5, 1000 / max(*page.get_size(), 1.0)), grayscale=True)
    pixels = bytes(bitmap.buffer)
    bitmap.close()
    return bool(pixels) and max(pixels) - min(pixels) > LEAST_INK
