"""The live strip: it spares the server, stops itself, counts what is new, and says what stands in the way."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.http import urlencode

from matching.models import Job, Match, ModelCall
from matching.pipeline.claims import lead
from matching.pipeline.jobs import set_status, touch
from tests.pipeline.rows import make_server
from tests.views.conftest import HTMX
from tests.views.rows import scored, unscored


@pytest.fixture
def live(owner, client_of):
    """Asks for the strip of a job as the page does that was loaded `ago`."""

    def ask(job, *, ago: timedelta = timedelta(hours=1), tag: str = "", **more: str):
        query = urlencode({"since": (timezone.now() - ago).isoformat(), **more})
        headers = {**HTMX, **({"If-None-Match": f'"{tag}"'} if tag else {})}
        return client_of(owner).get(f"/jobs/{job.pk}/strip/?{query}", headers=headers)

    return ask


@pytest.fixture
def shown_strip(owner, client_of):
    """The address and the tag of the strip on a page that was just loaded."""

    def load(job) -> tuple[str, str]:
        page = client_of(owner).get(f"/jobs/{job.pk}/").content.decode()
        found = re.search(r'id="strip"[^>]*data-etag="(\w+)"[^>]*hx-get="([^"]+)"', page)
        return found[2].replace("&amp;", "&"), found[1]

    return load


def polls(response) -> bool:
    return "every 2s" in response.content.decode()


def test_strip_of_a_page_that_was_just_loaded_is_unchanged(job, owner, client_of, shown_strip):
    scored(job, 90)
    address, tag = shown_strip(job)
    headers = {**HTMX, "If-None-Match": f'"{tag}"'}
    response = client_of(owner).get(address, headers=headers)
    assert (response.status_code, response["ETag"], response.content) == (304, f'"{tag}"', b"")


def test_strip_is_new_after_a_change_and_counts_what_came(job, owner, client_of, shown_strip):
    scored(job, 90)
    address, tag = shown_strip(job)
    scored(job, 80)
    unscored(job)
    response = client_of(owner).get(address, headers={**HTMX, "If-None-Match": f'"{tag}"'})
    assert response.status_code == 200
    assert response.context["arrived"] == 2


def test_strip_of_another_filter_is_not_unchanged(job, live):
    scored(job, 90)
    since = {"since": "2026-01-01T00:00:00Z"}
    tag = live(job, **since).context["tag"]
    assert live(job, tag=tag, **since).status_code == 304
    assert live(job, tag=tag, band="low", **since).status_code == 200


def test_unchanged_strip_takes_few_queries(job, owner, client_of, shown_strip, django_assert_max_num_queries):
    scored(job, 90)
    address, tag = shown_strip(job)
    client = client_of(owner)
    with django_assert_max_num_queries(5):
        client.get(address, headers={**HTMX, "If-None-Match": f'"{tag}"'})


@pytest.mark.parametrize(("state", "expected"), [("waiting", True), ("screening", True), ("not_scored", False)])
def test_strip_polls_while_something_waits(job, live, state, expected):
    unscored(job, state=state, reason="timeout" if state == "not_scored" else "")
    assert polls(live(job)) is expected


def test_strip_polls_again_when_a_file_came(job, live, make_cv):
    scored(job, 90)
    assert polls(live(job)) is False
    make_cv(job, state="waiting")
    touch(job.pk)
    assert polls(live(job)) is True


def test_strip_of_a_closed_job_does_not_poll(job, live):
    unscored(job)
    set_status(job, Job.Status.CLOSED)
    assert polls(live(job)) is False


def test_results_seen_already_are_not_new(job, live):
    scored(job, 90)
    assert live(job, ago=timedelta()).context["arrived"] == 0


def test_match_that_came_and_was_scored_is_one_result(job, live):
    scored(job, 90)
    assert live(job).context["arrived"] == 1


@pytest.mark.parametrize("since", ["", "x", "2026-13-45T99:99:99Z", "2026-01-01T00:00:00", "9999-12-31T00:00:00Z"])
def test_odd_moment_counts_nothing(job, live, since):
    scored(job, 90)
    response = live(job, since=since)
    assert (response.status_code, response.context["arrived"]) == (200, 0)


def test_strip_counts(job, live, make_cv):
    scored(job, 90)
    scored(job, 55, flags=["hidden_text"])
    scored(job, 10, state=Match.State.WAITING)
    unscored(job, state="not_scored", reason="timeout")
    make_cv(job, state="waiting")
    make_cv(job, state="unreadable", reason="password")
    touch(job.pk)
    shown = " ".join(re.sub("<[^>]+>", " ", live(job).content.decode()).split())
    assert shown.startswith(
        "6 CVs 3 screened 1 waiting 1 being read 1 strong 1 possible 1 low match 1 flagged 1 not scored 1 not readable"
    )


def test_strip_marks_the_filter_that_is_set(job, live):
    scored(job, 90)
    marked = re.findall(r'aria-current="true"><b>\d+</b> (\w+)', live(job, band="strong").content.decode())
    assert marked == ["strong"]


@pytest.mark.parametrize(
    ("fault", "command"),
    [("unreachable", "<code>ollama serve</code>"), ("model_missing", "<code>ollama pull qwen2.5:7b</code>")],
)
def test_strip_says_why_matches_wait_and_what_to_do(job, live, fault, command):
    server = make_server()
    unscored(job)
    lead("reconciler", owner="here", seconds=10)
    well = live(job)
    server.fault = fault
    server.save()
    told = live(job, tag=well.context["tag"])
    assert (well.content.decode().count(command), told.content.decode().count(command)) == (0, 1)


def test_strip_of_a_job_in_which_nothing_waits_tells_no_fault(job, live):
    server = make_server()
    server.fault = "unreachable"
    server.save()
    scored(job, 90)
    assert live(job).context["fault"] is None


def test_strip_says_when_the_background_programs_do_not_run(job, live):
    unscored(job)
    assert live(job).context["offline"] is True
    lead("reconciler", owner="here", seconds=10)
    assert live(job).context["offline"] is False


def test_strip_tells_the_time_left_at_the_pace_of_the_last_calls(job, live):
    server = make_server()
    lead("reconciler", owner="here", seconds=10)
    done = scored(job, 90)
    ModelCall.objects.create(
        match=done,
        token=done.pk,
        state="done",
        server=server,
        model=server.model,
        prompt_version="screen-1",
        prefix="p",
        expected_tokens=1,
        seconds=45,
        started_at=timezone.now(),
    )
    for _ in range(4):
        unscored(job)
    assert live(job).content.decode().count("about 3 min left") == 1
