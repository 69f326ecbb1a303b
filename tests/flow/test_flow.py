"""The whole road with real workers in processes: nothing is lost, whatever dies in the middle."""

import shutil

import pytest

from benchmarks.corpus import pile, posting
from jobtracker.broker import find_server
from tests.product import Product, running
from tests.servers.ollama import OllamaSimulator
from tests.services import wait_for

pytestmark = [
    pytest.mark.processes,
    pytest.mark.skipif(find_server() is None, reason="no Valkey or Redis server on this machine"),
]
JOB = "Backend engineer"
SCREENED = "matching_match WHERE state = 'screened'"


def cvs(count: int) -> list:
    return [cv for cv in pile(per_job=count) if cv.job == JOB]


def drop_pile(product: Product, count: int) -> str:
    job = product.person.open_job(posting(JOB))
    for cv in cvs(count):
        product.person.upload(job, f"{cv.tag}.txt", cv.text.encode())
    return job


def wait_until_screened(product: Product, count: int, seconds: float = 180) -> None:
    wait_for(lambda: product.count(SCREENED) == count, what=f"{count} matches are screened", seconds=seconds)


def kill_in_a_call(product: Product, ollama: OllamaSimulator, name: str) -> None:
    """End a worker while its call is held: the call cannot come to its end before."""
    with ollama.hold():
        wait_for(lambda: ollama.stats()["in_flight"] > 0, what="a call in flight", seconds=120)
        product.kill(name)


def check_nothing_is_open(product: Product) -> None:
    assert product.count("matching_modelcall WHERE state = 'open'") == 0
    assert product.count("matching_cv WHERE state = 'read'") == product.count("matching_match")


def test_road_on_the_embedded_defaults():
    with OllamaSimulator(speed=100) as ollama, running(OLLAMA_HOST=ollama.url) as product:
        job = drop_pile(product, 12)
        wait_until_screened(product, 12)
        page = product.person.http.get(job).text
        assert page.count('class="linked') == 12
        assert len(ollama.calls) == product.count("matching_modelcall") == 12
        assert ollama.stats()["in_flight_max"] == 1
        check_nothing_is_open(product)


@pytest.mark.postgres
@pytest.mark.redis
def test_road_on_postgresql_and_redis_with_four_slots(postgres_url, redis_url):
    settings = {"DATABASE_URL": postgres_url, "BROKER_URL": redis_url, "LOCAL_SLOTS": "4"}
    with OllamaSimulator(slots=4, speed=20) as ollama, running(OLLAMA_HOST=ollama.url, **settings) as product:
        drop_pile(product, 16)
        wait_until_screened(product, 16)
        first = min(ollama.calls, key=lambda call: call.start)
        assert all(call.start >= first.end for call in ollama.calls if call is not first)
        assert 2 <= ollama.stats()["in_flight_max"] <= 4
        check_nothing_is_open(product)


def test_road_without_any_broker():
    with OllamaSimulator(speed=100) as ollama, running(OLLAMA_HOST=ollama.url, BROKER_URL="none") as product:
        drop_pile(product, 6)
        wait_until_screened(product, 6)


def test_killed_workers_in_the_middle_of_calls_lose_no_match():
    with OllamaSimulator(speed=10) as ollama, running(OLLAMA_HOST=ollama.url, LEASE_SECONDS="3") as product:
        drop_pile(product, 10)
        kill_in_a_call(product, ollama, "worker-screen")
        wait_for(lambda: product.count(SCREENED) >= 2, what="two are screened", seconds=120)
        kill_in_a_call(product, ollama, "worker-screen")
        product.kill("worker-read")
        wait_until_screened(product, 10)
        unknown = product.count("matching_modelcall WHERE state = 'unknown'")
        assert unknown >= 1
        assert product.count("matching_modelcall") == product.count("matching_screening") + unknown
        check_nothing_is_open(product)


def test_broker_killed_and_its_data_deleted_loses_no_cv():
    with OllamaSimulator(speed=20) as ollama, running(OLLAMA_HOST=ollama.url, LEASE_SECONDS="3") as product:
        drop_pile(product, 10)
        shutil.rmtree(product.data_dir / "broker")
        (product.data_dir / "broker").mkdir(mode=0o700)
        product.kill("broker")
        wait_until_screened(product, 10, seconds=240)
        check_nothing_is_open(product)


def test_scheduler_and_web_killed_while_work_runs_change_nothing():
    with OllamaSimulator(speed=20) as ollama, running(OLLAMA_HOST=ollama.url, LEASE_SECONDS="3") as product:
        drop_pile(product, 8)
        product.kill("scheduler")
        product.kill("web")
        wait_until_screened(product, 8)


def test_ollama_that_comes_later_finds_everything_waiting():
    ollama = OllamaSimulator(speed=100).start()
    ollama.stop()
    with running(OLLAMA_HOST=ollama.url) as product:
        job = drop_pile(product, 4)
        wait_for(lambda: product.count("matching_match WHERE estimate IS NOT NULL") == 4, what="the estimates")
        wait_for(lambda: "ollama serve" in product.person.http.get(job).text, what="the page says what to do")
        assert product.count(SCREENED) == 0
        with ollama:
            wait_until_screened(product, 4)
