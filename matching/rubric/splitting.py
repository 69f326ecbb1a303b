"""A clause that asks for things of different kinds in one breath, cut into one clause for each."""

import re
from dataclasses import replace

from matching.rubric.clauses import Clause
from matching.rubric.headings import Section
from matching.rubric.kinds import YEARS, Kind, kind_of
from matching.rubric.labels import bare, content_of, topic_of
from matching.rubric.noise import is_availability
from matching.rubric.text import fold, pattern
from matching.rubric.tongues import asks_tongue
from matching.rubric.vocabulary import find_skills
from matching.rubric.words import need_of, starts_with_verb
from matching.schemas import Need

_COMMA = pattern(
    r"""\s*[,;]\s*|\s+(?:and|und|et|y|en|plus)\s+|\s+[-–]\s+|
    \s+(?:with|mit|avec|con|met)\s+(?=(?:at least |a minimum of |minimum |mindestens |au moins |al menos |minimaal )?
    (?:\d{1,2}|two|three|four|five|zwei|drei|dos|tres|deux|trois|twee|drie)\s?\+?(?:\s?(?:-|to)\s?\d{1,2})?\s?\+?\s?
    (?:years?|yrs?|jahre|ans|años|jaar)\b)"""
)
_OF_THEM = re.compile(
    r",? (?:of which |including |davon |dont )?(\d{1,2}|two|three|four|five) (?:years? )?(?:of "
    r"(?:them|which|those|that)|davon|dont) (?=\w)"
)
_EITHER_DEGREE = re.compile(r"\bor (?:an? )?(?:msc|m\.sc|master|bachelor|bsc|degree|phd)")
_YEARS_FIRST = pattern(
    rf"^\W*(?:vous (?:justifiez d[e'] ?|avez )|sie (?:haben|verfugen uber) |du hast |you (?:have|"
    rf"bring) |jij? hebt |have |con )?(?:(?:at least|a minimum of|minimum(?: of)?|over|more than|"
    rf"mindestens|au moins|al menos|minimaal) )?{YEARS.pattern}"
)
_PREPOSITION = re.compile(r"\W*(?:under|as|in|within|with|for|reporting|working|on|at|during|sous|au|im|bei)\b")
_OWN = re.compile(
    r"^(?:(?:and|und|et|y|en|plus|but|aber|mais)\s+)?(?:be |have |hold|possess|know|write |speak |"
    r"comfortable |familiar |proficient |skilled |(?:a |an |some |good |strong |excellent |proven |"
    r"solid |working |"
    r"previous |prior |basic |hands-on )*(?:experience|knowledge|understanding|proficien\w+|familiarity|ability)\b|"
    r"(?:gute |sehr |erste |fundierte )*(?:kenntnisse|erfahrung)|experience |maitrise|connaissance|"
    r"experiencia|conocimientos|"
    r"kennis|ervaring|(?:valid|current|full|clean|gultige\w*|einen|eine?|un|una|een) )"
)
_OR = re.compile(
    r"^(?:or|oder|ou|o|of|and/or|equivalent|such|e\.g|including|preferably in|ideally in|"
    r"vorzugsweise in)\b"
)


def parts_of(clause: Clause) -> list[Clause]:
    """The clause itself, or its pieces where it names a degree, a licence, a language, years and skills together."""
    text = _OF_THEM.sub(_of_them, clause.text)
    if clause.section is Section.DUTIES:
        return _verb_list(clause)
    clause = replace(clause, text=text)
    pieces = _pieces(text)
    if len(pieces) < 2:
        return [clause]
    runs: list[list[str]] = []
    current = ""
    for separator, piece in pieces:
        sort = _sort(piece)
        is_new = sort if sort != "years" or _YEARS_FIRST.match(fold(piece)) else "skill"
        if runs and not _opens(piece, is_new, current, separator, "".join(runs[-1])):
            runs[-1].append(separator + piece)
            current = current or sort
        else:
            runs.append([piece])
            current = sort
    if len(runs) < 2:
        return [clause]
    lead = need_of(runs[0][0]) if need_of(runs[0][0]) is not Need.NICE else None
    texts = ["".join(run).strip(" ,;") for run in runs]
    return [
        replace(clause, text=piece, need=need_of(piece) or lead) for piece in texts if re.search(r"[^\W\d_]{2}", piece)
    ]


def _of_them(found: re.Match) -> str:
    """ "3 of them with Python" asks a second thing; "3 of them in enterprise" only narrows the first."""
    return f"; {found.group(1)} years " if find_skills(found.string[found.end() :]) else " "


def _pieces(text: str) -> list[tuple[str, str]]:
    """(separator before, piece) pairs; nothing is cut inside brackets."""
    made, last, separator = [], 0, ""
    depth = 0
    depths = []
    for char in text:
        depth = max(0, depth + (char in "([") - (char in ")]"))
        depths.append(depth)
    for found in _COMMA.finditer(text):
        if depths[found.start()]:
            continue
        made.append((separator, text[last : found.start()]))
        separator, last = found.group(), found.end()
    made.append((separator, text[last:]))
    return made


def _sort(piece: str) -> str:
    if asks_tongue(piece):
        return "tongue"
    kind = kind_of(piece, duty=False)
    if kind in (Kind.DEGREE, Kind.LICENCE):
        return kind.value
    if _YEARS_FIRST.match(fold(piece)) or (YEARS.search(fold(piece)) and not find_skills(piece)):
        return "years"
    if is_availability(piece) and not find_skills(piece):
        return "when"
    return "skill" if find_skills(piece) else ""


def _opens(piece: str, sort: str, current: str, separator: str, before: str) -> bool:
    """True when a piece starts a new thing: another kind than the run it follows, or a phrase of its own."""
    folded = fold(piece)
    if _OR.match(folded) or (sort == "years" and current == "degree" and _EITHER_DEGREE.search(fold(before))):
        return False
    if sort == "years" and (separator.strip() == ";" or (separator.strip() == "," and not content_of(bare(piece)))):
        return True
    comma = separator.strip()[:1] in (",", ";", "-", "–")
    if sort in ("degree", "licence", "years", "when") and current and sort != current:
        return not (sort == "licence" and current == "degree" and not comma)
    if sort == "tongue" and current != "tongue":
        return bool(current)
    if current == "tongue" and sort in ("skill", "years", "degree", "licence"):
        return True
    if comma and need_of(piece) is Need.NICE and len(piece.split()) > 1 and current in ("degree", "licence", "years"):
        return True
    return bool(_OWN.match(folded)) and bool(current) and bool(sort) and (comma or sort != current)


def _verb_list(clause: Clause) -> list[Clause]:
    """ "Manages the diary, arranges travel, takes minutes" is three duties."""
    text = topic_of(clause.text) if _PREPOSITION.match(fold(clause.text)) else clause.text
    pieces = _pieces(text)
    runs: list[str] = []
    last = 0
    for separator, piece in pieces:
        full = bool(runs) and len(runs[-1].split()) >= 4 and last > 1 and not _PREPOSITION.match(fold(runs[-1]))
        last = len(piece.split())
        if full and starts_with_verb(piece) and last > 1:
            runs.append(piece)
        else:
            runs[-1:] = [(runs[-1] if runs else "") + separator + piece]
    return [replace(clause, text=run.strip(" ,")) for run in runs] if len(runs) > 1 else [clause]
