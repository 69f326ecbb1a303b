"""One machine that several slots share.

The rule: with n busy slots, a prompt is evaluated at `prefill / n` tokens a second (parallel prompts gain nothing),
and an answer is generated at `decode * gain(n) / n`, where gain grows evenly from 1 at one slot to `gain_at_four` at
four and stays there. Rates change at the very moment at which a slot becomes busy or free.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.servers.simulator.clock import Clock

PREFILL = "prefill"
DECODE = "decode"
_NOTHING = 1e-9


@dataclass(eq=False)
class Work:
    """What one slot does now: phases with their seconds `left` at full speed, and when each one `ended`."""

    left: list[list]
    started: float
    full: dict[str, float]
    ended: dict[str, float] = field(default_factory=dict)

    def progress(self, seconds: float, *, at: float) -> None:
        """Take off seconds at full speed from the first phase."""
        phase = self.left[0]
        phase[1] -= seconds
        if phase[1] <= _NOTHING:
            self.ended[phase[0]] = at
            self.left.pop(0)

    def skip_empty(self, *, at: float) -> None:
        while self.left and self.left[0][1] <= _NOTHING:
            self.ended[self.left.pop(0)[0]] = at


class Machine:
    """Shares time between busy slots and counts the busy seconds."""

    def __init__(self, clock: Clock, *, gain_at_four: float) -> None:
        self.clock = clock
        self.gain_at_four = gain_at_four
        self.busy_seconds = 0.0
        self._works: list[Work] = []
        self._at = 0.0
        self._idle_since = 0.0

    @property
    def working(self) -> int:
        """How many slots are busy."""
        return len(self._works)

    def share(self, kind: str, slots: int) -> float:
        """Part of the full rate that one of `slots` busy slots gets."""
        if kind == PREFILL:
            return 1 / slots
        return (1 + (self.gain_at_four - 1) * (min(slots, 4) - 1) / 3) / slots

    def begin(self, *, prefill: float, decode: float, since: float) -> Work:
        """Start work of so many seconds at full speed that could have started at `since`.

        The time since then went into the simulator's own work (splitting tokens, choosing the answer), so it is
        credited: else its own slowness, multiplied by its speed, would count as the simulated server's.
        """
        with self.clock.changed:
            self._settle()
            work = Work([[PREFILL, prefill], [DECODE, decode]], since, {PREFILL: prefill, DECODE: decode})
            if self.clock.instant:
                self.busy_seconds += prefill + decode
                work.ended = {PREFILL: since + prefill, DECODE: since + prefill + decode}
                work.left = []
                return work
            if not self._works:
                self.busy_seconds += max(0.0, self._at - max(since, self._idle_since))
            self._credit(work, since=since)
            if work.left:
                self._works.append(work)
            self.clock.changed.notify_all()
            return work

    def _credit(self, work: Work, *, since: float) -> None:
        at = since
        work.skip_empty(at=at)
        while work.left and self._at - at > _NOTHING:
            share = self.share(work.left[0][0], len(self._works) + 1)
            step = min(self._at - at, work.left[0][1] / share)
            at += step
            work.progress(step * share, at=at)
            work.skip_empty(at=at)

    def reach(self, work: Work, kind: str, part: float, *, gone: Callable[[], bool]) -> None:
        """Wait until `part` (0 to 1) of a phase is done; raises Gone."""
        if kind in work.ended:
            return

        def ready() -> float:
            self._settle()
            if kind in work.ended:
                return 0.0
            todo = 0.0
            for name, left in work.left:
                wanted = left - (1 - part) * work.full[kind] if name == kind else left
                todo += max(0.0, wanted) / self.share(name, len(self._works))
                if name == kind:
                    break
            return 0.0 if todo <= _NOTHING else todo

        self.clock.wait(ready, gone=gone)

    def stop(self, work: Work) -> float:
        """Take work off the machine, finished or not; returns the simulated time at which its slot became free."""
        with self.clock.changed:
            self._settle()
            if work in self._works:
                self._works.remove(work)
                self._note_idle()
            self.clock.changed.notify_all()
            unfinished = bool(work.left) or self.clock.instant
            return self._at if unfinished else max(work.ended.values())

    def _settle(self) -> None:
        """Move every work on to the present moment, phase end by phase end."""
        now = self.clock.now()
        while self._works and now - self._at > _NOTHING:
            slots = len(self._works)
            shares = [self.share(work.left[0][0], slots) for work in self._works]
            step = min(
                [now - self._at, *(work.left[0][1] / share for work, share in zip(self._works, shares, strict=True))]
            )
            self._at += step
            self.busy_seconds += step
            for work, share in zip(self._works, shares, strict=True):
                work.progress(step * share, at=self._at)
                work.skip_empty(at=self._at)
            self._works = [work for work in self._works if work.left]
            self._note_idle()
        self._at = max(self._at, now)

    def _note_idle(self) -> None:
        if not self._works:
            self._idle_since = self._at
