"""From what stands on Claude's wire to our values. Nothing here raises but CloudError."""

from collections.abc import Mapping

from matching.clients.claude_values import BatchResult, BatchStatus, CloudReply, ModelInfo
from matching.cloud_faults import cloud_fault
from matching.costs import Usage
from matching.exceptions import CloudError

_STOPS = {
    "max_tokens": "cloud_cut_off",
    "model_context_window_exceeded": "cloud_context_exceeded",
    "refusal": "cloud_refused",
    "pause_turn": "cloud_paused",
}
_FINISHED = {"end_turn", "stop_sequence"}
_COUNTS = ("processing", "succeeded", "errored", "canceled", "expired")


def judge(reply: CloudReply) -> str:
    """The text of a finished answer. Raises CloudError, with the reply on it, for every other stop and an empty text.

    A finished answer has still to be read as JSON and checked.
    """
    code = "" if reply.stop_reason in _FINISHED else _STOPS.get(reply.stop_reason, "cloud_odd_stop")
    if not code and reply.text.strip():
        return reply.text
    error = cloud_fault(code or "cloud_empty", model=reply.model, request_id=reply.request_id)
    error.reply = reply
    raise error


def read_message(body: object, *, request_id: str = "", seconds: float = 0.0) -> CloudReply:
    """A Message. Raises CloudError cloud_odd_reply when it is none and cloud_no_usage when it does not say its cost."""
    message = _mapping(body)
    if message.get("type") != "message" or not isinstance(message.get("content"), list):
        raise cloud_fault("cloud_odd_reply", request_id=request_id)
    usage = _mapping(message.get("usage"))
    if not (_is_count(usage.get("input_tokens")) and _is_count(usage.get("output_tokens"))):
        raise cloud_fault("cloud_no_usage", request_id=request_id)
    blocks = [_mapping(block) for block in message["content"]]
    return CloudReply(
        text="".join(_word(block.get("text")) for block in blocks if block.get("type") == "text"),
        stop_reason=_word(message.get("stop_reason")),
        usage=_usage(usage),
        model=_word(message.get("model")),
        refusal=_word(_mapping(message.get("stop_details")).get("category")),
        thinking_tokens=_count(_mapping(usage.get("output_tokens_details")).get("thinking_tokens")),
        service_tier=_word(usage.get("service_tier")) or "standard",
        region=_word(usage.get("inference_geo")),
        request_id=request_id,
        message_id=_word(message.get("id")),
        seconds=seconds,
    )


def read_batch(body: object, *, request_id: str = "") -> BatchStatus:
    """A batch. Raises CloudError cloud_odd_reply when it is none."""
    batch = _mapping(body)
    if batch.get("type") != "message_batch" or not _word(batch.get("id")):
        raise cloud_fault("cloud_odd_reply", request_id=request_id)
    counts = _mapping(batch.get("request_counts"))
    times = {name: _word(batch.get(name)) for name in ("created_at", "expires_at", "ended_at", "archived_at")}
    return BatchStatus(
        id=batch["id"],
        state=_word(batch.get("processing_status")),
        **times,
        **{name: _count(counts.get(name)) for name in _COUNTS},
    )


def read_result(line: object) -> BatchResult:
    """One line of a batch's results. Raises CloudError cloud_batch_cut when the line names no request."""
    row = _mapping(line)
    custom_id, result = _word(row.get("custom_id")), _mapping(row.get("result"))
    if not custom_id:
        raise cloud_fault("cloud_batch_cut")
    match result.get("type"):
        case "succeeded":
            return _succeeded(custom_id, result.get("message"))
        case "errored":
            kind = _mapping(_mapping(result.get("error")).get("error")).get("type")
            malformed = kind in {"invalid_request_error", "request_too_large"}
            code = "cloud_batch_refused_request" if malformed else "cloud_batch_errored"
            return BatchResult(custom_id, "errored", code=code)
        case "canceled":
            return BatchResult(custom_id, "canceled", code="cloud_batch_canceled")
        case "expired":
            return BatchResult(custom_id, "expired", code="cloud_batch_expired")
        case _:
            return BatchResult(custom_id, "unknown", code="cloud_batch_odd")


def read_model(entry: object) -> ModelInfo:
    """One model of the vendor's list; what it does not tell stays empty."""
    model = _mapping(entry)
    can = _mapping(model.get("capabilities"))
    kinds = _mapping(_mapping(can.get("thinking")).get("types"))
    return ModelInfo(
        id=_word(model.get("id")),
        label=_word(model.get("display_name")),
        lifecycle=_word(model.get("lifecycle")),
        retires_at=_word(model.get("retires_at")),
        max_input=_count(model.get("max_input_tokens")),
        max_output=_count(model.get("max_tokens")),
        structured_outputs=_supported(can.get("structured_outputs")),
        batch=_supported(can.get("batch")),
        effort=_supported(can.get("effort")),
        thinking=tuple(sorted(kind for kind, support in kinds.items() if _supported(support))),
    )


def _succeeded(custom_id: str, message: object) -> BatchResult:
    try:
        return BatchResult(custom_id, "succeeded", read_message(message))
    except CloudError:
        return BatchResult(custom_id, "unknown", code="cloud_batch_odd")


def _usage(usage: Mapping) -> Usage:
    """Tokens by class. Without the split of what was written to the cache, all of it counts as the shorter kind."""
    split = _mapping(usage.get("cache_creation"))
    hour = _count(split.get("ephemeral_1h_input_tokens"))
    parts = hour + _count(split.get("ephemeral_5m_input_tokens"))
    written = max(_count(usage.get("cache_creation_input_tokens")), parts)
    return Usage(
        input=_count(usage.get("input_tokens")),
        output=_count(usage.get("output_tokens")),
        write_5m=written - hour,
        write_1h=hour,
        read=_count(usage.get("cache_read_input_tokens")),
    )


def _mapping(value: object) -> Mapping:
    return value if isinstance(value, Mapping) else {}


def _word(value: object) -> str:
    """A text without what no database can store: halves of characters, and the character 0."""
    return value.encode("utf-8", "ignore").decode().replace("\0", "") if isinstance(value, str) else ""


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _count(value: object) -> int:
    return value if _is_count(value) else 0


def _supported(value: object) -> bool:
    return _mapping(value).get("supported") is True
