"""The dimensions of a report: groups of criteria, each a weighted mean of their levels. No model is asked for them."""

import math
from collections.abc import Sequence

from matching.prompts import asked
from matching.rubric.kinds import Kind, kind_of, years_of
from matching.rubric.text import fold, pattern
from matching.schemas import WHOLE_JOB_ID, Criterion, Need, Rubric
from matching.scoring import Level, moments

DIMENSIONS = ("must_haves", "skill_depth", "experience", "seniority", "domain")
_SENIOR = pattern(
    r"""(?<![\w-])(?:lead(?:s|ing|ership)?(?! (?:generation|times?\b|acid))|led|senior\w*|principal|architect\w*|
    mentor\w*|coach\w*|supervis\w+|manag(?:e|es|ing) (?:a |an |the )?(?:team|people|staff)|head of|strateg\w+|
    ownership|stakeholders?|budget\w*|
    leitung|leiten\w*|fuhrung\w*|verantwort\w+|encadr\w+|direction|responsable|liderazgo|dirigir|leidinggev\w+)\b"""
)
_FIELD = pattern(
    r"""\b(?:industry|industries|sector|domain|branche\w*|secteur|regulated|
    banking|finance|fintech|insurance|health ?care|hospital\w*|clinical|medical|pharma\w*|life sciences|biotech|
    automotive|aerospace|aviation|energy|oil and gas|utilities|construction|real estate|retail|e-?commerce|fashion|
    hospitality|catering|gastronomie|logistics|telecom\w*|public sector|government|non-?profit|education|gaming|
    bank\w*wesen|versicherung\w*|gesundheitswesen|handel|bau|energie|logistik)\b"""
)
_QUALIFICATIONS = (Kind.DEGREE, Kind.LICENCE)


def dimensions(rubric: Rubric, levels: Sequence[Level]) -> dict[str, float | None]:
    """Each dimension from 0 to 100, by its name in DIMENSIONS; None where no criterion of the job belongs to it.

    The weights are those of the score. A level that is not given (a second look at one criterion) is left out.
    """
    by_id = {level.id: level for level in levels}
    criteria = {criterion.id: criterion for criterion in asked(rubric)}
    return {
        name: _mean([(criteria[id_].need.weight, by_id[id_]) for id_ in ids if id_ in by_id])
        for name, ids in groups(rubric).items()
    }


def groups(rubric: Rubric) -> dict[str, tuple[str, ...]]:
    """The ids of the criteria in each dimension: every one in exactly one of the last four, the musts in the first
    too. The job as a whole counts as experience."""
    homes = {criterion.id: _home(criterion) for criterion in asked(rubric)}
    found = {name: tuple(id_ for id_, home in homes.items() if home == name) for name in DIMENSIONS}
    return found | {"must_haves": tuple(one.id for one in rubric.criteria if one.need is Need.MUST)}


def _home(criterion: Criterion) -> str:
    if criterion.id == WHOLE_JOB_ID:
        return "experience"
    label = fold(criterion.label)
    kind = kind_of(criterion.label, duty=False)
    if kind is Kind.LEADING or _SENIOR.search(label):
        return "seniority"
    if kind in _QUALIFICATIONS:
        return "domain"
    if years_of(criterion.label):
        return "experience"
    if _FIELD.search(label):
        return "domain"
    return "experience" if years_of(criterion.mid) else "skill_depth"


def _mean(rows: list[tuple[int, Level]]) -> float | None:
    total = math.fsum(weight for weight, _ in rows)
    return 100 * math.fsum(weight * moments(level)[0] for weight, level in rows) / total if rows else None
