"""A plain job text cut into lines: bullets known, wrapped lines joined, glued ones parted, page furniture dropped."""

import re
from collections import Counter
from dataclasses import dataclass

from matching.rubric.sections import heading_phrase, inline_headings, trailing_heading
from matching.rubric.text import fold, mostly_capitals, pattern, plain
from matching.rubric.vocabulary import is_skill_word, restore_case

_GLYPHS = "•●○◦▪▫■□◆◇◾◽►▶▸▹➤➢➔→✓✔✅☑★☆❖‣⁃∙✦✧❏❑➜⇒\uf0b7\uf0a7\uf0d8\uf0fc⚫🔹🔸🔷🔶👉✨"
_BULLET = pattern(
    rf"""^\s*(?:[{_GLYPHS}·»›~]+|[-–—−*+>]+(?=\s)|[-–—−*](?=[^\W\d_])|\(?\d{{1,2}}[.)](?=\s)|\(?[a-z][.)](?=\s)|
    [o§Øü](?=\s{{1,8}}[A-Z])|[\U0001f300-\U0001faff\u2600-\u27bf]+(?=\s))\s*"""
)
_INLINE_GLYPH = re.compile(rf"\s*[{_GLYPHS}]+\s*")
_INLINE_MARKS = (
    re.compile(r"\s[-–—]\s+(?=[A-ZÀ-Þ0-9])"),
    re.compile(r"\s[*·]\s+(?=\S)"),
    re.compile(r"\s\d{1,2}[.)]\s+(?=[A-ZÀ-Þ])"),
)
_MARK = re.compile(r"^\s*(?:#{1,6}\s+|={2,}\s*)")
_BOLD = re.compile(r"\*\*|__|\\(?=[-+*#_.()&])")
_PAGE = re.compile(r"^\W*(?:page|seite|pagina|página)?\s*\d{1,3}\s*(?:(?:of|von|de|sur|van|/)\s*\d{1,3})?\W*$", re.I)
_PAGE_TAIL = re.compile(r"\s{3,}(?:page|seite|pagina|página)\s*\d{1,3}\s*(?:of|von|de|sur|van|/)\s*\d{1,3}\s*$", re.I)
_OPEN_END = re.compile(
    r"(?:,|\b(?:and|or|of|with|in|the|to|for|a|an|und|oder|mit|von|et|ou|de|des|en|y|o|con|van|met|&))$", re.I
)
_GLUE = re.compile(r"(?<=[a-zà-ÿ)0-9])(?=[A-Z][a-z])|(?<=[A-Z]{2})(?=[A-Z][a-z]{3})")
_GLUED_STOP = re.compile(r"(?<=[a-zà-ÿ)%]{2})([.;!?:])(?=[A-ZÀ-Þ][a-zà-ÿ]{2})")
_RUN_ON = pattern(
    r"""(?<=[\w)%+] )(?=(?:Strong|Excellent|Experienced?|Proven|Ability|Able|Knowledge|Proficien(?:t|cy)|
    Familiarity|Bachelor|Master'?s|Minimum|Must|
    Demonstrated|Working|Solid|Good|Exceptional|Advanced|Understanding|Preferred|Required|Responsible|Degree|
    Certified|Certification|Willing|
    Expertise|Hands-on|Previous|Prior|Valid|Competen(?:t|ce)|Fluen(?:t|cy)|\d{1,2}\+? (?:or more )?years|
    (?:Build|Write|Develop|Design|Manage|Maintain|Prepare|Create|Ensure|Provide|Perform|Assist|Coordinate|Review|
    Collaborate|Participate|
    Implement|Analy[sz]e|Conduct|Monitor|Identify|Drive|Own|Deliver|Execute|Communicate|Train|Lead|Support|
    Oversee|Work with)(?= [a-z])|
    We (?:offer|are|provide)\b|Our (?:company|team|client)\b))"""
)
_STARTER_WORDS = """
strong excellent experience experienced proven ability able knowledge proficient proficiency familiarity bachelor
bachelors master masters minimum must demonstrated working solid good advanced understanding preferred required
requirements requirement responsible responsibilities qualifications degree certified certification willing
expertise hands previous prior valid the this these our we you your as at in if to and all develop design build
manage lead support maintain create provide ensure perform assist coordinate prepare review work collaborate
participate implement analyze analyse conduct monitor identify drive own deliver execute communicate report train
plan job position duties skills education benefits about what who how key essential desirable salary location
company overview summary description role basic additional other nice equal apply
"""
_STARTERS = frozenset(_STARTER_WORDS.split())
_CONNECTOR_WORDS = (
    "a an the of and or with in for to your our their its as by on from & plus very is are be has have minimum least"
)
_CONNECTORS = frozenset(_CONNECTOR_WORDS.split())
_RUN_ON_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its text without its bullet; `marked` means that its markup says "heading"."""

    text: str
    bullet: bool = False
    marked: bool = False


def split_lines(text: str) -> list[Line]:
    """The lines of a job text in order, ready for reading section by section."""
    text = plain(text)
    if mostly_capitals(text):
        text = restore_case(text)
    raw = _without_furniture(text.split("\n"))
    return [line for piece in _joined(raw) for line in _parted(piece)]


def _without_furniture(raw: list[str]) -> list[str]:
    """Blank lines stay as breaks; page numbers and lines that come back on each page go."""
    lines = [" ".join(_PAGE_TAIL.sub("", line).split()) for line in raw]
    counts = Counter(line for line in lines if 3 < len(line) < 90)
    paged = sum(bool(_PAGE_TAIL.search(line) or _PAGE.match(line)) for line in raw) > 1
    limit = 1 if paged else 2
    return ["" if _PAGE.match(line) or (counts[line] > limit and not heading_phrase(line)) else line for line in lines]


def _joined(raw: list[str]) -> list[Line]:
    """Lines that a page wrapped are put together again; a bullet alone on its line takes the next one."""
    lines: list[Line] = []
    parts: list[str] = []
    state = (False, False)
    gap = True
    for text in [*raw, ""]:
        if not text:
            gap = True
            continue
        body, bullet, marked = _marks(text)
        if parts == [""] and not bullet:
            parts[:] = [body]
        elif not (bullet or marked or gap) and parts and _continues(parts[-1], body, bullet=state[0]):
            parts.append(body)
        else:
            lines.append(_line(parts, state))
            parts[:] = [body]
            state = (bullet, marked)
        gap = False
    lines.append(_line(parts, state))
    return [line for line in lines if line.text.strip()]


def _line(parts: list[str], state: tuple[bool, bool]) -> Line:
    text = " ".join(parts)
    shouted = len(text) > 24 and text[:16].upper() == text[:16] and mostly_capitals(text * 3)
    return Line(restore_case(text) if shouted else text, *state)


def _marks(text: str) -> tuple[str, bool, bool]:
    """(text without marks, is a bullet, is marked as a heading)."""
    whole_bold = text.startswith("**") and text.rstrip(": ").endswith("**") and text.count("**") == 2
    marked = bool(_MARK.match(text)) or whole_bold
    body = _BOLD.sub("", _MARK.sub("", text)).strip()
    found = None if marked else _BULLET.match(body)
    if text.startswith("**") and not whole_bold:
        found = None
    return (body[found.end() :].strip(), True, False) if found else (body, False, marked)


def _continues(previous: str, body: str, *, bullet: bool) -> bool:
    if not previous or not body or previous[-1] in ".!?:;":
        return False
    if _OPEN_END.search(previous[-12:]):
        return True
    return body[0].islower() and len(previous) >= (30 if bullet else 50)


def _parted(line: Line, *, long: bool = False) -> list[Line]:
    """One line cut where several were run together: inline bullets, glued words, headings inside a paragraph."""
    text = line.text
    if _INLINE_GLYPH.search(text):
        first, *rest = _INLINE_GLYPH.split(text)
        pieces = [Line(first, line.bullet, line.marked), *(Line(part, True) for part in rest)]
        long = long or len(text) > _RUN_ON_LENGTH
        return [made for piece in pieces if piece.text.strip() for made in _parted(piece, long=long)]
    long = long or len(text) > _RUN_ON_LENGTH
    text = _unglued(text) if len(text) > 40 else text
    text = _RUN_ON.sub(_run_on, text) if long else text
    for mark in _INLINE_MARKS:
        text = mark.sub("\n• ", text) if len(mark.findall(text)) >= 3 else text
    made = []
    for number, piece in enumerate(part for part in text.split("\n") if part.strip()):
        bullet = piece.lstrip().startswith("• ") or (line.bullet and number == 0)
        for head, rest in inline_headings(piece.strip().removeprefix("• ").strip(), run_on=long):
            if head:
                made.append(Line(head, False, True))
            body, tail = trailing_heading(rest) if long else (rest, "")
            made += [Line(body, bullet, line.marked and not head)] if body else []
            made += [Line(tail, False, True)] if tail else []
    return made


def _run_on(found: re.Match) -> str:
    before = found.string[max(0, found.start() - 16) : found.start()].split()
    word = before[-1].lower() if before else ""
    if found.string.startswith(("We ", "Our "), found.start()):
        return "" if word in ("and", "that", "where", "what", "when", "if") else "\n"
    return "" if word in _CONNECTORS or (before and before[-1][0].isupper() and word in _STARTERS) else "\n"


def _unglued(text: str) -> str:
    text = _GLUED_STOP.sub(r"\1\n", text)
    if not _GLUE.search(text):
        return text
    return " ".join(_word_cut(word) if len(word) > 6 and _GLUE.search(word) else word for word in text.split(" "))


def _word_cut(word: str) -> str:
    if len(word) > 80 or is_skill_word(word):
        return word
    parts = _GLUE.split(word)
    made = parts[0]
    for part in parts[1:]:
        made += ("\n" if _first_word(part) in _STARTERS and len(made) > 1 else "") + part
    return made


def _first_word(text: str) -> str:
    found = re.match(r"[a-z]+", fold(text))
    return found.group() if found else ""
