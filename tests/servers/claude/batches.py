"""Message Batches: counts that stay frozen until all has ended, results in any order, and what may go wrong."""

import random
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tests.servers.claude import faults
from tests.servers.claude.messages import answer_in_batch, fault_of, parse
from tests.servers.claude.wire import ApiError, dumps, invalid, missing, new_id, page_size, stamp

if TYPE_CHECKING:
    from tests.servers.claude.server import ClaudeSimulator

_CUSTOM_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")
_DAY, _KEPT = timedelta(hours=24), timedelta(days=29)
MOST_REQUESTS = 100_000


@dataclass
class Batch:
    """One batch. `began` is the simulated time of its making; `lines` are its results once it has ended."""

    id: str
    requests: list[dict]
    began: float
    created_at: datetime
    canceled_at: datetime | None = None
    ended_at: datetime | None = None
    lines: list[dict] = field(default_factory=list)
    reads: int = 0

    @property
    def state(self) -> str:
        return "ended" if self.ended_at else "canceling" if self.canceled_at else "in_progress"


class Batches:
    """All batches of the one workspace, oldest first."""

    def __init__(self, server: "ClaudeSimulator") -> None:
        self.server = server
        self.all: dict[str, Batch] = {}

    def create(self, body: bytes) -> dict:
        """POST /v1/messages/batches: the requests' parameters are looked at later, by the batch itself."""
        requests = parse(body).get("requests")
        if not isinstance(requests, list) or not requests:
            raise invalid("requests: List should have at least 1 item")
        if len(requests) > MOST_REQUESTS:
            raise invalid(f"requests: List should have at most {MOST_REQUESTS} items")
        seen: set[str] = set()
        for number, row in enumerate(requests):
            name = row.get("custom_id") if isinstance(row, dict) else None
            if not isinstance(name, str) or not name:
                raise invalid(f"requests.{number}.custom_id: Field required")
            if len(name) > 64:
                raise invalid(f"requests.{number}.custom_id: String should have at most 64 characters")
            if not _CUSTOM_ID.fullmatch(name):
                raise invalid(f"requests.{number}.custom_id: String should match pattern '^[a-zA-Z0-9_-]{{1,64}}$'")
            if name in seen:
                raise invalid(f"requests.{number}.custom_id: duplicate custom_id")  # a stand-in
            seen.add(name)
        made = Batch(new_id("msgbatch"), requests, self.server.clock.now(), self.server.wall())
        self.all[made.id] = made
        return self.shown(made, base="")

    def get(self, batch_id: str) -> Batch:
        """The batch as it is by now; 404 for one that is not there."""
        found = self.all.get(batch_id)
        if found is None:
            raise missing(f"Message batch {batch_id} not found.")  # a stand-in
        self._go_on(found)
        return found

    def listed(self, query: dict[str, str], *, base: str) -> dict:
        """GET /v1/messages/batches: newest first, page by page."""
        limit = page_size(query)
        rows = [self.get(batch_id) for batch_id in reversed(self.all)]
        names = [row.id for row in rows]
        if query.get("after_id") in names:
            rows = rows[names.index(query["after_id"]) + 1 :]
        page = [self.shown(row, base=base) for row in rows[:limit]]
        ends = (page[0]["id"], page[-1]["id"]) if page else (None, None)
        return {"data": page, "has_more": len(rows) > limit, "first_id": ends[0], "last_id": ends[1]}

    def cancel(self, batch_id: str, *, base: str) -> dict:
        found = self.get(batch_id)
        if found.ended_at:
            raise invalid("The batch has ended already.")  # a stand-in
        if not found.canceled_at:
            found.canceled_at = found.canceled_at or self.server.wall()
        return self.shown(found, base=base)

    def delete(self, batch_id: str) -> dict:
        if not self.get(batch_id).ended_at:
            raise invalid("The batch is still being processed: cancel it first.")  # a stand-in
        del self.all[batch_id]
        return {"id": batch_id, "type": "message_batch_deleted"}

    def results(self, batch_id: str) -> list[bytes]:
        """The lines of an ended batch, in an order that is not the requests'."""
        found = self.get(batch_id)
        if not found.ended_at:
            raise invalid("The batch has not ended yet.")  # a stand-in
        if self.server.wall() > found.created_at + _KEPT:
            raise missing("The results are no longer available.")  # a stand-in
        return [dumps(line) + b"\n" for line in found.lines]

    def finish(self, batch_id: str = "") -> None:
        """Let a batch, or all of them, end at once."""
        for one in list(self.all.values()):
            if not one.ended_at and batch_id in ("", one.id):
                self._end(one, share=1.0)

    def shown(self, batch: Batch, *, base: str) -> dict:
        """A MessageBatch. Only `processing` is above 0 until the end."""
        counts = dict.fromkeys(("processing", "succeeded", "errored", "canceled", "expired"), 0)
        if not batch.ended_at:
            counts["processing"] = len(batch.requests)
        for line in batch.lines:
            kind = line["result"]["type"]
            counts[kind if kind in counts else "errored"] += 1
        gone = self.server.wall() > batch.created_at + _KEPT
        url = f"{self.server.results_base or base}/v1/messages/batches/{batch.id}/results"
        return {
            "id": batch.id,
            "type": "message_batch",
            "processing_status": batch.state,
            "request_counts": counts,
            "ended_at": stamp(batch.ended_at),
            "created_at": stamp(batch.created_at),
            "expires_at": stamp(batch.created_at + _DAY),
            "archived_at": stamp(batch.created_at + _KEPT if gone else None),
            "cancel_initiated_at": stamp(batch.canceled_at),
            "results_url": url if batch.ended_at and not gone else None,
        }

    def _go_on(self, batch: Batch) -> None:
        """End a batch whose time has come: done, canceled, or a day old."""
        if batch.ended_at:
            return
        passed, needed = self.server.clock.now() - batch.began, self.server.batch_seconds
        day = _DAY.total_seconds()
        if batch.canceled_at or passed >= min(needed, day):
            self._end(batch, share=min(1.0, min(passed, day) / needed) if needed else 1.0)

    def _end(self, batch: Batch, *, share: float) -> None:
        """Work on that share of the requests; the others are canceled or expired."""
        done = round(len(batch.requests) * share)
        left = "canceled" if batch.canceled_at else "expired"
        lines = [self._line(batch, number, row) for number, row in enumerate(batch.requests[:done])]
        lines += [_result(row, {"type": left}) for row in batch.requests[done:]]
        random.Random(batch.created_at.isoformat()).shuffle(lines)
        if len(lines) > 1 and [line["custom_id"] for line in lines] == [row["custom_id"] for row in batch.requests]:
            lines.reverse()
        batch.lines, batch.ended_at = lines, self.server.wall()

    def _line(self, batch: Batch, number: int, row: dict) -> dict:
        params = row.get("params", {})
        fault = fault_of(self.server, dumps(params).decode("utf-8", "replace"), batch=True)
        name = fault.name if fault else ""
        odd = {
            faults.LINE_EXPIRED: {"type": "expired"},
            faults.LINE_CANCELED: {"type": "canceled"},
            faults.LINE_UNKNOWN: {"type": "postponed"},
            faults.LINE_ERRORED: _errored(ApiError(500, "api_error", "Internal server error")),
            faults.LINE_INVALID: _errored(invalid("max_tokens: Field required")),
        }
        if name in odd:
            return _result(row, odd[name])
        try:
            lucky = number % self.server.batch_miss != 0 if self.server.batch_miss else True
            message = answer_in_batch(
                self.server, params, name, batch=batch.id, custom_id=row["custom_id"], lucky=lucky
            )
        except ApiError as error:
            return _result(row, _errored(error))
        return _result(row, {"type": "succeeded", "message": message})


def _errored(error: ApiError) -> dict:
    return {"type": "errored", "error": error.envelope(new_id("req"))}


def _result(row: dict, result: dict) -> dict:
    return {"custom_id": row["custom_id"], "result": result}
