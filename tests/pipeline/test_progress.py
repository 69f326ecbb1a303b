"""How far a scan is: the first and the last page reach the row at once, those between at most once a second."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from matching.models import CV, Job
from matching.pipeline.claims import claim
from matching.pipeline.intake import receive
from matching.pipeline.progress import Progress

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reading(job, owner):
    """A CV that is being read, and the token of its claim."""
    cv = receive(job, SimpleUploadedFile("scan.pdf", b"%PDF-1.4 a scan"), by=owner)
    return cv, claim(CV.objects.filter(pk=cv.pk), token=uuid.uuid4())


def shown() -> tuple[int, int]:
    return CV.objects.values_list("pages_done", "pages_to_do").get()


def test_progress_shows_the_first_and_the_last_page_at_once(reading):
    cv, token = reading
    progress = Progress(cv, token=token)
    seen = []
    for done in range(4):
        progress(done, 3)
        seen.append(shown())
    assert seen == [(0, 3), (0, 3), (0, 3), (3, 3)]


def test_progress_tells_the_open_pages(reading):
    cv, token = reading
    before = Job.objects.get().revision
    Progress(cv, token=token)(0, 3)
    assert Job.objects.get().revision == before + 1


def test_progress_of_a_lost_claim_changes_nothing(reading):
    cv, _ = reading
    Progress(cv, token=uuid.uuid4())(2, 2)
    assert shown() == (0, 0)
