"""Assess now: one call of Claude for one match, from the reservation and the receipt to the score on the page."""

import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Max, Min
from django.utils import timezone

from matching.cloud_catalogue import CloudEntry
from matching.cloud_faults import cloud_fault
from matching.exceptions import CloudError, CloudForbiddenError, JobtrackerError
from matching.models import Escalation, Job, ModelCall, ModelServer, Slot
from matching.permits import CloudPermit
from matching.pipeline.answers import close_failed, fail, take_in, take_kept, take_known
from matching.pipeline.claims import claim, give_back, heartbeat
from matching.pipeline.cloud import (
    CALL_SECONDS,
    client_of,
    cloud_server,
    entry_kept,
    entry_of,
    is_open,
    note_failure,
    note_fault,
    note_success,
)
from matching.pipeline.jobs import held_waiting, is_there, touch
from matching.pipeline.money import JOB_BUDGET, free_money, reserve
from matching.pipeline.questions import Question, load, new_call, permit_for, question, question_of
from matching.pipeline.receipts import receipt_for
from matching.pipeline.screen import Step
from matching.pipeline.slots import free_slot, reserve_prefix, take_slot

WARM_FOR = timedelta(minutes=4)  # the vendor keeps a prefix for 5 minutes after its last use
DEADLINE_SECONDS = CALL_SECONDS + 60
MONEY_AGAIN = timedelta(minutes=5)
BLOCKED_AGAIN = timedelta(minutes=5)
STATE = Escalation.State


def assess_next() -> Step:
    """Assess the best match that waits, of the job that waited longest for a turn, if a call may go out now."""
    now = timezone.now()
    if not settings.ANTHROPIC_API_KEY:
        return Step.NO_SERVER
    found = Step.NO_WORK
    for job in _jobs_in_turn(now):
        try:
            entry = entry_of(job)
        except JobtrackerError as error:
            _hold(job, reason=error.code, until=now + BLOCKED_AGAIN)
            continue
        server = cloud_server(entry)
        if not is_open(server, now=now):
            found = Step.NO_SERVER
            continue
        step = _assess_one(job, entry, server)
        if step != Step.NO_WORK:
            return step
    return found


def wake(job_id: uuid.UUID | None = None) -> int:
    """Let those that wait for money or for a usable model try again at once: of one job, or of all."""
    rows = Escalation.objects.filter(state=STATE.WAITING).exclude(reason="")
    rows = rows.filter(match__job_id=job_id) if job_id else rows
    with transaction.atomic():
        found = held_waiting(rows)
        woken = found.update(available_at=timezone.now(), reason="")
        if woken and job_id:
            touch(job_id)
    return woken


def waiting_now(now: datetime):
    """Those that may be asked about at once."""
    return Escalation.objects.due(now).sendable().at_once()


def _jobs_in_turn(now: datetime) -> list[Job]:
    """Jobs with somebody waiting, the one that was asked about longest ago first."""
    since = dict(waiting_now(now).order_by().values_list("match__job").annotate(since=Min("available_at")))
    asked = ModelCall.objects.cloud().filter(job__in=since, started_at__gt=now - timedelta(hours=1))
    last = dict(asked.order_by().values_list("job").annotate(last=Max("started_at")))
    never = datetime.min.replace(tzinfo=now.tzinfo)
    jobs = Job.objects.filter(pk__in=since).select_related("rubric")
    return sorted(jobs, key=lambda job: (last.get(job.pk, never), since[job.pk], job.pk.hex))


def _assess_one(job: Job, entry: CloudEntry, server: ModelServer) -> Step:
    """One slot, one claim, one question."""
    # After a fault one call goes first, to see whether the line is well again.
    taken = take_slot(server, slots=1 if server.fault else settings.CLOUD_SLOTS)
    if taken is None:
        return Step.NO_SLOT
    slot, slot_token = taken
    heartbeat.hold(Slot, slot_token, deadline_seconds=DEADLINE_SECONDS)
    try:
        token = _claim_best(job, entry, slot, slot_token)
        if token is None:
            return Step.NO_WORK
        heartbeat.hold(Escalation, token, deadline_seconds=DEADLINE_SECONDS)
        try:
            match_id = Escalation.objects.values_list("pk", flat=True).filter(token=token).first()
            if match_id is not None:  # else it was erased at this moment
                _assess(match_id, token, entry, server)
        finally:
            heartbeat.release(token)
        return Step.DONE
    finally:
        heartbeat.release(slot_token)
        free_slot(slot, slot_token)


def _claim_best(job: Job, entry: CloudEntry, slot: Slot, slot_token: uuid.UUID) -> uuid.UUID | None:
    """Claim the best waiting match, unless the first call of the job is under way: it warms the cache for others."""
    now = timezone.now()
    prefix = f"{job.pk.hex}:{job.rubric.version}"
    if not reserve_prefix(slot, slot_token, job_id=job.pk, prefix=prefix, now=now, warm_for=WARM_FOR):
        return None
    waiting = waiting_now(now).filter(match__job=job).best_first().values_list("pk", flat=True)[:20]
    for pk in list(waiting):
        if token := claim(Escalation.objects.filter(pk=pk), now=now):
            return token
    return None


def _assess(match_id: uuid.UUID, token: uuid.UUID, entry: CloudEntry, server: ModelServer) -> None:
    escalation = load(match_id)
    if escalation is None:
        return
    touch(escalation.match.job_id)
    if _take_paid(escalation, token):
        return
    followed = waiting_now(timezone.now()).filter(match__job=escalation.match.job_id).exists()
    ttl = "5m" if followed else ""
    try:
        asked = question(escalation, entry, ttl=ttl)
        if take_known(asked, token=token):
            return
        permit = permit_for(asked)
    except JobtrackerError as error:
        fail(escalation, error, token=token)
        return
    call = new_call(asked, server, token=token, ttl=ttl)
    code = _open(call, asked)
    if code is None:
        return
    if code:
        _no_money(escalation, token, code)
        return
    _ask(escalation, asked, permit, call)


def _open(call: ModelCall, asked: Question) -> str | None:
    """Reserve and write the receipt, both or neither; the code of the budget that does not reach, or "". None when the
    match was erased meanwhile: then nothing of it leaves any more."""
    with transaction.atomic():
        if not is_there(asked.match):
            return None
        code = reserve([call])[0]
        if not code:
            address, purpose = client_of(asked.entry).address, call.get_act_display()
            receipt = receipt_for(call, asked.match, payload=asked.payload, address=address, purpose=purpose)
            receipt.save()
    return code


def _ask(escalation: Escalation, asked: Question, permit: CloudPermit, call: ModelCall) -> None:
    """The call itself, outside any transaction, and what comes of it."""
    server = call.server
    connection.close()
    try:
        reply = client_of(asked.entry).assess(asked.prompt, permit=permit)
    except CloudForbiddenError as error:
        close_failed(call, cloud_fault("cloud_not_allowed"))
        fail(escalation, error, token=call.token)
        return
    except CloudError as error:
        _failed(escalation, call, error)
        return
    note_success(server)
    if error := take_in(call, reply, asked, token=call.token):
        fail(escalation, error, token=call.token)
    free_money()


def _failed(escalation: Escalation, call: ModelCall, error: CloudError) -> None:
    close_failed(call, error)
    if error.server_wide:
        note_fault(call.server, error)
        rows = Escalation.objects.filter(pk=escalation.pk)
        give_back(rows, call.token, after_seconds=0, same_attempt=True, reason=error.code)
        touch(call.job_id)
    else:
        if not error.permanent:
            note_failure(call.server)
        fail(escalation, error, token=call.token)
    free_money()


def _take_paid(escalation: Escalation, token: uuid.UUID) -> bool:
    """Judge an answer that came before its worker died; False when there is none."""
    paid = ModelCall.objects.filter(match=escalation.match, state=ModelCall.State.DONE).exclude(answer="")
    call = paid.filter(criterion=escalation.criterion, rubric=escalation.match.job.rubric).first()
    if call is None:
        paid.update(answer="")  # to criteria that are no longer asked about
        return False
    asked = question_of(call, entry_kept(call))
    if error := take_kept(call, call.answer, asked, token=token):
        fail(escalation, error, token=token)
    return True


def _no_money(escalation: Escalation, token: uuid.UUID, code: str) -> None:
    """The match and all that wait with it say which budget they wait for, and try again in a while."""
    rows = Escalation.objects.filter(pk=escalation.pk)
    seconds = MONEY_AGAIN.total_seconds()
    if give_back(rows, token, after_seconds=seconds, same_attempt=True, reason=code):
        until = timezone.now() + MONEY_AGAIN
        if code == JOB_BUDGET:
            _hold(escalation.match.job, reason=code, until=until)
        else:
            _hold(None, reason=code, until=until)


def _hold(job: Job | None, *, reason: str, until: datetime) -> None:
    """Those that wait, of one job or of all, wait until then, and say why."""
    rows = Escalation.objects.filter(state=STATE.WAITING).sendable().at_once()
    rows = rows.filter(match__job=job) if job else rows
    with transaction.atomic():
        held_waiting(rows).update(reason=reason, available_at=until)
    for pk in [job.pk] if job else Job.objects.exclude(strategy=Job.Strategy.LOCAL).values_list("pk", flat=True):
        touch(pk)
