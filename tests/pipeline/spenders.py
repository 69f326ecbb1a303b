"""Many workers that spend one budget at once, in processes and threads of their own: python -m tests.pipeline.spenders.

Each reserves, is "charged" by a vendor of its own invention, and then settles, frees, loses or forgets the call, or
settles late what was taken for lost, or has a person say what that cost, before the answer comes or at the
same moment. Prints one JSON object: what was charged, what the budgets say, what the ledger says, and the most that was
ever seen spent and reserved.
"""

import json
import random
import sys
import uuid
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from decimal import Decimal
from multiprocessing import get_context

import django

PROCESSES, THREADS, TURNS = 4, 8, 10
LIMIT = Decimal("1.00")


def main() -> None:
    _set_up()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    job = _job()
    seeds = [f"{sys.argv[1]}:{number}" for number in range(PROCESSES)]
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        rows = [row for found in pool.map(_process, seeds, [job] * PROCESSES) for row in found]
    print(json.dumps(_end(job, rows)))


def _set_up() -> None:
    """Django, with all the patience that so many writers of one SQLite file need on a slow machine."""
    from django.conf import settings

    django.setup()
    options = settings.DATABASES["default"]["OPTIONS"]
    if "transaction_mode" in options:
        options["timeout"] = 900


def _job() -> str:
    from django.contrib.auth import get_user_model

    from matching.models import Job, ModelServer

    owner = get_user_model().objects.create_user(username="owner")
    ModelServer.objects.create(key="claude", address="a", model="m")
    job = Job.objects.create(title="t", text="t", owner=owner, prompt_key="k", strategy="cloud", budget_usd=LIMIT)
    return str(job.pk)


def _process(seed: str, job: str) -> list[tuple[str, str, int]]:
    """(charged, most seen, refused) of each worker."""
    _set_up()
    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(lambda number: _worker(random.Random(f"{seed}:{number}"), job), range(THREADS)))


def _worker(chance: random.Random, job: str) -> tuple[str, str, int]:
    from django.db import connection

    from matching.models import Job
    from matching.pipeline.money import job_purse, reserve

    charged, most, refused = Decimal(0), Decimal(0), 0
    row = Job.objects.get(pk=job)
    for _ in range(TURNS):
        calls = [_call(chance, row) for _ in range(chance.choice((1, 1, 3)))]
        for call, code in zip(calls, reserve(calls), strict=True):
            refused += bool(code)
            if not code:
                charged += _spend(chance, call)
        purse = job_purse(row)
        most = max(most, purse.spent + purse.reserved)
        connection.close()
    return str(charged), str(most), refused


def _call(chance: random.Random, job: object):
    from django.utils import timezone

    from matching.models import ModelCall, ModelServer

    return ModelCall(
        job=job,
        token=uuid.uuid4(),
        act="assess",
        server=ModelServer.objects.get(),
        model="m",
        prompt_version="1",
        prefix="p",
        expected_tokens=1,
        reserved_usd=Decimal(chance.randint(1, 900_000)).scaleb(-8),
        started_at=timezone.now(),
    )


def _spend(chance: random.Random, call: object) -> Decimal:
    """What the vendor charges, and what we then learn of it."""
    from matching.pipeline.money import lose, settle

    charge = (call.reserved_usd * Decimal(chance.randint(0, 100)) / 100).quantize(Decimal("0.00000001"))
    match chance.choice(("settled", "settled", "settled", "failed", "forgotten", "twice", *_AFTER_A_LOSS)):
        case "settled":
            settle(call, state="done", cost=charge)
        case "failed":
            settle(call, state="failed")
            return Decimal(0)
        case "forgotten":
            pass
        case "twice":
            settle(call, state="done", cost=charge)
            settle(call, state="done", cost=charge)
            lose([call], error="cloud_abandoned")
        case way:
            lose([call], error="cloud_abandoned")
            _AFTER_A_LOSS[way](call, charge)
    return charge


def _late(call: object, charge: Decimal) -> None:
    from matching.pipeline.money import settle

    settle(call, state="done", cost=charge)


def _told(call: object, charge: Decimal) -> None:
    from matching.pipeline.money import tell

    tell({call.pk: charge}, by=call.job.owner)


def _told_late(call: object, charge: Decimal) -> None:
    # Never less than the truth: what was said too low may be spent before the truth is known.
    _told(call, (charge + call.reserved_usd) / 2)
    _late(call, charge)


def _told_at_once(call: object, charge: Decimal) -> None:
    """Whoever comes first, the answer's price is the one that stays."""
    acts = (_told, (charge + call.reserved_usd) / 2), (_late, charge)
    with ThreadPoolExecutor(len(acts)) as pair:
        for done in [pair.submit(_and_hang_up, act, call, amount) for act, amount in acts]:
            done.result()
    call.refresh_from_db()
    assert (call.state, call.cost_usd) == ("done", charge)


_AFTER_A_LOSS = {
    "lost": lambda call, charge: None,
    "late": _late,
    "told": _told,
    "told_late": _told_late,
    "told_at_once": _told_at_once,
}


def _and_hang_up(act: Callable[[object, Decimal], None], call: object, amount: Decimal) -> None:
    """Do it in a thread of its own, and give back that thread's connection."""
    from django.db import connection

    try:
        act(call, amount)
    finally:
        connection.close()


def _end(job: str, rows: list[tuple[str, str, int]]) -> dict:
    from matching.models import Budget, Job, ModelCall
    from matching.pipeline.money import job_purse, job_scope, lose, recount

    row = Job.objects.get(pk=job)
    open_ = job_purse(row)
    lose(ModelCall.objects.filter(state="open"), error="cloud_abandoned")
    budgets = {one.scope: [str(one.spent_usd), str(one.reserved_usd)] for one in Budget.objects.all()}
    return {
        "charged": str(sum(Decimal(charged) for charged, _, _ in rows)),
        "most": str(max(Decimal(most) for _, most, _ in rows)),
        "refused": sum(refused for _, _, refused in rows),
        "spent": str(open_.spent),
        "reserved": str(open_.reserved),
        "budgets": budgets,
        "ledger": {scope: [str(spent), str(reserved)] for scope, (spent, reserved) in recount().items()},
        "job": job_scope(row.pk),
    }


if __name__ == "__main__":
    main()
