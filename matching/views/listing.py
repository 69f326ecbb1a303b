"""What became of each file of a job: grouped by outcome, what needs somebody first, archives as lines of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Sum, When
from django.http import HttpRequest

from matching.mends import Act, mend_of, request_for_copy
from matching.models import CV, Archive, Job
from matching.pipeline.preview import is_drawable
from matching.views.candidate import mark_documents
from matching.views.shortlist import Counted

ARCHIVES_SHOWN = 20
SKIPPED_SHOWN = 100
SHOWN = ("all", "unreadable", "password", "install", "flagged", "waiting", "read", "duplicate")
TITLES = {
    "flagged": ("Read, with something to look at", "A flag never rejects anybody. Look, then decide."),
    "waiting": ("Waiting to be read", ""),
    "read": ("Read", ""),
    "duplicate": ("Duplicates", "The same bytes came before: they count once."),
}
SEEN_UNREAD = {"needs_ocr", "no_text", "too_many_pages"}  # no text came of them, and their first page can be drawn
COLUMNS = (
    "job_id",
    "candidate_id",
    "original_name",
    "size",
    "state",
    "reason",
    "detail",
    "media_type",
    "pages",
    "pages_done",
    "pages_to_do",
    "confidence",
    "flags",
    "created_at",
    "duplicate_of__original_name",
)
UNSETTLED = (Archive.State.WAITING, Archive.State.UNPACKING)


@dataclass(frozen=True, slots=True)
class Group:
    """The files of one outcome, for those that were not read of one reason. `count` is of all pages."""

    outcome: str
    reason: str
    count: int

    @property
    def act(self) -> Act | None:
        return mend_of(self.reason).act if self.outcome == CV.State.UNREADABLE else None

    @property
    def title(self) -> str:
        return TITLES[self.outcome][0] if self.outcome in TITLES else mend_of(self.reason).title

    @property
    def words(self) -> str:
        return TITLES[self.outcome][1] if self.outcome in TITLES else mend_of(self.reason).words

    @property
    def key(self) -> str:
        return self.reason or self.outcome

    def is_shown(self, show: str) -> bool:
        if show == "read":
            return self.outcome in {"read", "flagged"}
        return show == "all" or show == self.outcome or (self.act is not None and show == self.act.value)

    def condition(self) -> Q:
        exactly = {"reason": self.reason} if self.outcome == CV.State.UNREADABLE else {}
        return Q(outcome=self.outcome, **exactly)


def groups_of(rows: QuerySet) -> list[Group]:
    """The groups of these files in the order of the list: what a person can mend, what to look at, the rest."""
    counted: dict[tuple[str, str], int] = {}
    numbers = rows.with_outcome().order_by().values_list("outcome", "reason").annotate(number=Count("pk"))
    for outcome, reason, number in numbers:
        key = (outcome, reason if outcome == CV.State.UNREADABLE else "")
        counted[key] = counted.get(key, 0) + number
    groups = [Group(*key, number) for key, number in counted.items()]
    outcomes = [CV.State.UNREADABLE, *TITLES]
    acts = list(Act)
    return sorted(
        groups,
        key=lambda group: (
            outcomes.index(group.outcome),
            acts.index(group.act) if group.act else 0,
            -group.count,
            group.key,
        ),
    )


def counts_of(groups: Sequence[Group]) -> dict[str, int]:
    """How many files each filter shows."""
    return {show: sum(group.count for group in groups if group.is_shown(show)) for show in SHOWN}


def page_of_files(rows: QuerySet, groups: Sequence[Group], *, number: object) -> Counted:
    """One page of files in the order of their groups, as ids first and then only their rows."""
    place = Case(
        *(When(group.condition(), then=at) for at, group in enumerate(groups)),
        default=len(groups),
        output_field=IntegerField(),
    )
    chosen = rows.with_outcome().annotate(place=place).filter(place__lt=len(groups))
    ids = chosen.order_by("place", "-created_at", "pk").values_list("pk", flat=True)
    page = Counted(ids, sum(group.count for group in groups)).get_page(number)
    wanted = list(page.object_list)
    files = CV.objects.select_related("duplicate_of").only(*COLUMNS).with_outcome().annotate(match_id=F("match__pk"))
    found = files.in_bulk(wanted)
    page.object_list = [prepared(found[pk]) for pk in wanted if pk in found]
    return page


def prepared(cv: CV) -> CV:
    """With what its line shows beside its columns."""
    folder, _, name = cv.original_name.rpartition("/")
    cv.folder, cv.shown_name = folder, name or cv.original_name
    cv.act = mend_of(cv.reason).act.value if cv.state == CV.State.UNREADABLE else ""
    cv.letter = request_for_copy(cv.shown_name, cv.reason) if cv.act else ""
    cv.can_be_seen = cv.reason in SEEN_UNREAD and is_drawable(cv.media_type)
    cv.page_now = min(cv.pages_done + 1, cv.pages_to_do)
    return cv


def sections_of(page: Counted, groups: Sequence[Group]) -> list[dict]:
    """The files of a page under the headings of their groups; `continued` where a heading stood on an earlier page."""
    starts, at = {}, 1
    for group in groups:
        starts[group.key] = at
        at += group.count
    by_key = {group.key: group for group in groups}
    sections: list[dict] = []
    for cv in page.object_list:
        key = cv.reason if cv.outcome == CV.State.UNREADABLE and cv.reason else cv.outcome
        if not sections or sections[-1]["key"] != key:
            group = by_key.get(key) or Group(cv.outcome, cv.reason, 1)
            continued = not sections and starts.get(key, 1) < page.start_index()
            sections.append({"key": key, "group": group, "files": [], "continued": continued})
        sections[-1]["files"].append(cv)
    return sections


def archives_of(job: Job, *, only: UUID | None = None) -> list[Archive]:
    """The newest archives, unfinished ones first, each with what became of its files in `outcomes`."""
    first = Case(When(state__in=UNSETTLED, then=0), default=1, output_field=IntegerField())
    rows = job.archives.filter(pk=only) if only else job.archives.all()
    archives = list(rows.annotate(first=first).order_by("first", "-created_at", "pk")[:ARCHIVES_SHOWN])
    if not archives:
        return []
    numbers = CV.objects.filter(archive__in=archives).with_outcome().order_by().values_list("archive_id", "outcome")
    outcomes: dict[UUID, dict[str, int]] = {}
    for pk, outcome, number in numbers.annotate(number=Count("pk")):
        outcomes.setdefault(pk, {})[outcome] = number
    for archive in archives:
        archive.outcomes = outcomes.get(archive.pk, {})
        archive.files = sum(archive.outcomes.values())
        archive.done = archive.unpacked + len(archive.skipped)
        archive.live = archive.state in UNSETTLED
        archive.left_out = archive.skipped[:SKIPPED_SHOWN]
        archive.more_left_out = len(archive.skipped) - len(archive.left_out)
        archive.act = mend_of(archive.reason).act.value if archive.state == Archive.State.UNREADABLE else ""
        archive.letter = request_for_copy(archive.original_name, archive.reason)
    return archives


def moved(job: Job) -> tuple:
    """What moves while the job's revision stands still: pages that are recognised, files that are unpacked."""
    pages = job.cvs.filter(state=CV.State.READING).aggregate(done=Sum("pages_done"), all=Sum("pages_to_do"))
    files = job.archives.filter(state__in=UNSETTLED).aggregate(done=Sum("unpacked"), count=Count("pk"))
    return (*pages.values(), *files.values())


def listing(request: HttpRequest, job: Job) -> dict:
    """Everything the list of files shows."""
    show = request.GET.get("show", "all")
    show = show if show in SHOWN else "all"
    archive = chosen_archive(request, job)
    rows = job.cvs.filter(archive=archive) if archive else job.cvs.all()
    groups = groups_of(rows)
    shown = [group for group in groups if group.is_shown(show)]
    page = page_of_files(rows, shown, number=request.GET.get("page"))
    mark_documents(page.object_list, job_id=job.pk, user=request.user)
    counts = counts_of(groups)
    overview = archive is not None or (show == "all" and page.number == 1)
    archives = archives_of(job, only=archive.pk if archive else None) if overview else []
    return {
        "page": page,
        "sections": sections_of(page, shown),
        "counts": counts,
        "settled": counts["all"] - counts["waiting"],
        "show": show,
        "archive": archive,
        "archives": archives,
        "live": bool(counts["waiting"]) or any(each.live for each in archives),
    }


def chosen_archive(request: HttpRequest, job: Job) -> Archive | None:
    """The archive whose files alone are asked for; None when none is, or it is not this job's."""
    try:
        return job.archives.filter(pk=UUID(request.GET.get("archive", ""))).first()
    except ValueError:
        return None
