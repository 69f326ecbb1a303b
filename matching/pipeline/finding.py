"""Finding a batch at the vendor whose creation was not answered, without ever taking a stranger's for ours.

The list tells only how many requests a batch has and when it was made; whose it is, its results tell. Until then
nothing is done to it.
"""

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from matching.clients.claude_values import BatchStatus
from matching.exceptions import CloudError
from matching.models import CloudBatch
from matching.pipeline.batch_rows import failed, line, moment, store

STATE = CloudBatch.State
# How long the vendor's list may lack a batch that it took; after that it did not take it.
SETTLES_IN = timedelta(minutes=5)
CLOCKS_APART = timedelta(minutes=15)
LISTED = 1000  # as many as one answer may list
NOTHING_YET = {"succeeded": 0, "errored": 0, "canceled": 0, "expired": 0, "ended_at": None, "error": "", "failures": 0}


def look_for(batch: CloudBatch) -> None:
    """Find a batch whose creation was not answered in the vendor's list; only if it is not there make it again."""
    _, client = line(batch)
    connection.close()
    try:
        listed = client.batches(limit=LISTED)
    except CloudError as error:
        failed(batch, error)
        return
    taken = {*CloudBatch.objects.exclude(vendor_id="").values_list("vendor_id", flat=True), *batch.foreign_ids}
    earliest = batch.submitted_at - CLOCKS_APART
    mine = [
        one
        for one in listed
        if one.id not in taken and one.total == batch.requests and (moment(one.created_at) or earliest) >= earliest
    ]
    if mine:
        nearest = min(mine, key=lambda one: abs((moment(one.created_at) or earliest) - batch.submitted_at))
        adopt(batch, nearest, is_ours=False)
    elif timezone.now() - batch.submitted_at > SETTLES_IN:
        store(batch, submitted_at=None)
    else:
        store(batch, wait=min(30, settings.CLOUD_POLL_SECONDS))


def adopt(batch: CloudBatch, status: BatchStatus, *, is_ours: bool) -> None:
    """Go on with a batch at the vendor as this one; `is_ours` when there is no doubt."""
    known = {"vendor_id": status.id, "is_ours": is_ours, "expires_at": moment(status.expires_at)}
    store(batch, state=STATE.IN_PROGRESS, wait=settings.CLOUD_POLL_SECONDS, **known, error="", failures=0)


def let_go(batch: CloudBatch, *, whose: uuid.UUID | None) -> None:
    """What was found is not this batch: its results are of another of ours (`whose`), or of a stranger.

    Nothing is done to it at the vendor. Two of our own that were taken for each other change places; else this one is
    looked for again.
    """
    with transaction.atomic():
        ids = [batch.pk, *([whose] if whose else [])]
        rows = {row.pk: row for row in CloudBatch.objects.select_for_update().filter(pk__in=ids).order_by("pk")}
        other, found = rows.get(whose), ""
        if rows[batch.pk].vendor_id != batch.vendor_id:
            return  # somebody put it right meanwhile
        if other and not other.is_ours and other.state not in (*CloudBatch.FINISHED, STATE.PREPARING):
            found = other.vendor_id
            theirs = {"vendor_id": batch.vendor_id, "is_ours": True, "state": STATE.IN_PROGRESS}
            CloudBatch.objects.filter(pk=other.pk).update(**theirs, **NOTHING_YET, next_poll_at=timezone.now())
        foreign = [*rows[batch.pk].foreign_ids, batch.vendor_id]
        state = STATE.IN_PROGRESS if found else STATE.CREATING
        CloudBatch.objects.filter(pk=batch.pk).update(
            state=state, vendor_id=found, foreign_ids=foreign, **NOTHING_YET, next_poll_at=timezone.now()
        )
