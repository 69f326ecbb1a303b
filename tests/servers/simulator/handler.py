"""One connection of a client, whatever is asked on it."""

from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.servers.simulator.server import Simulator


class ConnectionHandler(BaseHTTPRequestHandler):
    """One connection; several requests may follow each other on it. `epoch` is that of the server when it began."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    simulator: "Simulator"
    epoch: int

    def setup(self) -> None:
        super().setup()
        self.simulator.opened(self.request)

    def finish(self) -> None:
        self.simulator.closed(self.request)
        if self.request.fileno() >= 0:
            super().finish()

    def handle(self) -> None:
        """Serve until the client leaves, however it leaves."""
        with suppress(ConnectionError):
            super().handle()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: what happened is in the ledger."""

    def stopping(self) -> bool:
        """Whether the server was stopped since the connection began."""
        return self.simulator.epoch != self.epoch
