"""The simulator's time: rates, sharing, slots, caches, queues, reloads, keep-alive."""

import json
import threading
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.servers.ollama import Limits, OllamaSimulator
from tests.servers.ollama.machine import DECODE, PREFILL, Machine
from tests.servers.ollama.samples import screening_prompt, screening_schema
from tests.servers.simulator.clock import Clock

MODEL = "qwen2.5:7b"
CV = "Python developer\n" * 3
FROZEN = 1e-12  # a speed at which only `advance` moves the clock
SECOND = 1_000_000_000


def ask(server: OllamaSimulator, cv: str = CV, **more) -> dict:
    """One chat; gives the reply, or the error with its status."""
    messages = [{"role": "user", "content": screening_prompt(cv)}]
    body = {"model": MODEL, "messages": messages, "stream": False, "format": screening_schema()} | more
    response = httpx.post(f"{server.url}/api/chat", json=body, timeout=30, verify=False)
    return response.json() | {"status": response.status_code}


def words(name: str, count: int) -> str:
    return f"{name} " * count


def at_once(server: OllamaSimulator, cvs: list[str]) -> list[dict]:
    with ThreadPoolExecutor(len(cvs)) as pool:
        return list(pool.map(lambda cv: ask(server, cv), cvs))


def test_durations_follow_the_rates():
    with OllamaSimulator(prefill=100, decode=10) as server:
        reply = ask(server)
        assert reply["prompt_eval_duration"] == reply["prompt_eval_count"] * SECOND // 100
        assert reply["eval_duration"] == reply["eval_count"] * SECOND // 10
        assert reply["load_duration"] == round((1 + 4_683_087_332 / 3e9) * SECOND)
        assert reply["total_duration"] == pytest.approx(
            reply["load_duration"] + reply["prompt_eval_duration"] + reply["eval_duration"], abs=2
        )


def test_real_time_is_simulated_time_by_speed():
    with OllamaSimulator(speed=50) as server:
        ask(server)
        reply = ask(server, CV + "More.")
        call = server.calls[-1]
        expected = call.evaluated / 400 + call.generated / 25
        assert reply["eval_duration"] / SECOND == pytest.approx(call.generated / 25)
        assert call.end - call.start == pytest.approx(expected)
        assert reply["total_duration"] / SECOND == pytest.approx(expected, abs=0.01)


def test_streamed_tokens_come_one_by_one_as_time_passes():
    body = {"model": MODEL, "messages": [{"role": "user", "content": "Hi"}]}
    with OllamaSimulator() as quick:
        tokens = len(httpx.post(f"{quick.url}/api/chat", json=body).text.splitlines()) - 1
        prefill = quick.calls[0].evaluated / 400
    with OllamaSimulator(speed=FROZEN) as server, ThreadPoolExecutor(1) as pool:
        post = httpx.Request("POST", f"{server.url}/api/chat", json=body)
        client = httpx.Client(timeout=10, verify=False)
        response = pool.submit(client.send, post, stream=True)
        assert server.wait_for(lambda: server.scheduler.loading)
        server.clock.advance(100)
        assert server.wait_for(lambda: server.machine.working == 1)
        server.clock.advance(prefill + 1.5 / 25)
        lines = response.result().iter_lines()
        seen = [json.loads(next(lines))["done"]]
        for _ in range(tokens - 1):
            assert server.machine.working == 1
            server.clock.advance(1 / 25)
            seen.append(json.loads(next(lines))["done"])
        assert seen == [False] * tokens
        assert json.loads(next(lines))["eval_duration"] == pytest.approx(tokens * SECOND / 25)
        client.close()


def test_only_new_tokens_are_evaluated_but_all_are_counted():
    with OllamaSimulator() as server:
        first, second, third = ask(server), ask(server, CV + "And more."), ask(server, CV + "And more.")
        calls = server.calls
        assert first["prompt_eval_count"] == calls[0].evaluated
        assert calls[1].evaluated < calls[0].evaluated / 2
        assert second["prompt_eval_count"] == calls[1].prompt_tokens > calls[1].evaluated
        assert (third["prompt_eval_count"], calls[2].evaluated) == (second["prompt_eval_count"], 1)
        assert len({call.prefix for call in calls}) == 1


def test_very_old_server_counts_only_new_tokens():
    with OllamaSimulator(counts_cached=False) as server:
        first, again = ask(server), ask(server)
        assert (first["prompt_eval_count"], again["prompt_eval_count"]) == (server.calls[0].prompt_tokens, 1)


def test_changed_beginning_evaluates_all():
    with OllamaSimulator() as server:
        ask(server)
        ask(server, messages=[{"role": "user", "content": "Other."}])
        other = server.calls[-1]
        assert other.evaluated == other.prompt_tokens - shared_head(server)


def shared_head(server: OllamaSimulator) -> int:
    """Tokens that every prompt of the model begins with: its own system prompt and the start of a user message."""
    return server.calls[-1].prompt_tokens - server.calls[-1].evaluated


@pytest.mark.parametrize(("cache_ram", "again"), [(8192 * 1024**2, True), (0, False)])
def test_prompt_cache_in_host_memory_brings_an_old_prefix_back(cache_ram, again):
    first, second = words("alpha", 300), words("beta", 300)
    with OllamaSimulator(limits=Limits(cache_ram=cache_ram)) as server:
        for text in (first, second, first + "end"):
            ask(server, messages=[{"role": "system", "content": text}, {"role": "user", "content": "Hi"}])
        assert (server.calls[-1].evaluated < 50) is again


def test_prompt_cache_forgets_the_oldest_when_full():
    kept = 700 * 28 * 4 * 128 * 4
    with OllamaSimulator(limits=Limits(cache_ram=kept)) as server:
        for name in ("alpha", "beta", "gamma", "delta", "alpha"):
            ask(server, messages=[{"role": "system", "content": words(name, 300)}, {"role": "user", "content": "Hi"}])
        assert server.calls[-1].evaluated > 300


def test_slot_with_the_longest_common_prefix_is_chosen():
    with OllamaSimulator(slots=2, limits=Limits(slots=2, cache_ram=0)) as server:
        with server.hold(), ThreadPoolExecutor(2) as pool:
            first = pool.submit(ask, server, words("alpha", 200))
            assert server.wait_for(lambda: sum(call.slot >= 0 for call in server.calls) == 1)
            second = pool.submit(ask, server, words("beta", 200))
            assert server.wait_for(lambda: sum(call.slot >= 0 for call in server.calls) == 2)
            server.held = False
            assert first.result()["done"] and second.result()["done"]
        ask(server, words("beta", 210))
        ask(server, words("alpha", 210))
        assert [call.slot for call in server.calls] == [0, 1, 1, 0]
        assert max(call.evaluated for call in server.calls[2:]) < 100


def test_busy_slot_shares_its_prefix_with_nobody():
    with OllamaSimulator(slots=2) as server:
        with server.hold(), ThreadPoolExecutor(2) as pool:
            replies = [pool.submit(ask, server) for _ in range(2)]
            assert server.wait_for(lambda: sum(call.slot >= 0 for call in server.calls) == 2)
            server.held = False
            assert all(reply.result()["done"] for reply in replies)
        assert [call.evaluated for call in server.calls] == [call.prompt_tokens for call in server.calls]


def test_one_slot_serves_one_call_after_the_other():
    with OllamaSimulator(speed=50) as server:
        ask(server)
        with ThreadPoolExecutor(2) as pool:
            with server.hold():
                waiting = [pool.submit(ask, server, CV + more) for more in "ab"]
                assert server.wait_for(lambda: server.ledger.in_flight == 2)
            replies = [reply.result() for reply in waiting]
        first, second = sorted(server.calls[1:], key=lambda call: call.end)
        assert second.end == pytest.approx(first.end + second.evaluated / 400 + second.generated / 25)
        assert second.queued == pytest.approx(first.end - second.start)
        rest = [one["total_duration"] - one["prompt_eval_duration"] - one["eval_duration"] for one in replies]
        assert max(rest) / SECOND >= second.queued - 0.001
        assert server.stats()["in_flight_max"] == 2


def test_four_slots_together_decode_faster_than_one_but_each_slower():
    with OllamaSimulator(speed=5, slots=4, prefill=1e6) as server, ThreadPoolExecutor(4) as pool:
        ask(server)
        with server.hold():
            waiting = [pool.submit(ask, server) for _ in range(4)]
            assert server.wait_for(lambda: server.ledger.in_flight == 4)
            began = server.clock.now()
        assert [reply.result()["status"] for reply in waiting] == [200] * 4
        calls = server.calls[1:]
        spent = max(call.end for call in calls) - began
        # A little more than 1.3: who came last was still on its way into the hold.
        assert 25 < sum(call.generated for call in calls) / spent < 25 * 1.35
        assert min(call.end - call.start for call in calls) > server.calls[0].generated / 25


def test_busy_seconds_are_those_of_the_work_and_not_of_the_simulator():
    with OllamaSimulator(speed=50) as server:
        for number in range(5):
            ask(server, f"{CV} {number}")
        work = sum(call.evaluated / 400 + call.generated / 25 for call in server.calls)
        assert server.stats()["busy_seconds"] == pytest.approx(work)


@given(
    works=st.lists(st.tuples(st.floats(0, 50), st.floats(0.1, 50)), min_size=1, max_size=6),
    gain=st.floats(1, 2),
)
def test_machine_does_all_work_and_no_more(works, gain):
    clock = Clock(speed=FROZEN)
    machine = Machine(clock, gain_at_four=gain)
    begun = [machine.begin(prefill=prefill, decode=decode, since=0.0) for prefill, decode in works]
    clock.advance(1000)
    ends = [machine.stop(work) for work in begun]
    whole = sum(prefill + decode for prefill, decode in works)
    assert machine.busy_seconds == pytest.approx(max(ends), abs=1e-6)
    assert whole / gain - 1e-6 <= max(ends) <= whole + 1e-6
    assert all(work.ended[PREFILL] <= work.ended[DECODE] for work in begun)


def test_machine_shares_prompts_without_gain_and_answers_with_gain():
    machine = Machine(Clock(speed=FROZEN), gain_at_four=1.3)
    assert [machine.share(PREFILL, slots) for slots in (1, 2, 4)] == [1, 0.5, 0.25]
    assert [machine.share(DECODE, slots) * slots for slots in (1, 2, 4, 8)] == pytest.approx([1, 1.1, 1.3, 1.3])


def test_machine_credits_the_time_before_the_beginning():
    clock = Clock(speed=FROZEN)
    machine = Machine(clock, gain_at_four=1.3)
    clock.advance(10)
    work = machine.begin(prefill=4, decode=8, since=5)
    clock.advance(10)
    assert (machine.stop(work), machine.busy_seconds) == (pytest.approx(17), pytest.approx(12))


@pytest.mark.parametrize(
    "changed",
    [{"options": {"num_ctx": 8192}}, {"options": {"num_batch": 256}}, {"options": {"num_thread": 2}}, {"shift": False}],
)
def test_changed_runner_option_reloads_and_loses_the_cache(changed):
    with OllamaSimulator() as server:
        ask(server)
        ask(server, options={"temperature": 0, "seed": 3, "num_predict": 50})
        assert server.stats()["loads"] == 1
        ask(server, **changed)
        assert server.stats()["loads"] == 2
        assert server.calls[-1].evaluated == server.calls[-1].prompt_tokens


def test_shift_does_not_reload_a_legacy_server():
    with OllamaSimulator(legacy=True) as server:
        ask(server)
        ask(server, shift=False)
        assert server.stats()["loads"] == 1


def test_models_with_the_same_weights_share_a_runner():
    with OllamaSimulator(models=("phi4:14b", "phi4")) as server:
        ask(server, model="phi4:14b")
        ask(server, model="phi4")
        assert server.stats()["loads"] == 1


def test_no_room_unloads_the_model_with_the_shortest_keep_alive():
    models = (MODEL, "llama3.1:8b", "qwen2.5:14b")
    with OllamaSimulator(models=models, limits=Limits(vram=18 * 1024**3)) as server:
        ask(server, keep_alive="1h")
        ask(server, model="llama3.1:8b", keep_alive="1m")
        ask(server, model="qwen2.5:14b")
        assert sorted(server.stats()["loaded"]) == ["qwen2.5:14b", MODEL]


def test_calls_of_a_loaded_model_wait_without_a_limit():
    with OllamaSimulator(limits=Limits(max_queue=1)) as server:
        ask(server)
        with server.hold():
            threads = [threading.Thread(target=ask, args=(server, f"{CV} {number}")) for number in range(12)]
            for thread in threads:
                thread.start()
            assert server.wait_for(lambda: server.ledger.in_flight == 12)
        for thread in threads:
            thread.join()
        assert {call.status for call in server.calls} == {200}


def test_full_pending_queue_gets_503_and_matching_calls_do_not():
    with OllamaSimulator(slots=2, limits=Limits(slots=2, max_queue=1)) as server:
        ask(server)
        with ThreadPoolExecutor(4) as pool:
            with server.hold():
                running = pool.submit(ask, server)
                assert server.wait_for(lambda: server.ledger.in_flight == 1 and server.calls[-1].slot >= 0)
                reloading = pool.submit(ask, server, options={"num_ctx": 5000})
                assert server.wait_for(lambda: server.ledger.in_flight == 2 and server.scheduler.loading)
                waiting = pool.submit(ask, server, options={"num_ctx": 6000})
                assert server.wait_for(lambda: len(server.scheduler.pending) == 1)
                refused = ask(server, options={"num_ctx": 7000})
                matching = pool.submit(ask, server)
                assert server.wait_for(lambda: server.ledger.in_flight == 4)
            statuses = [call.result()["status"] for call in (running, reloading, waiting, matching)]
        assert statuses == [200] * 4
        assert (refused["status"], refused["error"]) == (
            503,
            "server busy, please try again.  maximum pending requests exceeded",
        )


@pytest.mark.parametrize(
    ("keep_alive", "passed", "loaded"),
    [
        ("10m", 599, 1),
        ("10m", 601, 0),
        (2, 3, 0),
        (-1, 1e6, 1),
        ("-1m", 1e6, 1),
        (None, 299, 1),
        (None, 301, 0),
        (0, 0, 0),
    ],
)
def test_keep_alive_unloads_when_it_has_passed(keep_alive, passed, loaded):
    with OllamaSimulator() as server:
        ask(server, keep_alive=keep_alive)
        server.clock.advance(passed)
        assert len(httpx.get(f"{server.url}/api/ps").json()["models"]) == loaded


def test_stray_call_resets_the_keep_alive():
    with OllamaSimulator() as server:
        ask(server, keep_alive="1h")
        ask(server)
        server.clock.advance(301)
        assert httpx.get(f"{server.url}/api/ps").json() == {"models": []}


def test_client_that_leaves_while_waiting_frees_its_place():
    with OllamaSimulator() as server:
        ask(server)
        with server.hold():
            for number in range(2):
                with pytest.raises(httpx.ReadTimeout):
                    httpx.post(
                        f"{server.url}/api/chat",
                        json={"model": MODEL, "messages": [{"role": "user", "content": f"Hi {number}"}]},
                        timeout=httpx.Timeout(10, read=0.1),
                    )
            assert server.wait_for(lambda: [call.status for call in server.calls] == [200, 499, 499])
        assert ask(server)["done"]


def test_prompt_of_a_client_that_left_is_evaluated_to_its_end():
    with OllamaSimulator(speed=20) as server:
        ask(server)
        body = {"model": MODEL, "messages": [{"role": "user", "content": words("gone", 2000)}]}
        with pytest.raises(httpx.ReadTimeout):
            httpx.post(f"{server.url}/api/chat", json=body, timeout=httpx.Timeout(10, read=0.02))
        assert server.wait_for(lambda: [call.status for call in server.calls] == [200, 499])
        call = server.calls[-1]
        assert call.end - call.start >= call.evaluated / 400


def test_stats_over_http_have_totals_and_a_log_without_prompts():
    with OllamaSimulator() as server:
        ask(server)
        ask(server)
        stats = httpx.get(f"{server.url}/_sim/stats").json()
        assert (stats["calls"], stats["loads"], stats["in_flight"]) == (2, 1, 0)
        assert stats["prompt_tokens_evaluated"] == sum(call["evaluated"] for call in stats["log"])
        assert "body" not in stats["log"][0]
        httpx.post(f"{server.url}/_sim/reset")
        assert server.stats()["calls"] == 0
