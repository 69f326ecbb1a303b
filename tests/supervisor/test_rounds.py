"""The loop: who is started again, and the order in which all is stopped."""

import json
import os
import signal
import sys
import threading
import time

import pytest

from jobtracker.supervisor.children import Child
from jobtracker.supervisor.programs import Program, Stage
from jobtracker.supervisor.rounds import Bell, Rounds
from tests.services import wait_for

ENDS_WHEN_ASKED = """
import signal, sys
def end(*_):
    open(sys.argv[1], "a").write(sys.argv[2] + "\\n")
    sys.exit()
signal.signal(signal.SIGTERM, end)
print("up", flush=True)
signal.pause()
"""
STUBBORN = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); signal.pause()"


@pytest.fixture
def bell():
    handlers = {
        number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGCHLD)
    }
    yield Bell()
    signal.set_wakeup_fd(-1)
    for number, handler in handlers.items():
        signal.signal(number, handler)


@pytest.fixture
def rounds_of(tmp_path, bell):
    made = []

    def make(*programs: Program) -> Rounds:
        children = [Child(program, home=tmp_path, log_dir=tmp_path) for program in programs]
        made.extend(children)
        return Rounds(children, bell=bell, state=tmp_path / "processes.json")

    yield make
    for child in made:
        child.kill()


def marker(name: str, stage: Stage, record) -> Program:
    return Program(name, (sys.executable, "-c", ENDS_WHEN_ASKED, str(record), name), stage, 5.0)


def up(tmp_path, *names: str) -> bool:
    return all((tmp_path / f"{name}.log").read_text().count("up") for name in names)


def processes(tmp_path) -> dict[str, int]:
    return json.loads((tmp_path / "processes.json").read_text())


def test_stop_goes_stage_by_stage(rounds_of, tmp_path):
    record = tmp_path / "order"
    rounds = rounds_of(
        marker("broker", Stage.BROKER, record),
        marker("worker", Stage.WORKERS, record),
        marker("web", Stage.WEB, record),
        marker("scheduler", Stage.SCHEDULER, record),
    )
    rounds.turn()
    wait_for(lambda: up(tmp_path, "broker", "worker", "web", "scheduler"), what="all four are up")
    rounds.stop()

    assert record.read_text().split() == ["web", "scheduler", "worker", "broker"]
    assert not (tmp_path / "processes.json").exists()


def test_stop_ends_a_stubborn_program_after_its_time(rounds_of, tmp_path):
    rounds = rounds_of(Program("stubborn", (sys.executable, "-c", STUBBORN), Stage.WORKERS, 0.3))
    rounds.turn()
    pid = processes(tmp_path)["stubborn"]
    wait_for(lambda: up(tmp_path, "stubborn"), what="it is up")
    rounds.stop()

    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_stop_asked_for_twice_does_not_wait(rounds_of, bell, tmp_path):
    rounds = rounds_of(Program("stubborn", (sys.executable, "-c", STUBBORN), Stage.WORKERS, 600.0))
    rounds.turn()
    wait_for(lambda: up(tmp_path, "stubborn"), what="it is up")
    threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
    began = time.monotonic()
    rounds.stop()

    assert time.monotonic() - began < 60


def test_turn_starts_a_killed_program_again_and_says_so_once(rounds_of, tmp_path, capsys):
    rounds = rounds_of(marker("web", Stage.WEB, tmp_path / "order"))
    rounds.turn()
    first = processes(tmp_path)["web"]
    os.kill(first, signal.SIGKILL)

    def again() -> int | None:
        rounds.turn()
        pid = processes(tmp_path)["web"]
        return pid if pid not in (None, first) else None

    wait_for(again, what="the program is started again")
    log = tmp_path / "web.log"
    assert capsys.readouterr().out == f"web ended (signal 9) and is being started again. Its log: {log}\n"


def test_turn_speaks_when_a_program_keeps_ending(rounds_of, tmp_path, capsys):
    rounds = rounds_of(Program("web", (sys.executable, "-c", "raise SystemExit(1)"), Stage.WEB, 1.0))

    def said_twice() -> bool:
        rounds.turn()
        said.append(capsys.readouterr().out)
        return "".join(said).count("\n") == 2

    said: list[str] = []
    wait_for(said_twice, what="two sentences")
    assert "".join(said).splitlines()[1] == (
        "web keeps ending (exit code 1); no work is lost, and it is tried again every half minute. "
        f"The reason is at the end of {tmp_path / 'web.log'}"
    )


def test_bell_wakes_the_loop_when_a_child_ends(rounds_of, bell, tmp_path):
    rounds = rounds_of(Program("short", ("true",), Stage.WEB, 1.0))
    rounds.turn()
    began = time.monotonic()
    bell.wait(60)

    assert time.monotonic() - began < 30


def test_page_that_never_answers_ends_the_wait(rounds_of):
    assert rounds_of().until_page_answers("127.0.0.1", port=9, seconds=0.2) is False
