"""How far the reading of a scan is, on its row for those who watch."""

import contextlib
import time
import uuid

from django.db import DatabaseError, connection

from matching.models import CV
from matching.pipeline.jobs import touch

SECONDS_BETWEEN = 1.0


class Progress:
    """Call it with (done, total): the first, the last, and at most one call a second reach the row."""

    def __init__(self, cv: CV, *, token: uuid.UUID) -> None:
        self._cv, self._token = cv, token
        self._told = float("-inf")

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if 0 < done < total and now - self._told < SECONDS_BETWEEN:
            return
        self._told = now
        # A row that cannot be written now is no reason to lose the pages that are recognised.
        with contextlib.suppress(DatabaseError):
            held = CV.objects.filter(pk=self._cv.pk, token=self._token, state=CV.State.READING)
            if held.update(pages_done=done, pages_to_do=total):
                touch(self._cv.job_id)
        # Pages take seconds: nobody is to wait for a connection that is not used.
        connection.close()
