"""Natural languages by their names in five languages, and what a text asks of them."""

import re

from matching.rubric.text import fold, pattern

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
NAME = "(?:" + "|".join(map(re.escape, sorted(_TONGUE_OF, key=len, reverse=True))) + r")(?!\w)"
_NAME = re.compile(rf"(?<![\w-]){NAME}")
_LEVEL = pattern(
    r"""\b(?:[abc][12]\b|fluen\w+|native|mother tongue|bilingual|speak\w*|spoken|written|verbal|oral|proficien\w+|
    language|languages|
    conversational|business[- ]level|sprachkenntnisse|kenntnisse|fliessend\w*|fließend\w*|verhandlungssicher\w*|
    muttersprach\w*|
    wort und schrift|sprach\w*|courante?|maitris\w+|parl\w+|langue\w*|lu|ecrit\w*|niveau|bilingue|dominio|nivel|
    hablad\w+|escrit\w+|
    habl\w+|idioma\w*|fluid\w+|vloeiend\w*|beheers\w*|woord en geschrift|taal|spreek\w*|nt2|working knowledge|
    reading|read and write|
    command)"""
)
_SUBJECT = pattern(
    r"""\b(?:teach\w*|lehr\w*|enseign\w*|profes\w*|docen\w*|literature|studies|market|company|office|law|gaap|
    cuisine|customers|clients|
    speaking countries|degree|tax|vat|accounting|regulations|employment)\b"""
)
_EITHER = re.compile(rf"{NAME}[^,;]{{0,20}}?\b(?:or|oder|ou|o|of)\b[^,;]{{0,20}}?{NAME}")
_CODE = re.compile(r"\b([abc][12])\b", re.I)
_FLUENT = re.compile(
    r"\b(?:fluen\w+|native|bilingu\w+|mother tongue|fliessend\w*|verhandlungssicher\w*|"
    r"muttersprach\w*|courante?|fluid\w+|vloeiend\w*)"
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
    if _SUBJECT.search(rest):
        return False
    return bool(_LEVEL.search(rest)) or len(re.findall(r"[a-z]{3,}", rest)) <= 4


def tongue_label(text: str, *, plain: str) -> str:
    """Such as "English, fluent" or "German or Dutch"; a native level, which no one may ask for, is said as C1 or C2.

    `plain` is the text without its polite start; it is used when it is short and says it well itself.
    """
    names = tongues_in(text)
    folded = fold(text)
    plain = re.sub(r"^(?:l'|el |la |le |the |de |das )", "", plain, flags=re.I)
    if len(names) > 1 and _EITHER.search(folded):
        return " or ".join(names[:4])
    if (
        len(names) == 1
        and 3 < len(plain) <= 40
        and not re.search(r"nativ|muttersprach|mother|langue maternelle|moedertaal", folded)
    ):
        return plain[:1].upper() + plain[1:] if fold(plain) != fold(names[0]) else f"{names[0]} language"
    return ", ".join(f"{name}{_level_of(name, folded)}" for name in names[:4])


def _level_of(name: str, folded: str) -> str:
    for piece in re.split(r"[,;]|\b(?:and|und|et|y|en)\b", folded):
        if name in tongues_in(piece):
            code = _CODE.search(piece)
            if code:
                return f" ({code.group(1).upper()})"
            return " (C1 or C2)" if _FLUENT.search(piece) else ""
    return ""
