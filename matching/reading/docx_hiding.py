"""Where Word hides what stands in a document: boxes off the page, lines without height, versions for others."""

import re
from collections.abc import Iterator

from lxml import etree

from matching.reading.docx_styles import child, near, value

# In twentieths of a point: a line of less than 3 points is cut off, and 1,000 points sideways is off any page.
LEAST_LINE = 60
FAR = 20_000
EMU = 12_700
LEAST_BOX = 3 * EMU
FAR_BOX = 1000 * EMU
# Namespaces of what today's Word draws; a version for any other reader is one that nobody sees.
_DRAWN = re.compile(r"(?:w\w*|a\d*|c\w*|p|dgm|pic|lc|am3d|aink|oel|sl|v|o)(?:\s+|$)")
_OFF = re.compile(r"visibility:\s*hidden|display:\s*none|mso-hide:\s*all")
_LENGTH = re.compile(
    r"(?:^|;)\s*(width|height|left|top|margin-left|margin-top)\s*:\s*(-?\d+(?:\.\d+)?)\s*(pt|in|cm|mm|px)?"
)
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75}
_SHAPES = ("{*}rect", "{*}roundrect", "{*}shape", "{*}oval")
_LIGHT_THEME = frozenset({"bg1", "lt1", "background1", "light1"})


def is_shut_paragraph(properties: etree._Element | None) -> bool:
    """Whether a paragraph has lines without height, or stands far off the page."""
    spacing, indent, frame = (child(properties, name) for name in ("spacing", "ind", "framePr"))
    shut = value(spacing, "lineRule") == "exact" and 0 < _number(value(spacing, "line"), 1000) < LEAST_LINE
    sides = [value(indent, name) for name in ("left", "start", "firstLine", "right", "end")]
    sides += [value(frame, name) for name in ("x", "y")]
    return shut or any(abs(_number(side, 0)) > FAR for side in sides)


def is_shut_row(properties: etree._Element | None) -> bool:
    """Whether a table row is hidden or has no height."""
    hidden, height = child(properties, "hidden"), child(properties, "trHeight")
    if hidden is not None and (value(hidden) or "1") in {"1", "true", "on"}:
        return True
    return value(height, "hRule") == "exact" and _number(value(height), 1000) < LEAST_LINE


def is_for_others(choice: etree._Element) -> bool:
    """Whether a version of a drawing asks for something that Word does not know, so that it draws another one."""
    return not all(_DRAWN.fullmatch(name) for name in (choice.get("Requires") or "").split())


def is_hidden_box(box: etree._Element) -> bool:
    """Whether a text box is switched off, has no size, or lies off the page."""
    for above in box.iterancestors():
        name = etree.QName(above).localname
        if name == "p":
            return False
        if name in {"anchor", "inline"}:
            return _is_away(above)
        style = (above.get("style") or "").lower() if name in {"shape", "rect", "roundrect", "textbox", "oval"} else ""
        if style and (_OFF.search(style) or _is_off(style)):
            return True
    return False


def _is_away(drawing: etree._Element) -> bool:
    for below in drawing:
        name = etree.QName(below).localname if isinstance(below.tag, str) else ""
        if name == "docPr" and below.get("hidden") in {"1", "true"}:
            return True
        if name == "extent" and min(_number(below.get("cx"), FAR_BOX), _number(below.get("cy"), FAR_BOX)) < LEAST_BOX:
            return True
        if name in {"positionH", "positionV"} and any(abs(_number(each.text, 0)) > FAR_BOX for each in below):
            return True
    return False


def _is_off(style: str) -> bool:
    return any(
        points < LEAST_BOX / EMU if name in {"width", "height"} else abs(points) > FAR_BOX / EMU
        for name, points in _lengths(style)
    )


def _lengths(style: str) -> Iterator[tuple[str, float]]:
    """(name, points) of the lengths in a shape's style."""
    for name, number, unit in _LENGTH.findall(style):
        yield name, float(number) * _POINTS.get(unit, 0.75)


def paper_of_box(box: etree._Element, *, around: str) -> str:
    """The colour of a text box (RRGGBB), `around` where it has none of its own, "" where nobody can tell."""
    for above in box.iterancestors():
        name = etree.QName(above).localname
        if name == "p":
            break
        if name == "wsp":
            return _fill(above, around=around)
        colour = above.get("fillcolor")
        if name in {"shape", "rect", "roundrect", "oval"} and colour and above.get("filled") not in {"f", "false"}:
            found = re.match("#?([0-9a-fA-F]{6})(?:\\s|$)", colour)
            return found.group(1) if found else around if colour.startswith(("white", "window")) else ""
    return around


def _fill(shape: etree._Element, *, around: str) -> str:
    style = shape.find("{*}style/{*}fillRef")
    for below in shape.iterfind("{*}spPr/*"):
        name = etree.QName(below).localname if isinstance(below.tag, str) else ""
        if name == "noFill":
            return around
        if name in {"gradFill", "blipFill", "pattFill"}:
            return ""
        if name == "solidFill":
            return _solid(below, around=around)
    return "" if style is not None and style.get("idx") not in {None, "0"} else around


def _solid(fill: etree._Element, *, around: str) -> str:
    colour = next(iter(fill), None)
    if colour is None:
        return around
    code = colour.get("val") or ""
    if len(code) == 6 and not len(colour):
        return code
    return around if code in _LIGHT_THEME and not len(colour) else ""


def dark_room(parts: list[etree._Element], *, page: str) -> tuple[float, bool]:
    """(points squared of shapes behind the text that are not of the page's colour, whether there are any at all)."""
    rooms = [_anchor_room(anchor, page=page) for part in parts for anchor in part.iter("{*}anchor")]
    rooms += [_shape_room(shape) for part in parts for shape in part.iter(*_SHAPES)]
    found = [room for room in rooms if room is not None]
    return sum(found), bool(found)


def _anchor_room(anchor: etree._Element, *, page: str) -> float | None:
    if anchor.get("behindDoc") not in {"1", "true"} or _is_away(anchor):
        return None
    fills = [_solid(fill, around=page) for fill in anchor.iter("{*}solidFill")]
    drawn = next(anchor.iter("{*}blip", "{*}gradFill", "{*}fillRef"), None) is not None
    if not drawn and all(fill and near(fill, page) for fill in fills):
        return None
    extent = anchor.find("{*}extent")
    return 0.0 if extent is None else _number(extent.get("cx"), 0) / EMU * _number(extent.get("cy"), 0) / EMU


def _shape_room(shape: etree._Element) -> float | None:
    style = (shape.get("style") or "").lower()
    if "z-index:-" not in style.replace(" ", "") or _is_off(style):
        return None
    sides = dict(_lengths(style))
    return sides.get("width", 0.0) * sides.get("height", 0.0)


def called_headers(root: etree._Element, settings: etree._Element | None) -> set[str]:
    """The ids of the headers and footers that some page shows."""
    even = child(settings, "evenAndOddHeaders") is not None
    called = set()
    for section in root.iter("{*}sectPr"):
        first = child(section, "titlePg") is not None
        for reference in section.iter("{*}headerReference", "{*}footerReference"):
            if {"first": first, "even": even}.get(value(reference, "type"), True):
                called |= {text for name, text in reference.attrib.items() if name.endswith("}id")}
    return called


def drop_uncalled_notes(root: etree._Element, parts: list[etree._Element]) -> None:
    """Take out of footnotes and endnotes those that no place of the text calls."""
    for kind in ("footnote", "endnote"):
        called = {value(each, "id") for each in root.iter(f"{{*}}{kind}Reference")}
        for part in parts:
            for note in [each for each in part if isinstance(each.tag, str) and etree.QName(each).localname == kind]:
                if value(note, "id") not in called:
                    part.remove(note)


def _number(text: str | None, otherwise: int) -> int:
    try:
        return int(text or "")
    except ValueError:
        return otherwise
