"""An installation that is brought up to date: python -m tests.flow.upgrading, with DATABASE_URL of an empty database.

At each state before a step that changes data, rows as they stood then are put in; then all steps are taken. Prints as
JSON what became of them.
"""

import json
import sys
import uuid
from datetime import UTC, datetime

import django

django.setup()

from django.db import connection  # noqa: E402 - the applications have to be loaded first
from django.db.migrations.executor import MigrationExecutor  # noqa: E402

from matching.models import CV, CloudBatch, EgressReceipt, Match, ModelCall  # noqa: E402

NOW = datetime(2026, 11, 1, tzinfo=UTC)
CALL = {"prompt_version": "1", "prefix": "p", "expected_tokens": 1, "started_at": NOW}


def main() -> None:
    apps = _at("0003_second_reader")
    job, scored = _screened(apps, score=70.0)
    _, unscored = _screened(apps, score=None, job=job)
    local = _call(apps, act="screen", match_id=scored)
    apps = _at("0006_questions_in_the_ledger")
    passwords = [_cv(apps, job, state=state, unlock="secret") for state in ("unreadable", "waiting")]
    apps = _at("0007_scanned")
    apps.get_model("matching", "Job").objects.update(cloud_model="mine", cloud_input_price=2, cloud_output_price=8)
    batches = {state: _batch(apps, job, state=state, model=model) for state, model in STATES.items()}
    cloud = {
        "same model": _call(apps, act="assess", job_id=job, model="mine"),
        "other model": _call(apps, act="assess", job_id=job, model="listed"),
    }
    receipts = {
        "answered": _receipt(apps, job),
        "unreachable": _receipt(apps, job, error="cloud_unreachable"),
        "lost": _receipt(apps, job, error="cloud_lost"),
        "batch not sent": _receipt(apps, job, batch_id=batches["creating"]),
    }
    _latest()
    told = {
        "sources": [Match.objects.get(pk=pk).source for pk in (scored, unscored)],
        "job of the call": ModelCall.objects.get(pk=local).job_id == job,
        "passwords": [bool(CV.objects.get(pk=pk).unlock) for pk in passwords],
        "prices": {name: _prices(ModelCall.objects.get(pk=pk)) for name, pk in cloud.items()},
        "prices of a local call": _prices(ModelCall.objects.get(pk=local)),
        "batches": {state: _kept(CloudBatch.objects.get(pk=pk)) for state, pk in batches.items()},
        "left": {name: EgressReceipt.objects.get(pk=pk).sent_at is not None for name, pk in receipts.items()},
    }
    sys.stdout.write(json.dumps(told))


STATES = {"imported": "mine", "in_progress": "listed", "creating": "mine"}


def _at(name: str):
    """The models as they stood after that step of ours, taken now with all that other applications have."""
    executor = MigrationExecutor(connection)
    others = [leaf for leaf in executor.loader.graph.leaf_nodes() if leaf[0] != "matching"]
    state = executor.migrate([*others, ("matching", name)])
    return state.apps


def _latest() -> None:
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def _screened(apps, *, score: float | None, job: uuid.UUID | None = None) -> tuple[uuid.UUID, uuid.UUID]:
    """A match of a job, and the job, which is made if it is not given."""
    if job is None:
        owner = apps.get_model("auth", "User").objects.create(username="owner")
        job = apps.get_model("matching", "Job").objects.create(title="t", text="t", prompt_key="k", owner=owner).pk
    candidate = apps.get_model("matching", "Candidate").objects.create()
    cv = _cv(apps, job, state="read")
    matches = apps.get_model("matching", "Match").objects
    return job, matches.create(job_id=job, candidate=candidate, cv_id=cv, score=score, available_at=NOW).pk


def _cv(apps, job: uuid.UUID, **columns: str) -> uuid.UUID:
    owner = apps.get_model("auth", "User").objects.get()
    given = {"original_name": "cv", "size": 1, "sha256": uuid.uuid4().hex, "available_at": NOW, "uploaded_by": owner}
    return apps.get_model("matching", "CV").objects.create(job_id=job, **given, **columns).pk


def _call(apps, *, model: str = "m", **columns) -> uuid.UUID:
    servers = apps.get_model("matching", "ModelServer").objects
    server = servers.get_or_create(key="s", defaults={"address": "a", "model": "m"})[0]
    calls = apps.get_model("matching", "ModelCall").objects
    return calls.create(server=server, token=uuid.uuid4(), model=model, **CALL, **columns).pk


def _batch(apps, job: uuid.UUID, **columns: str) -> uuid.UUID:
    batches = apps.get_model("matching", "CloudBatch").objects
    return batches.create(job_id=job, next_poll_at=NOW, **columns).pk


def _receipt(apps, job: uuid.UUID, **columns) -> uuid.UUID:
    call = _call(apps, act="assess", job_id=job, **columns)
    given = {"candidate": uuid.uuid4(), "sha256": "a", "size": 1, "model": "m", "address": "a", "purpose": "p"}
    return apps.get_model("matching", "EgressReceipt").objects.create(call_id=call, sent_at=NOW, **given).pk


def _prices(row: ModelCall | CloudBatch) -> list[float] | None:
    return None if row.input_price is None else [float(row.input_price), float(row.output_price)]


def _kept(batch: CloudBatch) -> list:
    return [batch.is_ours, _prices(batch)]


if __name__ == "__main__":
    main()
