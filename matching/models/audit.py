"""Who did what, when: written with the deed, never changed."""

import uuid
from typing import Self

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import models

from matching.models.job import Job
from matching.models.match import Match

ERASE = "erase"


class AuditEventQuerySet(models.QuerySet):
    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> Self:
        return self.filter(job__in=Job.objects.visible_to(user))

    def erasing_of(self, candidate_id: uuid.UUID) -> Self:
        """The events of the erasing of a person, one for each job that they were in."""
        return self.filter(verb=ERASE, detail__candidate=candidate_id.hex)


class AuditEvent(models.Model):
    """One deed. Without an `actor` the machine did it. `detail` holds ids and figures, never a CV's text."""

    actor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    verb = models.CharField(max_length=40)
    job = models.ForeignKey(Job, null=True, on_delete=models.SET_NULL, related_name="events")
    match = models.ForeignKey(Match, null=True, on_delete=models.SET_NULL, related_name="events")
    detail = models.JSONField(default=dict)
    at = models.DateTimeField(auto_now_add=True)

    objects = AuditEventQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["job", "-at"]), models.Index(fields=["match", "-at"])]

    def __str__(self) -> str:
        return f"{self.verb} {self.at:%Y-%m-%d %H:%M}"
