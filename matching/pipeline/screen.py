"""Screen: one call of the local model for one match, from the row that opens the ledger to the score on the page."""

import random
import uuid
from dataclasses import asdict, dataclass, field
from enum import StrEnum

from django.db import connection, transaction
from django.utils import timezone

from matching.exceptions import ModelError
from matching.models import Match, ModelCall, ModelServer, RubricVersion, Screening, Slot
from matching.pipeline.claims import give_back, heartbeat
from matching.pipeline.jobs import hold, is_there, touch, want_escalation
from matching.pipeline.servers import local_model, note_failure, note_fault, note_success, ready, this_server
from matching.pipeline.shown import show
from matching.pipeline.slots import Turn, free_slot, take_slot, take_turn
from matching.prompts import PROMPT_VERSION, ScreenPrompt, screen_prompt
from matching.replies import Answer, RawReply, accept
from matching.retries import next_try
from matching.scoring import cache_key, score

SEED = 7


class Step(StrEnum):
    """What one permission led to."""

    DONE = "done"
    NO_SERVER = "no_server"
    NO_SLOT = "no_slot"
    NO_WORK = "no_work"


@dataclass(frozen=True, slots=True)
class Work:
    """Everything one call needs, loaded before the connection is closed."""

    match: Match
    rubric: RubricVersion
    prompt: ScreenPrompt
    key: str
    seed: int
    server: ModelServer
    prefix: str
    call: ModelCall = field(init=False)


def screen_next(*, slots: int) -> Step:
    """Screen the best waiting match if the server beside this worker has one of its `slots` free."""
    server = this_server()
    if not ready(server):
        return Step.NO_SERVER
    taken = take_slot(server, slots=slots)
    if taken is None:
        return Step.NO_SLOT
    slot, slot_token = taken
    deadline = local_model().deadline_seconds + 60
    heartbeat.hold(Slot, slot_token, deadline_seconds=deadline)
    try:
        turn = take_turn(slot, slot_token)
        if turn is None:
            return Step.NO_WORK
        heartbeat.hold(Match, turn.token, deadline_seconds=deadline)
        try:
            _screen(turn, server)
        finally:
            heartbeat.release(turn.token)
        return Step.DONE
    finally:
        heartbeat.release(slot_token)
        free_slot(slot, slot_token)


def retry_screening(match: Match) -> bool:
    """Put a match that was not scored in line again; False when it is not in that state."""
    again = Match.objects.filter(pk=match.pk, state=Match.State.NOT_SCORED).update(
        state=Match.State.WAITING, reason="", attempt=0, available_at=timezone.now(), dispatched_at=None
    )
    if again:
        touch(match.job_id)
    return bool(again)


def rescreen(match: Match) -> bool:
    """Put a screened match in line again, as after a rubric edit; its score stays on show. False if it is not screened.

    An unchanged input is answered from what is stored, at no cost.
    """
    again = Match.objects.filter(pk=match.pk, state=Match.State.SCREENED).update(
        state=Match.State.WAITING, attempt=0, available_at=timezone.now(), dispatched_at=None
    )
    if again:
        touch(match.job_id)
    return bool(again)


def _screen(turn: Turn, server: ModelServer) -> None:
    match = Match.objects.select_related("cv", "job__rubric").filter(pk=turn.match_id).first()
    if match is None:
        return  # erased at this moment
    touch(match.job_id)
    try:
        work = _prepare(match, server)
    except ModelError as error:
        _give_up(match, turn.token, code=error.code)
        return
    if known := Screening.objects.filter(cache_key=work.key).order_by("created_at").first():
        _store(work, turn.token, Screening(same_as=known, **_copied(known)))
        return
    call = _open_call(work, turn)
    if call is None:
        return
    connection.close()
    try:
        reply = local_model().screen(work.prompt, seed=work.seed)
        answer = _accept(work, reply)
    except ModelError as error:
        _fail(work, turn, call, error)
        return
    _settle(work, turn, call, reply=reply, answer=answer)


def _prepare(match: Match, server: ModelServer) -> Work:
    rubric = match.job.rubric
    model = local_model()
    prompt = screen_prompt(
        rubric.as_rubric(),
        match.cv.redacted,
        key=match.job.prompt_key,
        num_ctx=model.num_ctx,
        num_predict=model.num_predict,
    )
    key = cache_key(
        digest=server.digest,
        prompt_version=PROMPT_VERSION,
        rubric_version=rubric.version,
        cv_text=match.cv.redacted,
        options=model.options,
    )
    prefix = f"{match.job_id.hex}:{rubric.version}"
    # Another seed on a later attempt: the same one would only repeat a bad answer. Seeds do not reload the model.
    return Work(match, rubric, prompt, key, SEED + match.attempt - 1, server, prefix)


def _open_call(work: Work, turn: Turn) -> ModelCall | None:
    """The ledger's row, before the call; None when the match was erased meanwhile."""
    with transaction.atomic():
        if not is_there(work.match):
            return None
        return ModelCall.objects.create(
            match=work.match,
            job_id=work.match.job_id,
            token=turn.token,
            server=work.server,
            model=work.server.model,
            digest=work.server.digest,
            prompt_version=PROMPT_VERSION,
            prefix=work.prefix,
            expected_tokens=work.prompt.tokens,
            started_at=timezone.now(),
        )


def _accept(work: Work, reply: RawReply) -> Answer:
    """The answer, or a ModelError that still knows what the reply cost."""
    try:
        return accept(
            reply,
            rubric=work.rubric.as_rubric(),
            expected_tokens=work.prompt.tokens,
            num_ctx=local_model().num_ctx,
        )
    except ModelError as error:
        error.reply = reply
        raise


def _settle(work: Work, turn: Turn, call: ModelCall, *, reply: RawReply, answer: Answer) -> None:
    with transaction.atomic():
        hold(work.match.job_id)
        _close_call(call, state=ModelCall.State.DONE, reply=reply)
        note_success(work.server)
        # Two equal CVs may have been in flight at once: the first answer stands for both.
        known = Screening.objects.filter(cache_key=work.key).order_by("created_at").first()
        values = {"same_as": known, **_copied(known)} if known else _values(work, answer)
        _store(work, turn.token, Screening(call=call, **values))


def _values(work: Work, answer: Answer) -> dict:
    """The columns of a new screening: what the model said, and what code makes of it."""
    return {
        **asdict(score(work.rubric.as_rubric(), answer.levels)),
        "cache_key": work.key,
        "model": work.server.model,
        "digest": work.server.digest,
        "prompt_version": PROMPT_VERSION,
        "levels": {level.id: asdict(level) for level in answer.levels},
        "flag": answer.flag,
        "why": answer.why,
        "gap": answer.gap,
        "left_out": list(work.prompt.left_out),
    }


def _copied(known: Screening) -> dict:
    own = {"id", "match", "rubric", "call", "same_as", "created_at"}
    return {column.name: getattr(known, column.name) for column in Screening._meta.fields if column.name not in own}


def _store(work: Work, token: uuid.UUID, made: Screening) -> None:
    """Show a screening on its match, if the claim still holds: a late answer never overwrites a newer attempt."""
    match = work.match
    with transaction.atomic():
        hold(match.job_id)
        held = Match.objects.select_for_update().filter(pk=match.pk, token=token, state=Match.State.SCREENING)
        if not held.exists():
            return
        made.match, made.rubric = match, work.rubric
        made.save(force_insert=True)
        Match.objects.filter(pk=match.pk).update(
            state=Match.State.SCREENED, reason="", token=None, lease_until=None, screening=made
        )
        show(match.pk)
        want_escalation(match.job_id)


def _fail(work: Work, turn: Turn, call: ModelCall, error: ModelError) -> None:
    """Close the call with its error; the match waits for another try, or is not scored, with the reason on it."""
    rows = Match.objects.filter(pk=work.match.pk)
    with transaction.atomic():
        hold(work.match.job_id)
        _close_call(call, state=ModelCall.State.FAILED, error=error.code, reply=error.reply)
        if error.server_wide:
            note_fault(work.server, error.code)
            give_back(rows, turn.token, after_seconds=0, same_attempt=True, reason=error.code)
        elif (
            error.permanent
            or (
                delay := next_try(
                    error.code,
                    attempt=work.match.attempt,
                    jitter=random.uniform(0.5, 1.5),
                    retry_after=error.retry_after,
                )
            )
            is None
        ):
            _give_up(work.match, turn.token, code=error.code)
        else:
            note_failure(work.server)
            give_back(rows, turn.token, after_seconds=delay, reason=error.code)
        touch(work.match.job_id)


def _give_up(match: Match, token: uuid.UUID, *, code: str) -> None:
    Match.objects.filter(pk=match.pk, token=token).update(
        state=Match.State.NOT_SCORED, reason=code, token=None, lease_until=None
    )
    want_escalation(match.job_id)


def _close_call(call: ModelCall, *, state: str, error: str = "", reply: RawReply | None = None) -> None:
    """Close one ledger row. A row that the reconciler took for lost keeps its place and gets its figures."""
    now = timezone.now()
    figures = (
        {
            "prompt_tokens": reply.prompt_tokens,
            "output_tokens": reply.output_tokens,
            "load_seconds": reply.load_seconds,
            "prompt_seconds": reply.prompt_seconds,
            "eval_seconds": reply.eval_seconds,
        }
        if reply
        else {}
    )
    ModelCall.objects.filter(pk=call.pk).update(
        state=state, error=error, finished_at=now, seconds=(now - call.started_at).total_seconds(), **figures
    )
