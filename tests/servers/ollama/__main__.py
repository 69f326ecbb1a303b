"""The program: `python -m tests.servers.ollama --help`."""

import argparse
import sys

from tests.servers.ollama.scheduler import Limits
from tests.servers.ollama.server import OllamaSimulator
from tests.servers.simulator.program import run


def parser() -> argparse.ArgumentParser:
    """The options of the program."""
    options = argparse.ArgumentParser(prog="python -m tests.servers.ollama", description="A simulated Ollama server.")
    options.add_argument("--host", default="127.0.0.1", help="address to listen on")
    options.add_argument("--port", type=int, default=11434, help="port to listen on; 0 takes any free one")
    options.add_argument("--slots", type=int, default=1, help="calls at once, as OLLAMA_NUM_PARALLEL")
    options.add_argument("--prefill", type=float, default=400.0, help="prompt tokens a second")
    options.add_argument("--decode", type=float, default=25.0, help="generated tokens a second")
    options.add_argument("--speed", type=float, default=1.0, help="simulated seconds in a real one; 0 never sleeps")
    options.add_argument("--gain", type=float, default=1.3, help="decoding of four busy slots together against one")
    options.add_argument("--models", nargs="*", default=["qwen2.5:7b"], help="installed models")
    options.add_argument("--cache-ram", type=int, default=8192, help="prompt cache in host memory, MiB; 0 is off")
    options.add_argument("--max-queue", type=int, default=512, help="pending requests, as OLLAMA_MAX_QUEUE")
    options.add_argument("--pull-rate", type=float, default=100e6, help="bytes a second when pulling a model")
    options.add_argument("--legacy", action="store_true", help="answer as an old server does")
    options.add_argument("--obey", action="store_true", help="let the model follow instructions in a CV")
    return options


def main(arguments: list[str] | None = None) -> int:
    """Run until SIGTERM or SIGINT; prints the URL when the server answers. 2 for what cannot be used."""
    given = parser().parse_args(arguments)
    limits = Limits(slots=given.slots, max_queue=given.max_queue, cache_ram=given.cache_ram * 1024**2)
    same = ("host", "port", "prefill", "decode", "speed", "gain", "models", "legacy", "obey", "pull_rate")
    try:
        return run(lambda: OllamaSimulator(**{name: getattr(given, name) for name in same}, limits=limits))
    except KeyError as error:
        print(f"There is no model {error} in the simulator's library.", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
