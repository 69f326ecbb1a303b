"""The rubric of a job: its table, its versions, and scoring again."""

from dataclasses import replace
from itertools import pairwise

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRedirect

from matching.exceptions import JobtrackerError
from matching.forms import RubricEditor
from matching.htmx import render_part
from matching.models import Job, RubricVersion
from matching.pipeline.again import again_forecast
from matching.pipeline.jobs import lock_rubric, rescore_forecast, rescore_stale
from matching.rubric import changes
from matching.tasks import enqueue_estimate, kick_screen

VERSIONS_SHOWN = 20


@require_http_methods(["GET", "HEAD", "POST"])
def rubric(request: HttpRequest, pk) -> HttpResponse:
    """The criteria in force, to edit; locking them makes the next version."""
    job = get_object_or_404(Job.objects.visible_to(request.user).select_related("rubric", "owner"), pk=pk)
    if request.method != "POST":
        return _render(request, job, RubricEditor.of(job.rubric.as_rubric().criteria))
    editor = RubricEditor.posted(request.POST)
    action = request.POST.get("action", "")
    if action == "reset":
        editor = RubricEditor.of(job.rubric.as_rubric().criteria)
    elif action == "lock":
        if _lock(request, job, editor):
            address = reverse("rubric", args=[job.pk])
            return HttpResponseClientRedirect(address) if request.htmx else redirect(address)
    else:
        editor.apply(action)
    return _render(request, job, editor)


def _lock(request: HttpRequest, job: Job, editor: RubricEditor) -> RubricVersion | None:
    """The new version; None, with the reason on the editor, when it cannot be locked."""
    rubric = replace(job.rubric.as_rubric(), criteria=editor.written)
    try:
        version = lock_rubric(job, rubric, by=request.user, based_on=request.POST.get("based_on", ""))
    except JobtrackerError as error:
        editor.error = str(error)
        job.refresh_from_db()  # the page shows the version in force, which the next try is based on
        return None
    if version.pk == job.rubric_id:
        messages.info(request, f"Nothing had changed: version {version.number} stays in force.")
    else:
        enqueue_estimate(job.pk)
        messages.success(request, f"Version {version.number} is locked.")
    return version


def _render(request: HttpRequest, job: Job, editor: RubricEditor) -> HttpResponse:
    versions = list(job.rubrics.select_related("locked_by")[: VERSIONS_SHOWN + 1])
    history = [(newer, changes(older.as_rubric(), newer.as_rubric())) for newer, older in pairwise(versions)]
    if len(versions) <= VERSIONS_SHOWN:
        history.append((versions[-1], ()))
    context = {
        "job": job,
        "editor": editor,
        "history": history,
        "drafted": job.rubric,
        "forecast": rescore_forecast(job),
        "again": again_forecast(job),
        "next_number": versions[0].number + 1,
        "tab": "rubric",
        "section": "jobs",
    }
    return render_part(request, "matching/rubric.html", "editor", context)


@require_POST
def lint_criteria(request: HttpRequest) -> HttpResponse:
    """What lint says of the criteria as typed so far: one fragment for each row, put beside it."""
    return render(request, "matching/findings.html", {"editor": RubricEditor.posted(request.POST)})


@require_POST
def rescore(request: HttpRequest, pk) -> HttpResponse:
    """Put the matches with stale scores in line for the local model."""
    job = get_object_or_404(Job.objects.visible_to(request.user), pk=pk, status=Job.Status.OPEN)
    count = rescore_stale(job)
    if count:
        kick_screen()
    messages.success(request, f"{count} in line to be scored again. The old scores stay until then.")
    return redirect("job", pk=job.pk)
