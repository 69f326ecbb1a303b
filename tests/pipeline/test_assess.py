"""Assessing through the production client against a simulated Claude: reports, receipts, money, nothing lost."""

import threading
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.utils import timezone

from matching.models import (
    CV,
    Assessment,
    Candidate,
    EgressReceipt,
    Escalation,
    Job,
    Match,
    ModelCall,
    ModelServer,
    Slot,
)
from matching.pipeline.answers import book, take_kept
from matching.pipeline.assess import _ask, _open, assess_next
from matching.pipeline.claims import claim
from matching.pipeline.cloud import client_of, cloud_obstacle, cloud_server, entry_of
from matching.pipeline.escalate import ask
from matching.pipeline.money import reserve
from matching.pipeline.questions import load, new_call, permit_for, question
from matching.pipeline.receipts import erase_texts, prompt_of
from matching.pipeline.reconcile import recover
from matching.pipeline.screen import Step
from matching.pipeline.strategy import set_limits, set_model
from tests.pipeline.asking import assess_all, booked, budgets_agree, choose, cv_text, hybrid, make_due, screen_all
from tests.pipeline.rows import make_match
from tests.servers.claude import faults

pytestmark = pytest.mark.django_db(transaction=True)


def pile(job, count: int) -> list[Match]:
    return [make_match(job, estimate=50 + number % 7, text=cv_text(number)) for number in range(count)]


def asked_for(job, owner, **columns) -> Match:
    """One match of a job that may ask, asked for by a person."""
    match = make_match(hybrid(job), text=cv_text(5), **columns)
    ask([Match.objects.select_related("job", "candidate").get(pk=match.pk)], by=owner)
    return match


def state(match: Match) -> tuple[str, str]:
    row = Escalation.objects.get(pk=match.pk)
    return row.state, row.reason


def test_hybrid_job_is_screened_chosen_from_and_assessed(job, claude):
    hybrid(job)
    pile(job, 40)
    screen_all()
    reasons = choose(job)
    assess_all()
    going = sum(count for why, count in reasons.items() if why in ("top", "line", "rescue", "capped", "audit"))
    assert (sum(reasons.values()), reasons["top"]) == (40, 8)
    tally = Escalation.objects.tally()
    assert (tally["assessed"], tally["kept"]) == (going, 40 - going)
    assert len(claude.calls) == Assessment.objects.count() == EgressReceipt.objects.count() == going
    assert booked() == claude.bill > 0
    assert budgets_agree()
    assert Match.objects.filter(source="claude").count() == going
    assert Match.objects.filter(source="local").count() == 40 - going


def test_assessed_match_shows_claudes_score_report_and_the_readers_distance(job, claude, owner):
    match = make_match(hybrid(job), text=cv_text(6))
    screen_all()
    ask([Match.objects.select_related("job", "candidate").get(pk=match.pk)], by=owner)
    assess_all()
    match.refresh_from_db()
    made = Assessment.objects.get()
    assert (match.source, match.assessment, match.score) == ("claude", made, made.score)
    assert match.disagreement == abs(match.screening.score - made.score)
    assert {mark["by"] for mark in match.levels.values()} == {"claude"}
    assert [mark["id"] for mark in made.report["criteria"]] == ["a", "b", "c", "z"]
    assert made.report["recommendation"] in ("interview", "maybe", "not_now")
    assert set(made.dimensions) == {"must_haves", "skill_depth", "experience", "seniority", "domain"}


def test_receipt_holds_exactly_what_left(job, claude, owner):
    match = asked_for(job, owner)
    assess_all()
    receipt, sent = EgressReceipt.objects.get(), claude.calls[0].json
    prompt = prompt_of(receipt)
    assert (prompt.system, prompt.messages) == (sent["system"], sent["messages"])
    assert (prompt.schema, prompt.max_tokens) == (sent["output_config"]["format"]["schema"], sent["max_tokens"])
    assert (receipt.candidate, receipt.model, receipt.address) == (match.candidate_id, sent["model"], claude.url)
    assert receipt.tokens == ModelCall.objects.get(act="assess").prompt_tokens
    assert receipt.size == len(receipt.payload.encode())


def test_receipt_without_its_text_stays_when_the_candidate_is_erased(job, claude, owner):
    match = asked_for(job, owner)
    assess_all()
    assert erase_texts(EgressReceipt.objects.filter(candidate=match.candidate_id)) == 1
    match.cv.delete()
    receipt = EgressReceipt.objects.get()
    assert (receipt.payload, receipt.match, receipt.candidate) == ("", None, match.candidate_id)
    assert len(receipt.sha256) == 64
    assert receipt.text_erased_at is not None


def test_same_question_again_is_free(job, claude, owner):
    match = asked_for(job, owner)
    assess_all()
    bill = claude.bill
    ask([Match.objects.select_related("job", "candidate").get(pk=match.pk)], by=owner)
    assess_all()
    assert (claude.bill, len(claude.calls), Assessment.objects.count()) == (bill, 1, 2)
    assert state(match) == ("assessed", "")


def test_one_criterion_asked_about_changes_that_one_alone(job, claude, owner):
    match = make_match(hybrid(job), text=cv_text(2))
    screen_all()
    ask([Match.objects.select_related("job", "candidate").get(pk=match.pk)], by=owner, criterion="b")
    assess_all()
    match.refresh_from_db()
    assert {id_: mark["by"] for id_, mark in match.levels.items()} == {
        "a": "local",
        "b": "claude",
        "c": "local",
        "z": "local",
    }
    assert (match.source, match.assessment) == ("local", None)
    look = Assessment.objects.get()
    assert (look.criterion, list(look.levels), look.score) == ("b", ["b"], None)
    assert ModelCall.objects.get(model="claude-haiku-5-5").act == "look"


def test_budget_of_a_job_stops_exactly_and_the_rest_says_so(job, claude, owner, settings):
    settings.CLOUD_MODEL = "claude-haiku-4-5"
    hybrid(job, budget_usd=Decimal("0.10"), strategy="cloud")
    pile(job, 30)
    choose(job)
    assess_all()
    tally = Escalation.objects.tally()
    assert 0 < tally["assessed"] < 30
    assert tally["without_money"] == tally["waiting"] == 30 - tally["assessed"]
    assert Decimal("0.05") < booked() == claude.bill <= Decimal("0.10")
    set_limits(job, by=owner, budget_usd=Decimal(1))
    assess_all()
    assert Escalation.objects.tally()["assessed"] == 30
    assert budgets_agree()


def test_month_without_money_holds_every_job(job, claude, owner, settings):
    settings.MONTHLY_BUDGET_USD = Decimal("0.001")
    match = asked_for(job, owner)
    assess_all()
    assert (state(match), claude.calls) == (("waiting", "month_budget"), [])


def test_first_call_of_a_job_goes_alone(job, claude, owner):
    hybrid(job)
    ask([Match.objects.select_related("job", "candidate").get(pk=match.pk) for match in pile(job, 3)], by=owner)
    with claude.hold():
        first = threading.Thread(target=_step, daemon=True)
        first.start()
        assert claude.wait_for(lambda: claude.in_flight == 1)
        assert assess_next() == Step.NO_WORK
        assert Slot.objects.exclude(token=None).count() == 1
    first.join()
    assert assess_all() == [Step.DONE, Step.DONE, Step.NO_WORK]


def _step() -> None:
    try:
        assess_next()
    finally:
        connection.close()


def test_cache_is_marked_while_others_follow_and_read_from_after_the_first(job, claude, owner):
    hybrid(job, strategy="cloud")
    pile(job, 6)
    choose(job)
    assess_all()
    calls = list(ModelCall.objects.cloud().order_by("started_at"))
    assert [call.write_5m_tokens > 0 for call in calls] == [True, False, False, False, False, False]
    assert [call.read_tokens > 0 for call in calls] == [False, True, True, True, True, False]
    assert booked() == claude.bill


@pytest.mark.parametrize(
    "fault", [faults.RATE_LIMITED_429, faults.OVERLOADED_529, faults.KEY_401, faults.SPEND_CAP_429]
)
def test_fault_of_the_line_pauses_it_and_loses_nothing(job, claude, owner, fault):
    match = asked_for(job, owner)
    claude.fault(fault, retry_after="40")
    assert assess_next() == Step.DONE
    assert assess_next() == Step.NO_SERVER
    assert (state(match)[0], booked()) == ("waiting", Decimal(0))
    assert cloud_obstacle(job) is not None
    pause = ModelServer.objects.get(key__startswith="claude").paused_until - timezone.now()
    assert pause > timedelta(seconds=30) or fault == faults.KEY_401
    assess_all()
    assert (state(match), cloud_obstacle(job)) == (("assessed", ""), None)
    assert booked() == claude.bill


@pytest.mark.parametrize("fault", [faults.REFUSAL, faults.CONTEXT_EXCEEDED, faults.ECHO_MARK])
def test_answer_that_would_come_again_ends_with_its_reason_and_is_paid(job, claude, owner, fault):
    match = asked_for(job, owner)
    claude.fault(fault, times=0)
    assess_all()
    assert state(match)[0] == "not_assessed"
    assert len(claude.calls) <= 2
    assert booked() == claude.bill
    match.refresh_from_db()
    assert (match.assessment, match.score) == (None, None)


@pytest.mark.parametrize("fault", [faults.PROSE, faults.CUT_OFF, faults.MISSING_CRITERION, faults.EMPTY_TEXT])
def test_unusable_answer_is_asked_once_more(job, claude, owner, fault):
    match = asked_for(job, owner)
    claude.fault(fault)
    assess_all()
    assert (state(match), len(claude.calls)) == (("assessed", ""), 2)
    assert booked() == claude.bill
    assert sorted(ModelCall.objects.cloud().values_list("state", flat=True)) == ["done", "failed"]


@pytest.mark.parametrize("fault", [faults.RESET_AFTER, faults.BROKEN_JSON_200, faults.NO_USAGE_200])
def test_answer_that_was_lost_on_its_way_is_charged_in_full(job, claude, owner, fault):
    match = asked_for(job, owner)
    claude.fault(fault)
    assess_all()
    assert state(match) == ("assessed", "")
    assert ModelCall.objects.cloud().filter(state="unknown").count() == 1
    assert booked() > claude.bill
    assert budgets_agree()


def test_invented_quotes_lose_their_level(job, claude, owner):
    asked_for(job, owner)
    claude.fault(faults.INVENTED_QUOTES)
    assess_all()
    made = Assessment.objects.get()
    assert "not_proven" in made.flags
    assert max(mark["level"] for mark in made.levels.values()) <= 1


def test_worker_that_died_in_a_call_is_charged_and_asked_again_at_most_three_times(job, claude, owner):
    match = asked_for(job, owner)
    for _ in range(3):
        make_due()
        _die_in_a_call(match)
        recover()
    assert state(match) == ("not_assessed", "cloud_abandoned")
    calls = ModelCall.objects.cloud()
    assert [call.state for call in calls] == ["unknown"] * 3
    assert booked() == sum(call.cost_usd for call in calls) > 0
    assert budgets_agree()
    assert ask([Match.objects.select_related("job", "candidate").get(pk=match.pk)], by=owner).count == 1
    assess_all()
    assert state(match) == ("assessed", "")


def _die_in_a_call(match: Match) -> None:
    """What a worker leaves behind that was killed while Claude answered."""
    escalation = load(match.pk)
    entry = entry_of(escalation.match.job)
    token = claim(Escalation.objects.filter(pk=match.pk))
    assert reserve([new_call(question(escalation, entry), cloud_server(entry), token=token)]) == [""]
    Escalation.objects.filter(pk=match.pk).update(lease_until=timezone.now() - timedelta(seconds=1))


def test_answer_that_comes_after_its_claim_was_lost_counts_and_is_put_right_in_the_ledger(job, claude, owner):
    match = asked_for(job, owner)
    with claude.hold():
        late = threading.Thread(target=_step, daemon=True)
        late.start()
        assert claude.wait_for(lambda: claude.in_flight == 1)
        Escalation.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
        recover()
        assert (state(match)[0], ModelCall.objects.cloud().get().state) == ("waiting", "unknown")
    late.join()
    assert (state(match), ModelCall.objects.cloud().get().state) == (("assessed", ""), "done")
    assert booked() == claude.bill
    assert len(claude.calls) == 1


def test_answer_that_was_paid_for_and_not_judged_is_judged_by_the_next_worker(job, claude, owner):
    match = asked_for(job, owner)
    escalation = load(match.pk)
    entry = entry_of(escalation.match.job)
    asked = question(escalation, entry)
    call = new_call(asked, cloud_server(entry), token=match.pk)
    reserve([call])
    book(call, client_of(entry).assess(asked.prompt, permit=permit_for(asked)), entry=entry)
    assess_all()
    assert (state(match), len(claude.calls)) == (("assessed", ""), 1)
    call.refresh_from_db()
    assert (call.answer, call.assessment.match_id) == ("", match.pk)


def test_paid_answer_is_judged_and_priced_as_the_model_that_gave_it(job, claude, owner):
    match = asked_for(job, owner)
    escalation = load(match.pk)
    asked_at = entry_of(escalation.match.job)
    asked = question(escalation, asked_at)
    call = new_call(asked, cloud_server(asked_at), token=match.pk)
    reserve([call])
    book(call, client_of(asked_at).assess(asked.prompt, permit=permit_for(asked)), entry=asked_at)
    set_model(Job.objects.get(), "claude-sonnet-5-5", by=owner)
    assess_all()
    made = Assessment.objects.get()
    assert (made.model, made.cache_key, made.call_id) == (asked_at.id, asked.key, call.pk)
    assert (state(match), booked(), len(claude.calls)) == (("assessed", ""), claude.bill, 1)


def test_receipt_of_a_call_that_the_last_look_stopped_says_that_nothing_left(job, claude, owner, settings):
    match = asked_for(job, owner)
    escalation = load(match.pk)
    entry = entry_of(escalation.match.job)
    asked = question(escalation, entry)
    token = claim(Escalation.objects.filter(pk=match.pk))
    call = new_call(asked, cloud_server(entry), token=token)
    assert _open(call, asked) == ""
    permit = replace(permit_for(asked), names=("python",))  # a name that redaction did not know a moment before
    _ask(escalation, asked, permit, call)
    assert (claude.requests, booked(), state(match)) == ([], Decimal(0), ("not_assessed", "cloud_leak"))
    assert EgressReceipt.objects.left().count() == 0
    assert EgressReceipt.objects.get().call.state == "failed"
    assert budgets_agree()


def test_match_that_may_not_leave_has_neither_call_nor_receipt(job, claude, owner):
    match = asked_for(job, owner)
    Candidate.objects.update(name="Ada Quill")
    CV.objects.update(text="Ada Quill\n" + cv_text(5), redacted="Ada Quill\n" + cv_text(5))
    assess_all()
    assert (claude.requests, state(match)) == ([], ("not_assessed", "cloud_leak"))
    assert (EgressReceipt.objects.count(), ModelCall.objects.cloud().count(), booked()) == (0, 0, Decimal(0))


def test_receipt_of_a_call_that_reached_nobody_says_that_nothing_left(job, claude, owner):
    match = asked_for(job, owner)
    claude.stop()
    assert assess_next() == Step.DONE
    claude.start()
    assert (state(match)[0], booked()) == ("waiting", Decimal(0))
    assert (EgressReceipt.objects.left().count(), EgressReceipt.objects.get().sent_at) == (0, None)
    assess_all()
    assert EgressReceipt.objects.left().count() == 1
    assert booked() == claude.bill


def test_answer_that_cannot_be_stored_ends_closed_with_its_price_booked(job, claude, owner):
    """Half a character, which no database takes, in what is stored with it."""
    match = asked_for(job, owner)
    escalation = load(match.pk)
    entry = entry_of(escalation.match.job)
    asked = question(escalation, entry)
    call = new_call(asked, cloud_server(entry), token=match.pk)
    reserve([call])
    reply = client_of(entry).assess(asked.prompt, permit=permit_for(asked))
    book(call, reply, entry=entry)
    paid = booked()
    odd = replace(asked, entry=replace(entry, id="half \ud800"))
    error = take_kept(call, reply.text, odd, token=match.pk)
    call.refresh_from_db()
    assert (error.code, call.state, call.error, call.answer) == ("cloud_bad_report", "failed", "cloud_bad_report", "")
    assert (booked(), Assessment.objects.count()) == (paid, 0)
    assert paid == claude.bill > 0
    assert budgets_agree()


def test_retired_model_is_not_called_and_the_match_says_so(job, claude, owner):
    match = asked_for(job, owner)
    Job.objects.update(cloud_model="claude-3-5-haiku-latest")
    assess_all()
    assert (state(match), claude.calls) == (("waiting", "cloud_model_retired"), [])
    set_model(Job.objects.get(), "", by=owner)
    assess_all()
    assert state(match) == ("assessed", "")
