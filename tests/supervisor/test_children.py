"""One child: its backoff, its log, its end; and the guard that stands in for the kernel elsewhere than on Linux."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from jobtracker.supervisor.children import LOG_BYTES, Child, backoff
from jobtracker.supervisor.programs import Program, Stage
from tests.services import wait_for

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def child_of(tmp_path):
    made = []

    def make(*command: str, name: str = "marker", stage: Stage = Stage.WORKERS, stop_seconds: float = 5.0) -> Child:
        made.append(Child(Program(name, command, stage, stop_seconds), home=tmp_path, log_dir=tmp_path))
        return made[-1]

    yield make
    for child in made:
        child.kill()


def alive(pid: int) -> bool:
    """Whether a process runs; one that only waits to be collected does not."""
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except ProcessLookupError:
        return False
    except FileNotFoundError:
        return not Path("/proc/self").exists()


def test_backoff_doubles_up_to_half_a_minute():
    assert [backoff(failures) for failures in (0, 1, 2, 7, 8, 5000)] == [0.2, 0.4, 0.8, 25.6, 30.0, 30.0]


def test_child_that_ends_is_counted_and_not_due_at_once(child_of):
    child = child_of(sys.executable, "-c", "raise SystemExit(3)")
    child.failures = 8
    child.start()
    pid = child.pid
    code = wait_for(child.ended, what="the child ends")

    assert (code, child.failures, child.pid, child.due(), alive(pid)) == (3, 9, None, False, False)


def test_child_after_a_steady_time_starts_again_at_once(child_of):
    child = child_of("true")
    child.start()
    child.failures, child._started = 9, child._started - 31
    wait_for(lambda: child.ended() is not None, what="the child ends")

    assert child.failures == 1


def test_child_writes_to_its_log_and_leaves_the_terminal_alone(child_of):
    child = child_of(
        sys.executable, "-c", "import os, sys; print(os.getsid(0) == os.getpid(), flush=True); sys.stderr.write('oh')"
    )
    child.start()
    wait_for(lambda: child.ended() is not None, what="the child ends")

    assert child.log.read_text() == "True\noh"


def test_child_log_grown_large_is_moved_aside_while_it_is_written(child_of, tmp_path):
    child = child_of("sleep", "60")
    child.log.write_bytes(b"x" * (LOG_BYTES + 1))
    child.start()
    child.trim_log()

    assert (child.log.stat().st_size, (tmp_path / "marker.log.1").stat().st_size) == (0, LOG_BYTES + 1)


def test_child_killed_takes_what_it_started_with_it(child_of):
    child = child_of("sh", "-c", "sleep 60 & echo $!; wait")
    child.start()
    grandchild = int(wait_for(lambda: child.log.read_text().strip(), what="the grandchild's number"))
    child.kill()

    wait_for(lambda: not alive(grandchild), what="the grandchild ends")
    assert child.pid is None


def test_child_ends_when_its_supervisor_is_killed(tmp_path):
    code = f"""
import sys, time
from pathlib import Path
from jobtracker.supervisor.children import Child
from jobtracker.supervisor.programs import Program, Stage
child = Child(Program("marker", ("sleep", "60"), Stage.WORKERS, 1.0), home=Path("/"), log_dir=Path({str(tmp_path)!r}))
child.start()
print(child.pid, flush=True)
time.sleep(60)
"""
    supervisor = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    pid = int(supervisor.stdout.readline())
    assert alive(pid)
    supervisor.kill()
    supervisor.communicate()

    wait_for(lambda: not alive(pid), what="the child ends")


def test_guard_ends_its_command_when_the_supervisor_is_killed(tmp_path):
    guard = f"'{sys.executable}' -m jobtracker.supervisor.guard {int(signal.SIGTERM)} sh -c 'echo $$; exec sleep 60'"
    supervisor = subprocess.Popen(["sh", "-c", f"{guard} & wait"], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    pid = int(supervisor.stdout.readline())
    assert alive(pid)
    supervisor.kill()

    wait_for(lambda: not alive(pid), what="the guarded command ends")
    supervisor.communicate()


@pytest.mark.parametrize(("script", "code"), [("exit 7", 7), ("kill -9 $$", 137)])
def test_guard_passes_the_exit_code_on(script, code):
    done = subprocess.run([sys.executable, "-m", "jobtracker.supervisor.guard", "9", "sh", "-c", script], cwd=ROOT)

    assert done.returncode == code


def test_guard_passes_a_request_to_stop_on():
    script = "trap 'exit 5' TERM; echo up; while :; do sleep 0.1; done"
    command = [sys.executable, "-m", "jobtracker.supervisor.guard", "9", "sh", "-c", script]
    guard = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
    guard.stdout.readline()
    guard.terminate()

    assert guard.wait(10) == 5
    guard.stdout.close()
