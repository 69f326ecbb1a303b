"""Calibrate: bring the local model's scores to Claude's scale, from matches that both have read."""

from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.db.models import Count, F, Max

from matching.calibration import IDENTITY, Fit, Pair, drift, fit, is_due
from matching.models import CalibrationVersion, Job, Match, Screening
from matching.policy import Why


def version_of(screening: Screening) -> CalibrationVersion | None:
    """The calibration in force for the model and the prompt of a screening; None while there is none."""
    known = CalibrationVersion.objects.of(digest=screening.digest, prompt_version=screening.prompt_version)
    return known.first()


def fit_of(version: CalibrationVersion | None) -> Fit:
    """The curve of a version; without one nothing is changed."""
    return version.as_fit() if version else IDENTITY


def _read_by_both():
    """Matches that a local model and Claude have read with the same criteria, without those that only a person's wish
    sent on: they are no sample of the others."""
    rows = Match.objects.filter(assessment__isnull=False, assessment__rubric=F("screening__rubric"))
    return rows.exclude(escalation__chance=0)


def pairs_of(*, digest: str, prompt_version: str) -> list[tuple[Pair, str]]:
    """Every match of the sample that this local model and Claude have both read, and why it was sent."""
    rows = _read_by_both().filter(screening__digest=digest, screening__prompt_version=prompt_version)
    columns = ("screening__raw", "assessment__raw", "escalation__chance", "escalation__why")
    return [
        (Pair(raw=raw, target=target, chance=1.0 if chance is None else chance), why or "")
        for raw, target, chance, why in rows.order_by("pk").values_list(*columns)
    ]


def due() -> list[dict[str, str]]:
    """The local models (digest, prompt_version, model) that have enough new pairs since their last fit."""
    read = _read_by_both().order_by()
    columns = ("screening__digest", "screening__prompt_version")
    counts = read.values_list(*columns).annotate(count=Count("pk"), model=Max("screening__model"))
    last = {}
    for version in CalibrationVersion.objects.order_by("number"):
        last[version.digest, version.prompt_version] = version.pairs
    return [
        {"digest": digest, "prompt_version": prompt_version, "model": model}
        for digest, prompt_version, count, model in counts
        if is_due(count, fitted_on=last.get((digest, prompt_version), 0))
    ]


def calibrate(*, digest: str, prompt_version: str, model: str) -> CalibrationVersion | None:
    """Fit again and keep the result as the next version; None when another worker did so first.

    The scores that are shown change with it: `matches_of` says whose.
    """
    rows = pairs_of(digest=digest, prompt_version=prompt_version)
    last = CalibrationVersion.objects.of(digest=digest, prompt_version=prompt_version).first()
    found = fit([pair for pair, _ in rows])
    try:
        with transaction.atomic():
            return CalibrationVersion.objects.create(
                model=model,
                digest=digest,
                prompt_version=prompt_version,
                number=last.number + 1 if last else 1,
                pairs=found.pairs,
                audited=sum(why == Why.AUDIT for _, why in rows),
                fit=found.as_json(),
                drift=drift(found, fit_of(last), at=[pair.raw for pair, _ in rows]),
            )
    except IntegrityError:
        return None


def matches_of(version: CalibrationVersion) -> Iterable:
    """The matches of open jobs whose local score is of the version's model and prompt: they have to be shown anew."""
    rows = Match.objects.filter(
        job__status=Job.Status.OPEN,
        screening__digest=version.digest,
        screening__prompt_version=version.prompt_version,
    ).exclude(calibration=version)
    return list(rows.values_list("pk", flat=True))
