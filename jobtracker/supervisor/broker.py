"""The embedded broker: its command line, its private directories, and the one a killed supervisor left behind."""

import os
import time
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from redis import Redis
from redis.exceptions import RedisError

from jobtracker.broker import find_server, socket_path

STALE_SECONDS = 10.0


def command(data_dir: Path) -> tuple[str, ...]:
    """The server's command line: a private unix socket, no TCP port, every change on disk within a second."""
    socket, home = socket_path(data_dir), data_dir / "broker"
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    _make_private(socket.parent)
    listen = ("--port", "0", "--unixsocket", str(socket), "--unixsocketperm", "700")
    keep = ("--save", "", "--appendonly", "yes", "--appendfsync", "everysec", "--maxmemory-policy", "noeviction")
    return (str(find_server()), *listen, "--dir", str(home), *keep, "--daemonize", "no")


def answers(socket: Path) -> bool:
    """Whether a server answers on this socket."""
    try:
        with Redis(unix_socket_path=str(socket), socket_timeout=2, retry=None) as client:
            return bool(client.ping())
    except RedisError:
        return False


def stop_stale(socket: Path) -> None:
    """Shut down a broker that outlived its supervisor, so that two servers never share one append-only file."""
    if not answers(socket):
        return
    with Redis(unix_socket_path=str(socket), socket_timeout=2, retry=None) as client:
        client.shutdown()
    until = time.monotonic() + STALE_SECONDS
    while answers(socket):
        if time.monotonic() > until:
            raise ImproperlyConfigured(f"An old broker on {socket} does not stop; end that process, then start again.")
        time.sleep(0.05)


def _make_private(folder: Path) -> None:
    """Make the socket's folder; one in the shared temporary directory may have been made by somebody else."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = folder.stat()
    if found.st_uid != os.getuid() or found.st_mode & 0o077:
        raise ImproperlyConfigured(f"The folder {folder} must belong to you and be closed to others (mode 0700).")
