"""The parts of a job text: which heading, in five languages, opens which part."""

import re

from matching.rubric.headings import PHRASES, STRONG, Section
from matching.rubric.text import fold, pattern

ASKED = frozenset({Section.NEED, Section.PROFILE, Section.NICE})

# A heading that is not in the list is placed by the first of these that it contains.
_PATTERNS = (
    (Section.STOP, pattern(r"\bnot (?:needed|required)\b")),
    (
        Section.NICE,
        pattern(
            r"""\b(?:nice[- ]to|good to have|bonus|preferred|desir(?:able|ed)|plus points|pluses|von vorteil|
            wunschenswert|souhait\w+|
            deseable\w*|valorable|pluspunt\w*|een pre)\b"""
        ),
    ),
    (
        Section.NOISE,
        pattern(
            r"""\b(?:benefits?|perks|offer(?:s|ed)?|bieten|bieden|offrons|proposons|ofrecemos|equal|diversity|
            compensation|how to apply|apply|
            bewerb\w*|postul\w*|sollicit\w*|candidature|about (?:us|our|the (?:company|team|client))|who we are|
            why (?:join|work|us)|uber uns|
            over ons|qui sommes|quienes somos|our (?:company|culture|values|mission|client|story)|culture|values|
            contact|kontakt|contacto|
            physical|vorteile|avantages|beneficios|arbeidsvoorwaarden|privacy|you(?:'ll)? get)\b"""
        ),
    ),
    (
        Section.DUTIES,
        pattern(
            r"""\b(?:responsib\w+|duties|tasks|functions|what (?:you(?:'ll| will)|will you) (?:do|be doing|own)|
            what does an? [\w /&-]+ do|
            you will(?: do)?$|
            (?:candidate|holder|person|applicant) will$|aufgaben\w*|tatigkeit\w*|missions?|taches|responsabili\w+|
            funciones|tareas|taken|
            werkzaamheden|verantwoordelijk\w*|accountabilit\w+|day[- ]to[- ]day)\b"""
        ),
    ),
    (
        Section.NEED,
        pattern(
            r"""\b(?:must[- ]haves?|essential|required|mandatory|minimum|zwingend|indispensables?|
            imprescindibles?|vereist\w*|eisen)\b"""
        ),
    ),
    (
        Section.PROFILE,
        pattern(
            r"""\b(?:requirements?|qualifications?|skills?|experience|profile?|looking for|you(?:'ll)? (?:have|
            bring|need)|about you|
            who (?:you are|are you)|we need|do (?:we|you) need|anforderung\w*|mitbring\w*|bringst du mit|
            bringen sie mit|qualifikation\w*|competences?|requisitos|
            perfil|conocimientos|vragen|profiel|ervaring|vaardigheden|expertise|education|prerequisites?|
            voraussetzung\w*)\b"""
        ),
    ),
    (Section.ABOUT, pattern(r"\b(?:about the (?:role|job|position)|the role|summary|overview|description)\b")),
)
_LINK_WORDS = "a an the of and or with in for to your our their its as by on from & all these this any other meet no"
_LINKS = frozenset(_LINK_WORDS.split())
_EDGES = re.compile(r"^[^\w&']+|[^\w']+$")
_SPACE = re.compile(r"[\s_]+")
_LONGEST = max(len(phrase.split()) for phrase in PHRASES)
_JOINED = re.compile(r"\s*[,/+]\s*|\s+(?:and|und|et|y|e|en)\s+")
_TO_BE = re.compile(r"\s+(?:include|includes|including|are|is|will include|involve|involves)$")
_WORD_START = re.compile(r"(?<![\w'])[A-ZÀ-Þ]")


def heading_phrase(text: str) -> Section | None:
    """The part that a known heading phrase opens, or several joined by "and"; None for any other text."""
    if len(text) > 80:
        return None
    phrase = _normal(text)
    if phrase in PHRASES:
        return PHRASES[phrase]
    parts = _JOINED.split(phrase)
    return PHRASES[parts[0]] if len(parts) > 1 and all(part in PHRASES for part in parts) else None


def heading_of(text: str, *, marked: bool) -> Section | None:
    """The part that a line opens when it is a heading; `marked` and short lines are also tried by key words."""
    if len(text) > 80:
        return None
    known = heading_phrase(text)
    if known:
        return known
    bare = text.rstrip()
    words = len(bare.split())
    if bare.endswith((".", ",", ";")) or words > (9 if marked or bare.endswith((":", "?")) else 5):
        return None
    if not (marked or bare.endswith((":", "?")) or bare.isupper() or _title_case(bare)):
        return None
    folded = fold(bare)
    return next((section for section, cue in _PATTERNS if cue.search(_EDGES.sub("", folded))), None)


def _title_case(text: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return bool(words) and all(word[0].isupper() for word in words)


def _normal(text: str) -> str:
    return _SPACE.sub(" ", _TO_BE.sub("", _EDGES.sub("", fold(text).replace("&", "and"))))


def inline_headings(text: str, *, run_on: bool = False) -> list[tuple[str, str]]:
    """(heading or "", rest) pairs of a paragraph: "Must have: a; b. Good to have: c" gives two pairs.

    `run_on` also looks for headings without a colon, as in text scraped without its line ends.
    """
    cuts = sorted(_colon_cuts(text) + (_run_on_cuts(text) if run_on else []))
    pairs, last, head = [], 0, ""
    for start, body in cuts:
        if start < last:
            continue
        if text[last:start].strip() or head:
            pairs.append((head, text[last:start].strip()))
        head, last = text[start:body].strip(" :-–—"), body
    pairs.append((head, text[last:].strip()))
    return pairs


def trailing_heading(text: str) -> tuple[str, str]:
    """(body, heading) of a piece that runs into the next part, as in "test on site Requirements"."""
    words = text.split()
    for count in (4, 3, 2, 1):
        phrase = " ".join(words[-count:])
        if (
            len(words) > count
            and phrase[:1].isupper()
            and _normal(phrase) in STRONG
            and fold(words[-count - 1]) not in _LINKS
        ):
            return " ".join(words[:-count]), phrase
    return text, ""


def _colon_cuts(text: str) -> list[tuple[int, int]]:
    """Where a known phrase followed by a colon (or a spaced dash) starts a line or a sentence."""
    cuts = []
    for found in re.finditer(r":|(?<=\w) [-–—] (?=\w)", text):
        before = text[max(0, found.start() - 60) : found.start()]
        offset = found.start() - len(before)
        best = None
        for number, word in enumerate(reversed(list(re.finditer(r"[^\s.;!?]+(?=[^.;!?]*$)", before)))):
            if number >= _LONGEST:
                break
            start = offset + word.start()
            opens = (
                start == 0
                or text[max(0, start - 3) : start].rstrip()[-1:] in (".", ";", "!", "?", ":", ")", "•")
                or text[start].isupper()
            )
            if opens and (found.group() == ":" or start == 0) and _normal(text[start : found.start()]) in PHRASES:
                best = (start, found.end())
        if best:
            cuts.append(best)
    return cuts


def _run_on_cuts(text: str) -> list[tuple[int, int]]:
    """Where a capitalised heading phrase stands inside a run-on paragraph, before a capital, a digit or a bullet."""
    cuts = []
    for found in _WORD_START.finditer(text):
        start = found.start()
        before = text[max(0, start - 12) : start].split()
        if before and fold(before[-1]) in _LINKS:
            continue
        words = list(re.finditer(r"[^\s.:;!?()]+", text[start : start + 60]))[:5]
        for count in range(len(words), 0, -1):
            end = start + words[count - 1].end()
            after = text[end : end + 2]
            if not (after[:1] == " " and (after[1:].isupper() or after[1:].isdigit() or after[1:] in "•-*")):
                continue
            phrase = text[start:end]
            if _normal(phrase) in STRONG and (
                count > 1 or phrase.endswith("s") or before == [] or before[-1][-1] in ".;:!?"
            ):
                cuts.append((start, end))
                break
    return cuts
