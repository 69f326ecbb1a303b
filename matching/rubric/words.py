"""Cue words in five languages: how much something is needed, and what is not about the work at all. All read folded text."""

import re

from matching.rubric.text import fold
from matching.schemas import Need

_NICE = re.compile(
    r"\b(?:nice[- ]to[- ]haves?|good[- ]to[- ]haves?|(?:is|are|be|considered|a|as an?|big|huge|definite|strong|"
    r"added) (?:a |an )?(?:definite |big |huge |strong |real |added )?(?:plus|bonus|asset|advantage)|"
    r"pluses|preferred|preferable|desirable|desired|advantageous|beneficial|bonus|optional|not (?:required|"
    r"essential|mandatory)(?: but)?|"
    r"would be (?:great|good|helpful|useful|nice|ideal|welcome)|(?:is|are) (?:helpful|useful|welcome)|"
    r"highly regarded|well regarded|helpful|"
    r"(?:von|ein|einen?|als) (?:grosser |großer )?(?:vorteil|plus)|vorteilhaft|wunschenswert|gern gesehen|"
    r"gerne gesehen|(?:ware|sind|ist) (?:ein |von )?(?:plus|toll|super|schon)|"
    r"(?:est|serait|sera|seront|constitue|constituent|sont) (?:un |de vrais |de )?(?:vrai |reel |gros )?(?:plus|"
    r"atouts?)|un (?:vrai )?(?:plus|atout)|souhaite(?:e|s|es)?|souhaitable|apprecie(?:e|s|es)?|"
    r"deseables?|valorables?|se valorar\w*|se valora|valoraremos|sera un plus|"
    r"(?:een|is|als) (?:grote )?pre|is een (?:plus|voordeel)|een pluspunt|pluspunt|gewenst|wenselijk|mooi meegenomen)\b"
)
_PREFER_START = re.compile(
    r"^\W*(?:ideally|preferably|bonus|plus|optional|idealerweise|vorzugsweise|gerne|idealement|de preference|preferiblemente|idealmente|bij voorkeur|liefst)\b"
)
_MUST = re.compile(
    r"\b(?:must|essential|required|mandatory|at least|minimum|necessary|a need|needed|non-negotiable|prerequisite|"
    r"zwingend|erforderlich|mindestens|voraussetzung|unbedingt|notwendig|vorausgesetzt|"
    r"exige(?:e|s|es)?|imperati\w+|obligatoires?|au moins|indispensables?|requise?s?|minimum|"
    r"imprescindibles?|obligatori[oa]s?|minim[oa]s?|al menos|por lo menos|requerid[oa]s?|necesari[oa]s?|"
    r"vereist|minimaal|noodzakelijk|ten ?minste|verplicht)\b"
)
_NOT_MUST = re.compile(
    r"\b(?:as|if|when|where|may be|other|all|support|information|documents?|actions?|changes|resources|materials|"
    r"data) (?:is |are )?(?:required|necessary|needed)|\b(?:required|needed|necessary) (?:to|for|by)\b|"
    r"essential (?:part|role|functions?|dut\w+)|\bmust not\b"
)
_SOFT = re.compile(
    r"\b(?:communication|communicat(?:or|ive|e effectively|e clearly)|interpersonal|team[- ]?player|team spirit|"
    r"teamwork|work (?:well )?(?:in|as part of|within) (?:a|an) .{0,30}team|collaborative|self[- ]?(?:starter|"
    r"motivated|driven|directed|motivation)|"
    r"motivated|proactive|pro-active|attention to detail|detail[- ]oriented|detail focus\w*|eye for detail|"
    r"organi[sz]ed|organi[sz]ation(?:al)? skills|multi-?task\w*|time[- ]management|problem[- ]?solv\w+|flexible|"
    r"flexibility|adaptab\w+|"
    r"fast[- ]paced|work (?:independently|under pressure|autonomously|effectively|with minimal)|under pressure|"
    r"positive|can-do|attitude|energetic|passion\w*|enthusias\w+|friendly|approachable|reliable|reliability|"
    r"punctual\w*|humou?r|"
    r"creativ\w+|curio\w+|ownership|resilien\w+|initiative|dynamic|hard-?working|work ethic|trustworthy|integrity|"
    r"confiden(?:t|ce)|empath\w+|patien(?:t|ce) and|prioriti[sz]\w+|meet deadlines|deadlines|analytical (?:skills|"
    r"mind\w*|think\w*|ability)|"
    r"listening|committed|commitment|dedicated|outgoing|personable|professionalism|eager|"
    r"willing(?:ness)? to learn|learn quickly|quick learner|fast learner|critical thinking|hands-on mentality|"
    r"ambitio\w+|judgment|judgement|discretion|"
    r"leadership skills|people skills|professional (?:appearance|demeanor|manner)|well[- ]presented|mindset|"
    r"teamfahig\w*|teamgeist|belastbar\w*|flexibilitat|kommunikations\w+|selbst(?:st)?andig\w*|eigenverantwort\w+|"
    r"eigeninitiative|zuverlassig\w*|motivation|motiviert\w*|engagement|engagiert\w*|freude|begeister\w+|"
    r"sorgfalt\w*|gewissenhaft\w*|organisationstalent|"
    r"strukturierte?\w*|lernbereit\w*|verantwortungsbewuss?ß?\w*|auftreten|einsatzbereit\w*|durchsetzungs\w+|"
    r"empathie|einfuhlungsvermogen|leidenschaft|arbeitsweise|"
    r"esprit d'equipe|rigueur|rigoureu\w+|autonom\w+|organisee?|dynamique|dynamisme|sens d[ue]|motivee?|"
    r"polyvalen\w+|bon relationnel|aisance relationnelle|curieu\w+|reactivite|reactif|ponctuel\w*|gout du|"
    r"travail en equipe|ecoute|souriante?|"
    r"trabajo en equipo|trabajar en equipo|proactiv\w+|responsable|dinamic\w+|iniciativa|capacidad de|ganas de|"
    r"persona (?:organizada|dinamica|seria|resolutiva|responsable)|don de gentes|orientad[oa]|compromis\w+|"
    r"entusias\w+|actitud|resolutiv\w+|"
    r"teamspeler|zelfstandig\w*|flexibele?|nauwkeurig\w*|communicatie(?:f|ve)\w*|enthousiast\w*|"
    r"stressbestendig\w*|mentaliteit|representatief|verantwoordelijkheidsgevoel|gastvrij\w*|gemotiveerd\w*|"
    r"samenwerk\w*|initiatief|leergierig\w*|klantgericht\w*|accuraat)\b"
)
_AVAILABLE = re.compile(
    r"\b(?:(?:night|evening|weekend|rotating|early|late|flexible|day) ?(?:and \w+ )?(?:shifts?|hours|work)|"
    r"work (?:nights|weekends|evenings|holidays|overtime|flexible)|weekends?|overtime|on[- ]call|shift work|"
    r"shifts?|available (?:to|for|from|immediately)|availability|"
    r"travel|relocat\w+|commut\w+|own (?:car|vehicle|transport\w*)|reliable transportation|lift (?:up to )?\d+|"
    r"lifting|pounds|lbs|stand(?:ing)? for|physically|stamina|drug (?:test|screen)\w*|background (?:check|"
    r"screening|investigation)|dbs|"
    r"authori[sz]ed to work|right to work|work (?:authori[sz]ation|permit|visa)|visa|sponsorship|"
    r"citizens?(?:hip)?|security clearance|18 years|21 years|years of age|notice period|start (?:immediately|"
    r"asap)|full[- ]time|part[- ]time|"
    r"schichtdienst|schichtarbeit|schichtbereitschaft|schichten|wochenend\w*|nachtdienst\w*|reisebereit\w*|"
    r"arbeitserlaubnis|bereitschaft zur?|"
    r"disponib\w+|horaires decales|week-?ends?|mobilite|deplacements|permis de travail|turnos|fines de semana|"
    r"viajar|vehiculo propio|coche propio|permiso de trabajo|incorporacion inmediata|"
    r"beschikbaar\w*|ploegen\w*|avonden|reizen|eigen vervoer|woonachtig|werkvergunning|uur per week)\b"
)
_NOISE = re.compile(
    r"\b(?:equal[- ]opportunit\w+|without regard to|regardless of|affirmative action|eeo|protected (?:veteran|"
    r"status|characteristic)|reasonable accommodation|all qualified applicants|diverse (?:team|workforce)|"
    r"welcome (?:applicants|applications)|"
    r"salary|per (?:hour|annum)|paid (?:time|leave|holiday|vacation)|401\(?k\)?|pension|health insurance|dental|"
    r"medical insurance|life insurance|vacation|days (?:of )?(?:leave|holiday)|annual leave|stock options|equity|"
    r"perks|free (?:lunch|coffee|fruit|parking|gym|snacks)|"
    r"gym|table football|ping[- ]pong|pizza|office dog|competitive (?:pay|salary|package|compensation|benefits)|"
    r"bonus scheme|company car|we offer|we provide|benefits|send (?:your|a)|apply (?:now|today|online|by|via|at|"
    r"to)|cover letter|curriculum|"
    r"to apply|click|http\S*|www\.\S+|\S+@\S+|founded|headquarter\w*|market leader|leading (?:provider|company|"
    r"global|supplier|manufacturer)|fortune 500|award[- ]winning|our (?:company|culture|values|mission|story|"
    r"clients? (?:is|are))|we are (?:a|an|one|the|proud|committed|passionate)|"
    r"this (?:job )?description (?:is|does|may)|not (?:intended|designed) to|duties (?:may|are subject)|"
    r"other duties|duties as assigned|reserves the right|staffing agenc\w+|recruitment agenc\w+|"
    r"wir bieten|bieten wir|unbefristet\w*|urlaub\w*|gehalt|vergutung|altersvorsorge|obstkorb|bewerb(?:en|ung|"
    r"ungen)|wir freuen uns|wir sind (?:ein|eine)|marktfuhr\w+|schwerbehindert\w*|betriebliche|kicker\w*|"
    r"nous offrons|nous proposons|remuneration|mutuelle|tickets? restaurant|conges|rtt|postule\w*|candidature|"
    r"cv et lettre|leader (?:de|du|sur|europeen|mondial)|nous sommes|"
    r"ofrecemos|se ofrece|salario|vacaciones|seguro medico|contrato (?:indefinido|temporal)|envia\w*|"
    r"somos (?:una?|lider)|enviar cv|"
    r"wij bieden|bieden wij|wij zijn een|salaris|vakantie\w*|pensioen|solliciteer|solliciteren|reiskosten\w*|"
    r"stuur je|bruto per)\b|[€$£] ?\d|\d ?(?:€|eur\b|usd\b|gbp\b)"
)
_ASKED = re.compile(
    r"\b(?:experience|experienced|knowledge|proficien\w+|familiar\w*|degree|diploma|certif\w+|licen[cs]e\w*|"
    r"skills?|qualifi\w+|must|require[sd]?|essential|minimum|at least|years?|fluen\w+|understanding of|expertise|"
    r"background in|track record|you (?:have|are|bring|hold|know|speak|need|possess)|"
    r"you'(?:re|ve)|ability to|able to|competen\w+|looking for|need someone|who (?:has|can|knows)|candidate|"
    r"erfahrung\w*|kenntnisse\w*|studium|ausbildung|abschluss|sie (?:haben|verfugen|bringen|sind)|du (?:hast|bist|"
    r"bringst|verfugst|kennst|sprichst)|mindestens|voraussetzung|beherrsch\w+|sicherer umgang|"
    r"experiences?|connaissances?|maitris\w+|diplom\w+|formation|vous (?:avez|etes|maitrisez|justifiez|disposez|"
    r"possedez|parlez)|titulaire|justifiant|bac ?\+|au moins|"
    r"experiencia|conocimientos?|titulacion|dominio|manejo|formacion|imprescindible|buscamos|minimo|requisit\w+|carnet|"
    r"ervaring|kennis|diploma|opleiding|beheers\w+|je (?:hebt|bent|beschikt|spreekt)|jij (?:hebt|bent)|minimaal|"
    r"rijbewijs|in (?:het )?bezit van|wij zoeken|we zoeken)\b"
)
_DUTY = re.compile(
    r"\b(?:you(?:'ll| will| would)|responsib\w+|in charge of|duties|role (?:is|involves|includes)|will (?:be|work|"
    r"manage|lead|support|develop|help|report|own|design|perform|provide|assist|prepare)|"
    r"sie (?:ubernehmen|betreuen|fuhren|unterstutzen|arbeiten|sorgen|entwickeln|planen)|du (?:ubernimmst|betreust|"
    r"fuhrst|unterstutzt|arbeitest|sorgst|entwickelst|planst)|verantwort\w+|zustandig|"
    r"vous (?:serez|assurez|gerez|participez|realisez|travaillez|prenez|intervenez|accompagnez|encadrez)|"
    r"charge[e]? d[eu]|en charge|te encargaras|seras|gestionaras|responsable de|encargad[oa]|"
    r"je (?:gaat|bent verantwoordelijk|werkt|zorgt|ondersteunt|begeleidt|verzorgt)|jij (?:gaat|zorgt)|"
    r"verantwoordelijk)\b"
)
_VERBS = frozenset(
    ["accompany", "achieve", "act", "adhere", "administer", "advise", "analyse", "analyze", "answer", "apply", "approve", "arrange", "assemble", "assess", "assign", "assist", "attend", "audit", "automate", "bring", "build", "calculate", "calibrate", "care", "carry", "check", "clean", "close", "coach", "collaborate", "collect", "communicate", "compile", "complete", "comply", "conduct", "configure", "consult", "contribute", "control", "coordinate", "cook", "create", "cultivate", "debug", "define", "deliver", "demonstrate", "deploy", "design", "detect", "determine", "develop", "diagnose", "direct", "document", "draft", "drive", "educate", "enforce", "engage", "ensure", "enter", "escalate", "establish", "estimate", "evaluate", "examine", "execute", "expand", "facilitate", "file", "find", "focus", "follow", "forecast", "formulate", "generate", "greet", "grow", "guide", "handle", "help", "hire", "identify", "implement", "improve", "increase", "influence", "initiate", "inspect", "install", "integrate", "interact", "interface", "interpret", "investigate", "issue", "keep", "launch", "lead", "liaise", "load", "maintain", "manage", "market", "measure", "meet", "mentor", "migrate", "model", "monitor", "motivate", "negotiate", "observe", "obtain", "operate", "optimise", "optimize", "order", "organise", "organize", "oversee", "own", "participate", "partner", "perform", "pick", "plan", "post", "prepare", "present", "prevent", "process", "procure", "produce", "program", "promote", "propose", "protect", "prove", "provide", "purchase", "receive", "recommend", "reconcile", "record", "recruit", "refine", "repair", "report", "represent", "research", "resolve", "respond", "review", "run", "scale", "schedule", "screen", "secure", "sell", "serve", "set", "share", "ship", "solve", "source", "specify", "stock", "strengthen", "study", "supervise", "supply", "support", "take", "teach", "test", "track", "train", "translate", "treat", "troubleshoot", "understand", "undertake", "update", "upgrade", "use", "validate", "verify", "visit", "work", "write"]
)


def need_of(text: str) -> Need | None:
    """The need that the clause itself states by a cue word, None when it states none."""
    folded = fold(text)
    if _NICE.search(folded) or _PREFER_START.match(folded):
        return Need.NICE
    return Need.MUST if _MUST.search(_NOT_MUST.sub(" ", folded)) else None


def is_noise(text: str) -> bool:
    """True for text about the company, the pay, applying or equal opportunity."""
    return bool(_NOISE.search(fold(text)))


def is_soft(text: str) -> bool:
    """True when a text speaks of character or manner, which no CV can show."""
    return bool(_SOFT.search(fold(text)))


def is_availability(text: str) -> bool:
    """True for shifts, travel, permits and the like."""
    return bool(_AVAILABLE.search(fold(text)))


def is_asked(text: str) -> bool:
    """True when a sentence asks something of the candidate."""
    return bool(_ASKED.search(fold(text)))


def is_duty(text: str) -> bool:
    """True when a sentence tells what the person will do."""
    folded = fold(text)
    first = re.match(r"\W*([a-z]+)", folded)
    return bool(_DUTY.search(folded)) or bool(first and first.group(1) in _VERBS)


def strip_need(text: str) -> str:
    """The text without the words that only say how much it is needed."""
    folded = fold(text)
    for pattern in (_TAIL_NEED, _HEAD_NEED):
        found = pattern.search(folded)
        if found and found.end() - found.start() < len(text):
            text = (text[: found.start()] + text[found.end() :]).strip(" ,;:.-–—")
            folded = fold(text)
    return text


_TAIL_NEED = re.compile(
    r"[\s,(\[-]*\b(?:(?:is|are|would be|will be|considered|highly|strongly|also|but|not|as|ist|sind|ware|est|sont|"
    r"serait|sera|es|son|is|zijn|als|very|much)[\s,]+)*"
    r"(?:an? |ein |einen |un |een |von |de )?(?:definite |big |huge |strong |real |added |gros |vrai |groß\w+ |"
    r"grosse\w* )?"
    r"(?:nice[- ]to[- ]have|good[- ]to[- ]have|plus|bonus|asset|advantage|preferred|preferable|desirable|desired|"
    r"required|essential|mandatory|necessary|needed|beneficial|optional|helpful|advantageous|a must|must|"
    r"vorteil|vorteilhaft|wunschenswert|erforderlich|zwingend erforderlich|notwendig|voraussetzung|atouts?|"
    r"souhaite\w*|souhaitable|apprecie\w*|exige\w*|obligatoire|indispensable|requise?s?|imperatif|"
    r"deseable|valorable|imprescindible|obligatori[oa]|requerid[oa]|necesari[oa]|pre|pluspunt|vereist|gewenst|"
    r"noodzakelijk|voordeel|mooi meegenomen)[\s)\].!*]*$"
)
_HEAD_NEED = re.compile(
    r"^\W*(?:(?:you |candidates? |applicants? )?(?:must|should) (?:have|be|possess|hold|know)|must|required|"
    r"essential|mandatory|preferred|preferably|ideally|bonus|optional|nice to have|desirable|plus|idealerweise|"
    r"vorzugsweise|gerne|"
    r"zwingend|idealement|de preference|imprescindible|deseable|valorable|se valora\w*|bij voorkeur|"
    r"liefst)\b[\s:,–-]*(?:if you have |que tengas |tener )?"
)
