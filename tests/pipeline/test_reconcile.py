"""The reconciler: what was let go of comes back, what happened stays known."""

from datetime import timedelta

import pytest
from django.utils import timezone

from matching.models import CV, Job, Match, ModelCall, Slot
from matching.pipeline.claims import claim
from matching.pipeline.reconcile import MOST_SCREEN_ATTEMPTS, recover, tick
from matching.pipeline.slots import take_slot
from tests.pipeline.rows import make_match, make_server

pytestmark = pytest.mark.django_db


def abandon(match):
    """A worker claimed the match, sent its call, and died."""
    token = claim(Match.objects.filter(pk=match.pk))
    Match.objects.filter(pk=match.pk).update(lease_until=timezone.now() - timedelta(seconds=1))
    return ModelCall.objects.create(
        match=match,
        token=token,
        server=make_server(str(match.pk)),
        model="m",
        prompt_version="p",
        prefix="x",
        expected_tokens=1,
        started_at=timezone.now(),
    )


def test_recover_puts_an_abandoned_match_back_and_calls_its_call_unknown(job):
    match = make_match(job)
    call = abandon(match)
    assert recover() == 1
    match.refresh_from_db()
    call.refresh_from_db()
    assert (match.state, match.attempt, call.state) == ("waiting", 1, "unknown")


def test_recover_leaves_held_work_alone(job):
    match = make_match(job)
    claim(Match.objects.filter(pk=match.pk))
    assert recover() == 0


def test_recover_gives_up_after_too_many_tries_and_says_why(job):
    match = make_match(job, attempt=MOST_SCREEN_ATTEMPTS - 1)
    abandon(match)
    recover()
    match.refresh_from_db()
    assert (match.state, match.reason) == ("not_scored", "abandoned")


def test_recover_frees_the_slot_of_a_dead_worker():
    take_slot(make_server(), slots=1)
    Slot.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    recover()
    assert Slot.objects.get().token is None


def test_recover_puts_an_abandoned_cv_back(job, owner):
    cv = make_match(job).cv
    CV.objects.update(state=CV.State.WAITING)
    claim(CV.objects.filter(pk=cv.pk))
    CV.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert recover() == 1
    cv.refresh_from_db()
    assert cv.state == "waiting"


def test_tick_announces_a_cv_that_no_message_was_sent_for(job):
    cv = make_match(job).cv
    CV.objects.update(state=CV.State.WAITING)
    assert tick(announce_reads=True).cv_ids == (cv.pk,)
    assert tick(announce_reads=True).cv_ids == ()


def test_tick_announces_a_cv_again_when_its_message_was_lost(job):
    cv = make_match(job).cv
    CV.objects.update(state=CV.State.WAITING, dispatched_at=timezone.now() - timedelta(minutes=5))
    assert tick(announce_reads=True).cv_ids == (cv.pk,)


def test_tick_says_whether_matches_wait(job):
    assert tick(announce_reads=True).screen is False
    make_match(job)
    assert tick(announce_reads=True).screen is True
    Job.objects.update(status=Job.Status.CLOSED)
    assert tick(announce_reads=True).screen is False


def test_tick_names_the_jobs_whose_cohort_changed(job):
    assert tick(announce_reads=True).job_ids == (job.pk,)
    Job.objects.update(estimate_done=5)
    assert tick(announce_reads=True).job_ids == ()
