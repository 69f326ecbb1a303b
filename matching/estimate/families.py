"""Which professions a run of words names, and which related terms go with them."""

from collections.abc import Sequence
from dataclasses import dataclass

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
_BY_FIRST: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _family in FAMILIES.values():
    for _run in _family.titles:
        _BY_FIRST.setdefault(_run[0], []).append((_run, _family.name))


def titles_in(run: Sequence[str]) -> list[tuple[int, int, str]]:
    """Every title of the table among plain words: (place, words, family), in order of place."""
    found = []
    for at, word in enumerate(run):
        for title, name in _BY_FIRST.get(word, ()):
            size = len(title)
            if size == 1 or tuple(run[at : at + size]) == title:
                found.append((at, size, name))
    return found


def families_of(run: Sequence[str]) -> dict[str, float]:
    """The professions that a few plain words (a job title) name, each 0-1: the longest title found counts most."""
    found = titles_in(run)
    longest = max((size for _, size, _ in found), default=0)
    best: dict[str, float] = {}
    for _, size, name in found:
        best[name] = max(best.get(name, 0.0), size / longest)
    return best
