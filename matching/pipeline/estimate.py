"""Estimate: the quick, model-free order of a job's matches."""

import uuid
from collections.abc import Callable
from functools import partial

from django.db import transaction
from django.utils import timezone

from matching.estimate import Features, combine, features, profile
from matching.models import Job, Match
from matching.pipeline.jobs import hold, touch

BATCH = 200


def look_over(job: Job) -> Callable[[str], Features]:
    """What looks at redacted CV texts with the eyes of a job as of this year; made once for many CVs."""
    wanted = profile(job.rubric.as_rubric(), text=job.text)
    return partial(features, wanted, year=timezone.now().year)


def estimate_job(job_id: uuid.UUID) -> int:
    """Estimate every match of a job again as one cohort, with the job's rubric of now; how many estimates moved."""
    job = Job.objects.select_related("rubric").get(pk=job_id)
    _refresh(job)
    matches = list(Match.objects.filter(job=job).exclude(features={}).only("pk", "features", "estimate"))
    estimates = combine([Features.from_json(match.features) for match in matches])
    moved = []
    for match, estimate in zip(matches, estimates, strict=True):
        if match.estimate != estimate.score:
            match.estimate = estimate.score
            moved.append(match)
    with transaction.atomic():
        hold(job_id)
        Match.objects.bulk_update(moved, ["estimate"], batch_size=500)
        # What was wanted when the job was loaded is done; a change since then stays wanted.
        Job.objects.filter(pk=job_id).update(estimate_done=job.estimate_wanted)
        if moved:
            touch(job_id)
    return len(moved)


def _refresh(job: Job) -> None:
    """Look at the CVs whose features were made with another rubric with the eyes of this one."""
    stale = Match.objects.filter(job=job).exclude(features_of=job.rubric.version)
    ids = list(stale.values_list("pk", flat=True))
    look = look_over(job)
    # Whole batches, no open cursor: SQLite refuses a write on a connection whose reading began before others wrote.
    for start in range(0, len(ids), BATCH):
        for match in _with_text(ids[start : start + BATCH]):
            _look_again(match, look, version=job.rubric.version)


def _with_text(ids: list[uuid.UUID]) -> list[Match]:
    rows = Match.objects.filter(pk__in=ids).select_related("cv")
    return list(rows.only("pk", "features", "features_of", "cv__redacted"))


def _look_again(match: Match, look: Callable[[str], Features], *, version: str) -> None:
    found = look(match.cv.redacted).as_json()
    Match.objects.filter(pk=match.pk).update(features=found, features_of=version)
