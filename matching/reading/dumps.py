"""Documents that are a list of skills and little else."""

import re

FEWEST_IN_LINE = 6
FEWEST_LINES = 40
MOSTLY = 0.8
LONGEST_ITEM = 40
MOST_ITEM_WORDS = 4
# Without any work: this many skills that make up this much of the words. With some: far more of both.
FEW_ITEMS, LEAST_SHARE = 150, 0.6
MANY_ITEMS, LARGE_SHARE = 300, 0.75
_PARTS = re.compile(r"[,;|•·/\t]")
_WORD = re.compile(r"\w+")
_SPAN = re.compile(
    r"(?:19|20)\d\d\s*(?:[-–—]|to|bis|a|à|until|~)\s*(?:(?:19|20)\d\d|\d\d|present|today|now|heute|actual\w*|ce jour)"
    r"|\b(?:since|seit|depuis|desde|sinds)\s+(?:\w+\s+)?(?:19|20)\d\d",
    re.IGNORECASE,
)


def is_skill_dump(text: str) -> bool:
    """Whether hundreds of different listed items make up most of a text that shows hardly any work."""
    items, listed, words = _counted(text)
    share = listed / max(1, words)
    if items >= MANY_ITEMS and share >= LARGE_SHARE:
        return True
    return items >= FEW_ITEMS and share >= LEAST_SHARE and len(_SPAN.findall(text)) <= 1


def _counted(text: str) -> tuple[int, int, int]:
    """(different items in lists, words in them, words in all)."""
    items: set[str] = set()
    listed = words = 0
    column: list[str] = []
    columns: list[list[str]] = []
    for line in text.split("\n"):
        count = len(_WORD.findall(line))
        words += count
        parts = [part.strip(" -–.:") for part in _PARTS.split(line)]
        short = [part for part in parts if part and _is_item(part)]
        if len(short) >= FEWEST_IN_LINE and len(short) > MOSTLY * len(parts):
            items |= {part.casefold() for part in short}
            listed += count
        elif len(parts) == 1 and short:
            column.append(short[0])
        elif count or len(parts) > 1:
            columns.append(column)
            column = []
    for long in (one for one in [*columns, column] if len(one) >= FEWEST_LINES):
        items |= {part.casefold() for part in long}
        listed += sum(len(_WORD.findall(part)) for part in long)
    return len(items), listed, words


def _is_item(part: str) -> bool:
    return len(part) <= LONGEST_ITEM and len(part.split()) <= MOST_ITEM_WORDS and any(map(str.isalpha, part))
