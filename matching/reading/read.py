"""The one door to reading: a path in, a Reading out, whatever the bytes are."""

import atexit
import threading
import time
from pathlib import Path

from matching.reading.kinds import kind_of
from matching.reading.limits import Limits
from matching.reading.pool import ReaderPool
from matching.schemas import UNREADABLE, Reading

_DEFAULT = Limits()
_lock = threading.Lock()
_pool: ReaderPool | None = None


def read(path: Path, *, name: str, limits: Limits = _DEFAULT, pool: ReaderPool | None = None) -> Reading:
    """Read one file to text.

    `name` is the person's name for it (data only: the kind is decided by content). Without a `pool` the process's own is
    used. Never raises for any bytes: a file that gives no text is a Reading with `ok` False and a `reason`.
    """
    started = time.perf_counter()
    answer = _refusal_before(path, limits=limits)
    if answer is None:
        try:
            data = path.read_bytes()
        except OSError as error:
            answer = {"reason": "not_found", "detail": error.strerror or "no reason given"}
        else:
            answer = {"media_type": kind_of(data)} | (pool or _own_pool()).read(data, name=name, limits=limits)
    return _reading(answer, seconds=time.perf_counter() - started)


def close() -> None:
    """End the children of this process's own pool."""
    with _lock:
        pool = _pool
    if pool is not None:
        pool.close()


def _own_pool() -> ReaderPool:
    global _pool
    with _lock:
        if _pool is None:
            _pool = ReaderPool()
            atexit.register(close)
        return _pool


def _refusal_before(path: Path, *, limits: Limits) -> dict | None:
    try:
        size = path.stat().st_size
    except OSError as error:
        return {"reason": "not_found", "detail": error.strerror or "no reason given"}
    if not path.is_file():
        return {"reason": "not_found", "detail": "it is not a file"}
    if size == 0:
        return {"reason": "empty"}
    if size > limits.max_bytes:
        return {"reason": "too_large", "detail": f"{size / 1048576:.1f} MB, at most {limits.max_bytes / 1048576:g}"}
    return None


def _reading(answer: dict, *, seconds: float) -> Reading:
    reason = answer.get("reason", "")
    return Reading(
        ok=not reason,
        reason=reason if not reason or reason in UNREADABLE else "damaged",
        detail=str(answer.get("detail", "")),
        media_type=answer.get("media_type", ""),
        pages=answer.get("pages", 0),
        text="" if reason else answer["text"],
        hidden=tuple((page, text) for page, text in answer.get("hidden", ())),
        flags=tuple(answer.get("flags", ())),
        extractor=answer.get("extractor", ""),
        seconds=round(seconds, 3),
    )
