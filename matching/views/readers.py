"""Two readers side by side: what the local model and Claude said of each criterion, and what a person set."""

from collections.abc import Mapping
from dataclasses import dataclass

from matching.models import Assessment, EgressReceipt, Escalation, Job, Match, Override
from matching.pipeline.outlook import price_of_one
from matching.prompts import WHOLE_JOB
from matching.quotes import Source
from matching.reports import Mark, Report
from matching.schemas import Criterion
from matching.templatetags.interface import LEVEL_WORDS

ON_THE_WAY = (Escalation.State.WAITING, Escalation.State.ASSESSING)
FAR_APART = 2  # levels between the two readers from which a line is marked


@dataclass(frozen=True, slots=True)
class ShownQuote:
    """A passage of the CV that Claude gave as proof. `anchor` names its place on the CV's tab."""

    text: str
    verified: bool
    exact: bool
    anchor: str


@dataclass(frozen=True, slots=True)
class Readers:
    """What both readers and people said of one match. `marks` are Claude's by criterion, the newest look at each;
    `overrides` the levels that people set, by criterion; `looks` the criteria that were asked about alone."""

    local: Mapping[str, int]
    report: Report | None
    marks: Mapping[str, Mark]
    overrides: Mapping[str, Override]
    looks: frozenset[str]

    @classmethod
    def of(cls, match: Match) -> "Readers":
        """Those of a match, whose `screening` and `assessment` are loaded."""
        screening, assessment = match.screening, match.assessment
        report = Report.from_json(assessment.report) if assessment else None
        marks = {mark.id: mark for mark in report.criteria} if report else {}
        looks = {look.criterion: look for look in _looks(match, since=assessment)}
        for look in looks.values():
            marks |= {mark.id: mark for mark in Report.from_json(look.report).criteria}
        overrides = match.overrides.filter(withdrawn_at=None, rubric=match.rubric_id).select_related("by")
        return cls(
            local={key: mark["level"] for key, mark in screening.levels.items()} if screening else {},
            report=report,
            marks=marks,
            overrides={one.criterion: one for one in overrides},
            looks=frozenset(looks),
        )

    @property
    def both(self) -> bool:
        """Whether there are two readings to compare."""
        return bool(self.local and self.marks)

    def said_of(self, criterion: Criterion) -> dict:
        """What a line of the report shows beside the level that counts."""
        local, mark = self.local.get(criterion.id), self.marks.get(criterion.id)
        return {
            "local": local,
            "claude": mark,
            "quotes": quotes_of(mark),
            "override": self.overrides.get(criterion.id),
            "alone": criterion.id in self.looks,
            "apart": local is not None and mark is not None and abs(local - mark.level) >= FAR_APART,
        }


def quotes_of(mark: Mark | None) -> list[ShownQuote]:
    """The quotes of one criterion, each with the name of its place."""
    quotes = mark.quotes if mark else ()
    return [
        ShownQuote(quote.text, quote.verified, quote.exact, f"quote-{mark.id}-{number}")
        for number, quote in enumerate(quotes)
    ]


def places_of(readers: Readers, text: str) -> list[tuple[int, int, str]]:
    """Where the proven quotes stand in a CV's text as a person reads it, as (start, end, anchor), in order.

    They were proven in the redacted text that was sent; one that holds a redacted word may not be found here.
    """
    source = Source(text)
    found = [
        (place.start, place.end, quote.anchor)
        for mark in readers.marks.values()
        for quote in quotes_of(mark)
        if quote.verified and (place := source.find(quote.text))
    ]
    return sorted(found)


def _looks(match: Match, *, since: Assessment | None) -> list[Assessment]:
    """Looks at single criteria of the rubric in force that are newer than the whole report, oldest first."""
    rows = match.assessments.filter(rubric=match.rubric_id).exclude(criterion="").order_by("created_at")
    return list(rows.filter(created_at__gt=since.created_at) if since else rows)


def label_of(criteria: list[Criterion], key: str) -> str:
    """The words of a criterion by its id; "" for one that the rubric does not have."""
    return next((one.label for one in (*criteria, WHOLE_JOB) if one.id == key), "")


def escalation_of(match: Match) -> Escalation | None:
    """Whether the match goes on to Claude, as far as it was decided."""
    return getattr(match, "escalation", None)


def second_reader(found: Match, readers: Readers) -> dict:
    """What the pane shows of Claude: the report, how the match came to it, and what a person may ask."""
    escalation = escalation_of(found)
    criteria = (found.rubric or found.job.rubric).as_rubric().criteria
    questions = readers.report.questions if readers.report else ()
    call = found.assessment.call_id if found.assessment else None
    return {
        "readers": readers,
        "escalation": escalation,
        "questions": [{"text": one.text, "label": label_of(criteria, one.criterion)} for one in questions],
        "receipt": EgressReceipt.objects.filter(call=call).only("pk").first() if call else None,
        "may_ask": may_ask(found, escalation),
        "ask_price": price_of_one(found.job) if may_ask(found, escalation) else None,
        "level_choices": list(enumerate(LEVEL_WORDS)),
    }


def may_ask(found: Match, escalation: Escalation | None) -> bool:
    """Whether a person may have Claude read this CV: never in local mode, nor for one marked as never to be sent."""
    if found.job.strategy == Job.Strategy.LOCAL or found.job.status == Job.Status.CLOSED or found.candidate.never_send:
        return False
    return escalation is None or escalation.state not in (*ON_THE_WAY, Escalation.State.BATCHED)


def history_of(found: Match) -> dict:
    """What happened around a match, newest first: readings, people's levels, calls, and what left."""
    return {
        "calls": found.calls.select_related("server").order_by("-started_at"),
        "screenings": found.screenings.select_related("rubric", "call"),
        "assessments": found.assessments.select_related("rubric", "call"),
        "overridden": found.overrides.select_related("by", "withdrawn_by"),
        "receipts": found.receipts.defer("payload"),
    }
