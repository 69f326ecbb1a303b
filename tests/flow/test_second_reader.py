"""The second reader with real workers in processes: who is sent, what it costs, and what dies in the middle."""

import sqlite3
from contextlib import closing
from decimal import Decimal

import pytest

from benchmarks.corpus import pile, posting
from jobtracker.broker import find_server
from tests.product import Product, fields_of, running
from tests.servers.claude import ClaudeSimulator, faults
from tests.servers.ollama import OllamaSimulator
from tests.services import wait_for

pytestmark = [
    pytest.mark.processes,
    pytest.mark.skipif(find_server() is None, reason="no Valkey or Redis server on this machine"),
]
JOB = "Backend engineer"
CLOUD = "matching_modelcall WHERE act <> 'screen'"


def send(product: Product, job: str, count: int) -> None:
    """So many CVs for a job."""
    for cv in [cv for cv in pile(per_job=count) if cv.job == JOB]:
        product.person.upload(job, f"{cv.tag}.txt", cv.text.encode())


def read_by(product: Product, job: str, strategy: str) -> None:
    """Choose on the job's page who reads it."""
    address = f"{job}claude/"
    fields = fields_of(product.person.http.get(address).text)
    product.person.post(address, {**fields, "strategy": [strategy]})


def environment(ollama: OllamaSimulator, claude: ClaudeSimulator, **more: str) -> dict[str, str]:
    return {
        "OLLAMA_HOST": ollama.url,
        "ANTHROPIC_BASE_URL": claude.url,
        "ANTHROPIC_API_KEY": "test-key",
        "CLOUD_MODEL": "claude-haiku-5-5",
        "CLOUD_POLL_SECONDS": "1",
        **more,
    }


def execute(product: Product, sql: str) -> None:
    """A change that has no page yet."""
    with closing(sqlite3.connect(product.database_url.removeprefix("sqlite:///"), timeout=20)) as database:
        database.execute(sql)
        database.commit()


def escalations(product: Product) -> dict[str, int]:
    return dict(product.rows("SELECT state, count(*) FROM matching_escalation GROUP BY state"))


def settled(product: Product, count: int) -> bool:
    found = escalations(product)
    return sum(found.values()) == count and not {"waiting", "assessing", "batched"} & set(found)


def booked(product: Product) -> Decimal:
    rows = product.rows("SELECT cost_usd, reserved_usd FROM matching_modelcall")
    assert all(Decimal(str(reserved)) == 0 for _, reserved in rows)
    return sum((Decimal(str(cost)) for cost, _ in rows), Decimal(0)).quantize(Decimal("0.00000001"))


def check_budgets(product: Product) -> None:
    spent = product.rows("SELECT spent_usd, reserved_usd FROM matching_budget")
    assert [Decimal(str(value)).quantize(Decimal("0.00000001")) for value, _ in spent] == [booked(product)] * 2


def test_hybrid_job_through_faults_of_claude_and_killed_workers_ends_with_the_bill_to_the_cent():
    with (
        OllamaSimulator(speed=200) as ollama,
        ClaudeSimulator(key="test-key", speed=20) as claude,
        running(**environment(ollama, claude, LEASE_SECONDS="3")) as product,
    ):
        claude.fault(faults.RATE_LIMITED_429, retry_after="1")
        claude.fault(faults.OVERLOADED_529, retry_after="1")
        claude.fault(faults.CUT_OFF)
        job = product.person.open_job(posting(JOB))
        read_by(product, job, "local")
        send(product, job, 30)
        screened = "matching_match WHERE state = 'screened'"
        wait_for(lambda: product.count(screened) == 30, what="everybody is screened", seconds=240)
        with claude.hold():
            # Chosen from all at once: on a slow machine a first choice would come before the last is screened.
            read_by(product, job, "hybrid")
            wait_for(lambda: claude.waiting, what="a call of Claude", seconds=150)
            product.kill("worker-cloud")
            product.kill("scheduler")
        wait_for(lambda: settled(product, 30), what="everybody chosen is assessed", seconds=240)
        reasons = dict(product.rows("SELECT why, count(*) FROM matching_escalation GROUP BY why"))
        assert reasons["top"] == 8
        going = 30 - reasons["below"]
        assert escalations(product) == {"assessed": going, "kept": reasons["below"]}
        assert product.count("matching_match WHERE source = 'claude'") == going
        # A call under way at the kill is charged in full: its true price is never known.
        lost = "SELECT coalesce(sum(cost_usd), 0) FROM matching_modelcall WHERE state = 'unknown'"
        unknown = Decimal(str(product.rows(lost)[0][0]))
        assert booked(product) - unknown <= claude.bill <= booked(product)
        known = {line.request_id: line.usd for line in claude.bill_lines}
        paid = "SELECT request_id, cost_usd FROM matching_modelcall WHERE request_id <> '' AND cost_usd > 0"
        for request_id, cost in product.rows(paid):
            assert Decimal(str(cost)) == known[request_id]
        check_budgets(product)


def test_night_job_as_a_batch_costs_what_the_vendor_billed():
    with (
        OllamaSimulator(speed=200) as ollama,
        ClaudeSimulator(key="test-key") as claude,
        running(**environment(ollama, claude, CLOUD_BATCH_HOUR="0", LEASE_SECONDS="3")) as product,
    ):
        claude.fault(faults.LOST_CREATE)
        job = product.person.open_job(posting(JOB))
        execute(product, "UPDATE matching_job SET timing = 'overnight', strategy = 'cloud'")
        send(product, job, 8)
        wait_for(lambda: escalations(product).get("batched"), what="a batch", seconds=120)
        product.kill("worker-cloud")

        def finished() -> bool:
            claude.finish()
            return product.count("matching_cloudbatch WHERE state = 'deleted'") >= 1

        wait_for(finished, what="the batch is done", seconds=180)
        in_batch = product.count("matching_escalation WHERE state = 'assessed'")
        assert in_batch == product.count(f"{CLOUD} AND service_tier = 'batch' AND state = 'done'") > 0
        assert booked(product) == claude.bill > 0
        assert claude.batches.all == {}
        check_budgets(product)


def test_local_job_reaches_nobody_but_ollama():
    with (
        OllamaSimulator(speed=200) as ollama,
        ClaudeSimulator(key="test-key") as claude,
        running(**environment(ollama, claude)) as product,
    ):
        job = product.person.open_job(posting(JOB))
        execute(product, "UPDATE matching_job SET strategy = 'local'")
        send(product, job, 5)
        wait_for(lambda: product.count("matching_match WHERE state = 'screened'") == 5, what="five are screened")
        estimated = "matching_job WHERE estimate_done = estimate_wanted AND estimate_done > 0"
        wait_for(lambda: product.count(estimated), what="the scheduler came by")
        assert claude.requests == []
        assert product.count(CLOUD) == product.count("matching_egressreceipt") == 0


def test_cloud_job_without_any_ollama_and_without_a_broker_is_assessed():
    with ClaudeSimulator(key="test-key") as claude:
        ollama = OllamaSimulator().start()
        ollama.stop()
        with running(**environment(ollama, claude, BROKER_URL="none")) as product:
            job = product.person.open_job(posting(JOB))
            execute(product, "UPDATE matching_job SET strategy = 'cloud'")
            send(product, job, 6)
            wait_for(lambda: escalations(product) == {"assessed": 6}, what="six are assessed", seconds=120)
            assert product.count("matching_match WHERE state = 'passed_on' AND source = 'claude'") == 6
            assert booked(product) == claude.bill
