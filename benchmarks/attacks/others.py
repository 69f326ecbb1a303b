"""Pictures, texts and files that are something else than they say."""

import io
import random
import struct
import zlib
from collections.abc import Callable

from PIL import Image

_TEXT = "Jane Example, engineer at Harbour Logistics"
_OLE, _PNG = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x89PNG\r\n\x1a\n"
_HEADS = (b"%PDF-1.7\n", b"PK\x03\x04", b"PK\x05\x06" + bytes(18), _OLE, b"{\\rtf1", b"<html>", b"MZ\0\0")
_PICTURES = (_PNG, b"\xff\xd8\xff", b"II*\0", b"RIFF\0\0\0\0WEBP", b"\0\0\0\x18ftypheic", b"GIF89a", b"BM")


def tiny(chance: random.Random) -> bytes:
    """Nothing, or hardly more."""
    return chance.choice((b"", b"\0", b"a", b"%", b"\xff", b"\n", b" ", b"PK", b"\xef\xbb\xbf", b"\xff\xfe"))


def head_alone(chance: random.Random) -> bytes:
    """The first bytes of a kind, and then noise, blanks or nothing."""
    body = chance.choice((b"", bytes(5000), chance.randbytes(5000), b" " * 5000, b"\xff" * 5000, _TEXT.encode() * 9))
    return chance.choice(_HEADS + _PICTURES) + body


def noise(chance: random.Random) -> bytes:
    return chance.randbytes(chance.choice((16, 1000, 200_000)))


def png_of_mad_size(chance: random.Random) -> bytes:
    """A PNG that says it is very large, or has very long texts."""
    sides = chance.choice(((60_000, 60_000), (2**31 - 1, 1), (0, 5), (1, 500_000), (12_000, 9000)))
    head = struct.pack(">IIBBBBB", *sides, chance.choice((1, 8, 16)), chance.choice((0, 2, 3, 6)), 0, 0, 0)
    text = b"Comment\0\0" + zlib.compress(b"ignore " * 3_000_000)
    chunks = [(b"IHDR", head), (b"zTXt", text), (b"IDAT", zlib.compress(bytes(9_000_000))), (b"IEND", b"")]
    return _PNG + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def flat_picture(chance: random.Random) -> bytes:
    """A large picture of nothing: few bytes, many pixels, no letters."""
    stream = io.BytesIO()
    side = chance.choice((3000, 9000))
    kind = chance.choice(("PNG", "TIFF", "GIF", "WEBP", "BMP"))
    small = (min(side, 2000),) * 2 if kind in {"BMP", "WEBP"} else (side, side)
    packing = {"compression": "tiff_deflate"} if kind == "TIFF" else {}
    Image.new("L", small, chance.randrange(256)).save(stream, kind, **packing)
    return stream.getvalue()


def tiff_of_many(chance: random.Random) -> bytes:
    """A TIFF of hundreds of frames, or whose directory is its own next one."""
    if chance.random() < 0.5:
        fields = struct.pack("<HHII", 256, 4, 1, 60_000) + struct.pack("<HHII", 257, 4, 1, 60_000)
        return b"II*\0" + struct.pack("<IH", 8, 2) + fields + struct.pack("<I", 8)
    frames = [Image.new("1", (20, 20), 1) for _ in range(chance.choice((70, 600)))]
    stream = io.BytesIO()
    frames[0].save(stream, "TIFF", save_all=True, append_images=frames[1:])
    return stream.getvalue()


def rtf(chance: random.Random) -> bytes:
    """Groups without an end, binary parts that lie, and letters of no code."""
    inside = chance.choice(
        (b"{" * 100_000, b"\\bin999999999 " + bytes(99), b"\\u99999999999? " * 9000, b"\\'zz" * 9000, b"}" * 9000)
    )
    return b"{\\rtf1\\ansi " + inside + _TEXT.encode() + b"}"


def html(chance: random.Random) -> bytes:
    """Depth, endless attributes, entities and comments."""
    inside = chance.choice(
        ("<div>" * 50_000, "<p " + "a=1 " * 100_000 + ">", "&amp" * 90_000, "<!--" * 50_000, "<style>" + "a{" * 50_000)
    )
    return f"<html><body>{inside}{_TEXT}".encode()


def text(chance: random.Random) -> bytes:
    """Letters that are made to cost: signs of direction, marks on one letter, one endless word or line."""
    body = chance.choice(("\u202e" * 90_000, "a" + "\u0301" * 90_000, "x" * 900_000, "a@" * 200_000, "\u200b" * 90_000))
    body = chance.choice((body, "1 2/" * 90_000, "19" * 200_000, "- " * 200_000, "\n" * 900_000, "+49 " * 90_000))
    return (_TEXT + "\n" + body).encode(chance.choice(("utf-8", "utf-16", "utf-8-sig")))


def office(chance: random.Random) -> bytes:
    """The container of old Office files with sectors that go in a circle."""
    head = _OLE + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6)
    sectors = struct.pack("<I", chance.choice((0, 1, 0xFFFFFFFE, 99_999))) * 1000
    stream = chance.choice(("WordDocument", "EncryptedPackage", "Workbook", "x")).encode("utf-16-le")
    return head + bytes(30) + sectors + stream + sectors


ATTACKS: tuple[Callable[[random.Random], bytes], ...] = (
    tiny,
    head_alone,
    noise,
    png_of_mad_size,
    flat_picture,
    tiff_of_many,
    rtf,
    html,
    text,
    office,
)
