"""What one job asks for, prepared once for all its CVs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from matching.estimate import rules, titles
from matching.estimate.ambiguous import is_ambiguous
from matching.estimate.families import FAMILIES, families_of, run_of
from matching.estimate.frequency import weight, weight_of
from matching.estimate.words import fold, stems, words
from matching.schemas import Criterion, Rubric

# What a word of each part of a job is worth as a query word; drafted criteria may miss things that the text holds.
TITLE, CRITERION, ALIAS, TEXT, BESIDE = 1.0, 1.0, 0.5, 1.0, 0.1
RELATED, PAIR = 0.25, 0.2
_LEAST = 0.06
_OPENING = 60
_HEADING = 60
# A criterion weighs by its most telling words: "communication" sorts nobody.
_TELLING = 3
_BULLET = re.compile(r"\s*(?:[-–•*·▪►+]\s|\d+[.)])")
_BESIDE = re.compile(
    r"[\W_]*(?:what we offer|we offer|benefits|perks|our offer|about (?:us|the company)|who we are|our company"
    r"|why (?:join )?us|equal opportunit|salary|compensation|how to apply|wir bieten|was wir|unser angebot"
    r"|uber uns|nous offrons|ce que nous offrons|avantages|(?:que )?ofrecemos|beneficios|wij bieden"
    r"|wat wij bieden|ons aanbod|over ons)\b"
)
_AHEAD = re.compile(
    r"require|qualif|you need|you will|must|essential|desirable|nice to have|responsib|duties|skills"
    r"|your (?:profile|tasks|role)|the role|what you|profil|aufgaben|anforderung|missions|requisitos"
    r"|funciones|functie|taken|eisen|job description"
)


@dataclass(frozen=True, slots=True)
class Term:
    """Something to look for: stems in a row, its worth 0-1 inside its criterion, and how a person writes it."""

    stems: tuple[str, ...]
    worth: float
    surface: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One criterion: its weight (need times how telling its words are), the words of its label, and its aliases."""

    id: str
    weight: float
    words: tuple[Term, ...]
    aliases: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """A job prepared.

    `query` maps terms (stems parted by spaces) to what they count for BM25; `worth` weighs its stems, telling ones
    most; `scale` grows with the root of all there is to find, since a CV shows a smaller part of a longer text;
    `labels` are the stems of the criteria's labels, `doubtful` those of skills that are also plain words.
    """

    criteria: tuple[Asked, ...]
    query: dict[str, float]
    worth: dict[str, float]
    scale: float
    labels: frozenset[str]
    doubtful: frozenset[str]
    title: titles.Title
    facts: rules.Facts


def profile(rubric: Rubric, *, text: str = "") -> Profile:
    """Prepare a job: its rubric, and its whole raw text with less weight. Any text is accepted, empty too."""
    query: dict[str, float] = {}
    for part, worth in _parts(rubric, text):
        _add(query, part, worth)
    whole = "\n".join([rubric.title, text or rubric.duties, *(criterion.label for criterion in rubric.criteria)])
    folded = fold(whole)
    every = words(folded)
    title_words = words(fold(rubric.title))
    named = families_of(title_words) or families_of(every[:_OPENING])
    for family, sure in named.items():
        for run in FAMILIES[family].terms:
            query.setdefault(" ".join(run), RELATED * sure)
    criteria = tuple(_asked(criterion) for criterion in rubric.criteria)
    return Profile(
        criteria=criteria,
        query=query,
        worth={term: value * weight(term) ** 2 for term, value in query.items() if " " not in term},
        scale=round(max(1.0, sum(value * weight_of(term) for term, value in query.items())) ** 0.5, 3),
        doubtful=frozenset(term for term in query if is_ambiguous(term)),
        labels=frozenset(term.stems[0] for asked in criteria for term in asked.words),
        title=titles.parse(title_words, families=named),
        facts=rules.asked(every, title=title_words, text=folded),
    )


def _add(query: dict[str, float], part: str, worth: float) -> None:
    """Put the words of one part of a job, and words in a row, into its query; the highest worth of a term stays."""
    previous = ""
    for word in words(fold(part)):
        for found in stems(word):
            if weight(found) < _LEAST or found.isdigit():
                previous = ""
                continue
            query[found] = max(query.get(found, 0.0), worth)
            if previous and previous != found:
                pair = f"{previous} {found}"
                query[pair] = max(query.get(pair, 0.0), PAIR * worth)
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
        if len(line) < _HEADING and not _BULLET.match(line):
            if _BESIDE.match(folded):
                worth = BESIDE
            elif _AHEAD.search(folded):
                worth = TEXT
        yield line, worth


def _asked(criterion: Criterion) -> Asked:
    written = {fold(word): word for word in re.findall(r"[^\s,;:()]+", criterion.label)}
    found = []
    for word in words(fold(criterion.label)):
        for at, single in enumerate(stems(word)):
            if not single.isdigit():
                surface = written.get(word, word)
                found.append(Term((single,), weight(single) * (1.0 if at == 0 else 0.5), surface))
    strong = [term for term in found if term.worth >= _LEAST] or [term for term in found if term.worth > 0] or found
    once = {term.stems: term for term in reversed(strong)}
    labels = tuple(reversed(once.values()))
    runs = {run: alias for alias in reversed(criterion.aliases) if (run := run_of(alias))}
    aliases = tuple(Term(run, sum(map(weight, run)) / len(run), alias) for run, alias in reversed(runs.items()))
    telling = sorted((term.worth for term in labels + aliases), reverse=True)[:_TELLING]
    return Asked(criterion.id, criterion.need.weight * sum(telling) / _TELLING, labels, aliases)
