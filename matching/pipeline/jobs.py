"""Opening a job, locking its rubric, and the people who may see it."""

import secrets
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db import models, transaction
from django.db.models import Avg, F
from django.utils import timezone

from matching.exceptions import JobtrackerError, RubricError
from matching.models import Escalation, Job, JobVisit, Match, ModelCall, RubricVersion
from matching.rubric import lint
from matching.schemas import Rubric

FORECAST_CALLS = 50


@dataclass(frozen=True, slots=True)
class Forecast:
    """What scoring again would take: how many matches, seconds in all, and a match (None before any was measured)."""

    matches: int
    seconds: float | None
    pace: float | None


def touch(job_id: object) -> None:
    """Tell the job's open pages that there is something new to show."""
    Job.objects.filter(pk=job_id).update(revision=F("revision") + 1)


def hold(*job_ids: object) -> None:
    """Lock these jobs until the transaction ends: first of all, before anything else of theirs is locked. A job's row
    changes with most that is stored of it, so that any other order would lock two workers against each other."""
    rows = Job.objects.select_for_update(no_key=True).filter(pk__in=job_ids).order_by("pk")
    list(rows.values_list("pk", flat=True))


def held_waiting(rows: models.QuerySet) -> models.QuerySet:
    """These waiting escalations by their ids, with their jobs locked: many at once, as others lock several too."""
    found = dict(rows.order_by().values_list("pk", "match__job"))
    hold(*set(found.values()))
    return Escalation.objects.filter(pk__in=found, state=Escalation.State.WAITING)


def is_there(match: Match) -> bool:
    """Whether a match was not erased meanwhile; then it stays until the transaction ends."""
    hold(match.job_id)
    return Match.objects.filter(pk=match.pk).exists()


def want_estimate(job_id: object) -> None:
    """Mark the job's cohort as changed: its quick estimates have to be reckoned again."""
    Job.objects.filter(pk=job_id).update(estimate_wanted=F("estimate_wanted") + 1)


def want_escalation(job_id: object) -> None:
    """Mark the job as changed in what decides who goes on to Claude; its open pages learn of it too."""
    Job.objects.filter(pk=job_id).update(escalate_wanted=F("escalate_wanted") + 1, revision=F("revision") + 1)


def pass_on(matches: models.QuerySet) -> int:
    """Take those of cloud jobs out of the local model's line, and put those of the other jobs into it. Whoever calls it
    holds their jobs."""
    cloud = Job.objects.filter(strategy=Job.Strategy.CLOUD).values("pk")
    waiting, passed = Match.State.WAITING, Match.State.PASSED_ON
    return matches.filter(state=waiting, job__in=cloud).update(state=passed) + matches.filter(state=passed).exclude(
        job__in=cloud
    ).update(state=waiting, attempt=0, available_at=timezone.now(), dispatched_at=None)


@transaction.atomic
def open_job(*, title: str, text: str, rubric: Rubric, by: AbstractBaseUser, page: str = "") -> Job:
    """Make a job with its first locked rubric; the same from the same `page` (any words that stand for it), as by a
    second click, is made once. Raises RubricError when a criterion is refused or none is there."""
    same = "\x1f".join((str(by.pk), page, title, text, rubric.version))
    # The key marks where a CV begins and ends in prompts: random, so that no CV can close its own frame.
    columns = {
        "title": title[:200],
        "text": text,
        "owner": by,
        "prompt_key": secrets.token_hex(4),
        "strategy": Job.Strategy.HYBRID if settings.ANTHROPIC_API_KEY else Job.Strategy.LOCAL,
        "share": settings.ESCALATION_SHARE,
        "audit_share": settings.AUDIT_SHARE,
        "budget_usd": settings.JOB_BUDGET_USD,
    }
    key = uuid.uuid5(uuid.NAMESPACE_OID, same) if page else uuid.uuid4()
    job, made = Job.objects.get_or_create(pk=key, defaults=columns)
    if not made:
        return job
    lock_rubric(job, rubric, by=by)
    job.refresh_from_db()
    return job


@transaction.atomic
def lock_rubric(job: Job, rubric: Rubric, *, by: AbstractBaseUser, based_on: str | None = None) -> RubricVersion:
    """Make `rubric` the job's next version; the same content again changes nothing.

    Scores made with an older version stay, and are stale. Raises RubricError when a criterion is refused, or when
    another version than `based_on` (its hash, if given) is in force: nobody's edits replace another's unseen.
    """
    _refuse_unlawful(rubric)
    rubric = replace(rubric, title=rubric.title or job.title)
    job = Job.objects.select_for_update().get(pk=job.pk)
    if based_on is not None and job.rubric and job.rubric.version != based_on:
        raise RubricError(
            "newer_version",
            f"Version {job.rubric.number} was locked meanwhile. Your edits are still here: "
            "compare them with the versions below, then lock again.",
        )
    if job.rubric and job.rubric.version == rubric.version:
        return job.rubric
    locked = RubricVersion.objects.create(
        job=job,
        number=job.rubrics.count() + 1,
        version=rubric.version,
        title=rubric.title,
        duties=rubric.duties,
        criteria=[criterion.as_json() for criterion in rubric.criteria],
        locked_by=by,
    )
    Job.objects.filter(pk=job.pk).update(rubric=locked, revision=F("revision") + 1)
    want_estimate(job.pk)
    return locked


def _refuse_unlawful(rubric: Rubric) -> None:
    if not rubric.criteria:
        raise RubricError("no_criteria", "A rubric needs at least one criterion: add what the job needs.")
    refused = next((finding for finding in lint(rubric.criteria) if finding.severity == "refuse"), None)
    if refused:
        label = next((one.label for one in rubric.criteria if one.id == refused.criterion_id), "")
        raise RubricError("refused", f"“{label}”: {refused.sentence}" if label else refused.sentence)


def rescore_stale(job: Job) -> int:
    """Send the matches whose score is of an older rubric, or that were not scored with it, to be screened again.

    Returns how many wait now. Their old scores stay on show until the new ones are there.
    """
    with transaction.atomic():
        hold(job.pk)
        waiting = _stale(job).update(
            state=Match.State.WAITING, reason="", attempt=0, available_at=timezone.now(), dispatched_at=None
        )
        touch(job.pk)
    return waiting


def rescore_forecast(job: Job) -> Forecast:
    """How many matches are stale, and how long screening them would take at the pace of the last calls."""
    count = _stale(job).count()
    done = ModelCall.objects.filter(act=ModelCall.Act.SCREEN, state=ModelCall.State.DONE)
    recent = done.order_by("-started_at")[:FORECAST_CALLS]
    pace = ModelCall.objects.filter(pk__in=list(recent.values_list("pk", flat=True))).aggregate(pace=Avg("seconds"))[
        "pace"
    ]
    pace = None if pace is None else pace / settings.LOCAL_SLOTS
    return Forecast(matches=count, seconds=None if pace is None else pace * count, pace=pace)


def _stale(job: Job):
    settled = (Match.State.SCREENED, Match.State.NOT_SCORED)
    return Match.objects.filter(job=job, state__in=settled).stale()


def set_status(job: Job, status: str) -> None:
    """Open or close a job. A closed job keeps everything and screens nothing more."""
    Job.objects.filter(pk=job.pk).update(status=Job.Status(status), revision=F("revision") + 1)


def add_member(job: Job, username: str) -> AbstractBaseUser:
    """Let a person see the job. Raises JobtrackerError when there is no such account."""
    user = get_user_model().objects.filter(username__iexact=username.strip(), is_active=True).first()
    if user is None:
        raise JobtrackerError(
            "no_such_person", "Nobody here has that user name: ask your administrator to add them first."
        )
    job.members.add(user)
    return user


def remove_member(job: Job, user: AbstractBaseUser) -> None:
    """Take a person off the job; they see it no more."""
    job.members.remove(user)


def note_visit(job: Job, user: AbstractBaseUser) -> None:
    """Remember that this person looked at the shortlist now."""
    JobVisit.objects.update_or_create(job=job, user=user, defaults={"seen_at": timezone.now()})


def people_of(job: Job) -> Sequence[AbstractBaseUser]:
    """The owner first, then the members by name."""
    return [job.owner, *job.members.order_by("username")]
