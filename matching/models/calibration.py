"""The versions of the curve that brings the local model's scores to Claude's scale."""

from typing import Self

from django.db import models

from matching.calibration import Fit


class CalibrationVersionQuerySet(models.QuerySet):
    def of(self, *, digest: str, prompt_version: str) -> Self:
        """Those of one local model and one prompt, newest first: the first is in force."""
        return self.filter(digest=digest, prompt_version=prompt_version).order_by("-number")


class CalibrationVersion(models.Model):
    """One fit, never changed afterwards. `drift` is the mean change in points that it made to the scores in use."""

    model = models.CharField(max_length=120)
    digest = models.CharField(max_length=80)
    prompt_version = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    pairs = models.PositiveIntegerField()
    audited = models.PositiveIntegerField(default=0)
    fit = models.JSONField()
    drift = models.FloatField(default=0.0)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = CalibrationVersionQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(fields=["digest", "prompt_version", "number"], name="calibration_number_once")
        ]

    def __str__(self) -> str:
        return f"calibration {self.number} of {self.model}"

    def as_fit(self) -> Fit:
        """The same as the value that the pure tiers work with."""
        return Fit.from_json(self.fit)
