"""Assess overnight: a batch's way from our rows to the vendor and back, one step at a time, each stored around it.

Whoever advances a batch holds it by a token. A step may die anywhere: the next worker reads from the row what the last
one was about to do. A batch whose creation was not answered is looked for at the vendor before another is made.
"""

import uuid
from collections.abc import Callable

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from matching.clients.claude import CloudModel
from matching.clients.claude_values import BatchRequest, BatchStatus
from matching.cloud_faults import NEVER_LEFT, cloud_fault
from matching.exceptions import CloudError, JobtrackerError
from matching.models import CloudBatch, EgressReceipt, Match, ModelCall
from matching.pipeline.answers import CANCELED, close_failed
from matching.pipeline.batch_rows import SLOWEST_POLL, failed, failures_with, line, moment, store
from matching.pipeline.claims import LEASE, heartbeat
from matching.pipeline.cloud import entry_kept, is_open, note_fault, note_success
from matching.pipeline.fetching import fetch, lose_rest
from matching.pipeline.finding import adopt, let_go, look_for
from matching.pipeline.jobs import hold, touch
from matching.pipeline.questions import permit_for, question_of
from matching.pipeline.receipts import prompt_of
from matching.pipeline.waves import drop, fill

STATE = CloudBatch.State
DEADLINE_SECONDS = 1800
MOST_MISSES = 12
UNKNOWN = frozenset({"cloud_batch_missing", "cloud_batch_gone"})  # the vendor has no such batch
UNREADABLE = frozenset({"cloud_batch_cut", "cloud_odd_reply"})
# What the vendor says to the cancelling of a batch that has ended meanwhile.
TOO_LATE = frozenset({"cloud_batch_not_ended", "cloud_bad_request", "cloud_conflict"})


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
        _step(batch)
        after = CloudBatch.objects.filter(pk=batch_id).values_list("state", flat=True).first()
        return after not in (None, before, *CloudBatch.FINISHED)
    finally:
        heartbeat.release(token)
        CloudBatch.objects.filter(pk=batch_id, token=token).update(token=None, lease_until=None)


def _step(batch: CloudBatch) -> None:
    try:
        _STEPS[batch.state](batch)
    except JobtrackerError as error:
        failed(batch, error)  # whatever one batch meets, it says so, and the others go on


def _prepare(batch: CloudBatch) -> None:
    if batch.cancel_asked_at:
        _fail(batch, CANCELED)
        return
    count = fill(batch)
    if count:
        store(batch, state=STATE.CREATING, requests=count)
    else:
        batch.delete()


def _create(batch: CloudBatch) -> None:
    if batch.submitted_at:
        look_for(batch)
        return
    if batch.cancel_asked_at:
        _fail(batch, CANCELED)
        return
    requests = _requests(batch)
    if not requests:
        _fail(batch, CANCELED if batch.left_out else "")
        return
    server, client = line(batch)
    if not is_open(server):
        store(batch, wait=settings.CLOUD_POLL_SECONDS)
        return
    if not _submitted(batch, requests):
        return
    connection.close()
    try:
        status = client.create_batch(requests)
    except CloudError as error:
        _not_created(batch, error)
        return
    note_success(server)
    adopt(batch, status, is_ours=True)


def _requests(batch: CloudBatch) -> list[BatchRequest]:
    """What goes into the batch, as its receipts say; whoever may not leave any more is taken out."""
    found = []
    for call in batch.calls.filter(state=ModelCall.State.OPEN).select_related("receipt").order_by("pk"):
        try:
            if call.job_id and call.job_id.hex in batch.left_out:
                raise cloud_fault(CANCELED)
            if call.match_id is None or call.receipt.text_erased_at:
                raise cloud_fault("cloud_not_allowed")
            permit = permit_for(question_of(call, entry_kept(call)))
        except (Match.DoesNotExist, JobtrackerError) as error:
            unsent = error if isinstance(error, CloudError) else cloud_fault("cloud_not_allowed")
            close_failed(call, unsent)
            drop(batch, call, error if isinstance(error, JobtrackerError) else unsent)
            continue
        found.append(BatchRequest(call.pk.hex, prompt_of(call.receipt), permit))
    return found


def _submitted(batch: CloudBatch, requests: list[BatchRequest]) -> bool:
    """Store that the batch leaves now; False when somebody stopped all or part of it a moment ago."""
    now = timezone.now()
    with transaction.atomic():
        row = CloudBatch.objects.select_for_update().get(pk=batch.pk)
        if row.cancel_asked_at or row.left_out != batch.left_out:
            return False
        receipts = EgressReceipt.objects.filter(call__in=[call.custom_id for call in requests])
        if receipts.filter(text_erased_at__isnull=False).exists():
            return False
        CloudBatch.objects.filter(pk=batch.pk).update(submitted_at=now, requests=len(requests), next_poll_at=now)
        for call in requests:
            EgressReceipt.objects.filter(call=call.custom_id).update(sent_at=now)
    return True


def _not_created(batch: CloudBatch, error: CloudError) -> None:
    refused = error.billed is False and (error.permanent or error.server_wide)
    if error.server_wide:
        note_fault(line(batch)[0], error)
    if error.code in NEVER_LEFT:
        EgressReceipt.objects.filter(call__batch=batch).update(sent_at=None)
    if refused and error.permanent:
        _fail(batch, error.code)
    else:
        # Not refused for sure: the vendor may have taken it, so that it is looked for first.
        failed(batch, error, **({"submitted_at": None} if refused else {}))


def _poll(batch: CloudBatch) -> None:
    _, client = line(batch)
    connection.close()
    try:
        status = _status(batch, client)
    except CloudError as error:
        _miss(batch, error)
        return
    if status.ended:
        counts = {name: getattr(status, name) for name in ("succeeded", "errored", "canceled", "expired")}
        store(batch, state=STATE.ENDED, ended_at=moment(status.ended_at) or timezone.now(), failures=0, **counts)
        return
    state = STATE.CANCELING if status.state == "canceling" else batch.state
    first = settings.CLOUD_POLL_SECONDS
    wait = min(max(SLOWEST_POLL, first), first * 1.3 ** min(batch.polls, 30))
    store(batch, state=state, polls=F("polls") + 1, failures=0, error="", wait=wait)


def _status(batch: CloudBatch, client: CloudModel) -> BatchStatus:
    """How the batch is by now, after asking to stop it where a person wants that and it is ours for sure."""
    if batch.cancel_asked_at and batch.state == STATE.IN_PROGRESS and batch.is_ours:
        try:
            return client.cancel(batch.vendor_id)
        except CloudError as error:
            if error.code not in TOO_LATE:
                raise
    return client.batch(batch.vendor_id)


def _fetch(batch: CloudBatch) -> None:
    _, client = line(batch)
    try:
        came = fetch(batch, client)
    except CloudError as error:
        _miss(batch, error)
        return
    if came.foreign:
        let_go(batch, whose=came.whose)
    elif not came.whole:
        _miss(batch, cloud_fault("cloud_batch_cut"))
    else:
        store(batch, state=STATE.IMPORTED, imported_at=timezone.now(), failures=0, error="")


def _delete(batch: CloudBatch) -> None:
    """With the vendor's copy of the CVs gone, the batch is done."""
    _, client = line(batch)
    connection.close()
    try:
        client.delete(batch.vendor_id)
    except CloudError as error:
        if error.code != "cloud_batch_missing":
            failed(batch, error)
            return
    store(batch, state=STATE.DELETED, deleted_at=timezone.now(), error="")


def _miss(batch: CloudBatch, error: CloudError) -> None:
    """A question about a batch failed. What stays unknown or unreadable is given up, charged in full; its matches are
    asked about again, or say why not."""
    if error.server_wide:
        note_fault(line(batch)[0], error)
    if failures_with(batch, error) <= MOST_MISSES:
        failed(batch, error)
    elif error.code in UNKNOWN:
        lose_rest(batch, code="cloud_batch_gone")
        store(batch, state=STATE.FAILED, error="cloud_batch_gone")
    elif error.code in UNREADABLE and batch.state == STATE.ENDED:
        lose_rest(batch, code="cloud_batch_odd")
        after = {"state": STATE.IMPORTED, "imported_at": timezone.now()} if batch.is_ours else {"state": STATE.FAILED}
        store(batch, **after, failures=0, error=error.code)
    else:
        failed(batch, error)


def _fail(batch: CloudBatch, code: str) -> None:
    """Nothing was taken by the vendor: nothing is charged, and its matches say what happened."""
    error = cloud_fault(code or "cloud_not_allowed")
    for call in batch.calls.filter(state=ModelCall.State.OPEN):
        close_failed(call, error)
        drop(batch, call, error)
    marked = batch.escalations.filter(state="batched")  # but never put in
    jobs = sorted(set(marked.values_list("match__job", flat=True)))
    with transaction.atomic():
        hold(*jobs)
        marked.update(state="waiting", batch=None)
    store(batch, state=STATE.FAILED, error=code)
    for job_id in jobs:
        touch(job_id)


_STEPS: dict[str, Callable[[CloudBatch], None]] = {
    STATE.PREPARING: _prepare,
    STATE.CREATING: _create,
    STATE.IN_PROGRESS: _poll,
    STATE.CANCELING: _poll,
    STATE.ENDED: _fetch,
    STATE.IMPORTED: _delete,
}
