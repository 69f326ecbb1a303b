"""The shortlist: its order, its filters, its parts, and who may see it."""

import re
from dataclasses import replace

import pytest

from matching.models import CV, Job, JobVisit, Match
from matching.pipeline.jobs import lock_rubric, set_status, touch
from tests.views.conftest import HTMX
from tests.views.rows import scored, unscored

BACK = {**HTMX, "HX-History-Restore-Request": "true"}


def address(job, more: str = "") -> str:
    return f"/jobs/{job.pk}/{more}"


def names(response) -> list[str]:
    return [match.candidate.name for match in response.context["page"]]


def text_of(response) -> str:
    """What a person reads of a page, in one line."""
    return " ".join(re.sub("<[^>]+>", " ", response.content.decode()).split())


@pytest.fixture
def ranked(job):
    """Four scored matches, two of them too close to tell apart, and two that only the estimate knows."""
    scored(job, 90, name="Ada")
    scored(job, 89.5, name="Ben")
    scored(job, 60, name="Cem", borderline=True)
    scored(job, 20, name="Dia")
    unscored(job, name="Eli", estimate=70)
    unscored(job, name="Fay", estimate=40, state="not_scored", reason="timeout")
    return job


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize(("who", "status"), [("owner", 200), ("member", 200), ("stranger", 404), ("nobody", 302)])
@pytest.mark.parametrize("page", ["", "strip/"])
def test_shortlist_for_everyone(ranked, as_, who, status, page, headers):
    assert as_(who).get(address(ranked, page), headers=headers).status_code == status


def test_matches_are_ranked_and_close_ones_share_a_rank(ranked, owner, client_of):
    response = client_of(owner).get(address(ranked))
    assert names(response) == ["Ada", "Ben", "Cem", "Dia", "Eli", "Fay"]
    assert [match.rank for match in response.context["page"]] == ["1=", "1=", "3", "4", "5", "6"]


def test_ranks_stay_those_of_the_whole_job_under_a_filter(ranked, owner, client_of):
    response = client_of(owner).get(address(ranked, "?band=low"))
    assert [(match.candidate.name, match.rank) for match in response.context["page"]] == [("Dia", "4")]


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("band=strong", ["Ada", "Ben"]),
        ("band=possible", ["Cem"]),
        ("band=nonsense", ["Ada", "Ben", "Cem", "Dia", "Eli", "Fay"]),
        ("state=scored", ["Ada", "Ben", "Cem", "Dia"]),
        ("state=waiting", ["Eli"]),
        ("state=not_scored", ["Fay"]),
        ("state=stale", []),
        ("flag=any", ["Ben", "Dia"]),
        ("flag=hidden_text", ["Ben"]),
        ("text=di", ["Dia"]),
        ("text=KUBERNETES", ["Ada", "Ben", "Cem", "Dia"]),
        ("text=%00", ["Ada", "Ben", "Cem", "Dia", "Eli", "Fay"]),
        ("band=strong&flag=any", ["Ben"]),
    ],
)
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_filter_shows(ranked, owner, client_of, query, shown, headers):
    Match.objects.filter(candidate__name="Ben").update(flags=["hidden_text"])
    Match.objects.filter(candidate__name="Dia").update(flags=["score_jump"])
    touch(ranked.pk)
    assert names(client_of(owner).get(address(ranked, f"?{query}"), headers=headers)) == shown


def test_htmx_gets_the_table_and_the_strip_alone(ranked, owner, client_of):
    response = client_of(owner).get(address(ranked, "?band=strong"), headers=HTMX)
    page = response.content.decode()
    assert re.findall(r'<(?:div|section|form) id="(\w+)"', page) == ["table", "strip"]
    assert (page.count("<html"), page.count('hx-swap-oob="true"')) == (0, 1)
    assert response["Vary"].split(", ")[:3] == ["HX-Request", "HX-Target", "HX-History-Restore-Request"]


def test_going_back_gets_the_whole_page(ranked, owner, client_of):
    page = client_of(owner).get(address(ranked), headers=BACK).content.decode()
    assert (page.count("<html"), page.count("hx-swap-oob")) == (1, 0)


def test_closing_a_match_gets_an_empty_pane_alone(ranked, owner, client_of):
    page = client_of(owner).get(address(ranked), headers={**HTMX, "HX-Target": "pane"}).content.decode()
    assert re.findall(r'id="(\w+)"', page) == ["pane"]


def test_address_after_a_filter_holds_only_what_is_set(ranked, owner, client_of):
    response = client_of(owner).get(address(ranked, "?text=&band=strong&state=&flag=&page=1"), headers=HTMX)
    assert response["HX-Replace-Url"] == address(ranked, "?band=strong")


def test_address_after_a_filter_keeps_the_open_match_and_its_tab(ranked, owner, client_of):
    there = f"/matches/{Match.objects.get(candidate__name='Ada').pk}/"
    headers = {**HTMX, "HX-Current-URL": f"http://testserver{there}?tab=cv&band=low"}
    response = client_of(owner).get(address(ranked, "?flag=any"), headers=headers)
    assert response["HX-Replace-Url"] == f"{there}?flag=any&tab=cv"


def test_rows_and_pages_carry_the_filter(job, owner, client_of):
    for number in range(101):
        scored(job, 90, name=f"Person {number}")
    client = client_of(owner)
    first, second = (client.get(address(job, f"?band=strong&page={page}")) for page in (1, 2))
    assert (len(first.context["page"]), len(second.context["page"])) == (100, 1)
    links = re.findall(r'class="name cut"[^>]*href="([^"]+)"', first.content.decode())
    assert {link.partition("?")[2] for link in links} == {"band=strong"}
    assert second.content.decode().count('href="?band=strong&amp;page=1"') == 1


def test_page_that_does_not_exist_is_the_last_one(ranked, owner, client_of):
    assert len(names(client_of(owner).get(address(ranked, "?page=99")))) == 6


@pytest.mark.parametrize("more", ["", "?band=strong", "?text=a", "strip/?since=2026-01-01T00:00:00Z"])
def test_shortlist_takes_as_many_queries_for_three_rows_as_for_one(job, owner, client_of, queries_of, more):
    scored(job, 90, name="Anna")
    client = client_of(owner)
    client.get(address(job))
    touch(job.pk)
    one = queries_of(client, address(job, more))
    scored(job, 80, name="Tamara")
    scored(job, 78, name="Barbara")
    assert queries_of(client, address(job, more)) == one


def test_match_of_an_older_rubric_is_stale_and_shows_its_own_criteria(job, owner, rubric, client_of):
    old = scored(job, 90, name="Ada")
    changed = replace(rubric, criteria=(replace(rubric.criteria[0], label="Cobol"), *rubric.criteria[1:]))
    lock_rubric(job, changed, by=owner)
    job.refresh_from_db()
    scored(job, 80, name="Ben")
    client = client_of(owner)
    response = client.get(address(job))
    shown = [(row.candidate.name, row.stale, row.criteria[0].label) for row in response.context["page"]]
    assert shown == [("Ada", True, "Python backend"), ("Ben", False, "Cobol")]
    assert text_of(response).count("1 score is from an older rubric") == 1
    assert names(client.get(address(job, "?state=stale"))) == [old.candidate.name]


def test_match_that_was_not_scored_gives_its_reason_without_a_promise(ranked, owner, client_of):
    shown = text_of(client_of(owner).get(address(ranked, "?state=not_scored"), headers=HTMX))
    assert shown.count("Not scored The model took too long.") == 1
    assert shown.count("tried once more") == 0


def test_match_that_waits_for_another_try_says_why(job, owner, client_of):
    unscored(job, reason="runner_stopped")
    assert text_of(client_of(owner).get(address(job))).count("The model stopped in the middle of its work.") == 1


def test_text_of_a_model_is_shown_as_text(job, owner, client_of):
    scored(job, 90, name="<i>Ada</i>", why="<script>alert(1)</script>", gap="<b>none</b>")
    page = client_of(owner).get(address(job)).content.decode()
    assert re.findall("<i>|<script>alert|<b>none", page) == []
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 1


def test_estimate_is_labelled_as_such(job, owner, client_of):
    unscored(job, name="Ada", features={"matched": ["Python", "work"], "missing": ["PostgreSQL", "postgres"]})
    shown = text_of(client_of(owner).get(address(job)))
    assert shown.count("quick estimate") == 2
    assert shown.count("Found: Python Not found: PostgreSQL") == 1


@pytest.mark.parametrize(("headers", "visits"), [({}, 1), (HTMX, 0)])
def test_visit_is_noted_for_the_page_and_not_for_its_parts(ranked, owner, client_of, headers, visits):
    client_of(owner).get(address(ranked), headers=headers)
    assert JobVisit.objects.filter(user=owner).count() == visits


def test_empty_job_has_the_box_to_drop_into(job, owner, client_of):
    response = client_of(owner).get(address(job))
    assert text_of(response).count("No CVs yet") == 1
    assert response.content.decode().count(f'action="/jobs/{job.pk}/upload/"') == 1


@pytest.mark.parametrize(
    ("state", "heading"), [("waiting", "The first CVs are being read"), ("unreadable", "No CV could be read")]
)
def test_job_without_a_match_says_where_its_files_are(job, owner, client_of, make_cv, state, heading):
    make_cv(job, state=state, reason="password")
    assert text_of(client_of(owner).get(address(job))).count(heading) == 1


def test_filter_that_fits_nothing_leads_back(ranked, owner, client_of):
    response = client_of(owner).get(address(ranked, "?text=zzz"))
    assert text_of(response).count("No match fits this filter") == 1
    assert text_of(response).count("show all 6") == 1


def test_unreadable_files_are_counted_and_lead_to_their_page(ranked, owner, client_of, make_cv):
    make_cv(ranked, state=CV.State.UNREADABLE, reason="password")
    touch(ranked.pk)
    page = client_of(owner).get(address(ranked)).content.decode()
    assert re.findall(r'href="([^"]+)"><b>1</b> not readable', page) == [address(ranked, "upload/?show=unreadable")]


def test_closed_job_says_so_and_takes_no_files(ranked, owner, client_of):
    set_status(ranked, Job.Status.CLOSED)
    response = client_of(owner).get(address(ranked))
    assert text_of(response).count("1 match waits until its owner opens it again.") == 1
    assert response.content.decode().count('id="drop"') == 0
