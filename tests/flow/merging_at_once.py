"""Merges, undoings and readings of the same people by two workers at once: python -m tests.flow.merging_at_once.

Run with DATABASE_URL and DATA_DIR of an empty installation. Prints one JSON object: how each pair of acts ended, and
what is wrong afterwards.
"""

import json
import sys
import threading
from collections import Counter
from collections.abc import Callable

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402 - the applications have to be loaded first
from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import Error, connection  # noqa: E402
from django.db.models import F  # noqa: E402

from matching.exceptions import JobtrackerError  # noqa: E402
from matching.models import CV, Candidate, Match, Merge  # noqa: E402
from matching.pipeline.intake import receive  # noqa: E402
from matching.pipeline.jobs import open_job  # noqa: E402
from matching.pipeline.merging import merge, undo_merge  # noqa: E402
from matching.pipeline.read import read_cv  # noqa: E402
from matching.schemas import Criterion, Rubric  # noqa: E402

TURNS = 3
TRADES = ("Python developer", "Night nurse", "Crane driver")
NAMES = ("Jane Doe", "Ravi Nair", "Lena Orr")


class World:
    """Two jobs, and three people with a document each, anew for every turn."""

    def __init__(self) -> None:
        self.owner = get_user_model().objects.create_user("owner")
        rubric = Rubric("Developer", (Criterion("a", "Python backend"),))
        self.jobs = [open_job(title=f"Job {n}", text="Python.", rubric=rubric, by=self.owner) for n in range(2)]
        self.turn = 0
        self.people: list[Candidate] = []

    def people_it(self) -> None:
        self.turn += 1
        cvs = [self.stored(number, job=number % 2) for number in range(len(NAMES))]
        for cv in cvs:
            read_cv(cv.pk)
        self.people = [CV.objects.get(pk=cv.pk).candidate for cv in cvs]
        assert len({person.pk for person in self.people}) == len(NAMES)

    def stored(self, number: int, *, job: int, more: str = "") -> CV:
        """A document that came in and was not read."""
        address = f"{NAMES[number].split()[1].lower()}.{self.turn}@mail{number}.example"
        work = f"{TRADES[number]}, Firm {number} of turn {self.turn}, 2019 - 2025\n- Work of kind {number} {more}"
        text = f"{NAMES[number]} {'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[self.turn]}.\n{address}\n\nWork experience\n{work}"
        return receive(
            self.jobs[job], SimpleUploadedFile(f"{self.turn}-{number}{more}.txt", text.encode()), by=self.owner
        )

    def merging(self, kept: int, gone: int) -> Callable[[], None]:
        one, other = self.people[kept], self.people[gone]
        return lambda: merge(one, other, chosen={}, name=one.name, by=self.owner)

    def reading(self, number: int) -> Callable[[], None]:
        cv = self.stored(number, job=0, more="again")
        return lambda: read_cv(cv.pk)

    def undoing(self) -> Callable[[], None]:
        row = Merge.objects.latest("at")
        return lambda: undo_merge(row, by=self.owner)


def each_other(world: World) -> list[Callable]:
    return [world.merging(0, 1), world.merging(1, 0)]


def same_twice(world: World) -> list[Callable]:
    return [world.merging(0, 1), world.merging(0, 1)]


def two_into_one(world: World) -> list[Callable]:
    return [world.merging(0, 1), world.merging(0, 2)]


def undone_twice(world: World) -> list[Callable]:
    world.merging(0, 1)()
    return [world.undoing(), world.undoing()]


def while_a_document_of_the_kept_is_read(world: World) -> list[Callable]:
    return [world.merging(0, 1), world.reading(0)]


def while_a_document_of_the_gone_is_read(world: World) -> list[Callable]:
    return [world.merging(0, 1), world.reading(1)]


PAIRS = (
    each_other,
    same_twice,
    two_into_one,
    undone_twice,
    while_a_document_of_the_kept_is_read,
    while_a_document_of_the_gone_is_read,
)


def main() -> int:
    """Prints the story of all pairs."""
    call_command("migrate", verbosity=0)
    world = World()
    story = {}
    for pair in PAIRS:
        ends: Counter = Counter()
        wrong: list[str] = []
        for _ in range(TURNS if pair is not undone_twice else 2):
            world.people_it()
            ends[" and ".join(sorted(_at_once(pair(world))))] += 1
            wrong += _wrong(world)
        story[pair.__name__] = {"ends": sorted(ends), "wrong": wrong}
    sys.stdout.write(json.dumps(story))
    return 0


def _at_once(acts: list[Callable]) -> list[str]:
    start, ends = threading.Barrier(len(acts)), []
    threads = [threading.Thread(target=_run, args=(act, start, ends)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ends


def _run(act: Callable, start: threading.Barrier, ends: list[str]) -> None:
    start.wait()
    try:
        act()
        ends.append("done")
    except JobtrackerError as error:
        ends.append(error.code)
    except Error as error:
        ends.append(type(error).__name__)
    finally:
        connection.close()


def _wrong(world: World) -> list[str]:
    """What may not be: a document of nobody, a match of another candidate than its document, a document of nobody's."""
    cvs = CV.objects.filter(job__in=world.jobs)
    found = ["a document of nobody"] * cvs.filter(candidate=None).count()
    found += ["a match of another"] * Match.objects.exclude(candidate=F("cv__candidate")).count()
    return found + ["not read"] * cvs.exclude(state=CV.State.READ).count()


if __name__ == "__main__":
    sys.exit(main())
