"""One CV against one prepared job: raw, pure features that a row can keep."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from matching.estimate import rules, titles
from matching.estimate.profile import Asked, Profile, Term
from matching.estimate.sections import CREDIT, split
from matching.estimate.words import fold, stems, words

# Robertson's BM25; the mean length is that of a two-page CV, so that one CV's value needs no others.
K1, B, MEAN_LENGTH = 1.2, 0.75, 550
PAIR = 0.5
_ALIAS_SHARES = (0.0, 0.7, 0.85, 0.95)


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
    credit: dict[str, float] = {}
    run: list[str] = []
    dated = []
    for section in split(text):
        tokens = [found for word in words(fold(section.text)) for found in stems(word)]
        worth = CREDIT[section.kind]
        for found in set(tokens):
            if credit.get(found, 0.0) < worth:
                credit[found] = worth
        run += tokens
        run.append("")
        if section.kind in ("experience", "project", "body"):
            dated.append(section.text)
    pairs = Counter(zip(run, run[1:], strict=False))
    shares = tuple((asked.id, round(_share(asked, credit, run, pairs), 4)) for asked in profile.criteria)
    facts = rules.stated(text, dated="\n".join(dated), year=year)
    terms = [term for asked in profile.criteria for term in asked.words + asked.aliases]
    return Features(
        coverage=_covered(profile, dict(shares)),
        bm25=round(_bm25(profile, Counter(run), pairs, len(run)), 4),
        title=round(titles.in_cv(profile.title, run), 4),
        rules=round(rules.fit(profile.facts, facts), 4),
        matched=_surfaces(terms, credit, run, wanted=True),
        missing=_surfaces(terms, credit, run, wanted=False),
        criteria=shares,
    )


def _covered(profile: Profile, shares: Mapping[str, float]) -> float:
    total = sum(asked.weight for asked in profile.criteria)
    if not total:
        return 0.0
    return round(sum(asked.weight * shares[asked.id] for asked in profile.criteria) / total, 4)


def _share(asked: Asked, credit: Mapping[str, float], run: list[str], pairs: Mapping) -> float:
    """How much of a criterion a CV shows, 0-1: its words by worth, and any alias stands for most of the rest."""
    total = sum(term.worth for term in asked.words)
    words_share = sum(term.worth * credit.get(term.stems[0], 0.0) for term in asked.words) / total if total else 0.0
    values = sorted((value for term in asked.aliases if (value := _alias(term, credit, run, pairs))), reverse=True)
    alias_share = _ALIAS_SHARES[min(len(values), 3)] * values[0] if values else 0.0
    return words_share + (1 - words_share) * alias_share


def _alias(term: Term, credit: Mapping[str, float], run: list[str], pairs: Mapping) -> float:
    worth = min(credit.get(found, 0.0) for found in term.stems)
    if not worth or len(term.stems) == 1:
        return worth
    return worth if all(pair in pairs for pair in zip(term.stems, term.stems[1:], strict=False)) else 0.0


def _bm25(profile: Profile, counts: Counter, pairs: Counter, length: int) -> float:
    norm = K1 * (1 - B + B * length / MEAN_LENGTH)
    total = 0.0
    for found, worth in profile.query.items():
        if count := counts.get(found, 0):
            total += worth * count * (K1 + 1) / (count + norm)
    for pair, worth in profile.pairs.items():
        if count := pairs.get(pair, 0):
            total += PAIR * worth * count * (K1 + 1) / (count + norm)
    return total


def _surfaces(terms: list[Term], credit: Mapping[str, float], run: list[str], *, wanted: bool) -> tuple[str, ...]:
    found = {term.surface: None for term in terms if all(one in credit for one in term.stems) is wanted}
    return tuple(found)
