"""Pronouns and titles that tell a gender, made neutral."""

import re

from matching.redaction.parts import Line
from matching.redaction.plain import Span
from matching.redaction.words import words

_NEUTRAL = {
    "he": "they", "she": "they", "him": "them", "his": "their", "hers": "theirs", "himself": "themselves",
    "herself": "themselves", "he's": "they're", "she's": "they're",
}  # fmt: skip
_VERBS = {"is": "are", "was": "were", "has": "have", "does": "do"}
_ENGLISH = re.compile(
    r"(?<![\w'@#/.-])(?:(?P<who>s?he)(?: (?P<verb>is|was|has|does))?|(?P<word>s?he's|him|his|hers|himself|"
    r"herself)|(?P<her>her))(?![\w/-])"
)
# A pronoun with a verb of the third person, so that "il y a", "er" in Dutch and the polite "Sie" stay.
_DO = {
    "de": r"(?:ist|war|hat|wird|wurde|arbeitet|leitet|leitete|arbeitete|verfugt|besitzt|kann|konnte|ubernahm|spricht)",
    "fr": r"(?:est|etait|a(?! y)|avait|travaille|dirige|possede|maitrise|parle|sait|peut)",
    "nl": r"(?:is|was|heeft|had|werkt|werkte|leidt|kan|spreekt|beschikt)",
    "es": r"(?:es|era|ha|tiene|trabaja|trabajo|dirige|posee|habla|cuenta)",
}
_OTHERS = {
    "de": (re.compile(rf"(?<!\w)(?:er|sie)(?= {_DO['de']}(?!\w))"), "die Person"),
    "fr": (
        re.compile(
            rf"(?<![\w'-])(?:elle|il)(?= {_DO['fr']}(?!\w))(?! est (?:possible|necessaire|important))(?! a fallu)"
        ),
        "la personne",
    ),
    "nl": (re.compile(rf"(?<!\w)(?:hij|zij|ze)(?= {_DO['nl']}(?!\w))"), "de persoon"),
    "es": (re.compile(rf"(?<!\w)(?:el|ella)(?= {_DO['es']}(?!\w))"), "la persona"),
}
_MARKS = {
    "en": words("the and of with for in to experience skills team managed"),
    "de": words("und der die das mit fur im von bei erfahrung kenntnisse"),
    "fr": words("et les des dans pour avec une du au experience"),
    "nl": words("en het een van voor met op de bij ervaring"),
    "es": words("y los las con para una del en experiencia"),
}
_TITLE = re.compile(
    r"(?<![\w.-])(?:mr|mrs|ms|miss|mx|messrs|sir|madam|herrn?|frau|fraulein|monsieur|madame|mademoiselle|mme|mlle|senora?|senorita|"
    r"sra|srta|dhr|mevr|mevrouw|mw(?=\.)|de heer|meneer|sig\.ra|sig(?=\.)|dott\.ssa|signora?)\.? (?=[^\W\d_]|\[name\])"
)
_SOUTH_TITLE = re.compile(r"(?<![\w.-])(?:sr|don|dona|d\.a)\.? (?=[^\W\d_]|\[name\])")
_FRENCH_TITLE = re.compile(r"(?<![\w.-])m\. (?=[^\W\d_]{3}|\[name\])")
_TITLE_WORDS = words(
    "mr mrs ms miss mx messrs sir madam herr herrn frau fraulein monsieur madame mademoiselle mme mlle "
    "senor senora senorita sra srta "
    "dhr mevr mevrouw mw heer meneer sig dott signor signora sr don dona m"
)
_PRONOUN_WORDS = words("he she him his her hers himself herself er sie elle il hij zij ze el ella")


def mask_pronouns(lines: list[Line]) -> int:
    """Put neutral words in place of he, she, Mr, Frau and the like; returns how many there were."""
    held = [line for line in lines if not line.gone]
    language = _language([line.words for line in held])
    removed = 0
    for line in held:
        found = line.words
        if not found.isdisjoint(_TITLE_WORDS):
            removed += line.put(_titles(line, language))
        if found.isdisjoint(_PRONOUN_WORDS):
            continue
        if language == "en":
            removed += line.put([span for match in _ENGLISH.finditer(line.plain) if (span := _english(line, match))])
        elif language in _OTHERS:
            pattern, neutral = _OTHERS[language]
            removed += line.put(
                [(*match.span(), _cased(line.text[match.start()], neutral)) for match in pattern.finditer(line.plain)]
            )
    return removed


def _language(found: list[frozenset[str]]) -> str:
    """The language whose small words stand in most lines; English when none does."""
    counts = {language: sum(len(marks & line) for line in found) for language, marks in _MARKS.items()}
    return max(counts, key=lambda language: (counts[language], language == "en"))


def _english(line: Line, match: re.Match) -> Span | None:
    start, end = match.span()
    if line.text[start:end].isupper() and not line.text.isupper():
        return None
    first = line.text[start]
    if match["who"]:
        verb = f" {_VERBS[match['verb']]}" if match["verb"] else ""
        return start, end, _cased(first, "they") + verb
    if match["her"]:
        return start, end, _cased(first, "their" if re.match(r" [^\W\d_]", line.plain[end:]) else "them")
    return start, end, _cased(first, _NEUTRAL[match["word"]])


def _cased(first: str, neutral: str) -> str:
    return neutral[0].upper() + neutral[1:] if first.isupper() else neutral


def _titles(line: Line, language: str) -> list[Span]:
    """Titles before a word with a capital."""
    patterns = [_TITLE]
    if language == "es":
        patterns.append(_SOUTH_TITLE)
    if language == "fr":
        patterns.append(_FRENCH_TITLE)
    found = [match for pattern in patterns for match in pattern.finditer(line.plain)]
    return [(*match.span(), "") for match in found if _is_title(line.text, match)]


def _is_title(text: str, match: re.Match) -> bool:
    """`Ms Doe` but not `MS Office`, and not a title that stands before a word without a capital."""
    start, end = match.span()
    if text[end] == "[":
        return True
    written = text[start].isupper() or match[0].startswith(("dhr", "mevr", "mw", "de heer", "mme", "mlle"))
    return (
        written
        and text[end].isupper()
        and not (match[0].strip(" .") in ("ms", "mr", "mx") and text[start + 1].isupper())
    )
