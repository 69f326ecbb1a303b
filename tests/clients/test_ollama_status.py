import json
import threading

import pytest

from matching.clients.ollama import LocalModel
from matching.prompts import rubric_prompt
from tests.clients.asking import failure, judged, prompt_of
from tests.clients.odd_server import odd_server, sending
from tests.servers.ollama import OllamaSimulator, faults


def test_status_and_drafts_do_not_reload_the_model(server, model):
    model.screen(prompt_of(), seed=7)
    model.status()
    model.ask(rubric_prompt("Engineer\n- Python"))
    model.screen(prompt_of(), seed=8)
    assert server.stats()["loads"] == 1


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
