"""The shortlist of a job: its ranked table, and the live strip above it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.http import urlencode
from django.views.decorators.http import require_safe
from django_htmx.http import replace_url

from matching.forms import ShortlistFilter
from matching.htmx import render_part, tag_of, unchanged, wants_part
from matching.models import Job, Match, RubricVersion
from matching.pipeline.cloud import cloud_obstacle
from matching.pipeline.jobs import note_visit
from matching.pipeline.servers import Obstacle, server_obstacle
from matching.pipeline.standing import Standing, scheduler_runs, standing
from matching.schemas import Criterion
from matching.templatetags.shortlist import telling
from matching.views.candidate import mark_documents

MATCHES_A_PAGE = 100
TEMPLATE = "matching/shortlist.html"


@require_safe
def shortlist(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The ranked matches of a job. htmx asks for the list alone, or for an empty pane when a match is closed."""
    job = get_object_or_404(Job.objects.visible_to(request.user).select_related("rubric"), pk=pk)
    if wants_part(request) and request.htmx.target == "pane":
        return render_part(request, TEMPLATE, "closed", {"job": job, "page": None})
    if not request.htmx:
        note_visit(job, request.user)
    context = list_context(request, job)
    response = render_part(request, TEMPLATE, "list", context)
    return replace_url(response, shown_address(request, job, page=context["page"])) if wants_part(request) else response


@require_safe
def strip(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The live line above the table: counts, progress, what stands in the way, and how many results are new."""
    job = get_object_or_404(Job.objects.visible_to(request.user).defer("text"), pk=pk)
    live = Live.of(request, job, since=_moment(request.GET.get("since", "")))
    return unchanged(request, live.tag) or render_part(request, TEMPLATE, "strip", strip_context(live, standing(job)))


@dataclass(frozen=True, slots=True)
class Live:
    """All that the strip shows depends on. `since` is when the newest result in the table came or was scored."""

    job: Job
    since: datetime | None
    query: str
    fault: Obstacle | None
    second_fault: Obstacle | None
    offline: bool

    @classmethod
    def of(cls, request: HttpRequest, job: Job, *, since: datetime | None) -> "Live":
        # The CVs of a cloud job wait for Claude, those of others for the local model; Claude's fault then stands apart.
        fault = cloud_obstacle(job) if job.strategy == Job.Strategy.CLOUD else server_obstacle()
        second = cloud_obstacle(job) if job.strategy == Job.Strategy.HYBRID else None
        return cls(job, since, query_of(request), fault, second, not scheduler_runs())

    @property
    def tag(self) -> str:
        """Equal as long as the strip would look the same."""
        faults = (self.fault, self.second_fault, self.offline)
        return tag_of(self.job.pk, self.job.revision, self.job.status, self.since, self.query, *faults)


def strip_context(live: Live, stand: Standing) -> dict:
    """Counts, progress and what stands in the way."""
    job, tally = live.job, stand.tally
    left = tally["waiting"] + stand.unread
    working = job.status == Job.Status.OPEN and left > 0
    pace = stand.forecast.pace if job.strategy != Job.Strategy.CLOUD else None
    at_claude = stand.claude["assessing"] + (stand.claude["waiting"] if job.timing == Job.Timing.NOW else 0)
    fresh = live.since is not None and live.since < stand.newest
    return {
        "job": job,
        "tally": tally,
        "total": stand.files,
        "done": stand.files - left,
        "unread": stand.unread,
        "unreadable": stand.unreadable,
        "working": working,
        "live": working or (job.status == Job.Status.OPEN and at_claude > 0),
        "second_fault": live.second_fault if stand.claude["waiting"] else None,
        "arrived": Match.objects.filter(job=job).fresh(live.since).count() if fresh else 0,
        "seconds_left": pace * tally["waiting"] if pace is not None else None,
        "fault": live.fault if working and tally["waiting"] else None,
        "offline": live.offline and working,
        "tag": live.tag,
        "since": (live.since or stand.newest).isoformat(),
        "query": live.query,
        "pending": tally["waiting"] if not working else 0,
        "claude": stand.claude,
        "to_claude": stand.to_claude,
        "stayed": tally["matches"] - stand.sent,
        "spent": stand.spent + stand.reserved,
    }


def list_context(request: HttpRequest, job: Job, *, around: Match | None = None) -> dict:
    """Everything the list shows: the page asked for, or the page on which `around` stands."""
    stand = standing(job)
    form = ShortlistFilter(request.GET)
    chosen = form.chosen
    rows = Match.objects.filter(job=job).shown(**chosen)
    number = request.GET.get("page")
    if around is not None and not number:
        number = page_of(around, rows, by=form.order)
    live = Live.of(request, job, since=stand.newest)
    page = ranked_page(job, rows.ranked(form.order), stand=stand, number=number, count=stand.counted(**chosen))
    mark_documents(page.object_list, job_id=job.pk, user=request.user)
    return {
        **strip_context(live, stand),
        "page": page,
        "form": form,
        "chosen": {name: value for name, value in chosen.items() if value},
        "criteria": job.rubric.as_rubric().criteria,
        "forecast": stand.forecast,
        "again": stand.again,
        "may_select": job.strategy != Job.Strategy.LOCAL and job.status == Job.Status.OPEN,
        "oob": wants_part(request),
        "max_files": settings.MAX_FILES,
        "max_upload_mb": settings.MAX_UPLOAD_MB,
        "max_archive_mb": settings.MAX_ARCHIVE_MB,
        "section": "jobs",
        "tab": "shortlist",
    }


def ranked_page(job: Job, rows: QuerySet, *, stand: Standing, number: object, count: int | None) -> Page:
    """One page of ordered `rows`. Ids first, then only their rows: a late page costs no more than an early one."""
    ids = rows.values_list("pk", flat=True)
    page = (Paginator(list(ids), MATCHES_A_PAGE) if count is None else Counted(ids, count)).get_page(number)
    page.object_list = listed(job, list(page.object_list), stand=stand)
    return page


class Counted(Paginator):
    """Pages of rows whose number is known."""

    def __init__(self, rows: QuerySet, count: int) -> None:
        super().__init__(rows, MATCHES_A_PAGE)
        self.count = count


def listed(job: Job, ids: Sequence[UUID], *, stand: Standing) -> list[Match]:
    """The rows of these matches in this order, each with its rank and with the criteria that its levels are of."""
    words = {"found": F("features__matched"), "missing": F("features__missing")}
    rows = Match.objects.for_list().annotate(**words).in_bulk(ids)
    rubrics = RubricVersion.objects.in_bulk({row.rubric_id for row in rows.values()} - {None, job.rubric_id})
    criteria = {key: version.as_rubric().criteria for key, version in rubrics.items()}
    current = job.rubric.as_rubric().criteria
    for row in rows.values():
        row.rank = stand.ranks.label(score=row.score, estimate=row.estimate)
        row.stale = row.score is not None and row.rubric_id != job.rubric_id
        row.criteria = criteria.get(row.rubric_id, current)
        row.found = telling(row.found or ()) if row.score is None else ()
        row.missing = asked_for(telling(row.missing or ()), current) if row.score is None else ()
    return [rows[pk] for pk in ids if pk in rows]


def asked_for(terms: Iterable[str], criteria: Iterable[Criterion]) -> list[str]:
    """Those of the terms that stand in a criterion's label: nobody misses the synonyms that were also looked for."""
    labels = "\n".join(criterion.label for criterion in criteria).casefold()
    return [term for term in terms if term.casefold() in labels]


def page_of(match: Match, rows: QuerySet, *, by: str = "") -> int:
    """The number of the page on which a match stands, or would stand, among these rows in that order."""
    return rows.before(match, by).count() // MATCHES_A_PAGE + 1


def query_of(request: HttpRequest, **more: object) -> str:
    """The filter as it stands in addresses, then `more`; what is empty is left out."""
    form = ShortlistFilter(request.GET)
    chosen = {**form.chosen, "sort": form.order, **more}
    return urlencode({name: value for name, value in chosen.items() if value})


def open_match_path(request: HttpRequest) -> str:
    """The path of the match that is open in the browser whose htmx asks; empty when none is."""
    path = urlsplit(request.htmx.current_url_abs_path or "").path
    try:
        return path if resolve(path).url_name == "match" else ""
    except Resolver404:
        return ""


def shown_address(request: HttpRequest, job: Job, *, page: Page) -> str:
    """The address that leads back to what is on show: the filter, the page, and the match that is open."""
    number = page.number if page.number > 1 else ""
    if path := open_match_path(request):
        tab = QueryDict(urlsplit(request.htmx.current_url_abs_path).query).get("tab", "")
        return address_with(path, query_of(request, tab=tab, page=number))
    return address_with(reverse("job", args=[job.pk]), query_of(request, page=number))


def address_with(path: str, query: str) -> str:
    """A path with its query, without a bare question mark."""
    return f"{path}?{query}" if query else path


def _moment(text: str) -> datetime | None:
    try:
        found = parse_datetime(text)
        return found.astimezone(UTC) if found and timezone.is_aware(found) else None
    except (ValueError, OverflowError):
        return None
