"""What a DOCX run looks like after its styles: seen or unseen, in a list or not."""

from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
SMALLEST_HALF_POINTS = 4
_OFF = frozenset({"0", "false", "off", "none"})
_DEPTH = 12


@dataclass(slots=True)
class Look:
    """The properties of a run that decide whether a person sees it; None = not said here."""

    vanish: bool | None = None
    half_points: int | None = None
    colour: str | None = None
    backed: bool | None = None

    def over(self, base: "Look") -> "Look":
        """This look where it says something, the base elsewhere."""
        return Look(
            vanish=base.vanish if self.vanish is None else self.vanish,
            half_points=base.half_points if self.half_points is None else self.half_points,
            colour=base.colour if self.colour is None else self.colour,
            backed=base.backed if self.backed is None else self.backed,
        )

    def is_hidden(self, *, paper: str) -> bool:
        """True for vanished, tiny (under 2 pt) and paper-coloured runs. `paper` is "" where its colour is not known."""
        if self.vanish or (self.half_points is not None and self.half_points < SMALLEST_HALF_POINTS):
            return True
        return bool(self.colour and paper) and not self.backed and _near(self.colour, paper)


def _near(colour: str, page: str) -> bool:
    """Two RRGGBB colours less than 24 of 255 apart in every channel."""
    try:
        pairs = [(int(colour[at : at + 2], 16), int(page[at : at + 2], 16)) for at in (0, 2, 4)]
    except ValueError:
        return False
    return all(abs(one - other) < 24 for one, other in pairs)


def local(element: etree._Element) -> str:
    """An element's name without its namespace; "" for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value(element: etree._Element | None, name: str = "val") -> str:
    """A `w:` attribute in either of the two namespaces that Word writes; "" when missing."""
    if element is None:
        return ""
    return element.get(W + name) or element.get(_STRICT + name) or ""


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first `w:` child of that name in either namespace."""
    if element is None:
        return None
    found = element.find(W + name)
    return element.find(_STRICT + name) if found is None else found


def look_of(properties: etree._Element | None) -> Look:
    """What a `w:rPr` says by itself."""
    if properties is None:
        return Look()
    vanish = child(properties, "vanish")
    size = value(child(properties, "sz"))
    colour = value(child(properties, "color"))
    shade = value(child(properties, "shd"), "fill")
    highlight = value(child(properties, "highlight"))
    return Look(
        vanish=None if vanish is None else value(vanish).lower() not in _OFF,
        half_points=int(size) if size.isdecimal() else None,
        colour=colour if len(colour) == 6 else None,
        backed=True if is_shade(shade) or (highlight and highlight != "none") else None,
    )


def is_shade(fill: str) -> bool:
    """Whether a fill puts a colour of its own behind the text."""
    return len(fill) == 6 and not _near(fill, "FFFFFF")


@dataclass(slots=True)
class Styles:
    """The looks of all styles, and which numbers and styles mean a list."""

    looks: dict[str, Look] = field(default_factory=dict)
    lists: set[str] = field(default_factory=set)
    unlisted: set[str] = field(default_factory=set)
    shaded: set[str] = field(default_factory=set)
    default: Look = field(default_factory=Look)
    usual: str = ""

    @classmethod
    def of(cls, styles: etree._Element | None, numbering: etree._Element | None) -> "Styles":
        """From the roots of styles.xml and numbering.xml, either of which may be missing."""
        made = cls()
        if styles is not None:
            made._add_styles(styles)
        if numbering is not None:
            made._add_numbers(numbering)
        return made

    def paragraph(self, name: str) -> Look:
        """The look of a paragraph's runs: the document's defaults under its style, or under the usual one."""
        return self.looks.get(name or self.usual, Look()).over(self.default)

    def _add_styles(self, root: etree._Element) -> None:
        found = {value(style, "styleId"): style for style in root if local(style) == "style"}
        defaults = child(child(child(root, "docDefaults"), "rPrDefault"), "rPr")
        self.default = look_of(defaults)
        for name, style in found.items():
            chain, at = [], style
            while at is not None and len(chain) < _DEPTH:
                chain.append(at)
                at = found.get(value(child(at, "basedOn")))
            look = Look()
            for one in reversed(chain):
                look = look_of(child(one, "rPr")).over(look)
            self.looks[name] = look
            if any(child(child(one, "pPr"), "numPr") is not None for one in chain):
                self.lists.add(name)
            if any(is_shade(value(shade, "fill")) for one in chain for shade in one.iter(W + "shd")):
                self.shaded.add(name)
            if value(style, "type") == "paragraph" and value(style, "default") in {"1", "true", "on"}:
                self.usual = name

    def _add_numbers(self, root: etree._Element) -> None:
        """Numbers whose first level draws nothing are no lists (Word numbers headings this way)."""
        silent = set()
        for number in root.iter(W + "abstractNum"):
            level = child(number, "lvl")
            if value(child(level, "numFmt")) == "none" or child(level, "pStyle") is not None:
                silent.add(value(number, "abstractNumId"))
        for number in root.iter(W + "num"):
            if value(child(number, "abstractNumId")) in silent:
                self.unlisted.add(value(number, "numId"))
