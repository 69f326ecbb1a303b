"""People who apply, and the files that they sent."""

import uuid
from collections import Counter
from collections.abc import Iterable
from typing import Self

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import models
from django.db.models import Case, F, Q, Value, When

from matching.models.claim import Claimable, ClaimableQuerySet
from matching.models.job import Job


def stored_name(cv: "CV", filename: str) -> str:
    """A random name: the original one is data and never part of a path."""
    return f"cvs/{cv.pk.hex[:2]}/{uuid.uuid4().hex}"


class CandidateQuerySet(models.QuerySet):
    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> Self:
        """Candidates with a document for a job that this person may see."""
        return self.filter(pk__in=CV.objects.visible_to(user).values("candidate"))

    def erasable_by(self, user: AbstractBaseUser | AnonymousUser) -> Self:
        """Candidates of whom this person may see every job, and owns one: nobody erases what they cannot see."""
        unseen = CV.objects.exclude(job__in=Job.objects.visible_to(user)).filter(candidate__isnull=False)
        own = CV.objects.erasable_by(user)
        return self.filter(pk__in=own.values("candidate")).exclude(pk__in=unseen.values("candidate"))


class Candidate(models.Model):
    """A person as their documents show them. `name` is empty when it was not found: it is never guessed.

    `chosen` says for a field ("name", "email", "phone", "location") which document a person believes, by its id.
    Nothing of a `never_send` candidate goes to a cloud model.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120, blank=True)
    chosen = models.JSONField(default=dict)
    never_send = models.BooleanField(default=False)
    never_send_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    never_send_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = CandidateQuerySet.as_manager()

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """The name, or a blind id that says nothing about the person."""
        return self.name or f"Candidate {self.pk.hex[:5].upper()}"


class CVQuerySet(ClaimableQuerySet):
    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> Self:
        return self.filter(job__in=Job.objects.visible_to(user))

    def erasable_by(self, user: AbstractBaseUser | AnonymousUser) -> Self:
        """Documents for jobs that this person owns."""
        return self.filter(job__owner_id=user.pk)

    def later_ones(self, job: object, candidates: Iterable[object]) -> dict[uuid.UUID, int]:
        """Of documents for a job by people who sent several: each after the first, by id, with its number."""
        rows = self.filter(job=job, candidate__in=candidates).order_by("created_at", "pk")
        seen: Counter = Counter()
        later = {}
        for candidate, cv in rows.values_list("candidate_id", "pk"):
            seen[candidate] += 1
            if seen[candidate] > 1:
                later[cv] = seen[candidate]
        return later

    def without_text(self) -> Self:
        """For lists: the columns that hold a whole document stay in the database."""
        return self.defer("text", "redacted", "hidden", "hidden_boxes", "structure", "signature")

    def with_outcome(self) -> Self:
        """Adds `outcome`: the state as a person sees it, with `flagged` for what was read and has a flag."""
        return self.annotate(
            outcome=Case(
                When(state="reading", then=Value("waiting")),
                When(Q(state="read") & ~Q(flags=[]), then=Value("flagged")),
                default=F("state"),
                output_field=models.CharField(),
            )
        )


class CV(Claimable):
    """One uploaded file, for one job.

    waiting -> reading -> read | unreadable (with its reason; a retry makes it waiting again)
    duplicate: the same bytes came before for this job; it has no match of its own.

    `pages_done` of `pages_to_do` scanned pages are recognised while it is read; `confidence` (0 to 100) is how sure
    text recognition was, None where there was nothing to recognise; `unlock` is the password that a person gave,
    encrypted, until the file was read with it; `signature` is a MinHash of the text, `text_hash` a hash of its letters;
    `scanned`: a virus scanner found it clean.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting to be read"
        READING = "reading", "Being read"
        READ = "read", "Read"
        UNREADABLE = "unreadable", "Not readable"
        DUPLICATE = "duplicate", "Duplicate"

    WAITING = State.WAITING
    CLAIMED = State.READING

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="cvs")
    candidate = models.ForeignKey(Candidate, null=True, on_delete=models.PROTECT, related_name="cvs")
    duplicate_of = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="duplicates")
    file = models.FileField(upload_to=stored_name, max_length=80, blank=True)
    original_name = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=12, choices=State, default=State.WAITING)
    reason = models.CharField(max_length=40, blank=True)
    detail = models.CharField(max_length=200, blank=True)
    media_type = models.CharField(max_length=120, blank=True)
    pages = models.PositiveIntegerField(default=0)
    text = models.TextField(blank=True)
    redacted = models.TextField(blank=True)
    removed = models.JSONField(default=dict)
    hidden = models.JSONField(default=list)
    flags = models.JSONField(default=list)
    extractor = models.CharField(max_length=40, blank=True)
    seconds = models.FloatField(default=0)
    confidence = models.FloatField(null=True)
    hidden_boxes = models.JSONField(default=list)
    structure = models.JSONField(default=dict)
    text_hash = models.CharField(max_length=64, blank=True, db_index=True)
    signature = models.JSONField(default=list)
    pages_done = models.PositiveIntegerField(default=0)
    pages_to_do = models.PositiveIntegerField(default=0)
    unlock = models.TextField(blank=True)
    scanned = models.BooleanField(default=False)
    archive = models.ForeignKey("Archive", null=True, on_delete=models.SET_NULL, related_name="cvs")
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True)

    objects = CVQuerySet.as_manager()
    # No column: whether the upload that gave this row brought a lost file back.
    put_back = False

    class Meta:
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["job", "sha256"], condition=~Q(state="duplicate"), name="same_bytes_once_per_job"
            )
        ]
        indexes = [
            models.Index(fields=["state", "available_at"]),
            models.Index(fields=["state", "lease_until"]),
            models.Index(fields=["job", "state"]),
        ]

    def __str__(self) -> str:
        return f"CV {self.pk.hex[:8]}"
