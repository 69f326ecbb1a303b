"""Who goes on to Claude and why, what Claude said, and exactly what left this server for it."""

import uuid
from typing import Self

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Count, Q

from matching.models.call import ModelCall
from matching.models.claim import Claimable, ClaimableQuerySet
from matching.models.job import Job, RubricVersion
from matching.models.match import Match


class EscalationQuerySet(ClaimableQuerySet):
    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> Self:
        return self.filter(match__job__in=Job.objects.visible_to(user))

    def best_first(self) -> Self:
        """Those that a person asked for first, then by the score, then by the quick estimate."""
        asked = models.Case(models.When(asked_by__isnull=False, then=0), default=1)
        score, estimate = (models.F(f"match__{name}").desc(nulls_last=True) for name in ("score", "estimate"))
        return self.order_by(asked, score, estimate, "match_id")

    def at_once(self) -> Self:
        """Those that do not wait for the night: of jobs that assess now, and what a person asked for."""
        return self.filter(Q(match__job__timing=Job.Timing.NOW) | Q(asked_by__isnull=False))

    def sendable(self) -> Self:
        """Those of open jobs that may send anything, without candidates marked as never to be sent."""
        rows = self.filter(match__job__status=Job.Status.OPEN, match__job__rubric__isnull=False)
        return rows.exclude(match__job__strategy=Job.Strategy.LOCAL).exclude(match__candidate__never_send=True)

    def tally(self) -> dict[str, int]:
        """How many there are in each state, and `without_money`: those that wait because a budget is spent."""
        states = {state: Count("pk", filter=Q(state=state)) for state in self.model.State.values}
        spent = Count("pk", filter=Q(state=self.model.State.WAITING, reason__in=NO_MONEY))
        return self.aggregate(**states, without_money=spent, all=Count("pk"))

    def reasons(self) -> dict[str, int]:
        """How many there are for each reason of the policy."""
        return dict(self.order_by().values_list("why").annotate(n=Count("pk")))


NO_MONEY = ("job_budget", "month_budget")


class Escalation(Claimable):
    """Whether one match goes on to Claude, why or why not, and how far it got. One for each match.

    kept: stays here (see `why`), may be chosen or asked for later
    waiting -> assessing -> assessed | not_assessed (with its reason; a retry makes it waiting again)
    waiting -> batched -> assessed | waiting (its batch gave no answer for it) | not_assessed

    `chance` is that with which the policy chose it: 1 for all but random audits. `reason` is what came between: a fault
    or the budget that it waits for. `criterion` is the only one asked about, "" for all of them.
    """

    class State(models.TextChoices):
        KEPT = "kept", "Stays here"
        WAITING = "waiting", "Waiting for Claude"
        ASSESSING = "assessing", "Being assessed"
        BATCHED = "batched", "In an overnight batch"
        ASSESSED = "assessed", "Assessed"
        NOT_ASSESSED = "not_assessed", "Not assessed"

    WAITING = State.WAITING
    CLAIMED = State.ASSESSING

    match = models.OneToOneField(Match, primary_key=True, on_delete=models.CASCADE, related_name="escalation")
    why = models.CharField(max_length=12)
    chance = models.FloatField(default=1.0)
    decided_at = models.DateTimeField()
    state = models.CharField(max_length=12, choices=State, default=State.KEPT)
    reason = models.CharField(max_length=40, blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    criterion = models.CharField(max_length=1, blank=True)
    batch = models.ForeignKey("CloudBatch", null=True, on_delete=models.SET_NULL, related_name="escalations")
    finished_at = models.DateTimeField(null=True)

    objects = EscalationQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["state", "available_at"]),
            models.Index(fields=["state", "lease_until"]),
        ]

    def __str__(self) -> str:
        return f"escalation of {self.pk.hex[:8]}"


class Assessment(models.Model):
    """One reading by Claude, never changed afterwards. Without a `call` it came from an equal earlier one.

    `criterion` is set when only that one was asked about: then `levels` holds no other, and the scores are empty.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    match = models.ForeignKey(Match, on_delete=models.CASCADE, related_name="assessments")
    rubric = models.ForeignKey(RubricVersion, on_delete=models.RESTRICT, related_name="+")
    call = models.OneToOneField(ModelCall, null=True, on_delete=models.RESTRICT, related_name="assessment")
    same_as = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="+")
    cache_key = models.CharField(max_length=64, db_index=True)
    model = models.CharField(max_length=120)
    prompt_version = models.CharField(max_length=40)
    criterion = models.CharField(max_length=1, blank=True)
    levels = models.JSONField()
    raw = models.FloatField(null=True)
    sd = models.FloatField(null=True)
    score = models.FloatField(null=True)
    uncertainty = models.FloatField(null=True)
    band = models.CharField(max_length=10, choices=Match.Band, blank=True)
    borderline = models.BooleanField(default=False)
    capped_by = models.JSONField(default=list)
    why = models.CharField(max_length=300, blank=True)
    gap = models.CharField(max_length=200, blank=True)
    report = models.JSONField()
    dimensions = models.JSONField(default=list)
    flags = models.JSONField(default=list)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["match", "criterion", "-created_at"])]

    def __str__(self) -> str:
        return f"assessment {self.pk.hex[:8]}"


class Override(models.Model):
    """A level that a person set, with the reason. It stands above both readers until it is withdrawn."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    match = models.ForeignKey(Match, on_delete=models.CASCADE, related_name="overrides")
    rubric = models.ForeignKey(RubricVersion, on_delete=models.RESTRICT, related_name="+")
    criterion = models.CharField(max_length=1)
    level = models.PositiveSmallIntegerField(validators=[MaxValueValidator(4)])
    note = models.CharField(max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["match", "rubric", "criterion"],
                condition=Q(withdrawn_at=None),
                name="one_override_of_a_criterion",
            ),
            models.CheckConstraint(condition=Q(level__lte=4), name="override_level_at_most_4"),
        ]

    def __str__(self) -> str:
        return f"override {self.pk.hex[:8]}"


class EgressReceiptQuerySet(models.QuerySet):
    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> Self:
        return self.filter(job__in=Job.objects.visible_to(user))

    def left(self) -> Self:
        """Those of what did leave this server, or may have."""
        return self.filter(sent_at__isnull=False)


class EgressReceipt(models.Model):
    """What left this server in one call: written before it, kept when the CV is erased, then without the text.

    `sent_at` is empty while a batch was not sent yet, and when it is known that nothing left after all.
    `candidate` is the id alone, so that it outlives the row. `tokens` come with the answer; None: none came.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    call = models.OneToOneField(ModelCall, on_delete=models.PROTECT, related_name="receipt")
    candidate = models.UUIDField(db_index=True)
    match = models.ForeignKey(Match, null=True, on_delete=models.SET_NULL, related_name="receipts")
    job = models.ForeignKey(Job, null=True, on_delete=models.SET_NULL, related_name="receipts")
    payload = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    tokens = models.PositiveIntegerField(null=True)
    model = models.CharField(max_length=120)
    address = models.CharField(max_length=200)
    region = models.CharField(max_length=40, blank=True)
    purpose = models.CharField(max_length=60)
    sent_at = models.DateTimeField(null=True)
    text_erased_at = models.DateTimeField(null=True)

    objects = EgressReceiptQuerySet.as_manager()

    class Meta:
        ordering = [models.F("sent_at").desc(nulls_last=True)]

    def __str__(self) -> str:
        return f"receipt {self.pk.hex[:8]}"
