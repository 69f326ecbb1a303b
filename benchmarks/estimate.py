"""How well the quick estimate ranks invented CVs, beside plain BM25 and plain word overlap, and how fast it is."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from math import log, log2
from statistics import mean
from time import process_time

from benchmarks.labelled import Graded, LabelledJob, labelled_set
from matching.estimate import Estimate, combine, features, profile
from matching.estimate.combine import BM25, COVERAGE, RULES, TITLE
from matching.exceptions import RubricError
from matching.rubric import draft
from matching.schemas import Rubric

_WORD = re.compile(r"[a-z0-9]+")


def estimates(job: str, cvs: Sequence[str]) -> tuple[Estimate, ...]:
    """Estimates by the product's own road: draft the rubric from the text, then estimate."""
    try:
        rubric = draft(job)
    except RubricError:
        rubric = Rubric(job.partition("\n")[0][:80], ())
    prepared = profile(rubric, text=job)
    return combine([features(prepared, cv) for cv in cvs])


def ours(job: str, cvs: Sequence[str]) -> list[float]:
    """The scores of the product's own road."""
    return [one.score for one in estimates(job, cvs)]


def _without(part: str) -> Callable[[Estimate], float]:
    weights = {"coverage": COVERAGE, "bm25": BM25, "title": TITLE, "rules": RULES} | {part: 0.0}
    return lambda one: sum(weight * getattr(one, name) for name, weight in weights.items())


def plain_bm25(job: str, cvs: Sequence[str]) -> list[float]:
    """Okapi BM25 (k1 1.2, b 0.75) of the job's words over lower-case words, statistics from the cohort."""
    tokens = [Counter(_WORD.findall(cv.lower())) for cv in cvs]
    mean_length = mean(sum(count.values()) for count in tokens) or 1
    query = set(_WORD.findall(job.lower()))
    holds = {word: sum(word in count for count in tokens) for word in query}
    idf = {word: log(1 + (len(cvs) - held + 0.5) / (held + 0.5)) for word, held in holds.items()}
    scores = []
    for count in tokens:
        norm = 1.2 * (0.25 + 0.75 * sum(count.values()) / mean_length)
        scores.append(sum(idf[word] * count[word] * 2.2 / (count[word] + norm) for word in query if count[word]))
    return scores


def plain_overlap(job: str, cvs: Sequence[str]) -> list[float]:
    """The share of the job's words that a CV holds."""
    query = set(_WORD.findall(job.lower()))
    return [len(query & set(_WORD.findall(cv.lower()))) / len(query) for cv in cvs]


def spearman(left: Sequence[float], right: Sequence[float]) -> float:
    """Rank correlation with mean ranks for ties, -1 to 1; 0 when one side is constant."""
    first, second = _ranks(left), _ranks(right)
    middle = (len(first) + 1) / 2
    top = sum((one - middle) * (two - middle) for one, two in zip(first, second, strict=True))
    bottom = sum((one - middle) ** 2 for one in first) * sum((two - middle) ** 2 for two in second)
    return top / bottom**0.5 if bottom else 0.0


def _ranks(values: Sequence[float]) -> list[float]:
    order = sorted(values)
    first = {}
    for at, value in enumerate(order):
        first.setdefault(value, at)
    count = Counter(values)
    return [first[value] + (count[value] + 1) / 2 for value in values]


def auc(grades: Sequence[int], scores: Sequence[float], *, least: int) -> float:
    """The chance that a CV graded `least` or more is above one graded less; ties count half."""
    good = [score for grade, score in zip(grades, scores, strict=True) if grade >= least]
    bad = [score for grade, score in zip(grades, scores, strict=True) if grade < least]
    return mean((one > two) + 0.5 * (one == two) for one in good for two in bad)


def ndcg(grades: Sequence[int], scores: Sequence[float], *, depth: int = 10) -> float:
    """Normalised discounted gain of the first `depth`, gain 2^grade - 1, ties broken against the ranker."""
    shown = [grade for _, grade in sorted(zip(scores, grades, strict=True), key=lambda pair: (-pair[0], pair[1]))]
    ideal = sorted(grades, reverse=True)

    def gain(order: Sequence[int]) -> float:
        return sum((2**grade - 1) / log2(at + 2) for at, grade in enumerate(order[:depth]))

    return gain(shown) / gain(ideal)


def pair_accuracy(grades: Sequence[int], scores: Sequence[float]) -> float:
    """The share of pairs of unlike grade that the scores order rightly; ties count half."""
    pairs = [
        (scores[a] > scores[b]) + 0.5 * (scores[a] == scores[b])
        for a in range(len(grades))
        for b in range(len(grades))
        if grades[a] > grades[b]
    ]
    return mean(pairs)


def quality(scored: Sequence[Sequence[float]], jobs: Sequence[LabelledJob], cvs: Sequence[Graded]) -> dict[str, float]:
    """Means over jobs: `spearman` and `pairs` among the CVs of the trade; `auc` and `ndcg` among all CVs."""
    found: dict[str, list[float]] = {"spearman": [], "pairs": [], "auc": [], "ndcg": []}
    for job, scores in zip(jobs, scored, strict=True):
        grades = [cv.grade if cv.trade == job.trade else 0 for cv in cvs]
        own = [at for at, cv in enumerate(cvs) if cv.trade == job.trade]
        own_grades, own_scores = [grades[at] for at in own], [scores[at] for at in own]
        found["spearman"].append(spearman(own_grades, own_scores))
        found["pairs"].append(pair_accuracy(own_grades, own_scores))
        found["auc"].append(auc(grades, scores, least=2))
        found["ndcg"].append(ndcg(grades, scores))
    return {name: round(mean(values), 4) for name, values in found.items()}


def speed(*, cvs: int = 1000, words: int = 650) -> float:
    """Seconds of one core to estimate `cvs` CVs of `words` words for one job, drafting the rubric included."""
    jobs, graded = labelled_set(seed=7)
    texts = []
    for at in range(cvs):
        text = graded[at % len(graded)].text
        while len(text.split()) < words:
            text += "\n" + graded[(at * 31 + len(text)) % len(graded)].text
        texts.append(" ".join(text.split(" ")[:words]) + f" {at}")
    start = process_time()
    ours(jobs[0].text, texts)
    return round(process_time() - start, 3)


def compare(*, seed: int = 1, keep: Callable[[str], bool] = lambda trade: True) -> dict[str, dict[str, float]]:
    """The quality of plain overlap, plain BM25, ours, and ours without each part, over the trades to keep."""
    every_job, every_cv = labelled_set(seed=seed)
    jobs = [job for job in every_job if keep(job.trade)]
    cvs = [cv for cv in every_cv if keep(cv.trade)]
    texts = [cv.text for cv in cvs]
    made = [estimates(job.text, texts) for job in jobs]
    scored = {
        "overlap": [plain_overlap(job.text, texts) for job in jobs],
        "bm25": [plain_bm25(job.text, texts) for job in jobs],
        "ours": [[one.score for one in some] for some in made],
    }
    for part in ("coverage", "bm25", "title", "rules"):
        scored[f"ours without {part}"] = [list(map(_without(part), some)) for some in made]
    result = {name: quality(some, jobs, cvs) for name, some in scored.items()}
    for at, kind in enumerate(("full", "short", "wordy")):
        for name in ("bm25", "ours"):
            result[f"{name}, {kind} job texts"] = quality(scored[name][at::3], jobs[at::3], cvs)
    return result


def run() -> dict:
    """Measure and print; the figures as a dictionary."""
    result: dict = compare()
    print(f"{'ranker':<24} spearman   pairs     auc    ndcg")
    for name, figures in result.items():
        print(f"{name:<24} " + " ".join(f"{value:7.3f}" for value in figures.values()))
    result["seconds_per_1000"] = speed()
    print(f"1,000 CVs of 650 words on one core: {result['seconds_per_1000']} s")
    return result


if __name__ == "__main__":
    run()
