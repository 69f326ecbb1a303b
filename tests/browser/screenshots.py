"""Pictures of every page in every state: python -m tests.browser.screenshots FOLDER

Starts the product and a simulated Ollama, loads the demo's candidates, and writes one PNG for each state, wide and
narrow, light and dark. `--readme` writes the README's picture alone, to docs/screenshot.png.
"""

import argparse
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.chromium import NARROW, WIDE, launched, opened
from tests.browser.recruiter import Recruiter
from tests.browser.stage import STATES, Phase, Stage, State, open_match, staged

README_PICTURE = Path(__file__).resolve().parents[2] / "docs" / "screenshot.png"
DEVICES = {"wide": {"viewport": WIDE}, "narrow": {"viewport": NARROW, "has_touch": True, "is_mobile": True}}


def main() -> int:
    """Exit code: 0 when all pictures are written."""
    parser = argparse.ArgumentParser(prog="python -m tests.browser.screenshots", description="Take pictures of pages.")
    parser.add_argument("folder", nargs="?", type=Path, help="where the pictures go")
    parser.add_argument("--only", default="", help="take only the states whose name holds this")
    parser.add_argument("--readme", action="store_true", help="take the README's picture")
    given = parser.parse_args()
    if not given.folder and not given.readme:
        parser.error("name a folder, or --readme")
    with launched() as browser, staged(speed=20) as stage:
        if given.folder:
            given.folder.mkdir(parents=True, exist_ok=True)
            for state in STATES:
                if given.only in state.name:
                    take(browser, stage, state, folder=given.folder)
        if given.readme:
            take_readme(browser, stage)
    return 0


def take(browser: Browser, stage: Stage, state: State, *, folder: Path) -> None:
    """Four pictures of one state."""
    stage.advance(state.phase)
    for width, device in DEVICES.items():
        # Playwright draws no picture without a style of its own, which the content security policy would refuse.
        with opened(browser, stage.product, signed_in=state.signed_in, bypass_csp=True, **device) as context:
            page = context.new_page()
            state.reach(Recruiter(page), stage)
            page.evaluate("scrollTo(0, 0)")
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                save(page, folder / f"{state.name}-{width}-{scheme}.png", whole=True)


def take_readme(browser: Browser, stage: Stage) -> None:
    """The shortlist with an open match."""
    stage.advance(Phase.ASSESSED)
    with opened(browser, stage.product, bypass_csp=True) as context:
        page = context.new_page()
        open_match("Jonas Lindqvist")(Recruiter(page), stage)
        page.mouse.move(1, 1)
        save(page, README_PICTURE, whole=False)


def save(page: Page, path: Path, *, whole: bool) -> None:
    page.screenshot(path=path, full_page=whole, animations="disabled")
    sys.stdout.write(f"{path}: {path.stat().st_size // 1024} kB\n")


if __name__ == "__main__":
    sys.exit(main())
