"""What only the shortlist and the match page draw: dots of a match, marks of flags, found terms in a CV."""

import re

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from matching.models import Match
from matching.pipeline.servers import obstacle
from matching.schemas import Criterion
from matching.templatetags.interface import dot, icon

register = template.Library()

FLAG_WORDS = {
    "hidden_text": ("Hidden text", "Text that no person sees on the page. It was not scored."),
    "instruction_like": (
        "Instructions",
        "The CV holds text that addresses a machine. Look before you trust the score.",
    ),
    "score_jump": ("Look twice", "The score is far above the quick estimate."),
    "parse_poor": ("Poorly readable", "Little or odd text came out of the file."),
    "over_length": ("Very long", "The document is far longer than a CV."),
}
MOST_MARKED = 60


@register.simple_tag
def criteria_dots(match: Match, criteria: tuple[Criterion, ...]) -> SafeString:
    """One dot a criterion, in the rubric's order."""
    levels = match.levels
    return format_html_join(
        "",
        "{}",
        (
            (dot(levels.get(each.id, {}).get("level"), each.label, "must" if each.need == "must" else ""),)
            for each in criteria
        ),
    )


@register.simple_tag
def flag_mark(flag: str) -> SafeString:
    """A flag as a chip with its meaning as a hint."""
    words, hint = FLAG_WORDS.get(flag, (flag.replace("_", " ").capitalize(), ""))
    return format_html('<span class="chip flag" title="{}">{} {}</span>', hint, icon("flag"), words)


@register.simple_tag
def fault_sentence(code: str) -> str:
    """What a reason code means for a person."""
    return obstacle(code).sentence


@register.filter
def percent(share: float | None) -> str:
    """A share of 0 to 1 as whole percent."""
    return "" if share is None else f"{round(100 * share)} %"


@register.simple_tag
def highlighted(text: str, terms: list[str]) -> SafeString:
    """The text of a CV, as text, with the terms that the quick estimate found marked."""
    wanted = sorted({term for term in terms[:MOST_MARKED] if len(term) > 1}, key=len, reverse=True)
    if not wanted:
        return conditional_escape(text)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(term) for term in wanted)})(?!\w)", re.IGNORECASE)
    parts, at = [], 0
    for found in pattern.finditer(text):
        parts += [conditional_escape(text[at : found.start()]), format_html("<mark>{}</mark>", found.group())]
        at = found.end()
    return mark_safe("".join([*parts, conditional_escape(text[at:])]))  # noqa: S308 - every part is escaped above
