"""Rank by Claude: files against a job text, without database. Each may only leave with a permit, and the whole run may
cost no more than a job's budget."""

import secrets
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone

from matching.clients.claude import CloudModel
from matching.clients.claude_replies import judge
from matching.exceptions import JobtrackerError, ModelError
from matching.permits import CloudPermit
from matching.pipeline.rank import File, Ranked, Ranking, written
from matching.pipeline.till import Till, ask_within
from matching.prompts import WHOLE_JOB
from matching.prompts.assess import assess_prompt
from matching.reports import Report, accept_report
from matching.schemas import HOLDING_FLAGS, Rubric
from matching.scoring import score, shared_ranks


@dataclass(frozen=True, slots=True)
class _Read:
    file: File
    report: Report | None = None
    cost: Decimal = Decimal(0)
    seconds: float = 0.0
    reason: str = ""


def rank_by_cloud(rubric: Rubric, files: Sequence[File], *, model: CloudModel, slots: int, limit: Decimal) -> Ranking:
    """Have Claude read every readable file, `slots` at a time, for at most `limit` US dollars, and rank by score."""
    key, till = secrets.token_hex(4), Till(limit)
    usable = [file for file in files if not file.reason]
    failed = [{"file": written(file.path), "reason": file.reason} for file in files if file.reason]

    def one(file: File) -> _Read:
        return _read(rubric, file, model=model, key=key, till=till)

    results = [one(file) for file in usable[:1]]  # alone: it warms the vendor's cache for the others
    with ThreadPoolExecutor(slots) as pool:
        results += pool.map(one, usable[1:])
    failed += [{"file": written(read.file.path), "reason": read.reason} for read in results if read.reason]
    scored = [(read, score(rubric, read.report.levels())) for read in results if read.report]
    scored.sort(key=lambda row: (-row[1].score, str(row[0].file.path)))
    ranks = shared_ranks([(found.score, found.uncertainty) for _, found in scored])
    lines = [
        Ranked(
            rank=rank,
            file=written(read.file.path),
            score=round(found.score, 1),
            uncertainty=round(found.uncertainty, 1),
            band=found.band,
            why=read.report.why,
            gap=read.report.gap,
            criteria=_lines(rubric, read.report),
            flags=[*read.file.flags, *["instruction_like"] * read.report.instructions_found],
            seconds=round(read.file.seconds + read.seconds, 3),
            cost_usd=float(read.cost),
        )
        for rank, (read, found) in zip(ranks, scored, strict=True)
    ]
    return Ranking(rubric.title, rubric.version, "cloud", model.name, lines, failed)


def _read(rubric: Rubric, file: File, *, model: CloudModel, key: str, till: Till) -> _Read:
    """One question, and once more when the answer could not be used."""
    today = timezone.localdate()
    prompt = assess_prompt(rubric, file.redacted, key=key, entry=model.entry, ttl="5m", today=today)
    started, cost, reason = time.monotonic(), Decimal(0), ""
    held = not HOLDING_FLAGS.isdisjoint(file.flags)
    for _ in range(2):
        try:
            permit = CloudPermit(job_id="rank", strategy="cloud", purpose="assess", held=held, names=file.tokens)
            reply, paid = ask_within(till, prompt, permit, model=model, ttl="5m" if prompt.cached else "")
            cost += paid
            report = accept_report(judge(reply), rubric=rubric, cv_text=prompt.cv)
            return _Read(file, report, cost, time.monotonic() - started)
        except ModelError as error:
            reason = str(error)
            if error.permanent or error.server_wide:
                break
        except JobtrackerError as error:
            reason = str(error)
            break
    return _Read(file, cost=cost, reason=reason)


def _lines(rubric: Rubric, report: Report) -> list[dict]:
    marks = {mark.id: mark for mark in report.criteria}
    return [
        {
            "id": one.id,
            "label": one.label,
            "need": one.need.value,
            "level": marks[one.id].level,
            "quotes": [quote.text for quote in marks[one.id].quotes if quote.verified],
        }
        for one in (*rubric.criteria, WHOLE_JOB)
    ]
