"""Quote check: does a passage that a model claims to have copied really stand in the text that it was given?"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from difflib import SequenceMatcher

SIMILAR = 0.9
FEWEST_LETTERS = 3
MOST_WORDS = 60  # of a quote that is looked at: 20 are asked for
SAME_WORD = 0.75
LEAST_LETTERS = 4  # shorter words may be left out or put in: "the", "and", "of"
# Chinese and Japanese are written without blanks: there each sign is a word of its own.
_SIGN = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_SIGN}]|[^\W_{_SIGN}]+(?:[+#]+|(?:['’.][^\W_{_SIGN}]+)+)?")


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
        self._joined = " ".join(word.text for word in self._words)
        self._places: list[int] = []
        at = 0
        for word in self._words:
            self._places.append(at)
            at += len(word.text) + 1

    def find(self, quote: str) -> Found | None:
        """Where a quote stands; None when it is not in the text.

        Case, blanks and punctuation do not count. Word for word first; otherwise the stretch of as many words that is
        most like it, if at least 0.9 of the letters agree (difflib's ratio over characters), no number differs, and no
        word of four or more letters was exchanged for another.
        """
        wanted = [word.text for word in _words(quote)][:MOST_WORDS]
        if sum(map(len, wanted)) < FEWEST_LETTERS:
            return None
        at = f" {self._joined} ".find(f" {' '.join(wanted)} ")
        if at >= 0:
            first = bisect_right(self._places, at) - 1
            return self._found(first, first + len(wanted), exact=True)
        return self._similar(wanted)

    def _found(self, first: int, end: int, *, exact: bool) -> Found:
        return Found(self._words[first].start, self._words[end - 1].end, exact)

    def _similar(self, wanted: list[str]) -> Found | None:
        size = len(wanted)
        if size < 3:  # one changed letter in a word or two is another word
            return None
        sought = " ".join(wanted)
        numbers = [word for word in wanted if any(map(str.isdigit, word))]
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(sought)
        best, where = SIMILAR, None
        letters = set(wanted)
        for width in (size, size - 1, size + 1):
            for first in range(len(self._words) - width + 1):
                window = [word.text for word in self._words[first : first + width]]
                if len(letters.intersection(window)) * 2 < size:
                    continue
                if [word for word in window if any(map(str.isdigit, word))] != numbers:
                    continue
                matcher.set_seq1(" ".join(window))
                if matcher.real_quick_ratio() < best or matcher.quick_ratio() < best:
                    continue
                ratio = matcher.ratio()
                if (ratio > best or (where is None and ratio >= best)) and _same_words(wanted, window):
                    best, where = ratio, (first, first + width)
        return self._found(*where, exact=False) if where else None


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
    """The words of a text in lower case without accents lost, each with its place in the text as it stands."""
    return [
        _Word(unicodedata.normalize("NFKC", found[0]).casefold().replace("’", "'"), found.start(), found.end())
        for found in _WORD.finditer(text)
    ]
