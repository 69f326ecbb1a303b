"""manage.py doctor: checks the installation; each line ok, warning or fault, with the mend."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import asdict

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from matching.pipeline.doctor import (
    Check,
    Health,
    check_database,
    check_model,
    check_ocr,
    check_office,
    check_scanner,
    check_scheduler,
    check_storage,
)
from matching.pipeline.doctor_cloud import check_cloud, check_money
from matching.tasks import broker_answers, workers_answering

QUEUES = {"read", "screen", "default"}
CLOUD_QUEUE = "cloud"


class Command(BaseCommand):
    help = "Check database, broker, workers, the local model, Claude and text recognition."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def handle(self, **options) -> None:
        reading = [check_ocr(), check_office(), check_scanner()]
        checks = [*check_database(), check_storage(), *check_broker(), check_scheduler(), *check_model(), *reading]
        checks += [*check_cloud(), *([check_money()] if checks[0].health == Health.OK else [])]
        if options["format"] == "json":
            self.stdout.write(json.dumps([asdict(check) for check in checks], indent=2))
        else:
            for check in checks:
                self.stdout.write(f"{check.health:<8} {check.name:<17} {check.sentence} {check.mend}".rstrip())
        if any(check.health == Health.FAULT for check in checks):
            raise CommandError("Something has to be mended: see the lines marked fault.", returncode=1)


def check_broker() -> Iterator[Check]:
    """Whether messages can be sent and somebody takes them."""
    if not settings.BROKER_URL:
        yield Check("broker", Health.WARNING, "No broker: the poll runner works instead.", "Install valkey or redis.")
        return
    if not broker_answers():
        yield Check("broker", Health.FAULT, "The broker does not answer.", "Run script/start, or check BROKER_URL.")
        return
    yield Check("broker", Health.OK, "The broker answers.")
    missing = (QUEUES | ({CLOUD_QUEUE} if settings.ANTHROPIC_API_KEY else set())) - workers_answering()
    if missing:
        queues = ", ".join(sorted(missing))
        yield Check("workers", Health.FAULT, f"No worker listens to: {queues}.", "Run script/start, or start workers.")
    else:
        yield Check("workers", Health.OK, "Workers listen to every queue.")
