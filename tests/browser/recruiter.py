"""What a recruiter does in the browser, step by step, as a person would: by label, by role, by key."""

import base64
import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from matching.demo import DemoFile
from tests.product import PASSWORD, Product

POSTING = """Data analyst, retail

Fernhill Markets runs 140 food shops and an online store.

Must have
- SQL
- Dashboards in Power BI

Nice to have
- Python
- Forecasts
- Retail
- A/B tests
"""
# A drop of files as the browser would make it: Playwright has no hand that drags from the desktop.
TRANSFER = """files => {
  const transfer = new DataTransfer();
  for (const [name, text] of files) {
    const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
    transfer.items.add(new File([bytes], name));
  }
  return transfer;
}"""


@dataclass(frozen=True)
class Recruiter:
    """A person in front of one tab."""

    page: Page

    def sign_in(self, product: Product) -> None:
        """With the password that the first start printed."""
        self.page.goto("/")
        self.page.get_by_label("User name").fill("admin")
        self.page.get_by_label("Password").fill(first_password(product))
        self.button("Sign in").click()
        expect(self.heading("Jobs")).to_be_visible()

    def paste_posting(self) -> None:
        """A new job; the criteria of its posting appear by themselves."""
        self.page.goto("/jobs/new/")
        expect(self.heading("Criteria appear here")).to_be_visible()
        self.page.get_by_role("textbox", name="Posting").fill(POSTING)
        expect(self.label(6)).to_have_value("A/B tests")

    def lock(self) -> None:
        self.button("Lock and upload CVs").click()
        expect(self.page).to_have_url(re.compile(r"/upload/$"))

    def choose(self, files: list[DemoFile]) -> None:
        """Pick files in the system's dialog."""
        with self.page.expect_file_chooser() as chooser:
            self.page.locator("label", has_text="Choose files").click()
        chooser.value.set_files([payload(file) for file in files])

    def drop(self, files: list[DemoFile]) -> None:
        """Let files fall on the page."""
        content = [[file.name, base64.b64encode(file.content).decode()] for file in files]
        transfer = self.page.evaluate_handle(TRANSFER, content)
        self.page.dispatch_event("main", "drop", {"dataTransfer": transfer})

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name)

    def link(self, name: str) -> Locator:
        return self.page.get_by_role("link", name=name)

    def heading(self, name: str) -> Locator:
        return self.page.get_by_role("heading", name=name, exact=True)

    def label(self, number: int) -> Locator:
        """What the job needs, by the criterion's number."""
        return self.page.get_by_role("textbox", name=f"What the job needs, criterion {number}")

    def need(self, number: int) -> Locator:
        return self.page.get_by_role("combobox", name=f"Need, criterion {number}")

    def file_line(self, name: str) -> Locator:
        """The line of a file on the page of CVs."""
        return self.page.get_by_role("row").filter(has=self.page.get_by_role("cell", name=name, exact=True))

    @property
    def matches(self) -> Locator:
        """The rows of the shortlist."""
        return self.page.locator("table.matches tr.linked")

    @property
    def names(self) -> Locator:
        return self.matches.locator("a.name")

    @property
    def pane(self) -> Locator:
        """The match that is open."""
        return self.page.locator("#pane")


def first_password(product: Product) -> str:
    return PASSWORD.search((product.data_dir / "said").read_text()).group(1)


def payload(file: DemoFile) -> dict:
    return {"name": file.name, "mimeType": "application/octet-stream", "buffer": file.content}
