"""Documents within a DOCX (altChunk): Word takes them into its pages, and some makers put a whole CV into one."""

import re
import zipfile
from collections.abc import Iterable, Mapping

from lxml import etree

from matching.exceptions import UnreadableError
from matching.reading import kinds
from matching.reading.docx_styles import W, local
from matching.reading.found import Found
from matching.reading.limits import Limits
from matching.reading.plain import TEXTS, read_plain
from matching.reading.zips import unpack

RELATION = "aFChunk"
MOST_PARTS = 40
_PAGES = (".html", ".htm", ".xhtml")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def read_chunks(archive: zipfile.ZipFile, parts: Iterable[tuple[str, str, str]], *, limits: Limits) -> dict[str, Found]:
    """What each of them says, by the id of its relation; those that are no text, or broken, are left out.

    `parts` are (kind, entry name, id) of the related parts. Raises UnreadableError "bomb".
    """
    named = [(ident, name) for kind, name, ident in parts if kind == RELATION]
    found = {}
    for ident, name in named[:MOST_PARTS]:
        try:
            data = unpack(archive, name, limits=limits)
            kind = kinds.kind_of(data)
            if kind == kinds.PLAIN and name.lower().endswith(_PAGES):
                kind = kinds.HTML  # a piece of a page needs no head
            if kind in TEXTS:
                found[ident] = read_plain(data, kind=kind, name="")
        except UnreadableError as error:
            if error.code == "bomb":
                raise
    return found


def place_chunks(root: etree._Element, chunks: Mapping[str, Found]) -> list[Found]:
    """Put the words of each where the part under `root` calls it, so that they are seen or not as what stands there;
    those that were called."""
    placed = []
    calls = [below for below in root.iterdescendants() if local(below) == "altChunk"]
    for call in calls[:MOST_PARTS]:
        ident = next((value for key, value in call.attrib.items() if etree.QName(key).localname == "id"), "")
        if chunk := chunks.get(ident):
            call.getparent().replace(call, _paragraph(chunk.text))
            placed.append(chunk)
    return placed


def _paragraph(text: str) -> etree._Element:
    paragraph = etree.Element(f"{W}p")
    run = etree.SubElement(paragraph, f"{W}r")
    for line in _NOT_XML.sub("", text).strip().split("\n"):
        etree.SubElement(run, f"{W}t").text = line
        etree.SubElement(run, f"{W}br")
    return paragraph
