"""Job titles: the one that a job asks for, those that a CV shows, and how near they are."""

from collections.abc import Sequence
from dataclasses import dataclass

from matching.estimate.families import families_of, plain, titles_in
from matching.estimate.frequency import weight
from matching.estimate.words import stem, stems

_LEVEL_WORDS = """senior sr junior jr lead principal staff mid level entry ii iii iv full part time intern trainee
 head m w d f h remote hybrid office wanted job hiring experienced graduate all genders"""
_SKIP = frozenset(stem(word) for word in _LEVEL_WORDS.split())
# How far the words of a title lie apart, how far a date lies from its title, and how long the top of a CV is.
_BEFORE, _AFTER, _DATED, _TOP = 3, 3, 12, 30
_ELSEWHERE, _OLDER = 0.35, 0.8
_LEAST_FAMILY = 0.6
_LEAST_CORE = 0.15
_RECENT_ROLES = 2


@dataclass(frozen=True, slots=True)
class Title:
    """A job's title: `core` maps its stems to their worth, `written` are its telling words as written,
    `families` the professions it names, each with how surely it is meant (0-1)."""

    core: dict[str, float]
    written: frozenset[str]
    families: dict[str, float]


def parse(words: Sequence[str], *, families: dict[str, float] | None = None) -> Title:
    """Read a job's title from its folded words; `families` replaces the professions that they name."""
    core: dict[str, float] = {}
    written = set()
    for word in words:
        for found in stems(word):
            if found not in _SKIP and weight(found) > 0:
                core[found] = max(weight(found), _LEAST_CORE)
                written |= {word, plain(word), f"{word}s"}
    return Title(core, frozenset(written), families_of(words) if families is None else families)


@dataclass(frozen=True, slots=True)
class Role:
    """A title found in a CV: its place, how near the job's title it is (0-1), and what its position is worth (0-1)."""

    at: int
    near: float
    place: float


def roles(title: Title, words: Sequence[str], run: Sequence[str], *, dated: Sequence[int]) -> list[Role]:
    """The roles in a CV that are near a job's title: `words` are its folded words and `run` their stems one for one;
    `dated` are the places of date spans, newest role first."""
    total = sum(title.core.values())
    places: dict[int, tuple[int, float]] = {}
    for at, size, family in titles_in(words):
        sure = title.families.get(family, 0.0)
        if sure > places.get(at, (1, -1.0))[1]:
            places[at] = (size, sure)
    for at in [at for at, word in enumerate(words) if word in title.written]:
        places.setdefault(at, (1, 0.0))
    result = []
    for at, (size, sure) in places.items():
        around = set(run[max(0, at - _BEFORE) : at + size + _AFTER])
        share = sum(worth for core, worth in title.core.items() if core in around) / total if total else 0.0
        near = max(share, sure * (_LEAST_FAMILY + (1 - _LEAST_FAMILY) * share))
        if near > 0:
            result.append(Role(at, near, _place(at, dated)))
    return result


def _place(at: int, dated: Sequence[int]) -> float:
    if at < _TOP:
        return 1.0
    for rank, date in enumerate(dated):
        if -_DATED <= at - date <= _DATED:
            return 1.0 if rank < _RECENT_ROLES else _OLDER
    return _ELSEWHERE
