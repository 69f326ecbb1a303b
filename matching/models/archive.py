"""ZIP files of CVs: stored whole first, then unpacked by a worker into one CV a file."""

import uuid
from typing import Self

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import models

from matching.models.claim import Claimable, ClaimableQuerySet
from matching.models.job import Job


def stored_name(archive: "Archive", filename: str) -> str:
    """A random name: the original one is data and never part of a path."""
    return f"archives/{archive.pk.hex[:2]}/{uuid.uuid4().hex}"


class ArchiveQuerySet(ClaimableQuerySet):
    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> Self:
        return self.filter(job__in=Job.objects.visible_to(user))


class Archive(Claimable):
    """One uploaded ZIP, for one job. Its file is deleted once every entry is a CV of its own.

    waiting -> unpacking -> unpacked | unreadable (with its reason; a retry makes it waiting again)
    The same bytes again on the same job are unpacked at once, with the reason "duplicate" and nothing in it.
    `entries` counts its files, `unpacked` those that are CVs now;
    `skipped` holds [name, sentence] of each entry that became no CV; `unlock` is the password that a person gave,
    encrypted, until it was unpacked with it.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting to be unpacked"
        UNPACKING = "unpacking", "Being unpacked"
        UNPACKED = "unpacked", "Unpacked"
        UNREADABLE = "unreadable", "Not readable"

    WAITING = State.WAITING
    CLAIMED = State.UNPACKING

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="archives")
    file = models.FileField(upload_to=stored_name, max_length=80, blank=True)
    original_name = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=12, choices=State, default=State.WAITING)
    reason = models.CharField(max_length=40, blank=True)
    detail = models.CharField(max_length=200, blank=True)
    unlock = models.TextField(blank=True)
    entries = models.PositiveIntegerField(default=0)
    unpacked = models.PositiveIntegerField(default=0)
    skipped = models.JSONField(default=list)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)

    objects = ArchiveQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "pk"]
        indexes = [
            models.Index(fields=["state", "available_at"]),
            models.Index(fields=["state", "lease_until"]),
        ]

    def __str__(self) -> str:
        return f"archive {self.pk.hex[:8]}"
