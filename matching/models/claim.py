"""A row that is its own place in the queue: claimed by compare-and-set, kept by a lease."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q


class ClaimableQuerySet(models.QuerySet):
    """Rows by what the queue may do with them. `WAITING` and `CLAIMED` name the states of the concrete model."""

    def due(self, now: datetime) -> Self:
        """Waiting rows whose time has come."""
        return self.filter(state=self.model.WAITING, available_at__lte=now)

    def abandoned(self, now: datetime) -> Self:
        """Claimed rows whose holder stopped renewing its lease."""
        return self.filter(state=self.model.CLAIMED, lease_until__lt=now)

    def unannounced(self, now: datetime, *, patience: timedelta) -> Self:
        """Due rows for which no message was published, or so long ago that it must be taken for lost."""
        return self.due(now).filter(Q(dispatched_at=None) | Q(dispatched_at__lt=now - patience))


class Claimable(models.Model):
    """The row is the queue of record; a message only says that there may be something to do."""

    WAITING: str
    CLAIMED: str

    attempt = models.PositiveSmallIntegerField(default=0)
    token = models.UUIDField(null=True, editable=False)
    lease_until = models.DateTimeField(null=True)
    available_at = models.DateTimeField()
    dispatched_at = models.DateTimeField(null=True)

    objects = ClaimableQuerySet.as_manager()

    class Meta:
        abstract = True


class Lease(models.Model):
    """A named privilege, such as reconciling, held by one process at a time; `fence` grows as it changes hands."""

    name = models.CharField(max_length=40, primary_key=True)
    owner = models.CharField(max_length=120)
    until = models.DateTimeField()
    fence = models.PositiveBigIntegerField(default=1)

    def __str__(self) -> str:
        return self.name
