"""What the simulator counts: totals, and one record per chat or generate call."""

import hashlib
from dataclasses import dataclass, field

from tests.servers.simulator.ledger import Records


@dataclass(eq=False)
class Record:
    """One call. Times are simulated seconds since the simulator began; `prefix` is the hash of `prefix_hash`.

    `in_flight` is the largest number of calls that were open at once while this one was; `body` is what was sent.
    """

    path: str
    model: str
    start: float
    end: float = 0.0
    queued: float = 0.0
    load: float = 0.0
    prefix: str = ""
    prompt_tokens: int = 0
    evaluated: int = 0
    generated: int = 0
    slot: int = -1
    in_flight: int = 0
    options: dict = field(default_factory=dict)
    shift: bool = True
    stream: bool = True
    status: int = 0
    done_reason: str = ""
    fault: str = ""
    body: bytes = b""

    def as_json(self) -> dict:
        """All but the body, which holds the prompt."""
        return {name: value for name, value in vars(self).items() if name != "body"}


def prefix_hash(prompt: str) -> str:
    """12 hexadecimal digits of what stands before the last `<cv`, or without one of the first 2,000 characters."""
    at = prompt.rfind("<cv ")
    return hashlib.sha256(prompt[: at if at >= 0 else 2000].encode("utf-8", "replace")).hexdigest()[:12]


class Ledger(Records[Record]):
    """Records in the order of arrival."""

    def end(self, record: Record, *, at: float) -> None:
        super().end(record, at=max(at, record.start))

    @property
    def in_flight(self) -> int:
        return len(self._open)

    def totals(self) -> dict:
        """Sums over all records."""
        with self._lock:
            return {
                "calls": len(self.records),
                "in_flight": len(self._open),
                "in_flight_max": max((record.in_flight for record in self.records), default=0),
                "prompt_tokens": sum(record.prompt_tokens for record in self.records),
                "prompt_tokens_evaluated": sum(record.evaluated for record in self.records),
                "tokens_generated": sum(record.generated for record in self.records),
                "first_start": min((record.start for record in self.records), default=0.0),
                "last_end": max((record.end for record in self.records), default=0.0),
            }
