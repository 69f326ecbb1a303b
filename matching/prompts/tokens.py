"""How many tokens a text costs a model, without the model's tokeniser: an estimate by rule.

The rule follows the pieces that the tokenisers of Qwen 2.5 and its kind cut: letters with the space before them, one
digit each, runs of signs, line ends. English words are mostly whole tokens; words of other languages, names and jargon
break into parts of 3 to 4 letters. How English a text is shows in the share of its little words. The figures were
fitted against the vocabulary of Qwen 2.5 on CVs in thirteen languages: on English ones the estimate was within 8 % of
the true count, on others mostly within 15 %, at worst (words run together, Ukrainian) 30 %. Other models' tokenisers
cut finer.
"""

import re
import unicodedata

_LATIN = r"A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_PIECE = re.compile(rf"[{_LATIN}]+|[^\W\d_{_LATIN}]+|\d|[^\S\n]*\n\s*|[^\w\s]+|_+|[^\S\n]{{2,}}|[^\W_]")
_IS_LATIN = re.compile(rf"[{_LATIN}]")
_LITTLE_WORDS = "the and of to in for with a on by from at as an is are was were or that this using all into"
_HALF_WORDS = "de la le les des et en du une un au aux el los las y con para por del que"
_LITTLE = frozenset(_LITTLE_WORDS.split())
_HALF = frozenset(_HALF_WORDS.split())
_LETTERS_PER_TOKEN = 3.3
_CAPITALS_PER_TOKEN = 2.6
_ENGLISH_SLOPE = 0.035
_ENGLISH_SHARE = 0.12
_ACCENT = 0.3
_LONGEST_WORD = 14
# Characters a token by script, named by the first word of the character's Unicode name.
_BY_SCRIPT = {
    "CYRILLIC": 2.6,
    "GREEK": 1.0,
    "CJK": 2.0,
    "HIRAGANA": 1.45,
    "KATAKANA": 1.45,
    "HANGUL": 1.2,
    "ARABIC": 2.5,
    "HEBREW": 2.2,
}


def count_tokens(text: str) -> int:
    """The estimated number of tokens of a text, 0 for an empty one. Deterministic."""
    words, little = 0, 0.0
    fixed = english = foreign = 0.0
    for match in _PIECE.finditer(text):
        piece = match.group()
        if not piece[0].isalpha():
            fixed += max(1.0, len(piece) / 3) if not piece.isspace() else 1.0
        elif not _IS_LATIN.match(piece):
            fixed += sum(1 / _BY_SCRIPT.get(_script(character), 0.6) for character in piece)
        elif piece.isupper() and len(piece) > 2:
            words += 1
            fixed += max(1.0, len(piece) / _CAPITALS_PER_TOKEN)
        else:
            words += 1
            folded = piece.lower()
            little += (folded in _LITTLE) + 0.3 * (folded in _HALF)
            accents = 0 if piece.isascii() else _ACCENT * sum(not character.isascii() for character in piece)
            parts = max(1.0, len(piece) / _LETTERS_PER_TOKEN)
            plain = 1 + _ENGLISH_SLOPE * max(0, len(piece) - 3)
            english += (parts if len(piece) > _LONGEST_WORD else plain) + accents
            foreign += parts + accents
    share = min(1.0, little / words / _ENGLISH_SHARE) if words else 1.0
    return round(fixed + english * share + foreign * (1 - share))


def _script(character: str) -> str:
    return unicodedata.name(character, "?").split()[0]
