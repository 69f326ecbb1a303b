"""What views need to speak with htmx: one fragment of a page, and an answer of "nothing changed"."""

import hashlib

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.utils.cache import patch_vary_headers


def tag_of(*parts: object) -> str:
    """A short tag of what a live part shows; equal parts give an equal tag. Put it in the part's `data-etag`."""
    return hashlib.sha256("\x1f".join(str(part) for part in parts).encode()).hexdigest()[:16]


def wants_part(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of the page; going back in the browser's history asks for the whole page again."""
    return bool(request.htmx) and not request.htmx.history_restore_request


def unchanged(request: HttpRequest, tag: str) -> HttpResponse | None:
    """The 304 for a live part that already shows `tag`; None when there is something new to send."""
    if wants_part(request) and request.headers.get("If-None-Match") == f'"{tag}"':
        return HttpResponseNotModified(headers={"ETag": f'"{tag}"'})
    return None


def render_part(request: HttpRequest, template: str, part: str, context: dict) -> HttpResponse:
    """The whole page, or for htmx only its part of that name (a `partialdef` of the same template)."""
    response = render(request, f"{template}#{part}" if wants_part(request) else template, context)
    patch_vary_headers(response, ["HX-Request", "HX-Target", "HX-History-Restore-Request"])
    return response
