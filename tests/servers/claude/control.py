"""The simulator's own routes under /_sim/: bill, faults, time, batches. The real API has none of them."""

import json
from typing import TYPE_CHECKING

from tests.servers.claude import wire
from tests.servers.claude.connection import Connection

if TYPE_CHECKING:
    from tests.servers.claude.server import ClaudeSimulator


def control(server: "ClaudeSimulator", connection: Connection, *, method: str, path: str, body: bytes) -> None:
    """Answer one control request: 200 with JSON, 400 with a sentence, 404 for a path that is not there."""
    try:
        asked = json.loads(body) if body.strip() else {}
        answer = _answer(server, f"{method} {path.removeprefix('/_sim/')}", asked)
    except (ValueError, KeyError, TypeError) as error:
        connection.reply(400, wire.dumps({"error": f"This control request cannot be used: {error}"}), {})
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
