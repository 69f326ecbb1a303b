"""Criteria checked before they are locked: what may not be asked, what no CV can show, what is malformed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from matching.rubric.kinds import MAX_LEVEL_WORDS, years_of
from matching.rubric.labels import bare
from matching.rubric.noise import is_availability, is_soft
from matching.rubric.protected import MUST_RULES, REFUSE, RULES, WARN, Rule
from matching.rubric.text import fold, pattern
from matching.rubric.tongues import asks_tongue, tongues_in
from matching.rubric.vocabulary import find_skills
from matching.schemas import CRITERION_IDS, Criterion, Need

MAX_LABEL_WORDS = 14
MOST = len(CRITERION_IDS)
_VAGUE = pattern(
    r"""\b(?:passion\w*|cultur(?:e|al) fit|good fit|fits? (?:in|the team|our)|rock ?star|ninja|guru|wizard|
    unicorn|superstar|go-getter|like-minded|
    work hard,? play hard|can-do|x-factor|right attitude|growth mindset|hard-?working|top[- ]?performer|
    best of the best|leidenschaft|herzblut|passion|pasion|passie)\b"""
)
_EMPTY_LABEL = pattern(
    r"""^\W*(?:(?:some|good|relevant|strong|excellent|proven|several|many|work|working|professional|prior|
    previous|general|basic|solid|technical|computer|it|
    mehrjahrige|einschlagige|gute|bonne|buena|goede|relevante?)\s+)*(?:experience|skills?|knowledge|education|
    expertise|background|qualifications?|training|
    berufserfahrung|erfahrung|kenntnisse|experiences?|connaissances|experiencia|conocimientos|ervaring|kennis)\W*$"""
)
_FILLER_WORDS = """
experience experienced relevant work working professional minimum least years year in a the of or more at similar
role position field industry and with required must have berufserfahrung erfahrung jahre mindestens experiencia
anos ans d jaar ervaring minimaal minimum
"""
_FILLER = frozenset(_FILLER_WORDS.split())


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend. `criterion_id` is "" for the whole rubric; with severity "refuse" it may not be locked."""

    criterion_id: str
    severity: str
    sentence: str
    alternative: str = ""


def lint(criteria: Sequence[Criterion]) -> tuple[Finding, ...]:
    """What is wrong with a set of criteria, in their order: refusals and warnings, each with a way out."""
    found = [*_count(criteria)]
    seen: dict[str, str] = {}
    for criterion in criteria:
        found += _shape(criterion)
        if not criterion.label.strip():
            continue
        key = _key(criterion.label)
        if key in seen:
            found.append(
                Finding(criterion.id, WARN, f"This says the same as criterion {seen[key]}.", "Remove one of the two.")
            )
        seen.setdefault(key, criterion.id)
        found += _protected(criterion)
        found += _vague(criterion)
    return tuple(found)


def refused(text: str) -> bool:
    """True when a text asks for something that no criterion may ask."""
    folded = fold(" ".join(text.split()))
    return any(rule.severity == REFUSE and _asks(rule, folded) for rule in RULES)


def _count(criteria: Sequence[Criterion]) -> list[Finding]:
    if not criteria:
        return [
            Finding("", REFUSE, "There are no criteria.", "Add at least one thing that the person must know or do.")
        ]
    if len(criteria) > MOST:
        return [
            Finding(
                "",
                REFUSE,
                f"There are {len(criteria)} criteria; {MOST} is the most.",
                "Join those that belong together.",
            )
        ]
    return []


def _shape(criterion: Criterion) -> list[Finding]:
    found = []
    if not criterion.label.strip():
        found.append(Finding(criterion.id, REFUSE, "This criterion has no label.", "Write what the job needs."))
    elif len(criterion.label.split()) > MAX_LABEL_WORDS:
        found.append(
            Finding(
                criterion.id,
                WARN,
                f"The label has more than {MAX_LABEL_WORDS} words.",
                "Keep the skill and the years; split the rest.",
            )
        )
    words = {"0": criterion.low, "2": criterion.mid, "4": criterion.high}
    missing = [level for level, text in words.items() if not text.strip()]
    if missing:
        many = len(missing) > 1
        sentence = f"Level{'s' * many} {' and '.join(missing)} {'have' if many else 'has'} no words."
        found.append(Finding(criterion.id, WARN, sentence, "Say in a few words what a CV shows at that level."))
    long = [level for level, text in words.items() if len(text.split()) > MAX_LEVEL_WORDS]
    if long:
        sentence = f"The words of level {' and '.join(long)} are more than {MAX_LEVEL_WORDS}."
        found.append(Finding(criterion.id, WARN, sentence, "Shorter words are marked more steadily."))
    return found


def _key(label: str) -> str:
    return " ".join(sorted(set(re.findall(r"[^\W_]+(?:\+\+|#)?", fold(label)))))


def _protected(criterion: Criterion) -> list[Finding]:
    found = []
    parts = (criterion.label, *criterion.aliases, criterion.low, criterion.mid, criterion.high)
    folded = [fold(" ".join(part.split())) for part in parts if part.strip()]
    rules = (*RULES, *MUST_RULES) if criterion.need is Need.MUST else RULES
    for rule in rules:
        # Level words describe what was found ("under 3 years"); only a refusal looks at them.
        if any(_asks(rule, text) for text in (folded if rule.severity == REFUSE else folded[:1])):
            tongue = next(iter(tongues_in(criterion.label)), "")
            alternative = rule.alternative.replace("{tongue}", f"{tongue} " if tongue else "")
            found.append(Finding(criterion.id, rule.severity, rule.sentence, alternative))
    return found


def _asks(rule: Rule, folded: str) -> bool:
    return bool(rule.asks.search(folded)) and bool(rule.asks.search(rule.unless.sub(" ", folded)))


def _vague(criterion: Criterion) -> list[Finding]:
    label = criterion.label
    folded = fold(label)
    skills = find_skills(label)
    if _VAGUE.search(folded) and not skills:
        return [
            Finding(
                criterion.id,
                WARN,
                "This is a feeling, not something a CV shows.",
                "Name what the person has done or can do.",
            )
        ]
    if _only_years(label):
        return [
            Finding(
                criterion.id,
                WARN,
                "Years of what? Time alone says little.",
                "Name the work, such as '5 years of payroll'.",
            )
        ]
    if _EMPTY_LABEL.match(folded):
        return [Finding(criterion.id, WARN, "This could mean anything.", "Name the skill, the tool or the field.")]
    if skills or years_of(label) or asks_tongue(label):
        return []
    soft, when = is_soft(label), is_availability(label)
    if (soft or when) and criterion.need is Need.MUST:
        sentence = "Few CVs say this, so as a must it would hold good people back."
        return [Finding(criterion.id, WARN, sentence, "Make it nice to have, or ask it in the interview.")]
    if soft:
        return [
            Finding(
                criterion.id, WARN, "A CV cannot show this.", "Name a thing done, such as 'wrote reports for clients'."
            )
        ]
    return []


def _only_years(label: str) -> bool:
    if not years_of(label) or find_skills(label):
        return False
    words = re.findall(r"[^\W\d_]+", fold(bare(label)))
    return all(word in _FILLER for word in words)
