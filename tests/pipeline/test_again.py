"""Reports of an older rubric: counted, priced, asked for again by a person; never by themselves, not in local mode."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.utils import timezone

from matching.models import Escalation, Job, Match
from matching.pipeline.again import again_forecast, ask_again, outdated
from matching.pipeline.escalate import escalate_job
from matching.pipeline.jobs import lock_rubric
from matching.pipeline.outlook import price_of_one
from matching.pipeline.waves import waiting_for_night
from tests.pipeline.asking import assess_all, choose, cv_text, hybrid, make_due
from tests.pipeline.nights import run, sent
from tests.pipeline.rows import make_match

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def read(job, claude) -> Job:
    """A cloud job of three CVs that Claude has read."""
    hybrid(job, strategy="cloud")
    for number in (2, 4, 6):
        make_match(job, text=cv_text(number))
    choose(job)
    assess_all()
    return job


def edit(job: Job) -> Job:
    lock_rubric(job, replace(job.rubric.as_rubric(), duties="Other duties."), by=job.owner)
    return Job.objects.get(pk=job.pk)


def test_reports_of_the_rubric_in_force_are_not_outdated(read):
    assert again_forecast(read).reports == 0


def test_rubric_edit_asks_nobody_again_and_tells_what_it_would_cost(read, claude):
    job, calls = edit(read), len(claude.calls)
    escalate_job(job.pk)
    assess_all()
    found, price = again_forecast(job), price_of_one(job)
    assert (found.reports, found.now, found.overnight) == (3, 3 * price, 3 * price / 2)
    assert price > 0
    assert len(claude.calls) == calls == 3


def test_asking_again_reads_each_once_with_the_new_rubric(read, claude, owner):
    job = edit(read)
    assert ask_again(job, by=owner).count == 3
    assert again_forecast(job).reports == 0  # in line: a second click asks for nobody
    assert ask_again(job, by=owner).count == 0
    assess_all()
    assert (len(claude.calls), again_forecast(job).reports) == (6, 0)
    assert set(Match.objects.values_list("assessment__rubric", "rubric")) == {(job.rubric_id, job.rubric_id)}


def test_asking_again_stops_at_the_budget_and_the_rest_waits(read, claude, owner):
    job = edit(read)
    spent = claude.bill
    Job.objects.update(budget_usd=spent)
    ask_again(job, by=owner)
    assess_all()
    assert (claude.bill, Escalation.objects.tally()["without_money"]) == (spent, 3)


def test_asking_tonight_goes_with_the_batch_and_stays_in_line_when_the_policy_chooses_anew(read, claude, owner):
    Job.objects.update(timing="overnight", strategy="hybrid")
    job = edit(read)
    ask_again(job, by=owner, tonight=True)
    escalate_job(job.pk)
    make_due()
    assess_all()
    assert len(claude.calls) == 3
    assert waiting_for_night(timezone.now()).count() == 3
    before = claude.bill
    run(sent(job, owner), claude)
    assert (claude.bill > before, again_forecast(job).reports) == (True, 0)


def test_asking_tonight_of_a_job_that_asks_now_is_asking_now(read, claude, owner):
    ask_again(edit(read), by=owner, tonight=True)
    assert set(Escalation.objects.values_list("asked_by", flat=True)) == {owner.pk}


@pytest.mark.parametrize("column", [{"strategy": "local"}, {"status": "closed"}])
def test_local_and_closed_jobs_have_nothing_to_ask_again(read, owner, column):
    edit(read)
    Job.objects.update(**column)
    job = Job.objects.get()
    assert (again_forecast(job).reports, ask_again(job, by=owner).count) == (0, 0)


def test_who_may_not_be_sent_is_not_counted(read, owner):
    job = edit(read)
    never, held, left = Match.objects.order_by("pk")
    never.candidate.never_send = True
    never.candidate.save()
    Match.objects.filter(pk=held.pk).update(flags=["hidden_text"], flags_seen_at=None)
    assert list(outdated(job)) == [left]
    assert again_forecast(job).now == price_of_one(job) > Decimal(0)
