"""Zip containers, opened with suspicion: entries, unpacked size and ratio are bounded before anything is unpacked."""

import io
import struct
import zipfile
import zlib
from typing import BinaryIO

from lxml import etree

from matching.exceptions import UnreadableError
from matching.reading.limits import Limits

_MEGABYTE = 1024 * 1024
# Deflate packs 1,032 bytes into one at the very best: a directory that claims more is broken, and no bomb.
BEST_PACKING = 1100


def open_zip(source: BinaryIO) -> zipfile.ZipFile:
    """The archive in a stream; raises UnreadableError "damaged"."""
    try:
        return zipfile.ZipFile(source)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError, struct.error) as error:
        raise UnreadableError("damaged", "its packing is broken") from error


def open_document(data: bytes, *, limits: Limits) -> zipfile.ZipFile:
    """A document that is a ZIP inside; raises UnreadableError for a damaged one ("damaged") and a bomb ("bomb")."""
    archive = open_zip(io.BytesIO(data))
    entries = archive.infolist()
    check_sizes(entries, packed=len(data), most_mb=limits.max_unpacked_mb, limits=limits)
    if len(entries) > limits.max_entries:
        raise UnreadableError("bomb", f"{len(entries)} entries")
    return archive


def check_sizes(entries: list[zipfile.ZipInfo], *, packed: int, most_mb: int, limits: Limits) -> None:
    """Raises UnreadableError when entries claim to unpack to what they cannot ("damaged") or should not ("bomb")."""
    if any(entry.file_size > BEST_PACKING * max(1, entry.compress_size) for entry in entries):
        raise UnreadableError("damaged", "its directory is broken")
    unpacked = sum(entry.file_size for entry in entries)
    too_tight = unpacked > limits.free_unpacked_mb * _MEGABYTE and unpacked > limits.max_ratio * packed
    if unpacked > most_mb * _MEGABYTE or too_tight:
        raise UnreadableError("bomb", f"{unpacked // _MEGABYTE} MB unpacked")


def unpack(archive: zipfile.ZipFile, name: str, *, limits: Limits) -> bytes:
    """One entry's bytes, never more than the limit allows, whatever its directory claims."""
    most = limits.max_unpacked_mb * _MEGABYTE
    try:
        with archive.open(name) as entry:
            data = entry.read(most + 1)
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, OSError, RuntimeError, EOFError) as error:
        raise UnreadableError("damaged", "a part of it cannot be unpacked") from error
    if len(data) > most:
        raise UnreadableError("bomb", "a part of it unpacks without end")
    return data


def parse_xml(data: bytes) -> etree._Element:
    """The root of an XML part without entities, outside files or giant trees; raises UnreadableError ("damaged")."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True
    )
    # No word processor declares entities: they are there for a bomb.
    if b"<!ENTITY" in data:
        raise UnreadableError("bomb", "it declares XML entities")
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableError("damaged", "its XML is broken") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableError("bomb", "it declares XML entities")
    return root
