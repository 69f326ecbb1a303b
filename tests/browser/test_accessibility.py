"""axe-core finds no barrier on any page, in any state, by light and dark, on a desk and on a telephone."""

from collections.abc import Iterator
from itertools import product as pairs
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.chromium import NARROW, WIDE, opened
from tests.browser.recruiter import Recruiter
from tests.browser.stage import STATES, Stage, State, staged

AXE = Path(__file__).parent / "node_modules/axe-core/axe.min.js"
LOOKS = tuple(pairs(("light", "dark"), (WIDE, NARROW)))
# Folded parts are opened first: what nobody unfolds would not be looked at.
FIND = """async () => {
  for (const fold of document.querySelectorAll("details.fold")) fold.open = true;
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}"""

LOOKS_AT_MOST = 4
PAINTED = "() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))"
pytestmark = [
    pytest.mark.chromium,
    pytest.mark.processes,
    pytest.mark.skipif(not AXE.exists(), reason="axe-core is not here (npm install --prefix tests/browser)"),
]


@pytest.fixture(scope="module")
def stage(chromium) -> Iterator[Stage]:
    with staged(speed=200) as stage:
        yield stage


@pytest.fixture(scope="module")
def contexts(chromium, stage) -> Iterator[dict[bool, BrowserContext]]:
    """Signed in or not. The content security policy would keep axe out; the road is walked with it."""
    with (
        opened(chromium, stage.product, bypass_csp=True) as known,
        opened(chromium, stage.product, signed_in=False, bypass_csp=True) as unknown,
    ):
        yield {True: known, False: unknown}


def test_barrier_is_found_where_there_is_one(contexts):
    page = contexts[False].new_page()
    page.set_content("<html lang=en><title>Pale</title><main><h1>Pale</h1><p style='color: #aaa'>pale words</p></main>")
    page.add_script_tag(path=AXE)
    assert barriers(page, "light", WIDE) == ["color-contrast: p"]
    page.close()


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_page_has_no_barriers(contexts, stage, state: State):
    stage.advance(state.phase)
    page = contexts[state.signed_in].new_page()
    state.reach(Recruiter(page), stage)
    page.add_script_tag(path=AXE)
    found = {f"{scheme}, {size['width']} px": barriers(page, scheme, size) for scheme, size in LOOKS}
    page.close()
    assert found == {look: [] for look in found}


def barriers(page: Page, scheme: str, size: dict) -> list[str]:
    """The violations in one look, each as its rule and its place; a page that scrolls sideways is one too."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size(size)
    sideways = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return settled(page) + ([f"scrolls sideways by {sideways} px"] if sideways > 0 else [])


def settled(page: Page) -> list[str]:
    """What axe finds once the colours of the scheme are painted; a busy machine shows the other's for a moment."""
    found = []
    for _ in range(LOOKS_AT_MOST):
        page.evaluate(PAINTED)
        found = page.evaluate(FIND)
        if not found:
            break
    return found
