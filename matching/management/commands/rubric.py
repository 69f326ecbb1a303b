"""manage.py rubric JOB: drafts the criteria of a job text."""

import json
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from matching.exceptions import JobtrackerError
from matching.pipeline.draft import draft_by_model
from matching.pipeline.limits import limits
from matching.pipeline.rank import read_job
from matching.rubric import draft, dump, lint
from matching.schemas import Rubric

NO_CLOUD = "This version drafts no criteria by Claude yet: use --engine rules or local."


class Command(BaseCommand):
    help = "Draft the criteria of a job text, by rules or by the local model."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("job", type=Path, metavar="JOB")
        parser.add_argument("--engine", choices=["rules", "local", "cloud"], default="rules")
        parser.add_argument("--format", choices=["json", "table"], default="table")

    def handle(self, **options) -> None:
        if options["engine"] == "cloud":
            raise CommandError(NO_CLOUD, returncode=2)
        try:
            text = read_job(options["job"], limits=limits())
            rubric = draft_by_model(text) if options["engine"] == "local" else draft(text)
        except JobtrackerError as error:
            raise CommandError(str(error), returncode=2) from error
        if options["format"] == "json":
            self.stdout.write(json.dumps(dump(rubric), ensure_ascii=False, indent=2))
        else:
            self._table(rubric)
        for finding in lint(rubric.criteria):
            self.stderr.write(f"{finding.criterion_id}: {finding.sentence} {finding.alternative}".rstrip())

    def _table(self, rubric: Rubric) -> None:
        self.stdout.write(f"{rubric.title}  (version {rubric.version})")
        for criterion in rubric.criteria:
            self.stdout.write(f"{criterion.id}  {criterion.need:<6}  {criterion.label}")
            self.stdout.write(f"           0 {criterion.low} | 2 {criterion.mid} | 4 {criterion.high}")
