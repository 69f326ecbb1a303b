"""Erasing a person or one document: asked once more, then done."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from matching.exceptions import JobtrackerError
from matching.models import CV, Candidate
from matching.pipeline.erasing import Erased, Plan, erase, erase_document, plan_of, plan_of_document
from matching.views.candidate import lead_on, show_seen_names
from matching.views.erased import erasing_context, print_of

TEMPLATE = "matching/erase.html"


@require_http_methods(["GET", "HEAD", "POST"])
def erase_candidate(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What would go with a person; sent, it goes."""
    found = Candidate.objects.erasable_by(request.user).filter(pk=pk).first()
    if found is None:
        return lead_on(request, pk)
    plan = plan_of(found)
    if request.method != "POST" or _is_more(request, plan):
        show_seen_names([found], user=request.user)
        context = {
            **erasing_context(plan),
            "candidate": found,
            "title": f"Erase {found.label}?",
            "section": "jobs",
        }
        return render(request, TEMPLATE, context)
    try:
        tell(request, erase(found, by=request.user))
    except JobtrackerError as error:
        messages.warning(request, str(error))
    return redirect("candidate", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def erase_one(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The same for one document. The last one of a person is all of them, and needs the sight of the whole person."""
    cv = get_object_or_404(CV.objects.erasable_by(request.user).select_related("candidate").without_text(), pk=pk)
    plan = plan_of_document(cv)
    if plan.people and not Candidate.objects.erasable_by(request.user).filter(pk=plan.candidate).exists():
        raise Http404("Not theirs to erase.")
    if request.method != "POST" or _is_more(request, plan):
        name = cv.original_name.rpartition("/")[2]
        context = {
            **erasing_context(plan),
            "candidate": cv.candidate,
            "cv": cv,
            "title": f"Erase {name}?",
            "section": "jobs",
        }
        return render(request, TEMPLATE, context)
    try:
        tell(request, erase_document(cv, by=request.user))
    except JobtrackerError as error:
        messages.warning(request, str(error))
    return redirect("candidate", pk=cv.candidate_id) if cv.candidate_id else redirect("upload", pk=cv.job_id)


def _is_more(request: HttpRequest, plan: Plan) -> bool:
    """Whether more would go than the question named that was answered, as after a merge: then it is asked again."""
    if request.POST.get("going", print_of(plan)) == print_of(plan):
        return False
    messages.warning(
        request, "Their documents are not those that you were asked about: nothing was erased. Look again."
    )
    return True


def tell(request: HttpRequest, done: Erased) -> None:
    files = f"{done.documents} document{'' if done.documents == 1 else 's'}"
    them = "it" if done.documents == 1 else "them"
    messages.success(request, f"Erased for good: {files} with all that came of {them}.")
    if done.stuck:
        sentence = "could not be deleted from the disk yet; the server tries again by itself."
        messages.warning(request, f"{done.stuck} stored file{'' if done.stuck == 1 else 's'} {sentence}")
