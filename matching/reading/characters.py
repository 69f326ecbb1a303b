"""Characters: one form for each letter, and none that no person can see."""

import re
import unicodedata
from dataclasses import dataclass

from matching.reading.lookalikes import as_they_look

# Soft hyphens, joiners, fillers, bidi marks, variation selectors, and the tags that can spell a whole hidden message.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
_TAGS = re.compile("[\U000e0020-\U000e007e]{8,}")
# A row of selectors spells bytes, and a long row of joiners bits; honest text has one after a sign.
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]{8,}")
_ZERO_WIDTH = re.compile("[\u200b-\u200d\u2060-\u2064\ufeff]{24,}")
# Latin letters that are turned round by an override are seen from the right.
_TURNED = re.compile("\u202e([ -~]{1,500})(?:\u202c|$)", re.MULTILINE)
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNKNOWN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufff9-\uffff\ue000-\uf8ff\U000f0000-\U0010ffff\ud800-\udfff]")
_BLANKS = re.compile(r"[^\S\n]+")
_LINE_ENDS = re.compile(r" *\n *")
_EMPTY_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Text in NFKC, the messages that were spelled in invisible characters, and how many words in look-alike ones."""

    text: str
    smuggled: tuple[str, ...]
    lookalikes: int = 0


def clean(text: str) -> Cleaned:
    """Any text to one line per line, single blanks and at most one empty line in a row."""
    smuggled = (
        *("".join(chr(ord(tag) - 0xE0000) for tag in run) for run in _TAGS.findall(text)),
        *(_from_selectors(run) for run in _SELECTORS.findall(text)),
        *(f"{len(run)} invisible characters in a row" for run in _ZERO_WIDTH.findall(text)),
    )
    text = _TURNED.sub(lambda run: run.group(1)[::-1], text)
    text = _INVISIBLE.sub("", _BREAKS.sub("\n", text))
    text = _BLANKS.sub(" ", unicodedata.normalize("NFKC", _UNKNOWN.sub(" ", text)))
    text = _EMPTY_LINES.sub("\n\n", _LINE_ENDS.sub("\n", text))
    text, lookalikes = as_they_look(text)
    return Cleaned(text=text.strip(), smuggled=smuggled, lookalikes=lookalikes)


def _from_selectors(run: str) -> str:
    """The bytes that a row of variation selectors can stand for."""
    numbers = [ord(each) - 0xFE00 if ord(each) < 0xFE10 else ord(each) - 0xE0100 + 16 for each in run]
    return bytes(numbers).decode(errors="replace")
