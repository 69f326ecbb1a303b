"""ZIP files made for the tests: piles of CVs, junk, and archives that attack whoever unpacks them."""

import hashlib
import hmac
import io
import stat
import struct
import zipfile
import zlib

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import ECB

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


def with_password(files: dict[str, bytes], password: bytes) -> bytes:
    """A ZIP whose entries are encrypted by ZIP's own old cipher (PKWARE's APPNOTE, 6.1), each stored as it is."""
    data = zip_of(files, packing=zipfile.ZIP_STORED)
    return _relocked(data, lambda content, crc: _old_cipher(bytes(11) + bytes([crc >> 24]) + content, password))


def with_aes(files: dict[str, bytes], password: bytes, *, bits: int = 256, version: int = 2) -> bytes:
    """A ZIP whose entries are encrypted by AES as WinZip specifies it (AE-1 or AE-2)."""
    size = bits // 8
    field = struct.pack("<HHH2sBH", 0x9901, 7, version, b"AE", size // 8 - 1, zipfile.ZIP_DEFLATED)

    def sealed(content: bytes, crc: int) -> bytes:
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        plain = packer.compress(content) + packer.flush()
        salt = hashlib.sha256(content).digest()[: size // 2]
        keys = hashlib.pbkdf2_hmac("sha1", password, salt, 1000, 2 * size + 2)
        cipher = Cipher(AES(keys[:size]), ECB()).encryptor()
        blocks = range(1, len(plain) // 16 + 2)
        stream = b"".join(cipher.update(number.to_bytes(16, "little")) for number in blocks)
        secret = bytes(one ^ other for one, other in zip(plain, stream, strict=False))
        return salt + keys[-2:] + secret + hmac.digest(keys[size : 2 * size], secret, "sha1")[:10]

    return _relocked(zip_of(files), sealed, method=99, extra=field, no_sum=version == 2)


def _relocked(data: bytes, seal, *, method: int = 0, extra: bytes = b"", no_sum: bool = False) -> bytes:
    """The same ZIP with its entries sealed: written anew, line by line."""
    body, lines, count = b"", b"", 0
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            content, name = archive.read(entry), entry.filename.encode()
            inside = seal(content, entry.CRC)
            shared = struct.pack(
                "<HHHHHIIIHH",
                *(20, 0x1 | 0x800, method, 0, 0x5821),
                *(0 if no_sum else entry.CRC, len(inside), len(content), len(name), len(extra)),
            )
            lines += b"PK\x01\x02\x14\x03" + shared + struct.pack("<HHHII", 0, 0, 0, 0, len(body)) + name + extra
            body += b"PK\x03\x04" + shared + name + extra + inside
            count += 1
    return body + lines + _end(count, len(lines), len(body))


def joined(one: bytes, other: bytes) -> bytes:
    """One ZIP with the entries of both, as they are."""
    bodies, lines, count = b"", b"", 0
    for data in (one, other):
        start, end = data.find(b"PK\x01\x02"), data.rfind(b"PK\x05\x06")
        directory, at = bytearray(data[start:end]), 0
        while at < len(directory):
            name, extra, comment = struct.unpack_from("<HHH", directory, at + 28)
            (place,) = struct.unpack_from("<I", directory, at + 42)
            struct.pack_into("<I", directory, at + 42, place + len(bodies))
            at, count = at + 46 + name + extra + comment, count + 1
        bodies, lines = bodies + data[:start], lines + bytes(directory)
    return bodies + lines + _end(count, len(lines), len(bodies))


def _end(count: int, size: int, start: int) -> bytes:
    return struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, size, start, 0)


def _old_cipher(data: bytes, password: bytes) -> bytes:
    keys = [0x12345678, 0x23456789, 0x34567890]

    def step(byte: int) -> None:
        keys[0] = _crc(keys[0], byte)
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = _crc(keys[2], keys[1] >> 24)

    for byte in password:
        step(byte)
    sealed = bytearray()
    for byte in data:
        part = (keys[2] | 2) & 0xFFFF
        sealed.append(byte ^ (part * (part ^ 1) >> 8 & 0xFF))
        step(byte)
    return bytes(sealed)


def _crc(before: int, byte: int) -> int:
    """One byte more of a CRC-32 without the inversions around it."""
    return zlib.crc32(bytes([byte]), before ^ 0xFFFFFFFF) ^ 0xFFFFFFFF
