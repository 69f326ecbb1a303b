"""A simulated server as a program of its own."""

import signal
import sys
import threading
from collections.abc import Callable

from tests.servers.simulator.server import Simulator


def run(make: Callable[[], Simulator]) -> int:
    """Run until SIGTERM or SIGINT; prints the URL when the server answers. 2 for a port that cannot be used."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    try:
        server = make().start()
    except OSError as error:
        print(f"The port cannot be used: {error}", file=sys.stderr)
        return 2
    print(server.url, flush=True)
    stop.wait()
    server.stop()
    return 0
