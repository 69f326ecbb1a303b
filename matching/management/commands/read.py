"""manage.py read CV...: shows what was read of files."""

import json
import sys
from argparse import ArgumentParser
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from matching.pipeline.limits import limits
from matching.pipeline.people import describe
from matching.pipeline.piles import Document, documents_of
from matching.pipeline.rank import files_in, written
from matching.reading import read
from matching.reading.pool import OWN
from matching.redaction import redact
from matching.schemas import Reading


class Command(BaseCommand):
    help = "Show what was read of CV files: text, redacted text, hidden text, flags, pages, seconds."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("cvs", type=Path, nargs="+", metavar="CV")
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def handle(self, **options) -> None:
        with documents_of(files_in(options["cvs"]), limits=limits()) as documents, ThreadPoolExecutor(OWN.size) as pool:
            shown = list(pool.map(show, documents))
        if options["format"] == "json":
            self.stdout.write(json.dumps(shown, ensure_ascii=False, indent=2))
        else:
            for one in shown:
                self._text(one)
        failed = [one for one in shown if not one["ok"]]
        for one in failed:
            self.stderr.write(f"{one['file']}: {one['reason']}")
        if len(failed) == len(shown):
            raise CommandError("None of the files could be read.", returncode=2)
        if failed:
            sys.exit(1)

    def _text(self, one: dict) -> None:
        flags = ", ".join(one["flags"]) or "no flags"
        self.stdout.write(
            f"== {one['file']}: {one['pages']} pages, {one['extractor']}, {flags}, {one['seconds']:.2f} s"
        )
        self.stdout.write(one["redacted"])


def show(document: Document) -> dict:
    """One file's line of `read --format json`."""
    name = document.label.name
    reading = Reading(ok=False) if document.reason else read(document.path, name=name, limits=limits())
    person = describe(reading.text, file_name=name) if reading.ok else None
    return {
        "file": written(document.label),
        "ok": reading.ok,
        "reason": document.reason or reading.sentence,
        "media_type": reading.media_type,
        "pages": reading.pages,
        "text": reading.text,
        "redacted": redact(reading.text, file_name=name, known=person.known).text if person else "",
        "hidden": [{"page": page, "text": text} for page, text in reading.hidden],
        "flags": list(reading.flags),
        "extractor": reading.extractor,
        "seconds": round(reading.seconds, 3),
        "structure": person.structure.as_json() if person else {},
        "confidence": reading.confidence,
        "hidden_boxes": [list(box) for box in reading.hidden_boxes],
        "steps": {step: round(seconds, 4) for step, seconds in reading.steps.items()},
    }
