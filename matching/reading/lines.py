"""From glyphs to lines: spaces that the extractor lost, letter-spaced words, and blank lines between blocks."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from matching.reading.glyphs import BREAK, Box, Glyphs
from matching.reading.order import reading_order

# Shares of an em between the ink of two letters: a word's blank leaves 0.25 and more, two letters at most 0.15, and two
# signs ("C++") at most 0.25.
WORD_GAP = 0.2
SIGN_GAP = 0.3
SPACED_GAP = 1.7
FEWEST_SPACED = 4
LONGEST_WORD = 18
FEWEST_SPACES = 0.07
BLOCK_GAP = 0.75
USUAL_GAPS = 1.3
_HEIGHTS = dict.fromkeys("acemnorsuvwxz", 0.53) | dict.fromkeys("bdfhklgpqy", 0.73) | dict.fromkeys("0123456789", 0.71)
_LONG_RUN = re.compile(rf"[^\W\d_\u2e80-\U0010ffff]{{{LONGEST_WORD + 1},}}")
Pair = tuple[str, Box | None]


@dataclass(slots=True)
class Line:
    """One visual line: its pairs of character and box, in reading order."""

    pairs: list[Pair] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(character for character, _ in self.pairs)

    def box(self) -> Box | None:
        """Around the line's ink, in points; None for a line without ink."""
        boxes = [box for _, box in self.pairs if box]
        if not boxes:
            return None
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        return min(lefts), min(bottoms), max(rights), max(tops)


def page_text(glyphs: Glyphs, *, left_out: Iterable[int] = ()) -> str:
    """The page's text, one line per visual line, a blank line where the distance says that a new block begins.

    `left_out` are indexes of glyphs that no person sees. A JOIN stays in the text: only the whole document can tell
    whether the hyphen belongs to the word.
    """
    lines = [line for line in _split(glyphs, set(left_out)) if line.text.strip()]
    lost = _lost_spaces(lines)
    boxes = [line.box() for line in lines]
    order = reading_order(boxes)
    texts = [_respaced(lines[number], lost=lost) for number in order]
    return "\n".join(_with_blanks([boxes[number] for number in order], texts))


def _split(glyphs: Glyphs, left_out: set[int]) -> list[Line]:
    lines = [Line()]
    for index, character in enumerate(glyphs.characters):
        if index in left_out:
            continue
        if character == BREAK:
            lines.append(Line())
        else:
            lines[-1].pairs.append((character, glyphs.boxes[index]))
    return lines


def _lost_spaces(lines: list[Line]) -> bool:
    """Whether the whole page has far fewer blanks than any language that puts blanks between words."""
    text = "".join(line.text for line in lines)
    letters = sum(character.isalpha() and character < "\u2e80" for character in text)
    return letters > 40 and text.count(" ") < FEWEST_SPACES * letters


def _respaced(line: Line, *, lost: bool) -> str:
    pairs = line.pairs
    if lost or _LONG_RUN.search(line.text):
        pairs = _from_gaps(pairs, everywhere=lost)
    text = "".join(character for character, _ in pairs)
    return _closed_up(pairs) if _spaced_words(text) else text


def _from_gaps(pairs: list[Pair], *, everywhere: bool) -> list[Pair]:
    """The line with a blank wherever the ink leaves room for one: everywhere, or inside overlong words only."""
    em = _em(pairs)
    text = "".join(character[:1] or "\0" for character, _ in pairs)
    inside = [range(len(text))] if everywhere else [range(*found.span()) for found in _LONG_RUN.finditer(text)]
    places = {place for span in inside for place in span}
    result: list[Pair] = []
    before: Pair = (" ", None)
    for place, (character, box) in enumerate(pairs):
        if place in places and box and before[1]:
            share = SIGN_GAP if not (character.isalnum() and before[0].isalnum()) else WORD_GAP
            if box[0] - before[1][2] > share * em:
                result.append((" ", None))
        result.append((character, box))
        before = (character, box) if box or character == " " else before
    return result


def _em(pairs: list[Pair]) -> float:
    """The size of the line's type, from the height of the ink of letters whose share of it is known."""
    sizes = [
        (box[3] - box[1]) / _HEIGHTS.get(character, 0.72) for character, box in pairs if box and character.isalnum()
    ]
    return median(sizes) if sizes else float("inf")


def _spaced_words(text: str) -> bool:
    """Whether a run of single letters with blanks between them is in the line."""
    run = 0
    for word in text.split(" "):
        run = run + 1 if len(word) == 1 and word.isalpha() and word < "\u2e80" else 0
        if run >= FEWEST_SPACED:
            return True
    return False


def _closed_up(pairs: list[Pair]) -> str:
    """The line with letter-spaced runs closed: there the usual gap is between letters, a wide one between words."""
    words = _words(pairs)
    parts: list[str] = []
    run: list[Pair] = []
    for word in [*words, []]:
        if len(word) == 1 and word[0][1] and word[0][0].isalnum():
            run.append(word[0])
            continue
        if run:
            parts.append(_close(run))
            run = []
        if word:
            parts.append("".join(character for character, _ in word))
    return " ".join(parts)


def _words(pairs: list[Pair]) -> list[list[Pair]]:
    words: list[list[Pair]] = [[]]
    for pair in pairs:
        if pair[0] == " ":
            words.append([])
        else:
            words[-1].append(pair)
    return [word for word in words if word]


def _close(run: list[Pair]) -> str:
    if len(run) < FEWEST_SPACED:
        return " ".join(character for character, _ in run)
    gaps = [after[1][0] - before[1][2] for before, after in pairwise(run)]
    limit = SPACED_GAP * median(gaps)
    return run[0][0] + "".join(
        (" " if gap > limit else "") + character for gap, (character, _) in zip(gaps, run[1:], strict=True)
    )


def _with_blanks(boxes: list[Box | None], texts: list[str]) -> list[str]:
    heights = [box[3] - box[1] for box in boxes if box]
    gaps = [above[1] - here[3] for above, here in pairwise(boxes) if above and here]
    # Wide leading is no blank line: the page's own usual distance decides, and a jump upwards (the next column).
    limit = max(BLOCK_GAP * median(heights or [0.0]), USUAL_GAPS * median([gap for gap in gaps if gap > 0] or [0.0]))
    result: list[str] = texts[:1]
    for above, here, text in zip(boxes, boxes[1:], texts[1:], strict=False):
        if above and here and (above[1] - here[3] > limit or here[1] > above[3]):
            result.append("")
        result.append(text)
    return result
