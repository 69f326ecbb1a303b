"""Ways to break a document that was whole: as disks, mail programs and attackers do."""

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable

from benchmarks.attacks.packages import zip_of

_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_NUMBER = re.compile(rb"\d+")
_NAME = re.compile(rb"/[A-Z][A-Za-z0-9]+")
_TAG = re.compile(rb"<[^>]+>")
_NUMBERS = (b"0", b"-1", b"1", b"255", b"65536", b"2147483647", b"4294967296", b"99999999999999999999", b"1e99", b"nan")

Mutation = Callable[[bytes, bytes, random.Random], bytes]


def bytes_flipped(data: bytes, other: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 5, 40, 400))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Without its end, its start, or a part between."""
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return chance.choice((data[:end], data[start:], data[:start] + data[end:]))


def spliced(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """The start of one document with the end of another."""
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]


def piece_repeated(data: bytes, other: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    piece = data[start : start + chance.choice((3, 100, 5000))]
    return data[:start] + piece * chance.choice((2, 50)) + data[start:]


def zeroed(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """A block of zeros, as a lost sector leaves."""
    start = chance.randrange(len(data)) // 512 * 512
    return data[:start] + bytes(min(len(data) - start, chance.choice((512, 4096)))) + data[start + 4096 :]


def by_mail(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Line ends changed, the highest bit lost, or read and written as if it were text."""
    return chance.choice(
        (
            data.replace(b"\n", b"\r\n"),
            data.replace(b"\r", b""),
            bytes(byte & 127 for byte in data),
            data.decode("latin-1").encode("utf-8"),
            data.decode("utf-8", "replace").encode("utf-8"),
        )
    )


def something_before(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Something before it and something behind it, as gateways add."""
    before = chance.choice(
        (b"\n", b"HTTP/1.1 200 OK\r\n\r\n", bytes(900), b"\xef\xbb\xbf", other[:300], b"--x\r\n" * 300)
    )
    return before + data + chance.choice((b"", before, other[-2000:]))


def streams_swapped(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """PDF: contents of streams change places, or become noise, nothing or something packed anew."""
    found = [match.span(1) for match in _STREAM.finditer(data)]
    if not found:
        return bytes_flipped(data, other, chance)
    (start, end), (start2, end2) = chance.choice(found), chance.choice(found)
    new = chance.choice((data[start2:end2], b"", chance.randbytes(500), zlib.compress(data[start2:end2]), other[:3000]))
    return data[:start] + new + data[end:]


def numbers_changed(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """PDF and XML: numbers become mad ones, among them places, lengths, sizes and references."""
    found = [match.span() for match in _NUMBER.finditer(data)]
    for start, end in sorted(chance.sample(found, k=min(len(found), chance.choice((1, 4, 30)))), reverse=True):
        data = data[:start] + chance.choice((*_NUMBERS, data[start:end][::-1])) + data[end:]
    return data


def names_changed(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """PDF: names take each other's places."""
    found = [match.span() for match in _NAME.finditer(data)]
    names = [data[start:end] for start, end in found] or [b"/X"]
    for start, end in sorted(chance.sample(found, k=min(len(found), chance.choice((1, 4, 30)))), reverse=True):
        data = data[:start] + chance.choice(names) + data[end:]
    return data


def table_broken(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """PDF: no table, no trailer, no end, or a wrong place of it."""
    lost = chance.choice(
        (b"xref", b"trailer", b"startxref", b"%%EOF", b"endobj", b"/Root", b"/Type", b"endstream", b"%PDF")
    )
    return data.replace(lost, chance.choice((b"", lost[::-1], lost.upper(), b" " * len(lost))))


def updated(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """PDF: another version of some objects behind the end, with a table that may lie."""
    number = chance.randrange(1, 9)
    new = chance.choice((b"null", b"%d 0 R" % number, b"[]", b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % number))
    place = len(data) + chance.choice((0, 0, 7))
    more = b"%d 0 obj\n%s\nendobj\n" % (number, new)
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size 99 /Root 1 0 R /Prev %d >>\n" % (
        number,
        place,
        len(data) // 2,
    )
    return data + more + table + b"startxref\n%d\n%%%%EOF\n" % (place + len(more))


def part_broken(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """DOCX and ODT: one part inside is broken and all is packed again, so that only its reader can see it."""
    parts = _parts_of(data)
    if not parts:
        return spliced(data, other, chance)
    name = chance.choice(sorted(parts))
    how = chance.choice((bytes_flipped, cut, numbers_changed, tags_changed, by_mail, piece_repeated))
    if parts[name]:
        parts[name] = how(parts[name], other, chance)
    return zip_of(parts)


def parts_swapped(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """DOCX and ODT: parts take each other's places, or come of another document."""
    parts, others = _parts_of(data), _parts_of(other)
    if not parts:
        return piece_repeated(data, other, chance)
    first, second = chance.choice(sorted(parts)), chance.choice(sorted(parts))
    parts[first], parts[second] = parts[second], parts[first]
    if others and chance.random() < 0.5:
        parts |= {name: others[name] for name in chance.sample(sorted(others), k=len(others) // 2)}
    return zip_of(parts, packing=chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)))


def tags_changed(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """XML and HTML: tags take each other's places, are doubled or lost."""
    found = [match.span() for match in _TAG.finditer(data)]
    tags = [data[start:end] for start, end in found] or [b"<x>"]
    for start, end in sorted(chance.sample(found, k=min(len(found), chance.choice((1, 4, 30)))), reverse=True):
        data = data[:start] + chance.choice((b"", chance.choice(tags), data[start:end] * 2)) + data[end:]
    return data


def _parts_of(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, RuntimeError, NotImplementedError, EOFError, KeyError):
        return {}


ANY: tuple[Mutation, ...] = (
    bytes_flipped,
    cut,
    spliced,
    piece_repeated,
    zeroed,
    by_mail,
    something_before,
    numbers_changed,
)
OF_PDF: tuple[Mutation, ...] = (*ANY, streams_swapped, names_changed, table_broken, updated)
OF_PACKAGE: tuple[Mutation, ...] = (*ANY, part_broken, part_broken, part_broken, parts_swapped)


def mutated(data: bytes, other: bytes, chance: random.Random) -> tuple[str, bytes]:
    """(how, a document broken in one to three of the ways that are for its kind)."""
    ways = OF_PDF if b"%PDF-" in data[:1024] else OF_PACKAGE if data.startswith(b"PK\x03\x04") else ANY
    taken = chance.choices(ways, k=chance.choice((1, 1, 1, 2, 3)))
    for way in taken:
        data = way(data, other, chance) if data else data
    return "+".join(way.__name__ for way in taken), data
