import pytest

from matching.clients.ollama import LocalModel
from tests.servers.ollama import OllamaSimulator


@pytest.fixture
def server():
    with OllamaSimulator() as simulator:
        yield simulator


@pytest.fixture
def model(server) -> LocalModel:
    return LocalModel(server.url, model="qwen2.5:7b", num_ctx=8192)
