"""Photographs and scans that come as picture files."""

import io
from functools import partial

from PIL import Image, ImageOps
from pillow_heif import register_heif_opener

from matching.exceptions import UnreadableError
from matching.reading.found import Found
from matching.reading.limits import Limits
from matching.reading.metadata import flags_of_properties
from matching.reading.ocr import GreyPicture, languages
from matching.reading.picture_metadata import picture_texts
from matching.reading.recognition import recognise_all
from matching.reading.wire import Wire

FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "GIF", "BMP", "HEIF")
MOST_PIXELS = 60_000_000
LONGEST_SIDE = 5000
SHORTEST_SIDE = 1500
_BROKEN = (OSError, ValueError, SyntaxError, ArithmeticError, LookupError, TypeError, Image.DecompressionBombError)

register_heif_opener(thumbnails=False)


def read_picture(data: bytes, *, kind: str, limits: Limits, wire: Wire) -> Found:
    """The text in a picture file. Raises UnreadableError: needs_ocr, damaged, too_large, too_many_pages and others."""
    found = Found(media_type=kind, extractor="tesseract")
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise UnreadableError("too_large", f"{picture.width} x {picture.height} pixels")
            if not languages():
                raise UnreadableError("needs_ocr", "a picture")
            found.pages = pages_of(picture)
            if found.pages > limits.max_pages:
                raise UnreadableError("too_many_pages", f"{found.pages} pages, at most {limits.max_pages}")
            found.flags += flags_of_properties(picture_texts(picture))
            frames = {number: partial(_frame, picture, number) for number in range(found.pages)}
            with found.step("ocr"):
                read = recognise_all(frames, beside="", limits=limits, wire=wire)
    except _BROKEN as error:
        raise UnreadableError("damaged", "the picture cannot be opened") from error
    found.text = "\n\n".join(read.texts.values())
    read.tell(found, unread=found.pages - len(read.texts))
    return found


def pages_of(picture: Image.Image) -> int:
    """How many pages a picture file has. Only TIFF has any: what phones put behind a photo is a map of its light."""
    return getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1


def _frame(picture: Image.Image, number: int) -> GreyPicture:
    picture.seek(number)
    return _grey(picture)


def _grey(frame: Image.Image) -> GreyPicture:
    """Upright, grey, on white, and of a size that Tesseract reads well."""
    upright = ImageOps.exif_transpose(frame).convert("RGBA")
    paper = Image.new("RGBA", upright.size, "white")
    grey = Image.alpha_composite(paper, upright).convert("L")
    longest, shortest = max(grey.size), min(grey.size)
    factor = min(LONGEST_SIDE / longest, max(1.0, SHORTEST_SIDE / shortest))
    if factor != 1.0:
        grey = grey.resize(
            (max(1, round(grey.width * factor)), max(1, round(grey.height * factor))), Image.Resampling.LANCZOS
        )
    return GreyPicture(grey.width, grey.height, grey.tobytes())
