"""Criteria drafted by rules from any job text."""

import re

from matching.exceptions import RubricError
from matching.rubric.candidates import Draft, drafts_of
from matching.rubric.clauses import walk
from matching.rubric.jobtext import duties_of
from matching.rubric.kinds import level_words
from matching.rubric.lines import split_lines
from matching.rubric.linting import refused
from matching.rubric.merging import choose
from matching.rubric.titles import UNTITLED, clean_title, find_title
from matching.schemas import CRITERION_IDS, Criterion, Rubric

_WORD = re.compile(r"[^\W\d_]{2,}")


def draft(text: str, *, title: str = "") -> Rubric:
    """Read a job text of any shape and language known here into 1 to 8 criteria, musts first.

    `title` overrides the title found in the text. Raises RubricError when the text has no words to draft from.
    """
    if not _WORD.search(text) and not _WORD.search(title):
        raise RubricError("empty_job", "The job text is empty: paste what the job needs, or at least its title.")
    lines = split_lines(text)
    said = walk(lines)
    name = clean_title(title) or find_title(lines)
    # A title that asks for what the law protects ("Under 35") lends no criterion its words.
    known = "" if name == UNTITLED or refused(name) else name
    chosen = choose(drafts_of(said, title=known), title=known)
    if not chosen:
        raise RubricError("no_criteria", "No criteria were found in this text: write what the person must know or do.")
    return Rubric(title=name, criteria=_criteria(chosen), duties=duties_of(lines, said, title=name))


def _criteria(chosen: list[Draft]) -> tuple[Criterion, ...]:
    made = []
    for identifier, item in zip(CRITERION_IDS, chosen, strict=False):
        low, mid, high = level_words(item.kind, years=item.years)
        made.append(
            Criterion(
                id=identifier, label=item.label, need=item.need, aliases=item.aliases, low=low, mid=mid, high=high
            )
        )
    return tuple(made)
