"""One CV against one prepared job: raw, pure features that a row can keep."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from itertools import pairwise

from matching.estimate import coverage, rules, titles
from matching.estimate.ambiguous import settled
from matching.estimate.cv import CVText, read
from matching.estimate.profile import Profile

# Robertson's BM25; the mean length is that of a two-page CV, so that one CV's value needs no others.
K1, B, MEAN_LENGTH = 1.2, 0.75, 550
# Any text shares some words with a job; from there to a clear match a role counts in part.
_CHANCE, _CLEAR = 0.05, 0.20
# Words worth showing to a person, and the share from which a criterion counts as met.
_TELLING, _MET = 0.3, 0.6
_DATED = 12
_LEAD = 8


@dataclass(frozen=True, slots=True)
class Features:
    """What a CV shows for a job.

    Shares are 0-1; `matched` and `missing` are words as the job writes them; `criteria` are pairs of id and share;
    `found` maps the job's terms to their saturated counts; `scale` is the job's own: what makes a half of them.
    """

    coverage: float
    title: float
    rules: float
    matched: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    criteria: tuple[tuple[str, float], ...] = ()
    found: dict[str, float] = field(default_factory=dict)
    scale: float = 1.0

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
            title=float(data["title"]),
            rules=float(data["rules"]),
            matched=tuple(data["matched"]),
            missing=tuple(data["missing"]),
            criteria=tuple(data["criteria"].items()),
            found=dict(data["found"]),
            scale=float(data["scale"]),
        )


def features(profile: Profile, text: str, *, year: int = 0) -> Features:
    """The features of one CV text. `year` is the present year, for roles that go on; 0 takes the newest one named."""
    return match(profile, read(text, year=year))


def match(profile: Profile, cv: CVText) -> Features:
    """The features of one CV that was read into words."""
    cv = _unmixed(profile, cv)
    counts = Counter(cv.run)
    counts.update(cv.extra)
    pairs = Counter(pairwise(cv.run))
    places: dict[str, list[int]] = {}
    for at, stem in enumerate(cv.run):
        if stem in profile.labels:
            places.setdefault(stem, []).append(at)
    shares = tuple(
        (asked.id, round(coverage.share(asked, credit=cv.credit, places=places, pairs=pairs), 4))
        for asked in profile.criteria
    )
    newest = [span.at for span in sorted(cv.spans, key=lambda span: -span.end)]
    roles = titles.roles(profile.title, cv.words, cv.run, dated=newest)
    matched, missing = _surfaces(profile, cv, dict(shares), pairs)
    return Features(
        coverage=_covered(profile, dict(shares)),
        title=round(min(1.0, max((role.near * role.place for role in roles), default=0.0)), 4),
        rules=round(rules.fit(profile.facts, _facts(profile, cv, roles)), 4),
        matched=matched,
        missing=missing,
        criteria=shares,
        found=_found_terms(profile, cv, counts, pairs),
        scale=profile.scale,
    )


def _unmixed(profile: Profile, cv: CVText) -> CVText:
    """The CV without those words that are spelled like a skill the job asks for and mean something else."""
    doubtful = profile.doubtful.intersection(cv.credit)
    if not doubtful:
        return cv
    run, credit = list(cv.run), dict(cv.credit)
    for stem in doubtful:
        places = [at for at, found in enumerate(cv.run) if found == stem]
        meant = [at for at in places if _listed(cv, at) or settled(cv.run, at)]
        if not meant and stem not in cv.extra:
            del credit[stem]
        for at in set(places) - set(meant):
            run[at] = ""
    return replace(cv, run=run, credit=credit)


def _listed(cv: CVText, at: int) -> bool:
    return any(start <= at < end for start, end in cv.listed)


def _covered(profile: Profile, shares: Mapping[str, float]) -> float:
    total = sum(asked.weight for asked in profile.criteria)
    if not total:
        return 0.0
    return round(sum(asked.weight * shares[asked.id] for asked in profile.criteria) / total, 4)


def _found_terms(profile: Profile, cv: CVText, counts: Counter, pairs: Counter) -> dict[str, float]:
    """The job's terms in a CV with their saturated counts by BM25, times the worth of their places, before any weight
    of their rarity."""
    norm = K1 * (1 - B + B * len(cv.run) / MEAN_LENGTH)
    terms = {}
    for term, worth in profile.query.items():
        row = " " in term
        count = _count(term, pairs) if row else counts.get(term)
        if count:
            credit = min([cv.credit[stem] for stem in term.split(" ")]) if row else cv.credit[term]
            terms[term] = round(worth * credit * count * (K1 + 1) / (count + norm), 3)
    return terms


def _count(term: str, pairs: Counter) -> int:
    """How often stems stand in a row; of three or more the rarest pair decides."""
    first, second, *rest = term.split(" ")
    count = pairs.get((first, second), 0)
    return min(count, _count(f"{second} {' '.join(rest)}", pairs)) if count and rest else count


def _facts(profile: Profile, cv: CVText, roles: list[titles.Role]) -> rules.Facts:
    """What the CV states, with only years in roles that are near the job."""
    worked = [(span.end - span.start, _relevance(profile, cv, at, roles)) for at, span in enumerate(cv.spans)]
    relevant = sum(years * near for years, near in worked)
    nearest = max((near for _, near in worked), default=1.0)
    known = [number for number in (relevant, max(cv.stated, default=0.0) * nearest) if number]
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
    total = sum(profile.worth.values())
    share = sum(profile.worth[found] for found in told & profile.worth.keys()) / total if total else 0.0
    return max(near, min(1.0, max(0.0, share - _CHANCE) / _CLEAR))


def _surfaces(
    profile: Profile, cv: CVText, shares: Mapping[str, float], pairs: Mapping
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The job's telling words that a CV shows, and those it lacks of criteria not met, both as the job writes them."""
    matched: dict[tuple[str, ...], str] = {}
    missing: dict[tuple[str, ...], str] = {}
    for asked in profile.criteria:
        for term in (*asked.words, *asked.aliases):
            if term.worth >= _TELLING and coverage.found(term, cv.credit, pairs):
                matched.setdefault(term.stems, term.surface)
        if shares[asked.id] < _MET:
            missing |= {
                term.stems: term.surface
                for term in asked.words
                if term.worth >= _TELLING and term.stems[0] not in cv.credit and term.stems not in missing
            }
    return tuple(matched.values()), tuple(missing.values())
