"""Where a known name stands in a text, in any order, case or short form."""

import re
from dataclasses import dataclass

from matching.redaction import evidence
from matching.redaction.parts import Line
from matching.redaction.plain import WORD, Span, plain
from matching.redaction.shapes import PARTICLES
from matching.redaction.words.ordinary import ORDINARY
from matching.redaction.words.skills import SKILL_WORDS

_GAP = re.compile(r"[ \t]{0,2}[.,'\"()_-]{0,2}[ \t]{0,2}")
_TITLE = re.compile(r"(?<!\w)(?:mrs?|ms|miss|herrn?|frau|mme|mlle|monsieur|madame|sra?|srta|dhr|mevr|mw|dr|prof)\.? $")
_ORDINARY = ORDINARY | SKILL_WORDS
_JOINS = (" ", "'")
_SIGN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LONGEST_HANDLE = 60


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a name is recognised, all folded.

    `alone`: words of three letters or more that, with a capital, give it away by themselves; `beside`: words that do so
    only next to another; `joined`: handles such as `jdoe`; `pairs`: first and last name, the plainest spelling first;
    `whole`: names in scripts without capitals; `particles`: its own small words.
    """

    alone: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    joined: frozenset[str] = frozenset()
    pairs: tuple[tuple[str, str], ...] = ()
    whole: tuple[str, ...] = ()
    particles: frozenset[str] = frozenset()

    @property
    def tokens(self) -> tuple[str, ...]:
        """What a later check looks for: single words, and the whole name when some of its words are too ordinary."""
        ordinary = self.pairs and not set(self.pairs[0]) <= self.alone
        return (*sorted(self.alone), *((" ".join(self.pairs[0]),) if ordinary else ()), *self.whole)


def spelling(words: tuple[str, ...], *, loose: frozenset[str] = frozenset()) -> Spelling:
    """How a name with these written words is recognised; `loose` are folded words known from addresses only."""
    caseless = [word for word in words if len(word) > 1 and word.upper() == word.lower() and word[0].isalpha()]
    particles = frozenset(plain(word) for word in words[1:] if plain(word) in PARTICLES)
    names = [word for word in words if word not in caseless and plain(word) not in particles]
    parts = {part for word in names for part in (*re.split(r"\W+", word), re.sub(r"\W+", "", word)) if part}
    forms = frozenset(form for part in parts for form in evidence.all_ways(part))
    plainly = (part for part in parts if evidence.ways(part).isdisjoint(_ORDINARY))
    telling = {form for part in plainly for form in evidence.all_ways(part) if len(form) > 2 and form not in _ORDINARY}
    full = [evidence.all_ways(re.sub(r"\W+", "", word)) for word in names if len(word.strip(".")) > 1]
    pairs = [(a, b) for a in sorted(full[0]) for b in sorted(full[-1])] if len(full) > 1 else []
    if pairs:
        pairs.sort(key=lambda pair: pair != (evidence.letters(plain(names[0])), evidence.letters(plain(names[-1]))))
    joined = {form for a, b in pairs for form in (a + b, b + a, a[0] + b, b + a[0], a + b[0]) if len(form) > 3}
    return Spelling(
        alone=frozenset(telling - PARTICLES) | loose,
        beside=forms | loose,
        joined=frozenset(joined - ORDINARY),
        pairs=tuple(pairs),
        whole=_wholes(caseless),
        particles=particles,
    )


def _wholes(caseless: list[str]) -> tuple[str, ...]:
    if not caseless:
        return ()
    signs = bool(_SIGN.match(caseless[0]))
    alone = [word for word in caseless if len(word) > (1 if signs else 3)]
    return tuple(dict.fromkeys(plain(word) for word in (("" if signs else " ").join(caseless), *alone)))


def spelling_of_tokens(tokens: tuple[str, ...]) -> Spelling:
    """The spelling that `Spelling.tokens` came from, as far as a check needs it."""
    whole = tuple(token for token in tokens if token.upper() == token)
    phrases = [tuple(token.split()) for token in tokens if " " in token and token not in whole]
    alone = frozenset(token for token in tokens if " " not in token and token not in whole)
    return Spelling(alone=alone, beside=alone | {word for phrase in phrases for word in phrase}, whole=whole)


def may_mention(line: Line, known: Spelling) -> bool:
    """A cheap first look: whether any word of the name stands in the line."""
    if not line.words.isdisjoint(known.beside) or not line.words.isdisjoint(known.joined):
        return True
    return any(last in line.plain for _, last in known.pairs) or bool(known.whole)


def mentions(text: str, folded: str, known: Spelling) -> list[Span]:
    """Every mention of the name in a text as a span for [name]; words of the name in a row become one span."""
    spans = [(*match.span(), "[name]") for word in known.whole for match in _whole(word).finditer(folded)]
    group: list[tuple[int, int, str]] = []
    for match in WORD.finditer(folded) if known.beside else ():
        kind = _kind(text, folded, match, known)
        if not group and kind in ("", "middle"):
            continue
        if group and (not kind or not _GAP.fullmatch(folded, group[-1][1], match.start())):
            spans += _closed(folded, group)
            group = []
        if kind and (group or kind != "middle"):
            group.append((*match.span(), kind))
    return spans + _closed(folded, group)


def _whole(word: str) -> re.Pattern:
    """A name of Han, kana or Hangul signs stands anywhere, also with spaces; one of other scripts is a
    word of its own."""
    if _SIGN.match(word):
        return re.compile(" ?".join(map(re.escape, word)))
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")


def _kind(text: str, folded: str, match: re.Match, known: Spelling) -> str:
    """alone, beside, initial (with a dot), letter (without), middle (another initial), particle; "" for other words."""
    word, (start, end) = match[0], match.span()
    if word in known.alone and text[start].isupper():
        return "alone"
    if word in known.joined or _is_handle(word, known):
        return "alone"
    if word in known.beside and len(word) > 1:
        return "beside"
    if len(word) == 1 and text[start].isupper() and any(form[0] == word for form in known.beside):
        return "initial" if folded[end : end + 1] == "." else "letter"
    if len(word) == 1 and text[start].isupper() and folded[end : end + 1] == ".":
        return "middle"
    return "particle" if word in known.particles else ""


def _is_handle(word: str, known: Spelling) -> bool:
    """Whether one word holds both the first and the last name, as in `johndoe86`."""
    if not 6 <= len(word) <= _LONGEST_HANDLE or not known.pairs:
        return False
    if word.rstrip("0123456789") in known.joined:
        return True
    return any(len(a) > 2 and len(b) > 2 and a in word and b in word.replace(a, "", 1) for a, b in known.pairs)


def _closed(folded: str, group: list[tuple[int, int, str]]) -> list[Span]:
    """The span of a finished group: it needs one telling word, or two words of the name side by side."""
    first, last = 0, len(group)
    while (
        last - first > 1 and group[last - 1][2] == "letter" and folded[group[last - 2][1] : group[last - 1][0]] != " "
    ):
        last -= 1
    while (
        last - first > 1 and group[first][2] == "letter" and folded[group[first][1] : group[first + 1][0]] not in _JOINS
    ):
        first += 1
    while last > first and group[last - 1][2] in ("particle", "middle"):
        last -= 1
    group = group[first:last]
    kinds = [kind for *_, kind in group]
    named = kinds.count("alone") + kinds.count("beside")
    titled = named == 1 and ("initial" in kinds or _TITLE.search(folded, max(0, group[0][0] - 12), group[0][0]))
    if "alone" not in kinds and named < 2 and not titled:
        return []
    end = group[-1][1] + (group[-1][2] == "initial")
    return [(group[0][0], end, "[name]")]
