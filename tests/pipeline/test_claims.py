"""Claims: one holder at a time, and nothing lost."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from matching.models import Lease, Match
from matching.pipeline.claims import LEASE, Heartbeat, claim, give_back, lead
from tests.pipeline.rows import make_match


@pytest.mark.django_db
def test_claim_twice_gives_the_second_nothing(job):
    match = make_match(job)
    rows = Match.objects.filter(pk=match.pk)
    token = claim(rows)
    assert claim(rows) is None
    match.refresh_from_db()
    assert (match.token, match.state, match.attempt) == (token, "screening", 1)


@pytest.mark.django_db
def test_claim_before_its_time_gives_nothing(job):
    match = make_match(job, available_at=timezone.now() + timedelta(seconds=30))
    assert claim(Match.objects.filter(pk=match.pk)) is None


@pytest.mark.django_db(transaction=True)
def test_claim_by_many_threads_has_one_winner(job):
    match = make_match(job)
    tokens = []

    def take():
        try:
            tokens.append(claim(Match.objects.filter(pk=match.pk)))
        finally:
            connection.close()

    threads = [threading.Thread(target=take) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len([token for token in tokens if token]) == 1


@pytest.mark.django_db
def test_give_back_waits_and_keeps_the_count_of_tries(job):
    match = make_match(job)
    rows = Match.objects.filter(pk=match.pk)
    token = claim(rows)
    assert give_back(rows, token, after_seconds=60, reason="busy") is True
    match.refresh_from_db()
    assert (match.state, match.attempt, match.reason, match.token) == ("waiting", 1, "busy", None)
    assert match.available_at > timezone.now() + timedelta(seconds=50)


@pytest.mark.django_db
def test_give_back_for_a_fault_of_the_server_does_not_count_the_try(job):
    match = make_match(job)
    rows = Match.objects.filter(pk=match.pk)
    give_back(rows, claim(rows), after_seconds=0, same_attempt=True)
    match.refresh_from_db()
    assert match.attempt == 0


@pytest.mark.django_db
def test_give_back_with_a_lost_token_changes_nothing(job):
    match = make_match(job)
    rows = Match.objects.filter(pk=match.pk)
    old = claim(rows)
    give_back(rows, old, after_seconds=0)
    new = claim(rows)
    assert give_back(rows, old, after_seconds=0) is False
    match.refresh_from_db()
    assert (match.state, match.token) == ("screening", new)


@pytest.mark.django_db
def test_heartbeat_renews_what_is_held_and_nothing_else(job):
    held, let_go = make_match(job), make_match(job)
    tokens = {match.pk: claim(Match.objects.filter(pk=match.pk)) for match in (held, let_go)}
    past = timezone.now() - timedelta(seconds=5)
    Match.objects.update(lease_until=past)
    heartbeat = Heartbeat(every_seconds=3600)
    heartbeat.hold(Match, tokens[held.pk], deadline_seconds=60)
    heartbeat.hold(Match, tokens[let_go.pk], deadline_seconds=0)
    heartbeat.beat()
    held.refresh_from_db()
    let_go.refresh_from_db()
    assert held.lease_until > timezone.now() + LEASE / 2
    assert let_go.lease_until == past


@pytest.mark.django_db
def test_lead_is_held_by_one_and_passes_on_when_it_runs_out():
    assert lead("reconciler", owner="one", seconds=30) is True
    assert lead("reconciler", owner="two", seconds=30) is False
    assert lead("reconciler", owner="one", seconds=30) is True
    Lease.objects.update(until=timezone.now() - timedelta(seconds=1))
    assert lead("reconciler", owner="two", seconds=30) is True
    assert Lease.objects.get().fence == 2
