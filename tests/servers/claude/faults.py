"""What can be made to go wrong, by name, and the list of faults to come."""

import random
from collections.abc import Iterable
from dataclasses import dataclass

from tests.servers.claude import wire
from tests.servers.claude.wire import ApiError

# Errors in the API's envelope: nothing is charged.
RATE_LIMITED_429 = "rate_limited_429"
RAMP_LIMITED_429 = "ramp_limited_429"
SPEND_CAP_429 = "spend_cap_429"
CONTRACT_CAP_429 = "contract_cap_429"
OWN_LIMIT_400 = "own_limit_400"
BAD_REQUEST_400 = "bad_request_400"
KEY_401 = "key_401"
BILLING_402 = "billing_402"
FORBIDDEN_403 = "forbidden_403"
NOT_FOUND_404 = "not_found_404"
TIMEOUT_408 = "timeout_408"
CONFLICT_409 = "conflict_409"
UNPROCESSABLE_422 = "unprocessable_422"
ERROR_500 = "error_500"
UNAVAILABLE_503 = "unavailable_503"
TIMEOUT_504 = "timeout_504"
OVERLOADED_529 = "overloaded_529"
# Answers of something in between.
TOO_LARGE_413 = "too_large_413"
GATEWAY_502 = "gateway_502"
FORBIDDEN_403_HTML = "forbidden_403_html"
REDIRECT_302 = "redirect_302"
HTML_200 = "html_200"
# The work was done and is charged; the answer does not arrive as it should.
BROKEN_JSON_200 = "broken_json_200"
EMPTY_200 = "empty_200"
NO_USAGE_200 = "no_usage_200"
RESET_AFTER = "reset_after"
STALL_BODY = "stall_body"
SLOW = "slow"
# The connection ends before anything was done.
RESET_BEFORE = "reset_before"
# A whole answer, charged, that is not a usable one.
REFUSAL = "refusal"
CUT_OFF = "cut_off"
CONTEXT_EXCEEDED = "context_exceeded"
PAUSE_TURN = "pause_turn"
ODD_STOP = "odd_stop"
EMPTY_TEXT = "empty_text"
PROSE = "prose"
BROKEN_REPORT = "broken_report"
WRONG_CASE = "wrong_case"
THINKING_FIRST = "thinking_first"
MISSING_CRITERION = "missing_criterion"
INVENTED_QUOTES = "invented_quotes"
ECHO_MARK = "echo_mark"
# Batches as a whole.
BATCH_404 = "batch_404"
LOST_CREATE = "lost_create"
CUT_RESULTS = "cut_results"
BAD_LINE = "bad_line"
BLANK_LINE = "blank_line"
SHORT_RESULTS = "short_results"
# One request of a batch.
LINE_INVALID = "line_invalid"
LINE_ERRORED = "line_errored"
LINE_EXPIRED = "line_expired"
LINE_CANCELED = "line_canceled"
LINE_UNKNOWN = "line_unknown"

ALL = frozenset(value for name, value in list(globals().items()) if name.isupper() and isinstance(value, str))
LINES = frozenset({LINE_INVALID, LINE_ERRORED, LINE_EXPIRED, LINE_CANCELED, LINE_UNKNOWN})
RESULTS = frozenset({CUT_RESULTS, BAD_LINE, BLANK_LINE, SHORT_RESULTS})
WRITING = frozenset(
    {REFUSAL, CUT_OFF, CONTEXT_EXCEEDED, PAUSE_TURN, ODD_STOP, EMPTY_TEXT, PROSE, BROKEN_REPORT, WRONG_CASE,
     THINKING_FIRST, MISSING_CRITERION, INVENTED_QUOTES, ECHO_MARK}
)  # fmt: skip
DELIVERY = frozenset({BROKEN_JSON_200, EMPTY_200, NO_USAGE_200, RESET_AFTER, STALL_BODY, SLOW})
# What a bad night has, for `storm`: no fault of the key, and none that waits.
STORMY = frozenset(
    {RATE_LIMITED_429, OVERLOADED_529, ERROR_500, GATEWAY_502, RESET_BEFORE, RESET_AFTER, HTML_200, BROKEN_JSON_200,
     EMPTY_200, NO_USAGE_200, REFUSAL, CUT_OFF, PROSE, BROKEN_REPORT, BATCH_404, LOST_CREATE, CUT_RESULTS, LINE_ERRORED,
     LINE_EXPIRED}
)  # fmt: skip

_CAP = "You have reached your monthly spend limit."
# Name to status, type and message, and the error's own code; the texts of those marked (*) are stand-ins.
ERRORS: dict[str, tuple[int, str, str, str]] = {
    RATE_LIMITED_429: (429, "rate_limit_error", "This request would exceed your rate limit.", ""),
    RAMP_LIMITED_429: (429, "rate_limit_error", "Usage rose too quickly.", "ramp_limit_exceeded"),  # (*)
    SPEND_CAP_429: (429, "rate_limit_error", _CAP, "enforced_spend_limit_reached"),  # (*)
    CONTRACT_CAP_429: (429, "rate_limit_error", _CAP, "contract_spend_limit_reached"),  # (*)
    OWN_LIMIT_400: (
        400,
        "invalid_request_error",
        "You have reached your specified API usage limits. You will regain access on 2026-12-01 at 00:00 UTC.",
        "",
    ),
    BAD_REQUEST_400: (400, "invalid_request_error", "messages: Field required", ""),
    KEY_401: (401, "authentication_error", "invalid x-api-key", ""),
    BILLING_402: (402, "billing_error", "There is an issue with your billing or payment information.", ""),
    FORBIDDEN_403: (403, "permission_error", "Your API key does not have permission to use this resource.", ""),
    NOT_FOUND_404: (404, "not_found_error", "Not found", ""),
    TIMEOUT_408: (408, "timeout_error", "Request timeout", ""),  # (*)
    CONFLICT_409: (409, "conflict_error", "Conflict", ""),  # (*)
    UNPROCESSABLE_422: (422, "invalid_request_error", "Unprocessable", ""),  # (*)
    ERROR_500: (500, "api_error", "Internal server error", ""),
    UNAVAILABLE_503: (503, "api_error", "Service unavailable", ""),  # (*)
    TIMEOUT_504: (504, "timeout_error", "The request timed out while processing.", ""),
    OVERLOADED_529: (529, "overloaded_error", "Overloaded", ""),
}
_PAGE = "<html><head><title>{0}</title></head><body><center><h1>{0}</h1></center><hr>cloudflare</body></html>"
# Name to status, content type, body: from something that is not the API. No request-id.
PAGES: dict[str, tuple[int, str, bytes]] = {
    TOO_LARGE_413: (413, wire.HTML, _PAGE.format("413 Payload Too Large").encode()),
    GATEWAY_502: (502, wire.HTML, _PAGE.format("502 Bad Gateway").encode()),
    FORBIDDEN_403_HTML: (403, wire.HTML, _PAGE.format("403 Forbidden").encode()),
    REDIRECT_302: (302, wire.HTML, b""),
    HTML_200: (200, wire.HTML, _PAGE.format("Sign in to the network").encode()),
}


@dataclass
class Fault:
    """One fault to come. `times` 0 means until cleared; `match` must stand in the request's body (for one request of a
    batch: in its parameters); `seconds` are real ones, for faults that wait; `retry_after` is sent as the header, ""
    sends none."""

    name: str
    times: int = 1
    match: str = ""
    seconds: float = 5.0
    retry_after: str = ""

    def error(self) -> ApiError:
        status, kind, message, code = ERRORS[self.name]
        headers = {"retry-after": self.retry_after} if self.retry_after else {}
        return ApiError(status, kind, message, code, headers)


class FaultList:
    """The faults still to come, in the order in which they were asked for. Called under the server's lock."""

    def __init__(self) -> None:
        self.coming: list[Fault] = []
        self._share, self._names, self._dice = 0.0, STORMY, random.Random(0)

    def storm(self, share: float, *, seed: int, names: Iterable[str] = STORMY) -> None:
        """From now on each request may meet one of these faults, with that chance at each point where one can strike.
        A share of 0 ends the storm."""
        self._share, self._names, self._dice = share, frozenset(names), random.Random(seed)

    def add(self, fault: Fault) -> None:
        """Ask for a fault; raises ValueError when there is none of that name."""
        if fault.name not in ALL:
            raise ValueError(f"There is no fault {fault.name!r}; there are {', '.join(sorted(ALL))}.")
        self.coming.append(fault)

    def take(self, names: frozenset[str], text: str) -> Fault | None:
        """The first fault of these names that fits a text, if any; counts it down."""
        found = next((one for one in self.coming if one.name in names and one.match in text), None)
        if found and found.times:
            found.times -= 1
            if not found.times:
                self.coming.remove(found)
        return found or self._struck(names)

    def _struck(self, names: frozenset[str]) -> Fault | None:
        able = sorted(names & self._names)
        return Fault(self._dice.choice(able)) if able and self._dice.random() < self._share else None


def of_call(path: str, method: str) -> frozenset[str]:
    """The faults that a request to that path can meet before it is worked on."""
    plain = frozenset(ERRORS) | frozenset(PAGES) | {RESET_BEFORE}
    if "/batches" not in path:
        return plain
    return plain | ({BATCH_404} if path.rpartition("/batches")[2].strip("/") else frozenset())
