"""Text that a PDF gives in place of its glyphs (/ActualText): kept where it says the same, undone where it does not.

Honest programs use it for ligatures, hyphens, and scripts whose letters join. A reader that believes it can be told
anything: the page shows one sentence, and the extractor gets another.
"""

import ctypes
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

import pypdfium2
import pypdfium2.raw as pdfium_c

from matching.reading.drawn import TEXT, Item, address, bounds, objects_of
from matching.reading.glyphs import Box
from matching.reading.lookalikes import LATIN_TWINS
from matching.reading.pixels import shares
from matching.reading.rightward import is_rightward

_KEY = b"ActualText"
_STARTS = {b"\xfe\xff": "utf-16-be", b"\xff\xfe": "utf-16-le", b"\xef\xbb\xbf": "utf-8"}
SAME = 0.6
FEWEST_LETTERS = 3
# Icons may be named by a link; a whole sentence for one glyph is no name.
NAME_LETTERS = 60
FLAGGED_LETTERS = 25
LIGATURE = 4
MOST_CHARACTERS = 20_000
LAST_ALPHABET = "\u0530"


@dataclass(slots=True)
class _Element:
    """One marked stretch of a page: what it claims to say, the objects that draw it, and what these say."""

    value: bytes
    claim: str
    marks: list[tuple[Item, ctypes.c_void_p]] = field(default_factory=list)
    own: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """Text that is not on the page, where it claims to be (in shares of the page), and whether that is a trick."""

    text: str
    boxes: tuple[Box, ...]
    flagged: bool


def undo_replacements(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> list[Claim]:
    """Take away each replacement that says other than its glyphs; text that is loaded afterwards is what is drawn."""
    elements = list(_elements(page))
    if sum(_letters(element.claim) for element in elements) < FEWEST_LETTERS:
        return []
    for element in elements:
        for item, mark in element.marks:
            pdfium_c.FPDFPageObjMark_RemoveParam(item, mark, _KEY)
    textpage = page.get_textpage()
    for element in elements:
        element.own = "".join(_drawn_text(item, textpage) for item, _ in element.marks)
    textpage.close()
    spelled = {id(element) for element in _spelled(elements)}
    false = [element for element in elements if id(element) in spelled or _lies(element)]
    untrue = set(map(id, false))
    for element in elements:
        # Where both say the same, what is drawn is nearer to the page: each letter has a place of its own.
        if id(element) not in untrue and _plain(element.claim) != _plain(element.own):
            for item, mark in element.marks:
                _restore(document, item, mark, element.value)
    among_letters = sum(_letters(element.claim) for element in false if _letters(element.own))
    return [
        Claim(
            " ".join(element.claim.split()),
            tuple(filter(None, [shares(page, _around([bounds(item) for item, _ in element.marks]))])),
            flagged=id(element) in spelled or _is_trick(element, among_letters=among_letters),
        )
        for element in false
    ]


def _is_trick(element: _Element, *, among_letters: int) -> bool:
    least = FLAGGED_LETTERS if len(element.own) > 3 else NAME_LETTERS
    return _letters(element.claim) >= least or (_letters(element.own) > 0 and among_letters >= NAME_LETTERS)


def _elements(page: pypdfium2.PdfPage) -> Iterator[_Element]:
    found: dict[int, _Element] = {}
    for kind, item in objects_of(page):
        if kind != TEXT:
            continue
        for at in range(pdfium_c.FPDFPageObj_CountMarks(item)):
            mark = pdfium_c.FPDFPageObj_GetMark(item, at)
            if pdfium_c.FPDFPageObjMark_GetParamValueType(mark, _KEY) == pdfium_c.FPDF_OBJECT_STRING:
                if address(mark) not in found:
                    value = _value(mark)
                    found[address(mark)] = _Element(value, _as_text(value))
                found[address(mark)].marks.append((item, mark))
    yield from found.values()


def _value(mark: ctypes.c_void_p) -> bytes:
    """The bytes as they stand in the file: PDFium's own way to give them as text loses letters beyond ASCII."""
    size = ctypes.c_ulong()
    pdfium_c.FPDFPageObjMark_GetParamBlobValue(mark, _KEY, None, 0, ctypes.byref(size))
    if not 0 < size.value <= 2 * MOST_CHARACTERS:
        return b""
    buffer = (ctypes.c_ubyte * size.value)()
    pdfium_c.FPDFPageObjMark_GetParamBlobValue(mark, _KEY, buffer, size.value, ctypes.byref(size))
    return bytes(buffer)


def _as_text(value: bytes) -> str:
    """A text string of PDF: its first bytes say how it is written."""
    for start, encoding in _STARTS.items():
        if value.startswith(start):
            return value[len(start) :].decode(encoding, errors="replace")
    return value.decode("latin-1")


def _drawn_text(item: Item, textpage: pypdfium2.PdfTextPage) -> str:
    size = pdfium_c.FPDFTextObj_GetText(item, textpage, None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium_c.FPDFTextObj_GetText(item, textpage, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw[: size - 2].decode("utf-16-le", errors="replace")


def _restore(document: pypdfium2.PdfDocument, item: Item, mark: ctypes.c_void_p, value: bytes) -> None:
    data = (ctypes.c_ubyte * len(value)).from_buffer_copy(value)
    pdfium_c.FPDFPageObjMark_SetBlobParam(document, item, mark, _KEY, data, len(value))


def _lies(element: _Element) -> bool:
    """Whether a claim says other than what is drawn: glyphs without letters of their own may be named, but shortly."""
    claim, own = _plain(element.claim), _plain(element.own)
    if len(claim) < FEWEST_LETTERS:
        return False
    if not own or any(map(_is_private, element.own)):
        # No letters are known of these glyphs. A claim of a few letters for each is how joined scripts are written.
        return len(claim) > 4 * max(1, len(element.own.strip()))
    if len(claim) <= LIGATURE and (own in claim or claim in own):
        return False
    # Joined scripts are drawn from either side; the letters on the page are the same.
    ways = (own, own[::-1]) if any(map(is_rightward, claim)) else (own,)
    return all(SequenceMatcher(None, claim, way, autojunk=False).ratio() < SAME for way in ways)


def _spelled(elements: list[_Element]) -> list[_Element]:
    """Letters that are each called another letter: one may be a slip of the font, a sentence of them is none.

    Only of alphabets in which each letter is drawn by itself; joined scripts are drawn by parts of letters.
    """
    others = [element for element in elements if _is_other_letter(element.claim, element.own)]
    return others if sum(_letters(element.claim) for element in others) >= FLAGGED_LETTERS else []


def _is_other_letter(claim: str, own: str) -> bool:
    claim, own = (_plain(text).translate(LATIN_TWINS) for text in (claim, own))
    if not (0 < len(claim) < FEWEST_LETTERS and own and max(claim) < LAST_ALPHABET) or any(map(_is_private, own)):
        return False
    return claim not in own and own not in claim


def _is_private(character: str) -> bool:
    return unicodedata.category(character) in {"Co", "Cn"} or character == "\ufffd"


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))[:2000]


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _around(boxes: list[Box]) -> Box:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)
