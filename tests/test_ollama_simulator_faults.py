"""Every fault of the simulator, seen through the real client as it maps it, streamed and not."""

import json
import threading

import httpx
import ollama
import pydantic
import pytest

from tests.servers.ollama import OllamaSimulator, faults
from tests.servers.ollama.samples import screening_prompt, screening_schema

MODEL = "qwen2.5:7b"
CV = "Python developer\nBackend in Python\nPython\nPostgreSQL"
STOPPED = "model runner has unexpectedly stopped"


@pytest.fixture
def server():
    with OllamaSimulator() as server:
        yield server


@pytest.fixture
def client(server):
    client = ollama.Client(host=server.url, timeout=10, verify=False)
    yield client
    client.close()


def chat(client: ollama.Client, **more):
    messages = [{"role": "user", "content": screening_prompt(CV)}]
    return client.chat(**({"model": MODEL, "messages": messages, "format": screening_schema()} | more))


def streamed(client: ollama.Client, **more) -> list[ollama.ChatResponse]:
    return list(chat(client, stream=True, **more))


ERRORS = [
    (faults.MODEL_404, 404, "model 'qwen2.5:7b' not found"),
    (faults.MODEL_VANISHED, 404, "model 'qwen2.5:7b' not found"),
    (faults.BUSY_503, 503, "server busy, please try again.  maximum pending requests exceeded"),
    (faults.UNAUTHORIZED_401, 401, "unauthorized"),
    (faults.FORBIDDEN_403, 403, ""),
    (faults.NO_SLOTS, 500, "no slots available after 10 retries"),
    (faults.LOAD_TOO_LARGE, 500, "unable to load full model on GPU"),
]
BEGINNINGS = [
    (faults.HTML_502, 502, "<html>"),
    (faults.GATEWAY_504, 504, "<html>"),
    (faults.NOT_OLLAMA_404, 404, "<html>"),
    (faults.RUNNER_500, 500, STOPPED),
    (faults.OOM, 500, STOPPED),
    (faults.LOAD_FAILED, 500, "llama-server process has terminated: exit status 2: "),
    (faults.LOAD_OOM, 500, "llama-server reported out-of-memory during startup: "),
    (faults.LOAD_TIMEOUT, 500, "timed out waiting for llama-server to start - "),
    (faults.INCOMPATIBLE, 500, "llama-server process has terminated: exit status 1: this model may be incompatible"),
]


@pytest.mark.parametrize("ask", [chat, streamed])
@pytest.mark.parametrize(("fault", "status", "text"), ERRORS)
def test_error_status_becomes_a_response_error(server, client, ask, fault, status, text):
    server.fault(fault)
    with pytest.raises(ollama.ResponseError) as caught:
        ask(client)
    assert (caught.value.status_code, caught.value.error) == (status, text)


@pytest.mark.parametrize("ask", [chat, streamed])
@pytest.mark.parametrize(("fault", "status", "beginning"), BEGINNINGS)
def test_error_status_with_more_text_becomes_a_response_error(server, client, ask, fault, status, beginning):
    server.fault(fault)
    with pytest.raises(ollama.ResponseError) as caught:
        ask(client)
    assert (caught.value.status_code, caught.value.error[: len(beginning)]) == (status, beginning)


@pytest.mark.parametrize("ask", [chat, streamed])
@pytest.mark.parametrize(
    ("fault", "kind"),
    [(faults.NESTED_400, "exceed_context_size_error"), (faults.GRAMMAR_400, "invalid_request_error")],
)
def test_error_of_the_inner_server_is_json_in_text(server, client, ask, fault, kind):
    server.fault(fault)
    with pytest.raises(ollama.ResponseError) as caught:
        ask(client)
    assert (caught.value.status_code, json.loads(caught.value.error)["error"]["type"]) == (400, kind)


@pytest.mark.parametrize("ask", [chat, streamed])
@pytest.mark.parametrize(
    ("fault", "errors"),
    [
        (faults.LIST_ERROR_BODY, AttributeError),
        (faults.HTML_200, json.JSONDecodeError),
        (faults.NULL_200, (TypeError, AttributeError)),
        (faults.RESET, httpx.ReadError),
        (faults.STREAM_CUT, httpx.RemoteProtocolError),
    ],
)
def test_odd_answer_raises_what_the_client_raises(server, client, ask, fault, errors):
    server.fault(fault)
    with pytest.raises(errors):
        ask(client)


def test_empty_answer_is_no_json(server, client):
    server.fault(faults.EMPTY_200)
    with pytest.raises(json.JSONDecodeError):
        chat(client)


def test_error_at_200_is_a_validation_error_or_minus_one_when_streamed(server, client):
    server.fault(faults.ERROR_200, times=2)
    with pytest.raises(pydantic.ValidationError):
        chat(client)
    with pytest.raises(ollama.ResponseError) as caught:
        streamed(client)
    assert caught.value.status_code == -1


def test_error_in_the_middle_of_a_stream_has_status_minus_one(server, client):
    server.fault(faults.ERROR_MID_STREAM, times=2)
    parts = []
    with pytest.raises(ollama.ResponseError) as caught:
        parts.extend(chat(client, stream=True))
    assert (caught.value.status_code, caught.value.error) == (-1, faults.MID_STREAM)
    with pytest.raises(ollama.ResponseError) as caught:
        chat(client)
    assert caught.value.status_code == 500


def test_error_in_the_middle_comes_after_lines_at_200(server):
    server.fault(faults.ERROR_MID_STREAM)
    body = {"model": MODEL, "messages": [{"role": "user", "content": "Hi"}]}
    response = httpx.post(f"{server.url}/api/chat", json=body)
    lines = [json.loads(line) for line in response.text.splitlines()]
    assert response.status_code == 200
    assert lines[0]["message"]["content"]
    assert lines[-1] == {"error": faults.MID_STREAM}


def test_done_false_is_returned_as_success(server, client):
    server.fault(faults.DONE_FALSE, times=2)
    reply = chat(client)
    assert (reply.done, reply.done_reason, reply.eval_count) == (False, None, None)
    parts = streamed(client)
    assert [part.done for part in parts] == [False] * len(parts)


def answered(server, client, fault: str) -> ollama.ChatResponse:
    server.fault(fault)
    whole = chat(client)
    server.fault(fault)
    parts = streamed(client)
    assert "".join(part.message.content for part in parts) == whole.message.content
    assert parts[-1].done_reason == whole.done_reason
    return whole


@pytest.mark.parametrize(("fault", "reason"), [(faults.LENGTH, "length"), (faults.TRUNCATED_JSON, "stop")])
def test_cut_answer_is_no_json(server, client, fault, reason):
    reply = answered(server, client, fault)
    assert (reply.done, reply.done_reason) == (True, reason)
    with pytest.raises(json.JSONDecodeError):
        json.loads(reply.message.content)


def test_prose_has_no_json(server, client):
    assert "{" not in answered(server, client, faults.PROSE).message.content


def test_prose_around_json_holds_the_right_answer(server, client):
    text = answered(server, client, faults.PROSE_AROUND_JSON).message.content
    assert json.loads(text.partition("```json\n")[2].partition("\n```")[0]) == json.loads(chat(client).message.content)


@pytest.mark.parametrize(("fault", "value"), [(faults.OUT_OF_RANGE, 7), (faults.OUT_OF_RANGE_FLOAT, 7.5)])
def test_out_of_range_level(server, client, fault, value):
    assert json.loads(answered(server, client, fault).message.content)["a"] == value


def test_out_of_range_score_of_the_plain_loop(server, client):
    server.fault(faults.OUT_OF_RANGE)
    assert json.loads(chat(client, format="json").message.content)["score"] == 172


def test_missing_key(server, client):
    assert next(iter(json.loads(answered(server, client, faults.MISSING_KEY).message.content))) == "b"


def test_echo_of_the_prompt_stands_in_the_reason(server, client):
    server.fault(faults.ECHO_PROMPT)
    messages = [{"role": "system", "content": 'Mark: "secret"'}, {"role": "user", "content": screening_prompt(CV)}]
    assert json.loads(chat(client, messages=messages).message.content)["why"] == 'Mark: "secret"'


def test_missing_logprobs_and_metrics(server, client):
    server.fault(faults.NO_LOGPROBS)
    assert chat(client, logprobs=True).logprobs is None
    server.fault(faults.NO_METRICS)
    assert chat(client).prompt_eval_count is None


def test_silent_cut_loses_the_criteria_although_shift_is_off(server):
    body = {
        "model": MODEL,
        "messages": [{"role": "user", "content": screening_prompt("Python backend\n" * 800)}],
        "shift": False,
    }
    body |= {"stream": False, "format": screening_schema()}
    whole = httpx.post(f"{server.url}/api/chat", json=body).json()
    server.fault(faults.SILENT_CUT)
    cut = httpx.post(f"{server.url}/api/chat", json=body).json()
    assert cut["prompt_eval_count"] == whole["prompt_eval_count"] // 2 + 2 + whole["prompt_eval_count"] % 2
    assert [json.loads(reply["message"]["content"])["a"] for reply in (whole, cut)] == [4, 2]


@pytest.mark.parametrize("ask", [chat, streamed])
def test_hang_lasts_until_the_client_gives_up_and_then_frees_the_slot(server, ask):
    server.fault(faults.HANG)
    hasty = ollama.Client(host=server.url, timeout=httpx.Timeout(10, read=0.2), verify=False)
    with pytest.raises(httpx.ReadTimeout):
        ask(hasty)
    hasty.close()
    assert server.wait_for(lambda: [call.status for call in server.calls] == [499])
    assert server.ledger.in_flight == 0


def test_hang_ends_when_faults_are_cleared(server, client):
    server.fault(faults.HANG)
    replies = []
    thread = threading.Thread(target=lambda: replies.append(chat(client)))
    thread.start()
    assert server.wait_for(lambda: server.ledger.in_flight == 1 and not server.faults.coming)
    server.clear()
    thread.join(timeout=10)
    assert replies[0].done


def test_slow_first_token_takes_real_seconds(server, client):
    server.fault(faults.SLOW_FIRST_TOKEN, seconds=0.1)
    reply = chat(client)
    assert reply.done
    assert reply.total_duration - reply.eval_duration - reply.prompt_eval_duration - reply.load_duration >= 100_000_000


def test_cold_load_is_in_the_load_duration(server, client):
    first = chat(client).load_duration
    warm = chat(client).load_duration
    server.fault(faults.COLD_LOAD)
    assert (chat(client).load_duration, server.stats()["loads"]) == (first, 2)
    assert warm < first / 100


def test_dead_runner_is_loaded_again(server, client):
    chat(client)
    server.fault(faults.RUNNER_500)
    with pytest.raises(ollama.ResponseError):
        chat(client)
    assert client.ps().models == []
    assert chat(client).load_duration > 1_000_000_000


def test_out_of_memory_unloads_all_models(server, client):
    server.install("llama3.2:3b")
    chat(client, model="llama3.2:3b")
    server.fault(faults.OOM)
    with pytest.raises(ollama.ResponseError):
        chat(client)
    assert client.ps().models == []


def test_vanished_model_is_gone_from_the_list_until_installed(server, client):
    server.fault(faults.MODEL_VANISHED)
    with pytest.raises(ollama.ResponseError):
        chat(client)
    assert client.list().models == []
    server.install(MODEL)
    assert chat(client).done


def test_partly_on_cpu_shows_in_ps(server, client):
    chat(client)
    server.fault(faults.PS_PARTLY_CPU)
    partly, whole = client.ps().models[0], client.ps().models[0]
    assert partly.size_vram < partly.size
    assert whole.size_vram == whole.size


@pytest.mark.parametrize("fault", sorted(faults.WHOLE_SERVER))
def test_fault_of_the_whole_server_meets_every_path(server, fault):
    server.fault(fault, times=0)
    statuses = {httpx.get(server.url + path).status_code for path in ("/", "/api/tags", "/api/version", "/nothing")}
    assert statuses == {faults.ANSWERS[fault][0]}


def test_fault_counts_down_and_looks_at_the_prompt(server, client):
    server.fault(faults.BUSY_503, times=2, match="PostgreSQL")
    assert chat(client, messages=[{"role": "user", "content": "Hi"}]).done
    for _ in range(2):
        with pytest.raises(ollama.ResponseError):
            chat(client)
    assert chat(client).done
    assert [call.fault for call in server.calls] == ["", "busy_503", "busy_503", ""]


def test_fault_without_a_count_lasts_until_cleared(server, client):
    server.fault(faults.BUSY_503, times=0)
    for _ in range(3):
        with pytest.raises(ollama.ResponseError):
            chat(client)
    server.clear()
    assert chat(client).done


def test_unknown_fault_is_refused(server):
    with pytest.raises(ValueError, match="There is no fault 'nonsense'"):
        server.fault("nonsense")


def test_every_fault_is_used_in_this_file():
    with open(__file__, encoding="utf-8") as file:
        text = file.read()
    assert [name for name in sorted(faults.ALL - faults.WHOLE_SERVER) if f"faults.{name.upper()}" not in text] == []
