"""Slots: never more calls than the server has, one job at a time, nobody starves."""

from datetime import timedelta

import pytest
from django.utils import timezone

from matching.models import Job, Match, ModelCall, Slot
from matching.pipeline.jobs import open_job
from matching.pipeline.slots import RUN_LENGTH, free_slot, take_slot, take_turn
from tests.pipeline.rows import make_match, make_server

pytestmark = pytest.mark.django_db


@pytest.fixture
def server():
    return make_server()


@pytest.fixture
def other_job(owner, rubric):
    return open_job(title="Data engineer", text="Python", rubric=rubric, by=owner)


def warm(server, job):
    """The server answered a call of this job a moment ago."""
    match = make_match(job, state=Match.State.SCREENED)
    now = timezone.now()
    ModelCall.objects.create(
        match=match,
        token=match.pk,
        server=server,
        model="m",
        prompt_version="p",
        prefix=f"{job.pk.hex}:{job.rubric.version}",
        expected_tokens=1,
        state=ModelCall.State.DONE,
        started_at=now,
        finished_at=now,
    )


def turn_of(server, slots=4):
    slot, token = take_slot(server, slots=slots)
    return slot, token, take_turn(slot, token)


def test_take_slot_gives_as_many_as_the_server_has(server):
    taken = [take_slot(server, slots=2) for _ in range(3)]
    assert [bool(one) for one in taken] == [True, True, False]
    free_slot(*taken[0])
    assert take_slot(server, slots=2) is not None


def test_take_slot_of_a_dead_worker_is_free_when_its_lease_is_over(server):
    take_slot(server, slots=1)
    assert take_slot(server, slots=1) is None
    Slot.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert take_slot(server, slots=1) is not None


def test_take_slot_ignores_slots_that_the_setting_took_away(server):
    for _ in range(4):
        take_slot(server, slots=4)
    Slot.objects.update(token=None)
    taken = [take_slot(server, slots=1) for _ in range(2)]
    assert [bool(one) for one in taken] == [True, False]


def test_turn_takes_the_best_estimate_first(server, job):
    make_match(job, estimate=10)
    best = make_match(job, estimate=90)
    make_match(job, estimate=None)
    assert turn_of(server)[2].match_id == best.pk


def test_turn_with_no_work_is_none(server, job):
    make_match(job, state=Match.State.SCREENED)
    assert turn_of(server)[2] is None


def test_turn_of_a_closed_job_is_not_given(server, job):
    make_match(job)
    Job.objects.update(status=Job.Status.CLOSED)
    assert turn_of(server)[2] is None


def test_turn_first_call_of_a_job_goes_alone(server, job):
    make_match(job)
    make_match(job)
    _, _, first = turn_of(server)
    slot, token, second = turn_of(server)
    assert first is not None
    assert second is None
    warm(server, job)
    assert take_turn(slot, token) is not None


def test_turn_while_one_job_is_warmed_goes_to_another(server, job, other_job):
    make_match(job)
    make_match(job)
    make_match(other_job)
    turns = [turn_of(server)[2] for _ in range(2)]
    assert {turn.job_id for turn in turns} == {job.pk, other_job.pk}


def test_turn_stays_with_the_slots_job(server, job, other_job):
    for each in (job, other_job):
        warm(server, each)
        for _ in range(3):
            make_match(each)
    slot, token = take_slot(server, slots=1)
    jobs = []
    for _ in range(3):
        jobs.append(take_turn(slot, token).job_id)
        slot.refresh_from_db()
    assert len(set(jobs)) == 1


def test_turn_after_a_long_run_goes_to_the_job_that_waits(server, job, other_job):
    for each in (job, other_job):
        warm(server, each)
        make_match(each)
    slot, token = take_slot(server, slots=1)
    prefix = f"{job.pk.hex}:{job.rubric.version}"
    Slot.objects.filter(pk=slot.pk).update(job=job, prefix=prefix, run_length=RUN_LENGTH)
    ModelCall.objects.filter(match__job=other_job).update(started_at=timezone.now() - timedelta(minutes=5))
    slot.refresh_from_db()
    assert take_turn(slot, token).job_id == other_job.pk


def test_turn_after_a_long_run_stays_when_no_other_job_waits(server, job):
    warm(server, job)
    make_match(job)
    slot, token = take_slot(server, slots=1)
    Slot.objects.filter(pk=slot.pk).update(job=job, prefix=f"{job.pk.hex}:{job.rubric.version}", run_length=RUN_LENGTH)
    slot.refresh_from_db()
    assert take_turn(slot, token).job_id == job.pk
