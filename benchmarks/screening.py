"""Screening: three jobs with 100 CVs each against one simulated model server, ours and the plain loop beside it.

The plain loop is what a first script does: one prompt with the job, then the CV, `format: "json"`, about 200 tokens
out, in the order of arrival, as many at a time as the server has slots. The figures are a simulator's: they compare two
ways of asking, and say nothing of any model.
"""

import re
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import httpx

from benchmarks.corpus import TRADES, InventedCV, pile, posting
from tests.product import running
from tests.servers.ollama import Limits, OllamaSimulator

PREFILL, DECODE = 400.0, 25.0
TAG = re.compile(rb"ZQ\d{5}")
BEST = 10
PLAIN = (
    "You are an expert recruiter. Score how well the CV fits the job from 0 to 100. Answer as JSON with score, "
    "strengths, weaknesses and a short explanation.\n\nJob:\n{job}\n\nCV:\n{cv}\n"
)


def run(*, slots: Sequence[int] = (1, 4), per_job: int = 100, speed: float = 2.0) -> list[dict]:
    """Measure both ways for each number of slots, all at the same time: they mostly wait for their simulated servers.

    `speed` is simulated seconds per real one: our own delays count `speed` times.
    """
    cvs = pile(per_job=per_job)
    with ThreadPoolExecutor(2 * len(slots)) as pool:
        both = [(pool.submit(ours, cvs, count, speed), pool.submit(loop, cvs, count, speed)) for count in slots]
        results = [
            {"slots": count, "cvs": len(cvs), "speed": speed, "ours": first.result(), "loop": second.result()}
            for count, (first, second) in zip(slots, both, strict=True)
        ]
    for result in results:
        result["times_faster"] = round(result["loop"]["seconds"] / result["ours"]["seconds"], 2)
    return results


def simulator(slots: int, speed: float, **limits: float) -> OllamaSimulator:
    return OllamaSimulator(prefill=PREFILL, decode=DECODE, speed=speed, limits=Limits(slots=slots, **limits))


def ours(cvs: list[InventedCV], slots: int, speed: float) -> dict:
    """The product itself: jobs opened and files sent over HTTP, workers screening."""
    with simulator(slots, speed) as server:
        server.stop()
        with running(OLLAMA_HOST=server.url, LOCAL_SLOTS=str(slots)) as product:
            jobs = {job: product.person.open_job(posting(job)) for job in TRADES}
            with ThreadPoolExecutor(4) as pool:
                list(pool.map(lambda cv: product.person.upload(jobs[cv.job], f"{cv.tag}.txt", cv.text.encode()), cvs))
            server.start()
            _wait(lambda: sum(record.status == 200 and record.end > 0 for record in server.calls) >= len(cvs))
        return figures(server, cvs)


def loop(cvs: list[InventedCV], slots: int, speed: float, **limits: float) -> dict:
    """The plain loop. `cache_ram=0` among the limits takes away the server's cache of prompts in host memory."""

    def ask(cv: InventedCV) -> None:
        content = PLAIN.format(job=posting(cv.job), cv=cv.text)
        body = {"model": "qwen2.5:7b", "stream": False, "format": "json", "options": {"num_ctx": 8192}}
        body["messages"] = [{"role": "user", "content": content}]
        httpx.post(f"{server.url}/api/chat", json=body, timeout=3600, trust_env=False).raise_for_status()

    with simulator(slots, speed, **limits) as server, ThreadPoolExecutor(slots) as pool:
        list(pool.map(ask, cvs))
        return figures(server, cvs)


def figures(server: OllamaSimulator, cvs: list[InventedCV]) -> dict:
    """What the server saw, in simulated seconds."""
    calls = [record for record in server.calls if record.status == 200]
    first, last = min(call.start for call in calls), max(call.end for call in calls)
    ended: dict[str, float] = {}
    for call in calls:
        tags = TAG.findall(call.body)
        if tags:
            ended.setdefault(tags[-1].decode(), call.end)
    best_known = max(ended.get(cv.tag, last) for cv in _true_best(cvs)) - first
    total = last - first
    return {
        "seconds": round(total),
        "calls": len(calls),
        "best_known_seconds": round(best_known),
        "best_known_share": round(best_known / total, 3),
        "prompt_tokens_evaluated_per_match": round(sum(call.evaluated for call in calls) / len(cvs)),
        "prompt_tokens_per_match": round(sum(call.prompt_tokens for call in calls) / len(cvs)),
        "tokens_generated_per_match": round(sum(call.generated for call in calls) / len(cvs)),
        "server_busy_share": round(_busy([(call.start, call.end) for call in calls]) / total, 4),
        "in_flight_mean": round(sum(call.end - call.start for call in calls) / total, 2),
        "in_flight_max": max(call.in_flight for call in calls),
    }


def _true_best(cvs: list[InventedCV]) -> list[InventedCV]:
    best = []
    for job in TRADES:
        best += sorted((cv for cv in cvs if cv.job == job), key=lambda cv: (-cv.truth, cv.tag))[:BEST]
    return best


def _busy(spans: list[tuple[float, float]]) -> float:
    """Length of the union of the spans: the time in which at least one call was with the server."""
    total, reached = 0.0, float("-inf")
    for start, end in sorted(spans):
        total += max(0.0, end - max(start, reached))
        reached = max(reached, end)
    return total


def _wait(done: Callable[[], bool]) -> None:
    while not done():
        time.sleep(0.2)
