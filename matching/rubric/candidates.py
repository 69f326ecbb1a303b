"""Clauses turned into drafts of criteria: what kind, which skills, how many years, which label."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from matching.rubric.clauses import Clause
from matching.rubric.degrees import degree_words
from matching.rubric.headings import Section
from matching.rubric.kinds import Kind, kind_of, years_of
from matching.rubric.labels import LABEL_LENGTH, bare, capital, content_of, label_of, shorten, topic_of
from matching.rubric.linting import refused
from matching.rubric.noise import is_availability, is_noise, is_soft, is_teamwork
from matching.rubric.roles import ROLE
from matching.rubric.splitting import parts_of
from matching.rubric.text import fold
from matching.rubric.titles import is_search_line, is_title_line
from matching.rubric.tongues import TONGUES, tongue_label, tongues_in
from matching.rubric.vocabulary import Skill, find_skills
from matching.schemas import Need

MAX_ALIASES = 24
MAX_PER_SKILL = 8
MAX_DRAFTS = 80
_TERM = re.compile(r"(?<![\w&-])(?:[A-Z][A-Za-z]*[A-Z0-9][A-Za-z0-9]*|[A-Z]{2,6}(?:[-/][A-Z0-9]+)*)(?![\w&-])")
_NOT_TERM_WORDS = """
EUR USD GBP CHF UK US USA EU AND OR PTO EOE IT HR CV FTE PM AM TV II III IV MUST NOT THE NHS DE ES FR NL ID OK GA
CA NY TX FL OH ASAP EEO EEOC LLC GED MBA PHD BSC MSC PLUS WITH IN OF TO BS BA MS MA B2 C1 C2 A2 B1
"""
_NOT_TERMS = frozenset(_NOT_TERM_WORDS.split())
_WORD = re.compile(r"[^\W\d_]{3,}")
_COMMON_WORDS = """
experience years year knowledge skills work working with and the for language degree experiencia ervaring
erfahrung und avec con met
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_EQUIVALENT = re.compile(r"\W*(?:or )?(?:an? )?(?:equivalent|similar|combination of education|any equivalent)\b", re.I)
_OR = re.compile(r"\b(?:or|oder|ou|o|of)\b")


@dataclass(frozen=True)
class Draft:
    """A criterion in the making. `fixed` means that the text itself set the need; `order` is its place in the text."""

    label: str
    kind: Kind
    need: Need
    section: Section
    order: int
    fixed: bool = False
    skills: tuple[Skill, ...] = ()
    spelled: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    years: int | None = None
    weak: bool = False
    choice: bool = False

    @property
    def aliases(self) -> tuple[str, ...]:
        """What a CV may say for this criterion: as the job spells it first, then known synonyms; at most MAX_ALIASES.

        Any one of them shows it, so a degree's field is not among them: work in accounting is no degree in it.
        """
        room = max(3, min(MAX_PER_SKILL, MAX_ALIASES // max(1, len(self.skills))))
        if self.kind is Kind.DEGREE and self.extra:
            trades = [word for word in self.spelled if ROLE.search(fold(word)) or word.isupper()]
            return tuple(dict.fromkeys((*trades, *self.extra)))[:MAX_ALIASES]
        words = [*self.spelled, *self.extra]
        for skill in self.skills:
            words += skill.spellings[:room]
        unique: dict[str, str] = {}
        for word in words:
            unique.setdefault(fold(word), word)
        return tuple(unique.values())[:MAX_ALIASES]

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(skill.name for skill in self.skills)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the label that tell it from others."""
        return frozenset(word for word in _WORD.findall(fold(self.label)) if word not in _COMMON)

    @cached_property
    def families(self) -> frozenset[str]:
        return frozenset(skill.family for skill in self.skills)


def drafts_of(clauses: list[Clause], *, title: str) -> list[Draft]:
    """One draft for each thing that the clauses ask; character, shifts and the like come out marked weak."""
    made = []
    for clause in clauses:
        if is_title_line(clause.text, title):
            continue
        for part in parts_of(clause):
            draft = _draft(part, order=len(made), title=title)
            if draft:
                made.append(draft)
        if len(made) >= MAX_DRAFTS:
            break
    return made


def _draft(clause: Clause, *, order: int, title: str) -> Draft | None:
    text = clause.text
    if _EQUIVALENT.match(text) or len(text) < 2:
        return None
    duty = clause.section is Section.DUTIES
    kind = kind_of(text, duty=duty)
    skills = tuple({hit.skill.name: hit.skill for hit in find_skills(text)}.values())
    spelled = tuple(dict.fromkeys(text[hit.start : hit.end] for hit in find_skills(text)))
    years = None if duty else years_of(text)
    plain_skill = kind in (Kind.SKILL, Kind.DUTY, Kind.LEADING)
    soft = plain_skill and is_soft(text)
    weak = not years and is_search_line(text)
    weak = weak or (plain_skill and not years and not skills and (soft or is_availability(text)))
    weak = weak or (plain_skill and not years and is_teamwork(text))
    if weak and (len(text) > 160 or is_noise(text)):
        return None
    if soft and skills and not years and not duty:
        label = capital(shorten(", ".join(spelled)))
    else:
        label = _label(topic_of(text) if duty else text, kind, years=years if plain_skill else None, title=title)
    if not re.search(r"[^\W\d_]{2,}|\b[CR]\b", label) or refused(label):
        return None
    if not (skills or years or content_of(label)):
        return None
    return Draft(
        label=label,
        kind=kind,
        need=_need(clause),
        section=clause.section,
        order=order,
        fixed=clause.need is not None or clause.section in (Section.NEED, Section.NICE),
        skills=skills,
        spelled=spelled,
        extra=_extra(text, kind, title=title if years and f"as {title}" in label else ""),
        years=years,
        weak=weak,
        choice=bool(_OR.search(fold(text))),
    )


def _label(text: str, kind: Kind, *, years: int | None, title: str) -> str:
    if kind is Kind.TONGUE:
        return tongue_label(text, plain=bare(text))
    return label_of(text, years=years, title=title)


def _need(clause: Clause) -> Need:
    if clause.section is Section.NICE or (clause.need is Need.NICE and clause.section is not Section.DUTIES):
        return Need.NICE
    if clause.section is Section.NEED:
        return Need.MUST
    if clause.section is Section.DUTIES:
        return Need.SHOULD
    return clause.need or Need.SHOULD


def _extra(text: str, kind: Kind, *, title: str) -> tuple[str, ...]:
    words: list[str] = []
    if kind is Kind.TONGUE:
        words += [name for tongue in tongues_in(text) for name in TONGUES[tongue]]
    if kind is Kind.DEGREE:
        words += degree_words(text)
    if title:
        words += [spelling for hit in find_skills(title) for spelling in hit.skill.spellings[:MAX_PER_SKILL]] or [title]
    known = {at for hit in find_skills(text) for at in range(hit.start, hit.end)}
    terms = [found for found in _TERM.finditer(text) if found.group().upper() not in _NOT_TERMS]
    words += [found.group() for found in terms if found.start() not in known]
    return tuple(words)


def by_family(draft: Draft) -> list[Draft]:
    """A draft that lists skills of several families as one draft each; itself when it is about one thing."""
    if draft.kind is not Kind.SKILL or draft.years or draft.choice or len(draft.families) < 2 or draft.weak:
        return [draft]
    groups: dict[str, list[Skill]] = {}
    for skill in draft.skills:
        groups.setdefault(skill.family, []).append(skill)
    made = []
    for skills in groups.values():
        spelled = tuple(word for word in draft.spelled if any(hit.skill in skills for hit in find_skills(word)))
        label = capital(shorten(", ".join(spelled) or skills[0].name, length=LABEL_LENGTH))
        made.append(replace(draft, label=label, skills=tuple(skills), spelled=spelled, extra=()))
    return made
