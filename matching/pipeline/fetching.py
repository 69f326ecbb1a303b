"""Taking in a batch's results: in any order, each once, however often it is begun again."""

import uuid

from django.db import connection

from matching.clients.claude import CloudModel
from matching.clients.claude_values import BatchResult
from matching.cloud_faults import cloud_fault
from matching.exceptions import JobtrackerError
from matching.models import CloudBatch, Escalation, Match, ModelCall
from matching.pipeline.answers import book, close_failed, fail, take_in, take_kept
from matching.pipeline.assess import free_money
from matching.pipeline.cloud import known_entry
from matching.pipeline.questions import question_of


def fetch(batch: CloudBatch, client: CloudModel) -> bool:
    """Read all results from the start and take in those that are new; whether as many came as were sent.

    Raises CloudError when the stream breaks off: what came stays.
    """
    connection.close()
    count = 0
    for result in client.results(batch.vendor_id):
        count += 1
        _take(batch, result)
    return count >= batch.requests


def lose_rest(batch: CloudBatch, *, code: str) -> None:
    """Close what no result came for: charged in full, since nobody can know."""
    error = cloud_fault(code)
    error.billed = None
    for call in batch.calls.filter(state=ModelCall.State.OPEN):
        close_failed(call, error)
        _fail(batch, call, error)


def _take(batch: CloudBatch, result: BatchResult) -> None:
    call = _call_of(batch, result.custom_id)
    if call is None:
        return
    if call.state == ModelCall.State.DONE and call.answer:
        _judge_again(batch, call)
    elif call.state == ModelCall.State.OPEN:
        _take_new(batch, call, result)
        free_money(call)


def _take_new(batch: CloudBatch, call: ModelCall, result: BatchResult) -> None:
    if result.reply is None:
        error = cloud_fault(result.code or "cloud_batch_odd", model=call.model)
        close_failed(call, error)
        _fail(batch, call, error)
        return
    entry = known_entry(call.model, call.job)
    try:
        asked = question_of(call, entry)
    except (Match.DoesNotExist, JobtrackerError):
        book(call, result.reply, entry=entry, error="cloud_not_allowed")  # the CV was erased meanwhile
        return
    if error := take_in(call, result.reply, asked, token=None):
        _fail(batch, call, error)


def _judge_again(batch: CloudBatch, call: ModelCall) -> None:
    """An answer that was booked when its worker died."""
    try:
        asked = question_of(call, known_entry(call.model, call.job))
    except (Match.DoesNotExist, JobtrackerError):
        ModelCall.objects.filter(pk=call.pk).update(answer="")
        return
    if error := take_kept(call, call.answer, asked, token=None):
        _fail(batch, call, error)


def _fail(batch: CloudBatch, call: ModelCall, error: JobtrackerError) -> None:
    escalation = Escalation.objects.filter(pk=call.match_id, batch=batch).select_related("match").first()
    if escalation is not None:
        fail(escalation, error, token=None)


def _call_of(batch: CloudBatch, custom_id: str) -> ModelCall | None:
    try:
        pk = uuid.UUID(custom_id)
    except ValueError:
        return None
    return batch.calls.select_related("job").filter(pk=pk).first()
