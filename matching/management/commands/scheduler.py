"""manage.py scheduler: recovers abandoned work and announces what waits, for as long as it runs."""

import logging
import signal
import threading
import time

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import DatabaseError, connection
from django.utils import timezone

from matching.pipeline.claims import lead, worker_name
from matching.pipeline.erasing import empty_journal
from matching.pipeline.reconcile import tick
from matching.pipeline.sweeping import sweep_files
from matching.pipeline.waiting import retry_waiting
from matching.tasks import (
    LONGEST_QUEUE,
    enqueue_batch,
    enqueue_escalate,
    enqueue_estimate,
    enqueue_pull,
    enqueue_reads,
    enqueue_unpacks,
    kick_assess,
    kick_screen,
    queue_length,
)

logger = logging.getLogger(__name__)

EVERY_SECONDS = 2.0
LEAD_SECONDS = 10.0
SWEEP_SECONDS = 3600.0
LOOK_SECONDS = 30.0


class Command(BaseCommand):
    help = "Recover abandoned work and announce what waits. One process leads; others stand by."
    requires_system_checks = []

    def handle(self, *args: object, **options: object) -> None:
        stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        sweep_at = look_at = time.monotonic()
        while not stop.is_set():
            try:
                if lead("reconciler", owner=worker_name(), seconds=LEAD_SECONDS):
                    announce()
                    if time.monotonic() >= sweep_at:
                        sweep_at += SWEEP_SECONDS
                        sweep_files(now=timezone.now())
                        empty_journal()
                    if time.monotonic() >= look_at:
                        look_at += LOOK_SECONDS
                        enqueue_reads(retry_waiting())
            except DatabaseError:
                logger.warning("the database did not answer; trying again", exc_info=True)
                connection.close()
            stop.wait(EVERY_SECONDS)


def announce() -> None:
    """Do one tick and publish what it found; a queue that is long already is left to be worked off."""
    found = tick(announce_reads=bool(settings.BROKER_URL) and queue_length("read") <= LONGEST_QUEUE)
    enqueue_reads(found.cv_ids)
    enqueue_unpacks(found.archive_ids)
    if not queue_length("default"):
        for job_id in found.job_ids:
            enqueue_estimate(job_id)
        for pull_id in found.pull_ids:
            enqueue_pull(pull_id)
        for job_id in found.escalate_ids:
            enqueue_escalate(job_id)
    if not queue_length("cloud"):
        for batch_id in found.batch_ids:
            enqueue_batch(batch_id)
    if found.screen:
        kick_screen()
    if found.assess:
        kick_assess()
