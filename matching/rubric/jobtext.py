"""The part of a job text that may enter a prompt: what is asked and done, nothing about the company or the pay."""

import re

from matching.rubric.clauses import Clause, walk
from matching.rubric.headings import Section
from matching.rubric.kinds import years_of
from matching.rubric.lines import Line, split_lines
from matching.rubric.linting import refused
from matching.rubric.noise import is_noise, is_soft
from matching.rubric.titles import UNTITLED, find_title, is_search_line, is_title_line
from matching.rubric.vocabulary import find_skills

CHARACTERS_PER_TOKEN = 4
DUTY_TOKENS = 400
_HEADS = {
    Section.DUTIES: "Duties",
    Section.NEED: "Must have",
    Section.PROFILE: "Asked for",
    Section.NICE: "Nice to have",
}
_SHARES = {Section.NEED: 0, Section.PROFILE: 1, Section.DUTIES: 2, Section.NICE: 3}


def clean_job(text: str, *, max_tokens: int = DUTY_TOKENS) -> str:
    """The duties and requirements of a job text, at most `max_tokens` tokens of about four characters.

    Company, culture, benefits, pay, place, how to apply and equal-opportunity text are left out: they cost tokens and
    induce bias. The same text gives the same result; an empty text gives "".
    """
    lines = split_lines(text)
    return duties_of(lines, walk(lines), title=find_title(lines), max_tokens=max_tokens)


def duties_of(lines: list[Line], said: list[Clause], *, title: str, max_tokens: int = DUTY_TOKENS) -> str:
    """`clean_job` for lines and clauses that are already read; `title` is its first line unless it is not known."""
    room = max_tokens * CHARACTERS_PER_TOKEN
    clauses = [clause for clause in said if not (is_title_line(clause.text, title) or _is_beside(clause.text))]
    if not clauses:
        clauses = [Clause(line.text, Section.DUTIES, None) for line in lines if not is_noise(line.text)]
    head = "" if title == UNTITLED else title
    kept = _fitting(clauses, room - len(head) - 1)
    blocks = [head] if head else []
    for section in (Section.DUTIES, Section.NEED, Section.PROFILE, Section.NICE):
        texts = [clause.text for clause in kept if clause.section is section]
        if texts:
            blocks.append(f"{_HEADS[section]}: " + "; ".join(texts) + ".")
    return _clip("\n".join(blocks), room)


def _is_beside(text: str) -> bool:
    """True for "we are looking for", for character, which no CV shows, and for wishes that the law protects."""
    return (
        is_search_line(text)
        or refused(text)
        or (is_soft(text) and len(text) < 160 and not find_skills(text) and not years_of(text))
    )


def _fitting(clauses: list[Clause], room: int) -> list[Clause]:
    """What fits, in text order: asked things, then duties (some room is kept for them), then nice-to-haves."""
    unique = list({clause.text.lower(): clause for clause in reversed(clauses)}.values())[::-1]
    asked = [clause for clause in unique if clause.section in (Section.NEED, Section.PROFILE)]
    duties = [clause for clause in unique if clause.section is Section.DUTIES]
    nice = [clause for clause in unique if clause.section is Section.NICE]
    chosen: set[int] = set()
    left = room - 50
    for group, share in ((asked, 0.6), (duties, 1.0), (asked, 1.0), (nice, 1.0)):
        budget = int(left * share)
        for clause in group:
            cost = len(clause.text) + 2
            if id(clause) not in chosen and cost <= budget:
                chosen.add(id(clause))
                budget -= cost
                left -= cost
    return [clause for clause in unique if id(clause) in chosen]


def _clip(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    return re.sub(r"\s+\S*$", "", text[:room]).rstrip(" ,;:")
