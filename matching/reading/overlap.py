"""Words that share their place with other words: there the page looks full, so each is taken away to see whether
anything changes."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from matching.reading.drawn import Item, address
from matching.reading.glyphs import Box, Glyphs
from matching.reading.pixels import Marks

CELL = 24.0
COVERED = 0.5
SAME_PLACE = 0.7
TOUCHING = 0.15
MOST_PAIRS = 4000
MOST_CELLS = 150
MOST_IN_CELL = 120
MOST_GROUPS = 4


@dataclass(frozen=True, slots=True)
class Word:
    """Glyphs between two blanks, and the box around them."""

    indexes: tuple[int, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Overlap:
    """Indexes of glyphs: `unseen` lie with other words and show nothing; `doubled` repeat what is there (fake bold).

    `heaped` are glyphs of words that share half their place or more with another word, whether seen or not; `tangled`
    says that so much of the page lies over each other that only a part of it was looked at.
    """

    unseen: set[int]
    doubled: set[int]
    heaped: set[int]
    tangled: bool


def overlapping(
    glyphs: Glyphs, *, item_of: Callable[[int], Item], marks_without: Callable[[list[Item]], Marks]
) -> Overlap:
    """Look at the words that lie over each other.

    `item_of` gives the object that draws a glyph; `marks_without` draws the page without some objects and gives what
    that changes. At most four drawings are asked for.
    """
    words = words_of(glyphs)
    doubled: set[int] = set()
    heaped: set[int] = set()
    rivals: dict[int, set[int]] = defaultdict(set)
    pairs = 0
    for pairs, (first, second, shared) in enumerate(_touching(words), 1):
        if _text(words[first], glyphs) == _text(words[second], glyphs):
            if shared > SAME_PLACE:
                doubled.add(second)
        else:
            rivals[first].add(second)
            rivals[second].add(first)
            heaped |= {first, second} if shared > COVERED else set()
        if pairs >= MOST_PAIRS:
            break
    unseen, left = _tried(words, rivals, item_of=item_of, marks_without=marks_without)
    return Overlap(
        _glyphs(words, unseen),
        _glyphs(words, doubled - unseen),
        _glyphs(words, heaped),
        tangled=left or pairs >= MOST_PAIRS,
    )


def _tried(words: list[Word], rivals: dict[int, set[int]], *, item_of, marks_without) -> tuple[set[int], bool]:
    """(the words that change nothing when they are taken away, whether some could not be tried).

    An object goes away with all its words, so objects are put into groups in which no two are rivals.
    """
    items = {number: item_of(words[number].indexes[0]) for number in rivals}
    owners = {number: address(item) for number, item in items.items()}
    against: dict[int, set[int]] = defaultdict(set)
    for number, others in rivals.items():
        against[owners[number]] |= {owners[other] for other in others} - {owners[number]}
    groups: list[set[int]] = []
    left = False
    for owner in sorted(against, key=lambda one: -len(against[one])):
        group = next((group for group in groups if group.isdisjoint(against[owner])), None)
        if group is None and len(groups) < MOST_GROUPS:
            groups.append(group := set())
        if group is None:
            left = True
        else:
            group.add(owner)
    unseen: set[int] = set()
    for group in groups:
        members = [number for number, owner in owners.items() if owner in group and against[owner]]
        if not members:
            continue
        marks = marks_without(list({owners[number]: items[number] for number in members}.values()))
        unseen |= {number for number in members if not marks.touch(words[number].box)}
    return unseen, left


def _glyphs(words: list[Word], numbers: set[int]) -> set[int]:
    return {index for number in numbers for index in words[number].indexes}


def words_of(glyphs: Glyphs) -> list[Word]:
    """The words of a page in the order of drawing."""
    words: list[Word] = []
    start: int | None = None
    left = bottom = right = top = 0.0
    for index, box in enumerate([*glyphs.boxes, None]):
        if box is None:
            if start is not None:
                words.append(Word(tuple(range(start, index)), (left, bottom, right, top)))
                start = None
        elif start is None:
            start, (left, bottom, right, top) = index, box
        else:
            left = box[0] if box[0] < left else left
            bottom = box[1] if box[1] < bottom else bottom
            right = box[2] if box[2] > right else right
            top = box[3] if box[3] > top else top
    return words


def _touching(words: list[Word]) -> Iterator[tuple[int, int, float]]:
    """Pairs of numbers of words whose boxes share some of the smaller one, and which share, found through a grid."""
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, word in enumerate(words):
        left, bottom, right, top = (int(side // CELL) for side in word.box)
        # A word larger than the page is no word, and would fill the grid.
        if (right - left + 1) * (top - bottom + 1) > MOST_CELLS:
            continue
        places = [cells[x, y] for x in range(left, right + 1) for y in range(bottom, top + 1)]
        for other in {other for place in places for other in place}:
            shared = _shared(word.box, words[other].box)
            if shared > TOUCHING:
                yield other, number, shared
        for place in places:
            # A heap of words in one place is found after the first few.
            if len(place) < MOST_IN_CELL:
                place.append(number)


def _shared(one: Box, other: Box) -> float:
    """The overlap of two boxes as a share of the smaller one."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / max(0.01, min(_area(one), _area(other)))


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _text(word: Word, glyphs: Glyphs) -> str:
    return "".join(glyphs.characters[index] for index in word.indexes)
