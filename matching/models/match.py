"""A candidate for a job, and every reading that the local model gave of them."""

import uuid
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Self

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import models
from django.db.models import Count, F, Q

from matching.models.call import ModelCall
from matching.models.candidate import CV, Candidate
from matching.models.claim import Claimable, ClaimableQuerySet
from matching.models.job import REFUSED, Job, RubricVersion
from matching.schemas import HOLDING_FLAGS

# The order of a shortlist, then all that its counts and ranks look at: with ten thousand matches none of their rows,
# which hold long JSON, has to be read for them.
RANKED = [
    "job",
    "-score",
    "-estimate",
    "id",
    "uncertainty",
    "state",
    "band",
    "rubric",
    "flags",
    "scored_at",
    "created_at",
]
# What rows are ordered by, each from the most down.
ORDERS = {"": ("score", "estimate"), "disagreement": ("disagreement", "score", "estimate")}
# What was chosen for Claude, however far it got.
GOING = Q(escalation__isnull=False) & ~Q(escalation__state="kept")
# In a cloud job the local model has no part: how far a match is, its escalation tells.
LEFT_TO_CLAUDE = Q(state="passed_on", score=None)
_STATES = {
    "scored": Q(score__isnull=False),
    "waiting": Q(state__in=("waiting", "screening")) | LEFT_TO_CLAUDE & ~REFUSED,
    "not_scored": Q(state="not_scored") | LEFT_TO_CLAUDE & REFUSED,
}


class MatchQuerySet(ClaimableQuerySet):
    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> Self:
        return self.filter(job__in=Job.objects.visible_to(user))

    def ranked(self, by: str = "") -> Self:
        """Scored ones first, best first; then by the quick estimate; the id settles what is left.

        `by` "disagreement": those first on whom the two readers are furthest apart.
        """
        return self.order_by(*(F(column).desc(nulls_last=True) for column in ORDERS[by]), "pk")

    def before(self, match: "Match", by: str = "") -> Self:
        """Those that stand before `match` in the ranked order, whether or not it is among these rows."""
        earlier = Q(pk__lt=match.pk)
        for column in reversed(ORDERS[by]):
            value = getattr(match, column)
            higher = Q(**{f"{column}__isnull": False}) if value is None else Q(**{f"{column}__gt": value})
            earlier = higher | Q(**{column: value}) & earlier
        return self.filter(earlier)

    def after(self, match: "Match", by: str = "") -> Self:
        """Those that stand after `match` in the ranked order, whether or not it is among these rows."""
        later = Q(pk__gt=match.pk)
        for column in reversed(ORDERS[by]):
            value = getattr(match, column)
            later = Q(**{column: value}) & later
            if value is not None:
                later |= Q(**{f"{column}__lt": value}) | Q(**{f"{column}__isnull": True})
        return self.filter(later)

    def fresh(self, since: datetime) -> Self:
        """Those that came or were scored after `since`."""
        return self.filter(Q(scored_at__gt=since) | Q(scored_at=None, created_at__gt=since))

    def shown(
        self, *, band: str = "", flag: str = "", state: str = "", text: str = "", source: str = "", why: str = ""
    ) -> Self:
        """What a filter of the shortlist leaves; an empty filter leaves everything.

        `flag` is a flag's name or "any"; `state` is waiting, not_scored, scored or stale; `text` is looked for in the
        name, the reasons and the file's name; `source` is whose score is shown; `why` is the reason for which a match
        goes on to Claude or stays, or "going" for all that went or will go.
        """
        rows = self.filter(**{name: value for name, value in {"band": band, "source": source}.items() if value})
        if why:
            rows = rows.filter(GOING if why == "going" else Q(escalation__why=why))
        if flag:
            rows = rows.exclude(flags=[]) if flag == "any" else rows.filter(flags__icontains=f'"{flag}"')
        if state == "stale":
            rows = rows.stale()
        elif state:
            rows = rows.filter(_STATES[state])
        if text:
            columns = ("candidate__name", "why", "gap", "cv__original_name")
            rows = rows.filter(reduce(or_, (Q(**{f"{column}__icontains": text}) for column in columns)))
        return rows

    def for_list(self) -> Self:
        """With what a row of the shortlist shows, and without whole documents."""
        numbers = ("state", "reason", "estimate", "score", "uncertainty", "band", "borderline", "levels", "capped_by")
        words = ("job_id", "rubric_id", "why", "gap", "flags", "candidate__name", "cv__original_name")
        second = ("source", "disagreement", "escalation__state", "escalation__why", "escalation__reason")
        return self.select_related("candidate", "cv", "escalation").only(*numbers, *words, *second)

    def tally(self) -> dict[str, int]:
        """How many matches there are, by what the strip above a shortlist shows."""
        return self.aggregate(
            matches=Count("pk"),
            screened=Count("pk", filter=_STATES["scored"]),
            waiting=Count("pk", filter=_STATES["waiting"]),
            not_scored=Count("pk", filter=_STATES["not_scored"]),
            strong=Count("pk", filter=Q(band="strong")),
            possible=Count("pk", filter=Q(band="possible")),
            low=Count("pk", filter=Q(band="low")),
            flagged=Count("pk", filter=~Q(flags=[])),
        )

    def held(self) -> Self:
        """Those that a flag keeps from the cloud until a person has looked (`see_flags`)."""
        flags = reduce(or_, (Q(flags__icontains=f'"{flag}"') for flag in sorted(HOLDING_FLAGS)))
        return self.filter(flags, flags_seen_at=None)

    def stale(self) -> Self:
        """Matches whose shown score was made with an older rubric than the job's."""
        return self.filter(score__isnull=False).exclude(rubric=F("job__rubric"))


class Match(Claimable):
    """One candidate for one job. The score shown is that of its `source`; a new one replaces it, never an error.

    waiting -> screening -> screened | not_scored (with its reason; a retry makes it waiting again)
    passed_on: the job's strategy is cloud, so that it is not screened; how far Claude got stands on its escalation

    `source` says who the score shown is of: `screening` (through `calibration`, where there is one), `assessment`, or a
    person's overrides on either. `disagreement` is how far the two readers are apart, in points.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting for the local model"
        SCREENING = "screening", "Being screened"
        SCREENED = "screened", "Screened"
        NOT_SCORED = "not_scored", "Not scored"
        PASSED_ON = "passed_on", "Left to Claude"

    class Source(models.TextChoices):
        ESTIMATE = "estimate", "Quick estimate"
        LOCAL = "local", "Local model"
        CLAUDE = "claude", "Claude"
        PERSON = "person", "A person"

    class Band(models.TextChoices):
        STRONG = "strong", "Strong"
        POSSIBLE = "possible", "Possible"
        LOW = "low", "Low match"

    WAITING = State.WAITING
    CLAIMED = State.SCREENING

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="matches")
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="matches")
    cv = models.OneToOneField(CV, on_delete=models.CASCADE, related_name="match")
    state = models.CharField(max_length=12, choices=State, default=State.WAITING)
    reason = models.CharField(max_length=40, blank=True)
    estimate = models.FloatField(null=True)
    features = models.JSONField(default=dict)
    features_of = models.CharField(max_length=12, blank=True)
    score = models.FloatField(null=True)
    uncertainty = models.FloatField(null=True)
    band = models.CharField(max_length=10, choices=Band, blank=True)
    borderline = models.BooleanField(default=False)
    levels = models.JSONField(default=dict)
    capped_by = models.JSONField(default=list)
    why = models.CharField(max_length=300, blank=True)
    gap = models.CharField(max_length=200, blank=True)
    flags = models.JSONField(default=list)
    flags_seen_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    flags_seen_at = models.DateTimeField(null=True)
    rubric = models.ForeignKey(RubricVersion, null=True, on_delete=models.RESTRICT, related_name="+")
    screening = models.ForeignKey("Screening", null=True, on_delete=models.SET_NULL, related_name="+")
    assessment = models.ForeignKey("Assessment", null=True, on_delete=models.SET_NULL, related_name="+")
    calibration = models.ForeignKey("CalibrationVersion", null=True, on_delete=models.SET_NULL, related_name="+")
    source = models.CharField(max_length=10, choices=Source, default=Source.ESTIMATE)
    disagreement = models.FloatField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    scored_at = models.DateTimeField(null=True)

    objects = MatchQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["state", "available_at"]),
            models.Index(fields=["state", "lease_until"]),
            models.Index(fields=["job", "state", "-estimate"]),
            models.Index(fields=["job", "-disagreement"]),
            models.Index(fields=RANKED, name="match_ranked"),  # SQLite takes no NULLS LAST here
        ]

    def __str__(self) -> str:
        return f"match {self.pk.hex[:8]}"

    @property
    def is_held(self) -> bool:
        """Whether a flag keeps it from the cloud because nobody has looked yet."""
        return self.flags_seen_at is None and not HOLDING_FLAGS.isdisjoint(self.flags)


class Screening(models.Model):
    """One reading by the local model, never changed afterwards. Without a `call` it came from an equal earlier one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    match = models.ForeignKey(Match, on_delete=models.CASCADE, related_name="screenings")
    rubric = models.ForeignKey(RubricVersion, on_delete=models.RESTRICT, related_name="+")
    call = models.OneToOneField(ModelCall, null=True, on_delete=models.RESTRICT, related_name="screening")
    same_as = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="+")
    cache_key = models.CharField(max_length=64, db_index=True)
    model = models.CharField(max_length=120)
    digest = models.CharField(max_length=80)
    prompt_version = models.CharField(max_length=40)
    levels = models.JSONField()
    raw = models.FloatField()
    sd = models.FloatField()
    score = models.FloatField()
    uncertainty = models.FloatField()
    band = models.CharField(max_length=10, choices=Match.Band)
    borderline = models.BooleanField()
    capped_by = models.JSONField(default=list)
    flag = models.BooleanField(default=False)
    why = models.CharField(max_length=300)
    gap = models.CharField(max_length=200)
    left_out = models.JSONField(default=list)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"screening {self.pk.hex[:8]}"
