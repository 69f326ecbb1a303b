"""What the simulator keeps: one record a request, and its bill, line by line."""

import json
from dataclasses import dataclass, field
from decimal import Decimal

from tests.servers.claude.pricelist import Counted
from tests.servers.simulator.ledger import Records


@dataclass(eq=False)
class Record:
    """One request. `headers` have lower-case names; times are simulated seconds since the simulator began; `in_flight`
    is the largest number of requests of its kind that were open at once while this one was; `compiled` says that its
    schema was new; `usd` is what it was charged at once."""

    method: str
    path: str
    start: float
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    request_id: str = ""
    end: float = 0.0
    status: int = 0
    model: str = ""
    fault: str = ""
    counted: Counted | None = None
    compiled: bool = False
    in_flight: int = 0
    usd: Decimal = Decimal(0)

    @property
    def json(self) -> dict:
        """The body as it was sent."""
        return json.loads(self.body)


@dataclass(frozen=True)
class BillLine:
    """One charged answer: `custom_id` is "" for a call of its own."""

    model: str
    usd: Decimal
    counted: Counted
    batch: str = ""
    custom_id: str = ""
    request_id: str = ""


class Ledger(Records[Record]):
    """Records in the order of arrival, and the bill."""

    def __init__(self) -> None:
        super().__init__()
        self.bill: list[BillLine] = []

    def open_at(self, path: str) -> int:
        """How many requests to that path have no answer yet."""
        with self._lock:
            return sum(record.path == path for record in self._open)

    def charge(self, line: BillLine) -> None:
        with self._lock:
            self.bill.append(line)

    def total(self) -> Decimal:
        with self._lock:
            return sum((line.usd for line in self.bill), Decimal(0))

    def clear(self) -> None:
        super().clear()
        with self._lock:
            self.bill.clear()

    def _is_alike(self, other: Record, record: Record) -> bool:
        return other.path == record.path
