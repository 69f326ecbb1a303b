"""The starts and ends of a clause that carry no content, in five languages. All patterns read folded text."""

import re

from matching.rubric.kinds import YEARS
from matching.rubric.text import fold, pattern

_ADJECTIVES = r"""(?:(?:a|an|the|(?:on|in|as|within|at) (?:an?|the)|
    your|some|any|very|highly|strong|stronger|excellent|outstanding|exceptional|good|
    great|solid|proven|
    demonstrated|demonstrable|demonstrate|deep|extensive|working|sound|thorough|(?:basic|intermediate|
    advanced)(?! life)|
    general(?! (?:ledger|practi|
    account|manag|assembl))|expert|in-depth|hands-on|practical|
    previous|prior|recent|relevant|related|professional|significant|substantial|some|direct|
    commercial(?= experience)|clear|full|broad|proficient|
    minimum|successful|progressive|progressively responsible|verifiable|busy|high level of|good level of|
    fundierte[nrs]?|gute[nrs]?|sehr|umfassende[nrs]?|sichere[nrs]?|erste|einschlagige|mehrjahrige|praktische|
    relevante|tiefgehende|
    ausgepragte[sn]?|solide|nachweisbare|eine?n?|
    bonnes?|solides?|excellentes?|parfaite|premiere|une|un|la|le|les|los|las|el|de|die|der|das|het|amplia|
    solidos?|buenos?|buen|alto|demostrable|previa|
    aantoonbare|goede|uitstekende|ruime|relevante|gedegen|enige|een)\s+)*"""
PLAIN_ADJECTIVES = pattern(rf"^\W*{_ADJECTIVES}(?=\w)")
LEAD = pattern(
    r"""^\W*(?:(?:and|but|also|und|aber|et|mais|y|pero|en|maar)\s+|
    (?:you|we|candidates?|applicants?|the (?:ideal |successful )?(?:candidate|applicant)|the role|he/she|they|sie|
    du|vous|je|jij|u)\s+
    (?:(?:will|must|should|would|need to|need|are|'re|have|'ve|also|can|may|is|know|understand|verfugen uber|
    verfugst uber|haben|hast|
    bringen|bringst|beherrschen|beherrschst|kennen|kennst|sind|bist|avez|etes|justifiez d[e']|maitrisez|
    disposez d[e']|possedez|parlez|hebt|bent|
    beschikt over|heeft|kunt|spreekt|look for|ask for|want|expect)\s*)+\b(?:be |have |possess |hold |bring |
    able to |a |an |worked (?:as|in|with) )*|
    you'(?:d|ll|ve|re)\s+(?:be |have |need )?|
    (?:must|should|will|need to)\s+(?:have|be|possess|hold|demonstrate|know)\s+|
    (?:have|having|possess(?:es|ion of)?|holds?|being|be|with|is)\s+(?=\w+ \w+)|(?:have )?worked (?:as|in|with)\s+|
    we (?:need|require|want|expect|ask for|are looking for|look for)\s+|(?:de |d')?formation\s+(?=bac)|
    de formation\s+|
    willing(?:ness)? to\s+|(?:in )?(?:het )?bezit van\s+|titulaire (?:d'|de )|justifiant (?:d'|de ))"""
)
_THINGS = r"""(?:knowledge|experience|understanding|skills?|background|expertise|proficiency|familiarity|ability|
    command|track record|record|
    competenc(?:e|y|ies)|exposure|grasp|mastery|awareness|qualifications?|capability|aptitude|history)"""
KNOWING = pattern(
    rf"""^\W*{_ADJECTIVES}(?:
    (?:{_THINGS}(?:,? (?:and|or|and/or|&) |/|, ){_ADJECTIVES})*{_THINGS}\s+
    (?:of|with|in|to|using|working (?:with|in|on|as)|as|on|within|at|across|for|from|building|developing)\s+
    (?:working (?:with|in|as|on) |using |the use of |the |a )?|
    (?:proficient|experienced?|familiar|skilled|fluent|competent|knowledgeable|comfortable|adept|versed|trained|
    expert|well[- ]versed|
    conversant|at ease|used|hands-on)\s+(?:working )?(?:in|with|at|using|of|to)\s+(?:the use of |using |
    working with )?|
    experience\s+(?=[a-z]+ing\b)|
    (?:able|ability|capable|capacity) (?:to|of)[ ]|(?:worked|working) (?:as|in|with)\s+(?:a |an )?|
    (?:berufs|praxis)?erfahrung(?:en)?\s+(?:in|mit|im|als|bei|auf|aus)\s+(?:der |dem |den |einer |einem )?|
    (?:fach)?kenntnisse\s+(?:in|der|von|im|des|mit|uber)\s+(?:der |dem |den )?|umgang mit\s+(?:den |dem |der )?|
    beherrschung\s+(?:von|der)\s+|verstandnis\s+(?:fur|von|der)\s+|
    experience (?:de |d'|en |dans |du |sur |avec |significative |confirmee |reussie )+(?:la |le |les |l'|des |un |
    une )?|
    connaissances? (?:de |d'|en |des |du |sur )(?:la |le |les |l')?|maitrise (?:de |d'|du |des |
    parfaite de )(?:la |le |les |l')?|
    experiencia (?:en |con |como |de |previa |demostrable |minima )+(?:el |la |los |las |un |una )?|
    conocimientos? (?:de |en |sobre |solidos de )(?:la |el )?|dominio (?:de |del )|manejo (?:de |del )|
    (?:werk)?ervaring (?:met|in|als|op|binnen)\s+(?:het |de |een )?|kennis (?:van|over)\s+(?:het |de )?|
    beheersing van\s+(?:de |het )?)"""
)
YEARS_HEAD = pattern(
    rf"""(?:\b(?:at least|a minimum of|minimum of|minimum|min\.?|over|more than|with|approximately|about|
    mindestens|min|wenigstens|uber|
    au moins|minimum de|plus de|al menos|minim[oa](?: de)?|mas de|un minim[oa] de|minimaal|ten ?minste|
    meer dan)\s+)*{YEARS.pattern}\)?
    (?:'s?|s')?(?:(?:\s+|(?<='))(?:or more|minimum|of|in|with|as|the|a|an|full[- ]time|professional|relevant|
    related|commercial(?= experience)|industry|practical|
    hands-on|proven|progressive|work|working|prior|previous|experience|erfahrung|berufserfahrung|einschlagige|
    d'experience|de|en|dans|
    experiencia|ervaring|werkervaring|aan|relevante|met|mit|als|im|der|dem|experienced?|'|or|pqe|gained|running|
    busy))*(?![\w-])"""
)
TOPIC = pattern(
    r"""^\W*(?:(?:under|reporting) [^,]{0,60},\s+)?(?:(?:sous|rattach\w+|au sein|within|in this role|in dieser|
    als|as an?|working|together|zusammen) [^,]{0,80},\s+(?=you\b|you'|vous|sie |du |je |the|we\b)|
    (?:as|on|in|at|each|every|within) [^,]{0,60}?,?\s+(?=you\b|you'))?
    (?:(?:you|the (?:[\w/&-]+ ){1,5}|this (?:[\w/&-]+ ){1,3}|they|he|she|sie|du|vous|je|jij|u|key \w+|duties|
    responsibilities|tasks)
    (?:'ll|'d| ?will| ?would| ?is| ?are| ?include| ?includes| ?involves| ?cent(?:ers|res) on|
    [ ]?focuses on| ?spans?| ?also| ?gaat)+:?\s+)?
    (?:(?:you|sie|du|vous|je|jij) (?:will |would )?)?(?:also )?(?:be )?(?:(?:responsible|
    accountable) for (?:the )?|in charge of (?:the )?|
    (?:arbeitest|arbeiten) (?:im |in |mit |an )?|(?:du|sie) (?:ubernimmst|ubernehmen) |assurez |assurer )?"""
)
_BRACKET_NEED = pattern(
    r"""\s*[(\[](?:required|preferred|essential|desirable|must|nice to have|a plus|optional|mandatory|obligatoire|
    imprescindible|deseable|vereist|von vorteil|wunschenswert|un plus|een pre)[)\]]"""
)
_TAIL = pattern(
    r"""[\s,(\[–-]*\b(?:(?:is|are|was|would be|will be|considered|highly|strongly|also|but|not|as|aren't|isn't|
    ist|sind|ware|est|sont|serait|sera|es|son|
    is|zijn|als|very|much)[\s,]+)*(?:an? |ein |einen |un |een |von |de )?(?:definite |big |huge |strong |real |
    added |gros |vrai |gro\w+ )?
    (?:nice[- ]to[- ]have|good[- ]to[- ]have|plus|bonus|asset|advantage|preferred|preferable|desirable|desired|
    required|essential|mandatory|
    necessary|needed|beneficial|optional|helpful|advantageous|a must|must|lovely|welcome|useful|would make us \w+|
    would impress us|
    vorteil|vorteilhaft|wunschenswert|erforderlich|zwingend erforderlich|notwendig|voraussetzung|atouts?|
    souhaite\w*|souhaitable|
    apprecie\w*|exige\w*|obligatoire|indispensable|requise?s?|imperatif|deseable|valorable|imprescindible|
    obligatori[oa]|requerid[oa]|
    necesari[oa]|pre|pluspunt|vereist|gewenst|noodzakelijk|voordeel|mooi meegenomen|minimum|minimo|
    expected)(?: but.*| (?:up)?on hire| at hire| upon (?:employment|start))?[\s)\].!*]*$"""
)
_HEAD = pattern(
    r"""^\W*(?:(?:you |candidates? |applicants? )?(?:must|should) (?:have|be|possess|hold|know)|must|required|
    essential|mandatory|preferred|
    preferably|ideally|bonus|optional|nice to have|desirable|plus|idealerweise|vorzugsweise|gerne|zwingend|
    idealement|de preference|
    imprescindible|deseable|valorable|se valora\w*|bij voorkeur|liefst)\b[\s:,–-]*(?:if you have |que tengas |
    tener |mit |con |avec |met )?"""
)


def strip_need(text: str) -> str:
    """The text without the words that only say how much it is needed."""
    text = _cut(_BRACKET_NEED, text)
    for end in (_TAIL, _HEAD):
        text = _cut(end, text)
    return text.strip(" ,;:.-–—")


def _cut(part: re.Pattern, text: str) -> str:
    found = part.search(fold(text))
    rest = text[: found.start()] + text[found.end() :] if found else text
    return rest if re.search(r"[^\W\d_]", rest) else text
