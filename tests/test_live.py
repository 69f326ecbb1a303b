"""One request of the production's shape: to the simulator in every run, and to the real Claude, for money, with

    ANTHROPIC_LIVE=1 ANTHROPIC_API_KEY=... python -m pytest tests/test_live.py

LIVE_MODEL chooses another model than the default one. What the request may cost is asserted: less than 5 cents.
"""

import os
from datetime import date
from decimal import Decimal

import pytest

from matching.clients.claude import CloudModel
from matching.clients.claude_replies import judge
from matching.cloud_catalogue import DEFAULT_MODEL, cloud_entry
from matching.permits import CloudPermit
from matching.prompts.assess import assess_prompt
from matching.reports import accept_report
from tests.clients.claude_asking import CV, RUBRIC
from tests.servers.claude import ClaudeSimulator


def ask_once(model: CloudModel) -> None:
    """List the models, count one production request, send it, and look at all that comes back."""
    entry = cloud_entry(model.name)
    prompt = assess_prompt(RUBRIC, CV, key="7f3a91c2", entry=entry, ttl="5m", today=date(2026, 11, 25))
    permit = CloudPermit(job_id="live", strategy="cloud", purpose="live_test")

    listed = next(one for one in model.models() if one.id in {entry.id, *entry.also})
    counted = model.count(prompt, permit=permit)
    reply = model.assess(prompt, permit=permit)

    assert (listed.structured_outputs, listed.batch) == (True, True)
    assert abs(reply.usage.prompt - counted) <= 0.05 * counted
    assert 0 < entry.cost(reply.usage) < Decimal("0.05")
    report = accept_report(judge(reply), rubric=RUBRIC, cv_text=prompt.cv)
    assert [mark.id for mark in report.criteria] == ["a", "b", "c", "z"]


@pytest.mark.parametrize("name", ["claude-haiku-4-5", "claude-haiku-5-5", "claude-sonnet-5-5"])
def test_simulator_takes_the_request_that_the_live_test_sends(name):
    with ClaudeSimulator() as server:
        ask_once(CloudModel(key="any", model=name, base_url=server.url))


@pytest.mark.live
def test_real_claude_takes_the_production_request_and_gives_a_report():
    ask_once(CloudModel(key=os.environ["LIVE_API_KEY"], model=os.environ.get("LIVE_MODEL", DEFAULT_MODEL)))
