"""The shortlist of a job, and one match of it in the pane beside."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from matching.forms import ShortlistFilter
from matching.htmx import render_part, tag_of, unchanged
from matching.models import CV, Job, Match, ModelServer
from matching.pipeline.jobs import note_visit, rescore_forecast
from matching.pipeline.servers import server_obstacle
from matching.scoring import shared_ranks

MATCHES_A_PAGE = 100


@require_safe
def shortlist(request: HttpRequest, pk) -> HttpResponse:
    """The ranked matches of a job. htmx asks for the table alone."""
    job = get_object_or_404(Job.objects.visible_to(request.user).select_related("rubric"), pk=pk)
    note_visit(job, request.user)
    return render_part(request, "matching/shortlist.html", "table", list_context(request, job))


@require_safe
def strip(request: HttpRequest, pk) -> HttpResponse:
    """The live line above the table: counts, progress, faults, and how many results came since the table was made."""
    job = get_object_or_404(Job.objects.visible_to(request.user), pk=pk)
    faults = tuple(ModelServer.objects.order_by("pk").values_list("pk", "fault", "paused_until"))
    tag = tag_of(job.pk, job.revision, job.status, faults, request.GET.urlencode())
    return unchanged(request, tag) or render_part(
        request, "matching/shortlist.html", "strip", strip_context(request, job, tag=tag)
    )


def list_context(request: HttpRequest, job: Job) -> dict:
    """Everything the table shows."""
    form = ShortlistFilter(request.GET)
    chosen = form.chosen
    everybody = list(Match.objects.filter(job=job).ranked().values_list("pk", "score", "uncertainty"))
    ranks = ranks_of(everybody)
    rows = Match.objects.filter(job=job).shown(**chosen).ranked().for_list()
    page = Paginator(rows, MATCHES_A_PAGE).get_page(request.GET.get("page"))
    for match in page:
        match.rank = ranks[match.pk]
        match.stale = match.score is not None and match.rubric_id != job.rubric_id
    return {
        "job": job,
        "page": page,
        "form": form,
        "chosen": {name: value for name, value in chosen.items() if value},
        "query": urlencode({name: value for name, value in chosen.items() if value}),
        "criteria": job.rubric.as_rubric().criteria,
        "section": "jobs",
        "tab": "shortlist",
        **strip_context(request, job),
    }


def ranks_of(rows: Sequence[tuple]) -> dict:
    """Rank by id, as shown: `4=` where it is shared; matches without a score follow in the order of their estimate."""
    scored = [(score, uncertainty) for _, score, uncertainty in rows if score is not None]
    numbers = shared_ranks(scored) + list(range(len(scored) + 1, len(rows) + 1))
    shared = {number for number in numbers if numbers.count(number) > 1} if len(rows) < 500 else _shared(numbers)
    return {
        row[0]: f"{number}=" if number in shared else str(number) for row, number in zip(rows, numbers, strict=True)
    }


def _shared(numbers: Sequence[int]) -> set[int]:
    seen: set[int] = set()
    return {number for number in numbers if number in seen or seen.add(number)}


def strip_context(request: HttpRequest, job: Job, *, tag: str = "") -> dict:
    """Counts, progress and what stands in the way."""
    tally = Match.objects.filter(job=job).tally()
    cvs = CV.objects.filter(job=job)
    unread = cvs.filter(state__in=(CV.State.WAITING, CV.State.READING)).count()
    unreadable = cvs.filter(state=CV.State.UNREADABLE).count()
    since = parse_datetime(request.GET.get("since", "").replace(" ", "+"))
    forecast = rescore_forecast(job)
    return {
        "job": job,
        "tally": tally,
        "total": tally["matches"] + unread + unreadable,
        "unread": unread,
        "unreadable": unreadable,
        "working": job.status == Job.Status.OPEN and bool(tally["waiting"] or unread),
        "arrived": arrived_since(job, since),
        "forecast": forecast,
        "seconds_left": forecast.pace * tally["waiting"] if forecast.pace else None,
        "fault": server_obstacle() if tally["waiting"] else None,
        "tag": tag,
        "since": since.isoformat() if since else timezone.now().isoformat(),
    }


def arrived_since(job: Job, since: datetime | None) -> int:
    """How many matches came or were scored after `since`."""
    if since is None or timezone.is_naive(since) or since > timezone.now() + timedelta(minutes=1):
        return 0
    rows = Match.objects.filter(job=job)
    return rows.filter(scored_at__gt=since).count() + rows.filter(scored_at=None, created_at__gt=since).count()
