"""Strategies: what each may send, what a change in the middle does, and that local mode reaches nobody."""

from decimal import Decimal

import pytest
from django.utils import timezone

from matching.exceptions import CloudForbiddenError, JobtrackerError
from matching.models import AuditEvent, Escalation, Job, Match, ModelCall
from matching.pipeline.assess import assess_next
from matching.pipeline.cloud import client_of, cloud_obstacle, entry_of
from matching.pipeline.escalate import ask, escalate_job
from matching.pipeline.jobs import open_job
from matching.pipeline.questions import load, permit_for, question
from matching.pipeline.reconcile import recover, tick
from matching.pipeline.review import see_flags
from matching.pipeline.screen import Step
from matching.pipeline.strategy import change_reader, set_limits, set_model, set_never_send, set_strategy
from matching.pipeline.waves import plan_waves, send_wave
from tests.pipeline.asking import assess_all, choose, cv_text, hybrid, make_due, screen_all
from tests.pipeline.rows import make_match

pytestmark = pytest.mark.django_db(transaction=True)


def loaded(match: Match) -> Match:
    return Match.objects.select_related("job", "candidate").get(pk=match.pk)


def reasons() -> dict[str, int]:
    return Escalation.objects.reasons()


def test_job_is_hybrid_from_the_start_where_there_is_a_key_else_local(owner, rubric, settings):
    settings.ESCALATION_SHARE, settings.JOB_BUDGET_USD = Decimal("0.15"), Decimal(3)
    settings.ANTHROPIC_API_KEY = ""
    assert open_job(title="a", text="a", rubric=rubric, by=owner).strategy == "local"
    settings.ANTHROPIC_API_KEY = "key"
    job = open_job(title="a", text="a", rubric=rubric, by=owner)
    assert (job.strategy, job.share, job.budget_usd) == ("hybrid", Decimal("0.15"), Decimal(3))


def test_local_job_sends_nothing_on_any_path(job, both, owner, settings):
    """Every verb that could lead to Claude is walked, with rows that say that it should be asked."""
    ollama, claude = both
    settings.CLOUD_BATCH_HOUR = 0
    match, other = make_match(job, text=cv_text(5)), make_match(job, text=cv_text(6))
    now = timezone.now()
    Job.objects.update(strategy="local", escalate_wanted=5, timing="overnight")
    job.refresh_from_db()
    assert dict(ask([loaded(match)], by=owner).refused) == {"local": 1}
    # Rows as a fault of ours or a change in between could leave them behind.
    for row, timing in ((match, None), (other, owner)):
        Escalation.objects.create(
            match=row, why="top", state="waiting", asked_by=timing, decided_at=now, available_at=now
        )
    screen_all()
    assert escalate_job(job.pk) is False
    tick(announce_reads=True)
    recover()
    assert plan_waves() == []
    assert send_wave(job, by=owner) is None
    assert assess_next() == Step.NO_WORK
    escalation, entry = load(match.pk), entry_of(job)
    asked = question(escalation, entry)
    with pytest.raises(CloudForbiddenError):
        permit_for(asked)
    with pytest.raises(CloudForbiddenError):
        client_of(entry).assess(asked.prompt, permit=None)
    assert (claude.requests, ModelCall.objects.cloud().count()) == ([], 0)
    assert len(ollama.calls) == 2


def test_hybrid_without_a_key_chooses_and_waits_and_goes_on_when_it_comes(job, claude, settings):
    key, settings.ANTHROPIC_API_KEY = settings.ANTHROPIC_API_KEY, ""
    make_match(hybrid(job), text=cv_text(5))
    screen_all()
    assert choose(job) == {"everybody": 1}
    assert assess_next() == Step.NO_SERVER
    assert "ANTHROPIC_API_KEY" in cloud_obstacle(job).mend
    settings.ANTHROPIC_API_KEY = key
    assess_all()
    assert Escalation.objects.get().state == "assessed"


def test_cloud_job_leaves_the_local_model_alone(job, both, owner):
    ollama = both[0]
    match = make_match(job, text=cv_text(5))
    set_strategy(job, "cloud", by=owner)
    screen_all()
    choose(job)
    assess_all()
    match.refresh_from_db()
    assert (match.state, match.source, ollama.calls) == ("passed_on", "claude", [])
    assert match.score is not None


def test_switched_to_local_in_the_middle_keeps_who_waits_and_shows_what_comes_back(job, claude, owner):
    hybrid(job)
    for number in range(4):
        make_match(job, text=cv_text(number))
    screen_all()
    choose(job)
    assess_next()
    switched = set_strategy(job, "local", by=owner)
    assert (switched.kept, switched.in_flight) == (3, 0)
    assert assess_next() == Step.NO_WORK
    assert Match.objects.filter(source="claude").count() == 1
    set_strategy(job, "hybrid", by=owner)
    choose(job)
    assess_all()
    assert len(claude.calls) == Escalation.objects.filter(state="assessed").count() == 4


def test_switched_from_cloud_to_hybrid_is_screened_again(job, both, owner):
    make_match(job, text=cv_text(3))
    set_strategy(job, "cloud", by=owner)
    assert Match.objects.get().state == "passed_on"
    set_strategy(job, "hybrid", by=owner)
    screen_all()
    assert Match.objects.get().state == "screened"


def test_candidate_never_to_be_sent_is_kept_whoever_asks(job, claude, owner):
    match = make_match(hybrid(job), text=cv_text(5))
    screen_all()
    choose(job)
    assert set_never_send(match.candidate, never=True, by=owner) == 1
    assert dict(ask([loaded(match)], by=owner).refused) == {"never": 1}
    assert choose(job) == {"never": 1}
    assess_all()
    assert claude.requests == []
    set_never_send(match.candidate, never=False, by=owner)
    assert choose(job) == {"everybody": 1}
    assert list(AuditEvent.objects.values_list("verb", flat=True)) == ["set_never_send"] * 2


def test_flagged_document_waits_for_a_look(job, claude, owner):
    match = make_match(hybrid(job), text=cv_text(5))
    match.cv.flags = ["hidden_text"]
    match.cv.save(update_fields=["flags"])
    screen_all()
    assert choose(job) == {"held": 1}
    assert dict(ask([loaded(match)], by=owner).refused) == {"held": 1}
    see_flags(loaded(match), by=owner)
    assert choose(job) == {"everybody": 1}
    assess_all()
    assert Escalation.objects.get().state == "assessed"


def test_late_ones_join_and_nobody_is_sent_twice(job, claude):
    hybrid(job)
    for number in range(30):  # the estimate says what the screen will: it rescues nobody
        make_match(job, text=cv_text(number), estimate=10.0 * (number % 7))
    screen_all()
    choose(job)
    assess_all()
    before = set(Escalation.objects.filter(state="assessed").values_list("pk", flat=True))
    late = make_match(job, text=cv_text(6), estimate=60.0)
    make_due()
    screen_all()
    choose(job)
    assess_all()
    after = set(Escalation.objects.filter(state="assessed").values_list("pk", flat=True))
    assert after == before | {late.pk}
    assert len(claude.calls) <= len(after)


def test_nothing_is_chosen_while_many_are_still_to_be_screened(job, claude):
    hybrid(job)
    for number in range(40):
        make_match(job, text=cv_text(number))
    make_due()
    assert choose(job) == {}
    screen_all()
    assert choose(job)["top"] == 8


def test_all_settings_of_the_reader_change_at_once_or_not_at_all(job, owner):
    values = {
        "strategy": "hybrid",
        "share": Decimal("0.1"),
        "audit_share": Decimal("0.05"),
        "budget_usd": Decimal(9),
        "timing": "overnight",
        "cloud_model": "claude-sonnet-5-5",
        "cloud_input_price": None,
        "cloud_output_price": None,
    }
    change_reader(job, by=owner, **values)
    job.refresh_from_db()
    assert {name: getattr(job, name) for name in values} == values
    with pytest.raises(JobtrackerError):
        change_reader(job, by=owner, **values | {"budget_usd": Decimal(-1), "cloud_model": ""})
    job.refresh_from_db()
    assert job.cloud_model == "claude-sonnet-5-5"


@pytest.mark.parametrize(
    ("name", "prices"), [("claude-3-5-haiku-latest", {}), ("someone-elses-model", {}), ("x", {"input_price": 1})]
)
def test_model_that_cannot_be_used_is_refused(job, owner, name, prices):
    with pytest.raises(JobtrackerError):
        set_model(job, name, by=owner, **prices)


def test_model_not_in_the_catalogue_is_used_with_prices_typed_in(job, owner):
    set_model(job, "claude-next", by=owner, input_price=Decimal(2), output_price=Decimal(8))
    entry = entry_of(job)
    assert (entry.id, entry.prices.input, entry.prices.output, entry.source) == (
        "claude-next",
        Decimal(2),
        Decimal(8),
        "typed in",
    )


@pytest.mark.parametrize(
    "limits", [{"share": Decimal("1.1")}, {"audit_share": Decimal(-1)}, {"budget_usd": Decimal(10**6)}]
)
def test_impossible_limits_are_refused(job, owner, limits):
    with pytest.raises(JobtrackerError):
        set_limits(job, by=owner, **limits)
