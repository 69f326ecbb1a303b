"""Which glyphs of a PDF page no person sees: tested on the rendered page, not on what the file claims.

Colours and modes mislead (white on a dark panel is honest, invisible text over a scan too). So the page is drawn with
its text and without it, and a glyph in whose box nothing changes is unseen. That holds for white, transparent, clipped,
covered and switched-off text alike. So is one that is too small to read, or off the page.
"""

import functools
from dataclasses import dataclass, replace

import pypdfium2
import pypdfium2.raw as pdfium_c

from matching.reading.drawn import PATH, TEXT, Item, Scene, address, bounds, holds
from matching.reading.glyphs import BREAK, Box, Glyphs
from matching.reading.overlap import overlapping
from matching.reading.pixels import Mapping, Picture, draw

LEAST_SIZE = 2.0
READABLE_SIZE = 3.0
USUAL_SIDE = 842.0
DROPPED_LETTERS = 8
FLAGGED_LETTERS = 25
# Short unseen words between seen ones are an accident each; this many on one page are not.
FRAGMENT_LETTERS = 3
TOGETHER_LETTERS = 40
# Templates have a line of advice where the photo goes: dropped, but no trick.
HONEST_LETTERS = 60
EDGE = 12.0
MOST_BRIDGED = 2
COVERED = 0.4
LAYER = 0.5
OUTLINE_PARTS = 8
OUTLINE_HEIGHT = 3.0
MOST_OUTLINES = 1000


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs in a row that no person sees; `flagged` when it is too long and too far from the edge for an accident.

    `boxes` are where they lie, one a line, in shares of the page; none for what lies off the page.
    """

    indexes: range
    text: str
    flagged: bool = False
    boxes: tuple[tuple[float, float, float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Unseen:
    """What is to be left out of a page's text: runs that no person sees, and glyphs that are drawn twice.

    `is_layer`: the text is an invisible layer over a picture of it; `heaped`: some of that layer lies over itself, so
    that the picture cannot show all of it.
    """

    runs: list[Run]
    doubled: set[int]
    tangled: bool = False
    is_layer: bool = False
    heaped: bool = False

    @property
    def indexes(self) -> set[int]:
        """All glyphs to be left out."""
        return self.doubled.union(*(run.indexes for run in self.runs))


def unseen_of(page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage, glyphs: Glyphs) -> Unseen:
    """Look for text on a page that no person sees. Costs two renderings, and up to four more where words overlap."""
    if not any(glyphs.boxes):
        return Unseen([], set())
    scene = Scene(page)
    inked = [index for index, box in enumerate(glyphs.boxes) if box]
    scene.set_aside(glyphs.boxes[index] for index in inked)
    picture = draw(page)
    bare = scene.without_text(picture)
    ink = picture.against(bare)
    unseen = ink.untouched(inked, glyphs.boxes)
    unseen -= _outlined(scene, glyphs, unseen, bare)
    layer = _layer(scene, glyphs, unseen, picture)
    # White words over black ones change something, but only where the black ones are: that is nothing to read.
    overlap = overlapping(
        glyphs,
        item_of=functools.partial(pdfium_c.FPDFText_GetTextObject, textpage),
        marks_without=lambda items: picture.against(scene.without(items), beyond=bare),
    )
    is_layer = len(layer) > LAYER * len(inked)
    if is_layer:
        unseen -= layer
    else:
        unseen |= overlap.unseen
    tiny, small = _tiny(glyphs, inked, factor=min(1.0, max(page.get_size()) / USUAL_SIDE))
    maybe = small | (_under_photos(scene, textpage, glyphs, unseen) if unseen else set())
    maybe |= _cut_lines(glyphs, unseen, picture.mapping)
    spans = _spans(glyphs, unseen | tiny | small)
    runs = [_run(span, glyphs, picture.mapping) for span in spans]
    flagged = _flagged(runs, glyphs, picture.mapping, maybe=maybe)
    runs = [replace(run, flagged=run.indexes in flagged) for run in runs]
    return Unseen(runs, overlap.doubled, overlap.tangled, is_layer, is_layer and len(overlap.heaped) > HONEST_LETTERS)


def _layer(scene: Scene, glyphs: Glyphs, unseen: set[int], picture: Picture) -> set[int]:
    """Of the unseen glyphs those that lie on ink of the page's pictures, where those fill most of it: its layer."""
    width, height = scene.page.get_size()
    covered = sum(
        max(0.0, min(box[2], width) - max(box[0], 0)) * max(0.0, box[3] - box[1]) for _, box in scene.pictures
    )
    if covered < COVERED * width * height:
        return set()
    return {index for index in unseen if picture.shows(glyphs.boxes[index])}


def _outlined(scene: Scene, glyphs: Glyphs, unseen: set[int], bare: Picture) -> set[int]:
    """Of the unseen glyphs those that stand under outlines of letters: some programs draw bold words that way.

    An outline is a path of many parts that is as high as one line of text.
    """
    if not unseen:
        return set()
    paths = [bounds(item) for kind, item in scene.items if kind == PATH and _is_outline(item)][:MOST_OUTLINES]
    return {
        index
        for index in unseen
        if any(holds(box, glyphs.boxes[index]) and _is_a_line(box, glyphs.boxes[index]) for box in paths)
        and bare.shows(glyphs.boxes[index])
    }


def _is_outline(item: Item) -> bool:
    return pdfium_c.FPDFPath_CountSegments(item) >= OUTLINE_PARTS


def _is_a_line(box: Box, glyph: Box) -> bool:
    """Whether a box is no higher than a line of such letters, written along or upwards."""
    return min(box[3] - box[1], box[2] - box[0]) < OUTLINE_HEIGHT * max(glyph[3] - glyph[1], glyph[2] - glyph[0])


def _under_photos(scene: Scene, textpage: pypdfium2.PdfTextPage, glyphs: Glyphs, unseen: set[int]) -> set[int]:
    """Of the unseen glyphs those under a picture that is drawn later."""
    over = {
        index: max(number for number, box in scene.pictures if holds(box, glyphs.boxes[index]))
        for index in unseen
        if any(holds(box, glyphs.boxes[index]) for _, box in scene.pictures)
    }
    if not over:
        return set()
    order = {address(item): number for number, (kind, item) in enumerate(scene.items) if kind == TEXT}
    places = {index: order.get(address(pdfium_c.FPDFText_GetTextObject(textpage, index))) for index in over}
    return {index for index, picture in over.items() if places[index] is not None and places[index] < picture}


def _cut_lines(glyphs: Glyphs, unseen: set[int], mapping: Mapping) -> set[int]:
    """Of the unseen glyphs those beside the page that go on where a seen one of their line ends."""
    found: set[int] = set()
    indexes = range(len(glyphs)) if unseen else ()
    for order in (indexes, reversed(indexes)):
        before: Box | None = None
        for index in order:
            box = glyphs.boxes[index]
            if box is None:
                continue
            if index not in unseen:
                before = box
            elif before and _goes_on(before, box) and _is_beside(box, mapping):
                found.add(index)
                before = box
            else:
                before = None
    return found


def _goes_on(before: Box, box: Box) -> bool:
    """Whether one glyph follows another in its line, at most a word's blank away."""
    room = box[3] - box[1] + before[3] - before[1]
    beside = max(box[0] - before[2], before[0] - box[2])
    return beside <= room and min(box[3], before[3]) > max(box[1], before[1]) - 0.2 * room


def _is_beside(box: Box, mapping: Mapping) -> bool:
    """Whether a glyph lies left or right of the page, or in the margin in which programs cut."""
    near = EDGE * (abs(mapping.matrix[0]) + abs(mapping.matrix[1]))
    left, _, right, _ = mapping.rectangle(box)
    return left < near or right > mapping.width - near


def _tiny(glyphs: Glyphs, inked: list[int], *, factor: float) -> tuple[set[int], set[int]]:
    """(letters of a type that nobody can read, letters that hardly anybody can), by the size of their ink."""
    tiny: set[int] = set()
    small: set[int] = set()
    limit = factor * READABLE_SIZE
    for index in inked:
        left, bottom, right, top = glyphs.boxes[index]
        side = max(top - bottom, right - left)
        if side >= limit:
            continue
        character = glyphs.characters[index]
        size = side / (0.53 if character in "acenorsuvxz" else 0.72)
        if character.isalpha() and size < limit:
            (tiny if size < factor * LEAST_SIZE else small).add(index)
    return tiny, small


def _spans(glyphs: Glyphs, unseen: set[int]) -> list[range]:
    """Stretches of unseen glyphs with enough letters; signs and a stray visible letter or two do not end one."""
    spans: list[range] = []
    start, end, visible = None, 0, 0
    for index, box in enumerate(glyphs.boxes):
        if index in unseen:
            start = index if start is None else start
            end, visible = index + 1, 0
        elif box and start is not None:
            visible += glyphs.characters[index].isalnum()
            if visible > MOST_BRIDGED:
                spans.append(range(start, end))
                start = None
    if start is not None:
        spans.append(range(start, end))
    letters = {span: _letters(glyphs, span) for span in spans}
    fragments = {span for span, count in letters.items() if count < DROPPED_LETTERS and _is_fragment(glyphs, span)}
    if sum(letters[span] for span in fragments) < FLAGGED_LETTERS:
        fragments.clear()
    return [span for span, count in letters.items() if count >= DROPPED_LETTERS or span in fragments]


def _is_fragment(glyphs: Glyphs, span: range) -> bool:
    """Whether a short stretch is a part that says something: three letters, or one word from blank to blank."""
    letters = _letters(glyphs, span)
    around = [at for at in (span.start - 1, span.stop) if 0 <= at < len(glyphs)]
    return letters >= FRAGMENT_LETTERS or (letters > 0 and all(glyphs.boxes[at] is None for at in around))


def _letters(glyphs: Glyphs, span: range) -> int:
    return sum(glyphs.characters[index].isalnum() for index in span)


def _run(span: range, glyphs: Glyphs, mapping: Mapping) -> Run:
    text = "".join(glyphs.characters[index] for index in span).replace(BREAK, " ")
    return Run(span, " ".join(text.split()), boxes=_places(span, glyphs, mapping))


def _flagged(runs: list[Run], glyphs: Glyphs, mapping: Mapping, *, maybe: set[int]) -> set[range]:
    """The runs that are no accident: long ones away from the edge, and short ones that are too many together."""
    away = [
        run.indexes
        for run in runs
        if not all(_at_edge(glyphs.boxes[index], mapping) for index in run.indexes if glyphs.boxes[index])
    ]
    doubtful = [span for span in away if not maybe.isdisjoint(span)]
    sure = [span for span in away if maybe.isdisjoint(span)]
    flagged = {span for span in sure if _letters(glyphs, span) >= FLAGGED_LETTERS}
    flagged |= {span for span in doubtful if _letters(glyphs, span) >= HONEST_LETTERS}
    return flagged | (set(sure) if sum(_letters(glyphs, span) for span in sure) >= TOGETHER_LETTERS else set())


def _places(span: range, glyphs: Glyphs, mapping: Mapping) -> tuple[tuple[float, float, float, float], ...]:
    """The boxes of a run's lines in shares of the page."""
    lines: list[Box] = []
    for index in span:
        box = glyphs.boxes[index]
        if box is None:
            continue
        if lines and box[1] < lines[-1][3] and box[3] > lines[-1][1]:
            last = lines[-1]
            lines[-1] = (min(last[0], box[0]), min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3]))
        else:
            lines.append(box)
    return tuple(place for place in map(mapping.shares, lines) if place)


def _at_edge(box: Box, mapping: Mapping) -> bool:
    """Whether a glyph is cut by, or within 12 points of, the page's edge (not far outside, where nobody sees it)."""
    scale = abs(mapping.matrix[0]) + abs(mapping.matrix[1])
    left, top, right, bottom = mapping.rectangle(box)
    near = EDGE * scale
    x = min(abs(left), abs(right), abs(mapping.width - left), abs(mapping.width - right))
    y = min(abs(top), abs(bottom), abs(mapping.height - top), abs(mapping.height - bottom))
    inside_x, inside_y = -near < left and right < mapping.width + near, -near < top and bottom < mapping.height + near
    return inside_x and inside_y and min(x, y) <= near
