"""Rows for the pipeline's tests, made without reading any file."""

import uuid

from django.utils import timezone

from matching.models import CV, Candidate, Job, Match, ModelServer


def make_match(job: Job, *, estimate: float | None = 50.0, text: str = "Python developer", **columns) -> Match:
    """A CV that was read, with its match waiting for the screen."""
    now = timezone.now()
    candidate = Candidate.objects.create()
    cv = CV.objects.create(
        job=job,
        candidate=candidate,
        original_name="cv.pdf",
        size=1,
        sha256=uuid.uuid4().hex * 2,
        state=CV.State.READ,
        text=text,
        redacted=text,
        available_at=now,
        uploaded_by=job.owner,
    )
    return Match.objects.create(
        **{"job": job, "candidate": candidate, "cv": cv, "estimate": estimate, "available_at": now, **columns}
    )


def make_server(key: str = "here") -> ModelServer:
    return ModelServer.objects.create(key=key, address="http://127.0.0.1:11434", model="qwen2.5:7b", digest="d")
