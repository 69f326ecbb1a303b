"""The page of costs: the month against its budget, sums that agree with the ledger, and who may see whose."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from matching.models import ModelCall
from matching.pipeline.jobs import open_job
from tests.views.conftest import HTMX
from tests.views.rows import cloud_call, scored

PAGE = "/costs/"


@pytest.fixture
def foreign(stranger, rubric):
    """A job that only `stranger` may see."""
    return open_job(title="Night porter", text="x", rubric=rubric, by=stranger)


@pytest.mark.parametrize(("who", "status"), [("owner", 200), ("stranger", 200), ("nobody", 302)])
@pytest.mark.parametrize("address", [PAGE, "/costs/calls.csv"])
def test_costs_for_each_visitor(as_, job, who, status, address):
    assert as_(who).get(address).status_code == status


def test_costs_without_calls_says_so(as_, job):
    page = as_("owner").get(PAGE)

    assert page.context["bill"]["spent"] == 0
    assert "No call was made this month." in page.content.decode()


def test_costs_sum_is_the_ledger_s(as_, job, settings):
    settings.MONTHLY_BUDGET_USD = Decimal(20)
    for cost in ("0.009", "0.0045", "0.000117"):
        cloud_call(job, cost=cost)
    cloud_call(job, cost="0", state="open", reserved_usd="0.04")

    page = as_("owner").get(PAGE)

    assert (page.context["bill"]["spent"], page.context["bill"]["reserved"]) == (Decimal("0.013617"), Decimal("0.04"))
    assert page.context["left"] == Decimal("19.946383")
    assert sum(day["spent"] for day in page.context["days"]) == Decimal("0.013617")
    assert page.context["jobs"][0]["spent"] == Decimal("0.013617")


def test_costs_of_screening_are_not_counted(as_, job):
    cloud_call(job, act="screen", cost="0")

    assert as_("owner").get(PAGE).context["bill"]["calls"] == 0


def test_costs_of_another_month_count_there_alone(as_, job):
    cloud_call(job, cost="0.5", started_at=datetime(2025, 3, 31, 23, 59, tzinfo=UTC))
    client = as_("owner")

    assert client.get(PAGE).context["bill"]["spent"] == 0
    assert client.get(f"{PAGE}?month=2025-03").context["bill"]["spent"] == Decimal("0.5")
    assert client.get(f"{PAGE}?month=2025-04").context["bill"]["spent"] == 0


@pytest.mark.parametrize("month", ["2025-13", "x", "20250-1", "2025-00", "0001-01", "9999-12"])
def test_costs_of_a_month_that_is_none(as_, job, month):
    assert as_("owner").get(f"{PAGE}?month={month}").status_code == 404


def test_costs_of_jobs_that_may_not_be_seen_are_one_line_without_titles(as_, job, foreign):
    cloud_call(job, cost="0.01")
    cloud_call(foreign, cost="0.02")

    page = as_("owner").get(PAGE)

    assert [(row.get("job"), row["spent"]) for row in page.context["jobs"]] == [
        (job, Decimal("0.01")),
        (None, Decimal("0.02")),
    ]
    assert "Night porter" not in page.content.decode()


def test_costs_by_kind_tells_batch_and_cache_apart(as_, job):
    cloud_call(job, cost="0.009")
    cloud_call(job, cost="0.0045", service_tier="batch")
    cloud_call(job, cost="0.005", read_tokens=4000)

    kinds = {row["kind"]: row["spent"] for row in as_("owner").get(PAGE).context["kinds"]}

    assert kinds == {"now": Decimal("0.009"), "batch": Decimal("0.0045"), "cached": Decimal("0.005")}


def test_costs_compares_with_the_tokens_of_own_reports(as_, job):
    cloud_call(job, prompt_tokens=4000, output_tokens=600)

    found = as_("owner").get(PAGE).context["comparison"]

    assert (found.measured, found.tokens.prefix + found.tokens.rest, found.tokens.output) == (1, 4000, 600)
    assert [line.name for line in found.lines] == ["all_sonnet", "all_haiku", "hybrid", "local"]
    assert found.lines[1].now == Decimal("7.000")


@pytest.mark.parametrize(
    ("share", "sent"), [("35", 350), ("0", 0), ("100", 1000), ("500", 1000), ("-1", 200), ("x", 200)]
)
def test_costs_at_another_share_come_as_a_part(as_, job, share, sent):
    answer = as_("owner").get(f"{PAGE}?share={share}", headers=HTMX)

    assert answer.context["comparison"].lines[2].sent == sent
    assert ('id="thousand"' in answer.content.decode(), "<html" in answer.content.decode()) == (True, False)


def test_costs_at_another_share_without_script_keep_the_month(as_, job):
    page = as_("owner").get(f"{PAGE}?month=2025-03&share=35")

    assert (page.context["comparison"].percent, page.context["month"].first.isoformat()) == (35, "2025-03-01")


def test_costs_tell_what_sonnet_would_have_cost_for_everybody_of_the_month(as_, job):
    scored(job, 80)
    scored(job, 70)
    page = as_("owner").get(PAGE)

    assert page.context["all_sonnet"] == 2 * page.context["comparison"].lines[0].now / 1000
    assert "All 2 CVs of this month to Sonnet 5.5" in page.content.decode()


def test_costs_says_how_many_never_left(as_, job):
    scored(job, 80)
    sent = scored(job, 70)
    call = cloud_call(job, match=sent)
    sent.receipts.create(
        call=call, candidate=sent.candidate_id, job=job, sha256="a", size=1, model="m", sent_at=call.started_at
    )

    assert as_("owner").get(PAGE).context["stayed"] == {"cvs": 2, "sent": 1, "stayed": 1, "share": 0.5}


def test_costs_csv_holds_a_line_a_call_of_visible_jobs(as_, job, foreign):
    call = cloud_call(job, cost="0.0123", request_id="req_1")
    cloud_call(foreign, cost="0.02")

    answer = as_("owner").get("/costs/calls.csv")
    head, *lines = b"".join(answer.streaming_content).decode().splitlines()

    assert head.split(",")[:4] == ["started_at", "job", "act", "model"]
    told = "Backend engineer,assess,claude-haiku-4-5,done,,5000,800,,,,0.01230000,0E-8,req_1,0,,"
    assert lines == [f"{call.started_at.isoformat()},{told}"]


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)", " \t=1", "＝1"])
def test_costs_csv_hands_no_formula_to_a_spreadsheet(as_, job, text):
    job.title = text
    job.save()
    cloud_call(job, model=text, request_id=text)

    lines = b"".join(as_("owner").get("/costs/calls.csv").streaming_content).decode().splitlines()
    _, title, _, model, *_, request_id, _, _, _ = lines[1].split(",")

    assert [title, model, request_id] == [f"'{text}"] * 3


def test_costs_takes_the_same_queries_for_one_and_three_jobs(as_, job, owner, rubric, queries_of):
    cloud_call(job)
    client = as_("owner")
    one = queries_of(client, PAGE)
    for number in range(2):
        cloud_call(open_job(title=f"Job {number}", text="x", rubric=rubric, by=owner))

    assert queries_of(client, PAGE) == one
    assert ModelCall.objects.count() == 3
