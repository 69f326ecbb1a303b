"""A job text cut into clauses, each with the part it stands in and how much it is needed."""

import re
from dataclasses import dataclass

from matching.rubric.headings import Section
from matching.rubric.lines import Line, split_lines
from matching.rubric.noise import is_hard_noise, is_noise
from matching.rubric.sections import ASKED, heading_of, heading_phrase
from matching.rubric.text import fold, pattern
from matching.rubric.tongues import asks_tongue
from matching.rubric.vocabulary import find_skills
from matching.rubric.words import is_asked, is_duty, need_of
from matching.schemas import Need

LONGEST = 500
MAX_CLAUSES = 40
_SENTENCE = re.compile(r"(?<=[.!?])[\"')\]]?\s+(?=[^a-z\s])")
_SHORTENED = pattern(
    r"""(?:\b(?:e\.g|i\.e|etc|incl|approx|no|nr|vs|sr|jr|dr|mr|mrs|st|inc|ltd|co|dept|min|max|z\. ?b|bzw|ca|
    u\. ?a|d\. ?h|ggf|inkl|evtl|
    p\. ?ej|ej|bijv|o\. ?a|m|d|w|b|s|a|ph)\.)$""",
    re.I,
)
_NICE_END = (
    r"(?=[^,;]*\b(?:preferred|a plus|desirable|nice to have|an advantage|a bonus|von vorteil|un plus|"
    r"deseable|een pre|advantageous)\b)"
)
_MIXED = re.compile(rf"(?:,|;|\band\b|\bbut\b| - )\s*{_NICE_END}", re.I)
_PARTS = re.compile(r"\s*;\s*|\s+[—–]\s+(?=(?:you|we|this|they|sie|vous)\b)")
_HAVE = re.compile(r"\W*(?:you have|you are|must have|experience (?:in|with|of))\b")
_TRACE = re.compile(
    r"\b(?:working knowledge|knowledge of|understanding of|proficien\w+|familiar\w*|skills|"
    r"experience|degree|\d+\+? years?|diplom\w*|ausbildung|erfahrung|certif\w+|licen[cs]e)\b"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that a job text says: `need` is set only where its own words set it."""

    text: str
    section: Section
    need: Need | None
    bullet: bool = False


def clauses_of(text: str) -> list[Clause]:
    """What the job text asks, then what the person will do; company, pay and the like are left out."""
    return walk(split_lines(text))


def walk(lines: list[Line]) -> list[Clause]:
    """The clauses of prepared lines; noise is dropped. Where that leaves nothing, skills named anywhere count.

    Of a very long text the first MAX_CLAUSES asked things and as many duties count, the asked ones first.
    """
    clauses = [clause for line, section in _placed(lines) for clause in _clauses_in(line, section)]
    duties = [clause for clause in clauses if clause.section is Section.DUTIES][:MAX_CLAUSES]
    asked = [clause for clause in clauses if clause.section is not Section.DUTIES][:MAX_CLAUSES]
    if clauses:
        return [*asked, *duties]
    return [
        Clause(sentence, Section.PROFILE, need_of(sentence), line.bullet)
        for line in lines
        for sentence in sentences(line.text)
        if find_skills(sentence) and not is_noise(sentence)
    ][:MAX_CLAUSES]


def _placed(lines: list[Line]) -> list[tuple[Line, Section | None]]:
    """Each line with the part it stands in; headings themselves and single facts (place, pay) are left out."""
    placed = []
    section: Section | None = None
    skip = False
    for number, line in enumerate(lines):
        opened = _opened(line)
        if opened in (Section.META, Section.STOP):
            skip = True
        elif opened:
            section, skip = opened, False
        elif skip:
            skip = False
        elif line.marked and number and not line.bullet:
            section = None if section in (Section.NOISE, Section.ABOUT) else section
        elif number and _leads_bullets(line, lines[number + 1 : number + 2]):
            section = Section.DUTIES if is_duty(lines[number + 1].text) else Section.PROFILE
        else:
            placed.append((line, section))
    return placed


def _leads_bullets(line: Line, following: list[Line]) -> bool:
    """A few words without an end, and bullets below them: a heading that no list knows; the bullets tell its part."""
    bare = not line.bullet and len(line.text.split()) <= 6 and line.text[-1:] not in ".,;!?"
    return bare and bool(following) and following[0].bullet


def _opened(line: Line) -> Section | None:
    if line.bullet and not line.text.endswith(":"):
        return heading_phrase(line.text)
    return heading_of(line.text, marked=line.marked)


def _clauses_in(line: Line, section: Section | None) -> list[Clause]:
    if section is Section.NOISE:
        return []
    made = []
    for sentence in sentences(line.text):
        for part in _chunks(sentence):
            part = part.strip(" .,;:!•-–—")
            if len(part) < 2 or not re.search(r"[^\W\d_]", part):
                continue
            place = _place(part, section, bullet=line.bullet)
            if place:
                made += [Clause(piece, place, need_of(piece), line.bullet) for piece in _mixed(part)]
    return made


def _chunks(sentence: str) -> list[str]:
    """A sentence cut at its semicolons, and what is then still endless at commas or spaces: work stays linear."""
    chunks = []
    for part in _PARTS.split(sentence):
        while len(part) > LONGEST:
            at = max(part.rfind(", ", 0, LONGEST), 0) or max(part.rfind(" ", 0, LONGEST), 0) or LONGEST
            chunks.append(part[:at])
            part = part[at:].lstrip(" ,")
        chunks.append(part)
    return chunks


def sentences(text: str) -> list[str]:
    """The sentences of one line; a full stop after a common abbreviation ends none."""
    parts: list[str] = []
    for piece in _SENTENCE.split(text):
        if parts and _SHORTENED.search(parts[-1][-8:]):
            parts[-1] += " " + piece
        else:
            parts.append(piece)
    return parts


def _place(text: str, section: Section | None, *, bullet: bool) -> Section | None:
    """The part that a sentence belongs to, by its own words where no heading says so; None for noise."""
    if is_hard_noise(text):
        return None
    if section in ASKED:
        return None if is_noise(text) and not find_skills(text) and not is_asked(text) else section
    if is_noise(text) and not (bullet and section is Section.DUTIES):
        return None
    if section is Section.DUTIES:
        return Section.PROFILE if _HAVE.match(fold(text)) else section
    return _place_by_words(text, bullet=bullet)


def _place_by_words(text: str, *, bullet: bool) -> Section | None:
    duty = is_duty(text)
    if bullet and not duty:
        return Section.PROFILE
    if duty and not _TRACE.search(fold(text)):
        return Section.DUTIES
    if is_asked(text) or need_of(text) or (asks_tongue(text) and len(text.split()) < 12):
        return Section.PROFILE
    skills = find_skills(text)
    words = len(text.split())
    return Section.PROFILE if len(skills) >= 2 and words <= 3 * len(skills) else None


def _mixed(text: str) -> list[str]:
    """ "3 years required, MBA preferred" says two things."""
    found = _MIXED.search(text)
    if not found or found.start() < 8 or need_of(text[: found.start()]) is Need.NICE:
        return [text]
    before, after = text[: found.start()].strip(" ,;-"), text[found.end() :].strip()
    stated = re.search(r"\b(?:required|must|minimum|at least|essential|\d+\+? years?)\b", fold(before))
    return [before, after] if stated and len(after.split()) >= 2 else [text]
