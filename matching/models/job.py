"""Jobs, the people who may see them, and the versions of their rubrics."""

import uuid
from datetime import datetime
from decimal import Decimal
from typing import Self

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery

from matching.schemas import Criterion, Rubric

# A match that Claude was asked about and gave no report on.
REFUSED = Q(escalation__isnull=False, escalation__state="not_assessed")


class JobQuerySet(models.QuerySet):
    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> Self:
        """Jobs that this person owns or was added to; nobody else learns that they exist."""
        return self.filter(
            Q(owner_id=user.pk) | Q(pk__in=Job.members.through.objects.filter(user_id=user.pk).values("job_id"))
        )

    def to_estimate(self) -> Self:
        """Jobs in which something changed since their cohort was last estimated."""
        return self.filter(estimate_done__lt=models.F("estimate_wanted"))

    def to_escalate(self) -> Self:
        """Jobs in which something changed since it was last chosen who goes on to Claude."""
        return self.exclude(strategy=Job.Strategy.LOCAL).filter(escalate_done__lt=models.F("escalate_wanted"))

    def screening(self) -> Self:
        """Open jobs whose matches the local model screens."""
        return self.exclude(strategy=Job.Strategy.CLOUD).filter(status=Job.Status.OPEN, rubric__isnull=False)

    def with_counts(self) -> Self:
        """Adds how many CVs stand where: `strong`, `possible`, `low`, `waiting`, `not_scored`, `unreadable`, `cvs`."""
        matches = (
            self.model._meta.get_field("matches")
            .related_model.objects.filter(job=OuterRef("pk"))
            .order_by()
            .values("job")
        )
        cvs = (
            self.model._meta.get_field("cvs").related_model.objects.filter(job=OuterRef("pk")).order_by().values("job")
        )

        def counted(rows: models.QuerySet, condition: Q) -> models.functions.Coalesce:
            return models.functions.Coalesce(Subquery(rows.annotate(n=Count("pk", filter=condition)).values("n")), 0)

        return self.annotate(
            cvs_count=counted(cvs, ~Q(state="duplicate")),
            strong=counted(matches, Q(band="strong")),
            possible=counted(matches, Q(band="possible")),
            low=counted(matches, Q(band="low")),
            not_scored=counted(matches, Q(band="") & (Q(state="not_scored") | Q(state="passed_on") & REFUSED)),
            waiting=counted(
                matches, Q(band="") & (Q(state__in=("waiting", "screening")) | Q(state="passed_on") & ~REFUSED)
            ),
            unread=counted(cvs, Q(state__in=("waiting", "reading"))),
            unreadable=counted(cvs, Q(state="unreadable")),
        )

    def with_new(self, user: AbstractBaseUser) -> Self:
        """Adds `new`: matches that came since this person last looked at the job."""
        visits = JobVisit.objects.filter(job=OuterRef("pk"), user_id=user.pk).values("seen_at")
        return self.annotate(seen_at=Subquery(visits[:1])).annotate(
            new=Count("matches", filter=Q(seen_at=None) | Q(matches__created_at__gt=models.F("seen_at")), distinct=True)
        )


class Job(models.Model):
    """A posting for which CVs are ranked. `revision` grows with every change that a page of the job would show.

    `cloud_model` empty is the one of the settings; the two prices are typed in, in US dollars per million tokens, for a
    model that the catalogue does not know. `share` and `audit_share` are from 0 to 1. `escalate_count` is how many
    scored matches were known when it was last chosen who goes on to Claude.
    """

    class Status(models.TextChoices):
        OPEN = "open", "Open"
        CLOSED = "closed", "Closed"

    class Strategy(models.TextChoices):
        LOCAL = "local", "Local: nothing leaves this server"
        HYBRID = "hybrid", "Hybrid: all screened here, the best share assessed by Claude"
        CLOUD = "cloud", "Cloud: every CV is assessed by Claude"

    class Timing(models.TextChoices):
        NOW = "now", "Now"
        OVERNIGHT = "overnight", "Overnight, at half price"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    title = models.CharField(max_length=200)
    text = models.TextField()
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="owned_jobs")
    members = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="member_jobs", blank=True)
    rubric = models.ForeignKey("RubricVersion", null=True, on_delete=models.RESTRICT, related_name="+")
    prompt_key = models.CharField(max_length=12, editable=False)
    revision = models.PositiveBigIntegerField(default=0)
    estimate_wanted = models.PositiveBigIntegerField(default=0)
    estimate_done = models.PositiveBigIntegerField(default=0)
    strategy = models.CharField(max_length=10, choices=Strategy, default=Strategy.LOCAL)
    cloud_model = models.CharField(max_length=120, blank=True)
    cloud_input_price = models.DecimalField(max_digits=9, decimal_places=4, null=True)
    cloud_output_price = models.DecimalField(max_digits=9, decimal_places=4, null=True)
    share = models.DecimalField(max_digits=5, decimal_places=4, default=Decimal("0.20"))
    audit_share = models.DecimalField(max_digits=5, decimal_places=4, default=Decimal("0.03"))
    budget_usd = models.DecimalField(max_digits=10, decimal_places=2, default=Decimal(5))
    timing = models.CharField(max_length=10, choices=Timing, default=Timing.NOW)
    escalate_wanted = models.PositiveBigIntegerField(default=0)
    escalate_done = models.PositiveBigIntegerField(default=0)
    escalate_count = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.title


class RubricVersion(models.Model):
    """The locked criteria of a job, never changed afterwards: an edit makes the next number."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="rubrics")
    number = models.PositiveIntegerField()
    version = models.CharField(max_length=12)
    title = models.CharField(max_length=200)
    duties = models.TextField(blank=True)
    criteria = models.JSONField()
    locked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    locked_at: datetime = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["job", "number"], name="rubric_number_once_per_job")]

    def __str__(self) -> str:
        return f"version {self.number}"

    def as_rubric(self) -> Rubric:
        """The same as the value that the pure tiers work with."""
        criteria = tuple(Criterion.from_json(data) for data in self.criteria)
        return Rubric(title=self.title, criteria=criteria, duties=self.duties)


class JobVisit(models.Model):
    """When a person last looked at a job's shortlist."""

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="visits")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["job", "user"], name="visit_once_per_person")]

    def __str__(self) -> str:
        return f"{self.job_id} {self.seen_at:%Y-%m-%d}"
