"""The simulator's models: what is installed, pulling, deleting; its control routes; and the simulator as a program."""

import json
import signal
import socket
import subprocess
import sys

import httpx
import ollama
import pytest

from tests.servers.ollama import LIBRARY, OllamaSimulator

MODEL = "qwen2.5:7b"


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


def test_tags_have_the_real_digest_and_size(client, http):
    model = client.list().models[0]
    assert (model.model, model.size) == (MODEL, 4_683_087_332)
    assert model.digest == "845dbda0ea48ed749caafd9e6037047aa19acfcfd82e704d7ca97d631a0b697e"
    assert http.get("/api/tags").json()["models"][0]["capabilities"] == ["completion", "tools"]


def test_pull_reports_each_layer_and_installs(client):
    lines = list(client.pull("phi4", stream=True))
    assert [line.status for line in lines[:1] + lines[-3:]] == [
        "pulling manifest",
        "verifying sha256 digest",
        "writing manifest",
        "success",
    ]
    layers = {line.digest: (line.completed, line.total) for line in lines if line.digest}
    assert all(completed == total for completed, total in layers.values())
    assert [model.model for model in client.list().models] == ["phi4:latest", MODEL]


def test_pull_again_finds_its_layers_there(client):
    lines = list(client.pull(MODEL, stream=True))
    assert len([line for line in lines if line.digest]) == len(LIBRARY[MODEL].layers)


def test_pull_of_unknown_model_errs_at_200(http, client):
    lines = http.post("/api/pull", json={"model": "nix"})
    assert (lines.status_code, lines.text) == (
        200,
        '{"status":"pulling manifest"}\n{"error":"pull model manifest: file does not exist"}\n',
    )
    with pytest.raises(ollama.ResponseError, match="file does not exist") as caught:
        client.pull("nix")
    assert caught.value.status_code == 500


def test_pull_goes_on_where_it_was_broken_off():
    with OllamaSimulator(speed=1, pull_rate=50e9) as server, httpx.Client(base_url=server.url) as http:
        with http.stream("POST", "/api/pull", json={"model": "llama3.3:70b"}) as response:
            next(line for line in response.iter_lines() if "completed" in line)
        layer = LIBRARY["llama3.3:70b"].layers[0]
        lines = http.post("/api/pull", json={"model": "llama3.3:70b"}).text.splitlines()
        assert 0 < json.loads(lines[1])["completed"] < layer.size


def test_show_delete_and_copy(client, server):
    shown = client.show(MODEL)
    assert (shown.details.parameter_size, shown.modelinfo["qwen2.context_length"]) == ("7.6B", 32768)
    assert client.copy(MODEL, "mine").status == "success"
    assert client.delete(MODEL).status == "success"
    assert [model.model for model in client.list().models] == ["mine:latest"]
    with pytest.raises(ollama.ResponseError, match="not found"):
        client.delete(MODEL)


def test_stopped_server_refuses_and_comes_back_on_its_port(server, client):
    client.chat(model=MODEL, messages=[{"role": "user", "content": "Hi"}])
    server.stop()
    with pytest.raises(ConnectionError):
        client.list()
    server.start()
    assert client.ps().models == []
    assert [model.model for model in client.list().models] == [MODEL]


def test_control_routes_over_http(http):
    assert http.post("/_sim/models", json={"install": ["phi4"], "remove": [MODEL]}).json() == {
        "models": ["phi4:latest"]
    }
    assert http.post("/_sim/fault", json={"fault": "nonsense"}).status_code == 400
    assert http.post("/_sim/fault", json={"fault": "busy_503", "times": 2, "match": "x"}).json() == {"ok": True}
    assert http.get("/_sim/stats").json()["faults"][0]["times"] == 2
    http.post("/_sim/clear")
    assert http.get("/_sim/stats").json()["faults"] == []
    assert http.get("/_sim/nothing").status_code == 404


def test_program_prints_its_url_and_stops_on_sigterm():
    command = [sys.executable, "-m", "tests.servers.ollama", "--port", "0", "--models", MODEL, "--speed", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        url = process.stdout.readline().strip()
        assert httpx.get(f"{url}/api/tags").json()["models"][0]["name"] == MODEL
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=10) == 0


def test_program_with_unknown_model_or_taken_port_ends_with_2():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        for more in (["--models", "nix"], ["--port", str(taken.getsockname()[1])]):
            done = subprocess.run([sys.executable, "-m", "tests.servers.ollama", *more], capture_output=True, text=True)
            assert (done.returncode, done.stderr.count("\n")) == (2, 1)
