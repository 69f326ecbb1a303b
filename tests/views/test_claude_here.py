"""Claude on the models page: with and without a key, and the look that a click takes."""

import pytest
from django.core.cache import cache

from matching.models import ModelServer
from tests.servers.claude import ClaudeSimulator

CHECK = "/models/claude/check/"


@pytest.fixture(autouse=True)
def no_look_of_another_test():
    cache.clear()


@pytest.fixture
def claude(settings):
    with ClaudeSimulator(speed=0, key="sk-right") as simulator:
        settings.ANTHROPIC_BASE_URL = simulator.url
        settings.ANTHROPIC_API_KEY = "sk-right"
        yield simulator


def test_models_without_a_key_says_what_to_do(as_, db, settings):
    settings.ANTHROPIC_API_KEY = ""

    found = as_("owner").get("/models/").context["claude"]

    assert (found.has_key, found.obstacle.sentence) == (
        False,
        "No key for Claude is set, so nothing was sent. The local scores are not touched.",
    )


def test_check_opens_the_line_again(as_, db, claude):
    server = ModelServer.objects.create(key="claude: x", address="a", model="claude-haiku-4-5", fault="cloud_spend_cap")

    page = as_("owner").post(CHECK, follow=True)
    server.refresh_from_db()

    assert "Claude answers and takes the key." in page.content.decode()
    assert (server.fault, page.context["claude"].obstacle) == ("", None)
    assert page.context["claude"].differences is not None


def test_check_with_a_wrong_key_says_so_and_shows_no_key(as_, db, claude, settings):
    settings.ANTHROPIC_API_KEY = "sk-wrong"

    page = as_("owner").post(CHECK, follow=True).content.decode()

    assert "Claude does not accept the key." in page
    assert "sk-wrong" not in page


def test_check_asks_for_a_sign_in(as_, db):
    assert as_("nobody").post(CHECK).status_code == 302
