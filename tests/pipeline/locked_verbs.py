"""What `lockers` runs: each takes the world, prepares what the verb needs, and gives the act itself."""

import contextlib
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from matching.exceptions import JobtrackerError
from matching.models import CV, Candidate, CloudBatch, Escalation, Job, Match, Merge
from matching.pipeline.assess import assess_next, wake
from matching.pipeline.batches import advance
from matching.pipeline.cancelling import cancel
from matching.pipeline.escalate import ask, escalate_job
from matching.pipeline.estimate import estimate_job
from matching.pipeline.intake import receive, retry_reading
from matching.pipeline.jobs import lock_rubric, rescore_stale
from matching.pipeline.merging import merge, tell_apart, undo_merge
from matching.pipeline.money import free_money
from matching.pipeline.override import set_level, take_back
from matching.pipeline.read import fail_reading, read_cv
from matching.pipeline.reconcile import recover
from matching.pipeline.screen import screen_next
from matching.pipeline.shown import show
from matching.pipeline.strategy import change_reader, set_limits, set_never_send, set_strategy
from matching.pipeline.waves import fill, send_wave

GONE = timezone.now() - timedelta(minutes=1)


def asking(world):
    return lambda: ask(world.matches, by=world.owner)


def asking_about_one_criterion(world):
    return lambda: ask(world.matches[:1], by=world.owner, criterion="a")


def choosing(world):
    CV.objects.filter(job=world.job).update(created_at=GONE)
    Escalation.objects.filter(match__in=world.matches).update(why="below", state="kept")
    return lambda: escalate_job(world.job.pk)


def switching_to_local_and_back(world):
    def act() -> None:
        for strategy in (Job.Strategy.LOCAL, Job.Strategy.HYBRID):
            set_strategy(Job.objects.get(pk=world.job.pk), strategy, by=world.owner)

    return act


def changing_all_settings(world):
    return lambda: change_reader(world.job, by=world.owner, share=Decimal("0.3"), cloud_model="")


def raising_the_budget(world):
    _without_money(world)
    return lambda: set_limits(Job.objects.get(pk=world.job.pk), by=world.owner, budget_usd=Decimal(7))


def waking(world):
    _without_money(world)
    return wake


def freeing_money(world):
    _without_money(world)
    return free_money


def never_sending(world):
    def act() -> None:
        for never in (True, False):
            set_never_send(world.matches[0].candidate, never=never, by=world.owner)

    return act


def overriding(world):
    return lambda: set_level(world.matches[0], "a", level=3, note="Seen.", by=world.owner)


def taking_back(world):
    match = Match.objects.get(pk=world.matches[0].pk)
    with contextlib.suppress(JobtrackerError):
        set_level(match, "b", level=3, note="Seen.", by=world.owner)
    return lambda: take_back(match, "b", by=world.owner)


def showing(world):
    return lambda: show(world.matches[1].pk)


def estimating(world):
    Match.objects.filter(job=world.job).update(estimate=1.0)
    return lambda: estimate_job(world.job.pk)


def locking_a_rubric(world):
    rubric = world.job.rubric.as_rubric()
    return lambda: lock_rubric(world.job, replace(rubric, duties=uuid.uuid4().hex), by=world.owner)


def scoring_again(world):
    locking_a_rubric(world)()
    return lambda: rescore_stale(world.job)


def recovering_a_screening(world):
    _abandoned(Match.objects.filter(pk=world.matches[0].pk), state="screening")
    return recover


def recovering_a_question(world):
    _abandoned(Escalation.objects.filter(match=world.matches[0]), state="assessing")
    return recover


def recovering_a_file(world):
    _abandoned(CV.objects.filter(pk=world.matches[0].cv_id), state="reading")
    return recover


def recovering_what_was_passed_on(world):
    Match.objects.filter(pk=world.matches[0].pk).update(state="passed_on")
    return recover


def merging(world):
    one, other = (Candidate.objects.create() for _ in range(2))
    for candidate, match in ((one, world.matches[0]), (other, world.matches[1])):
        CV.objects.filter(pk=match.cv_id).update(candidate=candidate)
        Match.objects.filter(pk=match.pk).update(candidate=candidate)
    return _allowed(lambda: merge(one, other, chosen={}, name="Ada", by=world.owner))


def undoing_a_merge(world):
    merging(world)()
    row = Merge.objects.order_by("-at").first()
    return _allowed(lambda: undo_merge(row, by=world.owner))


def telling_apart(world):
    return lambda: tell_apart(world.matches[0].candidate, world.matches[2].candidate, by=world.owner)


def reading(world):
    cv = receive(world.job, SimpleUploadedFile("cv.txt", f"Python backend {uuid.uuid4()}".encode()), by=world.owner)
    return lambda: read_cv(cv.pk)


def failing_to_read(world):
    token = uuid.uuid4()
    CV.objects.filter(pk=world.matches[2].cv_id).update(state="reading", token=token)
    return lambda: fail_reading(world.matches[2].cv_id, token=token, reason="crashed")


def reading_again(world):
    CV.objects.filter(pk=world.matches[2].cv_id).update(state="unreadable")
    return lambda: retry_reading(world.matches[2].cv)


def putting_a_wave_together(world):
    batch = _wave(world)
    return lambda: batch and fill(batch)


def cancelling(world):
    batch = _wave(world)
    return lambda: batch and cancel(batch, by=world.owner)


def dropping_a_wave(world):
    batch = _wave(world)
    if batch:
        CloudBatch.objects.filter(pk=batch.pk).update(cancel_asked_at=timezone.now())
        Escalation.objects.filter(match__in=world.matches).update(state="batched", batch=batch)
    return lambda: batch and advance(batch.pk)


def screening(world):
    Match.objects.filter(pk=world.matches[0].pk).update(state="waiting")
    CV.objects.filter(pk=world.matches[0].cv_id).update(redacted=f"Python {uuid.uuid4()}")
    before = len(world.ollama.calls)
    return _at(world.ollama, lambda: len(world.ollama.calls) > before, lambda: screen_next(slots=1))


def assessing(world):
    ask(world.matches[:1], by=world.owner)
    return _at(world.claude, lambda: world.claude.in_flight > 0, lambda: assess_next())


def _at(server, in_flight: Callable, act: Callable) -> Callable:
    act.server, act.in_flight = server, in_flight
    return act


def _allowed(act: Callable) -> Callable:
    """In a storm somebody else may have been faster: a refusal in one sentence is no fault."""

    def suppressed() -> None:
        with contextlib.suppress(JobtrackerError):
            act()

    return suppressed


def _without_money(world) -> None:
    later = timezone.now() + timedelta(minutes=5)
    rows = Escalation.objects.filter(match__in=world.matches)
    rows.update(state="waiting", reason="job_budget", available_at=later)


def _abandoned(rows, *, state: str) -> None:
    rows.update(state=state, token=uuid.uuid4(), attempt=1, lease_until=GONE)


def _wave(world) -> CloudBatch:
    Job.objects.filter(pk=world.job.pk).update(timing="overnight")
    rows = Escalation.objects.filter(match__in=world.matches)
    rows.update(state="waiting", asked_by=None, available_at=GONE, batch=None, reason="")
    return send_wave(Job.objects.get(pk=world.job.pk), by=world.owner)


VERBS = (
    asking,
    asking_about_one_criterion,
    choosing,
    switching_to_local_and_back,
    changing_all_settings,
    raising_the_budget,
    waking,
    freeing_money,
    never_sending,
    overriding,
    taking_back,
    showing,
    estimating,
    locking_a_rubric,
    scoring_again,
    recovering_a_screening,
    recovering_a_question,
    recovering_a_file,
    recovering_what_was_passed_on,
    merging,
    undoing_a_merge,
    telling_apart,
    reading,
    failing_to_read,
    reading_again,
    putting_a_wave_together,
    cancelling,
    dropping_a_wave,
)
BEFORE_IT_ENDS = (screening, assessing)
