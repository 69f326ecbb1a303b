"""The chance that an escalation carries: whatever is measured on those that were sent rests on it."""

import pytest

from matching.models import Escalation
from matching.pipeline.escalate import ask
from tests.pipeline.asking import choose, cv_text, hybrid, screen_all
from tests.pipeline.rows import make_match
from tests.servers.ollama import OllamaSimulator

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def chosen(job, settings):
    """A hybrid job of forty screened matches that was chosen from."""
    with OllamaSimulator() as server:
        settings.OLLAMA_HOST = server.url
        hybrid(job)
        for number in range(40):
            make_match(job, estimate=None, text=cv_text(number))
        screen_all()
        choose(job)
        yield job


def test_audited_ones_and_those_that_were_not_drawn_carry_their_chance(chosen):
    audited, below = (Escalation.objects.filter(why=why) for why in ("audit", "below"))
    assert audited.count() == 3
    assert {0 < row.chance < 1 for row in audited} == {True}
    assert max(row.chance for row in below) < min(row.chance for row in audited)
    assert set(Escalation.objects.filter(why="top").values_list("chance", flat=True)) == {1.0}


def test_a_wish_counts_for_nobody_else(chosen, owner):
    row = Escalation.objects.filter(why="below").first()
    ask([row.match], by=owner)
    choose(chosen)
    row.refresh_from_db()
    assert (row.why, row.state, row.chance) == ("asked", "waiting", 0.0)


def test_a_wish_for_one_that_the_policy_sent_leaves_its_chance(chosen, owner):
    row = Escalation.objects.filter(why="audit").first()
    Escalation.objects.filter(pk=row.pk).update(state="assessed")
    ask([row.match], by=owner)
    choose(chosen)
    again = Escalation.objects.get(pk=row.pk)
    assert (again.why, again.state, again.chance) == ("audit", "waiting", row.chance)


def test_one_that_went_as_an_audit_counts_as_certain_once_it_belongs_to_the_top(chosen):
    row = Escalation.objects.filter(why="audit").first()
    Escalation.objects.filter(pk=row.pk).update(state="assessed")
    chosen.share = 1
    chosen.save(update_fields=["share"])
    choose(chosen)
    row.refresh_from_db()
    assert (row.why, row.state, row.chance) == ("audit", "assessed", 1.0)
