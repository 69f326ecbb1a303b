"""A CV as words: stems in order, what each is worth by where it stands, dates, degrees and languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from matching.estimate import dates, rules
from matching.estimate.sections import CREDIT, split
from matching.estimate.words import fold, stems, words

_WORK = ("experience", "project", "body")


@dataclass(frozen=True, slots=True)
class CVText:
    """One CV read into words, for any job.

    `words` are folded, `run` their stems, one for one; `extra` stems of compounds;
    `credit` maps each stem to the best part of the CV that holds it (0-1); `spans` are date spans of work in order of
    place; `stated` are numbers of years; `listed` are the places of skill lists (from, to).
    """

    words: list[str]
    run: list[str]
    extra: list[str]
    credit: Mapping[str, float]
    spans: list[dates.Span]
    listed: list[tuple[int, int]]
    stated: list[float]
    degrees: set[int]
    languages: frozenset[str]


def read(text: str, *, year: int = 0) -> CVText:
    """Read any text as a CV. `year` is the present year, 0 if not known."""
    every: list[str] = []
    run: list[str] = []
    extra: list[str] = []
    credit: dict[str, float] = {}
    spans: list[dates.Span] = []
    listed: list[tuple[int, int]] = []
    for section in split(text):
        here = words(fold(section.text))
        all_stems = [stems(word) for word in here]
        first = [found[0] for found in all_stems]
        more = [one for found in all_stems if len(found) > 1 for one in found[1:]]
        worth = CREDIT[section.kind]
        for found in {*first, *more}:
            if credit.get(found, 0.0) < worth:
                credit[found] = worth
        if section.kind in _WORK:
            spans += [span.moved(len(run)) for span in dates.spans(here, year=year)]
        if section.kind == "skills":
            listed.append((len(run), len(run) + len(first)))
        every += here
        run += first
        extra += more
    return CVText(
        words=every,
        run=run,
        extra=extra,
        credit=credit,
        spans=spans,
        listed=listed,
        stated=dates.stated_years(every),
        degrees=rules.degrees(every),
        languages=rules.languages(every),
    )
