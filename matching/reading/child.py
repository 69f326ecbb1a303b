"""One reading process: takes documents on stdin, answers on stdout, knows neither Django nor the network.

Started by the pool as `python -m matching.reading.child`. It ends when stdin ends, that is, when its parent is gone.
"""

import base64
import contextlib
import ctypes
import logging
import os
import resource
import shutil
import signal
import sys
from dataclasses import asdict
from pathlib import Path
from typing import BinaryIO

from matching.exceptions import UnreadableError
from matching.reading.archives import entries_of
from matching.reading.documents import read_document
from matching.reading.folders import hold_folder
from matching.reading.found import Found
from matching.reading.frames import OWN_FOLDER, peak_memory_mb, receive, send
from matching.reading.limits import Limits
from matching.reading.paper import print_document
from matching.reading.preview import render_page
from matching.reading.wire import Wire

_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_MEGABYTE = 1024 * 1024
ENTRY_PATIENCE = 300.0
_MOST = {resource.RLIMIT_CORE: 0, resource.RLIMIT_NOFILE: 128, resource.RLIMIT_FSIZE: 64 * _MEGABYTE}


def main() -> None:
    """Answer requests until stdin ends: to read a document, to draw a page of it, or to unpack an archive."""
    requests, answers = _own_streams()
    logging.disable()
    try:
        _work(requests, answers)
    finally:
        # Also when the parent died meanwhile and nobody takes the answer.
        _leave_nothing()


def _work(requests: BinaryIO, answers: BinaryIO) -> None:
    held = hold_folder(os.environ.get(OWN_FOLDER, ""))  # noqa: F841 - its owner lives as long as this is open
    _leave_network()
    _lower_limits()
    send(answers, {"ready": True})
    while (request := receive(requests, most=_MEGABYTE)) is not None:
        limits = Limits(**request["limits"])
        _restrict(limits)
        if "archive" in request:
            answer = _unpack(request, limits=limits, answers=answers)
        else:
            answer = _answer(requests.read(request["size"]), request, limits=limits, answers=answers)
        signal.setitimer(signal.ITIMER_REAL, 0)
        send(answers, answer)


def _unpack(request: dict, *, limits: Limits, answers: BinaryIO) -> dict:
    """Send every file of an archive, each with its bytes behind it; then how it ended."""
    try:
        for entry in entries_of(Path(request["archive"]), limits=limits, password=request["password"]):
            line = {key: getattr(entry, key) for key in ("number", "name", "skipped", "of")} | {"size": len(entry.data)}
            send(answers, line, payload=entry.data)
            # The parent stores one entry before it takes the next: its time is not this archive's.
            signal.setitimer(signal.ITIMER_REAL, ENTRY_PATIENCE + 2 * limits.max_seconds)
    except UnreadableError as error:
        return {"reason": error.code, "detail": str(error)}
    except MemoryError:
        return {"reason": "bomb", "detail": "memory"}
    return {"end": True}


class _WireToPool(Wire):
    def __init__(self, answers: BinaryIO, *, limits: Limits) -> None:
        self._answers, self._spare = answers, limits.max_seconds

    def more_time(self, seconds: float) -> None:
        send(self._answers, {"more_seconds": seconds})
        signal.setitimer(signal.ITIMER_REAL, seconds + self._spare)

    def progress(self, done: int, total: int) -> None:
        send(self._answers, {"progress": [done, total]})


def _answer(data: bytes, request: dict, *, limits: Limits, answers: BinaryIO) -> dict:
    wire = _WireToPool(answers, limits=limits)
    try:
        if "page" in request:
            return _drawn(data, number=request["page"], limits=limits)
        if "paper" in request:
            printed, pages = print_document(data, limits=limits, wire=wire)
            return {"paper": base64.b64encode(printed).decode(), "pages": pages}
        wanted = {key: request[key] for key in ("name", "mend", "password")}
        found = read_document(data, limits=limits, wire=wire, **wanted)
    except UnreadableError as error:
        return {"reason": error.code, "detail": str(error)}
    except MemoryError:
        return {"reason": "bomb", "detail": "memory"}
    except RecursionError:
        return {"reason": "damaged", "detail": "nested too deeply"}
    return _as_message(found)


def _drawn(data: bytes, *, number: int, limits: Limits) -> dict:
    picture = render_page(data, number=number, limits=limits)
    size = {"width": picture.width, "height": picture.height, "pages": picture.pages}
    return size | {"picture": base64.b64encode(picture.data).decode()}


def _as_message(found: Found) -> dict:
    return asdict(found) | {"memory_mb": peak_memory_mb(resource.getrusage(resource.RUSAGE_SELF))}


def _leave_nothing() -> None:
    """Whatever was converted goes with this process; its parent does the same when it has to kill it."""
    if folder := os.environ.get(OWN_FOLDER):
        shutil.rmtree(folder, ignore_errors=True)


def _own_streams() -> tuple[BinaryIO, BinaryIO]:
    """Take stdin and stdout for the protocol alone: whatever a library prints goes nowhere."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    return requests, answers


def _leave_network() -> None:
    """An empty network namespace where the kernel lets an ordinary process have one; elsewhere nothing changes."""
    if sys.platform == "linux":
        ctypes.CDLL(None).unshare(_CLONE_NEWUSER | _CLONE_NEWNET)


def _lower_limits() -> None:
    """No core dumps, few open files, no large ones: limits that are the same for every document."""
    for kind, most in _MOST.items():
        _, hard = resource.getrlimit(kind)
        lower = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (lower, lower))


def _restrict(limits: Limits) -> None:
    """Memory and CPU time for the next document; the wall clock stops a child whose parent no longer watches."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime + limits.max_seconds + limits.max_ocr_seconds) + 1
    # macOS knows no limit on address space and says so with ValueError.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (limits.max_memory_mb * _MEGABYTE, resource.RLIM_INFINITY))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
    signal.setitimer(signal.ITIMER_REAL, 2 * limits.max_seconds)


if __name__ == "__main__":
    main()
