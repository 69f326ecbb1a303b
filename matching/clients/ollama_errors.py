"""What an error of a call to Ollama means: from what the client raises to one of the codes of `matching.faults`."""

import json

import httpx
from ollama import ResponseError

from matching.exceptions import ModelError
from matching.faults import fault

# All that the client is known to raise: its own error, httpx's, and what its parsing of odd bodies trips over.
CALL_ERRORS = (
    ResponseError,
    httpx.HTTPError,
    httpx.InvalidURL,
    httpx.StreamError,
    OSError,
    AttributeError,
    TypeError,
    ValueError,
)

# The first row whose words are in the server's text decides; (words, code).
_BY_TEXT = (
    (("exceed_context_size", "longer than the context length", "exceeds the context length"), "prompt_too_long"),
    (("exceeds the available context size",), "prompt_too_long"),
    (("failed to parse grammar", "number of repetitions exceeds"), "grammar_refused"),
    (("does not support chat", "does not support generate", "does not support thinking"), "unsuitable_model"),
    (("server busy",), "busy"),
    (("out of memory", "out-of-memory", "cudamalloc", "failed to allocate", "more system memory"), "out_of_memory"),
    (("may be incompatible with your version",), "incompatible"),
    (("unexpectedly stopped", "error was encountered while running the model"), "runner_stopped"),
    (("process has terminated", "timed out waiting for", "unable to load", "error loading"), "load_failed"),
    (("no slots available",), "load_failed"),
    (("must be of type", "invalid format"), "bad_request"),
)
_BY_STATUS = {
    401: "unauthorized",
    403: "forbidden",
    405: "not_ollama",
    407: "unauthorized",
    408: "proxy_fault",
    413: "prompt_too_long",
    429: "busy",
    499: "server_error",
    502: "proxy_fault",
    503: "busy",
    504: "proxy_fault",
}


class WaitAsked(Exception):
    """The server was busy and said for how many seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"asked to wait {seconds:g} s")
        self.seconds = seconds


def explain(error: Exception, *, model: str, address: str, answering: bool = False) -> ModelError:
    """The ModelError that says what an error of CALL_ERRORS means. `answering`: part of an answer had arrived."""
    if isinstance(error, WaitAsked):
        return fault("busy", model=model, address=address, retry_after=error.seconds)
    return fault(_code(error, answering=answering), model=model, address=address)


def _code(error: Exception, *, answering: bool) -> str:
    match error:
        case ResponseError():
            return _code_of_response(error.status_code, _plain(error.error))
        case httpx.InvalidURL() | httpx.UnsupportedProtocol() | httpx.LocalProtocolError():
            return "bad_address"
        case httpx.ConnectError() | httpx.ConnectTimeout():
            return "unreachable"
        case httpx.TimeoutException():
            return "stalled" if answering else "timeout"
        case httpx.TransportError() | httpx.StreamError():
            return "broken_stream"
        case OSError():  # the client's own ConnectionError says "failed to connect" and no more
            return "unreachable"
        case _:
            return "bad_reply"


def _code_of_response(status: int, text: str) -> str:
    if 300 <= status < 400:
        return "not_ollama"
    if status == 404:
        return "model_missing" if "model" in text and "not found" in text else "not_ollama"
    for words, code in _BY_TEXT:
        if any(word in text for word in words):
            return code
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    return "bad_request" if 400 <= status < 500 else "server_error"


def _plain(text: str) -> str:
    """The text of an error in lower case; llama-server's arrives as JSON inside a string."""
    try:
        inner = json.loads(text)["error"]
        return f"{inner['type']} {inner['message']}".lower()
    except (ValueError, KeyError, TypeError):
        return str(text).lower()
