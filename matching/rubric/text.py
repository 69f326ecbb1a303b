"""A pasted job text made plain: markup, entities, odd glyphs and capitals removed, nothing of the content lost."""

import html
import re
import unicodedata
from functools import lru_cache

MAX_TEXT = 60_000
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,400}>")
_BLOCK = re.compile(
    r"</?(?:p|div|br|ul|ol|tr|table|h[1-6]|section|article|header|footer|hr|dl|dt|dd)\b[^<>]{0,400}>", re.I
)
_ITEM = re.compile(r"<li\b[^<>]{0,400}>", re.I)
_HEAD = re.compile(r"<h[1-6]\b[^<>]{0,400}>([^<>]{2,80})</h[1-6]>", re.I)
_BOLD_LINE = re.compile(
    r"(?:^|(?<=[>\n]))\s{0,8}<(?:strong|b)\b[^<>]{0,400}>([^<>]{2,80})</(?:strong|b)>(?=\s{0,8}(?:</?(?:p|br|div|ul|ol|h\d)\b|\n|$))",
    re.I,
)
_CODE = re.compile(r"<(?:script|style)\b", re.I)
_CODE_END = re.compile(r"</(?:script|style)\s*>", re.I)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe0e\ufe0f\U000e0000-\U000e007f]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_LINK = re.compile(r"!?\[([^\[\]\n]{1,200})\]\([^()\n]{1,400}\)")


def _fold_table() -> dict[int, str]:
    table = {}
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0].lower()[:1]
        table[code] = {"ø": "o", "ł": "l", "đ": "d"}.get(base, base)
    for quote in "’‘‚`´′":
        table[ord(quote)] = "'"
    for dash in "‐‑‒–—−":
        table[ord(dash)] = "-"
    return table


_FOLD = _fold_table()


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The text in lower case without accents, of the same length, so that positions agree."""
    return text.translate(_FOLD)


def plain(text: str) -> str:
    """The job text without markup, entities, invisible and control characters; at most MAX_TEXT characters.

    Letters in fancy alphabets become plain ones (NFKC), so that a post in mathematical bold can be read.
    """
    text = text[: MAX_TEXT * 2]
    if "\n" not in text and text.count("\\n") >= 2:
        text = text.replace("\\r", "").replace("\\n", "\n").replace("\\t", " ")
    text = html.unescape(text) if "&" in text else text
    if "<" in text:
        text = _without_tags(text)
    text = unicodedata.normalize("NFKC", text[:MAX_TEXT])[:MAX_TEXT]
    text = _INVISIBLE.sub("", text)
    text = _CONTROL.sub(
        " ", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    )
    text = text.replace("’", "'").replace("‘", "'").replace("\x0b", "\n").replace("\x0c", "\n")
    return _LINK.sub(r"\1", text)


def _without_tags(text: str) -> str:
    first, *rest = _CODE.split(text)
    kept = [first]
    for part in rest:
        end = _CODE_END.search(part)
        kept.append(part[end.end() :] if end else "")
    text = "".join(kept)
    if not _TAG.search(text):
        return text
    text = _BOLD_LINE.sub(r"\n## \1\n", _HEAD.sub(r"\n## \1\n", text))
    text = _ITEM.sub("\n• ", text)
    text = _BLOCK.sub("\n", text)
    text = _TAG.sub("", text)
    return html.unescape(text)


def mostly_capitals(text: str) -> bool:
    """True when a text of some length is written in capitals nearly throughout."""
    sample = text[:20_000]
    upper = sum(map(str.isupper, sample))
    lower = sum(map(str.islower, sample))
    return upper > 40 and upper > 4 * lower


def pattern(source: str, flags: int = 0) -> re.Pattern:
    """A pattern written over several lines: line ends and indents in `source` do not count."""
    return re.compile("".join(line.strip() for line in source.splitlines()), flags)
