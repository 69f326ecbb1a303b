"""Waves of calls that Claude answers overnight at half price."""

import uuid
from datetime import datetime
from typing import Self

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import models
from django.db.models import Q

from matching.models.job import Job


class CloudBatchQuerySet(models.QuerySet):
    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> Self:
        """Batches with a match of a job that this person may see."""
        jobs = Job.objects.visible_to(user)
        return self.filter(Q(job__in=jobs) | Q(calls__job__in=jobs)).distinct()

    def unfinished(self) -> Self:
        return self.exclude(state__in=self.model.FINISHED)

    def due(self, now: datetime) -> Self:
        """Unfinished ones whose next step may be taken and that nobody holds."""
        free = Q(token=None) | Q(lease_until__lt=now)
        return self.unfinished().filter(free, next_poll_at__lte=now)


class CloudBatch(models.Model):
    """One wave at the vendor's Message Batches, of one job or (without a `job`) of all whose model is the same.

    preparing -> creating -> in_progress -> ended -> imported -> deleted
                 in_progress -> canceling -> ended
    preparing, creating -> failed (nothing was taken by the vendor; its matches wait again)

    Each state is stored before and after the step that it names. In `creating` the vendor may hold a batch of ours that
    we do not know by its id: it is looked for before another is made. One worker at a time holds it by `token`.

    `is_ours` says that the batch at `vendor_id` is this one for sure: it answered the creation, or holds our ids. What
    was only found in the list may be a stranger's: nothing is done to it; `foreign_ids` are those that were. The two
    prices are its model's when it was made; `left_out` are the ids of jobs that were taken out before it was sent.
    """

    class State(models.TextChoices):
        PREPARING = "preparing", "Being put together"
        CREATING = "creating", "Being sent"
        IN_PROGRESS = "in_progress", "Under way"
        CANCELING = "canceling", "Being cancelled"
        ENDED = "ended", "Ended, to be fetched"
        IMPORTED = "imported", "Fetched, to be deleted at the vendor"
        DELETED = "deleted", "Done"
        FAILED = "failed", "Failed"

    FINISHED = (State.DELETED, State.FAILED)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    job = models.ForeignKey(Job, null=True, on_delete=models.SET_NULL, related_name="batches")
    model = models.CharField(max_length=120)
    state = models.CharField(max_length=12, choices=State, default=State.PREPARING)
    input_price = models.DecimalField(max_digits=9, decimal_places=4, null=True)
    output_price = models.DecimalField(max_digits=9, decimal_places=4, null=True)
    vendor_id = models.CharField(max_length=80, blank=True, db_index=True)
    is_ours = models.BooleanField(default=False)
    foreign_ids = models.JSONField(default=list)
    left_out = models.JSONField(default=list)
    requests = models.PositiveIntegerField(default=0)
    succeeded = models.PositiveIntegerField(default=0)
    errored = models.PositiveIntegerField(default=0)
    canceled = models.PositiveIntegerField(default=0)
    expired = models.PositiveIntegerField(default=0)
    token = models.UUIDField(null=True, editable=False)
    lease_until = models.DateTimeField(null=True)
    next_poll_at = models.DateTimeField()
    polls = models.PositiveIntegerField(default=0)
    failures = models.PositiveIntegerField(default=0)
    error = models.CharField(max_length=40, blank=True)
    cancel_asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    cancel_asked_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    submitted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    imported_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)

    objects = CloudBatchQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["state", "next_poll_at"])]

    def __str__(self) -> str:
        return f"batch {self.pk.hex[:8]}"
