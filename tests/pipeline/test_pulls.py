"""Downloads of models, with their progress in a row."""

from datetime import timedelta

import pytest
from django.utils import timezone

from matching.clients.ollama import PULL_SECONDS
from matching.exceptions import JobtrackerError
from matching.models import ModelPull, ModelServer
from matching.pipeline.pulls import ask_for, close_stalled, pull, waiting_pulls
from tests.servers.ollama import OllamaSimulator

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def ollama(settings):
    with OllamaSimulator(models=()) as server:
        settings.OLLAMA_HOST = server.url
        yield server


def test_pull_installs_the_model_and_the_server_is_well(ollama):
    asked = ask_for("qwen2.5:7b")
    pull(asked.pk)
    asked.refresh_from_db()
    assert (asked.state, asked.error, ModelServer.objects.get().fault) == ("done", "", "")


def test_pull_of_an_unknown_model_fails_with_a_sentence(ollama):
    asked = ask_for("no-such-model:1b")
    pull(asked.pk)
    asked.refresh_from_db()
    assert (asked.state, asked.error) == ("failed", "Ollama's library has no model no-such-model:1b.")


def test_ask_twice_is_one_download(db):
    assert ask_for("phi4") == ask_for("phi4")


@pytest.mark.parametrize("name", ["", "   ", "two words", "x" * 121])
def test_ask_for_an_impossible_name_is_refused(name):
    with pytest.raises(JobtrackerError):
        ask_for(name)


def test_pull_that_another_worker_has_does_nothing(ollama):
    asked = ask_for("qwen2.5:7b")
    ModelPull.objects.update(state=ModelPull.State.PULLING)
    pull(asked.pk)
    assert ModelPull.objects.get().state == "pulling"


def test_download_that_nobody_drives_any_more_is_closed(db):
    ask_for("phi4")
    ModelPull.objects.update(state=ModelPull.State.PULLING, updated_at=timezone.now() - timedelta(hours=1))
    assert close_stalled(timezone.now()) == 1
    assert ModelPull.objects.get().state == "failed"


def test_download_whose_message_was_lost_is_announced_again(db):
    asked = ask_for("phi4")
    assert waiting_pulls(timezone.now()) == []
    assert waiting_pulls(timezone.now() + timedelta(minutes=1)) == [asked.pk]


def test_download_that_is_silent_as_long_as_the_client_waits_is_not_closed(db):
    ask_for("phi4")
    silent = timedelta(seconds=PULL_SECONDS)
    ModelPull.objects.update(state=ModelPull.State.PULLING, updated_at=timezone.now() - silent)
    assert close_stalled(timezone.now()) == 0
