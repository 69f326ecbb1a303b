"""The one door to reading: a path in, a Reading out, whatever the bytes are."""

import time
from collections.abc import Callable
from pathlib import Path

from matching.reading.kinds import kind_of
from matching.reading.limits import Limits
from matching.reading.pool import DRAWING, OWN, PRINTING, OnProgress, ReaderPool, nobody
from matching.schemas import UNREADABLE, Reading

_DEFAULT = Limits()
_MEGABYTE = 1024 * 1024


def read(
    path: Path,
    *,
    name: str,
    limits: Limits = _DEFAULT,
    pool: ReaderPool = OWN,
    on_progress: OnProgress = nobody,
    password: str = "",
) -> Reading:
    """Read one file to text.

    `name` is the person's name for it (data only: the kind is decided by content); `password` opens a locked one;
    `pool` does the work, by default the process's own. `on_progress(done, total)` hears of the pages of a scan.
    Never raises for any bytes: a file that gives no text is a Reading with `ok` False and a `reason`.
    """
    started = time.perf_counter()
    try:
        size = path.stat().st_size
        if not path.is_file():
            answer = {"reason": "not_found", "detail": "it is not a file"}
        elif size == 0:
            answer = {"reason": "empty"}
        elif size > limits.max_bytes:
            answer = {
                "reason": "too_large",
                "detail": f"{size / _MEGABYTE:.1f} MB, at most {limits.max_bytes / _MEGABYTE:g}",
            }
        else:
            data = path.read_bytes()
            wanted = {"limits": limits, "on_progress": on_progress, "password": password}
            answer = {"media_type": kind_of(data)} | pool.read(data, name=name, **wanted)
    except OSError as error:
        answer = {"reason": "not_found", "detail": error.strerror or "no reason given"}
    return _reading(answer, seconds=time.perf_counter() - started)


def draw(
    path: Path, *, page: int, limits: Limits = _DEFAULT, pool: ReaderPool = DRAWING, patience: float | None = None
) -> dict:
    """One page of a file as a picture: the answer of `ReaderPool.draw`. Never raises for what the file holds."""
    return _asked(path, lambda data: pool.draw(data, page=page, limits=limits, patience=patience), limits=limits)


def paper(path: Path, *, limits: Limits = _DEFAULT, pool: ReaderPool = PRINTING) -> dict:
    """An office document as a PDF to draw from: the answer of `ReaderPool.paper`. Never raises, as `draw`."""
    return _asked(path, lambda data: pool.paper(data, limits=limits), limits=limits)


def _asked(path: Path, ask: Callable[[bytes], dict], *, limits: Limits) -> dict:
    try:
        if path.stat().st_size > limits.max_bytes:
            return {"reason": "too_large", "detail": "the file"}
        data = path.read_bytes()
    except OSError as error:
        return {"reason": "not_found", "detail": error.strerror or "no reason given"}
    return ask(data)


def _reading(answer: dict, *, seconds: float) -> Reading:
    reason = answer.get("reason", "")
    if reason:
        return Reading(
            ok=False,
            reason=reason if reason in UNREADABLE else "damaged",
            detail=answer.get("detail", ""),
            media_type=answer.get("media_type", ""),
            seconds=round(seconds, 3),
        )
    return Reading(
        ok=True,
        media_type=answer["media_type"],
        pages=answer["pages"],
        text=answer["text"],
        hidden=tuple((page, text) for page, text in answer["hidden"]),
        hidden_boxes=tuple(tuple(box) for box in answer["hidden_boxes"]),
        flags=tuple(answer["flags"]),
        extractor=answer["extractor"],
        confidence=answer["confidence"],
        steps=answer["steps"],
        seconds=round(seconds, 3),
    )
