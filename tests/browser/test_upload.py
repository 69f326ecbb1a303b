"""Many files from a recruiter's desk: a folder, a lost network, a page loaded again, a ZIP, a password."""

import io
import re
import zipfile
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import BrowserContext, Route, expect

from matching.demo import make_files
from tests.browser.chromium import Tab, check_fits, opened
from tests.browser.recruiter import POSTING, Recruiter
from tests.reading import pdfs
from tests.services import wait_for

pytestmark = [pytest.mark.chromium, pytest.mark.processes]

TEXTS = [file for file in make_files() if file.name.endswith((".docx", ".txt"))][:6]
PDF = next(file for file in make_files() if file.name == "Leila_Farahani_CV.pdf")
UNCLEAR = "The server gave no clear answer. Look below whether the file is there; if not, send it again."
# What a browser says by itself when there is no network.
OFFLINE = re.compile("ERR_INTERNET_DISCONNECTED|ERR_FAILED")


@pytest.fixture
def folder(tmp_path) -> Path:
    """A folder with folders in it, and with what a system hides in folders."""
    home = tmp_path / "May"
    (home / "late").mkdir(parents=True)
    for at, file in enumerate(TEXTS):
        (home / ("late" if at % 2 else ".") / file.name).write_bytes(file.content)
    for junk in (".DS_Store", "late/Thumbs.db", "~$letter.docx"):
        (home / junk).write_bytes(b"junk")
    return home


def sending(person: Recruiter):
    return person.page.locator("#sending-words")


def choose_folder(person: Recruiter, folder: Path) -> None:
    person.page.locator("input[webkitdirectory]").set_input_files(folder)


def test_folder_is_sent_with_its_structure_through_a_lost_network_and_a_reload(chromium, product, folder):
    job = product.person.open_job(POSTING)
    with opened(chromium, product) as context:
        tab = Tab(context, product)
        person = Recruiter(tab.page)
        person.page.goto(f"{job}upload/")
        lose_the_network(person, context, folder)
        load_again(person, folder)
        names = person.page.locator("tr.file .file-name")
        expect(names.filter(has_text="May/late/")).to_have_count(3)
        expect(names).to_have_count(6)
        check_fits(person.page)
        tab.complaints = [each for each in tab.complaints if not OFFLINE.search(each)]
        tab.check()


def lose_the_network(person: Recruiter, context: BrowserContext, folder: Path) -> None:
    """What could not be sent waits, and goes on by itself when the network is back."""
    context.set_offline(True)
    choose_folder(person, folder)
    expect(sending(person)).to_contain_text("The connection was lost. What is not sent yet waits")
    context.set_offline(False)
    expect(sending(person)).to_have_text("6 sent.")


def load_again(person: Recruiter, folder: Path) -> None:
    """The page tells what was not sent before it was loaded again; the same files once more are known."""
    held = []
    person.page.route(
        "**/upload/", lambda route: held.append(route) if route.request.method == "POST" else route.continue_()
    )
    choose_folder(person, folder)
    expect(sending(person)).to_contain_text("Sending 0 of 6")
    person.page.once("dialog", lambda dialog: dialog.accept())
    person.page.reload()
    person.page.unroute("**/upload/")
    left = person.page.get_by_role("region", name="Not sent yet")
    expect(left).to_contain_text("The page was loaded again before 6 of 6 files were sent.")
    choose_folder(person, folder)
    expect(sending(person)).to_have_text("0 sent, 6 already here.")
    expect(left).to_be_hidden()


def test_zip_has_a_line_and_a_locked_file_opens_with_its_password(chromium, product):
    job = product.person.open_job(POSTING)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("late/locked.pdf", pdfs.locked(user="secret"))
        archive.writestr(TEXTS[0].name, TEXTS[0].content)
        archive.writestr("empty.pdf", b"")
    product.person.upload(job, "holidays.zip", target.getvalue())
    with opened(chromium, product) as context:
        tab = Tab(context, product)
        person = Recruiter(tab.page)
        person.page.goto(f"{job}upload/")
        line = person.page.get_by_role("article").filter(has_text="holidays.zip")
        expect(line).to_contain_text("2 files: 1 read, 1 not readable; 1 skipped.")
        expect(line).to_contain_text("empty.pdf The file is empty.")
        row = person.page.locator("tr.file", has_text="locked.pdf")
        field = row.get_by_label("Password of locked.pdf")
        field.fill("wrong")
        fetch_the_list_again(person)
        expect(field).to_have_value("wrong")
        person.press("Enter")
        expect(row).to_contain_text("The password does not open this file")
        row.get_by_label("Password of locked.pdf").fill("secret")
        row.get_by_role("button", name="Open").click()
        expect(row).to_contain_text("Read")
        line.get_by_role("link", name="Show its files").click()
        expect(person.page.locator("tr.file")).to_have_count(2)
        tab.check()


def test_line_under_the_pointer_stays_where_it_is(chromium, product):
    job = product.person.open_job(POSTING)
    product.person.upload(job, TEXTS[0].name, TEXTS[0].content)
    with opened(chromium, product) as context:
        tab = Tab(context, product)
        person = Recruiter(tab.page)
        person.page.goto(f"{job}upload/")
        lines = person.page.locator("tr.file")
        expect(person.link("1 read")).to_be_visible()
        expect(lines).to_have_count(1)
        lines.first.hover()
        product.person.upload(job, "broken.pdf", b"%PDF-1.7 nothing of it")
        person.page.evaluate("htmx.trigger(document.body, 'refresh')")
        expect(person.link("1 not readable")).to_be_visible()
        assert lines.all_inner_texts()[0].startswith(TEXTS[0].name)
        person.button("Put what changed in its place").click()
        expect(lines).to_have_count(2)
        expect(lines.first).to_contain_text("broken.pdf")
        tab.check()


def fetch_the_list_again(person: Recruiter) -> None:
    """As it is, whether or not anything is new, until it is in its place."""
    person.page.evaluate("""() => new Promise((done) => {
      document.addEventListener("htmx:afterRequest", done, { once: true });
      delete document.getElementById("files").dataset.etag;
      htmx.trigger(document.body, "refresh");
    })""")


def test_file_whose_answer_is_unclear_can_be_sent_again_and_one_that_was_lost_is_back(chromium, product):
    job = product.person.open_job(POSTING)
    file = TEXTS[0]
    with opened(chromium, product) as context:
        tab = Tab(context, product)
        person = Recruiter(tab.page)
        person.page.goto(f"{job}upload/")
        person.page.route("**/upload/", lambda route: route.fulfill(body="<p>Welcome to the hotel</p>"), times=1)
        person.choose([file])
        expect(sending(person)).to_have_text("0 sent, 1 not stored.")
        expect(person.page.get_by_role("list", name="Files that were not stored")).to_have_text(
            f"{file.name}: {UNCLEAR}"
        )
        person.button("Send those again").click()
        expect(sending(person)).to_have_text("1 sent.")
        expect(person.link("1 read")).to_be_visible()
        ((stored,),) = product.rows(f"SELECT file FROM matching_cv WHERE job_id = '{hex_of(job)}'")
        (product.data_dir / "media" / stored).unlink()
        person.choose([file])
        expect(sending(person)).to_have_text("1 sent, 1 had been lost here and is back.")
        tab.check()


def test_picture_of_a_page_is_asked_for_again_while_the_server_is_busy(chromium, product):
    job = product.person.open_job(POSTING)
    product.person.upload(job, "tall.pdf", PDF.content)
    match = f"matching_match WHERE job_id = '{hex_of(job)}'"
    wait_for(lambda: product.count(match), what="the CV is read")
    ((found,),) = product.rows(f"SELECT id FROM {match}")
    asked = []

    def answer(route: Route) -> None:
        asked.append(route.request.resource_type)
        busy = len(asked) <= 3
        route.fulfill(status=503, headers={"Retry-After": "0.01"}) if busy else route.continue_()

    with opened(chromium, product) as context:
        tab = Tab(context, product)
        page = tab.page
        page.route("**/pages/1.webp*", answer)
        page.goto(f"/matches/{UUID(found)}/?tab=pages")
        picture = page.get_by_role("img", name=re.compile("^Page 1 of tall.pdf"))
        expect(picture).to_have_attribute("src", re.compile(r"/pages/1\.webp\?again$"))
        page.wait_for_function("document.querySelector('.sheet > img').naturalWidth > 0")
        assert asked == ["image", "fetch", "fetch", "fetch", "image"]
        page.unroute("**/pages/1.webp*")
        page.route("**/pages/1.webp*", lambda route: route.fulfill(status=422, content_type="text/plain", body="Torn."))
        late = []
        page.route("**/js/shortlist*.js", lambda route: late.append(route))
        page.reload(wait_until="commit")
        # The picture fails before the page's script is there.
        expect(picture).to_have_js_property("complete", True)
        expect(picture).to_have_js_property("naturalWidth", 0)
        (script,) = late
        script.continue_()
        expect(page.get_by_role("region", name="Pages of the CV").get_by_text("Torn.", exact=True)).to_have_count(1)
        expect(picture).to_have_count(0)
        tab.complaints = [each for each in tab.complaints if not re.search(r"status of (503|422)", each)]
        tab.check()


def hex_of(job: str) -> str:
    """The id of a job as SQLite keeps it, of its path."""
    return job.split("/")[2].replace("-", "")
