"""The catalogue of Claude's models against the list that the vendor gives: for `doctor`, with a key."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from matching.cloud_catalogue import CloudEntry, Lifecycle, Thinking, cloud_entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Something in which the vendor's list and the catalogue disagree. `serious`: calls fail, or will."""

    model: str
    sentence: str
    serious: bool = False


class Live(Protocol):
    """A model as the vendor lists it: `lifecycle` active, deprecated or retired; `retires_at` an ISO time or "";
    limits in tokens, 0 when not told."""

    id: str
    lifecycle: str
    retires_at: str
    max_input: int
    max_output: int
    structured_outputs: bool
    batch: bool
    effort: bool
    thinking: Sequence[str]


def compare_with_live(
    entries: Iterable[CloudEntry], live: Iterable[Live], *, today: date, chosen: str = ""
) -> tuple[Difference, ...]:
    """What `doctor` should say: ends that the catalogue does not know, models that are gone, limits and abilities that
    differ. `chosen` is the model in the settings: what is found of it is serious where it makes calls fail.

    Models that only the vendor knows are not told one by one, unless one is chosen. Prices and cache minimums cannot be
    compared: the vendor's list does not have them.
    """
    listed = {model.id: model for model in live}
    found: list[Difference] = []
    for entry in entries:
        models = [listed[name] for name in (entry.id, *entry.also) if name in listed]
        is_chosen = chosen in (entry.id, *entry.also)
        if models:
            found += _differences(entry, models[0], is_chosen=is_chosen)
        elif entry.lifecycle(today) is not Lifecycle.RETIRED:
            found.append(Difference(model=entry.id, sentence=f"{entry.label} is not in the list.", serious=is_chosen))
    if chosen and chosen not in listed and cloud_entry(chosen) is None:
        found.append(Difference(model=chosen, sentence=f"{chosen} is not in the list.", serious=True))
    return tuple(found)


def _differences(entry: CloudEntry, model: Live, *, is_chosen: bool) -> Iterator[Difference]:
    def differs(sentence: str, *, serious: bool = False) -> Difference:
        return Difference(model=entry.id, sentence=f"{entry.label} {sentence}", serious=serious and is_chosen)

    known = entry.retires.isoformat() if entry.retires else ""
    ends = model.retires_at[:10]
    if model.lifecycle == "retired":
        yield differs("is retired: calls fail.", serious=True)
    elif ends != known:
        told = f"will be retired on {ends}" if ends else "has no announced end"
        yield differs(f"{told}; the catalogue says {known or 'that none is announced'}.", serious=bool(ends))
    if model.max_input and model.max_input != entry.context:
        yield differs(f"reads {model.max_input:,} tokens; the catalogue says {entry.context:,}.")
    if model.max_output and model.max_output != entry.most_output:
        yield differs(f"writes {model.max_output:,} tokens; the catalogue says {entry.most_output:,}.")
    if entry.structured and not model.structured_outputs:
        yield differs("takes no form of answer any more: calls fail.", serious=True)
    if entry.batches and not model.batch:
        yield differs("takes no batches any more: only calls at once work.")
    if entry.effort and not model.effort:
        yield differs("takes no effort any more: calls fail.", serious=True)
    if entry.thinking is not Thinking.OFF and entry.thinking.value not in model.thinking:
        yield differs(f"takes no thinking of the kind {entry.thinking.value} any more: calls fail.", serious=True)
