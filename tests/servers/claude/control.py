"""The simulator's own routes under /_sim/: bill, faults, time, batches. The real API has none of them."""

from functools import partial
from typing import TYPE_CHECKING

from tests.servers.claude import wire
from tests.servers.claude.connection import Connection
from tests.servers.simulator.control import answer_of

if TYPE_CHECKING:
    from tests.servers.claude.server import ClaudeSimulator


def control(server: "ClaudeSimulator", connection: Connection, *, method: str, path: str, body: bytes) -> None:
    """Answer one control request: 200 with JSON, 400 with a sentence, 404 for a path that is not there."""
    try:
        answer = answer_of(path, body, method=method, answer=partial(_answer, server))
    except ValueError as error:
        connection.reply(400, wire.dumps({"error": str(error)}), {})
        return
    found = answer is not None
    connection.reply(200 if found else 404, wire.dumps(answer if found else {}), {"content-type": wire.JSON})


def _answer(server: "ClaudeSimulator", what: str, asked: dict) -> dict | None:
    match what:
        case "GET stats":
            return server.stats()
        case "POST fault":
            server.fault(asked.pop("fault"), **asked)
        case "POST storm":
            server.storm(float(asked["share"]), seed=int(asked.get("seed", 7)))
        case "POST clear":
            server.clear()
        case "POST advance":
            server.clock.advance(float(asked["seconds"]))
        case "POST finish":
            server.finish(str(asked.get("batch", "")))
        case "POST retire":
            server.retire(str(asked["model"]))
        case _:
            return None
    return {"ok": True}
