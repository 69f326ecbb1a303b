"""The walk through one part of a DOCX: paragraphs, tables, boxes and notes, in the order a person reads them."""

from dataclasses import dataclass

from lxml import etree

from matching.reading.docx_styles import Look, Styles, child, is_shade, local, look_of, value

# Deleted text, field codes, ruby readings, second versions of a drawing, and what elements say about themselves.
_PROPERTIES = {"pPr", "rPr", "sdtEndPr", "sdtPr", "sectPr", "tblGrid", "tblPr", "tcPr", "trPr"}
_SKIPPED = _PROPERTIES | {"annotationRef", "del", "delInstrText", "delText", "Fallback", "instrText", "moveFrom", "rt"}
_LINES = frozenset({"br", "cr"})
_SIGNS = {"noBreakHyphen": "-", "softHyphen": "", "tab": "\t", "ptab": "\t"}
_ON = frozenset({"1", "true", "on"})
MOST_DEPTH = 200
FEWEST_HIDDEN = 8


@dataclass(frozen=True, slots=True)
class Paper:
    """The colour behind the text (RRGGBB); "" where something else may lie behind it, so that nobody can tell."""

    body: str = "FFFFFF"
    boxes: str = "FFFFFF"


class Body:
    """Collects the lines of one part; `tricks` are runs that were made unseen, `notes` what was never on the page."""

    def __init__(self, styles: Styles, *, paper: Paper) -> None:
        self.tricks: list[str] = []
        self.notes: list[str] = []
        self._styles = styles
        self._papers = [paper.body]
        self._box_paper = paper.boxes
        self._lines: list[str] = []
        self._line: list[str] = []
        self._unseen: list[str] = []
        self._boxes: list[etree._Element] = []
        self._look = Look()
        self._depth = 0

    def text(self) -> str:
        """All visible lines so far; a blank line between blocks."""
        return "\n".join(self._lines).strip("\n")

    def walk(self, element: etree._Element) -> None:
        """Take in an element and everything below it."""
        self._children(element)
        self._end_line()
        self._empty_boxes()

    def _children(self, element: etree._Element) -> None:
        if self._depth > MOST_DEPTH:
            return
        self._depth += 1
        for below in element:
            if name := local(below):
                self._element(below, name)
        self._depth -= 1

    def _element(self, element: etree._Element, name: str) -> None:
        if name in _SKIPPED:
            return
        if name == "p" and "drawingml" not in element.tag:
            self._paragraph(element)
        elif name == "r":
            self._run(element)
        elif name == "tbl":
            self._table(element)
        elif name == "txbxContent":
            self._boxes.append(element)
        elif name == "docPr":
            self._alternative(element)
        elif name not in {"footnote", "endnote"} or value(element, "type") in {"", "normal"}:
            self._children(element)

    def _paragraph(self, element: etree._Element) -> None:
        properties = child(element, "pPr")
        style = value(child(properties, "pStyle"))
        listed = self._is_list(properties, style)
        outer, self._look = self._look, self._styles.paragraph(style)
        self._papers.append(self._paper_on(child(properties, "shd")))
        if listed:
            self._line.append("- ")
        self._children(element)
        self._papers.pop()
        self._look = outer
        self._end_line(spaced=not listed)
        self._empty_boxes()

    def _paper_on(self, shade: etree._Element | None) -> str:
        fill = value(shade, "fill")
        return fill if is_shade(fill) else self._papers[-1]

    def _is_list(self, properties: etree._Element | None, style: str) -> bool:
        number = value(child(child(properties, "numPr"), "numId"))
        if number:
            return number != "0" and number not in self._styles.unlisted
        return style in self._styles.lists and "heading" not in style.lower()

    def _run(self, element: etree._Element) -> None:
        properties = child(element, "rPr")
        style = value(child(properties, "rStyle"))
        base = self._styles.looks.get(style, Look()).over(self._look)
        hidden = look_of(properties).over(base).is_hidden(paper=self._papers[-1])
        into = self._unseen if hidden else self._line
        for below in element:
            name = local(below)
            if name == "t":
                into.append(below.text or "")
            elif name in _SIGNS:
                into.append(_SIGNS[name])
            elif name in _LINES:
                into.append("\n")
            elif name == "sym":
                into.append(_symbol(value(below, "char")))
            elif name:
                self._element(below, name)
        if not hidden:
            self._keep_unseen()

    def _table(self, element: etree._Element) -> None:
        """One line per row when its cells are single lines; otherwise the cells one after the other."""
        self._end_line()
        # A style that shades some of its rows leaves open which: white words in such a table may be honest.
        styled = value(child(child(element, "tblPr"), "tblStyle")) in self._styles.shaded
        self._papers.append("" if styled else self._papers[-1])
        for row in element.iter(element.tag[:-3] + "tr"):
            if _nearest(row, "tbl") is element:
                self._row(row)
        self._papers.pop()
        self._blank()

    def _row(self, row: etree._Element) -> None:
        cells = [self._cell(cell) for cell in row.iter(row.tag[:-2] + "tc") if _nearest(cell, "tr") is row]
        cells = [cell for cell in cells if cell]
        hidden = child(child(row, "trPr"), "hidden")
        if hidden is not None and (value(hidden) or "1") in _ON:
            self.tricks.extend(cells)
            return
        if all("\n" not in cell for cell in cells):
            cells = ["  ".join(cells)] if cells else []
        for cell in cells:
            self._lines.extend(cell.split("\n"))
            if len(cells) > 1:
                self._blank()

    def _cell(self, cell: etree._Element) -> str:
        outer, self._lines = self._lines, []
        self._papers.append(self._paper_on(child(child(cell, "tcPr"), "shd")))
        self._children(cell)
        self._end_line()
        self._papers.pop()
        lines, self._lines = self._lines, outer
        return "\n".join(lines).strip("\n")

    def _alternative(self, element: etree._Element) -> None:
        """The words that describe a picture are for those who do not see it; on the page they are not."""
        for key in ("descr", "title"):
            text = " ".join(element.get(key, "").split())
            if sum(map(str.isalnum, text)) >= FEWEST_HIDDEN:
                self.notes.append(text)

    def _empty_boxes(self) -> None:
        while self._boxes:
            box = self._boxes.pop(0)
            self._blank()
            self._papers.append(self._box_paper)
            self._children(box)
            self._end_line()
            self._papers.pop()
            self._blank()

    def _end_line(self, *, spaced: bool = False) -> None:
        self._keep_unseen()
        text, self._line = "".join(self._line), []
        if text.strip() and text != "- ":
            self._lines.extend(text.split("\n"))
        elif spaced:
            self._blank()

    def _keep_unseen(self) -> None:
        text, self._unseen = " ".join("".join(self._unseen).split()), []
        if sum(map(str.isalnum, text)) >= FEWEST_HIDDEN:
            self.tricks.append(text)

    def _blank(self) -> None:
        if self._lines and self._lines[-1]:
            self._lines.append("")


def _nearest(element: etree._Element, name: str) -> etree._Element | None:
    return next((above for above in element.iterancestors() if local(above) == name), None)


def _symbol(code: str) -> str:
    """A character of a symbol font: Word's private page F0xx holds bullets and arrows, which say nothing."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return chr(number) if 32 <= number < 0xD800 else " "
