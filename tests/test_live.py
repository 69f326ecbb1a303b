"""One request of the production's shape to the real Claude, for money, and not part of any other run:

    ANTHROPIC_LIVE=1 ANTHROPIC_API_KEY=... python -m pytest tests/test_live.py

LIVE_MODEL chooses another model than the default one. What the request may cost is asserted: less than 5 cents.
"""

import os
from decimal import Decimal

import pytest

from matching.clients.claude import CloudModel
from matching.clients.claude_replies import judge
from matching.cloud_catalogue import DEFAULT_MODEL, cloud_entry
from matching.costs import cost
from matching.permits import CloudPermit
from matching.prompts.assess import assess_prompt
from matching.reports import accept_report
from tests.clients.claude_asking import CV, RUBRIC


@pytest.mark.live
def test_real_claude_takes_the_production_request_and_gives_a_report():
    name = os.environ.get("LIVE_MODEL", DEFAULT_MODEL)
    entry = cloud_entry(name)
    prompt = assess_prompt(RUBRIC, CV, key="7f3a91c2", entry=entry, ttl="5m")
    model = CloudModel(key=os.environ["LIVE_API_KEY"], model=name)
    permit = CloudPermit(job_id="live", strategy="cloud", purpose="live_test")

    listed = next(one for one in model.models() if one.id in {entry.id, *entry.also})
    counted = model.count(prompt, permit=permit)
    reply = model.assess(prompt, permit=permit)

    assert (listed.structured_outputs, listed.batch) == (True, True)
    assert abs(reply.usage.prompt - counted) <= 0.05 * counted
    assert 0 < cost(reply.usage, entry.prices) < Decimal("0.05")
    report = accept_report(judge(reply), rubric=RUBRIC, cv_text=prompt.cv)
    assert [mark.id for mark in report.marks] == ["a", "b", "c", "z"]
