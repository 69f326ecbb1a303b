"""A loaded model: its slots, each with the cache of its last sequence, and the prompt cache in host memory."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.servers.ollama.catalogue import Model
from tests.servers.ollama.tokens import common_prefix
from tests.servers.simulator.clock import Clock

_SIMILAR = 0.10  # a slot is chosen for its content when it holds more than this share of the prompt
_KEEPS_ENOUGH = 0.5  # below this share of kept content, the old prompt is first saved to host memory
_WORTH_RESTORING = 0.25


@dataclass(eq=False)
class Slot:
    """One sequence. `tokens` is what its cache holds; `freed_at` is the simulated time of its last release."""

    index: int
    tokens: list[str] = field(default_factory=list)
    busy: bool = False
    freed_at: float = 0.0


class PromptCache:
    """Prompts kept in host memory when a slot's content is about to be lost. `limit` in bytes; 0 switches it off."""

    def __init__(self, *, limit: int, bytes_per_token: int) -> None:
        self.limit = limit
        self.bytes_per_token = bytes_per_token
        self.prompts: list[list[str]] = []

    def swap(self, slot: Slot, prompt: list[str]) -> None:
        """Save the slot's content, then restore a saved prompt if one shares more with the new prompt."""
        if not self.limit or not slot.tokens:
            return
        shared = common_prefix(slot.tokens, prompt)
        best, best_kept = None, shared / len(slot.tokens)
        best_shared = shared
        self._save(slot.tokens)
        for saved in self.prompts:
            shared = common_prefix(saved, prompt)
            kept = shared / len(saved)
            if kept >= _WORTH_RESTORING and kept > best_kept and shared > best_shared:
                best, best_kept, best_shared = saved, kept, shared
        if best is not None:
            self.prompts.remove(best)
            slot.tokens = best

    def _save(self, tokens: list[str]) -> None:
        if any(common_prefix(saved, tokens) == len(tokens) for saved in self.prompts):
            return
        self.prompts = [saved for saved in self.prompts if common_prefix(saved, tokens) < len(saved)]
        self.prompts.append(tokens)
        while len(self.prompts) > 1 and sum(map(len, self.prompts)) * self.bytes_per_token > self.limit:
            self.prompts.pop(0)


class Runner:
    """One child process of the server. Requests wait for a slot first come, first served, without a limit."""

    def __init__(
        self, clock: Clock, model: Model, *, settings: tuple, slots: int, cache_ram: int, legacy: bool
    ) -> None:
        self.clock = clock
        self.model = model
        self.settings = settings
        self.num_ctx: int = settings[0]
        self.slots = [Slot(index) for index in range(slots)]
        self.prompts = PromptCache(limit=0 if legacy else cache_ram, bytes_per_token=model.kv_bytes)
        self.threshold = 0.0 if legacy else _SIMILAR
        self.users = 0
        self.stopped = False
        self.keep_alive = 300.0
        self.expires_at = float("inf")
        self.queue: deque[object] = deque()

    @property
    def size(self) -> int:
        """Bytes in memory: weights, key-value cache of all slots, and half a gibibyte to compute in."""
        return self.model.size + self.num_ctx * len(self.slots) * self.model.kv_bytes + 512 * 1024**2

    def take_slot(self, prompt: list[str], *, gone: Callable[[], bool]) -> tuple[Slot, int]:
        """Wait for a free slot and fill it with the prompt; gives it and the number of cached tokens; raises Gone."""
        ticket = object()
        with self.clock.changed:
            self.queue.append(ticket)
        try:
            self.clock.wait(lambda: self._turn(ticket), gone=gone)
            with self.clock.changed:
                slot = self._choose(prompt)
                cached = min(common_prefix(slot.tokens, prompt), len(prompt) - 1)
                slot.tokens, slot.busy = prompt, True
                return slot, cached
        finally:
            with self.clock.changed:
                self.queue.remove(ticket)
                self.clock.changed.notify_all()

    def _turn(self, ticket: object) -> float | None:
        if self.queue[0] is ticket and not all(slot.busy for slot in self.slots):
            return 0
        return None

    def _choose(self, prompt: list[str]) -> Slot:
        free = [slot for slot in self.slots if not slot.busy]
        closest = max(free, key=lambda slot: common_prefix(slot.tokens, prompt))
        shared = common_prefix(closest.tokens, prompt)
        if closest.tokens and shared / len(prompt) > self.threshold:
            if shared / len(closest.tokens) < _KEEPS_ENOUGH:
                self.prompts.swap(closest, prompt)
            return closest
        oldest = min(free, key=lambda slot: slot.freed_at)
        self.prompts.swap(oldest, prompt)
        return oldest

    def free(self, slot: Slot, *, tokens: list[str], at: float) -> None:
        """Give a slot back with what its cache holds now; `at` is the simulated time at which it became free."""
        with self.clock.changed:
            slot.tokens, slot.busy, slot.freed_at = tokens, False, at
            self.clock.changed.notify_all()
