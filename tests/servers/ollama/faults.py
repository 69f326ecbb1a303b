"""The faults that can be asked for, by name, and the list of those still to come.

A fault is used up by the first requests that fit it: those on its paths whose prompt holds `match`. Paths are chat and
generate, but for those of WHOLE_SERVER (every path) and PS_PARTLY_CPU (/api/ps).
"""

from dataclasses import dataclass

from tests.servers.ollama import wire

# Answered before anything is loaded or evaluated.
MODEL_404 = "model_404"
MODEL_VANISHED = "model_vanished"
BUSY_503 = "busy_503"
UNAUTHORIZED_401 = "unauthorized_401"
NESTED_400 = "nested_400"
GRAMMAR_400 = "grammar_400"
HTML_502 = "html_502"
GATEWAY_504 = "gateway_504"
EMPTY_200 = "empty_200"
NULL_200 = "null_200"
HTML_200 = "html_200"
ERROR_200 = "error_200"
LIST_ERROR_BODY = "list_error_body"
RESET = "reset"
FORBIDDEN_403 = "forbidden_403"
NOT_OLLAMA_404 = "not_ollama_404"
# While loading.
COLD_LOAD = "cold_load"
LOAD_FAILED = "load_failed"
LOAD_OOM = "load_oom"
LOAD_TIMEOUT = "load_timeout"
LOAD_TOO_LARGE = "load_too_large"
INCOMPATIBLE = "incompatible"
NO_SLOTS = "no_slots"
# In the slot.
HANG = "hang"
SLOW_FIRST_TOKEN = "slow_first_token"
RUNNER_500 = "runner_500"
OOM = "oom"
ERROR_MID_STREAM = "error_mid_stream"
STREAM_CUT = "stream_cut"
SILENT_CUT = "silent_cut"
# In the answer.
DONE_FALSE = "done_false"
LENGTH = "length"
TRUNCATED_JSON = "truncated_json"
PROSE = "prose"
PROSE_AROUND_JSON = "prose_around_json"
OUT_OF_RANGE = "out_of_range"
OUT_OF_RANGE_FLOAT = "out_of_range_float"
MISSING_KEY = "missing_key"
ECHO_PROMPT = "echo_prompt"
NO_LOGPROBS = "no_logprobs"
NO_METRICS = "no_metrics"
# Elsewhere.
PS_PARTLY_CPU = "ps_partly_cpu"

WHOLE_SERVER = frozenset({FORBIDDEN_403, NOT_OLLAMA_404})
ALL = frozenset(value for name, value in list(globals().items()) if name.isupper() and isinstance(value, str))

_STOPPED = (
    "model runner has unexpectedly stopped, this may be due to resource limitations or an internal error, "
    "check ollama server logs for details"
)
_OLD = (
    "this model may be incompatible with your version of Ollama. If you previously pulled this model, try updating "
    "it by running `ollama pull {model}`"
)
MID_STREAM = "an error was encountered while running the model: unexpected EOF"
LOADING = {
    LOAD_FAILED: "llama-server process has terminated: exit status 2: error loading model",
    LOAD_OOM: "llama-server reported out-of-memory during startup: failed to allocate buffer",
    LOAD_TIMEOUT: "timed out waiting for llama-server to start - progress 0.00",
    LOAD_TOO_LARGE: "unable to load full model on GPU",
    INCOMPATIBLE: f"llama-server process has terminated: exit status 1: {_OLD}",
    NO_SLOTS: "no slots available after 10 retries",
}
DYING = {RUNNER_500: _STOPPED, OOM: f"{_STOPPED}: cudaMalloc failed: out of memory"}
_NGINX = (
    "<html>\r\n<head><title>{0}</title></head>\r\n<body>\r\n<center><h1>{0}</h1></center>\r\n"
    "<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"
)
_OVERFLOW = {
    "code": 400,
    "message": "request (5213 tokens) exceeds the available context size (4096 tokens), try increasing it",
    "type": "exceed_context_size_error",
    "n_prompt_tokens": 5213,
    "n_ctx": 4096,
}
_GRAMMAR = {
    "code": 400,
    "message": "Failed to initialize samplers: failed to parse grammar",
    "type": "invalid_request_error",
}


def _nested(error: dict) -> bytes:
    return wire.error_body(wire.dumps({"error": error}).decode())


# Name to status, content type and body.
ANSWERS: dict[str, tuple[int, str, bytes]] = {
    BUSY_503: (503, wire.JSON, wire.error_body("server busy, please try again.  maximum pending requests exceeded")),
    UNAUTHORIZED_401: (
        401,
        wire.JSON,
        wire.dumps({"error": "unauthorized", "signin_url": "https://ollama.com/connect"}),
    ),
    NESTED_400: (400, wire.JSON, _nested(_OVERFLOW)),
    GRAMMAR_400: (400, wire.JSON, _nested(_GRAMMAR)),
    HTML_502: (502, wire.HTML, _NGINX.format("502 Bad Gateway").encode()),
    GATEWAY_504: (504, wire.HTML, _NGINX.format("504 Gateway Time-out").encode()),
    EMPTY_200: (200, wire.JSON, b""),
    NULL_200: (200, wire.JSON, b"null"),
    HTML_200: (200, wire.HTML, _NGINX.format("Sign in").encode()),
    ERROR_200: (200, wire.JSON, wire.error_body("something went wrong")),
    LIST_ERROR_BODY: (500, wire.JSON, b'["something went wrong"]'),
    FORBIDDEN_403: (403, "", b""),
    NOT_OLLAMA_404: (404, wire.HTML, _NGINX.format("404 Not Found").encode()),
}


@dataclass
class Fault:
    """One fault to come. `times` 0 means until cleared; `seconds` are real ones, for the faults that wait.

    `asked_after` is how often the list had been cleared when it was asked for: a later clearing ends its wait.
    """

    name: str
    times: int = 1
    match: str = ""
    seconds: float = 5.0
    asked_after: int = 0

    def fits(self, path: str, prompt: str) -> bool:
        if self.name == PS_PARTLY_CPU:
            return path == "/api/ps"
        if self.name not in WHOLE_SERVER and path not in ("/api/chat", "/api/generate"):
            return False
        return self.match in prompt


class FaultList:
    """The faults still to come, in the order in which they were asked for."""

    def __init__(self) -> None:
        self.coming: list[Fault] = []
        self.cleared = 0

    def add(self, name: str, *, times: int = 1, match: str = "", seconds: float = 5.0) -> None:
        """Ask for a fault; raises ValueError when there is none of that name."""
        if name not in ALL:
            raise ValueError(f"There is no fault {name!r}; there are {', '.join(sorted(ALL))}.")
        self.coming.append(Fault(name, times, match, seconds, self.cleared))

    def take(self, path: str, prompt: str) -> Fault | None:
        """The fault that this request meets, if any; counts it down."""
        found = next((fault for fault in self.coming if fault.fits(path, prompt)), None)
        if found and found.times:
            found.times -= 1
            if not found.times:
                self.coming.remove(found)
        return found

    def clear(self) -> None:
        """Forget all faults; what hangs or waits goes on."""
        self.coming.clear()
        self.cleared += 1
