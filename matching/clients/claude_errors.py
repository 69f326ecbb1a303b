"""What an error of a call to Claude means: from what the client raises to one of the codes of `cloud_faults`.

By class and `error_code`, never by a message's words, save for the one limit that has no code of its own.
"""

import ssl
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

import anthropic
import httpx2

from matching.cloud_faults import cloud_fault
from matching.exceptions import CloudError

# All that the client is known to raise: its own errors, those of its transport, and what it trips over in odd bodies.
CALL_ERRORS = (
    anthropic.AnthropicError,
    httpx2.HTTPError,
    httpx2.InvalidURL,
    httpx2.StreamError,
    OSError,
    ValueError,
    RecursionError,  # JSON of a thousand brackets
)
MOST_ASKED = 3600.0

_NOT_SENT = (
    httpx2.ConnectError,
    httpx2.ConnectTimeout,
    httpx2.PoolTimeout,
    httpx2.ProxyError,
)
_BAD_ADDRESS = (httpx2.InvalidURL, httpx2.UnsupportedProtocol, httpx2.LocalProtocolError)
_OWN_LIMIT = "specified api usage limits"
_SPEND_CODES = {
    "enforced_spend_limit_reached",
    "contract_spend_limit_reached",
    "linked_organization_spend_limit_reached",
}
_BY_STATUS = {
    400: "cloud_bad_request",
    401: "cloud_key_refused",
    402: "cloud_no_money",
    403: "cloud_forbidden",
    404: "cloud_model_missing",
    405: "cloud_not_claude",
    407: "cloud_proxy_fault",
    408: "cloud_gave_up",
    409: "cloud_conflict",
    413: "cloud_too_large",
    422: "cloud_bad_request",
    429: "cloud_rate_limited",
    499: "cloud_lost",
    503: "cloud_unavailable",
    504: "cloud_gave_up",
    529: "cloud_overloaded",
}
# What the API itself answers with; the same status without its envelope comes from something in between.
_ENVELOPED = {401, 402, 403, 404, 503}


def explain(error: Exception, *, model: str, address: str, batch: bool = False) -> CloudError:
    """The CloudError that says what an error of CALL_ERRORS means. `batch`: the call was about a batch that we know."""
    words = {"model": model, "address": address}
    if isinstance(error, CloudError):
        return error
    if not isinstance(error, anthropic.APIStatusError):
        return cloud_fault(_code_without_answer(error), **words)
    return cloud_fault(
        _code_of_status(error, batch=batch),
        **words,
        retry_after=_asked_to_wait(error.response.headers.get("retry-after", "")),
        request_id=error.request_id or "",
    )


def _code_without_answer(error: Exception) -> str:
    cause = error.__cause__ if isinstance(error, anthropic.APIConnectionError) and error.__cause__ else error
    match cause:
        case _ if isinstance(cause, _BAD_ADDRESS):
            return "cloud_bad_address"
        case _ if isinstance(cause, _NOT_SENT):
            return "cloud_untrusted" if _is_of_certificate(cause) else "cloud_unreachable"
        case httpx2.TimeoutException() | anthropic.APITimeoutError():
            return "cloud_timeout"
        case httpx2.TransportError() | httpx2.StreamError() | anthropic.APIConnectionError() | OSError():
            return "cloud_lost"
        case _:
            return "cloud_odd_reply"


def _is_of_certificate(error: BaseException | None) -> bool:
    while error is not None and not isinstance(error, ssl.SSLCertVerificationError):
        error = error.__cause__ or error.__context__
    return error is not None


def _code_of_status(error: anthropic.APIStatusError, *, batch: bool) -> str:
    status, ours = error.status_code, _is_enveloped(error.body)
    if error.error_code in _SPEND_CODES:
        return "cloud_spend_cap"
    if status == 429 and error.error_code == "ramp_limit_exceeded":
        return "cloud_ramp_limited"
    if status == 400 and _OWN_LIMIT in str(error.api_message).lower():
        return "cloud_own_limit"
    if status == 404 and ours and batch:
        return "cloud_batch_missing"
    if status == 400 and ours and batch:  # there is nothing else to say wrongly about a batch that exists
        return "cloud_batch_not_ended"
    if 300 <= status < 400 or (status in _ENVELOPED and not ours and status != 503):
        return "cloud_not_claude"
    if code := _BY_STATUS.get(status):
        return code
    if status >= 500:
        return "cloud_server_error" if ours else "cloud_proxy_fault"
    return "cloud_bad_request"


def _is_enveloped(body: object) -> bool:
    return isinstance(body, Mapping) and body.get("type") == "error" and isinstance(body.get("error"), Mapping)


def _asked_to_wait(value: str) -> float | None:
    """Seconds, from a number or a date, at most an hour; None when nothing sensible is said."""
    try:
        seconds = float(value)
    except ValueError:
        try:
            seconds = parsedate_to_datetime(value).timestamp() - time.time()
        except (ValueError, TypeError):
            return None
    return min(max(seconds, 0.0), MOST_ASKED) if seconds == seconds else None  # not a number equals nothing
