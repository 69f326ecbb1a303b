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
_SIGNS = {b"par": "\n", b"line": "\n", b"page": "\n\n", b"sect": "\n\n", b"tab": "\t", b"cell": "  ", b"row": "\n"}
_SIGNS |= {b"emdash": "—", b"endash": "–", b"bullet": "• ", b"emspace": " ", b"enspace": " "}
_SIGNS |= {b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”"}
MOST_DEPTH = 500


class _Group:
    """What holds inside one pair of braces: whether it is skipped or hidden, and how many bytes stand for a \\u."""

    __slots__ = ("hidden", "skipped", "spare")

    def __init__(self, outer: "_Group | None" = None) -> None:
        self.skipped = outer.skipped if outer else False
        self.hidden = outer.hidden if outer else False
        self.spare = outer.spare if outer else 1


class _Rtf:
    def __init__(self) -> None:
        self.shown: list[str] = []
        self.unseen: list[str] = []
        self._groups = [_Group()]
        self._codec = "cp1252"
        self._bytes = bytearray()
        self._spare = 0

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
        if word in _SIGNS:
            self._add(_SIGNS[word])
        elif _SKIPPED.fullmatch(word):
            group.skipped = True
        elif word in (b"v", b"deleted"):
            group.hidden = number != 0
        elif word in (b"plain", b"pard"):
            group.hidden = False
        elif word == b"uc":
            group.spare = number or 0
        elif word == b"ansicpg":
            self._use(f"cp{number}")

    def _use(self, codec: str) -> None:
        try:
            self._codec = codecs.lookup(codec).name
        except LookupError:
            self._codec = "cp1252"

    def _add_bytes(self, data: bytes) -> None:
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
            (self.unseen if group.hidden else self.shown).append(text)


def rtf_to_text(data: bytes) -> tuple[str, list[str]]:
    """(what is shown, [what is hidden]) of an RTF file; broken parts are passed over."""
    reader = _Rtf()
    reader.read(data)
    # Surrogate halves that came as two \u words are put together here.
    shown = "".join(reader.shown).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    hidden = " ".join("".join(reader.unseen).split())
    return shown, [hidden] if sum(map(str.isalnum, hidden)) >= 8 else []
