"""Where a job's matches stand: counts, ranks and pace, reckoned once for each state of the job."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from django.core.cache import cache
from django.db.models import Max
from django.db.models.functions import Coalesce
from django.utils import timezone

from matching.models import CV, EgressReceipt, Escalation, Job, Lease, Match, ModelCall
from matching.pipeline.again import AgainForecast, again_forecast
from matching.pipeline.jobs import Forecast, rescore_forecast
from matching.scoring import shared_ranks

KEPT_SECONDS = 600
GRACE = timedelta(seconds=20)


@dataclass(frozen=True, slots=True)
class Ranks:
    """The ranks of a job's matches without a row for each: a score belongs to one group, whoever has it.

    `best` are the best scores of the groups and `estimates` those of the matches without a score, both negated so that
    they ascend; `places` are the ranks at which the groups begin; `scored` and `total` count matches.
    """

    best: tuple[float, ...]
    places: tuple[int, ...]
    estimates: tuple[float, ...]
    scored: int
    total: int

    @classmethod
    def of(cls, scores: Iterable[tuple[float, float]], estimates: Iterable[float], *, total: int) -> "Ranks":
        """From (score, uncertainty) of every scored match and the estimates of the others, in any order."""
        pairs = sorted(scores, reverse=True)
        starts = {}
        for (score, _), place in zip(pairs, shared_ranks(pairs), strict=True):
            starts.setdefault(place, -score)
        ordered = tuple(sorted(-estimate for estimate in estimates))
        return cls(tuple(starts.values()), tuple(starts), ordered, len(pairs), total)

    def label(self, *, score: float | None, estimate: float | None) -> str:
        """The rank as shown: `4`, or `4=` where it is shared. Matches without a score follow, by their estimate."""
        if score is not None and self.best:
            group = max(0, bisect_right(self.best, -score) - 1)
            place, following = self.places[group], (*self.places[group + 1 : group + 2], self.scored + 1)[0]
        elif estimate is not None:
            place = self.scored + 1 + bisect_left(self.estimates, -estimate)
            following = self.scored + 1 + bisect_right(self.estimates, -estimate)
        else:
            place, following = self.scored + 1 + len(self.estimates), self.total + 1
        return f"{place}=" if following - place > 1 else str(place)


@dataclass(frozen=True, slots=True)
class Standing:
    """A job at one moment. `tally` as in `MatchQuerySet.tally`; `unread` and `unreadable` count files.

    `newest` is when the last match came or was scored; `forecast` tells the pace of screening; `claude` is how many
    escalations stand where (`EscalationQuerySet.tally`), `spent` and `reserved` what they cost, in US dollars;
    something left this server of `sent` matches; `again` is what reports of an older rubric would cost anew.
    """

    tally: dict[str, int]
    unread: int
    unreadable: int
    newest: datetime
    ranks: Ranks
    forecast: Forecast
    claude: dict[str, int]
    spent: Decimal
    reserved: Decimal
    sent: int
    again: AgainForecast

    @property
    def to_claude(self) -> int:
        """How many matches went to Claude or will."""
        return self.claude["all"] - self.claude["kept"]

    @property
    def files(self) -> int:
        """How many files the job has, without duplicates."""
        return self.tally["matches"] + self.unread + self.unreadable

    def counted(
        self, *, band: str = "", state: str = "", flag: str = "", text: str = "", source: str = "", why: str = ""
    ) -> int | None:
        """How many matches a filter leaves where that is known already, else None."""
        if text or source or why or sum(map(bool, (band, state, flag))) > 1:
            return None
        known = {"": "matches", "scored": "screened", "any": "flagged"}
        name = band or state or flag
        return self.tally.get(known.get(name, name))


def standing(job: Job) -> Standing:
    """How the job stands at its revision. Whatever changes a match, raises the revision: see `pipeline.jobs.touch`."""
    key = f"standing:{job.pk}:{job.revision}"
    found = cache.get(key)
    if found is None:
        found = _reckon(job)
        cache.set(key, found, KEPT_SECONDS)
    return found


def _reckon(job: Job) -> Standing:
    matches = Match.objects.filter(job=job)
    # Before the rows are read: news that come in between are then announced once too often, never missed.
    newest = matches.aggregate(newest=Max(Coalesce("scored_at", "created_at")))["newest"]
    tally = matches.tally()
    scores = matches.filter(score__isnull=False).values_list("score", "uncertainty")
    estimates = matches.filter(score=None, estimate__isnull=False).values_list("estimate", flat=True)
    cvs = CV.objects.filter(job=job)
    bill = ModelCall.objects.cloud().filter(job=job).bill()
    return Standing(
        tally=tally,
        unread=cvs.filter(state__in=(CV.State.WAITING, CV.State.READING)).count(),
        unreadable=cvs.filter(state=CV.State.UNREADABLE).count(),
        newest=newest or job.created_at,
        ranks=Ranks.of(scores, estimates, total=tally["matches"]),
        forecast=rescore_forecast(job),
        claude=Escalation.objects.filter(match__job=job).tally(),
        spent=bill["spent"],
        reserved=bill["reserved"],
        sent=EgressReceipt.objects.left().filter(job=job, match__isnull=False).values("match").distinct().count(),
        again=again_forecast(job),
    )


def scheduler_runs() -> bool:
    """Whether some scheduler leads, or led until a moment ago; without one waiting work may never be announced."""
    return Lease.objects.filter(name="reconciler", until__gt=timezone.now() - GRACE).exists()
