"""The flow on one page: a task loads, calls one verb, and enqueues what comes next. Messages carry ids, or nothing."""

import contextlib
import logging
import traceback
import uuid
from collections.abc import Callable, Iterable, Iterator

from celery import Task, shared_task
from django.conf import settings
from django.db import DatabaseError, transaction
from django.db.models import QuerySet
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

from jobtracker.celery import app
from matching.models import CV, Archive
from matching.pipeline.archives import fail_unpacking
from matching.pipeline.archives import unpack as unpack_archive
from matching.pipeline.assess import assess_next
from matching.pipeline.batches import advance
from matching.pipeline.calibrate import calibrate as calibrate_model
from matching.pipeline.calibrate import due as calibrations_due
from matching.pipeline.calibrate import matches_of
from matching.pipeline.escalate import escalate_job
from matching.pipeline.estimate import estimate_job
from matching.pipeline.pulls import pull as pull_model
from matching.pipeline.read import fail_reading, read_cv
from matching.pipeline.screen import Step, screen_next
from matching.pipeline.shown import show

logger = logging.getLogger(__name__)

LONGEST_QUEUE = 100


@contextlib.contextmanager
def _closing(what: str, fail: Callable[..., object], pk: uuid.UUID, token: uuid.UUID) -> Iterator[None]:
    """A task's edge: whatever a file does inside, its row says so. A fault of the database is the database's."""
    try:
        yield
    except DatabaseError:
        raise
    except Exception as error:  # noqa: BLE001 - the one place where everything is caught
        place = traceback.extract_tb(error.__traceback__)[-1]
        logger.error("%s failed: %s at %s:%s", what, type(error).__name__, place.filename, place.lineno)
        fail(pk, token=token, reason="crashed")


@shared_task(name="matching.read")
def read(*, cv_id: str) -> None:
    """Read one CV; the match that comes of it may be screened, and the last of a pile lets the cohort be estimated."""
    pk, token, outcome = uuid.UUID(cv_id), uuid.uuid4(), None
    with _closing("reading a CV", fail_reading, pk, token):
        outcome = read_cv(pk, token=token)
    if outcome is None:
        return
    if outcome.last:
        enqueue_estimate(outcome.job_id)
    if outcome.match_id:
        kick_screen()


@shared_task(name="matching.unpack")
def unpack(*, archive_id: str) -> None:
    """Unpack one archive; its CVs are read while it goes on."""
    pk, token = uuid.UUID(archive_id), uuid.uuid4()
    with _closing("unpacking an archive", fail_unpacking, pk, token):
        for cv_ids in unpack_archive(pk, token=token):
            enqueue_reads(cv_ids)


@shared_task(name="matching.estimate")
def estimate(*, job_id: str) -> None:
    """Put the matches of a job in their quick order."""
    estimate_job(uuid.UUID(job_id))


@shared_task(name="matching.screen")
def screen() -> None:
    """Use one permission: screen the best waiting match if a slot is free, then pass the permission on.

    A second one finds a slot that had to wait while this call warmed the server's cache, unless enough are in line.
    """
    if screen_next(slots=settings.LOCAL_SLOTS) == Step.DONE:
        publish(screen)
        if queue_length("screen") < settings.LOCAL_SLOTS > 1:
            publish(screen)


@shared_task(name="matching.escalate")
def escalate(*, job_id: str) -> None:
    """Choose who of a job goes on to Claude, if it is time; those who do are assessed at once or in the night."""
    if escalate_job(uuid.UUID(job_id)):
        kick_assess()


@shared_task(name="matching.assess")
def assess() -> None:
    """Use one permission: assess the best match that waits, then pass the permission on, as `screen` does.

    When enough have both readings, the local model's scale is fitted anew.
    """
    if assess_next() == Step.DONE:
        publish(assess)
        if queue_length("cloud") < settings.CLOUD_SLOTS > 1:
            publish(assess)
        if calibrations_due() and not (settings.BROKER_URL and publish(calibrate)):
            calibrate()


@shared_task(name="matching.batch")
def batch(*, batch_id: str) -> None:
    """Take one step of an overnight batch; the next at once where one may follow, else the scheduler's."""
    if advance(uuid.UUID(batch_id)):
        publish(batch, batch_id=batch_id)


@shared_task(name="matching.calibrate")
def calibrate() -> None:
    """Fit what has enough new pairs, and show the scores that change with it."""
    for one in calibrations_due():
        if version := calibrate_model(**one):
            for match_id in matches_of(version):
                show(match_id, is_news=False)


def enqueue_escalate(job_id: uuid.UUID) -> None:
    """Have it chosen anew who of a job goes on, once the transaction is committed."""
    _after_commit(lambda: publish(escalate, job_id=str(job_id)))


def enqueue_batch(batch_id: uuid.UUID) -> None:
    """Have an overnight batch go on, once the transaction is committed."""
    _after_commit(lambda: publish(batch, batch_id=str(batch_id)))


def kick_assess() -> None:
    """Give as many permissions to assess as calls may be in flight, unless enough of them are in line."""
    _after_commit(_publish_assess)


def _publish_assess() -> None:
    for _ in range(settings.CLOUD_SLOTS - queue_length("cloud")):
        publish(assess)


def enqueue_reads(cv_ids: Iterable[uuid.UUID]) -> None:
    """Announce CVs to read after the commit; what could not be announced is found by the scheduler."""
    ids = list(cv_ids)
    _after_commit(lambda: _announce(read, "cv_id", ids, rows=CV.objects.all()))


def enqueue_unpacks(archive_ids: Iterable[uuid.UUID]) -> None:
    """Announce archives to unpack after the commit; what could not be announced is found by the scheduler."""
    ids = list(archive_ids)
    _after_commit(lambda: _announce(unpack, "archive_id", ids, rows=Archive.objects.all()))


def _announce(task: Task, key: str, ids: list[uuid.UUID], *, rows: QuerySet) -> None:
    for position, pk in enumerate(ids):
        if not publish(task, **{key: str(pk)}):
            rows.filter(pk__in=ids[position:]).update(dispatched_at=None)
            return


def enqueue_estimate(job_id: uuid.UUID) -> None:
    """Have a job's cohort estimated again once the transaction is committed."""
    _after_commit(lambda: publish(estimate, job_id=str(job_id)))


def kick_screen() -> None:
    """Give as many permissions to screen as the server has slots, unless enough of them are in line."""
    _after_commit(_publish_permissions)


def _publish_permissions() -> None:
    for _ in range(settings.LOCAL_SLOTS - queue_length("screen")):
        publish(screen)


def _after_commit(announce: Callable[[], object]) -> None:
    # Robust: a broker that is away must not turn a committed request into an error.
    transaction.on_commit(announce, robust=True)


def publish(task: Task, **ids: str) -> bool:
    """Send one message; False when the broker cannot be reached. Without a broker the poll runner looks for itself."""
    if not settings.BROKER_URL:
        return True
    try:
        task.apply_async(kwargs=ids)
    except (OperationalError, OSError) as error:
        logger.warning("the broker cannot be reached (%s); the scheduler announces again", type(error).__name__)
        return False
    return True


def broker_answers() -> bool:
    """Whether messages can be sent; True without a broker, where none are."""
    if not settings.BROKER_URL:
        return True
    try:
        with app.connection_for_write() as connection:
            return bool(connection.default_channel.client.ping())
    except (OperationalError, OSError, RedisError):
        return False


def workers_answering(*, seconds: float = 1.0) -> set[str]:
    """The queues that some worker listens to, among those that answer within `seconds`."""
    if not settings.BROKER_URL:
        return set()
    try:
        queues = app.control.inspect(timeout=seconds).active_queues() or {}
    except (OperationalError, OSError, RedisError):
        return set()
    return {queue["name"] for of_worker in queues.values() for queue in of_worker}


def queue_length(queue: str) -> int:
    """How many messages wait in a queue; 0 without a broker or when it cannot be reached."""
    if not settings.BROKER_URL:
        return 0
    try:
        with app.connection_for_write() as connection:
            return connection.default_channel.client.llen(queue)
    except (OperationalError, OSError, RedisError):
        return 0


@shared_task(name="matching.pull")
def pull(*, pull_id: str) -> None:
    """Download one model onto the model server."""
    pull_model(uuid.UUID(pull_id))


def enqueue_pull(pull_id: uuid.UUID) -> None:
    """Have a model downloaded once the transaction is committed."""
    _after_commit(lambda: publish(pull, pull_id=str(pull_id)))
