"""A Message, asked for now or as one request of a batch: checked, charged, written."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.servers.claude import faults
from tests.servers.claude.cache import Split, prompt_tokens
from tests.servers.claude.checks import check_message, find_model, too_long
from tests.servers.claude.ledger import BillLine, Record
from tests.servers.claude.pricelist import Counted, Model, charge
from tests.servers.claude.schemas import shape
from tests.servers.claude.wire import invalid, new_id
from tests.servers.claude.writer import Written, write

if TYPE_CHECKING:
    from tests.servers.claude.server import ClaudeSimulator

_GRAMMAR_KEPT = 24 * 3600.0


@dataclass(frozen=True)
class Made:
    """A whole Message with what it was charged for."""

    body: dict
    counted: Counted


def parse(body: bytes) -> dict:
    """A request's JSON; 400 when it is none."""
    try:
        found = json.loads(body)
    except ValueError:
        raise invalid("The request body is not valid JSON.") from None
    if not isinstance(found, dict):
        raise invalid("Input should be a valid dictionary")
    return found


def answer_now(server: "ClaudeSimulator", record: Record, fault: str, *, gone: Callable[[], bool]) -> Made:
    """Work on POST /v1/messages with the pauses that it takes; charged once it is written."""
    params = parse(record.body)
    model = _accepted(server, params, batch=False)
    record.model = model.id
    record.compiled = _compile(server, params)
    if record.compiled:
        server.clock.pause(server.compile_seconds, gone=gone)
    with server.clock.changed:
        split = server.cache.split(params, model, now=server.clock.now())
    server.clock.pause(_prefill_seconds(server, split), gone=gone)
    server.wait_while_held(gone)
    with server.clock.changed:
        server.cache.began(split)
    written = write(params, model, fault=fault, obey=server.obey, thinks=server.thinks)
    server.clock.pause(written.output / server.decode, gone=gone)
    made = _made(params, model, split, written, tier="standard")
    record.counted = made.counted
    record.usd = charge(model, made.counted, batch=False, region=_region(params))
    server.ledger.charge(BillLine(model.id, record.usd, made.counted, request_id=record.request_id))
    return made


def answer_in_batch(
    server: "ClaudeSimulator", params: dict, fault: str, *, batch: str, custom_id: str, lucky: bool
) -> dict:
    """The Message of one request of a batch, charged at half the price. ApiError when the request is malformed."""
    model = _accepted(server, params, batch=True)
    _compile(server, params)
    with server.clock.changed:
        split = server.cache.split(params, model, now=server.clock.now(), lucky=lucky)
        server.cache.began(split)
    written = write(params, model, fault=fault, obey=server.obey, thinks=server.thinks)
    made = _made(params, model, split, written, tier="batch")
    usd = charge(model, made.counted, batch=True, region=_region(params))
    server.ledger.charge(BillLine(model.id, usd, made.counted, batch, custom_id))
    return made.body


def count(server: "ClaudeSimulator", record: Record) -> dict:
    """POST /v1/messages/count_tokens: an estimate that knows no cache and compiles nothing."""
    params = parse(record.body)
    model = find_model(server.models, params.get("model"), retired=server.retired)
    record.model = model.id
    check_message(params, model, batch=False, counting=True)
    return {"input_tokens": prompt_tokens(params, model)}


def fault_of(server: "ClaudeSimulator", text: str, *, batch: bool) -> faults.Fault | None:
    """The next fault of an answer that fits a request."""
    names = faults.WRITING | (faults.LINES if batch else faults.DELIVERY)
    with server.clock.changed:
        return server.faults.take(names, text)


def _accepted(server: "ClaudeSimulator", params: dict, *, batch: bool) -> Model:
    model = find_model(server.models, params.get("model") if isinstance(params, dict) else None, retired=server.retired)
    check_message(params, model, batch=batch)
    if (prompt := prompt_tokens(params, model)) > model.context:
        raise too_long(prompt, model)
    return model


def _compile(server: "ClaudeSimulator", params: dict) -> bool:
    """Whether the schema is new to the server, which then takes its time; it is kept for a day from its last use."""
    form = params.get("output_config", {}).get("format")
    if not form:
        return False
    with server.clock.changed:
        name, now = shape(form["schema"]), server.clock.now()
        known = server.grammars.get(name, float("-inf")) > now
        server.grammars[name] = now + _GRAMMAR_KEPT
    return not known


def _prefill_seconds(server: "ClaudeSimulator", split: Split) -> float:
    return server.latency + (split.plain + split.write_5m + split.write_1h) / server.prefill


def _region(params: dict) -> str:
    return params.get("inference_geo") or "global"


def _made(params: dict, model: Model, split: Split, written: Written, *, tier: str) -> Made:
    counted = Counted(
        split.plain, split.read, split.write_5m, split.write_1h, written.output, thinking=written.thinking
    )
    body = {
        "id": new_id("msg"),
        "type": "message",
        "role": "assistant",
        "model": model.id,
        "content": list(written.content),
        "stop_reason": written.stop,
        "stop_sequence": None,
        "stop_details": written.details,
        "usage": counted.usage(tier=tier, region=_region(params)),
    }
    return Made(body, counted)
