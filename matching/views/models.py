"""The models page: the model server as it is now, the catalogue with what fits this machine, and downloads."""

import os
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.core.cache import cache
from django.db.models import Avg, Count, Q, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh

from matching.catalogue import LOCAL_MODELS, LocalEntry, find, fits, full_name
from matching.clients.ollama import InstalledModel, RunningModel, ServerStatus
from matching.exceptions import JobtrackerError
from matching.htmx import render_part, tag_of, unchanged, wants_part
from matching.models import CalibrationVersion, ModelCall, ModelPull, ModelServer
from matching.pipeline.doctor import Health, check_model
from matching.pipeline.pulls import ask_for
from matching.pipeline.servers import local_model
from matching.prompts import PROMPT_VERSION
from matching.tasks import enqueue_pull
from matching.views.claude_here import ClaudeHere

TEMPLATE = "matching/models.html"
STATUS_SECONDS = 5
CALLS_MEASURED = 1000
PULL_SHOWN_FOR = timedelta(hours=1)
UNDER_WAY = (ModelPull.State.WAITING, ModelPull.State.PULLING)


@dataclass(frozen=True, slots=True)
class Measured:
    """What calls of one model took here: how many, seconds a match, tokens written a second, tokens read a match."""

    calls: int
    seconds: float
    tokens_per_second: float | None
    prompt_tokens: float | None


@dataclass(frozen=True, slots=True)
class Line:
    """One model beside what this machine and this installation know of it; `entry` is None outside the catalogue."""

    tag: str
    entry: LocalEntry | None
    fit: str
    installed: InstalledModel | None
    measured: Measured | None
    chosen: bool


@dataclass(frozen=True, slots=True)
class Loaded:
    """A model in memory: `share` is how much of it is on the GPU, in percent."""

    model: RunningModel
    share: int


@require_safe
def models(request: HttpRequest) -> HttpResponse:
    """The page. Its list of downloads asks for itself while one is under way or the server is not well."""
    pulls = shown_pulls()
    status = cached_status(pulls)
    state = tag_of(status.fault, status.version, *((pull.pk, pull.state) for pull in pulls))
    tag = tag_of(state, *((pull.status, pull.completed, pull.total) for pull in pulls))
    if nothing_new := unchanged(request, tag):
        return nothing_new
    if wants_part(request) and request.GET.get("state") != state:
        return HttpResponseClientRefresh()  # the rest of the page is another one now
    context = {
        "pulls": pulls,
        "state": state,
        "tag": tag,
        "pulling": any(pull.state in UNDER_WAY for pull in pulls),
        "status": status,
        "may_pull": request.user.is_staff and status.reachable,
        "section": "models",
    }
    if not wants_part(request):
        context |= page_context(status)
    return render_part(request, TEMPLATE, "pulls", context)


@require_POST
def pull_model(request: HttpRequest) -> HttpResponse:
    """Have a model downloaded by the model server. It takes its disk and network: only administrators may."""
    if not request.user.is_staff:
        messages.error(request, "Only an administrator can download models. Nothing was changed.")
        return redirect("models")
    try:
        asked = ask_for(request.POST.get("name", ""))
    except JobtrackerError as error:
        messages.error(request, str(error))
        return redirect("models")
    enqueue_pull(asked.pk)
    return redirect("models")


def page_context(status: ServerStatus) -> dict:
    """What the page shows around the downloads."""
    memory = machine_memory()
    lines = catalogue_lines(status, memory=memory)
    return {
        "troubles": [check for check in check_model(status) if check.health != Health.OK],
        "chosen": next((line for line in lines if line.chosen), None),
        "lines": lines,
        "loaded": [Loaded(one, 100 * one.size_vram // one.size if one.size else 0) for one in status.running],
        "servers": list(ModelServer.objects.exclude(key__startswith="claude: ").order_by("key")),
        "memory_gb": memory / 1024**3,
        "elsewhere": not is_here(status.address),
        "local_model": settings.LOCAL_MODEL,
        "num_ctx": settings.LOCAL_NUM_CTX,
        "slots": settings.LOCAL_SLOTS,
        "missing_model": status.fault == "model_missing",
        "claude": ClaudeHere.now(),
        "calibration": CalibrationVersion.objects.of(digest=status.digest, prompt_version=PROMPT_VERSION).first(),
    }


def cached_status(pulls: list[ModelPull]) -> ServerStatus:
    """How the model server is, asked at most every few seconds however many people look, and when a download ends."""
    ends = tag_of(*((pull.pk, pull.state) for pull in pulls))
    key = f"model-status:{settings.OLLAMA_HOST}:{settings.LOCAL_MODEL}:{ends}"
    status = cache.get(key)
    if status is None:
        status = local_model().status()
        cache.set(key, status, STATUS_SECONDS)
    return status


def shown_pulls() -> list[ModelPull]:
    """Downloads under way and those that ended a moment ago; of each model only the last one."""
    recent = Q(state__in=UNDER_WAY) | Q(updated_at__gt=timezone.now() - PULL_SHOWN_FOR)
    last: dict[str, ModelPull] = {}
    for pull in ModelPull.objects.filter(recent):
        last.setdefault(full_name(pull.name), pull)
    return list(last.values())


def machine_memory() -> int:
    """Bytes of memory that models may use here: the container's limit if there is one, else the machine's."""
    limit = Path("/sys/fs/cgroup/memory.max")
    whole = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    text = limit.read_text().strip() if limit.exists() else "max"
    return min(whole, int(text)) if text.isdigit() else whole


def is_here(address: str) -> bool:
    """Whether an address means this machine."""
    host = urlsplit(address).hostname or ""
    return host in {"localhost", "::1"} or host.startswith("127.")


def catalogue_lines(status: ServerStatus, *, memory: int) -> list[Line]:
    """The models of the catalogue, then those installed beside them, each with its fit and what was measured of it."""
    installed = {tag_of_model(one.name): one for one in status.installed}
    measured = measured_by_model()
    chosen = tag_of_model(settings.LOCAL_MODEL)
    entries = {full_name(entry.tag): entry for entry in LOCAL_MODELS}
    others = [tag for tag in dict.fromkeys([*installed, chosen]) if tag not in entries]
    return [
        Line(
            tag=entries[tag].tag if tag in entries else tag,
            entry=entries.get(tag),
            fit=fits(entries[tag], memory_bytes=memory) if tag in entries else "",
            installed=installed.get(tag),
            measured=measured.get(tag),
            chosen=tag == chosen,
        )
        for tag in [*entries, *others]
    ]


def tag_of_model(name: str) -> str:
    """One name for a model however it is written; in the catalogue, the catalogue's."""
    entry = find(name)
    return full_name(entry.tag if entry else name)


def measured_by_model() -> dict[str, Measured]:
    """What the last calls took, by model, from the ledger."""
    last = ModelCall.objects.filter(state=ModelCall.State.DONE).order_by("-started_at").values("pk")[:CALLS_MEASURED]
    rows = ModelCall.objects.filter(pk__in=last).order_by().values("model")
    sums = rows.annotate(
        calls=Count("pk"),
        seconds_each=Avg("seconds"),
        tokens=Sum("output_tokens"),
        spent=Sum("eval_seconds"),
        read=Avg("prompt_tokens"),
    )
    return {tag_of_model(row["model"]): _measured(row) for row in sums if row["seconds_each"] is not None}


def _measured(row: dict) -> Measured:
    rate = row["tokens"] / row["spent"] if row["tokens"] and row["spent"] else None
    return Measured(row["calls"], row["seconds_each"], rate, row["read"])
