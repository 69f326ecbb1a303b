"""manage.py ingest JOB_ID CV...: the same intake as the browser's, for folders and scripts."""

import sys
import uuid
from argparse import ArgumentParser
from pathlib import Path

from django.core.files import File
from django.core.management.base import BaseCommand, CommandError

from matching.exceptions import JobtrackerError
from matching.models import Archive, Job
from matching.pipeline.intake import receive
from matching.pipeline.rank import files_in, written
from matching.tasks import enqueue_reads, enqueue_unpacks


class Command(BaseCommand):
    help = "Add CV files, folders or ZIPs of them to a job; workers read and screen them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("job_id", type=uuid.UUID, metavar="JOB_ID")
        parser.add_argument("cvs", type=Path, nargs="+", metavar="CV")

    def handle(self, **options) -> None:
        job = Job.objects.filter(pk=options["job_id"]).select_related("owner").first()
        if job is None:
            raise CommandError(
                "There is no job with this id: copy it from the address of the job's page.", returncode=2
            )
        stored = duplicates = failed = 0
        for path in files_in(options["cvs"]):
            try:
                if not path.is_file():  # opening a pipe would wait for ever
                    raise FileNotFoundError(path)
                with path.open("rb") as handle:
                    row = receive(job, File(handle, name=path.name), by=job.owner)
            except (JobtrackerError, OSError) as error:
                if getattr(error, "code", "") == "already_here":
                    duplicates += 1
                    continue
                sentence = str(error) if isinstance(error, JobtrackerError) else "The file cannot be opened."
                self.stderr.write(f"{written(path)}: {sentence}")
                failed += 1
                continue
            if "duplicate" in (row.state, row.reason):
                duplicates += 1
                continue
            stored += 1
            (enqueue_unpacks if isinstance(row, Archive) else enqueue_reads)([row.pk])
        self.stdout.write(f"{stored} stored, {duplicates} duplicates, {failed} failed")
        if not stored and not duplicates:
            raise CommandError("None of the files could be stored.", returncode=2)
        if failed:
            sys.exit(1)
