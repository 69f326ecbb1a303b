"""The faults of the second reader: sentences, what is billed, what survives a copy, and when it is tried again."""

import copy
import pickle

import pytest

from matching.cloud_faults import CLOUD_FAULTS, cloud_fault, cloud_mend
from matching.exceptions import CloudError, CloudForbiddenError, JobtrackerError, ModelError
from matching.faults import FAULTS
from matching.retries import next_try

ALL_WAIT = {code for code, one in CLOUD_FAULTS.items() if one.server_wide}


def test_codes_are_no_other_faults_codes_and_fit_their_column():
    assert FAULTS.keys() & CLOUD_FAULTS.keys() == set()
    assert [code for code in CLOUD_FAULTS if not code.startswith("cloud_") or len(code) > 40] == []


@pytest.mark.parametrize("code", sorted(CLOUD_FAULTS))
def test_every_fault_says_what_happened_and_what_to_do(code):
    error = cloud_fault(code, model="claude-haiku-4-5", address="https://api.anthropic.com", kinds="the name")

    texts = (str(error), cloud_mend(code, model="claude-haiku-4-5"))
    assert [text for text in texts if not text.endswith(".") or "{" in text or len(text) > 300] == []
    assert (error.code, error.permanent, error.server_wide) == (
        code,
        CLOUD_FAULTS[code].permanent,
        CLOUD_FAULTS[code].server_wide,
    )


@pytest.mark.parametrize("code", sorted(ALL_WAIT))
def test_fault_of_the_service_is_never_given_up_and_not_charged(code):
    assert next_try(code, attempt=99) is not None
    assert CLOUD_FAULTS[code].billed is False


def test_only_spending_limits_close_the_cloud_for_the_month():
    assert {code for code, one in CLOUD_FAULTS.items() if one.month} == {"cloud_spend_cap", "cloud_own_limit"}


def test_fault_that_is_passing_waits_as_long_as_the_server_asked():
    assert next_try("cloud_rate_limited", attempt=1, retry_after=42.0) == 42.0


def test_fault_of_the_request_is_not_tried_again():
    assert next_try("cloud_bad_request", attempt=1) is None


@pytest.mark.parametrize("again", [lambda error: pickle.loads(pickle.dumps(error)), copy.copy])
def test_copied_error_keeps_what_it_says_but_no_reply(again):
    error = cloud_fault("cloud_refused", model="m", retry_after=3.0, request_id="req_1")
    error.reply = "text about a person"

    copied = again(error)

    assert (type(copied), str(copied), copied.code, copied.billed) == (CloudError, str(error), "cloud_refused", True)
    assert (copied.retry_after, copied.request_id, vars(copied).get("reply")) == (3.0, "req_1", None)


def test_every_kind_of_error_can_be_pickled():
    errors = [JobtrackerError("a", "A."), ModelError("b", "B.", permanent=True), CloudForbiddenError("c", "C.")]

    assert [(type(one), str(one), one.code) for one in pickle.loads(pickle.dumps(errors))] == [
        (JobtrackerError, "A.", "a"),
        (ModelError, "B.", "b"),
        (CloudForbiddenError, "C.", "c"),
    ]
