"""The walk through one part of a DOCX: paragraphs, tables, boxes and notes, in the order a person reads them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from matching.reading.docx_bound import Store
from matching.reading.docx_hiding import is_for_others, is_hidden_box, is_shut_paragraph, is_shut_row, paper_of_box
from matching.reading.docx_styles import Look, Styles, child, is_shade, local, value

# Ruby readings, and what elements say about themselves.
_PROPERTIES = {"pPr", "rPr", "sdtEndPr", "sdtPr", "sectPr", "tblGrid", "tblPr", "tcPr", "trPr"}
_SKIPPED = _PROPERTIES | {"annotationRef", "delInstrText", "delText", "rt"}
_TAKEN_OUT = frozenset({"del", "moveFrom"})
# Fields whose codes every word processor writes.
_CODE = re.compile(
    r"\s*(?:ADDIN|AUTHOR|BIBLIOGRAPHY|CITATION|CREATEDATE|DATE|DOCPROPERTY|EMBED|EQ|FILENAME|FORM\w+|HYPERLINK|IF|INCLUDE\w+"
    r"|KEYWORDS|LINK|MERGEFIELD|NOTEREF|NUMPAGES|PAGE\w*|PRINTDATE|REF|SAVEDATE|SECTION\w*|SEQ|SHAPE|STYLEREF|SUBJECT|SYMBOL"
    r"|TC|TIME|TITLE|TOC|USER\w+|XE)\b",
    re.IGNORECASE,
)
_LINES = frozenset({"br", "cr"})
_SIGNS = {"noBreakHyphen": "-", "softHyphen": "", "tab": "\t", "ptab": "\t"}
MOST_DEPTH = 200
FEWEST_HIDDEN = 8


@dataclass(frozen=True, slots=True)
class Paper:
    """The page's colour (RRGGBB), and how many square points of it lie under shapes of another colour.

    While `trusting`, words of the page's colour are taken to stand on those shapes.
    """

    colour: str = "FFFFFF"
    room: float = 0.0
    trusting: bool = False

    @property
    def behind(self) -> str:
        """The colour behind ordinary text; "" where nobody can tell."""
        return "" if self.trusting else self.colour


class Body:
    """Collects the lines of one part; `tricks` are runs that were made unseen, `notes` what was never on the page.

    `doubtful` is the room that words of the page's colour take which are taken to stand on something darker.
    """

    def __init__(self, styles: Styles, *, paper: Paper, store: Store | None = None) -> None:
        self.tricks: list[str] = []
        self.notes: list[str] = []
        self._styles = styles
        self._store = store or Store()
        self._table_look = Look()
        self.doubtful = 0.0
        self._paper = paper
        self._papers = [paper.behind]
        self._fields: list[bool] = []
        self._shut = 0
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
        elif name == "AlternateContent":
            self._versions(element)
        elif name in _TAKEN_OUT:
            self._note("".join(words_of(element)))
        elif name == "sdt":
            self._control(element)
        elif name == "fldSimple":
            self._note(code_of(value(element, "instr")))
            self._children(element)
        elif name == "docPr":
            self._alternative(element)
        elif name not in {"footnote", "endnote"} or value(element, "type") in {"", "normal"}:
            self._children(element)

    def _versions(self, element: etree._Element) -> None:
        """Of the versions of a drawing the first that Word can draw."""
        choices = [below for below in element if local(below) == "Choice"]
        drawn = next((choice for choice in choices if not is_for_others(choice)), None)
        for choice in choices:
            if choice is drawn:
                self._children(choice)
            elif drawn is None:
                self._hide(choice)
        if drawn is None:
            for below in element:
                if local(below) == "Fallback":
                    self._children(below)

        else:
            self._note_other(element, drawn)

    def _note_other(self, versions: etree._Element, drawn: etree._Element) -> None:
        """Keep apart the words of the version for older readers, where they are others."""
        other = " ".join("".join(words_of(versions, "Fallback")).split())
        if other not in " ".join("".join(words_of(drawn)).split()):
            self._note(other)

    def _note(self, text: str) -> None:
        """Keep apart what is on no page, when it is long enough to say anything."""
        text = " ".join(text.split())
        if sum(map(str.isalnum, text)) >= FEWEST_HIDDEN:
            self.notes.append(text)

    def _control(self, element: etree._Element) -> None:
        """A content control; of one that is bound to the document's data a person sees what the data say."""
        shown, written = self._store.value_of(element), " ".join("".join(words_of(element)).split())
        if shown is None or shown == written:
            self._children(element)
            return
        self._hide(element)
        self._line.append(shown)

    def _hide(self, element: etree._Element) -> None:
        """Take in an element as one that nobody sees."""
        self._shut += 1
        self._children(element)
        self._shut -= 1

    def _paragraph(self, element: etree._Element) -> None:
        properties = child(element, "pPr")
        style = value(child(properties, "pStyle"))
        listed = self._is_list(properties, style)
        outer, self._look = self._look, self._styles.paragraph(style, table=self._table_look)
        self._papers.append(self._paper_on(child(properties, "shd")))
        shut = is_shut_paragraph(properties)
        if listed and not shut and not self._shut:
            self._line.append("- ")
        self._shut += shut
        self._children(element)
        self._shut -= shut
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
        look = self._styles.look(properties).over(base)
        hidden = look.is_hidden(paper=self._papers[-1])
        if not self._papers[-1] and not hidden and not look.fill and look.is_hidden(paper=self._paper.colour):
            self.doubtful += look.room(sum(len(below.text or "") for below in element if local(below) == "t"))
        self._signs(element, hidden=hidden)
        if not (hidden or self._shut or any(self._fields)):
            self._keep_unseen()

    def _signs(self, element: etree._Element, *, hidden: bool) -> None:
        """What stands in a run, or in the version of it that is drawn."""
        for below in element:
            name = local(below)
            # Between its beginning and its result a field holds its code, which is not on the page.
            into = self._unseen if hidden or self._shut or any(self._fields) else self._line
            if name == "t":
                into.append(below.text or "")
            elif name in _SIGNS:
                into.append(_SIGNS[name])
            elif name in _LINES:
                into.append("\n")
            elif name == "sym":
                into.append(_symbol(value(below, "char")))
            elif name == "fldChar":
                self._field(value(below, "fldCharType"))
            elif name == "instrText":
                self._note(code_of(below.text or ""))
            elif name == "AlternateContent" and is_of_words(below):
                self._signs(drawn := drawn_version(below), hidden=hidden)
                self._note_other(below, drawn)
            elif name:
                self._element(below, name)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _table(self, element: etree._Element) -> None:
        """One line per row when its cells are single lines; otherwise the cells one after the other."""
        self._end_line()
        shades = self._styles.shades.get(value(child(child(element, "tblPr"), "tblStyle")), {})
        rows = [row for row in element.iter(element.tag[:-3] + "tr") if _nearest(row, "tbl") is element]
        outer = self._table_look
        for number, row in enumerate(rows):
            self._table_look = self._styles.row(element, first=number == 0, last=number == len(rows) - 1)
            # A style that shades its columns or every other row leaves open which: such words may be honest.
            unlikely = {name for name, out in (("firstRow", number > 0), ("lastRow", number < len(rows) - 1)) if out}
            self._papers.append("" if set(shades) - unlikely else self._papers[-1])
            self._row(row)
            self._papers.pop()
        self._table_look = outer
        self._blank()

    def _row(self, row: etree._Element) -> None:
        cells = [self._cell(cell) for cell in row.iter(row.tag[:-2] + "tc") if _nearest(cell, "tr") is row]
        cells = [cell for cell in cells if cell]
        if is_shut_row(child(row, "trPr")):
            self.tricks.extend(cells)
            return
        if child(child(row, "trPr"), "del") is not None:
            self.notes.extend(cells)
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
            self._note(element.get(key, ""))

    def _empty_boxes(self) -> None:
        while self._boxes:
            box = self._boxes.pop(0)
            self._blank()
            self._papers.append(paper_of_box(box, around=self._paper.behind))
            hidden = is_hidden_box(box)
            self._shut += hidden
            self._children(box)
            self._end_line()
            self._shut -= hidden
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


def words_of(element: etree._Element, *inside: str) -> Iterator[str]:
    """The words below an element, seen or not; only of its children with such a name when any is given."""
    for part in [below for below in element if local(below) in inside] if inside else [element]:
        for below in part.iter():
            if local(below) in {"t", "delText"}:
                yield below.text or ""
            elif local(below) == "p":
                yield " "


def code_of(text: str) -> str:
    """The code of a field that is none of Word's usual ones; "" for those."""
    return "" if _CODE.match(text) else text


def is_of_words(versions: etree._Element) -> bool:
    """Whether the versions of something in a run are words, and no drawings."""
    return any(local(below) == "t" for version in versions for below in version)


def drawn_version(versions: etree._Element) -> etree._Element:
    """Of the versions of some words those that Word shows."""
    known = [below for below in versions if local(below) == "Choice" and not is_for_others(below)]
    return next(iter(known or [below for below in versions if local(below) == "Fallback"]), versions)
