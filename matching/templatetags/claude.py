"""What the pages of the second reader draw: why a match went on or not, dimensions, money."""

from decimal import Decimal

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from matching.cost_tables import Line
from matching.costs import BATCH
from matching.pipeline.cloud import cloud_words
from matching.policy import Why
from matching.schemas import Criterion
from matching.templatetags.interface import dot

register = template.Library()

# By reason: its few words, and what it means.
WHYS = {
    Why.ASKED: ("asked for", "A person asked for this report."),
    Why.EVERYBODY: ("everybody", "The pile is small, so everybody goes to Claude."),
    Why.TOP: ("top share", "The local score is among the best share of this job."),
    Why.LINE: ("near the line", "The local score is too close to the line to call."),
    Why.RESCUE: ("rescue", "The quick estimate puts this CV on top, the local model low: worth a second reader."),
    Why.CAPPED: ("missing must", "A must-have was not found, but all the rest is strong."),
    Why.AUDIT: ("random audit", "Drawn at random from below the line, to measure whom the first stage misses."),
    Why.DONE: ("done", "Claude has read this CV."),
    Why.BELOW: ("below the line", "The local score is below the share that goes on to Claude."),
    Why.HELD: ("held", "The document is flagged: it waits until a person has looked at it."),
    Why.NEVER: ("never sent", "This candidate is marked as never to be sent to a cloud model."),
    Why.NOT_SCORED: ("no local score yet", "It is decided when the local model has read this CV."),
    Why.BUDGET: ("no money left", "The budget is used up: the best are served first, and the rest wait."),
}
DIMENSIONS = {
    "must_haves": "Must-haves",
    "skill_depth": "Skill depth",
    "experience": "Experience",
    "seniority": "Seniority",
    "domain": "Domain",
}
RECOMMENDATIONS = {"interview": "Talk to this person", "maybe": "Perhaps", "not_now": "Not now"}
WAYS = {
    "all_sonnet": "Everybody to {model}",
    "all_haiku": "Everybody to {model}",
    "hybrid": "Hybrid: all screened here, the best share to {model}",
    "local": "Local: nothing leaves this server",
}
RECENCIES = {
    "current": "in the present role",
    "within_3_years": "within the last three years",
    "older": "more than three years ago",
}


@register.filter
def why_words(why: str) -> str:
    """The reason for which a match goes on or stays, in a few words."""
    return WHYS.get(why, ("", ""))[0]


@register.filter
def why_sentence(why: str) -> str:
    """The same as a sentence."""
    return WHYS.get(why, ("", "Not decided yet."))[1]


@register.simple_tag
def cloud_sentence(code: str, model: str = "") -> str:
    """What came between a match and Claude."""
    return cloud_words(code, model=model).sentence


@register.simple_tag
def cloud_mend(code: str, model: str = "") -> str:
    """What a person can do about it."""
    return cloud_words(code, model=model).mend


@register.filter
def recommendation_words(name: str) -> str:
    return RECOMMENDATIONS.get(name, "")


@register.filter
def recency_words(name: str) -> str:
    """When the fitting experience was; empty where it is not known."""
    return RECENCIES.get(name, "")


@register.simple_tag
def reader_dot(level: int | None, criterion: Criterion, reader: str) -> SafeString:
    """The level that one reader gave, as a dot with its digit."""
    if level is None:
        return format_html('<span class="quiet" title="{} did not look at it">–</span>', reader)
    return format_html('{}<b class="level">{}</b>', dot(level, f"{reader}, {criterion.label}"), level)


@register.simple_tag
def dimension_rows(dimensions: dict) -> list[tuple[str, float]]:
    """(label, 0 to 100) of the dimensions that this job has."""
    known = dict(dimensions) if isinstance(dimensions, dict) else {}
    return [(label, known[name]) for name, label in DIMENSIONS.items() if known.get(name) is not None]


@register.filter
def usd(amount: Decimal | float | None) -> str:
    """An amount of US dollars for reading: cents from ten cents on, otherwise as many digits as tell it."""
    if amount is None:
        return ""
    amount = Decimal(amount)
    if amount == 0:
        return "$0"
    if abs(amount) >= Decimal("0.1"):
        return f"${amount:,.2f}"
    digits = 3 if abs(amount) >= Decimal("0.01") else 4 if abs(amount) >= Decimal("0.001") else 6
    return f"${amount:.{digits}f}"


@register.filter
def exact_usd(amount: Decimal) -> str:
    """An amount of US dollars with all its digits, without the sign."""
    return f"{amount.normalize():f}"


@register.filter
def thousands(number: int | None) -> str:
    """A whole number with its thousands apart."""
    return "" if number is None else f"{round(number):,}"


@register.filter
def price(amount: Decimal) -> str:
    """A price per million tokens: two digits, more where it needs them."""
    return f"{amount:.2f}" if amount == round(amount, 2) else f"{amount.normalize():f}"


@register.filter
def batch_price(prices) -> str:
    """In and out of a batch: half of the usual."""
    return f"{price(prices.input * BATCH)} / {price(prices.output * BATCH)}"


@register.filter
def way_words(line: Line) -> str:
    """One of the strategies that are compared, in words."""
    return WAYS[line.name].format(model=line.model)


@register.simple_tag
def budget_bar(spent: Decimal, reserved: Decimal, budget: Decimal) -> SafeString:
    """How much of a budget is spent and reserved, with a sentence for a screen reader."""
    whole = float(max(budget, spent + reserved)) or 1.0
    first, second = 100 * float(spent) / whole, 100 * float(reserved) / whole
    return format_html(
        '<svg class="budget" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="{0}">'
        '<title>{0}</title><rect class="spent{1}" width="{2}" height="8"/>'
        '<rect class="reserved" x="{2}" width="{3}" height="8"/></svg>',
        f"{usd(spent)} spent and {usd(reserved)} reserved of {usd(budget)}",
        " full" if spent + reserved >= budget else "",
        round(first, 2),
        round(second, 2),
    )


@register.simple_tag
def money_bar(amount: Decimal, most: Decimal) -> SafeString:
    """A bar beside an amount that stands there in words; `most` is the longest bar's."""
    width = round(100 * float(amount) / (float(most) or 1.0), 2)
    return format_html(
        '<svg class="budget" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<rect class="spent" width="{}" height="8"/></svg>',
        width,
    )


@register.filter
def day_words(days: list[dict]) -> str:
    """What the chart of days shows, with its dearest day."""
    best = _dearest(days)
    return f"Dollars a day, at most {usd(best['spent'])} on {best['day'].day} {best['day']:%B}"


@register.simple_tag
def day_bars(days: list[dict]) -> SafeString:
    """One bar a day; the amounts stand in the table below it."""
    best = _dearest(days)
    bars = [
        (
            10 * number + 1,
            _part(day["spent"], best["spent"]),
            f"{day['day']:%d %b}: {usd(day['spent'])}",
        )
        for number, day in enumerate(days)
        if day["spent"]
    ]
    return format_html(
        '<svg class="days" viewBox="0 0 {1} 64" preserveAspectRatio="none" role="img" aria-label="{0}">'
        '<title>{0}</title><path class="base" d="M0 60.5H{1}"/>{2}</svg>',
        day_words(days),
        10 * len(days),
        format_html_join(
            "",
            '<rect x="{}" y="{}" width="8" height="{}"><title>{}</title></rect>',
            ((left, 60 - height, height, label) for left, height, label in bars),
        ),
    )


def _dearest(days: list[dict]) -> dict:
    return max(days, key=lambda day: day["spent"])


def _part(amount: Decimal, most: Decimal) -> float:
    """The height of a day's bar; the dearest day has 56."""
    return round(56 * float(amount / most), 2)
