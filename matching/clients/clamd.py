"""The virus scanner clamd: bytes out, a verdict back, over its INSTREAM command."""

import socket
import struct
from dataclasses import dataclass
from typing import BinaryIO

PIECE = 64 * 1024
MOST_ANSWER = 4096
CONNECT_SECONDS = 5.0
DEFAULT_PORT = 3310
# Alerts that clamd can be set to give (AlertExceedsMax, AlertEncrypted): it did not look inside, and found nothing.
NOT_LOOKED_AT = {
    "Heuristics.Limits.Exceeded": "it is larger than the scanner looks through, see MaxFileSize and MaxScanSize",
    "Heuristics.Encrypted": "it is locked, and the scanner is set to refuse such files, see AlertEncrypted",
}


class ScannerError(Exception):
    """The scanner gave no verdict. `permanent`: the same file would get none again; otherwise it is asked later.

    `answered`: it is there and said something else, which may be this file's fault.
    """

    def __init__(self, sentence: str, *, permanent: bool = False, answered: bool = False) -> None:
        super().__init__(sentence)
        self.permanent, self.answered = permanent, answered


@dataclass(frozen=True, slots=True)
class Scanner:
    """One clamd. `address` is the path of a unix socket, or host:port. `seconds` is what one file may take."""

    address: str
    seconds: float = 120.0

    def scan(self, stream: BinaryIO) -> str:
        """The name of what was found in a file; "" when it is clean. Raises ScannerError."""
        try:
            with self._connect() as connection:
                connection.sendall(b"zINSTREAM\0")
                self._send(connection, stream)
                answer = _answer(connection)
        except OSError as error:
            raise ScannerError("The virus scanner does not answer.") from error
        return _verdict(answer)

    def answers(self) -> bool:
        """Whether a clamd is there."""
        try:
            with self._connect() as connection:
                connection.sendall(b"zPING\0")
                return _answer(connection) == "PONG"
        except OSError:
            return False

    def _connect(self) -> socket.socket:
        if self.address.startswith("/"):
            connection = socket.socket(socket.AF_UNIX)
            connection.settimeout(CONNECT_SECONDS)
            try:
                connection.connect(self.address)
            except OSError:
                connection.close()
                raise
        else:
            host, _, port = self.address.rpartition(":")
            connection = socket.create_connection((host.strip("[]"), int(port)), timeout=CONNECT_SECONDS)
        connection.settimeout(self.seconds)
        return connection

    @staticmethod
    def _send(connection: socket.socket, stream: BinaryIO) -> None:
        try:
            while piece := stream.read(PIECE):
                connection.sendall(struct.pack(">I", len(piece)) + piece)
            connection.sendall(struct.pack(">I", 0))
        except (BrokenPipeError, ConnectionResetError):
            # It stops to listen once a file is too large for it, and has said so.
            return


def _answer(connection: socket.socket) -> str:
    said = b""
    while b"\0" not in said and len(said) < MOST_ANSWER:
        piece = connection.recv(MOST_ANSWER)
        if not piece:
            break
        said += piece
    return said.partition(b"\0")[0].decode("ascii", "replace").strip()


def _verdict(answer: str) -> str:
    words = answer.removeprefix("stream:").strip()
    if words == "OK":
        return ""
    if words.endswith(" FOUND"):
        name = "".join(letter for letter in words.removesuffix(" FOUND") if letter.isprintable())
        for alert, sentence in NOT_LOOKED_AT.items():
            if name.startswith(alert):
                raise ScannerError(sentence, permanent=True, answered=True)
        return name[:120] or "a virus"
    if "size limit exceeded" in words:
        raise ScannerError("it is larger than the scanner takes, see StreamMaxLength", permanent=True, answered=True)
    raise ScannerError("The virus scanner gave no verdict.", answered=bool(words))
