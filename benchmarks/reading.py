"""How fast a folder of documents is read, how much memory that takes, and where the time goes."""

import time
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median, quantiles

from matching.exceptions import UnreadableError
from matching.reading import Limits, ReaderPool
from matching.reading.documents import read_document
from matching.reading.wire import Wire

LIMITS = Limits()


def run(folder: Path, *, compare: bool = False) -> dict:
    """Read every file below a folder with one child per core; prints and returns the figures.

    With `compare`, the same files are also read one by one in this process and by one child: the share of speed that
    the child costs. Only for files that are known to be harmless, because nothing protects this process.
    """
    documents = [(path.name, path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file()]
    documents = [(name, data) for name, data in documents if 0 < len(data) <= LIMITS.max_bytes]
    if not documents:
        raise SystemExit(f"There is no file in {folder} to read.")
    pool = ReaderPool()
    _warm(pool)
    started = time.perf_counter()
    with ThreadPoolExecutor(pool.size) as threads:
        answers = list(threads.map(lambda document: _timed(pool, *document), documents))
    seconds = time.perf_counter() - started
    pool.close()
    figures = _figures(answers, seconds=seconds, children=pool.size)
    if compare:
        figures["pool_speed_share"] = _pool_share(documents)
    _print(figures)
    return figures


def _warm(pool: ReaderPool) -> None:
    """Have all children started before the clock is."""
    with ThreadPoolExecutor(pool.size) as threads:
        list(threads.map(lambda _: pool.read(b"Warm up", name="warm", limits=LIMITS), range(4 * pool.size)))


def _timed(pool: ReaderPool, name: str, data: bytes) -> dict:
    started = time.perf_counter()
    answer = pool.read(data, name=name, limits=LIMITS)
    return answer | {"seconds": time.perf_counter() - started}


def _figures(answers: list[dict], *, seconds: float, children: int) -> dict:
    steps: dict[str, list[float]] = defaultdict(list)
    for answer in answers:
        for step, spent in answer.get("steps", {}).items():
            steps[step].append(spent)
        steps["in all"].append(answer["seconds"])
    pages = sum(answer.get("pages", 0) for answer in answers)
    return {
        "files": len(answers),
        "pages": pages,
        "children": children,
        "seconds": round(seconds, 2),
        "files_per_minute": round(60 * len(answers) / seconds),
        "pages_per_minute": round(60 * pages / seconds),
        "peak_memory_mb": round(max(answer.get("memory_mb", 0.0) for answer in answers)),
        "outcomes": dict(Counter(answer.get("reason", "read") for answer in answers).most_common()),
        "flags": dict(Counter(flag for answer in answers for flag in answer.get("flags", ())).most_common()),
        "steps_ms": {step: _spread(spent) for step, spent in steps.items()},
    }


def _spread(seconds: list[float]) -> dict[str, float]:
    high = quantiles(seconds, n=20)[-1] if len(seconds) > 1 else seconds[0]
    return {"median": round(1000 * median(seconds), 1), "p95": round(1000 * high, 1), "files": len(seconds)}


def _pool_share(documents: list[tuple[str, bytes]]) -> float:
    """Speed of one child as a share of the speed in this process: the better of three rounds each, taken in turns."""
    pool = ReaderPool(size=1)
    _warm(pool)
    here, there = [], []
    for _ in range(3):
        here.append(_seconds(lambda name, data: _read_here(name, data), documents))
        there.append(_seconds(lambda name, data: pool.read(data, name=name, limits=LIMITS), documents))
    pool.close()
    return round(min(here) / min(there), 3)


def _seconds(read, documents: list[tuple[str, bytes]]) -> float:
    started = time.perf_counter()
    for name, data in documents:
        read(name, data)
    return time.perf_counter() - started


def _read_here(name: str, data: bytes) -> None:
    try:
        read_document(data, name=name, limits=LIMITS, mend=False, wire=Wire())
    except UnreadableError:
        return


def _print(figures: dict) -> None:
    for key, value in figures.items():
        if key == "steps_ms":
            for step, spread in value.items():
                times = f"median {spread['median']:8.1f} ms   p95 {spread['p95']:8.1f} ms"
                print(f"  {step:8} {times}   in {spread['files']} files")
        else:
            print(f"{key:18} {value}")
