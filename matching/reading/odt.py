"""ODT: the text of a LibreOffice document, block by block."""

import zipfile

from lxml import etree

from matching.exceptions import UnreadableError
from matching.reading import kinds
from matching.reading.found import Found
from matching.reading.limits import Limits
from matching.reading.zips import parse_xml, unpack

_BLOCKS = frozenset({"p", "h"})
_SKIPPED = frozenset({"tracked-changes", "annotation", "annotation-end", "sequence-decls", "forms", "desc", "title"})
_TEXTS = frozenset({kinds.ODT.encode(), kinds.ODT.encode() + b"-template"})
MOST_DEPTH = 300


class _Body:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self._line: list[str] = []
        self._depth = 0

    def walk(self, element: etree._Element) -> None:
        if self._depth > MOST_DEPTH:
            return
        self._depth += 1
        for below in element:
            self._element(below)
            self._line.append(below.tail or "")
        self._depth -= 1

    def _element(self, element: etree._Element) -> None:
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if not name or name in _SKIPPED:
            return
        if name in _BLOCKS:
            self._end_line()
            if name == "h":
                self._line.append("\n")
            if _is_in_list(element):
                self._line.append("- ")
        elif name == "s":
            self._line.append(" ")
        elif name == "tab":
            self._line.append("\t")
        elif name == "line-break":
            self._line.append("\n")
        self._line.append(element.text or "")
        self.walk(element)
        if name in _BLOCKS:
            self._end_line()

    def _end_line(self) -> None:
        text, self._line = "".join(self._line), []
        if text.strip():
            self.lines.append(text)


def read_odt(archive: zipfile.ZipFile, *, limits: Limits) -> Found:
    """Read an OpenDocument text. Raises UnreadableError "damaged", "bomb", "unsupported" or "password"."""
    if "mimetype" in archive.namelist() and unpack(archive, "mimetype", limits=limits).strip() not in _TEXTS:
        raise UnreadableError("unsupported", "an OpenDocument file that is not a text")
    if b"encryption-data" in unpack(archive, "META-INF/manifest.xml", limits=limits):
        raise UnreadableError("password", "an encrypted OpenDocument text")
    root = parse_xml(unpack(archive, "content.xml", limits=limits))
    body = _Body()
    body.walk(root)
    return Found(media_type=kinds.ODT, text="\n".join(body.lines), pages=1, extractor="odt")


def _is_in_list(element: etree._Element) -> bool:
    above = element.getparent()
    return above is not None and above.tag.endswith("}list-item") and above.index(element) == 0
