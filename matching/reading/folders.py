"""The children's own temporary folders: each is locked by its child, and one whose child is gone is deleted."""

import contextlib
import fcntl
import os
import shutil
import tempfile
import time
from pathlib import Path

PREFIX = "jobtracker-reader-"
# A new child needs a moment until it has locked its folder.
YOUNG_SECONDS = 180.0
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW


def hold_folder(folder: str) -> int | None:
    """Lock the folder of this process: the descriptor that holds it, None where that is not possible."""
    with contextlib.suppress(OSError):
        held = os.open(folder, _FOLDER)
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return held
    return None


def sweep_folders() -> int:
    """Delete the folders of children that were killed with their parents; how many there were."""
    gone = 0
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):
            gone += _delete(folder)
    return gone


def _delete(folder: Path) -> bool:
    held = os.open(folder, _FOLDER)
    try:
        about = os.fstat(held)
        if about.st_uid != os.getuid() or time.time() - about.st_mtime < YOUNG_SECONDS:
            return False
        # Refused (OSError) while the child lives, wherever it runs.
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(folder, ignore_errors=True)
        return not folder.exists()
    finally:
        os.close(held)
