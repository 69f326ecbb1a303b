"""The simulator's own routes under /_sim/: counters, faults, models, time. A real server has none of them."""

from functools import partial
from typing import TYPE_CHECKING

from tests.servers.ollama import wire
from tests.servers.ollama.connection import Connection
from tests.servers.ollama.store import full_name
from tests.servers.simulator.control import answer_of

if TYPE_CHECKING:
    from tests.servers.ollama.server import OllamaSimulator


def control(server: "OllamaSimulator", connection: Connection, *, method: str, path: str, body: bytes) -> None:
    """Answer one control request: 200 with JSON, 400 with a sentence, 404 for a path that is not there."""
    try:
        answer = answer_of(path, body, method=method, answer=partial(_answer, server))
    except ValueError as error:
        connection.reply_error(400, str(error))
        return
    if answer is None:
        connection.reply(404, b"404 page not found", content_type=wire.MIME_TEXT)
    else:
        connection.reply_json(answer)


def _answer(server: "OllamaSimulator", what: str, asked: dict) -> dict | None:
    if what == "GET stats":
        return server.stats()
    if what == "POST fault":
        server.fault(asked.pop("fault"), **asked)
    elif what == "POST clear":
        server.clear()
    elif what == "POST reset":
        server.reset()
    elif what == "POST advance":
        server.clock.advance(float(asked["seconds"]))
    elif what == "POST models":
        for name in asked.get("remove", []):
            server.store.remove(name)
        for name in asked.get("install", []):
            server.install(name)
        return {"models": [full_name(name) for name in server.store.models]}
    else:
        return None
    return {"ok": True}
