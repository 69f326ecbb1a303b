"""What only the shortlist, the match and the models page draw: dots, flags, faults, found terms in a CV, commands."""

import re
from collections.abc import Iterable
from functools import lru_cache

from django import template
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString, mark_safe

from matching.estimate import tokenise
from matching.estimate.frequency import share_of
from matching.models import Match
from matching.pipeline.servers import obstacle
from matching.schemas import Criterion
from matching.templatetags.interface import LEVEL_WORDS, icon

register = template.Library()

# By flag: its chip, its few words, and what they mean.
FLAGS = {
    "hidden_text": ("flag", "Hidden text", "The file holds text that no person sees on its pages. It was not scored."),
    "instruction_like": ("flag", "Instructions", "The CV addresses a machine. Look before you trust the score."),
    "metadata_instruction": (
        "flag",
        "File properties",
        "The title, keywords or properties of the file address a machine. No model sees them; look before you decide.",
    ),
    "text_layer_mismatch": (
        "flag",
        "Page differs",
        "The page shows other words than the text inside the file. What the page shows was scored.",
    ),
    "jd_copy": (
        "warn",
        "Copied posting",
        "Long passages are copied word for word from your posting: they prove nothing. Look for the person's own work.",
    ),
    "skill_dump": (
        "warn",
        "Skill list",
        "Hundreds of skills in a row, with little work that shows them: a bare keyword is no experience.",
    ),
    "lookalike_letters": (
        "warn",
        "Look-alike letters",
        "Words are spelled with letters of another alphabet that look the same. They were read as they look.",
    ),
    "score_jump": ("warn", "Look twice", "The score is far above the quick estimate: check it against the CV."),
    "parse_poor": ("outline", "Poorly readable", "Little or odd text came out of the file: look at the original."),
    "ocr_poor": ("outline", "Poor scan", "Text recognition was unsure of many words: compare it with the original."),
    "unchecked": ("warn", "Not checked", "The file could not be searched for text that no person sees."),
    "over_length": ("outline", "Very long", "The document is far longer than a CV; a model reads the best part of it."),
    "unread_pages": ("outline", "Pages missing", "Some pages hold no text: look at the original."),
}
REMOVED = {
    "name": "names",
    "email": "e-mail addresses",
    "phone": "phone numbers",
    "link": "links",
    "address": "places",
    "school": "schools",
    "year": "graduation years",
    "age": "ages",
    "personal": "personal details",
    "pronoun": "pronouns and titles",
    "employer": "employers",
}
PULL_WORDS = {"pulling manifest": "Asking for the list of parts", "writing manifest": "Finishing"}
MOST_MARKED = 80
COMMON = 0.4  # of all CVs: "work" and "years" tell nothing about one of them
LONGEST_MARKED = 60_000
_COMMAND = re.compile(r"ollama (?:serve|pull [\w./:-]*\w)|apt-get install [\w-]+|brew install (?:--cask )?[\w-]+")
_PROMISE = re.compile(r" (?:The match is|All matches are) kept and (?:tried|wait)[^.]*\.")
_WORD = r"[^\W_](?:[\w.+#/&’'-]*[\w+#])?"


@register.simple_tag
def criteria_dots(match: Match, criteria: Iterable[Criterion]) -> SafeString:
    """One dot a criterion, in the rubric's order, and one sentence of all for a screen reader."""
    capped = set(match.capped_by)
    levels = [match.levels.get(each.id, {}).get("level") for each in criteria]
    dots = [
        _dot(level, each.label, each.need, capped=each.id in capped)
        for level, each in zip(levels, criteria, strict=True)
    ]
    words = ", ".join(f"{each.id.upper()} {level}" for level, each in zip(levels, criteria, strict=True))
    return format_html(
        '<span class="dots" role="img" aria-label="Levels of 4: {}">{}</span>',
        words.replace("None", "not known"),
        mark_safe("".join(dots)),  # noqa: S308 - made of format_html
    )


@lru_cache(maxsize=4096)
def _dot(level: int | None, label: str, need: str, *, capped: bool) -> SafeString:
    known = level in range(len(LEVEL_WORDS))
    sentence = f"{label}: {level} of 4, {LEVEL_WORDS[level]}" if known else f"{label}: not known yet"
    picture = icon(f"dot-{level if known else 'unknown'}")
    return format_html('<span class="dot {}" title="{}">{}</span>', "capped" if capped else need, sentence, picture)


@register.simple_tag
def flag_chip(flag: str) -> SafeString:
    """A flag as a chip with its meaning as a hint."""
    kind, words, hint = FLAGS.get(flag, ("outline", flag.replace("_", " ").capitalize(), ""))
    return format_html('<span class="chip {}" title="{}">{} {}</span>', kind, hint, icon("flag"), words)


@register.filter
def flag_hint(flag: str) -> str:
    """What a flag means; empty for one that explains itself."""
    return FLAGS.get(flag, ("", "", ""))[2]


@register.filter
def flag_is_red(flag: str) -> bool:
    """Whether a person must look before anything else."""
    return FLAGS.get(flag, ("",))[0] == "flag"


@register.simple_tag
def fault_sentence(code: str) -> str:
    """What a reason code means for a person."""
    return obstacle(code).sentence


@register.simple_tag
def fault_final(code: str) -> str:
    """What a reason code means for a match that is not tried again: without the promise to do so."""
    return _PROMISE.sub("", obstacle(code).sentence)


@register.simple_tag
def fault_mend(code: str) -> SafeString:
    """What a person can do about a reason code, its commands marked as such."""
    return commands(obstacle(code).mend)


@register.filter
def commands(text: str) -> SafeString:
    """A sentence as text, with what is to be typed into a terminal marked as such."""
    return mark_safe(_COMMAND.sub(r"<code>\g<0></code>", escape(text)))  # noqa: S308 - escaped first


@register.filter
def percent(share: float | None) -> str:
    """A share of 0 to 1 as whole percent."""
    return "" if share is None else f"{round(100 * share)} %"


def telling(terms: Iterable[str]) -> list[str]:
    """Terms in their order, each once whatever its case, without single words of longer ones and what every CV says."""
    spelt: dict[str, str] = {}
    for term in terms:
        key = term.casefold()
        spelt[key] = max(spelt.get(key, term), term, key=lambda one: sum(map(str.isupper, one)))
    inside = {word for key in spelt if " " in key for word in key.split()}
    return [term for key, term in spelt.items() if key not in inside and not _is_common(key)]


@lru_cache(maxsize=4096)
def _is_common(term: str) -> bool:
    return share_of(" ".join(tokenise(term))) >= COMMON


@register.filter
def removed_words(kind: str) -> str:
    """What was taken out of a CV before any model read it, in words."""
    return REMOVED.get(kind, kind.replace("_", " "))


@register.filter
def pull_words(status: str) -> str:
    """What a model server says of a download, in words."""
    if status.startswith("pulling ") and status not in PULL_WORDS:
        return "Downloading"
    return "Checking what arrived" if status.startswith("verifying") else PULL_WORDS.get(status, status.capitalize())


@register.simple_tag
def highlighted(text: str, terms: list[str], quotes: Iterable[tuple[int, int, str]] = ()) -> SafeString:
    """The text of a CV, as text, with the terms that the quick estimate found marked, in whatever form they stand.

    `quotes` are (start, end, anchor) in order: each is marked as a whole and can be jumped to by its anchor. One that
    begins inside another is shown as its rest.
    """
    parts, at = [], 0
    for start, end, anchor in quotes:
        parts.append(_marked_terms(text[at : max(at, start)], terms))
        shown = escape(text[max(at, start) : max(at, end)])
        parts.append(format_html('<mark class="quoted" id="{}" tabindex="-1">{}</mark>', anchor, mark_safe(shown)))  # noqa: S308 - escaped
        at = max(at, end)
    return mark_safe("".join([*parts, _marked_terms(text[at:], terms)]))  # noqa: S308 - every part is escaped


def _marked_terms(text: str, terms: list[str]) -> SafeString:
    wanted = [term for term in terms[:MOST_MARKED] if len(term) > 1]
    if not wanted:
        return conditional_escape(text)
    phrases = sorted((term for term in wanted if " " in term), key=len, reverse=True)
    stems = {tokenise(term)[0] for term in wanted if " " not in term and tokenise(term)}
    either = "|".join(re.sub(r"(?:\\ )+", r"\\s+", re.escape(phrase)) for phrase in phrases)
    pattern = re.compile(rf"(?P<phrase>(?<!\w)(?:{either})(?!\w))|{_WORD}" if phrases else _WORD, re.IGNORECASE)

    def marked(found: re.Match) -> str:
        known = found.groupdict().get("phrase") or not stems.isdisjoint(tokenise(found.group()))
        return f"<mark>{escape(found.group())}</mark>" if known else escape(found.group())

    parts, at = [], 0
    for found in pattern.finditer(text, 0, LONGEST_MARKED):
        parts += [escape(text[at : found.start()]), marked(found)]
        at = found.end()
    return mark_safe("".join([*parts, escape(text[at:])]))  # noqa: S308 - every part is escaped above
