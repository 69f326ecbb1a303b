"""ODT: the text of a LibreOffice document, block by block, and apart from it what no person sees."""

import zipfile
from dataclasses import replace

from lxml import etree

from matching.exceptions import UnreadableError
from matching.reading import kinds
from matching.reading.found import Found
from matching.reading.limits import Limits
from matching.reading.odt_styles import Look, Styles, attributes
from matching.reading.zips import parse_xml, unpack

_BLOCKS = frozenset({"p", "h"})
_SKIPPED = frozenset({"tracked-changes", "annotation", "annotation-end", "sequence-decls", "forms", "desc", "title"})
# Table rows and columns that are folded away.
_CLOSED = frozenset({"collapse", "filter"})
_SIGNS = {"s": " ", "tab": "\t", "line-break": "\n"}
_FAMILIES = {"p": "paragraph", "h": "paragraph", "span": "text", "a": "text", "section": "section"}
_FAMILIES |= {"table": "table", "table-row": "table-row", "table-cell": "table-cell"}
# What is drawn may be of any colour, and so may what lies behind it.
_DRAWN = frozenset({"frame", "text-box", "custom-shape", "rect", "ellipse", "g"})
_TEXTS = frozenset({kinds.ODT.encode(), kinds.ODT.encode() + b"-template"})
MOST_DEPTH = 300
FEWEST_LETTERS = 8
FLAGGED_LETTERS = 25


class _Body:
    def __init__(self, styles: Styles) -> None:
        self.lines: list[str] = []
        self.unseen: list[str] = [""]
        self._line: list[str] = []
        self._depth = 0
        self._styles = styles
        self._look = styles.page

    def walk(self, element: etree._Element) -> None:
        if self._depth > MOST_DEPTH:
            return
        self._depth += 1
        for below in element:
            look = self._look
            self._element(below)
            self._look = look
            self._add(below.tail or "")
        self._depth -= 1

    def _element(self, element: etree._Element) -> None:
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if not name or name in _SKIPPED:
            return
        self._look = self._looks(name, element)
        if name in _BLOCKS:
            self._end_line()
            if name == "h":
                self._line.append("\n")
            if _is_in_list(element):
                self._line.append("- ")
        self._line.append(_SIGNS.get(name, ""))
        self._add(element.text or "")
        self.walk(element)
        if name in _BLOCKS:
            self._end_line()

    def _looks(self, name: str, element: etree._Element) -> Look:
        if name in _DRAWN:
            return replace(self._look, paper="drawn")
        known = attributes(element)
        look = self._styles.over(self._look, family=_FAMILIES.get(name, ""), name=known.get("style-name", ""))
        marks = element.iterfind("{*}hidden-paragraph") if name in _BLOCKS else ()
        hidden = (
            known.get("display") == "none"
            or known.get("visibility") in _CLOSED
            or any(attributes(one).get("is-hidden") == "true" for one in marks)
        )
        return replace(look, off=look.off or hidden)

    def _add(self, text: str) -> None:
        if self._look.unseen:
            self.unseen[-1] += text
        elif text:
            self._line.append(text)
            if text.strip() and self.unseen[-1]:
                self.unseen.append("")

    def _end_line(self) -> None:
        text, self._line = "".join(self._line), []
        if text.strip(" -\n"):
            self.lines.append(text)
        if self.unseen[-1]:
            self.unseen[-1] += " "


def read_odt(archive: zipfile.ZipFile, *, limits: Limits) -> Found:
    """Read an OpenDocument text. Raises UnreadableError "damaged", "bomb", "unsupported" or "password"."""
    names = archive.namelist()
    if "mimetype" in names and unpack(archive, "mimetype", limits=limits).strip() not in _TEXTS:
        raise UnreadableError("unsupported", "an OpenDocument file that is not a text")
    if b"encryption-data" in unpack(archive, "META-INF/manifest.xml", limits=limits):
        raise UnreadableError("password", "an encrypted OpenDocument text")
    root = parse_xml(unpack(archive, "content.xml", limits=limits))
    parts = [parse_xml(unpack(archive, "styles.xml", limits=limits))] if "styles.xml" in names else []
    body = _Body(Styles(*parts, root))
    body.walk(root)
    runs = [" ".join(run.split()) for run in body.unseen]
    letters = [sum(map(str.isalnum, run)) for run in runs]
    deleted = [" ".join(" ".join(each.itertext()).split()) for each in root.iter("{*}deletion")]
    # What was deleted is on no page, and no trick.
    apart = [run for run in deleted if sum(map(str.isalnum, run)) >= FEWEST_LETTERS]
    return Found(
        media_type=kinds.ODT,
        text="\n".join(body.lines),
        pages=1,
        extractor="odt",
        hidden=[(1, run) for run, count in zip(runs, letters, strict=True) if count >= FEWEST_LETTERS]
        + [(1, run) for run in apart],
        flags=["hidden_text"] * (max(letters) >= FLAGGED_LETTERS),
    )


def _is_in_list(element: etree._Element) -> bool:
    above = element.getparent()
    return above is not None and above.tag.endswith("}list-item") and above.index(element) == 0
