"""One CV against one prepared job: raw, pure features that a row can keep."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from itertools import pairwise

from matching.estimate import rules, titles
from matching.estimate.cv import CVText, read
from matching.estimate.profile import Asked, Profile, Term

# Robertson's BM25; the mean length is that of a two-page CV, so that one CV's value needs no others.
K1, B, MEAN_LENGTH = 1.2, 0.75, 550
PAIR = 0.5
WHOLE_WEIGHT = 2
_ALIAS_SHARES = (0.0, 0.7, 0.85, 0.95)
_DATED = 12
_LEAD = 8


@dataclass(frozen=True, slots=True)
class Features:
    """What a CV shows for a job: shares are 0-1, `bm25` is raw; `matched` and `missing` are words as the job writes them."""

    coverage: float
    bm25: float
    title: float
    rules: float
    matched: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    criteria: tuple[tuple[str, float], ...] = ()

    def as_json(self) -> dict:
        return asdict(self) | {
            "matched": list(self.matched),
            "missing": list(self.missing),
            "criteria": dict(self.criteria),
        }

    @classmethod
    def from_json(cls, data: Mapping) -> "Features":
        """Read the JSON of `as_json`; raises KeyError or TypeError on another shape."""
        return cls(
            coverage=float(data["coverage"]),
            bm25=float(data["bm25"]),
            title=float(data["title"]),
            rules=float(data["rules"]),
            matched=tuple(data["matched"]),
            missing=tuple(data["missing"]),
            criteria=tuple(data["criteria"].items()),
        )


def features(profile: Profile, text: str, *, year: int = 0) -> Features:
    """The features of one CV text. `year` is the present year for roles that go on; 0 takes the newest year in the text."""
    return match(profile, read(text, year=year))


def match(profile: Profile, cv: CVText) -> Features:
    """The features of one CV that was read into words."""
    counts = Counter(cv.run)
    counts.update(cv.extra)
    pairs = Counter(pairwise(cv.run))
    shares = tuple((asked.id, round(_share(asked, cv.credit, pairs), 4)) for asked in profile.criteria)
    roles = titles.roles(profile.title, cv.run, dated=[span.at for span in cv.spans])
    terms = [term for asked in profile.criteria for term in asked.words + asked.aliases]
    return Features(
        coverage=_covered(profile, dict(shares)),
        bm25=round(_bm25(profile, counts, pairs, len(cv.run)), 4),
        title=round(min(1.0, max((role.near * role.place for role in roles), default=0.0)), 4),
        rules=round(rules.fit(profile.facts, _facts(profile, cv, roles)), 4),
        matched=_surfaces(terms, cv.credit, pairs, wanted=True),
        missing=_surfaces(terms, cv.credit, pairs, wanted=False),
        criteria=shares,
    )


def _covered(profile: Profile, shares: Mapping[str, float]) -> float:
    total = sum(asked.weight for asked in profile.criteria)
    if not total:
        return 0.0
    return round(sum(asked.weight * shares[asked.id] for asked in profile.criteria) / total, 4)


def _share(asked: Asked, credit: Mapping[str, float], pairs: Mapping) -> float:
    """How much of a criterion a CV shows, 0-1: its words by worth, and any alias stands for most of the rest."""
    total = sum(term.worth for term in asked.words)
    words_share = sum(term.worth * credit.get(term.stems[0], 0.0) for term in asked.words) / total if total else 0.0
    values = sorted((value for term in asked.aliases if (value := _found(term, credit, pairs))), reverse=True)
    alias_share = _ALIAS_SHARES[min(len(values), 3)] * values[0] if values else 0.0
    return words_share + (1 - words_share) * alias_share


def _found(term: Term, credit: Mapping[str, float], pairs: Mapping) -> float:
    worth = min(credit.get(found, 0.0) for found in term.stems)
    if not worth or len(term.stems) == 1:
        return worth
    return worth if all(pair in pairs for pair in pairwise(term.stems)) else 0.0


def _bm25(profile: Profile, counts: Counter, pairs: Counter, length: int) -> float:
    norm = K1 * (1 - B + B * length / MEAN_LENGTH)
    total = 0.0
    for found, worth in profile.query.items():
        if count := counts.get(found, 0):
            total += worth * count * (K1 + 1) / (count + norm)
    for pair, worth in profile.pairs.items():
        if count := pairs.get(pair, 0):
            total += PAIR * worth * count * (K1 + 1) / (count + norm)
    for run, worth in profile.related.items():
        count = counts.get(run[0], 0) if len(run) == 1 else pairs.get(run[:2], 0)
        if count:
            total += worth * count * (K1 + 1) / (count + norm)
    return total


def _facts(profile: Profile, cv: CVText, roles: list[titles.Role]) -> rules.Facts:
    """What the CV states, with only years in roles that are near the job."""
    worked = [(span.end - span.start, _relevance(profile, cv, at, roles)) for at, span in enumerate(cv.spans)]
    relevant = sum(years * near for years, near in worked)
    known = [number for number in (relevant, max(cv.stated, default=None)) if number]
    newest = max(roles, key=lambda role: (role.place, role.near, -role.at), default=None)
    around = cv.words[max(0, newest.at - 2) : newest.at + 3] if newest else cv.words[:10]
    return rules.Facts(
        years=max(known) if known else (0.0 if worked else None),
        degree=max(cv.degrees, default=0),
        languages=cv.languages,
        level=rules.level(around),
    )


def _relevance(profile: Profile, cv: CVText, at: int, roles: list[titles.Role]) -> float:
    """How much of one dated role is work like the job's, 0-1: by its title, else by the job's words in its text."""
    here = cv.spans[at].at
    near = max((role.near for role in roles if abs(role.at - here) <= _DATED), default=0.0)
    until = cv.spans[at + 1].at - _LEAD if at + 1 < len(cv.spans) else len(cv.run)
    told = set(cv.run[max(0, here - _LEAD) : until])
    total = sum(profile.query.values())
    share = sum(worth for found, worth in profile.query.items() if found in told) / total if total else 0.0
    return max(near, min(1.0, share / 0.25))


def _surfaces(terms: list[Term], credit: Mapping[str, float], pairs: Mapping, *, wanted: bool) -> tuple[str, ...]:
    return tuple({term.surface: None for term in terms if bool(_found(term, credit, pairs)) is wanted})
