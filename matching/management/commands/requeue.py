"""manage.py requeue: puts back whatever was claimed and abandoned. The scheduler also does it."""

from django.core.management.base import BaseCommand

from matching.management.commands.scheduler import announce
from matching.pipeline.reconcile import recover


class Command(BaseCommand):
    help = "Put back CVs and matches that were claimed and abandoned, and announce what waits."

    def handle(self, **options) -> None:
        found = recover()
        announce()
        self.stdout.write(f"{found} put back")
