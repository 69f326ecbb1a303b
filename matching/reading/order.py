"""Lines that a PDF draws out of turn, put back where a person reads them.

The order of drawing is mostly the order of reading, also over columns, and better than any sorting by place. But some
programs draw all headings first, and browsers draw floating columns before what stands above them. So the lines are
taken in stretches that run down the page, and every other that stands above it in its column comes before it.
"""

from itertools import pairwise

from matching.reading.glyphs import Box

SAME_ROW = 0.5
# Between two lines nearer than this many heights there is no room for a third.
ROOM = 1.2
MOST_STRETCHES = 400
Placed = list[Box | None]


def reading_order(boxes: Placed) -> list[int]:
    """The numbers of the lines in reading order; `boxes` are in the order of drawing, None for a line without ink."""
    stretches = _stretches(boxes)
    if len(stretches) > MOST_STRETCHES:
        return list(range(len(boxes)))
    around = [_around([boxes[line] for line in stretch]) for stretch in stretches]
    order: list[int] = []
    taken: set[int] = set()

    def take(number: int) -> None:
        taken.add(number)
        for other, box in enumerate(around):
            if other not in taken and box and around[number] and _stands_over(box, around[number]):
                take(other)
        order.extend(stretches[number])

    for number in range(len(stretches)):
        if number not in taken:
            take(number)
    return order


def _stretches(boxes: Placed) -> list[list[int]]:
    """Lines drawn one after the other that go down the page, with nothing of their column left out between them."""
    result: list[list[int]] = [[0]] if boxes else []
    for line, (here, after) in enumerate(pairwise(boxes), 1):
        if here and after and (_is_under(here, after) or _leaps(here, after, boxes)):
            result.append([])
        result[-1].append(line)
    return result


def _leaps(here: Box, after: Box, boxes: Placed) -> bool:
    """Whether another line stands between two, in the column that all three share."""
    if here[1] - after[3] < ROOM * min(here[3] - here[1], after[3] - after[1]) or not _share_a_column(here, after):
        return False
    return any(
        between
        and _is_under(between, here)
        and _is_under(after, between)
        and _share_a_column(between, here)
        and _share_a_column(between, after)
        for between in boxes
    )


def _around(boxes: Placed) -> Box | None:
    inked = [box for box in boxes if box]
    if not inked:
        return None
    lefts, bottoms, rights, tops = zip(*inked, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _stands_over(box: Box, other: Box) -> bool:
    """Whether all of a stretch is higher than all of another in its column."""
    return box[1] >= other[3] - SAME_ROW and other[3] < box[3] and _share_a_column(box, other)


def _is_under(box: Box, other: Box) -> bool:
    """Whether a box is lower on the page, and not in the same row."""
    return box[3] - SAME_ROW * (box[3] - box[1]) < other[1] + SAME_ROW * 0.5 * (other[3] - other[1])


def _share_a_column(one: Box, other: Box) -> bool:
    width = min(one[2], other[2]) - max(one[0], other[0])
    return width > 0.3 * min(one[2] - one[0], other[2] - other[0])
