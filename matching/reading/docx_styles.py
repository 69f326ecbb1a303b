"""What a DOCX run looks like after its styles: seen or unseen, in a list or not."""

from dataclasses import dataclass, field
from operator import attrgetter

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
SMALLEST_HALF_POINTS = 4
USUAL_HALF_POINTS = 22
SMALLEST_WIDTH = 12
# Letters drawn back over each other by more than half of their size, in twentieths of a point to half a point.
HEAPED = 5
MOST_CLEAR = 90_000  # of 100,000
ROOM_OF_A_LETTER = 0.4
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
# Names of theme colours as runs use them, and as the theme does; and what Office's own theme says.
_THEME_NAMES = {"background1": "lt1", "background2": "lt2", "text1": "dk1", "text2": "dk2", "bg1": "lt1", "bg2": "lt2"}
_THEME_NAMES |= {"light1": "lt1", "light2": "lt2", "dark1": "dk1", "dark2": "dk2", "tx1": "dk1", "tx2": "dk2"}
_THEME = {"lt1": "FFFFFF", "dk1": "000000"}
_HIGHLIGHTS = {
    "black": "000000",
    "white": "FFFFFF",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "green": "00FF00",
    "magenta": "FF00FF",
    "red": "FF0000",
    "yellow": "FFFF00",
    "darkBlue": "00008B",
    "darkCyan": "008B8B",
    "darkGray": "A9A9A9",
    "darkGreen": "006400",
    "darkMagenta": "800080",
    "darkRed": "8B0000",
    "darkYellow": "808000",
    "lightGray": "D3D3D3",
}
_OFF = frozenset({"0", "false", "off", "none"})
_DEPTH = 12


@dataclass(slots=True)
class Look:
    """The properties of a run that decide whether a person sees it; None = not said here.

    `fill` is the colour right behind the letters, `width` their width in percent, `clear` that they are drawn with
    nothing, `apart` the blank after each letter in twentieths of a point.
    """

    vanish: bool | None = None
    half_points: int | None = None
    colour: str | None = None
    fill: str | None = None
    width: int | None = None
    clear: bool | None = None
    apart: int | None = None

    def over(self, base: "Look") -> "Look":
        """This look where it says something, the base elsewhere."""
        pairs = zip(_PARTS(self), _PARTS(base), strict=True)
        return Look(*(other if one is None else one for one, other in pairs))

    def is_hidden(self, *, paper: str) -> bool:
        """True for vanished, tiny (under 2 pt), squeezed, empty and paper-coloured runs.

        `paper` is "" where its colour is not known.
        """
        if self.vanish or self.clear or (self.half_points is not None and self.half_points < SMALLEST_HALF_POINTS):
            return True
        if self.width is not None and self.width < SMALLEST_WIDTH:
            return True
        if self.apart is not None and -self.apart > HEAPED * (self.half_points or USUAL_HALF_POINTS):
            return True
        behind = self.fill or paper
        return bool(self.colour and behind) and near(self.colour, behind)

    def room(self, letters: int) -> float:
        """About how many square points so many letters take."""
        size = (self.half_points or USUAL_HALF_POINTS) / 2
        return letters * size * size * ROOM_OF_A_LETTER


_PARTS = attrgetter("vanish", "half_points", "colour", "fill", "width", "clear", "apart")


def near(colour: str, page: str) -> bool:
    """Whether two RRGGBB colours less than 24 of 255 apart in every channel; False where one is none."""
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


def look_of(properties: etree._Element | None, theme: dict[str, str]) -> Look:
    """What a `w:rPr` says by itself; `theme` gives the colours of names such as "lt1"."""
    if properties is None:
        return Look()
    vanish, width = child(properties, "vanish"), value(child(properties, "w"))
    size = value(child(properties, "sz"))
    colour, clear = _colour(properties, theme)
    apart = value(child(properties, "spacing"))
    shade = value(child(properties, "shd"), "fill")
    highlight = _HIGHLIGHTS.get(value(child(properties, "highlight")))
    return Look(
        vanish=None if vanish is None else value(vanish).lower() not in _OFF,
        half_points=int(size) if size.isdecimal() else None,
        colour=colour,
        fill=highlight or (shade if len(shade) == 6 else None),
        width=int(width) if width.isdecimal() else None,
        clear=clear,
        apart=int(apart) if apart.lstrip("-").isdecimal() else None,
    )


def _colour(properties: etree._Element, theme: dict[str, str]) -> tuple[str | None, bool | None]:
    """(the colour of the letters, whether they have no fill at all) by the old way and by Word's text effects."""
    effect = properties.find(f"{_W14}textFill")
    if effect is not None:
        if effect.find(f"{_W14}noFill") is not None:
            return None, properties.find(f"{_W14}textOutline") is None
        solid = effect.find(f"{_W14}solidFill/*")
        if solid is not None:
            alpha = solid.find(f"{_W14}alpha")
            clear = alpha is not None and (alpha.get(f"{_W14}val") or "").isdecimal() and int(alpha.get(f"{_W14}val"))
            code = solid.get(f"{_W14}val") or ""
            if clear and clear > MOST_CLEAR:
                return None, True
            if len(code) == 6:
                return code, None
    element = child(properties, "color")
    colour = value(element)
    # Where a theme colour is named, the plain one beside it counts for nothing.
    if base := theme.get(_THEME_NAMES.get(name := value(element, "themeColor"), name)):
        colour = _shaded(base, tint=value(element, "themeTint"), shade=value(element, "themeShade"))
    return (colour if len(colour) == 6 else None), None


def _shaded(colour: str, *, tint: str, shade: str) -> str:
    """A colour lighter by a tint or darker by a shade, both two digits where FF changes nothing."""
    try:
        lighter, darker = int(tint or "FF", 16) / 255, int(shade or "FF", 16) / 255
        parts = [int(colour[at : at + 2], 16) for at in (0, 2, 4)]
    except ValueError:
        return colour
    return "".join(f"{min(255, round((255 - (255 - part) * lighter) * darker)):02X}" for part in parts)


def theme_of(root: etree._Element | None) -> dict[str, str]:
    """The colours of a theme by its own names, those of Office where there is none."""
    colours = dict(_THEME)
    for place in root.iterfind("{*}themeElements/{*}clrScheme/*") if root is not None else ():
        colour = next(iter(place), None)
        code = "" if colour is None else colour.get("lastClr") or colour.get("val") or ""
        if len(code) == 6:
            colours[local(place)] = code.upper()
    return colours


def is_shade(fill: str) -> bool:
    """Whether a fill puts a colour of its own behind the text."""
    return len(fill) == 6 and not near(fill, "FFFFFF")


@dataclass(slots=True)
class Styles:
    """The looks of all styles, and which numbers and styles mean a list."""

    looks: dict[str, Look] = field(default_factory=dict)
    lists: set[str] = field(default_factory=set)
    unlisted: set[str] = field(default_factory=set)
    shades: dict[str, dict[str, str]] = field(default_factory=dict)
    tables: dict[str, dict[str, Look]] = field(default_factory=dict)
    theme: dict[str, str] = field(default_factory=lambda: dict(_THEME))
    default: Look = field(default_factory=Look)
    usual: str = ""

    @classmethod
    def of(
        cls, styles: etree._Element | None, numbering: etree._Element | None, theme: etree._Element | None = None
    ) -> "Styles":
        """From the roots of styles.xml, numbering.xml and the theme, any of which may be missing."""
        made = cls(theme=theme_of(theme))
        if styles is not None:
            made._add_styles(styles)
        if numbering is not None:
            made._add_numbers(numbering)
        return made

    def paragraph(self, name: str, *, table: Look) -> Look:
        """The look of a paragraph's runs: the document's defaults, the table around it, its style or the usual one."""
        return self.looks.get(name or self.usual, Look()).over(table).over(self.default)

    def look(self, properties: etree._Element | None) -> Look:
        """What a run says by itself."""
        return look_of(properties, self.theme)

    def row(self, table: etree._Element, *, first: bool, last: bool) -> Look:
        """What the style of a table makes of the words in its first, its last or another row."""
        properties = child(table, "tblPr")
        looks = self.tables.get(value(child(properties, "tblStyle")), {})
        asked = child(properties, "tblLook")
        whole = looks.get("", Look())
        for name, here, bit in (("firstRow", first, 0x20), ("lastRow", last, 0x40)):
            if here and name in looks and _is_asked(asked, name, bit):
                return looks[name].over(whole)
        return whole

    def _add_styles(self, root: etree._Element) -> None:
        found = {value(style, "styleId"): style for style in root if local(style) == "style"}
        defaults = child(child(child(root, "docDefaults"), "rPrDefault"), "rPr")
        self.default = self.look(defaults)
        for name, style in found.items():
            chain, at = [], style
            while at is not None and len(chain) < _DEPTH:
                chain.append(at)
                at = found.get(value(child(at, "basedOn")))
            look = Look()
            for one in reversed(chain):
                look = self.look(child(one, "rPr")).over(look)
            self.looks[name] = look
            if any(child(child(one, "pPr"), "numPr") is not None for one in chain):
                self.lists.add(name)
            if value(style, "type") == "table" and (shades := _shades(chain)):
                self.shades[name] = shades
            if value(style, "type") == "table":
                self.tables[name] = self._looks_of_table(chain)
            if value(style, "type") == "paragraph" and value(style, "default") in {"1", "true", "on"}:
                self.usual = name

    def _looks_of_table(self, chain: list[etree._Element]) -> dict[str, Look]:
        """What a table style says of the words in its parts; "" is the whole table."""
        looks: dict[str, Look] = {}
        for style in reversed(chain):
            for part in [style, *(below for below in style if local(below) == "tblStylePr")]:
                name = "" if part is style else value(part, "type")
                looks[name] = self.look(child(part, "rPr")).over(looks.get(name, Look()))
        return looks

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


def _is_asked(look: etree._Element | None, name: str, bit: int) -> bool:
    """Whether a table wants what its style has for such rows: by name, or by the older number of bits."""
    if value(look, name):
        return value(look, name).lower() not in _OFF
    try:
        return bool(int(value(look) or "0", 16) & bit)
    except ValueError:
        return False


def _shades(chain: list[etree._Element]) -> dict[str, str]:
    """The colours that a table style puts behind its parts; "" is the whole table."""
    shades: dict[str, str] = {}
    for style in reversed(chain):
        for part in [style, *(below for below in style if local(below) == "tblStylePr")]:
            fill = value(child(child(part, "tcPr"), "shd"), "fill")
            if is_shade(fill):
                shades["" if part is style else value(part, "type")] = fill
    return shades
