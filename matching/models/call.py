"""The ledger of model calls, and what is known of the servers that answer them."""

import uuid
from datetime import datetime
from decimal import Decimal
from typing import Self

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import models
from django.db.models import Case, Count, Q, Sum, Value, When
from django.db.models.functions import Coalesce

from matching.models.job import Job


def usd() -> models.DecimalField:
    """US dollars to a millionth of a cent. No more digits: SQLite keeps 15 of a decimal exactly."""
    return models.DecimalField(max_digits=14, decimal_places=8, default=Decimal(0))


class ModelServer(models.Model):
    """A model server as last seen. `fault` is empty when it answered and has the model."""

    key = models.CharField(max_length=200, primary_key=True)
    address = models.CharField(max_length=200)
    model = models.CharField(max_length=120)
    version = models.CharField(max_length=40, blank=True)
    digest = models.CharField(max_length=80, blank=True)
    fault = models.CharField(max_length=40, blank=True)
    failures = models.PositiveIntegerField(default=0)
    paused_until = models.DateTimeField(null=True)
    checked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.address


class Slot(models.Model):
    """One call that a model server may have in flight. It stays with its job while it can: the prefix stays cached."""

    server = models.ForeignKey(ModelServer, on_delete=models.CASCADE, related_name="slots")
    number = models.PositiveSmallIntegerField()
    token = models.UUIDField(null=True)
    lease_until = models.DateTimeField(null=True)
    job = models.ForeignKey(Job, null=True, on_delete=models.SET_NULL, related_name="+")
    prefix = models.CharField(max_length=64, blank=True)
    run_length = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["server", "number"], name="slot_once_per_server")]

    def __str__(self) -> str:
        return f"{self.server_id} #{self.number}"


class ModelCallQuerySet(models.QuerySet):
    def cloud(self) -> Self:
        """Calls that cost money: those of Claude."""
        return self.exclude(act=ModelCall.Act.SCREEN)

    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> Self:
        return self.filter(job__in=Job.objects.visible_to(user))

    def tellable_by(self, user: AbstractBaseUser | AnonymousUser) -> Self:
        """Calls of which this person may say what they cost: whose budget it is; staff, where the job was deleted."""
        mine = Q(job__owner_id=user.pk)
        return self.filter(mine | Q(job=None) if user.is_staff else mine)

    def unknown(self) -> Self:
        """Calls whose outcome nobody knows yet."""
        return self.filter(state=ModelCall.State.UNKNOWN)

    def since(self, start: datetime, end: datetime | None = None) -> Self:
        """Calls opened from `start` on, up to `end` where it is given."""
        rows = self.filter(started_at__gte=start)
        return rows if end is None else rows.filter(started_at__lt=end)

    def bill(self) -> dict:
        """What the calls cost: `calls`, `spent` and `reserved` in US dollars, tokens by class; and how many are
        `unknown`, with `not_known`, what was reserved for those; and how many a person has `told`."""
        unknown = Q(state=ModelCall.State.UNKNOWN)
        not_known = Coalesce(Sum("cost_usd", filter=unknown), Decimal(0), output_field=usd())
        return self.aggregate(
            calls=Count("pk"),
            unknown=Count("pk", filter=unknown),
            told=Count("pk", filter=Q(state=ModelCall.State.TOLD)),
            not_known=not_known,
            **_MONEY,
            **_TOKENS,
        )

    def by(self, *columns: str) -> Self:
        """The same for each value of these columns, such as `job__title`, `job__strategy`, `model` or `kind`."""
        rows = self.annotate(kind=_KIND) if "kind" in columns else self
        return rows.order_by().values(*columns).annotate(calls=Count("pk"), **_MONEY, **_TOKENS).order_by("-spent")


_TOKENS = {
    name: Coalesce(Sum(f"{name}_tokens"), 0)
    for name in ("prompt", "output", "thinking", "write_5m", "write_1h", "read")
}
_MONEY = {
    "spent": Coalesce(Sum("cost_usd"), Decimal(0), output_field=usd()),
    "reserved": Coalesce(Sum("reserved_usd"), Decimal(0), output_field=usd()),
}
# How a call was paid for: half price in a batch; with part of the prompt read from the cache; at the full price.
_KIND = Case(
    When(Q(service_tier="batch") | Q(batch__isnull=False), then=Value("batch")),
    When(read_tokens__gt=0, then=Value("cached")),
    default=Value("now"),
)


class ModelCall(models.Model):
    """One request to a model, opened before it and closed after it. It outlives the CV: a bill is never erased.

    open -> done | failed | unknown (its caller died, or its answer was lost: charged in full until it is known)
    unknown -> told (a person looked it up at the vendor: `told_by`, `told_at`) | done | failed (its answer came late)
    told -> done | failed (the same: what usage says counts more than what a person said)

    `prompt_tokens` are all of the prompt, however charged; those written to and read from the prompt cache are part of
    them, and `thinking_tokens` of `output_tokens`. `cost_usd` is what was spent; `reserved_usd` what may still be.
    The two prices, in US dollars per million tokens, are those of the model when it was asked.
    `answer` holds what was paid for from its arrival until it is judged and stored, and is empty before and after.
    """

    class State(models.TextChoices):
        OPEN = "open", "In flight"
        DONE = "done", "Done"
        FAILED = "failed", "Failed"
        UNKNOWN = "unknown", "Outcome unknown"
        TOLD = "told", "Cost told by a person"

    class Act(models.TextChoices):
        SCREEN = "screen", "Screen"
        ASSESS = "assess", "Assess"
        LOOK = "look", "Look at one criterion"
        DRAFT = "draft", "Draft criteria"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    match = models.ForeignKey("Match", null=True, on_delete=models.SET_NULL, related_name="calls")
    job = models.ForeignKey(Job, null=True, on_delete=models.SET_NULL, related_name="calls")
    batch = models.ForeignKey("CloudBatch", null=True, on_delete=models.SET_NULL, related_name="calls")
    rubric = models.ForeignKey("RubricVersion", null=True, on_delete=models.SET_NULL, related_name="+")
    criterion = models.CharField(max_length=1, blank=True)
    answer = models.TextField(blank=True)
    token = models.UUIDField(unique=True)
    act = models.CharField(max_length=10, choices=Act, default=Act.SCREEN)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    error = models.CharField(max_length=40, blank=True)
    server = models.ForeignKey(ModelServer, on_delete=models.PROTECT, related_name="calls")
    model = models.CharField(max_length=120)
    digest = models.CharField(max_length=80, blank=True)
    prompt_version = models.CharField(max_length=40)
    prefix = models.CharField(max_length=64)
    expected_tokens = models.PositiveIntegerField()
    prompt_tokens = models.PositiveIntegerField(null=True)
    output_tokens = models.PositiveIntegerField(null=True)
    thinking_tokens = models.PositiveIntegerField(null=True)
    write_5m_tokens = models.PositiveIntegerField(null=True)
    write_1h_tokens = models.PositiveIntegerField(null=True)
    read_tokens = models.PositiveIntegerField(null=True)
    service_tier = models.CharField(max_length=20, blank=True)
    request_id = models.CharField(max_length=80, blank=True)
    stop_reason = models.CharField(max_length=40, blank=True)
    load_seconds = models.FloatField(null=True)
    prompt_seconds = models.FloatField(null=True)
    eval_seconds = models.FloatField(null=True)
    seconds = models.FloatField(null=True)
    input_price = models.DecimalField(max_digits=9, decimal_places=4, null=True)
    output_price = models.DecimalField(max_digits=9, decimal_places=4, null=True)
    reserved_usd = usd()
    cost_usd = usd()
    price_source = models.CharField(max_length=80, blank=True)
    price_date = models.DateField(null=True)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    told_at = models.DateTimeField(null=True)

    objects = ModelCallQuerySet.as_manager()

    class Meta:
        ordering = ["-started_at"]
        indexes = [
            models.Index(fields=["server", "prefix", "state", "finished_at"]),
            models.Index(fields=["state", "started_at"]),
            models.Index(fields=["act", "started_at"]),
            models.Index(fields=["job", "act", "started_at"]),
        ]

    def __str__(self) -> str:
        return f"call {self.pk.hex[:8]}"


class Budget(models.Model):
    """What was spent and what is reserved of one budget: "month:2026-11" or "job:<hex>". Its row is the lock."""

    scope = models.CharField(max_length=60, primary_key=True)
    spent_usd = usd()
    reserved_usd = usd()

    def __str__(self) -> str:
        return self.scope


class ModelPull(models.Model):
    """A model being downloaded by the model server. waiting -> pulling -> done | failed (a retry makes a new row)."""

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting"
        PULLING = "pulling", "Downloading"
        DONE = "done", "Installed"
        FAILED = "failed", "Failed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    status = models.CharField(max_length=120, blank=True)
    completed = models.PositiveBigIntegerField(default=0)
    total = models.PositiveBigIntegerField(default=0)
    error = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["name"], condition=models.Q(state__in=("waiting", "pulling")), name="one_pull_of_a_model"
            )
        ]

    def __str__(self) -> str:
        return self.name
