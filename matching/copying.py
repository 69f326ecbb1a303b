"""Whether a CV repeats its job's posting word for word.

Skills and phrases of a trade stand in both texts, and should. What an honest CV does not hold is long passages of the
posting: so only stretches of at least twelve words in the posting's own order count.
"""

import re
from collections import defaultdict

SHINGLE = 6
LEAST_RUN = 12
LEAST_WORDS = 50
LEAST_SHARE = 0.25
MOST_WORDS = 20_000
MOST_PLACES = 20
_WORD = re.compile(r"[^\W_]+")
# Without blanks between words each character counts as one; they say less than words do.
_DENSE = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
DENSE_FACTOR = 2


def copies(cv_text: str, posting: str) -> bool:
    """Whether a large verbatim share of a posting's text stands in a CV: a quarter of it, and at least 50 words."""
    words, copied = copied_words(cv_text, posting)
    dense = len(_DENSE.findall(posting)) > words / 2
    return copied >= LEAST_WORDS * (DENSE_FACTOR if dense else 1) and copied >= LEAST_SHARE * words


def copied_words(cv_text: str, posting: str) -> tuple[int, int]:
    """(words of the posting, how many of them stand in the CV in runs of at least twelve in the same order)."""
    wanted, given = _words(posting), _words(cv_text)
    if len(wanted) < LEAST_RUN or len(given) < LEAST_RUN:
        return len(wanted), 0
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(wanted) - SHINGLE + 1):
        if len(starts := places[tuple(wanted[at : at + SHINGLE])]) < MOST_PLACES:
            starts.append(at)
    copied: set[int] = set()
    at = 0
    while at <= len(given) - SHINGLE:
        starts = places.get(tuple(given[at : at + SHINGLE]), ())
        start, length = max(((start, _run(wanted, start, given, at)) for start in starts), key=_length, default=(0, 0))
        if length >= LEAST_RUN:
            copied.update(range(start, start + length))
        at += max(1, length)
    return len(wanted), len(copied)


def _length(found: tuple[int, int]) -> int:
    return found[1]


def _run(wanted: list[str], start: int, given: list[str], at: int) -> int:
    """How many words are equal from these two places on."""
    length = 0
    while start + length < len(wanted) and at + length < len(given) and wanted[start + length] == given[at + length]:
        length += 1
    return length


def _words(text: str) -> list[str]:
    return _WORD.findall(_DENSE.sub(r" \g<0> ", text[: 12 * MOST_WORDS]).casefold())[:MOST_WORDS]
