"""Assessing through the production client against a simulated Claude: reports, receipts, money, nothing lost."""

import pytest

from matching.models import Assessment, EgressReceipt, Escalation, Match
from tests.pipeline.asking import assess_all, booked, budgets_agree, choose, cv_text, hybrid, screen_all
from tests.pipeline.rows import make_match
from tests.servers.claude import ClaudeSimulator
from tests.servers.ollama import OllamaSimulator

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def ollama(settings):
    with OllamaSimulator() as server:
        settings.OLLAMA_HOST = server.url
        yield server


@pytest.fixture
def claude(settings):
    with ClaudeSimulator(key="test-key") as server:
        settings.ANTHROPIC_BASE_URL, settings.ANTHROPIC_API_KEY = server.url, "test-key"
        settings.CLOUD_MODEL = "claude-haiku-5-5"
        yield server


def pile(job, count: int) -> list[Match]:
    return [make_match(job, estimate=50 + number % 7, text=cv_text(number)) for number in range(count)]


def test_hybrid_job_is_screened_chosen_from_and_assessed(job, ollama, claude):
    hybrid(job)
    pile(job, 40)
    screen_all()
    reasons = choose(job)
    assess_all()
    assert sum(reasons.values()) == 40
    assert reasons["top"] == 8
    going = sum(count for why, count in reasons.items() if why in ("top", "line", "rescue", "capped", "audit"))
    tally = Escalation.objects.tally()
    assert (tally["assessed"], tally["kept"]) == (going, 40 - going)
    assert len(claude.calls) == Assessment.objects.count() == EgressReceipt.objects.count() == going
    assert booked() == claude.bill > 0
    assert budgets_agree()
    assert Match.objects.filter(source="claude").count() == going
    assert Match.objects.filter(source="local").count() == 40 - going
