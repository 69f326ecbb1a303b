"""One HTTP exchange as Go's server would put it on the wire."""

import contextlib
import os
import select
import socket
import struct
from collections.abc import Callable
from email.utils import formatdate
from http import HTTPStatus

from tests.servers.ollama import wire


class Cut(Exception):
    """End the connection in the middle of an answer; half of `body` is sent when nothing was yet."""

    def __init__(self, body: bytes) -> None:
        super().__init__("cut")
        self.body = body


class Connection:
    """Writes answers to a socket and notices a client that went away. `head_only` leaves bodies out."""

    def __init__(self, sock: socket.socket, *, head_only: bool, stopping: Callable[[], bool]) -> None:
        self.sock = sock
        self.head_only = head_only
        self.stopping = stopping
        self.streaming = False
        self.broken = False

    def gone(self) -> bool:
        """True when the client closed its side, or the server is stopping."""
        if self.stopping() or self.broken:
            return True
        try:
            poll = select.poll()
            poll.register(self.sock, select.POLLIN)
            return bool(poll.poll(0)) and self.sock.recv(1, socket.MSG_PEEK) == b""
        except (OSError, ValueError):
            return True

    def reply(self, status: int, body: bytes, *, content_type: str) -> None:
        """A whole answer at once."""
        self._write(
            self._head(status, content_type, f"Content-Length: {len(body)}") + (b"" if self.head_only else body)
        )

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
        line = text + b"\n"
        chunk = b"%x\r\n%s\r\n" % (len(line), line)
        self._write((b"" if self.streaming else self._stream_head()) + chunk)
        self.streaming = True

    def end_stream(self) -> None:
        self._write((b"" if self.streaming else self._stream_head()) + b"0\r\n\r\n")
        self.streaming = True

    def cut(self, body: bytes) -> None:
        """Break off: half of the body after a head that promises all of it, or a stream without its end."""
        with contextlib.suppress(OSError):
            if not self.streaming:
                self._write(self._head(200, wire.JSON, f"Content-Length: {len(body)}") + body[: len(body) // 2])
            self.sock.shutdown(socket.SHUT_RDWR)
        self.broken = True

    def reset(self) -> None:
        """Close with a reset instead of an end."""
        self.broken = True
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        os.close(self.sock.detach())

    def _stream_head(self) -> bytes:
        return self._head(200, wire.NDJSON, "Transfer-Encoding: chunked")

    def _head(self, status: int, content_type: str, length: str) -> bytes:
        lines = [f"HTTP/1.1 {status} {HTTPStatus(status).phrase}"]
        lines += [f"Content-Type: {content_type}"] if content_type else []
        lines += [f"Date: {formatdate(usegmt=True)}", length]
        return "\r\n".join([*lines, "", ""]).encode()

    def _write(self, data: bytes) -> None:
        try:
            self.sock.sendall(data)
        except OSError:
            self.broken = True
