"""The runs of words in a line that have the shape of a person's name."""

import re
import unicodedata
from dataclasses import dataclass

from matching.redaction.plain import plain
from matching.redaction.words import words
from matching.redaction.words.given_names import GIVEN_NAMES
from matching.redaction.words.not_names import ENDINGS, NOT_NAMES
from matching.redaction.words.ordinary import ORDINARY
from matching.redaction.words.places import CITIES, COUNTRIES
from matching.redaction.words.skills import SKILL_WORDS

PARTICLES = words(
    """
    van der den de ten ter te tot 't op in von zu zum zur vom af av bin ibn bint binti ben al el la las los le du
    des da das
    do dos del della delle di lo y e i und o' d' l' st san mac mc abu ould ap ni nic ua o
    """
)
HONORIFICS = words(
    """
    mr mrs ms miss mx dr prof professor doctor sir dame rev herr frau dipl ing dipl-ing dipl-inform dipl-kfm dipl-kffr
    dipl-psych mag ir drs bsc dott dott.ssa sig sig.ra sra sr srta don dona d mme mlle m monsieur madame
    mademoiselle dhr
    mevr mevrouw mw meneer lic eng engr er smt shri phd univ-prof h.c hc med rer nat pd
    """
)
DEGREES = words(
    """
    phd mba msc bsc ba ma bs ms beng meng llb llm rn cpa acca cfa pe pmp jr sr ii iii iv esq md dds cissp mcips mrics
    m.sc b.sc m.a b.a ph.d m.ba b.eng m.eng dipl.-ing ing fca aca cima mbcs ceng edd dba mph bscn
    """
)
_SEGMENT = re.compile(r"[|;\t/\[\]{}:,#*=~<>_]| -+ | {2,}")
_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+(?:['.-][^\W\d_]+)*\.?")
_INITIAL = re.compile(r"(?:[^\W\d_]\.-?){1,3}|[^\W\d_]")
_NICKNAME = re.compile(r"[(\"'][^\W\d_]{2,15}[)\"']")
_CAMEL = re.compile(r"[a-z][A-Z]")
_PREFIXES = ("mc", "mac", "de", "di", "da", "du", "la", "le", "van", "von", "fitz", "o'", "d'", "st", "al", "el")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that look like a name: as written, and folded without particles. `whole`: nothing else stands in
    its part of the line; `whole_line`: nor in the line."""

    text: str
    tokens: tuple[str, ...]
    whole: bool = False
    whole_line: bool = False

    @property
    def surnames(self) -> int:
        """How many words it has besides the small ones such as "van der"."""
        return sum(token not in PARTICLES for token in self.tokens)

    @property
    def folded(self) -> tuple[str, ...]:
        """All its words folded, the small ones too."""
        return tuple(plain(word) for word in self.written)

    @property
    def written(self) -> tuple[str, ...]:
        """Its words as written, with particles and nicknames but without dots and quotes."""
        kept = [word.strip(".,()\"'") for word in self.text.replace(",", " ").split()]
        return tuple(word for word in kept if word)


def is_blocked(token: str) -> bool:
    """Whether a folded word is never part of a name in a head: a trade, a technique, a heading."""
    token = token.strip(".")
    if token in NOT_NAMES:
        return not (token in GIVEN_NAMES and len(token) > 2)
    if token in GIVEN_NAMES or token in ORDINARY:
        return False
    return token in SKILL_WORDS or (len(token) > 6 and token.endswith(ENDINGS))


def is_place(folded: str) -> bool:
    """Whether a folded phrase is a city or a country that we know."""
    return folded in CITIES or folded in COUNTRIES


def runs(text: str, folded: str, *, lower: bool = False, sure: frozenset[str] = frozenset()) -> list[Run]:
    """Every run of one to six name-like words of a line. `lower` takes words without a capital too; `sure` are folded
    words that other evidence spells, which are taken although a list of trades holds them."""
    found, at = [], 0
    for match in _SEGMENT.finditer(folded):
        found += _segment_runs(text, folded, at, match.start(), lower=lower, sure=sure)
        at = match.end()
    return (found + _segment_runs(text, folded, at, len(folded), lower=lower, sure=sure))[:24]


def _segment_runs(text: str, folded: str, left: int, right: int, *, lower: bool, sure: frozenset[str]) -> list[Run]:
    found, current, nicknames, clean = [], [], 0, True
    tokens = [match.span() for match in _TOKEN.finditer(folded, left, right)][:16]
    honorifics = 0
    for index, (start, end) in enumerate([*tokens, (right, right)]):
        kind = (
            _kind(text[start:end], folded[start:end], lower=lower, sure=sure, first=not current) if start < end else ""
        )
        if kind == "name" and _is_acronym(text[start:end]) and any(text[a : a + 2].istitle() for a, *_ in current):
            kind = ""
        elif kind == "" and start < end and _follows_given(folded[start:end], folded, current):
            kind = "name"
        if kind == "nickname" and current:
            nicknames += 1
        elif kind in ("name", "initial", "particle"):
            current.append((start, end, kind))
        elif kind == "honorific" and not current:
            honorifics += 1
        else:
            if current:
                is_all = clean and index == len(tokens) and len(current) + nicknames + honorifics == len(tokens)
                found += _run(text, folded, current, whole=is_all, left=left, right=right)
            current, nicknames = [], 0
            clean = clean and kind in ("degree", "honorific")
    return found


def _follows_given(token: str, folded: str, current: list) -> bool:
    """`Glenn Close`: a word of the skill list right behind one known given name that is no skill itself."""
    if len(current) != 1 or token not in SKILL_WORDS or token in NOT_NAMES:
        return False
    given = folded[current[0][0] : current[0][1]]
    return given in GIVEN_NAMES and given not in ORDINARY


def _run(text: str, folded: str, parts: list, *, whole: bool, left: int, right: int) -> list[Run]:
    while parts and parts[-1][2] == "particle":
        parts = parts[:-1]
    names = [part for part in parts if part[2] == "name"]
    if not names or len(parts) > 6:
        return []
    start, end = parts[0][0], parts[-1][1]
    while text[end - 1] in ",'\"-" or (text[end - 1] == "." and parts[-1][2] == "name"):
        end -= 1
    tokens = tuple(folded[a:b].strip(".,'\"") for a, b, kind in parts if kind != "particle")
    whole_line = whole and not folded[:left].strip(" |-*") and not folded[right:].strip(" |-*")
    return [Run(" ".join(text[start:end].split()), tokens, whole, whole_line)]


def _kind(raw: str, token: str, *, lower: bool, sure: frozenset[str], first: bool) -> str:
    """name, initial, particle, nickname, honorific, degree or "" for a word that ends a run."""
    stem = token.strip(".,")
    if _NICKNAME.fullmatch(token):
        return "" if is_blocked(token[1:-1]) or is_place(token[1:-1]) else "nickname"
    if first and (stem in HONORIFICS or all(part in HONORIFICS for part in re.split(r"[.-]+", stem))):
        return "honorific"
    if (
        stem in DEGREES
        and len(stem) > 1
        and (raw.isupper() or "." in stem or stem in ("phd", "jr", "sr", "msc", "bsc"))
    ):
        return "degree"
    if stem in PARTICLES and (raw[:1].islower() or stem in NOT_NAMES or (not first and stem not in sure)):
        return "particle"
    if _INITIAL.fullmatch(token) and raw[:1].isupper():
        return "initial"
    if not _WORD.fullmatch(token.strip(",'\"")) or len(stem) < 2 or len(stem) > 24:
        return ""
    if token.endswith(".") and len(stem) < 6 and stem not in GIVEN_NAMES:
        return ""
    if not (raw.strip("'\"")[:1].isupper() or lower):
        return ""
    if any(_CAMEL.search(part) for part in re.split(r"[^A-Za-z]+", raw)) and not token.startswith(_PREFIXES):
        return ""
    return "name" if stem in sure or not any(is_blocked(part) for part in (stem, *stem.split("-"))) else ""


def _is_acronym(raw: str) -> bool:
    """`HGV` behind "Tom Price"."""
    return raw.isupper() and 1 < len(raw) <= 4


def _is_caseless(char: str) -> bool:
    return (char.isalpha() and char.upper() == char.lower()) or unicodedata.category(char).startswith("M")


def is_caseless_name(text: str) -> bool:
    """Whether a whole line may be a name in a script without capitals: 2 to 5 Han, kana or Hangul signs, or up to four
    words of Arabic, Hebrew, Indian or Thai letters."""
    parts = plain(text).split()
    joined = "".join(parts)
    if not joined or not all(_is_caseless(char) for char in joined) or len(parts) > 4:
        return False
    if all(
        "\u3040" <= char <= "\u30ff" or "\u3400" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7af" for char in joined
    ):
        return 2 <= len(joined) <= 6 and not re.search("[简简歴历書信息教育技能工作经验職務個人]", joined)
    return len(parts) >= 2 and len(joined) <= 40
