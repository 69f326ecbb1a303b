"""A Chromium, a simulated Ollama and the whole product, each started once for a module of tests."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import find_chromium, launched
from tests.product import Product, running
from tests.servers.ollama import OllamaSimulator


# For a module and not for the session: while Playwright runs, Django refuses queries in this process.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    if find_chromium() is None:
        pytest.skip("there is no Chromium on this machine (on Debian: apt-get install chromium)")
    with launched() as browser:
        yield browser


@pytest.fixture(scope="module")
def ollama(chromium) -> Iterator[OllamaSimulator]:
    with OllamaSimulator(speed=200) as ollama:
        yield ollama


@pytest.fixture(scope="module")
def product(ollama) -> Iterator[Product]:
    with running(OLLAMA_HOST=ollama.url) as product:
        yield product
