"""Claude on the models page: whether it can be asked, what its list says of our catalogue, and a look by a click."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.core.cache import cache
from django.db.models import Avg, Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from matching.clients.claude import CloudModel
from matching.cloud_catalogue import CLOUD_MODELS, CloudEntry, cloud_entry
from matching.cloud_live import Difference, compare_with_live
from matching.exceptions import CloudError
from matching.models import ModelCall, ModelServer
from matching.pipeline.cloud import check_again, cloud_words
from matching.pipeline.servers import Obstacle
from matching.tasks import kick_assess

LOOK_SECONDS = 10.0
KEPT_SECONDS = 24 * 3600
DIFFERENCES = "claude:differences"


@dataclass(frozen=True, slots=True)
class ClaudeHere:
    """What the page shows. The key itself is never shown. `differences` are of the last look, None before any."""

    has_key: bool
    address: str
    model: str
    entry: CloudEntry | None
    warning: str
    obstacle: Obstacle | None
    differences: tuple[Difference, ...] | None
    calls: int
    seconds: float | None

    @classmethod
    def now(cls) -> "ClaudeHere":
        entry = cloud_entry(settings.CLOUD_MODEL)
        done = ModelCall.objects.filter(act=ModelCall.Act.ASSESS, state=ModelCall.State.DONE, batch=None)
        measured = done.filter(model=settings.CLOUD_MODEL).aggregate(calls=Count("pk"), seconds=Avg("seconds"))
        fault = ModelServer.objects.filter(key__startswith="claude: ", model=settings.CLOUD_MODEL).exclude(fault="")
        code = fault.values_list("fault", flat=True).first() if settings.ANTHROPIC_API_KEY else "cloud_no_key"
        return cls(
            has_key=bool(settings.ANTHROPIC_API_KEY),
            address=settings.ANTHROPIC_BASE_URL,
            model=settings.CLOUD_MODEL,
            entry=entry,
            warning=entry.warning(timezone.now().date()) if entry else "",
            obstacle=cloud_words(code) if code else None,
            differences=cache.get(DIFFERENCES),
            **measured,
        )


@require_POST
def check_claude(request: HttpRequest) -> HttpResponse:
    """Look at Claude's list of models: whether the key is taken, and whether our catalogue is still true."""
    client = CloudModel(
        key=settings.ANTHROPIC_API_KEY,
        model=settings.CLOUD_MODEL,
        base_url=settings.ANTHROPIC_BASE_URL,
        timeout=LOOK_SECONDS,
    )
    try:
        live = client.models()
    except CloudError as error:
        messages.warning(request, str(error))
        return redirect("models")
    today = timezone.now().date()
    cache.set(
        DIFFERENCES, compare_with_live(CLOUD_MODELS, live, today=today, chosen=settings.CLOUD_MODEL), KEPT_SECONDS
    )
    check_again()
    kick_assess()
    messages.success(request, "Claude answers and takes the key. What waited goes on.")
    return redirect("models")
