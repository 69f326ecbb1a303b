"""What the tests of the second reader share: jobs that may ask, matches that wait, and permissions used up."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from matching.models import Budget, CloudBatch, Escalation, Job, Match, ModelCall, ModelServer
from matching.pipeline.assess import assess_next
from matching.pipeline.escalate import escalate_job
from matching.pipeline.money import recount
from matching.pipeline.screen import Step, screen_next

LINES = (
    "Python backend work every day.",
    "Led a Python backend team.",
    "PostgreSQL schemas and tuning.",
    "Kubernetes upgrades in production.",
    "Python backend of the booking system.",
    "PostgreSQL daily, PostgreSQL replication.",
)


def cv_text(number: int) -> str:
    """CVs from weak to strong, each different."""
    return "\n".join(["Engineer, 2015 - 2026", *LINES[: number % 7], f"Worked on project {number} with care."])


def hybrid(job: Job, **columns: object) -> Job:
    """The job as one that may ask Claude."""
    values = {"strategy": Job.Strategy.HYBRID, "budget_usd": Decimal(5), "escalate_wanted": 1} | columns
    Job.objects.filter(pk=job.pk).update(**values)
    job.refresh_from_db()
    return job


def make_due() -> None:
    """Retries that wait are due, and no line is paused."""
    now = timezone.now()
    Escalation.objects.filter(state="waiting").update(available_at=now)
    Match.objects.filter(state="waiting").update(available_at=now)
    CloudBatch.objects.update(next_poll_at=now)
    ModelServer.objects.update(paused_until=None)


def screen_all() -> None:
    while screen_next(slots=1) == Step.DONE:
        make_due()


def choose(job: Job) -> dict[str, int]:
    """Choose as if nobody had uploaded anything for a while; the reasons with how many have each."""
    job.cvs.update(created_at=timezone.now() - timedelta(minutes=1))
    escalate_job(job.pk)
    return Escalation.objects.filter(match__job=job).reasons()


def assess_all(limit: int = 60) -> list[Step]:
    """Use permissions until one finds nothing to do; retries that wait are made due."""
    steps = []
    while len(steps) < limit:
        make_due()
        steps.append(assess_next())
        if steps[-1] not in (Step.DONE, Step.NO_SLOT):
            break
    return steps


def booked() -> Decimal:
    return ModelCall.objects.cloud().bill()["spent"]


def budgets_agree() -> bool:
    """Whether the rows of the budgets are the sums of the ledger."""
    rows = {row.scope: (row.spent_usd, row.reserved_usd) for row in Budget.objects.all()}
    return rows == recount()
