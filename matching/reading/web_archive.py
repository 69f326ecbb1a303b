"""A web page in one file (MHTML): how Word, browsers and job boards save a CV, often under a name that ends in .doc."""

import re
from email import message_from_bytes

from matching.exceptions import UnreadableError
from matching.reading.encodings import decode

MOST_HEAD = 8192
_HEAD = re.compile(rb"\s{0,8}[A-Za-z][A-Za-z-]{1,40}:")
_RELATED = re.compile(rb"^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_LETTER = re.compile(rb"^(?:to|cc|received|delivered-to|return-path|in-reply-to):", re.IGNORECASE | re.MULTILINE)
_PAGES = ("text/html", "application/xhtml+xml", "text/plain")


def is_web_archive(data: bytes) -> bool:
    """Whether the bytes are a page with its pictures, and no letter that somebody sent."""
    if not _HEAD.match(data):
        return False
    head = re.split(rb"\r?\n[ \t]*\r?\n", data[:MOST_HEAD].lstrip(), maxsplit=1)[0]
    return bool(_RELATED.search(head)) and not _LETTER.search(head)


def page_of(data: bytes) -> str:
    """The source of the page in a web archive. Raises UnreadableError "damaged" when there is none in it."""
    try:
        parts = [part for part in message_from_bytes(data).walk() if part.get_content_type() in _PAGES]
    except RecursionError as error:  # parts within parts without end
        raise UnreadableError("damaged", "its parts are nested too deeply") from error
    page = next((part for wanted in _PAGES for part in parts if part.get_content_type() == wanted), None)
    content = page.get_payload(decode=True) if page is not None else b""
    if not content:
        raise UnreadableError("damaged", "a saved web page without its page")
    try:
        return content.decode(page.get_content_charset() or "utf-8")
    except (LookupError, ValueError):  # a name that is none, or one that does not fit
        return decode(content)
