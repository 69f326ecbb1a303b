"""Texts without layout: TXT and MD in any common encoding, HTML and RTF as text only."""

from matching.reading import kinds
from matching.reading.encodings import decode
from matching.reading.found import Found
from matching.reading.html import html_to_text
from matching.reading.rtf import rtf_to_text

FLAGGED_LETTERS = 25


def read_plain(data: bytes, *, kind: str, name: str) -> Found:
    """A text file's words; `name` only tells MD from TXT. Raises UnreadableError when the bytes are no text."""
    if kind == kinds.RTF:
        text, hidden = rtf_to_text(data)
        found = Found(media_type=kind, text=text, pages=1, extractor="rtf", hidden=[(1, run) for run in hidden])
        found.flags += ["hidden_text"] * any(sum(map(str.isalnum, run)) >= FLAGGED_LETTERS for run in hidden)
        return found
    text = decode(data)
    if kind == kinds.HTML:
        return Found(media_type=kind, text=html_to_text(text), pages=1, extractor="html")
    markdown = name.lower().endswith((".md", ".markdown"))
    return Found(media_type=kinds.MARKDOWN if markdown else kinds.PLAIN, text=text, pages=1, extractor="text")
