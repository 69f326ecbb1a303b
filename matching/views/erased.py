"""What an erasing would take away, as the question before it names it, and what is left to show after it."""

from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from matching.htmx import tag_of
from matching.models import AuditEvent, Candidate, EgressReceipt
from matching.pipeline.erasing import Plan, plan_of
from matching.pipeline.remains import lookalikes, words_of

FILES_SHOWN = 20


def erasing_context(plan: Plan) -> dict:
    """What the question names: the files that go with their jobs, what stays, and files that may be theirs too."""
    documents = list(plan.documents.only("original_name", "state", "job", "job__title"))
    words = words_of(plan.people, plan.cvs)
    return {
        "plan": plan,
        "print": print_of(plan),
        "going": documents[:FILES_SHOWN],
        "count": len(documents),
        "more": len(documents[FILES_SHOWN:]),
        "scores": plan.matches.filter(score__isnull=False).count(),
        "receipts": plan.receipts.count(),
        "perhaps": lookalikes(words, jobs=plan.jobs, cvs=plan.cvs)[:FILES_SHOWN],
    }


def print_of(plan: Plan) -> str:
    """Equal for the same people and documents: a form sends back what its question named."""
    return tag_of(*plan.people, "", *plan.cvs)


def erasing_of(user: AbstractBaseUser, found: Candidate) -> dict:
    """The same for the page of a person; nothing for somebody who may not erase them."""
    if not Candidate.objects.erasable_by(user).filter(pk=found.pk).exists():
        return {}
    return erasing_context(plan_of(found))


def erased_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What stays of somebody who was erased: when, by whom, and the receipts of what was sent. 404 for a stranger."""
    events = AuditEvent.objects.visible_to(request.user).erasing_of(pk).select_related("actor")
    event = events.first()
    if event is None:
        raise Http404("No such candidate.")
    people = [UUID(one) for one in event.detail["people"]]
    receipts = EgressReceipt.objects.visible_to(request.user).filter(candidate__in=people).select_related("job")
    context = {"event": event, "receipts": receipts, "section": "jobs"}
    return render(request, "matching/erased.html", context)
