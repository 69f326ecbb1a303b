"""Escalate: choose who goes on to Claude, and keep for each match why it does or does not; or a person asks."""

import math
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from matching.models import CV, CalibrationVersion, Escalation, Job, Match, RubricVersion
from matching.pipeline.calibrate import fit_of
from matching.pipeline.jobs import hold, touch
from matching.policy import LEAST_AUDITED, Choice, Standing, Why, escalate
from matching.prompts import asked
from matching.schemas import HOLDING_FLAGS, Rubric
from matching.scoring import CAP, LEAST_UNCERTAINTY

QUIET = timedelta(seconds=5)
STATE = Escalation.State
SENT = frozenset({STATE.ASSESSING, STATE.BATCHED, STATE.ASSESSED, STATE.NOT_ASSESSED})
OPEN_TO_CHOICE = (STATE.KEPT, STATE.WAITING)
_COLUMNS = (
    "pk",
    "estimate",
    "flags",
    "flags_seen_at",
    "candidate__never_send",
    "assessment",
    "screening__raw",
    "screening__sd",
    "screening__levels",
    "screening__capped_by",
    "screening__digest",
    "screening__prompt_version",
    "screening__rubric",
    "escalation__state",
    "escalation__asked_by",
    "escalation__chance",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of a person's question: how many matches are in line, and how many not, by the reason's code: local,
    closed, never, held, under_way."""

    count: int
    refused: Mapping[str, int] = field(default_factory=dict)


def escalate_job(job_id: uuid.UUID, *, now: datetime | None = None) -> bool:
    """Choose anew who of a job goes on, when the time for it has come; whether somebody waits for Claude now.

    While many are still to be screened nothing is chosen: the best share of a part is not that of the whole. Those that
    went before are not sent twice; those that only wait may make room for better ones that came later.
    """
    now = now or timezone.now()
    job = Job.objects.select_related("rubric").get(pk=job_id)
    done = Job.objects.filter(pk=job_id)
    if job.strategy == Job.Strategy.LOCAL or job.status == Job.Status.CLOSED or job.rubric is None:
        done.update(escalate_done=job.escalate_wanted)
        return False
    standings = standings_of(job)
    scored = sum(one.score is not None for one in standings)
    waiting = _still_to_screen(job)
    if job.strategy == Job.Strategy.HYBRID and not _is_ripe(job, scored, waiting, now):
        return False
    choices = choose(job, standings, waiting=waiting)
    with transaction.atomic():
        hold(job_id)
        _write(job, choices, now)
        done.update(escalate_done=job.escalate_wanted, escalate_count=scored)
        touch(job_id)
    return Escalation.objects.due(now).filter(match__job=job).exists()


def choose(job: Job, standings: Iterable[Standing], *, waiting: int = 0) -> dict[str, Choice]:
    """One choice for each match of a job as its settings say, while `waiting` others are still to be screened. Money is
    not asked here: whoever is chosen waits for it, best first."""
    return escalate(
        list(standings),
        share=float(job.share),
        audit_share=float(job.audit_share),
        seed=job.pk.hex,
        waiting=waiting,
        everybody=job.strategy == Job.Strategy.CLOUD,
    )


def standings_of(job: Job) -> list[Standing]:
    """What the policy has to know of each match of a job: the local reading, on Claude's scale where it is known."""
    fits, rubrics = {}, {}
    for version in CalibrationVersion.objects.order_by("number"):
        fits[version.digest, version.prompt_version] = fit_of(version)
    for version in RubricVersion.objects.filter(job=job):
        rubrics[version.pk] = version.as_rubric()
    rows = Match.objects.filter(job=job).order_by("pk").values(*_COLUMNS)
    return [_standing(row, fits, rubrics) for row in rows]


def ask(matches: Iterable[Match], *, by: AbstractBaseUser, criterion: str = "", tonight: bool = False) -> Asked:
    """Have Claude read these matches, whatever the policy chose, or look at one criterion of them: now, or `tonight`
    with the overnight batch of their jobs, where they have been read before.

    Their `job` and `candidate` have to be loaded. What was read before with the same criteria comes from what is
    stored, at no cost.
    """
    refused: dict[str, int] = {}
    count = 0
    whose = None if tonight else by
    for match in matches:
        code = _refusal(match) or ("" if _ask_one(match, by=whose, criterion=criterion) else "under_way")
        if code:
            refused[code] = refused.get(code, 0) + 1
        count += not code
    return Asked(count, refused)


def _refusal(match: Match) -> str:
    if match.job.strategy == Job.Strategy.LOCAL:
        return "local"
    if match.job.status == Job.Status.CLOSED:
        return "closed"
    if match.candidate.never_send:
        return "never"
    return "held" if match.is_held else ""


@transaction.atomic
def _ask_one(match: Match, *, by: AbstractBaseUser | None, criterion: str) -> bool:
    """Put one in line; without `by` it waits for its turn as those that the policy sent."""
    hold(match.job_id)
    now = timezone.now()
    in_line = {
        "state": STATE.WAITING,
        "asked_by": by,
        "criterion": criterion,
        "reason": "",
        "attempt": 0,
        "available_at": now,
        "dispatched_at": None,
    }
    # A wish is no draw: until the policy says that it would have sent it too, it counts for nobody else.
    first = {**in_line, "why": Why.ASKED, "chance": 0.0, "decided_at": now}
    row, made = Escalation.objects.get_or_create(match=match, defaults=first)
    if not made:
        rows = Escalation.objects.filter(pk=row.pk)
        # Whoever was sent by the policy keeps its reason and its chance: calibration and miss rate rest on them.
        done = rows.filter(state__in=(STATE.WAITING, STATE.ASSESSED, STATE.NOT_ASSESSED)).update(**in_line)
        if not (done or rows.filter(state=STATE.KEPT).update(**first)):
            return False
    touch(match.job_id)
    return True


def _still_to_screen(job: Job) -> int:
    """How many of a job are on their way to the local model, or still to be read."""
    unread = CV.objects.filter(job=job, state__in=(CV.State.WAITING, CV.State.READING))
    ways = (Match.State.WAITING, Match.State.SCREENING)
    return Match.objects.filter(job=job, state__in=ways).count() + unread.count()


def _is_ripe(job: Job, scored: int, waiting: int, now: datetime) -> bool:
    """Whether enough is known to choose: nobody is on the way to the screen, or too few to change the set by more than
    the audit; or, after a first choice, so many came since. Not while a pile is being uploaded."""
    if CV.objects.filter(job=job, created_at__gt=now - QUIET).exists():
        return False
    audit = max(LEAST_AUDITED, math.ceil(float(job.audit_share) * scored))
    came = scored - job.escalate_count
    few = scored > 0 and waiting * float(job.share) <= audit
    return not waiting or few or bool(job.escalate_count and came > audit)


def _standing(row: dict, fits: Mapping, rubrics: Mapping) -> Standing:
    held = row["flags_seen_at"] is None and not HOLDING_FLAGS.isdisjoint(row["flags"])
    state = row["escalation__state"]
    again = state == STATE.WAITING and row["assessment"] is not None  # in line once more: no place is given for that
    known = {
        "id": row["pk"].hex,
        "estimate": row["estimate"],
        "held": held,
        "never": row["candidate__never_send"],
        "sent": state in SENT or again,
        "asked": state == STATE.WAITING and row["escalation__asked_by"] is not None,
        "chance": row["escalation__chance"] or 0.0,
    }
    raw = row["screening__raw"]
    if raw is None:
        return Standing(score=None, **known)
    fit = fits.get((row["screening__digest"], row["screening__prompt_version"])) or fit_of(None)
    score, missing = fit.apply(raw), row["screening__capped_by"]
    return Standing(
        score=min(score, CAP) if missing else score,
        uncertainty=max(fit.spread(raw, row["screening__sd"]), fit.residual_sd, LEAST_UNCERTAINTY),
        capped_without=_others(rubrics.get(row["screening__rubric"]), row, missing) if missing else None,
        **known,
    )


def _others(rubric: Rubric | None, row: dict, missing: list[str]) -> float | None:
    """What the criteria beside the missing musts come to, from 0 to 100: with them, one must of three would do."""
    if rubric is None:
        return None
    rest = [one for one in asked(rubric) if one.id not in missing]
    levels = row["screening__levels"]
    total = sum(one.need.weight for one in rest)
    return 25 * sum(one.need.weight * levels[one.id]["level"] for one in rest) / total if total else None


def _write(job: Job, choices: Mapping[str, Choice], now: datetime) -> None:
    """Store new choices; a row that is under way, or was, keeps what it has."""
    there = set(Match.objects.filter(job=job).values_list("pk", flat=True))  # some may have been erased meanwhile
    rows = {row.pk.hex: row for row in Escalation.objects.select_for_update().filter(match__job=job)}
    new, changed = [], []
    for id_, choice in choices.items():
        state = STATE.WAITING if choice.why.goes else STATE.KEPT
        row = rows.get(id_)
        if row is None:
            pk = uuid.UUID(id_)
            if pk in there:
                new.append(Escalation(match_id=pk, state=state, **_reasons(choice, now), available_at=now))
        elif row.state in OPEN_TO_CHOICE and _moves(row, choice, state):
            moved = {"reason": "", "attempt": 0, "available_at": now} if row.state != state else {}
            for name, value in {**_reasons(choice, now), **moved, "state": state}.items():
                setattr(row, name, value)
            changed.append(row)
        elif choice.why in (Why.DONE, Why.ASKED) and row.chance != choice.chance:
            row.chance = choice.chance  # one that was audited may belong to the top share by now
            changed.append(row)
    Escalation.objects.bulk_create(new, ignore_conflicts=True, batch_size=500)
    columns = ["state", "why", "chance", "decided_at", "reason", "attempt", "available_at"]
    Escalation.objects.bulk_update(changed, columns, batch_size=500)


def _moves(row: Escalation, choice: Choice, state: str) -> bool:
    known = (row.state, row.why, row.chance)
    if row.state == STATE.WAITING and row.asked_by_id and choice.why not in (Why.NEVER, Why.HELD):
        return False  # a person asked while the policy was reckoning
    return choice.why not in (Why.DONE, Why.ASKED) and known != (state, choice.why, choice.chance)


def _reasons(choice: Choice, now: datetime) -> dict:
    return {"why": choice.why.value, "chance": choice.chance, "decided_at": now}
