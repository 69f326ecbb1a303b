"""manage.py rubric JOB: drafts the criteria of a job text."""

import json
from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from matching.exceptions import JobtrackerError
from matching.pipeline.cloud import default_client
from matching.pipeline.draft import draft_by_claude, draft_by_model
from matching.pipeline.limits import limits
from matching.pipeline.rank import read_job
from matching.pipeline.till import Till
from matching.rubric import draft, dump, lint
from matching.schemas import Rubric


class Command(BaseCommand):
    help = "Draft the criteria of a job text, by rules, by the local model, or by Claude (which costs money)."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("job", type=Path, metavar="JOB")
        parser.add_argument("--engine", choices=["rules", "local", "cloud"], default="rules")
        parser.add_argument("--format", choices=["json", "table"], default="table")

    def handle(self, **options) -> None:
        try:
            rubric = self._draft(read_job(options["job"], limits=limits()), engine=options["engine"])
        except JobtrackerError as error:
            raise CommandError(str(error), returncode=2) from error
        if options["format"] == "json":
            self.stdout.write(json.dumps(dump(rubric), ensure_ascii=False, indent=2))
        else:
            self._table(rubric)
        for finding in lint(rubric.criteria):
            self.stderr.write(f"{finding.criterion_id}: {finding.sentence} {finding.alternative}".rstrip())

    def _draft(self, text: str, *, engine: str) -> Rubric:
        if engine == "rules":
            return draft(text)
        if engine == "local":
            return draft_by_model(text)
        model, till = default_client(), Till(settings.JOB_BUDGET_USD)
        try:
            return draft_by_claude(text, model=model, till=till)
        finally:
            self.stderr.write(f"{model.name}: ${till.spent:.4f} spent, of ${till.limit:.2f} at most (JOB_BUDGET_USD).")

    def _table(self, rubric: Rubric) -> None:
        self.stdout.write(f"{rubric.title}  (version {rubric.version})")
        for criterion in rubric.criteria:
            self.stdout.write(f"{criterion.id}  {criterion.need:<6}  {criterion.label}")
            self.stdout.write(f"           0 {criterion.low} | 2 {criterion.mid} | 4 {criterion.high}")
