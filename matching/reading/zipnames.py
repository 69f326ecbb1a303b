"""Whether a ZIP is a document or a pile of them, by a look at its directory that costs little whatever the file is."""

import io
import re
import struct
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

# Parts that only a document has: Word and other Office files, OpenDocument and EPUB, Apple's Pages.
_DOCUMENT = re.compile(rb"\[Content_Types\]\.xml|mimetype|_rels/\.rels|word/document\.xml|Index/Document\.iwa")
_JUNK_FILES = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r"})
_END, _END_SIZE = b"PK\x05\x06", 22
_END64, _FIND64, _FIND64_SIZE = b"PK\x06\x06", b"PK\x06\x07", 20
_LINE, _LINE_SIZE, _FIRST_SIZE = b"PK\x01\x02", 46, 30
_FULL = 0xFFFFFFFF
MOST_TAIL = 65_557 + _FIND64_SIZE + 56
MOST_DIRECTORY = 1024 * 1024


def is_archive(stream: BinaryIO) -> bool:
    """Whether a file is a ZIP of files, and neither a DOCX or ODT, which are ZIPs too, nor anything else."""
    stream.seek(0)
    head = stream.read(_FIRST_SIZE + 256)
    if not head.startswith((b"PK\x03\x04", _END)):
        return False
    names = list(_names(stream)) or [_first_name(head)]
    return not any(_DOCUMENT.fullmatch(name) for name in names)


def holds_document(data: bytes) -> bool:
    """Whether the bytes of a ZIP are one document."""
    return not is_archive(io.BytesIO(data))


def is_junk(path: str) -> bool:
    """What systems leave in folders and nobody means to send: hidden files, previews, the locks of open documents."""
    parts = PurePosixPath(path.replace("\\", "/")).parts
    hidden = any(part.startswith(".") and part != ".." for part in parts)
    return hidden or "__MACOSX" in parts or (bool(parts) and _is_junk_file(parts[-1]))


def _is_junk_file(name: str) -> bool:
    return name.lower() in _JUNK_FILES or name.startswith("~$")


def _names(stream: BinaryIO) -> Iterator[bytes]:
    """The names in the first megabyte of the directory; none where it is damaged."""
    start = _directory_start(stream)
    if start < 0:
        return
    stream.seek(start)
    lines, at = stream.read(MOST_DIRECTORY), 0
    while lines[at : at + 4] == _LINE and len(lines) >= at + _LINE_SIZE:
        name, extra, comment = struct.unpack_from("<HHH", lines, at + 28)
        yield lines[at + _LINE_SIZE : at + _LINE_SIZE + name]
        at += _LINE_SIZE + name + extra + comment


def _directory_start(stream: BinaryIO) -> int:
    size = stream.seek(0, io.SEEK_END)
    tail_at = stream.seek(max(0, size - MOST_TAIL))
    tail = stream.read(MOST_TAIL)
    end = tail.rfind(_END)
    if end < 0 or len(tail) < end + _END_SIZE:
        return -1
    length, offset = struct.unpack_from("<II", tail, end + 12)
    if _FULL in (length, offset) and tail[max(0, end - _FIND64_SIZE) : end].startswith(_FIND64):
        end = tail.rfind(_END64, 0, end)
        if end < 0 or len(tail) < end + 56:
            return -1
        (length,) = struct.unpack_from("<Q", tail, end + 40)
    return tail_at + end - length


def _first_name(head: bytes) -> bytes:
    length = int.from_bytes(head[26:28], "little")
    return head[_FIRST_SIZE : _FIRST_SIZE + length]
