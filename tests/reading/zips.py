"""ZIP files made for the tests: piles of CVs, junk, and archives that attack whoever unpacks them."""

import io
import stat
import struct
import zipfile

CV_TEXT = b"Jane Example\nSenior engineer, Harbour Logistics\nPython, PostgreSQL\n"
DATE = (2026, 1, 1, 0, 0, 0)


def zip_of(files: dict[str, bytes], *, packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP with these entries, the same bytes every time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, DATE), data, packing)
    return stream.getvalue()


def pile(count: int) -> dict[str, bytes]:
    """That many different CVs in a folder."""
    return {f"cvs/{number:04}.txt": CV_TEXT + b"Number %d" % number for number in range(count)}


def link() -> bytes:
    """A ZIP whose only entry is a symbolic link to a system file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        entry = zipfile.ZipInfo("cv.txt", DATE)
        entry.create_system = 3
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(entry, "/etc/passwd")
    return stream.getvalue()


def locked(files: dict[str, bytes]) -> bytes:
    """The same as `zip_of`, but every entry says that it is encrypted."""
    data = bytearray(zip_of(files))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(signature, at + 4)
    return bytes(data)


def damaged(files: dict[str, bytes]) -> bytes:
    """The first entry's packed bytes are overwritten; the directory is whole."""
    data = bytearray(zip_of(files))
    name, extra = struct.unpack_from("<HH", data, 26)
    start = 30 + name + extra
    data[start : start + 12] = b"\xff" * 12
    return bytes(data)


def overlapping(*, entries: int, kilobytes: int) -> bytes:
    """Many entries of the directory that share one packed body: small, and huge when unpacked."""
    data = zip_of({"a": b"\0" * 1024 * kilobytes})
    end = data.rfind(b"PK\x05\x06")
    start = data.find(b"PK\x01\x02")
    line = data[start:end]
    names = [b"%c" % (33 + number % 90) for number in range(entries)]
    lines = b"".join(line[:46] + name + line[47:] for name in names)
    tail = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, entries, entries, len(lines), start, 0)
    return data[:start] + lines + tail
