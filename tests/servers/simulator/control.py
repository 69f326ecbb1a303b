"""Requests under /_sim/, which no real server has."""

import json
from collections.abc import Callable

PREFIX = "/_sim/"
FAULTY = (ValueError, KeyError, TypeError)


def answer_of(path: str, body: bytes, *, method: str, answer: Callable[[str, dict], dict | None]) -> dict | None:
    """What `answer` makes of such a request, as its method and route with what was asked; None for no such route.

    Raises ValueError with a sentence for what cannot be used.
    """
    try:
        return answer(f"{method} {path.removeprefix(PREFIX)}", json.loads(body) if body.strip() else {})
    except FAULTY as error:
        raise ValueError(f"This control request cannot be used: {error}") from error
