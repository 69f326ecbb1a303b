"""From messages to the prompt's tokens: the chat template, the model's system prompt, the rule for what is too long."""

from tests.servers.ollama.catalogue import Model
from tests.servers.ollama.decoding import Asked
from tests.servers.ollama.grammar import nested_error
from tests.servers.ollama.tokens import tokenise
from tests.servers.ollama.wire import ApiError

TOO_LONG = (
    "the prompt is longer than the context length currently available to the model; shorten the prompt, adjust the "
    "context length in settings, or use a model with a longer context length"
)
TOO_LONG_LEGACY = "the input length exceeds the context length"
_MARKS = {
    "phi3": ("<|im_start|>{}<|im_sep|>\n", "<|im_end|>\n"),
    "llama": ("<|header|>{}<|header_end|>\n\n", "<|eot_id|>\n"),
}
_CHATML = ("<|im_start|>{}\n", "<|im_end|>\n")


def messages_of(asked: Asked, model: Model) -> list[dict]:
    """The messages with the model's own system prompt in front, unless the request brings one."""
    messages = list(asked.messages)
    if asked.prompt or asked.system:
        messages = [{"role": "system", "content": asked.system}] if asked.system else []
        messages.append({"role": "user", "content": asked.prompt})
    if model.system and (not messages or messages[0]["role"] != "system"):
        messages.insert(0, {"role": "system", "content": model.system})
    return messages


def render(messages: list[dict], model: Model) -> str:
    """The exact text that the model gets."""
    start, end = _MARKS.get(model.family, _CHATML)
    parts = [f"{start.format(message['role'])}{message['content']}{end}" for message in messages]
    return "".join(parts) + start.format("assistant")


def prompt_tokens(asked: Asked, model: Model, options: dict, *, legacy: bool, forced_cut: bool) -> list[str]:
    """The tokens that are evaluated; raises ApiError 400 for a prompt that is too long and may not be cut.

    `forced_cut` cuts even a prompt that fits, and where the request forbids it.
    """
    limit = options["num_ctx"]
    most = limit if legacy else limit - 1
    messages = messages_of(asked, model)
    tokens = tokenise(asked.prompt if asked.raw else render(messages, model))
    if asked.truncate and not model.native:
        while len(tokens) > most and (shorter := _without_oldest(messages)) is not None:
            messages = shorter
            tokens = tokenise(render(messages, model))
    if len(tokens) <= most and not forced_cut:
        return tokens
    if forced_cut:
        limit = min(limit, len(tokens))
    else:
        _refuse(asked, model, length=len(tokens), limit=limit, legacy=legacy)
    keep = options["num_keep"] if options["num_keep"] >= 0 else len(tokens)
    keep = min(keep + model.begins, limit - 1)
    new = limit if legacy else limit - max((limit - keep) // 2, 1)
    return tokens[:keep] + tokens[len(tokens) - (new - keep) :]


def _without_oldest(messages: list[dict]) -> list[dict] | None:
    """The messages without the oldest that is neither a system message nor the last; None when there is none."""
    for index, message in enumerate(messages[:-1]):
        if message["role"] != "system":
            return messages[:index] + messages[index + 1 :]
    return None


def _refuse(asked: Asked, model: Model, *, length: int, limit: int, legacy: bool) -> None:
    if legacy:
        if not asked.truncate:
            raise ApiError(400, TOO_LONG_LEGACY)
        return
    if not asked.truncate or model.native:
        message = f"request ({length} tokens) exceeds the available context size ({limit} tokens), try increasing it"
        raise nested_error(message, kind="exceed_context_size_error", n_prompt_tokens=length, n_ctx=limit)
    if not asked.shift:
        raise ApiError(400, TOO_LONG)
