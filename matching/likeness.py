"""How alike two texts are: a hash of their letters for the same text, and a MinHash for nearly the same one.

The MinHash of a text (one permutation, SIZE places) holds for each place the smallest hash of the runs of three words
that fall into it. The share of places where two of them agree estimates the share of runs that both texts hold.
"""

import hashlib
import zlib
from bisect import bisect_left
from collections.abc import Sequence

from matching.redaction.plain import WORD, plain

SIZE, BANDS, ROWS, RUN = 64, 21, 3, 3
# Measured on edited copies and on different people with one template: see docs/benchmarks.md.
NEAR = 0.55
FEWEST_LETTERS, FEWEST_RUNS = 200, 40
_FACTOR = 0x9E3779B1  # odd: spreads the bits that choose the place


def text_hash(text: str) -> str:
    """64 hexadecimal digits, equal for texts with the same letters and digits; "" for a text too short to tell."""
    letters = "".join(WORD.findall(plain(text)))
    return hashlib.sha256(letters.encode("utf-8", "replace")).hexdigest() if len(letters) >= FEWEST_LETTERS else ""


def signature(text: str) -> list[int]:
    """The MinHash of a text, SIZE numbers of 32 bits; [] for a text too short to tell."""
    words = [word.encode("utf-8", "replace") for word in WORD.findall(plain(text))]
    runs = {zlib.crc32(b" ".join(words[at : at + RUN])) for at in range(len(words) - RUN + 1)}
    if len(runs) < FEWEST_RUNS:
        return []
    least: list[int | None] = [None] * SIZE
    for run in runs:
        mixed = (run * _FACTOR) & 0xFFFFFFFF
        place, value = mixed % SIZE, mixed // SIZE
        if least[place] is None or value < least[place]:
            least[place] = value
    filled = [at for at in range(SIZE) if least[at] is not None]
    return [least[at] if least[at] is not None else least[_next(filled, at)] for at in range(SIZE)]


def _next(filled: list[int], at: int) -> int:
    """A place that nothing fell into takes what the next filled one has: short texts can be compared too."""
    return filled[bisect_left(filled, at) % len(filled)]


def likeness(one: Sequence[int], other: Sequence[int]) -> float:
    """0 to 1: the share of places where two signatures agree; 0 when a text was too short."""
    if not one or len(one) != len(other):
        return 0.0
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


def bands(some: Sequence[int]) -> list[str]:
    """Short keys of a signature: texts that are nearly the same share at least one of them."""
    parts = [some[at * ROWS : at * ROWS + ROWS] for at in range(BANDS)] if some else []
    return [f"{at:x}:{zlib.crc32(repr(tuple(part)).encode()):08x}" for at, part in enumerate(parts)]
