"""Waves: who goes into an overnight batch, with the money reserved and the receipts written before anything leaves."""

import uuid
from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from matching.cloud_catalogue import CloudEntry, cloud_entry
from matching.exceptions import JobtrackerError
from matching.models import AuditEvent, CloudBatch, Escalation, Job, Lease, ModelCall
from matching.pipeline.answers import FREE, fail, take_known
from matching.pipeline.cloud import client_of, cloud_server, entry_kept, entry_of, prices_kept
from matching.pipeline.jobs import held_waiting, hold, touch
from matching.pipeline.money import JOB_BUDGET, MONTH_BUDGET, reserve
from matching.pipeline.questions import Question, load, new_call, permit_for, question
from matching.pipeline.receipts import receipt_for

MOST_REQUESTS = 1000
CHUNK = 50
KEPT_FROM = 3  # so many of one job that writing its prefix to the cache for an hour may pay
STATE = Escalation.State


def waiting_for_night(now: datetime):
    """Those that wait for the next wave."""
    rows = Escalation.objects.due(now).sendable()
    return rows.filter(match__job__timing=Job.Timing.OVERNIGHT, asked_by=None)


def plan_waves(*, now: datetime | None = None) -> list[uuid.UUID]:
    """Once a day, from the hour of the settings on, make a batch for each model that somebody waits for; their ids."""
    now = now or timezone.now()
    local = timezone.localtime(now)
    if local.hour < settings.CLOUD_BATCH_HOUR or not settings.ANTHROPIC_API_KEY:
        return []
    jobs = Job.objects.filter(pk__in=waiting_for_night(now).order_by().values("match__job").distinct())
    if not jobs:
        return []
    name = f"wave:{local:%Y-%m-%d}"
    wanted = _wanted(jobs)
    if not wanted:
        return []  # whoever mends a price or a model tonight is served tonight
    with transaction.atomic():
        if not Lease.objects.get_or_create(name=name, defaults={"owner": "scheduler", "until": now})[1]:
            return []
        Lease.objects.filter(name__startswith="wave:").exclude(name=name).delete()
        return [_new_batch(entry, job).pk for entry, job in wanted]


def send_wave(job: Job, *, by: AbstractBaseUser) -> CloudBatch | None:
    """Make a batch of all of one job that wait for the night, now; None when nobody does."""
    if not waiting_for_night(timezone.now()).filter(match__job=job).exists():
        return None
    with transaction.atomic():
        batch = _new_batch(entry_of(job), job)
        AuditEvent.objects.create(actor=by, verb="send_wave", job=job, detail={"batch": batch.pk.hex})
    return batch


def fill(batch: CloudBatch) -> int:
    """Put everybody who waits into a batch that is being prepared; how many requests it has. May be called again."""
    entries: dict[uuid.UUID, CloudEntry | None] = {}
    short: set[object] = set()
    while True:
        room = MOST_REQUESTS - batch.calls.count()
        found = _unfinished(batch) or _take_some(batch, entries, short, room=min(room, CHUNK))
        if not found:
            break
        _add(batch, found, short)
    for scope in short:
        _say_short(scope)
    if batch.calls.count() >= MOST_REQUESTS:
        _new_batch(entry_kept(batch), batch.job)
    return batch.calls.count()


def drop(batch: CloudBatch, call: ModelCall, error: JobtrackerError) -> None:
    """Take one match out of a batch that was not sent: `fail` says what becomes of it."""
    escalation = Escalation.objects.filter(pk=call.match_id, batch=batch).select_related("match").first()
    if escalation is not None:
        fail(escalation, error, token=None)


def _wanted(jobs: Iterable[Job]) -> list[tuple[CloudEntry, Job | None]]:
    """One batch for all jobs that ask the same model of the catalogue; one a job where the prices were typed in."""
    wanted: dict[tuple[str, uuid.UUID | None], tuple[CloudEntry, Job | None]] = {}
    for job in jobs:
        try:
            entry = entry_of(job)
        except JobtrackerError:
            continue
        alone = cloud_entry(entry.id) is None
        wanted[entry.id, job.pk if alone else None] = entry, job if alone else None
    return list(wanted.values())


def _new_batch(entry: CloudEntry, job: Job | None) -> CloudBatch:
    now = timezone.now()
    return CloudBatch.objects.create(job=job, model=entry.id, **prices_kept(entry), next_poll_at=now)


def _unfinished(batch: CloudBatch) -> list[uuid.UUID]:
    """Those marked for the batch without a call in it: whoever filled it died in between."""
    rows = Escalation.objects.filter(batch=batch, state=STATE.BATCHED)
    return list(rows.exclude(match__calls__batch=batch).values_list("pk", flat=True)[:CHUNK])


def _take_some(batch: CloudBatch, entries: dict, short: set, *, room: int) -> list[uuid.UUID]:
    """Mark the next best who wait as the batch's."""
    if room <= 0 or MONTH_BUDGET in short:
        return []
    rows = waiting_for_night(timezone.now()).exclude(match__job_id__in=[one for one in short if one != MONTH_BUDGET])
    rows = rows.filter(match__job=batch.job_id) if batch.job_id else rows
    rows = rows.exclude(match__job_id__in=batch.left_out)
    own = entry_kept(batch)
    found = []
    for pk, job_id in list(rows.best_first().values_list("pk", "match__job_id")):
        if job_id not in entries:
            entries[job_id] = _entry_or_none(job_id)
        if entries[job_id] != own:
            continue
        marked = {"state": STATE.BATCHED, "batch": batch, "attempt": F("attempt") + 1, "reason": ""}
        if Escalation.objects.filter(pk=pk, state=STATE.WAITING).update(**marked):
            found.append(pk)
        if len(found) == room:
            break
    return found


def _say_short(scope: object) -> None:
    """Those that stay behind for want of money say so too, not only those that were tried: of a job, or of all."""
    rows = waiting_for_night(timezone.now())
    reason = MONTH_BUDGET if scope == MONTH_BUDGET else JOB_BUDGET
    with transaction.atomic():
        rows = held_waiting(rows if reason == MONTH_BUDGET else rows.filter(match__job=scope))
        jobs = set(rows.values_list("match__job", flat=True))
        rows.update(reason=reason)
        for job_id in sorted(jobs):
            touch(job_id)


def _entry_or_none(job_id: uuid.UUID) -> CloudEntry | None:
    try:
        return entry_of(Job.objects.get(pk=job_id))
    except JobtrackerError:
        return None


def _add(batch: CloudBatch, ids: list[uuid.UUID], short: set) -> None:
    """Reserve and write receipts for these matches; whoever may not leave or has no money goes back."""
    questions = [asked for pk in ids if (asked := _question(batch, pk)) is not None]
    if not questions:
        return
    server = cloud_server(questions[0].entry)
    calls = [new_call(asked, server, token=uuid.uuid4(), ttl="1h", batch=batch) for asked in questions]
    jobs = {asked.match.job_id for asked in questions}
    with transaction.atomic():
        hold(*jobs)
        outcomes = reserve(calls)
        for asked, call, code in zip(questions, calls, outcomes, strict=True):
            if code:
                short.add(code if code == MONTH_BUDGET else asked.match.job_id)
                back = {**FREE, "state": STATE.WAITING, "attempt": F("attempt") - 1, "reason": code}
                Escalation.objects.filter(pk=asked.match.pk, batch=batch).update(**back)
                continue
            address = client_of(asked.entry).address
            kept = {"payload": asked.payload, "address": address, "purpose": call.get_act_display()}
            receipt_for(call, asked.match, **kept, at_once=False).save()
    for job_id in jobs:
        touch(job_id)


def _question(batch: CloudBatch, pk: uuid.UUID) -> Question | None:
    """The question about a match marked for the batch; None when it is answered already or may not leave."""
    escalation = load(pk)
    if escalation is None:
        return None
    many = Escalation.objects.filter(match__job=escalation.match.job_id, state__in=(STATE.BATCHED, STATE.WAITING))
    try:
        asked = question(escalation, entry_kept(batch), ttl="1h" if many[:KEPT_FROM].count() >= KEPT_FROM else "")
        if take_known(asked, token=None):
            return None
        permit_for(asked)
    except JobtrackerError as error:
        fail(escalation, error, token=None)
        return None
    return asked
