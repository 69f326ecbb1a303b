"""What a person says of calls whose cost nobody knew: booked like any other, recognisable for ever, and given back."""

import uuid
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from matching.exceptions import JobtrackerError
from matching.models import AuditEvent, Budget, Escalation, ModelCall
from matching.pipeline.jobs import open_job
from matching.pipeline.money import lose, month_purse, reserve, settle, tell
from tests.pipeline.asking import budgets_agree
from tests.pipeline.rows import make_match, make_server
from tests.pipeline.test_money import new_call, purse, with_budget

NOVEMBER, DECEMBER = datetime(2026, 11, 30, 23, 59, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)


@pytest.fixture
def server(db):
    return make_server("claude: here")


@pytest.fixture
def lost(job, server):
    """A call of $0.04 whose answer nobody saw."""
    return lose_new(server, with_budget(job, "0.10"), "0.04")


def lose_new(server, job, amount: str, **columns) -> ModelCall:
    call = new_call(server, job, amount, **columns)
    assert reserve([call]) == [""]
    lose([call], error="cloud_abandoned")
    call.refresh_from_db()
    return call


@pytest.mark.parametrize("cost", ["0", "0.00000001", "0.01234567", "0.04"])
def test_told_cost_takes_the_place_of_what_was_reserved(job, owner, lost, cost):
    assert [call.pk for call in tell({lost.pk: Decimal(cost)}, by=owner)] == [lost.pk]

    lost.refresh_from_db()
    assert (lost.state, lost.cost_usd, lost.reserved_usd) == ("told", Decimal(cost), Decimal(0))
    assert purse(job) == (Decimal(cost), Decimal(0))
    assert month_purse().spent == Decimal(cost)
    assert budgets_agree()


def test_told_call_says_who_told_and_when_and_keeps_why_it_was_unknown(job, owner, lost):
    before = timezone.now()
    tell({lost.pk: Decimal("0.01")}, by=owner)

    lost.refresh_from_db()
    assert (lost.told_by, lost.error, lost.prompt_tokens) == (owner, "cloud_abandoned", None)
    assert before <= lost.told_at <= timezone.now()
    event = AuditEvent.objects.get(verb="tell_cost")
    assert (event.actor, event.job) == (owner, job)
    assert event.detail["call"] == lost.pk.hex
    assert [Decimal(event.detail[name]) for name in ("from", "to")] == [Decimal("0.04"), Decimal("0.01")]


@pytest.mark.parametrize("cost", ["-0.00000001", "0.04000001", "4"])
def test_told_cost_outside_what_was_reserved_changes_nothing(job, owner, server, lost, cost):
    other = lose_new(server, job, "0.05")

    with pytest.raises(JobtrackerError) as told:
        tell({other.pk: Decimal("0.01"), lost.pk: Decimal(cost)}, by=owner)

    assert str(told.value) == "This call cost from $0 to $0.04: that was reserved for it. Nothing was changed."
    assert list(ModelCall.objects.values_list("state", flat=True)) == ["unknown", "unknown"]
    assert purse(job) == (Decimal("0.09"), Decimal(0))
    assert AuditEvent.objects.filter(verb="tell_cost").count() == 0


@pytest.mark.parametrize("state", ["open", "done", "failed"])
def test_tell_of_a_call_that_is_known_or_under_way_changes_nothing(job, owner, server, state):
    call = new_call(server, with_budget(job, "0.10"), "0.04")
    reserve([call])
    if state != "open":
        settle(call, state=state, cost=Decimal("0.01"))
    before = purse(job)

    assert tell({call.pk: Decimal(0)}, by=owner) == []

    assert purse(job) == before
    assert ModelCall.objects.get().state == state


def test_tell_twice_counts_the_first_time(job, owner, lost):
    tell({lost.pk: Decimal("0.01")}, by=owner)
    assert tell({lost.pk: Decimal(0)}, by=owner) == []
    assert purse(job) == (Decimal("0.01"), Decimal(0))


def test_tell_of_no_call_or_of_one_that_is_not_there_changes_nothing(job, owner, lost):
    assert tell({}, by=owner) == tell({uuid.uuid4(): Decimal(0)}, by=owner) == []
    assert purse(job) == (Decimal("0.04"), Decimal(0))


def test_answer_that_comes_after_a_person_told_takes_the_place_of_what_was_told(job, owner, lost):
    tell({lost.pk: Decimal(0)}, by=owner)
    settle(lost, state="done", cost=Decimal("0.02"))

    lost.refresh_from_db()
    assert (lost.state, purse(job)) == ("done", (Decimal("0.02"), Decimal(0)))
    assert budgets_agree()


def test_told_call_is_not_lost_again(job, owner, lost):
    tell({lost.pk: Decimal("0.01")}, by=owner)
    lose([lost], error="cloud_abandoned")

    lost.refresh_from_db()
    assert (lost.state, purse(job)) == ("told", (Decimal("0.01"), Decimal(0)))


def test_told_cost_belongs_to_the_month_in_which_the_call_was_opened(job, owner, server):
    calls = [lose_new(server, job, "0.04", started_at=moment) for moment in (DECEMBER, NOVEMBER)]
    tell({call.pk: Decimal("0.01") * number for number, call in enumerate(calls, start=1)}, by=owner)
    assert (month_purse(NOVEMBER).spent, month_purse(DECEMBER).spent) == (Decimal("0.02"), Decimal("0.01"))
    assert budgets_agree()


def test_told_call_of_a_deleted_job_counts_in_its_month(owner, lost):
    ModelCall.objects.update(job=None)
    tell({lost.pk: Decimal("0.01")}, by=owner)
    assert month_purse().spent == Decimal("0.01")


def test_calls_of_several_jobs_are_told_at_once(job, owner, server, rubric):
    others = [open_job(title=f"Job {number}", text="x", rubric=rubric, by=owner) for number in range(2)]
    calls = [lose_new(server, one, "0.04") for one in (job, *others)]
    assert len(tell({call.pk: Decimal(0) for call in calls}, by=owner)) == 3
    assert [purse(one) for one in (job, *others)] == [(Decimal(0), Decimal(0))] * 3


def test_told_cost_lets_those_go_on_who_waited_for_money(job, owner, lost):
    now = timezone.now()
    later = now + timedelta(hours=1)
    for reason in ("job_budget", "month_budget", "cloud_busy"):
        match = make_match(job)
        values = {"why": "top", "state": "waiting", "reason": reason, "decided_at": now, "available_at": later}
        Escalation.objects.create(match=match, **values)

    tell({lost.pk: Decimal(0)}, by=owner)

    due = Escalation.objects.filter(available_at__lte=timezone.now()).values_list("reason", flat=True)
    assert set(due) == {"job_budget", "month_budget"}


def test_told_cost_tells_the_open_pages_of_its_job(job, owner, lost):
    job.refresh_from_db()
    before = job.revision
    tell({lost.pk: Decimal(0)}, by=owner)
    job.refresh_from_db()
    assert job.revision == before + 1


def test_local_calls_of_unknown_outcome_cannot_be_told(job, owner, server):
    call = new_call(server, job, "0", act="screen", state="unknown")
    call.save()
    assert tell({call.pk: Decimal(0)}, by=owner) == []


@examples(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    calls=st.lists(st.tuples(st.integers(1, 10**7), st.integers(0, 10**7)), min_size=1, max_size=6),
    past=st.integers(-3, 3),
)
def test_told_amounts_are_booked_to_the_last_digit_or_none_is(job, owner, server, calls, past):
    ModelCall.objects.all().delete()
    Budget.objects.all().delete()
    with_budget(job, "1")
    lost = [lose_new(server, job, str(Decimal(most).scaleb(-8))) for most, _ in calls]
    costs = {call.pk: Decimal(min(most, cost)).scaleb(-8) for call, (most, cost) in zip(lost, calls, strict=True)}
    last = lost[-1]
    costs[last.pk] = last.cost_usd + Decimal(past).scaleb(-8)
    if past > 0 or costs[last.pk] < 0:
        with pytest.raises(JobtrackerError):
            tell(costs, by=owner)
        assert purse(job)[0] == sum(call.cost_usd for call in lost)
    else:
        tell(costs, by=owner)
        assert purse(job)[0] == sum(costs.values())
    assert budgets_agree()
