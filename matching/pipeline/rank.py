"""Rank: files against a job text, without database and broker. The same acts as the pages' road, in one process."""

import os
import secrets
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from matching.clients.ollama import LocalModel
from matching.copying import copies
from matching.estimate import Estimate, Features, combine, features, profile
from matching.exceptions import JobtrackerError, ModelError
from matching.pipeline.piles import Document, documents_of
from matching.prompts import WHOLE_JOB, screen_prompt
from matching.reading import Limits, read
from matching.reading.zipnames import is_junk
from matching.redaction import redact
from matching.replies import Answer, accept
from matching.schemas import Criterion, Redaction, Rubric
from matching.scoring import score, shared_ranks


@dataclass(frozen=True, slots=True)
class File:
    """One CV file with what reading it gave; `reason` is the sentence of a file that gave nothing, `tokens` the name as
    redaction found it."""

    path: Path
    redacted: str
    flags: tuple[str, ...]
    seconds: float
    reason: str = ""
    tokens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranked:
    """One line of the ranking; the names are those of `rank --format json`."""

    rank: int
    file: str
    score: float
    uncertainty: float | None
    band: str | None
    why: str
    gap: str
    criteria: list[dict]
    flags: list[str]
    seconds: float
    cost_usd: float = 0.0


@dataclass(frozen=True, slots=True)
class Ranking:
    """A whole ranking, with the files that gave none and why."""

    title: str
    rubric_version: str
    engine: str
    model: str | None
    ranked: list[Ranked]
    failed: list[dict[str, str]]

    def as_json(self) -> dict:
        return {
            "job": {"title": self.title, "rubric_version": self.rubric_version},
            "engine": self.engine,
            "model": self.model,
            "ranked": [asdict(line) for line in self.ranked],
            "failed": self.failed,
        }


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files named and all files below the folders named, each once, in name order.

    Nothing hidden, and no folder behind a link. A folder that cannot be listed is among the files, so that whoever
    opens them says so.
    """
    found: dict[Path, None] = {}
    for path in paths:
        found |= dict.fromkeys(sorted(_below(path)) if os.path.isdir(path) else [path])
    return list(found)


def _below(folder: Path) -> list[Path]:
    found: list[Path] = []

    def note(error: OSError) -> None:
        found.append(Path(error.filename))

    for place, folders, names in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found.extend(Path(place, name) for name in names if not is_junk(name))
    return found


def written(path: Path) -> str:
    """A path as text that can be printed and stored; bytes of its name that are no UTF-8 are replaced."""
    return os.fsencode(path).decode("utf-8", "replace")


def read_files(paths: Sequence[Path], *, limits: Limits, job_text: str) -> list[File]:
    """Read and redact files, and those in ZIPs, some at a time; the order stays. Copies of the posting are flagged."""

    def one(document: Document) -> File:
        label, reason = document.label, document.reason
        if reason:
            return File(label, "", (), 0.0, reason)
        reading = read(document.path, name=label.name, limits=limits)
        redaction = redact(reading.text, file_name=label.name) if reading.ok else Redaction("")
        flags = (*reading.flags, *["jd_copy"] * copies(reading.text, job_text))
        return File(label, redaction.text, flags, reading.seconds, reading.sentence, redaction.tokens)

    with documents_of(paths, limits=limits) as documents, ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        return list(pool.map(one, documents))


def rank_by_estimate(rubric: Rubric, files: Sequence[File], *, job_text: str) -> Ranking:
    """Rank readable files by the quick estimate alone; it has no band."""
    usable, failed = _usable(files)
    estimates = _estimates(rubric, usable, job_text=job_text)
    order = sorted(range(len(usable)), key=lambda n: (-estimates[n].score, str(usable[n].path)))
    ranks = shared_ranks([(estimates[n].score, 0.0) for n in order])
    lines = [_estimated(rank, usable[n], estimates[n], rubric) for rank, n in zip(ranks, order, strict=True)]
    return Ranking(rubric.title, rubric.version, "estimate", None, lines, failed)


def rank_by_model(rubric: Rubric, files: Sequence[File], *, job_text: str, model: LocalModel, slots: int) -> Ranking:
    """Screen every readable file with the local model, `slots` at a time, and rank by score."""
    usable, failed = _usable(files)
    estimates = _estimates(rubric, usable, job_text=job_text)
    order = sorted(range(len(usable)), key=lambda n: -estimates[n].score)
    queue = [usable[n] for n in order]
    key = secrets.token_hex(4)

    def one(file: File) -> tuple[File, Answer | None, float, str]:
        started = time.monotonic()
        try:
            answer = _screen(rubric, file.redacted, model=model, key=key)
        except ModelError as error:
            return file, None, 0.0, str(error)
        return file, answer, time.monotonic() - started, ""

    # The first call alone: it warms the server's prefix cache for the others.
    results = [one(file) for file in queue[:1]]
    with ThreadPoolExecutor(slots) as pool:
        results += pool.map(one, queue[1:])
    failed += [{"file": written(file.path), "reason": reason} for file, _, _, reason in results if reason]
    scored = [(file, answer, score(rubric, answer.levels), took) for file, answer, took, _ in results if answer]
    scored.sort(key=lambda row: (-row[2].score, str(row[0].path)))
    ranks = shared_ranks([(found.score, found.uncertainty) for _, _, found, _ in scored])
    lines = [
        Ranked(
            rank=rank,
            file=written(file.path),
            score=round(found.score, 1),
            uncertainty=round(found.uncertainty, 1),
            band=found.band,
            why=answer.why,
            gap=answer.gap,
            criteria=_levels(rubric, answer),
            flags=[
                *file.flags,
                *(["instruction_like"] if answer.flag and "instruction_like" not in file.flags else []),
            ],
            seconds=round(file.seconds + took, 3),
        )
        for rank, (file, answer, found, took) in zip(ranks, scored, strict=True)
    ]
    return Ranking(rubric.title, rubric.version, "local", model.model, lines, failed)


def _screen(rubric: Rubric, cv_text: str, *, model: LocalModel, key: str, seed: int = 7) -> Answer:
    """One call, and once more with another seed when the answer could not be used."""
    prompt = screen_prompt(rubric, cv_text, key=key, num_ctx=model.num_ctx, num_predict=model.num_predict)
    try:
        reply = model.screen(prompt, seed=seed)
        return accept(reply, rubric=rubric, expected_tokens=prompt.tokens, num_ctx=model.num_ctx)
    except ModelError as error:
        if error.permanent or error.server_wide or seed != 7:
            raise
        return _screen(rubric, cv_text, model=model, key=key, seed=seed + 1)


def _usable(files: Sequence[File]) -> tuple[list[File], list[dict[str, str]]]:
    return [file for file in files if not file.reason], [
        {"file": written(file.path), "reason": file.reason} for file in files if file.reason
    ]


def _estimates(rubric: Rubric, files: Sequence[File], *, job_text: str) -> tuple[Estimate, ...]:
    wanted = profile(rubric, text=job_text)
    found: list[Features] = [features(wanted, file.redacted, year=datetime.now(UTC).year) for file in files]
    return combine(found)


def _estimated(rank: int, file: File, estimate: Estimate, rubric: Rubric) -> Ranked:
    return Ranked(
        rank=rank,
        file=written(file.path),
        score=round(estimate.score, 1),
        uncertainty=None,
        band=None,
        why=f"Found: {', '.join(estimate.matched[:8])}." if estimate.matched else "",
        gap=f"Not found: {', '.join(estimate.missing[:8])}." if estimate.missing else "",
        criteria=[_line(criterion, None) for criterion in rubric.criteria],
        flags=list(file.flags),
        seconds=round(file.seconds, 3),
    )


def _levels(rubric: Rubric, answer: Answer) -> list[dict]:
    levels = {level.id: level.level for level in answer.levels}
    return [_line(criterion, levels[criterion.id]) for criterion in (*rubric.criteria, WHOLE_JOB)]


def _line(criterion: Criterion, level: int | None) -> dict:
    return {"id": criterion.id, "label": criterion.label, "need": criterion.need.value, "level": level, "quotes": []}


def read_job(path: Path, *, limits: Limits) -> str:
    """The text of a job file of any kind that can be read; raises JobtrackerError with a sentence."""
    if not os.path.isfile(path):
        raise JobtrackerError("no_job", f"There is no job file at {written(path)}.")
    reading = read(path, name=path.name, limits=limits)
    if not reading.ok:
        raise JobtrackerError("no_job", f"The job file cannot be used. {reading.sentence}")
    return reading.text
