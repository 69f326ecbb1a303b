"""Visitors by name, rows without reading any file, and a way to count queries."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from matching.models import CV, Job, Match
from tests.views.rows import scored

HTMX = {"HX-Request": "true"}


@pytest.fixture
def as_(people, client_of):
    """A client signed in as `owner`, `member` or `stranger`, or signed out as `nobody`."""

    def visitor(name: str) -> Client:
        return Client() if name == "nobody" else client_of(people[name])

    return visitor


@pytest.fixture
def make_cv(db):
    def make(job, *, state=CV.State.READ, name="cv.pdf", **columns) -> CV:
        return CV.objects.create(
            job=job,
            original_name=name,
            size=2048,
            sha256=uuid.uuid4().hex * 2,
            state=state,
            uploaded_by=job.owner,
            available_at=timezone.now(),
            **columns,
        )

    return make


@pytest.fixture
def hybrid(job) -> Job:
    """The job as one that may ask Claude."""
    Job.objects.filter(pk=job.pk).update(strategy="hybrid")
    job.refresh_from_db()
    return job


@pytest.fixture
def match(hybrid) -> Match:
    """A screened match of that job."""
    return scored(hybrid, 70, name="Ada")


@pytest.fixture
def queries_of():
    """How many queries a request takes; the first one of a client also loads what is kept afterwards."""

    def count(client: Client, address: str) -> int:
        with CaptureQueriesContext(connection) as context:
            assert client.get(address).status_code == 200
        return len(context)

    return count


@pytest.fixture
def text_file():
    def make(name: str = "anna.txt", content: bytes = b"Python developer for six years") -> SimpleUploadedFile:
        return SimpleUploadedFile(name, content, content_type="text/plain")

    return make
