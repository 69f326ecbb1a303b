"""The HTTP side: reads requests, checks the key and the version, and sends each to its route."""

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from tests.servers.claude import faults, wire
from tests.servers.claude.checks import MOST_BYTES, find_model
from tests.servers.claude.connection import Connection
from tests.servers.claude.control import control
from tests.servers.claude.ledger import Record
from tests.servers.claude.messages import answer_now, count, fault_of
from tests.servers.claude.pricelist import info
from tests.servers.claude.wire import ApiError, invalid, missing
from tests.servers.simulator.clock import Gone
from tests.servers.simulator.handler import ConnectionHandler

if TYPE_CHECKING:
    from tests.servers.claude.server import ClaudeSimulator

_BATCHES = "/v1/messages/batches"


class Handler(ConnectionHandler):
    """One connection to a simulated Claude."""

    simulator: "ClaudeSimulator"

    def _serve(self) -> None:
        server, parts = self.simulator, urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        self.connection_ = Connection(self.request, stopping=self.stopping)
        if parts.path.startswith("/_sim/"):
            control(server, self.connection_, method=self.command, path=parts.path, body=body)
            return
        headers = {name.lower(): value for name, value in self.headers.items()}
        record = Record(self.command, parts.path, server.clock.now(), headers, body, wire.new_id("req"))
        server.ledger.begin(record)
        try:
            self._answer(record, dict(parse_qsl(parts.query)))
        except ApiError as error:
            self._reply(record, error.status, wire.dumps(error.envelope(record.request_id)), error.headers)
        except Gone:
            self.connection_.broken = True
        finally:
            server.ledger.end(record, at=server.clock.now())
        self.close_connection = self.close_connection or self.connection_.broken

    do_GET = do_POST = do_DELETE = _serve

    def _answer(self, record: Record, query: dict[str, str]) -> None:
        self._check_caller(record)
        with self.simulator.clock.changed:
            names = faults.of_call(record.path, record.method)
            fault = self.simulator.faults.take(names, record.body.decode("utf-8", "replace"))
        if fault:
            self._fail(record, fault)
        elif record.path == "/v1/messages" and record.method == "POST":
            self._message(record)
        elif record.path.startswith(_BATCHES):
            self._batch(record, query)
        else:
            self._reply_json(record, self._plain(record, query))

    def _check_caller(self, record: Record) -> None:
        scheme, _, key = record.headers.get("authorization", "").partition(" ")
        key = key if scheme.lower() == "bearer" else record.headers.get("x-api-key", "")
        if not key or (self.simulator.key and key != self.simulator.key):
            raise ApiError(401, "authentication_error", "invalid x-api-key")
        if not record.headers.get("anthropic-version"):
            raise invalid("anthropic-version: header is required")
        if len(record.body) > MOST_BYTES and not record.path.startswith(_BATCHES):
            raise ApiError(413, "request_too_large", "Request exceeds the maximum allowed number of bytes.")

    def _fail(self, record: Record, fault: faults.Fault) -> None:
        record.fault = fault.name
        if fault.name == faults.RESET_BEFORE:
            self.connection_.reset()
        elif fault.name == faults.BATCH_404:
            raise missing("Not found")
        elif fault.name in faults.PAGES:
            status, kind, body = faults.PAGES[fault.name]
            record.status = status
            more = {"location": "http://127.0.0.1:9/elsewhere"} if status == 302 else {}
            self.connection_.reply(status, body, {"content-type": kind, **more})
        else:
            raise fault.error()

    def _plain(self, record: Record, query: dict[str, str]) -> dict:
        server = self.simulator
        match record.method, record.path.removeprefix("/v1/").split("/"):
            case "POST", ["messages", "count_tokens"]:
                return count(server, record)
            case "GET", ["models"]:
                shown = [model for model in server.models if server.lifecycle(model) != "retired"]
                names = [model.id for model in shown]
                start = names.index(query["after_id"]) + 1 if query.get("after_id") in names else 0
                page = shown[start : start + wire.page_size(query)]
                data = [info(model, server.lifecycle(model)) for model in page]
                more = start + len(page) < len(shown)
                ends = (data[0]["id"], data[-1]["id"]) if data else (None, None)
                return {"data": data, "has_more": more, "first_id": ends[0], "last_id": ends[1]}
            case "GET", ["models", name]:
                found = find_model(server.models, name, retired=set())
                return info(found, server.lifecycle(found))
        raise missing("Not found")

    def _message(self, record: Record) -> None:
        server, connection = self.simulator, self.connection_
        fault = fault_of(server, record.body.decode("utf-8", "replace"), batch=False)
        name = record.fault = fault.name if fault else ""
        made = answer_now(server, record, name, gone=connection.gone)
        body = wire.dumps(made.body)
        if name == faults.NO_USAGE_200:
            body = wire.dumps({**made.body, "usage": None})
        elif name == faults.EMPTY_200:
            body = b""
        elif name == faults.BROKEN_JSON_200:
            body = body[:-20]
        elif name == faults.RESET_AFTER:
            connection.reset()
            return
        elif name == faults.SLOW:
            server.hold_real(fault.seconds, gone=connection.gone)
        elif name == faults.STALL_BODY:
            connection.reply_half(body, self._headers(record))
            server.hold_real(fault.seconds, gone=connection.gone)
            connection.end()
            return
        self._reply(record, 200, body)

    def _batch(self, record: Record, query: dict[str, str]) -> None:
        server = self.simulator
        base = f"http://{self.headers.get('host', '')}"
        rest = record.path.removeprefix(_BATCHES).strip("/").split("/")
        with server.clock.changed:
            match record.method, rest:
                case "POST", [""]:
                    shown = server.batches.create(record.body)
                    if server.faults.take(frozenset({faults.LOST_CREATE}), record.body.decode("utf-8", "replace")):
                        record.fault = faults.LOST_CREATE
                        self.connection_.reset()
                        return
                case "GET", [""]:
                    shown = server.batches.listed(query, base=base)
                case "GET", [batch_id]:
                    shown = server.batches.shown(server.batches.get(batch_id), base=base)
                case "POST", [batch_id, "cancel"]:
                    shown = server.batches.cancel(batch_id, base=base)
                case "DELETE", [batch_id]:
                    shown = server.batches.delete(batch_id)
                case "GET", [batch_id, "results"]:
                    self._results(record, server.batches.results(batch_id))
                    return
                case _:
                    raise missing("Not found")
        self._reply_json(record, shown)

    def _results(self, record: Record, lines: list[bytes]) -> None:
        fault = self.simulator.faults.take(faults.RESULTS, "")
        name = record.fault = fault.name if fault else ""
        half = len(lines) // 2
        if name == faults.CUT_RESULTS:
            lines = [*lines[:half], lines[half][: len(lines[half]) // 2]]
        elif name == faults.SHORT_RESULTS:
            lines = lines[:half]
        elif name == faults.BAD_LINE:
            lines = [*lines[:half], b"{not JSON\n", *lines[half:]]
        elif name == faults.BLANK_LINE:
            lines = [*lines[:half], b"\n", *lines[half:]]
        record.status = 200
        headers = {**self._headers(record), "content-type": wire.JSONL}
        # Parts that do not end where lines end, as a network would cut them.
        data = b"".join(lines)
        parts = [data[at : at + 1000] for at in range(0, len(data), 1000)]
        self.connection_.reply_chunks(parts, headers, whole=name != faults.CUT_RESULTS)

    def _headers(self, record: Record) -> dict[str, str]:
        return {"content-type": wire.JSON, "request-id": record.request_id}

    def _reply_json(self, record: Record, value: object) -> None:
        self._reply(record, 200, wire.dumps(value))

    def _reply(self, record: Record, status: int, body: bytes, more: dict[str, str] | None = None) -> None:
        record.status = status
        self.connection_.reply(status, body, {**self._headers(record), **(more or {})})
