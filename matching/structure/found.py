"""What a CV's text says of a person, each thing with the place in the text that it came from."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of the text: `text` as shown to people, from `start` to `end`; `value` is its normalised form.

    What the text does not hold as one stretch (a name that only the file's name spells) has 0 for both.
    """

    text: str
    start: int = 0
    end: int = 0
    value: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """One job. `begin` and `last` are "2015-03" or "2015", "" where unknown; `open` for one that goes on today.

    `years` are its own, None when its dates do not tell. `start` to `end` is the head of the role in the text, and
    `stop` where what is told of it ends. Of two roles under one firm's name, the second one's employer stands earlier.
    """

    start: int
    end: int
    stop: int
    title: str = ""
    employer: str = ""
    begin: str = ""
    last: str = ""
    open: bool = False
    years: float | None = None


@dataclass(frozen=True, slots=True)
class Study:
    """One line or two about studies: the degree or level as written, the school, the years as written, the place."""

    start: int
    end: int
    degree: str = ""
    school: str = ""
    begin: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its English name with the level as written; `level` is A1 to C2, "native", or "" when unsaid."""

    name: str
    start: int
    end: int
    level: str = ""


@dataclass(frozen=True, slots=True)
class Structure:
    """Everything found in one CV. What is not in its text is empty or None: nothing is guessed.

    `years` are years of work in all and `skills` the years in which each skill was used, both reckoned from the dates
    of roles with overlaps counted once.
    """

    name: Found | None = None
    emails: tuple[Found, ...] = ()
    phones: tuple[Found, ...] = ()
    links: tuple[Found, ...] = ()
    location: Found | None = None
    roles: tuple[Role, ...] = ()
    years: float | None = None
    skills: Mapping[str, float] = field(default_factory=dict)
    education: tuple[Study, ...] = ()
    languages: tuple[Language, ...] = ()
    certificates: tuple[Found, ...] = ()

    def as_json(self) -> dict:
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping) -> "Structure":
        """Read what `as_json` gave; {} (a CV read before structures were kept) is an empty structure."""
        one = {key: Found(**data[key]) for key in ("name", "location") if data.get(key)}
        many = {
            key: tuple(kind(**each) for each in data.get(key, ()))
            for key, kind in (
                ("emails", Found),
                ("phones", Found),
                ("links", Found),
                ("roles", Role),
                ("education", Study),
                ("languages", Language),
                ("certificates", Found),
            )
        }
        return cls(**one, **many, years=data.get("years"), skills=data.get("skills", {}))
