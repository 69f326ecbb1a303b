"""Locked files inside a ZIP: by ZIP's own old cipher, which the standard library undoes, or by AES as WinZip, 7-Zip and
others write it (methods AE-1 and AE-2)."""

import hashlib
import hmac
import struct
import zipfile
import zlib
from collections.abc import Iterable

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import ECB

_LOCKED, _STRONG = 0x1, 0x40
_AES_METHOD, _AES_FIELD = 99, 0x9901
_FIRST, _FIRST_SIZE = b"PK\x03\x04", 30
_ROUNDS, _CHECK, _SEAL, _BLOCK = 1000, 2, 10, 16
_PIECE = 4096  # blocks of the key stream at once
_WRITTEN_IN = ("utf-8", "cp437", "cp1252")  # how programs turn a password into bytes
# What the cipher takes beside the file itself.
MOST_MORE = 64

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    ValueError,
    OSError,
    RuntimeError,
    NotImplementedError,
    EOFError,
    struct.error,
    LookupError,
)


class WrongPasswordError(Exception):
    """The password opens this entry not."""


def is_locked(entry: zipfile.ZipInfo) -> bool:
    return bool(entry.flag_bits & _LOCKED)


def can_be_opened(entry: zipfile.ZipInfo) -> bool:
    """Whether the lock of an entry is of a kind that a password opens here."""
    if entry.flag_bits & _STRONG:
        return False
    return entry.compress_type != _AES_METHOD or _aes_of(entry) is not None


def key_for(archive: zipfile.ZipFile, entries: Iterable[zipfile.ZipInfo], password: str, *, most: int) -> bytes | None:
    """The password as the bytes that open the smallest of these entries, or None when it opens none of the three
    smallest: a file may have been added under another one."""
    for entry in sorted(entries, key=lambda one: one.compress_size)[:3]:
        for encoding in _WRITTEN_IN:
            try:
                key = password.encode(encoding)
                opened(archive, entry, key, most=most)
            except (WrongPasswordError, UnicodeError):
                continue
            except BROKEN:
                break
            return key
    return None


def opened(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, key: bytes, *, most: int) -> bytes:
    """The first `most` + 1 bytes of a locked entry. Raises WrongPasswordError, and those of BROKEN when it is damaged.

    One password in 256 passes the old cipher's own check: then its contents do not fit their sum.
    """
    if entry.compress_type == _AES_METHOD:
        return _aes(archive, entry, key, most=most)
    try:
        with archive.open(entry, pwd=key) as stream:
            return stream.read(most + 1)
    except RuntimeError as error:
        raise WrongPasswordError from error


def _aes_of(entry: zipfile.ZipInfo) -> tuple[int, int] | None:
    """(bytes of the key, how it was packed), from the entry's own field; None when it is of no known kind."""
    extra, at = entry.extra, 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, at)
        if kind == _AES_FIELD and size == struct.calcsize("<H2sBH") and at + 4 + size <= len(extra):
            _, maker, strength, method = struct.unpack_from("<H2sBH", extra, at + 4)
            known = maker == b"AE" and strength in (1, 2, 3) and method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
            return (8 + 8 * strength, method) if known else None
        at += 4 + size
    return None


def _aes(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, key: bytes, *, most: int) -> bytes:
    size, method = _aes_of(entry) or (0, 0)
    data = _packed(archive, entry, most=most)
    salt, data = data[: size // 2], data[size // 2 :]
    check, sealed, seal = data[:_CHECK], data[_CHECK:-_SEAL], data[-_SEAL:]
    made = hashlib.pbkdf2_hmac("sha1", key, salt, _ROUNDS, 2 * size + _CHECK)
    if not hmac.compare_digest(made[-_CHECK:], check):
        raise WrongPasswordError
    if not hmac.compare_digest(hmac.digest(made[size : 2 * size], sealed, "sha1")[:_SEAL], seal):
        raise zipfile.BadZipFile("the seal does not fit")
    plain = _unsealed(sealed, made[:size])
    if method == zipfile.ZIP_STORED:
        return plain[: most + 1]
    return zlib.decompressobj(-zlib.MAX_WBITS).decompress(plain, most + 1)


def _packed(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, *, most: int) -> bytes:
    """The bytes of an entry as they stand in the file, never more than a file of `most` bytes may take."""
    source = archive.fp
    source.seek(entry.header_offset)
    head = source.read(_FIRST_SIZE)
    if len(head) < _FIRST_SIZE or not head.startswith(_FIRST):
        raise zipfile.BadZipFile("no entry where the directory says")
    source.seek(sum(struct.unpack_from("<HH", head, 26)), 1)
    size = min(entry.compress_size, most + MOST_MORE + most // 1000)
    data = source.read(size)
    if len(data) < max(size, _CHECK + _SEAL + 8):
        raise EOFError
    return data


def _unsealed(data: bytes, key: bytes) -> bytes:
    """AES in counter mode with the counter's low byte first, from 1: libraries count with the high byte first."""
    cipher = Cipher(AES(key), ECB()).encryptor()  # noqa: S305 - of counters alone: the mode is made here
    plain = []
    for start in range(0, len(data), _PIECE * _BLOCK):
        piece = data[start : start + _PIECE * _BLOCK]
        first = start // _BLOCK + 1
        blocks = range(first, first + -(-len(piece) // _BLOCK))
        stream = cipher.update(b"".join(number.to_bytes(_BLOCK, "little") for number in blocks))[: len(piece)]
        mixed = int.from_bytes(piece, "little") ^ int.from_bytes(stream, "little")
        plain.append(mixed.to_bytes(len(piece), "little"))
    return b"".join(plain)
