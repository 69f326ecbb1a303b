"""One HTTP exchange on the wire: whole answers, halves of them, and streams that break off."""

from email.utils import formatdate
from http import HTTPStatus

from tests.servers.simulator.connection import Exchange, chunk

_REASONS = {529: "Overloaded", 499: "Client Closed Request"}


class Connection(Exchange):
    """Writes answers to a socket and notices a client that went away."""

    def reply(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        """A whole answer at once."""
        self.write(_head(status, {**headers, "content-length": str(len(body))}) + body)

    def reply_half(self, body: bytes, headers: dict[str, str]) -> None:
        """A head that promises all of the body, and half of it."""
        self.write(_head(200, {**headers, "content-length": str(len(body))}) + body[: len(body) // 2])

    def reply_chunks(self, parts: list[bytes], headers: dict[str, str], *, whole: bool = True) -> None:
        """A stream of chunks; when it is not `whole`, the connection ends instead of the stream."""
        data = b"".join(chunk(part) for part in parts if part)
        self.write(_head(200, {**headers, "transfer-encoding": "chunked"}) + data + (b"0\r\n\r\n" if whole else b""))
        if not whole:
            self.end()


def _head(status: int, headers: dict[str, str]) -> bytes:
    reason = _REASONS.get(status) or HTTPStatus(status).phrase
    lines = [f"HTTP/1.1 {status} {reason}", f"date: {formatdate(usegmt=True)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode()
