"""Child processes that read documents: started when needed, reused, and replaced when one fails."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import weakref
from dataclasses import asdict
from pathlib import Path

from matching.reading.frames import receive, send
from matching.reading.limits import Limits

DOCUMENTS_PER_CHILD = 300
START_SECONDS = 60.0
_ROOT = Path(__file__).resolve().parents[2]
# Whatever else is in the environment, keys among it, is none of a parser's business.
_PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TESSDATA_PREFIX", "LD_LIBRARY_PATH", "VIRTUAL_ENV")


class Child:
    """One reading process and the pipes to it. Used by one thread at a time."""

    def __init__(self) -> None:
        environment = {key: os.environ[key] for key in _PASSED_ON if key in os.environ}
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "matching.reading.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment | {"PYTHONPATH": str(_ROOT), "PYTHONDONTWRITEBYTECODE": "1", "OMP_THREAD_LIMIT": "1"},
            # Its own group: Ctrl-C reaches the parent only, and a kill takes Tesseract along.
            start_new_session=True,
        )
        self.documents = 0
        self.timed_out = False
        self.peak_memory_mb = 0.0

    def ready(self) -> bool:
        """Wait for the child's first word; False when it could not start."""
        with self._deadline(START_SECONDS):
            return receive(self.process.stdout, most=1024) is not None

    def ask(self, data: bytes, *, name: str, limits: Limits, pdfium: bool = True) -> dict | None:
        """Have one document read; None when the child died over it or was stopped (`timed_out` says which)."""
        self.documents += 1
        request = {"size": len(data), "name": name, "limits": asdict(limits), "pdfium": pdfium}
        most = 1024 * 1024 + 16 * limits.max_text_chars
        seconds = limits.max_seconds
        with contextlib.suppress(OSError), self._deadline(seconds):
            send(self.process.stdin, request, payload=data)
        answer: dict | None = {"more_seconds": seconds}
        while answer is not None and (more := answer.get("more_seconds")):
            with self._deadline(more):
                answer = receive(self.process.stdout, most=most)
        return answer

    def close(self, *, kill: bool = False) -> int:
        """End the process and everything that it started; the exit status, negative for a signal."""
        if kill:
            self._kill()
        for stream in (self.process.stdin, self.process.stdout):
            with contextlib.suppress(OSError):
                stream.close()
        return self._reap()

    def forget(self) -> None:
        """After a fork: let go of pipes that belong to the parent's child."""
        for stream in (self.process.stdin, self.process.stdout):
            with contextlib.suppress(OSError):
                os.close(stream.fileno())
        self.process.returncode = 0

    @contextlib.contextmanager
    def _deadline(self, seconds: float):
        timer = threading.Timer(seconds, self._stop)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _stop(self) -> None:
        self.timed_out = True
        self._kill()

    def _kill(self) -> None:
        # Once it is waited for, its number may belong to somebody else.
        if self.process.returncode is not None:
            return
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)

    def _reap(self) -> int:
        """Wait for the end by wait4, which also tells the peak of memory; a child that lingers is killed."""
        if self.process.returncode is None:
            with self._deadline(5.0):
                try:
                    _, status, usage = os.wait4(self.process.pid, 0)
                except ChildProcessError:
                    # Somebody else's SIGCHLD handler was faster.
                    self.process.returncode = -signal.SIGKILL
                else:
                    self.process.returncode = os.waitstatus_to_exitcode(status)
                    self.peak_memory_mb = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
        return self.process.returncode


class ReaderPool:
    """Up to `size` children for any number of threads; nothing is started before the first document."""

    def __init__(self, *, size: int | None = None) -> None:
        self.size = size or os.cpu_count() or 1
        self._reset()
        _POOLS.add(self)

    def _reset(self) -> None:
        self._idle: list[Child] = []
        self._lock = threading.Lock()
        self._places = threading.BoundedSemaphore(self.size)

    def read(self, data: bytes, *, name: str, limits: Limits) -> dict:
        """One document's answer: the fields of `Found`, or `reason` (a key of UNREADABLE) with `detail`.

        Blocks while all children are busy. Never raises for what the bytes hold.
        """
        with self._places:
            answer = self._try(data, name=name, limits=limits, pdfium=True)
            if answer.get("reason") == "crashed":
                # PDFium is the only native parser that runs first; what kills it may still open elsewhere.
                answer = self._try(data, name=name, limits=limits, pdfium=False)
        return answer

    def close(self) -> None:
        """End all idle children; the pool can be used again and starts new ones."""
        with self._lock:
            idle, self._idle = self._idle, []
        for child in idle:
            child.close()

    def _try(self, data: bytes, *, name: str, limits: Limits, pdfium: bool) -> dict:
        try:
            child = self._take()
        except OSError:
            return {"reason": "no_reader", "detail": "the system refused a new process"}
        if child is None:
            return {"reason": "no_reader", "detail": "it did not start"}
        answer = child.ask(data, name=name, limits=limits, pdfium=pdfium)
        if answer is None:
            return _post_mortem(child, limits=limits)
        # A memory fault leaves the heap in pieces: a fresh process is cheaper than a strange one.
        if child.documents >= DOCUMENTS_PER_CHILD or answer.get("reason") == "bomb":
            child.close(kill=True)
        else:
            with self._lock:
                self._idle.append(child)
        return answer

    def _take(self) -> Child | None:
        with self._lock:
            while self._idle:
                child = self._idle.pop()
                if child.process.poll() is None:
                    return child
                child.close()
        child = Child()
        if child.ready():
            return child
        child.close(kill=True)
        return None


def _post_mortem(child: Child, *, limits: Limits) -> dict:
    """Name why a child died: the clock, the memory limit, or a fault of the parser."""
    status = child.close(kill=True)
    if child.timed_out or status in (-signal.SIGXCPU, -signal.SIGALRM):
        return {"reason": "too_slow", "detail": ""}
    # Half of the address space in use at the end means that the next doubling was refused.
    if child.peak_memory_mb > 0.3 * limits.max_memory_mb:
        return {"reason": "bomb", "detail": "memory"}
    return {"reason": "crashed", "detail": ""}


_POOLS: "weakref.WeakSet[ReaderPool]" = weakref.WeakSet()


def _after_fork() -> None:
    for pool in list(_POOLS):
        for child in pool._idle:
            child.forget()
        pool._reset()


os.register_at_fork(after_in_child=_after_fork)
