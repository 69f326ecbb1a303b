"""The score that a match shows, and whose it is: of both readers, looks at single criteria, and a person's levels.

The reading with the criteria in force counts before one with older ones, Claude's before the local model's. Levels from
later looks and from people take the place of single ones in it; the sum is made again.
"""

from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils import timezone

from matching.exceptions import RubricError
from matching.models import Assessment, CalibrationVersion, Match, RubricVersion, Screening
from matching.pipeline.calibrate import IDENTITY, fit_of, version_of
from matching.pipeline.jobs import hold, touch
from matching.scoring import Level, Score, certain, jumps, score

COLUMNS = ("score", "uncertainty", "band", "borderline", "capped_by")


@dataclass(frozen=True, slots=True)
class Shown:
    """What the columns of a match become."""

    columns: dict
    flags: list[str]


def show(match_id: object, *, is_news: bool = True) -> None:
    """Reckon a match's score from all that is known, and store it. Call it after anything that counts has changed.

    `is_news` marks the match as scored now, as after a reading; a finer calibration is none.
    """
    with transaction.atomic():
        hold(*Match.objects.filter(pk=match_id).values_list("job_id", flat=True))
        rows = Match.objects.select_for_update(of=("self",)).filter(pk=match_id)
        match = rows.select_related("screening", "cv", "job").defer("cv__text", "cv__redacted").first()
        if match is None:
            return
        found = shown(match)
        if found is None:
            return
        # A flag that nobody has seen yet asks for another look.
        unseen = {} if set(found.flags) <= set(match.flags) else {"flags_seen_by": None, "flags_seen_at": None}
        columns = {**found.columns, **unseen, "flags": found.flags}
        Match.objects.filter(pk=match.pk).update(**columns, **({"scored_at": timezone.now()} if is_news else {}))
        touch(match.job_id)


def shown(match: Match) -> Shown | None:
    """The columns for a match whose `screening`, `cv` and `job` are loaded; None when nobody has read it."""
    screening = match.screening
    report = match.assessments.filter(criterion="").order_by("-created_at").first()
    base = _base(match, screening, report)
    if base is None:
        return None
    version = version_of(screening) if screening else None
    levels, by = _levels(match, base)
    rubric = base.rubric.as_rubric()
    is_local = base is screening
    try:
        found = score(rubric, list(levels.values()), calibration=fit_of(version) if is_local else IDENTITY)
    except RubricError:  # levels of a rubric that was not stored whole: what was reckoned then still stands
        found = base
    reader = Match.Source.LOCAL if is_local else Match.Source.CLAUDE
    source = Match.Source.PERSON if "person" in by.values() else reader
    columns = {
        **{name: getattr(found, name) for name in COLUMNS},
        "levels": {id_: {**asdict(level), "by": by[id_]} for id_, level in levels.items()},
        "why": base.why,
        "gap": base.gap,
        "rubric": base.rubric,
        "assessment": report,
        "calibration": version if is_local else None,
        "source": source,
        "disagreement": _apart(screening, report, version),
    }
    return Shown({**columns, "capped_by": list(found.capped_by)}, _flags(match, screening, report, base))


def local_score(screening: Screening, version: CalibrationVersion | None) -> Score:
    """A screening's score on Claude's scale."""
    levels = [_level(id_, values) for id_, values in screening.levels.items()]
    return score(screening.rubric.as_rubric(), levels, calibration=fit_of(version))


def _base(match: Match, screening: Screening | None, report: Assessment | None) -> Screening | Assessment | None:
    readings = [reading for reading in (report, screening) if reading is not None]
    in_force = [reading for reading in readings if reading.rubric_id == match.job.rubric_id]
    if in_force:
        return in_force[0]
    return max(readings, key=lambda reading: reading.rubric.number, default=None)


def _levels(match: Match, base: Screening | Assessment) -> tuple[dict[str, Level], dict[str, str]]:
    """The level that counts for each criterion, and whose it is."""
    rubric: RubricVersion = base.rubric
    whose = "local" if isinstance(base, Screening) else "claude"
    levels = {id_: _level(id_, values) for id_, values in base.levels.items()}
    by = dict.fromkeys(levels, whose)
    looks = match.assessments.filter(rubric=rubric).exclude(criterion="").order_by("created_at")
    if isinstance(base, Assessment):
        looks = looks.filter(created_at__gt=base.created_at)
    for look in looks:
        levels |= {id_: _level(id_, values) for id_, values in look.levels.items()}
        by |= dict.fromkeys(look.levels, "claude")
    for override in match.overrides.filter(rubric=rubric, withdrawn_at=None):
        levels[override.criterion] = Level(override.criterion, override.level, certain(override.level))
        by[override.criterion] = "person"
    return levels, by


def _level(id_: str, values: dict) -> Level:
    return Level(id_, values["level"], tuple(values.get("probabilities") or certain(values["level"])))


def _apart(screening: Screening | None, report: Assessment | None, version: CalibrationVersion | None) -> float | None:
    """How far the two readers are apart, where both have read with the same criteria."""
    if screening is None or report is None or screening.rubric_id != report.rubric_id:
        return None
    return abs(local_score(screening, version).score - report.score)


def _flags(
    match: Match, screening: Screening | None, report: Assessment | None, base: Screening | Assessment
) -> list[str]:
    flags = list(match.cv.flags)
    told = (screening is not None and screening.flag) or (report is not None and "instruction_like" in report.flags)
    if told and "instruction_like" not in flags:
        flags.append("instruction_like")
    if jumps(base.score, estimate=match.estimate):
        flags.append("score_jump")
    return flags
