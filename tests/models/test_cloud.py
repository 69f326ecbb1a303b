"""The rows of the second reader: what pages sum and count."""

import uuid
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from matching.models import Escalation, Job, ModelCall, Override
from matching.policy import Why
from tests.pipeline.rows import make_match, make_server


def call(server, match, cost: str, **columns) -> ModelCall:
    values = {"act": "assess", "model": "claude-haiku-4-5", "prompt_version": "1", "prefix": "p", "expected_tokens": 1}
    return ModelCall.objects.create(
        **values | {"server": server, "match": match, "job": match.job, "token": uuid.uuid4()} | columns,
        cost_usd=Decimal(cost),
        started_at=timezone.now(),
    )


def test_bill_sums_to_the_last_digit(job):
    match, server = make_match(job), make_server()
    call(server, match, "0.00000001", prompt_tokens=10)
    call(server, match, "99.99999998", prompt_tokens=5, reserved_usd=Decimal("0.5"), state="unknown")
    bill = ModelCall.objects.cloud().bill()
    assert (bill["calls"], bill["unknown"], bill["prompt"]) == (2, 1, 15)
    assert (bill["spent"], bill["reserved"]) == (Decimal("99.99999999"), Decimal("0.5"))


def test_bill_of_nothing_is_nothing(db):
    assert ModelCall.objects.bill()["spent"] == Decimal(0)


def test_spend_by_kind_tells_batch_cached_and_now(job):
    match, server = make_match(job), make_server()
    call(server, match, "1", service_tier="batch", read_tokens=5)
    call(server, match, "2", service_tier="standard", read_tokens=5)
    call(server, match, "4", service_tier="standard")
    found = {row["kind"]: row["spent"] for row in ModelCall.objects.by("kind")}
    assert found == {"now": Decimal(4), "cached": Decimal(2), "batch": Decimal(1)}


def test_call_outlives_its_match_and_keeps_its_job(job):
    match = make_match(job)
    made = call(make_server(), match, "1")
    match.cv.delete()
    made.refresh_from_db()
    assert (made.match_id, made.job_id) == (None, job.pk)


def test_escalations_count_those_without_money(job):
    now = timezone.now()
    for state, reason in (("waiting", "job_budget"), ("waiting", ""), ("kept", "")):
        match = make_match(job)
        Escalation.objects.create(
            match=match, why=Why.TOP, state=state, reason=reason, decided_at=now, available_at=now
        )
    tally = Escalation.objects.tally()
    assert (tally["waiting"], tally["without_money"], tally["kept"], tally["all"]) == (2, 1, 1, 3)
    assert Escalation.objects.reasons() == {"top": 3}


def test_escalations_best_first_asked_before_all(job, owner):
    now = timezone.now()
    made = {}
    for name, score, why in (
        ("low", 40, Why.TOP),
        ("asked", 10, Why.ASKED),
        ("high", 80, Why.TOP),
        ("none", None, Why.TOP),
    ):
        made[name] = make_match(job, score=score)
        asked_by = owner if why is Why.ASKED else None
        Escalation.objects.create(match=made[name], why=why, asked_by=asked_by, decided_at=now, available_at=now)
    order = list(Escalation.objects.best_first().values_list("match_id", flat=True))
    assert order == [made[name].pk for name in ("asked", "high", "low", "none")]


def test_override_stands_once_for_each_criterion(job, owner):
    match = make_match(job)
    values = {"match": match, "rubric": job.rubric, "criterion": "a", "level": 3, "note": "seen", "by": owner}
    Override.objects.create(**values, withdrawn_at=timezone.now())
    Override.objects.create(**values)
    with pytest.raises(IntegrityError), transaction.atomic():
        Override.objects.create(**values)


def test_jobs_to_escalate_leave_local_ones_out(job):
    Job.objects.update(escalate_wanted=1)
    assert list(Job.objects.to_escalate()) == []
    Job.objects.update(strategy=Job.Strategy.HYBRID)
    assert list(Job.objects.to_escalate()) == [job]
