"""Override: a level set by a person stands above both readers, with its reason, until it is withdrawn."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from matching.exceptions import JobtrackerError
from matching.models import AuditEvent, Match, Override
from matching.pipeline.jobs import hold
from matching.pipeline.shown import show
from matching.prompts import asked

MOST_NOTE = 500
OTHER_RUBRIC = (
    "The criteria were changed since this page was loaded, and with them what a level means: nothing was changed. Look "
    "at the report again."
)


def set_level(
    match: Match, criterion: str, *, level: int, note: str, by: AbstractBaseUser, rubric: str = ""
) -> Override:
    """Set the level of one criterion of the reading that a match shows. The score is made again, both readings stay.
    The same level by the same person for the same reason, as by a second click, is set once.

    `rubric` is the version whose criteria the person saw; "" for whichever there is. Raises JobtrackerError when
    there is no reading, it is of another version, no such criterion or level, or no reason is given.
    """
    note = note.strip()[:MOST_NOTE]
    with transaction.atomic():
        hold(match.job_id)
        found = Match.objects.select_for_update(of=("self",)).select_related("rubric").get(pk=match.pk)
        if found.rubric is None:
            raise JobtrackerError("not_read", "No reader has marked this CV yet: there is no level to change.")
        if rubric not in {"", str(found.rubric_id)}:
            raise JobtrackerError("other_rubric", OTHER_RUBRIC)
        known = {one.id: one.label for one in asked(found.rubric.as_rubric())}
        if criterion not in known or level not in range(5):
            raise JobtrackerError("wrong_level", "There is no such criterion or level: reload the page.")
        if not note:
            raise JobtrackerError("no_note", "Say in a few words why: whoever reads the score later will ask.")
        standing = found.overrides.filter(rubric=found.rubric, criterion=criterion, withdrawn_at=None)
        if same := standing.filter(level=level, note=note, by=by).first():
            return same
        standing.update(withdrawn_by=by, withdrawn_at=timezone.now())
        made = Override.objects.create(
            match=found, rubric=found.rubric, criterion=criterion, level=level, note=note, by=by
        )
        _log(made, by=by, verb="override", was=found.levels.get(criterion, {}).get("level"))
        show(found.pk)
    return made


def take_back(match: Match, criterion: str, *, by: AbstractBaseUser, rubric: str = "") -> bool:
    """Let the readers' own level of a criterion count again; False when no person's stands. `rubric` as in `set_level`:
    raises JobtrackerError when the reading is of another version."""
    with transaction.atomic():
        hold(match.job_id)
        match.refresh_from_db(fields=["rubric"])
        if rubric not in {"", str(match.rubric_id)}:
            raise JobtrackerError("other_rubric", OTHER_RUBRIC)
        standing = Override.objects.select_for_update().filter(match=match, criterion=criterion, withdrawn_at=None)
        made = list(standing.filter(rubric=match.rubric_id))
        for one in made:
            Override.objects.filter(pk=one.pk).update(withdrawn_by=by, withdrawn_at=timezone.now())
            _log(one, by=by, verb="withdraw_override", was=one.level)
            show(match.pk)
    return bool(made)


def _log(made: Override, *, by: AbstractBaseUser, verb: str, was: int | None) -> None:
    detail = {"override": made.pk.hex, "criterion": made.criterion, "level": made.level, "was": was}
    AuditEvent.objects.create(actor=by, verb=verb, job_id=made.match.job_id, match=made.match, detail=detail)
