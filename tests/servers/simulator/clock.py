"""Simulated time. With `speed` 50, one real second is 50 simulated ones; with 0 or infinity nothing ever sleeps.

Without sleeping, the clock shows real time plus what `advance` added, so that keep-alive can still run out in a test.
"""

import math
import threading
import time
from collections.abc import Callable

_LOOK = 0.05  # real seconds between two looks at whether the client is still there


class Gone(Exception):
    """The client closed its connection, or the server is stopping."""


class Clock:
    """A clock with the one lock that all simulated state shares; `changed` is notified at every change."""

    def __init__(self, *, speed: float) -> None:
        self.instant = speed == 0 or math.isinf(speed)
        self.rate = 1.0 if self.instant else float(speed)
        self.changed = threading.Condition(threading.RLock())
        self._origin = time.monotonic()
        self._offset = 0.0

    def now(self) -> float:
        """Simulated seconds since the simulator was made."""
        return (time.monotonic() - self._origin) * self.rate + self._offset

    def advance(self, seconds: float) -> None:
        """Let simulated seconds pass at once."""
        with self.changed:
            self._offset += seconds
            self.changed.notify_all()

    def wait(self, ready: Callable[[], float | None], *, gone: Callable[[], bool]) -> None:
        """Wait until `ready` gives 0. Else it gives the simulated seconds to wait, or None: until something changes.

        `ready` runs under the lock. Raises Gone as soon as `gone` says so.
        """
        while True:
            with self.changed:
                left = ready()
                if left is not None and left <= 0:
                    return
                self.changed.wait(_LOOK if left is None else min(left / self.rate, _LOOK))
            if gone():
                raise Gone

    def pause(self, seconds: float, *, gone: Callable[[], bool]) -> float:
        """Sleep simulated seconds (not at all when instant); returns the simulated time at which the pause ended."""
        end = self.now() + (0 if self.instant else seconds)
        self.wait(lambda: end - self.now(), gone=gone)
        return end

    def hold_real(self, seconds: float, *, gone: Callable[[], bool], released: Callable[[], bool]) -> None:
        """Sleep real seconds, whatever the speed: for faults that a client's own time-out has to notice."""
        end = time.monotonic() + seconds

        def ready() -> float | None:
            left = end - time.monotonic()
            return 0 if released() else left * self.rate

        self.wait(ready, gone=gone)
