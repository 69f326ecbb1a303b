"""The server as one object: its settings, its state, and how it is started and stopped."""

from collections.abc import Iterable

from tests.servers.ollama.catalogue import Model
from tests.servers.ollama.faults import FaultList
from tests.servers.ollama.handler import Handler
from tests.servers.ollama.ledger import Ledger, Record
from tests.servers.ollama.machine import Machine
from tests.servers.ollama.options import default_context
from tests.servers.ollama.scheduler import Limits, Scheduler
from tests.servers.ollama.store import Store
from tests.servers.simulator.server import Simulator

VERSION = "0.33.0"
LEGACY_VERSION = "0.12.10"  # the last one without log probabilities
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


class OllamaSimulator(Simulator):
    """A simulated Ollama on a real port.

    `speed` is simulated seconds per real one; 0 or infinity never sleeps. `prefill` and `decode` are tokens a second
    of one slot alone; `gain` is the decoding of four busy slots together against one. `models` are names of the
    library or Model values. `obey` lets the model follow instructions in a CV. `confidence` is the probability of the
    level it says. `plain_tokens` is the length of the plain loop's answer. `pull_rate` in bytes a second. `limits`
    are the server's settings; they win over `slots`. Without `counts_cached`, `prompt_eval_count` leaves cached
    tokens out, as servers before 0.4 did. `hold` keeps calls from their first token. A stop unloads what is loaded;
    installed models stay.
    """

    handler = Handler

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
        super().__init__(host=host, port=port, speed=speed)
        self.prefill, self.decode = prefill, decode
        self.legacy, self.version = legacy, version or (LEGACY_VERSION if legacy else VERSION)
        self.counts_cached = counts_cached
        self.obey, self.confidence = obey, confidence
        self.plain_tokens, self.pull_rate = plain_tokens, pull_rate
        self.machine = Machine(self.clock, gain_at_four=gain)
        self.scheduler = Scheduler(self.clock, limits or Limits(slots=slots), legacy=legacy)
        self.default_ctx = default_context(self.scheduler.limits.vram)
        self.store = Store(models)
        self.faults = FaultList()
        self.ledger = Ledger()

    @property
    def loopback(self) -> bool:
        return self.host in _LOOPBACK

    @property
    def calls(self) -> list[Record]:
        """The records of chat and generate calls, oldest first."""
        return self.ledger.records

    def went_down(self) -> None:
        self.scheduler.unload_all()

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
