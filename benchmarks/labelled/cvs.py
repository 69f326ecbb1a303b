"""CVs with a known grade for a profession, in several layouts and with noise."""

from dataclasses import dataclass
from random import Random

from benchmarks.labelled.filler import (
    ABOUT,
    BOILERPLATE,
    FILLER,
    FILLER_DE,
    FILLER_FR,
    FIRMS,
    HOBBIES,
    OTHER,
    invented_lines,
)
from benchmarks.labelled.trades import Trade, trades

_YEAR = 2025
_FILLERS = {"elektroniker": FILLER_DE, "comptable": FILLER_FR}
_LAYOUTS = ("headed", "capitals", "paragraph", "bare", "skills_first", "prose")


@dataclass(frozen=True, slots=True)
class Graded:
    """One invented CV: `trade` and `grade` 1-4 there (it is 0 for every other trade); `kind` says how it was made.

    `roles` are (title, firm, first year, last year or None for today), newest first.
    """

    trade: str
    grade: int
    kind: str
    text: str
    roles: tuple[tuple[str, str, int, int | None], ...] = ()


@dataclass(frozen=True, slots=True)
class LabelledJob:
    """One invented job text of a trade."""

    trade: str
    text: str


_PLAN = (
    (4, "strong"),
    (4, "strong"),
    (4, "long"),
    (3, "good"),
    (3, "good"),
    (3, "good"),
    (2, "junior"),
    (2, "junior"),
    (2, "lacking"),
    (2, "changer"),
    (1, "near"),
    (1, "near"),
    (1, "stuffed"),
    (1, "former"),
)


def labelled_set(*, seed: int = 1) -> tuple[list[LabelledJob], list[Graded]]:
    """Jobs (three per profession: full, short and wordy) and 14 graded CVs per profession."""
    rng = Random(seed)
    every = trades()
    jobs = [LabelledJob(trade.key, text) for trade in every for text in [*trade.jobs, _wordy(trade.jobs[0], rng)]]
    cvs = [
        Graded(trade.key, grade, kind, *_laid_out(_KINDS[kind](trade, rng), _FILLERS.get(trade.key, FILLER), rng))
        for trade in every
        for grade, kind in _PLAN
    ]
    return jobs, cvs


def _wordy(text: str, rng: Random) -> str:
    """The same job as a company with many words would write it."""
    title, _, rest = text.partition("\n")
    lines = rng.sample(BOILERPLATE, k=10)
    return "\n".join([title, ABOUT, *(f"- {line}" for line in lines[:5]), rest, *(f"- {line}" for line in lines[5:])])


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a CV is made of: roles newest first as (title, years, lines), skills and a degree."""

    roles: list[tuple[str, int, list[str]]]
    skills: list[str]
    degree: str


def _strong(trade: Trade, rng: Random) -> _Parts:
    first = [rng.choice(lines) for lines in trade.proofs.values()]
    second = [line for lines in trade.proofs.values() for line in lines if line not in first][:4]
    roles = [
        (rng.choice(trade.titles), trade.years, first),
        (rng.choice(trade.titles), trade.years, second + trade.general[:1]),
    ]
    return _Parts(roles, rng.sample(trade.skills, k=6), rng.choice(trade.degrees))


def _long(trade: Trade, rng: Random) -> _Parts:
    parts = _strong(trade, rng)
    older = [
        ("Assistant", 3, rng.sample(OTHER, 4)),
        ("Clerk", 2, rng.sample(OTHER, 6)),
        ("Helper", 2, rng.sample(OTHER, 4)),
    ]
    return _Parts(parts.roles + older, parts.skills, parts.degree)


def _good(trade: Trade, rng: Random) -> _Parts:
    roles = [
        (rng.choice(trade.titles), trade.years, _proofs(trade, rng, needs=4) + trade.general[:1]),
        (rng.choice(trade.junior), 1, trade.general[1:]),
    ]
    return _Parts(roles, rng.sample(trade.skills, k=5), rng.choice(trade.degrees))


def _junior(trade: Trade, rng: Random) -> _Parts:
    roles = [(rng.choice(trade.junior), 1, _proofs(trade, rng, needs=2) + trade.general)]
    return _Parts(roles, rng.sample(trade.skills, k=4), rng.choice(trade.degrees))


def _lacking(trade: Trade, rng: Random) -> _Parts:
    roles = [(rng.choice(trade.titles), 2, _proofs(trade, rng, needs=1) + trade.general)]
    return _Parts(roles, rng.sample(trade.skills, k=2), rng.choice(trade.degrees))


def _changer(trade: Trade, rng: Random) -> _Parts:
    other = _another(trade, rng)
    roles = [
        (rng.choice(trade.titles), 1, _proofs(trade, rng, needs=2)),
        (rng.choice(other.titles), 6, _proofs(other, rng, needs=6)),
    ]
    return _Parts(roles, rng.sample(trade.skills, k=2) + rng.sample(other.skills, k=4), rng.choice(trade.degrees))


def _former(trade: Trade, rng: Random) -> _Parts:
    other = _another(trade, rng)
    roles = [
        (rng.choice(other.titles), 8, _proofs(other, rng, needs=6)),
        (rng.choice(trade.junior), 1, _proofs(trade, rng, needs=1) + trade.general[:1]),
    ]
    return _Parts(roles, rng.sample(other.skills, k=4), rng.choice(other.degrees))


def _near(trade: Trade, rng: Random) -> _Parts:
    roles = [(rng.choice(trade.near_titles), 4, trade.near + rng.sample(trade.general, k=1))]
    return _Parts(roles, trade.skills[:1], "High school diploma")


def _stuffed(trade: Trade, rng: Random) -> _Parts:
    parts = _near(trade, rng)
    return _Parts(parts.roles, trade.skills * 3 + trade.titles, parts.degree)


_KINDS = {
    "strong": _strong,
    "long": _long,
    "good": _good,
    "junior": _junior,
    "lacking": _lacking,
    "changer": _changer,
    "near": _near,
    "stuffed": _stuffed,
    "former": _former,
}


def _proofs(trade: Trade, rng: Random, *, needs: int) -> list[str]:
    return [rng.choice(trade.proofs[need]) for need in rng.sample(sorted(trade.proofs), k=needs)]


def _another(trade: Trade, rng: Random) -> Trade:
    return rng.choice([one for one in trades() if one.key != trade.key])


def _laid_out(made: _Parts, filling: list[str], rng: Random) -> tuple[str, tuple]:
    """The text of a CV, with noise and in a layout by chance, and its roles."""
    layout = rng.choice(_LAYOUTS)
    filler = rng.sample(filling, k=rng.randint(2, 6))
    hobbies = ", ".join(rng.sample(HOBBIES, k=3))
    told = sum(len(" ".join(lines).split()) for *_, lines in made.roles)
    extra = _padding(filling, size=int(150 * 8 ** rng.random()) - told, rng=rng)
    until, parts, roles = _YEAR, [], []
    for at, (title, years, lines) in enumerate(made.roles):
        start, noise = until - years, extra[at :: len(made.roles)]
        plain = f"{start} - {until if at else 'Present'}"
        worded = f"Jan {start} to {f'Dec {until}' if at else 'Current'}"
        mixed = rng.sample([*lines, *noise], k=len(lines) + len(noise))
        parts.append((title, rng.choice((plain, worded)), rng.choice(FIRMS), mixed))
        roles.append((title, parts[-1][2], start, until if at else None))
        until = start
    return _RENDER[layout](parts, made.skills, made.degree, filler, hobbies), tuple(roles)


def _padding(filling: list[str], *, size: int, rng: Random) -> list[str]:
    """Lines of noise with about `size` words, so that length says nothing about the grade."""
    lines: list[str] = []
    pool = rng.sample(filling, k=len(filling)) + rng.sample([line for trade in trades() for line in trade.near], k=8)
    if filling is FILLER:
        pool += invented_lines(rng, count=150)
    rng.shuffle(pool)
    while pool and size > 0:
        lines.append(pool.pop())
        size -= len(lines[-1].split())
    return lines


def _headed(parts, skills, degree, filler, hobbies) -> str:
    work = "\n\n".join(
        f"{title}\n{firm}, {span}\n" + "\n".join(f"- {line}" for line in lines) for title, span, firm, lines in parts
    )
    return (
        f"Alex Example\n{parts[0][0]}\n\nProfile\n{filler[0]}. {filler[1]}.\n\nExperience\n{work}\n\n"
        f"Education\n{degree}\n\nSkills\n{', '.join(skills)}\n\nInterests\n{hobbies}\n"
    )


def _capitals(parts, skills, degree, filler, hobbies) -> str:
    work = "\n".join(
        f"{title} {span}\n{firm} － City , State\n" + "\n".join(f"{line}." for line in lines)
        for title, span, firm, lines in parts
    )
    return (
        f"{parts[0][0].upper()}\nSummary\n{'. '.join(filler)}.\nHighlights\n{chr(10).join(skills)}\n"
        f"Experience\n{work}\nEducation\n{degree} City , State\n"
    )


def _paragraph(parts, skills, degree, filler, hobbies) -> str:
    work = " ".join(f"{span} {firm} {title} {'. '.join(lines)}." for title, span, firm, lines in parts)
    return f"{parts[0][0].upper()} Summary {'. '.join(filler)}. Experience {work} Education {degree} Skills {', '.join(skills)}"


def _bare(parts, skills, degree, filler, hobbies) -> str:
    work = "\n".join(f"{title}, {firm} ({span})\n" + "\n".join(lines) for title, span, firm, lines in parts)
    return f"{work}\n{degree}\n{' '.join(skills)}\n{' '.join(filler)}\n{hobbies}"


def _skills_first(parts, skills, degree, filler, hobbies) -> str:
    work = "\n".join(
        f"{firm}\n{title}\n{span}\n" + "\n".join(f"• {line}" for line in lines) for title, span, firm, lines in parts
    )
    return (
        f"CURRICULUM VITAE\n\nKEY SKILLS\n{' | '.join(skills)}\n{' | '.join(filler[:3])}\n\nEDUCATION AND TRAINING\n{degree}\n\n"
        f"WORK HISTORY\n{work}\n\nREFERENCES\nOn request"
    )


def _prose(parts, skills, degree, filler, hobbies) -> str:
    work = " ".join(
        f"From {span} I worked as {title} at {firm}: {'; '.join(lines)}." for title, span, firm, lines in parts
    )
    return f"{filler[0]}. {work} I hold: {degree}. I know {', '.join(skills)}. {'. '.join(filler[1:])}. {hobbies}."


_RENDER = {
    "headed": _headed,
    "capitals": _capitals,
    "paragraph": _paragraph,
    "bare": _bare,
    "skills_first": _skills_first,
    "prose": _prose,
}
