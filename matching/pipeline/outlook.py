"""What a share of a job would mean before anybody clicks: how many, what it costs, how many of the best are kept."""

from dataclasses import dataclass
from decimal import Decimal

from django.core.cache import cache
from django.db.models import F

from matching.cloud_catalogue import CloudEntry
from matching.cost_tables import per_match
from matching.exceptions import JobtrackerError
from matching.models import Job, Match
from matching.outlook import Measured, Outlook, outlook
from matching.pipeline.cloud import entry_of
from matching.pipeline.escalate import standings_of
from matching.pipeline.money import money_left
from matching.pipeline.servers import this_server
from matching.pipeline.spending import mean_cost, measured_tokens
from matching.prompts import PROMPT_VERSION

KEPT_SECONDS = 60


@dataclass(frozen=True, slots=True)
class JobOutlook:
    """The outlook of one job: `of` its matches; `pairs` is how many were read by both readers, of all jobs; `beyond`
    says that the money left does not reach for all of it; `guessed` that no report's cost was measured yet; `priced` is
    False, and all costs 0, where nobody knows it: the job's model cannot be called."""

    outlook: Outlook
    of: int
    pairs: int
    left: Decimal
    guessed: bool
    priced: bool

    @property
    def beyond(self) -> bool:
        return self.outlook.cost_now > self.left


def outlook_of(job: Job, *, share: float) -> JobOutlook:
    """What sending a share (0 to 1) of a job's matches would mean now."""
    standings, pairs = standings_of(job), agreement()
    mean, known = _mean(job), price_of_one(job)
    price = known or Decimal(0)
    found = outlook(
        standings,
        share=share,
        audit_share=float(job.audit_share),
        seed=job.pk.hex,
        price_now=price,
        price_batch=price / 2,
        agreement=pairs,
        everybody=job.strategy == Job.Strategy.CLOUD,
    )
    return JobOutlook(
        found,
        of=len(standings),
        pairs=len(pairs),
        left=money_left(job),
        guessed=mean is None,
        priced=known is not None,
    )


def price_of_one(job: Job) -> Decimal | None:
    """What one report is expected to cost, in US dollars: the mean of those so far, else that of usual length; None
    when there were none and the job's model cannot be called."""
    mean = _mean(job)
    return mean if mean is not None else _usual_price(job)


def _mean(job: Job) -> Decimal | None:
    own = mean_cost(job)
    return own if own is not None else mean_cost()


def agreement() -> list[Measured]:
    """The matches of all jobs that this server's local model (with its prompt of now) and Claude have both read."""
    digest = this_server().digest
    known = Match.objects.filter(assessment__isnull=False, screening__isnull=False).count()
    key = f"agreement:{digest}:{PROMPT_VERSION}:{known}"
    found = cache.get(key)
    if found is None:
        found = _agreement(digest)
        cache.set(key, found, KEPT_SECONDS)
    return found


def _agreement(digest: str) -> list[Measured]:
    read = Match.objects.filter(screening__digest=digest, screening__prompt_version=PROMPT_VERSION)
    both = read.filter(assessment__rubric=F("screening__rubric"), assessment__score__isnull=False)
    chances = dict(both.values_list("pk", "escalation__chance"))
    targets = dict(both.values_list("pk", "assessment__score"))
    found = []
    for job_id in both.order_by().values_list("job", flat=True).distinct():
        ranked = list(read.filter(job=job_id).order_by("-screening__raw", "pk").values_list("pk", flat=True))
        found += [
            Measured(place / len(ranked), targets[pk], chances[pk])
            for place, pk in enumerate(ranked, start=1)
            if chances.get(pk)  # a person's wish tells nothing about those that were not asked for
        ]
    return found


def _usual_price(job: Job) -> Decimal | None:
    """What a report of usual length costs with the job's model; None when that cannot be used."""
    try:
        entry: CloudEntry = entry_of(job)
    except JobtrackerError:
        return None
    return per_match(entry, measured_tokens()[0])
