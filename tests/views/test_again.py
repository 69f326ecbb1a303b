"""Asking Claude again after a rubric edit, on the pages that offer it: who may, who is offered none, what it says."""

from dataclasses import replace

import pytest

from matching.models import Escalation, Job, Match
from matching.pipeline.jobs import lock_rubric
from tests.views.rows import assessed, cloud_call, scored


@pytest.fixture
def old(job) -> Match:
    """A match of a hybrid job whose one report by Claude is of a rubric before."""
    Job.objects.filter(pk=job.pk).update(strategy="hybrid")
    match = scored(job, 70, name="Ada")
    cloud_call(job, cost="0.009")
    assessed(match)
    lock_rubric(job, replace(job.rubric.as_rubric(), duties="Other duties."), by=job.owner)
    return match


def again(match: Match) -> str:
    return f"/jobs/{match.job_id}/claude/again/"


@pytest.mark.parametrize("more", ["", "claude/", "rubric/"])
def test_reports_of_an_older_rubric_are_offered_with_what_they_cost(as_, old, more):
    words = as_("owner").get(f"/jobs/{old.job_id}/{more}").content.decode()

    assert words.count("Ask Claude again for 1") == 1
    assert "about $0.0090 now, $0.0045 overnight" in words


@pytest.mark.parametrize("column", [{"strategy": "local"}, {"status": "closed"}])
def test_reports_of_an_older_rubric_are_offered_by_no_local_or_closed_job(as_, old, column):
    Job.objects.update(**column)

    assert "Ask Claude again" not in as_("owner").get(f"/jobs/{old.job_id}/claude/").content.decode()


@pytest.mark.parametrize(("who", "status"), [("owner", 302), ("member", 302), ("stranger", 404), ("nobody", 302)])
def test_asking_again_for_each_visitor(as_, old, who, status):
    answer = as_(who).post(again(old), {"when": "now"})

    assert answer.status_code == status
    assert Escalation.objects.filter(match=old, state="waiting").exists() == (who in {"owner", "member"})


def test_asking_again_twice_says_that_they_are_in_line(as_, old):
    client = as_("owner")
    first = client.post(again(old), follow=True).content.decode()
    second = client.post(again(old), follow=True).content.decode()

    assert ("In line for Claude." in first, "all of them are in line already" in second) == (True, True)
    assert "Ask Claude again for" not in second


def test_asking_again_tonight_is_offered_where_the_job_asks_overnight(as_, old):
    Job.objects.update(timing="overnight")
    client = as_("owner")
    words = client.get(f"/jobs/{old.job_id}/").content.decode()
    client.post(again(old), {"when": "tonight"})

    assert "Ask Claude again for 1 tonight" in words
    assert Escalation.objects.get(match=old).asked_by is None
