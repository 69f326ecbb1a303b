"""Verbs that change what belongs to a job, while somebody else holds the job: python -m tests.pipeline.lockers.

Each is run in a thread of its own while the job's row is locked, and has to wait for it with no other row in hand:
whoever locks the job first can lock nobody out. Then all are run against each other. Prints one JSON object: for each
verb the tables of which it held rows while it waited, and what the storm left behind. Needs an empty PostgreSQL.
"""

import json
import os
import random
import sys
import threading
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import timedelta

import django

from tests.servers.claude import ClaudeSimulator
from tests.servers.ollama import OllamaSimulator
from tests.services import wait_for

TURNS, WORKERS = 8, 4
LOCKED = """
    SELECT DISTINCT name.relname FROM pg_locks AS held JOIN pg_class AS name ON name.oid = held.relation
    WHERE held.pid = %s AND held.granted AND name.relkind = 'r' AND name.relname LIKE 'matching\\_%%'
        AND name.relname <> 'matching_job' AND held.mode IN ('RowShareLock', 'RowExclusiveLock')
"""
WAITING = "SELECT pid FROM pg_locks WHERE NOT granted AND pid <> pg_backend_pid() LIMIT 1"


@dataclass
class World:
    """A hybrid job with three CVs that both have read, and the two servers."""

    ollama: OllamaSimulator
    claude: ClaudeSimulator
    owner: object = None
    job: object = None
    matches: list = field(default_factory=list)


def main() -> None:
    with OllamaSimulator() as ollama, ClaudeSimulator(key="test-key") as claude:
        given = {"OLLAMA_HOST": ollama.url, "ANTHROPIC_BASE_URL": claude.url, "ANTHROPIC_API_KEY": "test-key"}
        os.environ.update(given, CLOUD_MODEL="claude-haiku-5-5", CLOUD_SLOTS="4", MONTHLY_BUDGET_USD="1000")
        django.setup()
        from django.contrib.auth import get_user_model
        from django.core.management import call_command

        from tests.pipeline.locked_verbs import BEFORE_IT_ENDS, VERBS

        call_command("migrate", verbosity=0)
        world = World(ollama, claude, get_user_model().objects.create_user("owner"))
        held = {verb.__name__: _held(world, verb) for verb in VERBS}
        held |= {verb.__name__: _held(world, verb, early=False) for verb in BEFORE_IT_ENDS}
        sys.stdout.write(json.dumps({"held": held, "storm": _storm(world, VERBS + BEFORE_IT_ENDS)}))


def _held(world: World, verb: Callable, *, early: bool = True) -> list[str] | str:
    """The tables of which a verb has rows in hand while it waits for the job, or what became of it instead. One that is
    not `early` is held up by the model server until the job is locked."""
    from django.db import connection, transaction

    from matching.pipeline.jobs import hold

    _people_the(world)
    act = verb(world)
    ended: list[str] = []
    with ExitStack() as held_up:
        thread = threading.Thread(target=_run, args=(act, ended), daemon=True)
        if not early:
            held_up.enter_context(act.server.hold())
            thread.start()
            assert act.server.wait_for(act.in_flight), "no call came"
        with transaction.atomic():
            hold(world.job.pk)
            held_up.close()
            if early:
                thread.start()
            with connection.cursor() as cursor:
                waiter = wait_for(lambda: _asked(cursor, WAITING) or ended, what=f"{verb.__name__} waits for the job")
                found = "did not wait" if waiter is ended else _asked(cursor, LOCKED, *waiter)
        thread.join()
    return found if ended == [""] else ended[0]


def _asked(cursor, sql: str, *given: object) -> list:
    cursor.execute(sql, given)
    return sorted(row[0] for row in cursor.fetchall())


def _run(act: Callable, ended: list[str]) -> None:
    from django.db import Error, connection

    try:
        act()
        ended.append("")
    except Error as error:
        ended.append(f"{type(error).__name__}: {error}")
    finally:
        connection.close()


def _people_the(world: World) -> None:
    """A job of its own for the next verb."""
    from matching.models import Job, Match
    from matching.pipeline.jobs import open_job
    from matching.schemas import Criterion, Need, Rubric
    from tests.pipeline.asking import hybrid
    from tests.views.rows import assessed, scored

    Job.objects.update(status="closed")
    criteria = (Criterion("a", "Python backend", Need.MUST), Criterion("b", "PostgreSQL", Need.SHOULD))
    world.job = hybrid(open_job(title="Engineer", text="Python.", rubric=Rubric("Engineer", criteria), by=world.owner))
    for score in (60, 70, 80):
        assessed(scored(world.job, score), score)
    rows = Match.objects.filter(job=world.job).select_related("job__rubric", "candidate", "cv")
    world.matches = list(rows.order_by("pk"))


def _storm(world: World, verbs: tuple) -> dict:
    """Everybody at once on one job, round after round."""
    from django.utils import timezone

    from matching.models import Budget, Escalation, Match, ModelCall
    from matching.pipeline.money import recount
    from matching.pipeline.reconcile import recover
    from tests.pipeline.asking import assess_all, screen_all

    _people_the(world)
    ModelCall.objects.filter(prefix="p").update(cost_usd=0)  # of rows made without any budget
    ended: list[str] = []
    start = threading.Barrier(WORKERS)
    threads = [threading.Thread(target=_turns, args=(world, verbs, seed, start, ended)) for seed in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    later = timezone.now() + timedelta(hours=1)
    Escalation.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    recover(now=later)
    screen_all()
    assess_all()
    busy = {"screening", "assessing", "waiting"}
    booked = {row.scope: (row.spent_usd, row.reserved_usd) for row in Budget.objects.all()}
    return {
        "faults": sorted(set(ended) - {""}),
        "turns": len(ended),
        "budgets agree": _without_nothing(recount()) == _without_nothing(booked),
        "still busy": sorted({*Match.objects.filter(job=world.job).values_list("state", flat=True)} & busy),
    }


def _without_nothing(sums: dict) -> dict:
    return {scope: amounts for scope, amounts in sums.items() if any(amounts)}


def _turns(world: World, verbs: tuple, seed: int, start: threading.Barrier, ended: list[str]) -> None:
    chance = random.Random(seed)
    start.wait()
    for _ in range(TURNS):
        _run(lambda: chance.choice(verbs)(world)(), ended)


if __name__ == "__main__":
    main()
