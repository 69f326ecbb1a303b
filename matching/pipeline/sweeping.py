"""Stored files that no row names, as after a kill between storing a file and its row: found bit by bit and deleted."""

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from matching.models import CV, Archive

logger = logging.getLogger(__name__)

OLD = timedelta(days=1)
HOURS = 24
MOST_AT_ONCE = 500
# More strays than this, and a tenth of what was looked at, mean another database and not a worker that was killed.
FEW = 5


def sweep_files(*, now: datetime) -> int:
    """Delete stored files older than a day that belong to no row, pictures of pages among them; how many went.

    One call looks at a twenty-fourth of the folders, those whose turn is in this hour.
    """
    return sum(_sweep(kind, folder, now=now) for kind, folder in ((CV, "cvs"), (Archive, "archives")))


def _sweep(kind: type[CV | Archive], top: str, *, now: datetime) -> int:
    root = Path(kind._meta.get_field("file").storage.path(top))
    old = [path for folder in _folders(root, hour=now.hour) for path in _files(folder, before=now - OLD)]
    parts = [old[at : at + MOST_AT_ONCE] for at in range(0, len(old), MOST_AT_ONCE)]
    strays = [path for part in parts for path in _unnamed(kind, part, top=top)]
    if len(strays) > max(FEW, len(old) // 10):
        logger.warning("%d of %d stored files belong to no row: none was deleted", len(strays), len(old))
        return 0
    return sum(_deleted(path) for path in strays)


def _folders(root: Path, *, hour: int) -> list[Path]:
    if not root.is_dir():
        return []
    named = [folder for folder in root.iterdir() if folder.is_dir() and len(folder.name) == 2]
    return sorted(folder for folder in named if int(folder.name, 16) % HOURS == hour)


def _files(folder: Path, *, before: datetime) -> Iterable[Path]:
    for path in folder.iterdir():
        try:
            if path.is_file() and path.stat().st_mtime < before.timestamp():
                yield path
        except OSError:
            continue


def _unnamed(kind: type[CV | Archive], paths: Iterable[Path], *, top: str) -> list[Path]:
    """Those that no row names. What is drawn of a file has the file's name and an ending."""
    names = {path: f"{top}/{path.parent.name}/{path.name.partition('.')[0]}" for path in paths}
    known = set(kind.objects.filter(file__in=set(names.values())).values_list("file", flat=True))
    return [path for path, name in names.items() if name not in known]


def _deleted(path: Path) -> bool:
    try:
        path.unlink()
    except OSError as error:
        logger.warning("a stored file that belongs to no row cannot be deleted: %s", error.strerror)
        return False
    return True
