"""Cue words in five languages: how much something is needed, what is asked, what is done."""

import re

from matching.rubric.text import fold, pattern
from matching.schemas import Need

_NICE = pattern(
    r"""\b(?:nice[- ]to[- ]haves?|good[- ]to[- ]haves?|
    (?:is|are|be|considered|a|as an?|big|huge|definite|strong|added) (?:a |an )?(?:definite |big |huge |strong |
    real |added )?
    (?:plus|bonus|asset|advantage)|pluses|preferred|preferable|desirable|desired|advantageous|beneficial|bonus|
    optional|
    not (?:required|essential|mandatory|necessary)(?: but)?|(?:aren't|isn't) (?:essential|required|necessary)|
    would (?:make us|delight|impress)|we'd love|would be (?:great|good|helpful|useful|nice|ideal|welcome|lovely|
    amazing)|(?:is|are) (?:helpful|useful|welcome)|
    highly regarded|well regarded|helpful|
    (?:von|ein|einen?|als) (?:grosser |großer )?(?:vorteil|plus)|vorteilhaft|wunschenswert|gern gesehen|gerne gesehen|
    (?:ware|sind|ist) (?:ein |von )?(?:plus|toll|super|schon)|
    (?:est|serait|sera|seront|constitue|constituent|sont) (?:un |de vrais |de )?(?:vrai |reel |gros )?(?:plus|
    atouts?)|
    un (?:vrai )?(?:plus|atout)|souhaite(?:e|s|es)?|souhaitable|apprecie(?:e|s|es)?|
    deseables?|valorables?|se valorar\w*|se valora|valoraremos|sera un plus|
    (?:een|is|als) (?:grote )?pre|is een (?:plus|voordeel)|een pluspunt|pluspunt|gewenst|wenselijk|
    mooi meegenomen)\b"""
)
_PREFER_START = pattern(
    r"""^\W*(?:ideally|preferably|bonus|plus|optional|idealerweise|vorzugsweise|gerne|idealement|de preference|
    preferiblemente|
    idealmente|bij voorkeur|liefst)\b"""
)
_MUST = pattern(
    r"""\b(?:must|essential|required|mandatory|expected|(?:candidate|applicant|person|you) will (?:hold|have|
    possess)|at least|minimum|necessary|a need|needed|non-negotiable|prerequisite|
    zwingend|erforderlich|mindestens|voraussetzung|unbedingt|notwendig|vorausgesetzt|
    exige(?:e|s|es)?|imperati\w+|obligatoires?|au moins|indispensables?|requise?s?|
    imprescindibles?|obligatori[oa]s?|minim[oa]s?|al menos|por lo menos|requerid[oa]s?|necesari[oa]s?|
    vereist|minimaal|noodzakelijk|ten ?minste|verplicht)\b"""
)
_NOT_MUST = pattern(
    r"""\b(?:as|if|when|where|may be|other|all|support|information|documents?|actions?|changes|resources|
    materials|data) (?:is |are )?
    (?:required|necessary|needed)|\b(?:required|needed|necessary) (?:to|for|by)\b|essential (?:part|role|
    functions?|dut\w+)|\bmust not\b|
    \bno [\w ]{0,30}(?:needed|required|necessary)"""
)
_ASKED = pattern(
    r"""\b(?:experience|experienced|knowledge|proficien\w+|familiar\w*|degree|diploma|certif\w+|licen[cs]e\w*|
    skills?|qualifi\w+|must|
    require[sd]?|essential|minimum|at least|\d+\+? ?(?:years?|yrs?)|years of|fluen\w+|understanding of|expertise|
    background in|
    track record|you (?:have|are|bring|hold|know|speak|need|possess|understand|can|should|love)|
    you'(?:re|ve)|ability to|able to|competen\w+|who (?:has|can|knows)|candidate|
    \w*erfahrung\w*|\w*kenntnisse\w*|studium|ausbildung|\w*abschluss|sie (?:haben|verfugen|bringen|sind)|
    du (?:hast|bist|bringst|verfugst|kennst|sprichst)|mindestens|voraussetzung|beherrsch\w+|sicherer umgang|
    experiences?|connaissances?|maitris\w+|diplom\w+|formation|vous (?:avez|etes|maitrisez|justifiez|disposez|
    possedez|parlez)|
    titulaire|justifiant|bac ?\+|au moins|permis [a-e]|
    experiencia|conocimientos?|titulacion|dominio|manejo|formacion|imprescindible|minimo|requisit\w+|carnet|
    ervaring|kennis|opleiding|beheers\w+|je (?:hebt|bent|beschikt|spreekt)|jij (?:hebt|bent)|minimaal|rijbewijs|
    in (?:het )?bezit van)\b"""
)
_DUTY = pattern(
    r"""\b(?:you(?:'ll|'d| will| would)|responsib\w+|in charge of|duties|role (?:is|involves|includes|cent(?:ers|
    res)|focuses|supports|spans)|responsibilities (?:include|span)|tasks include|
    daily (?:work|tasks)|interns? will|typical tasks|
    will (?:be|work|manage|lead|support|develop|help|report|own|design|perform|provide|assist|prepare|include)|
    vous (?!avez|etes|maitr\w+|justif\w+|dispos\w+|possed\w+|parlez)[a-z]{3,}|verantwort\w+|zustandig|
    charge[e]? d[eu]|en charge|te encargaras|seras|
    gestionaras|responsable de|encargad[oa] de|verantwoordelijk)\b|
    (?:^|, )\W*(?:sie|du|je|jij|u) (?!haben|hast|sind|bist|verf\w+|bringe?n?s?t?\b|kenn\w+|sprich\w+|hebt|bent|
    beschikt|spreekt)[a-z]{3,}"""
)
_VERB_WORDS = """
accompany achieve act adhere administer advise analyse analyze answer apply approve arrange assemble assess assign
assist attend audit automate bring build calculate calibrate care carry check clean close coach collaborate
collect communicate compile complete comply conduct configure consult contribute control coordinate cook create
cultivate debug define deliver demonstrate deploy design detect determine develop diagnose direct document draft
drive educate enforce engage ensure enter escalate establish estimate evaluate examine execute expand facilitate
file find focus follow forecast formulate generate give greet grow guide handle help hire identify implement
improve increase influence initiate inspect install integrate interact interface interpret investigate issue keep
launch lead liaise load look maintain manage market measure meet mentor migrate model monitor motivate negotiate
observe obtain open operate optimise optimize order organise organize oversee own participate partner perform pick
plan post prepare present prevent process procure produce program promote propose prospect protect prove provide
purchase receive recommend reconcile record recruit refine repair report represent research resolve respond review
run scale schedule screen secure sell serve set share ship solve source specify stock strengthen study supervise
supply support take teach test track train translate treat troubleshoot undertake update upgrade use validate
verify visit work write
"""
_VERBS = frozenset(_VERB_WORDS.split())
_THIRD = re.compile(r"\W*(?:the|this|they|he|she|post)\b")
_FIRST = re.compile(r"\W*([a-z]+)")


def need_of(text: str) -> Need | None:
    """The need that the clause itself states by a cue word, None when it states none."""
    folded = fold(text)
    if _NICE.search(folded) or _PREFER_START.match(folded):
        return Need.NICE
    return Need.MUST if _MUST.search(_NOT_MUST.sub(" ", folded)) else None


def is_asked(text: str) -> bool:
    """True when a sentence asks something of the candidate."""
    return bool(_ASKED.search(fold(text)))


def is_duty(text: str) -> bool:
    """True when a sentence tells what the person will do."""
    folded = fold(text)
    return bool(_DUTY.search(folded)) or starts_with_verb(text) or third_person_verb(text) > 0


def starts_with_verb(text: str) -> bool:
    """True when the first word is a verb of work: "manage", "manages" or "managing"."""
    found = _FIRST.match(fold(text))
    return bool(found) and _verb(found.group(1))


def _verb(word: str) -> bool:
    ways = (
        word,
        word.removesuffix("s"),
        word.removesuffix("es"),
        word.removesuffix("ing"),
        word.removesuffix("ing") + "e",
    )
    return any(way in _VERBS for way in ways)


def third_person_verb(text: str) -> int:
    """Where the verb starts in "The person in this post manages the diary"; 0 for any other sentence."""
    folded = fold(text[:120])
    if not _THIRD.match(folded):
        return 0
    words = list(re.finditer(r"[a-z]+", folded))[1:10]
    return next((word.start() for word in words if word.group()[-1] == "s" and _verb(word.group())), 0)
