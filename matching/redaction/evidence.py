"""What e-mail addresses, links and the file name say about a name."""

import re

from matching.redaction.plain import WORD, plain
from matching.redaction.words import words
from matching.redaction.words.given_names import GIVEN_NAMES
from matching.redaction.words.not_names import NOT_NAMES
from matching.redaction.words.ordinary import ORDINARY

_LETTERS = re.compile(r"[\W\d_]+")
_CAMEL = re.compile(r"(?<=[a-z\u00df-\u00ff])(?=[A-Z\u00c0-\u00de])")
_FILE_NOISE = words(
    """
    cv resume lebenslauf curriculum vitae bewerbung bewerbungsunterlagen application final latest new neu copy kopie
    copie copia scan scanned pdf docx doc txt rtf odt en de fr es nl it english deutsch german francais french version
    v updated theme template sample example examples main classic modern file document upload page cover letter
    unterlagen
    anschreiben zeugnis profil profile und and of for signed draft derived scans
    """
)
_GENERIC = words(
    """
    info contact mail email hello hi hallo me my office admin job jobs career careers apply work cv resume kontakt
    bewerbung post web webmaster support name firstname lastname vorname nachname nom prenom address your you example
    """
)


def collapsed(token: str) -> str:
    """A folded word with `ue` for an umlaut written as one letter, so that both spellings are the same."""
    return token.replace("ae", "a").replace("oe", "o").replace("ue", "u").replace("ss", "s")


def ways(original: str) -> set[str]:
    """The folded spellings of one written word: `Küster` gives `kuster` and `kuester`."""
    low = original.lower()
    long = low.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ø", "oe").replace("ß", "ss")
    return {plain(low), plain(long.replace("å", "aa").replace("æ", "ae"))}


def all_ways(original: str) -> set[str]:
    """Also the one with a single letter for `ue`: `Kuester` gives `kuster`."""
    return ways(original) | {collapsed(plain(original))}


def letters(text: str) -> str:
    """Only the letters of a folded text."""
    return _LETTERS.sub("", text)


def whole_tokens(local: str, tokens: tuple[str, ...]) -> int:
    """How many whole tokens `local` (letters only) is made of; 0 unless tokens and initials spell all of it."""
    parts = tuple(collapsed(part) for token in tokens for part in token.split("-") if part)
    return max(_spell(collapsed(local), parts[:6], 0), 0)


def _spell(rest: str, tokens: tuple[str, ...], whole: int) -> int:
    if not rest:
        return whole
    best = -1
    for index, token in enumerate(tokens):
        left = tokens[:index] + tokens[index + 1 :]
        if rest.startswith(token):
            best = max(best, _spell(rest[len(token) :], left, whole + (len(token) > 2)))
        if rest[0] == token[0]:
            best = max(best, _spell(rest[1:], left, whole))
    return best


def corroboration(tokens: tuple[str, ...], *, spelt: list[str], file_tokens: tuple[str, ...]) -> int:
    """Points from 0 to 7 for a name whose tokens are found again in addresses, links or the file name."""
    points = 0
    for local in spelt:
        whole = whole_tokens(local, tokens)
        if whole >= 2 or (whole == 1 and len(local) > max(map(len, tokens))):
            points = max(points, 7)
        elif whole == 1 and len(local) > 3:
            points = max(points, 4)
        elif any(len(token) > 3 and token in local for token in tokens):
            points = max(points, 3)
    shared = sum(token in file_tokens for token in tokens if len(token) > 1)
    joined = any(len(word) > 5 and whole_tokens(word, tokens) >= 2 for word in file_tokens)
    return max(points, 6 if shared >= 2 or joined else 2 * shared)


def spellings(locals_: list[str], slugs: list[str]) -> list[str]:
    """What addresses and links spell, letters only, without those that spell nothing of a person."""
    found = [letters(text) for text in [*locals_, *slugs]]
    return list(dict.fromkeys(text for text in found if len(text) > 2 and text not in _GENERIC))


def file_tokens(file_name: str) -> tuple[str, ...]:
    """The folded words of a file name that may be of a name."""
    stem = file_name.replace("\\", "/").rpartition("/")[2]
    stem = stem.rpartition(".")[0] or stem
    found = re.findall(r"[^\W\d_]+", plain(_CAMEL.sub(" ", stem)))
    return tuple(word for word in found if word not in _FILE_NOISE)


def name_of_file(file_name: str) -> str:
    """A name that a file name spells by itself, such as "Jane Doe" of `Jane_Doe_CV.pdf`; "" when that is not sure."""
    found = file_tokens(file_name)
    sure = 2 <= len(found) <= 3 and found[0] in GIVEN_NAMES and all(word.isalpha() and len(word) > 1 for word in found)
    if not sure or any(word in NOT_NAMES or (word in GIVEN_NAMES and word in ORDINARY) for word in found[1:]):
        return ""
    stem = _CAMEL.sub(" ", file_name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0])
    shown = [word[0] for word in WORD.finditer(stem) if plain(word[0]) in found]
    return " ".join(word if word[:1].isupper() else word.capitalize() for word in shown)


def loose_tokens(locals_: list[str], head_words: set[str]) -> set[str]:
    """Parts of e-mail addresses that also stand in the head: masked even when no name is sure."""
    parts = {word[0] for local in locals_ for word in re.finditer(r"[^\W\d_]{3,}", local)}
    return {
        part
        for part in parts
        if part in head_words and part not in _GENERIC and part not in NOT_NAMES and part not in ORDINARY
    }
