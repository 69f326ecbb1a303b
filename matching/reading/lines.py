"""From glyphs to lines: spaces that the extractor lost, letter-spaced words, and blank lines between blocks."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from matching.reading.glyphs import BREAK, Box, Glyphs
from matching.reading.order import reading_order
from matching.reading.rightward import mostly_rightward, rows_of

# Shares of an em between the ink of two letters: a word's blank leaves 0.25 and more, two letters at most 0.15, and two
# signs ("C++") at most 0.25. Where the page shows how wide its blanks are, three quarters of that is asked for.
WORD_GAP = 0.2
SIGN_GAP = 0.3
USUAL_SHARE = 0.75
WIDE_SHARE = 0.75
FEWEST_BLANKS = 8
SPACED_GAP = 1.7
FEWEST_SPACED = 4
BLOCK_GAP = 0.75
USUAL_GAPS = 1.3
_LOW = "acemnorsuvwxzавгежзиклмнопстхчшъыьэюяαεικνοπστυω"
_HIGH = "bdfhklgpqyбдйруфцщёβγδζηθλμξρςφχψ"
_HEIGHTS = dict.fromkeys(_LOW, 0.53) | dict.fromkeys(_HIGH, 0.73) | dict.fromkeys("0123456789", 0.71)
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
    lines = [row for line in _split(glyphs, set(left_out)) for row in _rows(line) if row.text.strip()]
    boxes = [line.box() for line in lines]
    ems = [_em(line.pairs) for line in lines]
    usual = _usual_blank(lines, ems)
    order = reading_order(boxes)
    texts = [_respaced(lines[number], em=ems[number], usual=usual) for number in order]
    return "\n".join(_with_blanks([boxes[number] for number in order], texts))


def _split(glyphs: Glyphs, left_out: set[int]) -> list[Line]:
    lines = [Line()]
    for index, character in enumerate(glyphs.characters):
        if character == BREAK:
            lines.append(Line())
        elif index not in left_out:
            lines[-1].pairs.append((character, glyphs.boxes[index]))
    return lines


def _rows(line: Line) -> list[Line]:
    return [Line(row) for row in rows_of(line.pairs)] if mostly_rightward(line.pairs) else [line]


def _usual_blank(lines: list[Line], ems: list[float]) -> float:
    """The median width of the page's blanks between the ink of letters, in ems; 0 when there are too few to tell."""
    widths = [
        (after[1][0] - before[1][2]) / em
        for line, em in zip(lines, ems, strict=True)
        for before, blank, after in zip(line.pairs, line.pairs[1:], line.pairs[2:], strict=False)
        if blank[0] == " " and before[1] and after[1] and em
    ]
    return median(widths) if len(widths) >= FEWEST_BLANKS else 0.0


def _respaced(line: Line, *, em: float, usual: float) -> str:
    # From right to left the blanks are known: by where the letters of two words lie in the row.
    pairs = line.pairs if mostly_rightward(line.pairs) else _from_gaps(line.pairs, em=em, usual=usual)
    text = "".join(character for character, _ in pairs)
    return _closed_up(pairs) if _spaced_words(text) else text


def _from_gaps(pairs: list[Pair], *, em: float, usual: float) -> list[Pair]:
    """The line with a blank wherever the ink leaves room for one; a line set wide on purpose stays as it is."""
    gaps = [_gap(before, after) for before, after in pairwise(pairs)]
    known = [gap for gap in gaps if gap is not None]
    limit = max(WORD_GAP, USUAL_SHARE * usual) * em
    if not known or max(known) <= limit or sorted(known)[len(known) // 4] > WIDE_SHARE * limit:
        return pairs
    result = pairs[:1]
    for gap, before, after in zip(gaps, pairs, pairs[1:], strict=False):
        signs = not (before[0].isalnum() and after[0].isalnum())
        if gap is not None and gap > (max(limit, SIGN_GAP * em) if signs else limit):
            result.append((" ", None))
        result.append(after)
    return result


def _gap(before: Pair, after: Pair) -> float | None:
    """The distance between the ink of two neighbours in points; None where one has no ink or nothing separates them."""
    if before[1] is None or after[1] is None or max(before[0], after[0]) >= "\u2e80":
        return None
    return _distance(before[1], after[1])


def _distance(one: Box, other: Box) -> float:
    """Between two boxes side by side, whichever comes first: negative where they overlap."""
    return max(other[0] - one[2], one[0] - other[2])


def _em(pairs: list[Pair]) -> float:
    """The size of the line's type, from the height of the ink of letters whose share of it is known."""
    sizes = [
        (box[3] - box[1]) / _HEIGHTS.get(character, 0.72) for character, box in pairs if box and character.isalnum()
    ]
    return median(sizes) if sizes else 0.0


def _spaced_words(text: str) -> bool:
    """Whether a run of single letters with blanks between them is in the line."""
    run = 0
    for word in text.split(" "):
        run = run + 1 if len(word) == 1 and word.isalpha() else 0
        if run >= FEWEST_SPACED:
            return True
    return False


def _closed_up(pairs: list[Pair]) -> str:
    """The line with letter-spaced runs closed: there the usual gap is between letters, a wide one between words."""
    words = _words(pairs)
    parts: list[str] = []
    run: list[Pair] = []
    for word in [*words, []]:
        if len(word) == 1 and word[0][1] and (word[0][0].isalnum() or (run and run[-1][0] >= "\u2e80")):
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
    gaps = [_distance(before[1], after[1]) for before, after in pairwise(run)]
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
