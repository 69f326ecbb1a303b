import json
import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from matching.clients.ollama import KEEP_ALIVE, LocalModel
from matching.exceptions import ModelError
from matching.prompts import parse_rubric_reply, rubric_prompt, screen_prompt
from matching.replies import accept
from matching.schemas import Criterion, Need, Rubric
from tests.clients.odd_server import odd_server, sending
from tests.servers.ollama import OllamaSimulator, faults

RUBRIC = Rubric(
    "Backend engineer",
    (Criterion("a", "Python services", Need.MUST), Criterion("b", "PostgreSQL"), Criterion("c", "Kubernetes")),
    "Design and run the services behind routing.",
)
CV = "Engineer\nExperience\n2019 - 2024\n- Python services for routing\n- PostgreSQL tuning\n"


def prompt_of(cv: str = CV, *, num_ctx: int = 8192):
    return screen_prompt(RUBRIC, cv, key="7f3a91c2", num_ctx=num_ctx, num_predict=200)


@pytest.fixture
def server():
    with OllamaSimulator() as simulator:
        yield simulator


@pytest.fixture
def model(server) -> LocalModel:
    return LocalModel(server.url, model="qwen2.5:7b", num_ctx=8192)


def judged(model: LocalModel, cv: str = CV, *, seed: int = 7):
    prompt = prompt_of(cv, num_ctx=model.num_ctx)
    reply = model.screen(prompt, seed=seed)
    return accept(reply, rubric=RUBRIC, expected_tokens=prompt.tokens, num_ctx=model.num_ctx)


def failure(act, *arguments, **options) -> ModelError:
    with pytest.raises(ModelError) as caught:
        act(*arguments, **options)
    return caught.value


def test_screen_brings_levels_with_their_probabilities(model):
    answer = judged(model)
    assert [(level.id, level.level) for level in answer.levels[:3]] == [("a", 3), ("b", 3), ("c", 0)]
    assert all(0.8 < level.probabilities[level.level] < 1 for level in answer.levels)
    assert answer.flag is False
    assert answer.why.startswith("Shows Python services")


def test_screen_brings_what_the_call_took(server, model):
    reply = model.screen(prompt_of(), seed=7)
    (record,) = server.calls
    assert (reply.prompt_tokens, reply.output_tokens) == (record.prompt_tokens, record.generated)
    assert reply.eval_seconds == pytest.approx(record.generated / 25, rel=0.05)
    assert reply.prompt_seconds == pytest.approx(record.evaluated / 400, rel=0.05)
    assert reply.total_seconds >= reply.eval_seconds + reply.prompt_seconds
    assert (reply.done, reply.done_reason, reply.model) == (True, "stop", "qwen2.5:7b")
    assert len(reply.logprobs) == record.generated
    assert "".join(token for token, _ in reply.logprobs) == reply.content


def test_our_count_of_tokens_is_near_the_servers(server, model):
    prompt = prompt_of(CV * 20)
    assert prompt.tokens / model.screen(prompt, seed=7).prompt_tokens == pytest.approx(1, abs=0.2)


def test_request_asks_for_what_the_design_says(server, model):
    prompt = prompt_of()
    model.screen(prompt, seed=11)
    body = json.loads(server.calls[0].body)
    assert body["messages"] == list(prompt.messages)
    assert list(body["format"]["properties"]) == ["a", "b", "c", "z", "flag", "why", "gap"]
    assert body["options"] == {**model.options, "seed": 11}
    assert (
        body["options"] | {"num_ctx": 8192, "num_predict": 200, "temperature": 0, "repeat_penalty": 1}
        == body["options"]
    )
    asked = {name: body[name] for name in ("stream", "shift", "think", "keep_alive", "logprobs", "top_logprobs")}
    assert asked == {
        "stream": True,
        "shift": False,
        "think": False,
        "keep_alive": KEEP_ALIVE,
        "logprobs": True,
        "top_logprobs": 20,
    }


def test_two_calls_differ_in_nothing_but_the_cv(server, model):
    model.screen(prompt_of("One"), seed=7)
    model.screen(prompt_of("Other"), seed=7)
    first, second = (json.loads(call.body) for call in server.calls)
    assert first.pop("messages") != second.pop("messages")
    assert first == second


def test_second_cv_of_a_job_costs_only_the_cv(server, model):
    for cv in ("One " * 50, "Other " * 50):
        model.screen(prompt_of(cv), seed=7)
    first, second = server.calls
    assert first.evaluated == first.prompt_tokens
    assert second.evaluated < 150
    assert first.prefix == second.prefix


def test_status_and_drafts_do_not_reload_the_model(server, model):
    model.screen(prompt_of(), seed=7)
    model.status()
    model.ask(rubric_prompt("Engineer\n- Python"))
    model.screen(prompt_of(), seed=8)
    assert server.stats()["loads"] == 1


def test_ask_drafts_criteria(model):
    content = model.ask(rubric_prompt("Engineer\n- Python services\n- SQL\n- Kafka\n- AWS"))
    assert [criterion.label for criterion in parse_rubric_reply(content)] == ["Python services", "SQL", "Kafka", "AWS"]


@pytest.mark.parametrize(("fault", "code"), [(faults.LENGTH, "cut_off"), (faults.DONE_FALSE, "not_done")])
def test_ask_refuses_an_unfinished_draft(server, model, fault, code):
    server.fault(fault)
    assert failure(model.ask, rubric_prompt("Engineer")).code == code


@pytest.mark.parametrize("name", ["deepseek-r1:14b", "phi4", "gemma2:9b", "mixtral:8x7b"])
def test_other_models_of_the_catalogue_answer(name):
    with OllamaSimulator(models=[name]) as server:
        assert judged(LocalModel(server.url, model=name, num_ctx=8192)).levels[0].level == 3


def test_server_without_logprobs_gives_plain_levels():
    with OllamaSimulator(legacy=True) as server:
        answer = judged(LocalModel(server.url, model="qwen2.5:7b", num_ctx=8192))
    assert answer.levels[0].probabilities == (0, 0, 0, 1, 0)


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


def test_a_redirect_is_not_followed():
    with odd_server(sending(200)) as elsewhere:
        with odd_server(sending(307, Location=elsewhere.url), model="m:latest") as server:
            error = failure(LocalModel(server.url, model="m", num_ctx=8192).screen, prompt_of(), seed=7)
        assert error.code == "not_ollama"
        assert (server.paths, elsewhere.paths) == (["/api/tags", "/api/chat"], [])


def test_a_proxy_from_the_environment_sees_nothing(model, monkeypatch):
    with odd_server(sending(502)) as proxy:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url)
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)
        assert judged(model).levels[0].level == 3
        assert proxy.paths == []


def test_errors_quote_nothing_of_cv_or_answer():
    body = '{"message":{"role":"assistant","content":["a secret of the CV"]}}\n'
    with odd_server(sending(200, body), model="m:latest") as server:
        error = failure(LocalModel(server.url, model="m", num_ctx=8192).screen, prompt_of(), seed=7)
    assert "secret" not in str(error)
    assert error.__suppress_context__


def test_threads_share_one_model():
    with OllamaSimulator(slots=4) as server, ThreadPoolExecutor(8) as pool:
        model = LocalModel(server.url, model="qwen2.5:7b", num_ctx=8192)
        answers = list(pool.map(lambda n: judged(model, CV + f"- course {n}\n"), range(12)))
    assert [answer.levels[0].level for answer in answers] == [3] * 12


def test_a_forked_child_has_a_connection_of_its_own(model):
    assert model.status().fault == ""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            code = 0 if judged(model).levels[0].level == 3 else 2
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert judged(model).levels[0].level == 3


def test_status_of_a_well_server(server, model):
    judged(model)
    status = model.status()
    assert (status.reachable, status.version, status.fault, status.sentence, status.mend) == (
        True,
        "0.33.0",
        "",
        "",
        "",
    )
    assert status.address == server.url
    (installed,) = status.installed
    assert status.digest == installed.digest == model.digest()
    assert (installed.name, installed.parameter_size, installed.quantization) == ("qwen2.5:7b", "7.6B", "Q4_K_M")
    assert (installed.size, installed.context_length) == (4_683_087_332, 32_768)
    (running,) = status.running
    assert (running.name, running.digest, running.context_length) == ("qwen2.5:7b", status.digest, 8192)
    assert running.size == running.size_vram > installed.size
    assert running.expires_at.startswith("20")


def test_status_shows_a_model_partly_on_the_cpu(server, model):
    judged(model)
    server.fault(faults.PS_PARTLY_CPU)
    (running,) = model.status().running
    assert 0 < running.size_vram < running.size


def test_status_without_the_model_names_the_command(server):
    status = LocalModel(server.url, model="phi4", num_ctx=8192).status()
    assert (status.reachable, status.fault, status.mend) == (True, "model_missing", "Run: ollama pull phi4")
    assert [one.name for one in status.installed] == ["qwen2.5:7b"]
    assert status.digest == ""


def test_status_of_a_server_that_is_down(server, model):
    judged(model)
    server.stop()
    status = model.status()
    assert (status.reachable, status.fault) == (False, "unreachable")
    assert server.url in status.sentence
    assert failure(model.screen, prompt_of(), seed=7).server_wide
    assert failure(model.digest).code == "unreachable"
    server.start()
    assert judged(model).levels[0].level == 3


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (sending(200, "<html>hello</html>"), "not_ollama"),
        (sending(200, '{"hello": "world"}'), "not_ollama"),
        (sending(200, "[]"), "not_ollama"),
        (sending(404, "not found"), "not_ollama"),
        (sending(302, Location="/login"), "not_ollama"),
        (sending(401), "unauthorized"),
        (sending(403), "forbidden"),
        (sending(502, "<html></html>"), "proxy_fault"),
    ],
)
def test_status_of_something_else(answer, fault):
    with odd_server(answer) as server:
        assert LocalModel(server.url, model="m", num_ctx=8192).status().fault == fault


def test_status_of_a_server_that_says_nothing():
    released = threading.Event()
    with odd_server(lambda request: released.wait(10)) as server:
        status = LocalModel(server.url, model="m", num_ctx=8192, status_seconds=0.2).status()
        released.set()
    assert (status.reachable, status.fault) == (True, "hung")


def tags_server(**entry: object):
    """A server with one model, described as a test says."""
    tags = {"models": [{"name": "m:latest", "digest": "sha256:ab", **entry}], "version": "0.33.0"}
    return odd_server(sending(200, json.dumps(tags)))


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ({}, ""),
        ({"size": "large", "details": 7, "capabilities": None}, ""),
        ({"capabilities": ["embedding"]}, "unsuitable_model"),
        ({"remote_host": "https://ollama.com:443"}, "not_local"),
        ({"remote_model": "big"}, "not_local"),
        ({"name": "other:latest"}, "model_missing"),
    ],
)
def test_status_looks_at_the_models_entry(entry, fault):
    with tags_server(**entry) as server:
        status = LocalModel(server.url, model="M", num_ctx=8192).status()
    assert (status.fault, status.digest) == (fault, "" if fault else "ab")


@pytest.mark.parametrize("name", ["qwen3-coder:480b-cloud", "glm-4.6:cloud"])
def test_a_model_in_somebodys_cloud_is_never_sent_a_cv(server, name):
    model = LocalModel(server.url, model=name, num_ctx=8192)
    assert failure(model.screen, prompt_of(), seed=7).code == "not_local"
    assert failure(model.ask, rubric_prompt("Engineer")).code == "not_local"
    assert failure(lambda: list(model.pull(name))).code == "not_local"
    assert model.status().fault == "not_local"
    assert server.calls == []


def test_a_cloud_model_under_a_plain_name_is_never_sent_a_cv():
    with tags_server(remote_host="https://ollama.com:443") as server:
        error = failure(LocalModel(server.url, model="m", num_ctx=8192).screen, prompt_of(), seed=7)
    assert (error.code, error.server_wide) == ("not_local", True)
    assert server.paths == ["/api/tags"]


def test_where_the_model_runs_is_not_asked_for_every_cv():
    with odd_server(sending(500, '{"error":"x"}'), model="m:latest") as server:
        model = LocalModel(server.url, model="m", num_ctx=8192)
        for _ in range(3):
            failure(model.screen, prompt_of(), seed=7)
    assert server.paths == ["/api/tags", *["/api/chat"] * 3]


def test_server_that_does_not_know_what_runs_is_well():
    def answer(request):
        sending(404 if request.path == "/api/ps" else 200, json.dumps({"version": "0.1.30"}))(request)

    with odd_server(answer, model="m:latest") as server:
        status = LocalModel(server.url, model="m", num_ctx=8192).status()
    assert (status.fault, status.digest, status.running) == ("", "ab", ())


@pytest.mark.parametrize("host", ["http://127.0.0.1:notaport", "http://[::1", "ftp://127.0.0.1:9"])
def test_an_unusable_address_is_named(host):
    model = LocalModel(host, model="m", num_ctx=8192)
    assert model.status().fault == "bad_address"
    assert failure(model.screen, prompt_of(), seed=7).code == "bad_address"


def test_nobody_listening_is_unreachable():
    with OllamaSimulator() as server:
        url = server.url
    error = failure(LocalModel(url, model="m", num_ctx=8192).screen, prompt_of(), seed=7)
    assert (error.code, error.server_wide, error.permanent) == ("unreachable", True, False)


def test_address_does_not_show_a_password():
    assert LocalModel("http://me:secret@127.0.0.1:9", model="m", num_ctx=8192).address == "http://127.0.0.1:9"


def test_pull_tells_its_progress(server, model):
    lines = list(model.pull("phi4:14b"))
    assert lines[0].status == "pulling manifest"
    assert lines[-1].status == "success"
    assert max(line.total for line in lines) > 9_000_000_000
    assert any(0 < line.completed < line.total for line in lines)
    assert LocalModel(server.url, model="phi4:14b", num_ctx=8192).status().fault == ""


def test_pull_of_an_unknown_model_is_named(model):
    error = failure(lambda: list(model.pull("nothing:1b")))
    assert (error.code, error.permanent) == ("pull_unknown", True)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('{"status":"pulling manifest"}\n', "pull_failed"),
        ('{"status":"pulling manifest"}\n{"error":"write: no space left on device"}\n', "pull_failed"),
        ("<html>\n", "bad_reply"),
    ],
)
def test_pull_that_does_not_end_well_is_a_failure(body, code):
    with odd_server(sending(200, body)) as server:
        model = LocalModel(server.url, model="m", num_ctx=8192)
        assert failure(lambda: list(model.pull("m"))).code == code


def test_pull_can_be_left(server, model):
    lines = model.pull("phi4:14b")
    next(lines)
    lines.close()
    assert model.status().fault == ""
