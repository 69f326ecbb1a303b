"""What may leave the machine: a permit that cannot come into being for what may not."""

import pytest

from matching.exceptions import CloudForbiddenError
from matching.permits import CloudPermit

GIVEN = {"job_id": "7f3a", "strategy": "hybrid", "purpose": "assess"}


@pytest.mark.parametrize("strategy", ["hybrid", "cloud"])
def test_permit_for_a_job_that_may_send_is_given(strategy):
    permit = CloudPermit(**{**GIVEN, "strategy": strategy})

    assert (permit.job_id, permit.strategy, permit.purpose) == ("7f3a", strategy, "assess")


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"strategy": "local"}, "local"),
        ({"strategy": "local", "never_send": True}, "local"),
        ({"strategy": ""}, "no_permit"),
        ({"strategy": "LOCAL"}, "no_permit"),
        ({"strategy": "everything"}, "no_permit"),
        ({"never_send": True}, "never_send"),
        ({"held": True}, "held"),
        ({"purpose": "curiosity"}, "no_permit"),
        ({"job_id": ""}, "no_permit"),
    ],
)
def test_permit_for_what_may_not_leave_cannot_be_made(changed, code):
    with pytest.raises(CloudForbiddenError) as caught:
        CloudPermit(**{**GIVEN, **changed})

    assert caught.value.code == code


def test_permit_cannot_be_changed_afterwards():
    permit = CloudPermit(**GIVEN)

    with pytest.raises(AttributeError):
        permit.strategy = "local"


def test_permit_shows_no_names():
    assert "doe" not in repr(CloudPermit(**GIVEN, names=("jane doe",)))
