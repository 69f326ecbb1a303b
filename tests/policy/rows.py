"""Jobs for the policy to choose from, and what to look at in its choices."""

import random
from dataclasses import replace

from hypothesis import strategies as st

from matching.policy import Choice, Standing, Why, escalate


@st.composite
def jobs(draw, fewest: int = 0, most: int = 80) -> list[Standing]:
    """The matches of a job, with everything that can be true of them. Drawn from one number: a hundred strategies for
    each example would take most of the tests' time."""
    drawn = random.Random(draw(st.integers(0, 2**32)))

    def points() -> float | None:
        return drawn.choice([None, *[float(drawn.randint(0, 100))] * 6])

    def seldom(parts: int) -> bool:
        return drawn.randrange(parts) == 0

    return [
        Standing(
            id=f"m{number}",
            score=points(),
            uncertainty=float(drawn.randint(0, 12)),
            estimate=points(),
            capped_without=points(),
            held=seldom(4),
            never=seldom(4),
            sent=seldom(3),
            asked=seldom(4),
        )
        for number in range(draw(st.integers(fewest, most)))
    ]


shares = st.integers(0, 100).map(lambda percent: percent / 100)
audits = st.sampled_from([0.0, 0.03, 0.1, 1.0])


def job(count: int, **changes: dict) -> list[Standing]:
    """Matches m0, m1, ... with the scores 100, 99.9, ... and no uncertainty; `changes` by id."""
    rows = [Standing(id=f"m{number}", score=100 - number / 10) for number in range(count)]
    return [replace(row, **changes.get(row.id, {})) for row in rows]


def choose(standings: list[Standing], *, share: float = 0.2, audit_share: float = 0.0, **options) -> dict[str, Choice]:
    return escalate(standings, share=share, audit_share=audit_share, seed="job", **options)


def chosen(choices: dict[str, Choice], *reasons: Why) -> list[str]:
    return sorted((id_ for id_, one in choices.items() if one.why in reasons), key=lambda id_: int(id_[1:]))


def going(choices: dict[str, Choice]) -> set[str]:
    return {id_ for id_, one in choices.items() if one.why.goes}


def after(standings: list[Standing], choices: dict[str, Choice]) -> list[Standing]:
    """The same matches once everybody who was to go has gone, with what was stored."""
    return [replace(one, sent=one.sent or choices[one.id].why.goes, chance=choices[one.id].chance) for one in standings]
