"""Quote check: does a passage that a model claims to have copied really stand in the text that it was given?"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nlargest

SIMILAR = 0.9
FEWEST_LETTERS = 3
MOST_WORDS = 40  # of a quote that is looked at: 20 are asked for
SAME_WORD = 0.75
LEAST_LETTERS = 4  # shorter words may be left out or put in: "the", "and", "of"
MOST_APART = 400  # characters from the first to the last part of a quote that leaves words out
MOST_TRIED = 12  # stretches that are compared letter by letter
# Chinese and Japanese are written without blanks: there each sign is a word of its own.
_SIGN = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_LETTERS = rf"(?:[^\W_{_SIGN}]|[\u0300-\u036f])+"  # with accents that stand apart, as many PDFs have them
_WORD = re.compile(rf"[{_SIGN}]|{_LETTERS}(?:[+#]+|(?:['’.]{_LETTERS})+)?")
_LEFT_OUT = re.compile(r"\s*(?:…|\.{3,}|\[\.{2,}\]|\[…\])\s*")


@dataclass(frozen=True, slots=True)
class Found:
    """A quote's place in the text as character offsets [start, end), and whether it stands there word for word."""

    start: int
    end: int
    exact: bool


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


class Source:
    """A text in which quotes are looked for, cut into words once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._words = _words(text)
        self._letters = "".join(word.text for word in self._words)
        self._first_at: dict[int, int] = {}  # by place in the letters: the word that begins there
        self._last_at: dict[int, int] = {}  # and the one that ends there
        at = 0
        for number, word in enumerate(self._words):
            self._first_at[at] = number
            at += len(word.text)
            self._last_at[at] = number

    def find(self, quote: str) -> Found | None:
        """Where a quote stands; None when it is not in the text.

        Case, blanks, line breaks, hyphens and punctuation do not count. Word for word first; otherwise the stretch of
        as many words that is most like it, if at least 0.9 of the letters agree (difflib's ratio over characters), no
        number differs, and no word of four or more letters was exchanged for another. Of a quote that leaves words out
        ("...") all parts have to stand in the text, in their order and near each other.
        """
        parts = [part for part in _LEFT_OUT.split(quote) if _WORD.search(part)]
        found = [self._find(part, after=0) for part in parts[:1]]
        for part in parts[1:]:
            found.append(self._find(part, after=found[-1].end) if found[-1] else None)
        if not found or None in found or found[-1].end - found[0].start > max(MOST_APART, 2 * len(quote)):
            return None
        return Found(found[0].start, found[-1].end, all(one.exact for one in found))

    def _find(self, quote: str, *, after: int) -> Found | None:
        wanted = [word.text for word in _words(quote)][:MOST_WORDS]
        if sum(map(len, wanted)) < FEWEST_LETTERS:
            return None
        return self._exact("".join(wanted), after=after) or self._similar(wanted, after=after)

    def _exact(self, letters: str, *, after: int) -> Found | None:
        """The first stretch of whole words with exactly these letters, however they are parted."""
        at = self._letters.find(letters)
        while at >= 0:
            first, last = self._first_at.get(at), self._last_at.get(at + len(letters))
            if first is not None and last is not None and self._words[first].start >= after:
                return self._found(first, last + 1, exact=True)
            at = self._letters.find(letters, at + 1)
        return None

    def _similar(self, wanted: list[str], *, after: int) -> Found | None:
        if len(wanted) < 3:  # one changed letter in a word or two is another word
            return None
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(" ".join(wanted))
        best, where = 0.0, None
        for first, end in self._likely(wanted, after=after):
            window = [word.text for word in self._words[first:end]]
            matcher.set_seq1(" ".join(window))
            ratio = matcher.ratio()
            if ratio >= SIMILAR and ratio > best and _numbers(window) == _numbers(wanted):
                best, where = (ratio, (first, end)) if _same_words(wanted, window) else (best, where)
        return self._found(*where, exact=False) if where else None

    def _likely(self, wanted: list[str], *, after: int) -> list[tuple[int, int]]:
        """The stretches of about as many words that share most words with the quote, at least half of them."""
        size, asked = len(wanted), Counter(wanted)
        scored: list[tuple[int, int, int]] = []
        for width in (size, size - 1, size + 1):
            have: Counter = Counter()
            shared = 0
            for end, word in enumerate((word.text for word in self._words), start=1):
                shared += have[word] < asked[word]
                have[word] += 1
                if end > width:
                    gone = self._words[end - width - 1].text
                    have[gone] -= 1
                    shared -= have[gone] < asked[gone]
                if end >= width and shared * 2 >= size and self._words[end - width].start >= after:
                    scored.append((shared, -(end - width), width))
        return [(-first, width - first) for _, first, width in nlargest(MOST_TRIED, scored)]

    def _found(self, first: int, end: int, *, exact: bool) -> Found:
        return Found(self._words[first].start, self._words[end - 1].end, exact)


def _numbers(words: list[str]) -> list[str]:
    return [word for word in words if any(map(str.isdigit, word))]


def _same_words(wanted: list[str], window: list[str]) -> bool:
    """Whether each longer word has itself, or a slip of it, on the other side: "React" for "Angular" is no slip."""
    pairs = ((wanted, set(window)), (window, set(wanted)))
    return all(
        any(SequenceMatcher(None, word, other, autojunk=False).ratio() >= SAME_WORD for other in there)
        for here, there in pairs
        for word in here
        if len(word) >= LEAST_LETTERS and word not in there
    )


def _words(text: str) -> list[_Word]:
    """The words of a text in lower case, accents kept, each with its place in the text as it stands."""
    return [_Word(_folded(found[0]), found.start(), found.end()) for found in _WORD.finditer(text)]


def _folded(word: str) -> str:
    """Without case. By way of upper case, where Turkish dotless ı is the same I; the dot of İ is dropped for the same
    reason: whoever changes case without knowing the language changes one into the other."""
    upper = unicodedata.normalize("NFKC", word).upper()
    return unicodedata.normalize("NFKC", upper.casefold()).replace("i\u0307", "i").replace("’", "'")
