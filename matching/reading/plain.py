"""Texts without layout: TXT and MD in any common encoding, HTML, saved web pages and RTF as text only."""

import re

from matching.reading import kinds
from matching.reading.encodings import decode
from matching.reading.found import Found
from matching.reading.html import html_to_text
from matching.reading.metadata import flags_of_properties, html_properties
from matching.reading.rtf import rtf_to_text
from matching.reading.web_archive import page_of

TEXTS = frozenset({kinds.PLAIN, kinds.HTML, kinds.WEB_ARCHIVE, kinds.RTF})
_COMMENT = re.compile("<!--(.{0,20000}?)-->", re.DOTALL)


def read_plain(data: bytes, *, kind: str, name: str) -> Found:
    """A text file's words; `name` only tells MD from TXT. Raises UnreadableError when the bytes are no text."""
    if kind == kinds.RTF:
        text, hidden, told = rtf_to_text(data)
        found = _found(kind, text, hidden, extractor="rtf")
        found.flags += flags_of_properties([told])
        return found
    text = page_of(data) if kind == kinds.WEB_ARCHIVE else decode(data)
    if kind in {kinds.HTML, kinds.WEB_ARCHIVE}:
        shown, hidden = html_to_text(text)
        found = _found(kind, shown, hidden, extractor="html")
        found.flags += flags_of_properties(html_properties(text))
        return found
    if not name.lower().endswith((".md", ".markdown")):
        return _found(kinds.PLAIN, text, [], extractor="text")
    # Whoever looks at the page that Markdown makes does not see its comments.
    hidden = [" ".join(comment.split()) for comment in _COMMENT.findall(text)]
    return _found(kinds.MARKDOWN, _COMMENT.sub("", text), list(filter(None, hidden)), extractor="text")


def _found(kind: str, text: str, hidden: list[str], *, extractor: str) -> Found:
    found = Found(media_type=kind, text=text, pages=1, extractor=extractor)
    for run in hidden:
        found.hide(run)
    return found
