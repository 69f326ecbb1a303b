"""Overnight batches when things go oddly: strangers' batches, prices that change, answers that nobody can store."""

import json
import urllib.request
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from matching.cloud_faults import cloud_fault
from matching.exceptions import JobtrackerError
from matching.models import (
    CV,
    Assessment,
    AuditEvent,
    CloudBatch,
    EgressReceipt,
    Escalation,
    Job,
    Lease,
    Match,
    ModelCall,
    ModelServer,
)
from matching.pipeline.assess import assess_next
from matching.pipeline.batches import advance
from matching.pipeline.cancelling import cancel
from matching.pipeline.cloud import cloud_server, entry_of, is_open, note_fault
from matching.pipeline.jobs import open_job
from matching.pipeline.standing import standing
from matching.pipeline.strategy import set_model, set_strategy
from matching.pipeline.waves import plan_waves, send_wave
from tests.pipeline.asking import booked, budgets_agree, choose, cv_text, hybrid, make_due
from tests.pipeline.nights import run, sent, states, step
from tests.pipeline.rows import make_match
from tests.servers.claude import faults

pytestmark = pytest.mark.django_db(transaction=True)
TYPED_IN = {"input_price": Decimal(1), "output_price": Decimal(5)}


def strangers_batch(claude, count: int) -> str:
    """A batch of somebody else under the same key; its id."""
    params = {"model": "claude-haiku-5-5", "max_tokens": 100, "messages": [{"role": "user", "content": "hi"}]}
    rows = [{"custom_id": f"other-{number}", "params": params} for number in range(count)]
    headers = {"Authorization": "Bearer test-key", "anthropic-version": "2023-06-01"}
    body = json.dumps({"requests": rows}).encode()
    request = urllib.request.Request(f"{claude.url}/v1/messages/batches", body, headers)
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["id"]


def died_before_it_was_sent(batch: CloudBatch) -> None:
    """As if the worker died after it stored that it sends, and before it did."""
    CloudBatch.objects.filter(pk=batch.pk).update(submitted_at=timezone.now())
    batch.refresh_from_db()


def settle(batch: CloudBatch) -> None:
    """The vendor's list has settled."""
    CloudBatch.objects.filter(pk=batch.pk).update(submitted_at=timezone.now() - timedelta(minutes=6))


def made(claude) -> int:
    """How many batches were ever asked for."""
    return sum(record.path == "/v1/messages/batches" and record.method == "POST" for record in claude.requests)


def test_strangers_batch_of_the_same_size_is_left_alone_and_ours_is_made(night, claude, owner):
    batch = send_wave(night, by=owner)
    step(batch)
    died_before_it_was_sent(batch)
    theirs = strangers_batch(claude, batch.requests)
    assert step(batch) == "in_progress"
    assert (batch.vendor_id, batch.is_ours) == (theirs, False)
    assert cancel_does_not_reach(claude, batch, owner)
    claude.finish()
    assert [step(batch), step(batch)] == ["ended", "creating"]
    assert (batch.vendor_id, batch.foreign_ids, batch.succeeded) == ("", [theirs], 0)
    CloudBatch.objects.update(cancel_asked_at=None, cancel_asked_by=None)
    settle(batch)
    step(batch)
    assert run(batch, claude).state == "deleted"
    assert (list(claude.batches.all), states()) == ([theirs], {"assessed": 6})
    assert set(ModelCall.objects.values_list("state", flat=True)) == {"done"}
    assert budgets_agree()


def cancel_does_not_reach(claude, batch, owner) -> bool:
    cancel(batch, by=owner)
    step(batch)
    return not any(record.path.endswith("/cancel") for record in claude.requests)


def test_two_of_our_own_that_were_taken_for_each_other_change_places(night, claude, owner, member):
    first = sent(night, owner)
    other = open_job(title="Other", text="Python", rubric=night.rubric.as_rubric(), by=member)
    hybrid(other, strategy="cloud", timing="overnight")
    for number in range(6):
        make_match(other, text=cv_text(number) + " more")
    choose(other)
    second = sent(other, member)
    for batch, found in ((first, second.vendor_id), (second, first.vendor_id)):
        CloudBatch.objects.filter(pk=batch.pk).update(vendor_id=found, is_ours=False)
        batch.refresh_from_db()
    claude.finish()
    for _ in range(8):
        step(first), step(second)
    assert (first.state, second.state, claude.batches.all) == ("deleted", "deleted", {})
    assert (states(), made(claude)) == ({"assessed": 12}, 2)
    assert booked() == claude.bill
    assert budgets_agree()


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_model_changed_under_a_batch_at_typed_in_prices_goes_on_at_those_prices(night, claude, owner, steps):
    claude.models = (*claude.models, _renamed(claude, "my-model"))
    set_model(night, "my-model", by=owner, **TYPED_IN)
    batch = send_wave(night, by=owner)
    for _ in range(steps):
        step(batch)
    set_model(night, "claude-haiku-5-5", by=owner)
    run(batch, claude)
    assert (batch.state, states()) == ("deleted", {"assessed": 6} if steps > 0 else {})
    call = ModelCall.objects.first()
    assert call.cost_usd == (call.prompt_tokens * 1 + call.output_tokens * 5) / Decimal(10**6) / 2
    assert set(Assessment.objects.values_list("model", flat=True)) == {"my-model"}
    assert budgets_agree()


def _renamed(claude, name: str):
    (model,) = (one for one in claude.models if one.id == "claude-haiku-5-5")
    return replace(model, id=name, alias=name)


def test_batch_without_a_known_price_says_so_and_is_looked_at_again_later(night, claude, owner):
    batch = sent(night, owner)
    CloudBatch.objects.update(model="nobody-knows", input_price=None)
    batch.refresh_from_db()
    step(batch)
    assert (batch.state, batch.error, batch.failures) == ("in_progress", "cloud_no_price", 1)
    assert batch.next_poll_at > timezone.now()


def test_job_deleted_under_a_batch_ends_it(night, claude, owner):
    set_model(night, "claude-haiku-4-5", by=owner)
    batch = sent(night, owner)
    ModelCall.objects.update(job=None, match=None)
    Match.objects.all().delete()
    assert run(batch, claude).state == "deleted"
    assert ModelCall.objects.filter(state="open").count() == 0
    assert booked() == claude.bill


def test_half_a_character_in_an_answer_is_dropped_and_the_rest_stored(night, claude, owner):
    batch = sent(night, owner)
    claude.finish()
    for line in next(iter(claude.batches.all.values())).lines:
        (block,) = line["result"]["message"]["content"]
        block["text"] = json.dumps({**json.loads(block["text"]), "why": "good \ud800 person"}) + "\ud800"
    assert run(batch, claude).state == "deleted"
    assert states() == {"assessed": 6}
    assert set(Assessment.objects.values_list("why", flat=True)) == {"good person"}


@pytest.mark.parametrize("fault", [faults.BAD_LINE, faults.SHORT_RESULTS])
def test_results_that_stay_unreadable_are_given_up_and_charged_in_full(night, claude, owner, fault):
    batch = sent(night, owner)
    claude.finish()
    claude.fault(fault, times=0)
    if fault == faults.BAD_LINE:  # in the place of an answer
        next(iter(claude.batches.all.values())).lines.pop()
    for _ in range(20):
        step(batch)
    missing = 1 if fault == faults.BAD_LINE else 3
    assert (batch.state, claude.batches.all) == ("deleted", {})
    assert states() == {"assessed": 6 - missing, "waiting": missing}
    assert ModelCall.objects.filter(state="unknown", cost_usd__gt=0).count() == missing
    assert sum(record.path.endswith("/results") for record in claude.requests) == 13
    assert budgets_agree()


def test_one_bad_line_beside_all_answers_is_passed_over(night, claude, owner):
    batch = sent(night, owner)
    claude.finish()
    claude.fault(faults.BAD_LINE, times=0)
    assert run(batch, claude).state == "deleted"
    assert (states(), batch.failures) == ({"assessed": 6}, 0)


def test_batch_that_was_never_sent_counts_nowhere_as_sent(night, claude, owner):
    batch = send_wave(night, by=owner)
    step(batch)
    assert EgressReceipt.objects.left().count() == 0
    set_strategy(night, "local", by=owner)
    run(batch, claude)
    night.refresh_from_db()
    assert (claude.requests, EgressReceipt.objects.count(), standing(night).sent) == ([], 6, 0)


def test_sent_batch_counts_as_sent_from_then_on(night, claude, owner):
    sent(night, owner)
    night.refresh_from_db()
    assert (EgressReceipt.objects.left().count(), standing(night).sent) == (6, 6)


def test_batch_that_did_not_reach_the_vendor_has_not_left(night, claude, owner):
    batch = send_wave(night, by=owner)
    step(batch)
    claude.stop()
    assert step(batch) == "creating"
    assert (EgressReceipt.objects.left().count(), batch.error) == (0, "cloud_unreachable")
    claude.start()
    run(batch, claude)
    assert (EgressReceipt.objects.left().count(), states()) == (6, {"assessed": 6})


def test_poll_does_not_open_a_line_that_a_spending_limit_closed(night, claude, owner):
    batch = sent(night, owner)
    server = cloud_server(entry_of(night))
    note_fault(server, cloud_fault("cloud_spend_cap"))
    CloudBatch.objects.update(next_poll_at=timezone.now())
    advance(batch.pk)
    batch.refresh_from_db()
    assert batch.polls == 1
    assert not is_open(ModelServer.objects.get(pk=server.pk))


def test_cancelled_when_it_had_ended_already_is_taken_in(night, claude, owner):
    batch = sent(night, owner)
    claude.finish()
    assert cancel(batch, by=owner)
    assert [step(batch) for _ in range(3)] == ["ended", "imported", "deleted"]
    assert (states(), batch.failures) == ({"assessed": 6}, 0)
    assert [record.status for record in claude.requests if record.path.endswith("/cancel")] == [400]


@pytest.fixture
def shared(night, owner, member) -> tuple[CloudBatch, Job]:
    """A wave of two people's jobs, and the second one's."""
    other = open_job(title="Secret", text="Python", rubric=night.rubric.as_rubric(), by=member)
    hybrid(other, strategy="cloud", timing="overnight")
    make_match(other, text=cv_text(9))
    choose(other)
    (made,) = plan_waves(now=timezone.now().replace(hour=23))
    return CloudBatch.objects.get(pk=made), other


@pytest.mark.parametrize("steps", [0, 1])
def test_shared_wave_before_it_is_sent_loses_the_askers_matches_alone(shared, claude, member, steps):
    batch, other = shared
    for _ in range(steps):
        step(batch)
    assert cancel(batch, by=member)
    assert run(batch, claude).state == "deleted"
    mine = Escalation.objects.filter(match__job=other).get()
    assert (mine.state, mine.batch) == ("waiting", None)
    assert states() == {"assessed": 6, "waiting": 1}
    assert list(AuditEvent.objects.filter(verb="cancel_batch").values_list("job", flat=True)) == [other.pk]
    assert budgets_agree()


def test_shared_wave_that_was_sent_is_stopped_only_by_who_owns_all_of_it(shared, claude, owner, member):
    batch, _ = shared
    while batch.state != "in_progress":
        step(batch)
    with pytest.raises(JobtrackerError) as caught:
        cancel(batch, by=member)
    assert (caught.value.code, AuditEvent.objects.filter(verb="cancel_batch").count()) == ("not_all_yours", 0)
    Job.objects.update(owner=owner)
    assert cancel(batch, by=owner)
    assert AuditEvent.objects.filter(verb="cancel_batch").count() == 2


def test_stranger_to_all_jobs_of_a_wave_stops_nothing(shared, stranger):
    batch, _ = shared
    assert not cancel(batch, by=stranger)
    batch.refresh_from_db()
    assert (batch.cancel_asked_at, batch.left_out) == (None, [])


def test_night_without_a_usable_model_is_not_used_up(night, claude, owner):
    Job.objects.update(cloud_model="claude-3-5-haiku-latest")
    tonight = timezone.now().replace(hour=22)
    assert (plan_waves(now=tonight), Lease.objects.count()) == ([], 0)
    set_model(Job.objects.get(), "", by=owner)
    assert len(plan_waves(now=tonight + timedelta(minutes=1))) == 1


def test_answer_is_judged_by_the_text_that_was_sent(night, claude, owner):
    batch = sent(night, owner)
    CV.objects.update(redacted="Read anew: nothing of it stands here.")
    run(batch, claude)
    quotes = [
        quote["start"] is not None
        for report in Assessment.objects.values_list("report", flat=True)
        for mark in report["criteria"]
        for quote in mark["quotes"]
    ]
    assert quotes and all(quotes)
    keys = set(Assessment.objects.values_list("cache_key", flat=True))
    CV.objects.update(redacted="Read anew: nothing of it stands here.")
    Escalation.objects.update(state="waiting", batch=None, asked_by=owner)
    make_due()
    assess_next()
    assert Assessment.objects.exclude(cache_key__in=keys).count() == 1
