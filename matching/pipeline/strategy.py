"""How far a job goes: its strategy, what it may send and spend, and who is never sent. Every change is logged."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from matching.cloud_catalogue import MOST_PRICE, cloud_entry
from matching.exceptions import JobtrackerError
from matching.models import AuditEvent, Candidate, CloudBatch, Escalation, Job, Match
from matching.pipeline.assess import wake
from matching.pipeline.cloud import entry_of
from matching.pipeline.jobs import hold, pass_on, want_escalation

STATE = Escalation.State
MOST_BUDGET = Decimal(99_999)
UNSENT = (CloudBatch.State.PREPARING, CloudBatch.State.CREATING)


@dataclass(frozen=True, slots=True)
class Switched:
    """What a change of strategy did: `kept` matches stay here now that waited for Claude; `in_flight` had left before
    and will be finished and paid for."""

    kept: int
    in_flight: int


def set_strategy(job: Job, strategy: str, *, by: AbstractBaseUser) -> Switched:
    """Change how far a job goes, at any time.

    To local: nobody waits for Claude any more, and batches that were not sent are dropped by whoever would send them.
    What has left comes back and is shown. To cloud: what waits for the local model is left to Claude; back from it, it
    waits for the local model again.
    """
    strategy = Job.Strategy(strategy)
    with transaction.atomic():
        hold(job.pk)
        before = Job.objects.get(pk=job.pk).strategy
        Job.objects.filter(pk=job.pk).update(strategy=strategy)
        pass_on(Match.objects.filter(job=job))
        mine = Escalation.objects.filter(match__in=Match.objects.filter(job=job).values("pk"))
        kept = 0
        if strategy == before:
            return Switched(0, 0)
        if strategy == Job.Strategy.LOCAL:
            kept = mine.filter(state=STATE.WAITING).update(state=STATE.KEPT, reason="local")
            batches = CloudBatch.objects.filter(state__in=UNSENT, submitted_at=None)
            kept += mine.filter(state=STATE.BATCHED, batch__in=batches.values("pk")).count()
            batches.filter(escalations__in=mine.values("pk")).update(next_poll_at=timezone.now())
        away = mine.filter(state__in=(STATE.ASSESSING, STATE.BATCHED))
        in_flight = away.exclude(batch__state__in=UNSENT, batch__submitted_at=None).count()
        _log(job, by=by, verb="set_strategy", detail={"from": before, "to": strategy.value, "kept": kept})
        want_escalation(job.pk)
    job.refresh_from_db()
    return Switched(kept, in_flight)


def change_reader(job: Job, *, by: AbstractBaseUser, **values: object) -> Switched:
    """All of a job's settings at once: the arguments of `set_limits`, and strategy, cloud_model, cloud_input_price and
    cloud_output_price. Raises JobtrackerError as those do; then nothing is changed."""
    limits = {name: values[name] for name in ("share", "audit_share", "budget_usd", "timing") if name in values}
    with transaction.atomic():
        if "cloud_model" in values:
            prices = {name: values.get(f"cloud_{name}") for name in ("input_price", "output_price")}
            set_model(job, values["cloud_model"], by=by, **prices)
        set_limits(job, by=by, **limits)
        return set_strategy(job, values.get("strategy", job.strategy), by=by)


def set_limits(
    job: Job,
    *,
    by: AbstractBaseUser,
    share: Decimal | None = None,
    audit_share: Decimal | None = None,
    budget_usd: Decimal | None = None,
    timing: str | None = None,
) -> None:
    """Change what of a job goes on, what it may cost, and when. None leaves a value as it is.

    Raises JobtrackerError for a share outside 0 to 1 or a budget outside 0 to 99,999 dollars. Whoever waited for money
    tries again.
    """
    for value in (share, audit_share):
        if value is not None and not 0 <= value <= 1:
            raise JobtrackerError("wrong_share", "A share is from 0 to 100 %.")
    if budget_usd is not None and not 0 <= budget_usd <= MOST_BUDGET:
        raise JobtrackerError("wrong_budget", "A budget is from 0 to 99,999 dollars.")
    wanted = {"share": share, "audit_share": audit_share, "budget_usd": budget_usd}
    changes = {name: value for name, value in wanted.items() if value is not None}
    if timing is not None:
        changes["timing"] = Job.Timing(timing)
    _change(job, by=by, verb="set_limits", changes=changes)
    wake(job.pk)


def set_model(
    job: Job,
    model: str,
    *,
    by: AbstractBaseUser,
    input_price: Decimal | None = None,
    output_price: Decimal | None = None,
) -> None:
    """Choose the model that a job asks; "" for that of the settings. One that the catalogue does not know needs both
    prices. Raises JobtrackerError when it is retired, or its prices are missing or impossible."""
    model = model.strip()
    unknown = bool(model) and cloud_entry(model) is None
    prices = (input_price, output_price) if unknown else (None, None)
    if unknown and not all(price is not None and 0 < price <= MOST_PRICE for price in prices):
        raise JobtrackerError("wrong_price", "Type in both prices in dollars per million tokens, above 0.")
    changes = {"cloud_model": model, "cloud_input_price": prices[0], "cloud_output_price": prices[1]}
    if model:
        entry_of(Job(**changes))
    _change(job, by=by, verb="set_model", changes=changes)
    wake(job.pk)


def set_never_send(candidate: Candidate, *, never: bool, by: AbstractBaseUser) -> int:
    """Mark a candidate as never to be sent to the cloud, or take the mark away; how many matches stay here with it. A
    mark that stands stays whoever's it is.

    What has left before cannot be called back: its receipt says so.
    """
    stamp = {"never_send_by": by if never else None, "never_send_at": timezone.now() if never else None}
    matches = Match.objects.filter(candidate=candidate)
    with transaction.atomic():
        hold(*set(matches.values_list("job_id", flat=True)))
        unlike = Candidate.objects.filter(pk=candidate.pk).exclude(never_send=never)
        changed = unlike.update(never_send=never, **stamp)
        waiting = Escalation.objects.filter(match__in=matches.values("pk"), state=STATE.WAITING)
        kept = waiting.update(state=STATE.KEPT, why="never", reason="", asked_by=None) if never else 0
        for match in matches.select_related("job") if changed or kept else ():
            detail = {"candidate": candidate.pk.hex, "never": never}
            AuditEvent.objects.create(actor=by, verb="set_never_send", job=match.job, match=match, detail=detail)
            want_escalation(match.job_id)
    return kept


def _change(job: Job, *, by: AbstractBaseUser, verb: str, changes: Mapping[str, object]) -> None:
    with transaction.atomic():
        hold(job.pk)
        was = Job.objects.get(pk=job.pk)
        moved = {name: value for name, value in changes.items() if getattr(was, name) != value}
        if moved:
            Job.objects.filter(pk=job.pk).update(**moved)
            _log(job, by=by, verb=verb, detail={name: str(value) for name, value in moved.items()})
            want_escalation(job.pk)
    job.refresh_from_db()


def _log(job: Job, *, by: AbstractBaseUser, verb: str, detail: dict) -> None:
    AuditEvent.objects.create(actor=by, verb=verb, job=job, detail=detail)
