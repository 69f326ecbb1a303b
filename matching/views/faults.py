"""What stands in the way of screening, in words for a page."""

from dataclasses import dataclass

from django.conf import settings

from matching.faults import FAULTS, mend
from matching.models import ModelServer

UNKNOWN = "Something unforeseen happened. The match is kept."


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What happened, and what a person can do."""

    sentence: str
    mend: str


def obstacle(code: str) -> Obstacle:
    """The words for a fault's code."""
    names = {"model": settings.LOCAL_MODEL, "address": settings.OLLAMA_HOST}
    sentence = FAULTS[code].sentence.format(**names) if code in FAULTS else UNKNOWN
    return Obstacle(sentence, mend(code, **names))


def server_obstacle() -> Obstacle | None:
    """What keeps the model servers from working when none of them is well; None when one is, or none was looked at."""
    servers = list(ModelServer.objects.filter(model=settings.LOCAL_MODEL).order_by("-checked_at"))
    if not servers or any(not server.fault for server in servers):
        return None
    return obstacle(servers[0].fault)
