"""One match: the report, the CV, the history; and the original file."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from matching.forms import ShortlistFilter
from matching.htmx import render_part
from matching.models import CV, Match
from matching.pipeline.screen import rescreen, retry_screening
from matching.prompts import WHOLE_JOB
from matching.schemas import Criterion
from matching.tasks import kick_screen
from matching.views.shortlist import list_context

TABS = (("report", "Report"), ("cv", "CV"), ("history", "History"))


@require_safe
def match(request: HttpRequest, pk) -> HttpResponse:
    """One match in the pane, beside the table of its job. htmx asks for the pane alone."""
    found = get_object_or_404(
        Match.objects.visible_to(request.user).select_related(
            "job__rubric", "candidate", "cv", "rubric", "screening__call"
        ),
        pk=pk,
    )
    tab = request.GET.get("tab") if request.GET.get("tab") in dict(TABS) else "report"
    context = {**pane_context(request, found, tab=tab), "section": "jobs", "tab": "shortlist"}
    if not request.htmx:
        context = {**list_context(request, found.job), **context}
    return render_part(request, "matching/shortlist.html", "pane", context)


@require_POST
def retry_match(request: HttpRequest, pk) -> HttpResponse:
    """Send a match that was not scored, or whose score is of an older rubric, to the model once more."""
    found = get_object_or_404(Match.objects.visible_to(request.user), pk=pk)
    if retry_screening(found) or rescreen(found):
        kick_screen()
    return redirect("match", pk=pk)


@require_safe
def cv_file(request: HttpRequest, pk) -> FileResponse:
    """The original file, as a download: never shown by the browser, whatever it holds."""
    cv = get_object_or_404(CV.objects.visible_to(request.user).without_text(), pk=pk)
    stored = cv.file or (cv.duplicate_of.file if cv.duplicate_of else None)
    if not stored or not stored.storage.exists(stored.name):
        raise Http404("The file is not stored here.")
    response = FileResponse(
        stored.open("rb"),
        as_attachment=True,
        filename=cv.original_name,
        content_type=cv.media_type or "application/octet-stream",
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def pane_context(request: HttpRequest, found: Match, *, tab: str) -> dict:
    """Everything the pane shows of one match."""
    chosen = {name: value for name, value in ShortlistFilter(request.GET).chosen.items() if value}
    rows = Match.objects.filter(job=found.job).shown(**chosen).ranked()
    previous, following = neighbours(list(rows.values_list("pk", flat=True)), found.pk)
    return {
        "job": found.job,
        "match": found,
        "stale": found.score is not None and found.rubric_id != found.job.rubric_id,
        "lines": criteria_lines(found),
        "pane_tab": tab,
        "pane_tabs": TABS,
        "query": urlencode(chosen),
        "address": reverse("match", args=[found.pk]),
        "previous": previous,
        "following": following,
        "calls": found.calls.select_related("server").order_by("-started_at") if tab == "history" else (),
        "screenings": found.screenings.select_related("rubric", "call") if tab == "history" else (),
        "matched": found.features.get("matched", []),
        "missing": found.features.get("missing", []),
    }


def neighbours(ids: list, pk) -> tuple:
    """The ids before and after `pk`, None at an end; both None when it is not among them."""
    if pk not in ids:
        return None, None
    at = ids.index(pk)
    return (ids[at - 1] if at else None), (ids[at + 1] if at + 1 < len(ids) else None)


def criteria_lines(found: Match) -> list[dict]:
    """One line a criterion: its level, the words for it, and the part of it that the quick estimate found."""
    rubric = found.rubric or found.job.rubric
    shares = found.features.get("criteria", {})
    lines = []
    for criterion in (*rubric.as_rubric().criteria, WHOLE_JOB):
        mark = found.levels.get(criterion.id)
        lines.append(
            {
                "criterion": criterion,
                "level": mark["level"] if mark else None,
                "words": level_words(criterion, mark["level"]) if mark else "",
                "sure": max(mark["probabilities"]) if mark else None,
                "share": shares.get(criterion.id),
                "capped": criterion.id in found.capped_by,
            }
        )
    return lines


def level_words(criterion: Criterion, level: int) -> str:
    """The rubric's own words for a level; levels between two anchors name both."""
    low, mid, high = criterion.low, criterion.mid, criterion.high
    between = {0: low, 1: f"between “{low}” and “{mid}”", 2: mid, 3: f"between “{mid}” and “{high}”", 4: high}[level]
    return between if low and mid and high else ""
