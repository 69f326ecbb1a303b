"""What must not leave, and what must not be written down."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from matching.exceptions import CloudForbiddenError
from tests.clients.asking import failure
from tests.clients.claude_asking import CV, permit_of, prompt_of

ROOT = Path(__file__).resolve().parent.parent.parent
SPEAK = """
import logging, sys
import django
django.setup()
import anthropic
from matching.clients.claude import CloudModel
from tests.clients.claude_asking import KEY, permit_of, prompt_of
from tests.servers.claude import ClaudeSimulator, faults
with ClaudeSimulator() as server:
    model = CloudModel(key=KEY, model="claude-haiku-5-5", base_url=server.url)
    model.assess(prompt_of(), permit=permit_of())
    server.fault(faults.ERROR_500)
    try:
        model.assess(prompt_of(), permit=permit_of())
    except Exception:
        logging.getLogger("matching").exception("as a careless caller would")
names = ("anthropic._base_client", "httpx2", "httpcore2.http11")
print([logging.getLogger(name).getEffectiveLevel() for name in names])
"""

LEAKS = [
    ("write to jane@example.com", "an e-mail address"),
    ("call +49 30 1234567", "a phone number"),
    ("see https://example.com/cv", "a web address"),
    ("Jane led it", "the name"),
    ("JANE\nled it", "the name"),
    ("Jane: jane@doe.example", "an e-mail address and the name"),
    ("jane@doe.example +49 30 1234567", "an e-mail address and a phone number"),
]


@pytest.mark.parametrize(("line", "kinds"), LEAKS)
def test_payload_that_identifies_a_person_is_not_sent(cloud, claude, line, kinds):
    prompt = prompt_of(f"{CV}- tuning\n{line}\n")
    for act in (claude.assess, claude.count):
        error = failure(act, prompt, permit=permit_of("jane", "doe"))
        assert (error.code, error.permanent, error.billed) == ("cloud_leak", True, False)
        assert str(error).startswith(f"What was to be sent still held {kinds}, so nothing was sent")
    assert cloud.requests == []


def test_address_in_the_words_of_the_job_is_not_sent_either(cloud, claude):
    prompt = prompt_of()
    system = ({"type": "text", "text": "Send questions to hr@firm.example."},)

    assert failure(claude.assess, replace(prompt, system=system), permit=permit_of()).code == "cloud_leak"
    assert cloud.requests == []


def test_name_that_is_also_a_word_of_the_job_is_sent(cloud, claude):
    claude.assess(prompt_of(), permit=permit_of("kubernetes"))

    assert len(cloud.calls) == 1


@pytest.mark.parametrize("permit", [None, "hybrid", object()])
def test_nothing_is_sent_without_a_permit(cloud, claude, permit):
    for act in (claude.assess, claude.count):
        with pytest.raises(CloudForbiddenError):
            act(prompt_of(), permit=permit)
    assert cloud.requests == []


def test_sent_text_is_the_prompt_and_nothing_else(cloud, claude):
    prompt = prompt_of()
    claude.assess(prompt, permit=permit_of("jane", "doe"))

    sent = cloud.calls[0].json
    assert (sent["system"], sent["messages"]) == (list(prompt.system), list(prompt.messages))
    assert b'7f3a"' not in cloud.calls[0].body and b"jane" not in cloud.calls[0].body


def test_no_log_shows_a_cv_or_a_key_whatever_the_library_is_told():
    environment = {**os.environ, "ANTHROPIC_LOG": "debug", "DJANGO_SETTINGS_MODULE": "tests.settings"}
    done = subprocess.run([sys.executable, "-c", SPEAK], cwd=ROOT, env=environment, capture_output=True, text=True)

    assert done.stdout == "[30, 30, 30]\n", done.stderr
    assert [word for word in ("sk-test", "PostgreSQL", "routing", "Bearer") if word in done.stderr] == []
    assert "as a careless caller would" in done.stderr
