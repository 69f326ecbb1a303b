"""The tasks: permissions to screen neither run out nor pile up."""

import pytest
from redis import Redis

from jobtracker.celery import app
from matching.models import Match
from matching.tasks import kick_screen, queue_length, screen
from tests.pipeline.rows import make_match
from tests.servers.ollama import OllamaSimulator


@pytest.fixture
def broker(settings, redis_url):
    """A Redis that this process's messages go to."""
    settings.BROKER_URL = redis_url
    before = app.conf.broker_url
    _send_to(redis_url)
    with Redis.from_url(redis_url) as client:
        client.flushdb()
        yield client
    _send_to(before)


def _send_to(url: str) -> None:
    app.conf.broker_url = url
    app._pool = app.amqp._producer_pool = None  # made again, for the new address, when it is next asked for


@pytest.mark.redis
@pytest.mark.django_db(transaction=True)
def test_permissions_to_screen_never_pile_up(job, settings, broker):
    settings.LOCAL_SLOTS = 2
    for _ in range(4):
        make_match(job)
    with OllamaSimulator() as ollama:
        settings.OLLAMA_HOST = ollama.url
        kick_screen()
        for _ in range(4):
            assert broker.rpop("screen")
            screen()
    assert Match.objects.filter(state="screened").count() == 4
    assert queue_length("screen") == 2
