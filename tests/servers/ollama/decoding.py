"""Request bodies: JSON as Go decodes it (keys in any case, unknown ones ignored) with Go's error texts."""

import json
from dataclasses import dataclass, field

from tests.servers.ollama.wire import ApiError, go_type, parse_duration

_FIELDS: dict[str, tuple[tuple[type, ...], str]] = {
    "model": ((str,), "string"),
    "name": ((str,), "string"),
    "prompt": ((str,), "string"),
    "system": ((str,), "string"),
    "template": ((str,), "string"),
    "suffix": ((str,), "string"),
    "messages": ((list,), "[]api.Message"),
    "context": ((list,), "[]int"),
    "images": ((list,), "[]api.ImageData"),
    "tools": ((list,), "api.Tools"),
    "options": ((dict,), "map[string]interface {}"),
    "stream": ((bool,), "bool"),
    "raw": ((bool,), "bool"),
    "truncate": ((bool,), "bool"),
    "shift": ((bool,), "bool"),
    "logprobs": ((bool,), "bool"),
    "_debug_render_only": ((bool,), "bool"),
    "top_logprobs": ((int,), "int"),
}
_PYTHON_TO_GO = {
    "Expecting value": "looking for beginning of value",
    "Expecting property name enclosed in double quotes": "looking for beginning of object key string",
    "Illegal trailing comma before end of object": "looking for beginning of object key string",
    "Expecting ':' delimiter": "after object key",
    "Expecting ',' delimiter": "after object key:value pair",
    "Invalid control character at": "in string literal",
}
_THINK = ("low", "medium", "high", "max")


@dataclass
class Asked:
    """A chat or generate request after decoding. `messages` are {"role", "content"} with text; times in seconds."""

    model: str = ""
    messages: list[dict] = field(default_factory=list)
    prompt: str = ""
    system: str = ""
    template: str = ""
    context: list = field(default_factory=list)
    raw: bool = False
    stream: bool = True
    form: object = None
    tools: list = field(default_factory=list)
    options: dict = field(default_factory=dict)
    keep_alive: float | None = None
    think: object = None
    truncate: bool = True
    shift: bool = True
    render_only: bool = False
    logprobs: bool = False
    top_logprobs: int = 0

    @property
    def text(self) -> str:
        """All that the request says to the model, for faults that look for a part of it."""
        return "\n".join([self.system, *(message["content"] for message in self.messages), self.prompt])


def decode_json(body: bytes, kind: str = "Request") -> dict:
    """The body as an object with lower-case keys; raises ApiError 400 with Go's words. `kind` is the Go type's name."""
    if not body.strip():
        raise ApiError(400, "missing request body")
    text = body.decode("utf-8", "replace")
    try:
        value, _ = json.JSONDecoder().raw_decode(text.lstrip())
    except json.JSONDecodeError as error:
        raise ApiError(400, _go_syntax_error(error)) from error
    if not isinstance(value, dict):
        raise ApiError(400, f"json: cannot unmarshal {go_type(value)} into Go value of type api.{kind}")
    fields = {key.lower(): item for key, item in value.items() if item is not None}
    for key, item in fields.items():
        _check_type(kind, key, item)
    return fields


def _go_syntax_error(error: json.JSONDecodeError) -> str:
    if error.pos >= len(error.doc.rstrip()) or error.msg.startswith("Unterminated string"):
        return "unexpected EOF"
    where = _PYTHON_TO_GO.get(error.msg, "looking for beginning of value")
    return f"invalid character '{error.doc[error.pos]}' {where}"


def _check_type(kind: str, key: str, item: object) -> None:
    kinds, go_name = _FIELDS.get(key, ((object,), ""))
    wrong = not isinstance(item, kinds) or (isinstance(item, bool) and kinds == (int,))
    if wrong:
        raise ApiError(
            400, f"json: cannot unmarshal {go_type(item)} into Go struct field {kind}.{key} of type {go_name}"
        )


def decode_asked(body: bytes, *, chat: bool) -> Asked:
    """A chat or generate request; raises ApiError 400."""
    kind = "ChatRequest" if chat else "GenerateRequest"
    fields = decode_json(body, kind)
    same = ("model", "prompt", "system", "template", "context", "raw", "stream", "tools", "options")
    more = ("truncate", "shift", "logprobs", "top_logprobs")
    return Asked(
        **{name: fields[name] for name in (*same, *more) if name in fields},
        messages=[_message(item, kind) for item in fields.get("messages", [])] if chat else [],
        form=fields.get("format"),
        keep_alive=parse_duration(fields.get("keep_alive")),
        think=_think(fields.get("think")),
        render_only=fields.get("_debug_render_only", False),
    )


def _message(item: object, kind: str) -> dict:
    if not isinstance(item, dict):
        raise ApiError(
            400, f"json: cannot unmarshal {go_type(item)} into Go struct field {kind}.messages of type api.Message"
        )
    fields = {key.lower(): value for key, value in item.items() if value is not None}
    for key in ("role", "content"):
        if not isinstance(fields.get(key, ""), str):
            where = f"{kind}.messages.{key}"
            raise ApiError(
                400, f"json: cannot unmarshal {go_type(fields[key])} into Go struct field {where} of type string"
            )
    return {"role": fields.get("role", "").lower(), "content": fields.get("content", "")}


def _think(value: object) -> object:
    if value is None or isinstance(value, bool) or value in _THINK:
        return value
    raise ApiError(400, f'invalid think value: {json.dumps(value)} (must be "high", "medium", "low", true, or false)')
