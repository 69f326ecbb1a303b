"""Whose CV it is: found only where several signs agree, never guessed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from matching.redaction import evidence
from matching.redaction.labelled import labelled_name
from matching.redaction.parts import Line, is_document_title, unspaced
from matching.redaction.plain import plain
from matching.redaction.shapes import Run, is_blocked, is_caseless_name, is_place, runs
from matching.redaction.words.given_names import GIVEN_NAMES
from matching.redaction.words.not_names import NOT_NAMES
from matching.redaction.words.ordinary import ORDINARY, TRADES
from matching.redaction.words.skills import SKILL_WORDS

# A whole first line of two unknown words has 7 points; the highest possible is about 20. Measured on tests/redaction.
ENOUGH = 7
LONGEST = 400
MOST_SPELT = 8
SNIPPET = 1500
_PLACEHOLDER_WORDS = frozenset(("name", "email", "phone", "link", "address"))
# Given names that are no month, place or skill: worth a look outside the head too.
_TELLING = GIVEN_NAMES - ORDINARY - NOT_NAMES
_UNTOLD = 99
_CONTACT = re.compile(r"\[(?:email|phone|link)\]")
_SPACED = re.compile(r"\W*(?:[^\W\d_](?: {1,4}|\t)){3,40}[^\W\d_]\W*")
_TITLE_PREFIX = re.compile(
    r"^\W*(?:curriculum vitae|cv|resume|lebenslauf|bewerbung|hoja de vida|candidate|bewerber(?:in)?|"
    r"candidate?|kandidaat)"
    r"(?: (?:of|von|de|du|van|di|for|fur))?(?: ?[:|-]+ ?| +)(?=\S)"
)
_LATIN_ALIAS = re.compile(r"\s*[(（][A-Za-z][A-Za-z' -]{1,30}[)）]$")
_COMMA = re.compile(r"^\W*(?P<last>[^\d,|;:()\[\]]{2,30}), ?(?P<first>[^\d,|;:()\[\]]{2,30})(?=$| *[|;:(\[]| {2,})")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written ("" when unsure) and its written words, without titles and particles, that are to be masked."""

    text: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Signs:
    """What the whole document says about names."""

    spelt: tuple[str, ...]
    of_file: tuple[str, ...]
    whole: str
    fresh: bool
    sure: frozenset[str] = frozenset()
    is_cv: bool = True


def _signs(lines: list[Line], *, spelt: list[str], file_name: str, fresh: bool) -> _Signs:
    """`sure` are the words of the text that an address or the file name spells; `is_cv`: a heading or contact data is
    there, as in any CV that is longer than a snippet."""
    of_file, some = evidence.file_tokens(file_name), tuple(spelt[:MOST_SPELT])
    every = frozenset().union(*(line.words for line in lines)) if of_file or some else frozenset()
    sure = frozenset(word for word in every if word in of_file or _is_spelt(word, some))
    whole = "\n".join(line.plain for line in lines)
    is_cv = len(whole) < SNIPPET or any(line.part not in ("top", "body") for line in lines)
    is_cv = is_cv or bool(_CONTACT.search(whole))
    return _Signs(some, of_file, whole, fresh, sure, is_cv)


def _is_spelt(word: str, spelt: tuple[str, ...]) -> bool:
    """Whether an address begins or ends with this word, or holds it if it is long."""
    if len(word) < 3 or word in spelt:
        return False
    return any(local.startswith(word) or local.endswith(word) or (len(word) > 3 and word in local) for local in spelt)


def find_name(lines: list[Line], *, spelt: list[str], file_name: str, fresh: bool) -> Name:
    """The name of the person whose CV these lines are.

    `spelt` is what addresses and links spell (letters only); `fresh` is False for a text that was redacted before,
    where the place of a line proves nothing any more. A letter-spaced line that holds the name is joined.
    """
    labelled = labelled_name(lines)
    if labelled is not None:
        return Name(*labelled)
    signs = _signs(lines, spelt=spelt, file_name=file_name, fresh=fresh)
    worth = fresh or signs.sure
    best = max(_candidates(lines, signs), key=lambda found: found[0], default=None) if worth else None
    if best is None or best[0] < ENOUGH:
        text = evidence.name_of_file(file_name)
        return Name(text, tuple(text.split()))
    _, run, line, joined = best
    if line is not None and joined:
        line.become(joined)
    return Name(run.text, run.written)


def _candidates(lines: list[Line], signs: _Signs) -> Iterator[tuple[int, Run, Line | None, str]]:
    """(points, run, line, its joined text if it was letter-spaced) for every run of words that may be the name."""
    place, alone = 0, None
    for index, line in enumerate(lines):
        sure = signs.sure & line.words
        if not _is_worth_a_look(line, sure=sure, fresh=signs.fresh):
            continue
        here = place if line.in_head and signs.fresh else _UNTOLD
        after = _text_after(lines, index)
        last, alone = alone, None
        for run, joined in _line_runs(line, sure=sure, lower=here < 3):
            points = _points(run, place=here, in_head=line.in_head, after=after, signs=signs)
            yield points, run, line, joined
            if not run.whole_line or here >= 4 or run.text == run.text.lower():
                continue
            if last and (run.surnames == 1 or (last.tokens[0] in GIVEN_NAMES and len(run.tokens) < 4)):
                both = Run(f"{last.text} {run.text}", last.tokens + run.tokens, whole=True, whole_line=True)
                yield _points(both, place=here - 1, in_head=True, after=after, signs=signs), both, None, ""
            alone = run if run.surnames == 1 else None
        place += not _CONTACT.search(line.plain)


def _is_worth_a_look(line: Line, *, sure: frozenset[str], fresh: bool) -> bool:
    """Only lines that can reach ENOUGH points: of the head, or with a word that is known as a name or
    spelt elsewhere."""
    if not line.words or len(line.plain) > LONGEST:
        return False
    if not line.in_head or not fresh:
        worth = bool(sure) or (fresh and len(line.words) < 6 and not line.words.isdisjoint(_TELLING))
    else:
        worth = not line.words <= _PLACEHOLDER_WORDS and not line.plain.startswith("last updated")
    return worth and not is_document_title(line.plain)


def _text_after(lines: list[Line], index: int) -> str:
    return next((line.plain for line in lines[index + 1 : index + 4] if line.plain.strip()), "")


def _line_runs(line: Line, *, sure: frozenset[str], lower: bool) -> Iterator[tuple[Run, str]]:
    """The runs of a line; for a letter-spaced one together with its joined text."""
    text, folded = line.text, line.plain
    if _SPACED.fullmatch(folded):
        text = _joined(text)
        folded = plain(text)
        if not is_document_title(folded):
            for run in runs(text, folded, sure=sure | frozenset(folded.split())):
                yield run, text
        return
    if not text.isascii() and is_caseless_name(_LATIN_ALIAS.sub("", text.strip())):
        parts = tuple(_LATIN_ALIAS.sub("", folded.strip()).split())
        yield Run(text.strip(), parts if len(parts) > 1 else parts * 2, whole=True, whole_line=True), ""
        return
    prefix = _TITLE_PREFIX.match(folded)
    if prefix:
        text, folded = text[prefix.end() :], folded[prefix.end() :]
    if "," in folded and (match := _COMMA.match(folded)):
        yield from ((run, "") for run in _reversed(text, match))
    is_lower = lower and text == text.lower() and len(folded.split()) < 4 and not line.words.isdisjoint(GIVEN_NAMES)
    for run in runs(text, folded, lower=is_lower, sure=sure):
        yield run, ""
        if _has_odd_end(run, sure):
            yield Run(run.text.rpartition(" ")[0], run.tokens[:-1], run.whole, run.whole_line), ""


def _has_odd_end(run: Run, sure: frozenset[str]) -> bool:
    """Whether a run of three words or more ends in a stray letter or, behind a surname, in a trade."""
    if len(run.tokens) < 3:
        return False
    before, last = run.tokens[-2:]
    if len(last) == 1:
        return run.text[-1] != "."
    return last in TRADES and last not in sure and before not in GIVEN_NAMES


def _joined(text: str) -> str:
    """A letter-spaced line as words; when all gaps are alike, a known given name tells where to part it."""
    joined = unspaced(text.strip(" |-*•·"))
    if " " in joined:
        return joined
    folded = plain(joined)
    for length in range(min(len(folded) - 2, 12), 2, -1):
        if folded[:length] in GIVEN_NAMES:
            return f"{joined[:length]} {joined[length:]}"
    return joined


def _reversed(text: str, match: re.Match) -> Iterator[Run]:
    """`DOE, Jane`: a surname in capitals, or a known given name behind the comma."""
    last, first = text[match.start("last") : match.end("last")].strip(), text[slice(*match.span("first"))].strip()
    words = first.split()
    known = words and plain(words[0]).strip(".") in GIVEN_NAMES and plain(last) not in GIVEN_NAMES
    if is_place(plain(last)) or not (known or (last.isupper() and not first.isupper())):
        return
    together = f"{last} {first}"
    found = runs(together, plain(together))
    if len(found) == 1 and found[0].text == " ".join(together.split()):
        whole_line = match.end() == len(text)
        yield Run(f"{last}, {first}", found[0].tokens, whole=True, whole_line=whole_line)


def _points(run: Run, *, place: int, in_head: bool, after: str, signs: _Signs) -> int:
    """How many signs say that this run is the name; see ENOUGH."""
    tokens = run.tokens
    firsts = {tokens[0], tokens[0].partition("-")[0], tokens[-1]}
    known = bool(firsts & GIVEN_NAMES)
    proof = evidence.corroboration(run.folded, spelt=list(signs.spelt), file_tokens=signs.of_file)
    points = proof + 3 * known
    points += {0: 3, 1: 2, 2: 1, 3: 1, 4: 1}.get(place, 0)
    points += (run.whole * (1 + (place == 0)) + run.whole_line) if signs.fresh else 0
    full = [token for token in tokens if len(token) > 1]
    points += {0: -9, 1: -2 + 2 * (len(tokens) > 1), 2: 2, 3: 2, 4: 1}.get(len(full), -3)
    points -= _has_odd_end(run, signs.sure)
    phrase = run.text.lower()
    points += 2 if len(full) > 1 and signs.whole.count(plain(phrase)) > 1 else 0
    next_words = re.findall(r"[^\W\d_]+", after[:120])
    title = any(is_blocked(word) for word in next_words)
    points += title or after.startswith(("[email]", "[phone]"))
    if proof < 4 and SKILL_WORDS.issuperset(tokens):
        points -= 6
    if not known and proof < 4 and not (signs.is_cv or title):
        points -= 2
    if is_place(" ".join(tokens)) and proof < 4:
        points -= 6
    elif proof < 4 and not known and any(is_place(token) for token in tokens):
        points -= 2
    return points if in_head else points - 3
