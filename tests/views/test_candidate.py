"""The page of one person: documents, possible duplicates, merges; and that nobody sees more than they may."""

import uuid

import pytest
from django.utils import timezone

from matching.models import CV, Candidate, Hint, Merge
from matching.pipeline.jobs import open_job
from matching.pipeline.merging import merge
from tests.views.rows import scored, unscored


def found(text: str) -> dict:
    return {"text": text, "start": 0, "end": len(text), "value": text}


def known(match, *, name: str = "Jane Doe", email: str = "jane@doe.example", **columns):
    """The match of a document that says this of its person."""
    structure = {"name": found(name), "emails": [found(email)] if email else [], **columns.pop("structure", {})}
    CV.objects.filter(pk=match.cv_id).update(structure=structure, original_name=f"{name}.pdf", **columns)
    Candidate.objects.filter(pk=match.candidate_id).update(name=name)
    match.refresh_from_db()
    return match


def hint(one, other, *signs: str) -> Hint:
    first, second = sorted((one.cv_id, other.cv_id))
    return Hint.objects.create(one_id=first, other_id=second, signs=list(signs), likeness=0.7)


@pytest.fixture
def secret_job(stranger, rubric):
    """A job that neither the owner nor the member of `job` may see."""
    return open_job(title="Secret job", text="Secret.", rubric=rubric, by=stranger)


def page(match) -> str:
    return f"/candidates/{match.candidate_id}/"


@pytest.mark.parametrize(("who", "status"), [("owner", 200), ("member", 200), ("stranger", 404), ("nobody", 302)])
def test_candidate_page_for_everyone(job, as_, who, status):
    match = known(scored(job, 80.0))
    assert as_(who).get(page(match)).status_code == status


@pytest.mark.parametrize(("who", "status"), [("owner", 302), ("member", 302), ("stranger", 404), ("nobody", 302)])
@pytest.mark.parametrize("act", ["merge/", "not-the-same/", "never-send/"])
def test_acts_on_a_candidate_for_everyone(job, as_, who, status, act):
    one, other = known(scored(job, 80.0)), known(scored(job, 70.0), name="J. Doe")
    response = as_(who).post(page(one) + act, {"with": str(other.candidate_id), "never_send": "on"})
    assert response.status_code == status
    changed = (Merge.objects.count(), Hint.objects.count(), Candidate.objects.filter(never_send=True).count())
    assert any(changed) == (who in ("owner", "member"))


def test_candidate_that_never_was_is_not_found(job, as_):
    assert as_("owner").get(f"/candidates/{uuid.uuid4()}/").status_code == 404


def test_page_shows_what_documents_say(job, as_):
    role = {"title": "Nurse", "employer": "North Ward", "begin": "2016-03", "last": "", "open": True, "years": 10.7}
    match = known(
        scored(job, 80.0), structure={"roles": [role], "years": 10.7, "languages": [], "skills": {"ECG": 4.5}}
    )
    html = as_("owner").get(page(match)).content.decode()
    for words in ("Jane Doe", "jane@doe.example", "Nurse", "North Ward", "Mar 2016 – today", "10.7 years", "ECG 4.5"):
        assert words in html


def test_merge_moves_documents_and_undo_moves_them_back(job, as_):
    one, other = known(scored(job, 80.0)), known(scored(job, 70.0), name="Jane Miller", email="jm@mail.example")
    hint(one, other, "phone")
    client = as_("owner")
    asked = client.get(f"{page(one)}merge/?with={other.candidate_id}")
    assert [row["field"] for row in asked.context["fields"]] == ["name", "email"]
    sent = {"with": other.candidate_id, "name": other.cv_id, "email": one.cv_id}
    client.post(f"{page(one)}merge/", sent)
    kept = Candidate.objects.get(pk=one.candidate_id)
    assert (kept.name, set(kept.cvs.values_list("pk", flat=True))) == ("Jane Miller", {one.cv_id, other.cv_id})
    shown = client.get(page(one)).context
    assert [(fact["value"], fact["others"]) for fact in shown["facts"]] == [("jane@doe.example", ["jm@mail.example"])]
    client.post(f"/merges/{Merge.objects.get().pk}/undo/")
    kept.refresh_from_db()
    other.refresh_from_db()
    assert (kept.name, kept.chosen, other.candidate.name) == ("Jane Doe", {}, "Jane Miller")
    assert (other.cv.candidate_id, shown["suggestions"]) == (other.candidate_id, [])
    assert client.get(page(one)).context["suggestions"] == []


def test_merged_candidate_leads_to_whom_they_became(job, owner, as_):
    one, other = known(scored(job, 80.0)), known(scored(job, 70.0))
    merge(one.candidate, other.candidate, chosen={}, name="Jane Doe", by=owner)
    response = as_("owner").get(page(other))
    assert (response.status_code, response.url) == (302, page(one))


def test_suggestion_says_why_and_can_be_refused(job, as_):
    one, other = known(scored(job, 80.0)), known(scored(job, 70.0), name="Jane Miller")
    hint(one, other, "email", "near_text")
    client = as_("owner")
    (shown,) = client.get(page(one)).context["suggestions"]
    assert (shown["candidate"].pk, shown["signs"], shown["likeness"]) == (
        other.candidate_id,
        ["email", "near_text"],
        0.7,
    )
    client.post(f"{page(one)}not-the-same/", {"with": other.candidate_id})
    assert client.get(page(one)).context["suggestions"] == client.get(page(other)).context["suggestions"] == []


def test_page_shows_nothing_of_jobs_that_the_viewer_may_not_see(job, secret_job, owner, stranger, as_):
    mine, hidden, third = known(scored(job, 80.0)), known(scored(secret_job, 90.0)), known(scored(secret_job, 60.0))
    CV.objects.filter(pk=hidden.cv_id).update(original_name="secret.pdf")
    secret_job.members.add(owner)
    merge(mine.candidate, hidden.candidate, chosen={"email": str(hidden.cv_id)}, name="Jane Doe", by=owner)
    secret_job.members.remove(owner)
    CV.objects.filter(pk=hidden.cv_id).update(structure={"emails": [found("secret@mail.example")]})
    hint(mine, third, "phone")
    hint(hidden, third, "phone")
    shown = as_("owner").get(page(mine))
    html = shown.content.decode()
    assert [cv.pk for cv in shown.context["documents"]] == [mine.cv_id]
    assert (shown.context["suggestions"], shown.context["merges"]) == ([], [])
    assert ("secret" in html.lower(), "jane@doe.example" in html) == (False, True)
    theirs = as_("stranger").get(page(mine))
    assert [cv.pk for cv in theirs.context["documents"]] == [hidden.cv_id]


def test_merge_with_a_candidate_out_of_sight_is_not_found(job, secret_job, as_):
    mine, hidden = known(scored(job, 80.0)), known(scored(secret_job, 90.0))
    client = as_("owner")
    address = f"{page(mine)}merge/"
    assert client.get(f"{address}?with={hidden.candidate_id}").status_code == 404
    assert client.post(address, {"with": hidden.candidate_id}).status_code == 404
    assert client.get(f"{address}?with=nobody").status_code == 404
    assert client.get(f"{address}?with={mine.candidate_id}").status_code == 404


def test_undo_of_a_merge_out_of_sight_is_not_found(job, owner, as_):
    one, other = known(scored(job, 80.0)), known(scored(job, 70.0))
    row = merge(one.candidate, other.candidate, chosen={}, name="Jane Doe", by=owner)
    assert as_("stranger").post(f"/merges/{row.pk}/undo/").status_code == 404


def test_never_send_can_be_set_and_taken_back(job, owner, as_):
    match = known(scored(job, 80.0))
    client = as_("owner")
    client.post(f"{page(match)}never-send/", {"never_send": "on"})
    match.candidate.refresh_from_db()
    assert (match.candidate.never_send, match.candidate.never_send_by) == (True, owner)
    client.post(f"{page(match)}never-send/", {"never_send": ""})
    match.candidate.refresh_from_db()
    assert (match.candidate.never_send, match.candidate.never_send_by) == (False, None)
    assert list(job.events.values_list("verb", flat=True)) == ["set_never_send", "set_never_send"]


def test_rows_say_which_document_of_a_person_they_are(job, as_):
    first, second = known(scored(job, 80.0)), known(scored(job, 70.0))
    CV.objects.filter(pk=second.cv_id).update(candidate=first.candidate, created_at=timezone.now())
    second.candidate = first.candidate
    second.save()
    client = as_("owner")
    rows = client.get(f"/jobs/{job.pk}/").context["page"].object_list
    assert [(row.pk, row.nth) for row in rows] == [(first.pk, None), (second.pk, 2)]
    for address in (f"/jobs/{job.pk}/", f"/jobs/{job.pk}/upload/"):
        assert client.get(address).content.decode().count("2nd document") == 1


def test_rows_say_that_two_may_be_one_person_only_to_whom_sees_both(job, secret_job, as_):
    one, other, hidden = known(scored(job, 80.0)), known(unscored(job)), known(scored(secret_job, 90.0))
    alone = known(scored(job, 50.0), name="John Roe")
    hint(one, other, "name")
    hint(alone, hidden, "email")
    rows = as_("member").get(f"/jobs/{job.pk}/").context["page"].object_list
    assert {row.pk: row.hinted for row in rows} == {one.pk: True, other.pk: True, alone.pk: False}


def test_candidate_page_takes_as_many_queries_for_three_documents_as_for_one(job, owner, as_, queries_of):
    def make():
        mine, other = known(scored(job, 80.0)), known(scored(job, 70.0), name="Jane Miller")
        hint(mine, other, "phone")
        return mine

    client, one, three = as_("owner"), make(), make()
    for _ in range(2):
        more = make()
        merge(three.candidate, more.candidate, chosen={}, name="Jane Doe", by=owner)
    queries_of(client, page(one))
    assert queries_of(client, page(three)) == queries_of(client, page(one)) + 2  # merged files and people


@pytest.fixture
def half_seen(job, secret_job):
    """Somebody whose name comes from a document for a job that the owner may not see."""
    kept = known(scored(job, 80.0), name="J. Doe")
    other = known(scored(secret_job, 70.0), name="Jane Hidden")
    CV.objects.filter(pk=other.cv_id).update(candidate=kept.candidate_id)
    Candidate.objects.filter(pk=kept.candidate_id).update(name="Jane Hidden")
    return kept


@pytest.mark.parametrize("address", ["/candidates/{0.candidate_id}/", "/matches/{0.pk}/", "/jobs/{0.job_id}/"])
def test_name_from_a_document_that_may_not_be_seen_is_not_shown(half_seen, as_, address):
    response = as_("owner").get(address.format(half_seen)).content.decode()
    assert ("Jane Hidden" in response, "J. Doe" in response) == (False, True)
    assert Candidate.objects.get(pk=half_seen.candidate_id).name == "Jane Hidden"


def test_name_from_a_document_that_may_be_seen_is_shown(half_seen, secret_job, owner, as_):
    secret_job.members.add(owner)
    assert "Jane Hidden" in as_("owner").get(page(half_seen)).content.decode()


@pytest.mark.parametrize("act", ["merge", "not-the-same"])
def test_second_click_after_a_merge_leads_to_the_one_they_became(job, as_, owner, act):
    one, other = known(scored(job, 80.0)), known(scored(job, 70.0), name="Jane Miller")
    merge(one.candidate, other.candidate, chosen={}, name="Jane Doe", by=owner)
    client = as_("owner")
    for mine, theirs in ((one, other), (other, one)):
        answer = client.post(f"{page(mine)}{act}/", {"with": theirs.candidate_id}, follow=True)
        assert answer.redirect_chain == [(page(one), 302)]
        words = [str(message) for message in answer.context["messages"]]
        assert words == ["The two are one person already: nothing more was changed."]
    assert as_("stranger").post(f"{page(one)}{act}/", {"with": other.candidate_id}).status_code == 404
    assert client.post(f"{page(one)}{act}/", {"with": one.candidate_id}).status_code == 404


def test_never_send_of_somebody_merged_away_in_another_tab_says_that_nothing_was_changed(job, as_, owner):
    one, other = known(scored(job, 80.0)), known(scored(job, 70.0), name="Jane Miller")
    merge(one.candidate, other.candidate, chosen={}, name="Jane Doe", by=owner)
    answer = as_("owner").post(f"{page(other)}never-send/", {"never_send": "on"}, follow=True)
    assert answer.redirect_chain == [(page(one), 302)]
    words = "This person was merged with another one in the meantime: nothing was changed. Look, and do it again here."
    assert [str(message) for message in answer.context["messages"]] == [words]
