"""What runs under the supervisor, and how each program is stopped."""

import os
import signal
import sys
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from django.conf import Settings

from jobtracker.broker import embedded_url
from jobtracker.supervisor import broker

WEB_THREADS = 16
READ_STOP_SECONDS = 15.0  # a file takes seconds; one cut off is read again after its lease
SCREEN_STOP_SECONDS = 15.0  # a model call may take minutes: one cut off costs nothing and is made again
CLOUD_STOP_SECONDS = 30.0


class Stage(IntEnum):
    """The order of stopping: nobody asks for new work first, the messages' keeper goes last."""

    WEB = 1
    SCHEDULER = 2
    WORKERS = 3
    BROKER = 4


@dataclass(frozen=True, slots=True)
class Program:
    """One program: its command, its place in the order of stopping, and the seconds it gets to end by itself.

    `orphan_signal` is what it receives if the supervisor is killed: work is leased, so workers may die at once.
    """

    name: str
    command: tuple[str, ...]
    stage: Stage
    stop_seconds: float
    orphan_signal: int = signal.SIGKILL
    listener: int | None = None


def programs(settings: Settings, *, listener: int) -> list[Program]:
    """Everything that runs for these settings; `listener` is the file descriptor of the web's open socket."""
    python = (sys.executable, "manage.py")
    scheduler = Program("scheduler", (*python, "scheduler"), Stage.SCHEDULER, 5.0)
    web = Program("web", _web(listener), Stage.WEB, 12.0, signal.SIGTERM, listener)
    if not settings.BROKER_URL:
        poll = Program("poll", (*python, "poll"), Stage.WORKERS, max(READ_STOP_SECONDS, SCREEN_STOP_SECONDS))
        return [web, scheduler, poll]
    cores = os.cpu_count() or 1
    # One thread more than cores: the download of a model keeps one for as long as it takes.
    workers = [
        Program("worker-read", _worker("read,default", cores + 1), Stage.WORKERS, READ_STOP_SECONDS),
        Program("worker-screen", _worker("screen", settings.LOCAL_SLOTS), Stage.WORKERS, SCREEN_STOP_SECONDS),
        *_asking(settings),
    ]
    return [*_embedded(settings.BROKER_URL, settings.DATA_DIR), web, scheduler, *workers]


def _asking(settings: Settings) -> list[Program]:
    """The worker that asks Claude, where there is a key. A call takes seconds and is paid for: it gets time to end."""
    if not settings.ANTHROPIC_API_KEY:
        return []
    return [Program("worker-cloud", _worker("cloud", settings.CLOUD_SLOTS + 1), Stage.WORKERS, CLOUD_STOP_SECONDS)]


def _embedded(broker_url: str, data_dir: Path) -> list[Program]:
    if broker_url != embedded_url(data_dir):
        return []
    return [Program("broker", broker.command(data_dir), Stage.BROKER, 10.0, signal.SIGTERM)]


def _web(listener: int) -> tuple[str, ...]:
    kind = ("-k", "gthread", "-w", "1", "--threads", str(WEB_THREADS), "--graceful-timeout", "10")
    return (sys.executable, "-m", "gunicorn", *kind, "--no-control-socket", "-b", f"fd://{listener}", "jobtracker.wsgi")


def _worker(queues: str, threads: int) -> tuple[str, ...]:
    name = f"{queues.split(',')[0]}-{os.getpid()}@%h"
    kind = ("-P", "threads", "-Q", queues, "-c", str(threads), "--without-gossip", "--without-mingle", "-n", name)
    return (sys.executable, "-m", "celery", "-A", "jobtracker", "worker", *kind)
