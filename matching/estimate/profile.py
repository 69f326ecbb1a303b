"""What one job asks for, prepared once for all its CVs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from matching.estimate import rules, titles
from matching.estimate.families import FAMILIES, families_of, run_of
from matching.estimate.frequency import weight
from matching.estimate.words import fold, stems, words
from matching.schemas import Criterion, Rubric

# What a word of each part of a job is worth as a query word; drafted criteria may miss things that the text holds.
TITLE, CRITERION, ALIAS, TEXT, BESIDE = 2.0, 1.0, 0.5, 0.5, 0.05
RELATED = 0.25
_LEAST = 0.06
_OPENING = 60
_HEADING = 80
_BESIDE = re.compile(
    r"(?:^|\b)(?:what we offer|we offer|benefits|perks|our offer|about (?:us|the company)|who we are|our company|why (?:join )?us"
    r"|equal opportunit|salary|compensation|how to apply|wir bieten|was wir|unser angebot|uber uns|nous offrons"
    r"|ce que nous offrons|avantages|(?:que )?ofrecemos|beneficios|wij bieden|wat wij bieden|ons aanbod|over ons)\b"
)
_AHEAD = re.compile(
    r"require|qualif|you need|you will|must|essential|desirable|nice to have|responsib|duties|skills|your (?:profile|tasks|role)"
    r"|the role|what you|profil|aufgaben|anforderung|missions|requisitos|funciones|functie|taken|eisen|job description"
)


@dataclass(frozen=True, slots=True)
class Term:
    """Something to look for: stems in a row, its worth 0-1 inside its criterion, and how a person writes it."""

    stems: tuple[str, ...]
    worth: float
    surface: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One criterion: its weight, the words of its label, and aliases of which any one shows it."""

    id: str
    weight: int
    words: tuple[Term, ...]
    aliases: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """A job prepared. `query` maps stems and `pairs` two stems in a row to their worth for BM25; `related` are terms of its profession."""

    criteria: tuple[Asked, ...]
    query: dict[str, float]
    pairs: dict[tuple[str, str], float]
    related: dict[tuple[str, ...], float]
    title: titles.Title
    facts: rules.Facts


def profile(rubric: Rubric, *, text: str = "") -> Profile:
    """Prepare a job: its rubric, and its whole raw text with less weight. Any text is accepted, empty too."""
    query: dict[str, float] = {}
    pairs: dict[tuple[str, str], float] = {}
    for part, worth in _parts(rubric, text):
        _add(query, pairs, part, worth)
    whole = "\n".join([rubric.title, text or rubric.duties, *(criterion.label for criterion in rubric.criteria)])
    folded = fold(whole)
    every = words(folded)
    title_words = words(fold(rubric.title))
    named = families_of(run_of(rubric.title)) or families_of([stems(word)[0] for word in every[:_OPENING]])
    related = {
        run: RELATED * sure * sum(map(weight, run)) / len(run)
        for family, sure in named.items()
        for run in FAMILIES[family].terms
        if not all(one in query for one in run)
    }
    return Profile(
        criteria=tuple(_asked(criterion) for criterion in rubric.criteria),
        query=query,
        pairs=pairs,
        related=related,
        title=titles.parse(title_words, families=named),
        facts=rules.asked(every, title=title_words, text=folded),
    )


def _add(query: dict[str, float], pairs: dict[tuple[str, str], float], part: str, worth: float) -> None:
    """Put the words of one part of a job into its query; the highest worth of a word stays."""
    previous = ""
    for word in words(fold(part)):
        for found in stems(word):
            value = weight(found)
            if value < _LEAST or found.isdigit():
                previous = ""
                continue
            query[found] = max(query.get(found, 0.0), worth * value)
            if previous and previous != found:
                pair = (previous, found)
                pairs[pair] = max(pairs.get(pair, 0.0), worth * (value + weight(previous)) / 2)
            previous = found


def _parts(rubric: Rubric, text: str) -> Iterator[tuple[str, float]]:
    """The texts of a job with their worth as query words."""
    yield rubric.title, TITLE
    for criterion in rubric.criteria:
        yield criterion.label, CRITERION * (0.5 + criterion.need.weight / 4)
        for alias in criterion.aliases:
            yield alias, ALIAS
    yield rubric.duties, TEXT
    worth = TEXT
    for line in text.splitlines():
        folded = fold(line)
        if len(line) < _HEADING and _BESIDE.search(folded):
            worth = BESIDE
        elif len(line) < _HEADING and _AHEAD.search(folded):
            worth = TEXT
        yield line, worth


def _asked(criterion: Criterion) -> Asked:
    found = []
    for word in words(fold(criterion.label)):
        for at, single in enumerate(stems(word)):
            if not single.isdigit():
                found.append(Term((single,), weight(single) * (1.0 if at == 0 else 0.5), word))
    strong = [term for term in found if term.worth >= _LEAST] or [term for term in found if term.worth > 0] or found
    once = {term.stems: term for term in reversed(strong)}
    aliases = {run: Term(run, 1.0, alias) for alias in criterion.aliases if (run := run_of(alias))}
    return Asked(criterion.id, criterion.need.weight, tuple(reversed(once.values())), tuple(aliases.values()))
