"""What the steps of an overnight batch share: its line to the vendor, and how a step is stored."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from matching.clients.claude import CloudModel
from matching.exceptions import JobtrackerError
from matching.models import CloudBatch, ModelServer
from matching.pipeline.cloud import client_of, cloud_server, entry_kept
from matching.pipeline.jobs import touch
from matching.retries import next_try

SLOWEST_POLL = 900.0


def store(batch: CloudBatch, *, wait: float = 0.0, **columns: object) -> None:
    """Store a step; `wait` seconds before the next."""
    CloudBatch.objects.filter(pk=batch.pk).update(**columns, next_poll_at=timezone.now() + timedelta(seconds=wait))
    for job_id in sorted(set(batch.calls.values_list("job_id", flat=True)) - {None}):
        touch(job_id)


def line(batch: CloudBatch) -> tuple[ModelServer, CloudModel]:
    """The row of the batch's model at the vendor, and its client."""
    entry = entry_kept(batch)
    return cloud_server(entry), client_of(entry)


def pause(error: JobtrackerError, *, attempt: int) -> float:
    """Seconds to wait after an error."""
    found = next_try(error.code, attempt=attempt, retry_after=getattr(error, "retry_after", None))
    return min(SLOWEST_POLL, found or settings.CLOUD_POLL_SECONDS)


def failed(batch: CloudBatch, error: JobtrackerError, **columns: object) -> None:
    """Store that a step failed, to be tried again; `failures` counts how often in a row with this error."""
    failures = failures_with(batch, error)
    columns |= {"error": error.code[:40], "failures": failures}
    store(batch, **columns, wait=pause(error, attempt=failures))


def failures_with(batch: CloudBatch, error: JobtrackerError) -> int:
    """How often in a row a step has failed with this error, this time counted."""
    return 1 + (batch.failures if batch.error == error.code[:40] else 0)


def moment(text: str) -> datetime | None:
    """A time as the vendor writes it."""
    return parse_datetime(text) if text else None
