"""A server on a real port: started, stopped as a killed one goes down, held, waited for."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import ThreadingHTTPServer
from types import TracebackType
from typing import Self

from tests.servers.simulator.clock import Clock
from tests.servers.simulator.handler import ConnectionHandler


class _Listener(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 1024


class Simulator:
    """What every simulated server can do; `handler` answers its connections."""

    handler: type[ConnectionHandler]

    def __init__(self, *, host: str, port: int, speed: float) -> None:
        self.host, self.port = host, port
        self.clock = Clock(speed=speed)
        self.held = False
        self.epoch = 0
        self._connections: set[socket.socket] = set()
        self._listener: _Listener | None = None

    @property
    def url(self) -> str:
        return f"http://{self.host}:{self.port}"

    def start(self) -> Self:
        """Listen; a port of 0 is replaced by the one that was given, so that a later start uses it again."""
        handler = type("BoundHandler", (self.handler,), {"simulator": self, "epoch": self.epoch})
        self._listener = _Listener((self.host, self.port), handler)
        self.port = self._listener.server_address[1]
        threading.Thread(target=self._listener.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def stop(self) -> None:
        """Go down as a killed server does: all connections end."""
        if self._listener is None:
            return
        self.epoch += 1
        self._listener.shutdown()
        self._listener.server_close()
        self._listener = None
        with self.clock.changed:
            self.clock.changed.notify_all()
        for connection in list(self._connections):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self.went_down()

    def went_down(self) -> None:
        """What is lost when the server goes down; nothing unless a server says so."""

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()

    def opened(self, connection: socket.socket) -> None:
        self._connections.add(connection)

    def closed(self, connection: socket.socket) -> None:
        self._connections.discard(connection)

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Within this block no answer begins: what a test needs to see calls waiting."""
        self.held = True
        try:
            yield
        finally:
            with self.clock.changed:
                self.held = False
                self.clock.changed.notify_all()

    def wait_for(self, condition: Callable[[], bool], *, seconds: float = 10.0) -> bool:
        """Wait until a condition holds, at most so many real seconds; returns whether it does."""
        end = time.monotonic() + seconds
        with self.clock.changed:
            while not condition() and time.monotonic() < end:
                self.clock.changed.wait(0.01)
            return condition()
