"""A product on its way from empty to a job that was scored and edited, and every state of its pages on that way."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from enum import IntEnum
from uuid import UUID

from playwright.sync_api import expect

from matching.demo import DemoFile, make_files
from tests.browser.recruiter import POSTING, Recruiter
from tests.product import Product, fields_of, running
from tests.reading import pdfs
from tests.servers.claude import ClaudeSimulator, faults
from tests.servers.ollama import OllamaSimulator
from tests.services import wait_for

CRITERIA = (
    ("SQL", "must", "no sign of it", "queries in one role", "daily work in several roles", "PostgreSQL"),
    ("Dashboards in Power BI", "must", "no sign of it", "built or changed some", "owned those of a team", "Tableau"),
    ("Work as a data analyst", "should", "no such role", "a year or two", "three years or more", "data analytics"),
    ("Python", "should", "no sign of it", "a script or a course", "tools that others use", "pandas"),
    ("A/B tests", "should", "no sign of it", "read some results", "designed and read many", "experiments"),
    ("Retail", "nice", "no sign of it", "one season or project", "several years", "e-commerce"),
    ("Demand forecasts", "nice", "no sign of it", "helped with one", "built one in use", "forecasting"),
)
FIRST_SCORES = 6
CONFIDENCE = 0.92  # of the simulated model in its levels: some ranks are shared, not most
NIGHTLY = 3  # CVs of the second job
COLUMNS = ("label", "need", "low", "mid", "high", "aliases")


class Phase(IntEnum):
    """What has happened so far. Until SCREENING no Ollama runs; then it stops for a while after the first scores. The
    jobs are local until ASSESSED. Overnight the second job is in a batch that does not end; then it is cancelled, and
    without money nothing of it goes again. Two answers get LOST on their way; then Claude refuses the key; and somebody
    whom Claude had read is erased."""

    EMPTY = 0
    ESTIMATED = 1
    SCREENING = 2
    SCORED = 3
    ASSESSED = 4
    EDITED = 5
    OVERNIGHT = 6
    CANCELLED = 7
    LOST = 8
    REFUSED = 9
    ERASED = 10


class Stage:
    """One product, taken from phase to phase, and never back."""

    def __init__(self, product: Product, ollama: OllamaSimulator, claude: ClaudeSimulator) -> None:
        self.product, self.ollama, self.claude = product, ollama, claude
        self.phase = Phase.EMPTY
        self.job = self.bare_job = self.erased = ""
        self.pause = ExitStack()

    def advance(self, phase: Phase) -> None:
        """Do what is missing until that phase."""
        steps = {
            Phase.ESTIMATED: self._upload,
            Phase.SCREENING: self._screen_some,
            Phase.SCORED: self._screen_all,
            Phase.ASSESSED: self._assess,
            Phase.EDITED: self._edit,
            Phase.OVERNIGHT: self._send_overnight,
            Phase.CANCELLED: self._cancel,
            Phase.LOST: self._lose,
            Phase.REFUSED: self._refuse,
            Phase.ERASED: self._erase,
        }
        while self.phase < phase:
            self.phase = Phase(self.phase + 1)
            steps[self.phase]()

    def _upload(self) -> None:
        person = self.product.person
        self.bare_job = person.open_job("Night porter\n\nMust have\n- First aid\n- Fluent English")
        table = dict(zip(COLUMNS, map(list, zip(*CRITERIA, strict=True)), strict=True))
        answer = person.post("/jobs/new/", {**table, "text": [POSTING], "action": ["lock"]})
        self.job = re.match(r"/jobs/[0-9a-f-]{36}/", answer.url.path).group()
        for job in (self.job, self.bare_job):
            self._read_by("local", job)
        for file in [*make_files(), archive()]:
            person.upload(self.job, file.name, file.content)
        self._wait("archive WHERE state <> 'unpacked'", "the archive is unpacked")
        self._wait("cv WHERE state IN ('waiting', 'reading')", "every CV is read")
        self._wait("match WHERE estimate IS NULL", "every match has an estimate")

    def _screen_some(self) -> None:
        self.ollama.start()
        screened = "matching_match WHERE state = 'screened'"
        wait_for(lambda: self.product.count(screened) >= FIRST_SCORES, what="the first scores", seconds=90)
        self.pause.enter_context(self.ollama.hold())

    def _screen_all(self) -> None:
        self.pause.close()
        self._wait("match WHERE state <> 'screened'", "every match is screened")

    def _assess(self) -> None:
        self._read_by("hybrid", self.job)
        assessed = "matching_escalation WHERE state = 'assessed'"
        wait_for(lambda: self.product.count(assessed) > 0, what="the first report", seconds=90)
        self._wait("escalation WHERE state IN ('waiting', 'assessing')", "every report is here")

    def _read_by(self, strategy: str, job: str, *, timing: str = "now", budget: str = "5") -> None:
        numbers = {"share": ["20"], "audit_share": ["3"], "budget_usd": [budget]}
        given = {"strategy": [strategy], **numbers, "timing": [timing], "cloud_model": [""]}
        self.product.person.post(f"{job}claude/", given)

    def _edit(self) -> None:
        address = f"{self.job}rubric/"
        fields = fields_of(self.product.person.http.get(address).text)
        fields["label"][3] = "Python, daily"
        self.product.person.post(address, {**fields, "action": ["lock"]})

    def _send_overnight(self) -> None:
        self._read_by("cloud", self.bare_job, timing="overnight")
        for file in make_files()[:NIGHTLY]:
            self.product.person.upload(self.bare_job, file.name, file.content)
        # From the hour of the night on, they go by themselves.
        self._count("escalation WHERE state IN ('waiting', 'batched')", "all wait for the night")
        self.product.person.post(f"{self.bare_job}claude/send/", {})
        self._count("escalation WHERE state = 'batched'", "all are in a batch")
        self._wait("cloudbatch WHERE state <> 'in_progress'", "every batch was taken")

    def _cancel(self) -> None:
        self._read_by("cloud", self.bare_job, budget="0")
        for (batch,) in self.product.rows("SELECT id FROM matching_cloudbatch"):
            self.product.person.post(f"/batches/{UUID(batch)}/cancel/", {})
        self._count("escalation WHERE state = 'waiting' AND reason <> ''", "all are back and wait, with the reason")

    def _lose(self) -> None:
        self.claude.fault(faults.EMPTY_200, times=2)
        # Their reports are of an older rubric: the question goes out again.
        self._ask("assessment_id IS NOT NULL LIMIT 2")
        lost = "matching_modelcall WHERE state = 'unknown'"
        wait_for(lambda: self.product.count(lost) == 2, what="two answers are lost", seconds=90)
        self._wait("escalation WHERE state = 'assessing'", "nobody is being read")

    def _refuse(self) -> None:
        self.claude.fault(faults.KEY_401, times=0)
        self._ask("assessment_id IS NULL LIMIT 1")
        refused = "matching_modelcall WHERE error = 'cloud_key_refused'"
        wait_for(lambda: self.product.count(refused) > 0, what="the key is refused", seconds=90)

    def _erase(self) -> None:
        ((found,),) = self.product.rows(f"SELECT candidate_id FROM {self._own('assessment_id IS NOT NULL LIMIT 1')}")
        self.erased = f"/candidates/{UUID(found)}/"
        self.product.person.post(f"{self.erased}erase/", {})

    def _ask(self, which: str) -> None:
        for (match,) in self.product.rows(f"SELECT id FROM {self._own(which)}"):
            self.product.person.post(f"/matches/{UUID(match)}/ask/", {})

    def _own(self, which: str) -> str:
        """Some matches of the first job."""
        return f"matching_match WHERE job_id = '{UUID(self.job.split('/')[2]).hex}' AND {which}"

    def _count(self, rows: str, what: str) -> None:
        wait_for(lambda: self.product.count(f"matching_{rows}") == NIGHTLY, what=what, seconds=90)

    def _wait(self, left: str, what: str) -> None:
        wait_for(lambda: self.product.count(f"matching_{left}") == 0, what=what, seconds=90)


def archive() -> DemoFile:
    """A ZIP with a file that is locked, one that is read, and one that is left out."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as files:
        files.writestr("late/locked.pdf", pdfs.locked(user="secret"))
        files.writestr("late/note.txt", "Night porter with ten years at reception desks.")
        files.writestr("late/empty.pdf", b"")
    return DemoFile("more_of_them.zip", target.getvalue())


@contextmanager
def staged(*, speed: float) -> Iterator[Stage]:
    """A running product whose Ollama is away until the phase that needs it, with a key for a simulated Claude."""
    ollama = OllamaSimulator(speed=speed, confidence=CONFIDENCE).start()
    ollama.stop()
    try:
        with (
            ClaudeSimulator(speed=speed, batch_seconds=1e9) as claude,
            running(
                OLLAMA_HOST=ollama.url,
                ANTHROPIC_BASE_URL=claude.url,
                ANTHROPIC_API_KEY="sk-test",
                CLOUD_POLL_SECONDS="1",
            ) as product,
        ):
            stage = Stage(product, ollama, claude)
            with stage.pause:
                yield stage
    finally:
        ollama.stop()


@dataclass(frozen=True)
class State:
    """One page in one state: from when on it can be seen, and how to come to it."""

    name: str
    phase: Phase
    reach: Callable[[Recruiter, Stage], None]
    signed_in: bool = True


def at(path: str) -> Callable[[Recruiter, Stage], None]:
    """Go to an address; `{job}`, `{bare_job}` and `{erased}` are the stage's."""
    return lambda person, stage: person.page.goto(path.format_map(vars(stage)))


def at_first(table: str, path: str) -> Callable[[Recruiter, Stage], None]:
    """Go to an address with the ids of two rows of a table, `{0}` and `{1}`."""

    def reach(person: Recruiter, stage: Stage) -> None:
        rows = stage.product.rows(f"SELECT id FROM matching_{table} ORDER BY created_at, id LIMIT 2")
        person.page.goto(path.format(*(UUID(found) for (found,) in rows)))

    return reach


def refused_sign_in(person: Recruiter, stage: Stage) -> None:
    person.page.goto("/accounts/login/")
    person.page.get_by_label("User name").fill("admin")
    person.page.get_by_label("Password").fill("not the password")
    person.button("Sign in").click()
    expect(person.page.get_by_role("alert")).to_be_visible()


def drafted(person: Recruiter, stage: Stage) -> None:
    person.paste_posting()


def refused(person: Recruiter, stage: Stage) -> None:
    person.paste_posting()
    person.label(2).fill("young and energetic")
    person.label(3).fill("good communication")
    expect(person.page.get_by_text("Cannot be used.")).to_be_visible()
    person.button("Lock and upload CVs").click()
    expect(person.page.get_by_role("alert")).to_be_visible()


def open_match(name: str = "Leila Farahani", *, tab: str = "") -> Callable[[Recruiter, Stage], None]:
    """Somebody's match, by default the one with the hidden text, and a tab of it."""

    def reach(person: Recruiter, stage: Stage) -> None:
        person.page.goto(stage.job)
        person.link(name).click()
        expect(person.pane.get_by_role("heading", name=name)).to_be_visible()
        if tab:
            person.pane.get_by_role("link", name=tab, exact=True).click()
            expect(person.pane.get_by_role("link", name=tab, exact=True)).to_have_attribute("aria-current", "page")

    return reach


def open_pages(person: Recruiter, stage: Stage) -> None:
    open_match(tab="CV")(person, stage)
    person.pane.get_by_role("link", name="Pages", exact=True).click()
    expect(person.pane.locator("figure img").first).to_be_visible()


def open_best(person: Recruiter, stage: Stage) -> None:
    person.page.goto(stage.job)
    person.names.first.click()
    expect(person.pane).to_be_visible()


def open_assessed(person: Recruiter, stage: Stage) -> None:
    """The best of those that Claude read; one that only the local model read may stand above them."""
    person.page.goto(f"{stage.job}?source=claude")
    person.names.first.click()
    expect(person.pane).to_be_visible()


def open_assessed_history(person: Recruiter, stage: Stage) -> None:
    open_assessed(person, stage)
    person.pane.get_by_role("link", name="History", exact=True).click()
    expect(person.pane.get_by_role("heading", name="What left this server")).to_be_visible()


def open_quote(person: Recruiter, stage: Stage) -> None:
    """From a quote of the report to its place in the CV."""
    open_assessed(person, stage)
    person.pane.locator("a.quote").first.click()
    expect(person.pane.locator("mark.quoted:focus")).to_be_visible()


def open_level(person: Recruiter, stage: Stage) -> None:
    """Where a person sets a level against both readers."""
    open_assessed(person, stage)
    person.pane.locator("summary", has_text="Set the level yourself").first.click()
    expect(person.pane.get_by_role("button", name="Set level").first).to_be_visible()


def open_slider(person: Recruiter, stage: Stage) -> None:
    person.page.goto(stage.job)
    person.page.get_by_text("How many go to Claude").click()
    expect(person.page.get_by_role("slider")).to_be_visible()


def open_candidate(person: Recruiter, stage: Stage) -> None:
    """From a match to all that is known of its person."""
    open_match()(person, stage)
    person.pane.get_by_role("link", name="Leila Farahani", exact=True).click()
    expect(person.page.get_by_role("heading", name="Leila Farahani", level=1)).to_be_visible()


def open_erasing(person: Recruiter, stage: Stage) -> None:
    """The question before somebody is erased."""
    open_candidate(person, stage)
    person.page.get_by_role("link", name="Erase this person").click()
    expect(person.page.get_by_role("dialog")).to_be_visible()


def open_keys(person: Recruiter, stage: Stage) -> None:
    person.page.goto(stage.job)
    person.press("?")
    expect(person.page.get_by_role("dialog")).to_be_visible()


def open_menu(person: Recruiter, stage: Stage) -> None:
    person.page.goto("/")
    person.page.locator(".top details.menu summary").click()
    expect(person.button("Sign out")).to_be_visible()


STATES = (
    State("sign-in", Phase.EMPTY, at("/accounts/login/"), signed_in=False),
    State("sign-in-refused", Phase.EMPTY, refused_sign_in, signed_in=False),
    State("jobs-empty", Phase.EMPTY, at("/")),
    State("jobs-closed-empty", Phase.EMPTY, at("/?show=closed")),
    State("new-job-empty", Phase.EMPTY, at("/jobs/new/")),
    State("new-job-drafted", Phase.EMPTY, drafted),
    State("new-job-refused", Phase.EMPTY, refused),
    State("models-without-ollama", Phase.EMPTY, at("/models/")),
    State("not-found", Phase.EMPTY, at("/nowhere/")),
    State("upload-empty", Phase.ESTIMATED, at("{bare_job}upload/")),
    State("upload", Phase.ESTIMATED, at("{job}upload/")),
    State("upload-not-readable", Phase.ESTIMATED, at("{job}upload/?show=unreadable")),
    State("shortlist-empty", Phase.ESTIMATED, at("{bare_job}")),
    State("shortlist-estimated", Phase.ESTIMATED, at("{job}")),
    State("match-estimated", Phase.ESTIMATED, open_match()),
    State("shortlist-screening", Phase.SCREENING, at("{job}")),
    State("match-screening", Phase.SCREENING, open_best),
    State("jobs", Phase.SCORED, at("/")),
    State("account-menu", Phase.SCORED, open_menu),
    State("shortlist", Phase.SCORED, at("{job}")),
    State("shortlist-filtered", Phase.SCORED, at("{job}?band=strong")),
    State("shortlist-nothing-fits", Phase.SCORED, at("{job}?text=nobody+of+this+name")),
    State("shortlist-keys", Phase.SCORED, open_keys),
    State("match-best", Phase.SCORED, open_best),
    State("candidate", Phase.SCORED, open_candidate),
    State("candidate-erasing", Phase.SCORED, open_erasing),
    State("candidate-erase", Phase.SCORED, at_first("candidate", "/candidates/{0}/erase/")),
    State("candidate-merge", Phase.SCORED, at_first("candidate", "/candidates/{0}/merge/?with={1}")),
    State("document-erase", Phase.SCORED, at_first("cv", "/cvs/{0}/erase/")),
    State("match-report", Phase.SCORED, open_match()),
    State("match-cv", Phase.SCORED, open_match(tab="CV")),
    State("match-pages", Phase.SCORED, open_pages),
    State("match-history", Phase.SCORED, open_match(tab="History")),
    State("rubric", Phase.SCORED, at("{job}rubric/")),
    State("settings", Phase.SCORED, at("{job}settings/")),
    State("models", Phase.SCORED, at("/models/")),
    State("claude-local", Phase.SCORED, at("{bare_job}claude/")),
    State("costs-empty", Phase.SCORED, at("/costs/")),
    State("shortlist-assessed", Phase.ASSESSED, open_slider),
    State("match-assessed", Phase.ASSESSED, open_assessed),
    State("match-assessed-cv", Phase.ASSESSED, open_quote),
    State("match-assessed-history", Phase.ASSESSED, open_assessed_history),
    State("match-level", Phase.ASSESSED, open_level),
    State("claude", Phase.ASSESSED, at("{job}claude/")),
    State("costs", Phase.ASSESSED, at("/costs/")),
    State("models-with-claude", Phase.ASSESSED, at("/models/")),
    State("shortlist-older-rubric", Phase.EDITED, at("{job}")),
    State("match-older-rubric", Phase.EDITED, open_match()),
    State("rubric-edited", Phase.EDITED, at("{job}rubric/")),
    State("only-sent-to", Phase.EDITED, at("{job}claude/send/")),
    State("claude-overnight", Phase.OVERNIGHT, at("{bare_job}claude/")),
    State("claude-cancelled", Phase.CANCELLED, at("{bare_job}claude/")),
    State("shortlist-cancelled", Phase.CANCELLED, at("{bare_job}")),
    State("costs-not-known", Phase.LOST, at("/costs/")),
    State("claude-key-refused", Phase.REFUSED, at("{job}claude/")),
    State("shortlist-key-refused", Phase.REFUSED, at("{job}")),
    State("models-key-refused", Phase.REFUSED, at("/models/")),
    State("candidate-erased", Phase.ERASED, at("{erased}")),
)
