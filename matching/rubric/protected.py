"""What no criterion may ask, in five languages, each with a lawful way to say what is meant."""

import re
from typing import NamedTuple

from matching.rubric.text import pattern
from matching.rubric.tongues import NAME

REFUSE, WARN = "refuse", "warn"
_NEVER = pattern(r"(?!)")
_ELDERS = (
    r"(?:children|kids|pupils|people|persons?|adults?|offenders|learners|patients|carers|farmers|"
    r"athletes|audiences?|readers|families|mothers|parents|students|plants|onset|clients|customers|"
    r"brands?|companies|company|consumers|demographics?)"
)


class Rule(NamedTuple):
    """`asks` finds the protected wish once the harmless phrases of `unless` are taken out of the text."""

    severity: str
    asks: re.Pattern
    unless: re.Pattern
    sentence: str
    alternative: str


def _rule(severity: str, asks: str, sentence: str, alternative: str, *, unless: str = "") -> Rule:
    return Rule(severity, pattern(asks), pattern(unless) if unless else _NEVER, sentence, alternative)


_AGE = _rule(
    REFUSE,
    r"""\b(?:young(?!')|youthful|digital natives?|(?:recent|fresh|new|recently) graduat\w+|freshers?|
    school leavers?|just graduated|
    mature (?:person|candidate|lady|woman|man|individual|applicant)|(?:younger|older) than \d+|not older than|
    age (?:limit|range|group|between|under|over|max\w*|\d+)|
    (?:max\w*|upper|minimum) age|aged? (?:between |from |up to )?\d+|\d\d years (?:old|of age)|\d\d-?year-?olds?|
    (?:under|below) [2-6]\d(?= years|$|\W*$| preferred| only)|
    millennials?|gen(?:eration)?[- ]z|boomers?|no (?:older|retire\w+)|
    jung(?:e[rsnm]?)?|jungabsolvent\w*|altersgrenze|(?:nicht|hochstens|maximal) (?:alter als )?\d\d jahre alt|
    zwischen \d\d und \d\d jahren?|
    jeunes?|age (?:maximum|maximal|limite|minimum)|moins de [2-6]\d ans|entre \d\d et \d\d ans|
    jov(?:en|enes)|edad (?:maxima|minima|entre|de \d)|menor(?:es)? de \d\d|entre \d\d y \d\d anos|
    recien (?:titulad|graduad)\w+|
    jonge?|leeftijd\w*|niet ouder dan|tussen (?:de )?\d\d en \d\d jaar|pas afgestudeerd\w*)\b""",
    "This asks for an age, which the law protects.",
    "Name the skill or the level of the work, such as 'entry level' or 'knows today's web tools'.",
    unless=rf"""\byoung(?:er)? {_ELDERS}\b|\b(?:children|pupils|kids|students|patients|adults?|learners|residents|
    clients|people|adolescents|teens|infants|babies)
    (?:\w| )*? (?:aged?|ages) (?:from |between )?\d[\d to-]*|\bage-related\b|\b(?:aged care|all ages|
    school[- ]age\w*|ages? \d+ ?(?:-|to) ?\d+ (?:classroom|teaching|curriculum|pupils|children|group))\b|
    \b(?:at least|over|minimum age(?: of)?|minimum) (?:16|18|20|21)\b(?: years (?:old|of age))?|\b(?:marketing|
    selling|content|campaigns?) (?:\w+ )?(?:to|for|at) (?:millennials?|gen(?:eration)?[- ]z)|
    \b(?:millennials?|gen(?:eration)?[- ]z) (?:audiences?|consumers?|customers?|marketing)|
    \bjunge[rnm]? (?:menschen|kinder\w*|erwachsene\w*|patient\w*|familien|zielgruppe\w*|leute)|
    \bjeunes? (?:enfants?|publics?|patients?|parents?|adultes?|en difficulte|travailleurs handicapes)|
    \b(?:con|a|de|para) jovenes\b(?! profesionales)|\bjovenes en riesgo|\bjonge (?:kinderen|mensen|volwassenen|
    patienten|gezinnen|doelgroep)|\b(?:entre|moins de|tussen(?: de)?) \d+(?: (?:et|y|en) \d+)? (?:ans|anos|
    jaar) (?:d'|de )?(?:experience|experiencia|ervaring)|\bleeftijdsgroep\w*""",
)
_AGE_FLOOR = _rule(
    WARN,
    r"\b(?:at least|over|minimum age(?: of)?|minimum|ab|mindestens|mayor de|minimaal) (?:16|18|20|"
    r"21)\b(?! (?:months|employees|people|hours|percent|%))(?: (?:years (?:old|of age)|jahre alt|"
    r"anos|jaar oud)|$)",
    "A CV does not show a minimum age.",
    "Where the law sets an age, check it after the offer.",
)
_AGE_CEILING = _rule(
    WARN,
    r"""\b(?:(?:max(?:imum|imal)?|up to|no more than|not more than|at most|less than|under|fewer than|hochstens|
    au maximum|moins de|como maximo|menos de|maximaal|hooguit)
    (?: of)? \d{1,2} ?(?:years?|yrs?|jahren?|ans|anos|jaar)|\d{1,2} ?(?:years?|yrs?) (?:max\w*|at most|or less)|
    overqualified)\b""",
    "A ceiling on years of experience keeps older people out.",
    "Ask only for the least experience that the work needs.",
)
_GENDER = _rule(
    REFUSE,
    r"""\b(?:(?:only|must be|prefer(?:ably|red)?|should be|looking for)(?: an?)? (?:male|female|man|woman|men|
    women|girl|boy|lady)\b|(?:male|female)s? (?:only|preferred|candidates?|applicants?|
    nurses?|secretar\w+|receptionists?|teachers?|drivers?|staff|employees?|carers?|assistants?|engineers?|
    workers?|trainers?|cleaners?)|(?:wo)?m[ae]n (?:only|preferred)|(?:gender|sex)\s*[:=]|
    ladies only|girl friday|(?:nur|bevorzugt) (?:manner|frauen)|(?:mannlich|weiblich)e?[rsn]?\b(?! (?:patient|
    klient|bewohner|tiere|kund))|
    (?:homme|femme)s? (?:uniquement|seulement|de preference|exclusivement)|(?:de )?sexe (?:masculin|feminin)|
    (?:solo|preferiblemente|unicamente) (?:hombres?|mujer(?:es)?)|sexo (?:masculino|femenino)|(?:alleen|
    bij voorkeur(?: een)?) (?:mannen|vrouwen|man|vrouw)|geslacht)\b|
    ^\W*(?:male|female|man|woman|men|women|homme|femme|hombre|mujer|mann|frau|vrouw)\W*$""",
    "This asks for a gender, which the law protects.",
    "Name the task and the skill; leave the person's gender out.",
    unless=(
        r"\b(?:(?:fe)?male (?:catheter\w*|patients?|clients?|residents?|anatomy|health|fertility|"
        r"reproduct\w*|wards?|service users?)|only (?:wo)?men's \w+)"
    ),
)
_FAMILY = _rule(
    REFUSE,
    r"""\b(?:pregnan\w+|childless|child-?free|no (?:children|kids|family (?:commitments|obligations))|
    without (?:children|kids|family)|planning (?:a family|children)|
    (?:single|married|unmarried|divorced)(?= (?:person|candidate|status|applicant|only|man|woman|preferred)|\W*$)|
    marital status|family status|
    ledig|verheiratet|familienstand|kinderlos|schwanger\w*|ungebunden|ohne kinder|celibataire|mariee?(?=\W*$)|
    situation (?:familiale|de famille)|sans enfants?|enceinte|
    solter[oa]|casad[oa]|estado civil|sin hijos|sin cargas familiares|embaraz\w+|ongehuwd|gehuwd|
    burgerlijke staat|zonder kinderen|zwanger\w*)\b""",
    "This asks about family or pregnancy, which the law protects.",
    "State the hours or the travel that the work needs.",
    unless=r"""\b(?:pregnan\w+ (?:care|patients?|women|complications?|ultrasound|medicine|yoga|massage|tests?|
    support|and \w+|counsel\w*)|(?:high-risk|care (?:in|during|of)|antenatal|during|in|of|
    caring for) pregnan\w+(?: women)?|
    (?:works?|play|programm?es?|sessions?) (?:with|without) (?:children|kids)|schwangerschafts\w+|schwangeren\w*|
    zwangerschap\w*|femmes? enceintes?|(?:mujeres )?embarazadas|enceintes? (?:acoustiques?|de)|
    (?:atencion|cuidado|control) (?:\w+ )?(?:al|del|de) embaraz\w+)""",
)
_ORIGIN = _rule(
    REFUSE,
    rf"""\b(?:(?:white|black|caucasian|asian|hispanic|latino|arab|european|western|african) (?:candidates?|
    applicants?|only|preferred|person|man|woman|people only|origin|descent|background)|
    (?:race|ethnicity|skin colou?r|national origin|caste|tribe|ethnic (?:origin|background))(?= *[:=]|\W*$)|
    skin colou?r|ethnic (?:origin|background)|of {NAME} (?:origin|descent|birth|blood)|
    born in|native-born|hautfarbe|deutscher abstammung|ethnische[rn]? herkunft|ohne migrationshintergrund|(?:d'|
    de )?origine (?:ethnique|europeenne)|
    d'origine francaise|couleur de peau|origen (?:etnico|espanol)|raza|color de piel|afkomst|huidskleur|
    etnische achtergrond|autochto\w+)\b""",
    "This asks where a person comes from, which the law protects.",
    "Ask for the language, the market knowledge or the right to work, whichever the job needs.",
    unless=r"\brace conditions?\b|\b(?:rules|certificates?|country|proof) of origin\b|\bmit migrationshintergrund\b",
)
_NATIONALITY = _rule(
    REFUSE,
    r"""\b(?:nationalit(?:y|ies)|citizens?(?:hip)?|(?:british|american|german|french|spanish|dutch|us|uk|eu|
    swiss) (?:nationals?|passport)|nationals? only|passport holders?|
    staatsangehorig\w*|staatsburger\w*|deutscher pass|nationalite|nacionalidad|ciudadan(?:o|a|ia)s?|nationaliteit|
    nederlanderschap)\b""",
    "This asks for a nationality, which the law protects in most jobs.",
    "Ask for the right to work in the country, or for a clearance the work needs by law.",
    unless=r"""\b(?:nationality|citizenship|immigration and nationality) (?:law|applications?|education|services|
    teach\w*)|\b(?:senior|citizens?) (?:citizens?|advice|science|services|journalism)|
    \bcitizen (?:science|services|engagement|developers?|experience|data)|\b(?:corporate|global|
    digital) citizenship|\bmultiple nationalities|\bservicios? al ciudadano|\batencion al ciudadano""",
)
_NATIVE = _rule(
    REFUSE,
    rf"""\bnative(?:[- ](?:level|like))?[- ](?:(?:or bilingual |or near-native )?(?:{NAME}[- ]?)?(?:speak\w*|
    tongue|fluency|language|level)|{NAME})|\b{NAME}[ ,:(-]+(?:as (?:a )?)?(?:native|muttersprach\w*|nativ[oa]|
    moedertaal)\b|
    \b(?:native speakers?|mother[- ]tongue|\w*muttersprach\w*|langue maternelle|lengua materna|hablante nativ[oa]|
    nivel nativo|nativ[oa] (?:de )?{NAME}|moedertaal\w*|near[- ]native)\b""",
    "'Native speaker' asks where a person grew up, not how well they speak.",
    "Fluent {tongue}(C1 or C2).",
    unless=r"\b(?:react|cloud|digital|ai)[- ]native\b|\bnative language (?:interface|support|processing)\b",
)
_RELIGION = _rule(
    REFUSE,
    r"""\b(?:(?:committed|practi[sc]ing|devout|must be(?: an?)?|active|only) (?:christians?|muslims?|jewish|jews?|
    hindus?|catholics?|protestants?|buddhists?|sikhs?|atheists?)|
    (?:christian|muslim|jewish|hindu|catholic|protestant|buddhist|sikh) (?:faith|beliefs?|believers?|candidates?|
    only|preferred|background|applicants?|values)|religion(?= *[:=]|\W*$)|religious (?:beliefs?|affiliation)|
    church member\w*|member of (?:a|the) (?:\w+ )?church|no (?:headscar\w+|hijabs?|turbans?)|kirchenmitglied\w*|
    kirchenzugehorig\w*|konfessionszugehorig\w*|zugehorigkeit zu[r]? (?:\w+ )?(?:kirche|konfession)|
    de confession|catholique pratiquante?|sans (?:voile|foulard)|catolic[oa] practicante|de religion|
    confesion religiosa|kerkelijk (?:lid|betrokken)|geloofsovertuiging|lid van de kerk)\b|
    ^\W*(?:christian|muslim|jewish|hindu|catholic|protestant|buddhist)s?\W*$""",
    "This asks for a religion, which the law protects.",
    "Name the knowledge that the work needs, such as 'knows the school's curriculum'.",
    unless=r"\b(?:teach\w*|study|studies|history|comparative|philosophy|curriculum) (?:of |and )?religion\b",
)
_HEALTH = _rule(
    REFUSE,
    r"""\b(?:able[- ]bodied|fit and healthy|healthy and fit|(?:good|excellent|perfect|robust|full) (?:physical |
    mental |general )?health(?! (?:care|and safety|insurance|literacy|outcomes|records?|education|knowledge|service))|
    physically (?:fit|healthy|strong|able)|mentally (?:fit|healthy|stable|strong)|(?:no|without(?: an?)?|
    not) (?:disab\w+|handicap\w*)|non[- ]disabled|
    no (?:chronic|health|medical|mental\w*) (?:\w+ )?(?:illness\w*|problems?|issues?|conditions?|history)|(?:low|
    no|few) (?:sick (?:leave|days)|sickness|absence\w*)|medically fit|health status|medical history(?=\W*$)|
    (?:perfect|20/20|excellent) (?:eyesight|vision|hearing)|non-?smok\w+|hiv[- ]?(?:negative|free)|
    body weight(?= (?:under|below|of|between)|\W*$)|bmi(?= (?:under|below|of)|\W*$)|
    korperlich(?:e)? (?:fit\w*|belastbar\w*|gesund\w*|topfit)|gesundheitlich (?:fit|geeignet)|
    gute[rn]? gesundheit\w*|kerngesund|nichtraucher\w*|keine behinderung|nicht behindert|
    (?:en )?bonne (?:sante|condition physique)|sans handicap|non[- ]fumeu\w+|buena salud|buen estado (?:de salud|
    fisico)|sin discapacidad|no fumador\w*|
    goede gezondheid|lichamelijk (?:fit|gezond)|fysiek fit|niet-?roker|zonder beperking)\b|^\W*(?:health|healthy|
    disability|disabled|gesund|sain)\W*$""",
    "This asks about health or disability, which the law protects.",
    "Name the task, such as 'moves loads of 20 kg with the aids provided'.",
)
_ORIENTATION = _rule(
    REFUSE,
    r"\b(?:heterosexual\w*|homosexual\w*|(?:no )?gays?|lesbians?|straight (?:man|woman|person|only|"
    r"male|female)|sexual orientation|(?:trans|cis)gender|sexuelle orientierung|orientation sexuelle|"
    r"orientacion sexual|seksuele geaardheid)\b",
    "This asks about sexual orientation or identity, which the law protects.",
    "Leave it out: it has no bearing on the work.",
    unless=(
        r"\b(?:gay|lesbian|transgender|sexual orientation)(?: and \w+)? (?:men's |women's |people's "
        r")?(?:health\w*|rights|studies|research|communit\w+|inclusion|networks?|services|youth|outreach|"
        r"history|patients?|charit\w+|medicine|law)\b"
    ),
)
_UNION = _rule(
    REFUSE,
    r"""\b(?:no (?:trade )?unions?|non[- ]union(?:i[sz]ed)?|union[- ](?:free|members?\b|membership)|not (?:in|
    a member of) an? (?:trade )?union|political (?:views?|affiliation|opinions?)|party (?:member\w*|affiliation)|
    gewerkschafts(?:mitglied|los|zugeh)\w*|keine gewerkschaft\w*|(?:non )?syndique\w*|afiliad\w+ (?:a |
    al )?(?:un )?sindicato|no sindicad\w+|vakbondslid\w*|geen vakbond\w*|politieke voorkeur)\b""",
    "This asks about a union or politics, which the law protects.",
    "Leave it out, or ask for experience in working with staff representatives.",
    unless=(
        r"\bunion members?(?:hip)? (?:services|recruitment|engagement|data|negotiat\w+|organi[sz]ing)|"
        r"\b(?:represent\w*|advis\w+|support\w*) union members?\b|\bcredit union\w*"
    ),
)
_PHOTO = _rule(
    REFUSE,
    r"""\b(?:(?:with|send|attach|attached|include|recent|your|passport|cv)\b.{0,20}\b(?:photo(?:graph)?|picture|
    headshot)(?! (?:edit|shoot|librar|stock|campaign|retouch|book|quality|selection|archiv))|bewerbungsfoto\w*|
    lichtbild|passfoto|
    cv avec photo|photo (?:recente|d'identite)|foto (?:reciente|actual|im lebenslauf)|pasfoto|
    headshots? required)\b|^\W*(?:photo|foto|picture|headshot)s?\W*$""",
    "A photo shows what the law protects and nothing that the job needs.",
    "Leave it out; ask for work samples if the work is visual.",
    unless=r"\b(?:with|your) (?:strong |good )?(?:photo|picture) (?:and|or|composition|framing)\b",
)
_LOOKS = _rule(
    REFUSE,
    r"""\b(?:good[- ]looking|attractive(?= (?:person|candidate|woman|man|lady|appearance|personality|
    and \w+ (?:person|appearance))|\W*$)|beautiful(?= (?:person|woman|lady)|\W*$)|handsome|slim|
    pleasant appearance|good appearance|physical appearance|
    (?:minimum|min\.?) height|height (?:of|above|over|at least) \d|(?:at least|over) 1[.,]\d\d ?m? tall|tall and|
    no (?:visible )?(?:tattoos?|piercings?|beards?)|
    attraktiv(?:e[rs]?)?(?= (?:erscheinung|person|frau)|es ausseres|\W*$)|gepflegtes ausseres|physique agreable|
    bonne presentation|excellente presentation|
    buena presencia|representatief (?:uiterlijk|voorkomen)|verzorgd uiterlijk)\b""",
    "This asks for looks, which say nothing about the work.",
    "If there are rules on clothing or hygiene, say that the person follows them.",
)
_GROOMED = _rule(
    WARN,
    r"\b(?:well[- ]groomed|presentable|well[- ]presented|smart appearance|professional appearance|"
    r"gepflegtes? (?:erscheinungsbild|auftreten)|bien presente|verzorgd voorkomen)\b",
    "Looks are judged unevenly and no CV shows them.",
    "If there are rules on clothing or hygiene, say that the person follows them.",
)
_PLACE = _rule(
    REFUSE,
    r"""\b(?:post ?codes?|zip(?: ?codes?)?|(?:must )?lives? (?:near|close|in|within|locally|nearby)|
    living (?:near|close|within|locally|in the area)|local (?:candidates?|residents?|applicants?|people)|
    must be local|
    (?:resident|residents) (?:of|in)|residing in|within (?:\d+|walking|commut\w+|easy|
    short)\b(?: \w+)? ?(?:miles?|km|kilomet\w+|distance|commute)|commut(?:ing|able) distance|short commute|
    wohnort\w*|wohnhaft(?: in)?|aus der (?:nahe|region|umgebung)|postleitzahl|habit(?:e|ant|er) (?:a|pres|dans)|
    resid(?:e|er|ant) (?:a|pres|dans)|code postal|
    residentes? en|residencia en|codigo postal|vivir cerca|woonachtig\w*|wonend in|woon(?:t|plaats) (?:in|nabij)|
    in de buurt wonen)\b""",
    "Where a person lives stands in for origin and income.",
    "Ask that the person can be at the workplace on the days needed.",
    unless=r"""\b(?:post ?codes?|zip(?: codes?)?) (?:data|lookup|validation|analysis|files?|formats?|archives?|
    geocod\w+)|\b(?:geocod\w+|mapping|analysing|validat\w+) (?:of )?(?:post|zip) ?codes?|
    \b(?:support\w*|help\w*|serv\w+|engag\w+|care (?:for|of)|with|for) (?:the )?(?:local )?(?:residents?|
    people)(?: (?:of|in) \w+)?|\bdelivery within \d+ miles?""",
)
_MILITARY = _rule(
    WARN,
    r"""\b(?:military (?:service|experience|background|veterans?)|(?:army|navy|armed forces|
    air force)(?: (?:veterans?|experience|background|service))?|veterans? (?:only|preferred|status)|ex-?(?:forces|
    military)|national service|wehrdienst\w*|bundeswehr\w*|zivildienst\w*|
    service militaire|servicio militar|militaire dienst\w*|dienstplicht\w*)\b""",
    "Military service as a must leaves out those who could not or did not serve.",
    "Name the skill learnt there, such as 'led a team under pressure' or 'maintained vehicles'.",
    unless=(
        r"\b(?:army|navy|military|armed forces) (?:customers?|contracts?|aircraft|hardware|standards?|"
        r"history|charit\w+|families|clients?|patients?|hospitals?|programm?es?)\b"
    ),
)
_PRESTIGE = _rule(
    WARN,
    r"""\b(?:ivy league|oxbridge|russell group|(?:top|elite|prestigious|leading|renowned|first-class|target|
    tier[- ]?(?:1|one))[- ](?:tier |\d+ |ranked )?(?:universit\w+|schools?|b-?schools?|business schools?|
    colleges?|institutions?)|
    (?:harvard|stanford|oxford|cambridge|yale|princeton|eth|insead)\b.{0,12}\b(?:graduates?|degree|alumn\w+|mba|
    only)|(?:graduate|degree|alumn\w+|mba)s? (?:of|from) (?:harvard|stanford|oxford|cambridge|yale|princeton|
    insead|mit)|
    grandes? ecoles?|ecole (?:prestigieuse|de rang a)|elite-?uni\w*|exzellenzuni\w*|
    renommierte[nr]? (?:universitat|hochschule)|universidad de prestigio|topuniversiteit|faang|
    (?:fortune (?:100|500)|blue[- ]chip|prestigious|big[- ]name|tier[- ]?1) (?:compan\w+|firms?|employers?|
    experience|background))\b""",
    "A famous name says where a person could afford to be, not what they can do.",
    "Ask for the degree level and field, or for the kind and size of the work.",
)
_CREDIT = _rule(
    WARN,
    r"\b(?:(?:good|clean|clear|excellent) credit|credit (?:record|history|score|check|rating)s?|no "
    r"debts?|no bankrupt\w*|schufa\w*|bonitat\w*|geordnete finanzielle verhaltnisse|historial "
    r"crediticio|kredietcheck)\b",
    "A credit record is rarely lawful to ask for and stands in for income.",
    "Where the law asks for it, check it after the offer.",
    unless=(
        r"\bcredit (?:score|history|rating|record|check)s? (?:model\w*|analys\w+|system\w*|agenc\w+|data|"
        r"for (?:clients|customers|loans|borrowers)|of (?:clients|customers|borrowers)|process\w*|"
        r"reports?)|\b(?:analys\w+|review\w*|assess\w*|model\w*|run\w*|perform\w*) (?:\w+ )?credit \w+"
    ),
)
_CRIMINAL = _rule(
    WARN,
    r"""\b(?:criminal (?:record|history|background|convictions?)s?|clean (?:criminal )?record|police (?:check|
    record|clearance)s?|(?:no|unspent) convictions?|dbs(?: check)?|background (?:check|screening)s?|
    \w*fuhrungszeugnis\w*|vorstraf\w*|
    casier judiciaire|antecedentes penales|strafblad|vog)\b""",
    "A CV does not show a criminal record, and asking early is limited by law.",
    "Where the law asks for it, check it after the offer.",
    unless=(
        r"\b(?:criminal records? (?:data|bureau|office|system\w*|manage\w*)|process\w* (?:dbs|"
        r"background) checks?|(?:run|carry\w* out|manag\w+) (?:dbs|background|police) checks?)"
    ),
)
_ACCENT = _rule(
    WARN,
    r"\b(?:accent[- ]free|(?:no|without(?: an?)?|neutral|british|american|native|standard) accents?|"
    r"accent[- ]neutral\w*|akzentfrei\w*|ohne akzent|sans accent|sin acento|accentloos|zonder "
    r"accent)\b",
    "An accent shows origin; being understood is what the work needs.",
    "Speaks clearly on the phone, C1 or higher.",
)
_CAR = _rule(
    WARN,
    r"\b(?:own (?:car|vehicle|transport)|must have a car|eigener? (?:pkw|auto|wagen)|eigenes (?:auto|"
    r"fahrzeug)|vehicule personnel|coche propio|vehiculo propio|eigen (?:auto|vervoer))\b",
    "Owning a car stands in for income and excludes people who cannot drive.",
    "Ask that the person can travel between the sites.",
)
_GENDERED = _rule(
    WARN,
    r"\b(?:sales|fore|handy|chair|crafts|police|fire|repair|post|business|doorm|delivery )(?:man|"
    r"men)\b|\b(?:waitress|stewardess|hostess|barmaid|manpower|tea lady|cleaning lady|putzfrau|femme "
    r"de menage|camarera de pisos)\b",
    "This word names a gender, and fewer people of the other one apply.",
    "Use a neutral word, such as salesperson, supervisor or server.",
)
RULES = (
    _AGE,
    _AGE_FLOOR,
    _AGE_CEILING,
    _GENDER,
    _FAMILY,
    _ORIGIN,
    _NATIONALITY,
    _NATIVE,
    _RELIGION,
    _HEALTH,
    _ORIENTATION,
    _UNION,
    _PHOTO,
    _LOOKS,
    _GROOMED,
    _PLACE,
    _PRESTIGE,
    _CREDIT,
    _CRIMINAL,
    _ACCENT,
    _CAR,
    _GENDERED,
)
MUST_RULES = (_MILITARY,)
