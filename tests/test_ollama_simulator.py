"""The simulator on the wire: routes, encoding, checks and models, through the real client and through plain HTTP."""

import json
from dataclasses import replace

import httpx
import ollama
import pytest

from tests.servers.ollama import LIBRARY, OllamaSimulator
from tests.servers.ollama.rendering import TOO_LONG, TOO_LONG_LEGACY
from tests.servers.ollama.samples import screening_prompt, screening_schema

MODEL = "qwen2.5:7b"
CV = "Python developer\nBackend in Python\nBackend <b> & Python\nPostgreSQL"
USER = {"role": "user", "content": screening_prompt(CV)}
SYSTEM = {"role": "system", "content": "Mark levels."}
LONG = "word " * 5000


@pytest.fixture
def server():
    with OllamaSimulator() as server:
        yield server


@pytest.fixture
def http(server):
    with httpx.Client(base_url=server.url, timeout=10, verify=False) as client:
        yield client


@pytest.fixture
def client(server):
    client = ollama.Client(host=server.url, timeout=10, verify=False)
    yield client
    client.close()


def body(**more) -> dict:
    return {"model": MODEL, "messages": [SYSTEM, USER], "stream": False, "format": screening_schema()} | more


def error_of(response: httpx.Response) -> tuple[int, str]:
    return response.status_code, response.json()["error"]


def test_root_says_ollama_is_running(http):
    response = http.get("/")
    assert (response.status_code, response.text) == (200, "Ollama is running")
    assert response.headers["content-type"] == "text/plain; charset=utf-8"


def test_root_for_head_has_length_without_body(http):
    response = http.head("/")
    assert (response.headers["content-length"], response.content) == ("17", b"")


@pytest.mark.parametrize(
    ("method", "path", "status", "text"),
    [
        ("GET", "/nothing", 404, "404 page not found"),
        ("POST", "/v1/systemone", 404, "404 page not found"),
        ("POST", "/api/tags", 405, "405 method not allowed"),
        ("GET", "/api/chat", 405, "405 method not allowed"),
    ],
)
def test_unknown_path_or_method(http, method, path, status, text):
    response = http.request(method, path)
    assert (response.status_code, response.text) == (status, text)
    assert response.headers["content-type"] == "text/plain"


def test_version_and_status(http):
    assert http.get("/api/version").content == b'{"version":"0.33.0"}'
    assert http.get("/api/status").content == b'{"cloud":{"disabled":false,"source":"none"}}'


@pytest.mark.parametrize(
    "host", ["localhost:1", "127.0.0.1", "[::1]:11434", "host.docker.internal", "a.local", "10.0.0.7"]
)
def test_host_of_this_machine_or_network_is_answered(http, host):
    assert http.get("/api/version", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers", [{"Host": "ollama:11434"}, {"Host": "example.org"}, {"Origin": "https://example.org"}]
)
def test_foreign_host_or_origin_gets_403_without_body(http, headers):
    response = http.get("/api/version", headers=headers)
    assert (response.status_code, response.content) == (403, b"")


def test_answer_has_the_key_order_and_form_of_go(http):
    response = http.post("/api/chat", json=body(logprobs=True))
    assert list(response.json()) == [
        "model",
        "created_at",
        "message",
        "done",
        "done_reason",
        "logprobs",
        "total_duration",
        "load_duration",
        "prompt_eval_count",
        "prompt_eval_duration",
        "eval_count",
        "eval_duration",
    ]
    assert response.headers["content-type"] == "application/json; charset=utf-8"
    assert not response.content.endswith(b"\n")
    assert "server" not in response.headers
    assert response.json()["created_at"].endswith("Z")


def test_go_escapes_angle_brackets_and_ampersands(http):
    response = http.post("/api/chat", json=body(_debug_render_only=True))
    assert b"\\u003cb\\u003e \\u0026 Python" in response.content
    assert "<b> & Python" in response.json()["_debug_info"]["rendered_template"]


def test_rendered_prompt_has_the_template_and_the_models_own_system_prompt(http):
    rendered = http.post("/api/chat", json=body(messages=[{"role": "USER", "Content": "Hi"}], _debug_render_only=True))
    assert rendered.json()["_debug_info"]["rendered_template"] == (
        "<|im_start|>system\nYou are Qwen, created by Alibaba Cloud. You are a helpful assistant.<|im_end|>\n"
        "<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n"
    )


def test_stream_is_lines_whose_last_has_the_metrics(http):
    response = http.post("/api/chat", json=body(stream=True))
    lines = [json.loads(line) for line in response.text.splitlines()]
    assert response.headers["content-type"] == "application/x-ndjson"
    assert response.headers["transfer-encoding"] == "chunked"
    assert [line["done"] for line in lines] == [False] * (len(lines) - 1) + [True]
    assert lines[-1]["message"] == {"role": "assistant", "content": ""}
    assert lines[-1]["eval_count"] == len(lines) - 1
    whole = http.post("/api/chat", json=body()).json()["message"]["content"]
    assert "".join(line["message"]["content"] for line in lines) == whole


def test_stream_is_the_default(http):
    response = http.post("/api/chat", json={"model": MODEL, "messages": [USER]})
    assert response.headers["content-type"] == "application/x-ndjson"


def test_generate_has_its_own_order_and_context(http):
    reply = http.post("/api/generate", json={"model": MODEL, "prompt": "Hi", "stream": False, "logprobs": True}).json()
    assert list(reply)[:6] == ["model", "created_at", "response", "done", "done_reason", "context"]
    assert list(reply)[-2:] == ["eval_duration", "logprobs"]
    raw = http.post("/api/generate", json={"model": MODEL, "prompt": "Hi", "stream": False, "raw": True}).json()
    assert "context" not in raw


@pytest.mark.parametrize("path", ["/api/chat", "/api/generate"])
def test_nothing_to_say_loads_and_unloads(http, server, path):
    loaded = http.post(path, json={"model": MODEL})
    assert loaded.headers["content-type"] == "application/json; charset=utf-8"
    assert (loaded.json()["done"], loaded.json()["done_reason"]) == (True, "load")
    assert len(http.get("/api/ps").json()["models"]) == 1
    assert http.post(path, json={"model": MODEL, "keep_alive": 0}).json()["done_reason"] == "unload"
    assert http.get("/api/ps").json() == {"models": []}


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"", "missing request body"),
        (b"xyz", "invalid character 'x' looking for beginning of value"),
        (b'{"model": "m"', "unexpected EOF"),
        (b'{"model": "m', "unexpected EOF"),
        (b'{"model" 1}', "invalid character '1' after object key"),
        (
            b'{"messages": "hi"}',
            "json: cannot unmarshal string into Go struct field ChatRequest.messages of type []api.Message",
        ),
        (b'{"stream": "no"}', "json: cannot unmarshal string into Go struct field ChatRequest.stream of type bool"),
        (b'{"messages": []}', "model is required"),
        (b'{"model": "bad name!"}', "invalid model name"),
        (b'{"model": "qwen2.5:7b", "keep_alive": "10"}', 'time: missing unit in duration "10"'),
        (b'{"model": "qwen2.5:7b", "top_logprobs": 21}', "top_logprobs must be between 0 and 20"),
        (b'{"model": "qwen2.5:7b", "think": true}', '"qwen2.5:7b" does not support thinking'),
    ],
)
def test_malformed_request_gets_400(http, content, text):
    assert error_of(http.post("/api/chat", content=content)) == (400, text)


def test_unknown_model_gets_404_with_single_quotes(http):
    assert error_of(http.post("/api/chat", json=body(model="qwen2.5:99b"))) == (404, "model 'qwen2.5:99b' not found")
    assert error_of(http.post("/api/generate", json={"model": ""})) == (404, "model '' not found")
    assert error_of(http.post("/api/show", json={"model": "nix"})) == (404, "model 'nix' not found")
    assert error_of(http.post("/api/show", json={})) == (400, "model is required")


def test_capabilities_are_checked(http, server):
    server.install("phi4")
    server.install("nomic-embed-text")
    tools = http.post("/api/chat", json=body(model="phi4", tools=[{"type": "function"}]))
    assert error_of(tools) == (400, "registry.ollama.ai/library/phi4:latest does not support tools")
    chat = http.post("/api/chat", json=body(model="nomic-embed-text"))
    assert error_of(chat) == (400, '"nomic-embed-text" does not support chat')
    raw = http.post("/api/generate", json={"model": MODEL, "prompt": "x", "raw": True, "system": "y"})
    assert error_of(raw) == (400, "raw mode does not support template, system, or context")


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({"num_ctx": "8192"}, 'option "num_ctx" must be of type integer'),
        ({"temperature": True}, 'option "temperature" must be of type float32'),
        ({"use_mmap": 1}, 'option "use_mmap" must be of type boolean'),
        ({"stop": "x"}, 'option "stop" must be of type array'),
        ({"stop": [1]}, 'option "stop" must be of an array of strings'),
    ],
)
def test_wrong_type_of_option_gets_500(http, options, text):
    assert error_of(http.post("/api/chat", json=body(options=options))) == (500, text)


def test_unknown_option_is_ignored_and_float_is_cut(http, server):
    assert http.post("/api/chat", json=body(options={"mirostat": 2, "num_ctx": 5000.9})).status_code == 200
    assert http.get("/api/ps").json()["models"][0]["context_length"] == 5000


def test_wrong_format_gets_500_and_grammar_400(http):
    assert error_of(http.post("/api/chat", json=body(format="xml"))) == (
        500,
        'invalid format: "\\"xml\\""; expected "json" or a valid JSON Schema object',
    )
    status, text = error_of(http.post("/api/chat", json=body(format={"type": "string", "maxLength": 2000})))
    assert (status, json.loads(text)["error"]["message"]) == (
        400,
        "Failed to initialize samplers: failed to parse grammar",
    )


def test_error_before_the_first_line_of_a_stream_has_a_plain_type(http):
    response = http.post("/api/chat", json=body(stream=True, format="xml"))
    assert (response.status_code, response.headers["content-type"]) == (500, "application/json")


@pytest.mark.parametrize("num_ctx", [4096, 8192])
def test_long_prompt_is_cut_silently_to_half_and_two(client, num_ctx):
    messages = [{"role": "user", "content": LONG + LONG}]
    reply = client.chat(model=MODEL, messages=messages, options={"num_ctx": num_ctx})
    assert (reply.done, reply.prompt_eval_count) == (True, num_ctx // 2 + 2)


def test_long_prompt_keeps_one_more_where_the_tokeniser_begins_with_a_token(client, server):
    server.install("llama3.1:8b")
    reply = client.chat(model="llama3.1:8b", messages=[{"role": "user", "content": LONG}], options={"num_ctx": 4096})
    assert reply.prompt_eval_count == 2051


def test_long_prompt_drops_oldest_messages_first(client):
    messages = [SYSTEM, {"role": "user", "content": LONG}, {"role": "assistant", "content": "x"}, USER]
    kept = client.chat(model=MODEL, messages=[SYSTEM, {"role": "assistant", "content": "x"}, USER])
    cut = client.chat(model=MODEL, messages=messages)
    assert cut.prompt_eval_count == kept.prompt_eval_count


def test_long_prompt_with_shift_off_is_refused(http):
    long = [{"role": "user", "content": LONG}]
    assert error_of(http.post("/api/chat", json=body(messages=long, shift=False))) == (400, TOO_LONG)


def test_long_prompt_with_truncate_off_gets_the_inner_error_as_text(http):
    long = [{"role": "user", "content": LONG}]
    status, text = error_of(http.post("/api/chat", json=body(messages=long, truncate=False)))
    inner = json.loads(text)["error"]
    assert (status, inner["type"], inner["n_ctx"]) == (400, "exceed_context_size_error", 4096)
    assert inner["message"].startswith(
        f"request ({inner['n_prompt_tokens']} tokens) exceeds the available context size"
    )


def test_cut_prompt_leads_to_invented_levels(client):
    content = screening_prompt("Python\n" * 6000)
    reply = client.chat(model=MODEL, messages=[{"role": "user", "content": content}], format=screening_schema())
    assert json.loads(reply.message.content)["a"] == 2


def test_num_predict_ends_with_length(client):
    reply = client.chat(model=MODEL, messages=[USER], options={"num_predict": 3})
    assert (reply.done_reason, reply.eval_count) == ("length", 3)


def test_full_context_with_shift_off_ends_with_length(http):
    used = http.post("/api/chat", json=body()).json()["prompt_eval_count"]
    reply = http.post("/api/chat", json=body(shift=False, options={"num_ctx": used + 5})).json()
    assert (reply["done_reason"], reply["eval_count"]) == ("length", 5)


def test_native_model_orders_keys_alphabetically_and_refuses_a_long_prompt(http, server):
    server.install(replace(LIBRARY[MODEL], name="own:latest", native=True))
    reply = http.post("/api/chat", json=body(model="own")).json()
    assert list(json.loads(reply["message"]["content"])) == ["a", "b", "c", "flag", "gap", "why", "z"]
    long = http.post("/api/chat", json=body(model="own", messages=[{"role": "user", "content": LONG}]))
    assert json.loads(long.json()["error"])["error"]["type"] == "exceed_context_size_error"


def test_thinking_model_thinks_unless_told_not_to(client, server):
    server.install("deepseek-r1:14b")
    thinks = client.chat(model="deepseek-r1:14b", messages=[USER])
    quiet = client.chat(model="deepseek-r1:14b", messages=[USER], think=False)
    assert thinks.message.thinking
    assert quiet.message.thinking is None
    assert thinks.message.content == quiet.message.content


def test_legacy_server_has_no_logprobs_and_cuts_to_the_context():
    with OllamaSimulator(legacy=True) as server, httpx.Client(base_url=server.url) as http:
        first = http.post("/api/chat", json=body(logprobs=True)).json()
        again = http.post("/api/chat", json=body()).json()
        assert "logprobs" not in first
        assert again["prompt_eval_count"] == first["prompt_eval_count"]
        long = [{"role": "user", "content": LONG}]
        assert http.post("/api/chat", json=body(messages=long, shift=False)).status_code == 200
        assert server.calls[-1].prompt_tokens == 4096
        assert error_of(http.post("/api/chat", json=body(messages=long, truncate=False))) == (400, TOO_LONG_LEGACY)
        tag = http.get("/api/tags").json()["models"][0]
        assert "capabilities" not in tag
        assert "context_length" not in tag["details"]
        assert http.get("/api/version").json() == {"version": "0.12.10"}
