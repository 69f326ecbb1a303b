"""The memory of reading processes and of the programs that they start, looked at all the time; Linux only."""

import contextlib
import threading
from collections.abc import Callable
from pathlib import Path

EVERY_SECONDS = 0.02


class Watch(threading.Thread):
    """`peak_mb` is the most that one process held, `family_mb` the most that one child and its programs held at once.

    `during` names what was being read when the first was seen.
    """

    def __init__(self, processes: Callable[[], list[int]], reading: dict[int, str]) -> None:
        super().__init__(daemon=True)
        self._processes, self._reading = processes, reading
        self._ended = threading.Event()
        self.peak_mb = self.family_mb = 0.0
        self.during: list[str] = []

    def run(self) -> None:
        while not self._ended.wait(EVERY_SECONDS):
            for pid in self._processes():
                family = _family(pid)
                self.family_mb = max(self.family_mb, sum(_kilobytes(one, "VmRSS:") for one in family) / 1024)
                peak = max(_kilobytes(one, "VmHWM:") for one in family) / 1024
                if peak > self.peak_mb:
                    self.peak_mb, self.during = peak, list(self._reading.values())

    def end(self) -> None:
        """Stop to look."""
        self._ended.set()
        self.join()


def _family(pid: int) -> list[int]:
    found = [pid]
    for one in found:
        with contextlib.suppress(OSError):
            for thread in Path(f"/proc/{one}/task").iterdir():
                found += map(int, (thread / "children").read_text().split())
    return found


def _kilobytes(pid: int, line: str) -> int:
    with contextlib.suppress(OSError, ValueError, IndexError):
        return int(Path(f"/proc/{pid}/status").read_text().partition(line)[2].split()[0])
    return 0
