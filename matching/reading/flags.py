"""Short words that send a document to a person's eyes. A flag never rejects."""

from matching.reading.characters import Cleaned
from matching.reading.found import Found
from matching.reading.limits import Limits

LONG_TEXT = 40_000
LONG_PAGES = 12
POOR_LETTERS = 200


def flags_of(found: Found, *, cleaned: Cleaned, limits: Limits) -> list[str]:
    """All flags of a document, those its reader raised among them, each once and in a stable order."""
    flags = set(found.flags)
    if len(cleaned.text) > min(LONG_TEXT, limits.max_text_chars) or found.pages > LONG_PAGES:
        flags.add("over_length")
    if sum(map(str.isalnum, cleaned.text)) < POOR_LETTERS:
        flags.add("parse_poor")
    return sorted(flags)
