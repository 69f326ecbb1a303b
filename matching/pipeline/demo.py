"""The demo: one job with its invented candidates, through the same intake as everybody's files."""

import uuid

from django.contrib.auth.models import AbstractBaseUser
from django.core.files.base import ContentFile

from matching.demo import POSTING, make_files
from matching.models import Job
from matching.pipeline.intake import receive
from matching.pipeline.jobs import open_job
from matching.rubric import draft

TITLE = "Data Analyst, retail (demo)"


def load_demo(*, by: AbstractBaseUser) -> tuple[Job, list[uuid.UUID]]:
    """Open the demo job and store its files; the ids to be read. A demo job that is there is left as it is."""
    if job := Job.objects.filter(title=TITLE, owner=by).first():
        return job, []
    job = open_job(title=TITLE, text=POSTING, rubric=draft(POSTING), by=by)
    cvs = [receive(job, ContentFile(file.content, name=file.name), by=by) for file in make_files()]
    return job, [cv.pk for cv in cvs if cv.state == cv.State.WAITING]
