"""ZIP files of CVs: stored whole, then unpacked into one CV a file; a worker that dies loses nothing."""

import contextlib
import errno
import hashlib
import logging
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.contrib.auth.models import AbstractBaseUser
from django.core.files import File
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils import timezone

from matching.exceptions import UnreadableError
from matching.models import CV, Archive, Job
from matching.pipeline.claims import claim, give_back, heartbeat
from matching.pipeline.jobs import hold, touch
from matching.pipeline.limits import limits
from matching.pipeline.locks import LOCKED, lock, unlocked
from matching.pipeline.restoring import is_lost, put_back
from matching.pipeline.storing import digest_of, name_of, stored
from matching.reading.archives import SKIPPED, Entry
from matching.reading.pool import OWN

logger = logging.getLogger(__name__)

DEADLINE_SECONDS = 3600
BATCH = 20
BATCH_BYTES = 32 * 1024 * 1024
MOST_RACES = 5
NO_SPACE = {errno.ENOSPC, errno.EDQUOT}
SPACE_SECONDS = 60.0
_STORAGE = CV._meta.get_field("file").storage
_TOLD: set[uuid.UUID] = set()


def receive_archive(job: Job, upload: File, *, by: AbstractBaseUser) -> Archive:
    """Store a ZIP whole and put it in line to be unpacked; the same bytes on the same job are not unpacked twice,
    unless a file that came of them was lost since.
    """
    now = timezone.now()
    archive = Archive(
        job=job,
        original_name=name_of(upload),
        size=upload.size,
        sha256=digest_of(upload),
        uploaded_by=by,
        available_at=now,
        dispatched_at=now,
    )
    known = Archive.objects.filter(job=job, sha256=archive.sha256).exclude(state=Archive.State.UNREADABLE)
    if known.exists() and not any(map(is_lost, CV.objects.filter(archive__in=known).exclude(state="duplicate"))):
        archive.state, archive.reason, archive.finished_at = Archive.State.UNPACKED, "duplicate", now
        storing = contextlib.nullcontext()
    else:
        storing = stored(archive, upload)
    with storing, transaction.atomic():
        hold(job.pk)
        archive.save(force_insert=True)
        touch(job.pk)
    return archive


def retry_archive(archive: Archive) -> bool:
    """Put an archive that could not be unpacked in line again; False when it is not unreadable, or not there."""
    return _retry(archive)


def unlock_archive(archive: Archive, password: str) -> bool:
    """Put a locked archive in line again with the password that opens it; False when it does not wait for one.

    The password is kept as that of a CV: encrypted, and only until the archive was unpacked with it.
    """
    return bool(password) and archive.reason in LOCKED and _retry(archive, unlock=lock(password))


def _retry(archive: Archive, **changes: str) -> bool:
    now = timezone.now()
    with transaction.atomic():
        hold(archive.job_id)
        failed = Archive.objects.filter(pk=archive.pk, state=Archive.State.UNREADABLE).exclude(reason="erased")
        changed = failed.update(
            state=Archive.State.WAITING, reason="", detail="", attempt=0, available_at=now, dispatched_at=now, **changes
        )
        touch(archive.job_id)
    return bool(changed)


def retry_all_archives(job: Job, *, reason: str = "") -> list[uuid.UUID]:
    """Put every archive of a job that could not be unpacked in line again, or those of one reason; their ids."""
    failed = Archive.objects.filter(job=job, state=Archive.State.UNREADABLE, **({"reason": reason} if reason else {}))
    return [archive.pk for archive in failed if retry_archive(archive)]


def unpack(archive_id: uuid.UUID, *, token: uuid.UUID | None = None) -> Iterator[list[uuid.UUID]]:
    """Make a CV of each file in a waiting archive; yields the ids that wait to be read, some at a time.

    Nothing happens when another worker has it or it is done. Entries that an earlier attempt stored are known by their
    ids and passed over. `token` marks the claim, for `fail_unpacking`; without one a new one is made.
    """
    token = claim(Archive.objects.filter(pk=archive_id), token=token)
    if token is None:
        return
    archive = Archive.objects.get(pk=archive_id)
    heartbeat.hold(Archive, token, deadline_seconds=DEADLINE_SECONDS)
    try:
        yield from _unpack(archive, token)
    finally:
        heartbeat.release(token)


def fail_unpacking(archive_id: uuid.UUID, *, token: uuid.UUID, reason: str, detail: str = "") -> bool:
    """Close an archive that was claimed with `token`; its file stays for another try. False when the claim is lost."""
    return _close(archive_id, token, state=Archive.State.UNREADABLE, reason=reason, detail=detail[:200])


def clear_unpacked() -> int:
    """Delete the files of archives whose every entry is a CV of its own; how many went.

    One that the disk does not let go of is named in the log, once, and tried again the next time.
    """
    gone = 0
    for archive in Archive.objects.filter(state=Archive.State.UNPACKED).exclude(file=""):
        try:
            _STORAGE.delete(archive.file.name)
        except OSError as error:
            if archive.pk not in _TOLD:
                _TOLD.add(archive.pk)
                logger.warning("the file of %s cannot be deleted: %s", archive, error.strerror)
            continue
        Archive.objects.filter(pk=archive.pk).update(file="")
        gone += 1
    return gone


def _unpack(archive: Archive, token: uuid.UUID) -> Iterator[list[uuid.UUID]]:
    there = set(archive.cvs.values_list("pk", flat=True))
    archive.unpacked, archive.skipped = len(there), []
    entries = OWN.unpack(Path(archive.file.path), limits=limits(), password=unlocked(archive.unlock))
    try:
        with contextlib.closing(entries):
            for batch in _batches(entry for entry in entries if _id(archive, entry) not in there):
                waiting = _store(archive, token, batch)
                if waiting is None:
                    return
                yield waiting
    except UnreadableError as error:
        fail_unpacking(archive.pk, token=token, reason=error.code, detail=str(error))
    except OSError as error:
        if error.errno not in NO_SPACE:
            raise
        # Nothing is wrong with the ZIP: it goes on where it stopped as soon as there is room.
        row = Archive.objects.filter(pk=archive.pk)
        give_back(row, token, after_seconds=SPACE_SECONDS, same_attempt=True, reason="no_space")
        touch(archive.job_id)
    else:
        if _close(archive.pk, token, state=Archive.State.UNPACKED, reason="", detail=""):
            clear_unpacked()


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Some entries at a time, so that many small ones cost few transactions and large ones little memory."""
    batch: list[Entry] = []
    size = 0
    try:
        for entry in entries:
            batch.append(entry)
            size += len(entry.data)
            if len(batch) >= BATCH or size >= BATCH_BYTES:
                yield batch
                batch, size = [], 0
    except UnreadableError:
        # What came before the fault is whole.
        if batch:
            yield batch
        raise
    if batch:
        yield batch


def _store(archive: Archive, token: uuid.UUID, batch: list[Entry]) -> list[uuid.UUID] | None:
    """Write a batch if the claim still holds; the ids that wait to be read, or None when the claim was lost."""
    kept = [entry for entry in batch if not entry.skipped]
    archive.skipped += [[entry.name, SKIPPED[entry.skipped]] for entry in batch if entry.skipped]
    archive.unpacked += len(kept)
    archive.entries = batch[-1].of
    for last in (*[False] * MOST_RACES, True):
        rows = _rows(archive, kept)
        try:
            with transaction.atomic():
                hold(archive.job_id)
                held = Archive.objects.filter(pk=archive.pk, token=token, state=Archive.State.UNPACKING)
                if not held.update(entries=archive.entries, unpacked=archive.unpacked, skipped=archive.skipped):
                    return None
                CV.objects.bulk_create(rows)
                touch(archive.job_id)
        except IntegrityError:
            # An upload of the same bytes was a moment faster: looked at again, ours is the duplicate.
            if last:
                raise
        else:
            return [row.pk for row in rows if row.state == CV.State.WAITING]
    return None


def _rows(archive: Archive, entries: list[Entry]) -> list[CV]:
    """The rows of these entries, their files stored."""
    rows = [_row(archive, entry) for entry in entries]
    known = CV.objects.filter(job=archive.job_id, sha256__in=[row.sha256 for row in rows])
    there = {cv.sha256: cv for cv in known.exclude(state=CV.State.DUPLICATE).without_text()}
    firsts = {sha256: cv.pk for sha256, cv in there.items()}
    for row, entry in zip(rows, entries, strict=True):
        if (lost := there.get(row.sha256)) and is_lost(lost):
            put_back(lost, ContentFile(entry.data))  # in line: the scheduler announces it
        first = firsts.setdefault(row.sha256, row.pk)
        if first == row.pk:
            row.file = _store_file(row, entry.data)
        else:
            row.state, row.duplicate_of_id = CV.State.DUPLICATE, first
            _STORAGE.delete(_stored_name(row))
    return rows


def _row(archive: Archive, entry: Entry) -> CV:
    now = timezone.now()
    return CV(
        pk=_id(archive, entry),
        job_id=archive.job_id,
        archive=archive,
        original_name=entry.name,
        size=len(entry.data),
        sha256=hashlib.sha256(entry.data).hexdigest(),
        uploaded_by_id=archive.uploaded_by_id,
        available_at=now,
        dispatched_at=now,
    )


def _id(archive: Archive, entry: Entry) -> uuid.UUID:
    """The same for the same entry in every attempt, so that none comes twice; random, as the archive's own is."""
    return uuid.uuid5(archive.pk, str(entry.number))


def _stored_name(cv: CV) -> str:
    """The same in every attempt: what a killed worker left behind is found and replaced."""
    return f"cvs/{cv.pk.hex[:2]}/{uuid.uuid5(cv.pk, 'file').hex}"


def _store_file(cv: CV, data: bytes) -> str:
    name = _stored_name(cv)
    _STORAGE.delete(name)  # never used as it is: an old one may be swept away at this moment
    return _STORAGE.save(name, ContentFile(data))


@transaction.atomic
def _close(archive_id: uuid.UUID, token: uuid.UUID, **outcome: str) -> bool:
    job_id = Archive.objects.values_list("job_id", flat=True).get(pk=archive_id)
    hold(job_id)
    held = Archive.objects.filter(pk=archive_id, token=token, state=Archive.State.UNPACKING)
    changed = held.update(token=None, lease_until=None, unlock="", finished_at=timezone.now(), **outcome)
    touch(job_id)
    return bool(changed)
