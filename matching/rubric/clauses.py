"""A job text cut into clauses, each with the part it stands in and how much it is needed."""

import re
from dataclasses import dataclass, replace

from matching.rubric.lines import Line, split_lines
from matching.rubric.sections import ASKED, Section, heading_of, heading_phrase
from matching.rubric.text import fold
from matching.rubric.vocabulary import find_skills
from matching.rubric.words import is_asked, is_duty, is_noise, need_of
from matching.schemas import Need

_SENTENCE = re.compile(r"(?<=[.!?])[\"')\]]?\s+(?=[^a-z\s])")
_SHORTENED = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|incl|approx|no|nr|vs|sr|jr|dr|mr|mrs|st|inc|ltd|co|dept|min|max|z\. ?b|bzw|ca|u\. ?a|d\. ?h|ggf|inkl|evtl|p\. ?ej|ej|bijv|o\. ?a|m|d|w|b|s|a|ph)\.)$",
    re.I,
)
_MIXED = re.compile(
    r"(?:,|;|\band\b|\bwith\b| - )\s*(?=[^,;]*\b(?:preferred|a plus|desirable|nice to have|an advantage|a bonus|von vorteil|un plus|deseable|een pre)\b)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that a job text says: `need` is set only where its own words set it."""

    text: str
    section: Section
    need: Need | None
    bullet: bool = False


def clauses_of(text: str) -> list[Clause]:
    """What the job text asks and what the person will do, in order; company, pay and the like are left out."""
    return list(walk(split_lines(text)))


def walk(lines: list[Line]) -> list[Clause]:
    """The clauses of prepared lines; noise is dropped."""
    clauses: list[Clause] = []
    section: Section | None = None
    once: Section | None = None
    for number, line in enumerate(lines):
        opened = None if line.bullet and not line.text.endswith(":") else heading_of(line.text, marked=line.marked)
        if opened is None and line.bullet and heading_phrase(line.text):
            opened = heading_phrase(line.text)
        if opened in (Section.META, Section.STOP):
            once = opened
            continue
        if opened:
            section, once = opened, None
            continue
        if once:
            once = None
            continue
        if line.marked and number and not line.bullet:
            section = None if section in (Section.NOISE, Section.ABOUT) else section
            continue
        clauses += _clauses_in(line, section)
    return clauses


def _clauses_in(line: Line, section: Section | None) -> list[Clause]:
    if section is Section.NOISE:
        return []
    made = []
    for sentence in sentences(line.text):
        for part in re.split(r"\s*;\s*", sentence):
            part = part.strip(" .,;:!•-–—")
            if len(part) < 2 or not re.search(r"[^\W\d_]", part):
                continue
            place = _place(part, section, bullet=line.bullet)
            if place:
                made += [Clause(piece, place, need_of(piece), line.bullet) for piece in _mixed(part)]
    return made


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
    if section in ASKED:
        return None if is_noise(text) and not find_skills(text) and not is_asked(text) else section
    if is_noise(text) and not (bullet and section is Section.DUTIES):
        return None
    if section is Section.DUTIES:
        return (
            Section.PROFILE
            if re.match(r"\W*(?:you have|you are|must have|experience (?:in|with|of))\b", fold(text))
            else section
        )
    if section is None and bullet and not is_duty(text):
        return Section.PROFILE
    if is_duty(text) and not re.search(r"\b(?:experience|degree|years?)\b", fold(text)):
        return Section.DUTIES
    if is_asked(text):
        return Section.PROFILE
    return None


def _mixed(text: str) -> list[str]:
    """ "3 years required, MBA preferred" says two things."""
    found = _MIXED.search(text)
    if not found or found.start() < 8 or need_of(text[: found.start()]) is Need.NICE:
        return [text]
    before, after = text[: found.start()].strip(" ,;-"), text[found.end() :].strip()
    if len(after.split()) < 2 or not (
        re.search(r"\b(?:required|must|minimum|at least)\b", fold(before)) or find_skills(after)
    ):
        return [text]
    return [before, after]


def with_text(clause: Clause, text: str) -> Clause:
    """The same clause with other words."""
    return replace(clause, text=text)
