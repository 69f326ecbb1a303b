"""The lines of a CV, each with the part that it stands in: its head, personal details, education, "
"experience and so on."""

import re

from matching.redaction.plain import Span, cut, disjoint, plain
from matching.redaction.words.headings import DOCUMENT_TITLES, FILLERS, HEADING_WORDS, WEAK

HEAD = ("top", "personal")
PROSE = 100
MOST_TOP_LINES = 14
LONGEST_HEADING = 60
_NOISE = " \t:|-_*#=.,<>()[]&/+"
_SPACED = re.compile(r"(?:\w ){3,}\w\b")
_HEADING_MARK = re.compile(r"^\W*(?:[ivx]{1,4}[.)]|\d{1,2}[.)]?)?\W*")
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_PLACEHOLDER = re.compile(r"\[(?:name|email|phone|link|address|school|year|age|personal|employer \d+)\]")


class Line:
    """One line of a CV: its text, the folded twin that patterns run on, and its part. `gone`: nothing of it is left.
    `settled`: an earlier round found nothing in it, and neither it nor its neighbours have changed since."""

    __slots__ = ("_words", "gone", "part", "plain", "settled", "text")

    def __init__(self, text: str) -> None:
        self.text, self.plain, self.part = text, plain(text), "top"
        self.gone = self.settled = False
        self._words: frozenset[str] | None = None

    @property
    def words(self) -> frozenset[str]:
        """The folded words of the line, without numbers and marks."""
        if self._words is None:
            self._words = frozenset(_LETTERS.findall(self.plain))
        return self._words

    @property
    def has_digit(self) -> bool:
        """Whether a number stands in the line."""
        return bool(_DIGIT.search(self.plain))

    @property
    def in_head(self) -> bool:
        """Whether the line stands where people write who they are."""
        return self.part in HEAD

    def put(self, spans: list[Span]) -> int:
        """Replace these (start, end, replacement), of two that overlap the first, and return how many were replaced."""
        if not spans:
            return 0
        apart = disjoint(spans)
        self.become(cut(self.text, apart))
        return len(apart)

    def become(self, text: str) -> None:
        """Take another text in place of this one."""
        self.text, self.plain, self._words = text, plain(text), None


def lines_of(text: str) -> list[Line]:
    """The lines of a cleaned text in order, each with its part; without headings the rest after the head is "body"."""
    lines = [Line(raw) for raw in text.split("\n")]
    assign_parts(lines)
    return lines


def assign_parts(lines: list[Line]) -> None:
    """Work out again in which part of the CV each line stands."""
    part, seen, headed = "top", 0, False
    for line in lines:
        seen += bool(line.plain.strip())
        opened = heading_part(line.plain) if _may_be_heading(line) else ""
        if opened:
            part, headed = opened, True
        elif part == "top" and (seen > MOST_TOP_LINES or is_prose(line)):
            part = "summary" if headed else "body"
        line.part = part


def _may_be_heading(line: Line) -> bool:
    """A cheap first look: a short line with a word of headings, or with its letters spaced."""
    if not 1 < len(line.plain) <= LONGEST_HEADING:
        return False
    return not line.words.isdisjoint(HEADING_WORDS) or " " in line.plain.strip()[1:4:2] or not line.plain.isascii()


def is_prose(line: Line) -> bool:
    """Whether the line is running text rather than a line of a head."""
    return len(line.plain) > PROSE and not _PLACEHOLDER.search(line.plain) and "@" not in line.plain


def bare(folded: str) -> str:
    """A folded line without bullets, numbers and marks around it; letter-spaced words are joined."""
    text = folded[_HEADING_MARK.match(folded).end() :].strip(_NOISE)
    return unspaced(text) if _SPACED.fullmatch(text.replace("  ", " ")) else " ".join(text.split())


def unspaced(text: str) -> str:
    """`j a n e   d o e` as `jane doe`: wider gaps part words, single ones part letters."""
    return " ".join(word.replace(" ", "") for word in re.split(r" {2,}|\t", text) if word)


def is_document_title(folded: str) -> bool:
    """Whether a folded line only says what the document is, such as "Curriculum Vitae"."""
    return bare(folded) in DOCUMENT_TITLES


def heading_part(folded: str) -> str:
    """The part that a folded heading line opens, or "" when it is no heading."""
    if not folded or len(folded) > LONGEST_HEADING:
        return ""
    text = bare(folded)
    head, colon, rest = text.partition(":")
    if colon and rest.strip():
        words = head.split()
        part = _part_of(words) if 0 < len(words) <= 3 else ""
        return part if part in ("education", "experience") else ""
    if not 1 < len(text) <= 45 or text in DOCUMENT_TITLES:
        return ""
    return _part_of(text.split())


def _part_of(words: list[str]) -> str:
    """All words must be heading words or fillers; the last one that is not weak decides."""
    if len(words) > 6:
        return ""
    words = [part.strip(_NOISE) for word in words for part in word.split("/")]
    found = [word for word in words if word in HEADING_WORDS]
    if not found or any(word and word not in HEADING_WORDS and word not in FILLERS for word in words):
        return ""
    strong = [word for word in found if word not in WEAK] or (found if len(words) <= 2 or len(found) > 1 else [])
    if not strong:
        return ""
    kinds = [HEADING_WORDS[word] for word in strong]
    return "education" if "education" in kinds and "experience" not in kinds else kinds[-1]
