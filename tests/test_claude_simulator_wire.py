"""The simulator of Claude on the wire: what it refuses and how it says so, with nothing of the product in between."""

import http.client
import json

import pytest

from matching.prompts.assess_schema import ONE_SCHEMA, REPORT_SCHEMA
from tests.clients.claude_asking import prompt_of
from tests.servers.claude import ClaudeSimulator, faults
from tests.servers.claude.pricelist import MODELS

HEADERS = {"authorization": "Bearer any", "anthropic-version": "2026-10-21", "content-type": "application/json"}
SMALL = {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"], "additionalProperties": False}


@pytest.fixture
def server():
    with ClaudeSimulator() as server:
        yield server


def call(server, method: str, path: str, body: object = None, **headers: str) -> tuple[int, dict, dict]:
    connection = http.client.HTTPConnection(server.host, server.port, timeout=10)
    data = body if isinstance(body, bytes) else json.dumps(body) if body is not None else None
    connection.request(method, path, data, HEADERS | headers)
    answer = connection.getresponse()
    text = answer.read()
    connection.close()
    return answer.status, json.loads(text) if text else {}, dict(answer.getheaders())


def message(**changed: object) -> dict:
    prompt = prompt_of(ttl="")
    body = {
        "model": "claude-haiku-5-5",
        "max_tokens": 3000,
        "system": list(prompt.system),
        "messages": list(prompt.messages),
    }
    return {name: value for name, value in {**body, **changed}.items() if value is not None}


def formatted(schema: object) -> dict:
    return message(output_config={"format": {"type": "json_schema", "schema": schema}})


def text(words: str = "Hello", **more: object) -> dict:
    return {"type": "text", "text": words, **more}


def user(*blocks: object) -> list[dict]:
    return [{"role": "user", "content": list(blocks)}]


CACHE = {"cache_control": {"type": "ephemeral"}}
HOUR = {"cache_control": {"type": "ephemeral", "ttl": "1h"}}
REFUSED = {
    "temperature": message(temperature=0),
    "default temperature": message(temperature=1.0),
    "top_p": message(top_p=0.9),
    "unknown": message(colour="red"),
    "no tokens": message(max_tokens=0),
    "no limit": message(max_tokens=None),
    "true as a number": message(max_tokens=True),
    "too many tokens": message(max_tokens=200_000),
    "no messages": message(messages=[]),
    "a third role": message(messages=[{"role": "system", "content": "x"}]),
    "prefill": message(messages=[*user(text()), {"role": "assistant", "content": "{"}]),
    "empty text": message(messages=user(text(" "))),
    "picture": message(messages=user({"type": "image"})),
    "five marks": message(messages=user(*[text(**CACHE)] * 5)),
    "odd mark": message(messages=user(text(cache_control={"type": "ephemeral", "ttl": "2h"}))),
    "hour after minutes": message(messages=user(text(**CACHE), text(**HOUR))),
    "enabled thinking": message(thinking={"type": "enabled", "budget_tokens": 1024}),
    "effort of an old model": message(model="claude-haiku-4-5", output_config={"effort": "low"}),
    "adaptive thinking of an old model": message(model="claude-haiku-4-5", thinking={"type": "adaptive"}),
    "disabled thinking of Sonnet 5.5": message(model="claude-sonnet-5-5", thinking={"type": "disabled"}),
    "high effort without thinking": message(thinking={"type": "disabled"}, output_config={"effort": "max"}),
    "region of an old model": message(model="claude-haiku-4-5", inference_geo="us"),
    "stream": message(stream=True),
    "too long": message(model="claude-haiku-4-5", messages=user(text("word " * 170_000))),
    "no object": formatted({"type": "string"}),
    "open object": formatted({**SMALL, "additionalProperties": True}),
    "open by default": formatted({"type": "object", "properties": {}}),
    "minimum": formatted({**SMALL, "properties": {"a": {"type": "integer", "minimum": 0}}}),
    "max length": formatted({**SMALL, "properties": {"a": {"type": "string", "maxLength": 3}}}),
    "max items": formatted({**SMALL, "properties": {"a": {"type": "array", "items": SMALL, "maxItems": 3}}}),
    "three items": formatted({**SMALL, "properties": {"a": {"type": "array", "items": SMALL, "minItems": 3}}}),
    "one of": formatted({**SMALL, "properties": {"a": {"oneOf": [SMALL]}}}),
    "odd format": formatted({**SMALL, "properties": {"a": {"type": "string", "format": "poem"}}}),
    "foreign reference": formatted({**SMALL, "properties": {"a": {"$ref": "https://example.com/s"}}}),
    "required and not there": formatted({**SMALL, "required": ["b"]}),
    "circle": formatted(
        {
            **SMALL,
            "properties": {"a": {"$ref": "#/$defs/n"}},
            "$defs": {"n": {**SMALL, "properties": {"a": {"$ref": "#/$defs/n"}}}},
        }
    ),
    "25 optional": formatted({**SMALL, "properties": {"a": {}, **{f"o{n}": {"type": "string"} for n in range(25)}}}),
    "17 unions": formatted(
        {
            **SMALL,
            "properties": {f"u{n}": {"type": ["string", "null"]} for n in range(17)},
            "required": [f"u{n}" for n in range(17)],
        }
    ),
}


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_request_that_the_api_does_not_take_is_refused(server, name):
    status, body, headers = call(server, "POST", "/v1/messages", REFUSED[name])

    assert (status, body["error"]["type"], server.bill) == (400, "invalid_request_error", 0)
    assert body["request_id"] == headers["request-id"]


@pytest.mark.parametrize("schema", [REPORT_SCHEMA, ONE_SCHEMA, SMALL])
def test_schema_of_the_product_is_taken(server, schema):
    status, body, _ = call(server, "POST", "/v1/messages", formatted(schema))

    assert (status, json.loads(body["content"][-1]["text"]).keys()) == (200, schema["properties"].keys())


@pytest.mark.parametrize("model", [one.alias or one.id for one in MODELS if one.lifecycle != "retired"])
def test_plain_request_to_each_model_is_answered(server, model):
    status, body, _ = call(server, "POST", "/v1/messages", message(model=model))

    assert (status, body["type"], body["stop_reason"]) == (200, "message", "end_turn")


def test_models_that_think_by_default_begin_with_a_thought(server):
    kinds = [block["type"] for block in call(server, "POST", "/v1/messages", message())[1]["content"]]
    told = message(thinking={"type": "disabled"})

    assert kinds == ["thinking", "text"]
    assert [block["type"] for block in call(server, "POST", "/v1/messages", told)[1]["content"]] == ["text"]


@pytest.mark.parametrize("name", ["claude-3-5-haiku-latest", "claude-9", "", None, 5])
def test_model_that_is_not_there_is_not_found(server, name):
    status, body, _ = call(server, "POST", "/v1/messages", message(model=name))

    assert (status, body["error"]["type"]) == (404, "not_found_error")


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff\xfe"])
def test_body_that_is_no_request_is_refused(server, body):
    assert call(server, "POST", "/v1/messages", body)[0] == 400


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"authorization": "Bearer sk-1"}, 200),
        ({"authorization": "", "x-api-key": "sk-1"}, 200),
        ({"authorization": "Bearer sk-2"}, 401),
        ({"authorization": ""}, 401),
        ({"authorization": "Basic sk-1"}, 401),
        ({"authorization": "Bearer sk-1", "anthropic-version": ""}, 400),
    ],
)
def test_key_and_version_are_looked_at(server, headers, status):
    server.key = "sk-1"
    found, _, answered = call(server, "GET", "/v1/models", **headers)

    assert (found, answered["request-id"].startswith("req_")) == (status, True)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        ("GET", "/v1/messages"),
        ("POST", "/v1/models"),
        ("GET", "/v1/models/claude-9"),
        ("GET", "/v1/messages/batches/none"),
        ("GET", "/v1/messages/batches/none/results"),
        ("POST", "/v1/messages/batches/none/cancel"),
        ("DELETE", "/v1/messages/batches/none"),
        ("DELETE", "/v1/messages/batches"),
    ],
)
def test_what_is_not_there_is_not_found(server, method, path):
    status, body, _ = call(server, method, path)

    assert (status, body["error"]["type"]) == (404, "not_found_error")


def test_one_model_is_told_by_its_id_or_alias(server):
    found = [call(server, "GET", f"/v1/models/{name}")[1] for name in ("claude-haiku-4-5", "claude-haiku-4-5-20251001")]

    assert found[0] == found[1]
    assert found[0]["capabilities"]["thinking"]["types"]["adaptive"] == {"supported": False}


def test_models_come_page_by_page(server):
    _, first, _ = call(server, "GET", "/v1/models?limit=4")
    _, second, _ = call(server, "GET", f"/v1/models?limit=4&after_id={first['last_id']}")

    assert (len(first["data"]), first["has_more"], len(second["data"]), second["has_more"]) == (4, True, 3, False)


def batch_of(*names: object) -> dict:
    return {"requests": [{"custom_id": name, "params": message()} for name in names]}


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"requests": []},
        {"requests": [5]},
        batch_of("a", "a"),
        batch_of("x" * 65),
        batch_of("a b"),
        batch_of(""),
        batch_of(None),
    ],
)
def test_batch_that_is_malformed_is_refused(server, body):
    assert (call(server, "POST", "/v1/messages/batches", body)[0], server.batches.all) == (400, {})


def test_batch_is_shown_as_the_vendor_shows_it(server):
    _, made, _ = call(server, "POST", "/v1/messages/batches", batch_of("a", "b"))
    server.finish()
    _, done, _ = call(server, "GET", f"/v1/messages/batches/{made['id']}")

    assert made["request_counts"] == {"processing": 2, "succeeded": 0, "errored": 0, "canceled": 0, "expired": 0}
    assert (made["results_url"], made["ended_at"], made["processing_status"]) == (None, None, "in_progress")
    assert done["request_counts"] == {"processing": 0, "succeeded": 2, "errored": 0, "canceled": 0, "expired": 0}
    assert done["results_url"] == f"{server.url}/v1/messages/batches/{made['id']}/results"


def test_batches_come_page_by_page_newest_first(server):
    ids = [call(server, "POST", "/v1/messages/batches", batch_of("a"))[1]["id"] for _ in range(3)]
    _, first, _ = call(server, "GET", "/v1/messages/batches?limit=2")
    _, second, _ = call(server, "GET", f"/v1/messages/batches?limit=2&after_id={first['last_id']}")

    assert [one["id"] for one in first["data"] + second["data"]] == ids[::-1]
    assert (first["has_more"], second["has_more"]) == (True, False)


@pytest.mark.parametrize("path", ["/v1/models", "/v1/messages/batches"])
@pytest.mark.parametrize("limit", ["0", "1001", "x", "-1"])
def test_page_of_an_odd_size_is_refused(server, path, limit):
    assert call(server, "GET", f"{path}?limit={limit}")[0] == 400


def test_stream_in_a_batch_is_found_when_its_turn_comes(server):
    rows = {"requests": [{"custom_id": "a", "params": message(stream=False)}]}
    _, made, _ = call(server, "POST", "/v1/messages/batches", rows)
    server.finish()

    assert call(server, "GET", f"/v1/messages/batches/{made['id']}")[1]["request_counts"]["errored"] == 1


def test_count_is_asked_without_a_limit_of_tokens(server):
    status, body, _ = call(server, "POST", "/v1/messages/count_tokens", message(max_tokens=None))

    assert (status, body["input_tokens"] > 1000, server.bill) == (200, True, 0)


def test_request_over_32_megabytes_is_too_large(server):
    body = message(messages=user(text("x" * (33 * 1024 * 1024))))

    assert call(server, "POST", "/v1/messages", body)[0] == 413


def test_fault_meets_the_requests_that_hold_its_words_and_no_others(server):
    server.fault(faults.OVERLOADED_529, times=2, match="purple")
    purple = message(messages=user(text("purple")))

    statuses = [call(server, "POST", "/v1/messages", body)[0] for body in (message(), purple, purple, purple)]
    assert statuses == [200, 529, 529, 200]


def test_server_that_went_down_keeps_its_port_its_bill_and_its_batches(server):
    call(server, "POST", "/v1/messages", message())
    _, made, _ = call(server, "POST", "/v1/messages/batches", batch_of("a"))
    before, url = server.bill, server.url
    server.stop()
    server.start()

    assert (server.bill, server.url) == (before, url)
    assert call(server, "GET", f"/v1/messages/batches/{made['id']}")[0] == 200
