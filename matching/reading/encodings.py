"""Bytes to text: byte order marks, UTF-8, wide encodings by their zero bytes, the rest by what its letters spell."""

import codecs
import re

from charset_normalizer import from_bytes

from matching.exceptions import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Statistics of a few lines cannot tell apart encodings that differ in a handful of letters. So each of these is asked
# how many of the text's letters beyond ASCII are usual in the languages that use it; the first of equals wins.
_SIGNS = "«»“”„‘’–—…•€©®·°§"
_USUAL = {
    "cp1252": "äöüßéèêëàâçñóòíúáãõåæøîïôûùœìªº¿¡ÄÖÜÉÈÊÀÂÇÑÓÍÚÁÃÕÅÆØÎÔŒ",
    "iso8859-15": "äöüßéèêëàâçñóòíúáãõåæøîïôûùœìªº¿¡ÄÖÜÉÈÊÀÂÇÑÓÍÚÁÃÕÅÆØÎÔŒšžŠŽ",
    "cp1250": "ąćęłńóśźżáčďéěíňřšťúůýžőűöüäßôľĺăâîţşĄĆĘŁŃÓŚŹŻÁČĎÉĚÍŇŘŠŤÚŮÝŽŐŰÖÜĂÂÎŢŞ",
    "iso8859-2": "ąćęłńóśźżáčďéěíňřšťúůýžőűöüäßôľĺăâîţşĄĆĘŁŃÓŚŹŻÁČĎÉĚÍŇŘŠŤÚŮÝŽŐŰÖÜĂÂÎŢŞ",
    "cp1254": "çğıöşüâîûÇĞİÖŞÜ",
    "cp1257": "āčēģīķļņšūžąęėįųõäöüĀČĒĢĪĶĻŅŠŪŽĄĘĖĮŲÕÄÖÜ",
}
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
MOST_CONTROLS = 0.01
FEW_STRAY = 0.95
ALL_USUAL = 0.9
SAMPLE = 64 * 1024


def decode(data: bytes) -> str:
    """The text of a file in any common encoding. Raises UnreadableError ("unsupported") when it is no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(encoding, errors="replace"))
    if b"\0" in data:
        return _checked(_decode_stray(data) or _decode_wide(data))
    if b"\x1b$" in data[:SAMPLE]:
        return _checked(data.decode("iso2022_jp", errors="replace"))
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _checked(_decode_narrow(data))


def _decode_stray(data: bytes) -> str:
    """UTF-8 in which a few zero bytes went astray, without them; "" for anything else: wide text has many."""
    bare = data.replace(b"\0", b"")
    if len(bare) <= FEW_STRAY * len(data):
        return ""
    try:
        return bare.decode("utf-8")
    except UnicodeDecodeError:
        return ""


def _decode_wide(data: bytes) -> str:
    """UTF-32, which hardly any other bytes can be, or UTF-16 by the places of the zero bytes of blanks and breaks."""
    if len(data) % 4 == 0:
        for encoding in ("utf-32-le", "utf-32-be"):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    zeros = data[:SAMPLE:2].count(0), data[1:SAMPLE:2].count(0)
    if max(zeros) <= 3 * min(zeros):
        raise UnreadableError("unsupported", "its bytes are not text")
    return data.decode("utf-16-le" if zeros[1] > zeros[0] else "utf-16-be", errors="replace")


def _decode_narrow(data: bytes) -> str:
    sample = data[:SAMPLE]
    best = from_bytes(sample).best()
    if best is None:
        raise UnreadableError("unsupported", "its bytes are not text")
    encoding = best.encoding
    if sum(character.isascii() for character in str(best) if character.isalpha()) > len(sample) / 3:
        encoding = _most_usual(sample) or encoding
    elif encoding in {"cp1251", "mac_cyrillic"} and not any(0xC0 <= byte <= 0xDF for byte in sample):
        # Hebrew has no capitals, and its bytes are the small letters of Cyrillic.
        encoding = "cp1255"
    return data.decode(encoding, errors="replace")


def _most_usual(sample: bytes) -> str:
    """Of the Latin encodings that differ in few letters, the one whose letters are all usual; "" when none fits."""
    # Windows and ISO keep their letters above 0xA0, the Macintosh and DOS below.
    if sum(byte > 0xA0 for byte in sample) <= sum(0x80 <= byte <= 0x9F for byte in sample):
        return ""
    shares = {}
    for encoding, letters in _USUAL.items():
        beyond = [character for character in sample.decode(encoding, errors="replace") if character > "\x7f"]
        usual = sum(character in letters or character in _SIGNS for character in beyond)
        shares[encoding] = usual / max(1, len(beyond))
    best = max(shares, key=shares.__getitem__)
    return best if shares[best] > ALL_USUAL else ""


def _checked(text: str) -> str:
    odd = len(_CONTROL.findall(text)) + text.count("\ufffd")
    if odd > MOST_CONTROLS * len(text):
        raise UnreadableError("unsupported", "its bytes are not text")
    return text
