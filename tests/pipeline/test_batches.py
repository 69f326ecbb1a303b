"""Overnight batches against a simulated Claude: each step, each fault, each way to die, and a bill that agrees."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from matching.models import Assessment, CloudBatch, EgressReceipt, Escalation, Job, Match, ModelCall
from matching.pipeline.assess import assess_next
from matching.pipeline.cancelling import cancel
from matching.pipeline.escalate import ask
from matching.pipeline.strategy import set_never_send, set_strategy
from matching.pipeline.waves import CHUNK, fill, plan_waves, send_wave
from tests.pipeline.asking import booked, budgets_agree, choose, cv_text
from tests.pipeline.nights import run, sent, states, step
from tests.pipeline.rows import make_match
from tests.servers.claude import faults

pytestmark = pytest.mark.django_db(transaction=True)


def test_wave_is_sent_answered_taken_in_and_deleted_at_the_vendor(night, claude, owner):
    batch = send_wave(night, by=owner)
    assert [step(batch) for _ in range(3)] == ["creating", "in_progress", "in_progress"]
    assert states() == {"batched": 6}
    assert (batch.requests, batch.polls) == (6, 1)
    assert EgressReceipt.objects.count() == 6
    claude.finish()
    assert [step(batch) for _ in range(3)] == ["ended", "imported", "deleted"]
    assert states() == {"assessed": 6}
    assert (batch.succeeded, claude.batches.all) == (6, {})
    assert booked() == claude.bill > 0
    assert set(ModelCall.objects.values_list("service_tier", "state")) == {("batch", "done")}
    assert Match.objects.filter(source="claude").count() == 6
    assert budgets_agree()


def test_batch_costs_half_of_the_same_calls_at_once(night, claude, owner):
    run(send_wave(night, by=owner), claude)
    for call in ModelCall.objects.all():
        plain = call.prompt_tokens - call.write_1h_tokens - call.read_tokens
        prompt = plain * Decimal("0.10") + call.write_1h_tokens * Decimal("0.20") + call.read_tokens * Decimal("0.01")
        assert call.cost_usd == (prompt + call.output_tokens * Decimal("0.50")) / 10**6 / 2


def test_answer_to_the_creation_lost_is_found_in_the_list_and_not_sent_twice(night, claude, owner):
    claude.fault(faults.LOST_CREATE)
    batch = run(send_wave(night, by=owner), claude)
    assert batch.state == "deleted"
    assert sum(record.path == "/v1/messages/batches" and record.method == "POST" for record in claude.requests) == 1
    assert states() == {"assessed": 6}
    assert booked() == claude.bill


def test_creation_that_never_arrived_is_made_again_when_the_list_has_settled(night, claude, owner):
    claude.fault(faults.RESET_BEFORE)
    batch = send_wave(night, by=owner)
    step(batch)
    assert step(batch) == "creating"
    assert batch.submitted_at is not None
    assert step(batch) == "creating"
    CloudBatch.objects.update(submitted_at=timezone.now() - timedelta(minutes=6))
    assert [step(batch), step(batch)] == ["creating", "in_progress"]
    assert len(claude.batches.all) == 1


def test_worker_killed_between_the_creation_and_its_storing_leaves_one_batch(night, claude, owner):
    batch = sent(night, owner)
    CloudBatch.objects.update(state="creating", vendor_id="", submitted_at=timezone.now())
    batch.refresh_from_db()
    assert step(batch) == "in_progress"
    assert len(claude.batches.all) == 1


def test_worker_killed_while_the_wave_was_put_together_leaves_nobody_behind(night, claude, owner):
    batch = send_wave(night, by=owner)
    first = Escalation.objects.first()
    Escalation.objects.filter(pk=first.pk).update(state="batched", batch=batch, attempt=1)
    run(batch, claude)
    assert states() == {"assessed": 6}
    assert booked() == claude.bill


def test_batch_not_known_for_a_while_is_asked_for_again(night, claude, owner):
    batch = sent(night, owner)
    claude.fault(faults.BATCH_404, times=3)
    assert run(batch, claude).state == "deleted"
    assert states() == {"assessed": 6}


def test_batch_that_stays_unknown_is_given_up_and_charged_in_full(night, claude, owner):
    batch = sent(night, owner)
    claude.fault(faults.BATCH_404, times=0)
    assert run(batch, claude).state == "failed"
    assert states() == {"not_assessed": 6}
    assert set(ModelCall.objects.values_list("state", flat=True)) == {"unknown"}
    assert booked() > 0
    assert budgets_agree()


@pytest.mark.parametrize("fault", [faults.CUT_RESULTS, faults.BAD_LINE, faults.SHORT_RESULTS, faults.BLANK_LINE])
def test_results_that_break_off_are_read_again_and_nothing_counts_twice(night, claude, owner, fault):
    claude.fault(fault)
    batch = run(send_wave(night, by=owner), claude)
    assert batch.state == "deleted"
    assert states() == {"assessed": 6}
    assert Assessment.objects.count() == 6
    assert booked() == claude.bill


def test_results_taken_in_twice_change_nothing(night, claude, owner):
    batch = sent(night, owner)
    claude.finish()
    step(batch)
    assert step(batch) == "imported"
    bill = booked()
    CloudBatch.objects.update(state="ended")
    batch.refresh_from_db()
    assert step(batch) == "imported"
    assert (booked(), Assessment.objects.count()) == (bill, 6)


@pytest.mark.parametrize(
    ("fault", "state", "reason"),
    [
        (faults.LINE_ERRORED, "waiting", "cloud_batch_errored"),
        (faults.LINE_EXPIRED, "waiting", "cloud_batch_expired"),
        (faults.LINE_INVALID, "not_assessed", "cloud_batch_refused_request"),
        (faults.LINE_UNKNOWN, "waiting", "cloud_batch_odd"),
        (faults.REFUSAL, "not_assessed", "cloud_refused"),
        (faults.CUT_OFF, "waiting", "cloud_cut_off"),
    ],
)
def test_one_that_failed_waits_or_ends_by_its_kind(night, claude, owner, fault, state, reason):
    claude.fault(fault)
    run(send_wave(night, by=owner), claude)
    odd = Escalation.objects.exclude(state="assessed").get()
    assert (odd.state, odd.reason, odd.batch) == (state, reason, None)
    assert booked() == claude.bill or fault == faults.LINE_UNKNOWN
    assert budgets_agree()
    if state == "waiting":
        run(send_wave(night, by=owner), claude)
        assert states() == {"assessed": 6}


def test_cancelled_before_it_was_sent_costs_nothing_and_leaves_nothing(night, claude, owner):
    batch = send_wave(night, by=owner)
    step(batch)
    assert cancel(batch, by=owner)
    assert step(batch) == "failed"
    assert states() == {"waiting": 6}
    assert set(Escalation.objects.values_list("attempt", "reason")) == {(0, "cloud_batch_canceled")}
    assert EgressReceipt.objects.left().count() == 0
    assert (booked(), claude.batches.all) == (Decimal(0), {})
    assert budgets_agree()


def test_cancelled_on_its_way_takes_in_what_was_done(night, claude, owner):
    batch = sent(night, owner)
    assert cancel(batch, by=owner)
    assert step(batch) == "canceling"
    while batch.state not in CloudBatch.FINISHED:
        claude.clock.advance(30)  # not `run`: it would let Claude finish what it was told to stop
        step(batch)
    assert (batch.state, batch.succeeded + batch.canceled) == ("deleted", 6)
    assert states().get("waiting", 0) == batch.canceled > 0
    assert booked() == claude.bill
    assert not cancel(batch, by=owner)


def test_job_switched_to_local_before_the_wave_was_sent_sends_nothing(night, claude, owner):
    batch = send_wave(night, by=owner)
    step(batch)
    switched = set_strategy(night, "local", by=owner)
    assert (switched.kept, switched.in_flight) == (6, 0)
    assert run(batch, claude).state == "failed"
    assert states() == {"kept": 6}
    assert (booked(), claude.requests) == (Decimal(0), [])


def test_candidate_marked_after_the_wave_was_put_together_does_not_leave(night, claude, owner):
    batch = send_wave(night, by=owner)
    step(batch)
    marked = Match.objects.first()
    set_never_send(marked.candidate, never=True, by=owner)
    run(batch, claude)
    assert Escalation.objects.get(pk=marked.pk).state == "kept"
    assert states() == {"assessed": 5, "kept": 1}


def test_budget_reaches_for_some_and_the_others_wait_for_money(night, claude, owner, settings):
    settings.CLOUD_MODEL = "claude-haiku-4-5"
    Job.objects.update(budget_usd=Decimal("0.04"))
    run(send_wave(night, by=owner), claude)
    tally = Escalation.objects.tally()
    assert 0 < tally["assessed"] < 6
    assert tally["without_money"] == 6 - tally["assessed"]
    assert booked() == claude.bill <= Decimal("0.04")


@pytest.mark.parametrize("scope", ["job", "month"])
def test_those_that_a_wave_did_not_come_to_for_want_of_money_say_so(night, owner, settings, scope):
    for number in range(6, 6 + CHUNK):
        make_match(night, text=cv_text(number))
    choose(night)
    if scope == "job":
        Job.objects.update(budget_usd=Decimal(0))
    else:
        settings.MONTHLY_BUDGET_USD = Decimal(0)
    assert fill(send_wave(night, by=owner)) == 0
    waiting = Escalation.objects.filter(state="waiting")
    assert set(waiting.values_list("reason", flat=True)) == {f"{scope}_budget"}
    assert waiting.count() == 6 + CHUNK


def test_waves_of_all_jobs_are_made_once_a_day_from_the_hour_of_the_settings_on(night, claude, settings):
    settings.CLOUD_BATCH_HOUR = 22
    tonight = datetime(2030, 11, 25, 22, 0, 5, tzinfo=UTC)
    assert plan_waves(now=tonight - timedelta(minutes=1)) == []
    (made,) = plan_waves(now=tonight)
    assert CloudBatch.objects.get(pk=made).job is None
    assert plan_waves(now=tonight + timedelta(minutes=1)) == []
    assert len(plan_waves(now=tonight + timedelta(days=1))) == 1


def test_what_a_person_asks_for_does_not_wait_for_the_night(night, claude, owner):
    match = Match.objects.select_related("job", "candidate").first()
    assert assess_next() == "no_work"
    ask([match], by=owner)
    assert assess_next() == "done"
    assert states() == {"assessed": 1, "waiting": 5}
