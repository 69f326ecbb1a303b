"""Short words that send a document to a person's eyes. A flag never rejects."""

from matching.instructions import speaks_to_a_machine
from matching.reading.dumps import is_skill_dump
from matching.reading.faults import fault_score, is_garbled
from matching.reading.found import Found

LONG_TEXT = 40_000
LONG_PAGES = 12
FEW_LETTERS = 120
POOR_SCORE = 0.08


def flags_of(found: Found) -> list[str]:
    """All flags of a document with cleaned text, those its reader raised among them, each once, in a stable order."""
    flags = set(found.flags)
    if len(found.text) > LONG_TEXT or found.pages > LONG_PAGES:
        flags.add("over_length")
    if sum(map(str.isalnum, found.text)) < FEW_LETTERS or not (found.is_sound or _looks_sound(found.text)):
        flags.add("parse_poor")
    if is_skill_dump(found.text):
        flags.add("skill_dump")
    unseen = "\n".join(run for _, run in found.hidden)
    if speaks_to_a_machine(f"{found.text}\n{unseen}") or (unseen and speaks_to_a_machine(unseen, quoting=False)):
        flags.add("instruction_like")
    return sorted(flags)


def _looks_sound(text: str) -> bool:
    return fault_score(text) <= POOR_SCORE and not is_garbled(text)
