"""What a picture file says beside its picture: EXIF, XMP, IPTC, comments, and the text chunks of PNG."""

import contextlib
from collections.abc import Iterator

from PIL import ExifTags, Image, IptcImagePlugin

from matching.reading.metadata import words_of

MOST_BYTES = 200_000
MOST_FRAMES = 20
_BROKEN = (OSError, ValueError, SyntaxError, ArithmeticError, LookupError, TypeError, AttributeError)
_INNER = (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo, ExifTags.IFD.Interop)
# Windows writes these tags in UTF-16.
_WIDE = range(0x9C9B, 0x9CA0)
_XMP_TAG = 700
_CODES = {b"ASCII\0\0\0": "ascii", b"UNICODE\0": "utf-16", b"JIS\0\0\0\0\0": "iso2022_jp", b"\0" * 8: "utf-8"}
# Chunks that are no words: colours, and what is read by name.
_NO_WORDS = frozenset({"icc_profile", "exif", "photoshop", "transparency", "metadata"})


def picture_texts(picture: Image.Image) -> list[str]:
    """The words in an opened picture's properties, of all its frames; what is broken is left out."""
    texts = list(_chunks(picture))
    for number in range(min(getattr(picture, "n_frames", 1), MOST_FRAMES)):
        with contextlib.suppress(*_BROKEN):
            if number:
                picture.seek(number)
            texts += _exif(picture.getexif())
    with contextlib.suppress(*_BROKEN):
        picture.seek(0)
    with contextlib.suppress(*_BROKEN):
        texts += [_text(value) for value in _flat((IptcImagePlugin.getiptcinfo(picture) or {}).values())]
    return texts


def _chunks(picture: Image.Image) -> Iterator[str]:
    with contextlib.suppress(*_BROKEN):
        if picture.format == "PNG":
            picture.load()  # chunks may stand behind the picture
    for name, value in picture.info.items():
        if name not in _NO_WORDS:
            yield from (words_of(_text(each)) for each in _flat([value]))
    for one in picture.info.get("metadata") or () if isinstance(picture.info.get("metadata"), list) else ():
        if isinstance(one, dict):
            yield words_of(_text(one.get("data", b"")))


def _exif(exif: Image.Exif) -> Iterator[str]:
    tables = [dict(exif)]
    for inner in _INNER:
        with contextlib.suppress(*_BROKEN):
            tables.append(dict(exif.get_ifd(inner)))
    for table in tables:
        for tag, value in table.items():
            if tag in _WIDE and isinstance(value, (bytes, tuple)):
                yield bytes(value).decode("utf-16-le", errors="replace")
            elif tag == _XMP_TAG:
                yield words_of(_text(value))
            else:
                yield from (_text(each) for each in _flat([value]))


def _flat(values: object) -> Iterator[str | bytes]:
    for value in values:
        if isinstance(value, (str, bytes)):
            yield value[:MOST_BYTES]
        elif isinstance(value, (tuple, list)):
            yield from (each[:MOST_BYTES] for each in value if isinstance(each, (str, bytes)))


def _text(value: str | bytes) -> str:
    """Words, whose bytes may begin with a name of their code."""
    if isinstance(value, str):
        return value
    code = _CODES.get(value[:8])
    if code:
        return value[8:].decode(code, errors="replace")
    return value.decode("utf-8", errors="replace")
