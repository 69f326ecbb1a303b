"""RTF as text: groups that are no text are skipped, hidden runs are kept apart."""

import codecs
import re

_TOKEN = re.compile(
    rb"\\([a-z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.DOTALL
)
# Groups that hold descriptions, not words of the document.
_SKIPPED = re.compile(
    rb"fonttbl|colortbl|stylesheet|info|pict|object|themedata|datastore|listtable|listoverridetable|rsidtbl|generator"
    rb"|xmlnstbl|latentstyles|fldinst|bkmkstart|bkmkend|annotation|atnid|atnauthor|revtbl|filetbl|shppict|nonshppict"
)
# Those of them in which somebody may have written sentences.
_TOLD = frozenset({b"info", b"annotation", b"userprops", b"docvar"})
_SIGNS = {b"par": "\n", b"line": "\n", b"page": "\n\n", b"sect": "\n\n", b"tab": "\t", b"cell": "  ", b"row": "\n"}
_SIGNS |= {b"emdash": "—", b"endash": "–", b"bullet": "• ", b"emspace": " ", b"enspace": " "}
_SIGNS |= {b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”"}
MOST_DEPTH = 500


SMALLEST = 4  # half points
NEARLY_WHITE = 0xF0
_CHARACTER_SHADES = frozenset({b"cb", b"chcbpat", b"highlight"})
_BLOCK_SHADES = frozenset({b"cbpat", b"shading"})
_CELL_SHADES = frozenset({b"clcbpat", b"clshdng"})
_PLAIN = {
    "skipped": False,
    "told": False,
    "hidden": False,
    "colours": False,
    "spare": 1,
    "colour": 0,
    "size": 24,
    "mark": 0,
    "block": 0,
}


class _Group:
    """What holds inside one pair of braces: how its words look, and how many bytes stand for a \\u."""

    __slots__ = tuple(_PLAIN)

    def __init__(self, outer: "_Group | None" = None) -> None:
        for name, value in _PLAIN.items():
            setattr(self, name, getattr(outer, name) if outer else value)

    def plain(self) -> None:
        """The marks of characters are off again; what is behind the paragraph stays."""
        self.hidden, self.colour, self.size, self.mark = False, 0, 24, False


class _Colours:
    """The table of colours, as far as it matters: which of them are white, or nearly."""

    def __init__(self) -> None:
        self._white: list[bool] = []
        self._parts: list[int] = []

    def part(self, number: int) -> None:
        self._parts.append(number)

    def end(self) -> None:
        self._white.append(len(self._parts) >= 3 and min(self._parts) >= NEARLY_WHITE)
        self._parts.clear()

    def is_white(self, number: int) -> bool:
        return 0 <= number < len(self._white) and self._white[number]

    def is_shade(self, number: int) -> bool:
        """Whether a colour behind words lets white ones be seen; 0 is no colour."""
        return number > 0 and not self.is_white(number)


class _Rtf:
    def __init__(self) -> None:
        self.shown: list[str] = []
        self.unseen: list[str] = []
        self.told: list[str] = []
        self._groups = [_Group()]
        self._codec = "cp1252"
        self._bytes = bytearray()
        self._spare = 0
        self._colours = _Colours()
        self._cell = False
        self._backed = False

    def read(self, data: bytes) -> None:
        for token in _TOKEN.finditer(data):
            word, number, code, sign, brace, plain = token.groups()
            if code:
                self._add_bytes(bytes([int(code, 16)]))
            elif plain:
                self._add_bytes(plain)
            elif brace:
                self._brace(brace)
            elif sign:
                self._sign(sign)
            elif word:
                self._word(word, int(number) if number else None)
        self._flush()

    def _brace(self, brace: bytes) -> None:
        self._flush()
        self._spare = 0
        if brace == b"{" and len(self._groups) < MOST_DEPTH:
            self._groups.append(_Group(self._groups[-1]))
        elif brace == b"}" and len(self._groups) > 1:
            self._groups.pop()

    def _sign(self, sign: bytes) -> None:
        self._flush()
        if sign == b"*":
            self._groups[-1].skipped = True
        elif sign in b"{}\\":
            self._add(sign.decode())
        elif sign == b"~":
            self._add(" ")
        elif sign == b"_":
            self._add("-")
        elif sign in b"\r\n":
            self._add("\n")

    def _word(self, word: bytes, number: int | None) -> None:
        group = self._groups[-1]
        if word == b"u" and number is not None:
            self._flush()
            self._add(chr(number % 0x10000))
            self._spare = group.spare
            return
        self._flush()
        self._look(word, number)
        if word in _SIGNS:
            self._add(_SIGNS[word])
        elif _SKIPPED.fullmatch(word):
            group.skipped, group.colours = True, word == b"colortbl"
            group.told = group.told or word in _TOLD
        elif word in _TOLD:
            group.told = group.skipped
        elif word in (b"v", b"deleted"):
            group.hidden = number != 0
        elif word == b"plain":
            group.plain()
        elif word == b"pard":
            group.hidden = group.block = False
        elif word == b"uc":
            group.spare = number or 0
        elif word == b"ansicpg":
            self._use(f"cp{number}")

    def _use(self, codec: str) -> None:
        try:
            self._codec = codecs.lookup(codec).name
        except LookupError:
            self._codec = "cp1252"

    def _look(self, word: bytes, number: int | None) -> None:
        """Colours and sizes, for the words and for what is behind them."""
        group, value = self._groups[-1], 1 if number is None else number
        if word in (b"red", b"green", b"blue") and group.colours:
            self._colours.part(value)
        elif word == b"cf":
            group.colour = number or 0
        elif word == b"fs":
            group.size = value
        elif word in _CHARACTER_SHADES:
            group.mark = self._colours.is_shade(value) or word == b"highlight"
        elif word in _BLOCK_SHADES:
            group.block = self._colours.is_shade(value) or word == b"shading"
        elif word in _CELL_SHADES:
            self._cell = self._cell or self._colours.is_shade(value) or word == b"clshdng"
        elif word in (b"trowd", b"row"):
            self._cell = False
        elif word == b"background":
            self._backed = True

    def _is_unseen(self) -> bool:
        group = self._groups[-1]
        shaded = group.mark or group.block or self._cell or self._backed
        return group.hidden or group.size < SMALLEST or (self._colours.is_white(group.colour) and not shaded)

    def _add_bytes(self, data: bytes) -> None:
        if self._groups[-1].colours:
            for _ in range(data.count(b";")):
                self._colours.end()
        dropped = min(self._spare, len(data))
        self._spare -= dropped
        self._bytes += data[dropped:]

    def _flush(self) -> None:
        if self._bytes:
            self._add(self._bytes.decode(self._codec, errors="replace"))
            self._bytes.clear()

    def _add(self, text: str) -> None:
        group = self._groups[-1]
        if not group.skipped:
            (self.unseen if self._is_unseen() else self.shown).append(text)
        elif group.told:
            self.told.append(text)


def rtf_to_text(data: bytes) -> tuple[str, list[str], str]:
    """(what is shown, [what is hidden], what properties and notes say) of an RTF file; broken parts are passed over."""
    reader = _Rtf()
    reader.read(data)
    # Surrogate halves that came as two \u words are put together here.
    shown = "".join(reader.shown).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    hidden = " ".join("".join(reader.unseen).split())
    return shown, [hidden] if sum(map(str.isalnum, hidden)) >= 8 else [], "\n".join(reader.told)
