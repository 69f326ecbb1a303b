"""Money: reserved before a call, settled after it. No budget can be passed, however many workers there are.

Each budget has a row, which is the lock: whoever reserves or settles holds the rows of the month and of the job, always
in that order. What is spent and reserved is kept there and is the sum of the ledger, which `recount` can prove.
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, ROUND_UP, Decimal

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from matching.exceptions import JobtrackerError
from matching.models import AuditEvent, Budget, Escalation, Job, ModelCall
from matching.pipeline.jobs import held_waiting, hold, touch

SMALLEST = Decimal("0.00000001")
NOTHING = Decimal(0)
JOB_BUDGET, MONTH_BUDGET = NO_MONEY = ("job_budget", "month_budget")
WORDS = {
    JOB_BUDGET: "The job's budget does not reach for another call. The rest waits, best first.",
    MONTH_BUDGET: "The month's budget does not reach for another call. The rest waits, best first.",
}


@dataclass(frozen=True, slots=True)
class Purse:
    """One budget in US dollars. `left` is what may still be reserved, never below 0."""

    limit: Decimal
    spent: Decimal
    reserved: Decimal

    @property
    def left(self) -> Decimal:
        return max(NOTHING, self.limit - self.spent - self.reserved)


def month_scope(moment: datetime) -> str:
    """The budget of a calendar month (UTC), such as month:2026-11."""
    return f"month:{moment.astimezone(UTC):%Y-%m}"


def job_scope(job_id: object) -> str:
    return f"job:{job_id.hex}"


def month_purse(now: datetime | None = None) -> Purse:
    """The month's budget with what is spent and reserved of it."""
    return _purse(month_scope(now or timezone.now()), settings.MONTHLY_BUDGET_USD)


def job_purse(job: Job) -> Purse:
    """The job's budget with what is spent and reserved of it."""
    return _purse(job_scope(job.pk), job.budget_usd)


def money_left(job: Job) -> Decimal:
    """What one job may still spend: the smaller of what its own budget and the month's have left."""
    return min(job_purse(job).left, month_purse().left)


def reserve(calls: Sequence[ModelCall]) -> list[str]:
    """Open new calls in the ledger, each with its `reserved_usd` taken from the budgets of its job and its month.

    For each call "" when it was opened (its row is saved), or the code of WORDS of the budget that it would pass; such
    a call is not saved and must not be made. Call it before anything leaves.
    """
    jobs = {call.job_id for call in calls}
    with transaction.atomic():
        budgets = _locked(scope for call in calls for scope in _scopes(call))
        limits = {job_scope(pk): limit for pk, limit in Job.objects.filter(pk__in=jobs).values_list("pk", "budget_usd")}
        outcomes = [_take(call, budgets, limits) for call in calls]
        ModelCall.objects.bulk_create([call for call, code in zip(calls, outcomes, strict=True) if not code])
        _save(budgets)
    return outcomes


def settle(call: ModelCall, *, state: str, cost: Decimal | None = NOTHING, **columns: object) -> None:
    """Close a call: what it cost is spent, what was reserved for it is free again.

    `cost` None means that nobody knows: it is booked in full, and a later `settle` with the true cost puts it right. A
    call that an earlier one closed with a known outcome is not turned into an unknown one.
    """
    with transaction.atomic():
        budgets = _locked(_scopes(call))
        row = ModelCall.objects.select_for_update().get(pk=call.pk)
        if cost is None and row.state not in (ModelCall.State.OPEN, ModelCall.State.UNKNOWN):
            return
        owed = row.reserved_usd + row.cost_usd
        booked = owed if cost is None else cost.quantize(SMALLEST, rounding=ROUND_HALF_UP)
        for scope in _scopes(call):
            budgets[scope].reserved_usd -= row.reserved_usd
            budgets[scope].spent_usd += booked - row.cost_usd
        now = timezone.now()
        ModelCall.objects.filter(pk=call.pk).update(
            **{"seconds": (now - row.started_at).total_seconds(), "finished_at": now} | columns,
            state=state,
            reserved_usd=NOTHING,
            cost_usd=booked,
        )
        _save(budgets)


def lose(calls: Iterable[ModelCall], *, error: str) -> None:
    """Close calls whose answer nobody will see: charged in full until it is known."""
    for call in calls:
        settle(call, state=ModelCall.State.UNKNOWN, cost=None, error=error)


def tell(costs: Mapping[uuid.UUID, Decimal], *, by: AbstractBaseUser) -> list[ModelCall]:
    """Close calls of unknown outcome with what a person found that each cost, by the call's id; those that were closed.

    A call whose cost became known meanwhile is left as it is. Raises JobtrackerError, and changes nothing, when a cost
    is below 0 or above what was reserved for its call. Whoever waited for money tries again.
    """
    with transaction.atomic():
        calls = list(ModelCall.objects.cloud().filter(pk__in=costs))
        jobs = {call.job_id for call in calls} - {None}
        hold(*jobs)
        budgets = _locked(scope for call in calls for scope in _scopes(call))
        rows = ModelCall.objects.select_for_update().filter(pk__in=[call.pk for call in calls]).order_by("pk")
        told = [row for row in rows if row.state == ModelCall.State.UNKNOWN]
        for row in told:
            _tell(row, costs[row.pk], budgets, by=by)
        _save(budgets)
        for job_id in sorted({row.job_id for row in told} - {None}):
            touch(job_id)
    if told:
        free_money()
    return told


def free_money() -> None:
    """A call that was closed left money over: whoever waits for it may try."""
    now = timezone.now()
    waiting = Escalation.objects.filter(state=Escalation.State.WAITING, reason__in=NO_MONEY, available_at__gt=now)
    if waiting.exists():
        with transaction.atomic():
            held_waiting(waiting).update(available_at=now)


def recount() -> dict[str, tuple[Decimal, Decimal]]:
    """What the ledger says of every budget, as (spent, reserved): the same as stands in the rows."""
    found: dict[str, tuple[Decimal, Decimal]] = {}
    for call in ModelCall.objects.cloud().only("job_id", "started_at", "cost_usd", "reserved_usd"):
        for scope in _scopes(call):
            spent, reserved = found.get(scope, (NOTHING, NOTHING))
            found[scope] = spent + call.cost_usd, reserved + call.reserved_usd
    return found


def _take(call: ModelCall, budgets: dict[str, Budget], limits: dict[str, Decimal]) -> str:
    amount = call.reserved_usd = call.reserved_usd.quantize(SMALLEST, rounding=ROUND_UP)
    month, *job = _scopes(call)
    for scope, limit, code in (
        *((scope, limits.get(scope, NOTHING), JOB_BUDGET) for scope in job),
        (month, settings.MONTHLY_BUDGET_USD, MONTH_BUDGET),
    ):
        if budgets[scope].spent_usd + budgets[scope].reserved_usd + amount > limit:
            return code
    for scope in _scopes(call):
        budgets[scope].reserved_usd += amount
    return ""


def _tell(row: ModelCall, cost: Decimal, budgets: dict[str, Budget], *, by: AbstractBaseUser) -> None:
    cost, most = cost.quantize(SMALLEST, rounding=ROUND_HALF_UP), row.cost_usd
    if not 0 <= cost <= most:
        raise JobtrackerError(
            "wrong_cost",
            f"This call cost from $0 to ${most.normalize():f}: that was reserved for it. Nothing was changed.",
        )
    for scope in _scopes(row):
        budgets[scope].spent_usd += cost - most
    row.state, row.cost_usd, row.told_by, row.told_at = ModelCall.State.TOLD, cost, by, timezone.now()
    row.save(update_fields=["state", "cost_usd", "told_by", "told_at"])
    # Without the match: to name it would lock its row, which others lock before a call's.
    detail = {"call": row.pk.hex, "from": str(most), "to": str(cost)}
    AuditEvent.objects.create(actor=by, verb="tell_cost", job_id=row.job_id, detail=detail)


def _scopes(call: ModelCall) -> list[str]:
    """The month first, then the job, if it was not deleted."""
    return [month_scope(call.started_at), *([job_scope(call.job_id)] if call.job_id else [])]


def _locked(scopes: Iterable[str]) -> dict[str, Budget]:
    """The rows of these budgets, made when missing, held until the transaction ends; months before jobs."""
    names = sorted(set(scopes), key=lambda scope: (scope.startswith("job:"), scope))
    Budget.objects.bulk_create([Budget(scope=name) for name in names], ignore_conflicts=True)
    # One after the other: the order in which a single query locks its rows is the database's own.
    return {name: Budget.objects.select_for_update().get(pk=name) for name in names}


def _save(budgets: dict[str, Budget]) -> None:
    Budget.objects.bulk_update(budgets.values(), ["spent_usd", "reserved_usd"])


def _purse(scope: str, limit: Decimal) -> Purse:
    row = Budget.objects.filter(pk=scope).first() or Budget()
    return Purse(limit=limit, spent=row.spent_usd, reserved=row.reserved_usd)
