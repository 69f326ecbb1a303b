"""Reading a CV: text, redacted, with a match that waits; or a reason."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from matching.models import CV, Job, Match
from matching.pipeline.claims import claim
from matching.pipeline.intake import receive, retry_reading
from matching.pipeline.read import fail_reading, read_cv

TEXT = """Jane Doe
jane.doe@example.org

Work experience
Python developer, Larchmont, 2019 - 2025
- Built services with Django and PostgreSQL on Kubernetes.
- Reviewed code and wrote tests for the routing platform.

Education
BSc Computer Science
"""

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cv_of(job, owner):
    def stored(content: bytes = TEXT.encode(), name: str = "jane.txt") -> CV:
        return receive(job, SimpleUploadedFile(name, content), by=owner)

    return stored


def test_read_makes_a_match_with_an_estimate(cv_of):
    cv = cv_of()
    outcome = read_cv(cv.pk)
    match = Match.objects.get()
    cv.refresh_from_db()
    assert (cv.state, cv.reason, cv.token, cv.candidate_id) == ("read", "", None, match.candidate_id)
    assert (outcome.match_id, outcome.last, match.state) == (match.pk, True, "waiting")
    assert 0 < match.estimate <= 100
    assert Job.objects.get().estimate_wanted == 2


def test_read_takes_name_and_address_out_of_what_a_model_sees(cv_of):
    read_cv(cv_of().pk)
    cv = CV.objects.get()
    assert (cv.candidate.name, "jane.doe@example.org" in cv.redacted, "Jane" in cv.redacted) == (
        "Jane Doe",
        False,
        False,
    )
    assert "jane.doe@example.org" in cv.text


def test_read_of_a_broken_file_keeps_the_file_and_its_reason(cv_of):
    content = b"%PDF-1.4 and then nothing"
    cv = cv_of(content, "jane.pdf")
    outcome = read_cv(cv.pk)
    cv.refresh_from_db()
    assert (cv.state, cv.reason, outcome.match_id, Match.objects.count()) == ("unreadable", "damaged", None, 0)
    assert cv.file.read() == content


def test_read_after_a_retry_takes_the_file_up_again(cv_of):
    cv = cv_of(b"%PDF-1.4 and then nothing", "jane.pdf")
    read_cv(cv.pk)
    retry_reading(cv)
    assert read_cv(cv.pk) is not None


def test_read_of_a_cv_that_another_worker_has_does_nothing(cv_of):
    cv = cv_of()
    claim(CV.objects.filter(pk=cv.pk))
    assert read_cv(cv.pk) is None


def test_read_twice_makes_one_match(cv_of):
    cv = cv_of()
    assert read_cv(cv.pk) is not None
    assert read_cv(cv.pk) is None
    assert Match.objects.count() == 1


def test_read_says_last_only_when_the_pile_is_through(cv_of):
    first, second = cv_of(), cv_of(TEXT.replace("Jane", "John").encode(), "john.txt")
    assert [read_cv(first.pk).last, read_cv(second.pk).last] == [False, True]


def test_crash_of_a_worker_that_lost_its_claim_changes_nothing(cv_of):
    cv = cv_of()
    token = claim(CV.objects.filter(pk=cv.pk))
    assert fail_reading(cv.pk, token=uuid.uuid4(), reason="crashed") is False
    cv.refresh_from_db()
    assert (cv.state, cv.reason, cv.token) == ("reading", "", token)


def test_crash_in_a_worker_closes_its_cv_with_a_reason_and_keeps_the_file(cv_of):
    cv = cv_of()
    token = claim(CV.objects.filter(pk=cv.pk))
    assert fail_reading(cv.pk, token=token, reason="crashed") is True
    cv.refresh_from_db()
    assert (cv.state, cv.reason, cv.token, cv.file.read()) == ("unreadable", "crashed", None, TEXT.encode())
