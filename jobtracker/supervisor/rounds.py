"""The loop: start everything, start again what ended, stop in order."""

import http.client
import json
import os
import select
import signal
import sys
import time
from itertools import groupby
from pathlib import Path

from jobtracker.supervisor.children import Child

ROUND_SECONDS = 1.0
FIRST_PAGE_ROUND_SECONDS = 0.05
DYING_AFTER = 4
TRIM_SECONDS = 60.0


def say(sentence: str) -> None:
    """One line for the person at the terminal, if there still is one."""
    try:
        sys.stdout.write(f"{sentence}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


class Bell:
    """Wakes the loop at once when a child ends or a signal to stop arrives."""

    def __init__(self) -> None:
        self.stops = 0
        self._read, write = os.pipe()
        os.set_blocking(self._read, False)
        os.set_blocking(write, False)
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._stop)
        if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # ignored under nohup, which is meant to outlive
            signal.signal(signal.SIGHUP, self._stop)

    def _stop(self, *_: object) -> None:
        self.stops += 1

    def wait(self, seconds: float) -> None:
        ready, _, _ = select.select([self._read], [], [], seconds)
        if ready:
            os.read(self._read, 1024)


class Rounds:
    """Keeps the children up until a signal asks for the end."""

    def __init__(self, children: list[Child], *, bell: Bell, state: Path) -> None:
        self._children = children
        self._bell = bell
        self._state = state
        self._trim_at = 0.0

    @property
    def stopping(self) -> bool:
        return self._bell.stops > 0

    def add(self, children: list[Child]) -> None:
        self._children += children

    def turn(self) -> None:
        """One look at every child: note who ended, start who is due."""
        changed = False
        for child in self._children:
            if (code := child.ended()) is not None:
                changed = True
                _say_ended(child, code)
            if child.due():
                child.start()
                changed = True
        if changed:
            self._write_state()
        if time.monotonic() >= self._trim_at:
            self._trim_at = time.monotonic() + TRIM_SECONDS
            for child in self._children:
                child.trim_log()

    def until_page_answers(self, host: str, *, port: int, seconds: float) -> bool:
        """Turn until the sign-in page answers; False if a signal or the end of the wait came first."""
        until = time.monotonic() + seconds
        while not self._bell.stops and time.monotonic() < until:
            self.turn()
            if _page_answers(host, port=port):
                return True
            self._bell.wait(FIRST_PAGE_ROUND_SECONDS)
        return False

    def until_stopped(self) -> None:
        while not self._bell.stops:
            self.turn()
            self._bell.wait(ROUND_SECONDS)

    def stop(self) -> None:
        """Stop stage by stage; a second signal, or a program that takes too long, ends the waiting."""
        asked = self._bell.stops
        in_order = sorted(self._children, key=lambda child: child.program.stage)
        for _, stage in groupby(in_order, key=lambda child: child.program.stage):
            together = list(stage)
            for child in together:
                child.ask_to_stop()
            asked_at = time.monotonic()
            for child in together:
                while self._bell.stops == asked and not child.wait_until(time.monotonic() + 0.2):
                    if time.monotonic() - asked_at > child.program.stop_seconds:
                        break
                child.kill()
        self._state.unlink(missing_ok=True)

    def _write_state(self) -> None:
        """Which process is which, for people with `ps` and `kill`."""
        fresh = self._state.with_suffix(".new")
        fresh.write_text(json.dumps({child.program.name: child.pid for child in self._children}, indent=2))
        fresh.replace(self._state)


def _say_ended(child: Child, code: int) -> None:
    """Speak at the first end and when it becomes a habit, not at every one in between."""
    how = f"signal {-code}" if code < 0 else f"exit code {code}"
    if child.failures == 1:
        say(f"{child.program.name} ended ({how}) and is being started again. Its log: {child.log}")
    elif child.failures == DYING_AFTER:
        say(
            f"{child.program.name} keeps ending ({how}); no work is lost, and it is tried again every half minute. "
            f"The reason is at the end of {child.log}"
        )


def _page_answers(host: str, *, port: int) -> bool:
    connection = http.client.HTTPConnection(host, port, timeout=10)
    try:
        connection.request("GET", "/accounts/login/")
        return connection.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
