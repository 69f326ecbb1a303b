"""A rubric as JSON, read and written; renumbered; two versions compared in plain sentences."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from matching.exceptions import RubricError
from matching.schemas import CRITERION_IDS, Criterion, Rubric

_SHAPE = "A rubric is a list of criteria, or an object with a list named criteria."


def parse(data: Any) -> Rubric:
    """Read a rubric from decoded JSON: the object that `dump` gives, or a bare list of criteria.

    Criteria without ids, or with ids out of order, get a..h in the order given. Raises RubricError with one sentence.
    """
    if isinstance(data, list):
        data = {"criteria": data}
    if not isinstance(data, Mapping) or not isinstance(data.get("criteria"), list):
        raise RubricError("wrong_shape", _SHAPE)
    listed = data["criteria"]
    if not listed:
        raise RubricError("no_criteria", "The rubric has no criteria: add at least one.")
    if len(listed) > len(CRITERION_IDS):
        raise RubricError("too_many", f"The rubric has {len(listed)} criteria; {len(CRITERION_IDS)} is the most.")
    title, duties = data.get("title") or "", data.get("duties") or ""
    if not isinstance(title, str) or not isinstance(duties, str):
        raise RubricError("wrong_shape", "The title and the duties of a rubric are text.")
    criteria = [_criterion(entry, number) for number, entry in enumerate(listed)]
    return Rubric(title=" ".join(title.split()), criteria=renumber(criteria), duties=duties.strip())


def _criterion(entry: Any, number: int) -> Criterion:
    if not isinstance(entry, Mapping):
        raise RubricError("wrong_shape", f"Criterion {number + 1} is not an object with a label and a need.")
    aliases, levels = entry.get("aliases"), entry.get("levels")
    if not isinstance(entry.get("label"), str):
        raise RubricError("wrong_shape", f"Criterion {number + 1} has no label: write what the job needs.")
    if aliases is not None and not isinstance(aliases, list | tuple):
        raise RubricError("wrong_shape", f"The aliases of criterion {number + 1} are not a list of words.")
    if levels is not None and not isinstance(levels, Mapping):
        raise RubricError(
            "wrong_shape", f"The levels of criterion {number + 1} are not an object with the keys 0, 2 and 4."
        )
    return Criterion.from_json({**entry, "id": str(entry.get("id") or CRITERION_IDS[number])})


def dump(rubric: Rubric) -> dict:
    """The JSON of a rubric: title, rubric_version, duties and criteria. `parse(dump(rubric)) == rubric`."""
    return {
        "title": rubric.title,
        "rubric_version": rubric.version,
        "duties": rubric.duties,
        "criteria": [criterion.as_json() for criterion in rubric.criteria],
    }


def renumber(criteria: Iterable[Criterion]) -> tuple[Criterion, ...]:
    """The criteria with ids a..h in their order; raises RubricError above eight."""
    listed = list(criteria)
    if len(listed) > len(CRITERION_IDS):
        raise RubricError("too_many", f"The rubric has {len(listed)} criteria; {len(CRITERION_IDS)} is the most.")
    return tuple(
        replace(criterion, id=identifier) for identifier, criterion in zip(CRITERION_IDS, listed, strict=False)
    )


def changes(old: Rubric, new: Rubric) -> tuple[str, ...]:
    """What changed from one version to the next, one plain sentence each; empty for equal rubrics.

    Criteria are matched by label first, then by id, so that moving one up the list is not a change of its content.
    """
    if old.version == new.version:
        return ()
    said = []
    if old.title != new.title:
        said.append(f"The title changed from “{old.title}” to “{new.title}”.")
    pairs = _pairs(old.criteria, new.criteria)
    matched = [before for before, _ in pairs]
    said += [f"Removed: {criterion.label}." for criterion in old.criteria if criterion not in matched]
    added = [criterion for criterion in new.criteria if criterion not in [after for _, after in pairs]]
    said += [f"Added: {criterion.label} ({criterion.need.value})." for criterion in added]
    for before, after in pairs:
        said += _differences(before, after)
    kept = [criterion for criterion in old.criteria if criterion in matched]
    order = {before.id: number for number, (before, _) in enumerate(sorted(pairs, key=lambda pair: pair[1].id))}
    if [order[criterion.id] for criterion in kept] != list(range(len(kept))):
        said.append("The order of the criteria changed.")
    if old.duties != new.duties:
        said.append("The job text changed.")
    return tuple(said)


def _pairs(old: tuple[Criterion, ...], new: tuple[Criterion, ...]) -> list[tuple[Criterion, Criterion]]:
    left, pairs = list(new), []
    for same in (lambda one, two: one.label == two.label, lambda one, two: one.id == two.id):
        for before in old:
            if any(before is taken for taken, _ in pairs):
                continue
            after = next((criterion for criterion in left if same(before, criterion)), None)
            if after is not None and (before.label == after.label or after.label not in [other.label for other in old]):
                pairs.append((before, after))
                left.remove(after)
    return pairs


def _differences(before: Criterion, after: Criterion) -> list[str]:
    said = []
    if before.label != after.label:
        said.append(f"“{before.label}” became “{after.label}”.")
    if before.need is not after.need:
        said.append(f"{after.label}: from {before.need.value} to {after.need.value}.")
    if before.aliases != after.aliases:
        said.append(f"{after.label}: the aliases changed.")
    levels = [
        level
        for level, old, new in (
            ("0", before.low, after.low),
            ("2", before.mid, after.mid),
            ("4", before.high, after.high),
        )
        if old != new
    ]
    if levels:
        said.append(f"{after.label}: the words of level {' and '.join(levels)} changed.")
    return said
