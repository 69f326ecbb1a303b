"""ZIP files of many documents: entry by entry, nothing unpacked to disk, and everything that attacks left aside."""

import re
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from matching.exceptions import UnreadableError
from matching.reading.limits import Limits
from matching.reading.ziplock import BROKEN, WrongPasswordError, can_be_opened, is_locked, key_for, opened
from matching.reading.zipnames import holds_document, is_junk
from matching.reading.zips import check_sizes, open_zip

# Why an entry became no CV, for a person.
SKIPPED = {
    "outside": "Its path leads out of the folder, so it was not unpacked.",
    "locked": "It is locked with another password inside the ZIP. Ask for a copy without one.",
    "not_unlocked": "It is locked inside the ZIP in a way that is not opened here. Ask for a copy without a password.",
    "nested": "It is a ZIP inside the ZIP and was not opened. Add it by itself.",
    "link": "It is a link and no file.",
    "empty": "The file is empty. Ask for it again.",
    "too_large": "The file is larger than one CV may be. Ask for a smaller one.",
    "damaged": "It is damaged inside the ZIP and cannot be unpacked. Ask for it again.",
}
_MEGABYTE = 1024 * 1024
_UTF8 = 0x800
_ASK = "locked"  # unless the password opens it
_DRIVE = re.compile(r"[A-Za-z]:")
MOST_NAME = 255


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of an archive by its place in the directory: its bytes, or why there are none (a key of SKIPPED).

    `of` is how many files the archive has.
    """

    number: int
    name: str
    data: bytes = b""
    skipped: str = ""
    of: int = 0


def entries_of(path: Path, *, limits: Limits, password: str = "") -> Iterator[Entry]:
    """Every file of a ZIP that may be a CV; junk and folders are passed over.

    Raises UnreadableError before the first one: damaged, bomb, too_many_files, no_files, not_found, wrong_password; and
    after those that are not locked: password, when others are and none is given.
    """
    try:
        stream = path.open("rb")
    except OSError as error:
        raise UnreadableError("not_found", error.strerror or "no reason given") from error
    with stream, open_zip(stream) as archive:
        files = _files(archive)
        if not files:
            raise UnreadableError("no_files", "")
        if len(files) > limits.max_entries:
            raise UnreadableError("too_many_files", f"{len(files)} files, at most {limits.max_entries}")
        packed = stream.seek(0, 2)
        check_sizes([entry for _, entry in files], packed=packed, most_mb=limits.max_archive_unpacked_mb, limits=limits)
        locked = {entry for _, entry in files if _refusal(entry, _name(entry), limits=limits) == _ASK}
        key = _key(archive, locked, password, limits=limits)
        for number, entry in files:
            if key is not None or entry not in locked:
                yield replace(_entry(archive, number, entry, limits=limits, key=key), of=len(files))
        if locked and key is None:
            raise UnreadableError("password", f"{len(locked)} of {len(files)} files")


def _key(archive: zipfile.ZipFile, locked: set[zipfile.ZipInfo], password: str, *, limits: Limits) -> bytes | None:
    """What opens the locked entries; None without a password. Raises UnreadableError wrong_password."""
    if not locked or not password:
        return None
    key = key_for(archive, locked, password, most=limits.max_bytes)
    if key is None:
        raise UnreadableError("wrong_password", "")
    return key


def _files(archive: zipfile.ZipFile) -> list[tuple[int, zipfile.ZipInfo]]:
    numbered = enumerate(archive.infolist())
    named = [(number, entry) for number, entry in numbered if entry.filename]  # zipfile fails at one without a name
    return [(number, entry) for number, entry in named if not entry.is_dir() and not is_junk(entry.filename)]


def _entry(
    archive: zipfile.ZipFile, number: int, entry: zipfile.ZipInfo, *, limits: Limits, key: bytes | None
) -> Entry:
    name = _name(entry)
    reason = _refusal(entry, name, limits=limits)
    if reason and reason != _ASK:
        return Entry(number, name, skipped=reason)
    try:
        if reason == _ASK:
            data = opened(archive, entry, key or b"", most=limits.max_bytes)
        else:
            with archive.open(entry) as stream:
                data = stream.read(limits.max_bytes + 1)
    except WrongPasswordError:
        return Entry(number, name, skipped="locked")
    except BROKEN:
        return Entry(number, name, skipped="damaged")
    if len(data) > limits.max_bytes:
        return Entry(number, name, skipped="too_large")
    if data.startswith(b"PK\x03\x04") and not holds_document(data):
        return Entry(number, name, skipped="nested")
    return Entry(number, name, data)


def _refusal(entry: zipfile.ZipInfo, name: str, *, limits: Limits) -> str:
    if ".." in PurePosixPath(name).parts or name.startswith("/") or _DRIVE.match(name):
        return "outside"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "link"
    if not entry.file_size:
        return "empty"
    if entry.file_size > limits.max_bytes:
        return "too_large"
    if not is_locked(entry):
        return ""
    return _ASK if can_be_opened(entry) else "not_unlocked"


def _name(entry: zipfile.ZipInfo) -> str:
    """The path as it was meant: many programs write UTF-8 without saying so, and zipfile then reads it as cp437."""
    name = entry.filename
    if not entry.flag_bits & _UTF8:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = entry.filename
    name = "".join(letter for letter in name.replace("\\", "/") if letter.isprintable())
    return name.encode("utf-8", "replace").decode()[-MOST_NAME:] or "file"
