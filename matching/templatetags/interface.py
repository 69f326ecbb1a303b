"""The small parts of the interface that need sums or care: icons, bars, dots, ages, sizes."""

from collections.abc import Iterable
from datetime import datetime

from django import template
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from matching.schemas import UNREADABLE

register = template.Library()

LEVEL_WORDS = ("not found in the CV", "slight sign", "some evidence", "good evidence", "strong evidence")
FLAG_WORDS = {
    "hidden_text": "hidden text",
    "instruction_like": "instructions to a model",
    "jd_copy": "copy of the posting",
    "lookalike_letters": "look-alike letters",
    "metadata_instruction": "instructions in the file's properties",
    "skill_dump": "list of skills only",
    "text_layer_mismatch": "page and text differ",
    "ocr_poor": "poor scan",
    "unchecked": "not searched for hidden text",
    "over_length": "very long",
    "parse_poor": "little text found",
    "unread_pages": "some pages not read",
}
SEGMENTS = (
    ("strong", "strong"),
    ("possible", "possible"),
    ("low", "low match"),
    ("waiting", "waiting"),
    ("failed", "not scored or not readable"),
)


@register.filter
def words(text: str) -> list[str]:
    """The words of a template literal, to loop over."""
    return text.split()


@register.filter
def of(table: dict, key: object) -> object:
    """The entry of a table for a key; None when there is none."""
    return table.get(key)


@register.simple_tag
def sheet_url(name: str) -> str:
    """The address of one style sheet."""
    return static(f"css/{name}.css")


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An icon of the sprite. With a label it says so to a screen reader; without one it is decoration."""
    picture = format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static("icons.svg"),
        name,
    )
    return format_html('{}<span class="vh">{}</span>', picture, label) if label else picture


@register.simple_tag
def dot(level: int | None, label: str, extra: str = "") -> SafeString:
    """One criterion at a glance: a disc filled by quarters, dashed when unknown. `extra` is a class (must, capped)."""
    known = level in range(5)
    sentence = f"{label}: {level} of 4, {LEVEL_WORDS[level]}" if known else f"{label}: not known yet"
    return format_html(
        '<span class="dot {}" title="{}">{}</span>',
        extra,
        sentence,
        icon(f"dot-{level if known else 'unknown'}", sentence),
    )


def _percent(value: float) -> float:
    return round(min(100.0, max(0.0, value)), 1)


@register.simple_tag
def score_bar(score: float, uncertainty: float | None = None, kind: str = "") -> SafeString:
    """A bar of 0 to 100 with a whisker of +-uncertainty; `kind` is a band or `estimate`. The number stands beside."""
    whisker = ""
    if uncertainty:
        low, high = _percent(score - uncertainty), _percent(score + uncertainty)
        whisker = format_html('<path class="whisker" d="M{0} 6H{1}M{0} 3.5v5M{1} 3.5v5"/>', low, high)
    return format_html(
        '<svg class="score-bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<rect class="track" y="2" width="100" height="8" rx="2"/><path class="line" d="M50 2v8M75 2v8"/>'
        '<rect class="fill {}" y="2" width="{}" height="8" rx="2"/>{}</svg>',
        kind,
        _percent(score),
        whisker,
    )


@register.simple_tag
def stacked_bar(job) -> SafeString:
    """How the CVs of a job (from `with_counts`) are distributed: one thin bar, with a sentence for a screen reader."""
    counts = {
        "strong": job.strong,
        "possible": job.possible,
        "low": job.low,
        "waiting": job.waiting + job.unread,
        "failed": job.not_scored + job.unreadable,
    }
    return stacked([(name, wording, counts[name]) for name, wording in SEGMENTS], nothing="no CVs yet")


def stacked(parts: Iterable[tuple[str, str, int]], *, nothing: str) -> SafeString:
    """A thin bar of (class, words, count), those of no count left out; `nothing` is the sentence of an empty one."""
    shown = [part for part in parts if part[2]]
    total = sum(count for *_, count in shown)
    sentence = ", ".join(f"{count} {wording}" for _, wording, count in shown) or nothing
    edges, left = [], 0.0
    for name, _, count in shown:
        width = 100 * count / total
        edges.append((name, round(left, 2), round(width, 2)))
        left += width
    bars = format_html_join("", '<rect class="{}" x="{}" width="{}" height="8"/>', edges)
    return format_html(
        '<svg class="stacked" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="{0}">'
        "<title>{0}</title>{1}</svg>",
        sentence,
        bars,
    )


@register.filter
def age(moment: datetime | None) -> str:
    """How long ago, in the largest whole unit: `now`, `12 min`, `3 h`, `5 d`, `4 mo`."""
    if moment is None:
        return ""
    minutes = max(0, int((timezone.now() - moment).total_seconds() // 60))
    for unit, size in (("y", 525_600), ("mo", 43_200), ("d", 1_440), ("h", 60), ("min", 1)):
        if minutes >= size:
            return f"{minutes // size} {unit}"
    return "now"


@register.filter
def duration(seconds: float | None) -> str:
    """A length of time in words of everyday precision: `under a minute`, `4 min`, `2.5 h`."""
    if seconds is None:
        return ""
    if seconds < 60:
        return "under a minute"
    return f"{round(seconds / 60)} min" if seconds < 5_400 else f"{seconds / 3600:.1f} h"


@register.filter
def flag_words(flag: str) -> str:
    """A document's flag in words."""
    return FLAG_WORDS.get(flag, flag.replace("_", " "))


@register.filter
def unreadable_sentence(cv) -> str:
    """Why a file could not be read and what to do, for a person."""
    sentence = UNREADABLE.get(cv.reason, "The file could not be read. Try again, or ask for another copy.")
    return sentence.format(detail=cv.detail or "unknown fault")
