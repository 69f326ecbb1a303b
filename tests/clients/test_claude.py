import json
import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from matching.clients.claude import CloudModel
from matching.clients.claude_replies import judge
from matching.cloud_catalogue import CLOUD_MODELS, cloud_entry, typed_in
from matching.costs import Usage
from tests.clients.asking import failure
from tests.clients.certificates import self_signed
from tests.clients.claude_asking import CV, HAIKU, KEY, model_at, permit_of, prompt_of
from tests.clients.odd_server import odd_server, sending
from tests.servers.claude import ClaudeSimulator, faults

# The library warns of every model whose end is announced; the catalogue does too, on our pages.
pytestmark = pytest.mark.filterwarnings("ignore:The model .* is deprecated:DeprecationWarning")
LIVING = [entry.id for entry in CLOUD_MODELS if entry.id != "claude-3-5-haiku-latest"]
MESSAGE = {
    "id": "msg_1",
    "type": "message",
    "content": [{"type": "text", "text": "{}"}],
    "stop_reason": "end_turn",
    "usage": {"input_tokens": 3, "output_tokens": 2},
}


def test_assess_brings_the_report_and_what_it_took(cloud, claude):
    reply = claude.assess(prompt_of(), permit=permit_of())

    levels = {one["id"]: one["level"] for one in json.loads(judge(reply))["criteria"]}
    assert levels == {"a": 3, "b": 3, "c": 0, "z": 2}
    record = cloud.calls[0]
    assert (reply.stop_reason, reply.model, reply.service_tier) == ("end_turn", HAIKU, "standard")
    assert (reply.request_id, reply.batch, reply.us_only) == (record.request_id, False, False)
    assert (reply.usage.prompt, reply.usage.output) == (record.counted.prompt, record.counted.output)


def test_second_call_reads_the_prefix_that_the_first_one_wrote(claude):
    first, second = (claude.assess(prompt_of(f"{CV}- course {n}\n"), permit=permit_of()) for n in range(2))

    assert (first.usage.read, second.usage.write_5m) == (0, 0)
    assert second.usage.read == first.usage.write_5m > 512


def test_prefix_kept_for_an_hour_counts_as_such(claude):
    usage = claude.assess(prompt_of(ttl="1h"), permit=permit_of()).usage

    assert (usage.write_5m, usage.write_1h > 512) == (0, True)


def test_thinking_block_first_is_left_out_of_the_text_and_counted(cloud, claude):
    cloud.fault(faults.THINKING_FIRST)
    reply = claude.assess(prompt_of(), permit=permit_of())

    assert json.loads(judge(reply))["confidence"] == "low"
    assert 0 < reply.thinking_tokens < reply.usage.output


@pytest.mark.parametrize("name", LIVING)
def test_request_has_the_form_that_its_model_takes(cloud, name):
    model_at(cloud, name).assess(prompt_of(model=name), permit=permit_of())

    sent, entry = cloud.calls[0].json, cloud_entry(name)
    kinds = {"off": None, "disabled": {"type": "disabled"}, "between_tools": {"type": "between_tools"}}
    assert sent.get("thinking") == kinds[entry.thinking]
    assert sent["output_config"].get("effort") == ("medium" if entry.effort else None)
    assert sent.keys() - {"thinking"} == {"model", "max_tokens", "system", "messages", "output_config"}


def test_request_carries_our_key_and_version_and_no_trace(cloud, claude):
    claude.assess(prompt_of(), permit=permit_of())

    headers = cloud.calls[0].headers
    assert (headers["authorization"], headers["anthropic-version"]) == (f"Bearer {KEY}", "2026-10-21")
    assert (headers["x-stainless-retry-count"], headers.get("traceparent")) == ("0", None)


def test_model_typed_in_by_a_person_is_asked_without_flags_of_others(cloud):
    entry = typed_in("claude-opus-4-5", input_price="5", output_price="25")
    model = CloudModel(key=KEY, model=entry, base_url=cloud.url)

    assert (model.name, model.entry) == ("claude-opus-4-5", entry)
    assert model.assess(prompt_of(), permit=permit_of()).stop_reason == "end_turn"


def test_region_asked_for_is_sent_and_comes_back(cloud):
    reply = model_at(cloud, us_only=True).assess(prompt_of(), permit=permit_of())

    assert (cloud.calls[0].json["inference_geo"], reply.region, reply.us_only) == ("us", "us", True)


def test_count_is_free_and_agrees_with_what_is_charged(cloud, claude):
    counted = claude.count(prompt_of(), permit=permit_of())

    assert cloud.bill == 0
    assert claude.assess(prompt_of(), permit=permit_of()).usage.prompt == counted


def test_models_are_listed_as_the_vendor_tells(cloud, claude):
    found = {model.id: model for model in claude.models()}

    assert "claude-3-5-haiku-20241022" not in found
    haiku, sonnet = found[HAIKU], found["claude-sonnet-4-5-20250929"]
    assert (haiku.lifecycle, haiku.structured_outputs, haiku.batch, haiku.effort) == ("active", True, True, True)
    assert haiku.thinking == ("adaptive", "between_tools", "disabled")
    assert (sonnet.lifecycle, sonnet.retires_at) == ("deprecated", "2026-11-30T00:00:00Z")


def test_models_are_read_page_by_page():
    def page(request) -> None:
        more = "after_id=m1" not in request.path
        data = [{"id": "m1" if more else "m2", "lifecycle": "active"}]
        sending(200, json.dumps({"data": data, "has_more": more, "last_id": data[0]["id"]}))(request)

    with odd_server(page) as server:
        assert [model.id for model in CloudModel(key=KEY, model=HAIKU, base_url=server.url).models()] == ["m1", "m2"]


@pytest.mark.parametrize(
    ("usage", "expected"),
    [
        ({"input_tokens": 3, "output_tokens": 2}, Usage(3, 2)),
        ({"input_tokens": 3, "output_tokens": 2, "cache_creation_input_tokens": None}, Usage(3, 2)),
        ({"input_tokens": 3, "output_tokens": 2, "cache_creation_input_tokens": 9}, Usage(3, 2, write_5m=9)),
        (
            {"input_tokens": 3, "output_tokens": 2, "cache_creation": {"ephemeral_1h_input_tokens": 9}},
            Usage(3, 2, write_1h=9),
        ),
        (
            {
                "input_tokens": 3,
                "output_tokens": 2,
                "cache_read_input_tokens": 5,
                "cache_creation_input_tokens": 9,
                "cache_creation": {"ephemeral_5m_input_tokens": 5, "ephemeral_1h_input_tokens": 4},
            },
            Usage(3, 2, write_5m=5, write_1h=4, read=5),
        ),
    ],
)
def test_usage_is_read_by_class_however_much_of_it_is_told(usage, expected):
    with odd_server(sending(200, json.dumps({**MESSAGE, "usage": usage}))) as server:
        model = CloudModel(key=KEY, model=HAIKU, base_url=server.url)
        assert model.assess(prompt_of(), permit=permit_of()).usage == expected


def test_threads_share_one_client(cloud, claude):
    with ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(lambda n: claude.assess(prompt_of(f"{CV}- {n}\n"), permit=permit_of()), range(16)))

    assert len({reply.message_id for reply in replies}) == len(cloud.calls) == 16


def test_forked_child_has_a_connection_of_its_own(claude):
    assert claude.assess(prompt_of(), permit=permit_of()).stop_reason == "end_turn"
    child = os.fork()
    if child == 0:
        code = 1
        try:
            code = 0 if claude.assess(prompt_of(), permit=permit_of()).stop_reason == "end_turn" else 2
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert claude.assess(prompt_of(), permit=permit_of()).stop_reason == "end_turn"


def test_closed_client_is_made_anew(claude):
    claude.assess(prompt_of(), permit=permit_of())
    claude.close()
    claude.close()

    assert claude.count(prompt_of(), permit=permit_of()) > 512


def test_no_key_calls_nobody(cloud, monkeypatch):
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-of-the-environment")
    error = failure(CloudModel(key="", model=HAIKU, base_url=cloud.url).models)

    assert (error.code, error.server_wide, cloud.requests) == ("cloud_no_key", True, [])


def test_key_and_address_of_the_environment_are_not_used(cloud, claude, monkeypatch, tmp_path):
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-of-the-environment")
    monkeypatch.setenv("ANTHROPIC_AUTH_TOKEN", "token-of-the-environment")
    monkeypatch.setenv("ANTHROPIC_CUSTOM_HEADERS", "authorization: Bearer from-the-environment")
    monkeypatch.setenv("ANTHROPIC_BASE_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("ANTHROPIC_CONFIG_DIR", str(tmp_path))
    (tmp_path / "configs").mkdir()
    (tmp_path / "configs" / "default.json").write_text('{"base_url": "http://127.0.0.1:9"}')
    claude.models()

    assert [record.headers["authorization"] for record in cloud.requests] == [f"Bearer {KEY}"]


def test_this_machine_is_never_reached_through_a_proxy(cloud, claude, monkeypatch):
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.setenv("no_proxy", "")

    assert len(claude.models()) == 7


def test_proxy_of_the_environment_is_used_for_other_machines(monkeypatch):
    def refuse(request) -> None:
        sending(503)(request)

    with odd_server(refuse) as proxy:
        for name in ("HTTPS_PROXY", "https_proxy"):
            monkeypatch.setenv(name, proxy.url)
        monkeypatch.setenv("NO_PROXY", "")
        monkeypatch.setenv("no_proxy", "")
        error = failure(CloudModel(key=KEY, model=HAIKU, base_url="https://claude.invalid").models)

    assert (error.code, error.billed) == ("cloud_unreachable", False)


@pytest.mark.parametrize(
    "address",
    [
        "http://gateway.example.com",
        "http://10.0.0.5:8080",
        "https://me:secret@gateway.example.com",
        "https://gateway.example.com?key=1",
        "ftp://127.0.0.1",
        "https://[::1",
        "https://host:99999",
        "gateway.example.com",
        "",
    ],
)
def test_address_that_would_show_the_key_is_not_called(address):
    error = failure(CloudModel(key=KEY, model=HAIKU, base_url=address).models)

    assert (error.code, error.billed) == ("cloud_bad_address", False)
    assert "secret" not in str(error)


def test_redirect_is_not_followed_with_a_cv_and_a_key():
    with (
        odd_server(sending(200, json.dumps(MESSAGE))) as other,
        odd_server(sending(307, Location=f"{other.url}/v1/messages")) as server,
    ):
        model = CloudModel(key=KEY, model=HAIKU, base_url=server.url)
        error = failure(model.assess, prompt_of(), permit=permit_of())

    assert (error.code, other.paths) == ("cloud_not_claude", [])


def test_gateway_below_a_path_is_called_there():
    with odd_server(sending(200, json.dumps(MESSAGE))) as server:
        CloudModel(key=KEY, model=HAIKU, base_url=f"{server.url}/gateway/").assess(prompt_of(), permit=permit_of())

    assert server.paths == ["/gateway/v1/messages"]


def test_certificate_that_nobody_vouches_for_is_not_trusted(tmp_path):
    with odd_server(sending(200, json.dumps(MESSAGE)), certificate=self_signed(tmp_path)) as server:
        model = CloudModel(key=KEY, model=HAIKU, base_url=server.url)
        error = failure(model.assess, prompt_of(), permit=permit_of())

    assert (error.code, error.billed, error.server_wide, server.paths) == ("cloud_untrusted", False, True, [])


def test_certificate_of_the_environment_is_trusted(tmp_path, monkeypatch):
    certificate = self_signed(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with odd_server(sending(200, json.dumps(MESSAGE)), certificate=certificate) as server:
        reply = CloudModel(key=KEY, model=HAIKU, base_url=server.url).assess(prompt_of(), permit=permit_of())

    assert reply.stop_reason == "end_turn"


def test_server_that_speaks_no_encryption_is_not_sent_a_cv():
    with odd_server(sending(200, json.dumps(MESSAGE))) as server:
        model = CloudModel(key=KEY, model=HAIKU, base_url=server.url.replace("http:", "https:"))
        error = failure(model.assess, prompt_of(), permit=permit_of())

    assert (error.code, server.paths) == ("cloud_unreachable", [])


def test_key_is_not_shown(claude):
    assert KEY not in repr(claude)


def test_first_call_with_a_schema_is_the_slow_one():
    with ClaudeSimulator(key=KEY) as server:
        model = model_at(server)
        for _ in range(2):
            model.assess(prompt_of(), permit=permit_of())

    assert [record.compiled for record in server.calls] == [True, False]
