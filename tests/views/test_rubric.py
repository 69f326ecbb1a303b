"""The rubric's page: editing, locking, versions, scoring again."""

import pytest

from matching.models import Match
from matching.pipeline.jobs import lock_rubric
from matching.rubric import changes, lint
from matching.schemas import Criterion, Rubric
from tests.pipeline.rows import make_match
from tests.views.conftest import HTMX

REFUSED = "Native English speaker"
BLANK = {name: [""] * 2 for name in ("low", "mid", "high", "aliases")}


@pytest.fixture
def sent(job):
    """Two criteria as a browser sends them, based on the version in force."""
    job.refresh_from_db()
    return {"based_on": job.rubric.version, "label": ["Python", "Go"], "need": ["must", "nice"], **BLANK}


@pytest.mark.parametrize(("who", "status"), [("owner", 200), ("member", 200), ("stranger", 404), ("nobody", 302)])
def test_rubric_page_for_everyone(job, as_, who, status):
    assert as_(who).get(f"/jobs/{job.pk}/rubric/").status_code == status


@pytest.mark.parametrize(("who", "status"), [("owner", 302), ("member", 302), ("stranger", 404), ("nobody", 302)])
def test_rubric_lock_for_everyone(job, sent, as_, who, status):
    response = as_(who).post(f"/jobs/{job.pk}/rubric/", {**sent, "action": "lock"})
    assert response.status_code == status
    assert job.rubrics.count() == (2 if who in {"owner", "member"} else 1)


def test_rubric_page_shows_the_version_in_force(job, owner, rubric, client_of):
    editor = client_of(owner).get(f"/jobs/{job.pk}/rubric/").context["editor"]
    assert editor.criteria == rubric.criteria
    assert editor.edited is False


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_lock_makes_the_next_version_with_the_same_duties(job, sent, owner, rubric, client_of, headers):
    response = client_of(owner).post(f"/jobs/{job.pk}/rubric/", {**sent, "action": "lock"}, headers=headers)
    job.refresh_from_db()
    assert response["HX-Redirect" if headers else "Location"] == f"/jobs/{job.pk}/rubric/"
    assert (job.rubric.number, job.rubric.duties) == (2, rubric.duties)
    assert [each["label"] for each in job.rubric.criteria] == ["Python", "Go"]


def test_lock_of_the_same_criteria_makes_no_version(job, owner, client_of):
    client = client_of(owner)
    editor = client.get(f"/jobs/{job.pk}/rubric/").context["editor"]
    job.refresh_from_db()
    sent = {
        "based_on": job.rubric.version,
        "label": [each.label for each in editor.criteria],
        "need": [each.need.value for each in editor.criteria],
        "low": [each.low for each in editor.criteria],
        "mid": [each.mid for each in editor.criteria],
        "high": [each.high for each in editor.criteria],
        "aliases": [", ".join(each.aliases) for each in editor.criteria],
    }
    client.post(f"/jobs/{job.pk}/rubric/", {**sent, "action": "lock"})
    assert job.rubrics.count() == 1


def test_lock_over_a_version_that_came_meanwhile_asks_first(job, sent, owner, member, client_of):
    lock_rubric(job, Rubric("Backend engineer", (Criterion("a", "Java"),)), by=member)
    response = client_of(owner).post(f"/jobs/{job.pk}/rubric/", {**sent, "action": "lock"}, headers=HTMX)
    assert response.context["editor"].error.startswith("Version 2 was locked meanwhile.")
    assert [each.label for each in response.context["editor"].criteria] == ["Python", "Go"]
    assert job.rubrics.count() == 2


def test_lock_with_a_refused_criterion_makes_no_version(job, sent, owner, client_of):
    sent["label"][1] = REFUSED
    response = client_of(owner).post(f"/jobs/{job.pk}/rubric/", {**sent, "action": "lock"}, headers=HTMX)
    assert response.status_code == 200
    refusal = next(each.sentence for each in lint((Criterion("a", REFUSED),)) if each.severity == "refuse")
    assert response.context["editor"].error == f"“{REFUSED}”: {refusal}"
    assert job.rubrics.count() == 1


def test_lock_without_criteria_makes_no_version(job, sent, owner, client_of):
    sent["label"] = ["", ""]
    response = client_of(owner).post(f"/jobs/{job.pk}/rubric/", {**sent, "action": "lock"})
    assert response.context["editor"].error.startswith("A rubric needs at least one criterion")


def test_reset_brings_the_version_in_force_back(job, sent, owner, rubric, client_of):
    response = client_of(owner).post(f"/jobs/{job.pk}/rubric/", {**sent, "action": "reset"}, headers=HTMX)
    assert response.context["editor"].criteria == rubric.criteria


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_remove_button_of_the_rubric(job, sent, owner, client_of, headers):
    response = client_of(owner).post(f"/jobs/{job.pk}/rubric/", {**sent, "action": "remove:1"}, headers=headers)
    assert [each.label for each in response.context["editor"].criteria] == ["Go"]
    assert ("<html" in response.content.decode()) == (not headers)


def test_history_says_what_each_version_changed(job, owner, rubric, client_of):
    newer = Rubric(rubric.title, rubric.criteria[:2], rubric.duties)
    lock_rubric(job, newer, by=owner)
    history = client_of(owner).get(f"/jobs/{job.pk}/rubric/").context["history"]
    assert [(version.number, tuple(differences)) for version, differences in history] == [
        (2, changes(rubric, newer)),
        (1, ()),
    ]


def test_rubric_page_takes_as_many_queries_for_three_versions_as_for_one(job, owner, rubric, client_of, queries_of):
    client = client_of(owner)
    one = queries_of(client, f"/jobs/{job.pk}/rubric/")
    for kept in (2, 1):
        lock_rubric(job, Rubric(rubric.title, rubric.criteria[:kept], rubric.duties), by=owner)
    assert queries_of(client, f"/jobs/{job.pk}/rubric/") == one


def test_lint_speaks_of_each_row(owner, client_of):
    labels = ["Python", REFUSED]
    response = client_of(owner).post("/jobs/lint/", {"label": labels, "need": ["must", "must"], **BLANK}, headers=HTMX)
    page = response.content.decode()
    assert [row.refused for row in response.context["editor"].rows] == [False, True]
    assert (page.count("hx-swap-oob"), page.count("Cannot be used.")) == (2, 1)


def test_lint_when_signed_out_leads_to_sign_in(as_):
    assert as_("nobody").post("/jobs/lint/", {}).status_code == 302


def stale_match(job) -> Match:
    job.refresh_from_db()
    match = make_match(job, state="screened", band="strong", score=80.0, uncertainty=3.0, rubric=job.rubric)
    lock_rubric(job, Rubric("Backend engineer", (Criterion("a", "Java"),)), by=job.owner)
    return match


def test_stale_scores_are_offered_to_be_scored_again(job, owner, client_of):
    stale_match(job)
    page = client_of(owner).get(f"/jobs/{job.pk}/rubric/")
    assert page.context["forecast"].matches == 1
    assert page.content.decode().count("Score 1 again") == 1


@pytest.mark.parametrize(
    ("who", "status", "state"), [("owner", 302, "waiting"), ("member", 302, "waiting"), ("stranger", 404, "screened")]
)
def test_rescore_for_everyone(job, as_, who, status, state):
    match = stale_match(job)
    assert as_(who).post(f"/jobs/{job.pk}/rescore/").status_code == status
    match.refresh_from_db()
    assert (match.state, match.score) == (state, 80.0)


def test_rescore_of_a_closed_job_is_not_there(job, owner, client_of):
    match = stale_match(job)
    type(job).objects.filter(pk=job.pk).update(status="closed")
    assert client_of(owner).post(f"/jobs/{job.pk}/rescore/").status_code == 404
    match.refresh_from_db()
    assert match.state == "screened"
