"""A small clamd: the real protocol over a real socket. It finds one virus, the one that scanners are tested with."""

import contextlib
import socketserver
import struct
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

# In two parts, so that no scanner stops at this file.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR" + b"-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
MOST = 1024 * 1024


class _Answers(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        command = b""
        while not command.endswith(b"\0"):
            piece = self.rfile.read(1)
            if not piece:
                return
            command += piece
        self.server.asked.append(command)
        if self.server.mute:
            return
        if command == b"zPING\0":
            self.wfile.write(b"PONG\0")
        elif command == b"zINSTREAM\0":
            self.wfile.write(self._verdict())

    def _verdict(self) -> bytes:
        data = b""
        while length := struct.unpack(">I", self.rfile.read(4))[0]:
            if len(data) + length > MOST:
                return b"INSTREAM size limit exceeded. ERROR\0"
            data += self.rfile.read(length)
        self.server.gate.wait()
        if self.server.confused:
            return b"INSTREAM: Can't allocate memory ERROR\0"
        if self.server.alert:
            return b"stream: %s FOUND\0" % self.server.alert
        return b"stream: Win.Test.EICAR_HDB-1 FOUND\0" if EICAR in data else b"stream: OK\0"


class _Tcp(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


class _Unix(socketserver.ThreadingUnixStreamServer):
    daemon_threads = True


@contextlib.contextmanager
def clamd(
    *,
    unix: bool = False,
    mute: bool = False,
    confused: bool = False,
    alert: bytes = b"",
    gate: threading.Event | None = None,
) -> Iterator[tuple[str, list[bytes]]]:
    """(its address, the commands that it was given).

    `mute` hangs up on everything; `confused` gives no verdict; `alert` is what it finds in every file; with a `gate` it
    gives no verdict before that is open.
    """
    with tempfile.TemporaryDirectory(prefix="clamd-") as folder:
        path = str(Path(folder) / "clamd.ctl")
        server = _Unix(path, _Answers) if unix else _Tcp(("127.0.0.1", 0), _Answers)
        server.asked, server.mute, server.confused, server.alert = [], mute, confused, alert
        server.gate = gate or threading.Event()
        if gate is None:
            server.gate.set()
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield (path if unix else f"127.0.0.1:{server.server_address[1]}"), server.asked
        finally:
            server.shutdown()
            thread.join()
            server.server_close()
