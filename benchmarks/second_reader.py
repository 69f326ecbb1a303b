"""The second reader: one job of 248 CVs in hybrid mode, through faults and restarts, and its money beside the bill.

Both model servers are simulators; the product is the real one, in processes of its own, used over HTTP as a person
does. Nothing here looks at how money is reckoned: what the product shows (its costs as CSV, the page, the rows of its
budgets) is held against the bill that the simulated vendor kept of what it really answered.
"""

import csv
import io
import os
import re
import signal
import time
import uuid
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from benchmarks.corpus import pile, posting
from benchmarks.vendor_console import true_costs
from tests.product import Product, running
from tests.servers.claude import ClaudeSimulator, faults
from tests.servers.ollama import OllamaSimulator

JOB, PATIENCE_SECONDS, LOOK_SECONDS = "Backend engineer", 3600, 0.3
AMOUNT = re.compile(r'<b class="amount">([^<]+)</b>')
UNDER_WAY = "state IN ('waiting', 'assessing', 'batched')"
NO_MONEY = "job_budget"
# Of these the vendor says for sure what they cost: the sums must agree to the last digit.
KNOWN = (faults.REFUSAL, faults.CUT_OFF, faults.PROSE, faults.BROKEN_REPORT)
BUSY = (faults.RATE_LIMITED_429, faults.OVERLOADED_529, faults.ERROR_500)
IN_BATCH = (*KNOWN, faults.BATCH_404, faults.CUT_RESULTS, faults.LINE_ERRORED, faults.LINE_EXPIRED)
# The work is done and billed, and the answer never arrives whole.
LOST = (faults.RESET_AFTER, faults.BROKEN_JSON_200, faults.EMPTY_200)
STORM = 0.04


@dataclass
class Run:
    """One run: what is asked of it, and what happened by the way."""

    product: Product
    claude: ClaudeSimulator
    job: str
    cvs: int
    budget: Decimal
    batch: bool
    kill: bool
    restarts: list[str] = field(default_factory=list)
    most: Decimal = Decimal(0)

    def count(self, rows: str) -> int:
        return self.product.count(f"matching_{rows}")

    def tally(self, columns: str, rows: str) -> dict[str, int]:
        found = self.product.rows(f"SELECT {columns}, count(*) FROM matching_{rows} GROUP BY {columns} ORDER BY 1")
        return {": ".join(str(part) for part in names if part): count for *names, count in found}

    def stop(self, name: str, number: signal.Signals) -> None:
        """End one program of the product, politely or at once; the supervisor starts it again."""
        if pid := self.product.pids().get(name):
            os.kill(pid, number)
            self.restarts.append(f"{number.name} {name}")
            wait(lambda: self.product.pids().get(name) not in {pid, None}, what=f"{name} is started again")


def name_of(*, cvs: int, batch: bool, kill: bool, budget: str, model: str) -> str:
    """What a run is called among the results."""
    return f"{cvs} CVs, {'overnight' if batch else 'now'}, {'killed' if kill else 'restarted'}, ${budget}, {model}"


def run(*, cvs: int, batch: bool, kill: bool, budget: str, model: str) -> dict:
    """One job from its posting to the last report; its figures."""
    with (
        OllamaSimulator(speed=400) as ollama,
        ClaudeSimulator(key="test-key", speed=10) as claude,
        running(**environment(ollama, claude, batch=batch, model=model)) as product,
    ):
        one = Run(product, claude, product.person.open_job(posting(JOB)), cvs, Decimal(budget), batch, kill)
        set_reader(one, budget)
        arrange_faults(one)
        upload(one)
        go_on(one)
        found = figures(one)
        if found["unknown"]:
            found["after_telling"] = settle(one)
        if one.product.count(f"matching_escalation WHERE reason = '{NO_MONEY}'"):
            found["waiting_for_money"] = waiting(one)
        return found


def environment(ollama: OllamaSimulator, claude: ClaudeSimulator, *, batch: bool, model: str) -> dict[str, str]:
    return {
        "OLLAMA_HOST": ollama.url,
        "LOCAL_SLOTS": "4",
        "ANTHROPIC_BASE_URL": claude.url,
        "ANTHROPIC_API_KEY": "test-key",
        "CLOUD_MODEL": model,
        "CLOUD_POLL_SECONDS": "1",
        "LEASE_SECONDS": "10",
        **({"CLOUD_BATCH_HOUR": "0"} if batch else {}),
    }


def set_reader(one: Run, budget: str) -> None:
    numbers = {"share": ["20"], "audit_share": ["3"], "budget_usd": [budget]}
    timing = "overnight" if one.batch else "now"
    fields = {"strategy": ["hybrid"], **numbers, "timing": [timing], "cloud_model": [""]}
    one.product.person.post(f"{one.job}claude/", fields)


def arrange_faults(one: Run) -> None:
    """Each fault twice for sure, and more by chance; with `kill` also answers that are lost on their way. Those that
    stop the whole line for a while come one by one, among the disturbances."""
    for name in IN_BATCH if one.batch else KNOWN:
        one.claude.fault(name, times=2)
    if one.batch:
        one.claude.fault(faults.LOST_CREATE)
        one.claude.fault(faults.OVERLOADED_529)
    if one.kill and not one.batch:
        for name in LOST:
            one.claude.fault(name)
    one.claude.storm(STORM, names=IN_BATCH if one.batch else KNOWN)


def upload(one: Run) -> None:
    """All CVs in one ZIP, as from a job board."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as files:
        for cv in [cv for cv in pile(per_job=one.cvs) if cv.job == JOB]:
            files.writestr(f"{cv.tag}.txt", cv.text)
    one.product.person.upload(one.job, "board.zip", target.getvalue())


def go_on(one: Run) -> None:
    """Until nobody is under way: restart programs in the middle; send what waits for the night, as a person would."""
    steps = disturbances(one)
    until = time.monotonic() + PATIENCE_SECONDS
    while not finished(one):
        if time.monotonic() > until:
            raise TimeoutError(f"the job did not end: {one.tally('state, reason', 'escalation')}")
        row = one.product.rows("SELECT spent_usd + reserved_usd FROM matching_budget WHERE scope LIKE 'job:%'")
        one.most = max([one.most, *(exact(value) for (value,) in row)])
        if steps and steps[0][0]():
            steps.pop(0)[1]()
        if one.batch:
            one.claude.finish()
            if not one.count("cloudbatch WHERE state NOT IN ('deleted', 'failed')") and one.count(
                "escalation WHERE state = 'waiting'"
            ):
                one.product.person.post(f"{one.job}claude/send/", {})
        time.sleep(LOOK_SECONDS)
    if steps:
        raise RuntimeError(f"{len(steps)} of the restarts never came about")


def disturbances(one: Run) -> list[tuple[Callable[[], object], Callable[[], None]]]:
    """What is done to the product, and when: each as soon as its moment comes after the one before."""
    claude, slow = one.claude, faults.SLOW

    def stop(name: str) -> Callable[[], None]:
        return lambda: one.stop(name, signal.SIGTERM)

    def kill(name: str) -> Callable[[], None]:
        return lambda: one.stop(name, signal.SIGKILL)

    def meet(name: str) -> Callable[[], None]:
        return lambda: claude.fault(name, retry_after="1" if name == faults.RATE_LIMITED_429 else "")

    def asked(count: int) -> Callable[[], bool]:
        return lambda: len(claude.calls) >= count and claude.in_flight > 0

    def held() -> bool:
        """Whether an answer that is billed already is kept back."""
        return any(record.fault == slow and record.usd and not record.end for record in claude.calls)

    def hold_one() -> None:
        claude.fault(slow, times=2, seconds=20)

    screened = (lambda: one.count("match WHERE state = 'screened'") >= one.cvs // 3, stop("scheduler"))
    sent = (lambda: one.count("cloudbatch WHERE state = 'in_progress'"), stop("worker-cloud"))
    if one.batch:
        ended = (lambda: one.count("cloudbatch WHERE state IN ('ended', 'imported')"), stop("scheduler"))
        steps = [screened, sent, ended]
        return [(when, kill("worker-cloud") if one.kill and (when, do) == sent else do) for when, do in steps]
    busy = [(asked(5 + 5 * number), meet(name)) for number, name in enumerate(BUSY)]
    few = [(asked(3), stop("worker-cloud"))]
    many = [(asked(20), stop("worker-cloud")), (asked(25), stop("scheduler")), (asked(30), stop("worker-cloud"))]
    deaths = [(asked(20), hold_one), (held, kill("worker-cloud")), (asked(40), kill("worker-cloud"))]
    return [screened, *(few if one.budget < 1 else [*busy, *(deaths if one.kill else many)])]


def finished(one: Run) -> bool:
    """Whether everybody is screened and chosen from, and nobody waits for anything but money."""
    chosen = one.count("escalation")
    screened = one.count("match WHERE state IN ('screened', 'not_scored')")
    if not one.cvs == chosen == screened or one.count("modelcall WHERE act <> 'screen' AND state = 'open'"):
        return False
    if one.count("cloudbatch WHERE state NOT IN ('deleted', 'failed')"):
        return False
    for_money = f"state = 'waiting' AND reason = '{NO_MONEY}' AND available_at > datetime('now', '+5 seconds')"
    return one.count(f"escalation WHERE {UNDER_WAY}") == one.count(f"escalation WHERE {for_money}")


def figures(one: Run) -> dict:
    """What came of the job, and every sum of money that there is of it."""
    ledger = one_ledger(one)
    known, not_known, bill = ledger["known"], ledger["not_known"], one.claude.bill
    return {
        "cvs": one.cvs,
        "screened": one.count("match WHERE state = 'screened'"),
        "chosen": one.tally("why", "escalation"),
        "assessed": one.count("escalation WHERE state = 'assessed'"),
        "kept": one.count("escalation WHERE state = 'kept'"),
        "not_assessed": one.tally("reason", "escalation WHERE state = 'not_assessed'"),
        "waiting": one.tally("reason", "escalation WHERE state = 'waiting'"),
        "calls": one.tally("state, error", "modelcall WHERE act <> 'screen'"),
        "restarts": one.restarts,
        "faults": _counted(record.fault for record in one.claude.requests if record.fault),
        "booked_known": str(known),
        "unknown": ledger["unknown"],
        "unknown_up_to": str(not_known),
        "bill": str(bill),
        "cost_page": ledger["page"],
        "budgets": ledger["budgets"],
        "most_spent_and_reserved": str(one.most),
        "known_is_the_bill": known == bill,
        "bill_within_known_and_up_to": known <= bill <= known + not_known,
        "page_is_the_ledger": ledger["agrees"],
    }


def one_ledger(one: Run) -> dict:
    """The calls as the product's CSV has them, the page's own figure, and the rows of the budgets."""
    text = one.product.person.http.get("/costs/calls.csv").text
    calls = list(csv.DictReader(io.StringIO(text)))
    spent = sum((Decimal(call["cost_usd"]) for call in calls), Decimal(0))
    not_known = sum((Decimal(call["not_known_usd"]) for call in calls), Decimal(0))
    page = AMOUNT.search(one.product.person.http.get("/costs/").text).group(1)
    shown = Decimal(page.lstrip("$"))  # with as many digits as the page tells
    rows = one.product.rows("SELECT spent_usd, reserved_usd FROM matching_budget ORDER BY scope")
    budgets = [(exact(first), exact(second)) for first, second in rows]
    return {
        "known": spent - not_known,
        "not_known": not_known,
        "unknown": sum(call["state"] == "unknown" for call in calls),
        "page": page,
        "budgets": [f"{first} and {second:f} reserved" for first, second in budgets],
        "agrees": shown == round(spent, -shown.as_tuple().exponent) and budgets == [(spent, Decimal(0))] * 2,
    }


def settle(one: Run) -> dict:
    """Say on the page of costs what each unknown call cost, as the vendor's console has it; the sums after that."""
    known, costs = one_ledger(one)["known"], true_costs(one.product, one.claude)
    for pk, cost in costs.items():
        one.product.person.post(f"/costs/calls/{pk}/", {"cost": [f"{cost:f}"]})
    ledger = one_ledger(one)
    return {
        "told": len(costs),
        "told_usd": str(sum(costs.values(), Decimal(0))),
        "known_before_is_the_bill_of_all_others": known == one.claude.bill - sum(costs.values(), Decimal(0)),
        "unknown": ledger["unknown"],
        "booked": str(ledger["known"]),
        "budgets": ledger["budgets"],
        "booked_is_the_bill": ledger["known"] == one.claude.bill,
        "page_is_the_ledger": ledger["agrees"],
    }


def waiting(one: Run) -> dict:
    """What the pages say to those who wait for money."""
    rows = f"matching_escalation WHERE reason = '{NO_MONEY}' ORDER BY match_id"
    pk = one.product.rows(f"SELECT match_id FROM {rows} LIMIT 1")[0][0]
    get = one.product.person.http.get
    sentence = "The job's budget does not reach for another call."
    return {
        "shortlist_rows": sum(
            get(f"{one.job}?page={page}").text.count("waits for money") for page in range(1, one.cvs // 100 + 2)
        ),
        "strip": re.search(r"<b>(\d+)</b> wait for money", get(f"{one.job}strip/").text).group(1),
        "match_says_so": sentence in get(f"/matches/{uuid.UUID(str(pk))}/").text.replace("&#x27;", "'"),
        "never_past_the_budget": one.most <= one.budget,
    }


def exact(value: object) -> Decimal:
    """A decimal as SQLite hands it out, with the digits that were stored."""
    return Decimal(str(value)).quantize(Decimal("0.00000001"))


def wait(condition: Callable[[], object], *, what: str, seconds: float = 120) -> None:
    until = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > until:
            raise TimeoutError(f"waited in vain: {what}")
        time.sleep(0.05)


def _counted(names: object) -> dict[str, int]:
    found: dict[str, int] = {}
    for name in names:
        found[name] = found.get(name, 0) + 1
    return dict(sorted(found.items()))
