"""What belongs to no job: the health check and the page for requests that are too large or unreadable."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from kombu.exceptions import OperationalError

from jobtracker.celery import app

BROKER_SECONDS = 2


@require_safe
@never_cache
@login_not_required
def healthz(request: HttpRequest) -> JsonResponse:
    """200 when database and broker answer, else 503; says which one does not, and nothing more."""
    parts = {"database": _database_answers()}
    if settings.BROKER_URL:
        parts["broker"] = _broker_answers()
    status = 200 if all(parts.values()) else 503
    return JsonResponse({name: "ok" if well else "does not answer" for name, well in parts.items()}, status=status)


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return cursor.fetchone() == (1,)
    except DatabaseError:
        return False


def _broker_answers() -> bool:
    try:
        with app.connection_for_read(settings.BROKER_URL) as broker:
            broker.ensure_connection(max_retries=1, timeout=BROKER_SECONDS)
            return bool(broker.connected)
    except (OperationalError, OSError):
        return False


def only_sent_to(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """A middleware: whoever opens an address that can only be sent to gets a page instead of the browser's own."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code != 405 or request.method != "GET":
            return response
        words = render_to_string("405.html", request=request)
        return HttpResponseNotAllowed(response.headers["Allow"].split(", "), words)

    return answer


@login_not_required
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Too much at once gets a page that says how much is allowed."""
    if isinstance(exception, (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)):
        limits = {"max_files": settings.MAX_FILES, "max_upload_mb": settings.MAX_UPLOAD_MB}
        return render(request, "413.html", limits, status=413)
    return render(request, "400.html", status=400)
