"""The list of jobs, a new job, and who may see one."""

from dataclasses import replace
from uuid import uuid4

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from matching.exceptions import JobtrackerError, RubricError
from matching.forms import MemberForm, PostingForm, RubricEditor
from matching.htmx import render_part
from matching.models import Job
from matching.pipeline.jobs import add_member, open_job, people_of, remove_member, set_status
from matching.rubric import draft
from matching.schemas import Rubric

JOBS_A_PAGE = 50


@require_safe
def job_list(request: HttpRequest) -> HttpResponse:
    """Jobs that this person may see: open ones, closed ones, or their own open ones."""
    visible = Job.objects.visible_to(request.user)
    conditions = {
        "open": Q(status=Job.Status.OPEN),
        "mine": Q(status=Job.Status.OPEN, owner=request.user),
        "closed": Q(status=Job.Status.CLOSED),
    }
    show = request.GET.get("show") if request.GET.get("show") in conditions else "open"
    counts = visible.aggregate(**{name: Count("pk", filter=condition) for name, condition in conditions.items()})
    rows = visible.filter(conditions[show]).with_counts().defer("text")
    rows = rows.select_related("owner").prefetch_related("members").order_by("-created_at", "pk")
    page = Paginator(rows, JOBS_A_PAGE).get_page(request.GET.get("page"))
    # A query of its own: joined with the counts above, each match would count all of its job's matches again.
    new = dict(visible.filter(pk__in=[job.pk for job in page]).with_new(request.user).values_list("pk", "new"))
    context = {"page": page, "new": new, "show": show, "counts": counts, "section": "jobs"}
    return render(request, "matching/jobs.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_job(request: HttpRequest) -> HttpResponse:
    """Paste a posting, look over its criteria, lock them. Every button of the table posts here."""
    form = PostingForm(request.POST or None)
    editor = RubricEditor.posted(request.POST)
    action = request.POST.get("action", "")
    if action == "draft":
        editor = _redraft(form)
    elif action == "lock":
        if job := _open(request, form, editor):
            address = reverse("upload", args=[job.pk])
            return HttpResponseClientRedirect(address) if request.htmx else redirect(address)
    else:
        editor.apply(action)
    return _render_new(request, form, editor)


@require_POST
def draft_criteria(request: HttpRequest) -> HttpResponse:
    """The criteria of the posting as far as it is typed. Edited ones are never thrown away."""
    form = PostingForm(request.POST)
    editor = RubricEditor.posted(request.POST)
    if editor.edited:
        return _render_new(request, form, editor, newer=_redraft(form).drafted != editor.drafted)
    return _render_new(request, form, _redraft(form))


def _draft(form: PostingForm) -> Rubric | None:
    """The rubric that the rules make of the posting; None, with the reason on the form, when they make none."""
    form.is_valid()
    text = form.cleaned_data.get("text", "")
    try:
        return draft(text, title=form.typed_title) if text else None
    except RubricError as error:
        form.add_error("text", str(error))
        return None


def _redraft(form: PostingForm) -> RubricEditor:
    rubric = _draft(form)
    if rubric:
        return RubricEditor.of(rubric.criteria)
    return RubricEditor(error=form.errors["text"][0] if form.data.get("text") else "")


def _open(request: HttpRequest, form: PostingForm, editor: RubricEditor) -> Job | None:
    """The new job; None, with the reason on the editor, when its criteria cannot be locked."""
    if not form.is_valid():
        editor.error = next(iter(form.errors.values()))[0]
        return None
    text = form.cleaned_data["text"]
    try:
        drafted = draft(text, title=form.typed_title)
        title = form.cleaned_data["title"] or drafted.title
        rubric = replace(drafted, title=title, criteria=editor.written or RubricEditor.of(drafted.criteria).written)
        return open_job(title=title, text=text, rubric=rubric, by=request.user, page=request.POST.get("page", ""))
    except JobtrackerError as error:
        editor.error = str(error)
        return None


def _render_new(request: HttpRequest, form: PostingForm, editor: RubricEditor, *, newer: bool = False) -> HttpResponse:
    rubric = _draft(form) if form.is_bound else None
    context = {
        "form": form,
        "editor": editor,
        "newer": newer,
        "drafted": rubric,
        "title": form.typed_title or (rubric.title if rubric else "") if form.is_bound else "",
        "page_key": request.POST.get("page") or uuid4().hex,
        "section": "jobs",
    }
    return render_part(request, "matching/new_job.html", "editor", context)


@require_safe
def job_settings(request: HttpRequest, pk) -> HttpResponse:
    """Who may see the job, and whether it is open. Only its owner may change that."""
    job = get_object_or_404(Job.objects.visible_to(request.user).select_related("owner"), pk=pk)
    return _render_settings(request, job, MemberForm())


@require_POST
def change_status(request: HttpRequest, pk) -> HttpResponse:
    job = get_object_or_404(Job, pk=pk, owner=request.user)
    status = request.POST.get("status")
    if status in Job.Status.values:
        set_status(job, status)
        done = "is open again" if status == Job.Status.OPEN else "is closed. Nothing was deleted"
        messages.success(request, f"“{job.title}” {done}.")
    following = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(following, allowed_hosts={request.get_host()})
    return redirect(following if safe else reverse("job_settings", args=[job.pk]))


@require_POST
def add_person(request: HttpRequest, pk) -> HttpResponse:
    job = get_object_or_404(Job.objects.select_related("owner"), pk=pk, owner=request.user)
    form = MemberForm(request.POST)
    if form.is_valid():
        try:
            person = add_member(job, form.cleaned_data["username"])
        except JobtrackerError as error:
            form.add_error("username", str(error))
        else:
            messages.success(request, f"{person.username} can see this job now.")
            return redirect("job_settings", pk=job.pk)
    return _render_settings(request, job, form)


@require_POST
def remove_person(request: HttpRequest, pk, user_pk: int) -> HttpResponse:
    job = get_object_or_404(Job, pk=pk, owner=request.user)
    person = get_object_or_404(job.members, pk=user_pk)
    remove_member(job, person)
    messages.success(request, f"{person.username} does not see this job any more.")
    return redirect("job_settings", pk=job.pk)


def _render_settings(request: HttpRequest, job: Job, form: MemberForm) -> HttpResponse:
    context = {
        "job": job,
        "form": form,
        "people": people_of(job),
        "owns": job.owner_id == request.user.pk,
        "tab": "settings",
        "section": "jobs",
    }
    return render(request, "matching/job_settings.html", context)
