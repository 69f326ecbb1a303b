"""Criteria for a job: what its posting lists after a colon, or line by line with bullets; up to six, all wished for."""

import re

_POSTING = re.compile(r"<posting>\n(.*)\n</posting>", re.DOTALL)
_LISTED = re.compile(r"^(?:[-*•]\s+|[^:\n]{1,40}:\s+)(\S.*)$", re.MULTILINE)
_WORDS = {"low": "no sign", "mid": "some of it", "high": "much of it, for years"}
MOST = 6


def draft(schema: dict, user: str) -> dict | None:
    """The answer to a schema that asks for criteria with labels; None for every other."""
    items = schema.get("properties", {}).get("criteria", {}).get("items", {})
    posting = _POSTING.search(user)
    if "label" not in items.get("properties", {}) or posting is None:
        return None
    parts = [part.strip(" .") for line in _LISTED.findall(posting[1]) for part in line.split(";")]
    labels = [" ".join(part.split()[:8]) for part in parts if part]
    return {"criteria": [{"label": label, "need": "should", "aliases": [], **_WORDS} for label in labels[:MOST]]}
