"""A person's levels: they make the score anew, both readings stay, and everything is logged."""

import pytest

from matching.exceptions import JobtrackerError
from matching.models import AuditEvent, Match
from matching.pipeline.escalate import ask
from matching.pipeline.override import set_level, take_back
from tests.pipeline.asking import assess_all, hybrid, screen_all
from tests.pipeline.rows import make_match

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def read(job, claude, owner) -> Match:
    """A match that both have read; the must is not on it."""
    match = make_match(hybrid(job), text="Engineer, 2015 - 2026\nPostgreSQL schemas and tuning.\nKubernetes upgrades.")
    screen_all()
    ask([Match.objects.select_related("job", "candidate").get(pk=match.pk)], by=owner)
    assess_all()
    match.refresh_from_db()
    return match


def test_level_set_by_a_person_makes_the_score_anew_and_lifts_the_cap(read, owner):
    assert (read.source, read.capped_by) == ("claude", ["a"])
    set_level(read, "a", level=4, note="Django at the last two employers", by=owner)
    before = read.score
    read.refresh_from_db()
    assert (read.source, read.capped_by, read.levels["a"]["by"]) == ("person", [], "person")
    assert read.score > before
    assert read.assessment.levels["a"]["level"] == 0
    event = AuditEvent.objects.get(verb="override")
    assert (event.actor, event.match, event.detail["was"], event.detail["level"]) == (owner, read, 0, 4)


def test_level_taken_back_brings_the_reading_back(read, owner):
    before = read.score
    set_level(read, "a", level=4, note="seen", by=owner)
    set_level(read, "a", level=3, note="seen again", by=owner)
    read.refresh_from_db()
    assert take_back(read, "a", by=owner)
    read.refresh_from_db()
    assert (read.source, read.score) == ("claude", before)
    assert not take_back(read, "a", by=owner)
    assert read.overrides.exclude(withdrawn_at=None).count() == 2


@pytest.mark.parametrize(("criterion", "level", "note"), [("h", 3, "x"), ("a", 5, "x"), ("a", -1, "x"), ("a", 3, "  ")])
def test_impossible_level_is_refused_and_changes_nothing(read, owner, criterion, level, note):
    with pytest.raises(JobtrackerError):
        set_level(read, criterion, level=level, note=note, by=owner)
    assert read.overrides.count() == 0


def test_level_of_a_cv_that_nobody_read_is_refused(job, owner):
    with pytest.raises(JobtrackerError):
        set_level(make_match(job), "a", level=3, note="x", by=owner)
