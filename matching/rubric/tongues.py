"""Natural languages by their names in five languages."""

import re

from matching.rubric.text import fold

_NAMES = """
English; Englisch; Englischkenntnisse; anglais; inglés; Engels; Engelse
German; Deutsch; Deutschkenntnisse; allemand; alemán; Duits; Duitse
French; Französisch; Französischkenntnisse; français; francés; Frans; Franse
Spanish; Spanisch; Spanischkenntnisse; espagnol; español; castellano; Spaans; Spaanse
Dutch; Niederländisch; néerlandais; neerlandés; Nederlands; Nederlandse
Italian; Italienisch; italien; italiano; Italiaans
Portuguese; Portugiesisch; portugais; portugués; Portugees
Polish; Polnisch; polonais; polaco; Pools
Russian; Russisch; russe; ruso
Arabic; Arabisch; arabe; árabe
Mandarin; Chinese; Chinesisch; chinois; Cantonese; chino; Chinees
Japanese; Japanisch; japonais; japonés; Japans
Turkish; Türkisch; turc; turco; Turks
Hindi; Urdu; Punjabi
Catalan; catalán; Katalanisch
Welsh; Cymraeg
Swedish; Schwedisch; suédois; sueco; Zweeds
Danish; Dänisch; Deens
Norwegian; Norwegisch
Finnish; Finnisch
Czech; Tschechisch; tchèque; checo
Romanian; Rumänisch; roumain; rumano
Hungarian; Ungarisch; hongrois
Greek; Griechisch
Ukrainian; Ukrainisch; ucraniano
Korean; Koreanisch; coréen
Hebrew
Sign language; BSL; ASL; Gebärdensprache; langue des signes; lengua de signos; gebarentaal
"""
TONGUES = {line.split("; ")[0]: tuple(line.split("; ")) for line in _NAMES.strip().splitlines()}
_TONGUE_OF = {fold(name): tongue for tongue, names in TONGUES.items() for name in names}
_NAME = re.compile(
    r"(?<![\w-])(?:" + "|".join(map(re.escape, sorted(_TONGUE_OF, key=len, reverse=True))) + r")(?![\w])"
)
_LEVEL = re.compile(
    r"\b(?:[abc][12]\b|fluen\w+|native|mother tongue|bilingual|speak\w*|spoken|written|verbal|oral|proficien\w+|"
    r"language|languages|conversational|"
    r"business[- ]level|sprachkenntnisse|kenntnisse|fliessend\w*|fließend\w*|verhandlungssicher\w*|"
    r"muttersprach\w*|wort und schrift|sprach\w*|"
    r"courante?|maitris\w+|parl\w+|langue\w*|lu|ecrit\w*|niveau|bilingue|dominio|nivel|hablad\w+|escrit\w+|"
    r"habl\w+|idioma\w*|fluid\w+|vloeiend\w*|"
    r"beheers\w*|woord en geschrift|taal|spreek\w*|nt2|working knowledge|reading|read and write|command)"
)
_SUBJECT = re.compile(
    r"\b(?:teach\w*|lehr\w*|enseign\w*|profes\w*|docen\w*|literature|studies|market|company|office|law|gaap|cuisine|customers|speaking countries)\b"
)


def tongues_in(text: str) -> list[str]:
    """The languages named in a text, by their English names, in order, without repeats."""
    return list(dict.fromkeys(_TONGUE_OF[found.group()] for found in _NAME.finditer(fold(text))))


def asks_tongue(text: str) -> bool:
    """True when a short text asks for command of a language, not for a subject, a market or a cuisine."""
    folded = fold(text)
    if not _NAME.search(folded):
        return False
    rest = _NAME.sub(" ", folded)
    if _LEVEL.search(rest):
        return True
    return not _SUBJECT.search(rest) and len(re.findall(r"[a-z]{3,}", rest)) <= 4
