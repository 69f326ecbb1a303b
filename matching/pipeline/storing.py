"""What every way in shares: names as data, digests, and files that never stay without their row."""

import contextlib
import hashlib
from collections.abc import Iterator
from pathlib import PurePath

from django.core.files import File
from django.db.models import Model

from matching.exceptions import JobtrackerError

MOST_NAME = 255


def name_of(upload: File, *, folder: str = "") -> str:
    """The last part of an upload's name, below the folder that it was dropped in, as text that any database takes."""
    name = PurePath((upload.name or "").replace("\\", "/")).name[:MOST_NAME] or "file"
    parts = [part for part in folder.replace("\\", "/").split("/") if part.strip(". ")]
    # What is too long loses its outermost folders, never its own name.
    while parts and len("/".join([*parts, name])) > MOST_NAME:
        del parts[0]
    name = "/".join([*parts, name])
    # A name on a disk may hold bytes that no database takes.
    return name.replace("\0", "").encode("utf-8", "replace").decode()


def digest_of(upload: File) -> str:
    """The SHA-256 of a file, read piece by piece."""
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    upload.seek(0)
    return digest.hexdigest()


@contextlib.contextmanager
def stored(row: Model, upload: File) -> Iterator[None]:
    """Store the file of a row that is saved inside; if that fails the file goes too.

    Raises JobtrackerError when the disk takes no more, and whatever is raised inside.
    """
    field = row.file.field
    name = field.generate_filename(row, "")
    storage = field.storage
    try:
        row.file = storage.save(name, upload)
    except OSError as error:
        # Half a file may be there.
        with contextlib.suppress(OSError):
            storage.delete(name)
        sentence = "The file could not be stored: the disk of this server may be full. Nothing was kept; try again."
        raise JobtrackerError("not_stored", sentence) from error
    try:
        yield
    except BaseException:
        row.file.delete(save=False)
        raise
