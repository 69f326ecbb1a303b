"""The two simulated model servers, for the tests of the second reader."""

import pytest

from tests.pipeline.asking import choose, cv_text, hybrid
from tests.pipeline.rows import make_match
from tests.servers.claude import ClaudeSimulator
from tests.servers.ollama import OllamaSimulator


@pytest.fixture
def both(settings):
    """Both servers, in use by the product: (Ollama, Claude)."""
    with OllamaSimulator() as ollama, ClaudeSimulator(key="test-key") as claude:
        settings.OLLAMA_HOST = ollama.url
        settings.ANTHROPIC_BASE_URL, settings.ANTHROPIC_API_KEY = claude.url, "test-key"
        settings.CLOUD_MODEL = "claude-haiku-5-5"
        settings.CLOUD_SLOTS = 4
        yield ollama, claude


@pytest.fixture
def claude(both):
    return both[1]


@pytest.fixture
def night(job, claude):
    """A cloud job of six matches that wait for the night."""
    hybrid(job, strategy="cloud", timing="overnight")
    for number in range(6):
        make_match(job, text=cv_text(number))
    choose(job)
    return job
