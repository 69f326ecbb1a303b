"""Pulling a model onto the model server, with its progress kept in a row for the page."""

import time
import uuid
from datetime import datetime, timedelta

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from matching.clients.ollama import PULL_SECONDS
from matching.exceptions import JobtrackerError, ModelError
from matching.models import ModelPull
from matching.pipeline.servers import local_model, look, this_server

EVERY_SECONDS = 0.5
ANNOUNCED_FOR = timedelta(seconds=10)
STALLED_AFTER = timedelta(seconds=PULL_SECONDS + 60)  # the client waits so long for a word of the server


def ask_for(name: str) -> ModelPull:
    """Make the row of a download; the one under way when there is one. Raises JobtrackerError on an impossible name."""
    name = name.strip()
    if not name or len(name) > 120 or any(letter.isspace() for letter in name):
        raise JobtrackerError("bad_name", "That is no name of a model: write it as in the list, such as qwen2.5:7b.")
    try:
        with transaction.atomic():
            return ModelPull.objects.create(name=name)
    except IntegrityError:
        under_way = (ModelPull.State.WAITING, ModelPull.State.PULLING)
        found = ModelPull.objects.filter(name=name, state__in=under_way).first()
        return found or ModelPull.objects.create(name=name)


def pull(pull_id: uuid.UUID) -> None:
    """Do one waiting download to its end; nothing happens when another worker does it."""
    rows = ModelPull.objects.filter(pk=pull_id)
    # One at a time: two would only share the line, and each keeps a thread of the workers.
    if ModelPull.objects.filter(state=ModelPull.State.PULLING).exists():
        return
    if not rows.filter(state=ModelPull.State.WAITING).update(state=ModelPull.State.PULLING):
        return
    name = rows.values_list("name", flat=True).get()
    written = 0.0
    try:
        for step in local_model().pull(name):
            if time.monotonic() - written >= EVERY_SECONDS:
                written = time.monotonic()
                progress = {"status": step.status[:120], "completed": step.completed or 0, "total": step.total or 0}
                rows.update(**progress, updated_at=timezone.now())
                connection.close()
    except ModelError as error:
        rows.update(state=ModelPull.State.FAILED, error=str(error)[:300])
        return
    rows.update(state=ModelPull.State.DONE, status="")
    look(this_server())


def waiting_pulls(now: datetime) -> list[uuid.UUID]:
    """Downloads that nobody took up: their message was lost."""
    late = ModelPull.objects.filter(state=ModelPull.State.WAITING, created_at__lt=now - ANNOUNCED_FOR)
    return list(late.values_list("pk", flat=True))


def close_stalled(now: datetime) -> int:
    """Close downloads that nobody drives any more; the server keeps what came so far and goes on from it."""
    stalled = ModelPull.objects.filter(state=ModelPull.State.PULLING, updated_at__lt=now - STALLED_AFTER)
    return stalled.update(
        state=ModelPull.State.FAILED, error="The download stopped. Start it again: it goes on from here."
    )
