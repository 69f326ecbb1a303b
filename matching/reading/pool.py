"""Child processes that read documents: started when needed, reused, and replaced when one fails."""

import atexit
import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

from matching.exceptions import UnreadableError
from matching.reading.archives import Entry
from matching.reading.folders import PREFIX, sweep_folders
from matching.reading.frames import OWN_FOLDER, peak_memory_mb, receive, send
from matching.reading.limits import Limits

DOCUMENTS_PER_CHILD = 300
START_SECONDS = 60.0
END_SECONDS = 5.0
# On top of text recognition: two starts of LibreOffice.
MOST_MORE_SECONDS = 240.0
# A child that was using this much of its memory when it died was refused more.
FULL = 0.3
_MEGABYTE = 1024 * 1024
_ROOT = Path(__file__).resolve().parents[2]
# Whatever else is in the environment, keys among it, is none of a parser's business.
_PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TESSDATA_PREFIX", "LD_LIBRARY_PATH", "VIRTUAL_ENV")
_ENVIRONMENT = {
    "PYTHONPATH": str(_ROOT),
    "PYTHONDONTWRITEBYTECODE": "1",
    # Pages are recognised side by side, a thread of memory each: Tesseract's own threads would only be in their way.
    "OMP_THREAD_LIMIT": "1",
    "MALLOC_ARENA_MAX": "2",
}

OnProgress = Callable[[int, int], object]


def nobody(done: int, total: int) -> None:
    """Nobody wants to know how far it is."""


class Child:
    """One reading process and the pipes to it. Used by one thread at a time."""

    def __init__(self) -> None:
        environment = {key: os.environ[key] for key in _PASSED_ON if key in os.environ}
        # What LibreOffice or Tesseract write is part of a CV: it must not outlive a killed child.
        self.folder = tempfile.mkdtemp(prefix=PREFIX)
        environment |= {"TMPDIR": self.folder, OWN_FOLDER: self.folder}
        requests, self._requests = os.pipe()
        self._answers, answers = os.pipe()
        try:
            self.process = subprocess.Popen(
                [sys.executable, "-P", "-m", "matching.reading.child"],
                stdin=requests,
                stdout=answers,
                stderr=subprocess.DEVNULL,
                env=environment | _ENVIRONMENT,
                # Its own group: Ctrl-C reaches the parent only, and a kill takes Tesseract along.
                start_new_session=True,
            )
        except OSError:
            self.forget()
            shutil.rmtree(self.folder, ignore_errors=True)
            raise
        finally:
            os.close(requests)
            os.close(answers)
        self._to = os.fdopen(self._requests, "wb", closefd=False)
        self._from = os.fdopen(self._answers, "rb", closefd=False)
        self.documents = 0
        self.timed_out = False
        self.peak_memory_mb = 0.0

    def ready(self) -> bool:
        """Wait for the child's first word; False when it could not start."""
        with self._deadline(START_SECONDS):
            return receive(self._from, most=1024) is not None

    def ask(self, data: bytes, *, limits: Limits, on_progress: OnProgress, **wanted: object) -> dict | None:
        """Have a document read, or a page of it drawn, as `wanted` says.

        None when the child died over it or was stopped (`timed_out` says which).
        """
        self.documents += 1
        request = {"size": len(data), "limits": asdict(limits), **wanted}
        most = 1024 * 1024 + 32 * limits.max_text_chars
        with contextlib.suppress(OSError), self._deadline(limits.max_seconds):
            send(self._to, request, payload=data)
        end = time.monotonic() + limits.max_seconds
        last = end + limits.max_ocr_seconds + MOST_MORE_SECONDS
        while True:
            # One deadline over all that the child says meanwhile: talking alone buys no time.
            with self._deadline(max(0.0, end - time.monotonic())):
                answer = receive(self._from, most=most)
            if answer is None or not answer.keys() & {"more_seconds", "progress"}:
                return answer
            if "progress" in answer:
                done, total = answer["progress"]
                on_progress(int(done), int(total))
            else:
                # Whatever a child says that took over: no document gets more than this.
                end = min(time.monotonic() + answer["more_seconds"], last)

    def unpack(self, path: Path, *, limits: Limits, password: str = "") -> Iterator[Entry | dict]:
        """The entries of an archive, then the message that ends it; nothing more when the child died."""
        request = {"archive": str(path), "limits": asdict(limits), "password": password}
        with contextlib.suppress(OSError), self._deadline(limits.max_seconds):
            send(self._to, request)
        while True:
            with self._deadline(limits.max_seconds):
                answer = receive(self._from, most=_MEGABYTE) or {"size": -1}
                size = answer.get("size", 0)
                data = self._from.read(size) if 0 < size <= limits.max_bytes else b""
            if len(data) != size:
                return
            if "number" not in answer:
                yield answer
                return
            yield Entry(answer["number"], answer["name"], data, answer["skipped"], answer["of"])

    def close(self, *, kill: bool = False) -> int:
        """End the process and everything that it started; its exit status, negative for a signal."""
        if kill:
            self._kill()
        self.forget()
        status = self._reap()
        shutil.rmtree(self.folder, ignore_errors=True)
        return status

    def forget(self) -> None:
        """Let go of the pipes: the child, unless another process holds them too, sees the end and exits."""
        for descriptor in (self._requests, self._answers):
            with contextlib.suppress(OSError):
                os.close(descriptor)
        self._requests = self._answers = -1

    @contextlib.contextmanager
    def _deadline(self, seconds: float) -> Iterator[None]:
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
        if self.process.returncode is None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)

    def _reap(self) -> int:
        """Wait for the end by wait4, which also tells the peak of memory; a child that lingers is killed."""
        if self.process.returncode is None:
            with self._deadline(END_SECONDS):
                try:
                    _, status, usage = os.wait4(self.process.pid, 0)
                except ChildProcessError:
                    # Somebody else's handler of SIGCHLD was faster.
                    self.process.returncode = -signal.SIGKILL
                else:
                    self.process.returncode = os.waitstatus_to_exitcode(status)
                    self.peak_memory_mb = peak_memory_mb(usage)
        return self.process.returncode


class ReaderPool:
    """Up to `size` children (default: one per core) for any number of threads; none is started before it is needed."""

    def __init__(self, *, size: int | None = None) -> None:
        self.size = size or os.cpu_count() or 1
        self._begin()
        _POOLS.add(self)

    def _begin(self) -> None:
        self._idle: list[Child] = []
        self._children: set[Child] = set()
        self._lock = threading.Lock()
        self._places = threading.BoundedSemaphore(self.size)

    def read(
        self, data: bytes, *, name: str, limits: Limits, on_progress: OnProgress = nobody, password: str = ""
    ) -> dict:
        """One document's answer: the fields of `Found`, or `reason` (a key of UNREADABLE) with `detail`.

        `on_progress(done, total)` is called in this thread after each recognised page of a scan, with (0, total) first;
        `password` opens a locked one. Blocks while all children are busy. Never raises for what the bytes hold.
        """
        wanted = {"name": name, "limits": limits, "password": password, "on_progress": on_progress}
        with self._places:
            answer = self._try(data, mend=False, **wanted)
            if answer.get("reason") != "crashed":
                return answer
            # What kills PDFium may still open when it is written anew; if not, the crash is the truer reason.
            second = self._try(data, mend=True, **wanted)
            return answer if second.get("reason") else second

    def draw(self, data: bytes, *, page: int, limits: Limits, patience: float | None = None) -> dict:
        """One page (from 1) as `picture` (WebP in base64) with `width`, `height` and `pages`; or `reason` and `detail`.

        The reasons are those of `read`, `no_page`, and `busy` when no child was free for `patience` seconds (None: it
        waits as long as it takes). Never raises, as `read`.
        """
        return self._patient(data, limits=limits, patience=patience, page=page)

    def paper(self, data: bytes, *, limits: Limits, patience: float | None = None) -> dict:
        """An office document as `paper` (PDF in base64) with its `pages`; or `reason` and `detail`, as `draw`."""
        return self._patient(data, limits=limits, patience=patience, paper=True)

    def unpack(self, path: Path, *, limits: Limits, password: str = "") -> Iterator[Entry]:
        """The files of a ZIP one after the other, each in memory only until the next; `password` opens locked ones.

        Raises UnreadableError, also after some entries: damaged, bomb, too_many_files, no_files, password,
        wrong_password, too_slow, crashed.
        """
        with self._places:
            child = self._started()
            ended: dict = {}
            try:
                for answer in child.unpack(path, limits=limits, password=password):
                    if isinstance(answer, dict):
                        ended = answer
                    else:
                        yield answer
            except BaseException:
                self._end(child)
                raise
            ended = ended or self._post_mortem(child, limits=limits)
            if ended.get("reason"):
                self._end(child)
                raise UnreadableError(ended["reason"], ended["detail"])
            with self._lock:
                self._idle.append(child)

    def close(self) -> None:
        """End all idle children; the pool can be used again and then starts new ones."""
        with self._lock:
            idle, self._idle = self._idle, []
        for child in idle:
            self._end(child)

    def processes(self) -> list[int]:
        """The process ids of the children that are alive, idle or busy."""
        with self._lock:
            return [child.process.pid for child in self._children]

    def _patient(self, data: bytes, *, limits: Limits, patience: float | None, **wanted: object) -> dict:
        places = self._places
        if not places.acquire(timeout=patience):
            return {"reason": "busy", "detail": ""}
        try:
            return self._try(data, limits=limits, **wanted)
        finally:
            places.release()

    def _try(self, data: bytes, *, limits: Limits, on_progress: OnProgress = nobody, **wanted: object) -> dict:
        try:
            child = self._started()
        except UnreadableError as error:
            return {"reason": error.code, "detail": str(error)}
        try:
            answer = child.ask(data, limits=limits, on_progress=on_progress, **wanted)
        except BaseException:
            # A worker told to stop in the middle: the half-read answer must not meet the next document.
            self._end(child)
            raise
        if answer is None:
            return self._post_mortem(child, limits=limits)
        # After a failed allocation a fresh process is cheaper than a strange one.
        if child.documents >= DOCUMENTS_PER_CHILD or answer.get("reason") == "bomb":
            self._end(child)
        else:
            with self._lock:
                self._idle.append(child)
        return answer

    def _started(self) -> Child:
        """A child that is ready; raises UnreadableError "no_reader"."""
        try:
            child = self._take()
        except OSError as error:
            raise UnreadableError("no_reader", "the system refused a new process") from error
        if child is None:
            raise UnreadableError("no_reader", "it did not start")
        return child

    def _take(self) -> Child | None:
        while True:
            with self._lock:
                child = self._idle.pop() if self._idle else None
            if child is None:
                break
            if child.process.poll() is None:
                return child
            self._end(child)
        if not self._children:
            sweep_folders()
        child = Child()
        with self._lock:
            self._children.add(child)
        if child.ready():
            return child
        self._end(child)
        return None

    def _end(self, child: Child) -> int:
        with self._lock:
            self._children.discard(child)
        return child.close(kill=True)

    def _post_mortem(self, child: Child, *, limits: Limits) -> dict:
        """Name why a child died: the clock, the memory limit, or a fault of the parser."""
        status = self._end(child)
        if child.timed_out or status in (-signal.SIGXCPU, -signal.SIGALRM):
            return {"reason": "too_slow", "detail": ""}
        if child.peak_memory_mb > FULL * limits.max_memory_mb:
            return {"reason": "bomb", "detail": "memory"}
        return {"reason": "crashed", "detail": ""}


_POOLS: "weakref.WeakSet[ReaderPool]" = weakref.WeakSet()
_FORGOTTEN: list[Child] = []


def _after_fork() -> None:
    """In a forked worker: the parent's children are not ours, and a pipe held open here would keep them alive."""
    for pool in list(_POOLS):
        for child in pool._children:
            child.forget()
            child.process.returncode = 0
            # Kept, because another thread's half-finished use of it must not be torn down here.
            _FORGOTTEN.append(child)
        pool._begin()


os.register_at_fork(after_in_child=_after_fork)

# For the whole process, shared by its threads; they cost nothing until the first document. What people look at is
# drawn apart from what is read, and printed apart from what is drawn: a slow one holds up only its like.
OWN, DRAWING, PRINTING = ReaderPool(), ReaderPool(size=1), ReaderPool(size=1)
for _pool in (OWN, DRAWING, PRINTING):
    atexit.register(_pool.close)
