"""PDFium's glyphs of one page: the characters in reading order, each with the box of its ink in points."""

import ctypes
from dataclasses import dataclass

import pypdfium2.raw as pdfium_c

Box = tuple[float, float, float, float]  # left, bottom, right, top; the origin is the page's lower left corner
BREAK = "\n"
JOIN = "\x02"
# A page of small print has 10,000; whatever goes far beyond is there to keep its reader busy.
MOST_GLYPHS = 60_000
_BLANKS = frozenset({9, 32, 0xA0, 0x2002, 0x2003, 0x2009, 0x202F, 0x3000})


@dataclass(slots=True)
class Glyphs:
    """Parallel lists: `characters[i]` was drawn in `boxes[i]`; blanks, breaks and joins have no box."""

    characters: list[str]
    boxes: list[Box | None]

    def __len__(self) -> int:
        return len(self.characters)


def glyphs_of(textpage: ctypes.c_void_p) -> Glyphs:
    """The glyphs of a text page, the first 60,000 of them.

    A line's end is BREAK; a word that goes on in the next line has JOIN in between.
    """
    count = min(pdfium_c.FPDFText_CountChars(textpage), MOST_GLYPHS)
    unicode_at, box_at = pdfium_c.FPDFText_GetUnicode, pdfium_c.FPDFText_GetCharBox
    generated, hyphen = pdfium_c.FPDFText_IsGenerated, pdfium_c.FPDFText_IsHyphen
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    places = [ctypes.byref(value) for value in (left, right, bottom, top)]
    characters: list[str] = []
    boxes: list[Box | None] = []
    for index in range(count):
        code = unicode_at(textpage, index)
        box = None
        if code in _BLANKS:
            character = " "
        elif code in (10, 13) and generated(textpage, index) == 1:
            character = BREAK
        elif code in (2, 0xFFFE) and hyphen(textpage, index) == 1:
            character = JOIN
        else:
            character = chr(code) if 32 <= code <= 0xFFFF else _character(code)
            if box_at(textpage, index, *places):
                box = (left.value, bottom.value, right.value, top.value)
        characters.append(character)
        boxes.append(box)
    return Glyphs(_whole(characters), boxes)


def _character(code: int) -> str:
    return _CODES.get(code) or (chr(code) if 32 <= code <= 0x10FFFF else "\ufffd")


# Fonts of old TeX documents do not say what their codes mean; these places are the same in all of them (T1 encoding).
_CODES = {0x1B: "ff", 0x1C: "fi", 0x1D: "fl", 0x1E: "ffi", 0x1F: "ffl", 0x15: "–", 0x16: "—", 0x10: "“", 0x11: "”"}


def _whole(characters: list[str]) -> list[str]:
    """Put together the halves of characters beyond 16 bits, which PDFium counts as two."""
    for index in range(len(characters) - 1):
        one, two = characters[index], characters[index + 1]
        if "\ud800" <= one <= "\udbff" and "\udc00" <= two[:1] <= "\udfff":
            characters[index] = (one + two).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            characters[index + 1] = ""
    return characters
