"""Matches as the shortlist shows them, made without asking any model."""

import uuid

from django.utils import timezone

from matching.models import Assessment, EgressReceipt, Escalation, Job, Match, ModelCall, ModelServer
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
        "source": Match.Source.LOCAL,
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


def marks(rubric, **given: int) -> list[dict]:
    """The criteria of a report as Claude's are stored: each level with one quote that stands in the CV."""
    ids = [*(criterion.id for criterion in rubric.criteria), "z"]
    quote = {"text": "Built Python services", "start": 0, "end": 21, "exact": True}
    return [
        {"id": one, "level": given.get(one, 2), "claimed_level": given.get(one, 2), "quotes": [quote], "note": "Shown."}
        for one in ids
    ]


def assessed(match: Match, score: float = 80, *, report: dict | None = None, **given: int) -> Assessment:
    """A report by Claude on a match, with the call it came from, its receipt and its escalation."""
    rubric = match.job.rubric.as_rubric()
    call = cloud_call(match.job, match=match)
    EgressReceipt.objects.create(
        call=call,
        candidate=match.candidate_id,
        match=match,
        job=match.job,
        payload='{"messages":["[name]"]}',
        sha256="ab" * 32,
        size=24,
        tokens=5000,
        model=call.model,
        address="https://api.anthropic.com",
        purpose="assess",
        sent_at=timezone.now(),
    )
    whole = {
        "criteria": marks(rubric, **given),
        "matched": ["Python"],
        "partial": ["PostgreSQL"],
        "missing": ["Kubernetes"],
        "relevant_years": 6.0,
        "recency": "current",
        "risks": ["Short stays"],
        "questions": [{"criterion": "a", "text": "Which services did you run?"}],
        "recommendation": "interview",
        "confidence": "high",
        "why": "Built and ran services.",
        "gap": "No Kubernetes.",
    }
    made = Assessment.objects.create(
        match=match,
        rubric=match.job.rubric,
        call=call,
        cache_key=match.pk.hex,
        model=call.model,
        prompt_version="assess-1",
        levels={one["id"]: {"id": one["id"], "level": one["level"]} for one in whole["criteria"]},
        raw=score,
        sd=0,
        score=score,
        uncertainty=2,
        band=band(score),
        why=whole["why"],
        gap=whole["gap"],
        report={**whole, **(report or {})},
        dimensions={"must_haves": 75.0, "skill_depth": 50.0, "experience": 60.0, "seniority": None, "domain": None},
    )
    now = timezone.now()
    Escalation.objects.update_or_create(
        match=match, defaults={"why": "top", "state": "assessed", "decided_at": now, "available_at": now}
    )
    Match.objects.filter(pk=match.pk).update(assessment=made, source="claude", score=score, band=made.band)
    touch(match.job_id)
    return made


def cloud_call(job: Job, *, cost: str = "0.009", match: Match | None = None, **columns) -> ModelCall:
    """One call of Claude in the ledger."""
    server, _ = ModelServer.objects.get_or_create(
        key="claude: here", defaults={"address": "https://api.anthropic.com", "model": "claude-haiku-4-5"}
    )
    made = {
        "job": job,
        "match": match,
        "token": uuid.uuid4(),
        "act": "assess",
        "state": "done",
        "server": server,
        "model": "claude-haiku-4-5",
        "prompt_version": "assess-1",
        "prefix": "p",
        "expected_tokens": 5000,
        "prompt_tokens": 5000,
        "output_tokens": 800,
        "cost_usd": cost,
        "started_at": timezone.now(),
    }
    return ModelCall.objects.create(**{**made, **columns})
