"""What a reader of one format hands back inside the child process."""

import contextlib
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

FLAGGED_LETTERS = 25


@dataclass(slots=True)
class Found:
    """One document's text, before the checks that all formats share.

    `confidence` (0 to 100) is how sure text recognition was of the words it read, None where it read none; `is_sound`
    says that each page has been judged by its letters already, and none looked broken; `steps` are seconds by the name
    of the step.
    """

    media_type: str
    text: str = ""
    pages: int = 0
    extractor: str = ""
    hidden: list[tuple[int, str]] = field(default_factory=list)
    hidden_boxes: list[tuple[int, float, float, float, float]] = field(default_factory=list)
    confidence: float | None = None
    is_sound: bool = False
    flags: list[str] = field(default_factory=list)
    steps: dict[str, float] = field(default_factory=dict)

    def hide(
        self, text: str, *, page: int = 1, boxes: Iterable[tuple[float, ...]] = (), flagged: bool | None = None
    ) -> None:
        """Keep a text apart that no person sees, with its places in shares of the page.

        It is a sign of a trick when it is `flagged`; by default from 25 letters on.
        """
        self.hidden.append((page, text))
        self.hidden_boxes.extend((page, *box) for box in boxes)
        if flagged if flagged is not None else sum(map(str.isalnum, text)) >= FLAGGED_LETTERS:
            self.flags.append("hidden_text")

    @contextlib.contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Add the time of what is done inside to a step."""
        started = time.perf_counter()
        try:
            yield
        finally:
            self.steps[name] = self.steps.get(name, 0.0) + time.perf_counter() - started
