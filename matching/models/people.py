"""Which documents are of one person: what they share, what is only likely, and the merges that were made."""

import uuid
from collections.abc import Iterable
from typing import Self

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import models
from django.db.models import F, Q

from matching.models.candidate import CV, Candidate


class Sign(models.Model):
    """One thing in a document that another document of the same person would show too.

    `value` is normalised: an e-mail address in lower case, a number with its country, the sorted words of a name, or a
    piece of the MinHash (band) that documents with nearly the same text share.
    """

    class Kind(models.TextChoices):
        EMAIL = "email", "e-mail"
        PHONE = "phone", "phone"
        NAME = "name", "name"
        BAND = "band", "part of the text"

    cv = models.ForeignKey(CV, on_delete=models.CASCADE, related_name="signs")
    kind = models.CharField(max_length=5, choices=Kind)
    value = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "value", "cv"], name="sign_once_per_cv")]

    def __str__(self) -> str:
        return f"{self.kind} of CV {self.cv_id.hex[:8]}"


class HintQuerySet(models.QuerySet):
    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> Self:
        """Hints of which this person may see both documents: the existence of another one is never told."""
        seen = CV.objects.visible_to(user).values("pk")
        return self.filter(one__in=seen, other__in=seen)

    def about(self, cvs: Iterable[object]) -> Self:
        """Those about any of these documents."""
        ids = list(cvs)
        return self.filter(Q(one__in=ids) | Q(other__in=ids))

    def standing(self) -> Self:
        """Those that nobody has answered: two documents, still of two candidates."""
        return self.filter(dismissed_at=None).exclude(one__candidate=F("other__candidate"))


class Hint(models.Model):
    """Two documents that may be of one person; `one` has the smaller id.

    `signs` says why ("email", "phone", "name", "text", "near_text"); `likeness` (0 to 1) is how alike the texts are.
    Dismissed by a person who knows that they are not: then they are never joined by themselves either.
    """

    one = models.ForeignKey(CV, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(CV, on_delete=models.CASCADE, related_name="+")
    signs = models.JSONField(default=list)
    likeness = models.FloatField(null=True)
    dismissed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    dismissed_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = HintQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="one_hint_for_two_cvs")]

    def __str__(self) -> str:
        return f"CV {self.one_id.hex[:8]} and CV {self.other_id.hex[:8]}"


class Merge(models.Model):
    """Documents that were moved from the candidate `gone` to the candidate `kept`; undoing it moves them back.

    `cvs` are their ids; `before` holds what `kept` had ("name", "chosen", "never_send") and `chosen` what it was given;
    `by` is empty when the signs were sure and nobody was asked. The row stays as the record of who did what.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kept = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="merges")
    gone = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="merged_into")
    cvs = models.JSONField()
    signs = models.JSONField(default=list)
    before = models.JSONField(default=dict)
    chosen = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"merge {self.pk.hex[:8]}"
