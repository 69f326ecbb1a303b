"""Pages that were loaded before something changed, and buttons that are pressed twice, of a job's second reader."""

from decimal import Decimal

import pytest

from matching.models import AuditEvent, CloudBatch, Escalation, Job, Override
from matching.pipeline.override import OTHER_RUBRIC
from tests.product import fields_of
from tests.views.rows import assessed, scored
from tests.views.test_claude import FIELDS, page

NOTE = "Say in 1 to 500 letters what in the CV shows it."


def said(answer) -> list[str]:
    return [str(message) for message in answer.context["messages"]]


@pytest.mark.parametrize(
    ("strategy", "words"),
    [
        ("local", "This job is in local mode by now: nothing of it goes to Claude, and nothing was changed."),
        ("cloud", "This job is in cloud mode by now: Claude reads every CV, whatever the share. Nothing was changed."),
    ],
)
def test_share_of_a_job_that_is_hybrid_no_longer_is_not_said_to_go(as_, hybrid, strategy, words):
    Job.objects.filter(pk=hybrid.pk).update(strategy=strategy)
    answer = as_("owner").post(page(hybrid, "share/"), {"share": "35"}, follow=True)
    hybrid.refresh_from_db()

    assert (said(answer), hybrid.share) == ([words], Decimal("0.2"))


def test_settings_from_a_page_loaded_before_others_were_saved_are_asked_about_again(as_, hybrid):
    client = as_("owner")
    stale = fields_of(client.get(page(hybrid)).content.decode())["seen"]
    client.post(page(hybrid), {**FIELDS, "strategy": "local", "seen": stale})

    answer = client.post(page(hybrid), {**FIELDS, "budget_usd": "9", "seen": stale})
    hybrid.refresh_from_db()

    assert (answer.status_code, hybrid.strategy, hybrid.budget_usd) == (200, "local", 5)
    assert answer.context["form"].non_field_errors() == [
        "Nothing was saved: in the meantime this job was set to local, 20 %, audit 3 %, $5.00, the model of this "
        "server, now. Below is what you chose: save again if it is right, or load the page anew."
    ]
    again = fields_of(answer.content.decode())["seen"]
    assert client.post(page(hybrid), {**FIELDS, "budget_usd": "9", "seen": again}).status_code == 302
    hybrid.refresh_from_db()
    assert (hybrid.strategy, hybrid.budget_usd) == ("hybrid", 9)


def test_settings_sent_twice_are_saved_once(as_, hybrid):
    client = as_("owner")
    given = {**FIELDS, "share": "35", "seen": fields_of(client.get(page(hybrid)).content.decode())["seen"]}

    assert [client.post(page(hybrid), given).status_code for _ in range(2)] == [302, 302]
    assert AuditEvent.objects.filter(job=hybrid).count() == 1


def test_batch_that_is_cancelled_twice_is_on_record_once(as_, hybrid):
    batch = CloudBatch.objects.create(
        job=hybrid, model="claude-haiku-4-5", state="in_progress", next_poll_at=hybrid.created_at, vendor_id="b"
    )
    client = as_("owner")
    answers = [client.post(f"/batches/{batch.pk}/cancel/", follow=True) for _ in range(2)]

    words = "The batch is being cancelled. What was answered until now is kept; the rest waits."
    assert [said(answer) for answer in answers] == [[words]] * 2
    assert AuditEvent.objects.filter(verb="cancel_batch").count() == 1


def test_never_send_said_twice_is_on_record_once_and_stays_of_the_first(as_, match, people):
    for who in ("owner", "member"):
        as_(who).post(f"/candidates/{match.candidate_id}/never-send/", {"never_send": "on"})
    match.candidate.refresh_from_db()

    assert match.candidate.never_send_by == people["owner"]
    assert AuditEvent.objects.filter(verb="set_never_send").count() == 1


def test_level_set_twice_is_set_once_and_taken_back_once(as_, match):
    assessed(match, a=1)
    client = as_("owner")
    for _ in range(2):
        client.post(f"/matches/{match.pk}/level/a/", {"level": "4", "note": "Led it"}, follow=True)
    assert Override.objects.count() == 1

    answers = [client.post(f"/matches/{match.pk}/level/a/withdraw/", follow=True) for _ in range(2)]

    assert [said(answer) for answer in answers] == [
        ["Taken back. What the readers said counts again."],
        ["No level set by a person stands there: nothing was changed."],
    ]


@pytest.mark.parametrize("act", ["level/a/", "level/a/withdraw/", "ask/a/"])
def test_criterion_from_a_page_of_another_rubric_is_left_alone(as_, match, act):
    assessed(match, a=1)
    client = as_("owner")
    client.post(f"/matches/{match.pk}/level/a/", {"level": "4", "note": "Led it"}, follow=True)
    waiting = Escalation.objects.filter(match=match, state="waiting")

    given = {"level": "2", "note": "Another", "rubric": "00000000-0000-0000-0000-000000000000"}
    answer = client.post(f"/matches/{match.pk}/{act}", given, follow=True)

    assert said(answer) == [OTHER_RUBRIC]
    assert list(Override.objects.values_list("level", "withdrawn_at")) == [(4, None)]
    assert not waiting.exists()


def test_forms_about_a_criterion_name_the_rubric_they_were_shown_with(as_, match):
    assessed(match, a=1)
    client = as_("owner")
    client.post(f"/matches/{match.pk}/level/a/", {"level": "4", "note": "Led it"}, follow=True)
    fields = fields_of(client.get(f"/matches/{match.pk}/").content.decode())

    assert set(fields["rubric"]) == {str(match.rubric_id)}
    answer = client.post(f"/matches/{match.pk}/level/a/withdraw/", {"rubric": fields["rubric"][0]}, follow=True)
    assert said(answer) == ["Taken back. What the readers said counts again."]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"level": "5", "note": "x"}, "Choose a level from 0 to 4."),
        ({"level": "1e9", "note": "x"}, "Choose a level from 0 to 4."),
        ({"note": "x"}, "Choose a level from 0 to 4."),
        (
            {"level": "3", "note": "x" * 501},
            NOTE,
        ),
        ({"level": "3", "note": "a\0"}, NOTE),
    ],
    ids=["high", "huge", "none", "long", "zero"],
)
def test_level_that_is_none_is_told_in_a_sentence(as_, match, given, words):
    assessed(match, a=1)
    assert said(as_("owner").post(f"/matches/{match.pk}/level/a/", given, follow=True)) == [words]


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (1, ["1 of those marked is not here any more: erased in the meantime.", "In line for Claude."]),
        (0, ["2 of those marked are not here any more: erased in the meantime."]),
    ],
)
def test_those_marked_that_were_erased_in_another_tab_are_told_of(as_, hybrid, left, words):
    matches = [scored(hybrid, 70), scored(hybrid, 60)]
    for match in matches[left:]:
        match.cv.delete()
    answer = as_("owner").post(page(hybrid, "ask/"), {"m": [match.pk for match in matches]}, follow=True)

    assert said(answer) == words
