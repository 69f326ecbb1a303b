"""manage.py rank JOB CV...: ranks files against a job text, touching neither database nor broker."""

import csv
import json
import sys
from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from matching.exceptions import JobtrackerError
from matching.pipeline.cloud import default_client
from matching.pipeline.limits import limits
from matching.pipeline.rank import Ranking, files_in, rank_by_estimate, rank_by_model, read_files, read_job
from matching.pipeline.rank_cloud import rank_by_cloud
from matching.pipeline.servers import local_model
from matching.rubric import draft, parse
from matching.schemas import Rubric


class Command(BaseCommand):
    help = "Rank CV files or folders against a job text. Unreadable files are listed with their reasons."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("job", type=Path, metavar="JOB", help="a text, PDF or DOCX file with the posting")
        parser.add_argument("cvs", type=Path, nargs="+", metavar="CV", help="CV files or folders of them")
        parser.add_argument("--engine", choices=["auto", "estimate", "local", "cloud"], default="auto")
        parser.add_argument(
            "--rubric", type=Path, metavar="FILE.json", help="criteria, as `rubric --format json` prints them"
        )
        parser.add_argument("--format", choices=["table", "json", "csv"], default="table")
        parser.add_argument("--top", type=int, metavar="N", help="show the first N only")

    def handle(self, **options) -> None:
        if options["top"] is not None and options["top"] < 1:
            raise CommandError("--top needs a number from 1.", returncode=2)
        try:
            job_text = read_job(options["job"], limits=limits())
            rubric = load_rubric(options["rubric"]) if options["rubric"] else draft(job_text)
            engine = self._engine(options["engine"])
        except JobtrackerError as error:
            raise CommandError(str(error), returncode=2) from error
        files = read_files(files_in(options["cvs"]), limits=limits(), job_text=job_text)
        if engine == "local":
            ranking = rank_by_model(rubric, files, job_text=job_text, model=local_model(), slots=settings.LOCAL_SLOTS)
        elif engine == "cloud":
            model, limit = default_client(), settings.JOB_BUDGET_USD
            ranking = rank_by_cloud(rubric, files, model=model, slots=settings.CLOUD_SLOTS, limit=limit)
        else:
            ranking = rank_by_estimate(rubric, files, job_text=job_text)
        self._print(ranking, options["format"], options["top"])
        for line in ranking.failed:
            self.stderr.write(f"{line['file']}: {line['reason']}")
        if not ranking.ranked:
            raise CommandError("None of the files could be ranked.", returncode=2)
        if ranking.failed:
            sys.exit(1)

    def _engine(self, wanted: str) -> str:
        if wanted == "estimate":
            return "estimate"
        if wanted == "cloud":
            default_client()
            return "cloud"
        status = local_model().status()
        if not status.fault:
            return "local"
        if wanted == "local":
            raise JobtrackerError(status.fault, f"{status.sentence} {status.mend}")
        happened = status.sentence.partition(". ")[0]
        self.stderr.write(f"{happened}. Ranked by the quick estimate instead.")
        return "estimate"

    def _print(self, ranking: Ranking, form: str, top: int | None) -> None:
        data = ranking.as_json()
        data["ranked"] = data["ranked"][:top]
        if form == "json":
            self.stdout.write(json.dumps(data, ensure_ascii=False, indent=2))
        elif form == "csv":
            columns = ["rank", "file", "score", "uncertainty", "band", "why", "gap", "flags", "seconds", "cost_usd"]
            writer = csv.DictWriter(self.stdout, columns, extrasaction="ignore", lineterminator="\n")
            writer.writeheader()
            for line in data["ranked"]:
                words = {name: _cell(line[name]) for name in ("file", "why", "gap")}
                writer.writerow({**line, **words, "flags": " ".join(line["flags"])})
        else:
            self.stdout.write(
                f"{data['job']['title']}  ({data['engine']}{', ' + data['model'] if data['model'] else ''})"
            )
            for line in data["ranked"]:
                plus_minus = f" +-{line['uncertainty']:.0f}" if line["uncertainty"] is not None else ""
                band = f"  {line['band']}" if line["band"] else ""
                name = Path(line["file"]).name
                self.stdout.write(
                    f"{line['rank']:>4}  {line['score']:5.1f}{plus_minus}{band}  {name}  {line['why']} {line['gap']}"
                )


def _cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula: file names and a model's words come from strangers."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def load_rubric(path: Path) -> Rubric:
    """The criteria of a JSON file; raises JobtrackerError with a sentence."""
    try:
        return parse(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise JobtrackerError("no_rubric", f"The rubric file {path} is not a readable JSON file.") from error
