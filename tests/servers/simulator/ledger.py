"""Records of what was asked, in the order of arrival, and how many were open at once."""

import threading
from typing import Generic, Protocol, TypeVar


class Recorded(Protocol):
    """One request; `in_flight` is the largest number of its kind that were open at once while this one was."""

    end: float
    in_flight: int


Record = TypeVar("Record", bound=Recorded)


class Records(Generic[Record]):
    """Records in the order of arrival; safe for threads."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self._open: list[Record] = []
        self._lock = threading.Lock()

    def begin(self, record: Record) -> None:
        with self._lock:
            self.records.append(record)
            self._open.append(record)
            alike = [other for other in self._open if self._is_alike(other, record)]
            for other in alike:
                other.in_flight = max(other.in_flight, len(alike))

    def end(self, record: Record, *, at: float) -> None:
        with self._lock:
            record.end = at
            if record in self._open:
                self._open.remove(record)

    def clear(self) -> None:
        with self._lock:
            self.records.clear()

    def _is_alike(self, other: Record, record: Record) -> bool:
        """Whether two requests are counted together."""
        return True
