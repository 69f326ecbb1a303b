"""How broken a text looks, by what extractors do wrong; pure arithmetic on characters."""

import re

# The longest words that CVs really hold ("Telecommunications", German compounds) stay below or come rarely.
_LONG_RUN = re.compile(r"[^\W\d_]{19,}")
_WIDE_SCRIPTS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]"
)
_JOIN = re.compile(r"[a-zà-öø-ÿ]{2}[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]")
_GLUED = re.compile(r"[^\W\d_][,;:!?)][^\W\d_]{2}")
_SPACED = re.compile(r"(?<![^\s])(?:[^\W\d_] ){3,}[^\W\d_](?![^\s])")
_LOST = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_GLYPH_NAME = re.compile(
    r"/[a-z]+\.(?:sc|lnum|onum|alt|osf|smcp|case)\b|\(cid:\d+\)|/(?:uni[0-9A-F]{4}|g\d+)\b|\w\.(?:sc|lnum|smcp)\b"
)
_TRIPLED = re.compile(r"([^\W\d_])\1\1")
_ADDRESS = re.compile(r"\S*(?:@|://|www\.|\.(?:com|org|net|io|de|edu|co)\b)\S*|\S+/\S+/\S*")


def fault_score(text: str) -> float:
    """Faulty letters per letter: 0 is clean, over 0.05 looks broken; 1.0 when there are no letters at all.

    The faults are those measured in pypdf and PDFium: lost spaces, joined words, glued punctuation, letter-spaced words,
    lost and private characters, glyph names, tripled letters.
    """
    letters = sum(map(str.isalpha, text))
    if not letters:
        return 1.0
    text = _ADDRESS.sub(" ", text)
    long_runs = sum(len(run) for run in _LONG_RUN.findall(text) if not _WIDE_SCRIPTS.search(run))
    faults = (
        long_runs
        + 4 * len(_JOIN.findall(text))
        + 4 * len(_GLUED.findall(text))
        + sum(len(run) for run in _SPACED.findall(text))
        + 2 * len(_LOST.findall(text))
        + 8 * len(_GLYPH_NAME.findall(text))
        + 3 * len(_TRIPLED.findall(text))
    )
    return min(1.0, faults / letters)
