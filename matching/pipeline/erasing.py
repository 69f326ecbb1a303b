"""Erase: everything that this server holds of a person, or of one of their documents, for good.

What stays names nobody: the receipts of what was sent (without the text), the ledger of calls with their costs, the
records of who did what, and the curves that calibration made. Work in flight loses its row, and stores nothing.
"""

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import OperationalError, connection, transaction
from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Greatest

from matching.exceptions import JobtrackerError
from matching.models import CV, Archive, AuditEvent, Candidate, EgressReceipt, Job, Match, Merge, Sign
from matching.models.audit import ERASE
from matching.pipeline.jobs import hold, want_escalation, want_estimate
from matching.pipeline.people import one_at_a_time
from matching.pipeline.receipts import erase_texts
from matching.pipeline.remains import Files, clear_names, close_archives, renew, words_of

MOST_TRIES = 5
DEADLOCK = "40P01"  # PostgreSQL ended this transaction so that another could go on
BUSY = "Other work on these documents was in the way: nothing was erased. Try again in a moment."


@dataclass(frozen=True, slots=True)
class Plan:
    """What one erasing takes away, as it stands in the database now. `candidate` is None for an unread file."""

    candidate: uuid.UUID | None
    people: tuple[uuid.UUID, ...]
    cvs: tuple[uuid.UUID, ...]
    jobs: tuple[uuid.UUID, ...]

    @property
    def documents(self) -> QuerySet:
        return CV.objects.filter(pk__in=self.cvs).select_related("job").without_text().order_by("created_at", "pk")

    @property
    def matches(self) -> QuerySet:
        return Match.objects.filter(cv__in=self.cvs)

    @property
    def receipts(self) -> QuerySet:
        """Of these documents, and of ones of these people that are gone already."""
        lost = Q(match=None, candidate__in=self.people)
        return EgressReceipt.objects.filter(Q(match__in=self.matches.values("pk")) | lost)

    @property
    def others(self) -> QuerySet:
        """Other candidates who share an address, a number or a whole text, as in jobs that nobody compares."""
        mine = Sign.objects.filter(cv__in=self.cvs, kind__in=(Sign.Kind.EMAIL, Sign.Kind.PHONE))
        shared = Q()
        for kind, value in mine.values_list("kind", "value"):
            shared |= Q(signs__kind=kind, signs__value=value)
        hashes = CV.objects.filter(pk__in=self.cvs).exclude(text_hash="").values_list("text_hash", flat=True)
        like = CV.objects.filter(shared | Q(text_hash__in=list(hashes))).exclude(pk__in=self.cvs)
        return Candidate.objects.filter(pk__in=like.values("candidate")).exclude(pk__in=self.people)


@dataclass(frozen=True, slots=True)
class Erased:
    """What was erased: documents (with duplicates), texts of receipts; `stuck` files that the disk did not let go."""

    documents: int
    receipts: int
    stuck: int


def plan_of(candidate: Candidate) -> Plan:
    """All of a person: their documents and the candidates that were merged into them. One who was merged away is the
    person whom they became."""
    people = _people(candidate.pk)
    return _plan(people[0], people, CV.objects.filter(candidate__in=people))


def plan_of_document(cv: CV) -> Plan:
    """One document; the last one of a person is all of them."""
    others = CV.objects.filter(candidate=cv.candidate_id).exclude(pk=cv.pk)
    if cv.candidate_id and not others.exists():
        return plan_of(Candidate(pk=cv.candidate_id))
    return _plan(cv.candidate_id, (), CV.objects.filter(pk=cv.pk))


def erase(candidate: Candidate, *, by: AbstractBaseUser | None) -> Erased:
    """Erase a person. Without `by` it was done on the server itself. Raises JobtrackerError "busy" and "gone"."""
    return _erase(lambda: plan_of(candidate), by=by)


def erase_document(cv: CV, *, by: AbstractBaseUser | None) -> Erased:
    """Erase one document with its match; the person stays when there are others. Raises as `erase`."""
    return _erase(lambda: plan_of_document(cv), by=by)


def _people(pk: uuid.UUID) -> tuple[uuid.UUID, ...]:
    """Who this candidate is now, first, and everybody who was merged into them."""
    standing = Merge.objects.filter(undone_at=None)
    seen = {pk}
    while not CV.objects.filter(candidate=pk).exists():
        became = standing.filter(gone=pk).exclude(kept__in=seen).values_list("kept", flat=True).first()
        if became is None:
            break
        pk = became
        seen.add(pk)
    people, new = [pk], {pk}
    while new:
        gone = standing.filter(kept__in=new).exclude(gone__in=people)
        new = set(gone.exclude(gone__cvs__isnull=False).values_list("gone", flat=True))
        people += sorted(new)
    return tuple(people)


def _plan(candidate: uuid.UUID | None, people: tuple[uuid.UUID, ...], documents: QuerySet) -> Plan:
    own = list(documents.values_list("pk", flat=True))
    cvs = {*own, *CV.objects.filter(duplicate_of__in=own).values_list("pk", flat=True)}
    jobs = set(CV.objects.filter(pk__in=cvs).values_list("job_id", flat=True))
    return Plan(candidate, people, tuple(sorted(cvs)), tuple(sorted(jobs)))


def _erase(plan: Callable[[], Plan], *, by: AbstractBaseUser | None) -> Erased:
    """The rows in one transaction, and once they are gone the files."""
    for _ in range(MOST_TRIES):
        try:
            done = _try(plan(), plan, by=by)
        except OperationalError as error:
            if getattr(error.__cause__, "sqlstate", "") != DEADLOCK:
                raise
            continue
        if done is not None:
            erased, files = done
            stuck = files.delete()
            empty_journal()
            return Erased(erased.documents, erased.receipts, stuck)
    raise JobtrackerError("busy", BUSY)


@transaction.atomic
def _try(before: Plan, plan: Callable[[], Plan], *, by: AbstractBaseUser | None) -> tuple[Erased, Files] | None:
    """None, and nothing is changed, when a document for another job joined before all were locked."""
    hold(*before.jobs)
    one_at_a_time()
    now = plan()
    if not set(now.jobs) <= set(before.jobs):
        return None
    if not now.cvs and not Candidate.objects.filter(pk__in=now.people).exists():
        raise JobtrackerError("gone", "It was erased in the meantime.")
    return _erase_rows(now, by=by)


def _erase_rows(plan: Plan, *, by: AbstractBaseUser | None) -> tuple[Erased, Files]:
    files = Files.of(CV.objects.filter(pk__in=plan.cvs))
    words = words_of(plan.people, plan.cvs)
    receipts = erase_texts(plan.receipts)
    _forget_scores(plan)
    archives = list(Archive.objects.filter(cvs__in=plan.cvs).distinct().values_list("pk", flat=True))
    _record(plan, receipts, by=by)
    CV.objects.filter(pk__in=plan.cvs).delete()
    Candidate.objects.filter(pk__in=plan.people, cvs__isnull=True).delete()
    files += close_archives(archives, words=words)
    if plan.candidate and not plan.people:
        renew(plan.candidate, gone=plan.cvs)
    else:
        clear_names(words, jobs=plan.jobs)
    for job_id in plan.jobs:
        want_estimate(job_id)
        want_escalation(job_id)
    return Erased(len(plan.cvs), receipts, 0), files


def _forget_scores(plan: Plan) -> None:
    """Fewer scored matches are known of each job: the next ones that come are as new as ever."""
    scored = plan.matches.filter(screening__isnull=False).order_by().values_list("job").annotate(n=Count("pk"))
    for job_id, count in scored:
        Job.objects.filter(pk=job_id).update(escalate_count=Greatest(F("escalate_count") - count, 0))


def _record(plan: Plan, receipts: int, *, by: AbstractBaseUser | None) -> None:
    """One event for each job, so that each job's records tell of its own."""
    verb = ERASE if plan.people else "erase_document"
    who = plan.candidate.hex if plan.candidate else ""
    counted = CV.objects.filter(pk__in=plan.cvs).order_by().values_list("job").annotate(n=Count("pk"))
    for job_id, count in counted:
        detail = {"candidate": who, "documents": count, "receipts": receipts, "people": _hex(plan.people)}
        AuditEvent.objects.create(actor=by, verb=verb, job_id=job_id, detail=detail)


def _hex(ids: Iterable[uuid.UUID]) -> list[str]:
    return [one.hex for one in ids]


def empty_journal() -> None:
    """Have SQLite write its log into the database and empty it: what was erased is in neither (`secure_delete`).

    While somebody reads it cannot, and the scheduler does it within the hour.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        waited = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute("PRAGMA busy_timeout = 500")
        try:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {int(waited)}")
