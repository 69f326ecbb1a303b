"""The ledger of model calls, and what is known of the servers that answer them."""

import uuid

from django.db import models


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
    job = models.ForeignKey("Job", null=True, on_delete=models.SET_NULL, related_name="+")
    prefix = models.CharField(max_length=64, blank=True)
    run_length = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["server", "number"], name="slot_once_per_server")]

    def __str__(self) -> str:
        return f"{self.server_id} #{self.number}"


class ModelCall(models.Model):
    """One HTTP request to a model, opened before it and closed after it.

    open -> done | failed | unknown (its caller died)
    """

    class State(models.TextChoices):
        OPEN = "open", "In flight"
        DONE = "done", "Done"
        FAILED = "failed", "Failed"
        UNKNOWN = "unknown", "Outcome unknown"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    match = models.ForeignKey("Match", on_delete=models.CASCADE, related_name="calls")
    token = models.UUIDField(unique=True)
    act = models.CharField(max_length=10, default="screen")
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
    load_seconds = models.FloatField(null=True)
    prompt_seconds = models.FloatField(null=True)
    eval_seconds = models.FloatField(null=True)
    seconds = models.FloatField(null=True)
    cost_usd = models.DecimalField(max_digits=12, decimal_places=6, default=0)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-started_at"]
        indexes = [
            models.Index(fields=["server", "prefix", "state", "finished_at"]),
            models.Index(fields=["state", "started_at"]),
        ]

    def __str__(self) -> str:
        return f"call {self.pk.hex[:8]}"


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
