"""Which professions a run of words names, and which related terms go with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from matching.estimate.professions import TABLE
from matching.estimate.words import fold, stems, words


@dataclass(frozen=True, slots=True)
class Family:
    """One profession: its `titles` as runs of plain words, and the runs of stems of its related `terms`."""

    name: str
    titles: tuple[tuple[str, ...], ...]
    terms: tuple[tuple[str, ...], ...]


def run_of(phrase: str) -> tuple[str, ...]:
    """The stems of a phrase, one for each word."""
    return tuple(stems(word)[0] for word in words(fold(phrase)))


def plain(word: str) -> str:
    """A folded word without a plural's s; stems would mix up titles and fields ("accountant", "accounting")."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _read() -> dict[str, Family]:
    families = {}
    for block in TABLE.strip().replace("\n ", " ").split("\n"):
        name, _, rest = block.partition(":")
        titles, _, terms = rest.partition("|")
        families[name] = Family(
            name,
            tuple(dict.fromkeys(tuple(map(plain, words(fold(title)))) for title in titles.split(",") if title.strip())),
            tuple(dict.fromkeys(run for term in terms.split(",") if (run := run_of(term)))),
        )
    return families


FAMILIES: dict[str, Family] = _read()
_SINGLE: dict[str, list[str]] = {}
_BY_PAIR: dict[tuple[str, str], list[tuple[tuple[str, ...], str]]] = {}
for _family in FAMILIES.values():
    for _title in _family.titles:
        _forms = [(word, f"{word}s") for word in _title[:2]]
        if len(_title) == 1:
            for _form in _forms[0]:
                _SINGLE.setdefault(_form, []).append(_family.name)
        else:
            for _pair in product(*_forms):
                _BY_PAIR.setdefault(_pair, []).append((_title, _family.name))


def titles_in(words: Sequence[str]) -> list[tuple[int, int, str]]:
    """Every title of the table among folded words: (place, words, family)."""
    found = [(at, 1, name) for at, word in enumerate(words) if word in _SINGLE for name in _SINGLE[word]]
    for at, pair in [(at, pair) for at, pair in enumerate(pairwise(words)) if pair in _BY_PAIR]:
        for title, name in _BY_PAIR[pair]:
            if tuple(map(plain, words[at + 2 : at + len(title)])) == title[2:]:
                found.append((at, len(title), name))
    return found


def families_of(words: Sequence[str]) -> dict[str, float]:
    """The professions that a few folded words (a job title) name, each 0-1: the longest title found counts most."""
    found = titles_in(words)
    longest = max((size for _, size, _ in found), default=0)
    best: dict[str, float] = {}
    for _, size, name in found:
        best[name] = max(best.get(name, 0.0), size / longest)
    return best
