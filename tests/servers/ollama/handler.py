"""The HTTP side: reads requests, checks host and method, and sends each to its route."""

import ipaddress
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.servers.ollama import faults, library, wire
from tests.servers.ollama.connection import Connection, Cut
from tests.servers.ollama.control import control
from tests.servers.ollama.decoding import decode_asked
from tests.servers.ollama.inference import Inference
from tests.servers.ollama.wire import ApiError
from tests.servers.simulator.clock import Gone
from tests.servers.simulator.handler import ConnectionHandler

if TYPE_CHECKING:
    from tests.servers.ollama.server import OllamaSimulator

_ORIGINS = (
    "http://localhost",
    "https://localhost",
    "http://127.0.0.1",
    "https://127.0.0.1",
    "http://0.0.0.0",
    "https://0.0.0.0",
)
_SCHEMES = ("app://", "file://", "tauri://", "vscode-webview://", "vscode-file://")


class Handler(ConnectionHandler):
    """One connection to a simulated Ollama."""

    simulator: "OllamaSimulator"

    def _serve(self) -> None:
        arrived = self.simulator.clock.now()
        head_only = self.command == "HEAD"
        connection = Connection(self.request, head_only=head_only, stopping=self.stopping)
        try:
            self._route(connection, self._body(), arrived)
        except ApiError as error:
            connection.reply_error(error.status, error.text)
        except Cut as cut:
            connection.cut(cut.body)
        except Gone:
            connection.broken = True
        self.close_connection = self.close_connection or connection.broken

    do_GET = do_HEAD = do_POST = do_DELETE = do_PUT = do_PATCH = do_OPTIONS = _serve

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        parts = []
        while size := int(self.rfile.readline().split(b";")[0], 16):
            parts.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(parts)

    def _route(self, connection: Connection, body: bytes, arrived: float) -> None:
        path = self.path.split("?")[0]
        if path.startswith("/_sim/"):
            control(self.simulator, connection, method=self.command, path=path, body=body)
            return
        if path in ("/api/chat", "/api/generate") and self.command == "POST" and self._allowed():
            self._infer(connection, path, body, arrived)
            return
        fault = self.simulator.faults.take(path, "")
        if fault and fault.name in faults.WHOLE_SERVER:
            status, content_type, answer = faults.ANSWERS[fault.name]
            connection.reply(status, answer, content_type=content_type)
        elif not self._allowed():
            connection.reply(403, b"", content_type="")
        else:
            self._plain_route(connection, path, body, fault)

    def _plain_route(self, connection: Connection, path: str, body: bytes, fault: faults.Fault | None) -> None:
        server = self.simulator
        routes: dict[str, dict[str, Callable[[], None]]] = {
            "/": self._either(lambda: connection.reply(200, b"Ollama is running", content_type=wire.TEXT)),
            "/api/version": self._either(lambda: connection.reply_json({"version": server.version})),
            "/api/status": {"GET": lambda: connection.reply_json({"cloud": {"disabled": False, "source": "none"}})},
            "/api/tags": self._either(lambda: library.tags(server, connection)),
            "/api/ps": {"GET": lambda: library.running(server, connection, fault=fault)},
            "/api/show": {"POST": lambda: library.show(server, connection, body=body)},
            "/api/pull": {"POST": lambda: library.pull(server, connection, body=body)},
            "/api/copy": {"POST": lambda: library.copy(server, connection, body=body)},
            "/api/delete": {"DELETE": lambda: library.delete(server, connection, body=body)},
            "/api/chat": {},
            "/api/generate": {},
        }
        if path not in routes:
            connection.reply(404, b"404 page not found", content_type=wire.MIME_TEXT)
        elif self.command not in routes[path]:
            connection.reply(405, b"405 method not allowed", content_type=wire.MIME_TEXT)
        else:
            routes[path][self.command]()

    def _either(self, route: Callable[[], None]) -> dict[str, Callable[[], None]]:
        return {"GET": route, "HEAD": route}

    def _infer(self, connection: Connection, path: str, body: bytes, arrived: float) -> None:
        chat = path == "/api/chat"
        asked = decode_asked(body, chat=chat)
        fault = self.simulator.faults.take(path, asked.text)
        call = Inference(self.simulator, connection, asked, chat=chat, arrived=arrived)
        try:
            call.run(fault, body)
        except ApiError as error:
            in_stream = call.in_channel and asked.stream
            kind = wire.JSON_IN_STREAM if in_stream else wire.JSON
            connection.reply_error(error.status, error.text, content_type=kind)

    def _allowed(self) -> bool:
        """The server's check of Host and Origin."""
        origin = self.headers.get("Origin", "")
        if (
            origin
            and not origin.startswith(_SCHEMES)
            and origin.rsplit(":", 1)[0] not in _ORIGINS
            and origin not in _ORIGINS
        ):
            return False
        return not self.simulator.loopback or allowed_host(self.headers.get("Host", ""))


def allowed_host(header: str) -> bool:
    """Whether a server that listens on the loopback address answers to this `Host`."""
    host = header.rsplit(":", 1)[0] if header.rsplit(":", 1)[-1].isdigit() else header
    host = host.strip("[]").lower()
    if host in ("", "localhost", socket.gethostname().lower()) or host.endswith((".localhost", ".local", ".internal")):
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.is_loopback or address.is_private or address.is_unspecified
