"""One made document, and what is known about it beforehand."""

import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]{4,}")
# Scripts without blanks between words: a stretch of signs stands somewhere, or not.
_SIGNS = re.compile("[\u2e80-\u9fff\uac00-\ud7af]{2,}")


@dataclass(frozen=True, slots=True)
class Sample:
    """`kind` is honest, hidden, hostile or mutated; `made` says by what.

    Of an honest one `words` is what a person reads on it, of a hidden one `planted` what nobody does. `is_scan`: a
    machine has to recognise the words, and may mistake some.
    """

    kind: str
    made: str
    data: bytes
    name: str = "cv.pdf"
    words: str = ""
    planted: str = ""
    is_scan: bool = False


def share_of_words(wanted: str, text: str) -> float:
    """Which share of a text's words of four letters and more, and of its stretches of signs, stands in another."""
    wanted, text = _folded(wanted), _folded(text)
    words, there, squeezed = set(_WORD.findall(wanted)), set(_WORD.findall(text)), re.sub(r"\s+", "", text)
    signs = set(_SIGNS.findall(wanted))
    words = {word for word in words if not _SIGNS.search(word)}
    found = len(words & there) + sum(stretch in squeezed for stretch in signs)
    return found / max(1, len(words) + len(signs))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
