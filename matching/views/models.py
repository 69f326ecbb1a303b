"""The models page: the model server as it is now, the catalogue with what fits this machine, and downloads."""

import os
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.core.cache import cache
from django.db.models import Avg, Count, F, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from matching.catalogue import LOCAL_MODELS, LocalEntry, fits
from matching.clients.ollama import InstalledModel, ServerStatus, full_name
from matching.exceptions import JobtrackerError
from matching.htmx import render_part, tag_of, unchanged
from matching.models import ModelCall, ModelPull, ModelServer
from matching.pipeline.doctor import check_model
from matching.pipeline.pulls import ask_for
from matching.pipeline.servers import local_model
from matching.tasks import enqueue_pull

PULLS_SHOWN = 5
STATUS_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One model of the catalogue beside what this machine and this installation know of it."""

    entry: LocalEntry
    fit: str
    installed: InstalledModel | None
    measured: dict | None
    chosen: bool


@require_safe
def models(request: HttpRequest) -> HttpResponse:
    """The page; its list of downloads asks for itself while one is under way."""
    pulls = list(ModelPull.objects.all()[:PULLS_SHOWN])
    working = any(pull.state in (ModelPull.State.WAITING, ModelPull.State.PULLING) for pull in pulls)
    tag = tag_of(*((pull.pk, pull.state, pull.completed, pull.total, pull.status) for pull in pulls))
    if request.htmx:
        context = {"pulls": pulls, "working": working, "tag": tag}
        return unchanged(request, tag) or render_part(request, "matching/models.html", "pulls", context)
    status = cached_status()
    memory = machine_memory()
    context = {
        "pulls": pulls,
        "working": working,
        "tag": tag,
        "status": status,
        "checks": list(check_model(status)) if settings.OLLAMA_HOST else [],
        "lines": catalogue_lines(status, memory),
        "others": other_models(status),
        "memory_gb": memory / 1024**3,
        "servers": ModelServer.objects.order_by("key"),
        "address": local_model().address,
        "local_model": settings.LOCAL_MODEL,
        "num_ctx": settings.LOCAL_NUM_CTX,
        "section": "models",
    }
    return render_part(request, "matching/models.html", "pulls", context)


@require_POST
def pull_model(request: HttpRequest) -> HttpResponse:
    """Have a model downloaded by the model server. Its administrator's disk and network: only staff may."""
    if not request.user.is_staff:
        messages.error(request, "Only an administrator can download models.")
        return redirect("models")
    try:
        asked = ask_for(request.POST.get("name", ""))
    except JobtrackerError as error:
        messages.error(request, str(error))
        return redirect("models")
    enqueue_pull(asked.pk)
    return redirect("models")


def cached_status() -> ServerStatus:
    """How the model server is, asked at most every few seconds however many people look."""
    status = cache.get("model-status")
    if status is None:
        status = local_model().status()
        cache.set("model-status", status, STATUS_SECONDS)
    return status


def machine_memory() -> int:
    """Bytes of memory that models may use here: the container's limit if there is one, else the machine's."""
    limit = Path("/sys/fs/cgroup/memory.max")
    whole = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    text = limit.read_text().strip() if limit.exists() else "max"
    return min(whole, int(text)) if text.isdigit() else whole


def catalogue_lines(status: ServerStatus, memory: int) -> list[Line]:
    """The eleven models, each with its fit, its installation, and what was measured of it."""
    measured = measured_by_model()
    return [
        Line(
            entry=entry,
            fit=fits(entry, memory_bytes=memory),
            installed=next((one for one in status.installed if same_name(one.name, entry.tag)), None),
            measured=next((figures for name, figures in measured.items() if same_name(name, entry.tag)), None),
            chosen=same_name(settings.LOCAL_MODEL, entry.tag),
        )
        for entry in LOCAL_MODELS
    ]


def other_models(status: ServerStatus) -> list[InstalledModel]:
    """Installed models that the catalogue does not know."""
    return [one for one in status.installed if not any(same_name(one.name, entry.tag) for entry in LOCAL_MODELS)]


def same_name(one: str, other: str) -> bool:
    """Whether two names mean the same model: without a tag `latest` is meant."""
    return full_name(one) == full_name(other)


def measured_by_model() -> dict[str, dict]:
    """Seconds a match and tokens a second, by model, from the ledger."""
    done = ModelCall.objects.filter(state=ModelCall.State.DONE, eval_seconds__gt=0)
    rows = done.values("model").annotate(
        calls=Count("pk"), seconds=Avg("seconds"), tokens=Sum("output_tokens"), spent=Sum(F("eval_seconds"))
    )
    return {
        row["model"]: {
            "calls": row["calls"],
            "seconds": row["seconds"],
            "tokens_per_second": row["tokens"] / row["spent"] if row["spent"] else None,
        }
        for row in rows.order_by()
    }
