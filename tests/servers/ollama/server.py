"""The server as one object: its settings, its state, and how it is started and stopped."""

import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from http.server import ThreadingHTTPServer
from types import TracebackType

from tests.servers.ollama.catalogue import Model
from tests.servers.ollama.clock import Clock
from tests.servers.ollama.faults import FaultList
from tests.servers.ollama.handler import Handler
from tests.servers.ollama.ledger import Ledger, Record
from tests.servers.ollama.machine import Machine
from tests.servers.ollama.options import default_context
from tests.servers.ollama.scheduler import Limits, Scheduler
from tests.servers.ollama.store import Store

VERSION = "0.33.0"
LEGACY_VERSION = "0.12.10"  # the last one without log probabilities
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


class _Listener(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 1024


class OllamaSimulator:
    """A simulated Ollama on a real port.

    `speed` is simulated seconds per real one; 0 or infinity never sleeps. `prefill` and `decode` are tokens a second
    of one slot alone; `gain` is the decoding of four busy slots together against one. `models` are names of the
    library or Model values. `obey` lets the model follow instructions in a CV. `confidence` is the probability of the
    level it says. `plain_tokens` is the length of the plain loop's answer. `pull_rate` in bytes a second. `limits`
    are the server's settings; they win over `slots`. Without `counts_cached`, `prompt_eval_count` leaves cached
    tokens out, as servers before 0.4 did.
    """

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        slots: int = 1,
        prefill: float = 400.0,
        decode: float = 25.0,
        speed: float = float("inf"),
        gain: float = 1.3,
        models: Iterable[str | Model] = ("qwen2.5:7b",),
        legacy: bool = False,
        counts_cached: bool = True,
        version: str = "",
        obey: bool = False,
        confidence: float = 0.80,
        plain_tokens: int = 200,
        pull_rate: float = 100e6,
        limits: Limits | None = None,
    ) -> None:
        self.host, self.port = host, port
        self.prefill, self.decode = prefill, decode
        self.legacy, self.version = legacy, version or (LEGACY_VERSION if legacy else VERSION)
        self.counts_cached = counts_cached
        self.obey, self.confidence = obey, confidence
        self.plain_tokens, self.pull_rate = plain_tokens, pull_rate
        self.clock = Clock(speed=speed)
        self.machine = Machine(self.clock, gain_at_four=gain)
        self.scheduler = Scheduler(self.clock, limits or Limits(slots=slots), legacy=legacy)
        self.default_ctx = default_context(self.scheduler.limits.vram)
        self.store = Store(models)
        self.faults = FaultList()
        self.ledger = Ledger()
        self.held = False
        self.epoch = 0
        self._connections: set[socket.socket] = set()
        self._listener: _Listener | None = None

    @property
    def url(self) -> str:
        return f"http://{self.host}:{self.port}"

    @property
    def loopback(self) -> bool:
        return self.host in _LOOPBACK

    @property
    def calls(self) -> list[Record]:
        """The records of chat and generate calls, oldest first."""
        return self.ledger.records

    def start(self) -> "OllamaSimulator":
        """Listen; a port of 0 is replaced by the one that was given, so that a later start uses it again."""
        handler = type("BoundHandler", (Handler,), {"simulator": self, "epoch": self.epoch})
        self._listener = _Listener((self.host, self.port), handler)
        self.port = self._listener.server_address[1]
        threading.Thread(target=self._listener.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def stop(self) -> None:
        """Go down as a killed server does: all connections end, and nothing stays loaded. Installed models stay."""
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
        self.scheduler.unload_all()

    def __enter__(self) -> "OllamaSimulator":
        return self.start()

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()

    def opened(self, connection: socket.socket) -> None:
        self._connections.add(connection)

    def closed(self, connection: socket.socket) -> None:
        self._connections.discard(connection)

    def install(self, model: str | Model) -> Model:
        """Install a model at once; raises KeyError for a name that the library does not have."""
        return self.store.install(model)

    def remove(self, name: str) -> None:
        """Remove an installed model; nothing happens when it is not there."""
        self.store.remove(name)

    def fault(self, fault: str, *, times: int = 1, match: str = "", seconds: float = 5.0) -> None:
        """Let the next `times` requests that fit meet a fault (0: until cleared). `match` must stand in their prompt.

        `seconds` are real seconds, for `slow_first_token`. Raises ValueError for a name that is none.
        """
        self.faults.add(fault, times=times, match=match, seconds=seconds)

    def clear(self) -> None:
        """Forget the faults to come, and let go on what hangs."""
        with self.clock.changed:
            self.faults.clear()
            self.clock.changed.notify_all()

    def reset(self) -> None:
        """Clear the faults and the counters; loaded models stay loaded."""
        self.clear()
        self.ledger.clear()
        with self.clock.changed:
            self.machine.busy_seconds = 0.0
            self.scheduler.loads = 0

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Within this block no call gets its first token: what a test needs to see calls waiting."""
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

    def stats(self) -> dict:
        """Counters since the start or the last reset; times are simulated seconds."""
        totals = self.ledger.totals()
        with self.clock.changed:
            loaded = [runner.model.name for runner in self.scheduler.runners.values()]
            state = {
                "busy_seconds": self.machine.busy_seconds,
                "loads": self.scheduler.loads,
                "loading": self.scheduler.loading,
                "working": self.machine.working,
                "now": self.clock.now(),
                "pending": len(self.scheduler.pending),
                "loaded": loaded,
            }
        coming = [vars(fault) for fault in self.faults.coming]
        return totals | state | {"faults": coming, "log": [record.as_json() for record in list(self.calls)]}
