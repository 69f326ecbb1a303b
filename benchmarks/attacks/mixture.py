"""The mixture: which documents are made for a seed, in another process than the one that reads them."""

import random
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from benchmarks.attacks import mutations, others, packages, pdfs
from benchmarks.attacks.honest import honest
from benchmarks.attacks.programs import by_programs
from benchmarks.attacks.sample import Sample
from benchmarks.hiding import docx as hiding_docx
from benchmarks.hiding import honest as honest_pages
from benchmarks.hiding import pdf as hiding_pdf

AT_ONCE = 64
BY_PROGRAM = 12
_SHARES = {"honest": 30, "hidden": 15, "hostile": 20, "mutated": 35}
_ATTACKS = (
    *(("pdf", attack, "cv.pdf") for attack in pdfs.ATTACKS),
    *(("package", attack, "cv.docx") for attack in packages.ATTACKS),
    *(("zip", packages.archive, "cvs.zip"), ("zip", packages.overlapping, "cvs.zip")),
    *(("other", attack, "cv.pdf") for attack in others.ATTACKS),
)
_SUFFIXES = (".pdf", ".docx", ".doc", ".txt", ".png", ".exe", "", ".pdf.zip")


def samples(numbers: Sequence[int], *, seed: int, folder: Path | None) -> Iterator[Sample]:
    """The documents with these numbers, always the same for a seed (but for what other programs write).

    The files of a folder, if given, are broken in the mixture too.
    """
    programs = by_programs(random.Random(seed), each=BY_PROGRAM)
    given = [path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()] if folder else []
    made = [*programs, *(Sample("given", "given", data) for data in given if data)]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_keep, initargs=(made,)) as maker:
        waiting = [maker.submit(sample, seed, number) for number in numbers[:AT_ONCE]]
        for place in range(len(numbers)):
            if place + AT_ONCE < len(numbers):
                waiting.append(maker.submit(sample, seed, numbers[place + AT_ONCE]))
            yield waiting[place].result()
            # Only the few that are made ahead are in memory.
            waiting[place] = None


_MADE: list[Sample] = []


def _keep(made: list[Sample]) -> None:
    _MADE[:] = made


def sample(seed: int, number: int) -> Sample:
    """One document of the mixture."""
    chance = random.Random(f"{seed}/{number}")
    kind = chance.choices(list(_SHARES), weights=list(_SHARES.values()))[0]
    return {"honest": _honest, "hidden": _hidden, "hostile": _hostile, "mutated": _mutated}[kind](chance)


def _honest(chance: random.Random) -> Sample:
    programs = [one for one in _MADE if one.kind == "honest"]
    return chance.choice(programs) if chance.random() < 0.1 and programs else honest(chance)


def _hidden(chance: random.Random) -> Sample:
    name, making = chance.choice((("pdf", hiding_pdf), ("docx", hiding_docx)))
    method = chance.choice(making.METHODS)
    data, planted = making.hidden(method, seed=chance.randrange(10**6))
    return Sample("hidden", f"{name}: {method.__name__}", data, name=f"cv.{name}", planted=planted)


def _hostile(chance: random.Random) -> Sample:
    group, attack, name = chance.choice(_ATTACKS)
    return Sample("hostile", f"{group}: {attack.__name__}", attack(chance), name=name)


def _mutated(chance: random.Random) -> Sample:
    first, second = _whole(chance), _whole(chance)
    how, data = mutations.mutated(first.data, second.data, chance)
    name = f"cv{chance.choice(_SUFFIXES)}"
    return Sample("mutated", f"{first.made} by {how}", data, name=name)


def _whole(chance: random.Random) -> Sample:
    """A document that will be broken: given, honest, hiding, or hostile already."""
    given = [one for one in _MADE if one.kind == "given"]
    if given and chance.random() < 0.7:
        return chance.choice(given)
    if chance.random() < 0.1:
        layout = chance.choice(honest_pages.LAYOUTS)
        return Sample("honest", layout.__name__, honest_pages.honest(layout, seed=chance.randrange(10**6)))
    return chance.choice((_honest, _honest, _hidden, _hostile))(chance)
