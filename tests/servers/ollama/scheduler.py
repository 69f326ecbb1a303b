"""Which models are loaded: fast path, pending queue, reloads, room, keep-alive.

Only a request that needs a load or a reload enters the pending queue, and only that queue can be full (503). One load
runs at a time; a reload first waits until the old runner has no users.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from math import inf

from tests.servers.ollama.catalogue import Model
from tests.servers.ollama.runner import Runner
from tests.servers.ollama.wire import ApiError
from tests.servers.simulator.clock import Clock

BUSY = "server busy, please try again.  maximum pending requests exceeded"


@dataclass(frozen=True)
class Limits:
    """The server's settings. `vram`, `cache_ram` in bytes, `load_rate` in bytes a second, `keep_alive` in seconds."""

    slots: int = 1
    max_queue: int = 512
    max_loaded: int = 3
    vram: int = 22 * 1024**3
    cache_ram: int = 8192 * 1024**2
    load_rate: float = 3e9
    keep_alive: float = 300.0


class Scheduler:
    """The table of loaded runners, keyed by the blob of the weights."""

    def __init__(self, clock: Clock, limits: Limits, *, legacy: bool) -> None:
        self.clock = clock
        self.limits = limits
        self.legacy = legacy
        self.runners: dict[str, Runner] = {}
        self.loads = 0
        self.pending: deque[object] = deque()
        self._loading: object | None = None

    @property
    def loading(self) -> bool:
        """Whether a load is going on, or waits for the old runner to be idle."""
        return self._loading is not None

    def settings(self, model: Model, options: dict, *, shift: bool) -> tuple:
        """What a runner is started with; any difference means a reload. `num_ctx` is first."""
        runner_options = (options["num_ctx"], options["num_batch"], options["num_gpu"], options["main_gpu"])
        more = (options["use_mmap"], options["num_thread"], options["draft_num_predict"], model.adapters)
        return (*runner_options, *more, None if self.legacy else shift)

    def acquire(self, model: Model, settings: tuple, *, gone: Callable[[], bool]) -> tuple[Runner, float]:
        """A runner with one more user, and the simulated seconds of loading; raises ApiError 503 and Gone."""
        with self.clock.changed:
            self.expire()
            runner = self.runners.get(model.blob)
            if runner and runner.settings == settings:
                return self._use(runner), 0.0
            if len(self.pending) >= self.limits.max_queue:
                raise ApiError(503, BUSY)
            ticket = object()
            self.pending.append(ticket)
        try:
            self.clock.wait(lambda: self._turn(ticket), gone=gone)
            return self._load(model, settings, gone=gone)
        finally:
            with self.clock.changed:
                if ticket in self.pending:
                    self.pending.remove(ticket)
                if self._loading is ticket:
                    self._loading = None
                self.clock.changed.notify_all()

    def _turn(self, ticket: object) -> float | None:
        if self._loading is None and self.pending[0] is ticket:
            self._loading = self.pending.popleft()
            return 0
        return None

    def _load(self, model: Model, settings: tuple, *, gone: Callable[[], bool]) -> tuple[Runner, float]:
        with self.clock.changed:
            runner = self.runners.get(model.blob)
            if runner and runner.settings == settings:
                return self._use(runner), 0.0
        if runner:
            self._unload_when_idle(runner, gone=gone)
        fresh = Runner(
            self.clock,
            model,
            settings=settings,
            slots=self.limits.slots,
            cache_ram=self.limits.cache_ram,
            legacy=self.legacy,
        )
        while (victim := self._victim(fresh)) is not None:
            self._unload_when_idle(victim, gone=gone)
        seconds = 1 + model.size / self.limits.load_rate
        self.clock.pause(seconds, gone=gone)
        with self.clock.changed:
            self.runners[model.blob] = fresh
            self.loads += 1
            return self._use(fresh), seconds

    def _victim(self, fresh: Runner) -> Runner | None:
        with self.clock.changed:
            runners = list(self.runners.values())
            used = sum(runner.size for runner in runners) + fresh.size
            if not runners or (len(runners) < self.limits.max_loaded and used <= self.limits.vram):
                return None
            return min(runners, key=lambda runner: (runner.users > 0, runner.keep_alive))

    def _unload_when_idle(self, runner: Runner, *, gone: Callable[[], bool]) -> None:
        def ready() -> float | None:
            if runner.users:
                return None
            self.unload(runner)
            return 0

        self.clock.wait(ready, gone=gone)

    def _use(self, runner: Runner) -> Runner:
        runner.users += 1
        runner.expires_at = inf
        return runner

    def release(self, runner: Runner, *, keep_alive: float | None) -> None:
        """One user less; the runner stays for this request's `keep_alive` in seconds (None: the default)."""
        with self.clock.changed:
            runner.users -= 1
            runner.keep_alive = self.limits.keep_alive if keep_alive is None else keep_alive
            runner.expires_at = self.clock.now() + runner.keep_alive
            if runner.users == 0 and (runner.keep_alive == 0 or runner.stopped):
                self.unload(runner)
            self.clock.changed.notify_all()

    def unload(self, runner: Runner) -> None:
        """Forget a runner and all that its slots held."""
        with self.clock.changed:
            runner.stopped = True
            if self.runners.get(runner.model.blob) is runner:
                del self.runners[runner.model.blob]
            self.clock.changed.notify_all()

    def unload_all(self) -> None:
        with self.clock.changed:
            for runner in list(self.runners.values()):
                self.unload(runner)

    def expire(self) -> None:
        """Unload what nobody used for its keep-alive."""
        with self.clock.changed:
            for runner in list(self.runners.values()):
                if not runner.users and runner.expires_at <= self.clock.now():
                    self.unload(runner)
