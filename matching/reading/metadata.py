"""What a file says about itself, where no person looks: never scored, but orders to a machine in it are flagged."""

import html
import re
import zipfile
from collections.abc import Iterable

import pypdfium2

from matching.exceptions import UnreadableError
from matching.instructions import orders_a_machine
from matching.reading.limits import Limits
from matching.reading.zips import unpack

FLAG = "metadata_instruction"
MOST_CHARACTERS = 200_000
MOST_PARTS = 40
_KEYS = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_XMP = re.compile(rb"<x:xmpmeta.{0,200000}?</x:xmpmeta>", re.DOTALL)
_PROPERTIES = re.compile(r"docProps/[\w.-]+\.xml|customXml/item\d+\.xml|meta\.xml")
_META = re.compile(
    r"<title[^>]{0,200}>(.{0,2000}?)</title>|<meta[^>]{0,500}?content\s*=\s*([\"'])(.{0,4000}?)\2", re.S | re.I
)


def flags_of_properties(texts: Iterable[str]) -> list[str]:
    """The flag of properties that hold orders to a machine, or none."""
    joined = "\n".join(text for text in texts if text)[:MOST_CHARACTERS]
    return [FLAG] if orders_a_machine(joined) else []


def pdf_properties(document: pypdfium2.PdfDocument, data: bytes) -> list[str]:
    """The title, subject, keywords and the like of a PDF, and its XMP where that is not packed."""
    texts = [document.get_metadata_value(key) for key in _KEYS]
    return texts + [_words(found.group().decode(errors="replace")) for found in _XMP.finditer(data)]


def package_properties(archive: zipfile.ZipFile, *, limits: Limits) -> list[str]:
    """The words of the properties and of custom XML in an Office or OpenDocument package."""
    texts = []
    for name in [name for name in archive.namelist() if _PROPERTIES.fullmatch(name)][:MOST_PARTS]:
        try:
            texts.append(_words(unpack(archive, name, limits=limits).decode(errors="replace")))
        except UnreadableError:
            continue
    return texts


def html_properties(source: str) -> list[str]:
    """The title and the meta elements of a page."""
    return [html.unescape(title or content) for title, _, content in _META.findall(source[:MOST_CHARACTERS])]


def _words(xml: str) -> str:
    return html.unescape(_TAG.sub(" ", xml[:MOST_CHARACTERS]))
