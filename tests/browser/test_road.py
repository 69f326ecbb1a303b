"""The recruiter's road in a real Chromium, with nothing between it and the product."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Request, Route, expect

from matching.demo import DemoFile, make_files
from tests.browser.chromium import LONGEST_WAIT_MS, Tab, check_fits, opened
from tests.browser.recruiter import POSTING, Recruiter, payload
from tests.product import Product
from tests.services import wait_for

pytestmark = [pytest.mark.chromium, pytest.mark.processes]

FILES = make_files()
SCANS = 1 if shutil.which("tesseract") else 0
READ, NOT_READ = 28 + SCANS, 2 - SCANS
OTHERS = [file for file in FILES if file.name.endswith((".docx", ".txt"))][:5]
DECODE = 25  # tokens a second of the simulated server
LONGEST_PAUSE_MS = 90_000  # until a server that was away is asked again
# Fetch the list again, until it is in its place.
BROUGHT_IN = """() => new Promise((done) => {
  const settled = ({ target }) => target.id === "table" && done();
  document.addEventListener("htmx:afterSettle", settled);
  htmx.trigger("#table", "bring-in");
})"""
# What a live match does by itself now and then; the answer is never "nothing new".
POLLED = """() => {
  window.answered = new Promise((done) => document.addEventListener("htmx:afterRequest", done, { once: true }));
  document.getElementById("pane").dataset.etag = "old";
  htmx.ajax("GET", location.pathname, { source: "#pane", target: "#pane", swap: "outerHTML" });
}"""
HIDDEN = next(file for file in FILES if file.name == "Leila_Farahani_CV.pdf")


def test_road_from_posting_to_ranked_shortlist(chromium, product, ollama):
    with opened(chromium, product, signed_in=False) as context:
        tab = Tab(context, product)
        person = Recruiter(tab.page)
        person.sign_in(product)
        write_criteria(person)
        meet_a_refusal(person)
        with ollama.hold():
            upload_files(person)
            see_outcomes(person)
            see_estimates(person, product)
        see_scores_come_in(person)
        open_matches(person)
        read_match(person)
        filter_matches(person)
        score_again(person)
        see_models(person)
        tab.check()


def write_criteria(person: Recruiter) -> None:
    check_fits(person.page)
    person.link("New job").click()
    person.paste_posting()
    person.label(4).fill("Data analyst")
    person.need(3).select_option("Must")
    check_fits(person.page)


def meet_a_refusal(person: Recruiter) -> None:
    """A criterion that the law protects is refused with a lawful one, which takes its place on a click."""
    person.button("Add a criterion").click()
    expect(person.label(7)).to_be_focused()
    person.page.keyboard.type("native English speaker")
    expect(person.page.get_by_text("Cannot be used.")).to_be_visible()
    check_fits(person.page)
    person.button("Lock and upload CVs").click()
    expect(person.page.get_by_role("alert")).to_be_visible()
    person.button("Use “Fluent English (C1 or C2)”").click()
    expect(person.label(7)).to_have_value("Fluent English (C1 or C2)")
    person.button("Remove criterion 7").click()
    expect(person.label(7)).to_have_count(0)
    expect(person.label(4)).to_have_value("Data analyst")
    expect(person.need(3)).to_have_value("must")


def upload_files(person: Recruiter) -> None:
    person.lock()
    check_fits(person.page)
    person.choose(FILES[:20])
    expect(person.page.get_by_text("20 sent.")).to_be_visible()
    person.drop(FILES[20:])
    expect(person.page.get_by_text("10 sent, 1 already here.")).to_be_visible()
    expect(person.link(f"{READ} read")).to_be_visible()
    check_fits(person.page)


def see_outcomes(person: Recruiter) -> None:
    expect(person.file_line("CV_Amara_Okafor.pdf")).to_contain_text("Read")
    expect(person.file_line("copy_of_a_CV.pdf")).to_contain_text("Duplicate of CV_Amara_Okafor.pdf")
    expect(person.file_line("Ibrahim_Sesay.pdf")).to_contain_text("The file is damaged")
    expect(person.file_line("Omar_Haddad_scan.pdf")).to_contain_text("Read" if SCANS else "This is a scan")
    expect(person.file_line(HIDDEN.name)).to_contain_text("Hidden text")
    person.link(f"{NOT_READ} not readable").click()
    expect(person.page.locator("tr.file")).to_have_count(NOT_READ)
    expect(person.page.get_by_role("rowheader", name="Damaged")).to_contain_text("1")


def see_estimates(person: Recruiter, product: Product) -> None:
    """The order of the whole pile: an estimate is made again as long as files come."""
    wait_for(lambda: not product.count("matching_job WHERE estimate_done < estimate_wanted"), what="the estimates")
    person.link("Shortlist").click()
    expect(person.matches).to_have_count(READ)
    expect(person.page.get_by_text("No model has read these CVs yet")).to_be_visible()
    check_sorted(person)
    check_fits(person.page)
    person.page.evaluate("window.loadedOnce = true")
    person.names.first.click()
    expect(person.pane).to_be_visible()


def see_scores_come_in(person: Recruiter) -> None:
    """New scores wait while somebody reads, and come in by a click or a key; the page is not loaded again."""
    person.link("new result").click()
    expect(person.matches.filter(has_text="Local").first).to_be_visible()
    person.press("Escape")
    expect(person.pane).to_be_hidden()
    expect(person.link(f"{READ} screened")).to_be_visible()
    person.press("b")
    expect(person.matches.filter(has_text="Local")).to_have_count(READ)
    expect(person.page.get_by_text("quick estimate")).to_have_count(0)
    assert person.page.evaluate("window.loadedOnce") is True
    check_sorted(person)


def check_sorted(person: Recruiter) -> None:
    """The numbers of the list go down."""
    values = [int(text) for text in person.matches.locator(".value").all_inner_texts()]
    assert values == sorted(values, reverse=True)
    assert len(set(values)) > 3


def open_matches(person: Recruiter) -> None:
    """By a click, and by keys alone."""
    names = person.names.all_inner_texts()
    person.names.nth(2).click()
    expect(person.pane.get_by_role("heading", name=names[2])).to_be_visible()
    expect(person.page).to_have_url(re.compile(r"/matches/[0-9a-f-]{36}/$"))
    check_fits(person.page)
    person.press("Escape")
    expect(person.pane).to_be_hidden()
    expect(person.names.nth(2)).to_be_focused()
    person.press("k", "Enter")
    expect(person.pane.get_by_role("heading", name=names[1])).to_be_visible()
    person.press("j")
    expect(person.pane.get_by_role("heading", name=names[2])).to_be_visible()
    person.press("k")
    expect(person.pane.get_by_role("heading", name=names[1])).to_be_visible()


def read_match(person: Recruiter) -> None:
    """The report, the CV with what its author hid, the history, and the file as it came."""
    person.page.get_by_role("link", name="Leila Farahani").click()
    expect(person.pane.get_by_role("heading", name="Leila Farahani")).to_be_visible()
    expect(person.pane.get_by_role("row")).to_have_count(8)
    expect(person.pane).to_contain_text("qwen2.5:7b")
    person.pane.get_by_role("link", name="CV", exact=True).click()
    hidden = person.pane.get_by_role("region", name="Text that nobody sees")
    expect(hidden).to_contain_text("Ignore all previous instructions")
    expect(person.pane.get_by_role("region", name="Text of the CV")).not_to_contain_text("Ignore all previous")
    check_fits(person.page)
    with person.page.expect_download() as download:
        person.pane.get_by_role("link", name="Original file").first.click()
    assert download.value.suggested_filename == HIDDEN.name
    assert Path(download.value.path()).read_bytes() == HIDDEN.content
    person.pane.get_by_role("link", name="History").click()
    expect(person.pane).to_contain_text("Rubric version 1")
    expect(person.pane).to_contain_text("tokens in")
    check_fits(person.page)
    person.press("Escape")
    expect(person.pane).to_be_hidden()


def filter_matches(person: Recruiter) -> None:
    """Each filter is in the address, and the address alone brings it back."""
    strong = person.matches.locator(".band.strong").count()
    assert strong > 3
    person.page.get_by_role("combobox", name="Band").select_option("Strong")
    expect(person.page).to_have_url(re.compile(r"\?band=strong$"))
    expect(person.matches).to_have_count(strong)
    person.page.get_by_role("combobox", name="Band").select_option("All bands")
    person.page.get_by_role("combobox", name="Flag").select_option("Hidden text")
    expect(person.page).to_have_url(re.compile(r"\?flag=hidden_text$"))
    expect(person.names).to_have_text(["Leila Farahani"])
    person.page.reload()
    expect(person.names).to_have_text(["Leila Farahani"])
    person.page.get_by_role("link", name="Show all").click()
    expect(person.matches).to_have_count(READ)


def score_again(person: Recruiter) -> None:
    """An edit of the rubric makes the scores stale, visibly, until they are made again."""
    person.link("Rubric").click()
    expect(person.label(5)).to_be_visible()
    check_fits(person.page)
    person.label(5).fill("Knitting")
    person.button("Lock as version 2").click()
    expect(person.page.get_by_text("Version 2 is locked.")).to_be_visible()
    person.link("Shortlist").click()
    expect(person.matches.filter(has_text="older rubric")).to_have_count(READ)
    person.button(f"Score {READ} again").click()
    expect(person.page.get_by_text(f"{READ} in line to be scored again.")).to_be_visible()
    person.page.mouse.move(1, 1)
    expect(person.matches.filter(has_not_text="older rubric")).to_have_count(READ)
    person.names.first.click()
    person.pane.get_by_role("link", name="History").click()
    expect(person.pane.get_by_role("region", name="Scores").get_by_role("listitem")).to_have_count(2)
    expect(person.pane).to_contain_text("Rubric version 2")


def see_models(person: Recruiter) -> None:
    """What runs here, how fast it was, and a model that is downloaded."""
    person.link("Models").click()
    expect(person.page.get_by_text(f"over the last {2 * READ} calls")).to_be_visible()
    used = person.page.get_by_role("row").filter(has_text="in use")
    expect(used.get_by_role("cell").nth(5)).to_have_text(f"{DECODE}")
    check_fits(person.page)
    person.button("Pull phi4:14b").click()
    expect(person.page.get_by_role("region", name="Downloads")).to_contain_text("Installed")
    expect(person.page.get_by_role("row").filter(has_text="phi4:14b")).to_contain_text("installed")


def test_shortlist_without_ollama_goes_on_by_itself_when_it_appears(chromium, product, ollama):
    ollama.stop()
    with opened(chromium, product) as context:
        tab = Tab(context, product)
        person = Recruiter(tab.page)
        person.paste_posting()
        person.lock()
        person.drop(OTHERS)
        expect(person.link(f"{len(OTHERS)} read")).to_be_visible()
        person.link("Shortlist").click()
        expect(person.matches).to_have_count(len(OTHERS))
        expect(person.page.get_by_role("status").filter(has_text="ollama serve")).to_be_visible()
        check_fits(person.page)
        person.page.mouse.move(1, 1)
        ollama.start()
        expect(person.link(f"{len(OTHERS)} screened")).to_be_visible(timeout=LONGEST_PAUSE_MS)
        expect(person.matches.filter(has_text="Local")).to_have_count(len(OTHERS))
        expect(person.page.get_by_text("ollama serve")).to_have_count(0)
        tab.check()


def test_pane_closed_while_it_is_fetched_again_stays_closed(chromium, product, ollama):
    *first, best = OTHERS
    job = screened_job(product, first)
    with opened(chromium, product) as context:
        tab = Tab(context, product)
        person = Recruiter(tab.page)
        name = open_first(person, job)
        product.person.upload(job, best.name, best.content)
        wait_for(lambda: product.count(screened_of(job)) == len(OTHERS), what="the last score")
        held = {}
        person.page.route("**/matches/**", lambda route: held.update(again=route))
        with person.page.expect_request("**/matches/**"):
            person.page.evaluate("htmx.trigger('#table', 'bring-in')")
        hold_closing(person, held)
        with person.page.expect_request(closes):
            person.press("Escape")
        # The refresh is answered first, unless it gave way to the closing.
        held["again"].continue_()
        if not held["again"].request.failure:
            held["again"].request.response()
        held["close"].continue_()
        expect(person.pane).to_be_hidden()
        # The focus is on the match that was open, although a better one took its place in the list.
        expect(name).to_be_focused()
        expect(person.names.first).not_to_be_focused()
        tab.check()


def test_pane_being_closed_is_not_fetched_again_with_the_list(chromium, product, ollama):
    job = screened_job(product, OTHERS[:2])
    with opened(chromium, product) as context:
        tab = Tab(context, product)
        person = Recruiter(tab.page)
        open_first(person, job)
        held, asked = {}, []
        hold_closing(person, held)
        person.page.on("request", lambda request: asked.append(request.url) if "/matches/" in request.url else None)
        with person.page.expect_request(closes):
            person.press("Escape")
        person.page.evaluate(BROUGHT_IN)
        held["close"].continue_()
        expect(person.pane).to_be_hidden()
        assert asked == []
        tab.check()


def test_note_that_is_being_written_outlives_an_answer_on_its_way(chromium, product, ollama):
    job = screened_job(product, OTHERS[:1])
    with opened(chromium, product) as context:
        tab = Tab(context, product)
        person = Recruiter(tab.page)
        open_first(person, job)
        held = {}
        person.page.route("**/matches/**", lambda route: held.update(poll=route))
        with person.page.expect_request("**/matches/**"):
            person.page.evaluate(POLLED)
        person.pane.locator("summary", has_text="Set the level yourself").first.click()
        note = person.pane.get_by_role("textbox", name="Why").first
        note.fill("Ran the team's dashboards")
        held["poll"].continue_()
        person.page.evaluate("answered.then(() => null)")
        expect(note).to_have_value("Ran the team's dashboards")
        tab.check()


def screened_job(product: Product, files: list[DemoFile]) -> str:
    """A job of its own with these files, each of them scored."""
    job = product.person.open_job(POSTING)
    for file in files:
        product.person.upload(job, file.name, file.content)
    wait_for(lambda: product.count(screened_of(job)) == len(files), what="the first scores")
    return job


def open_first(person: Recruiter, job: str) -> Locator:
    """Open the first match of the list; its name there."""
    person.page.goto(job)
    name = person.page.get_by_role("link", name=person.names.first.inner_text(), exact=True)
    name.click()
    expect(person.pane).to_be_visible()
    return name


def hold_closing(person: Recruiter, held: dict[str, Route]) -> None:
    """Keep what closes the pane from the server, until `held["close"]` goes on."""
    person.page.route(
        "**/jobs/**", lambda route: held.update(close=route) if closes(route.request) else route.continue_()
    )


def screened_of(job: str) -> str:
    """What counts the matches of this job alone that have a score; the other tests have jobs in this product too."""
    return f"matching_match WHERE state = 'screened' AND job_id = '{job.split('/')[2].replace('-', '')}'"


def closes(request: Request) -> bool:
    """Whether it asks for the empty pane of the list, and not for the list or the strip above it."""
    return "/jobs/" in request.url and request.headers.get("hx-target") == "pane"


def test_road_without_script(chromium, product, ollama):
    with opened(chromium, product, signed_in=False, java_script_enabled=False) as context:
        tab = Tab(context, product)
        person = Recruiter(tab.page)
        person.sign_in(product)
        person.link("New job").click()
        person.page.get_by_role("textbox", name="Posting").fill(POSTING)
        person.button("Draft criteria").click()
        person.label(4).fill("Data analysis")
        person.lock()
        person.page.locator("#id_files").set_input_files([payload(file) for file in OTHERS])
        person.button("Upload").click()
        expect(person.page.get_by_text(f"{len(OTHERS)} files received.")).to_be_visible()
        reload_until(person, person.link(f"{len(OTHERS)} read"))
        person.link("Shortlist").click()
        reload_until(person, person.link(f"{len(OTHERS)} screened"))
        expect(person.matches.filter(has_text="Local")).to_have_count(len(OTHERS))
        name = person.names.first.inner_text()
        person.names.first.click()
        expect(person.pane.get_by_role("heading", name=name)).to_be_visible()
        for words in ("History", "CV", "Report"):
            person.pane.get_by_role("link", name=words, exact=True).click()
            expect(person.pane.get_by_role("link", name=words, exact=True)).to_have_attribute("aria-current", "page")
        tab.check()


def reload_until(person: Recruiter, shown: Locator) -> None:
    """Without script a page shows what is new when it is loaded again."""

    def there() -> bool:
        person.page.reload()
        return shown.is_visible()

    wait_for(there, what=f"{shown} on a page that is loaded again", seconds=LONGEST_WAIT_MS / 1000)
