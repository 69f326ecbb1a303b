import json
import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from matching.clients.ollama import KEEP_ALIVE, LocalModel
from matching.prompts import parse_rubric_reply, rubric_prompt
from tests.clients.asking import CV, failure, judged, prompt_of
from tests.clients.odd_server import odd_server, sending
from tests.servers.ollama import OllamaSimulator


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


def test_ask_drafts_criteria(model):
    content = model.ask(rubric_prompt("Engineer\n- Python services\n- SQL\n- Kafka\n- AWS"))
    assert [criterion.label for criterion in parse_rubric_reply(content)] == ["Python services", "SQL", "Kafka", "AWS"]


@pytest.mark.parametrize("name", ["deepseek-r1:14b", "phi4", "gemma2:9b", "mixtral:8x7b"])
def test_other_models_of_the_catalogue_answer(name):
    with OllamaSimulator(models=[name]) as server:
        assert judged(LocalModel(server.url, model=name, num_ctx=8192)).levels[0].level == 3


def test_server_without_logprobs_gives_plain_levels():
    with OllamaSimulator(legacy=True) as server:
        answer = judged(LocalModel(server.url, model="qwen2.5:7b", num_ctx=8192))
    assert answer.levels[0].probabilities == (0, 0, 0, 1, 0)


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
