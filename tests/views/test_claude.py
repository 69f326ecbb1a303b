"""The page of a job's second reader, and what a person asks of it: who may, what is refused, what is kept."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from matching.models import AuditEvent, CloudBatch, Escalation, Job, Lease, Match, Override
from matching.pipeline.jobs import touch
from tests.views.conftest import HTMX
from tests.views.rows import assessed, cloud_call, scored, unscored

VISITORS = [("owner", 200), ("member", 200), ("stranger", 404), ("nobody", 302)]
FIELDS = {
    "strategy": "hybrid",
    "share": "20",
    "audit_share": "3",
    "budget_usd": "5",
    "timing": "now",
    "cloud_model": "",
}


def page(job: Job, more: str = "") -> str:
    return f"/jobs/{job.pk}/claude/{more}"


@pytest.mark.parametrize(("who", "status"), VISITORS)
@pytest.mark.parametrize("more", ["", "outlook/"])
def test_claude_for_each_visitor(as_, job, who, status, more):
    assert as_(who).get(page(job, more)).status_code == status


@pytest.mark.parametrize(("who", "status"), [("owner", 302), ("member", 404), ("stranger", 404)])
def test_claude_is_changed_by_the_owner_alone(as_, job, who, status):
    answer = as_(who).post(page(job), FIELDS)
    job.refresh_from_db()

    assert answer.status_code == status
    assert (job.strategy == "hybrid") == (who == "owner")


def test_claude_keeps_what_was_typed(as_, job):
    given = {"strategy": "cloud", "share": "15", "audit_share": "2.5", "budget_usd": "2.50", "timing": "overnight"}
    as_("owner").post(page(job), {**FIELDS, **given, "cloud_model": "claude-haiku-5-5"})
    job.refresh_from_db()

    assert (job.strategy, job.share, job.audit_share) == ("cloud", Decimal("0.15"), Decimal("0.025"))
    assert (job.budget_usd, job.timing, job.cloud_model) == (Decimal("2.50"), "overnight", "claude-haiku-5-5")
    assert AuditEvent.objects.filter(job=job).exists()


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"share": "101"}, "share"),
        ({"share": "x"}, "share"),
        ({"budget_usd": "-1"}, "budget_usd"),
        ({"budget_usd": "NaN"}, "budget_usd"),
        ({"budget_usd": "Infinity"}, "budget_usd"),
        ({"budget_usd": "1e999"}, "budget_usd"),
        ({"audit_share": "-0.01"}, "audit_share"),
        ({"timing": "never"}, "timing"),
        ({"strategy": "moon"}, "strategy"),
        ({"cloud_model": "claude-3-5-haiku-latest"}, "cloud_model"),
        ({"cloud_model": "gpt-9"}, "cloud_model"),
        ({"cloud_model": "other", "input_price": "1", "output_price": "2"}, "other_model"),
        ({"cloud_model": "other", "other_model": "claude-next", "input_price": "1"}, "output_price"),
    ],
)
def test_claude_refuses_what_cannot_be(as_, job, given, field):
    answer = as_("owner").post(page(job), {**FIELDS, **given})
    job.refresh_from_db()

    assert (answer.status_code, list(answer.context["form"].errors)) == (200, [field])
    assert "Nothing was saved." in answer.content.decode()
    assert job.strategy == "local"


def test_claude_takes_a_model_of_any_name_with_its_prices(as_, job):
    other = {"cloud_model": "other", "other_model": "claude-next", "input_price": "1.5", "output_price": "7"}
    as_("owner").post(page(job), {**FIELDS, **other})
    job.refresh_from_db()

    assert (job.cloud_model, job.cloud_input_price, job.cloud_output_price) == (
        "claude-next",
        Decimal("1.5"),
        Decimal("7"),
    )


def test_claude_tells_each_reason_with_its_count(as_, hybrid):
    assessed(scored(hybrid, 90))
    assessed(scored(hybrid, 80))
    Escalation.objects.filter(match=scored(hybrid, 30)).update(why="below")

    assert as_("owner").get(page(hybrid)).context["reasons"] == [("top", 2)]


def test_outlook_tells_number_and_cost_of_a_share(as_, hybrid):
    for score in range(40, 100):
        scored(hybrid, score)
    cloud_call(hybrid, cost="0.01")

    found = as_("owner").get(page(hybrid, "outlook/?share=20"), headers=HTMX).context["outlook"]

    assert found.of == 60
    assert found.outlook.share == 0.2
    assert found.outlook.cost_now == found.outlook.number * Decimal("0.01")
    assert found.outlook.cost_batch == found.outlook.cost_now / 2
    assert found.outlook.kept is None


@pytest.mark.parametrize(("model", "words"), [("claude-3-5-haiku-latest", 2), ("claude-haiku-4-5", 0)])
def test_outlook_of_a_model_that_cannot_be_called_names_no_cost(as_, hybrid, model, words):
    Job.objects.filter(pk=hybrid.pk).update(cloud_model=model)
    scored(hybrid, 80)

    html = as_("owner").get(page(hybrid, "outlook/?share=20"), headers=HTMX).content.decode()

    assert (html.count("not known"), html.count("<b>$0")) == (words, 0 if words else 2)


def test_outlook_of_a_cloud_job_is_that_of_everybody(as_, hybrid):
    Job.objects.filter(pk=hybrid.pk).update(strategy="cloud")
    for _ in range(3):
        unscored(hybrid, state="passed_on")
    cloud_call(hybrid, cost="0.01")

    answer = as_("owner").get(page(hybrid, "outlook/?share=20"), headers=HTMX)

    assert answer.context["outlook"].outlook.cost_now == Decimal("0.03")
    assert "everybody in cloud mode, whatever the share" in answer.content.decode()


@pytest.mark.parametrize("share", ["-1", "x", "9999", ""])
def test_outlook_of_an_odd_share_is_that_of_the_job(as_, hybrid, share):
    assert as_("owner").get(page(hybrid, f"outlook/?share={share}")).context["outlook"].outlook.share == 0.2


@pytest.mark.parametrize(("who", "status"), [("owner", 302), ("member", 302), ("stranger", 404), ("nobody", 302)])
def test_ask_for_each_visitor(as_, match, who, status):
    answer = as_(who).post(f"/matches/{match.pk}/ask/")

    assert answer.status_code == status
    assert Escalation.objects.filter(match=match, state="waiting").exists() == (who in {"owner", "member"})


def test_ask_in_local_mode_is_refused(as_, job):
    match = scored(job, 70)

    answer = as_("owner").post(f"/matches/{match.pk}/ask/", follow=True)

    assert "This job is in local mode" in answer.content.decode()
    assert not Escalation.objects.exists()


def test_ask_about_one_criterion(as_, match):
    as_("owner").post(f"/matches/{match.pk}/ask/b/")

    assert Escalation.objects.get(match=match).criterion == "b"


def test_ask_about_a_criterion_that_is_none(as_, match):
    assert as_("owner").post(f"/matches/{match.pk}/ask/q/").status_code == 404


def test_ask_about_marked_ones_leaves_the_others(as_, hybrid, match):
    other, third = scored(hybrid, 60), scored(hybrid, 50)

    as_("owner").post(page(hybrid, "ask/"), {"m": [str(match.pk), str(other.pk), "no id"]})

    assert set(Escalation.objects.values_list("match", flat=True)) == {match.pk, other.pk}
    assert not Escalation.objects.filter(match=third).exists()


def test_ask_about_marked_ones_of_another_job_asks_nothing(as_, hybrid, stranger, rubric):
    foreign = scored(Job.objects.create(title="x", owner=stranger, rubric=hybrid.rubric, strategy="hybrid"), 60)

    as_("owner").post(page(hybrid, "ask/"), {"m": [str(foreign.pk)]})

    assert not Escalation.objects.exists()


@pytest.mark.parametrize(("who", "status"), [("owner", 302), ("member", 302), ("stranger", 404), ("nobody", 302)])
def test_override_for_each_visitor(as_, match, who, status):
    assessed(match)

    answer = as_(who).post(f"/matches/{match.pk}/level/a/", {"level": "4", "note": "Led it"})

    assert answer.status_code == status
    assert Override.objects.filter(match=match, level=4).exists() == (who in {"owner", "member"})


def test_override_changes_the_score_and_can_be_taken_back(as_, match):
    assessed(match, a=1)
    client = as_("owner")
    client.post(f"/matches/{match.pk}/level/a/", {"level": "4", "note": "Led it"})
    match.refresh_from_db()
    raised, source = match.score, match.source

    client.post(f"/matches/{match.pk}/level/a/withdraw/")
    match.refresh_from_db()

    assert (source, match.source) == ("person", "claude")
    assert raised > match.score


@pytest.mark.parametrize(
    "given", [{"level": "5", "note": "x"}, {"level": "2"}, {"note": "x"}, {"level": "2", "note": " "}]
)
def test_override_without_level_or_reason_changes_nothing(as_, match, given):
    assessed(match)

    as_("owner").post(f"/matches/{match.pk}/level/a/", given)

    assert not Override.objects.exists()


@pytest.mark.parametrize(("who", "status"), [("owner", 302), ("member", 404), ("stranger", 404)])
def test_batch_is_cancelled_by_the_owner_alone(as_, hybrid, who, status):
    batch = CloudBatch.objects.create(
        job=hybrid, model="claude-haiku-4-5", state="in_progress", next_poll_at=hybrid.created_at, vendor_id="b"
    )

    answer = as_(who).post(f"/batches/{batch.pk}/cancel/")
    batch.refresh_from_db()

    assert answer.status_code == status
    assert (batch.cancel_asked_at is not None) == (who == "owner")


def test_shortlist_sorts_those_first_on_whom_readers_are_apart(as_, hybrid):
    for score, apart in ((90, 3.0), (80, 31.0), (70, None)):
        Match.objects.filter(pk=scored(hybrid, score).pk).update(disagreement=apart)

    rows = as_("owner").get(f"/jobs/{hybrid.pk}/?sort=disagreement").context["page"].object_list

    assert [row.disagreement for row in rows] == [31.0, 3.0, None]


def test_shortlist_shows_whose_score_it_is_and_filters_by_it(as_, hybrid, match):
    assessed(scored(hybrid, 60), 88)

    page = as_("owner").get(f"/jobs/{hybrid.pk}/?source=claude")

    assert [row.score for row in page.context["page"].object_list] == [88]


def test_shortlist_strip_tells_what_went_to_claude_and_what_it_cost(as_, hybrid, match):
    assessed(scored(hybrid, 60), 88)

    context = as_("owner").get(f"/jobs/{hybrid.pk}/").context

    assert (context["to_claude"], context["claude"]["assessed"], context["spent"]) == (1, 1, Decimal("0.009"))


def test_shortlist_of_a_local_job_offers_no_marks(as_, job):
    scored(job, 70)

    assert 'name="m"' not in as_("owner").get(f"/jobs/{job.pk}/").content.decode()


@pytest.mark.parametrize(("who", "status"), [("owner", 302), ("member", 404), ("stranger", 404), ("nobody", 302)])
def test_share_is_set_by_the_owner_alone(as_, hybrid, who, status):
    answer = as_(who).post(page(hybrid, "share/"), {"share": "35"})
    hybrid.refresh_from_db()

    assert (answer.status_code, hybrid.share == Decimal("0.35")) == (status, who == "owner")


@pytest.mark.parametrize("share", ["", "101", "-3", "2.5", "x"])
def test_share_that_is_none_changes_nothing(as_, hybrid, share):
    as_("owner").post(page(hybrid, "share/"), {"share": share})
    hybrid.refresh_from_db()

    assert hybrid.share == Decimal("0.2")


def test_slider_comes_with_its_outlook(as_, hybrid, match):
    answer = as_("owner").get(page(hybrid, "outlook/?slider"), headers=HTMX).content.decode()

    assert ('type="range"' in answer, 'id="outlook"' in answer, "Use this share" in answer) == (True, True, True)


def test_shortlist_strip_tells_how_many_never_left(as_, hybrid, match):
    assessed(scored(hybrid, 60), 88)

    assert as_("owner").get(f"/jobs/{hybrid.pk}/").context["stayed"] == 1


@pytest.mark.parametrize(("who", "status"), [("owner", 302), ("member", 404), ("stranger", 404), ("nobody", 302)])
def test_send_now_what_waits_for_the_night_is_the_owner_s_to_do(as_, hybrid, match, who, status):
    Job.objects.filter(pk=hybrid.pk).update(timing="overnight")
    now = match.created_at
    Escalation.objects.create(match=match, why="top", state="waiting", decided_at=now, available_at=now)

    answer = as_(who).post(page(hybrid, "send/"))

    assert (answer.status_code, CloudBatch.objects.filter(job=hybrid).exists()) == (status, who == "owner")


def test_never_send_takes_a_candidate_out_of_claude_s_line(as_, match):
    now = match.created_at
    Escalation.objects.create(match=match, why="top", state="waiting", decided_at=now, available_at=now)

    as_("owner").post(f"/candidates/{match.candidate_id}/never-send/", {"never_send": "on"})
    row = Escalation.objects.get(match=match)

    assert (row.state, row.why) == ("kept", "never")


def test_pane_changes_when_a_candidate_is_marked(as_, match):
    client = as_("owner")
    headers = {**HTMX, "HX-Target": "pane"}
    tag = client.get(f"/matches/{match.pk}/", headers=headers).context["pane_tag"]
    client.post(f"/candidates/{match.candidate_id}/never-send/", {"never_send": "on"})

    again = client.get(f"/matches/{match.pk}/", headers={**headers, "If-None-Match": f'"{tag}"'})

    assert again.status_code == 200


def test_report_tells_what_asking_costs_and_when_it_is_free(as_, hybrid, match):
    cloud_call(hybrid, cost="0.009")
    client = as_("owner")
    before = client.get(f"/matches/{match.pk}/").content.decode()
    assessed(match)
    after = client.get(f"/matches/{match.pk}/").content.decode()

    assert ("about $0.0090" in before, "the answer is kept" in after) == (True, True)


def test_shortlist_of_a_cloud_job_tells_what_it_waits_for(as_, hybrid, settings):
    settings.ANTHROPIC_API_KEY = ""
    Job.objects.filter(pk=hybrid.pk).update(strategy="cloud")
    Lease.objects.create(name="reconciler", owner="x", until=timezone.now() + timedelta(hours=1))
    waits, refused = (unscored(hybrid, state="passed_on") for _ in range(2))
    now = waits.created_at
    Escalation.objects.create(match=waits, why="everybody", state="waiting", decided_at=now, available_at=now)
    Escalation.objects.create(
        match=refused, why="everybody", state="not_assessed", reason="cloud_refused", decided_at=now, available_at=now
    )

    answer = as_("owner").get(f"/jobs/{hybrid.pk}/")

    assert (answer.context["tally"]["waiting"], answer.context["tally"]["not_scored"]) == (1, 1)
    assert answer.context["fault"].sentence.startswith("No key for Claude is set")
    assert "Claude declined to answer about this CV" in answer.content.decode()


def test_shortlist_stays_live_while_claude_reads(as_, hybrid, match):
    now = match.created_at
    client = as_("owner")
    before = client.get(f"/jobs/{hybrid.pk}/").context["live"]
    Escalation.objects.create(match=match, why="top", state="assessing", decided_at=now, available_at=now)
    touch(hybrid.pk)

    assert (before, client.get(f"/jobs/{hybrid.pk}/").context["live"]) == (False, True)


@pytest.mark.parametrize(
    ("reasons", "mend"),
    [
        (("job_budget",), "Raise the job's budget on its Claude page."),
        (
            ("job_budget", "month_budget"),
            "It goes on by itself next month, or as soon as MONTHLY_BUDGET_USD is higher.",
        ),
        (("",), ""),
    ],
    ids=["job", "month first", "none"],
)
def test_claude_says_which_budget_is_waited_for(as_, hybrid, settings, reasons, mend):
    settings.ANTHROPIC_API_KEY = "sk-test"
    for number, reason in enumerate(reasons):
        one = scored(hybrid, 70, name=f"Ada {number}")
        now = one.created_at
        Escalation.objects.create(
            match=one, state="waiting", why="top", reason=reason, decided_at=now, available_at=now
        )

    obstacle = as_("owner").get(page(hybrid)).context["obstacle"]

    assert (obstacle.mend if obstacle else "") == mend
