"""A small table of skills with their well-known synonyms, across professions and five languages, and a finder for them.

The table is our own. A line of it reads `Name; synonym; synonym` (a line that ends in `;` goes on below);
`=` before a word means "only in exactly this case" (Go, R, Excel); `[family]` opens a family of skills that belong
together; under `[-]` stand phrases that look like a skill and are none.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from matching.rubric.text import fold
from matching.rubric.vocabulary.business import BUSINESS
from matching.rubric.vocabulary.care import CARE
from matching.rubric.vocabulary.software import SOFTWARE
from matching.rubric.vocabulary.trades import TRADES

NO_SKILL = "-"
_PLURAL_INITIALS = re.compile(r"[A-Z]{2,}s$")
_TOKEN = re.compile(r"[^\W_]+(?:\+\+|#)?|\.net\b", re.I)


@dataclass(frozen=True, slots=True)
class Skill:
    """One skill: the name shown, its family, and every spelling (the name first)."""

    name: str
    family: str
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A skill found in a text, with its position."""

    skill: Skill
    start: int
    end: int


def _stem(token: str) -> str:
    """A token without its plural ending: "licences" meets "licence", "Jahresabschlüsse" "Jahresabschluss"."""
    if len(token) < 7:
        return token[:-1] if len(token) > 4 and token[-1] == "s" and token[-2] not in "sui" else token
    ending = next((end for end in ("en", "es", "e", "n") if token.endswith(end)), "")
    if ending:
        return token[: -len(ending)]
    return token[:-1] if token[-1] == "s" and token[-2] not in "sui" else token


def tokens_of(text: str) -> list[tuple[str, int, int]]:
    """(folded token without a plural s, start, end) for each word; `C++`, `C#` and `.NET` are words."""
    found = [(hit.group(), hit.start(), hit.end()) for hit in _TOKEN.finditer(fold(text))]
    return [
        (token[:-1] if _PLURAL_INITIALS.match(text, start, end) else _stem(token), start, end)
        for token, start, end in found
    ]


def _load() -> tuple[dict, dict]:
    skills: dict[str, Skill] = {}
    index: dict[str, list] = {}
    family = ""
    for line in "\n".join((SOFTWARE, BUSINESS, CARE, TRADES)).replace(";\n", ";").splitlines():
        line = line.strip()
        if not line:
            continue
        if line.startswith("["):
            family = line.strip("[]")
            continue
        written = [part.strip() for part in line.split(";") if part.strip()]
        skill = Skill(written[0].lstrip("="), family, tuple(part.lstrip("=") for part in written))
        skills[skill.name] = skill
        for part in written:
            exact = part[1:] if part.startswith("=") else ""
            key = tuple(token for token, _, _ in tokens_of(part.lstrip("=")))
            index.setdefault(key[0], []).append((key, exact, skill))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return skills, index


SKILLS, _INDEX = _load()


def search_skills(text: str) -> tuple[Hit, ...]:
    """The known skills in a text in order, longest spelling first, without overlaps. Linear in the text."""
    tokens = tokens_of(text)
    words = [token for token, _, _ in tokens]
    hits, at = [], 0
    while at < len(tokens):
        for key, exact, skill in _INDEX.get(words[at], ()):
            if len(key) > 1 and tuple(words[at : at + len(key)]) != key:
                continue
            start, end = tokens[at][1], tokens[at + len(key) - 1][2]
            if exact and not _is_exact(text, start, end, exact):
                continue
            if skill.family != NO_SKILL:
                hits.append(Hit(skill, start, end))
            at += len(key) - 1
            break
        at += 1
    return tuple(hits)


find_skills = lru_cache(maxsize=2048)(search_skills)  # for the same few lines again and again; no whole documents


def _is_exact(text: str, start: int, end: int, exact: str) -> bool:
    if text[start:end] not in (exact, exact + "s"):
        return False
    after = text[end : end + 1]
    if len(exact) == 1:
        return after not in ("-", "'", "&", ".") and text[max(0, start - 1) : start] not in ("&", ".", "-")
    return not re.match(r"\s+(?:at|to|above|beyond|through|out|live|with|into|further)\b", text[end : end + 10])


def is_skill_word(word: str) -> bool:
    """True for a word with a capital inside that is right so, such as JavaScript."""
    return any(hit.end - hit.start >= len(word.strip(".,;:()/")) for hit in find_skills(word))


def _capitals() -> dict[str, str]:
    """Single words with two or more capitals by their small form, save those that are also small words."""
    found = {}
    for skill in SKILLS.values():
        for word in " ".join(skill.spellings).split():
            word = word.strip("();,")
            if sum(map(str.isupper, word)) >= 2 and word.isalpha() and word.lower() not in _SMALL_WORDS:
                found[word.lower()] = word
    return found


_SMALL_WORDS = frozenset(
    ("er", "it", "as", "als", "mag", "wig", "sen", "cap", "rest", "ele", "fle", "is", "sap", "us", "ar", "pas", "tip")
)
_CAPITALS = _capitals() | {word.lower(): word for word in ("Excel", "Tableau", "Epic", "React", "Flutter", "Celery")}
_LOWER_WORD = re.compile(r"[^\W\d_]+")


def restore_case(text: str) -> str:
    """A text in capitals as a person would write it: sentences in small letters, known names as they are spelled."""
    small = re.sub(r"(^|[.!?:•\n]\s*)([^\W\d_])", lambda found: found.group(1) + found.group(2).upper(), text.lower())
    small = _LOWER_WORD.sub(lambda found: _CAPITALS.get(found.group().lower(), found.group()), small)
    parts, last = [], 0
    for hit in find_skills(small):
        spelled = next((way for way in hit.skill.spellings if way.lower() == small[hit.start : hit.end].lower()), None)
        if spelled and any(char.isupper() for char in spelled):
            parts += [small[last : hit.start], spelled]
            last = hit.end
    return "".join([*parts, small[last:]])
