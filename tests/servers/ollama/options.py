"""`options` of a request: names, types, defaults, and which of them belong to the runner and so cause a reload."""

from collections.abc import Mapping

from tests.servers.ollama.wire import ApiError

RUNNER = ("num_ctx", "num_batch", "num_gpu", "main_gpu", "use_mmap", "num_thread", "draft_num_predict")
DEFAULTS = {
    "num_keep": 4,
    "seed": -1,
    "num_predict": -1,
    "top_k": 40,
    "top_p": 0.9,
    "min_p": 0.0,
    "typical_p": 1.0,
    "repeat_last_n": 64,
    "temperature": 0.8,
    "repeat_penalty": 1.0,
    "presence_penalty": 0.0,
    "frequency_penalty": 0.0,
    "stop": [],
    "num_ctx": 0,
    "num_batch": 512,
    "num_gpu": -1,
    "main_gpu": 0,
    "use_mmap": None,
    "num_thread": 0,
    "draft_num_predict": 4,
}
_BOOLEANS = ("use_mmap",)
_GIB = 1024**3


def effective_options(asked: Mapping | None, *, of_model: Mapping, context_limit: int, default_ctx: int) -> dict:
    """Defaults, then the model's parameters, then the request's; unknown names are ignored as the server does.

    A wrong type raises ApiError 500; `num_ctx` is kept between 4 and the model's own limit.
    """
    options = dict(DEFAULTS)
    for source in (of_model, asked or {}):
        for name, value in source.items():
            if name in DEFAULTS and value is not None:
                options[name] = _typed(name, value)
    options["num_ctx"] = min(max(options["num_ctx"] or default_ctx, 4), context_limit)
    return options


def _typed(name: str, value: object) -> object:
    if name in _BOOLEANS:
        return _checked(name, value, ok=isinstance(value, bool), word="boolean")
    if name == "stop":
        _checked(name, value, ok=isinstance(value, list), word="array")
        if not all(isinstance(item, str) for item in value):
            raise ApiError(500, 'option "stop" must be of an array of strings')
        return value
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if isinstance(DEFAULTS[name], int):
        return int(_checked(name, value, ok=number, word="integer"))
    return float(_checked(name, value, ok=number, word="float32"))


def _checked(name: str, value: object, *, ok: bool, word: str) -> object:
    if not ok:
        raise ApiError(500, f'option "{name}" must be of type {word}')
    return value


def default_context(vram: int) -> int:
    """Default `num_ctx` by the graphics memory in bytes, as newer servers choose it."""
    if vram >= 47 * _GIB:
        return 262144
    return 32768 if vram >= 23 * _GIB else 4096


def predict_limit(options: Mapping) -> int | None:
    """How many tokens may be generated: at most ten contexts; 0 is dropped on the way and so means no limit."""
    most = 10 * options["num_ctx"]
    return most if options["num_predict"] < 0 else min(options["num_predict"], most) or None
