"""Pages whose letters look like other letters than they claim to be: a font can draw anything under any name.

Looking at shapes costs nothing, and accuses nobody: it only says which pages are worth recognising from their picture.
"""

from statistics import median

from matching.instructions import speaks_to_a_machine
from matching.reading.glyphs import BREAK, Box, Glyphs
from matching.reading.visible import Unseen

_LOW, _TALL, _DEEP = frozenset("acemnorsuvwxz"), frozenset("bdfhkl"), frozenset("gpqy")
FEWEST_IN_LINE = 10
FEWEST_LETTERS = 25
# Small capitals agree to about seven in ten, letters that were swapped to about a half.
AGREEING = 0.65
RECOGNISED = 0.6
LONG_WORD = 4


def suspect_text(glyphs: Glyphs, unseen: Unseen, text: str) -> str:
    """The part of a page's text that its picture should confirm; "" for nearly every page."""
    if unseen.is_layer:
        return text if unseen.heaped or speaks_to_a_machine(text) else ""
    lines = [line for line in _lines(glyphs) if _agreement(line) < AGREEING]
    odd = " ".join("".join(character for character, _ in line) for line in lines)
    return odd if sum(map(str.isalnum, odd)) >= FEWEST_LETTERS else ""


def is_confirmed(text: str, recognised: str) -> bool:
    """Whether most longer words of a text are among those that were recognised on its page."""
    seen = set(_words(recognised))
    words = _words(text)
    return not words or not seen or sum(word in seen for word in words) >= RECOGNISED * len(words)


def _words(text: str) -> list[str]:
    words = ("".join(filter(str.isalnum, word)).casefold() for word in text.split())
    return [word for word in words if len(word) >= LONG_WORD]


def _lines(glyphs: Glyphs) -> list[list[tuple[str, Box | None]]]:
    lines: list[list[tuple[str, Box | None]]] = [[]]
    for character, box in zip(glyphs.characters, glyphs.boxes, strict=True):
        if character == BREAK:
            lines.append([])
        else:
            lines[-1].append((character, box))
    return lines


def _agreement(line: list[tuple[str, Box | None]]) -> float:
    """The share of a line's small letters whose height and depth are those of their name; 1 where there are few."""
    known = [(character, box) for character, box in line if box and character in _LOW | _TALL | _DEEP]
    low = [box for character, box in known if character in _LOW]
    if len(known) < FEWEST_IN_LINE or not low:
        return 1.0
    height = median(box[3] - box[1] for box in low)
    ground = median(box[1] for box in low)
    return sum(_fits(character, box, height, ground) for character, box in known) / len(known)


def _fits(character: str, box: Box, height: float, ground: float) -> bool:
    tall = box[3] - ground > 1.15 * height
    deep = ground - box[1] > 0.12 * height
    return tall == (character in _TALL) and deep == (character in _DEEP)
