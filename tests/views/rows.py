"""Matches as the shortlist shows them, made without asking any model."""

from django.utils import timezone

from matching.models import Job, Match
from matching.pipeline.jobs import touch
from matching.scoring import band
from tests.pipeline.rows import make_match


def levels(**given: int) -> dict:
    """Levels as a screening stores them, each quite sure."""
    sure = {level: [float(other == level) for other in range(5)] for level in range(5)}
    return {name: {"id": name, "level": level, "probabilities": sure[level]} for name, level in given.items()}


def scored(job: Job, score: float, *, name: str = "", uncertainty: float = 2.0, **columns) -> Match:
    """A match with a score of the job's rubric in force."""
    made = {
        "state": Match.State.SCREENED,
        "score": score,
        "uncertainty": uncertainty,
        "band": band(score),
        "levels": levels(a=3, b=2, c=0, z=2),
        "why": "Led Python services.",
        "gap": "No Kubernetes.",
        "rubric": job.rubric,
        "scored_at": timezone.now(),
    }
    return named(make_match(job, **{**made, **columns}), name)


def unscored(job: Job, *, name: str = "", **columns) -> Match:
    """A match that only the quick estimate knows."""
    return named(make_match(job, **columns), name)


def named(match: Match, name: str) -> Match:
    """The match of a candidate with this name, and the job's pages told of it."""
    match.candidate.name = name
    match.candidate.save()
    touch(match.job_id)
    return match
