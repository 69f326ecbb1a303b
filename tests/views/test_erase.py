"""Erasing on the pages: who may, what is asked first, and what is shown afterwards."""

import pytest

from matching.models import CV, Candidate, EgressReceipt, Job
from matching.pipeline.jobs import open_job
from matching.pipeline.merging import merge
from matching.pipeline.standing import standing
from tests.product import fields_of
from tests.views.rows import assessed, scored
from tests.views.test_candidate import known, page


def erase_page(match) -> str:
    return f"{page(match)}erase/"


def document_page(match) -> str:
    return f"/cvs/{match.cv_id}/erase/"


@pytest.fixture
def two(job, owner):
    """A person with two documents for one job."""
    one, other = known(scored(job, 80.0)), known(scored(job, 70.0), name="Jane Miller")
    merge(one.candidate, other.candidate, chosen={}, name="Jane Doe", by=owner)
    return one, other


@pytest.mark.parametrize("place", [erase_page, document_page])
@pytest.mark.parametrize(("who", "status"), [("owner", 200), ("member", 404), ("stranger", 404), ("nobody", 302)])
def test_question_for_everyone(job, as_, who, status, place):
    assert as_(who).get(place(known(scored(job, 80.0)))).status_code == status


@pytest.mark.parametrize("place", [erase_page, document_page])
@pytest.mark.parametrize("who", ["owner", "member", "stranger", "nobody"])
def test_act_for_everyone(job, as_, who, place):
    match = known(scored(job, 80.0))
    response = as_(who).post(place(match))
    assert response.status_code == {"owner": 302, "nobody": 302}.get(who, 404)
    assert Candidate.objects.count() == CV.objects.count() == (0 if who == "owner" else 1)


def test_somebody_also_in_a_job_that_the_owner_may_not_see_is_not_erased(job, as_, stranger, rubric, owner):
    one = known(scored(job, 80.0))
    other = known(scored(open_job(title="Secret", text="Secret.", rubric=rubric, by=stranger), 70.0))
    merge(one.candidate, other.candidate, chosen={}, name="Jane Doe", by=owner)
    client = as_("owner")
    assert client.post(erase_page(one)).status_code == 404
    html = client.get(page(one)).content.decode()
    assert ("Erase for good" in html, "Only somebody who may see every job" in html) == (False, True)
    assert client.post(document_page(one)).status_code == 302
    assert list(CV.objects.all()) == [other.cv]


def test_member_of_one_job_who_owns_the_other_may_erase(job, as_, member, rubric, owner):
    one = known(scored(job, 80.0))
    other = known(scored(open_job(title="Own", text="Own.", rubric=rubric, by=member), 70.0))
    merge(one.candidate, other.candidate, chosen={}, name="Jane Doe", by=member)
    assert as_("owner").post(erase_page(one)).status_code == 404
    assert as_("member").post(erase_page(one)).status_code == 302
    assert CV.objects.count() == 0


def test_question_names_files_scores_receipts_and_takes_nothing_yet(two, as_):
    assessed(two[0])
    context = as_("owner").get(erase_page(two[0])).context
    assert [cv.original_name for cv in context["going"]] == ["Jane Doe.pdf", "Jane Miller.pdf"]
    assert (context["count"], context["scores"], context["receipts"]) == (2, 2, 1)
    assert CV.objects.count() == 2


def test_page_of_the_person_asks_in_a_dialog_and_leads_to_the_same_question(two, as_):
    html = as_("owner").get(page(two[0])).content.decode()
    link = f'href="{erase_page(two[0])}" data-dialog="erase"'
    form = f'<form method="post" action="{erase_page(two[0])}">'
    assert [html.count(part) for part in (link, '<dialog id="erase"', form)] == [1, 1, 1]
    assert [html.count(f'href="{document_page(match)}"') for match in two] == [1, 1]


def test_page_of_somebody_erased_says_so_and_keeps_the_receipts(two, as_, owner):
    match = two[0]
    assessed(match)
    client = as_("owner")
    answer = client.post(erase_page(match), follow=True)
    assert answer.redirect_chain == [(page(match), 302)]
    assert [str(message) for message in answer.context["messages"]] == [
        "Erased for good: 2 documents with all that came of them."
    ]
    html = answer.content.decode()
    receipt = EgressReceipt.objects.get()
    assert (html.count(f"/receipts/{receipt.pk}/"), "Jane" in html, "by owner" in html) == (1, False, True)
    sent = client.get(f"/receipts/{receipt.pk}/").json()
    assert (sent["payload"], sent["sha256"], sent["tokens"]["prompt"]) == (None, receipt.sha256, 5000)


@pytest.mark.parametrize(("who", "status"), [("owner", 200), ("member", 200), ("stranger", 404), ("nobody", 302)])
def test_page_of_somebody_erased_for_everyone(job, as_, who, status):
    match = known(scored(job, 80.0))
    as_("owner").post(erase_page(match))
    assert as_(who).get(page(match)).status_code == status


def test_erased_row_is_off_the_shortlist_and_its_counts(two, job, as_):
    client = as_("owner")
    assert client.get(f"/jobs/{job.pk}/").content.decode().count('id="row-') == 2
    client.post(document_page(two[1]))
    assert client.get(f"/jobs/{job.pk}/").content.decode().count('id="row-') == 1
    client.post(erase_page(two[0]))
    html = client.get(f"/jobs/{job.pk}/").content.decode()
    assert (html.count('id="row-'), standing(Job.objects.get(pk=job.pk)).tally["matches"]) == (0, 0)


def test_unread_file_is_erased_from_its_own_page_and_leads_back_to_the_files(job, as_, make_cv):
    cv = make_cv(job, state="unreadable", name="Jane Doe.pdf", reason="damaged")
    client = as_("owner")
    assert "Jane Doe.pdf" in client.get(f"/cvs/{cv.pk}/erase/").content.decode()
    assert client.post(f"/cvs/{cv.pk}/erase/").headers["Location"] == f"/jobs/{job.pk}/upload/"
    assert CV.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "file"),
    [("Jane Doe", "CV_Jane_Doe.pdf"), ("Jörg Weiß", "LEBENSLAUF JORG WEISS.pdf"), ("Işık Kaya", "KAYA IŞIK.pdf")],
)
def test_unread_files_with_the_name_are_named_in_the_question(job, as_, make_cv, name, file):
    match = known(scored(job, 80.0), name=name)
    cv = make_cv(job, state="unreadable", name=file, reason="password")
    context = as_("owner").get(erase_page(match)).context
    assert context["perhaps"] == [cv]


def said(answer) -> list[str]:
    return [str(message) for message in answer.context["messages"]]


@pytest.mark.parametrize("method", ["get", "post"])
def test_second_click_on_erase_leads_to_what_stays(job, as_, method):
    match = known(scored(job, 80.0))
    client = as_("owner")
    client.post(erase_page(match), follow=True)
    answer = getattr(client, method)(erase_page(match), follow=True)
    assert answer.redirect_chain == [(page(match), 302)]
    assert said(answer) == ["This person was erased already: nothing more was changed."]


def test_second_click_of_a_stranger_is_told_nothing(job, as_):
    match = known(scored(job, 80.0))
    as_("owner").post(erase_page(match))
    assert as_("stranger").post(erase_page(match)).status_code == 404


def test_erase_of_somebody_merged_away_in_another_tab_takes_nobody(job, as_, owner):
    one, other = known(scored(job, 80.0)), known(scored(job, 70.0), name="Jane Miller")
    client = as_("owner")
    merge(one.candidate, other.candidate, chosen={}, name="Jane Doe", by=owner)
    answer = client.post(erase_page(other), follow=True)
    assert answer.redirect_chain == [(page(one), 302)]
    assert said(answer) == [
        "This person was merged with another one in the meantime: nothing was changed. Look, and do it again here."
    ]
    assert CV.objects.count() == 2


def test_question_is_asked_again_when_more_would_go_than_it_named(job, as_, owner):
    one, other = known(scored(job, 80.0)), known(scored(job, 70.0), name="Jane Miller")
    client = as_("owner")
    asked = fields_of(client.get(erase_page(one)).content.decode())
    merge(one.candidate, other.candidate, chosen={}, name="Jane Doe", by=owner)
    answer = client.post(erase_page(one), {"going": asked["going"]})
    assert (answer.status_code, answer.context["count"], CV.objects.count()) == (200, 2, 2)
    assert said(answer) == ["Their documents are not those that you were asked about: nothing was erased. Look again."]
    again = fields_of(answer.content.decode())
    assert client.post(erase_page(one), {"going": again["going"]}).status_code == 302
    assert CV.objects.count() == 0


def test_document_that_became_the_last_one_in_another_tab_is_asked_about_again(two, as_):
    client = as_("owner")
    asked = fields_of(client.get(document_page(two[1])).content.decode())
    client.post(document_page(two[0]))
    answer = client.post(document_page(two[1]), {"going": asked["going"]})
    assert (answer.status_code, "name, addresses and numbers" in answer.content.decode()) == (200, True)
    assert CV.objects.count() == 1


def test_document_that_is_gone_says_that_nothing_was_changed(two, as_):
    client = as_("owner")
    client.post(document_page(two[0]))
    answer = client.post(document_page(two[0]))
    assert (answer.status_code, "What you sent changed nothing" in answer.content.decode()) == (404, True)
    shown = client.get(document_page(two[0]))
    assert (shown.status_code, "What you sent changed nothing" in shown.content.decode()) == (404, False)
