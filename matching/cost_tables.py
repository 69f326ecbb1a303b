"""What the cloud would cost: the strategies side by side at a user's own token counts, and the month's forecast."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from matching.cloud_catalogue import CloudEntry
from matching.costs import Usage

COUNT = 1000
FEWEST_DAYS = 3
CENT = Decimal("0.01")
_NINE_IN_TEN = 1.645  # standard deviations on either side


@dataclass(frozen=True, slots=True)
class Tokens:
    """What one assessment takes, counted as Haiku 4.5 counts: `prefix` is what all CVs of a job share, `rest` is the
    CV and what stands around it, `output` is the report."""

    prefix: int
    rest: int
    output: int

    def on(self, entry: CloudEntry) -> "Tokens":
        """The same text in another model's tokens."""
        return Tokens(*(round(count * entry.text_tokens) for count in (self.prefix, self.rest, self.output)))


# Those of the research: 3,000 of criteria and job, 2,000 of CV, 800 of report.
RESEARCH = Tokens(prefix=3000, rest=2000, output=800)


@dataclass(frozen=True, slots=True)
class Line:
    """One strategy: US dollars for `count` screened matches, of which `sent` go to the cloud.

    `cached` is None where the model caches no prefix of that length, `batch` where it takes no batches. `saved` is the
    share (0 to 1) of the first line's price that it saves, both asked now; below 0 if it costs more.
    """

    name: str
    model: str
    sent: int
    now: Decimal
    batch: Decimal | None
    cached: Decimal | None
    saved: Fraction = Fraction(0)


def compare(
    tokens: Tokens,
    *,
    sonnet: CloudEntry,
    haiku: CloudEntry,
    chosen: CloudEntry,
    share: float,
    per_job: int,
    count: int = COUNT,
) -> tuple[Line, ...]:
    """The strategies for `count` matches in jobs of `per_job` CVs: everybody to Sonnet, everybody to Haiku, hybrid with
    the chosen model for `share` (0 to 1) of them, local."""
    part = math.ceil(Fraction(share).limit_denominator(10_000) * count)
    lines = (
        _line("all_sonnet", sonnet, tokens, sent=count, per_job=per_job),
        _line("all_haiku", haiku, tokens, sent=count, per_job=per_job),
        _line("hybrid", chosen, tokens, sent=part, per_job=max(1, round(per_job * part / count))),
        Line("local", "", 0, Decimal(0), Decimal(0), Decimal(0)),
    )
    first = lines[0].now
    return tuple(replace(line, saved=1 - Fraction(line.now) / Fraction(first)) if first else line for line in lines)


def per_match(entry: CloudEntry, tokens: Tokens, *, batch: bool = False) -> Decimal:
    """What one assessment costs without the prompt cache, in US dollars."""
    own = tokens.on(entry)
    return entry.cost(Usage(input=own.prefix + own.rest, output=own.output), batch=batch)


def per_match_cached(entry: CloudEntry, tokens: Tokens, *, per_job: int) -> Decimal | None:
    """The mean cost when the first of `per_job` calls writes the prefix for five minutes and the others read it; None
    where the model does not cache a prefix of that length."""
    own = tokens.on(entry)
    if own.prefix < entry.least_cached or per_job < 1:
        return None
    first = entry.cost(Usage(input=own.rest, write_5m=own.prefix, output=own.output))
    later = entry.cost(Usage(input=own.rest, read=own.prefix, output=own.output))
    return (first + (per_job - 1) * later) / per_job


def _line(name: str, entry: CloudEntry, tokens: Tokens, *, sent: int, per_job: int) -> Line:
    cached = per_match_cached(entry, tokens, per_job=per_job)
    return Line(
        name,
        entry.label,
        sent,
        now=sent * per_match(entry, tokens),
        batch=sent * per_match(entry, tokens, batch=True) if entry.batches else None,
        cached=None if cached is None else sent * cached,
    )


@dataclass(frozen=True, slots=True)
class Forecast:
    """What the month will have cost at its end, in US dollars rounded to cents: most likely, and the limits that nine
    months in ten would keep. `low` and `high` are None while there are too few days to tell."""

    likely: Decimal
    low: Decimal | None = None
    high: Decimal | None = None


def forecast(daily: Sequence[Decimal], *, days_left: int, waiting: Decimal = Decimal(0)) -> Forecast:
    """The forecast from what each day of this month so far has cost (today last) and what is waiting to be sent.

    Each day to come costs the mean of the days so far. Under three days nothing is projected: what is spent and what
    is waiting is all that is known.
    """
    spent = sum(daily, start=Decimal(0))
    if len(daily) < FEWEST_DAYS:
        return Forecast(_cents(spent + waiting))
    mean = spent / len(daily)
    likely = spent + max(waiting, mean * days_left)
    variance = sum(((day - mean) ** 2 for day in daily), start=Decimal(0)) / (len(daily) - 1)
    spread = Decimal(_NINE_IN_TEN) * (variance * days_left).sqrt()
    return Forecast(_cents(likely), _cents(max(spent + waiting, likely - spread)), _cents(likely + spread))


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)
