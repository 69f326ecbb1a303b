"""The list of jobs, a new job, its settings and its people."""

import pytest
from django.utils import timezone

from matching.models import Job, JobVisit
from matching.pipeline.jobs import open_job
from matching.rubric import draft, lint
from matching.schemas import Criterion, Need
from tests.pipeline.rows import make_match
from tests.product import fields_of
from tests.views.conftest import HTMX

POSTING = """Backend engineer

What you need
- At least 3 years of Python
- Strong PostgreSQL: schema design and query plans
- Docker in production

Nice to have
- Kubernetes
"""
REFUSED = "Native English speaker"


def table(*labels: str, needs: tuple[str, ...] = ()) -> dict:
    """The table of criteria as a browser sends it."""
    blank = [""] * len(labels)
    return {
        "label": list(labels),
        "need": list(needs) or ["should"] * len(labels),
        **dict.fromkeys(("low", "mid", "high", "aliases"), blank),
    }


def refusal(label: str) -> str:
    """What lint says of a label that may not be used."""
    return next(each.sentence for each in lint((Criterion("a", label),)) if each.severity == "refuse")


def labels_of(response) -> list[str]:
    return [criterion.label for criterion in response.context["editor"].criteria]


def titles_of(response) -> list[str]:
    return [job.title for job in response.context["page"]]


@pytest.mark.parametrize(
    ("who", "titles"), [("owner", ["Backend engineer"]), ("member", ["Backend engineer"]), ("stranger", [])]
)
def test_job_list_shows_own_and_shared_jobs(job, as_, who, titles):
    assert titles_of(as_(who).get("/")) == titles


def test_job_list_when_empty_has_one_next_action(stranger, client_of):
    page = client_of(stranger).get("/").content.decode()
    assert page.count('href="/jobs/new/"') == 1


@pytest.mark.parametrize(
    ("who", "show", "titles"),
    [
        ("member", "open", ["Backend engineer"]),
        ("member", "mine", []),
        ("owner", "mine", ["Backend engineer"]),
        ("owner", "closed", ["Old"]),
        ("owner", "nonsense", ["Backend engineer"]),
    ],
)
def test_job_list_by_filter(job, owner, rubric, as_, who, show, titles):
    Job.objects.filter(pk=open_job(title="Old", text="x", rubric=rubric, by=owner).pk).update(status="closed")
    assert titles_of(as_(who).get(f"/?show={show}")) == titles


def test_job_list_counts_what_is_new_since_the_last_visit(job, owner, client_of):
    make_match(job)
    JobVisit.objects.create(job=job, user=owner, seen_at=timezone.now())
    make_match(job)
    assert client_of(owner).get("/").context["new"] == {job.pk: 1}


def test_job_list_takes_as_many_queries_for_three_rows_as_for_one(job, owner, member, rubric, client_of, queries_of):
    client = client_of(owner)
    one = queries_of(client, "/")
    for title in ("Second", "Third"):
        more = open_job(title=title, text="x", rubric=rubric, by=owner)
        more.members.add(member)
        make_match(more)
    assert queries_of(client, "/") == one


def test_draft_shows_the_criteria_of_the_posting(owner, client_of):
    response = client_of(owner).post("/jobs/new/draft/", {"text": POSTING}, headers=HTMX)
    assert labels_of(response) == [criterion.label for criterion in draft(POSTING).criteria]
    assert response.context["title"] == draft(POSTING).title
    assert "<html" not in response.content.decode()


def test_draft_without_script_is_the_whole_page(owner, client_of):
    response = client_of(owner).post("/jobs/new/", {"text": POSTING, "action": "draft"})
    assert labels_of(response) == [criterion.label for criterion in draft(POSTING).criteria]
    assert response.content.decode().count("<html") == 1


def test_draft_of_an_empty_posting_has_no_criteria(owner, client_of):
    response = client_of(owner).post("/jobs/new/draft/", {"text": "  "}, headers=HTMX)
    assert response.content.decode().count("Criteria appear here") == 1


def test_draft_of_a_posting_that_is_too_long_says_so(owner, client_of):
    response = client_of(owner).post("/jobs/new/draft/", {"text": "x " * 40_000}, headers=HTMX)
    assert response.content.decode().count("The posting is over 60,000 characters.") == 1


@pytest.mark.parametrize(("address", "action"), [("draft/", ""), ("", "draft"), ("", "lock"), ("", "add")])
@pytest.mark.parametrize("text", ["-1", "²", "12 34"])
def test_posting_without_words_is_told_so(owner, client_of, address, action, text):
    response = client_of(owner).post(f"/jobs/new/{address}", {"text": text, "action": action})
    assert response.status_code == 200
    assert Job.objects.count() == 0
    assert (response.content.decode().count("The job text is empty") > 0) == (action != "add")


def test_draft_follows_the_posting_while_nothing_was_edited(owner, client_of):
    client = client_of(owner)
    first = client.post("/jobs/new/draft/", {"text": POSTING}, headers=HTMX).context["editor"]
    sent = as_posted(first)
    longer = POSTING + "- Terraform\n"
    response = client.post("/jobs/new/draft/", {"text": longer, **sent}, headers=HTMX)
    assert labels_of(response) == [criterion.label for criterion in draft(longer).criteria]


def test_draft_never_throws_edits_away(owner, client_of):
    client = client_of(owner)
    sent = as_posted(client.post("/jobs/new/draft/", {"text": POSTING}, headers=HTMX).context["editor"])
    sent["label"][0] = "Rust in production"
    response = client.post("/jobs/new/draft/", {"text": POSTING + "- Terraform\n", **sent}, headers=HTMX)
    assert labels_of(response) == sent["label"]
    assert response.context["newer"] is True


def as_posted(editor) -> dict:
    """What a browser sends back of a table that nobody touched."""
    return {
        "drafted": editor.drafted,
        "label": [criterion.label for criterion in editor.criteria],
        "need": [criterion.need.value for criterion in editor.criteria],
        "low": [criterion.low for criterion in editor.criteria],
        "mid": [criterion.mid for criterion in editor.criteria],
        "high": [criterion.high for criterion in editor.criteria],
        "aliases": [", ".join(criterion.aliases) for criterion in editor.criteria],
    }


def test_title_that_was_typed_stays(owner, client_of):
    client = client_of(owner)
    sent = {"text": POSTING, "title": "Our engineer", "drafted_title": "Backend engineer"}
    assert client.post("/jobs/new/draft/", sent, headers=HTMX).context["title"] == "Our engineer"


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize(
    ("action", "labels"),
    [
        ("add", ["A", "B", "C", ""]),
        ("remove:2", ["A", "C"]),
        ("up:3", ["A", "C", "B"]),
        ("down:1", ["B", "A", "C"]),
        ("up:1", ["A", "B", "C"]),
        ("down:3", ["A", "B", "C"]),
        ("keep", ["A", "B", "C"]),
        ("remove:9", ["A", "B", "C"]),
        ("remove:x", ["A", "B", "C"]),
    ],
)
def test_table_button(owner, client_of, headers, action, labels):
    response = client_of(owner).post("/jobs/new/", {**table("A", "B", "C"), "action": action}, headers=headers)
    assert (response.status_code, labels_of(response)) == (200, labels)


def test_table_holds_eight_criteria_at_most(owner, client_of):
    response = client_of(owner).post("/jobs/new/", {**table(*"ABCDEFGHIJ"), "action": "add"})
    assert labels_of(response) == list("ABCDEFGH")


def test_refused_criterion_takes_its_lawful_alternative(owner, client_of):
    client = client_of(owner)
    sent = table("Python", REFUSED, needs=("must", "nice"))
    response = client.post("/jobs/new/", {**sent, "action": "alternative:2"})
    assert labels_of(response) == ["Python", "Fluent English (C1 or C2)"]
    assert response.context["editor"].criteria[1].need == Need.NICE


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_lock_opens_the_job_and_leads_to_the_upload(owner, client_of, headers):
    sent = {"text": POSTING, "title": "Engineer", **table("Python", "", "SQL", needs=("must", "should", "nice"))}
    response = client_of(owner).post("/jobs/new/", {**sent, "action": "lock"}, headers=headers)
    job = Job.objects.get()
    locked = job.rubric.as_rubric()
    assert response["HX-Redirect" if headers else "Location"] == f"/jobs/{job.pk}/upload/"
    assert (job.title, job.owner, job.text) == ("Engineer", owner, POSTING.strip())
    assert [(each.id, each.label, each.need) for each in locked.criteria] == [
        ("a", "Python", Need.MUST),
        ("b", "SQL", Need.NICE),
    ]
    assert locked.duties == draft(POSTING, title="Engineer").duties


def test_lock_with_a_refused_criterion_opens_nothing(owner, client_of):
    sent = {"text": POSTING, **table("Python", REFUSED), "action": "lock"}
    response = client_of(owner).post("/jobs/new/", sent, headers=HTMX)
    assert response.status_code == 200
    assert response.context["editor"].error == f"“{REFUSED}”: {refusal(REFUSED)}"
    assert Job.objects.count() == 0


def test_lock_without_a_posting_says_what_to_do(owner, client_of):
    response = client_of(owner).post("/jobs/new/", {**table("Python"), "action": "lock"})
    assert response.context["editor"].error == "Paste the posting first: the criteria come from it."
    assert Job.objects.count() == 0


def test_lock_of_an_untouched_posting_takes_its_draft(owner, client_of):
    client_of(owner).post("/jobs/new/", {"text": POSTING, "action": "lock"})
    locked = Job.objects.get().rubric.as_rubric()
    assert [each.label for each in locked.criteria] == [each.label for each in draft(POSTING).criteria]


@pytest.mark.parametrize(("who", "status"), [("owner", 200), ("member", 200), ("stranger", 404), ("nobody", 302)])
def test_settings_page_for_everyone(job, as_, who, status):
    assert as_(who).get(f"/jobs/{job.pk}/settings/").status_code == status


@pytest.mark.parametrize(
    ("address", "data"),
    [("status/", {"status": "closed"}), ("members/", {"username": "stranger"}), ("members/{member}/remove/", {})],
)
@pytest.mark.parametrize(("who", "status"), [("owner", 302), ("member", 404), ("stranger", 404)])
def test_settings_change_for_everyone(job, people, as_, address, data, who, status):
    address = f"/jobs/{job.pk}/{address.format(member=people['member'].pk)}"
    assert as_(who).post(address, data).status_code == status


def test_job_closes_and_opens_again(job, owner, client_of):
    client = client_of(owner)
    for status in ("closed", "open"):
        client.post(f"/jobs/{job.pk}/status/", {"status": status, "next": "/?show=open"})
        job.refresh_from_db()
        assert job.status == status


def test_status_change_never_leads_to_another_site(job, owner, client_of):
    response = client_of(owner).post(f"/jobs/{job.pk}/status/", {"status": "closed", "next": "//example.org/"})
    assert response["Location"] == f"/jobs/{job.pk}/settings/"


def test_status_that_does_not_exist_changes_nothing(job, owner, client_of):
    client_of(owner).post(f"/jobs/{job.pk}/status/", {"status": "burnt"})
    job.refresh_from_db()
    assert job.status == "open"


def test_person_added_sees_the_job(job, owner, stranger, client_of):
    client_of(owner).post(f"/jobs/{job.pk}/members/", {"username": " Stranger "})
    assert client_of(stranger).get(f"/jobs/{job.pk}/settings/").status_code == 200


def test_person_removed_sees_it_no_more(job, owner, member, client_of):
    client_of(owner).post(f"/jobs/{job.pk}/members/{member.pk}/remove/")
    assert client_of(member).get(f"/jobs/{job.pk}/settings/").status_code == 404


def test_person_who_is_not_there_gets_a_sentence(job, owner, client_of):
    response = client_of(owner).post(f"/jobs/{job.pk}/members/", {"username": "ghost"})
    assert response.status_code == 200
    assert len(response.context["form"].errors["username"]) == 1


def test_settings_page_takes_as_many_queries_for_three_people_as_for_one(job, owner, people, client_of, queries_of):
    client = client_of(owner)
    one = queries_of(client, f"/jobs/{job.pk}/settings/")
    job.members.add(people["stranger"])
    assert queries_of(client, f"/jobs/{job.pk}/settings/") == one


def test_lock_pressed_twice_opens_one_job(owner, client_of):
    client = client_of(owner)
    key = fields_of(client.get("/jobs/new/").content.decode())["page"][0]
    sent = {"text": POSTING, **table("Python"), "action": "lock", "page": key}
    first, second, changed = (
        client.post("/jobs/new/", {**sent, **more})["Location"] for more in ({}, {}, {"title": "Another"})
    )
    assert (first == second, first == changed, Job.objects.count()) == (True, False, 2)


def test_lock_of_the_same_words_on_another_page_or_by_somebody_else_opens_another_job(owner, stranger, client_of):
    sent = {"text": POSTING, **table("Python"), "action": "lock"}
    pages = [(owner, "a"), (owner, "b"), (stranger, "a"), (owner, ""), (owner, "")]
    opened = {client_of(who).post("/jobs/new/", {**sent, "page": page})["Location"] for who, page in pages}
    assert (len(opened), Job.objects.count()) == (5, 5)
