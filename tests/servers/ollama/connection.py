"""One HTTP exchange as Go's server would put it on the wire."""

import socket
from collections.abc import Callable
from email.utils import formatdate
from http import HTTPStatus

from tests.servers.ollama import wire
from tests.servers.simulator.connection import Exchange, chunk


class Cut(Exception):
    """End the connection in the middle of an answer; half of `body` is sent when nothing was yet."""

    def __init__(self, body: bytes) -> None:
        super().__init__("cut")
        self.body = body


class Connection(Exchange):
    """Writes answers to a socket and notices a client that went away. `head_only` leaves bodies out."""

    def __init__(self, sock: socket.socket, *, head_only: bool, stopping: Callable[[], bool]) -> None:
        super().__init__(sock, stopping=stopping)
        self.head_only = head_only
        self.streaming = False

    def reply(self, status: int, body: bytes, *, content_type: str) -> None:
        """A whole answer at once."""
        self.write(self._head(status, content_type, f"Content-Length: {len(body)}") + (b"" if self.head_only else body))

    def reply_json(self, value: object, *, status: int = 200, content_type: str = wire.JSON) -> None:
        self.reply(status, wire.dumps(value), content_type=content_type)

    def reply_encoded(self, body: bytes) -> None:
        """A whole answer whose JSON was encoded before."""
        self.reply(200, body, content_type=wire.JSON)

    def reply_error(self, status: int, text: str, *, content_type: str = wire.JSON) -> None:
        """An error: a body of its own, or the last line of a stream that has begun."""
        if self.streaming:
            self.send_line({"error": text})
            self.end_stream()
        else:
            self.reply(status, wire.error_body(text), content_type=content_type)

    def send_line(self, value: object) -> None:
        """One line of a stream; the head goes out with the first one."""
        self.send_encoded(wire.dumps(value))

    def send_encoded(self, text: bytes) -> None:
        """One line of a stream whose JSON was encoded before."""
        self.write((b"" if self.streaming else self._stream_head()) + chunk(text + b"\n"))
        self.streaming = True

    def end_stream(self) -> None:
        self.write((b"" if self.streaming else self._stream_head()) + b"0\r\n\r\n")
        self.streaming = True

    def cut(self, body: bytes) -> None:
        """Break off: half of the body after a head that promises all of it, or a stream without its end."""
        if not self.streaming:
            self.write(self._head(200, wire.JSON, f"Content-Length: {len(body)}") + body[: len(body) // 2])
        self.end()

    def _stream_head(self) -> bytes:
        return self._head(200, wire.NDJSON, "Transfer-Encoding: chunked")

    def _head(self, status: int, content_type: str, length: str) -> bytes:
        lines = [f"HTTP/1.1 {status} {HTTPStatus(status).phrase}"]
        lines += [f"Content-Type: {content_type}"] if content_type else []
        lines += [f"Date: {formatdate(usegmt=True)}", length]
        return "\r\n".join([*lines, "", ""]).encode()
