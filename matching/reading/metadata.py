"""What a file says about itself, where no person looks: never scored, but orders to a machine in it are flagged."""

import html
import re
import zipfile
from collections.abc import Iterable

from matching.exceptions import UnreadableError
from matching.instructions import orders_a_machine, speaks_to_a_machine
from matching.reading.limits import Limits
from matching.reading.zips import unpack

FLAG = "metadata_instruction"
MOST_CHARACTERS = 200_000
MOST_PARTS = 40
_TAG = re.compile(r"<[^<>]{0,2000}>")
_VALUE = re.compile(r"=\s*(?:\"([^\"<>]{8,4000})\"|'([^'<>]{8,4000})')")
# Properties, custom XML, labels, and the texts that an author keeps ready for other documents.
_PROPERTIES = re.compile(
    r"docProps/[\w./-]+\.xml|customXml/[\w./-]+\.xml|docMetadata/[\w./-]+\.xml|meta\.xml|[\w./-]+\.psmdcp"
    r"|word/glossary/document\.xml",
    re.IGNORECASE,
)
# What a document's own parts say beside their words: tips of links, names of fields, variables.
_PARTS = re.compile(r"word/(?:document|settings|header\d*|footer\d*)\.xml|content\.xml")
_TIPS = re.compile(
    r"(?:tooltip|office:title|xlink:title|office:name)\s*=\s*\"([^\"<>]{8,4000})\""
    r"|<w:(?:alias|tag|docVar|placeholder|statusText|helpText)\b[^<>]{0,400}?\bw:val\s*=\s*\"([^\"<>]{8,4000})\""
)
_META = re.compile(
    r"<title[^>]{0,200}>(.{0,2000}?)</title>|<meta[^>]{0,500}?content\s*=\s*([\"'])(.{0,4000}?)\2", re.S | re.I
)


def flags_of_properties(texts: Iterable[str], *, titles: Iterable[str] = ()) -> list[str]:
    """The flag of properties that hold orders to a machine, or none.

    `titles` are headings, values of fields and notes: honest people quote there as they do on a page.
    """
    if orders_a_machine(_joined(texts)) or speaks_to_a_machine(_joined(titles)):
        return [FLAG]
    return []


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text)[:MOST_CHARACTERS]


def package_properties(archive: zipfile.ZipFile, *, limits: Limits) -> list[str]:
    """The words of the properties, of custom XML and of tips in an Office or OpenDocument package."""
    texts = []
    names = archive.namelist()
    for name in [name for name in names if _PROPERTIES.fullmatch(name)][:MOST_PARTS]:
        texts.append(words_of(_part(archive, name, limits=limits)))
    for name in [name for name in names if _PARTS.fullmatch(name)][:MOST_PARTS]:
        found = _TIPS.findall(_part(archive, name, limits=limits))
        texts += [html.unescape("".join(one)) for one in found]
    return texts


def _part(archive: zipfile.ZipFile, name: str, *, limits: Limits) -> str:
    try:
        return unpack(archive, name, limits=limits).decode(errors="replace")
    except UnreadableError:
        return ""


def html_properties(source: str) -> list[str]:
    """The title and the meta elements of a page."""
    return [html.unescape(title or content) for title, _, content in _META.findall(source[:MOST_CHARACTERS])]


def words_of(xml: str) -> str:
    """The text of XML, and the values of its attributes."""
    xml = xml[:MOST_CHARACTERS]
    values = "\n".join(one or other for one, other in _VALUE.findall(xml))
    return html.unescape(f"{_TAG.sub(' ', xml)}\n{values}")
