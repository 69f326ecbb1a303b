"""Taking files in: stored first, looked at later."""

import hashlib
import uuid
from pathlib import PurePath

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.core.files import File
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from matching.exceptions import JobtrackerError
from matching.models import CV, Job
from matching.pipeline.jobs import touch


def receive(job: Job, upload: File, *, by: AbstractBaseUser) -> CV:
    """Store one file for a job and put it in line to be read.

    The same bytes on the same job become a duplicate that points to the first. Raises JobtrackerError, with nothing
    stored, when the file is empty, over MAX_UPLOAD_MB, or the job is closed.
    """
    name = PurePath((upload.name or "").replace("\\", "/")).name[:255] or "file"
    name = name.encode("utf-8", "replace").decode()  # a name on a disk may hold bytes that no database takes
    if job.status == Job.Status.CLOSED:
        raise JobtrackerError("job_closed", "This job is closed: open it again to add CVs.")
    if not upload.size:
        raise JobtrackerError("empty", "The file is empty: nothing was stored. Ask for it again.")
    if upload.size > settings.MAX_UPLOAD_MB * 1024 * 1024:
        raise JobtrackerError("too_large", f"The file is over {settings.MAX_UPLOAD_MB} MB: nothing was stored.")
    cv = CV(
        job=job,
        original_name=name,
        size=upload.size,
        sha256=_digest(upload),
        uploaded_by=by,
        available_at=timezone.now(),
        dispatched_at=timezone.now(),
    )
    if first := _same_bytes(cv):
        return _save_duplicate(cv, of=first)
    cv.file.save("", upload, save=False)
    try:
        with transaction.atomic():
            cv.save(force_insert=True)
            touch(job.pk)
    except IntegrityError:
        # Another upload of the same bytes was a moment faster: the constraint decides which one is the first.
        cv.file.delete(save=False)
        return _save_duplicate(cv, of=_same_bytes(cv))
    except DatabaseError:
        cv.file.delete(save=False)  # no file may stay without the row that says whose it is
        raise
    return cv


def retry_reading(cv: CV) -> bool:
    """Put an unreadable file in line again; False when it is not unreadable (two clicks at once)."""
    return bool(_retry(CV.objects.filter(pk=cv.pk)))


def retry_all_unreadable(job: Job, *, reason: str = "") -> list[uuid.UUID]:
    """Put every unreadable file of a job in line again, or those of one reason; their ids."""
    return _retry(CV.objects.filter(job=job, **({"reason": reason} if reason else {})))


def _retry(rows) -> list[uuid.UUID]:
    with transaction.atomic():
        failed = rows.filter(state=CV.State.UNREADABLE).select_for_update()
        found = list(failed.values_list("pk", "job_id"))
        now = timezone.now()
        CV.objects.filter(pk__in=[pk for pk, _ in found]).update(
            state=CV.State.WAITING, reason="", detail="", attempt=0, available_at=now, dispatched_at=now
        )
        for job_id in {job_id for _, job_id in found}:
            touch(job_id)
    return [pk for pk, _ in found]


def _digest(upload: File) -> str:
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    upload.seek(0)
    return digest.hexdigest()


def _same_bytes(cv: CV) -> CV | None:
    return CV.objects.filter(job=cv.job, sha256=cv.sha256).exclude(state=CV.State.DUPLICATE).first()


def _save_duplicate(cv: CV, *, of: CV | None) -> CV:
    cv.state = CV.State.DUPLICATE
    cv.duplicate_of = of
    cv.file = None
    with transaction.atomic():
        cv.save(force_insert=True)
        touch(cv.job_id)
    return cv
