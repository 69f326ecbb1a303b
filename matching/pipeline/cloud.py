"""Claude as this installation may use it: which model a job asks, its client, and whether calls may go out now."""

import functools
import random
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from django.conf import settings
from django.db.models import F, Q
from django.utils import timezone

from matching.clients.claude import CloudModel
from matching.cloud_catalogue import CloudEntry, cloud_entry, typed_in
from matching.cloud_faults import CLOUD_FAULTS, cloud_fault, cloud_mend
from matching.exceptions import CloudError, JobtrackerError
from matching.faults import FAULTS
from matching.models import CloudBatch, Escalation, Job, ModelCall, ModelServer
from matching.pipeline.money import JOB_BUDGET, MONTH_BUDGET, WORDS
from matching.pipeline.servers import Obstacle
from matching.retries import next_try

CALL_SECONDS = 90.0
FAILURES_BEFORE_PAUSE = 5
PAUSE_SECONDS, MOST_PAUSE_SECONDS = 15, 600
# What is too small, widest first, and how it grows.
MONEY = {
    MONTH_BUDGET: "It goes on by itself next month, or as soon as MONTHLY_BUDGET_USD is higher.",
    JOB_BUDGET: "Raise the job's budget on its Claude page.",
}
NO_PRICE, RETIRED = "cloud_no_price", "cloud_model_retired"


def entry_of(job: Job) -> CloudEntry:
    """The model that a job asks, with its prices. Raises JobtrackerError when it cannot be used."""
    entry = _entry(job.cloud_model or settings.CLOUD_MODEL, job.cloud_input_price, job.cloud_output_price)
    today = timezone.now().date()
    if not entry.usable(today):
        raise JobtrackerError(RETIRED, entry.warning(today) or f"{entry.label} cannot be held to a form of answer.")
    return entry


def entry_kept(row: ModelCall | CloudBatch) -> CloudEntry:
    """The model of a call or a batch at the prices that held when it was made, whatever its job asks by now. Raises
    JobtrackerError when none were kept."""
    return _entry(row.model, row.input_price, row.output_price)


def prices_kept(entry: CloudEntry) -> dict[str, Decimal]:
    """The columns of a call or a batch that keep what its model costs."""
    return {"input_price": entry.prices.input, "output_price": entry.prices.output}


def _entry(name: str, input_price: Decimal | None, output_price: Decimal | None) -> CloudEntry:
    """A model by its name: of the catalogue, or with prices that a person typed in."""
    if entry := cloud_entry(name):
        return replace(entry, id=name)
    if input_price is None or output_price is None:
        raise JobtrackerError(NO_PRICE, f"The prices of {name} are not known here: type them in, or choose another.")
    return typed_in(name, input_price=str(input_price), output_price=str(output_price))


@functools.lru_cache(maxsize=16)
def _client(key: str, entry: CloudEntry, base_url: str) -> CloudModel:
    return CloudModel(key=key, model=entry, base_url=base_url, timeout=CALL_SECONDS)


def client_of(entry: CloudEntry) -> CloudModel:
    """The client of one model, one per process. Without a permit it sends nothing about anybody."""
    return _client(settings.ANTHROPIC_API_KEY, entry, settings.ANTHROPIC_BASE_URL)


def default_client() -> CloudModel:
    """The client of the model in the settings. Raises JobtrackerError when it cannot be asked."""
    if not settings.ANTHROPIC_API_KEY:
        raise cloud_fault("cloud_no_key")
    return client_of(entry_of(Job()))


def cloud_server(entry: CloudEntry) -> ModelServer:
    """The row of one model at the vendor, made when it is missing: its circuit and its slots."""
    key = f"claude: {settings.ANTHROPIC_BASE_URL} {entry.id}"[:200]
    defaults = {"address": settings.ANTHROPIC_BASE_URL[:200], "model": entry.id}
    return ModelServer.objects.get_or_create(key=key, defaults=defaults)[0]


def is_open(server: ModelServer, *, now: datetime | None = None) -> bool:
    """Whether calls may go out: there is a key, and no fault keeps the line closed for a while."""
    paused = server.paused_until and server.paused_until > (now or timezone.now())
    return bool(settings.ANTHROPIC_API_KEY) and not paused


def note_fault(server: ModelServer, error: CloudError) -> None:
    """A fault that is not one call's: nothing goes out for as long as the server asks, or longer and longer.

    Calls that were in flight together meet the same fault; it counts once.
    """
    now = timezone.now()
    row = ModelServer.objects.filter(pk=server.pk)
    row.filter(Q(paused_until=None) | Q(paused_until__lte=now)).update(failures=F("failures") + 1)
    failures = row.values_list("failures", flat=True).get()
    jitter = random.uniform(1.0, 1.3)
    seconds = next_try(error.code, attempt=failures, jitter=jitter, retry_after=error.retry_after) or PAUSE_SECONDS
    row.update(fault=error.code, paused_until=now + timedelta(seconds=seconds))


def note_failure(server: ModelServer) -> None:
    """A call failed by itself; many in a row pause the line, longer each time."""
    row = ModelServer.objects.filter(pk=server.pk)
    row.update(failures=F("failures") + 1)
    failures = row.values_list("failures", flat=True).get()
    if failures >= FAILURES_BEFORE_PAUSE:
        seconds = min(MOST_PAUSE_SECONDS, PAUSE_SECONDS * 2 ** (failures - FAILURES_BEFORE_PAUSE))
        row.update(paused_until=timezone.now() + timedelta(seconds=seconds))


def note_success(server: ModelServer) -> None:
    """A call was answered: the line is well."""
    well = {"failures": 0, "fault": "", "paused_until": None}
    ModelServer.objects.filter(pk=server.pk).exclude(failures=0, fault="").update(**well, checked_at=timezone.now())


def check_again() -> None:
    """A person says that the fault is mended: calls may go out at once."""
    ModelServer.objects.filter(key__startswith="claude: ").update(failures=0, fault="", paused_until=None)


def cloud_words(code: str, *, model: str = "") -> Obstacle:
    """What a code on an escalation, a call or a batch means, and what a person can do."""
    names = {"model": model or settings.CLOUD_MODEL, "address": settings.ANTHROPIC_BASE_URL}
    if code in WORDS:
        return Obstacle(WORDS[code], MONEY[code])
    if code in CLOUD_FAULTS:
        kinds = "something that identifies a person"
        return Obstacle(CLOUD_FAULTS[code].sentence.format(**names, kinds=kinds), cloud_mend(code, **names))
    if code in FAULTS:
        # The codes of answers that are not accepted are those of the local model.
        return Obstacle("Claude's answer was not in the form that was asked for, so it was not used.", "Ask again.")
    mend = "Choose a model of the list on the job's Claude page."
    own = {
        NO_PRICE: Obstacle("The prices of the job's model are not known here, so nothing is sent.", mend),
        RETIRED: Obstacle("The job's model is retired and cannot be called, so nothing was sent. Scores stay.", mend),
    }
    return own.get(code, Obstacle("Something unforeseen happened. The local score stands.", "Ask again."))


def cloud_obstacle(job: Job) -> Obstacle | None:
    """What keeps a job's matches from being assessed now; None when nothing does."""
    try:
        entry = entry_of(job)
    except JobtrackerError as error:
        return cloud_words(error.code)
    if not settings.ANTHROPIC_API_KEY:
        return cloud_words("cloud_no_key")
    server = cloud_server(entry)
    return cloud_words(server.fault, model=entry.id) if server.fault else None


def money_obstacle(job: Job) -> Obstacle | None:
    """The budget that some of a job's matches wait for; None when none does."""
    waiting = Escalation.objects.filter(match__job=job, state=Escalation.State.WAITING, reason__in=MONEY)
    reasons = set(waiting.values_list("reason", flat=True))
    return next((cloud_words(code) for code in MONEY if code in reasons), None)
