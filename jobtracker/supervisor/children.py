"""One running program: its start, its log, its backoff and its end."""

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from jobtracker.supervisor.programs import Program

FIRST_WAIT, LONGEST_WAIT = 0.2, 30.0
STEADY_SECONDS = 30.0
LOG_BYTES = 5_000_000
PR_SET_PDEATHSIG = 1


class Child:
    """Keeps one program running. It never raises because the program ends."""

    def __init__(self, program: Program, *, home: Path, log_dir: Path) -> None:
        self.program = program
        self.log = log_dir / f"{program.name}.log"
        self.failures = 0
        self.start_at = 0.0
        self._home = home
        self._process: subprocess.Popen | None = None
        self._started = 0.0

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Start it in a session of its own, so that Ctrl-C in the terminal reaches the supervisor alone."""
        program, fds = self.program, () if self.program.listener is None else (self.program.listener,)
        command = program.command
        if sys.platform != "linux":
            guard = (sys.executable, "-m", "jobtracker.supervisor.guard", str(int(program.orphan_signal)))
            command = (*guard, *command)
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - commands of programs.py, no shell
                command,
                cwd=self._home,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=fds,
                start_new_session=True,
                preexec_fn=_die_with_parent(program.orphan_signal),
            )
        self._started = time.monotonic()

    def ended(self) -> int | None:
        """The exit code if the program ended since the last look, after which its next start is planned."""
        if self._process is None or (code := self._process.poll()) is None:
            return None
        self._signal_group(signal.SIGKILL)
        self._process = None
        now = time.monotonic()
        if now - self._started >= STEADY_SECONDS:
            self.failures = 0
        self.start_at = now + backoff(self.failures)
        self.failures += 1
        return code

    def due(self) -> bool:
        """Whether it should be started now."""
        return self._process is None and time.monotonic() >= self.start_at

    def ask_to_stop(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()

    def wait_until(self, moment: float) -> bool:
        """Wait for the end until this moment of the monotonic clock; whether it came."""
        try:
            if self._process is not None:
                self._process.wait(max(0.0, moment - time.monotonic()))
        except subprocess.TimeoutExpired:
            return False
        return True

    def kill(self) -> None:
        """End it and whatever it started."""
        if self._process is not None:
            self._signal_group(signal.SIGKILL)
            self._process.wait()
            self._process = None

    def trim_log(self) -> None:
        """Keep one old log beside the current one; the program goes on writing to the same open file."""
        if self.log.exists() and self.log.stat().st_size > LOG_BYTES:
            shutil.copyfile(self.log, self.log.with_suffix(".log.1"))
            os.truncate(self.log, 0)

    def _signal_group(self, number: int) -> None:
        try:
            os.killpg(self._process.pid, number)
        except (ProcessLookupError, PermissionError):  # macOS answers EPERM for a group of zombies
            return


def backoff(failures: int) -> float:
    """Seconds to wait before the next start after so many failures in a row: 0.2, 0.4, 0.8 ... and at most 30."""
    return min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(failures, 10))


def _die_with_parent(number: int) -> Callable[[], None] | None:
    """On Linux the kernel ends the child if the supervisor is killed; elsewhere `guard` watches."""
    if sys.platform != "linux":
        return None
    libc, parent = ctypes.CDLL(None), os.getpid()

    def ask_kernel() -> None:
        libc.prctl(PR_SET_PDEATHSIG, int(number))
        if os.getppid() != parent:
            os._exit(1)

    return ask_kernel
