"""The browser of the tests, and a tab that remembers what its pages complained about and whom they asked."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.product import Product

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
WIDE = {"width": 1440, "height": 900}
NARROW = {"width": 390, "height": 844}
LONGEST_WAIT_MS = 45_000
# How htmx notes a request that gave way to a newer one, as when two filters are chosen one after the other.
REPLACED = ("htmx:sendAbort", "htmx:afterRequest")

expect.set_options(timeout=LONGEST_WAIT_MS)


def find_chromium() -> str | None:
    """The browser's program, None where there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def launched() -> Iterator[Browser]:
    """A Chromium without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(QUIET))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def opened(
    browser: Browser, product: Product, *, signed_in: bool = True, **options: object
) -> Iterator[BrowserContext]:
    """A browser profile of its own, that of the product's person unless not `signed_in`."""
    options = {"viewport": WIDE, "color_scheme": "light", "reduced_motion": "reduce", **options}
    context = browser.new_context(base_url=product.url, locale="en-GB", timezone_id="UTC", **options)
    context.set_default_timeout(LONGEST_WAIT_MS)
    if signed_in:
        cookies = product.person.http.cookies.jar
        context.add_cookies([{"name": one.name, "value": one.value, "url": product.url} for one in cookies])
    try:
        yield context
    finally:
        context.close()


class Tab:
    """One tab with a record of all that its pages complained about and of every request to another host."""

    def __init__(self, context: BrowserContext, product: Product) -> None:
        self.page = context.new_page()
        self.complaints: list[str] = []
        self.strangers: list[str] = []
        self._home = f"{product.url}/"
        self.page.on("console", self._note_console)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._note_request)

    def check(self) -> None:
        """Nothing broke, nothing was refused by the content security policy, nobody else was asked."""
        assert not self.complaints, "\n".join(self.complaints)
        assert not self.strangers, "\n".join(self.strangers)

    def _note_console(self, message) -> None:
        if message.type in {"error", "warning"} and not message.text.startswith(REPLACED):
            self.complaints.append(f"{self.page.url}: {message.text}")

    def _note_request(self, request) -> None:
        if not request.url.startswith(self._home):
            self.strangers.append(request.url)


def check_fits(page: Page) -> None:
    """The page as it is now, once it is loaded, does not scroll sideways on a telephone."""
    page.wait_for_load_state()
    before = page.viewport_size
    page.set_viewport_size(NARROW)
    wide, room = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    page.set_viewport_size(before)
    assert wide <= room, f"{page.url} is {wide} px wide in a window of {room} px"
