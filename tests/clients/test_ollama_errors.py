import json
import threading
import time

import pytest

from matching.clients.ollama import LocalModel
from matching.prompts import rubric_prompt
from matching.replies import accept
from tests.clients.asking import CV, RUBRIC, failure, judged, prompt_of
from tests.clients.odd_server import odd_server, sending
from tests.servers.ollama import OllamaSimulator, faults


@pytest.mark.parametrize(("fault", "code"), [(faults.LENGTH, "cut_off"), (faults.DONE_FALSE, "not_done")])
def test_ask_refuses_an_unfinished_draft(server, model, fault, code):
    server.fault(fault)
    assert failure(model.ask, rubric_prompt("Engineer")).code == code


FAULTS = {
    faults.MODEL_404: "model_missing",
    faults.MODEL_VANISHED: "model_missing",
    faults.BUSY_503: "busy",
    faults.UNAUTHORIZED_401: "unauthorized",
    faults.NESTED_400: "prompt_too_long",
    faults.GRAMMAR_400: "grammar_refused",
    faults.HTML_502: "proxy_fault",
    faults.GATEWAY_504: "proxy_fault",
    faults.EMPTY_200: "not_done",
    faults.NULL_200: "bad_reply",
    faults.HTML_200: "bad_reply",
    faults.ERROR_200: "server_error",
    faults.LIST_ERROR_BODY: "bad_reply",
    faults.RESET: "broken_stream",
    faults.FORBIDDEN_403: "forbidden",
    faults.NOT_OLLAMA_404: "not_ollama",
    faults.LOAD_FAILED: "load_failed",
    faults.LOAD_OOM: "out_of_memory",
    faults.LOAD_TIMEOUT: "load_failed",
    faults.LOAD_TOO_LARGE: "load_failed",
    faults.INCOMPATIBLE: "incompatible",
    faults.NO_SLOTS: "load_failed",
    faults.RUNNER_500: "runner_stopped",
    faults.OOM: "out_of_memory",
    faults.ERROR_MID_STREAM: "runner_stopped",
    faults.STREAM_CUT: "broken_stream",
    faults.SILENT_CUT: "prompt_cut",
    faults.DONE_FALSE: "not_done",
    faults.LENGTH: "cut_off",
    faults.TRUNCATED_JSON: "invalid_json",
    faults.PROSE: "invalid_json",
    faults.PROSE_AROUND_JSON: "invalid_json",
    faults.OUT_OF_RANGE: "invalid_levels",
    faults.OUT_OF_RANGE_FLOAT: "invalid_levels",
    faults.MISSING_KEY: "invalid_json",
    faults.NO_METRICS: "no_count",
    faults.ECHO_PROMPT: "canary",
}
HARMLESS = {faults.COLD_LOAD, faults.NO_LOGPROBS, faults.PS_PARTLY_CPU}
SLOW = {faults.HANG, faults.SLOW_FIRST_TOKEN}


def test_every_fault_of_the_simulator_is_covered():
    assert set(FAULTS) | HARMLESS | SLOW == faults.ALL


@pytest.mark.parametrize(("fault", "code"), FAULTS.items())
def test_each_fault_has_its_code_and_the_next_call_is_well(server, model, fault, code):
    server.fault(fault)
    assert failure(judged, model).code == code
    server.install("qwen2.5:7b")
    assert judged(model).levels[0].level == 3


@pytest.mark.parametrize("fault", sorted(HARMLESS))
def test_harmless_oddities_change_nothing(server, model, fault):
    server.fault(fault)
    assert judged(model).levels[0].level == 3


@pytest.mark.parametrize("fault", sorted(SLOW))
def test_silence_before_the_answer_ends_at_the_deadline(server, fault):
    model = LocalModel(server.url, model="qwen2.5:7b", num_ctx=8192, deadline_seconds=0.3)
    server.fault(fault, seconds=3)
    started = time.monotonic()
    assert failure(model.screen, prompt_of(), seed=7).code == "timeout"
    assert time.monotonic() - started < 2


def test_answer_that_trickles_in_ends_at_the_deadline_and_frees_the_server():
    with OllamaSimulator(decode=20, prefill=100_000) as server:
        model = LocalModel(server.url, model="qwen2.5:7b", num_ctx=8192, deadline_seconds=0.5)
        judged(model)
        server.clock.instant = False
        assert failure(model.screen, prompt_of(), seed=7).code == "timeout"
        ends = time.monotonic() + 5
        while server.stats()["in_flight"] and time.monotonic() < ends:
            time.sleep(0.01)
        assert server.stats()["in_flight"] == 0


def test_silence_within_the_answer_is_a_stall():
    first = json.dumps({"model": "m", "message": {"role": "assistant", "content": "{"}, "done": False}) + "\n"
    released = threading.Event()

    def answer(request):
        sending(200, first, Content_Length="100000")(request)
        request.wfile.flush()
        released.wait(10)

    with odd_server(answer, model="m:latest") as server:
        model = LocalModel(server.url, model="m", num_ctx=8192, deadline_seconds=0.3)
        assert failure(model.screen, prompt_of(), seed=7).code == "stalled"
        released.set()


def test_prompt_that_the_server_finds_too_long_is_refused_not_cut(server):
    model = LocalModel(server.url, model="qwen2.5:7b", num_ctx=400)
    error = failure(model.screen, prompt_of(num_ctx=8192), seed=7)
    assert (error.code, error.permanent) == ("prompt_too_long", True)


def test_prompt_cut_by_an_old_server_is_noticed():
    with OllamaSimulator(legacy=True) as server:
        model = LocalModel(server.url, model="qwen2.5:7b", num_ctx=600)
        prompt = prompt_of(CV * 10)
        reply = model.screen(prompt, seed=7)
        error = failure(accept, reply, rubric=RUBRIC, expected_tokens=prompt.tokens, num_ctx=600)
    assert error.code == "prompt_cut"


@pytest.mark.parametrize(
    ("status", "body", "headers", "code"),
    [
        (302, "", {"Location": "http://127.0.0.1:9/"}, "not_ollama"),
        (400, '{"error":"invalid model name"}', {}, "bad_request"),
        (400, '{"error":"\\"nomic-embed-text\\" does not support chat"}', {}, "unsuitable_model"),
        (404, "404 page not found", {}, "not_ollama"),
        (405, "405 method not allowed", {}, "not_ollama"),
        (413, "<html>too large</html>", {}, "prompt_too_long"),
        (418, "", {}, "bad_request"),
        (499, '{"error":"request canceled"}', {}, "server_error"),
        (500, '{"error":"option \\"num_ctx\\" must be of type integer"}', {}, "bad_request"),
        (500, '{"error":"something new"}', {}, "server_error"),
        (500, "7", {}, "bad_reply"),
        (200, "[1]\n", {}, "bad_reply"),
        (200, '{"done":true}\n', {}, "bad_reply"),
        (200, '{"message":{"content":3}}\n', {}, "bad_reply"),
        (200, "\n", {}, "bad_reply"),
        (200, "", {"Content_Length": "5"}, "broken_stream"),
    ],
)
def test_odd_answers_have_their_code(status, body, headers, code):
    with odd_server(sending(status, body, **headers), model="m:latest") as server:
        assert failure(LocalModel(server.url, model="m", num_ctx=8192).screen, prompt_of(), seed=7).code == code


def test_busy_server_may_say_how_long_to_wait():
    with odd_server(sending(503, '{"error":"server busy"}', Retry_After="7"), model="m:latest") as server:
        error = failure(LocalModel(server.url, model="m", num_ctx=8192).screen, prompt_of(), seed=7)
    assert (error.code, error.retry_after) == ("busy", 7)


def test_errors_quote_nothing_of_cv_or_answer():
    body = '{"message":{"role":"assistant","content":["a secret of the CV"]}}\n'
    with odd_server(sending(200, body), model="m:latest") as server:
        error = failure(LocalModel(server.url, model="m", num_ctx=8192).screen, prompt_of(), seed=7)
    assert "secret" not in str(error)
    assert error.__suppress_context__
