"""A stored file that was lost comes back with the same bytes: onto its own row, which is read again if it was not."""

import contextlib

from django.core.files import File
from django.db import transaction
from django.utils import timezone

from matching.models import CV
from matching.pipeline.jobs import hold, touch
from matching.pipeline.preview import forget_pages
from matching.pipeline.storing import stored


def is_lost(cv: CV) -> bool:
    """Whether the stored file of a CV, no duplicate, is not there any more or could not be opened."""
    not_opened = cv.state == CV.State.UNREADABLE and cv.reason == "not_found"
    return not_opened or not cv.file or not cv.file.storage.exists(cv.file.name)


def put_back(cv: CV, upload: File) -> bool:
    """Store the lost bytes of a CV again and, if it could not be read, put it in line: `cv.put_back` says so.

    False, and nothing is kept, when somebody else was faster. Raises JobtrackerError as `stored`.
    """
    before = cv.file.name or ""
    forget_pages(cv)
    now = timezone.now()
    in_line = {"state": CV.State.WAITING, "reason": "", "detail": "", "attempt": 0}
    try:
        with stored(cv, upload), transaction.atomic():
            hold(cv.job_id)
            row, name = CV.objects.filter(pk=cv.pk, file=before), cv.file.name
            failed = row.filter(state=CV.State.UNREADABLE)
            if not (failed.update(file=name, available_at=now, dispatched_at=None, **in_line) or row.update(file=name)):
                raise _TooLate
            touch(cv.job_id)
    except _TooLate:
        return False
    if before:
        with contextlib.suppress(OSError):
            cv.file.storage.delete(before)
    cv.refresh_from_db(fields=["file", "state", "reason", "detail", "attempt", "available_at", "dispatched_at"])
    cv.put_back = True
    return True


class _TooLate(Exception):
    pass
