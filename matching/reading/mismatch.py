"""Pages whose text may say something else than they show: a font can draw anything under any name, and the invisible
layer of a scan is no more than a claim.

Looking at shapes costs nothing, and accuses nobody: it only says which pages are worth recognising from their picture.
Every invisible layer is: nobody has ever seen its words.
"""

from itertools import groupby
from statistics import median

from matching.reading.glyphs import BREAK, Box, Glyphs
from matching.reading.visible import Unseen

_LOW, _TALL, _DEEP = frozenset("acemnorsuvwxz"), frozenset("bdfhkl"), frozenset("gpqy")
_KNOWN = _LOW | _TALL | _DEEP
FEWEST_IN_LINE = 10
FEWEST_LETTERS = 25
# Small capitals agree to about seven in ten, letters that were swapped to about a half.
AGREEING = 0.65
RECOGNISED = 0.6
# Of a picture that reads poorly half of the words come out wrong; of another text hardly a tenth comes out at all.
POORLY_RECOGNISED = 0.3
# This many longer words in a row that are not in the picture are no slips of a recogniser.
STRETCH = 12
LONG_WORD = 4
LONGEST_WORD = 40


def suspect_text(glyphs: Glyphs, unseen: Unseen, text: str) -> str:
    """The part of a page's text that its picture should confirm; "" for nearly every page."""
    if unseen.is_layer:
        return text
    lines = [line for line in _lines(glyphs) if _agreement(line) < AGREEING]
    odd = " ".join("".join(character for character, _ in line) for line in lines)
    return odd if sum(map(str.isalnum, odd)) >= FEWEST_LETTERS else ""


def is_confirmed(text: str, recognised: str, *, sure: bool = True) -> bool:
    """Whether most longer words of a text are among those that were recognised on its page, or differ by one letter.

    `sure`: the recognition can be trusted; then no long stretch of the text may be missing either.
    """
    words = _words(text)
    if not words:
        return True
    known = {form for word in _words(recognised) for form in _forms(word)}
    seen = [not known.isdisjoint(_forms(word)) for word in words]
    if sum(seen) < (RECOGNISED if sure else POORLY_RECOGNISED) * len(words):
        return False
    return not sure or max((len(list(row)) for there, row in groupby(seen) if not there), default=0) < STRETCH


def _forms(word: str) -> set[str]:
    """A word, and the word without any one of its letters: two words that share a form differ by a letter or so."""
    return {word} if len(word) <= LONG_WORD else {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _words(text: str) -> list[str]:
    """The longer words of a text; of scripts that set no blanks between words, the pairs of neighbouring signs."""
    words: list[str] = []
    for part in text.split():
        word = "".join(filter(str.isalnum, part)).casefold()
        if any("\u2e80" <= sign <= "\u9fff" for sign in word):
            words += [word[at : at + 2] for at in range(len(word) - 1)]
        elif len(word) >= LONG_WORD:
            words.append(word[:LONGEST_WORD])
    return words


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
    known = [(character, box) for character, box in line if box and character in _KNOWN]
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
