"""What can go wrong between us and Claude, by code: a sentence for people, the mend, how often to try, and the bill."""

from dataclasses import dataclass

from matching.exceptions import CloudError
from matching.faults import Fault


@dataclass(frozen=True, slots=True)
class CloudFault(Fault):
    """One fault. `{model}`, `{address}` and `{kinds}` in the texts are filled in when it happens.

    `billed`: whether the vendor charges for such a call; None means that nobody can know. `month`: no call can succeed
    before the next calendar month or before a person raises a limit. The rest as in `Fault`.
    """

    billed: bool | None = False
    month: bool = False


def _all_wait(sentence: str, mend: str, *, wait: float = 15, most: float = 900, month: bool = False) -> CloudFault:
    """A fault of the key, the account or the service: every match that is to be assessed waits with this one."""
    return CloudFault(sentence, mend, server_wide=True, tries=0, wait=wait, most=most, month=month)


def _request(sentence: str, mend: str, *, billed: bool | None = False) -> CloudFault:
    """The same request would fail again."""
    return CloudFault(sentence, mend, permanent=True, tries=1, billed=billed)


def _answer(sentence: str, *, billed: bool | None = True) -> CloudFault:
    """An answer that is not used: asked once more, paid for each time."""
    mend = "It is asked once more; if that fails too, try again later or choose another model."
    return CloudFault(sentence, mend, tries=2, wait=5, billed=billed)


def _passing(sentence: str, mend: str, *, tries: int = 5, wait: float = 15, billed: bool | None = False) -> CloudFault:
    return CloudFault(sentence, mend, tries=tries, wait=wait, most=900, billed=billed)


_LOG = "If it stays, look at status.claude.com."
_OTHERS = "The local scores are not touched."

CLOUD_FAULTS: dict[str, CloudFault] = {
    # The key, the account, the service: all wait, and go on by themselves.
    "cloud_no_key": _all_wait(
        f"No key for Claude is set, so nothing was sent. {_OTHERS}",
        "Set ANTHROPIC_API_KEY and start again, or set the job to local mode.",
        wait=60,
    ),
    "cloud_bad_address": _all_wait(
        f"ANTHROPIC_BASE_URL is not an address that can be called; nothing was sent. {_OTHERS}",
        "Remove ANTHROPIC_BASE_URL, or set it to an https address.",
        wait=60,
    ),
    "cloud_unreachable": _all_wait(
        "Claude cannot be reached at {address}; nothing was sent. The matches wait and go on by themselves.",
        "Check the network, the firewall, and HTTPS_PROXY if there is a proxy.",
    ),
    "cloud_untrusted": _all_wait(
        "The certificate of what answers at {address} is not trusted, so nothing was sent. The matches wait.",
        "If your network looks into encrypted traffic, set SSL_CERT_FILE to its own certificate.",
        wait=60,
    ),
    "cloud_not_claude": _all_wait(
        "What answers at {address} is not Claude. The matches wait.",
        "Check ANTHROPIC_BASE_URL; a sign-in page of the network may also stand in between.",
        wait=60,
    ),
    "cloud_key_refused": _all_wait(
        f"Claude does not accept the key. Nothing was charged. {_OTHERS}",
        "Set ANTHROPIC_API_KEY to a key that is in use at the vendor's console, then start again.",
        wait=300,
    ),
    "cloud_forbidden": _all_wait(
        "The key may not do this at Claude. Nothing was charged. The matches wait.",
        "Give the key's workspace access to the model {model} at the vendor's console.",
        wait=300,
    ),
    "cloud_no_money": _all_wait(
        "Claude's account has no money or no valid payment. Nothing was charged. The matches wait.",
        "Look at the billing page of the vendor's console.",
        wait=900,
    ),
    "cloud_spend_cap": _all_wait(
        "The account's spending limit at the vendor is reached, so no call is made before next month.",
        "Raise the limit at the vendor's console and press Check again, or wait for next month.",
        wait=3600,
        most=86400,
        month=True,
    ),
    "cloud_own_limit": _all_wait(
        "The spending limit that you set at the vendor is reached, so no call is made before next month.",
        "Raise it at the vendor's console (Limits) and press Check again, or wait for next month.",
        wait=3600,
        most=86400,
        month=True,
    ),
    "cloud_model_missing": _all_wait(
        "Claude has no model {model}: its name is wrong or it was retired. Nothing was charged. The matches wait.",
        "Set CLOUD_MODEL to a model that the page Models lists.",
        wait=300,
    ),
    "cloud_rate_limited": _all_wait(
        "Claude takes no more requests for the moment. The matches wait as long as it asked.",
        "Nothing to do. If it happens often, raise the account's tier or ask overnight.",
        wait=10,
        most=300,
    ),
    "cloud_ramp_limited": _all_wait(
        "Claude takes fewer requests because use rose quickly. The matches wait and go on more slowly.",
        "Nothing to do; or ask overnight.",
        wait=60,
    ),
    "cloud_overloaded": _all_wait(
        "Claude is overloaded. Nothing was charged. The matches wait and go on by themselves.",
        f"Nothing to do. {_LOG}",
        wait=30,
    ),
    "cloud_unavailable": _all_wait(
        "Claude is not available. Nothing was charged. The matches wait and go on by themselves.",
        f"Nothing to do. {_LOG}",
        wait=30,
    ),
    # Passing troubles of one call.
    "cloud_server_error": _passing("Claude reported an error of its own. The match is tried again.", _LOG),
    "cloud_proxy_fault": _passing(
        "Something between us and Claude failed; the call may have been charged. The match is tried again.",
        "Look at the proxy or gateway before Claude.",
        tries=4,
        billed=None,
    ),
    "cloud_conflict": _passing("Claude asked to try again. Nothing was charged.", _LOG),
    "cloud_gave_up": _passing(
        "Claude took too long and gave up; the call may have been charged. The match is tried again.",
        _LOG,
        tries=3,
        wait=60,
        billed=None,
    ),
    "cloud_timeout": _passing(
        "No answer came in time; the call may have been charged. The match is tried once more, later.",
        "If it happens often, ask overnight.",
        tries=2,
        wait=120,
        billed=None,
    ),
    "cloud_lost": _passing(
        "The connection broke after the request was sent; the call may have been charged. The match is tried again.",
        "Check the network.",
        tries=3,
        billed=None,
    ),
    "cloud_odd_reply": _passing(
        "What came back is no answer of Claude's; the call may have been charged. The match is tried again.",
        "Check what stands between this machine and {address}.",
        tries=3,
        billed=None,
    ),
    "cloud_no_usage": _passing(
        "Claude did not say what the call cost; it is booked at the most that it can be.",
        "Look at the vendor's usage page.",
        tries=2,
        billed=None,
    ),
    # This request: the same would fail again.
    "cloud_bad_request": _request(
        "Claude refused the request as malformed. Nothing was charged; the local score stands.",
        "Update jobtracker; if it stays, please report it.",
    ),
    "cloud_too_large": _request(
        "The request is too large for Claude. Nothing was charged; the local score stands.",
        "Shorten the criteria or the job text.",
    ),
    "cloud_context_exceeded": _request(
        "The criteria and the CV do not fit the model's context; no score was made up.",
        "Shorten the criteria, or choose a model with a larger context.",
        billed=True,
    ),
    "cloud_refused": _request(
        "Claude declined to answer about this CV; the local score stands.",
        "Read the CV yourself. The same request usually brings the same refusal; another model may answer.",
        billed=True,
    ),
    # Answers that are not accepted: paid for, never a score of 0.
    "cloud_cut_off": _answer("Claude's answer was cut off at its length limit, so it was not used."),
    "cloud_paused": _answer("Claude paused instead of answering, so the answer was not used."),
    "cloud_odd_stop": _answer("Claude stopped for a reason that is not known here, so the answer was not used."),
    "cloud_empty": _answer("Claude's answer was empty."),
    "cloud_bad_json": _answer("Claude did not answer in the form that was asked for, so its answer was not used."),
    "cloud_bad_report": _answer(
        "Claude's report names criteria or levels that do not exist, so its answer was not used."
    ),
    "cloud_canary": _request(
        "Claude repeated its instructions instead of answering, so the answer was not used.",
        "Look at the CV: it may hold instructions to the reader.",
        billed=True,
    ),
    # Batches.
    "cloud_batch_missing": _passing(
        "Claude does not know the batch at the moment. Nothing is lost: it is asked again for some minutes.",
        "If it stays, the batch was deleted at the vendor or belongs to another key.",
        tries=12,
        wait=15,
    ),
    "cloud_batch_lost": _passing(
        "Whether the batch was taken is not known. Claude's list of batches is looked at before another is made.",
        "Nothing to do.",
        tries=8,
        wait=30,
        billed=None,
    ),
    "cloud_batch_not_ended": _passing("The batch has not ended yet.", "Nothing to do.", tries=200, wait=60),
    "cloud_batch_cut": _passing(
        "The batch's results broke off. What came is kept, and the rest is read again.",
        "Check the network.",
        tries=20,
    ),
    "cloud_batch_gone": _request(
        "The batch's results are no longer kept at the vendor.", "Ask again for the matches that have no report."
    ),
    "cloud_batch_expired": _passing(
        "Claude did not come to this match within a day. Nothing was charged. It goes into the next batch.",
        "Nothing to do.",
        tries=3,
    ),
    "cloud_batch_canceled": _passing(
        "The batch was cancelled before this match's turn. Nothing was charged. It waits for the next batch.",
        "Nothing to do; or ask for this match at once.",
        tries=1000,
        wait=900,
    ),
    "cloud_batch_errored": _passing(
        "Claude failed at this match in the batch. Nothing was charged. It goes into the next batch.", _LOG, tries=3
    ),
    "cloud_batch_refused_request": _request(
        "Claude refused this match's request in the batch as malformed. Nothing was charged.",
        "Update jobtracker; if it stays, please report it.",
    ),
    "cloud_batch_odd": _passing(
        "The batch's result for this match is of a kind that is not known here. It may have been charged.",
        "Update jobtracker.",
        tries=2,
        billed=None,
    ),
    # Our own rules: nothing was sent.
    "cloud_leak": _request(
        "What was to be sent still held {kinds}, so nothing was sent; the local score stands.",
        "Look at the redacted text of this CV and at the job's text, then take out what identifies a person.",
    ),
    "cloud_not_allowed": _request(
        "This match may not be sent to the cloud, so nothing was sent.",
        "Its job is in local mode, the candidate is marked as never to be sent, or a person has to look first.",
    ),
    "cloud_budget_reached": _all_wait(
        "The budget is reached, so nothing was sent. The matches wait, best first.",
        "Raise the job's or the month's budget, or wait for next month.",
        wait=300,
        most=3600,
    ),
    "cloud_abandoned": _passing(
        "The worker stopped in the middle of the call; it may have been charged. The match is tried again.",
        "If it happens again, look into the log of the cloud worker.",
        tries=3,
        billed=None,
    ),
}

# What was to be sent never left this machine.
NEVER_LEFT = frozenset(
    {"cloud_no_key", "cloud_bad_address", "cloud_unreachable", "cloud_untrusted", "cloud_leak", "cloud_not_allowed"}
)


def cloud_fault(
    code: str,
    *,
    model: str = "the model",
    address: str = "its address",
    kinds: str = "something that identifies a person",
    retry_after: float | None = None,
    request_id: str = "",
) -> CloudError:
    """The CloudError of a code of CLOUD_FAULTS, its sentence filled in."""
    found = CLOUD_FAULTS[code]
    return CloudError(
        code,
        found.sentence.format(model=model, address=address, kinds=kinds),
        permanent=found.permanent,
        server_wide=found.server_wide,
        retry_after=retry_after,
        billed=found.billed,
        month=found.month,
        request_id=request_id,
    )


def cloud_mend(code: str, *, model: str = "the model", address: str = "its address") -> str:
    """What a person can do about a fault; "" for a code that is none."""
    return CLOUD_FAULTS[code].mend.format(model=model, address=address) if code in CLOUD_FAULTS else ""
