import pickle
import threading
import time
from dataclasses import replace

import pytest

from matching.clients.claude import CloudModel
from matching.clients.claude_replies import judge
from matching.exceptions import CloudError
from tests.clients.asking import failure
from tests.clients.claude_asking import CV, HAIKU, KEY, model_at, permit_of, prompt_of
from tests.clients.odd_server import odd_server, sending
from tests.servers.claude import faults

FAULTS = {
    faults.RATE_LIMITED_429: "cloud_rate_limited",
    faults.RAMP_LIMITED_429: "cloud_ramp_limited",
    faults.SPEND_CAP_429: "cloud_spend_cap",
    faults.CONTRACT_CAP_429: "cloud_spend_cap",
    faults.OWN_LIMIT_400: "cloud_own_limit",
    faults.BAD_REQUEST_400: "cloud_bad_request",
    faults.KEY_401: "cloud_key_refused",
    faults.BILLING_402: "cloud_no_money",
    faults.FORBIDDEN_403: "cloud_forbidden",
    faults.NOT_FOUND_404: "cloud_model_missing",
    faults.TIMEOUT_408: "cloud_gave_up",
    faults.CONFLICT_409: "cloud_conflict",
    faults.UNPROCESSABLE_422: "cloud_bad_request",
    faults.ERROR_500: "cloud_server_error",
    faults.UNAVAILABLE_503: "cloud_unavailable",
    faults.TIMEOUT_504: "cloud_gave_up",
    faults.OVERLOADED_529: "cloud_overloaded",
    faults.TOO_LARGE_413: "cloud_too_large",
    faults.GATEWAY_502: "cloud_proxy_fault",
    faults.FORBIDDEN_403_HTML: "cloud_not_claude",
    faults.REDIRECT_302: "cloud_not_claude",
    faults.HTML_200: "cloud_odd_reply",
    faults.BROKEN_JSON_200: "cloud_odd_reply",
    faults.EMPTY_200: "cloud_odd_reply",
    faults.NO_USAGE_200: "cloud_no_usage",
    faults.RESET_AFTER: "cloud_lost",
    faults.RESET_BEFORE: "cloud_lost",
    faults.STALL_BODY: "cloud_timeout",
    faults.SLOW: "cloud_timeout",
    faults.REFUSAL: "cloud_refused",
    faults.CUT_OFF: "cloud_cut_off",
    faults.CONTEXT_EXCEEDED: "cloud_context_exceeded",
    faults.PAUSE_TURN: "cloud_paused",
    faults.ODD_STOP: "cloud_odd_stop",
    faults.EMPTY_TEXT: "cloud_empty",
}
# A whole answer that only a look at the report shows to be unusable, or that is none the worse for it.
LATER = {
    faults.PROSE,
    faults.BROKEN_REPORT,
    faults.WRONG_CASE,
    faults.THINKING_FIRST,
    faults.MISSING_CRITERION,
    faults.INVENTED_QUOTES,
    faults.ECHO_MARK,
}
BATCHES = faults.LINES | faults.RESULTS | {faults.BATCH_404, faults.LOST_CREATE}


def patience(fault: str) -> float:
    """Seconds for a call: few where it hangs, enough for a busy machine where it is answered."""
    return 0.5 if fault in {faults.STALL_BODY, faults.SLOW} else 20.0


def asked(model: CloudModel) -> str:
    return judge(model.assess(prompt_of(), permit=permit_of()))


def test_every_fault_of_the_simulator_is_tried():
    assert FAULTS.keys() | LATER | BATCHES == faults.ALL


@pytest.mark.parametrize(("fault", "code"), FAULTS.items())
def test_fault_has_its_code_and_says_truly_what_was_charged(cloud, fault, code):
    cloud.fault(fault, seconds=60)
    error = failure(asked, model_at(cloud, timeout=patience(fault)))

    assert (type(error), error.code) == (CloudError, code)
    charged = cloud.bill > 0
    assert error.billed in (charged, None)
    assert cloud.calls[0].fault == fault


@pytest.mark.parametrize(
    "fault",
    [faults.RESET_AFTER, faults.RESET_BEFORE, faults.STALL_BODY, faults.SLOW, faults.HTML_200, faults.ERROR_500],
)
def test_call_after_a_fault_is_answered(cloud, fault):
    cloud.fault(fault, seconds=60)
    model = model_at(cloud, timeout=patience(fault))
    failure(asked, model)
    cloud.clear()

    assert asked(CloudModel(key=KEY, model=HAIKU, base_url=cloud.url)).startswith("{")


@pytest.mark.parametrize("fault", sorted(FAULTS))
def test_error_holds_neither_the_key_nor_the_cv_however_it_is_written(cloud, fault):
    cloud.fault(fault, seconds=60)
    error = failure(asked, model_at(cloud, timeout=patience(fault)))

    written = repr(error).encode() + pickle.dumps(error)
    assert [word for word in (KEY, "routing", "PostgreSQL") if word.encode() in written] == []
    assert (error.__cause__, error.__context__) == (None, None)


@pytest.mark.parametrize(
    ("said", "waits"),
    [("7", 7.0), ("0.25", 0.25), ("-3", 0.0), ("999999", 3600.0), ("", None), ("soon", None), ("nan", None)],
)
def test_wait_that_was_asked_for_is_told_within_reason(cloud, claude, said, waits):
    cloud.fault(faults.RATE_LIMITED_429, retry_after=said)

    assert failure(asked, claude).retry_after == waits


def test_wait_until_a_date_is_told_in_seconds(cloud, claude):
    cloud.fault(faults.RATE_LIMITED_429, retry_after="Fri, 31 Dec 2100 23:59:59 GMT")

    assert failure(asked, claude).retry_after == 3600.0


def test_nothing_is_tried_again_by_the_client_itself(cloud, claude):
    cloud.fault(faults.RATE_LIMITED_429, retry_after="0", times=0)
    failure(asked, claude)

    assert len(cloud.calls) == 1


@pytest.mark.parametrize("fault", [faults.SPEND_CAP_429, faults.CONTRACT_CAP_429, faults.OWN_LIMIT_400])
def test_spending_limit_closes_the_month(cloud, claude, fault):
    cloud.fault(fault)
    error = failure(asked, claude)

    assert (error.month, error.server_wide, error.permanent, error.retry_after) == (True, True, False, None)


def test_error_names_the_vendors_request(cloud, claude):
    cloud.fault(faults.ERROR_500)
    error = failure(asked, claude)

    assert error.request_id == cloud.calls[0].request_id


def test_refused_answer_still_says_what_it_cost(cloud, claude):
    cloud.fault(faults.REFUSAL)
    error = failure(asked, claude)

    assert (error.reply.refusal, error.reply.usage.output, error.permanent) == ("general_harms", 1, True)
    assert error.billed is True


def test_wrong_key_is_a_fault_of_the_key(cloud):
    error = failure(asked, CloudModel(key="other", model=HAIKU, base_url=cloud.url))

    assert (error.code, error.server_wide, cloud.bill) == ("cloud_key_refused", True, 0)


def test_retired_model_is_missing(cloud, claude):
    cloud.retire(HAIKU)

    assert failure(asked, claude).code == "cloud_model_missing"


def test_nobody_at_the_address_was_sent_nothing(cloud, claude):
    cloud.stop()
    error = failure(asked, claude)

    assert (error.code, error.billed, error.server_wide) == ("cloud_unreachable", False, True)


def test_server_that_goes_down_during_the_call_may_have_charged(cloud, claude):
    with cloud.hold():
        threading.Thread(target=lambda: cloud.wait_for(lambda: cloud.in_flight == 1) and cloud.stop()).start()
        error = failure(asked, claude)

    assert (error.code, error.billed) == ("cloud_lost", None)


def test_answer_that_drips_ends_at_the_time_limit():
    def drip(request) -> None:
        request.send_response(200)
        request.send_header("content-length", "1000")
        request.end_headers()
        for _ in range(1000):
            try:
                request.wfile.write(b" ")
            except OSError:
                return
            time.sleep(0.02)

    with odd_server(drip) as server:
        began = time.monotonic()
        error = failure(asked, CloudModel(key=KEY, model=HAIKU, base_url=server.url, timeout=0.3))

    assert (error.code, error.billed) == ("cloud_timeout", None)
    assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    "body",
    [
        "[" * 100_000,
        "null",
        "[]",
        '"text"',
        "{}",
        '{"type":"message"}',
        '{"type":"message","content":[]}',
        "NaN",
        "\xff",
    ],
)
def test_answer_that_is_no_message_may_have_been_charged(body):
    with odd_server(sending(200, body)) as server:
        error = failure(asked, CloudModel(key=KEY, model=HAIKU, base_url=server.url))

    assert (error.code in {"cloud_odd_reply", "cloud_no_usage"}, error.billed, error.permanent) == (True, None, False)


def test_endless_answer_is_given_up():
    def pour(request) -> None:
        request.send_response(200)
        request.end_headers()
        try:
            for _ in range(20):
                request.wfile.write(b" " * 1024 * 1024)
        except OSError:
            return

    with odd_server(pour) as server:
        error = failure(asked, CloudModel(key=KEY, model=HAIKU, base_url=server.url))

    assert error.code == "cloud_odd_reply"


def test_prompt_that_does_not_fit_the_model_is_refused_for_good(cloud):
    prompt = prompt_of(CV)
    long = ({"role": "user", "content": [{"type": "text", "text": "word " * 200_000}]},)
    error = failure(model_at(cloud, "claude-haiku-4-5").assess, replace(prompt, messages=long), permit=permit_of())

    assert (error.code, error.permanent, cloud.bill) == ("cloud_bad_request", True, 0)
