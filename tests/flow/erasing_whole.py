"""A person with files, pages, scores and a report is erased: prints where a word of theirs stands before and after.

Run with DATABASE_URL, DATA_DIR and BROKER_URL of an empty installation, and the two simulated model servers:
python -m tests.flow.erasing_whole
"""

import io
import json
import sys
from collections.abc import Iterable
from pathlib import Path

import django

django.setup()

from django.apps import apps  # noqa: E402 - the applications have to be loaded first
from django.conf import settings  # noqa: E402
from django.contrib.auth import get_user_model  # noqa: E402
from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: E402
from django.core.management import call_command  # noqa: E402
from redis import Redis  # noqa: E402

from matching.models import CV, Candidate, Job, Match, ModelCall  # noqa: E402
from matching.pipeline.archives import unpack  # noqa: E402
from matching.pipeline.assess import assess_next  # noqa: E402
from matching.pipeline.escalate import ask  # noqa: E402
from matching.pipeline.intake import receive  # noqa: E402
from matching.pipeline.jobs import open_job  # noqa: E402
from matching.pipeline.override import set_level  # noqa: E402
from matching.pipeline.preview import page_picture  # noqa: E402
from matching.pipeline.read import read_cv  # noqa: E402
from matching.pipeline.screen import Step, screen_next  # noqa: E402
from matching.schemas import Criterion, Rubric  # noqa: E402
from matching.tasks import enqueue_reads  # noqa: E402
from tests.reading import pdfs, zips  # noqa: E402

NAME, WORD = "quagmire", "zanzibark"  # the name's, which no model ever sees, and one of the text; of this person alone
LINES = (
    "Jane Quagmire",
    "jane@quagmire.example",
    "Work experience",
    "Python developer, Quagmire Shipping Ltd, 2019 - 2025",
    "- Led the Zanzibark team: Python backend",
)
OTHER = b"Otto Example\notto@example.example\n\nWork experience\nPython developer, North Ltd, 2016 - 2025\n- Python\n"


def main() -> int:
    call_command("migrate", verbosity=0)
    person = get_user_model().objects.create_user("owner")
    rubric = Rubric("Developer", (Criterion("a", "Python backend"),))
    job = open_job(title="Developer", text="Python.", rubric=rubric, by=person)
    Job.objects.update(strategy="hybrid")
    arrive(job, person)
    score(job, person)
    before = places()
    candidates = Candidate.objects.filter(name__icontains=NAME, cvs__isnull=False).distinct()
    people = list(candidates.values_list("pk", flat=True))
    for pk in people:
        call_command("erase", str(pk), "--yes", stdout=io.StringIO())
    calls = ModelCall.objects.exclude(act="screen").values_list("state", "answer")
    left = {
        "people": len(people),
        "before": before,
        "after": places(),
        "calls": [list(call) for call in calls],
        "files": sum(path.is_file() for path in Path(settings.MEDIA_ROOT).rglob("*")),
        "cvs": list(CV.objects.values_list("original_name", flat=True)),
    }
    sys.stdout.write(json.dumps(left))
    return 0


def arrive(job: Job, person) -> None:
    """Two documents, one of them twice, and a ZIP with another and with somebody else's; the pages are looked at."""
    pdf = pdfs.pdf(lambda canvas: pdfs.lines(canvas, LINES))
    text = "\n".join([*LINES, "- And the Quagmire timetable"]).encode()
    for name, data in (("Jane Quagmire.pdf", pdf), ("quagmire.txt", text), ("quagmire again.pdf", pdf)):
        receive(job, SimpleUploadedFile(name, data), by=person)
    pile = {"Quagmire/cv.txt": text + b"\n- More", "otto.txt": OTHER}
    archive = receive(job, SimpleUploadedFile("Quagmire.zip", zips.zip_of(pile)), by=person)
    for _ in unpack(archive.pk):
        pass
    for cv in CV.objects.filter(state="waiting"):
        enqueue_reads([cv.pk])  # nobody takes these messages: they stay in the broker
        read_cv(cv.pk)
    page_picture(CV.objects.get(original_name="Jane Quagmire.pdf"), number=1)


def score(job: Job, person) -> None:
    """Screened, assessed, and marked by a person with a word about them."""
    while screen_next(slots=1) == Step.DONE:
        pass
    ask(Match.objects.select_related("job", "candidate", "cv"), by=person)
    while assess_next() == Step.DONE:
        pass
    set_level(Match.objects.filter(candidate__name__icontains=NAME).first(), "a", level=4, note="Quagmire!", by=person)


def places() -> list[str]:
    """Where one of the words stands: tables, files of the data directory, and the broker."""
    found = {kind._meta.db_table for kind in apps.get_models() if says(repr(row) for row in kind.objects.values())}
    root = Path(settings.DATA_DIR)
    for path in root.rglob("*"):
        if path.is_file() and says([path.name.encode(), path.read_bytes()]):
            found.add("media" if "media" in path.parts else path.name)
    broker = Redis.from_url(settings.BROKER_URL)
    keys = list(broker.scan_iter())
    assert broker.llen("read") > 0, "no message was sent"
    if says(part for key in keys for part in (key, broker.dump(key) or b"")):
        found.add("broker")
    return sorted(found)


def says(parts: Iterable[str | bytes]) -> bool:
    lower = ((part.encode() if isinstance(part, str) else part).lower() for part in parts)
    return any(NAME.encode() in part or WORD.encode() in part for part in lower)


if __name__ == "__main__":
    sys.exit(main())
