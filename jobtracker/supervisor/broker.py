"""The embedded broker: its command line, its private directories, and the one a killed supervisor left behind."""

import os
import socket
import time
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from jobtracker.broker import find_server, socket_path

STALE_SECONDS = 10.0


def command(data_dir: Path) -> tuple[str, ...]:
    """The server's command line: a private unix socket, no TCP port, every change on disk within a second."""
    path, home = socket_path(data_dir), data_dir / "broker"
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    _make_private(path.parent)
    listen = ("--port", "0", "--unixsocket", str(path), "--unixsocketperm", "700")
    keep = ("--save", "", "--appendonly", "yes", "--appendfsync", "everysec", "--maxmemory-policy", "noeviction")
    return (str(find_server()), *listen, "--dir", str(home), *keep, "--daemonize", "no")


def answers(path: Path) -> bool:
    """Whether a server answers on this socket."""
    return _said(path, "PING") == b"+PONG\r\n"


def stop_stale(path: Path) -> None:
    """Shut down a broker that outlived its supervisor, so that two servers never share one append-only file."""
    if not answers(path):
        return
    _said(path, "SHUTDOWN")
    until = time.monotonic() + STALE_SECONDS
    while answers(path):
        if time.monotonic() > until:
            raise ImproperlyConfigured(f"An old broker on {path} does not stop; end that process, then start again.")
        time.sleep(0.05)


def _said(path: Path, command: str) -> bytes:
    """The server's first words to one command, nothing if it is not there; a client library would load longer."""
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(2)
        try:
            line.connect(str(path))
            line.sendall(f"{command}\r\n".encode())
            return line.recv(64)
        except OSError:
            return b""


def _make_private(folder: Path) -> None:
    """Make the socket's folder; one in the shared temporary directory may have been made by somebody else."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = folder.stat()
    if found.st_uid != os.getuid() or found.st_mode & 0o077:
        raise ImproperlyConfigured(f"The folder {folder} must belong to you and be closed to others (mode 0700).")
