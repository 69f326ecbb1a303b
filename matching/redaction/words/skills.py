"""The words of the product's own table of skills: never part of a name unless another sign says so."""

import re

from matching.redaction.plain import plain
from matching.rubric.vocabulary import NO_SKILL, SKILLS

SKILL_WORDS = frozenset(
    word
    for skill in SKILLS.values()
    if skill.family != NO_SKILL
    for spelling in skill.spellings
    for word in re.findall(r"[^\W\d_]{4,}", plain(spelling))
)
