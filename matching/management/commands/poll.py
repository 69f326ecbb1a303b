"""manage.py poll: does the workers' tasks without a broker, by looking for waiting rows."""

import logging
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone

from matching.models import CV, Archive, Job, Match, ModelPull
from matching.pipeline.assess import waiting_now
from matching.pipeline.reconcile import batches_due
from matching.tasks import assess, batch, escalate, estimate, pull, read, screen, unpack

logger = logging.getLogger(__name__)

EVERY_SECONDS = 0.5
READ_THREADS = 2
DEPTH = 8  # so that short tasks follow each other without waiting for the next look


class Command(BaseCommand):
    help = "Work without a broker: look for waiting rows and run the same tasks as the workers."
    requires_system_checks = []

    def handle(self, *args: object, **options: object) -> None:
        stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        readers, screeners = Crew("read", READ_THREADS), Crew("screen", settings.LOCAL_SLOTS)
        pullers, askers = Crew("pull", 1), Crew("cloud", settings.CLOUD_SLOTS)
        while not stop.is_set():
            try:
                look(readers, screeners, pullers, askers)
            except DatabaseError:
                logger.warning("the database did not answer; trying again", exc_info=True)
                connection.close()
            stop.wait(EVERY_SECONDS)
        readers.stop()
        screeners.stop()
        pullers.stop()
        askers.stop()


class Crew:
    """A few threads that each do one task at a time."""

    def __init__(self, name: str, size: int) -> None:
        self._pool = ThreadPoolExecutor(size, thread_name_prefix=name)
        self._size = size * DEPTH
        self._busy: set[Future] = set()

    def free(self) -> int:
        """How much more work may be handed over now."""
        self._busy = {future for future in self._busy if not future.done()}
        return self._size - len(self._busy)

    def do(self, task: Callable[..., None], **ids: str) -> None:
        self._busy.add(self._pool.submit(_run, task, ids))

    def stop(self) -> None:
        """Finish what runs, start nothing more."""
        self._pool.shutdown(cancel_futures=True)


def look(readers: Crew, screeners: Crew, pullers: Crew, askers: Crew) -> None:
    """Hand waiting rows to whoever is free. A claim decides who really does the work."""
    now = timezone.now()
    for pk in Archive.objects.due(now).order_by("created_at").values_list("pk", flat=True)[: readers.free()]:
        readers.do(unpack, archive_id=str(pk))
    for pk in CV.objects.due(now).order_by("created_at").values_list("pk", flat=True)[: readers.free()]:
        readers.do(read, cv_id=str(pk))
    for pk in Job.objects.to_estimate().values_list("pk", flat=True)[: readers.free()]:
        readers.do(estimate, job_id=str(pk))
    for pk in ModelPull.objects.filter(state=ModelPull.State.WAITING).values_list("pk", flat=True)[: pullers.free()]:
        pullers.do(pull, pull_id=str(pk))
    for pk in Job.objects.to_escalate().values_list("pk", flat=True)[: pullers.free()]:
        pullers.do(escalate, job_id=str(pk))
    for pk in batches_due(now)[: pullers.free()]:
        pullers.do(batch, batch_id=str(pk))
    if settings.ANTHROPIC_API_KEY and waiting_now(now).exists():
        for _ in range(min(askers.free(), settings.CLOUD_SLOTS)):
            askers.do(assess)
    if Match.objects.due(now).filter(job__in=Job.objects.screening()).exists():
        for _ in range(screeners.free()):
            screeners.do(screen)


def _run(task: Callable[..., None], ids: dict[str, str]) -> None:
    close_old_connections()
    try:
        task(**ids)
    except DatabaseError:
        logger.warning("a task stopped because the database did not answer; its row is taken up again", exc_info=True)
    finally:
        connection.close()
