"""The drafts of a text brought down to the 4 to 8 that matter: equal ones joined, small ones gathered."""

import re
from dataclasses import replace

from matching.rubric.candidates import Draft, by_family
from matching.rubric.headings import Section
from matching.rubric.kinds import Kind
from matching.rubric.labels import LABEL_LENGTH, capital, shorten
from matching.rubric.linting import refused
from matching.rubric.roles import ROLE
from matching.rubric.sections import ASKED
from matching.rubric.text import fold
from matching.rubric.vocabulary import find_skills
from matching.schemas import CRITERION_IDS, Need

MOST = len(CRITERION_IDS)
FEWEST = 4
ENOUGH = 7
IMPLIED_MUSTS = 3
_ORDER = {Need.MUST: 0, Need.SHOULD: 1, Need.NICE: 2}
_KIND_BONUS = {Kind.LICENCE: 6, Kind.SKILL: 2, Kind.TONGUE: 2, Kind.DEGREE: 2, Kind.LEADING: 1, Kind.DUTY: 0}


def choose(drafts: list[Draft], *, title: str) -> list[Draft]:
    """At most 8 drafts, musts first, otherwise in the order of the text; at least one when there is a title."""
    central = frozenset(hit.skill.name for hit in find_skills(title))
    asked = _joined([item for item in drafts if item.section in ASKED and not item.weak])
    duties = _joined([item for item in drafts if item.section is Section.DUTIES and not item.weak])
    if len(asked) < FEWEST:
        asked = [part for item in asked for part in by_family(item)]
    asked = _implied_musts(asked, central)
    kept = _filled(asked, duties, central)
    if len(kept) < FEWEST and title and not refused(title):
        kept = _with_title(kept, title)
    if len(kept) < 2:
        kept += [item for item in drafts if item.weak][: FEWEST - len(kept)]
    kept = _reduced(kept, central)
    return sorted(kept, key=lambda item: (_ORDER[item.need], item.order))


def importance(draft: Draft, central: frozenset[str]) -> float:
    """How much a draft matters when there is no room for all: need first, then kind, skills, years and the title."""
    return (
        10 * draft.need.weight
        + _KIND_BONUS[draft.kind]
        + min(len(draft.skills), 2)
        + (3 if draft.years else 0)
        + (5 if draft.names & central else 0)
        - (6 if draft.section is Section.DUTIES else 0)
        - min(draft.order, 40) * 0.1
    )


def _joined(drafts: list[Draft]) -> list[Draft]:
    """Near-duplicates joined; the first keeps its place."""
    kept: list[Draft] = []
    for item in drafts:
        twin = next((number for number, other in enumerate(kept) if _same(item, other)), None)
        if twin is None:
            kept.append(item)
        else:
            kept[twin] = _join(kept[twin], item)
    return kept


def _same(one: Draft, two: Draft) -> bool:
    if fold(one.label) == fold(two.label):
        return True
    if one.kind is not two.kind or (one.need is Need.NICE) is not (two.need is Need.NICE):
        return False
    if one.kind is Kind.DEGREE:
        return True
    if one.kind in (Kind.TONGUE, Kind.LICENCE):
        return bool(one.extra and set(one.extra) == set(two.extra)) or bool(one.names and one.names == two.names)
    if one.names and two.names:
        shared = len(one.names & two.names)
        near = shared / max(len(one.names), len(two.names)) >= 0.5 or (one.years and two.years)
        return shared / min(len(one.names), len(two.names)) >= 0.67 and bool(near) and one.section is two.section
    words_one, words_two = one.words, two.words
    return bool(words_one and words_two) and len(words_one & words_two) / min(len(words_one), len(words_two)) >= 0.8


def _join(one: Draft, two: Draft) -> Draft:
    """Two drafts as one: the need of the stronger, the label of the one that says more, the skills of both."""
    strong = (
        one
        if (one.need.weight, bool(one.years), len(one.skills)) >= (two.need.weight, bool(two.years), len(two.skills))
        else two
    )
    return replace(
        strong,
        order=min(one.order, two.order),
        years=max(one.years or 0, two.years or 0) or None,
        fixed=one.fixed or two.fixed,
        skills=tuple({skill.name: skill for skill in (*strong.skills, *one.skills, *two.skills)}.values()),
        spelled=tuple(dict.fromkeys((*strong.spelled, *one.spelled, *two.spelled))),
        extra=tuple(dict.fromkeys((*one.extra, *two.extra))),
    )


def _implied_musts(asked: list[Draft], central: frozenset[str]) -> list[Draft]:
    """Where a text asks without saying how much, its weightiest third are musts, at most IMPLIED_MUSTS."""
    stated = sum(item.need is Need.MUST for item in asked)
    open_ones = [
        item for item in asked if item.need is Need.SHOULD and not item.fixed and item.kind is not Kind.LEADING
    ]
    room = max(0, min(IMPLIED_MUSTS, (len(asked) + 1) // 2) - stated)
    best = sorted(open_ones, key=lambda item: -importance(item, central))[:room]
    return [replace(item, need=Need.MUST) if item in best else item for item in asked]


def _filled(asked: list[Draft], duties: list[Draft], central: frozenset[str]) -> list[Draft]:
    """Asked things, then duties that name new skills while there is room; other duties only when it is bare."""
    kept = list(asked)
    covered = frozenset().union(*(item.names for item in kept)) if kept else frozenset()
    for item in sorted(duties, key=lambda item: -importance(item, central)):
        if len(kept) >= ENOUGH:
            break
        if item.skills and not item.names <= covered:
            kept.append(item)
            covered |= item.names
    for item in duties:
        if len(kept) >= (FEWEST + 1 if asked else ENOUGH - 1):
            break
        if item not in kept:
            kept.append(item)
    return kept


def _with_title(kept: list[Draft], title: str) -> list[Draft]:
    """A text with little in it is helped by its title: the skill named there, and the work as such."""
    covered = frozenset().union(*(item.names for item in kept)) if kept else frozenset()
    found = {hit.skill.name: hit for hit in find_skills(title)}
    skills = tuple(hit.skill for hit in found.values())
    fresh = [
        (hit.skill, title[hit.start : hit.end])
        for name, hit in found.items()
        if name not in covered and not ROLE.search(fold(title[hit.start : hit.end]))
    ]
    made = [
        Draft(
            label=capital(word),
            kind=Kind.SKILL,
            need=Need.MUST,
            section=Section.PROFILE,
            order=-2,
            skills=(skill,),
            spelled=(word,),
        )
        for skill, word in fresh[:2]
        if fold(word) != fold(title)
    ]
    role = Draft(
        label=shorten(f"Experience as {title}"),
        kind=Kind.SKILL,
        need=Need.SHOULD,
        section=Section.PROFILE,
        order=-1,
        skills=skills,
        extra=(title,),
    )
    said = any(fold(title) in fold(item.label) for item in kept)
    return [*made, *([] if said else [role]), *kept]


def _reduced(kept: list[Draft], central: frozenset[str]) -> list[Draft]:
    best = sorted(kept, key=lambda item: -importance(item, central))[: 2 * MOST]
    kept = sorted(best, key=lambda item: item.order)
    while len(kept) > MOST:
        pair = _closest(kept, central)
        if pair:
            one, two = pair
            kept = [_gather(one, two) if item is one else item for item in kept if item is not two]
        else:
            kept.remove(min(kept, key=lambda item: importance(item, central)))
    return kept


def _closest(kept: list[Draft], central: frozenset[str]) -> tuple[Draft, Draft] | None:
    """The least important two of the same need that share a family; else the least two nice-to-haves."""
    pairs = [
        (importance(one, central) + importance(two, central), number, one, two)
        for number, one in enumerate(kept)
        for two in kept[number + 1 :]
        if one.need is two.need
        and one.kind is two.kind
        and one.kind in (Kind.SKILL, Kind.TONGUE, Kind.DUTY)
        and _fits(one, two)
    ]
    if pairs:
        _, _, one, two = min(pairs, key=lambda pair: pair[:2])
        return one, two
    nice = sorted((item for item in kept if item.need is Need.NICE), key=lambda item: importance(item, central))
    return (nice[1], nice[0]) if len(nice) > 2 and _fits_label(nice[1], nice[0]) else None


def _fits(one: Draft, two: Draft) -> bool:
    if one.kind is Kind.TONGUE:
        return _fits_label(one, two)
    return bool(one.families & two.families) and not (one.years or two.years) and _fits_label(one, two)


def _fits_label(one: Draft, two: Draft) -> bool:
    return len(_gathered_label(one, two)) <= LABEL_LENGTH


def _gathered_label(one: Draft, two: Draft) -> str:
    tail = f", {one.years or two.years}+ years" if one.years or two.years else ""
    words = [re.sub(r", \d+\+ years?$", "", item.label) for item in (one, two)]
    if sum(map(len, words)) + 2 + len(tail) > LABEL_LENGTH and one.spelled and two.spelled:
        words = [*one.spelled, *two.spelled]
    return capital(", ".join(dict.fromkeys(words)) + tail)


def _gather(one: Draft, two: Draft) -> Draft:
    return replace(_join(one, two), label=_gathered_label(one, two), need=one.need, kind=one.kind)
