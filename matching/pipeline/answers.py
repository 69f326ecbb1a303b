"""What an answer of Claude's becomes: booked first, then judged, stored and shown; or what its fault means."""

import random
import uuid
from dataclasses import asdict
from datetime import timedelta

from django.db import DataError, transaction
from django.db.models import F
from django.utils import timezone

from matching.clients.claude_replies import judge
from matching.clients.claude_values import CloudReply
from matching.cloud_catalogue import CloudEntry
from matching.cloud_faults import NEVER_LEFT, cloud_fault
from matching.exceptions import CloudForbiddenError, JobtrackerError, ModelError
from matching.models import Assessment, EgressReceipt, Escalation, ModelCall
from matching.pipeline.jobs import hold, is_there, touch
from matching.pipeline.money import NOTHING, settle
from matching.pipeline.questions import Question
from matching.pipeline.shown import show
from matching.policy import Why
from matching.prompts.assess import ASSESS_VERSION
from matching.reports import Report, accept_report, dimensions
from matching.retries import next_try
from matching.scoring import score

STATE = Escalation.State
FREE = {"token": None, "lease_until": None, "dispatched_at": None, "batch": None}
CANCELED = "cloud_batch_canceled"
UNSTORABLE = (ValueError, DataError)  # a character that a database does not take
NOT_SENT = {"never_send": Why.NEVER, "held": Why.HELD}  # why a permit is refused, as a match's reason


def book(call: ModelCall, reply: CloudReply, *, entry: CloudEntry, error: str = "") -> None:
    """Book what an answer cost, before anything else is done with it. Without an `error` its text is kept until it is
    judged and stored, so that whoever dies in between loses nothing that was paid for."""
    with transaction.atomic():
        _settle(call, reply, entry=entry, error=error)
        # Of a match that was erased while it was asked about, nothing that was said is kept.
        ModelCall.objects.filter(pk=call.pk, match=None).update(answer="")
    EgressReceipt.objects.filter(call=call).update(tokens=reply.usage.prompt, region=reply.region[:40])


def _settle(call: ModelCall, reply: CloudReply, *, entry: CloudEntry, error: str) -> None:
    usage = reply.usage
    settle(
        call,
        state=ModelCall.State.FAILED if error else ModelCall.State.DONE,
        cost=entry.cost(usage, batch=reply.batch, us_only=reply.us_only),
        error=error,
        answer="" if error else reply.text,
        prompt_tokens=usage.prompt,
        output_tokens=usage.output,
        thinking_tokens=reply.thinking_tokens,
        write_5m_tokens=usage.write_5m,
        write_1h_tokens=usage.write_1h,
        read_tokens=usage.read,
        service_tier=reply.service_tier[:20],
        request_id=reply.request_id[:80],
        stop_reason=reply.stop_reason[:40],
        **({"seconds": reply.seconds} if reply.seconds else {}),
    )


def close_failed(call: ModelCall, error: ModelError) -> None:
    """Book a call that brought no message: nothing where the vendor says so, all of it when nobody can know."""
    unknown = getattr(error, "billed", None) is not False
    if error.code in NEVER_LEFT:
        EgressReceipt.objects.filter(call=call).update(sent_at=None)
    settle(
        call,
        state=ModelCall.State.UNKNOWN if unknown else ModelCall.State.FAILED,
        cost=None if unknown else NOTHING,
        error=error.code,
        request_id=getattr(error, "request_id", "")[:80],
    )


def take_in(call: ModelCall, reply: CloudReply, asked: Question, *, token: uuid.UUID | None) -> ModelError | None:
    """Book, judge, store and show one message. The fault, when there is no report of use in it: then `fail` decides."""
    try:
        text = judge(reply)
    except ModelError as error:
        book(call, reply, entry=asked.entry, error=error.code)
        return error
    book(call, reply, entry=asked.entry)
    return take_kept(call, text, asked, token=token)


def take_kept(call: ModelCall, text: str, asked: Question, *, token: uuid.UUID | None) -> ModelError | None:
    """The same for an answer that is booked already and was not judged."""
    try:
        report = accept_report(text, rubric=asked.rubric.as_rubric(), cv_text=asked.prompt.cv, only=asked.only)
        _store(call, report, asked, token)
    except ModelError as error:
        failed = {"state": ModelCall.State.FAILED, "error": error.code, "answer": ""}
        ModelCall.objects.filter(pk=call.pk).update(**failed)
        return error
    return None


@transaction.atomic
def _store(call: ModelCall, report: Report, asked: Question, token: uuid.UUID | None) -> None:
    hold(asked.match.job_id)
    ModelCall.objects.filter(pk=call.pk).update(answer="")
    if Assessment.objects.filter(call=call).exists() or not is_there(asked.match):
        return
    try:
        with transaction.atomic():
            _keep(Assessment(call=call, **_values(asked, report)), asked, token)
    except UNSTORABLE:
        raise cloud_fault("cloud_bad_report") from None  # without the text that it could not store


def take_known(asked: Question, *, token: uuid.UUID | None) -> bool:
    """Answer from an equal earlier reading, at no cost; False when there is none."""
    found = Assessment.objects.filter(cache_key=asked.key).order_by("created_at").first()
    if found is None:
        return False
    own = {"id", "match", "rubric", "call", "same_as", "created_at"}
    values = {one.name: getattr(found, one.name) for one in Assessment._meta.fields if one.name not in own}
    with transaction.atomic():
        if not is_there(asked.match):
            return True
        _keep(Assessment(same_as=found, **values), asked, token)
    return True


def fail(escalation: Escalation, error: JobtrackerError, *, token: uuid.UUID | None) -> None:
    """What becomes of a match whose question brought nothing: another try later, its place kept, or an end with its
    reason. `token` is that of its claim; None when it is in a batch."""
    rows = Escalation.objects.filter(pk=escalation.pk)
    held = rows.filter(state=STATE.ASSESSING, token=token) if token else rows.filter(state=STATE.BATCHED)
    if isinstance(error, CloudForbiddenError):
        why = {"why": NOT_SENT[error.code], "reason": ""} if error.code in NOT_SENT else {"reason": error.code}
        held.update(**FREE, **why, state=STATE.KEPT)
    elif (seconds := _wait(error, attempt=escalation.attempt)) is not None:
        later = timezone.now() + timedelta(seconds=seconds)
        same = {"attempt": F("attempt") - 1} if error.code == CANCELED else {}  # no fault of the match
        held.update(**FREE, **same, state=STATE.WAITING, reason=error.code, available_at=later)
    else:
        held.update(**FREE, state=STATE.NOT_ASSESSED, reason=error.code, finished_at=timezone.now())
    touch(escalation.match.job_id)


def _wait(error: JobtrackerError, *, attempt: int) -> float | None:
    """Seconds until the next try; None for no other."""
    if not isinstance(error, ModelError) or error.permanent:
        return None
    jitter = random.uniform(0.5, 1.5)
    return next_try(error.code, attempt=max(1, attempt), jitter=jitter, retry_after=error.retry_after)


def _keep(made: Assessment, asked: Question, token: uuid.UUID | None) -> None:
    made.match, made.rubric = asked.match, asked.rubric
    made.save(force_insert=True)
    rows = Escalation.objects.filter(pk=asked.match.pk)
    done = {**FREE, "state": STATE.ASSESSED, "reason": "", "criterion": "", "finished_at": timezone.now()}
    mine = rows.filter(state=STATE.ASSESSING, token=token) if token else rows.filter(state=STATE.BATCHED)
    # A late answer was paid for too: it counts, unless another question about the match is under way by now.
    if not mine.update(**done):
        rows.filter(state__in=(STATE.WAITING, STATE.NOT_ASSESSED), criterion=asked.only).update(**done)
    show(asked.match.pk)


def _values(asked: Question, report: Report) -> dict:
    rubric, levels = asked.rubric.as_rubric(), report.levels()
    whole = {} if report.only else asdict(score(rubric, levels))
    flags = ["instruction_like"] * report.instructions_found + ["not_proven"] * bool(report.not_proven)
    return {
        **whole,
        "cache_key": asked.key,
        "model": asked.entry.id,
        "prompt_version": ASSESS_VERSION,
        "criterion": report.only,
        "levels": {level.id: asdict(level) for level in levels},
        "why": report.why[:300],
        "gap": report.gap[:200],
        "report": report.as_json(),
        "dimensions": dimensions(rubric, levels),
        "flags": flags,
    }
