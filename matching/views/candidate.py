"""One person: their documents, who else they may be, and their matches across jobs. Only what the viewer may see."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from matching.exceptions import JobtrackerError
from matching.models import CV, AuditEvent, Candidate, Hint, Job, Match, Merge
from matching.pipeline.merging import FIELDS, merge, tell_apart, undo_merge
from matching.pipeline.strategy import set_never_send
from matching.views.erased import erased_page, erasing_of

SHOWN = (
    *("job", "candidate_id", "original_name", "size", "pages", "state", "flags", "structure", "created_at"),
    *("job__title", "job__status", "job__owner_id"),
)


@require_safe
def candidate(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Documents, possible duplicates, matches, merges. Whoever was merged away leads to whom they became; of whoever
    was erased it shows what stays."""
    found = Candidate.objects.visible_to(request.user).filter(pk=pk).select_related("never_send_by").first()
    if found is None:
        kept = _kept_instead(request.user, pk)
        return redirect("candidate", pk=kept) if kept else erased_page(request, pk)
    show_seen_names([found], user=request.user)
    documents = documents_of(request.user, [found.pk])[found.pk]
    merges = merges_of(request.user, found)
    context = {
        "candidate": found,
        "documents": documents,
        "facts": facts_of(documents, found.chosen),
        "card": next((each.structure for each in reversed(documents) if each.structure), {}),
        "suggestions": suggestions(request.user, found, documents),
        "merges": [row for row in merges if row.by_id],
        "joined": [row for row in merges if not row.by_id],
        "section": "jobs",
        **erasing_of(request.user, found),
    }
    return render(request, "matching/candidate.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def merge_candidates(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Two candidates field by field: which value is to be believed. Sent, the other one's documents move here."""
    if joined := _joined(request, pk):
        return joined
    kept, other = _two(request, pk)
    documents = documents_of(request.user, [kept.pk, other.pk])
    options = field_options(documents[kept.pk] + documents[other.pk])
    if request.method != "POST":
        context = {"candidate": kept, "other": other, "fields": _columns(options, kept), "section": "jobs"}
        show_seen_names([kept, other], user=request.user)
        mine, theirs = len(documents[kept.pk]), len(documents[other.pk])
        return render(request, "matching/merge.html", {**context, "mine": mine, "theirs": theirs})
    chosen = {field: str(cv) for field, some in options.items() for _, cv in some if str(cv) == request.POST.get(field)}
    names = {str(cv): value for value, cv in options["name"]}
    try:
        name = names.get(chosen.get("name", "")) or kept.name or other.name
        merge(kept, other, chosen=chosen, name=name, by=request.user)
        messages.success(request, "Merged. It can be undone below.")
    except JobtrackerError as error:
        messages.warning(request, str(error))
    return redirect("candidate", pk=kept.pk)


@require_POST
def undo(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Move the documents of a merge back where they came from."""
    row = get_object_or_404(Merge.objects.select_related("kept", "gone"), pk=pk)
    if not CV.objects.visible_to(request.user).filter(pk__in=row.cvs).exists():
        raise Http404("No such merge.")
    try:
        undo_merge(row, by=request.user)
        messages.success(request, "Undone: these documents are of another person again, and stay apart.")
    except JobtrackerError as error:
        messages.warning(request, str(error))
    seen = Candidate.objects.visible_to(request.user).filter(pk=row.kept_id).exists()
    return redirect("candidate", pk=row.kept_id if seen else row.gone_id)


@require_POST
def not_the_same(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say that two candidates are not one person."""
    if joined := _joined(request, pk):
        return joined
    one, other = _two(request, pk)
    tell_apart(one, other, by=request.user)
    messages.success(request, f"Noted: {one.label} and {other.label} are two people.")
    return redirect("candidate", pk=pk)


@require_POST
def never_send(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Mark or unmark somebody as one of whom nothing leaves this server."""
    found = Candidate.objects.visible_to(request.user).filter(pk=pk).first()
    if found is None:
        return lead_on(request, pk)
    wanted = request.POST.get("never_send") == "on"
    kept = set_never_send(found, never=wanted, by=request.user)
    said = "Nothing about this person is sent to a cloud model." if wanted else "The job decides again what is sent."
    messages.success(request, f"{said} It was taken out of Claude's line." if kept else said)
    return redirect("candidate", pk=pk)


def lead_on(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Of somebody who was there when the page was loaded: to whom they were merged into, or to what stays of them, and
    that nothing was changed. 404 for whoever may see neither."""
    if CV.objects.filter(candidate=pk).exists():
        raise Http404("Not theirs to change.")
    if kept := _kept_instead(request.user, pk):
        said = (
            "This person was merged with another one in the meantime: nothing was changed. Look, and do it again here."
        )
        messages.warning(request, said)
        return redirect("candidate", pk=kept)
    if not AuditEvent.objects.visible_to(request.user).erasing_of(pk).exists():
        raise Http404("No such candidate.")
    messages.info(request, "This person was erased already: nothing more was changed.")
    return redirect("candidate", pk=pk)


def _joined(request: HttpRequest, pk: UUID) -> HttpResponse | None:
    """To the person whom the two of the address are by now, as after a second click; None while they are two."""
    pair = {pk, _other(request)}
    found = Candidate.objects.visible_to(request.user).in_bulk(pair)
    now = {one if one in found else _kept_instead(request.user, one) for one in pair}
    if len(pair) != 2 or len(now) != 1 or None in now:
        return None
    messages.info(request, "The two are one person already: nothing more was changed.")
    return redirect("candidate", pk=now.pop())


def _other(request: HttpRequest) -> UUID:
    """The candidate named in `with`."""
    try:
        return UUID((request.POST if request.method == "POST" else request.GET).get("with", ""))
    except ValueError as error:
        raise Http404("No second candidate is named.") from error


def _two(request: HttpRequest, pk: UUID) -> tuple[Candidate, Candidate]:
    """The candidate of the address and the one named in `with`; 404 unless both are different and may be seen."""
    other = _other(request)
    found = Candidate.objects.visible_to(request.user).in_bulk([pk, other])
    if len(found) != 2:
        raise Http404("No such candidate.")
    return found[pk], found[other]


def _kept_instead(user: AbstractBaseUser, pk: UUID) -> UUID | None:
    """The candidate that somebody's documents moved to."""
    row = Merge.objects.filter(gone=pk, undone_at=None, kept__in=Candidate.objects.visible_to(user)).first()
    if row is None or not CV.objects.visible_to(user).filter(pk__in=row.cvs).exists():
        return None
    return row.kept_id


def documents_of(user: AbstractBaseUser, candidates: Sequence[UUID]) -> dict[UUID, list[CV]]:
    """The documents of candidates that a person may see, oldest first, with their matches and numbers in their jobs."""
    rows = CV.objects.visible_to(user).filter(candidate__in=candidates).select_related("job").only(*SHOWN)
    matches = Match.objects.only("cv_id", "state", "score", "uncertainty", "band", "estimate")
    found: dict[UUID, list[CV]] = defaultdict(list)
    numbers: dict[tuple[UUID, UUID], int] = defaultdict(int)
    for cv in rows.prefetch_related(Prefetch("match", matches)).order_by("created_at", "pk"):
        numbers[cv.candidate_id, cv.job_id] += 1
        cv.number = numbers[cv.candidate_id, cv.job_id]
        found[cv.candidate_id].append(cv)
    return found


def mark_documents(rows: Iterable[Match | CV], *, job_id: UUID, user: AbstractBaseUser) -> None:
    """Tell each row of a list of one job which document of its person it is (`nth`, None for the first), and whether
    they may be the same person as somebody else (`hinted`); a file's row also gets the `person`. Names are those that
    `user` may see. Never more than six queries."""
    by_cv = {row.pk if isinstance(row, CV) else row.cv_id: row for row in rows}
    later = CV.objects.later_ones(job_id, {row.candidate_id for row in by_cv.values() if row.candidate_id})
    hints = Hint.objects.visible_to(user).standing().about(by_cv).values_list("one_id", "other_id")
    hinted = {cv for pair in hints for cv in pair} if by_cv else set()
    named = {row.candidate_id for cv, row in by_cv.items() if cv in later and isinstance(row, CV)}
    people = Candidate.objects.in_bulk(named) if named else {}
    loaded = [row.candidate for row in by_cv.values() if isinstance(row, Match)]
    show_seen_names([*people.values(), *loaded], user=user)
    for cv, row in by_cv.items():
        row.nth, row.hinted, row.person = later.get(cv), cv in hinted, people.get(row.candidate_id)


def show_seen_names(candidates: Iterable[Candidate], *, user: AbstractBaseUser) -> None:
    """Let candidates bear, for this page, a name that a document says which this person may see.

    A name may have come from another job's document, as by a merge. Nothing changes for those whose documents may all
    be seen; the rows are not to be saved.
    """
    some = list(candidates)
    ids = {candidate.pk for candidate in some}
    unseen = CV.objects.filter(candidate__in=ids).exclude(job__in=Job.objects.visible_to(user))
    partly = set(unseen.values_list("candidate", flat=True))
    documents = documents_of(user, list(partly)) if partly else {}
    for candidate in some:
        if candidate.pk in partly:
            said = {str(cv.pk): name for cv in documents[candidate.pk] if (name := values_of(cv).get("name"))}
            believed = said.get(candidate.chosen.get("name", "")) or next(reversed(said.values()), "")
            candidate.name = candidate.name if candidate.name in said.values() else believed


def values_of(cv: CV) -> dict[str, str]:
    """What one document says for each field."""
    got = cv.structure
    first = {"name": got.get("name"), "location": got.get("location")}
    first |= {"email": next(iter(got.get("emails", ())), None), "phone": next(iter(got.get("phones", ())), None)}
    return {field: found["text"] for field, found in first.items() if found}


def facts_of(documents: Sequence[CV], chosen: Mapping[str, str]) -> list[dict]:
    """Each field with the value that is believed: of the chosen document if it may be seen, else of the newest."""
    facts = []
    for field in FIELDS[1:]:
        said = {str(cv.pk): value for cv in documents if (value := values_of(cv).get(field))}
        if said:
            value = said.get(chosen.get(field, "")) or list(said.values())[-1]
            others = [other for other in dict.fromkeys(said.values()) if other != value]
            facts.append({"field": field, "value": value, "others": others})
    return facts


def suggestions(user: AbstractBaseUser, found: Candidate, documents: Sequence[CV]) -> list[dict]:
    """Who else this person may be, with what the documents share; only from documents that may be seen."""
    hints = Hint.objects.visible_to(user).standing().about([cv.pk for cv in documents])
    shared: dict[UUID, dict] = {}
    rows = hints.values_list("one__candidate", "other__candidate", "signs", "likeness")
    for one, other, signs, likeness in rows:
        entry = shared.setdefault(other if one == found.pk else one, {"signs": set(), "likeness": 0.0})
        entry["signs"].update(signs)
        entry["likeness"] = max(entry["likeness"], likeness or 0.0)
    people = Candidate.objects.in_bulk(shared)
    show_seen_names(people.values(), user=user)
    theirs = documents_of(user, list(shared))
    return [
        {
            "candidate": people[pk],
            "signs": sorted(entry["signs"]),
            "likeness": entry["likeness"] if "near_text" in entry["signs"] else None,
            "documents": theirs[pk],
        }
        for pk, entry in sorted(shared.items(), key=lambda pair: (-len(pair[1]["signs"]), str(pair[0])))
        if pk in people
    ]


def merges_of(user: AbstractBaseUser, found: Candidate) -> list[Merge]:
    """The merges into this candidate whose documents may be seen, newest first, each with the names of those."""
    rows = list(found.merges.select_related("by", "undone_by", "gone"))
    ids = {pk for row in rows for pk in row.cvs}
    names = dict(CV.objects.visible_to(user).filter(pk__in=ids).values_list("pk", "original_name"))
    for row in rows:
        row.files = [names[pk] for pk in map(UUID, row.cvs) if pk in names]
    return [row for row in rows if row.files]


def field_options(documents: Sequence[CV]) -> dict[str, list[tuple[str, UUID]]]:
    """For each field the different values that documents give, each with the newest document that gives it."""
    options: dict[str, dict[str, UUID]] = {field: {} for field in FIELDS}
    for cv in documents:
        for field, value in values_of(cv).items():
            options[field][value] = cv.pk
    return {field: list(some.items()) for field, some in options.items()}


def _columns(options: Mapping[str, list[tuple[str, UUID]]], kept: Candidate) -> list[dict]:
    """The rows of the form: what is chosen at first is what the kept candidate shows now."""
    fields = []
    for field, some in options.items():
        values = [value for value, _ in some]
        now = kept.name if field == "name" else ""
        first = next((cv for value, cv in some if str(cv) == kept.chosen.get(field) or value == now), None)
        if values:
            fields.append({"field": field, "options": some, "first": first or some[0][1]})
    return fields
