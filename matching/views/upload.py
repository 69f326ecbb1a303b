"""Taking CVs in: many files at once, one line a file with its own outcome."""

import uuid

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRefresh, trigger_client_event

from matching.exceptions import JobtrackerError
from matching.htmx import render_part, tag_of, unchanged
from matching.models import CV, Archive, Job
from matching.pipeline.archives import retry_all_archives, retry_archive, unlock_archive
from matching.pipeline.intake import give_password, receive, retry_all_unreadable, retry_reading
from matching.tasks import enqueue_reads, enqueue_unpacks
from matching.views.listing import listing, moved

REFUSALS_TOLD = 10
MOST_PASSWORD = 200


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest, pk) -> HttpResponse:
    """The files of a job. A script posts them one by one and asks for JSON; a plain form posts them all."""
    job = get_object_or_404(Job.objects.visible_to(request.user), pk=pk)
    if request.method == "POST":
        return _receive(request, job)
    tag = tag_of(job.pk, job.revision, job.status, request.GET.urlencode(), *moved(job))
    return unchanged(request, tag) or _render(request, job, tag=tag)


def _receive(request: HttpRequest, job: Job) -> HttpResponse:
    folder = request.POST.get("folder", "")
    outcomes = [_take(request, job, file, folder=folder) for file in request.FILES.getlist("files")]
    stored = [outcome["row"] for outcome in outcomes if outcome["outcome"] in {"stored", "restored"}]
    enqueue_reads([row.pk for row in stored if isinstance(row, CV) and row.state == CV.State.WAITING])
    enqueue_unpacks([row.pk for row in stored if isinstance(row, Archive)])
    if not request.accepts("text/html"):
        shown = [{"name": each["name"], "outcome": each["outcome"], "sentence": each["sentence"]} for each in outcomes]
        return JsonResponse({"files": shown})
    _tell(request, outcomes)
    return redirect("upload", pk=job.pk)


def _take(request: HttpRequest, job: Job, file: UploadedFile, *, folder: str) -> dict:
    """What became of one file. A refused one leaves no row, so its sentence has to be told now."""
    row, outcome, sentence = None, "stored", ""
    try:
        row = receive(job, file, by=request.user, folder=folder)
        if isinstance(row, CV) and row.put_back:
            outcome, sentence = "restored", "The stored file was lost: it is back now."
        elif "duplicate" in (row.state, row.reason):
            outcome, sentence = "duplicate", "The same file is already here."
    except JobtrackerError as error:
        outcome, sentence = ("duplicate" if error.code == "already_here" else "refused"), str(error)
    return {"name": file.name, "outcome": outcome, "sentence": sentence, "row": row}


def _tell(request: HttpRequest, outcomes: list[dict]) -> None:
    if not outcomes:
        messages.warning(request, "No file was chosen: nothing was sent.")
    refused = [outcome for outcome in outcomes if outcome["outcome"] == "refused"]
    if kept := len(outcomes) - len(refused):
        messages.success(request, f"{kept} file{'s' if kept > 1 else ''} received. You can close this page.")
    if back := sum(outcome["outcome"] == "restored" for outcome in outcomes):
        messages.success(
            request, f"{back} of them had been lost on this server and {'are' if back > 1 else 'is'} back."
        )
    for outcome in refused[:REFUSALS_TOLD]:
        messages.error(request, f"{outcome['name']}: {outcome['sentence']}")
    if len(refused) > REFUSALS_TOLD:
        messages.error(request, f"{len(refused) - REFUSALS_TOLD} more files were refused for reasons like these.")


def _render(request: HttpRequest, job: Job, *, tag: str) -> HttpResponse:
    context = {
        **listing(request, job),
        "job": job,
        "tag": tag,
        "max_files": settings.MAX_FILES,
        "max_upload_mb": settings.MAX_UPLOAD_MB,
        "max_archive_mb": settings.MAX_ARCHIVE_MB,
        "scanner": bool(getattr(settings, "CLAMD_SOCKET", "")),
        "tab": "upload",
        "section": "jobs",
    }
    return render_part(request, "matching/upload.html", "files", context)


@require_POST
def retry(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Read one unreadable file again, as after installing text recognition."""
    cv = get_object_or_404(CV.objects.visible_to(request.user).without_text().select_related("job"), pk=pk)
    if retry_reading(cv):
        enqueue_reads([cv.pk])
    return _after_retry(request, cv.job)


@require_POST
def unlock(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Read a locked file with the password that its line was given."""
    cv = get_object_or_404(CV.objects.visible_to(request.user).without_text().select_related("job"), pk=pk)
    password = request.POST.get("password", "")
    if len(password) > MOST_PASSWORD:
        return _too_long(request, cv.job)
    if give_password(cv, password):
        enqueue_reads([cv.pk])
    return _after_retry(request, cv.job)


@require_POST
def unlock_zip(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Unpack a locked ZIP with the password that its line was given."""
    archive = get_object_or_404(Archive.objects.visible_to(request.user).select_related("job"), pk=pk)
    password = request.POST.get("password", "")
    if len(password) > MOST_PASSWORD:
        return _too_long(request, archive.job)
    if unlock_archive(archive, password):
        enqueue_unpacks([archive.pk])
    return _after_retry(request, archive.job)


def _too_long(request: HttpRequest, job: Job) -> HttpResponse:
    messages.error(request, f"A password has at most {MOST_PASSWORD} characters here: this one was not used.")
    return HttpResponseClientRefresh() if request.htmx else redirect("upload", pk=job.pk)


@require_POST
def unpack_again(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Unpack an archive once more whose unpacking failed."""
    archive = get_object_or_404(Archive.objects.visible_to(request.user).select_related("job"), pk=pk)
    if retry_archive(archive):
        enqueue_unpacks([archive.pk])
    return _after_retry(request, archive.job)


@require_POST
def retry_all(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Try every unreadable file of the job again, and its ZIPs, or those of one reason."""
    job = get_object_or_404(Job.objects.visible_to(request.user), pk=pk)
    reason = request.POST.get("reason", "")
    enqueue_reads(retry_all_unreadable(job, reason=reason))
    enqueue_unpacks(retry_all_archives(job, reason=reason))
    return _after_retry(request, job)


def _after_retry(request: HttpRequest, job: Job) -> HttpResponse:
    """The list of files asks for itself again, with its own filter and page."""
    if request.htmx:
        return trigger_client_event(HttpResponse(status=204), "refresh")
    return redirect("upload", pk=job.pk)
