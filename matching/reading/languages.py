"""Which of Tesseract's language packs a text asks for: by its script, and in Latin and Cyrillic by its small words."""

import re
from collections import Counter
from collections.abc import Iterable

ENGLISH = "eng"
# What Tesseract calls the scripts that it tells apart, and the packs that read each, the likelier ones first.
PACKS: dict[str, tuple[str, ...]] = {
    "Latin": (
        *("eng", "deu", "fra", "spa", "ita", "nld", "por", "pol", "ces", "slk", "dan", "swe", "nor", "fin", "hun"),
        *("ron", "hrv", "slv", "tur", "cat", "vie", "ind", "lit", "lav", "est", "isl", "sqi", "lat"),
    ),
    "Cyrillic": ("rus", "ukr", "bul", "srp", "bel", "mkd", "kaz"),
    "Greek": ("ell",),
    "Hebrew": ("heb",),
    "Arabic": ("ara", "fas", "urd"),
    "Han": ("chi_sim", "chi_tra", "jpn"),
    "Japanese": ("jpn",),
    "Korean": ("kor",),
    "Thai": ("tha",),
    "Devanagari": ("hin", "mar", "nep"),
    "Bengali": ("ben",),
    "Tamil": ("tam",),
    "Telugu": ("tel",),
    "Gujarati": ("guj",),
    "Georgian": ("kat",),
    "Armenian": ("hye",),
}
_SAME = {"Fraktur": "Latin", "Hiragana": "Japanese", "Katakana": "Japanese", "Hangul": "Korean", "HanS": "Han"}
_LETTERS = {
    "Latin": "A-Za-zÀ-ɏḀ-ỿ",
    "Cyrillic": "Ѐ-ӿ",
    "Greek": "Ͱ-Ͽἀ-῿",
    "Hebrew": "\u0590-\u05ff\ufb1d-\ufb4f",
    "Arabic": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
    "Japanese": "\u3041-\u30ff",
    "Han": "\u3400-\u9fff\uf900-\ufaff",
    "Korean": "\uac00-\ud7af\u1100-\u11ff",
    "Thai": "\u0e00-\u0e7f",
    "Devanagari": "\u0900-\u097f",
    "Bengali": "\u0980-\u09ff",
    "Tamil": "\u0b80-\u0bff",
    "Telugu": "\u0c00-\u0c7f",
    "Gujarati": "\u0a80-\u0aff",
    "Georgian": "\u10a0-\u10ff",
    "Armenian": "\u0530-\u058f",
}
_SCRIPTS = {script: re.compile(f"[{letters}]") for script, letters in _LETTERS.items()}
# Words of one to five letters that nearly every page holds, and few pages of the other languages do; without accents
# too, because that is how a reader that does not know the language writes them.
_SMALL = {
    "eng": "the and of to for with in from at by on as was is an this that",
    "deu": "und der die das mit von für fur im zu bei den des als auf einer eines nach bis seit zum zur",
    "fra": "et de la le les des du une dans pour avec sur aux en par chez au depuis",
    "spa": "y de la el los las en con para una del por como desde hasta al",
    "ita": "e di il la per con del della in da nel nella delle dei sono gli un presso",
    "nld": "en van het de een met voor in bij op aan als naar door te tot bij",
    "por": "e de da do com para em uma os as dos das na no pela por desde até",
    "pol": "i w z na do oraz dla od przez się sie jako o ze po",
    "ces": "a v na s pro z do se od při pri ze jako ve",
    "dan": "og i af til med for en på pa det som den fra ved",
    "swe": "och i av till med för for en på pa som att den från fran",
    "nor": "og i av til med for en på pa som det fra ved",
    "fin": "ja on sekä seka tai myös myos oli kanssa mukaan",
    "hun": "és es a az egy hogy nem mint vagy volt",
    "ron": "și si de la în in cu pentru din a prin ca pe",
    "tur": "ve bir ile için icin olarak bu da de",
    "cat": "i de la el els les amb per en del als una",
    "vie": "và va của cua các cac trong cho là la một",
    "rus": "и в на с по для от из как не до при что",
    "ukr": "і та в на з у для від до за як що",
    "bul": "и на в с за от по до към със като е",
}
_WORDS = {pack: frozenset(words.split()) for pack, words in _SMALL.items()}
_WORD = re.compile(r"[^\W\d_]+")
FEWEST_LETTERS = 60
FEWEST_SMALL_WORDS = 4
LEAST_SHARE = 0.15
FEWEST_OTHERS = 1.25


def script_of(text: str) -> str:
    """The script of a text, by Tesseract's name; "" with too few letters to tell.

    A script other than Latin wins with a seventh of the letters, because every CV holds names of firms and products.
    """
    counts = {script: len(letters.findall(text)) for script, letters in _SCRIPTS.items()}
    for script in ("Han", "Japanese", "Korean"):
        counts[script] *= 2  # One sign stands for about two letters of a word.
    if sum(counts.values()) < FEWEST_LETTERS:
        return ""
    others = {script: count for script, count in counts.items() if script != "Latin"}
    if others["Japanese"] > LEAST_SHARE * others["Han"]:
        others["Japanese"] += others.pop("Han")
    best = max(others, key=others.__getitem__)
    return best if others[best] > LEAST_SHARE * sum(counts.values()) else "Latin"


def packs_for(script: str, *, installed: Iterable[str]) -> tuple[str, ...]:
    """The installed packs that read a script, the likelier ones first."""
    known = set(installed)
    return tuple(pack for pack in PACKS.get(_SAME.get(script, script), ()) if pack in known)


def language_of(text: str, *, among: Iterable[str]) -> str:
    """The pack among some whose small words a text is full of; "" when none stands out."""
    counts = Counter(_WORD.findall(text.lower()))
    hits = {pack: sum(counts[word] for word in _WORDS.get(pack, ())) for pack in among}
    first, second, *_ = [*sorted(hits, key=hits.__getitem__, reverse=True), "", ""]
    if hits.get(first, 0) < max(FEWEST_SMALL_WORDS, FEWEST_OTHERS * hits.get(second, 0)):
        return ""
    return first


def with_english(pack: str, *, installed: Iterable[str]) -> str:
    """A pack as Tesseract is told it, with English after it: a CV in any language has English words."""
    return pack if pack == ENGLISH or ENGLISH not in installed else f"{pack}+{ENGLISH}"
