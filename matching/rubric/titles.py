"""The title of a job, found in its text and freed of place, company, pay and reference numbers."""

import re

from matching.rubric.lines import Line
from matching.rubric.sections import heading_of, heading_phrase
from matching.rubric.text import fold, mostly_capitals
from matching.rubric.vocabulary import find_skills, restore_case

MAX_TITLE = 90
UNTITLED = "Untitled job"
_LABELLED = re.compile(
    r"^\W*(?:job[ -]?title|position(?: title)?|title|role|vacancy|post|job|we(?:'re| are) hiring(?: an?)?|"
    r"now hiring|hiring|wanted|stellenbezeichnung|stellenangebot|stelle|position als|gesucht|"
    r"intitule(?: du poste)?|offre d'emploi|poste(?: a pourvoir)?|recrute|puesto(?: de trabajo)?|cargo|vacante|"
    r"oferta(?: de empleo)?|se busca|functie(?:titel)?|vacature|gezocht)\s*[:#–—-]\s*(.+)$"
)
_SOUGHT = re.compile(
    r"\b(?:(?:we are |we're |is |are |currently |now )?(?:looking for|seeking|searching for|hiring|"
    r"recruiting(?: for)?|recruit|in need of|needs?|want(?:s|ed)?|to join us as)|as (?:an?|our|the)|(?:suchen|"
    r"sucht)(?: wir)?(?: .{0,40}?)?(?: eine?[nr]?| als)|suchen wir|"
    r"(?:recherchons|recherche|recrutons|recrute)|(?:buscamos|busca|precisa|seleccionamos|necesitamos|incorporar)|"
    r"(?:zoeken|zoekt)(?: wij)?)\s+(?:for )?"
    r"(?:(?:an?|our|the|one|two|some|eine?n?|einen?/[nr]|un|une|una|een|des|unos|talented|experienced|motivated|"
    r"skilled|dedicated|passionate|dynamic|qualified|professional|highly|erfahrene\w*|engagierte\w*|enthousiaste|"
    r"ervaren|new|exceptional|\(n\)|:in)\s+)*"
)
_SUBJECT = re.compile(
    r"^(?:the|our|this)\s+([A-Z][\w/&' -]{3,60}?)\s+(?:is responsible|will|is a|reports|position|role|works|provides|manages|leads|supports|performs|ensures|serves|oversees|must|plays)\b"
)
_ROLE = re.compile(
    r"\b(?:\w*(?:engineer|developer|manager|nurse|analyst|designer|accountant|assistant|officer|consultant|"
    r"teacher|driver|technician|specialist|coordinator|administrator|director|lead|architect|scientist|"
    r"representative|executive|"
    r"supervisor|advisor|adviser|associate|clerk|chef|cook|waiter|waitress|cleaner|operator|operative|worker|"
    r"therapist|pharmacist|doctor|physician|lawyer|solicitor|paralegal|attorney|recruiter|buyer|planner|"
    r"controller|auditor|bookkeeper|"
    r"receptionist|secretary|writer|editor|translator|researcher|professor|lecturer|trainer|instructor|"
    r"electrician|plumber|mechanic|welder|carpenter|surveyor|inspector|guard|agent|broker|trader|banker|teller|"
    r"cashier|salesperson|barista|"
    r"bartender|baker|butcher|hairdresser|stylist|host|hostess|pilot|programmer|tester|intern|trainee|apprentice|"
    r"head|president|partner|counsel|strategist|producer|photographer|librarian|psychologist|counsellor|counselor|"
    r"midwife|"
    r"paramedic|physiotherapist|dentist|hygienist|optician|veterinarian|carer|caregiver|handyman|janitor|"
    r"housekeeper|concierge|foreman|picker|packer|loader|dispatcher|scrum master|owner|superintendent|generalist|"
    r"partner|estimator|underwriter|actuary|adjuster|processor|"
    r"entwickler|ingenieur|leiter|fuhrer|kraft|pfleger|fahrer|berater|mitarbeiter|sachbearbeiter|kaufmann|"
    r"kauffrau|fachmann|fachfrau|meister|mechaniker|mechatroniker|elektroniker|buchhalter|lehrer|erzieher|"
    r"verkaufer|techniker|koch|assistenz|referent|helfer|schlosser|arzt|apotheker|kellner|lagerist|disponent|"
    r"ingenieure?|developpeu[rs]e?|infirmiere?|comptable|charge|chargee|responsable|conseillere?|vendeu[rs]e?|"
    r"chauffeur|technicienne?|assistante?|serveu[rs]e?|cuisiniere?|enseignante?|directeur|directrice|chef|"
    r"gestionnaire|agent|preparateur|boulanger|macon|electricien|commerciale?|"
    r"ingenier[oa]|desarrollador(?:a)?|enfermer[oa]|contable|tecnic[oa]|conductor(?:a)?|camarer[oa]|cociner[oa]|"
    r"profesor(?:a)?|comercial|vendedor(?:a)?|administrativ[oa]|dependient[ea]|moz[oa] de almacen|encargad[oa]|"
    r"jef[ea]|abogad[oa]|director(?:a)?|auxiliar|"
    r"ontwikkelaar|verpleegkundige|medewerk(?:er|ster)|boekhouder|monteur|adviseur|docent|leraar|leerkracht|"
    r"chauffeur|verkoper|begeleider|projectleider|beheerder|kok|magazijnmedewerker|schoonmaker|planner|"
    r"verzorgende|hulp|recruiter))(?:s|:in|in|/in|\*in|e|n|en|:innen)?\b"
)
_GENDER = re.compile(
    r"\s*[(\[|/,-]*\s*(?:\b(?:[mwfdhxv]\s?[/|,*]\s?[mwfdhxv*](?:\s?[/|,*]\s?[mwfdhxva*]+)?|all genders|gn\*?|div|"
    r"alle geschlechter|tous genres|homme\s?/\s?femme|hombre\s?/\s?mujer|m/v)\b\*?)\s*[)\]]*",
    re.I,
)
_TAIL = re.compile(
    r"\s*(?:[(\[]?\b(?:ref(?:erence)?\.?(?: no\.?)?|job id|req(?:uisition)?(?: id)?|kennziffer|referenz\w*|jr|"
    r"id)\b[\s.:#nro°º-]*[\w/-]*\d[\w/-]*[)\]]?|#\s?\d+|\(?\b[rj]\d{4,}\)?|[(\[]?[€$£]\s?\d[\d.,k \-–€$£]*(?:k|"
    r"/\w+| per \w+|p\.?a\.?)?[)\]]?|\b\d{2,3}k\b.*|\b\d[\d.,]{3,}\s?(?:eur|usd|gbp|€|chf).*)",
    re.I,
)
_MODE = re.compile(
    r"\b(?:remote|hybrid|on-?site|home ?office|full[- ]?time|part[- ]?time|permanent|contract|temporary|vollzeit|teilzeit|unbefristet|cdi|cdd|alternance|tiempo completo|jornada completa|fulltime|parttime|immediate start|urgent|urgently|new|asap|ab sofort|\d{1,2}-\d{1,2} uur|uur|k|per hour|per annum|competitive|salary|100 ?%|\d+ ?%)\b",
    re.I,
)
_FIRM = re.compile(
    r"\b(?:gmbh|ag|ltd|limited|inc|llc|plc|corp|b\.?v|s\.?a|s\.?l|sarl|sas|co\. kg|kg|nhs trust|group|careers|jobs|indeed|linkedin|stepstone|glassdoor)\b\.?",
    re.I,
)
_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff]+")
_SEPARATOR = re.compile(r"\s+[-–—|•·@]\s+|\s*\|\s*|\s+(?:at|bei|chez|bij)\s+(?=[A-ZÀ-Þ])|\t")
_PLACE = re.compile(
    r"\s+(?:in|à|en|te|near|nahe|für den standort)\s+[A-ZÀ-Þ][\w.'-]+(?:[ ,/-]+[A-ZÀ-Þ][\w.'-]+){0,3}\s*$"
)
_STOP = re.compile(
    r"[.,;:!?(]| - | – | to | who | with | that | for | in (?=[A-Z])| at | mit | für | zur? | pour | para | qui | que | con | voor | die | met | und (?=sie|wir)| join | on | responsible | will | must | you ",
    re.I,
)


def find_title(lines: list[Line]) -> str:
    """The job's title in the lines of its text; "Untitled job" where none can be told."""
    head = [line for line in lines[:40] if line.text]
    for found in filter(None, (_LABELLED.match(fold(line.text)) for line in head[:25])):
        line = next(line for line in head if fold(line.text) == found.string)
        title = clean_title(line.text[found.start(1) :])
        if title and len(title.split()) <= 10:
            return title
    return _by_shape(head) or _by_sentence(head) or _first_words(head)


def _by_shape(head: list[Line]) -> str:
    short = [
        line
        for line in head[:8]
        if len(line.text.split()) <= 14
        and len(line.text) <= 140
        and line.text[-1] not in ".;,:"
        and not heading_phrase(line.text)
    ]
    short = [line for line in short if not line.bullet]
    for line in short:
        if _ROLE.search(fold(line.text)) and not heading_of(line.text, marked=False):
            return clean_title(line.text)
    first = head[0] if head else None
    if (
        first
        and first in short
        and (first.marked or len(first.text.split()) <= 6)
        and len(head) > 1
        and not heading_of(first.text, marked=True)
    ):
        return clean_title(first.text)
    return ""


def _by_sentence(head: list[Line]) -> str:
    for line in head:
        for start in [found.end() for found in _SOUGHT.finditer(fold(line.text[:3000]))]:
            words = _STOP.split(line.text[start : start + 90], maxsplit=1)[0].strip()
            if words and len(words.split()) <= 7 and _ROLE.search(fold(words)):
                return clean_title(words)
        found = _SUBJECT.match(line.text)
        if found and _ROLE.search(fold(found.group(1))):
            return clean_title(found.group(1))
    return ""


def _first_words(head: list[Line]) -> str:
    for line in head[:5]:
        found = _ROLE.search(fold(line.text[:100]))
        if found and found.end() <= 80:
            before = line.text[: found.end()].split()[-4:]
            return clean_title(" ".join(before))
    first = head[0].text if head else ""
    if first and len(first.split()) <= 10 and not heading_phrase(first):
        return clean_title(first)
    return UNTITLED


def clean_title(text: str) -> str:
    """A title without gender marks, place, company, pay, reference and noise words; at most MAX_TITLE characters."""
    text = _EMOJI.sub(" ", " ".join(text.split()))[:200]
    found = _LABELLED.match(fold(text))
    text = text[found.start(1) :] if found else text
    text = _TAIL.sub(" ", _GENDER.sub(" ", text))
    parts = [part.strip(" -–—|,;:!*#\"'") for part in _SEPARATOR.split(text)]
    parts = [part for part in parts if part]
    named = [number for number, part in enumerate(parts) if _ROLE.search(fold(part))]
    main = named[0] if named else 0
    kept = [part for number, part in enumerate(parts) if number == main or (number == main + 1 and _belongs(part))]
    title = _PLACE.sub("", " - ".join(kept))
    title = re.sub(
        r"[(\[]([^()\[\]]*)[)\]]", lambda found: "" if _drop_bracket(found.group(1)) else found.group(0), title
    )
    title = re.sub(r",\s*(?:remote|hybrid|on-?site|full[- ]?time|part[- ]?time|[A-Z]{2})\s*$", "", title, flags=re.I)
    title = " ".join(title.split()).strip(" -–—|,;:!.*#\"'")
    title = restore_case(title) if title.isupper() and (mostly_capitals(title * 8) or len(title) > 6) else title
    return _cut(title[:1].upper() + title[1:]) if title else ""


def _belongs(part: str) -> bool:
    if _FIRM.search(part) or _MODE.search(part) or re.search(r"\d", part):
        return False
    return bool(find_skills(part)) or part[:1].islower() or bool(_ROLE.search(fold(part)))


def _drop_bracket(inner: str) -> bool:
    return not inner.strip() or bool(_MODE.search(inner) or _FIRM.search(inner) or re.search(r"\d{3}", inner))


def _cut(title: str) -> str:
    return title if len(title) <= MAX_TITLE else title[:MAX_TITLE].rsplit(" ", 1)[0].rstrip(" ,-–")
