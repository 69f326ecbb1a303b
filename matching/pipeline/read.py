"""Read: from an uploaded file to its text, redacted, with a match that waits to be screened."""

import uuid
from dataclasses import dataclass
from pathlib import Path

from django.db import connection, transaction
from django.utils import timezone

from matching.clients.clamd import ScannerError
from matching.copying import copies
from matching.estimate import combine_one
from matching.models import CV, Job, Match
from matching.pipeline.claims import claim, give_back, heartbeat
from matching.pipeline.estimate import look_over
from matching.pipeline.jobs import hold, pass_on, touch, want_escalation, want_estimate
from matching.pipeline.limits import limits
from matching.pipeline.locks import unlocked
from matching.pipeline.people import Person, describe, person_columns, recognise
from matching.pipeline.preview import forget_pages, note_locked
from matching.pipeline.progress import Progress
from matching.pipeline.scanning import refusal, wait_of, was_passed
from matching.reading import read
from matching.redaction import redact
from matching.schemas import Reading, Redaction

# On top of the reader's own limits: a look by the virus scanner, two starts of LibreOffice, and some patience.
SPARE_SECONDS = 400


@dataclass(frozen=True, slots=True)
class ReadOutcome:
    """What comes next: `match_id` waits for the screen (None: there is none); `last` ends the job's queue."""

    job_id: uuid.UUID
    match_id: uuid.UUID | None
    last: bool


def read_cv(cv_id: uuid.UUID, *, token: uuid.UUID | None = None) -> ReadOutcome | None:
    """Read one waiting CV and store what came of it; None when another worker has it, it is done, or it has to wait.

    With a virus scanner configured a file is opened only after its verdict, and waits while the scanner is away.
    `token` marks the claim, for `fail_reading`; without one a new one is made.
    """
    token = claim(CV.objects.filter(pk=cv_id), token=token)
    if token is None:
        return None
    cv = CV.objects.without_text().filter(pk=cv_id).first()
    if cv is None:
        return None  # erased at this moment
    most = limits()
    heartbeat.hold(CV, token, deadline_seconds=most.max_seconds + most.max_ocr_seconds + SPARE_SECONDS)
    try:
        connection.close()
        forget_pages(cv)
        reading = _reading(cv, token)
        person = describe(reading.text, file_name=cv.original_name) if reading.ok else None
        redaction = redact(reading.text, file_name=cv.original_name, known=person.known) if person else None
        match = _store(cv, token, reading=reading, redaction=redaction, person=person)
        if match and cv.unlock:
            note_locked(cv)
    except ScannerError as error:
        give_back(CV.objects.filter(pk=cv.pk), token, **wait_of(error, attempt=cv.attempt), reason="no_scanner")
        touch(cv.job_id)
        return None
    finally:
        heartbeat.release(token)
    left = CV.objects.filter(job_id=cv.job_id, state__in=(CV.State.WAITING, CV.State.READING)).exists()
    return ReadOutcome(job_id=cv.job_id, match_id=match.pk if match else None, last=not left)


def _reading(cv: CV, token: uuid.UUID) -> Reading:
    """What reading the file gave, unless the virus scanner refuses it. Raises ScannerError when it has to wait."""
    path, password = Path(cv.file.path), unlocked(cv.unlock)
    if refused := refusal(path, attempt=cv.attempt):
        return refused
    progress = Progress(cv, token=token)
    return read(path, name=cv.original_name, limits=limits(), password=password, on_progress=progress)


def fail_reading(cv_id: uuid.UUID, *, token: uuid.UUID, reason: str) -> bool:
    """Close a CV that was claimed with `token` and could not be tried; the file stays and can be tried again.

    A password that was given for it is not kept: the next try asks for it again.

    False, and nothing changes, when the claim was lost: then the CV is another worker's.
    """
    with transaction.atomic():
        job_ids = CV.objects.filter(pk=cv_id).values_list("job_id", flat=True)
        hold(*job_ids)
        held = CV.objects.filter(pk=cv_id, token=token, state=CV.State.READING)
        if not held.update(state=CV.State.UNREADABLE, reason=reason, unlock="", token=None, lease_until=None):
            return False
        touch(job_ids.get())
    return True


def _store(
    cv: CV, token: uuid.UUID, *, reading: Reading, redaction: Redaction | None, person: Person | None
) -> Match | None:
    """Write the outcome if the claim still holds: a late result never overwrites a newer attempt."""
    job = Job.objects.select_related("rubric").get(pk=cv.job_id)
    found = look_over(job)(redaction.text) if redaction else None
    flags = [*reading.flags, *["jd_copy"] * copies(reading.text, job.text)]
    with transaction.atomic():
        hold(cv.job_id)
        held = CV.objects.filter(pk=cv.pk, token=token, state=CV.State.READING)
        if not held.update(**_columns(reading, redaction, flags=flags), **person_columns(person)):
            return None
        touch(cv.job_id)
        if redaction is None or found is None or person is None:
            return None
        candidate = recognise(cv, person, name=redaction.name)
        want_estimate(job.pk)
        match = Match.objects.update_or_create(
            cv_id=cv.pk,
            defaults={
                "job": job,
                "candidate": candidate,
                "features": found.as_json(),
                "features_of": job.rubric.version,
                "estimate": combine_one(found).score,
                "flags": flags,
                "flags_seen_by": None,
                "flags_seen_at": None,
                "available_at": timezone.now(),
            },
        )[0]
        pass_on(Match.objects.filter(pk=match.pk))
        want_escalation(job.pk)
        return match


def _columns(reading: Reading, redaction: Redaction | None, *, flags: list[str]) -> dict:
    return {
        "state": CV.State.READ if reading.ok else CV.State.UNREADABLE,
        "reason": reading.reason,
        "detail": reading.detail[:200],
        "media_type": reading.media_type,
        "pages": reading.pages,
        "text": reading.text,
        "redacted": redaction.text if redaction else "",
        "removed": dict(redaction.removed) if redaction else {},
        "hidden": [list(run) for run in reading.hidden],
        "hidden_boxes": [list(box) for box in reading.hidden_boxes],
        "flags": flags,
        "extractor": reading.extractor,
        "seconds": reading.seconds,
        "confidence": reading.confidence,
        "pages_done": 0,
        "pages_to_do": 0,
        "read_at": timezone.now(),
        "unlock": "",
        "scanned": was_passed(reading),
        "token": None,
        "lease_until": None,
    }
