"""What the API refuses with a 400: parameters that a model does not take, and malformed messages."""

from collections.abc import Iterator

from tests.servers.claude.pricelist import Model
from tests.servers.claude.schemas import check_schema
from tests.servers.claude.wire import ApiError, invalid, missing

_KNOWN = {
    "model", "max_tokens", "messages", "system", "output_config", "thinking", "tools", "tool_choice", "metadata",
    "stop_sequences", "service_tier", "inference_geo", "cache_control", "stream",
}  # fmt: skip
_SAMPLING = {"temperature", "top_p", "top_k"}
_EFFORTS = {"low", "medium", "high", "xhigh", "max"}
MOST_BYTES = 32 * 1024 * 1024


def find_model(models: tuple[Model, ...], name: object, *, retired: set[str]) -> Model:
    """The model of that id or alias; 404 when there is none or it is retired."""
    found = next((model for model in models if name and name in (model.id, model.alias)), None)
    if found is None or found.lifecycle == "retired" or {found.id, found.alias} & retired:
        raise missing(f"model: {name}")
    return found


def check_message(params: object, model: Model, *, batch: bool, counting: bool = False) -> None:
    """Raise ApiError 400 for what a request may not hold."""
    if not isinstance(params, dict):
        raise invalid("Input should be a valid dictionary")
    for name in params.keys() - _KNOWN:
        reason = "this version takes no sampling parameters" if name in _SAMPLING else "Extra inputs are not permitted"
        raise invalid(f"{name}: {reason}")
    if batch and "stream" in params:
        raise invalid("stream: Extra inputs are not permitted")
    if params.get("stream"):
        raise invalid("stream: this simulator does not stream")
    if not counting:
        most = params.get("max_tokens")
        if not isinstance(most, int) or isinstance(most, bool) or most < 1:
            raise invalid("max_tokens: Input should be greater than or equal to 1")
        if most > model.most_output:
            raise invalid(f"max_tokens: {most} > {model.most_output}, the maximum of {model.id}")
    _check_messages(params)
    _check_thinking(params, model)
    _check_output(params, model)
    _check_breakpoints(params)
    if params.get("inference_geo") == "us" and not model.forced_region:
        raise invalid("inference_geo: not supported by this model")


def blocks_of(params: dict) -> Iterator[tuple[str, dict]]:
    """All blocks of a request in the order in which they are read: (place, block)."""
    for place, content in (("system", params.get("system", [])), *_contents(params)):
        if isinstance(content, str):
            yield place, {"type": "text", "text": content}
        else:
            yield from ((place, block) for block in content)


def _contents(params: dict) -> Iterator[tuple[str, object]]:
    yield from ((message["role"], message["content"]) for message in params["messages"])


def _check_messages(params: dict) -> None:
    messages = params.get("messages")
    if not isinstance(messages, list) or not messages:
        raise invalid("messages: at least one message is required")
    for number, message in enumerate(messages):
        if not isinstance(message, dict) or message.get("role") not in ("user", "assistant"):
            raise invalid(f"messages.{number}.role: Input should be 'user' or 'assistant'")
        if not isinstance(message.get("content"), str | list) or not message["content"]:
            raise invalid(f"messages.{number}.content: Field required")
    if messages[-1]["role"] != "user":
        raise invalid("messages: the last message must be the user's")
    for place, block in blocks_of(params):
        if not isinstance(block, dict) or block.get("type") != "text":
            raise invalid(f"{place}: this simulator reads text blocks alone")
        if not isinstance(block.get("text"), str) or not block["text"].strip():
            raise invalid(f"{place}: text content blocks must be non-empty")


def _check_thinking(params: dict, model: Model) -> None:
    asked = params.get("thinking")
    if asked is None:
        return
    kind = asked.get("type") if isinstance(asked, dict) else None
    if kind not in model.kinds:
        raise invalid(f"thinking.type: {kind!r} is not supported by {model.id}")


def _check_output(params: dict, model: Model) -> None:
    output = params.get("output_config", {})
    effort = output.get("effort")
    if effort is not None and (not model.effort or effort not in _EFFORTS):
        raise invalid(f"output_config.effort: not supported by {model.id}")
    thinking = (params.get("thinking") or {}).get("type")
    if effort in ("xhigh", "max") and thinking in ("disabled", "between_tools"):
        raise invalid("output_config.effort: not allowed with thinking turned off")
    form = output.get("format")
    if form is None:
        return
    if not model.structured:
        raise invalid(f"output_config.format: not supported by {model.id}")
    if not isinstance(form, dict) or form.get("type") != "json_schema":
        raise invalid("output_config.format.type: Input should be 'json_schema'")
    check_schema(form.get("schema"))


def _check_breakpoints(params: dict) -> None:
    marks = [block["cache_control"] for _, block in blocks_of(params) if block.get("cache_control")]
    if len(marks) > 4:
        raise invalid(f"A maximum of 4 blocks with cache_control may be provided. Found {len(marks)}.")
    lengths = [mark.get("ttl", "5m") for mark in marks]
    if any(mark.get("type") != "ephemeral" for mark in marks) or set(lengths) - {"5m", "1h"}:
        raise invalid("cache_control: Input should be {'type': 'ephemeral', 'ttl': '5m' or '1h'}")
    if "5m" in lengths and "1h" in lengths[lengths.index("5m") :]:
        raise invalid("cache_control: a ttl of 1h must not come after a ttl of 5m")


def too_long(prompt: int, model: Model) -> ApiError:
    return invalid(f"prompt is too long: {prompt} tokens > {model.context} maximum")
