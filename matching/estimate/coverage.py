"""How much of each criterion a CV shows, by its words, its aliases and its best passage."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from matching.estimate.profile import Asked, Term

# Words of a criterion that stand together in one passage of this many words prove more than the same words far apart.
PASSAGE = 15
TOGETHER = 0.6
# Each alias found closes this share of what is still open, times its own worth; more than four add nothing.
ALIAS, _MOST_ALIASES = 0.5, 4


def share(asked: Asked, *, credit: Mapping[str, float], places: Mapping[str, Sequence[int]], pairs: Mapping) -> float:
    """How much of a criterion a CV shows, 0-1: its words by worth, and each alias closes a part of the rest.

    `credit` is the best worth of each stem's place in the CV, `places` where it stands, `pairs` the stems in a row.
    """
    total = sum(term.worth for term in asked.words)
    words_share = 0.0
    if total:
        anywhere = sum(term.worth * credit.get(term.stems[0], 0.0) for term in asked.words)
        words_share = (TOGETHER * _passage(asked, credit, places) + (1 - TOGETHER) * anywhere) / total
    open_share = 1.0 - words_share
    values = sorted((found(term, credit, pairs) * term.worth for term in asked.aliases), reverse=True)
    for value in values[:_MOST_ALIASES]:
        open_share *= 1.0 - ALIAS * value
    return 1.0 - open_share


def found(term: Term, credit: Mapping[str, float], pairs: Mapping) -> float:
    """What a term counts in a CV, 0-1; stems of a longer term must stand in a row."""
    worth = credit.get(term.stems[0], 0.0)
    if not worth or len(term.stems) == 1:
        return worth
    worth = min(credit.get(stem, 0.0) for stem in term.stems)
    return worth if worth and all(pair in pairs for pair in pairwise(term.stems)) else 0.0


def _passage(asked: Asked, credit: Mapping[str, float], places: Mapping[str, Sequence[int]]) -> float:
    """The most worth that words of a criterion reach inside one passage."""
    worth = {term.stems[0]: term.worth * credit.get(term.stems[0], 0.0) for term in asked.words}
    hits = sorted((at, stem) for stem in worth for at in places.get(stem, ()))
    best, value, first = 0.0, 0.0, 0
    inside: dict[str, int] = {}
    for at, stem in hits:
        inside[stem] = inside.get(stem, 0) + 1
        if inside[stem] == 1:
            value += worth[stem]
        while hits[first][0] <= at - PASSAGE:
            gone = hits[first][1]
            inside[gone] -= 1
            if not inside[gone]:
                value -= worth[gone]
            first += 1
        best = max(best, value)
    return best
