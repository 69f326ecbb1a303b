"""Erasing while work for the person is under way: it loses its row, and brings nothing back."""

import threading
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from matching.models import CV, Assessment, Candidate, EgressReceipt, Escalation, Match, ModelCall, Screening
from matching.pipeline.assess import assess_next
from matching.pipeline.batches import advance
from matching.pipeline.erasing import erase, erase_document
from matching.pipeline.escalate import ask
from matching.pipeline.intake import receive
from matching.pipeline.read import read_cv
from matching.pipeline.screen import Step, screen_next
from matching.pipeline.waves import send_wave
from tests.clients.clamd_server import clamd
from tests.pipeline.asking import booked, budgets_agree, choose, cv_text, hybrid
from tests.pipeline.nights import run, sent, states, step
from tests.pipeline.rows import make_match
from tests.services import wait_for

pytestmark = pytest.mark.django_db(transaction=True)


class Other(threading.Thread):
    """Something that a worker does, in a thread with a connection of its own; `answer` is what came of it."""

    def __init__(self, act: Callable[[], object]) -> None:
        super().__init__(daemon=True)
        self._act, self.answer, self.error = act, None, None
        self.start()

    def run(self) -> None:
        try:
            self.answer = self._act()
        except BaseException as error:  # noqa: BLE001 - shown by the test
            self.error = error
        finally:
            connection.close()

    def end(self) -> object:
        self.join(timeout=120)
        assert (self.is_alive(), self.error) == (False, None)
        return self.answer


def asked_for(job, owner) -> Match:
    """A match that waits for Claude at once."""
    match = make_match(hybrid(job), text=cv_text(3))
    ask([match], by=owner)
    return match


def test_read_of_an_erased_file_stores_nothing(job, owner, settings):
    cv = receive(job, SimpleUploadedFile("jane.txt", b"Jane Quagmire\nPython developer for six years"), by=owner)
    gate = threading.Event()
    with clamd(gate=gate) as (settings.CLAMD_SOCKET, asked):
        reading = Other(lambda: read_cv(cv.pk))
        wait_for(lambda: asked, what="the scanner has the file")
        erase_document(cv, by=owner)
        gate.set()
        outcome = reading.end()
    assert (outcome.match_id, outcome.last) == (None, True)
    assert [kind.objects.count() for kind in (CV, Match, Candidate)] == [0, 0, 0]


def test_screening_of_an_erased_match_is_in_the_ledger_alone(job, owner, both):
    ollama, _ = both
    match = make_match(job)
    with ollama.hold():
        screening = Other(lambda: screen_next(slots=1))
        wait_for(lambda: ollama.stats()["in_flight"] == 1, what="the call is in flight")
        erase(match.candidate, by=owner)
    assert screening.end() == Step.DONE
    call = ModelCall.objects.get()
    assert (call.state, call.match, Screening.objects.count(), Match.objects.count()) == ("done", None, 0, 0)


def test_answer_about_an_erased_match_is_paid_for_and_not_kept(job, owner, claude):
    match = asked_for(job, owner)
    with claude.hold():
        asking = Other(assess_next)
        wait_for(lambda: claude.in_flight == 1, what="the question is in flight")
        erase(match.candidate, by=owner)
    assert asking.end() == Step.DONE
    call, receipt = ModelCall.objects.get(), EgressReceipt.objects.get()
    assert (call.state, call.answer, call.match) == ("done", "", None)
    assert (booked(), budgets_agree()) == (claude.bill, True)
    assert (receipt.payload, receipt.tokens == call.prompt_tokens) == ("", True)
    assert (Assessment.objects.count(), Escalation.objects.count()) == (0, 0)


def test_batch_that_is_out_brings_nothing_of_an_erased_match_back(night, claude, owner):
    batch = sent(night, owner)
    gone = Match.objects.order_by("pk").first()
    erase(gone.candidate, by=owner)
    run(batch, claude)

    assert (batch.state, states(), Assessment.objects.count()) == ("deleted", {"assessed": 5}, 5)
    assert (booked(), budgets_agree()) == (claude.bill, True)
    calls = ModelCall.objects.all()
    assert (calls.count(), calls.exclude(answer="").count(), calls.filter(match=None).count()) == (6, 0, 1)
    assert EgressReceipt.objects.filter(payload="").count() == 1
    assert any(record.method == "DELETE" for record in claude.requests)


def test_answer_that_was_booked_and_not_judged_goes_with_its_match(night, claude, owner):
    batch = sent(night, owner)
    call = ModelCall.objects.order_by("pk").first()
    ModelCall.objects.filter(pk=call.pk).update(state="done", answer='{"why": "Jane"}')
    erase(call.match.candidate, by=owner)
    assert ModelCall.objects.exclude(answer="").count() == 0
    run(batch, claude)
    assert (ModelCall.objects.exclude(answer="").count(), states()) == (0, {"assessed": 5})


def test_batch_that_was_not_sent_leaves_without_an_erased_match(night, claude, owner):
    batch = send_wave(night, by=owner)
    step(batch)
    assert (batch.state, batch.requests) == ("creating", 6)
    gone = Match.objects.order_by("pk").first()
    receipt = EgressReceipt.objects.get(match=gone)
    erase(gone.candidate, by=owner)
    run(batch, claude)

    receipt.refresh_from_db()
    assert (states(), batch.requests) == ({"assessed": 5}, 5)
    assert (receipt.payload, receipt.sent_at) == ("", None)
    call = ModelCall.objects.get(receipt=receipt)
    assert (call.state, call.cost_usd, budgets_agree()) == ("failed", 0, True)


def test_batch_of_erased_matches_alone_is_not_sent(job, claude, owner):
    hybrid(job, strategy="cloud", timing="overnight")
    match = make_match(job, text=cv_text(2))
    choose(job)
    batch = send_wave(job, by=owner)
    step(batch)
    erase(match.candidate, by=owner)
    while batch.state not in ("failed", "deleted"):
        step(batch)
    assert (batch.state, batch.submitted_at, booked()) == ("failed", None, 0)
    assert advance(batch.pk) is False
