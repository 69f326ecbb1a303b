"""A server that answers every request as a test says: for what the simulator of Ollama would never do."""

import json
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@dataclass
class OddServer:
    """Where it listens, and the paths that were asked for."""

    url: str
    paths: list[str] = field(default_factory=list)


@contextmanager
def odd_server(
    answer: Callable[[BaseHTTPRequestHandler], None], *, model: str = "", certificate: Path | None = None
) -> Iterator[OddServer]:
    """Listen on a free port while the block runs; `answer` writes what it likes.

    With a `model`, the question for the installed models is answered properly, and says that it is there.
    With a `certificate` (a file that holds its key too) it speaks https.
    """
    tags = sending(200, json.dumps({"models": [{"name": model, "digest": "ab"}]}))

    class Handler(BaseHTTPRequestHandler):
        def respond(self) -> None:
            server.paths.append(self.path)
            self.rfile.read(int(self.headers.get("content-length") or 0))
            (tags if model and self.path == "/api/tags" else answer)(self)

        do_GET = do_POST = respond

        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

    listener = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listener.daemon_threads = True
    listener.block_on_close = False
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        listener.socket = context.wrap_socket(listener.socket, server_side=True)
    scheme = "https" if certificate else "http"
    server = OddServer(f"{scheme}://127.0.0.1:{listener.server_address[1]}")
    threading.Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield server
    finally:
        listener.shutdown()
        listener.server_close()


def sending(status: int, body: str = "", **headers: str) -> Callable[[BaseHTTPRequestHandler], None]:
    """The same answer to everything; `_` in the names of headers stands for `-`."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in {"Content_Length": str(len(body.encode())), **headers}.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(body.encode())

    return answer
