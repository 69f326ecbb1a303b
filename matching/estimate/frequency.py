"""How telling a word is in CVs and job texts: by a static table, since one job's few CVs say too little about words."""

from math import log, prod

from matching.estimate import commonwords
from matching.estimate.professions import TABLE
from matching.estimate.words import tokenise

# Coarse shares of documents that hold a word of each band; a word in two bands takes the more common one.
_BANDS = (
    (0.10, commonwords.FEWER),
    (0.22, commonwords.SOME),
    (0.45, commonwords.MANY),
    (0.70, commonwords.MOST),
    (1.00, commonwords.ALWAYS),
)
RAREST = 0.02
# A word that no table knows may be a skill or mere prose, so it counts a little less than one that professions name.
_UNKNOWN = 0.035
_TRADE = dict.fromkeys(tokenise(TABLE), RAREST)
_SHARES = _TRADE | {stem: share for share, text in _BANDS for stem in tokenise(text)}


def share(stem: str) -> float:
    """The share of CVs and job texts that hold this stem, 0-1 and coarse."""
    return _SHARES.get(stem, _UNKNOWN)


def share_of(term: str) -> float:
    """The share of a term, whose stems are parted by spaces: for several the geometric mean, since they seldom part."""
    stems = term.split(" ")
    return prod(map(share, stems)) ** (1 / len(stems))


def weight(stem: str) -> float:
    """How telling a stem is, 0 (nothing) to 1 (rare): the log of its inverse share, scaled by that of the rarest."""
    return log(share(stem)) / log(RAREST)


def weight_of(term: str) -> float:
    """How telling a term is, 0-1: the mean over its stems."""
    return log(share_of(term)) / log(RAREST)
