"""manage.py demo: loads the demo job with its invented candidates, once."""

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from matching.pipeline.demo import load_demo
from matching.tasks import enqueue_reads


class Command(BaseCommand):
    help = "Load a demo job with about 30 invented candidates."

    def handle(self, **options) -> None:
        owner = get_user_model().objects.filter(is_superuser=True).order_by("pk").first()
        if owner is None:
            raise CommandError("There is no account yet: run script/start first.", returncode=2)
        job, cv_ids = load_demo(by=owner)
        enqueue_reads(cv_ids)
        self.stdout.write(f"Demo job: {job.title}, {len(cv_ids)} files to read" if cv_ids else "The demo job is there.")
