"""Calibration as it is applied: fitted at 20 pairs, again at each 50 more, kept in versions, shown."""

import uuid

import pytest
from django.utils import timezone

from matching.models import Assessment, CalibrationVersion, Escalation, Match, Screening
from matching.pipeline.calibrate import calibrate, due, matches_of
from matching.pipeline.shown import show
from tests.pipeline.rows import make_match

pytestmark = pytest.mark.django_db(transaction=True)
KNOWN = {"digest": "d1", "prompt_version": "p1", "model": "qwen2.5:7b"}


def levels(*given: int) -> dict:
    return {
        id_: {"id": id_, "level": level, "probabilities": [float(level == one) for one in range(5)]}
        for id_, level in zip("abcz", given, strict=True)
    }


def screened(job, *given: int) -> Match:
    match = make_match(job, estimate=None)
    raw = 100 * sum(w * level / 4 for w, level in zip((3, 2, 1, 2), given, strict=True)) / 8
    values = {"raw": raw, "sd": 0, "score": raw, "uncertainty": 2, "band": "low", "borderline": False}
    own = {"match": match, "rubric": job.rubric, "cache_key": uuid.uuid4().hex, "levels": levels(*given)}
    made = Screening.objects.create(**own, **KNOWN, **values, why="", gap="")
    Match.objects.filter(pk=match.pk).update(screening=made, state="screened")
    show(match.pk)
    return match


def assessed(match: Match, *given: int, chance: float = 1.0) -> None:
    raw = 100 * sum(w * level / 4 for w, level in zip((3, 2, 1, 2), given, strict=True)) / 8
    Assessment.objects.create(
        match=match,
        rubric=match.job.rubric,
        cache_key=uuid.uuid4().hex,
        model="claude-haiku-4-5",
        prompt_version="assess-1",
        levels=levels(*given),
        raw=raw,
        sd=0,
        score=raw,
        uncertainty=2,
        band="low",
        report={},
    )
    now = timezone.now()
    sent = {"why": "audit" if chance < 1 else "top", "chance": chance, "state": "assessed"}
    Escalation.objects.create(match=match, decided_at=now, available_at=now, **sent)
    show(match.pk)


def pairs(job, count: int) -> None:
    for number in range(count):
        level = 1 + number % 4
        assessed(screened(job, level, level, level, level), level - 1, level - 1, level - 1, level - 1)


def test_under_twenty_pairs_nothing_is_fitted(job):
    pairs(job, 19)
    assert due() == []


def test_twenty_pairs_bring_a_first_version_that_moves_the_scores_shown(job):
    pairs(job, 20)
    alone = screened(job, 3, 3, 3, 3)
    assert due() == [KNOWN]
    version = calibrate(**KNOWN)
    assert (version.number, version.pairs, version.audited) == (1, 20, 0)
    assert set(matches_of(version)) >= {alone.pk}
    alone.refresh_from_db()
    before, news = alone.score, alone.scored_at
    show(alone.pk, is_news=False)
    alone.refresh_from_db()
    assert alone.score < before
    assert (alone.calibration, alone.source, alone.scored_at) == (version, "local", news)
    assert due() == []


def test_scores_of_claude_are_not_moved(job):
    pairs(job, 20)
    calibrate(**KNOWN)
    match = Match.objects.filter(source="claude").first()
    before = match.score
    show(match.pk)
    match.refresh_from_db()
    assert (match.score, match.calibration) == (before, None)


def test_fitted_again_when_fifty_more_have_come(job):
    pairs(job, 20)
    calibrate(**KNOWN)
    pairs(job, 49)
    assert due() == []
    pairs(job, 1)
    assert due() == [KNOWN]
    second = calibrate(**KNOWN)
    assert (second.number, second.pairs) == (2, 70)
    assert CalibrationVersion.objects.count() == 2
