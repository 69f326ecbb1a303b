"""DOCX, DOCM and DOTX: the whole visible text in order, and apart from it what no person sees.

The part that Office calls the main document is walked by its XML: python-docx's paragraphs leave out text boxes,
content controls, inserted revisions and footnotes, and its loader unpacks every picture.
"""

import posixpath
import zipfile
from collections.abc import Iterator

from lxml import etree

from matching.exceptions import UnreadableError
from matching.reading import kinds
from matching.reading.docx_body import Body, Paper
from matching.reading.docx_bound import Store
from matching.reading.docx_chunks import place_chunks, read_chunks
from matching.reading.docx_hiding import called_headers, dark_room, drop_uncalled_notes
from matching.reading.docx_styles import Styles, child, value
from matching.reading.found import Found
from matching.reading.limits import Limits
from matching.reading.zips import parse_xml, unpack

_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_BEFORE, _AFTER, _NOTES = ("header",), ("footnotes", "endnotes", "footer"), ("comments",)
_OTHERS = {"xl": "an Excel workbook", "ppt": "a PowerPoint presentation", "visio": "a Visio drawing"}
_HELPERS = ("styles", "numbering", "settings", "theme")


def read_docx(archive: zipfile.ZipFile, *, limits: Limits) -> Found:
    """Read a Word package. Raises UnreadableError "damaged", "bomb", or "unsupported" for another Office document."""
    main = _main_part(archive, limits=limits)
    root = parse_xml(unpack(archive, main, limits=limits))
    parts = _related(archive, main, limits=limits)
    styles, numbers, settings, theme = (_optional(archive, name, limits=limits) for name in _named(parts, *_HELPERS))
    shown, spare = _shown(parts, root, settings)
    before, after, comments, spares = (
        list(_roots(archive, names, limits=limits))
        for names in (
            [name for kind, name in shown if kind in _BEFORE],
            [name for wanted in _AFTER for kind, name in shown if kind == wanted],
            [name for kind, name, _ in parts if kind in _NOTES],
            spare,
        )
    )
    drop_uncalled_notes(root, after)
    looks, store = Styles.of(styles, numbers, theme), Store.of(archive, limits=limits)
    chunks = place_chunks(root, read_chunks(archive, parts, limits=limits))
    page = _page_colour(root, settings)
    bodies, rest = _walked([*before, root, *after], [*comments, *spares], looks, store, page=page)
    found = Found(media_type=kinds.DOCX, pages=1, extractor="docx")
    blocks: list[str] = []
    for body in bodies:
        # The header of the first page is often the header of the others, word for word.
        if body.text() not in blocks:
            blocks.append(body.text())
        for run in body.tricks:
            found.hide(run)
        for run in body.notes:
            found.hide(run, flagged=False)
    for text in filter(None, (body.text() for body in rest)):
        found.hide(text, flagged=False)
    for chunk in chunks:
        found.hidden += chunk.hidden
        found.flags += chunk.flags
    found.text = "\n\n".join(filter(None, blocks))
    return found


def _walked(
    shown: list[etree._Element], apart: list[etree._Element], looks: Styles, store: Store, *, page: str
) -> tuple[list[Body], list[Body]]:
    """The bodies of the parts that are shown, and of those that are not.

    Dark shapes behind the text may carry words of the page's colour: as many as there is room for.
    """
    room, any_behind = dark_room(shown, page=page)
    paper = Paper(page, room, trusting=any_behind)
    bodies = [_body(element, looks, paper, store) for element in shown]
    if any_behind and sum(body.doubtful for body in bodies) > room:
        paper = Paper(page)
        bodies = [_body(element, looks, paper, store) for element in shown]
    return bodies, [_body(element, looks, paper, store) for element in apart]


def _body(element: etree._Element, looks: Styles, paper: Paper, store: Store) -> Body:
    body = Body(looks, paper=paper, store=store)
    body.walk(element)
    return body


def _page_colour(root: etree._Element, settings: etree._Element | None) -> str:
    """White, or the page's own colour, which counts only when the settings show it."""
    colour = value(child(root, "background"), "color")
    shown = child(settings, "displayBackgroundShape") is not None
    return colour if shown and len(colour) == 6 else "FFFFFF"


def _shown(
    parts: list[tuple[str, str, str]], root: etree._Element, settings: etree._Element | None
) -> tuple[list[tuple[str, str]], list[str]]:
    """((kind, name) of the parts that some page shows, names of headers and footers that none does)."""
    called = called_headers(root, settings)
    shown, spare = [], []
    for kind, name, ident in parts:
        if kind in {"header", "footer"} and ident not in called:
            spare.append(name)
        else:
            shown.append((kind, name))
    return shown, spare


def _main_part(archive: zipfile.ZipFile, *, limits: Limits) -> str:
    for kind, target, _ in _relations(archive, "_rels/.rels", limits=limits):
        if kind == "officeDocument":
            name = posixpath.normpath(target.lstrip("/"))
            if other := _OTHERS.get(name.split("/")[0]):
                raise UnreadableError("unsupported", other)
            if name in archive.namelist():
                return name
    if "word/document.xml" not in archive.namelist():
        raise UnreadableError("damaged", "its main part is missing")
    return "word/document.xml"


def _related(archive: zipfile.ZipFile, main: str, *, limits: Limits) -> list[tuple[str, str, str]]:
    """(kind, entry name, id) of each part that the main part names, in the order of the file."""
    folder, file = posixpath.split(main)
    relations = _relations(archive, f"{folder}/_rels/{file}.rels", limits=limits)
    names = set(archive.namelist())
    found = [
        (kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"), ident)
        for kind, target, ident in relations
    ]
    return [each for each in dict.fromkeys(found) if each[1] in names]


def _relations(archive: zipfile.ZipFile, name: str, *, limits: Limits) -> list[tuple[str, str, str]]:
    root = _optional(archive, name, limits=limits)
    if root is None:
        return []
    return [
        (relation.get("Type", "").rsplit("/", 1)[-1], relation.get("Target", ""), relation.get("Id", ""))
        for relation in root.iter(_PACKAGE)
        if relation.get("TargetMode") != "External"
    ]


def _optional(archive: zipfile.ZipFile, name: str | None, *, limits: Limits) -> etree._Element | None:
    """The root of a part that the text can do without; None when it is missing or broken."""
    if name is None or name not in archive.namelist():
        return None
    try:
        return parse_xml(unpack(archive, name, limits=limits))
    except UnreadableError as error:
        if error.code == "bomb":
            raise
        return None


def _named(parts: list[tuple[str, str, str]], *wanted: str) -> Iterator[str | None]:
    for kind in wanted:
        yield next((name for found, name, _ in parts if found == kind), None)


def _roots(archive: zipfile.ZipFile, names: list[str], *, limits: Limits) -> Iterator[etree._Element]:
    for name in dict.fromkeys(names):
        if (root := _optional(archive, name, limits=limits)) is not None:
            yield root
