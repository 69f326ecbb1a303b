"""Taking, keeping and giving back work. The conditional UPDATE is the lock; it works alike on SQLite and PostgreSQL."""

import logging
import os
import socket
import threading
import time
import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import Error, connection, models
from django.db.models import F
from django.utils import timezone

from matching.models import Lease, Slot

logger = logging.getLogger(__name__)

LEASE = timedelta(seconds=settings.LEASE_SECONDS)
HEARTBEAT_SECONDS = settings.LEASE_SECONDS / 4.5
PUBLISH_PATIENCE = timedelta(seconds=60)


def worker_name() -> str:
    """This process, as it signs its leases."""
    return f"{socket.gethostname()}:{os.getpid()}"


def claim(rows: models.QuerySet, *, now: datetime | None = None, token: uuid.UUID | None = None) -> uuid.UUID | None:
    """Claim the one row in `rows` if it is still waiting and due: its token, or None when another was first.

    A caller that must be able to close the row whatever happens brings the `token` itself.
    """
    now, token = now or timezone.now(), token or uuid.uuid4()
    taken = rows.due(now).update(
        state=rows.model.CLAIMED, token=token, attempt=F("attempt") + 1, lease_until=now + LEASE, reason=""
    )
    return token if taken else None


def give_back(
    rows: models.QuerySet, token: uuid.UUID, *, after_seconds: float, same_attempt: bool = False, reason: str = ""
) -> bool:
    """Put claimed work back in line, to be taken again after `after_seconds` (0 or more).

    `same_attempt` does not count the try: the fault was not the work's. Returns False when the claim was lost before.
    """
    changes = {"attempt": F("attempt") - 1} if same_attempt else {}
    return bool(
        rows.filter(token=token, state=rows.model.CLAIMED).update(
            state=rows.model.WAITING,
            token=None,
            lease_until=None,
            dispatched_at=None,
            reason=reason,
            available_at=timezone.now() + timedelta(seconds=after_seconds),
            **changes,
        )
    )


class Heartbeat:
    """One daemon thread per process that renews every lease held here, each no longer than its own deadline."""

    def __init__(self, *, every_seconds: float = HEARTBEAT_SECONDS) -> None:
        self._every = every_seconds
        self._held: dict[uuid.UUID, tuple[type[models.Model], float]] = {}
        self._lock = threading.Lock()
        self._wake = threading.Event()
        self._thread: threading.Thread | None = None
        self._pid = 0

    def hold(self, kind: type[models.Model], token: uuid.UUID, *, deadline_seconds: float) -> None:
        """Renew the lease of `token` from now on, for at most `deadline_seconds`: a hung thread must lose its lease."""
        with self._lock:
            self._held[token] = (kind, time.monotonic() + deadline_seconds)
            if self._pid != os.getpid() or self._thread is None or not self._thread.is_alive():
                self._pid = os.getpid()
                self._thread = threading.Thread(target=self._run, name="heartbeat", daemon=True)
                self._thread.start()

    def release(self, token: uuid.UUID) -> None:
        """Stop renewing."""
        with self._lock:
            self._held.pop(token, None)

    def beat(self) -> None:
        """Renew once. A database that does not answer is reported; the next beat tries again."""
        now = time.monotonic()
        with self._lock:
            self._held = {token: held for token, held in self._held.items() if held[1] > now}
            held = {token: kind for token, (kind, _) in self._held.items()}
        # One by one: whoever locks several rows at once could be locked out by somebody who does so in another order.
        for token, kind in held.items():
            kind.objects.filter(token=token).update(lease_until=timezone.now() + LEASE)

    def _run(self) -> None:
        while not self._wake.wait(self._every):
            try:
                self.beat()
            except Error:
                logger.warning("the leases could not be renewed; the next beat tries again", exc_info=True)
            finally:
                connection.close()


heartbeat = Heartbeat()


def lead(name: str, *, owner: str, seconds: float) -> bool:
    """Take or keep the named privilege for `seconds`; False while another process holds it."""
    now = timezone.now()
    until = now + timedelta(seconds=seconds)
    if Lease.objects.filter(name=name, owner=owner, until__gt=now).update(until=until):
        return True
    if Lease.objects.filter(name=name, until__lte=now).update(owner=owner, until=until, fence=F("fence") + 1):
        return True
    return Lease.objects.get_or_create(name=name, defaults={"owner": owner, "until": until})[1]


def free_abandoned_slots(now: datetime) -> int:
    """Slots whose worker died are free again."""
    return Slot.objects.filter(token__isnull=False, lease_until__lt=now).update(token=None, lease_until=None)
