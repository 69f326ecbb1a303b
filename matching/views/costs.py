"""What Claude costs: this month against its budget, by what it was spent on, and beside other ways of doing it."""

import csv
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from django.conf import settings
from django.db.models import Count, QuerySet, Sum
from django.db.models.functions import TruncDate
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from matching.cloud_catalogue import CLOUD_MODELS
from matching.cost_tables import Forecast
from matching.htmx import render_part, wants_part
from matching.models import EgressReceipt, Job, Match, ModelCall
from matching.pipeline.spending import comparison, month_forecast
from matching.views.telling import NotKnown

TEMPLATE = "matching/costs.html"
KINDS = {"now": "Asked at once", "batch": "Overnight, at half price", "cached": "With a part read from the cache"}
FORMULA = {"=", "+", "-", "@", "＝", "＋", "－", "＠"}
YEARS = range(2000, 9000)  # what dates can be reckoned with on both sides
STRATEGIES = {"hybrid": "Hybrid", "cloud": "Cloud", "local": "Local now, hybrid or cloud before"}
COLUMNS = ("started_at", "job", "act", "model", "state", "service_tier", "prompt_tokens", "output_tokens")
MONEY = ("write_5m_tokens", "write_1h_tokens", "read_tokens", "cost_usd", "reserved_usd", "request_id")
# `not_known_usd` is the part of `cost_usd` that stands for what nobody knows yet.
TOLD = ("not_known_usd", "told_by", "told_at")


@dataclass(frozen=True, slots=True)
class Month:
    """One calendar month in UTC, as the budget counts it."""

    first: date

    @classmethod
    def asked_for(cls, text: str) -> "Month":
        """From `2026-11`; this month when nothing is given. Raises Http404 for what is no month."""
        try:
            found = datetime.strptime(text, "%Y-%m").replace(tzinfo=UTC).date() if text else _today().replace(day=1)
        except ValueError:
            raise Http404("There is no such month.") from None
        if found.year not in YEARS:
            raise Http404("There is no such month.")
        return cls(found)

    @property
    def start(self) -> datetime:
        return datetime(self.first.year, self.first.month, 1, tzinfo=UTC)

    @property
    def owing(self) -> datetime:
        """From when on calls that nobody knows the cost of belong to its page: to the present one's, however old."""
        return self.start if self.following else datetime(YEARS.start, 1, 1, tzinfo=UTC)

    @property
    def days(self) -> int:
        return monthrange(self.first.year, self.first.month)[1]

    @property
    def end(self) -> datetime:
        return self.start + timedelta(days=self.days)

    @property
    def previous(self) -> date:
        return (self.first - timedelta(days=1)).replace(day=1)

    @property
    def following(self) -> date | None:
        """The month after; None for the present one."""
        after = self.end.date()
        return after if after <= _today() else None

    @property
    def passed(self) -> int:
        """How many of its days have begun."""
        return min(self.days, max(0, (_today() - self.first).days + 1))


@require_safe
def costs(request: HttpRequest) -> HttpResponse:
    """The month's spending. Jobs that this person may not see are summed up without their titles.

    htmx asks for what 1,000 matches cost at another share alone.
    """
    month = Month.asked_for(request.GET.get("month", ""))
    compared = comparison(asked_share(request))
    if wants_part(request):
        return render_part(request, TEMPLATE, "thousand", {"comparison": compared})
    calls = ModelCall.objects.cloud().since(month.start, month.end)
    cvs = Match.objects.filter(created_at__gte=month.start, created_at__lt=month.end).count()
    bill, days = calls.bill(), _days(calls, month)
    context = {
        "month": month,
        "bill": bill,
        "budget": settings.MONTHLY_BUDGET_USD,
        "left": max(Decimal(0), settings.MONTHLY_BUDGET_USD - bill["spent"] - bill["reserved"]),
        "forecast": _forecast(days, month) if month.following is None else None,
        "days": days,
        "not_known": NotKnown.of(ModelCall.objects.cloud().since(month.owing, month.end), request.user),
        "jobs": _jobs(request, calls),
        "strategies": _named(calls.by("job__strategy"), "job__strategy", STRATEGIES),
        "models": _named(calls.by("model"), "model", {entry.id: entry.label for entry in CLOUD_MODELS}),
        "kinds": _named(calls.by("kind"), "kind", KINDS),
        "comparison": compared,
        "cvs": cvs,
        "all_sonnet": cvs * compared.sonnet_each,
        "catalogue": [(entry, entry.lifecycle(_today())) for entry in CLOUD_MODELS],
        "stayed": _stayed(),
        "section": "costs",
    }
    return render_part(request, TEMPLATE, "thousand", context)


def asked_share(request: HttpRequest) -> float | None:
    """The share in the address, from 0 to 1; None where it is no whole number of percent."""
    text = request.GET.get("share", "")
    return min(100, int(text)) / 100 if text.isdecimal() and len(text) < 4 else None


@require_safe
def costs_csv(request: HttpRequest) -> StreamingHttpResponse:
    """The month's calls of the jobs that this person may see, one a line: a ledger without names or texts."""
    month = Month.asked_for(request.GET.get("month", ""))
    calls = ModelCall.objects.cloud().visible_to(request.user).since(month.start, month.end)
    response = StreamingHttpResponse(_lines(calls), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="costs-{month.first:%Y-%m}.csv"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


class Echo:
    """A file that hands back what is written to it: rows stream out one by one."""

    def write(self, text: str) -> str:
        return text


def _lines(calls: QuerySet) -> Iterator[str]:
    writer = csv.writer(Echo())
    yield writer.writerow((*COLUMNS, *MONEY, *TOLD))
    plain = (*COLUMNS[2:], *MONEY)
    rows = calls.order_by("started_at").values("started_at", "job__title", *plain, "told_by__username", "told_at")
    for row in rows.iterator(chunk_size=500):
        not_known = row["cost_usd"] if row["state"] == ModelCall.State.UNKNOWN else 0
        told_at = row["told_at"].isoformat() if row["told_at"] else ""
        typed = (row["job__title"] or "", *(row[name] for name in plain), not_known, row["told_by__username"] or "")
        yield writer.writerow((row["started_at"].isoformat(), *map(_harmless, typed), told_at))


def _harmless(value: object) -> object:
    """The same; a text that a spreadsheet would take for a formula with an apostrophe before it. Titles and the names
    of models are typed in by people."""
    return f"'{value}" if isinstance(value, str) and value.lstrip()[:1] in FORMULA else value


def _today() -> date:
    return timezone.now().astimezone(UTC).date()


def _days(calls: QuerySet, month: Month) -> list[dict]:
    """Each day of the month with what was spent on it."""
    rows = calls.order_by().annotate(day=TruncDate("started_at", tzinfo=UTC)).values("day")
    spent = {row["day"]: row for row in rows.annotate(spent=Sum("cost_usd"), calls=Count("pk"))}
    dates = [month.first + timedelta(days=number) for number in range(month.days)]
    return [{"day": day, "spent": Decimal(0), "calls": 0} | spent.get(day, {}) for day in dates]


def _forecast(days: list[dict], month: Month) -> Forecast:
    return month_forecast([day["spent"] for day in days[: month.passed]], days_left=month.days - month.passed)


def _jobs(request: HttpRequest, calls: QuerySet) -> list[dict]:
    """Spending by job, the dearest first; what this person may not see is one line."""
    visible = {
        job.pk: job for job in Job.objects.visible_to(request.user).only("pk", "title", "strategy", "budget_usd")
    }
    rows, others = [], {"calls": 0, "spent": Decimal(0), "reserved": Decimal(0)}
    for row in calls.by("job_id"):
        if row["job_id"] in visible:
            rows.append({**row, "job": visible[row["job_id"]]})
        else:
            others = {name: others[name] + row[name] for name in others}
    return [*rows, others] if others["calls"] else rows


def _named(rows: QuerySet, column: str, names: dict) -> list[dict]:
    return [{**row, "name": names.get(row[column], row[column] or "Jobs that were deleted")} for row in rows]


def _stayed() -> dict[str, int]:
    """How many CVs there are, and how many of them never left this server."""
    left = EgressReceipt.objects.left().filter(match__isnull=False)
    rows = {"cvs": Match.objects.count(), "sent": left.values("match").distinct().count()}
    return {**rows, "stayed": rows["cvs"] - rows["sent"], "share": 1 - rows["sent"] / rows["cvs"] if rows["cvs"] else 1}
