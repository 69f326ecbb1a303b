"""The server as one object: its settings, its state, and how it is started and stopped."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from tests.servers.claude.batches import Batches
from tests.servers.claude.cache import PromptCache
from tests.servers.claude.faults import STORMY, Fault, FaultList
from tests.servers.claude.handler import Handler
from tests.servers.claude.ledger import BillLine, Ledger, Record
from tests.servers.claude.pricelist import MODELS, Model
from tests.servers.claude.writer import Possession
from tests.servers.simulator.server import Simulator


class ClaudeSimulator(Simulator):
    """A simulated Claude on a real port.

    `key` is the one that is accepted ("": any). `speed` is simulated seconds per real one; 0 or infinity never sleeps.
    `latency` and `compile_seconds` (the first call with a schema) in simulated seconds; `prefill` and `decode` in
    tokens a second. `batch_seconds` is how long a batch takes: `advance` the clock, or `finish` it. Every
    `batch_miss`-th request of a batch misses the cache (0: none). `obey` lets the model follow instructions in a CV, a
    Possession makes it do its worst; `thinks` puts a thinking block first. `results_base` makes results_url lead to
    another address. What was charged and handed in outlives a stop.
    """

    handler = Handler

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        key: str = "",
        speed: float = float("inf"),
        latency: float = 0.6,
        prefill: float = 8000.0,
        decode: float = 120.0,
        compile_seconds: float = 12.0,
        batch_seconds: float = 1800.0,
        batch_miss: int = 4,
        obey: bool | Possession = False,
        thinks: bool = False,
        results_base: str = "",
    ) -> None:
        super().__init__(host=host, port=port, speed=speed)
        self.key = key
        self.latency, self.prefill, self.decode = latency, prefill, decode
        self.compile_seconds, self.batch_seconds, self.batch_miss = compile_seconds, batch_seconds, batch_miss
        self.obey, self.thinks, self.results_base = obey, thinks, results_base
        self.models: tuple[Model, ...] = MODELS
        self.retired: set[str] = set()
        self.cache = PromptCache()
        self.grammars: dict[str, float] = {}
        self.faults = FaultList()
        self.ledger = Ledger()
        self.batches = Batches(self)
        self.waiting = 0  # answers that `hold` keeps from beginning
        self.cleared = 0
        self._began = datetime.now(UTC)

    @property
    def requests(self) -> list[Record]:
        """The records of all requests, oldest first."""
        return self.ledger.records

    @property
    def calls(self) -> list[Record]:
        """The records of POST /v1/messages, oldest first."""
        return [record for record in self.ledger.records if record.path == "/v1/messages"]

    @property
    def bill(self) -> Decimal:
        """All that was charged, in US dollars, exactly."""
        return self.ledger.total()

    @property
    def bill_lines(self) -> list[BillLine]:
        return self.ledger.bill

    def wall(self) -> datetime:
        """The date and time that the server shows."""
        return self._began + timedelta(seconds=self.clock.now())

    def lifecycle(self, model: Model) -> str:
        return "retired" if {model.id, model.alias} & self.retired else model.lifecycle

    def fault(
        self, fault: str, *, times: int = 1, match: str = "", seconds: float = 5.0, retry_after: str = ""
    ) -> None:
        """Let the next `times` requests that fit meet a fault (0: until cleared). Raises ValueError for no name."""
        with self.clock.changed:
            self.faults.add(Fault(fault, times, match, seconds, retry_after))

    def storm(self, share: float, *, seed: int = 7, names: Iterable[str] = STORMY) -> None:
        """Let any request meet faults by chance, until `clear` or a share of 0; the same seed throws the same dice."""
        with self.clock.changed:
            self.faults.storm(share, seed=seed, names=names)

    def clear(self) -> None:
        """Forget the faults to come, end the storm, and let go on what hangs."""
        with self.clock.changed:
            self.faults.coming.clear()
            self.faults.storm(0.0, seed=0)
            self.cleared += 1
            self.clock.changed.notify_all()

    def finish(self, batch_id: str = "") -> None:
        """Let a batch, or all of them, end at once."""
        with self.clock.changed:
            self.batches.finish(batch_id)

    def retire(self, model: str) -> None:
        """From now on calls of that model are a 404, and the list does not have it."""
        self.retired.add(model)

    def wait_while_held(self, gone: Callable[[], bool]) -> None:
        with self.clock.changed:
            self.waiting += 1
        try:
            self.clock.wait(lambda: None if self.held else 0, gone=gone)
        finally:
            with self.clock.changed:
                self.waiting -= 1

    def hold_real(self, seconds: float, *, gone: Callable[[], bool]) -> None:
        """Sleep real seconds, or until the faults are cleared."""
        before = self.cleared
        self.clock.hold_real(seconds, gone=gone, released=lambda: self.cleared != before)

    @property
    def in_flight(self) -> int:
        """Messages that were asked for and have no answer yet."""
        return self.ledger.open_at("/v1/messages")

    def stats(self) -> dict:
        """Counters since the start: what was asked, and the bill."""
        calls = self.calls
        return {
            "requests": len(self.requests),
            "messages": len(calls),
            "in_flight": self.in_flight,
            "in_flight_max": max((record.in_flight for record in calls), default=0),
            "charged": len(self.bill_lines),
            "bill_usd": str(self.bill),
            "batches": [{"id": one.id, "state": one.state, "requests": len(one.requests)}
                        for one in self.batches.all.values()],
            "faults": [vars(fault) for fault in self.faults.coming],
        }  # fmt: skip
