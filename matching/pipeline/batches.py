"""Assess overnight: a batch's way from our rows to the vendor and back, one step at a time, each stored around it.

Whoever advances a batch holds it by a token. A step may die anywhere: the next worker reads from the row what the last
one was about to do. A batch whose creation was not answered is looked for at the vendor before another is made.
"""

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from matching.clients.claude_values import BatchRequest, BatchStatus
from matching.cloud_faults import cloud_fault
from matching.exceptions import CloudError, JobtrackerError
from matching.models import AuditEvent, CloudBatch, ModelCall
from matching.pipeline.answers import close_failed
from matching.pipeline.claims import LEASE, heartbeat
from matching.pipeline.cloud import client_of, cloud_server, is_open, known_entry, note_fault, note_success
from matching.pipeline.fetching import fetch, lose_rest
from matching.pipeline.jobs import touch
from matching.pipeline.questions import permit_for, question_of
from matching.pipeline.receipts import prompt_of
from matching.pipeline.waves import drop, fill
from matching.retries import next_try

STATE = CloudBatch.State
DEADLINE_SECONDS = 1800
SLOWEST_POLL = 900.0
# How long the vendor's list may lack a batch that it took; after that it did not take it.
SETTLES_IN = timedelta(minutes=5)
CLOCKS_APART = timedelta(minutes=15)
MOST_MISSES = 12
LISTED = 100


def advance(batch_id: uuid.UUID) -> bool:
    """Take the next step of a batch; True when another may follow at once. Nothing happens while another holds it."""
    token = uuid.uuid4()
    now = timezone.now()
    if not CloudBatch.objects.due(now).filter(pk=batch_id).update(token=token, lease_until=now + LEASE):
        return False
    heartbeat.hold(CloudBatch, token, deadline_seconds=DEADLINE_SECONDS)
    try:
        batch = CloudBatch.objects.select_related("job").get(pk=batch_id)
        before = batch.state
        _STEPS[batch.state](batch)
        after = CloudBatch.objects.filter(pk=batch_id).values_list("state", flat=True).first()
        return after not in (None, before, *CloudBatch.FINISHED)
    finally:
        heartbeat.release(token)
        CloudBatch.objects.filter(pk=batch_id, token=token).update(token=None, lease_until=None)


def cancel(batch: CloudBatch, *, by: AbstractBaseUser) -> bool:
    """Ask that a batch be stopped. What Claude has done by then is paid for and taken in; False when it has ended."""
    now = timezone.now()
    going = CloudBatch.objects.filter(pk=batch.pk, state__in=(STATE.PREPARING, STATE.CREATING, STATE.IN_PROGRESS))
    with transaction.atomic():
        asked = going.update(cancel_asked_by=by, cancel_asked_at=now, next_poll_at=now)
        if asked:
            AuditEvent.objects.create(actor=by, verb="cancel_batch", job=batch.job, detail={"batch": batch.pk.hex})
    return bool(asked)


def _prepare(batch: CloudBatch) -> None:
    if batch.cancel_asked_at:
        _fail(batch, "cloud_batch_canceled")
        return
    count = fill(batch)
    if count:
        _set(batch, state=STATE.CREATING, requests=count)
    else:
        batch.delete()


def _create(batch: CloudBatch) -> None:
    if batch.submitted_at:
        _look_for(batch)
        return
    if batch.cancel_asked_at:
        _fail(batch, "cloud_batch_canceled")
        return
    requests = _requests(batch)
    if not requests:
        _fail(batch, "")
        return
    server, client = _line(batch)
    if not is_open(server):
        _set(batch, wait=settings.CLOUD_POLL_SECONDS)
        return
    _set(batch, submitted_at=timezone.now(), requests=len(requests))
    connection.close()
    try:
        status = client.create_batch(requests)
    except CloudError as error:
        _not_created(batch, error)
        return
    note_success(server)
    _adopt(batch, status)


def _requests(batch: CloudBatch) -> list[BatchRequest]:
    """What goes into the batch, as its receipts say; whoever may not leave any more is taken out."""
    found = []
    for call in batch.calls.filter(state=ModelCall.State.OPEN).select_related("receipt", "job").order_by("pk"):
        try:
            if call.match_id is None or call.receipt.text_erased_at:
                raise cloud_fault("cloud_not_allowed")
            permit = permit_for(question_of(call, known_entry(call.model, call.job)))
        except JobtrackerError as error:
            close_failed(call, cloud_fault("cloud_not_allowed"))
            drop(batch, call, error)
            continue
        found.append(BatchRequest(call.pk.hex, prompt_of(call.receipt), permit))
    return found


def _not_created(batch: CloudBatch, error: CloudError) -> None:
    refused = error.billed is False and (error.permanent or error.server_wide)
    if error.server_wide:
        note_fault(_line(batch)[0], error)
    if refused and error.permanent:
        _fail(batch, error.code)
    else:
        # Not refused for sure: the vendor may have taken it, so that it is looked for first.
        again = {"submitted_at": None} if refused else {}
        _set(batch, error=error.code, failures=F("failures") + 1, wait=_pause(error, batch), **again)


def _look_for(batch: CloudBatch) -> None:
    """Find a batch whose creation was not answered in the vendor's list; only if it is not there make it again."""
    server, client = _line(batch)
    connection.close()
    try:
        listed = client.batches(limit=LISTED)
    except CloudError as error:
        _set(batch, error=error.code, failures=F("failures") + 1, wait=_pause(error, batch))
        return
    note_success(server)
    taken = set(CloudBatch.objects.exclude(vendor_id="").values_list("vendor_id", flat=True))
    earliest = batch.submitted_at - CLOCKS_APART
    mine = [
        one
        for one in listed
        if one.id not in taken and one.total == batch.requests and (_time(one.created_at) or earliest) >= earliest
    ]
    if mine:
        _adopt(batch, min(mine, key=lambda one: abs((_time(one.created_at) or earliest) - batch.submitted_at)))
    elif timezone.now() - batch.submitted_at > SETTLES_IN:
        _set(batch, submitted_at=None)
    else:
        _set(batch, wait=min(30, settings.CLOUD_POLL_SECONDS))


def _adopt(batch: CloudBatch, status: BatchStatus) -> None:
    expires = _time(status.expires_at)
    known = {"vendor_id": status.id, "expires_at": expires, "error": "", "failures": 0}
    _set(batch, state=STATE.IN_PROGRESS, wait=settings.CLOUD_POLL_SECONDS, **known)


def _poll(batch: CloudBatch) -> None:
    server, client = _line(batch)
    connection.close()
    try:
        if batch.cancel_asked_at and batch.state == STATE.IN_PROGRESS:
            status = client.cancel(batch.vendor_id)
        else:
            status = client.batch(batch.vendor_id)
    except CloudError as error:
        _miss(batch, error)
        return
    note_success(server)
    if status.ended:
        counts = {name: getattr(status, name) for name in ("succeeded", "errored", "canceled", "expired")}
        _set(batch, state=STATE.ENDED, ended_at=_time(status.ended_at) or timezone.now(), failures=0, **counts)
        return
    state = STATE.CANCELING if status.state == "canceling" else batch.state
    first = settings.CLOUD_POLL_SECONDS
    wait = min(max(SLOWEST_POLL, first), first * 1.3 ** min(batch.polls, 30))
    _set(batch, state=state, polls=F("polls") + 1, failures=0, error="", wait=wait)


def _fetch(batch: CloudBatch) -> None:
    _, client = _line(batch)
    try:
        whole = fetch(batch, client)
    except CloudError as error:
        _miss(batch, error)
        return
    if not whole and batch.failures < MOST_MISSES:
        _set(batch, failures=F("failures") + 1, error="cloud_batch_cut", wait=settings.CLOUD_POLL_SECONDS)
        return
    lose_rest(batch, code="cloud_batch_odd")
    _set(batch, state=STATE.IMPORTED, imported_at=timezone.now(), failures=0, error="")


def _delete(batch: CloudBatch) -> None:
    """With the vendor's copy of the CVs gone, the batch is done."""
    _, client = _line(batch)
    connection.close()
    try:
        client.delete(batch.vendor_id)
    except CloudError as error:
        if error.code != "cloud_batch_missing":
            _set(batch, failures=F("failures") + 1, error=error.code, wait=_pause(error, batch))
            return
    _set(batch, state=STATE.DELETED, deleted_at=timezone.now(), error="")


def _miss(batch: CloudBatch, error: CloudError) -> None:
    """A question about a batch failed. One that stays unknown at the vendor is given up, charged in full."""
    if error.server_wide:
        note_fault(_line(batch)[0], error)
    if error.code in ("cloud_batch_missing", "cloud_batch_gone") and batch.failures >= MOST_MISSES:
        lose_rest(batch, code="cloud_batch_gone")
        _set(batch, state=STATE.FAILED, error="cloud_batch_gone")
        return
    _set(batch, failures=F("failures") + 1, error=error.code, wait=_pause(error, batch))


def _fail(batch: CloudBatch, code: str) -> None:
    """Nothing was taken by the vendor: nothing is charged, and its matches say what happened."""
    error = cloud_fault(code or "cloud_not_allowed")
    for call in batch.calls.filter(state=ModelCall.State.OPEN):
        close_failed(call, error)
        drop(batch, call, error)
    batch.escalations.filter(state="batched").update(state="waiting", batch=None)  # marked, but never put in
    _set(batch, state=STATE.FAILED, error=code)


def _set(batch: CloudBatch, *, wait: float = 0.0, **columns: object) -> None:
    """Store a step; `wait` seconds before the next."""
    CloudBatch.objects.filter(pk=batch.pk).update(**columns, next_poll_at=timezone.now() + timedelta(seconds=wait))
    for job_id in set(batch.calls.values_list("job_id", flat=True)) - {None}:
        touch(job_id)


def _line(batch: CloudBatch):
    """The row of the batch's model at the vendor, and its client."""
    entry = known_entry(batch.model, batch.job)
    return cloud_server(entry), client_of(entry)


def _pause(error: CloudError, batch: CloudBatch) -> float:
    found = next_try(error.code, attempt=1 + batch.failures, retry_after=error.retry_after)
    return min(SLOWEST_POLL, found or settings.CLOUD_POLL_SECONDS)


def _time(text: str) -> datetime | None:
    return parse_datetime(text) if text else None


_STEPS: dict[str, Callable[[CloudBatch], None]] = {
    STATE.PREPARING: _prepare,
    STATE.CREATING: _create,
    STATE.IN_PROGRESS: _poll,
    STATE.CANCELING: _poll,
    STATE.ENDED: _fetch,
    STATE.IMPORTED: _delete,
}
