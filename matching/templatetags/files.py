"""What only the page of files draws: the bar of outcomes, outcomes in words, ages in sentences."""

from collections.abc import Mapping
from datetime import datetime

from django import template
from django.utils.safestring import SafeString

from matching.templatetags.interface import age, stacked

register = template.Library()

# By outcome, in the order of the bar: its class, and its words for one and for more.
OUTCOMES = {
    "read": ("strong", "read", "read"),
    "flagged": ("flagged", "flagged", "flagged"),
    "duplicate": ("low", "duplicate", "duplicates"),
    "unreadable": ("possible", "not readable", "not readable"),
    "waiting": ("waiting", "waiting", "waiting"),
}


@register.filter
def in_words(outcomes: Mapping[str, int]) -> list[tuple[str, int]]:
    """Outcomes that occur, as (words, number); what is flagged was read, and counts there too."""
    flagged = outcomes.get("flagged", 0)
    counts = {**outcomes, "read": outcomes.get("read", 0) + flagged}
    said = {name: words for name, (_, *words) in OUTCOMES.items()} | {"flagged": ["of them flagged"] * 2}
    return [(words[counts[name] > 1], counts[name]) for name, words in said.items() if counts.get(name)]


@register.simple_tag
def outcome_bar(counts: Mapping[str, int]) -> SafeString:
    """How the files of a job came out: one thin bar, with a sentence for a screen reader."""
    numbers = {**counts, "read": counts["read"] - counts["flagged"]}
    parts = [
        (kind, words[numbers[name] > 1], numbers[name]) for name, (kind, *words) in OUTCOMES.items() if numbers[name]
    ]
    return stacked(parts, nothing="no files")


@register.filter
def ago(moment: datetime | None) -> str:
    """An age in a sentence: `just now`, `12 min ago`."""
    words = age(moment)
    return "just now" if words == "now" else f"{words} ago"
