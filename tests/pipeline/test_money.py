"""Money: reserved, settled, freed or booked in full; budgets that hold with many workers; sums that agree."""

import json
import os
import subprocess
import sys
import uuid
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from matching.models import Budget, Job, ModelCall
from matching.pipeline.money import job_purse, lose, money_left, month_purse, reserve, settle, tell
from tests.pipeline.asking import budgets_agree
from tests.pipeline.rows import make_server
from tests.services import postgres_server

HOME = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def server(db):
    return make_server("claude: here")


def new_call(server, job: Job | None, amount: str, **columns) -> ModelCall:
    values = {"act": "assess", "model": "m", "prompt_version": "1", "prefix": "p", "expected_tokens": 1}
    now = timezone.now()
    return ModelCall(
        **values | {"server": server, "job": job, "token": uuid.uuid4(), "started_at": now} | columns,
        reserved_usd=Decimal(amount),
    )


def with_budget(job: Job, amount: str) -> Job:
    Job.objects.filter(pk=job.pk).update(budget_usd=Decimal(amount))
    job.refresh_from_db()
    return job


def purse(job: Job) -> tuple[Decimal, Decimal]:
    found = job_purse(job)
    return found.spent, found.reserved


def test_reserve_within_the_budget_opens_the_call(job, server):
    call = new_call(server, with_budget(job, "0.10"), "0.04")
    assert reserve([call]) == [""]
    call.refresh_from_db()
    assert (call.state, call.reserved_usd) == ("open", Decimal("0.04"))
    assert purse(job) == (Decimal(0), Decimal("0.04"))
    assert money_left(job) == Decimal("0.06")


def test_reserve_of_exactly_what_is_left_is_granted_and_a_hundred_millionth_more_is_not(job, server):
    with_budget(job, "0.10")
    assert reserve([new_call(server, job, "0.06")]) == [""]
    assert reserve([new_call(server, job, "0.04000001")]) == ["job_budget"]
    assert reserve([new_call(server, job, "0.04")]) == [""]
    assert ModelCall.objects.count() == 2


def test_reserve_past_the_month_is_refused_whatever_the_job_has(job, server, settings):
    settings.MONTHLY_BUDGET_USD = Decimal("0.05")
    assert reserve([new_call(server, with_budget(job, "5"), "0.06")]) == ["month_budget"]
    assert ModelCall.objects.count() == 0


def test_reserve_many_grants_as_many_as_fit(job, server):
    with_budget(job, "0.10")
    calls = [new_call(server, job, "0.04") for _ in range(4)]
    assert reserve(calls) == ["", "", "job_budget", "job_budget"]
    assert purse(job) == (Decimal(0), Decimal("0.08"))


def test_settle_frees_what_was_not_spent(job, server):
    call = new_call(server, with_budget(job, "0.10"), "0.04")
    reserve([call])
    settle(call, state="done", cost=Decimal("0.01"))
    assert purse(job) == (Decimal("0.01"), Decimal(0))
    call.refresh_from_db()
    assert (call.state, call.cost_usd, call.reserved_usd) == ("done", Decimal("0.01"), Decimal(0))


def test_lost_call_is_charged_in_full_until_it_is_known(job, server):
    call = new_call(server, with_budget(job, "0.10"), "0.04")
    reserve([call])
    lose([call], error="cloud_lost")
    assert purse(job) == (Decimal("0.04"), Decimal(0))
    settle(call, state="done", cost=Decimal("0.01"))
    assert purse(job) == (Decimal("0.01"), Decimal(0))


def test_losing_a_call_that_was_settled_changes_nothing(job, server):
    call = new_call(server, job, "0.04")
    reserve([call])
    settle(call, state="done", cost=Decimal("0.01"))
    lose([call], error="cloud_abandoned")
    call.refresh_from_db()
    assert (call.state, purse(job)) == ("done", (Decimal("0.01"), Decimal(0)))


def test_call_is_booked_in_the_month_in_which_it_was_opened(job, server):
    november = datetime(2026, 11, 30, 23, 59, tzinfo=UTC)
    call = new_call(server, job, "0.04", started_at=november)
    reserve([call])
    settle(call, state="done", cost=Decimal("0.03"))
    assert month_purse(november).spent == Decimal("0.03")
    assert month_purse(datetime(2026, 12, 1, tzinfo=UTC)).spent == Decimal(0)


def test_call_of_a_deleted_job_still_counts_in_its_month(job, server):
    call = new_call(server, job, "0.04")
    reserve([call])
    ModelCall.objects.update(job=None)
    call.refresh_from_db()
    settle(call, state="done", cost=Decimal("0.03"))
    assert month_purse().spent == Decimal("0.03")


OUTCOMES = st.sampled_from(["done", "failed", "lost", "late", "told", "told_late", "open"])


@examples(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.integers(1, 10**7), st.integers(0, 100), OUTCOMES), max_size=12))
def test_spent_and_reserved_cover_all_charges_and_never_pass_the_limit(job, server, steps):
    ModelCall.objects.all().delete()
    Budget.objects.all().delete()
    with_budget(job, "0.20")
    charged = Decimal(0)
    for amount, share, outcome in steps:
        call = new_call(server, job, str(Decimal(amount).scaleb(-8)))
        if reserve([call])[0]:
            continue
        charge = (call.reserved_usd * share / 100).quantize(Decimal("0.00000001"))
        if outcome in ("lost", "late", "told", "told_late"):
            lose([call], error="cloud_lost")
        if outcome in ("told", "told_late"):
            tell({call.pk: charge if outcome == "told" else call.reserved_usd}, by=job.owner)
        if outcome in ("done", "late", "told_late"):
            settle(call, state="done", cost=charge)
        if outcome == "failed":
            settle(call, state="failed")
        charged += 0 if outcome == "failed" else charge
        spent, reserved = purse(job)
        assert charged <= spent + reserved <= Decimal("0.20")
    assert budgets_agree()


def spend(database_url: str, folder: Path) -> dict:
    """The story of 32 workers on one database."""
    environment = {**os.environ, "DATABASE_URL": database_url, "DATA_DIR": str(folder), "BROKER_URL": "none"}
    environment["DJANGO_SETTINGS_MODULE"] = "jobtracker.settings"
    command = [sys.executable, "-m", "tests.pipeline.spenders", "7"]
    done = subprocess.run(command, cwd=HOME, env=environment, capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def check(story: dict) -> None:
    charged, spent, reserved = (Decimal(story[name]) for name in ("charged", "spent", "reserved"))
    assert spent + reserved >= charged > 0
    assert Decimal(story["most"]) <= 1
    assert story["refused"] > 0
    assert story["budgets"] == story["ledger"]
    assert Decimal(story["budgets"][story["job"]][0]) <= 1


@pytest.mark.processes
def test_thirty_two_workers_never_overspend_on_sqlite(tmp_path):
    check(spend(f"sqlite:///{tmp_path / 'money.sqlite3'}", tmp_path))


@pytest.mark.processes
@pytest.mark.postgres
def test_thirty_two_workers_never_overspend_on_postgresql(tmp_path):
    with postgres_server() as url:  # one of its own: others expect theirs empty
        check(spend(url, tmp_path))
