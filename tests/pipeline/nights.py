"""Taking an overnight batch through its steps, for tests."""

from matching.models import CloudBatch, Escalation, Job
from matching.pipeline.batches import advance
from matching.pipeline.waves import send_wave
from tests.pipeline.asking import make_due


def step(batch: CloudBatch) -> str:
    """Take one step of a batch, whatever it waits for, and return its state."""
    make_due()
    advance(batch.pk)
    batch.refresh_from_db()
    return batch.state


def sent(job: Job, owner) -> CloudBatch:
    """A batch that Claude has."""
    batch = send_wave(job, by=owner)
    while batch.state in ("preparing", "creating"):
        step(batch)
    return batch


def run(batch: CloudBatch, claude, *, steps: int = 40) -> CloudBatch:
    """Go on until it is done; Claude finishes it meanwhile."""
    while batch.state not in CloudBatch.FINISHED and (steps := steps - 1):
        if batch.vendor_id:
            claude.finish()
        step(batch)
    return batch


def states() -> dict[str, int]:
    return {name: count for name, count in Escalation.objects.tally().items() if count and name not in ("all",)}
