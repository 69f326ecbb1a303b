"""Calls whose cost is not known, on the page of costs: seen by those who may, told by those whose budget it is."""

import re
import uuid
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from matching.models import CloudBatch, ModelCall
from matching.pipeline.jobs import open_job
from matching.pipeline.money import job_purse, lose, reserve
from tests.views.rows import cloud_call

PAGE, NOT_CHARGED = "/costs/", "/costs/not-charged/"
TITLE = re.compile(r'<h2 id="not-known-title">([^<]+)</h2>')


@pytest.fixture
def foreign(stranger, rubric):
    """A job that only `stranger` may see."""
    return open_job(title="Night porter", text="x", rubric=rubric, by=stranger)


def lost(job, amount: str = "0.04", **columns) -> ModelCall:
    """A call whose answer nobody saw, with what was reserved for it."""
    call = cloud_call(job, cost="0", state="open", prompt_tokens=None, output_tokens=None)
    ModelCall.objects.filter(pk=call.pk).delete()
    call.reserved_usd = Decimal(amount)
    assert reserve([call]) == [""]
    lose([call], error="cloud_abandoned")
    ModelCall.objects.filter(pk=call.pk).update(**columns)
    call.refresh_from_db()
    return call


def address(call: ModelCall) -> str:
    return f"/costs/calls/{call.pk}/"


def title_of(page) -> str:
    return TITLE.search(page.content.decode()).group(1)


def said(answer) -> list[str]:
    return [str(message) for message in answer.context["messages"]]


def test_costs_without_unknown_calls_has_no_section_of_them(as_, job):
    cloud_call(job)
    page = as_("owner").get(PAGE)
    assert TITLE.search(page.content.decode()) is None
    assert page.context["bill"]["not_known"] == 0


def test_costs_says_how_much_of_the_month_is_not_known(as_, job):
    cloud_call(job, cost="1")
    lost(job, "0.25")

    page = as_("owner").get(PAGE)

    assert (page.context["bill"]["spent"], page.context["bill"]["not_known"]) == (Decimal("1.25"), Decimal("0.25"))
    assert "of which up to $0.25 is not known yet" in page.content.decode()
    assert title_of(page) == "1 call whose cost is not known, up to $0.25"


def test_costs_lists_unknown_calls_oldest_first_with_their_kind(as_, job):
    batch = CloudBatch.objects.create(model="m", next_poll_at=datetime(2026, 1, 1, tzinfo=UTC))
    calls = [lost(job, "0.02", batch=batch), lost(job, "0.03")]

    page = as_("owner").get(PAGE)

    assert page.context["not_known"].calls == calls
    assert re.findall(r"<td>(batch|now)</td>", page.content.decode()) == ["batch", "now"]
    assert {row["kind"]: row["spent"] for row in page.context["kinds"]} == {
        "batch": Decimal("0.02"),
        "now": Decimal("0.03"),
    }


@pytest.mark.parametrize(("who", "status"), [("owner", 302), ("member", 404), ("stranger", 404), ("nobody", 302)])
def test_tell_cost_for_each_visitor(as_, job, who, status):
    call = lost(job)
    assert as_(who).post(address(call), {"cost": "0.01"}).status_code == status
    call.refresh_from_db()
    assert call.state == ("told" if who == "owner" else "unknown")


@pytest.mark.parametrize("who", ["member", "stranger", "nobody"])
def test_tell_not_charged_leaves_calls_of_others_alone(as_, job, who):
    call = lost(job)
    as_(who).post(NOT_CHARGED, {"call": [call.pk]})
    call.refresh_from_db()
    assert call.state == "unknown"


@pytest.mark.parametrize("where", [NOT_CHARGED, f"/costs/calls/{uuid.uuid5(uuid.NAMESPACE_URL, 'x')}/"])
def test_telling_is_no_get(as_, job, where):
    assert as_("owner").get(where).status_code == 405


def test_member_sees_the_call_and_who_can_say(as_, job):
    lost(job)
    page = as_("member").get(PAGE)
    assert page.context["not_known"].mine == frozenset()
    assert "owner can say, who owns the job" in page.content.decode()


def test_unknown_calls_of_jobs_that_may_not_be_seen_are_counted_without_titles(as_, job, foreign):
    lost(foreign, "0.02")

    page = as_("owner").get(PAGE)

    assert (page.context["not_known"].count, page.context["not_known"].calls) == (1, [])
    assert "It is of a job that you may not see." in page.content.decode()
    assert "Night porter" not in page.content.decode()


@pytest.mark.parametrize("is_staff", [True, False])
def test_calls_of_deleted_jobs_can_be_told_by_staff(as_, job, owner, is_staff):
    call = lost(job)
    ModelCall.objects.filter(pk=call.pk).update(job=None)
    owner.is_staff = is_staff
    owner.save()

    page = as_("owner").get(PAGE)
    status = as_("owner").post(address(call), {"not_charged": "1"}).status_code

    assert (len(page.context["not_known"].calls), status) == ((1, 302) if is_staff else (0, 404))


@pytest.mark.parametrize(
    ("typed", "cost"), [("0.0123", "0.0123"), (" $0.0123 ", "0.0123"), ("0,0123", "0.0123"), ("0", "0"), ("-0", "0")]
)
def test_tell_cost_as_people_write_it(as_, job, typed, cost):
    call = lost(job)
    as_("owner").post(address(call), {"cost": typed})
    call.refresh_from_db()
    assert (call.state, call.cost_usd) == ("told", Decimal(cost))
    assert job_purse(job).spent == Decimal(cost)


def test_tell_not_charged_counts_whatever_is_typed(as_, job):
    call = lost(job)
    answer = as_("owner").post(address(call), {"cost": "nonsense", "not_charged": "1"}, follow=True)
    assert said(answer) == ["1 call is booked with $0, as you say."]
    assert TITLE.search(answer.content.decode()) is None


UNREADABLE = "That is no amount in dollars. Write it like 0.0042, with 8 digits after the point at most."
TOO_MUCH = "This call cost from $0 to $0.04: that was reserved for it. Nothing was changed."


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Write what the call cost in dollars, or choose “Not charged”."),
        ("a lot", UNREADABLE),
        ("-0.01", UNREADABLE),
        ("NaN", UNREADABLE),
        ("Infinity", UNREADABLE),
        ("1e99", UNREADABLE),
        ("0.000000001", UNREADABLE),
        ("1,234.5", UNREADABLE),
        ("9" * 4000, UNREADABLE),
        ("0.01\x00", UNREADABLE),
        ("<b>1</b>", UNREADABLE),
        ("0.0401", TOO_MUCH),
        ("12", TOO_MUCH),
    ],
)
def test_tell_cost_that_cannot_be_is_answered_with_one_sentence(as_, job, typed, sentence):
    call = lost(job)
    answer = as_("owner").post(address(call), {"cost": typed}, follow=True)
    call.refresh_from_db()
    assert said(answer) == [sentence]
    assert (call.state, job_purse(job).spent) == ("unknown", Decimal("0.04"))


def test_tell_cost_of_a_call_that_is_known_by_now_says_so(as_, job):
    call = lost(job)
    client = as_("owner")
    client.post(address(call), {"cost": "0.01"}, follow=True)

    answer = client.post(address(call), {"cost": "0.02"}, follow=True)

    assert said(answer) == ["Nothing was changed: what it cost is known by now."]
    assert job_purse(job).spent == Decimal("0.01")


def test_tell_not_charged_books_those_that_were_shown_and_no_other(as_, job, foreign):
    shown, later, theirs = lost(job), lost(job, "0.02"), lost(foreign)

    answer = as_("owner").post(NOT_CHARGED, {"call": [shown.pk, theirs.pk, "nonsense"]}, follow=True)

    assert said(answer) == ["1 call is booked with $0, as you say."]
    assert set(ModelCall.objects.unknown()) == {later, theirs}
    assert job_purse(job).spent == Decimal("0.02")


def test_form_of_all_holds_the_calls_that_are_shown(as_, job):
    calls = {lost(job).pk for _ in range(3)}
    client = as_("owner")
    text = client.get(PAGE).content.decode()
    hidden = set(map(uuid.UUID, re.findall(r'name="call" value="([^"]+)"', text)))
    assert hidden == calls

    answer = client.post(NOT_CHARGED, {"call": list(hidden)}, follow=True)

    assert said(answer) == ["3 calls are booked with $0, as you say."]
    assert "3 calls, 3 booked as a person said. Calls stop before" in answer.content.decode()
    assert job_purse(job).spent == 0


def test_unknown_calls_of_an_earlier_month_stay_on_the_page_of_the_present_one(as_, job):
    call = lost(job)
    ModelCall.objects.update(started_at=datetime(2025, 3, 31, 12, tzinfo=UTC))
    client = as_("owner")

    assert client.get(PAGE).context["not_known"].calls == [call]
    assert client.get(f"{PAGE}?month=2025-03").context["not_known"].count == 1
    assert client.get(f"{PAGE}?month=2025-04").context["not_known"].count == 0
    assert client.get(PAGE).context["bill"]["not_known"] == 0


def test_telling_comes_back_to_the_month_it_was_told_on(as_, job):
    answer = as_("owner").post(f"{address(lost(job))}?month=2025-03", {"not_charged": "1"})
    assert answer.url == "/costs/?month=2025-03"


def test_costs_shows_the_first_fifty_unknown_calls_and_counts_the_rest(as_, job):
    for _ in range(52):
        lost(job, "0.001")
    page = as_("owner").get(PAGE)
    assert (len(page.context["not_known"].calls), page.context["not_known"].unseen) == (50, 2)
    assert "And 2 more: later ones, or of jobs that you may not see." in page.content.decode()


def test_costs_csv_says_what_is_not_known_and_who_told_what_is(as_, job):
    lost(job, "0.02")
    told = lost(job, "0.04")
    client = as_("owner")
    client.post(address(told), {"cost": "0.01"})
    told.refresh_from_db()

    head, *lines = b"".join(client.get("/costs/calls.csv").streaming_content).decode().splitlines()

    names = head.split(",")
    rows = [dict(zip(names, line.split(","), strict=True)) for line in lines]
    assert names[-3:] == ["not_known_usd", "told_by", "told_at"]
    assert [(row["state"], Decimal(row["cost_usd"]), Decimal(row["not_known_usd"])) for row in rows] == [
        ("unknown", Decimal("0.02"), Decimal("0.02")),
        ("told", Decimal("0.01"), Decimal(0)),
    ]
    assert [(row["told_by"], row["told_at"]) for row in rows] == [("", ""), ("owner", told.told_at.isoformat())]


def test_costs_takes_the_same_queries_for_one_and_three_unknown_calls(as_, job, queries_of):
    lost(job)
    client = as_("owner")
    one = queries_of(client, PAGE)
    for _ in range(2):
        lost(job)
    assert queries_of(client, PAGE) == one
