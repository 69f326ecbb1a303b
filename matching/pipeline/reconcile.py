"""Putting back what was let go of: the scheduler's work, done by one process at a time under a lease."""

import logging
import uuid
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from matching.models import CV, Archive, CloudBatch, Escalation, Job, Match, ModelCall
from matching.pipeline.archives import clear_unpacked
from matching.pipeline.assess import waiting_now
from matching.pipeline.claims import PUBLISH_PATIENCE, free_abandoned_slots, give_back
from matching.pipeline.jobs import hold, pass_on, touch
from matching.pipeline.money import lose
from matching.pipeline.pulls import close_stalled, waiting_pulls
from matching.pipeline.waves import plan_waves
from matching.retries import next_try

logger = logging.getLogger(__name__)

MOST_READ_ATTEMPTS = 3
MOST_SCREEN_ATTEMPTS = 5
MOST_ANNOUNCED = 500
ABANDONED = "cloud_abandoned"


@dataclass(frozen=True, slots=True)
class Tick:
    """What the scheduler has to announce: files, jobs to estimate and to choose from, batches, and whether matches wait
    for the screen or for Claude."""

    cv_ids: tuple[uuid.UUID, ...]
    archive_ids: tuple[uuid.UUID, ...]
    job_ids: tuple[uuid.UUID, ...]
    pull_ids: tuple[uuid.UUID, ...]
    screen: bool
    escalate_ids: tuple[uuid.UUID, ...] = ()
    assess: bool = False
    batch_ids: tuple[uuid.UUID, ...] = ()


def tick(*, announce_reads: bool, now: datetime | None = None) -> Tick:
    """Recover abandoned work and say what has to be announced again.

    `announce_reads` is False while the queue is long: its messages only have to be worked off.
    """
    now = now or timezone.now()
    recover(now=now)
    clear_unpacked()
    return Tick(
        cv_ids=_announced(CV, now=now) if announce_reads else (),
        archive_ids=_announced(Archive, now=now) if announce_reads else (),
        job_ids=tuple(Job.objects.to_estimate().values_list("pk", flat=True)),
        pull_ids=tuple(waiting_pulls(now)),
        screen=Match.objects.due(now).filter(job__in=Job.objects.screening()).exists(),
        escalate_ids=tuple(Job.objects.to_escalate().values_list("pk", flat=True)),
        batch_ids=batches_due(now),
        assess=bool(settings.ANTHROPIC_API_KEY) and waiting_now(now).exists(),
    )


def _announced(kind: type[CV | Archive], *, now: datetime) -> tuple[uuid.UUID, ...]:
    """The oldest rows that wait without a message under way; they count as announced from now on."""
    due = kind.objects.unannounced(now, patience=PUBLISH_PATIENCE).order_by("created_at")
    ids = tuple(due.values_list("pk", flat=True)[:MOST_ANNOUNCED])
    kind.objects.filter(pk__in=ids).update(dispatched_at=now)
    return ids


def batches_due(now: datetime) -> tuple[uuid.UUID, ...]:
    """Overnight batches whose next step may be taken; those of tonight are made when their hour has come."""
    if not settings.ANTHROPIC_API_KEY:
        return ()
    plan_waves(now=now)
    return tuple(CloudBatch.objects.due(now).values_list("pk", flat=True))


def recover(*, now: datetime | None = None) -> int:
    """Put back every CV, archive, match and question whose worker stopped renewing its lease; how many there were.

    A call in flight at that moment has an unknown outcome and stays in the ledger as such. What was abandoned too often
    is closed with its reason, so that one bad file cannot stop a worker for ever.
    """
    now = now or timezone.now()
    files = [
        _recover_file(kind, *row, now=now)
        for kind in (CV, Archive)
        for row in kind.objects.abandoned(now).values_list("pk", "job_id", "token", "attempt")
    ]
    matches = [
        _recover_match(*row, now=now)
        for row in Match.objects.abandoned(now).values_list("pk", "job_id", "token", "attempt")
    ]
    asked = [
        _recover_escalation(*row, now=now)
        for row in Escalation.objects.abandoned(now).values_list("pk", "match__job_id", "token", "attempt")
    ]
    free_abandoned_slots(now)
    close_stalled(now)
    _pass_on_stragglers()
    return sum(files) + sum(matches) + sum(asked)


def _pass_on_stragglers() -> None:
    """Matches that came into a line at the moment in which their job's strategy was changed."""
    cloud = Q(job__strategy=Job.Strategy.CLOUD)
    stray = Match.objects.filter(cloud & Q(state=Match.State.WAITING) | ~cloud & Q(state=Match.State.PASSED_ON))
    jobs = set(stray.order_by().values_list("job_id", flat=True))
    if jobs:
        with transaction.atomic():
            hold(*jobs)
            pass_on(Match.objects.filter(job__in=jobs))


@transaction.atomic
def _recover_file(
    kind: type[CV | Archive], pk: uuid.UUID, job_id: uuid.UUID, token: uuid.UUID, attempt: int, *, now: datetime
) -> bool:
    hold(job_id)
    row = kind.objects.filter(pk=pk, token=token, lease_until__lt=now)
    if attempt >= MOST_READ_ATTEMPTS:
        closed = {"state": kind.State.UNREADABLE, "reason": "crashed", "token": None, "lease_until": None}
        found = bool(row.update(**closed, unlock=""))
    else:
        found = give_back(row, token, after_seconds=0)
    touch(job_id)
    return found


@transaction.atomic
def _recover_match(pk: uuid.UUID, job_id: uuid.UUID, token: uuid.UUID, attempt: int, *, now: datetime) -> bool:
    hold(job_id)
    row = Match.objects.filter(pk=pk, token=token, lease_until__lt=now)
    if attempt >= MOST_SCREEN_ATTEMPTS:
        found = bool(row.update(state=Match.State.NOT_SCORED, reason="abandoned", token=None, lease_until=None))
    else:
        found = give_back(row, token, after_seconds=0)
    if found:
        ModelCall.objects.filter(token=token, state=ModelCall.State.OPEN).update(
            state=ModelCall.State.UNKNOWN, finished_at=now
        )
    touch(job_id)
    return found


@transaction.atomic
def _recover_escalation(pk: uuid.UUID, job_id: uuid.UUID, token: uuid.UUID, attempt: int, *, now: datetime) -> bool:
    """A question whose worker died may have been paid for: it is booked in full, and asked again a few times."""
    hold(job_id)
    row = Escalation.objects.filter(pk=pk, token=token, lease_until__lt=now)
    if next_try(ABANDONED, attempt=attempt) is None:
        closed = {"state": Escalation.State.NOT_ASSESSED, "reason": ABANDONED, "finished_at": now}
        found = bool(row.update(**closed, token=None, lease_until=None))
    else:
        found = give_back(row, token, after_seconds=0)
    if found:
        lose(ModelCall.objects.filter(token=token, state=ModelCall.State.OPEN), error=ABANDONED)
    touch(job_id)
    return found
