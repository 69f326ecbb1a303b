"""The walk through one part of a DOCX: paragraphs, tables, boxes and notes, in the order a person reads them."""

from lxml import etree

from matching.reading.docx_styles import Look, Styles, child, is_shade, look_of, value

# Deleted text, field codes, ruby readings, and everything a picture or a property says about itself.
_SKIPPED = frozenset(
    [
        "del",
        "moveFrom",
        "delText",
        "instrText",
        "delInstrText",
        "rPr",
        "pPr",
        "tblPr",
        "tblGrid",
        "trPr",
        "tcPr",
        "sectPr",
        "sdtPr",
        "sdtEndPr",
        "rt",
        "Fallback",
        "fldChar",
        "bookmarkStart",
        "bookmarkEnd",
        "proofErr",
        "commentRangeStart",
        "commentRangeEnd",
        "annotationRef",
    ]
)
_LINES = frozenset({"br", "cr"})
_SIGNS = {"noBreakHyphen": "-", "softHyphen": "", "tab": "\t", "ptab": "\t"}
_BOXES = frozenset({"txbxContent"})
MOST_DEPTH = 200


class Body:
    """Collects the lines of one part; `hidden` holds what is there but unseen."""

    def __init__(self, styles: Styles) -> None:
        self.hidden: list[str] = []
        self._styles = styles
        self._lines: list[str] = []
        self._line: list[str] = []
        self._unseen: list[str] = []
        self._boxes: list[etree._Element] = []
        self._paragraph_look = Look()
        self._page = "FFFFFF"
        self._dark = 0
        self._depth = 0

    def text(self) -> str:
        """All visible lines so far; a blank line between blocks."""
        return "\n".join(self._lines).strip("\n")

    def walk(self, element: etree._Element) -> None:
        """Take in an element and everything below it."""
        background = child(element, "background")
        if len(value(background, "color")) == 6:
            self._page = value(background, "color")
        self._children(element)
        self._end_line()
        self._empty_boxes()

    def _children(self, element: etree._Element) -> None:
        if self._depth > MOST_DEPTH:
            return
        self._depth += 1
        for below in element:
            if isinstance(below.tag, str):
                self._element(below, etree.QName(below).localname)
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
        elif name in {"footnote", "endnote"} and value(element, "type") not in {"", "normal"}:
            return
        else:
            self._children(element)

    def _paragraph(self, element: etree._Element) -> None:
        properties = child(element, "pPr")
        style = value(child(properties, "pStyle"))
        outer, self._paragraph_look = self._paragraph_look, self._styles.look(style)
        dark = is_shade(value(child(properties, "shd"), "fill"))
        self._dark += dark
        if self._is_list(properties, style):
            self._line.append("- ")
        self._children(element)
        self._dark -= dark
        self._paragraph_look = outer
        self._end_line(spaced=not self._is_list(properties, style))
        self._empty_boxes()

    def _is_list(self, properties: etree._Element | None, style: str) -> bool:
        number = value(child(child(properties, "numPr"), "numId"))
        if number:
            return number != "0" and number not in self._styles.unlisted
        return style in self._styles.lists and "heading" not in style.lower()

    def _run(self, element: etree._Element) -> None:
        properties = child(element, "rPr")
        style = value(child(properties, "rStyle"))
        base = (
            self._styles.looks[style].over(self._paragraph_look)
            if style in self._styles.looks
            else self._paragraph_look
        )
        hidden = look_of(properties).over(base).is_hidden(page=self._page, on_dark=self._dark > 0)
        into = self._unseen if hidden else self._line
        for below in element:
            name = etree.QName(below).localname if isinstance(below.tag, str) else ""
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
        for row in element.iter(element.tag.replace("tbl", "tr")):
            if _nearest(row, "tbl") is element:
                self._row(row)
        self._blank()

    def _row(self, row: etree._Element) -> None:
        cells = []
        for cell in row.iter(row.tag[:-2] + "tc"):
            if _nearest(cell, "tr") is not row:
                continue
            dark = is_shade(value(child(child(cell, "tcPr"), "shd"), "fill"))
            outer, self._lines = self._lines, []
            self._dark += dark
            self._children(cell)
            self._end_line()
            self._dark -= dark
            lines, self._lines = self._lines, outer
            if text := "\n".join(lines).strip("\n"):
                cells.append(text)
        if all("\n" not in cell for cell in cells):
            cells = ["  ".join(cells)] if cells else []
        for cell in cells:
            self._lines.extend(cell.split("\n"))
            if len(cells) > 1:
                self._blank()

    def _alternative(self, element: etree._Element) -> None:
        """The words that describe a picture are for those who do not see it; here nobody sees them."""
        for key in ("descr", "title"):
            if text := " ".join(element.get(key, "").split()):
                self.hidden.append(text)

    def _empty_boxes(self) -> None:
        while self._boxes:
            box = self._boxes.pop(0)
            self._blank()
            self._children(box)
            self._end_line()
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
        if text:
            self.hidden.append(text)

    def _blank(self) -> None:
        if self._lines and self._lines[-1]:
            self._lines.append("")


def _nearest(element: etree._Element, name: str) -> etree._Element | None:
    return next((above for above in element.iterancestors() if etree.QName(above).localname == name), None)


def _symbol(code: str) -> str:
    """A character of a symbol font: Word's private page F0xx holds bullets and arrows, which say nothing."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return chr(number) if 32 <= number < 0xD800 else " "
