"""Names of employers, when a job asks to hide them: the same employer always has the same number."""

import re

from matching.redaction.parts import Line
from matching.redaction.places import place_spans
from matching.redaction.plain import cut
from matching.redaction.shapes import is_place
from matching.redaction.studies import has_trade
from matching.redaction.words import words
from matching.redaction.words.not_names import NOT_NAMES
from matching.redaction.words.schools import DEGREE_WORDS, JOB_WORDS
from matching.redaction.years import year_spans

_FORM = (
    r"gmbh(?: & co\.? kg)?|mbh|ag|se|kg|ohg|ug|e\.v\.|inc\.?|incorporated|ltd\.?|limited|llc|llp|plc|"
    r"corp\.?|corporation|"
    r"pty|s\.?a\.?s\.?|s\.?a\.?r\.?l\.?|s\.a\.|eurl|s\.?l\.?u?\.?|s\.?r\.?l\.?|s\.p\.a\.|b\.?v\.?|n\.?v\.?|a/s|aps|ab|oy"
)
_NAME = r"[^\s,|;()\[\]]+"
WITH_FORM = re.compile(rf"(?<!\S)(?P<name>{_NAME}(?: {_NAME}){{0,4}}?),? (?P<form>{_FORM})(?!\w)")
_AT_END = re.compile(rf",? (?:{_FORM})$")
_CUT = re.compile(r"[,|;\t()\[\]]| -+ |-+(?= )| {2,}|(?<!\S)(?:at|@|bei|chez|en|bij|presso|na)(?!\S)|$")
_SMALL = words("of the and & de la le du des der die das und et y e van von für fur for")
# Firms that the list of words that are no names also holds, because a head may name their products.
_FIRMS = words(
    "google amazon apple ibm meta netflix accenture nvidia oracle microsoft salesforce sap figma "
    "linkedin github gitlab facebook"
)
_NO_FIRM = (NOT_NAMES - _FIRMS) | JOB_WORDS | DEGREE_WORDS
_NUMBERED = re.compile(r"\[employer (\d{1,4})\]")
_BULLETS = ("|", "-", "*")
MOST_EMPLOYERS, LONGEST, LONGEST_HEAD = 60, 400, 160


def mask_employers(lines: list[Line]) -> int:
    """Put [employer 1], [employer 2] and so on in place of employers' names everywhere; returns how many went."""
    numbers: dict[str, int] = {}
    used = [int(found) for line in lines for found in _NUMBERED.findall(line.plain)]
    first = max(used, default=0) + 1
    held = [line for line in lines if not line.gone]
    for index in range(len(held)):
        for name in _named(held, index):
            if name not in numbers and len(numbers) < MOST_EMPLOYERS:
                numbers[name] = first + len(numbers)
    if not numbers:
        return 0
    longest_first = sorted(numbers, key=lambda name: (-len(name), name))
    pattern = re.compile(rf"(?<!\w)(?P<name>{'|'.join(map(re.escape, longest_first))})(?:,? (?:{_FORM}))?(?!\w)")
    removed = 0
    for line in held:
        found = [match for match in pattern.finditer(line.plain) if not line.text[match.start()].islower()]
        removed += line.put([(*match.span(), f"[employer {numbers[match['name']]}]") for match in found])
    return removed


def _named(lines: list[Line], index: int) -> list[str]:
    """The employers that a line names: by a legal form anywhere, by their place in the head of a job."""
    line, found = lines[index], []
    if len(line.plain) <= LONGEST:
        found += [name for match in WITH_FORM.finditer(line.plain) if (name := _before_form(line, match))]
    if line.part == "experience" and len(line.plain) <= LONGEST_HEAD and _is_entry(lines, index):
        found += _pieces(line)
    return [name for name in found if len(name) > 1]


def _before_form(line: Line, match: re.Match) -> str:
    """The words with a capital right before a legal form that has one too."""
    if line.text[match.start("form")].islower() and not match["form"].startswith(("gmbh", "mbh", "e.v", "plc")):
        return ""
    shown, folded = line.text[slice(*match.span("name"))].split(), match["name"].split()
    kept = len(shown)
    while kept and not shown[kept - 1][:1].islower() and folded[kept - 1].strip(".") not in JOB_WORDS:
        kept -= 1
    return "" if all(part in _NO_FIRM for part in folded[kept:]) else " ".join(folded[kept:])


def _is_entry(lines: list[Line], index: int) -> bool:
    """Whether the line is of the head of a job: dates on it, or a trade on it or next to it and dates near."""
    folded = lines[index].plain
    if folded.lstrip()[:1] in _BULLETS or folded.rstrip().endswith(".") or len(folded.split()) > 18:
        return False
    if year_spans(folded):
        return True
    near = [line for line in lines[max(0, index - 2) : index + 3] if line.plain.lstrip()[:1] not in _BULLETS]
    beside = [line for line in lines[max(0, index - 1) : index + 2] if line.plain.lstrip()[:1] not in _BULLETS]
    if not _has_capitals(lines[index].text.split()) or not any(has_trade(line) for line in beside):
        return False
    return any(line.has_digit and year_spans(line.plain) for line in near) or (
        has_trade(lines[index]) and "," in folded
    )


def _pieces(line: Line) -> list[str]:
    """The parts of a job's head that are neither a trade nor a date, a place or a common word."""
    blank = [(start, end, "|" * (end - start)) for start, end, _ in year_spans(line.plain)]
    folded, found, at = cut(line.plain, blank), [], 0
    taken = [(start, end) for start, end, _ in place_spans(line)]
    for mark in _CUT.finditer(folded):
        start, end, at = at, mark.start(), mark.end()
        piece = _AT_END.sub("", folded[start:end].strip(" .:*-"))
        shown = line.text[start:end].strip(" .:*-–—")
        placed = any(left <= start + 1 < right for left, right in taken) or is_place(piece)
        if piece and not placed and _is_firm(piece.split(), shown.split()):
            found.append(piece)
    return found


def _has_capitals(shown: list[str]) -> bool:
    return all(not word[:1].islower() for word in shown if word.lower() not in _SMALL)


def _is_firm(parts: list[str], shown: list[str]) -> bool:
    own = [part.strip(".") for part in parts if part not in _SMALL]
    if not own or not _has_capitals(shown) or len(parts) > 6 or not any(char.isalpha() for char in "".join(own)):
        return False
    trade = any(part in JOB_WORDS or part in DEGREE_WORDS or part == "[school]" for part in own)
    return not trade and not all(part in _NO_FIRM for part in own)
