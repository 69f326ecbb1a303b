"""Photographs and scans that come as picture files."""

import io
from collections.abc import Callable

from PIL import Image, ImageOps, ImageSequence

from matching.exceptions import UnreadableError
from matching.reading.found import Found
from matching.reading.limits import Limits
from matching.reading.ocr import POOR_CONFIDENCE, Clock, GreyPicture, languages, recognise

FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "GIF", "BMP")
MOST_PIXELS = 60_000_000
LONGEST_SIDE = 5000
SHORTEST_SIDE = 1500


def read_picture(data: bytes, *, kind: str, limits: Limits, ask_for_time: Callable[[float], None]) -> Found:
    """The text in a picture file. Raises UnreadableError: needs_ocr, damaged, too_large, no_text, unsupported."""
    if kind == "image/heic":
        raise UnreadableError("unsupported", "a HEIC photo")
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise UnreadableError("too_large", f"{picture.width} x {picture.height} pixels")
            if not languages():
                raise UnreadableError("needs_ocr", "a picture")
            ask_for_time(limits.max_ocr_seconds)
            return _recognised(picture, kind=kind, limits=limits)
    except (
        OSError,
        ValueError,
        SyntaxError,
        ArithmeticError,
        LookupError,
        TypeError,
        Image.DecompressionBombError,
    ) as error:
        raise UnreadableError("damaged", "the picture cannot be opened") from error


def _recognised(picture: Image.Image, *, kind: str, limits: Limits) -> Found:
    found = Found(media_type=kind, extractor="tesseract")
    clock = Clock(limits.max_ocr_seconds - 2)
    texts = []
    for frame in ImageSequence.Iterator(picture):
        found.pages += 1
        if found.pages > limits.max_pages:
            raise UnreadableError("too_many_pages", f"over {limits.max_pages} pages")
        if result := recognise(_grey(frame), clock=clock):
            texts.append(result.text)
            if result.words and result.confidence < POOR_CONFIDENCE:
                found.flags.append("parse_poor")
    if not texts and clock.left() < 1:
        raise UnreadableError("too_slow", "text recognition")
    if not texts:
        raise UnreadableError("crashed", "text recognition failed")
    found.text = "\n\n".join(texts)
    return found


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
