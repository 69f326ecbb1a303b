"""A local job makes no connection but to Ollama, whatever is asked of it; and the mends that go with who is sent."""

import socket
from urllib.parse import urlsplit

import pytest
from django.db import transaction
from django.utils import timezone

from matching.models import Candidate, Escalation, Job, Match
from matching.pipeline.assess import assess_next, wake
from matching.pipeline.batches import advance
from matching.pipeline.calibrate import due, pairs_of
from matching.pipeline.doctor import check_model
from matching.pipeline.draft import draft_by_model
from matching.pipeline.escalate import _write, ask, escalate_job, standings_of
from matching.pipeline.escalate import choose as choices_of
from matching.pipeline.merging import merge, undo_merge
from matching.pipeline.reconcile import batches_due, tick
from matching.pipeline.strategy import set_never_send
from matching.pipeline.waves import plan_waves, send_wave
from tests.pipeline.asking import cv_text, hybrid, make_due, screen_all
from tests.pipeline.rows import make_match
from tests.pipeline.test_calibrate import KNOWN, assessed, pairs, screened

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def targets(monkeypatch) -> set:
    """The addresses that this process connects to."""
    found, connect = set(), socket.socket.connect

    def watched(self: socket.socket, address: object) -> None:
        found.add(address)
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", watched)
    return found


def test_local_job_connects_to_ollama_alone(job, both, owner, targets):
    ollama, claude = both
    for timing in ("now", "overnight"):
        hybrid(job, strategy="local", timing=timing)
        matches = [make_match(job, text=cv_text(number)) for number in range(3)]
        loaded = list(Match.objects.select_related("job", "candidate").filter(job=job))
        screen_all()
        escalate_job(job.pk)
        assert ask(loaded[:1], by=owner).refused == {"local": 1}
        assert ask(loaded, by=owner).refused == {"local": len(loaded)}
        assert ask(loaded[:1], by=owner, criterion="a").refused == {"local": 1}
        now = timezone.now()
        waiting = {"state": "waiting", "why": "top", "decided_at": now, "available_at": now}
        for match in matches:  # as if they had been chosen before the job became local
            Escalation.objects.update_or_create(match=match, defaults=waiting)
        make_due()
        assess_next()
        assert send_wave(job, by=owner) is None
        assert plan_waves(now=now.replace(hour=23)) == []
        for batch_id in batches_due(now):
            advance(batch_id)
        tick(announce_reads=True)
    list(check_model())
    draft_by_model("Backend engineer. Must have: Python.")
    here = urlsplit(ollama.url)
    assert {one for one in targets if isinstance(one, tuple)} == {(here.hostname, here.port)}
    assert (claude.requests, claude.batches.all) == ([], {})


def test_ask_between_choosing_and_storing_is_kept(job, claude, owner):
    hybrid(job)
    match = make_match(job)
    now = timezone.now()
    Escalation.objects.create(match=match, state="kept", why="below", decided_at=now, available_at=now)
    choices = choices_of(job, standings_of(job))
    ask([Match.objects.select_related("job", "candidate").get(pk=match.pk)], by=owner)
    with transaction.atomic():
        _write(job, choices, now)
    row = Escalation.objects.get()
    assert (row.state, row.why, row.asked_by) == ("waiting", "asked", owner)


def test_never_send_said_while_two_were_one_holds_for_both_afterwards(job, owner):
    first, second = make_match(job, text="a").candidate, make_match(job, text="b").candidate
    row = merge(first, second, chosen={}, name="Both", by=owner)
    set_never_send(Candidate.objects.get(pk=first.pk), never=True, by=owner)
    undo_merge(row, by=owner)
    assert list(Candidate.objects.values_list("never_send", "never_send_by")) == [(True, owner.pk)] * 2


def test_who_was_only_asked_for_is_no_pair(job):
    pairs(job, 19)
    assessed(screened(job, 3, 3, 3, 3), 2, 2, 2, 2, chance=0.0)
    assert due() == []
    assert len(pairs_of(digest=KNOWN["digest"], prompt_version=KNOWN["prompt_version"])) == 19


def test_pages_learn_that_their_matches_try_again(job):
    now = timezone.now()
    waits = {"state": "waiting", "reason": "job_budget", "decided_at": now, "available_at": now}
    Escalation.objects.create(match=make_match(job), **waits)
    before = Job.objects.get().revision
    assert wake(job.pk) == 1
    assert Job.objects.get().revision == before + 1
