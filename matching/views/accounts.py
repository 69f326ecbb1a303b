"""Signing in."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import LoginView, redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRefresh


@method_decorator(login_not_required, name="dispatch")
class SignIn(LoginView):
    """Django's own sign-in. A live part whose session has ended makes its page load again."""

    redirect_authenticated_user = True

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.htmx and request.method == "GET":
            return HttpResponseClientRefresh()
        return super().dispatch(request, *args, **kwargs)


class SignInFirst(LoginRequiredMiddleware):
    """Leads to the sign-in, and from there to the page that was asked for; after a form that was sent without a
    session, to the page it stood on: its own address can only be sent to. What was sent did nothing, and that is said.
    htmx gets a 401.
    """

    def handle_no_permission(self, request: HttpRequest, view_func: Callable) -> HttpResponse:
        if request.method in {"GET", "HEAD"}:
            return super().handle_no_permission(request, view_func)
        if request.htmx:
            return HttpResponse(status=401)  # the page stays with what was typed into it, and says so
        messages.warning(
            request, "You were signed out before that was sent: nothing was changed. Sign in, and do it again."
        )
        return redirect_to_login(_page_before(request), resolve_url(settings.LOGIN_URL))


def _page_before(request: HttpRequest) -> str:
    """The address on this site that the browser says it came from; that of the jobs where it names none."""
    came = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(came, {request.get_host()}):
        return resolve_url(settings.LOGIN_REDIRECT_URL)
    parts = urlsplit(came)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
