"""Merging two candidates and undoing it. Documents and matches move; nothing is deleted; the row says who did it."""

from collections.abc import Mapping, Sequence

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from matching.exceptions import JobtrackerError
from matching.models import CV, AuditEvent, Candidate, Hint, Job, Match, Merge
from matching.pipeline.jobs import touch
from matching.pipeline.people import one_at_a_time

FIELDS = ("name", "email", "phone", "location")


@transaction.atomic
def merge(kept: Candidate, gone: Candidate, *, chosen: Mapping[str, str], name: str, by: AbstractBaseUser) -> Merge:
    """Move all documents and matches of `gone` to `kept`, which is called `name` from then on.

    `chosen` says for each field which document (its id) is believed. Raises JobtrackerError when one of the two has no
    documents any more: somebody else was faster.
    """
    _touch_jobs(kept, gone)
    one_at_a_time()
    locked = Candidate.objects.select_for_update().in_bulk([kept.pk, gone.pk])
    moved = list(CV.objects.filter(candidate=gone).values_list("pk", flat=True))
    if len(locked) != 2 or not moved or not CV.objects.filter(candidate=kept).exists():
        raise JobtrackerError("merged_before", "Somebody merged one of the two in the meantime: nothing was changed.")
    kept, gone = locked[kept.pk], locked[gone.pk]
    before = {"name": kept.name, "chosen": kept.chosen, "never_send": kept.never_send}
    _move(moved, to=kept)
    given = {"name": name[:120], "chosen": {**gone.chosen, **kept.chosen, **chosen}}
    kept.name, kept.chosen = given["name"], given["chosen"]
    if gone.never_send and not kept.never_send:  # whoever asked to stay here is asked by neither of the two
        kept.never_send, kept.never_send_by, kept.never_send_at = True, gone.never_send_by, gone.never_send_at
    kept.save()
    signs = _signs(moved, kept)
    row = Merge.objects.create(
        kept=kept, gone=gone, cvs=[str(pk) for pk in moved], signs=signs, before=before, chosen=given, by=by
    )
    _record("merge", row, moved, by=by)
    return row


@transaction.atomic
def undo_merge(row: Merge, *, by: AbstractBaseUser) -> int:
    """Move the documents of a merge back and say that the two are not one person; how many documents moved.

    Documents that were moved on since stay where they are. Raises JobtrackerError when none is left, or it was undone.
    """
    _touch_jobs(row.kept, row.gone)
    one_at_a_time()
    row = Merge.objects.select_for_update().select_related("kept", "gone").get(pk=row.pk)
    moved = list(CV.objects.filter(pk__in=row.cvs, candidate=row.kept).values_list("pk", flat=True))
    if row.undone_at or not moved:
        raise JobtrackerError("undone_before", "This merge was undone in the meantime: nothing was changed.")
    kept, gone = row.kept, row.gone
    _move(moved, to=gone)
    if row.chosen:
        kept.name = row.before["name"] if kept.name == row.chosen["name"] else kept.name
        kept.chosen = row.before["chosen"] if kept.chosen == row.chosen["chosen"] else kept.chosen
        if kept.never_send and not row.before["never_send"] and kept.never_send_at == gone.never_send_at:
            kept.never_send, kept.never_send_by, kept.never_send_at = False, None, None
        kept.save()
    if kept.never_send and kept.never_send_at and kept.never_send_at >= row.at and not gone.never_send:
        # Said while the two were one: of whom is not known, so it holds for both.
        gone.never_send, gone.never_send_by, gone.never_send_at = True, kept.never_send_by, kept.never_send_at
        gone.save()
    row.undone_by, row.undone_at = by, timezone.now()
    row.save(update_fields=["undone_by", "undone_at"])
    _tell_apart(moved, list(kept.cvs.values_list("pk", flat=True)), by=by)
    _record("undo_merge", row, moved, by=by)
    return len(moved)


@transaction.atomic
def tell_apart(one: Candidate, other: Candidate, *, by: AbstractBaseUser) -> None:
    """Say that two candidates are not one person: no hint is shown, and nothing joins them by itself."""
    _touch_jobs(one, other)
    one_at_a_time()
    _tell_apart(*(list(each.cvs.values_list("pk", flat=True)) for each in (one, other)), by=by)


def _move(cvs: Sequence, *, to: Candidate) -> None:
    CV.objects.filter(pk__in=cvs).update(candidate=to)
    Match.objects.filter(cv__in=cvs).update(candidate=to)


def _touch_jobs(*candidates: Candidate) -> None:
    """The pages of their jobs have something new to show. Always in the same order: see `one_at_a_time`."""
    for job_id in (
        Job.objects.filter(cvs__candidate__in=candidates).order_by("pk").values_list("pk", flat=True).distinct()
    ):
        touch(job_id)


def _signs(moved: Sequence, kept: Candidate) -> list[str]:
    hints = Hint.objects.filter(one__candidate=kept, other__candidate=kept)
    found = [hint.signs for hint in hints if hint.one_id in moved or hint.other_id in moved]
    return sorted({sign for signs in found for sign in signs})


def _tell_apart(some: Sequence, others: Sequence, *, by: AbstractBaseUser) -> None:
    now = timezone.now()
    for cv in some:
        for other in others:
            first, second = sorted((cv, other))
            told = {"dismissed_by": by, "dismissed_at": now}
            Hint.objects.update_or_create(one_id=first, other_id=second, defaults=told)


def _record(verb: str, row: Merge, moved: Sequence, *, by: AbstractBaseUser) -> None:
    """One event for each match that moved, so that each job's records tell of its own."""
    detail = {"merge": str(row.pk), "documents": len(moved)}
    for match in Match.objects.filter(cv__in=moved).only("pk", "job_id"):
        AuditEvent.objects.create(actor=by, verb=verb, job_id=match.job_id, match=match, detail=detail)
