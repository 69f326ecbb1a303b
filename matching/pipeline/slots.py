"""Slots: how many calls a model server may have in flight, and which match each call is for.

A message is permission to do one piece of work. The worker takes a free slot, then the best waiting match for it:
of the job that the slot served last while that job has work (the server's prefix cache is warm), best estimate first.
After `RUN_LENGTH` matches in a row a slot turns to the job that waited longest, so that no job starves.
"""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Max, Min, Q
from django.utils import timezone

from matching.models import Job, Match, ModelCall, ModelServer, Slot
from matching.pipeline.claims import LEASE, claim

# A third of a usual pile of 100: the best tenth by estimate is seen well before the pile is through, and a change of
# jobs (one prefix of about 1,400 tokens) is spread over 30 matches of about 1,700.
RUN_LENGTH = 30
WARM_FOR = timedelta(minutes=25)  # the server keeps a model for 30 minutes after its last call (keep_alive)


@dataclass(frozen=True, slots=True)
class Turn:
    """A claimed slot with a claimed match; `token` is that of both."""

    slot_id: int
    match_id: uuid.UUID
    job_id: uuid.UUID
    token: uuid.UUID


def take_slot(server: ModelServer, *, slots: int, now: datetime | None = None) -> tuple[Slot, uuid.UUID] | None:
    """Claim one free slot of a server with `slots` of them (1 or more); None when all are busy."""
    now = now or timezone.now()
    known = set(Slot.objects.filter(server=server).values_list("number", flat=True))
    missing = [Slot(server=server, number=number) for number in range(slots) if number not in known]
    Slot.objects.bulk_create(missing, ignore_conflicts=True)
    free = Q(token=None) | Q(lease_until__lt=now)
    for pk in (
        Slot.objects.filter(free, server=server, number__lt=slots).order_by("number").values_list("pk", flat=True)
    ):
        token = uuid.uuid4()
        if Slot.objects.filter(free, pk=pk).update(token=token, lease_until=now + LEASE):
            return Slot.objects.get(pk=pk), token
    return None


def free_slot(slot: Slot, token: uuid.UUID) -> None:
    """Let others have the slot; nothing happens when the lease was lost before."""
    Slot.objects.filter(pk=slot.pk, token=token).update(token=None, lease_until=None)


def take_turn(slot: Slot, token: uuid.UUID, *, now: datetime | None = None) -> Turn | None:
    """Claim the best waiting match for a slot held by `token`; None when there is none that may start now."""
    now = now or timezone.now()
    for job_id, prefix in _jobs_in_turn(slot, now):
        if not reserve_prefix(slot, token, job_id=job_id, prefix=prefix, now=now):
            continue
        for match_id in _best_waiting(job_id, now):
            if match_token := claim(Match.objects.filter(pk=match_id), now=now):
                return Turn(slot_id=slot.pk, match_id=match_id, job_id=job_id, token=match_token)
    return None


def _best_waiting(job_id: uuid.UUID, now: datetime) -> list[uuid.UUID]:
    rows = Match.objects.due(now).filter(job_id=job_id).order_by(F("estimate").desc(nulls_last=True), "pk")
    return list(rows.values_list("pk", flat=True)[:20])


def waiting_jobs(now: datetime):
    """Open jobs with matches due to be screened."""
    due = Match.objects.due(now).filter(job__in=Job.objects.screening())
    return due.values("job_id", "job__rubric__version").annotate(since=Min("available_at")).order_by()


def _jobs_in_turn(slot: Slot, now: datetime) -> list[tuple[uuid.UUID, str]]:
    """The waiting jobs in the order in which this slot should serve them, with the prefix that their calls share."""
    jobs = {row["job_id"]: row for row in waiting_jobs(now)}
    served = dict(
        ModelCall.objects.filter(
            match__job_id__in=jobs, server_id=slot.server_id, started_at__gt=now - timedelta(hours=1)
        )
        .values_list("match__job_id")
        .annotate(last=Max("started_at"))
    )
    never = datetime.min.replace(tzinfo=now.tzinfo)
    order = sorted(jobs, key=lambda pk: (served.get(pk, never), jobs[pk]["since"], str(pk)))
    if slot.job_id in jobs and (slot.run_length < RUN_LENGTH or len(jobs) == 1):
        order.remove(slot.job_id)
        order.insert(0, slot.job_id)
    return [(pk, f"{pk.hex}:{jobs[pk]['job__rubric__version']}") for pk in order]


def reserve_prefix(
    slot: Slot,
    token: uuid.UUID,
    *,
    job_id: uuid.UUID,
    prefix: str,
    now: datetime,
    warm_for: timedelta = WARM_FOR,
) -> bool:
    """Set the slot to a job, unless another slot is just making the server's first call of that job in `warm_for`.

    The first call of a job goes alone: sent together, each call would evaluate the whole prefix for itself.
    """
    with transaction.atomic():
        server = ModelServer.objects.select_for_update().get(pk=slot.server_id)
        if not _is_warm(server, prefix, now - warm_for):
            others = Slot.objects.filter(server=server, prefix=prefix, token__isnull=False, lease_until__gte=now)
            if others.exclude(pk=slot.pk).exists():
                return False
        run = F("run_length") + 1 if slot.prefix == prefix else 1
        return bool(Slot.objects.filter(pk=slot.pk, token=token).update(job_id=job_id, prefix=prefix, run_length=run))


def _is_warm(server: ModelServer, prefix: str, since: datetime) -> bool:
    done = ModelCall.objects.filter(server=server, prefix=prefix, state=ModelCall.State.DONE)
    return done.filter(finished_at__gt=since).exists()
