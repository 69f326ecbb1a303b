"""What the styles of an OpenDocument text make of its words: the colours and sizes that nobody can see."""

import re
from dataclasses import dataclass, replace

from lxml import etree

SMALLEST = 2.0
NEARLY_WHITE = 0xF0
MOST_PARENTS = 20
_COLOUR = re.compile(r"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})")
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)(pt|cm|mm|in|px|%)")
_POINTS = {"pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, "px": 0.75}


@dataclass(frozen=True, slots=True)
class Look:
    """How words look: their colour, their size in points, what is behind them ("" is the page), and if they are off."""

    colour: str = ""
    size: float = 12.0
    paper: str = ""
    off: bool = False

    @property
    def unseen(self) -> bool:
        """Whether no person sees such words."""
        return self.off or self.size < SMALLEST or (_is_white(self.colour) and self.paper in {"", "transparent"})


class Styles:
    """The named styles of a document, from the roots of its parts."""

    def __init__(self, *roots: etree._Element) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self.page = Look()
        for root in roots:
            for style in root.iter("{*}style", "{*}default-style"):
                known = attributes(style)
                self._styles[known.get("family", ""), known.get("name", "")] = style
            for page in root.iter("{*}page-layout-properties"):
                self.page = replace(self.page, paper=_paper(attributes(page), self.page.paper))
        self.page = self._over(self.page, self._styles.get(("paragraph", "")))

    def over(self, look: Look, *, family: str, name: str) -> Look:
        """The look of something with this style, inside something with that look."""
        chain = []
        while name and len(chain) < MOST_PARENTS and (style := self._styles.get((family, name))) is not None:
            chain.append(style)
            name = attributes(style).get("parent-style-name", "")
        for style in reversed(chain):
            look = self._over(look, style)
        return look

    @staticmethod
    def _over(look: Look, style: etree._Element | None) -> Look:
        for properties in style if style is not None else ():
            known = attributes(properties)
            look = replace(
                look,
                colour=known.get("color", look.colour),
                size=_size(known.get("font-size", ""), look.size),
                paper=_paper(known, look.paper),
                off=known.get("display") == "none" or look.off,
            )
        return look


def attributes(element: etree._Element) -> dict[str, str]:
    """An element's attributes by their local names."""
    return {name.rpartition("}")[2]: value for name, value in element.attrib.items()}


def _paper(known: dict[str, str], otherwise: str) -> str:
    colour = known.get("background-color", "")
    if not colour or colour == "transparent":
        return otherwise
    return "" if _is_white(colour) else colour


def _size(text: str, otherwise: float) -> float:
    found = _LENGTH.fullmatch(text.strip())
    if not found:
        return otherwise
    number, unit = float(found[1]), found[2]
    return otherwise * number / 100 if unit == "%" else number * _POINTS[unit]


def _is_white(colour: str) -> bool:
    found = _COLOUR.fullmatch(colour.strip())
    return bool(found) and all(int(part, 16) >= NEARLY_WHITE for part in found.groups())
