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
from matching.reading.docx_styles import Styles, child, local, value
from matching.reading.found import Found
from matching.reading.limits import Limits
from matching.reading.zips import parse_xml, unpack

_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_BEFORE, _AFTER, _NOTES = ("header",), ("footnotes", "endnotes", "footer"), ("comments",)
_HELPERS = ("styles", "numbering", "settings")
_DRAWN = tuple(
    f"{{*}}{name}" for name in ("anchor", "solidFill", "gradFill", "blipFill", "rect", "roundrect", "shape", "oval")
)
FLAGGED_LETTERS = 25


def read_docx(archive: zipfile.ZipFile, *, limits: Limits) -> Found:
    """Read a Word package. Raises UnreadableError "damaged", "bomb", or "unsupported" for another Office document."""
    main = _main_part(archive, limits=limits)
    root = parse_xml(unpack(archive, main, limits=limits))
    parts = _related(archive, main, limits=limits)
    before, after, comments = (
        list(_roots(archive, parts, kinds_, limits=limits)) for kinds_ in (_BEFORE, _AFTER, _NOTES)
    )
    styles, numbers, settings = (_optional(archive, name, limits=limits) for name in _named(parts, *_HELPERS))
    looks, paper = Styles.of(styles, numbers), _paper(root, [*before, root, *after], settings)
    found = Found(media_type=kinds.DOCX, pages=1, extractor="docx")
    blocks: list[str] = []
    for element in [*before, root, *after]:
        body = Body(looks, paper=paper)
        body.walk(element)
        # The header of the first page is often the header of the others, word for word.
        if body.text() not in blocks:
            blocks.append(body.text())
        found.hidden.extend((1, run) for run in (*body.tricks, *body.notes))
        if any(sum(map(str.isalnum, run)) >= FLAGGED_LETTERS for run in body.tricks):
            found.flags.append("hidden_text")
    for element in comments:
        body = Body(looks, paper=paper)
        body.walk(element)
        found.hidden.append((1, body.text()))
    found.hidden = [(page, run) for page, run in found.hidden if run]
    found.text = "\n\n".join(filter(None, blocks))
    return found


def _paper(root: etree._Element, parts: list[etree._Element], settings: etree._Element | None) -> Paper:
    """What lies behind the text. A page colour counts only when it is shown; a shape behind the text may be dark."""
    colour = value(child(root, "background"), "color")
    shown = child(settings, "displayBackgroundShape") is not None
    page = colour if shown and len(colour) == 6 else "FFFFFF"
    filled = behind = False
    for part in parts:
        for element in part.iter(*_DRAWN):
            name = local(element)
            if name == "anchor":
                behind = behind or element.get("behindDoc") in {"1", "true"}
            elif name in {"solidFill", "gradFill", "blipFill"}:
                filled = filled or local(element.getparent()) in {"spPr", "grpSpPr", "bgPr", "pic"}
            else:
                filled = filled or (bool(element.get("fillcolor")) and element.get("filled") not in {"f", "false"})
                behind = behind or "z-index:-" in (element.get("style") or "").replace(" ", "")
    return Paper(body="" if behind else page, boxes="" if filled or behind else page)


def _main_part(archive: zipfile.ZipFile, *, limits: Limits) -> str:
    for kind, target in _relations(archive, "_rels/.rels", limits=limits):
        if kind == "officeDocument":
            name = posixpath.normpath(target.lstrip("/"))
            if not name.startswith("word/") and name.split("/")[0] in {"xl", "ppt", "visio"}:
                raise UnreadableError("unsupported", "an Office file that is not a text document")
            if name in archive.namelist():
                return name
    if "word/document.xml" not in archive.namelist():
        raise UnreadableError("damaged", "its main part is missing")
    return "word/document.xml"


def _related(archive: zipfile.ZipFile, main: str, *, limits: Limits) -> list[tuple[str, str]]:
    """(kind, entry name) of each part that the main part names, in the order of the file."""
    folder, file = posixpath.split(main)
    relations = _relations(archive, f"{folder}/_rels/{file}.rels", limits=limits)
    names = set(archive.namelist())
    found = [(kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")) for kind, target in relations]
    return [(kind, name) for kind, name in dict.fromkeys(found) if name in names]


def _relations(archive: zipfile.ZipFile, name: str, *, limits: Limits) -> list[tuple[str, str]]:
    root = _optional(archive, name, limits=limits)
    if root is None:
        return []
    return [
        (relation.get("Type", "").rsplit("/", 1)[-1], relation.get("Target", ""))
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


def _named(parts: list[tuple[str, str]], *wanted: str) -> Iterator[str | None]:
    for kind in wanted:
        yield next((name for found, name in parts if found == kind), None)


def _roots(archive: zipfile.ZipFile, parts: list[tuple[str, str]], wanted: tuple[str, ...], *, limits: Limits):
    for kind in wanted:
        for found, name in parts:
            if found == kind and (root := _optional(archive, name, limits=limits)) is not None:
                yield root
