"""Estimate: the quick, model-free order of a job's matches."""

import uuid

from django.db import transaction
from django.db.models import Max, Min
from django.db.models.fields import FloatField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from matching.estimate import Features, combine, combine_one, features, profile
from matching.models import Job, Match
from matching.pipeline.jobs import touch


def place(job: Job, found: Features) -> float:
    """Where a CV just read stands among those already read, 0-100, without reckoning the others again."""
    bounds = Match.objects.filter(job=job, estimate__isnull=False).aggregate(
        low=Min(Cast(KT("features__bm25"), FloatField())), high=Max(Cast(KT("features__bm25"), FloatField()))
    )
    low, high = (found.bm25 if bound is None else bound for bound in (bounds["low"], bounds["high"]))
    return combine_one(found, low=min(low, found.bm25), high=max(high, found.bm25)).score


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
        Match.objects.bulk_update(moved, ["estimate"], batch_size=500)
        # What was wanted when the job was loaded is done; a change since then stays wanted.
        Job.objects.filter(pk=job_id).update(estimate_done=job.estimate_wanted)
        if moved:
            touch(job_id)
    return len(moved)


def _refresh(job: Job) -> None:
    """Look at the CVs whose features were made with another rubric with the eyes of this one."""
    rows = Match.objects.filter(job=job).exclude(features_of=job.rubric.version)
    wanted = None
    for match in (
        rows.select_related("cv").only("pk", "features", "features_of", "cv__redacted").iterator(chunk_size=200)
    ):
        wanted = wanted or profile(job.rubric.as_rubric(), text=job.text)
        match.features = features(wanted, match.cv.redacted).as_json()
        match.features_of = job.rubric.version
        match.save(update_fields=["features", "features_of"])
