"""Stopping an overnight batch: whose matches are taken out of it, and what was sent already."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from matching.exceptions import JobtrackerError
from matching.models import AuditEvent, CloudBatch, Job
from matching.pipeline.jobs import hold
from matching.pipeline.waves import waiting_for_night

STATE = CloudBatch.State
STOPPABLE = (STATE.PREPARING, STATE.CREATING, STATE.IN_PROGRESS)


def cancel(batch: CloudBatch, *, by: AbstractBaseUser) -> bool:
    """Ask that a batch be stopped: all of it for somebody who owns all its jobs. What Claude has done by then is paid
    for and taken in; the others wait again. Of a batch with others' jobs only the asker's own matches are taken out,
    while it was not sent.

    False when it has ended, or holds nothing of theirs. Raises JobtrackerError "not_all_yours" when it was sent with
    others' jobs in it: then nothing is changed.
    """
    jobs = list(Job.objects.filter(pk__in=_job_ids(batch)))
    own = [job for job in jobs if job.owner_id == by.pk]
    with transaction.atomic():
        hold(*(job.pk for job in own))
        row = CloudBatch.objects.select_for_update().filter(pk=batch.pk, state__in=STOPPABLE).first()
        if row is None or not own:
            return False
        if not _stop(row, own, by=by, all_own=len(own) == len(jobs)):
            return True
        for job in own:
            AuditEvent.objects.create(actor=by, verb="cancel_batch", job=job, detail={"batch": batch.pk.hex})
    return True


def _stop(row: CloudBatch, own: list[Job], *, by: AbstractBaseUser, all_own: bool) -> bool:
    """False when it was stopped as far before, as by a second click."""
    unsent, now = row.submitted_at is None, timezone.now()
    shared = row.job_id is None and row.state == STATE.PREPARING  # others may still come into it
    if all_own and not shared:
        if row.cancel_asked_at:
            return False
        columns = {"cancel_asked_by": by, "cancel_asked_at": now}
    elif unsent:
        columns = {"left_out": sorted({*row.left_out, *(job.pk.hex for job in own)})}
        if columns["left_out"] == row.left_out:
            return False
    else:
        raise JobtrackerError(
            "not_all_yours",
            "The batch was sent with matches of other people's jobs in it, so it goes on and nothing was changed.",
        )
    CloudBatch.objects.filter(pk=row.pk).update(**columns, next_poll_at=now)
    return True


def _job_ids(batch: CloudBatch) -> set:
    """The jobs whose matches are in a batch, or would come into it while it is put together."""
    found = set(batch.calls.values_list("job_id", flat=True)) | {batch.job_id}
    found |= set(batch.escalations.values_list("match__job", flat=True))
    if batch.job_id is None and batch.state == STATE.PREPARING:
        found |= set(waiting_for_night(timezone.now()).order_by().values_list("match__job", flat=True))
    return found - {None}
