"""Taking in a batch's results: in any order, each once, however often it is begun again."""

import uuid
from dataclasses import dataclass

from django.db import connection

from matching.clients.claude import CloudModel
from matching.clients.claude_values import BatchResult
from matching.cloud_faults import cloud_fault
from matching.exceptions import JobtrackerError
from matching.models import CloudBatch, Escalation, Match, ModelCall
from matching.pipeline.answers import book, close_failed, fail, take_in, take_kept
from matching.pipeline.cloud import entry_kept
from matching.pipeline.money import free_money
from matching.pipeline.questions import question_of


@dataclass(frozen=True, slots=True)
class Came:
    """What came: whether everything of this batch is taken in now; whether what was read is of somebody else alone, and
    of which other batch of ours, if it is of one."""

    whole: bool
    foreign: bool
    whose: uuid.UUID | None = None


def fetch(batch: CloudBatch, client: CloudModel) -> Came:
    """Read all results from the start and take in those that are new and of one of our calls.

    Raises CloudError when the stream breaks off: what came stays.
    """
    connection.close()
    read, others = 0, set()
    for result in client.results(batch.vendor_id):
        read += 1
        call = _call_of(result.custom_id)
        if call is None:
            continue
        if call.batch_id != batch.pk:
            others.add(call.batch_id)
        elif not batch.is_ours:
            batch.is_ours = True
            CloudBatch.objects.filter(pk=batch.pk).update(is_ours=True)
        _take(call, result)
    if read and not batch.is_ours:
        return Came(whole=False, foreign=True, whose=next(iter(others), None))
    missing = batch.calls.filter(state=ModelCall.State.OPEN)
    return Came(whole=not missing.exists(), foreign=False)


def lose_rest(batch: CloudBatch, *, code: str) -> None:
    """Close what no result came for: charged in full, since nobody can know."""
    error = cloud_fault(code)
    error.billed = None
    for call in batch.calls.filter(state=ModelCall.State.OPEN):
        close_failed(call, error)
        _fail(call, error)


def _take(call: ModelCall, result: BatchResult) -> None:
    if call.state == ModelCall.State.DONE and call.answer:
        _judge_again(call)
    elif call.state == ModelCall.State.OPEN:
        _take_new(call, result)
        free_money()


def _take_new(call: ModelCall, result: BatchResult) -> None:
    if result.reply is None:
        error = cloud_fault(result.code or "cloud_batch_odd", model=call.model)
        close_failed(call, error)
        _fail(call, error)
        return
    entry = entry_kept(call)
    try:
        asked = question_of(call, entry)
    except (Match.DoesNotExist, JobtrackerError):
        book(call, result.reply, entry=entry, error="cloud_not_allowed")  # the CV was erased meanwhile
        return
    if error := take_in(call, result.reply, asked, token=None):
        _fail(call, error)


def _judge_again(call: ModelCall) -> None:
    """An answer that was booked when its worker died."""
    try:
        asked = question_of(call, entry_kept(call))
    except (Match.DoesNotExist, JobtrackerError):
        ModelCall.objects.filter(pk=call.pk).update(answer="")
        return
    if error := take_kept(call, call.answer, asked, token=None):
        _fail(call, error)


def _fail(call: ModelCall, error: JobtrackerError) -> None:
    escalation = Escalation.objects.filter(pk=call.match_id, batch=call.batch_id).select_related("match").first()
    if escalation is not None:
        fail(escalation, error, token=None)


def _call_of(custom_id: str) -> ModelCall | None:
    """The call of any of our batches: two whose creations were not answered may have been taken for each other."""
    try:
        pk = uuid.UUID(custom_id)
    except ValueError:
        return None
    return ModelCall.objects.filter(pk=pk, batch__isnull=False).first()
