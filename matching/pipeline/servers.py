"""The model server beside this worker: its row, its client, and what was last seen of it."""

import functools
import socket
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from matching.clients.ollama import LocalModel, ServerStatus
from matching.faults import FAULTS, mend
from matching.models import ModelServer

CHECK_AGAIN = timedelta(seconds=60)
PAUSE_SECONDS = 5
MOST_PAUSE_SECONDS = 60
FAILURES_BEFORE_PAUSE = 3


def server_key() -> str:
    """Names one server: an address on the loopback means another server on each machine."""
    host = urlsplit(settings.OLLAMA_HOST).hostname or ""
    local = host == "localhost" or host == "::1" or host.startswith("127.")
    return f"{socket.gethostname()} {settings.OLLAMA_HOST}" if local else settings.OLLAMA_HOST


@functools.lru_cache(maxsize=4)
def _client(address: str, model: str, num_ctx: int) -> LocalModel:
    return LocalModel(address, model=model, num_ctx=num_ctx)


def local_model() -> LocalModel:
    """The client of the configured model server, one per process."""
    return _client(settings.OLLAMA_HOST, settings.LOCAL_MODEL, settings.LOCAL_NUM_CTX)


def this_server() -> ModelServer:
    """The row of the configured model server, made when it is missing."""
    defaults = {"address": settings.OLLAMA_HOST, "model": settings.LOCAL_MODEL}
    server, made = ModelServer.objects.get_or_create(key=server_key(), defaults=defaults)
    if not made and server.model != settings.LOCAL_MODEL:
        server.model, server.digest, server.checked_at = settings.LOCAL_MODEL, "", None
        server.save(update_fields=["model", "digest", "checked_at"])
    return server


def ready(server: ModelServer, *, now: datetime | None = None) -> bool:
    """Whether calls may go to the server now; asks the server itself when the last look is too old or found a fault."""
    now = now or timezone.now()
    if server.paused_until and server.paused_until > now:
        return False
    if server.checked_at and server.checked_at > now - CHECK_AGAIN and not server.fault and server.digest:
        return True
    return not look(server).fault


def look(server: ModelServer) -> ServerStatus:
    """Ask the server how it is and store the answer."""
    status = local_model().status()
    now = timezone.now()
    server.version, server.digest, server.fault = status.version, status.digest, status.fault
    server.checked_at = now
    server.paused_until = now + timedelta(seconds=PAUSE_SECONDS) if status.fault else None
    server.failures = server.failures if status.fault else 0
    server.save(update_fields=["version", "digest", "fault", "checked_at", "paused_until", "failures"])
    return status


def note_fault(server: ModelServer, code: str) -> None:
    """A call met a fault of the server itself: nothing is sent until a look finds it well again."""
    pause = timezone.now() + timedelta(seconds=PAUSE_SECONDS)
    ModelServer.objects.filter(pk=server.pk).update(fault=code, paused_until=pause)


def note_failure(server: ModelServer) -> None:
    """A call failed in a way that may be the server's doing; several in a row pause it, longer each time."""
    with transaction.atomic():
        ModelServer.objects.filter(pk=server.pk).update(failures=F("failures") + 1)
        failures = ModelServer.objects.values_list("failures", flat=True).get(pk=server.pk)
        if failures >= FAILURES_BEFORE_PAUSE:
            seconds = min(MOST_PAUSE_SECONDS, PAUSE_SECONDS * 2 ** (failures - FAILURES_BEFORE_PAUSE))
            pause = timezone.now() + timedelta(seconds=seconds)
            ModelServer.objects.filter(pk=server.pk).update(paused_until=pause)


def note_success(server: ModelServer) -> None:
    """A call was answered: the server is well."""
    ModelServer.objects.filter(pk=server.pk).exclude(failures=0, fault="").update(
        failures=0, fault="", paused_until=None
    )


UNKNOWN_FAULT = "Something unforeseen happened. The match is kept."


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What happened, and what a person can do."""

    sentence: str
    mend: str


def obstacle(code: str) -> Obstacle:
    """The words for a fault's code."""
    names = {"model": settings.LOCAL_MODEL, "address": settings.OLLAMA_HOST}
    sentence = FAULTS[code].sentence.format(**names) if code in FAULTS else UNKNOWN_FAULT
    return Obstacle(sentence, mend(code, **names))


def server_obstacle() -> Obstacle | None:
    """What keeps the model servers from working when none of them is well; None when one is, or none was looked at."""
    servers = list(ModelServer.objects.filter(model=settings.LOCAL_MODEL).order_by("-checked_at"))
    if not servers or any(not server.fault for server in servers):
        return None
    return obstacle(servers[0].fault)
