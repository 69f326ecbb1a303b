"""Taking files in: stored first, looked at later."""

import uuid

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.core.files import File
from django.db import IntegrityError, transaction
from django.utils import timezone

from matching.exceptions import JobtrackerError
from matching.models import CV, Archive, Job
from matching.pipeline.archives import receive_archive
from matching.pipeline.jobs import hold, touch
from matching.pipeline.locks import LOCKED, lock
from matching.pipeline.restoring import is_lost, put_back
from matching.pipeline.storing import digest_of, name_of, stored
from matching.reading.zipnames import is_archive


def receive(job: Job, upload: File, *, by: AbstractBaseUser, folder: str = "") -> CV | Archive:
    """Store one file for a job and put it in line: a CV to be read, a ZIP of them to be unpacked.

    `folder` is the path below which it was dropped. The same bytes on the same job become a duplicate that points to
    the first; where the stored file of the first was lost they are put back, and the first is returned (`put_back`).
    Raises JobtrackerError, with nothing stored, when the file is empty, over MAX_UPLOAD_MB (a ZIP: MAX_ARCHIVE_MB), the
    job is closed, or this very file is here already (`already_here`: name, folder and bytes).
    """
    if job.status == Job.Status.CLOSED:
        raise JobtrackerError("job_closed", "This job is closed: open it again to add CVs.")
    if not upload.size:
        raise JobtrackerError("empty", "The file is empty: nothing was stored. Ask for it again.")
    archive = is_archive(upload)
    upload.seek(0)
    most = settings.MAX_ARCHIVE_MB if archive else settings.MAX_UPLOAD_MB
    if upload.size > most * 1024 * 1024:
        what = "ZIP" if archive else "file"
        raise JobtrackerError("too_large", f"The {what} is over {most} MB: nothing was stored.")
    return receive_archive(job, upload, by=by) if archive else _receive_cv(job, upload, by=by, folder=folder)


def _receive_cv(job: Job, upload: File, *, by: AbstractBaseUser, folder: str) -> CV:
    cv = CV(
        job=job,
        original_name=name_of(upload, folder=folder),
        size=upload.size,
        sha256=digest_of(upload),
        uploaded_by=by,
        available_at=timezone.now(),
        dispatched_at=timezone.now(),
    )
    first = _same_bytes(cv)
    if first and is_lost(first) and put_back(first, upload):
        return first
    if CV.objects.filter(job=job, sha256=cv.sha256, original_name=cv.original_name).exists():
        # Sent once more, as after a page that was loaded again: another line would say nothing new.
        raise JobtrackerError("already_here", "This very file is here already: it was not stored again.")
    if first:
        return _save_duplicate(cv, of=first)
    try:
        with stored(cv, upload), transaction.atomic():
            hold(job.pk)
            cv.save(force_insert=True)
            touch(job.pk)
    except IntegrityError:
        # Another upload of the same bytes was a moment faster: the constraint decides which one is the first.
        return _save_duplicate(cv, of=_same_bytes(cv))
    return cv


def retry_reading(cv: CV) -> bool:
    """Put an unreadable file in line again; False when it is not unreadable (two clicks at once)."""
    return bool(_retry(CV.objects.filter(pk=cv.pk)))


def retry_all_unreadable(job: Job, *, reason: str = "") -> list[uuid.UUID]:
    """Put every unreadable file of a job in line again, or those of one reason; their ids."""
    return _retry(CV.objects.filter(job=job, **({"reason": reason} if reason else {})))


def retry_reasons(*reasons: str) -> list[uuid.UUID]:
    """Put the unreadable files of all jobs in line again that wait for one of these reasons; their ids."""
    return _retry(CV.objects.filter(reason__in=reasons))


def give_password(cv: CV, password: str) -> bool:
    """Put a locked file in line again with the password that opens it; False when it does not wait for one.

    The password is kept encrypted, and only until the file was read with it.
    """
    return bool(password) and bool(_retry(CV.objects.filter(pk=cv.pk, reason__in=LOCKED), unlock=lock(password)))


def _retry(rows, **changes: str) -> list[uuid.UUID]:
    with transaction.atomic():
        hold(*set(rows.values_list("job_id", flat=True)))
        failed = rows.filter(state=CV.State.UNREADABLE).select_for_update()
        found = list(failed.values_list("pk", "job_id"))
        now = timezone.now()
        CV.objects.filter(pk__in=[pk for pk, _ in found]).update(
            state=CV.State.WAITING, reason="", detail="", attempt=0, available_at=now, dispatched_at=now, **changes
        )
        for job_id in {job_id for _, job_id in found}:
            touch(job_id)
    return [pk for pk, _ in found]


def _same_bytes(cv: CV) -> CV | None:
    return CV.objects.filter(job=cv.job, sha256=cv.sha256).exclude(state=CV.State.DUPLICATE).first()


def _save_duplicate(cv: CV, *, of: CV | None) -> CV:
    cv.state = CV.State.DUPLICATE
    cv.duplicate_of = of
    cv.file = None
    with transaction.atomic():
        hold(cv.job_id)
        cv.save(force_insert=True)
        touch(cv.job_id)
    return cv
