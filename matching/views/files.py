"""A CV's file as it came, and its pages as pictures: both only for those who may see its job."""

import re
from typing import BinaryIO
from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from matching.exceptions import JobtrackerError
from matching.models import CV
from matching.pipeline.preview import page_picture
from matching.pipeline.scanning import may_open

PICTURE_SECONDS = 300
AGAIN_SECONDS = 3
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
STATUS = {"not_stored": 404, "no_page": 404, "busy": 503}


@require_safe
def cv_file(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """The original file, as a download: never shown by the browser, whatever it holds."""
    cv = _visible(request, pk)
    stored = cv.file or (cv.duplicate_of.file if cv.duplicate_of else None)
    if not stored or not stored.storage.exists(stored.name):
        raise Http404("The file is not stored here.")
    if not may_open(cv):
        raise Http404("The virus scanner has not passed this file.")
    # A file from a ZIP or a folder has its path in its name.
    name = "".join(letter for letter in cv.original_name.rpartition("/")[2] if letter.isprintable())
    response = FileResponse(
        stored.open("rb"),
        as_attachment=True,
        filename=name or "cv",
        content_type=cv.media_type or "application/octet-stream",
    )
    return _sealed(_part(request, response, size=stored.size), cache="private, no-store")


@require_safe
def cv_page(request: HttpRequest, pk: UUID, number: int) -> HttpResponseBase:
    """One page of a CV as a picture; a page that cannot be drawn answers with one sentence."""
    try:
        path = page_picture(_visible(request, pk), number=number)
    except JobtrackerError as error:
        refused = HttpResponse(str(error), content_type="text/plain; charset=utf-8", status=STATUS.get(error.code, 422))
        if refused.status_code == STATUS["busy"]:
            refused["Retry-After"] = str(AGAIN_SECONDS)
        return _sealed(refused, cache="no-store")
    # With a name of its own: the stored one is nobody's business.
    picture = FileResponse(path.open("rb"), content_type="image/webp", filename=f"page-{number}.webp")
    return _sealed(picture, cache=f"private, max-age={PICTURE_SECONDS}")


def _visible(request: HttpRequest, pk: UUID) -> CV:
    return get_object_or_404(CV.objects.visible_to(request.user).select_related("duplicate_of").without_text(), pk=pk)


def _sealed(response: HttpResponseBase, *, cache: str) -> HttpResponseBase:
    """Whatever the bytes are, no browser may run them, guess at their type, or keep them for others."""
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = cache
    return response


def _part(request: HttpRequest, response: FileResponse, *, size: int) -> HttpResponseBase:
    """The part of a file that one `Range` asks for, so that a broken download goes on; anything else is the whole."""
    response["Accept-Ranges"] = "bytes"
    found = _RANGE.fullmatch(request.headers.get("Range", "").strip())
    if not found or not any(found.groups()):
        return response
    first, last = found.groups()
    if first and last and int(last) < int(first):
        return response
    start = int(first) if first else max(0, size - int(last))
    end = min(int(last), size - 1) if first and last else size - 1
    if start > end:
        response.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    response.status_code = 206
    response["Content-Range"] = f"bytes {start}-{end}/{size}"
    response["Content-Length"] = str(end - start + 1)
    response.streaming_content = _slice(response.file_to_stream, start, end - start + 1)
    return response


def _slice(file: BinaryIO, start: int, length: int):
    file.seek(start)
    while length > 0 and (block := file.read(min(length, FileResponse.block_size))):
        length -= len(block)
        yield block
