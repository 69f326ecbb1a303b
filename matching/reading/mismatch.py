"""Pages whose text may say something else than they show: a font can draw anything under any name, and the invisible
layer of a scan is no more than a claim.

Looking at shapes costs nothing, and accuses nobody: it only says which pages are worth recognising from their picture.
Every invisible layer is: nobody has ever seen its words.
"""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
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
# This many longer words in a row that are not in the picture, or that are like nothing in it, are no slips of a
# recogniser; nor are this many years that the picture does not have (benchmarks/layers.py).
STRETCH = 5
# Of pairs of neighbouring signs more: one wrong sign spoils two of them.
STRETCH_OF_PAIRS = 12
STRANGERS = 4
# So many within a line that the picture has otherwise: it is not that the line was overlooked.
SWAPPED = 2
OTHER_YEARS = 2
ALIKE = 0.6
SAME_LINE = 0.5
LONG_WORD = 4
LONGEST_WORD = 40
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def suspect_text(glyphs: Glyphs, unseen: Unseen, text: str) -> str:
    """The part of a page's text that its picture should confirm; "" for nearly every page."""
    if unseen.is_layer:
        return text
    lines = [line for line in _lines(glyphs) if _agreement(line) < AGREEING]
    odd = " ".join("".join(character for character, _ in line) for line in lines)
    return odd if sum(map(str.isalnum, odd)) >= FEWEST_LETTERS else ""


def is_confirmed(text: str, recognised: str, *, sure: bool = True) -> bool:
    """Whether most longer words of a text are among those that were recognised on its page, or differ by one letter.

    `sure`: the recognition can be trusted; then no stretch of the text may be missing either, no few words in a row may
    be like nothing in the picture, and its years must be the picture's.
    """
    words = _words(text)
    if not words:
        return True
    picture = _Picture(recognised)
    seen = [picture.has(word) for word in words]
    if sum(seen) < (RECOGNISED if sure else POORLY_RECOGNISED) * len(words):
        return False
    if not sure:
        return True
    strange = [not there and picture.is_strange(word) for word, there in zip(words, seen, strict=True)]
    few_years = len(picture.missing_years(text)) < OTHER_YEARS
    if any(picture.swaps(line) for line in text.split("\n")):
        return False
    missing = [not there and len(word) >= LONG_WORD for word, there in zip(words, seen, strict=True)]
    stretches = _longest(missing) < STRETCH and _longest(not there for there in seen) < STRETCH_OF_PAIRS
    return few_years and stretches and _longest(strange) < STRANGERS


def agreed(text: str, recognised: str) -> str:
    """A confirmed layer of a scan, line by line: one that holds a word or a year that the picture does not have is read
    from the picture, where that has such a line. So what few words somebody changed is not believed.
    """
    picture = _Picture(recognised)
    return "\n".join(line if picture.has_all(line) else picture.line_like(line) or line for line in text.split("\n"))


def _longest(signs: Iterable[bool]) -> int:
    return max((len(list(row)) for sign, row in groupby(signs) if sign), default=0)


class _Picture:
    """What was recognised on a page, to look words, years and lines up in."""

    def __init__(self, recognised: str) -> None:
        self._lines = [line for line in recognised.split("\n") if line.strip()]
        self._words = set(_words(recognised))
        self._forms = {form for word in self._words for form in _forms(word)}
        self._joined = "".join(filter(str.isalnum, recognised)).casefold()
        self._years = set(_YEAR.findall(recognised))

    def has(self, word: str) -> bool:
        """Whether it was recognised, alone or joined to its neighbours, or differs by one letter."""
        return word in self._joined or not self._forms.isdisjoint(_forms(word))

    def is_strange(self, word: str) -> bool:
        """Whether no word of the picture is like it: whoever misreads a word gets most of its letters."""
        if len(word) < LONG_WORD:
            return False
        near = SequenceMatcher(b=word, autojunk=False)
        for other in self._words:
            near.set_seq1(other)
            if near.real_quick_ratio() >= ALIKE and near.quick_ratio() >= ALIKE and near.ratio() >= ALIKE:
                return False
        return True

    def swaps(self, line: str) -> bool:
        """Whether the picture has such a line, but with other words in the place of a few of its words."""
        strange = [not self.has(word) and self.is_strange(word) for word in _words(line)]
        return _longest(strange) >= SWAPPED and bool(self.line_like(line))

    def missing_years(self, text: str) -> set[str]:
        """The years of a text that the picture does not have."""
        return set(_YEAR.findall(text)) - self._years

    def has_all(self, line: str) -> bool:
        """Whether all longer words and all years of a line were recognised."""
        return all(map(self.has, _words(line))) and not self.missing_years(line)

    def line_like(self, line: str) -> str:
        """The line of the picture that is most like this one; "" when none is."""
        near = SequenceMatcher(b=line.casefold(), autojunk=False)
        best, share = "", SAME_LINE
        for other in self._lines:
            near.set_seq1(other.casefold())
            if near.real_quick_ratio() > share and near.quick_ratio() > share and near.ratio() > share:
                best, share = other, near.ratio()
        return best


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
