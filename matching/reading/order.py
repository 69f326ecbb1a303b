"""Lines that a PDF draws out of turn, put back where a person reads them.

The order of drawing is mostly the order of reading, also over columns, and better than any sorting by place. But some
programs draw all headings first. Such a line leaps over others of its own column, which come later; it belongs before
the nearest line under it.
"""

from matching.reading.glyphs import Box

SAME_ROW = 0.5


def reading_order(boxes: list[Box | None]) -> list[int]:
    """The numbers of the lines in reading order; `boxes` are in the order of drawing, None for a line without ink."""
    order = list(range(len(boxes)))
    leaping = {line for line in order if _leaps(line, boxes)}
    # The line that a leap ends on is one of its kind, though nothing more is left to leap over.
    for line in sorted(leaping | {line + 1 for line in leaping}):
        below, above = _nearest(line, boxes, below=True), _nearest(line, boxes, below=False)
        if below == line + 1 or (below is None and above is None):
            continue
        order.remove(line)
        order.insert(order.index(above) + 1 if below is None else order.index(below), line)
    return order


def _leaps(line: int, boxes: list[Box | None]) -> bool:
    """Whether the next line drawn stands lower than another that is drawn later, in the column that the two share."""
    here, after = boxes[line], boxes[line + 1] if line + 1 < len(boxes) else None
    if here is None or after is None or not _is_under(after, here) or not _share_a_column(here, after):
        return False
    return any(
        between
        and _is_under(between, here)
        and _is_under(after, between)
        and _share_a_column(between, here)
        and _share_a_column(between, after)
        for between in boxes[line + 2 :]
    )


def _nearest(line: int, boxes: list[Box | None], *, below: bool) -> int | None:
    """The line right under another in its column, or right over it."""
    here = boxes[line]
    if here is None:
        return None
    found = [
        other
        for other, box in enumerate(boxes)
        if box
        and other != line
        and _share_a_column(box, here)
        and (_is_under(box, here) if below else _is_under(here, box))
    ]
    distance = (lambda other: -boxes[other][3]) if below else (lambda other: boxes[other][1])
    return min(found, key=distance, default=None)


def _is_under(box: Box, other: Box) -> bool:
    """Whether a box is lower on the page, and not in the same row."""
    return box[3] - SAME_ROW * (box[3] - box[1]) < other[1] + SAME_ROW * 0.5 * (other[3] - other[1])


def _share_a_column(one: Box, other: Box) -> bool:
    width = min(one[2], other[2]) - max(one[0], other[0])
    return width > 0.3 * min(one[2] - one[0], other[2] - other[0])
