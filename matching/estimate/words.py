"""Words of a CV or a job text: folded, stemmed, with the names of techniques kept whole."""

import re
import unicodedata
from functools import lru_cache

from matching.estimate.wordforms import STEM_OF

_MARKS = re.compile("[\u0300-\u036f]+")
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "’": "'"}

# A word with the punctuation that belongs to it, as in c++, c#, node.js, asp.net, ui/ux, r&d and 401(k).
_WORD = re.compile(
    r"[^\W_]+(?:'[^\W_]+|\+\+|\#(?![^\W_])|\.(?:js|net)(?![^\W_])|[/&][a-z0-9]{1,5}(?![^\W_])|\([bk]\))?"
    r"|\.net(?![^\W_])"
)
_SIDE = 4
_LONG_SIDES = frozenset({"s/4hana"})
# Two words that are also written as one, whatever stands between them.
_PAIR_WORDS = """
front-end back-end full-stack health-care e-commerce e-learning e-mail on-line t-sql x-ray follow-up start-up front-ends
life-cycle work-flow data-base web-site web-sites dev-ops book-keeping book-keeper part-time full-time micro-services
micro-service pre-school co-ordinate co-ordinated co-ordinating co-ordination co-ordinator multi-disciplinary
objective-c
"""
_PAIRS = {tuple(pair.split("-")): pair.replace("-", "") for pair in _PAIR_WORDS.split()}
_FIRSTS = frozenset(first for first, _ in _PAIRS)
_CJK = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_CJK_ANY = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")

# Longest first. The number is the shortest stem that may stay.
_SUFFIXES = tuple(
    sorted(
        (
            (suffix, int(shortest))
            for shortest, group in {
                3: "ing ings ed es s er ers ment ments",
                4: "ly ation ations ational isation isations ization izations ative ator ators ating ated ate ates"
                " tion tions ion ions al ally ity ities able ible ance ances ence ences ant ants ent or ors e y ies ied"
                " ive ise ised ises ising ize ized izes izing ist ists ic ical iste istes eur eurs euse euses"
                " rice rices ung ungen en ern erin erinnen innen cion ciones dor dora dores miento mientos heit keit"
                " heid heden isch ische lich liche elijk elijke",
            }.items()
            for suffix in group.split()
        ),
        key=lambda pair: -len(pair[0]),
    )
)

# Parts that German and Dutch glue together. A long word that starts or ends with one gives that part too.
_COMPOUND_PARTS = """
    software entwicklung entwickler buchhaltung buchhalter finanz lohn steuer bilanz projekt leitung leiter kranken
    pflege pfleger schwester vertrieb vertriebs kunden betreuung personal verwaltung maschinen maschine elektro technik
    techniker mechaniker daten datenbank system systeme netzwerk sicherheit qualitat management controlling logistik
    lager transport einkauf verkauf marketing bau ingenieur architekt lehrer erzieher kinder sozial arbeit padagogik
    kuche koch gastronomie hotel rechts anwalt bank versicherung analyse planung beratung berater produkt produktion
    fertigung medizin arzt labor physik chemie anwendung web kenntnisse erfahrung ausbildung studium ontwikkeling
    ontwikkelaar boekhouder boekhouding verpleegkundige verpleging zorg verkoop klanten beheer beheerder onderwijs
    leraar docent techniek monteur magazijn inkoop administratie medewerker adviseur gegevens veiligheid
"""
_LONG = 11


def fold(text: str) -> str:
    """`text` in one spelling: compatibility forms, case and Latin, Greek and Cyrillic marks folded."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKC", text).casefold()
    for letter, plain in _LETTERS.items():
        text = text.replace(letter, plain)
    return unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", text)))


def words(folded: str) -> list[str]:
    """The words of folded text in order, not stemmed. Chinese and Japanese runs give two-letter pieces."""
    found = _WORD.findall(folded)
    for at in reversed([at for at, word in enumerate(found) if "/" in word or "&" in word]):
        found[at : at + 1] = _sides(found[at])
    doubles = [at for at, word in enumerate(found) if word in _FIRSTS and tuple(found[at : at + 2]) in _PAIRS]
    for at in reversed(doubles):
        found[at : at + 2] = [_PAIRS[found[at], found[at + 1]]]
    if folded.isascii() or not _CJK_ANY.search(folded):
        return found
    return [piece for word in found for piece in _bigrams(word)]


def _sides(word: str) -> list[str]:
    """The word itself when it is short on both sides of its slash (ui/ux), else its sides (sales/marketing)."""
    sides = re.split("[/&]", word)
    if word in _LONG_SIDES or all(len(side) <= _SIDE and side.isalpha() for side in sides):
        return [word]
    return sides


def _bigrams(word: str) -> list[str]:
    if not _CJK_ANY.search(word):
        return [word]
    pieces: list[str] = []
    for run in re.findall(f"{_CJK.pattern}|[^\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+", word):
        if _CJK.match(run) and len(run) > 1:
            pieces += [run[at : at + 2] for at in range(len(run) - 1)]
        else:
            pieces.append(run)
    return pieces


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """The stem of one folded word: forms of one word meet (managing, managed, management); names stay whole."""
    known = STEM_OF.get(word)
    if known is not None:
        return known
    if word.endswith("'s"):
        return stem(word[:-2])
    if len(word) < 4 or not word.isalpha():
        return word
    stripped = _strip(_strip(word))
    return stripped.rstrip("ie") if len(stripped) > 4 else stripped


def _strip(word: str) -> str:
    for suffix, shortest in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= shortest:
            if suffix == "s" and word.endswith(("ss", "us", "is")):
                continue
            rest = word[: -len(suffix)]
            if len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "lsz":
                rest = rest[:-1]
            return rest
    return word


@lru_cache(maxsize=1 << 17)
def stems(word: str) -> tuple[str, ...]:
    """All stems one folded word stands for: its own, the sides of a slash, the known parts of a long compound."""
    if "/" in word:
        return (STEM_OF.get(word, word), *(stem(side) for side in word.split("/") if side))
    own = stem(word)
    if len(word) < _LONG or not word.isalpha():
        return (own,)
    inner = {
        stem(part)
        for part in _COMPOUND_PARTS.split()
        if len(part) > 3 and word != part and (word.startswith(part) or word.endswith(part))
    }
    inner.discard(own)
    return (own, *sorted(inner))


def tokenise(text: str) -> list[str]:
    """The stems of any text in order. Never fails; empty text gives an empty list."""
    return [token for word in words(fold(text)) for token in stems(word)]
