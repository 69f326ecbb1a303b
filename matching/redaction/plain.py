"""The folded twin of a text: same length, lower case, no accents, one kind of dash, quote, space and bullet.

Patterns are written once, in plain ASCII, and run on the twin; what they find is cut from the text at the same place.
"""

import re
import unicodedata
from collections.abc import Iterable

Span = tuple[int, int, str]

_SPECIAL = {
    **dict.fromkeys("’‘ʼ`´′＇", "'"),
    **dict.fromkeys("“”„«»‟″", '"'),
    **dict.fromkeys("‐‑‒–—―−﹣－~～", "-"),
    **dict.fromkeys(
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
    ),
    **dict.fromkeys("·•●▪◦‣∙⋅■□►➤★☆♦◆◇○¦｜│┃‖⁃∣", "|"),
    **dict.fromkeys("☎☏✆📞📱✉📧🏠📍🌐🔗", "|"),
    "ß": "s",
    "æ": "a",
    "œ": "o",
    "ø": "o",
    "đ": "d",
    "ł": "l",
    "ı": "i",
    "ð": "d",
    "þ": "t",
}
_PRIVATE = range(0xE000, 0xF900)
# Left out of every text: they cut words without being seen. Joiners that scripts need (U+200C, U+200D) stay.
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\u0000-\u0008\u000b\u000e-\u001f\ufff9-\uffff]")
_BREAKS = re.compile("\r\n?|[\u2028\u2029\u0085\x0c]")
WORD = re.compile(r"[^\W_]+")


class _Twin(dict):
    """One folded character per character, worked out when first seen."""

    def __missing__(self, point: int) -> int:
        self[point] = folded = ord(_fold(point))
        return folded


def _fold(point: int) -> str:
    if point in _PRIVATE:
        return "|"
    low = chr(point).lower()[:1]
    if low in _SPECIAL:
        return _SPECIAL[low]
    wide = unicodedata.normalize("NFKC", low)
    if 0xFF00 <= point <= 0xFFEF and len(wide) == 1:
        return _SPECIAL.get(wide.lower(), wide.lower())
    parts = unicodedata.normalize("NFD", low)
    if len(parts) > 1 and all(unicodedata.combining(mark) for mark in parts[1:]):
        return _SPECIAL.get(parts[0], parts[0])
    return low


_TWIN = _Twin()


def clean(text: str) -> str:
    """The text with composed letters, one kind of line break, and without characters that nobody sees."""
    if text.isascii() and "\r" not in text and "\x0c" not in text:
        return _UNSEEN.sub("", text)
    return _UNSEEN.sub("", _BREAKS.sub("\n", unicodedata.normalize("NFC", text)))


def plain(text: str) -> str:
    """The folded twin of `text`, character for character."""
    return text.lower() if text.isascii() else text.translate(_TWIN)


def disjoint(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, without those that overlap an earlier one."""
    kept, at = [], 0
    for span in sorted(spans):
        if span[0] >= at:
            kept.append(span)
            at = span[1]
    return kept


def cut(text: str, spans: Iterable[Span]) -> str:
    """`text` with each span (start, end, replacement) put in; the spans are in order and do not overlap."""
    out, at = [], 0
    for start, end, replacement in spans:
        out += text[at:start], replacement
        at = end
    return "".join([*out, text[at:]])
