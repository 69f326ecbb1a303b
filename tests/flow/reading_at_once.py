"""Four documents of one person for two jobs, read by four workers at once: prints how many candidates they are of.

Run with DATABASE_URL and DATA_DIR of an empty installation: python -m tests.flow.reading_at_once
"""

import sys
import threading

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402 - the applications have to be loaded first
from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from matching.models import CV, Match, Merge  # noqa: E402
from matching.pipeline.intake import receive  # noqa: E402
from matching.pipeline.jobs import open_job  # noqa: E402
from matching.pipeline.read import read_cv  # noqa: E402
from matching.schemas import Criterion, Rubric  # noqa: E402

TEXT = "Jane Doe\njane@doe.example\n\nWork experience\nPython developer, Larchmont Ltd, 2019 - 2025\n- Wrote services "
WORKERS = 4


def main() -> int:
    """Prints the numbers of candidates, of candidates of matches, and of merges."""
    call_command("migrate", verbosity=0)
    person = get_user_model().objects.create_user("owner")
    rubric = Rubric("Developer", (Criterion("a", "Python backend"),))
    jobs = [open_job(title=f"Job {number}", text="Python.", rubric=rubric, by=person) for number in range(2)]
    files = [SimpleUploadedFile(f"{number}.txt", f"{TEXT}{number}".encode()) for number in range(WORKERS)]
    cvs = [receive(jobs[number % 2], file, by=person) for number, file in enumerate(files)]
    start = threading.Barrier(WORKERS)
    threads = [threading.Thread(target=_read, args=(cv, start)) for cv in cvs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    read = CV.objects.filter(state=CV.State.READ).count()
    people = CV.objects.values("candidate").distinct().count(), Match.objects.values("candidate").distinct().count()
    sys.stdout.write(f"{read} read, {people[0]} and {people[1]} candidate, {Merge.objects.count()} merges")
    return 0


def _read(cv: CV, start: threading.Barrier) -> None:
    start.wait()
    try:
        read_cv(cv.pk)
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(main())
