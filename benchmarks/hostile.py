"""Thousands of honest, hiding, hostile and broken documents through the pool: what came of each."""

import random
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.attacks.checks import faults_of, faults_of_picture
from benchmarks.attacks.honest import flowing_pdf, hand_made_pdf, sidebar_pdf, word
from benchmarks.attacks.languages import latin
from benchmarks.attacks.mixture import samples
from benchmarks.attacks.sample import Sample, share_of_words
from benchmarks.attacks.watch import Watch
from matching.exceptions import UnreadableError
from matching.reading import Limits, ReaderPool, read
from matching.reading.read import draw
from matching.schemas import UNREADABLE, Reading

LIMITS = Limits()
NEIGHBOUR_EVERY, DRAWN_EVERY = 20, 5
SLOWEST = 12


@dataclass(slots=True)
class Outcome:
    """What came of one document: `faults` is what should never be, `words` the share of an honest one that is there."""

    number: int
    kind: str
    made: str
    reason: str = ""
    seconds: float = 0.0
    words: float | None = None
    flagged: bool = False
    faults: list[str] = field(default_factory=list)


def run(folder: Path | None, *, count: int, seed: int, only: Sequence[int] = ()) -> dict:
    """Make `count` documents for a seed (or those with the numbers `only`), read each, print and return the figures.

    With a folder, its files are broken too. What has a fault is kept, and the figures say where.
    """
    kept = Path(tempfile.mkdtemp(prefix="jobtracker-hostile-kept-"))
    before = tempfile.tempdir
    with tempfile.TemporaryDirectory(prefix="jobtracker-hostile-") as own:
        tempfile.tempdir = own
        try:
            figures = _Run(Path(own), kept).through(only or range(count), seed=seed, folder=folder)
        finally:
            tempfile.tempdir = before
    if not any(kept.iterdir()):
        kept.rmdir()
    _print(figures)
    return figures


class _Run:
    """One pool for reading and one for drawing, as in the product, and what came of it."""

    def __init__(self, folder: Path, kept: Path) -> None:
        self.folder, self.kept = folder, kept
        self.pool, self.drawing = ReaderPool(), ReaderPool(size=1)
        self.reading: dict[int, str] = {}
        self.outcomes: list[Outcome] = []
        chance = random.Random(1)
        self.neighbours = [write(latin()[3], chance) for write in (flowing_pdf, hand_made_pdf, sidebar_pdf, word)]
        self.alone = [self._read(-1, one).text for one in self.neighbours]
        (folder / "-1").unlink()

    def through(self, numbers: Sequence[int], *, seed: int, folder: Path | None) -> dict:
        """Read the documents with these numbers, as many at once as the product does."""
        watch = Watch(lambda: self.pool.processes() + self.drawing.processes(), self.reading)
        watch.start()
        started = time.perf_counter()
        places = threading.BoundedSemaphore(2 * self.pool.size)
        with ThreadPoolExecutor(self.pool.size) as threads:
            for number, one in zip(numbers, samples(numbers, seed=seed, folder=folder), strict=True):
                places.acquire()
                future = threads.submit(self._outcome, number, one)
                future.add_done_callback(lambda done, number=number, one=one: self._take(done, number, one))
                future.add_done_callback(lambda _: places.release())
        seconds = time.perf_counter() - started
        watch.end()
        self.pool.close()
        self.drawing.close()
        return self._figures(watch, seconds=seconds, seed=seed)

    def _read(self, number: int, sample: Sample) -> Reading:
        path = self.folder / f"{number}"
        path.write_bytes(sample.data)
        self.reading[number] = f"{number}: {sample.made}"
        try:
            return read(path, name=sample.name, limits=LIMITS, pool=self.pool)
        finally:
            del self.reading[number]

    def _outcome(self, number: int, sample: Sample) -> Outcome:
        outcome = Outcome(number, sample.kind, sample.made)
        if sample.name.endswith(".zip") and sample.kind == "hostile":
            self._unpack(number, sample, outcome)
        else:
            reading = self._read(number, sample)
            outcome.reason, outcome.seconds = reading.reason, reading.seconds
            outcome.flagged = "hidden_text" in reading.flags
            outcome.faults += faults_of(reading, sample, limits=LIMITS)
            if sample.kind == "honest":
                outcome.words = share_of_words(sample.words, reading.text)
        path = self.folder / f"{number}"
        if number % DRAWN_EVERY == 0:
            outcome.faults += faults_of_picture(draw(path, page=1, limits=LIMITS, pool=self.drawing))
        if number % NEIGHBOUR_EVERY == 0:
            which = number // NEIGHBOUR_EVERY % len(self.neighbours)
            if self._read(-2 - number, self.neighbours[which]).text != self.alone[which]:
                outcome.faults.append("a neighbour was hurt")
            (self.folder / f"{-2 - number}").unlink()
        path.unlink()
        return outcome

    def _unpack(self, number: int, sample: Sample, outcome: Outcome) -> None:
        """A ZIP as the product takes it: entry by entry, and each that is there is read by itself."""
        path = self.folder / f"{number}"
        path.write_bytes(sample.data)
        entries, started = [], time.perf_counter()
        try:
            entries += (entry for entry in self.pool.unpack(path, limits=LIMITS) if len(entries) < 20 and entry.data)
        except UnreadableError as error:
            outcome.reason = error.code
            outcome.faults += [] if error.code in UNREADABLE else [f"unpacked to no reason: {error.code}"]
        outcome.seconds = time.perf_counter() - started
        for entry in entries:
            inside = Sample("hostile", sample.made, entry.data, name=entry.name)
            outcome.faults += faults_of(self._read(number, inside), inside, limits=LIMITS)

    def _take(self, done: Future, number: int, sample: Sample) -> None:
        error = done.exception()
        if error is None:
            outcome = done.result()
        else:
            fault = f"an exception escaped: {type(error).__name__}: {error}"
            outcome = Outcome(number, sample.kind, sample.made, faults=[fault])
        if outcome.faults:
            (self.kept / f"{number}").write_bytes(sample.data)
        self.outcomes.append(outcome)

    def _figures(self, watch: Watch, *, seconds: float, seed: int) -> dict:
        made = sorted(self.outcomes, key=lambda outcome: outcome.seconds, reverse=True)
        faults = {_title(one): one.faults for one in made if one.faults}
        if watch.peak_mb > LIMITS.max_memory_mb:
            faults["memory"] = [f"{watch.peak_mb:.0f} MB in one process, at most {LIMITS.max_memory_mb}", *watch.during]
        if left := [path.name for path in self.folder.iterdir()]:
            faults["files"] = [f"{len(left)} left behind, such as {left[0]}"]
        shares = [one.words for one in made if one.words is not None] or [1.0]
        hidden = [one for one in made if one.kind == "hidden"]
        return {
            "documents": len(made),
            "seed": seed,
            "seconds": round(seconds, 1),
            "files_per_minute": round(60 * len(made) / seconds),
            "outcomes": {
                kind: dict(Counter(one.reason or "read" for one in made if one.kind == kind).most_common())
                for kind in ("honest", "hidden", "hostile", "mutated")
            },
            "reasons": {
                reason: [_title(one) for one in made if one.reason == reason]
                for reason in ("crashed", "too_slow", "bomb", "no_reader")
            },
            "honest_words": {"mean": round(sum(shares) / len(shares), 4), "least": round(min(shares), 3)}
            if shares
            else {},
            "hidden_flagged": f"{sum(one.flagged for one in hidden)} of {len(hidden)}",
            "slowest": {
                f"{one.number} {one.made}": [round(one.seconds, 1), one.reason or "read"] for one in made[:SLOWEST]
            },
            "memory_mb": {"process": round(watch.peak_mb), "child and its programs": round(watch.family_mb)},
            "memory_during": watch.during,
            "faults": faults,
            "kept": str(self.kept) if faults else "",
        }


def _title(outcome: Outcome) -> str:
    return f"{outcome.number} {outcome.made}"


def _print(figures: dict) -> None:
    for name, value in figures.items():
        print(name, value if not isinstance(value, dict) else "")
        for key, inside in value.items() if isinstance(value, dict) else ():
            print(f"    {key}: {inside}")
