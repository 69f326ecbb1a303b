"""A session that ends under somebody's hands, and a sign-in in another tab: nothing that was typed is lost."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import opened
from tests.browser.recruiter import POSTING, Recruiter

pytestmark = [pytest.mark.chromium, pytest.mark.processes]


def test_posting_outlives_the_session_and_is_locked_after_a_sign_in_in_another_tab(chromium, product):
    with opened(chromium, product, signed_in=False) as context:
        person, other = Recruiter(context.new_page()), Recruiter(context.new_page())
        person.sign_in(product)
        person.paste_posting()
        context.clear_cookies(name="sessionid")
        person.button("Lock and upload CVs").click()
        expect(person.page.get_by_text("what you typed is still here")).to_be_visible()
        expect(person.page.get_by_role("textbox", name="Posting")).to_have_value(POSTING)
        other.sign_in(product)
        person.button("Lock and upload CVs").click()
        expect(person.page).to_have_url(re.compile(r"/upload/$"))


def test_form_without_htmx_is_taken_after_a_sign_in_in_another_tab(chromium, product):
    with opened(chromium, product, signed_in=False) as context:
        person, other = Recruiter(context.new_page()), Recruiter(context.new_page())
        person.sign_in(product)
        person.paste_posting()
        person.lock()
        job = person.page.url.removesuffix("upload/")
        person.page.goto(f"{job}claude/")
        person.page.get_by_label("Budget of this job").fill("7")
        context.clear_cookies(name="sessionid")
        other.sign_in(product)
        person.button("Save").click()
        expect(person.page.get_by_text("Saved. Who goes on")).to_be_visible()
        expect(person.page.get_by_label("Budget of this job")).to_have_value("7.00")
