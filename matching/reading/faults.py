"""How broken a text looks, by what extractors do wrong; pure arithmetic on characters."""

import re

# The longest words that CVs really hold ("Telecommunications", German compounds) stay below or come rarely.
_LONG_RUN = re.compile("[^\\W\\d_\u0e00-\u109f\u1780-\u17ff\u2e80-\U0010ffff]{19,}")
_JOIN = re.compile(r"(?<![^\W\d_])[^\W\d_]*[a-zà-öø-ÿ]{3}[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{2}[^\W\d_]*")
_GLUED = re.compile("[^\\W\\d_\u2e80-\U0010ffff][,;:!?)][^\\W\\d_\u2e80-\U0010ffff]{2}")
_SPACED = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?!\S)")
# A private character by itself is an icon; inside a word, or several in a row, it is a letter that got lost.
_LOST = re.compile("(?<=[^\\W_])[\ufffd\ue000-\uf8ff]+(?=[^\\W_])|[\ufffd\ue000-\uf8ff\x01-\x08\x0e-\x1f]{3,}")
_GLYPH_NAME = re.compile(
    r"/?\b[a-z]+\.(?:sc|lnum|onum|tnum|alt|osf|smcp|case)\b|\b[A-Z]\.sc\b|\(cid:\d+\)"
    r"|(?<![^\s(])/[A-Za-z][\w.◎♂¶-]*(?![^\s,;)])"
)
_TRIPLED = re.compile(r"(?:([^\W\d_])\1\1){3,}")
_ADDRESS = re.compile(r"\S{0,80}(?:@|://|www\.|\.(?:com|org|net|io|de|edu|co)\b)\S*|\S{1,80}/\S{1,80}/\S*")
# Only what has one of these signs can be one; asking that first is most of the speed.
_MAYBE_ADDRESS = re.compile(r"(?<!\S)[^\s@/.]*[@/.]\S*")
_TOKEN = re.compile(r"\S{2,}")
_ODD_MIDDLE = re.compile(r"[^\W\d_][^\w\s'’.,/&+@:()\-–]+[^\W\d_]|[^\W\d_]\d+[a-zà-ÿ]|[a-zà-ÿ][A-Z]+[a-z]?[A-Z]")
_LONE_SIGN = re.compile(r"^[,;:.)!?]$", re.MULTILINE)
# "Verantwortungsbewusstsein" has 25 letters: up to 30 only what is more than usual counts, beyond it is several words.
USUAL_LONG = 18
LONGEST_WORD = 30
MOST_ODD_TOKENS = 0.3
FEWEST_TOKENS = 40


def fault_score(text: str) -> float:
    """Faulty letters per letter: 0 is clean, over 0.05 looks broken; 1.0 when there are no letters at all.

    The faults are those measured in pypdf and PDFium: lost spaces, joined words, glued punctuation, letter-spaced
    words, lost and private characters, glyph names, tripled letters. A joined word counts once however often
    it comes, because words such as "JavaScript" look the same.
    """
    letters = sum(map(str.isalpha, text))
    if not letters:
        return 1.0
    text = _without_addresses(text)
    faults = (
        sum(len(run) if len(run) > LONGEST_WORD else len(run) - USUAL_LONG for run in _LONG_RUN.findall(text))
        + 3 * len(set(_JOIN.findall(text)))
        + 4 * len(_GLUED.findall(text))
        + sum(map(len, _SPACED.findall(text)))
        + 2 * sum(map(len, _LOST.findall(text)))
        + 8 * len(_GLYPH_NAME.findall(text))
        + 3 * len(_TRIPLED.findall(text))
        + 4 * len(_LONE_SIGN.findall(text))
    )
    return min(1.0, faults / letters)


def is_garbled(text: str) -> bool:
    """Whether the letters are a font's own numbering and no language: signs and capitals in the middle of words."""
    tokens = _TOKEN.findall(_without_addresses(text))
    if len(tokens) < FEWEST_TOKENS:
        return False
    return sum(bool(_ODD_MIDDLE.search(token)) for token in tokens) > MOST_ODD_TOKENS * len(tokens)


def _without_addresses(text: str) -> str:
    return _MAYBE_ADDRESS.sub(lambda found: _ADDRESS.sub(" ", found[0]), text)
