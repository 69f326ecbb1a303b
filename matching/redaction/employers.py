"""Names of employers, when a job asks to hide them: the same employer always has the same number."""

import re

from matching.redaction.parts import Line
from matching.redaction.places import place_spans
from matching.redaction.shapes import is_place
from matching.redaction.words import words
from matching.redaction.words.not_names import NOT_NAMES
from matching.redaction.words.schools import DEGREE_WORDS, JOB_WORDS

_FORM = (
    r"gmbh(?: & co\.? kg)?|mbh|ag|se|kg|ohg|ug|e\.v\.|inc\.?|incorporated|ltd\.?|limited|llc|llp|plc|corp\.?|corporation|"
    r"co\.|pty|s\.?a\.?s\.?|s\.?a\.?r\.?l\.?|s\.a\.|eurl|s\.?l\.?u?\.|s\.?r\.?l\.?|s\.p\.a\.|spa|b\.?v\.?|n\.?v\.?|a/s|aps|"
    r"ab|oy|as|sp\. z o\.o\."
)
_WITH_FORM = re.compile(rf"(?<!\w)(?P<name>[^\s,|;()\[\]]+(?: [^\s,|;()\[\]]+){{0,4}}?),? (?:{_FORM})(?!\w)")
_DATES = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\w)'\d\d(?!\d)|present|heute|aujourd'hui|actualidad|heden")
_CUT = re.compile(r"[,|;\t()\[\]]| -+ |-+(?= )| {2,}| (?:at|@|bei|chez|en|bij|presso|na) |$")
_DATE_WORDS = words(
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november "
    "december present now current heute seit bis januar februar marz mai juni juli oktober dezember janvier fevrier mars avril juin "
    "juillet aout septembre octobre novembre decembre aujourd'hui depuis enero febrero marzo abril mayo junio julio agosto septiembre "
    "octubre noviembre diciembre actualidad heden januari februari maart mei augustus to until since from"
)
_SMALL = words("of the and & de la le du des der die das und et y e van von für fur for")
_NUMBERED = re.compile(r"\[employer (\d{1,4})\]")
MOST_EMPLOYERS = 60


def mask_employers(lines: list[Line]) -> int:
    """Put [employer 1], [employer 2] and so on in place of employers' names everywhere; returns how many went."""
    numbers: dict[str, int] = {}
    used = [int(found) for line in lines for found in _NUMBERED.findall(line.plain)]
    first = max(used, default=0) + 1
    held = [line for line in lines if not line.gone]
    for index, line in enumerate(held):
        for name in _named(held, index, line):
            if name not in numbers and len(numbers) < MOST_EMPLOYERS:
                numbers[name] = first + len(numbers)
    if not numbers:
        return 0
    longest_first = sorted(numbers, key=lambda name: (-len(name), name))
    pattern = re.compile(rf"(?<!\w)(?P<name>{'|'.join(map(re.escape, longest_first))})(?:,? (?:{_FORM}))?(?!\w)")
    removed = 0
    for line in held:
        spans = [(*match.span(), f"[employer {numbers[match['name']]}]") for match in pattern.finditer(line.plain)]
        removed += line.put([span for span in spans if not line.text[span[0]].islower()])
    return removed


def _named(lines: list[Line], index: int, line: Line) -> list[str]:
    """The employers that a line names: by a legal form anywhere, by its place beside dates or a trade in experience."""
    found = []
    for match in _WITH_FORM.finditer(line.plain) if len(line.plain) < 400 else ():
        shown = line.text[match.start("name") : match.end("name")].split()
        kept = len(shown)
        while kept and shown[kept - 1][:1].isupper() and shown[kept - 1].lower().strip(".") not in JOB_WORDS:
            kept -= 1
        if kept < len(shown):
            found.append(" ".join(match["name"].split()[kept:]))
    if line.part == "experience" and len(line.plain) <= 160 and _is_entry(lines, index):
        found += _pieces(line)
    return [name for name in found if len(name) > 1]


def _is_entry(lines: list[Line], index: int) -> bool:
    """Whether the line is the head of a job: it or a neighbour holds dates, and it is no bullet or sentence."""
    folded = lines[index].plain
    if folded.lstrip()[:1] in "|-*" or folded.rstrip().endswith(".") or len(folded.split()) > 18:
        return False
    near = [lines[other].plain for other in (index - 1, index, index + 1) if 0 <= other < len(lines)]
    return any(_DATES.search(text) and text.lstrip()[:1] not in "|-*" for text in near)


def _pieces(line: Line) -> list[str]:
    taken, found, at = place_spans(line), [], 0
    for cut in _CUT.finditer(line.plain):
        start, end, at = at, cut.start(), cut.end()
        piece = line.plain[start:end].strip(" .:*-")
        if not piece or any(left <= start + 1 < right for left, right, _ in taken) or is_place(piece):
            continue
        shown = line.text[start:end].strip(" .:*-")
        parts = [part.strip(".") for part in piece.split()]
        own = [part for part in parts if part not in _SMALL]
        trade = any(part in JOB_WORDS or part in DEGREE_WORDS for part in parts)
        dated = any(part in _DATE_WORDS or part[:1].isdigit() or part[:1] == "'" for part in parts)
        capital = all(word[:1].isupper() or word[:1].isdigit() for word in shown.split() if word.lower() not in _SMALL)
        if (
            own
            and capital
            and not trade
            and not dated
            and len(parts) <= 6
            and not all(part in NOT_NAMES for part in own)
        ):
            found.append(piece)
    return found
