"""Which degree a text asks for, and the words by which CVs name such degrees."""

import re

from matching.rubric.text import fold, pattern

ASKS_DEGREE = pattern(
    r"""\b(?:bachelor\w*|master'?s?(?= (?:degree|of|in|or|and|level|\w+ degree))|masters|degrees?|diploma\w*|
    ph\.? ?d\b|doctorate|
    doctoral|b\.?sc|m\.?sc|b\.?tech|b\.e\b|b\.s\b|b\.a\b|m\.s\b|mba|undergraduate|postgraduate|graduate of|graduated|
    university|college education|ged|high school (?:diploma|graduate|or|education)|associate'?s?(?= degree)|
    a-levels?\b(?! \w+ math)|
    \d gcses?|gcses? (?:in|grade|english|maths)|apprenticeship|nvq|hnc|hnd|
    studium|\w*hochschul\w*|universitats\w*|ausbildung|berufsausbildung|studienabschluss|abgeschlossene\w*|abitur|
    bac ?\+ ?\d|bac pro|bts|dut|diplome\w*|ecole d'ingenieur\w*|ingenieur diplome|formation (?:superieure|de type|
    bac|en|initiale|d[eu'])|
    licence (?:en|pro)|master (?:en|2|1)|cap\b|bep\b|
    titulacion|titulad[oa]|titulo|grado (?:en|medio|superior|universitario)|licenciatura|licenciad[oa]|
    formacion profesional|fp\b(?!&)|
    ciclo formativo|estudios (?:superiores|universitarios|de)|
    hbo|mbo|wo\b|opleiding|afgeronde|\w*denkniveau)\b"""
)
_CUES = (
    (r"\bph\.? ?d|doctora\w+|promotion\b", "PhD; doctorate; doctoral degree; Promotion"),
    (
        r"\bmaster|\bm\.?sc|\bmba\b|\bm\.s\b|bac ?\+ ?5|\bwo\b|postgraduate|universitat\w*|studium|"
        r"hochschul\w*|ingenieur",
        "Master; MSc; M.Sc.; MA; MBA; Diplom; postgraduate",
    ),
    (
        r"\bbachelor|\bb\.?sc|\bb\.a\b|\bb\.s\b|\bdegree|graduate|universit\w+|studium|hochschul\w*|bac "
        r"?\+ ?[345]|licence|"
        r"licenciatura|licenciad|grado|hbo|college",
        "Bachelor; BSc; B.Sc.; BA; B.A.; BS; B.Tech; degree; graduate; Licence; Grado; licenciatura; HBO",
    ),
    (r"\bhigh school|\bged\b|abitur|secondary school", "high school; diploma; GED; secondary school; Abitur"),
    (r"\bdiplom", "diploma; Diplom; diplôme; HND"),
    (
        r"apprentice|ausbildung|\bbts\b|\bdut\b|\bcap\b|\bbep\b|formacion profesional|\bfp\b|ciclo|mbo\b|"
        r"bac pro|vocational|nvq|hnc|hnd|opleiding",
        "apprenticeship; Ausbildung; BTS; DUT; CAP; formación profesional; ciclo formativo; MBO; NVQ; "
        "HND; vocational training",
    ),
)
_WORDS = tuple((re.compile(cue), tuple(words.split("; "))) for cue, words in _CUES)


def degree_words(text: str) -> tuple[str, ...]:
    """The words by which a CV may name the degree that a text asks for, in five languages."""
    folded = fold(text)
    return tuple(word for cue, words in _WORDS if cue.search(folded) for word in words)
