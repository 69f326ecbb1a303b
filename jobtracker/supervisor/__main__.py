"""`python -m jobtracker.supervisor [--demo]`: everything that script/start starts."""

import argparse
import os
import socket
import subprocess
import sys
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from jobtracker.broker import socket_path
from jobtracker.supervisor.broker import stop_stale
from jobtracker.supervisor.children import Child
from jobtracker.supervisor.lock import DataLock
from jobtracker.supervisor.programs import Stage, programs
from jobtracker.supervisor.rounds import Bell, Rounds, say

FIRST_PORT, PORTS = 8000, 20
ALONE_SECONDS, FIRST_PAGE_SECONDS = 10.0, 60.0
LOOPBACK = "localhost,127.0.0.1,::1"


def main() -> int:
    """Exit code: 0 after a clean stop, 1 if it could not go on, 2 if it could not start."""
    parser = argparse.ArgumentParser(
        prog="script/start", description="Start jobtracker: broker, web, workers, scheduler."
    )
    parser.add_argument("--demo", action="store_true", help="also load a demo job with CVs made for the purpose")
    demo = parser.parse_args().demo
    os.environ["DJANGO_SETTINGS_MODULE"] = "jobtracker.settings"
    try:
        data_dir = settings.DATA_DIR
        with DataLock(data_dir) as lock, listen(settings.HOST, port=settings.PORT) as listener:
            return run(lock, listener, data_dir=data_dir, demo=demo)
    except ImproperlyConfigured as error:
        sys.stderr.write(f"jobtracker cannot start: {error}\n")
        return 2


def listen(host: str, *, port: int) -> socket.socket:
    """The web's listening socket. It stays open while the web restarts, so a visitor waits instead of failing.

    Port 0 means the first free one from 8000; a port that was asked for is taken or refused.
    """
    reason = ""
    for candidate in [port] if port else range(FIRST_PORT, FIRST_PORT + PORTS):
        try:
            family, *_, address = socket.getaddrinfo(host, candidate, type=socket.SOCK_STREAM)[0]
            both = family == socket.AF_INET6 and address[0] == "::" and socket.has_dualstack_ipv6()
            return socket.create_server(address, family=family, backlog=512, dualstack_ipv6=both)
        except OSError as error:
            reason = os.strerror(error.errno) if error.errno and error.errno > 0 else str(error.strerror)
    place = f"port {port}" if port else f"no port from {FIRST_PORT} to {FIRST_PORT + PORTS - 1}"
    verb = "cannot" if port else "can"
    raise ImproperlyConfigured(f"{place} of {host} {verb} be listened on ({reason}); set HOST and PORT to free ones.")


def run(lock: DataLock, listener: socket.socket, *, data_dir: Path, demo: bool) -> int:
    """Prepare, start, say the address, watch, stop."""
    home, logs, bell = Path(settings.BASE_DIR), data_dir / "log", Bell()
    logs.mkdir(mode=0o700, exist_ok=True)
    _set_environment(data_dir)
    children = [Child(program, home=home, log_dir=logs) for program in programs(settings, listener=listener.fileno())]
    brokers, webs, others = _by_turn(children)
    if brokers:
        stop_stale(socket_path(data_dir))
    rounds = Rounds(brokers, bell=bell, state=data_dir / "run" / "processes.json")
    try:
        rounds.turn()
        prepare = [sys.executable, "-m", "jobtracker.supervisor.prepare", *(["--demo"] if demo else [])]
        code = subprocess.run(prepare, cwd=home, check=False).returncode  # noqa: S603 - our own module, no shell
        if code == 0:
            rounds.add(webs)
            announce(rounds, lock, listener, log=logs / "web.log", others=others)
            rounds.until_stopped()
        return 0 if bell.stops else code
    finally:
        rounds.stop()
        lock.note("")


def announce(rounds: Rounds, lock: DataLock, listener: socket.socket, *, log: Path, others: list[Child]) -> None:
    """Print one address when the first page answers. The others start after it, so that they do not slow it down."""
    host, port = listener.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - how to reach a wildcard address
    url = f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
    lock.note(url)
    answered = rounds.until_page_answers(host, port=port, seconds=ALONE_SECONDS)
    rounds.add(others)
    if answered or rounds.until_page_answers(host, port=port, seconds=FIRST_PAGE_SECONDS):
        say(f"jobtracker is ready at {url}   (Ctrl-C stops it; logs in {log.parent})")
    elif not rounds.stopping:
        say(f"The first page at {url} does not answer yet; the reason is at the end of {log}")


def _by_turn(children: list[Child]) -> tuple[list[Child], list[Child], list[Child]]:
    """The broker, which comes first, the web, and the rest."""
    first = [child for child in children if child.program.stage == Stage.BROKER]
    second = [child for child in children if child.program.stage == Stage.WEB]
    return first, second, [child for child in children if child not in first + second]


def _set_environment(data_dir: Path) -> None:
    """What every child inherits: one data directory whatever its working directory, and no proxy for this machine."""
    os.environ["DATA_DIR"] = str(data_dir)
    for name in ("NO_PROXY", "no_proxy"):
        os.environ[name] = ",".join(filter(None, [os.environ.get(name, ""), LOOPBACK]))


if __name__ == "__main__":
    sys.exit(main())
