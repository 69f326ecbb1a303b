"""Asking again after a rubric edit: which reports belong to a rubric before, and what reading those CVs anew costs.

Never by itself: it costs money. A person sees the sum and asks; then the budgets hold as for every other question.
"""

from dataclasses import dataclass
from decimal import Decimal

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import F, QuerySet

from matching.models import Escalation, Job, Match
from matching.pipeline.escalate import Asked, ask
from matching.pipeline.outlook import price_of_one

SETTLED = (Escalation.State.ASSESSED, Escalation.State.NOT_ASSESSED)


@dataclass(frozen=True, slots=True)
class AgainForecast:
    """How many reports are of an older rubric, and about what new ones cost in US dollars: at once, and overnight."""

    reports: int
    now: Decimal = Decimal(0)
    overnight: Decimal = Decimal(0)


def outdated(job: Job) -> QuerySet[Match]:
    """The matches whose report belongs to a rubric before and about which Claude may be asked; those in line for it
    already are not among them. Empty for a job that is closed or in local mode."""
    if job.strategy == Job.Strategy.LOCAL or job.status == Job.Status.CLOSED:
        return Match.objects.none()
    rows = Match.objects.filter(job=job, assessment__isnull=False, escalation__state__in=SETTLED)
    held = Match.objects.filter(job=job).held().values("pk")
    older = rows.exclude(assessment__rubric=F("job__rubric"))
    return older.exclude(candidate__never_send=True).exclude(pk__in=held)


def again_forecast(job: Job) -> AgainForecast:
    """What asking again about all of them would take."""
    count = outdated(job).count()
    if not count:
        return AgainForecast(0)
    now = count * (price_of_one(job) or Decimal(0))
    return AgainForecast(count, now, now / 2)


def ask_again(job: Job, *, by: AbstractBaseUser, tonight: bool = False) -> Asked:
    """Have Claude read them all with the rubric in force, best first: at once, or with the job's next overnight batch,
    which only a job whose timing is overnight has."""
    tonight = tonight and job.timing == Job.Timing.OVERNIGHT
    rows = outdated(job).ranked().select_related("job", "candidate")
    return ask(rows, by=by, tonight=tonight)
