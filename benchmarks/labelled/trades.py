"""The invented professions, read from their text blocks."""

from dataclasses import dataclass, field

from benchmarks.labelled import hands, office, technical

_LISTS = {"titles": "titles", "junior": "junior", "degree": "degrees", "skills": "skills", "near-titles": "near_titles"}


@dataclass(slots=True)
class Trade:
    """One profession: what its jobs ask (`jobs`), and lines of CVs by the need they prove (`proofs`)."""

    key: str
    titles: list[str] = field(default_factory=list)
    junior: list[str] = field(default_factory=list)
    degrees: list[str] = field(default_factory=list)
    skills: list[str] = field(default_factory=list)
    near_titles: list[str] = field(default_factory=list)
    years: int = 0
    proofs: dict[str, list[str]] = field(default_factory=dict)
    general: list[str] = field(default_factory=list)
    near: list[str] = field(default_factory=list)
    jobs: list[str] = field(default_factory=list)


def trades() -> list[Trade]:
    """All invented professions in a fixed order."""
    blocks = "\n".join(module.PROFESSIONS for module in (office, hands, technical)).split("=== ")[1:]
    return [_read(block) for block in blocks]


def _read(block: str) -> Trade:
    key, _, rest = block.partition("\n")
    head, *jobs = rest.split("\njob: ")
    trade = Trade(key.strip(), jobs=[job.strip() for job in jobs])
    for line in head.splitlines():
        if line[1:3] == "| ":
            _add(trade, line[0], line[3:])
            continue
        name, _, value = line.partition(": ")
        if name == "years":
            trade.years = int(value)
        elif name in _LISTS:
            setattr(trade, _LISTS[name], value.split(" | "))
    return trade


def _add(trade: Trade, mark: str, line: str) -> None:
    if mark == "-":
        trade.general.append(line)
    elif mark == "~":
        trade.near.append(line)
    else:
        trade.proofs.setdefault(mark, []).append(line)
