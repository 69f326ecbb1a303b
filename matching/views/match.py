"""One match: the report, the CV as text or as pages, the history."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import replace_url

from matching.exceptions import JobtrackerError
from matching.forms import ShortlistFilter
from matching.htmx import render_part, tag_of, unchanged, wants_part
from matching.models import Job, Match
from matching.pipeline.preview import count_pages, has_pages
from matching.pipeline.review import see_flags
from matching.pipeline.screen import rescreen, retry_screening
from matching.pipeline.standing import standing
from matching.prompts import WHOLE_JOB
from matching.schemas import Criterion
from matching.tasks import kick_screen
from matching.templatetags.shortlist import telling
from matching.views.candidate import show_seen_names
from matching.views.readers import ON_THE_WAY, Readers, escalation_of, history_of, places_of, second_reader
from matching.views.shortlist import TEMPLATE, address_with, asked_for, list_context, open_match_path, page_of, query_of

TABS = {"report": "Report", "cv": "CV", "history": "History"}
PAGES = "pages"
CV_VIEWS = {"cv": "Text", PAGES: "Pages"}  # the two sides of the tab of the CV
DOCUMENTS = ("cv__text", "cv__redacted", "cv__hidden", "cv__hidden_boxes", "cv__structure", "cv__signature")
SHOWN = (
    "state",
    "reason",
    "estimate",
    "scored_at",
    "rubric_id",
    "flags",
    "flags_seen_at",
    "score",
    "calibration_id",
)  # what the pane of a match changes with
UNSETTLED = (Match.State.WAITING, Match.State.SCREENING)
LOADED = (
    "job__rubric",
    "candidate",
    "cv",
    "rubric",
    "calibration",
    "flags_seen_by",
    "escalation__asked_by",
    "screening__call",
    "screening__rubric",
    "assessment__call",
    "assessment__rubric",
)


@require_safe
def match(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One match in the pane, beside the table of its job. htmx asks for the pane alone."""
    tab = request.GET.get("tab") if request.GET.get("tab") in {*TABS, *CV_VIEWS} else "report"
    rows = Match.objects.visible_to(request.user).select_related(*LOADED)
    found = get_object_or_404(rows.defer("job__text", *(DOCUMENTS if tab not in CV_VIEWS else ())), pk=pk)
    show_seen_names([found.candidate], user=request.user)
    job = found.job
    onward = escalation_of(found)
    changing = (
        onward and (onward.state, onward.reason, onward.why),
        found.candidate.never_send,
        job.rubric_id,
        job.status,
        job.strategy,
    )
    drawn = drawn_pages(found) if tab == PAGES else {}
    tag = tag_of(tab, drawn, query_of(request), *changing, *(getattr(found, name) for name in SHOWN))
    if nothing_new := unchanged(request, tag):
        return nothing_new
    context = {
        **pane_context(request, found, tab=tab, drawn=drawn),
        "pane_tag": tag,
        "section": "jobs",
        "tab": "shortlist",
    }
    if not wants_part(request):
        context = {**list_context(request, job, around=found), **context}
    response = render_part(request, TEMPLATE, "pane", context)
    # From one match to the next the address changes in place: going back leads to the list.
    return replace_url(response, request.get_full_path()) if open_match_path(request) else response


@require_POST
def retry_match(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Send a match that was not scored, or whose score is of an older rubric, to the model once more."""
    found = get_object_or_404(Match.objects.visible_to(request.user).select_related("job"), pk=pk)
    if found.job.status == Job.Status.CLOSED:
        messages.warning(request, "This job is closed and screens nothing more. Its owner can open it again.")
    elif retry_screening(found) or rescreen(found):
        kick_screen()
        messages.success(request, "In line for the local model.")
    else:
        messages.info(request, "It is in line for the local model already.")
    return redirect(address_with(reverse("match", args=[pk]), query_of(request)))


@require_POST
def look_at_flags(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Note that this person has looked at what is flagged; a cloud may read the match from now on."""
    found = get_object_or_404(Match.objects.visible_to(request.user), pk=pk)
    if not see_flags(found, by=request.user):
        messages.info(request, "Somebody has looked at it already.")
    tab = request.GET.get("tab", "")
    return redirect(address_with(reverse("match", args=[pk]), query_of(request, tab=tab if tab in CV_VIEWS else "cv")))


def pane_context(request: HttpRequest, found: Match, *, tab: str, drawn: dict) -> dict:
    """Everything the pane shows of one match; `drawn` are its pages."""
    form = ShortlistFilter(request.GET)
    rows = Match.objects.filter(job=found.job).shown(**form.chosen)
    ids = rows.ranked(form.order).values_list("pk", flat=True)
    stand = standing(found.job)
    page = page_of(found, rows, by=form.order)
    kept = tab if tab != "report" else ""  # whoever reads CVs goes on to the next CV
    readers = Readers.of(found)
    lines = criteria_lines(found, readers)
    return {
        "job": found.job,
        "match": found,
        "rank": stand.ranks.label(score=found.score, estimate=found.estimate),
        "of": stand.tally["matches"],
        "stale": found.score is not None and found.rubric_id != found.job.rubric_id,
        "lines": lines,
        "capped": [line["criterion"].label for line in lines if line["capped"]],
        "pane_tab": tab,
        "pane_tabs": TABS,
        "cv_views": CV_VIEWS,
        "has_pages": has_pages(found.cv),
        **drawn,
        "query": query_of(request),
        "onward": query_of(request, tab=kept),
        "address": reverse("match", args=[found.pk]),
        "previous": ids.before(found, form.order).last(),
        "following": ids.after(found, form.order).first(),
        "page_number": page,
        "back": address_with(reverse("job", args=[found.job_id]), query_of(request, page=page if page > 1 else "")),
        "live": drawn.get("printing", False) or (found.job.status == Job.Status.OPEN and is_under_way(found)),
        **second_reader(found, readers),
        "quotes": places_of(readers, found.cv.text) if tab == "cv" else (),
        "quote": request.GET.get("quote", "") if tab == "cv" else "",
        **(history_of(found) if tab == "history" else {}),
        "matched": telling(found.features.get("matched", [])),
        "missing": asked_for(telling(found.features.get("missing", [])), [line["criterion"] for line in lines]),
    }


def is_under_way(found: Match) -> bool:
    """Whether a model has the match, or will have it next."""
    escalation = escalation_of(found)
    return found.state in UNSETTLED or (escalation is not None and escalation.state in ON_THE_WAY)


def drawn_pages(found: Match) -> dict:
    """The pages of a CV that can be looked at, each with the boxes of what nobody sees there; or why there are none.

    An office document that was not printed yet (`printing`) shows its first page, which has it printed.
    """
    if not has_pages(found.cv):
        return {}
    try:
        count = count_pages(found.cv)
    except JobtrackerError as error:
        return {"no_pages": str(error)}
    boxes: dict[int, list[dict]] = {}
    for page, left, top, right, bottom in found.cv.hidden_boxes:
        sizes = {"width": max(0.0, right - left), "height": max(0.0, bottom - top)}
        box = {name: round(value, 4) for name, value in ({"x": left, "y": top} | sizes).items()}
        boxes.setdefault(page, []).append(box)
    pages = [{"number": number, "boxes": boxes.get(number, ())} for number in range(1, max(count, 1) + 1)]
    return {"pages": pages, "printing": not count}


def criteria_lines(found: Match, readers: Readers) -> list[dict]:
    """One line a criterion: its level, the words for it, what both readers said, and what the quick estimate found."""
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
                "whole": criterion.id == WHOLE_JOB.id,
                **readers.said_of(criterion),
            }
        )
    return lines


def level_words(criterion: Criterion, level: int) -> str:
    """The rubric's own words for a level; levels between two anchors name both."""
    low, mid, high = criterion.low, criterion.mid, criterion.high
    if not (low and mid and high):
        return ""
    return {0: low, 1: f"between “{low}” and “{mid}”", 2: mid, 3: f"between “{mid}” and “{high}”", 4: high}[level]
