"""Latin words that are spelled with look-alike letters of another alphabet: read as they look.

A person sees "Python"; a program sees other letters and finds nothing, or is told apart from its neighbours. Honest
Cyrillic and Greek words hold letters that look like no Latin one, and stay as they are.
"""

import re

_CYRILLIC = dict(zip("аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅԚԜ", "aeopcyxijshdqwABEKMHOPCTYXIJSQW", strict=True))
_GREEK = dict(zip("ορνυιακΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "opvuiakABEZHIKMNOPTYX", strict=True))
LATIN_TWINS = str.maketrans(_CYRILLIC | _GREEK)
_ALPHABETS = tuple((frozenset(letters), frozenset(letters.values())) for letters in (_CYRILLIC, _GREEK))
_WORD = re.compile("[A-Za-z\u0370-\u03ff\u0400-\u052f]{2,}")
_OTHERS = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_LATINS = re.compile("[A-Za-z]")
# A slip of the keyboard layout is one word; this many different ones are made on purpose.
FLAGGED_WORDS = 3
MOSTLY_LATIN = 0.8
FEWEST_LETTERS = 3


def as_they_look(text: str) -> tuple[str, int]:
    """(the text with such words in Latin letters, how many different ones there were)."""
    others = len(_OTHERS.findall(text))
    if not others:
        return text, 0
    mostly_latin = len(_LATINS.findall(text)) > MOSTLY_LATIN / (1 - MOSTLY_LATIN) * others
    changed: set[str] = set()

    def read(found: re.Match) -> str:
        word = found.group()
        foreign = set(_OTHERS.findall(word))
        twins = next((twins for like, twins in _ALPHABETS if foreign and foreign <= like), None)
        if twins is None:
            return word
        own = set(_LATINS.findall(word))
        # A letter that only Latin has makes it a Latin word; without one the rest of the text decides.
        if own - twins or (mostly_latin and len(word) >= FEWEST_LETTERS and (own or not word.islower())):
            changed.add(word)
            return word.translate(LATIN_TWINS)
        return word

    return _WORD.sub(read, text), len(changed)
