"""A clause of a job text made into a short label that means something alone."""

import re

from matching.rubric.kinds import YEARS
from matching.rubric.leads import KNOWING, LEAD, PLAIN_ADJECTIVES, TOPIC, YEARS_HEAD, strip_need
from matching.rubric.text import fold, pattern
from matching.rubric.vocabulary import find_skills
from matching.rubric.words import third_person_verb

LABEL_LENGTH = 70
_CUT = pattern(
    r"""\s*(?:[:;]\s|\s[-–—]\s|\(|,?[ ](?:including|such as|e\.g\.?|like|for example|in order to|so that|that|
    which|who|where|
    to (?:ensure|support|meet|achieve|help|deliver|provide|drive|enable|improve|make)|through|in accordance|
    in line with|as well as|while|
    within (?:a|an|the)|with (?:strong|a focus|good|excellent|proven|particular|emphasis)|from|across|when|wie z|
    sowie|inklusive|um|damit|tels? que|telles? que|afin|notamment|
    ainsi que|como|tales como|
    asi como|para|zoals|zodat|om)[ ])"""
)
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_DANGLING = pattern(
    r"""(?:[\s,]+(?:and|or|of|with|in|the|to|for|a|an|by|on|at|und|oder|mit|der|die|das|für|et|ou|de|des|la|le|en|
    y|o|con|van|met|het|&|
    as|our|your|from|are|is|be|including|related|relevant|similar))+$""",
    re.I,
)
_JOINTS = (", ", " and ", " und ", " et ", " y ", " en ", " or ")
_EMPTY_WORDS = """
experience experienced relevant professional work working related industry field similar role position equivalent
in a an of the or and with as practical minimum proven job years year comparable same environment setting
qualification qualifications skills knowledge education requirements capacity
post previous probably done this so for have erfahrung berufserfahrung einschlagige ahnlichen position bereich
vergleichbaren experiencia similar puesto ervaring werkervaring functie soortgelijke vergelijkbare poste similaire
dans un sur au en minimum
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
_SMALL_START = re.compile(r"[a-z]+[A-Z]|[a-z]+\.js|dbt\b|e-")


def bare(text: str) -> str:
    """The clause without its polite start, its years and the words that only say how much it is needed."""
    text = re.sub(r"^\W*\([^()]*\)\s*", "", strip_need(text)).strip(" .,;:!•*-–—")
    for _ in range(3):
        before = text
        text = re.sub(r"^\W*\([^()]*\)\s*", "", _drop(LEAD, text))
        text = _without_years(text)
        text = _drop(KNOWING, text)
        if text == before:
            break
    return _DANGLING.sub("", _drop(PLAIN_ADJECTIVES, text).strip(" .,;:!•*-–—'"))


def _drop(lead: re.Pattern, text: str) -> str:
    found = lead.match(fold(text))
    rest = text[found.end() :] if found else text
    return rest if re.search(r"[^\W\d_]", rest) else text


def _without_years(text: str) -> str:
    found = YEARS_HEAD.search(fold(text))
    if not found:
        return text
    rest = f"{text[: found.start()].rstrip(' ,(-')} {text[found.end() :].lstrip(' ,)-+')}".strip()
    return rest if re.search(r"[^\W\d_]{2,}", rest) else text


def label_of(text: str, *, years: int | None = None, title: str = "") -> str:
    """A label of at most LABEL_LENGTH characters; `years` ends it, `title` stands in where only years were said."""
    words = bare(text)
    tail = f", {years}+ year{'s' if years > 1 else ''}" if years else ""
    content = content_of(words)
    if years and (not content or YEARS.search(fold(words))):
        words = f"Experience as {title}" if title else "Relevant professional experience"
    elif len(content) == 1 and not find_skills(words):
        words = _thin(text, words, title=title, years=years)
    return capital(shorten(words, length=LABEL_LENGTH - len(tail))) + tail


def content_of(text: str) -> list[str]:
    """The words of a label that say something: "relevant work experience" has none."""
    return [word for word in re.findall(r"[^\W\d_]{2,}", fold(text)) if word not in _EMPTY]


def _thin(text: str, words: str, *, title: str, years: int | None) -> str:
    """One word alone says little ("cabinet"): the job's title or the words around it are kept."""
    if years:
        return f"Experience as {title} ({words})" if title else f"Experience: {words}"
    whole = strip_need(text).strip(" .,;:!")
    return whole if len(whole.split()) <= 8 and not words[:1].isupper() else words


def capital(text: str) -> str:
    """The text with a capital first, unless its first word is spelled small on purpose (iOS, dbt, e-commerce)."""
    return text if _SMALL_START.match(text) and not text.startswith("e-") else text[:1].upper() + text[1:]


def shorten(text: str, *, length: int = LABEL_LENGTH) -> str:
    """The text cut where it still reads well; known skills that fall off are put back while there is room."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text.strip(" ,;:-–—.")
    short = _BRACKETS.sub("", text)
    if len(short) > length:
        found = next((cut for cut in _CUT.finditer(fold(short)) if 12 <= cut.start() <= length), None)
        short = short[: found.start()] if found else short
    if len(short) > length:
        at = max(short.rfind(joint, 24, length) for joint in _JOINTS)
        short = short[:at] if at > 0 else short[: length + 1].rsplit(" ", 1)[0][:length]
    short = _DANGLING.sub("", short.strip(" ,;:-–—.(/")).strip(" ,;:-–—.(/")
    return _with_lost_skills(short, text, length)


def _with_lost_skills(short: str, text: str, length: int) -> str:
    kept = {hit.skill.name for hit in find_skills(short)}
    lost: list[str] = []
    for hit in find_skills(text):
        word = text[hit.start : hit.end]
        if hit.skill.name not in kept and len(short) + 2 + sum(len(item) + 2 for item in lost) + len(word) <= length:
            lost.append(word)
            kept.add(hit.skill.name)
    return f"{short}: {', '.join(lost)}" if lost and ":" not in short else ", ".join([short, *lost])


def topic_of(text: str) -> str:
    """A duty without its "you will", "the person in this post" and "responsible for"."""
    return _drop(TOPIC, text[third_person_verb(text) :])
