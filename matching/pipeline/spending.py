"""What the second reader costs here: the strategies side by side at our own token counts, and the month's forecast."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.conf import settings
from django.db.models import Avg, Count

from matching.cloud_catalogue import cloud_entry
from matching.cost_tables import COUNT, RESEARCH, Forecast, Line, Tokens, compare
from matching.cost_tables import forecast as forecast_of
from matching.models import Escalation, Job, Match, ModelCall

MEASURED_CALLS = 500
USUAL_JOB = 150  # CVs, before there are any jobs here
SONNET, HAIKU = "claude-sonnet-5-5", "claude-haiku-4-5"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The strategies for 1,000 matches, and the tokens that they are reckoned with: `measured` calls' mean, or those of
    the research when it is 0."""

    lines: tuple[Line, ...]
    tokens: Tokens
    measured: int
    chosen: str
    share: float

    @property
    def percent(self) -> int:
        return round(100 * self.share)

    @property
    def sonnet_each(self) -> Decimal:
        """What one match costs where everybody goes to Sonnet."""
        return self.lines[0].now / COUNT

    @property
    def most(self) -> Decimal:
        """The longest bar."""
        return max(line.now for line in self.lines)


def comparison(share: float | None = None) -> Comparison:
    """What 1,000 matches would cost: everybody to Sonnet, everybody to Haiku, the hybrid with a share (0 to 1; that of
    the settings where none is given), and local."""
    share = float(settings.ESCALATION_SHARE) if share is None else share
    tokens, measured = measured_tokens()
    chosen = cloud_entry(settings.CLOUD_MODEL) or cloud_entry(HAIKU)
    lines = compare(
        tokens,
        sonnet=cloud_entry(SONNET),
        haiku=cloud_entry(HAIKU),
        chosen=chosen,
        share=share,
        per_job=_per_job(),
        count=COUNT,
    )
    return Comparison(lines, tokens, measured, chosen.label, share)


def measured_tokens() -> tuple[Tokens, int]:
    """The mean tokens of the last reports, as Haiku 4.5 counts, and of how many; the research's when there are none."""
    done = ModelCall.objects.filter(act=ModelCall.Act.ASSESS, state=ModelCall.State.DONE, prompt_tokens__gt=0)
    recent = list(done.order_by("-started_at").values_list("pk", flat=True)[:MEASURED_CALLS])
    rows = (
        ModelCall.objects.filter(pk__in=recent)
        .values("model")
        .annotate(n=Count("pk"), prompt=Avg("prompt_tokens"), output=Avg("output_tokens"))
    )
    known = [(row, entry) for row in rows if (entry := cloud_entry(row["model"]))]
    count = sum(row["n"] for row, _ in known)
    if not count:
        return RESEARCH, 0
    prompt = sum(row["n"] * row["prompt"] / float(entry.text_tokens) for row, entry in known) / count
    output = sum(row["n"] * row["output"] / float(entry.text_tokens) for row, entry in known) / count
    # How much of a prompt is shared is not in a bill: the research's part of it stands in.
    prefix = prompt * RESEARCH.prefix / (RESEARCH.prefix + RESEARCH.rest)
    return Tokens(round(prefix), round(prompt - prefix), round(output)), count


def month_forecast(daily: Sequence[Decimal], *, days_left: int) -> Forecast:
    """What the month will have cost, from each day's spending so far (today last) and what waits to be sent."""
    waiting = Escalation.objects.filter(state=Escalation.State.WAITING).count()
    reserved = sum(ModelCall.objects.values_list("reserved_usd", flat=True).exclude(reserved_usd=0), start=Decimal(0))
    each = mean_cost()
    return forecast_of(daily, days_left=days_left, waiting=reserved + waiting * (each or Decimal(0)))


def mean_cost(job: Job | None = None) -> Decimal | None:
    """The mean cost of a report (of a job), in US dollars; None before the first."""
    calls = ModelCall.objects.filter(act=ModelCall.Act.ASSESS, state=ModelCall.State.DONE)
    return (calls.filter(job=job) if job else calls).aggregate(mean=Avg("cost_usd"))["mean"]


def _per_job() -> int:
    jobs = Match.objects.order_by().values("job").distinct().count()
    return max(1, round(Match.objects.count() / jobs)) if jobs else USUAL_JOB
