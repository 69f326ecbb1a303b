"""What a reader of one format hands back inside the child process."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Found:
    """One document's text, before the checks that all formats share."""

    media_type: str
    text: str = ""
    pages: int = 0
    extractor: str = ""
    hidden: list[tuple[int, str]] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
