"""One HTTP exchange on a socket: what is written, connections that break off, and clients that went away."""

import contextlib
import os
import select
import socket
import struct
from collections.abc import Callable


class Exchange:
    """Writes to a socket and notices a client that went away; the forms of the answers are each server's own."""

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

    def write(self, data: bytes) -> None:
        try:
            self.sock.sendall(data)
        except OSError:
            self.broken = True

    def end(self) -> None:
        """Break off."""
        with contextlib.suppress(OSError):
            self.sock.shutdown(socket.SHUT_RDWR)
        self.broken = True

    def reset(self) -> None:
        """Close with a reset instead of an end."""
        self.broken = True
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        os.close(self.sock.detach())


def chunk(part: bytes) -> bytes:
    """A part of a body of unknown length."""
    return b"%x\r\n%s\r\n" % (len(part), part)
