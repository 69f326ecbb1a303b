import pytest

from matching.clients.claude import CloudModel
from matching.clients.ollama import LocalModel
from tests.clients.claude_asking import KEY, model_at
from tests.servers.claude import ClaudeSimulator
from tests.servers.ollama import OllamaSimulator


@pytest.fixture
def server():
    with OllamaSimulator() as simulator:
        yield simulator


@pytest.fixture
def model(server) -> LocalModel:
    return LocalModel(server.url, model="qwen2.5:7b", num_ctx=8192)


@pytest.fixture
def cloud():
    with ClaudeSimulator(key=KEY) as simulator:
        yield simulator


@pytest.fixture
def claude(cloud) -> CloudModel:
    return model_at(cloud)
