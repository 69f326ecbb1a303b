"""What stands in the way of screening, in words for a page."""

from django.conf import settings

from matching.models import ModelServer
from matching.retries import Fault, fault_of


def fault_words() -> Fault | None:
    """The fault of the model servers when none of them is well; None when one is, or none was looked at yet."""
    servers = list(ModelServer.objects.filter(model=settings.LOCAL_MODEL).order_by("-checked_at"))
    if not servers or any(not server.fault for server in servers):
        return None
    return fault_of(servers[0].fault)
