"""The program: `python -m tests.servers.claude --help`."""

import argparse
import sys

from tests.servers.claude.server import ClaudeSimulator
from tests.servers.simulator.program import run


def parser() -> argparse.ArgumentParser:
    """The options of the program."""
    options = argparse.ArgumentParser(prog="python -m tests.servers.claude", description="A simulated Claude API.")
    options.add_argument("--host", default="127.0.0.1", help="address to listen on")
    options.add_argument("--port", type=int, default=8484, help="port to listen on; 0 takes any free one")
    options.add_argument("--key", default="", help="the key that is accepted; any without this")
    options.add_argument("--speed", type=float, default=1.0, help="simulated seconds in a real one; 0 never sleeps")
    options.add_argument("--decode", type=float, default=120.0, help="generated tokens a second")
    options.add_argument("--batch-seconds", type=float, default=60.0, help="simulated seconds that a batch takes")
    options.add_argument("--obey", action="store_true", help="let the model follow instructions in a CV")
    return options


def main(arguments: list[str] | None = None) -> int:
    """Run until SIGTERM or SIGINT; prints the URL when the server answers. 2 for a port that cannot be used."""
    given = parser().parse_args(arguments)
    return run(lambda: ClaudeSimulator(**vars(given)))


if __name__ == "__main__":
    sys.exit(main())
