"""What is named on a command line as single documents: a ZIP is unpacked for as long as it is looked at."""

import contextlib
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from matching.exceptions import UnreadableError
from matching.reading import Limits
from matching.reading.archives import SKIPPED
from matching.reading.pool import OWN
from matching.reading.zipnames import is_archive
from matching.schemas import UNREADABLE


@dataclass(frozen=True, slots=True)
class Document:
    """One file to read at `path`; `label` names it for a person. `reason` is why it cannot be read."""

    label: Path
    path: Path
    reason: str = ""


@contextlib.contextmanager
def documents_of(paths: Iterable[Path], *, limits: Limits) -> Iterator[list[Document]]:
    """The documents that these files are or hold; what was unpacked goes when the context ends."""
    with tempfile.TemporaryDirectory(prefix="jobtracker-zip-") as folder:
        yield [document for path in paths for document in _documents(path, Path(folder), limits=limits)]


def _documents(path: Path, folder: Path, *, limits: Limits) -> Iterator[Document]:
    if not _is_archive(path):
        yield Document(path, path)
        return
    place = Path(tempfile.mkdtemp(dir=folder))
    try:
        for entry in OWN.unpack(path.resolve(), limits=limits):
            target = place / str(entry.number)
            if not entry.skipped:
                target.write_bytes(entry.data)
            yield Document(path / entry.name.lstrip("/"), target, SKIPPED.get(entry.skipped, ""))
    except UnreadableError as error:
        yield Document(path, path, UNREADABLE[error.code].format(detail=str(error)))


def _is_archive(path: Path) -> bool:
    try:
        with path.open("rb") if path.is_file() else contextlib.nullcontext() as stream:
            return stream is not None and is_archive(stream)
    except OSError:
        return False
