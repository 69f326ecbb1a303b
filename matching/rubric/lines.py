"""A plain job text cut into lines: bullets known, wrapped lines joined, glued ones parted, page furniture dropped."""

import re
from collections import Counter
from dataclasses import dataclass

from matching.rubric.sections import heading_phrase, inline_headings
from matching.rubric.text import fold, mostly_capitals, plain
from matching.rubric.vocabulary import is_skill_word, restore_case

_GLYPHS = "•●○◦▪▫■□◆◇◾◽►▶▸▹➤➢➔→✓✔✅☑★☆❖‣⁃∙✦✧❏❑➜⇒\uf0b7\uf0a7\uf0d8\uf0fc⚫🔹🔸🔷🔶👉✨"
_BULLET = re.compile(
    rf"^\s*(?:[{_GLYPHS}·»›~]+|[-–—−*+>]+(?=\s)|[-–—−*](?=[^\W\d_])|\(?\d{{1,2}}[.)](?=\s)|\(?[a-z][.)](?=\s)|"
    rf"[o§Øü](?=\s{{1,8}}[A-Z]))\s*"
)
_INLINE_GLYPH = re.compile(rf"\s*[{_GLYPHS}]+\s*")
_INLINE_DASH = re.compile(r"\s(?:[-–—*·]|\d{1,2}[.)])\s+(?=[A-ZÀ-Þ])")
_MARK = re.compile(r"^\s*(?:#{1,6}\s+|={2,}\s*)")
_BOLD = re.compile(r"\*\*|__|\\(?=[-+*#_.()&])")
_PAGE = re.compile(r"^\W*(?:page|seite|pagina|página)?\s*\d{1,3}\s*(?:(?:of|von|de|sur|van|/)\s*\d{1,3})?\W*$", re.I)
_OPEN_END = re.compile(
    r"(?:,|\b(?:and|or|of|with|in|the|to|for|a|an|und|oder|mit|von|et|ou|de|des|en|y|o|con|van|met|&))$", re.I
)
_GLUE = re.compile(r"(?<=[a-zà-ÿ)0-9])(?=[A-Z][a-z]{2,})")
_GLUED_STOP = re.compile(r"(?<=[a-zà-ÿ)%]{2})([.;!?:])(?=[A-ZÀ-Þ][a-zà-ÿ]{2})")
_RUN_ON = re.compile(
    r"(?<=[a-z0-9)%] )(?=(?:Strong|Excellent|Experienced?|Proven|Ability|Able|Knowledge|Proficien(?:t|cy)|"
    r"Familiarity|Bachelor|"
    r"Master'?s|Minimum|Must|Demonstrated|Working|Solid|Good|Exceptional|Advanced|Understanding|Preferred|"
    r"Required|Responsible|"
    r"Degree|Certified|Certification|Willing|Expertise|Hands-on|Previous|Prior|Valid|Competen(?:t|ce)|Fluen(?:t|"
    r"cy))\b(?! [A-Z][a-z]+ [A-Z]))"
)
_STARTERS = frozenset(
    ["strong", "excellent", "experience", "experienced", "proven", "ability", "able", "knowledge", "proficient", "proficiency", "familiarity", "bachelor", "bachelors", "master", "masters", "minimum", "must", "demonstrated", "working", "solid", "good", "advanced", "understanding", "preferred", "required", "requirements", "responsible", "responsibilities", "qualifications", "degree", "certified", "certification", "willing", "expertise", "hands", "previous", "prior", "valid", "the", "this", "these", "our", "we", "you", "your", "as", "at", "in", "if", "to", "and", "all", "develop", "design", "build", "manage", "lead", "support", "maintain", "create", "provide", "ensure", "perform", "assist", "coordinate", "prepare", "review", "work", "collaborate", "participate", "implement", "analyze", "analyse", "conduct", "monitor", "identify", "drive", "own", "deliver", "execute", "communicate", "report", "train", "plan", "job", "position", "duties", "skills", "education", "benefits", "about", "what", "who", "how", "key", "essential", "desirable", "salary", "location", "company", "overview", "summary", "description", "role", "basic", "additional", "other", "nice", "equal", "apply"]
)
_CONNECTORS = frozenset(["a", "an", "the", "of", "and", "or", "with", "in", "for", "to", "your", "our", "their", "its", "as", "by", "on", "from", "&", "plus", "very"])


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
    lines = [" ".join(line.split()) if line.strip() else "" for line in raw]
    counts = Counter(line for line in lines if 3 < len(line) < 90)
    return [
        line for line in lines if not (_PAGE.match(line) or (counts[line] > 2 and not heading_phrase(line))) or not line
    ]


def _joined(raw: list[str]) -> list[Line]:
    """Lines that a page wrapped are put together again; a bullet alone on its line takes the next one."""
    lines: list[Line] = []
    parts: list[str] = []
    state = (False, False)
    gap = True

    def close() -> None:
        if parts:
            lines.append(Line(" ".join(parts), *state))
            parts.clear()

    for text in raw:
        if not text:
            gap = True
            continue
        marked = bool(_MARK.match(text)) or (text.startswith("**") and text.rstrip(": ").endswith("**"))
        body = _BOLD.sub("", _MARK.sub("", text)).strip()
        found = _BULLET.match(body)
        bullet = bool(found)
        body = body[found.end() :] if found else body
        if not bullet and not marked and not gap and parts and _continues(parts[-1], body, bullet=state[0]):
            parts.append(body)
            continue
        if parts == [""] and not bullet:
            parts[:] = [body]
            continue
        close()
        gap = False
        state = (bullet, marked)
        parts.append(body)
    close()
    return [line for line in lines if line.text]


def _continues(previous: str, body: str, *, bullet: bool) -> bool:
    if not previous or not body or previous[-1] in ".!?:;":
        return False
    if _OPEN_END.search(previous[-12:]):
        return True
    return body[0].islower() and len(previous) >= (40 if bullet else 50)


def _parted(line: Line) -> list[Line]:
    """One line cut where several were run together: inline bullets, glued words, headings inside a paragraph."""
    text = line.text
    if _INLINE_GLYPH.search(text):
        first, *rest = _INLINE_GLYPH.split(text)
        pieces = [Line(first, line.bullet, line.marked), *(Line(part, True) for part in rest)]
        return [
            made
            for piece in pieces
            if piece.text.strip()
            for made in _parted(Line(piece.text.strip(), piece.bullet, piece.marked))
        ]
    text = _unglued(text) if len(text) > 60 else text
    text = _RUN_ON.sub(_run_on, text) if len(text) > 200 else text
    if len(text) > 200 and len(_INLINE_DASH.findall(text)) >= 3:
        text = _INLINE_DASH.sub("\n• ", text)
    made = []
    for number, piece in enumerate(part for part in text.split("\n") if part.strip()):
        bullet = piece.lstrip().startswith("• ")
        piece = piece.strip().removeprefix("• ").strip()
        for head, rest in inline_headings(piece):
            if head:
                made.append(Line(head, False, True))
            if rest:
                made.append(Line(rest, bullet or (line.bullet and number == 0), line.marked and not head))
    return made


def _run_on(found: re.Match) -> str:
    before = found.string[max(0, found.start() - 14) : found.start()].split()
    return "" if before and before[-1].lower() in _CONNECTORS else "\n"


def _unglued(text: str) -> str:
    text = _GLUED_STOP.sub(r"\1\n", text)
    if not _GLUE.search(text):
        return text
    words = []
    for word in text.split(" "):
        cut = _GLUE.search(word)
        if (
            cut
            and not is_skill_word(word)
            and _first_word(word[cut.start() :]) in _STARTERS
            and len(word[: cut.start()]) > 2
        ):
            words.append(word[: cut.start()] + "\n" + word[cut.start() :])
        else:
            words.append(word)
    return " ".join(words)


def _first_word(text: str) -> str:
    found = re.match(r"[a-z]+", fold(text))
    return found.group() if found else ""
