"""What in a job text is not about the work: company, pay, applying, equal opportunity, character, shifts."""

from matching.rubric.text import fold, pattern

_NOISE = pattern(
    r"""\b(?:salary|per (?:hour|annum)|paid (?:time|leave|holiday|vacation)|401\(?k\)?|pension (?:scheme|plan)|
    health (?:insurance|cover)|
    dental (?:insurance|cover|plan|and)|medical insurance|medical, dental|life insurance|vacation|
    days (?:of )?(?:leave|holiday|off)|annual leave|stock options|
    equity|perks|free (?:lunch|coffee|fruit|parking|gym|snacks)|gym|table football|ping[- ]pong|pizza|office dog|
    competitive (?:pay|salary|package|compensation|benefits)|bonus scheme|sign-on bonus|company car|we offer|
    we provide|benefits|founded|headquarter\w*|
    market leader|leading (?:provider|company|global|supplier|manufacturer)|fortune 500|award[- ]winning|
    our (?:company|culture|values|mission|story)|we are (?:a|an|one|the|proud|committed|passionate)|we're (?:a|an|
    one)\b|
    unbefristet\w*|urlaub\w*|gehalt|vergutung|altersvorsorge|obstkorb|wir freuen uns|wir sind (?:ein|eine)|
    marktfuhr\w+|betriebliche|kicker\w*|wir bieten|bieten wir|firmenwagen|bezahlung|
    nous offrons|nous proposons|remuneration|mutuelle|tickets? restaurant|conges|rtt|leader (?:de|du|sur|europeen|
    mondial)|
    nous sommes|voiture de fonction|salaire|temps plein|
    ofrecemos|se ofrece|salario|vacaciones|seguro medico|contrato (?:indefinido|temporal)|somos (?:una?|lider)|
    jornada|dias libres|
    wij bieden|bieden wij|wij zijn een|salaris|vakantie\w*|pensioen|reiskosten\w*|bruto per)\b|[€$£] ?\d|\d ?(?:€|
    eur\b|usd\b|gbp\b)"""
)
_HARD = pattern(
    r"""\b(?:equal[- ](?:employment )?opportunit\w+|without regard to|regardless of|affirmative action|eeo|
    protected (?:veteran|status|characteristic)|reasonable accommodation|all qualified applicants|diverse (?:team|
    workforce)|
    welcome (?:applicants|applications)|do(?:es)? not discriminate|celebrate diversity|is committed to|
    send (?:your|us|a)|apply (?:now|today|online|by|via|at)|cover letter|curriculum vitae|to apply|click|http\S*|
    www\.\S+|\S+@\S+|
    write to \w+$|or call \w+|this (?:job )?description (?:is|does|may)|not (?:intended|designed) to|
    duties (?:may|are subject)|
    we (?:value|encourage|welcome|believe|celebrate|are proud)|other duties|related duties|duties as assigned|
    report(?:s|ing)?(?: directly)? to (?:the|our|a)\b(?! (?:board|
    client|customer))|you(?:'ll| will) join|reserves the right|staffing agenc\w+|recruitment agenc\w+|
    ^\W*(?:we|wir|nous|wij) (?:offer|provide|bieten|offrons|proposons|bieden)|^\W*(?:ofrecemos|se ofrece)|
    no (?:prior |previous )?experience (?:is )?(?:needed|required|necessary)|training (?:is|will be) (?:given|
    provided)|
    bewerb(?:en|ung|ungen) (?:sie|dich|an|unter|per)|jetzt bewerben|schwerbehindert\w*|bewerbungsunterlagen|
    postule\w*|candidature|cv et lettre|envia\w* (?:tu |su )?cv|enviar cv|interesados|inscribete|
    solliciteer|solliciteren|stuur je)\b"""
)
_SOFT = pattern(
    r"""\b(?:communication|communicat(?:or|ive|e effectively|e clearly)|interpersonal|team[- ]?player|team spirit|
    teamwork|
    work (?:well )?(?:in|as part of|within) (?:a|an) .{0,30}team|collaborative|self[- ]?(?:starter|motivated|
    driven|directed|motivation)|
    motivated|proactive|pro-active|attention to detail|detail[- ]oriented|detail focus\w*|eye for detail|organi[sz]ed|
    organi[sz]ation(?:al)? skills|multi-?task\w*|time[- ]management|problem[- ]?solv\w+|flexible|flexibility|
    adaptab\w+|
    fast[- ]paced|independently|collaborat\w+|work (?:independently|under pressure|autonomously|effectively|
    with minimal)|under pressure|
    positive|can-do|attitude|
    energetic|passion\w*|enthusias\w+|friendly|approachable|reliable|reliability|punctual\w*|humou?r|creativ\w+|
    curio\w+|ownership|
    resilien\w+|initiative|dynamic|hard-?working|work ethic|trustworthy|integrity|confiden(?:t|ce)|empath\w+|
    patien(?:t|ce) and|
    prioriti[sz]\w+|meet deadlines|deadlines|analytical (?:skills|mind\w*|think\w*|ability)|listening|committed|
    commitment|dedicated|
    outgoing|personable|professionalism|eager|willing(?:ness)? to (?:learn|run|help)|learn quickly|quick learner|
    fast learner|coachable|
    critical thinking|hands-on mentality|ambitio\w+|judgment|judgement|discretion|leadership skills|people skills|
    (?:working |build )?relationships|
    professional (?:appearance|demeanor|manner)|well[- ]presented|mindset|write well|
    teamfahig\w*|teamgeist|belastbar\w*|flexibilitat|kommunikations\w+|selbst(?:st)?andig\w*|eigenverantwort\w+|
    eigeninitiative|
    zuverlassig\w*|motivation|motiviert\w*|engagement|engagiert\w*|freude|begeister\w+|sorgfalt\w*|
    gewissenhaft\w*|organisationstalent|
    strukturierte?\w*|lernbereit\w*|verantwortungsbewu\w*|auftreten|einsatzbereit\w*|durchsetzungs\w+|empathie|
    einfuhlungsvermogen|leidenschaft|arbeitsweise|
    esprit d'equipe|rigueur|rigoureu\w+|autonom\w+|organisee?|dynamique|dynamisme|sens d[ue]|motivee?|
    polyvalen\w+|bon relationnel|
    aisance relationnelle|curieu\w+|reactivite|reactif|ponctuel\w*|gout du|travail en equipe|ecoute|souriante?|
    trabajo en equipo|trabajar en equipo|proactiv\w+|responsable|dinamic\w+|iniciativa|capacidad de|ganas de|
    persona (?:organizada|dinamica|seria|resolutiva|responsable)|don de gentes|orientad[oa]|compromis\w+|
    entusias\w+|actitud|resolutiv\w+|
    teamspeler|zelfstandig\w*|flexibele?|nauwkeurig\w*|communicatie(?:f|ve)\w*|enthousiast\w*|stressbestendig\w*|
    mentaliteit|
    representatief|verantwoordelijkheidsgevoel|gastvrij\w*|gemotiveerd\w*|samenwerk\w*|initiatief|leergierig\w*|
    klantgericht\w*|accuraat)\b"""
)
_AVAILABLE = pattern(
    r"""\b(?:(?:night|evening|weekend|rotating|early|late|flexible|day) ?(?:and \w+ )?(?:shifts?|hours|work)|
    work (?:nights|weekends|evenings|holidays|overtime|flexible)|weekends?|overtime|on[- ]call|shift work|shifts?|
    sleep-?ins?|
    available (?:to|for|from|immediately)|availability|travel (?:up|to|\d|is|required|occasionally)|(?:willing\w*|
    able|ability|free) to travel|relocat\w+|commut\w+|
    own (?:car|vehicle|tools|transport\w*)|reliable transportation|lift (?:up to )?\d+|lifting|pounds|lbs|\d+ ?kg|
    stand(?:ing)? for|physically|
    stamina|drug (?:test|screen)\w*|background (?:check|screening|investigation)|dbs|authori[sz]ed to work|
    right to work|
    work (?:authori[sz]ation|permit|visa)|visa|sponsorship|citizens?(?:hip)?|security clearance|18 years|21 years|
    years of age|
    over (?:18|21)|18\+|21\+|notice period|start (?:immediately|asap)|full[- ]time|part[- ]time|
    schichtdienst|schichtarbeit|schichtbereitschaft|schichten|wochenend\w*|nachtdienst\w*|reisebereit\w*|
    arbeitserlaubnis|
    bereitschaft zur?|disponib\w+|horaires decales|week-?ends?|mobilite|deplacements|permis de travail|
    turnos|fines de semana|disponibilidad|viajar|vehiculo propio|coche propio|permiso de trabajo|
    incorporacion inmediata|
    beschikbaar\w*|ploegen\w*|avonden|eigen vervoer|woonachtig|werkvergunning|uur per week)\b"""
)


_TEAMWORK = pattern(
    r"""\b(?:work\w*|collaborat\w+|partner\w*|liais\w+|communicat\w+|coordinat\w+|interact\w*|
    cooperat\w+) (?:\w+ly )?(?:together )?
    (?:with|across|alongside)\b[^.;]*\b(?:teams?|stakeholders|departments|colleagues|functions)\b"""
)


def is_noise(text: str) -> bool:
    """True for text about the company, the pay, applying or equal opportunity."""
    folded = fold(text)
    return bool(_NOISE.search(folded) or _HARD.search(folded))


def is_hard_noise(text: str) -> bool:
    """True for text that asks nothing whatever stands beside it: equal opportunity, how to apply, disclaimers."""
    return bool(_HARD.search(fold(text)))


def is_soft(text: str) -> bool:
    """True when a text speaks of character or manner, which no CV can show."""
    return bool(_SOFT.search(fold(text)))


def is_teamwork(text: str) -> bool:
    """True for "work with the product and compliance teams": the skills named there are those of others."""
    return bool(_TEAMWORK.search(fold(text)))


def is_availability(text: str) -> bool:
    """True for shifts, travel, permits and the like."""
    return bool(_AVAILABLE.search(fold(text)))
