"""One HTTP exchange on the wire: whole answers, answers that break off, and clients that went away."""

import contextlib
import os
import select
import socket
import struct
from collections.abc import Callable
from email.utils import formatdate
from http import HTTPStatus

_REASONS = {529: "Overloaded", 499: "Client Closed Request"}


class Connection:
    """Writes answers to a socket and notices a client that went away."""

    def __init__(self, sock: socket.socket, *, stopping: Callable[[], bool]) -> None:
        self.sock = sock
        self.stopping = stopping
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

    def reply(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        """A whole answer at once."""
        self._write(_head(status, {**headers, "content-length": str(len(body))}) + body)

    def reply_half(self, body: bytes, headers: dict[str, str]) -> None:
        """A head that promises all of the body, and half of it."""
        self._write(_head(200, {**headers, "content-length": str(len(body))}) + body[: len(body) // 2])

    def reply_chunks(self, parts: list[bytes], headers: dict[str, str], *, whole: bool = True) -> None:
        """A stream of chunks; when it is not `whole`, the connection ends instead of the stream."""
        data = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts if part)
        self._write(_head(200, {**headers, "transfer-encoding": "chunked"}) + data + (b"0\r\n\r\n" if whole else b""))
        if not whole:
            self.end()

    def end(self) -> None:
        with contextlib.suppress(OSError):
            self.sock.shutdown(socket.SHUT_RDWR)
        self.broken = True

    def reset(self) -> None:
        """Close with a reset instead of an end."""
        self.broken = True
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        os.close(self.sock.detach())

    def _write(self, data: bytes) -> None:
        try:
            self.sock.sendall(data)
        except OSError:
            self.broken = True


def _head(status: int, headers: dict[str, str]) -> bytes:
    reason = _REASONS.get(status) or HTTPStatus(status).phrase
    lines = [f"HTTP/1.1 {status} {reason}", f"date: {formatdate(usegmt=True)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode()
