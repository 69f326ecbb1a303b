"""Texts without layout: TXT and MD in any common encoding, HTML as text only."""

import codecs
import re

from charset_normalizer import from_bytes

from matching.exceptions import UnreadableError
from matching.reading import kinds
from matching.reading.found import Found
from matching.reading.html import html_to_text

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
MOST_CONTROLS = 0.01
SAMPLE = 64 * 1024


def read_plain(data: bytes, *, kind: str, name: str) -> Found:
    """A text file's words. Raises UnreadableError when the bytes are no text in any known encoding."""
    if kind == kinds.RTF:
        raise UnreadableError("unsupported", "an RTF file")
    text = decode(data)
    if kind == kinds.HTML:
        return Found(media_type=kinds.HTML, text=html_to_text(text), pages=1, extractor="html")
    markdown = name.lower().endswith((".md", ".markdown"))
    return Found(media_type=kinds.MARKDOWN if markdown else kinds.PLAIN, text=text, pages=1, extractor="text")


def decode(data: bytes) -> str:
    """Bytes to text by byte order mark, then UTF-8, then zero bytes (UTF-16/32), then statistics of the letters."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(encoding, errors="replace"))
    if b"\0" in data:
        return _checked(_decode_wide(data))
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _checked(_decode_single(data))


def _decode_wide(data: bytes) -> str:
    """UTF-16 or UTF-32 without a mark: the zero bytes of Western text stand at fixed places."""
    sample = data[: SAMPLE - SAMPLE % 4]
    shares = [sample[place::4].count(0) / max(1, len(sample) // 4) for place in range(4)]
    if min(shares[1:]) > 0.9:
        return data.decode("utf-32-le", errors="replace")
    if min(shares[:3]) > 0.9:
        return data.decode("utf-32-be", errors="replace")
    if min(shares[1], shares[3]) > 3 * max(shares[0], shares[2], 0.01):
        return data.decode("utf-16-le", errors="replace")
    if min(shares[0], shares[2]) > 3 * max(shares[1], shares[3], 0.01):
        return data.decode("utf-16-be", errors="replace")
    raise UnreadableError("unsupported", "its bytes are not text")


def _decode_single(data: bytes) -> str:
    best = from_bytes(data[:SAMPLE]).best()
    if best is None:
        raise UnreadableError("unsupported", "its bytes are not text")
    return data.decode(best.encoding, errors="replace")


def _checked(text: str) -> str:
    if len(_CONTROL.findall(text)) > MOST_CONTROLS * len(text) or text.count("\ufffd") > MOST_CONTROLS * len(text):
        raise UnreadableError("unsupported", "its bytes are not text")
    return text
