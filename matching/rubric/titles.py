"""The title of a job, found in its text and freed of place, company, pay and reference numbers."""

import re

from matching.rubric.lines import Line
from matching.rubric.roles import ROLE
from matching.rubric.sections import heading_of, heading_phrase
from matching.rubric.text import fold, mostly_capitals, pattern
from matching.rubric.vocabulary import find_skills, restore_case

MAX_TITLE = 90
MAX_TITLE_WORDS = 10
UNTITLED = "Untitled job"
_LABEL_WORDS = r"""(?:job[ -]?title|position(?: title)?|title|role|vacancy|post|job|now hiring|
    we(?:'re| are) (?:now )?hiring(?: an?)?|hiring|wanted|
    stellenbezeichnung|stellenangebot|stelle|position als|gesucht(?: wird)?|intitule(?: du poste)?|offre d'emploi|
    poste(?: a pourvoir)?|recrute|
    puesto(?: de trabajo)?|cargo|vacante|oferta(?: de empleo)?|se busca|functie(?:titel|naam)?|vacature|gezocht)"""
_LABELLED = pattern(rf"^\W*{_LABEL_WORDS}\s*[:#–—-]\s*(.+)$")
_LABEL_LINE = pattern(
    r"^\W*(?:job[ -]?title|position title|title|position|stellenbezeichnung|intitule du poste|poste|"
    r"puesto|functietitel|functie|vacature)\W*$"
)
_SOUGHT = pattern(
    r"""\b(?:looking for|look for|seeking|seeks|hires|searching for|hiring|recruiting(?: for)?|recruit|in need of|
    needs?|
    wanted|to join us as|as (?:an?|our|the)|
    wish to appoint|appoint|applications (?:are invited )?for|(?:post|position|role|appointment) of|vacancy for|
    (?:are|is|'re) after|suchen|sucht|gesucht|recherchons|recherche|recrutons|recrute|buscamos|busca|precisa|
    seleccionamos|necesitamos|
    incorporar|zoeken|zoekt)\s+"""
)
_FILL_WORDS = """
a an our the one two some for new experienced talented motivated skilled dedicated passionate dynamic qualified
professional highly driven enthusiastic exceptional ambitious energetic reliable friendly an( outstanding strong
great wir ab sofort zum nachstmoglichen zeitpunkt eine einen ein einen/eine eine/n eine(n) einer erfahrenen
erfahrene erfahrener engagierte engagierten motivierte motivierten qualifizierte qualifizierten als un une des
deux unos una uno wij per direct een ervaren enthousiaste gemotiveerde gedreven full-time part-time freelance
junior
"""
_FILL = frozenset(_FILL_WORDS.split()) - {"junior"}
_FACT = re.compile(
    r"\s+(?:exp(?:erience)?|location|duration|salary|notice(?: period)?|(?:\w+ )?skills?|type|rate|"
    r"ctc|department|company|reports to|job)\b\s*:.*$",
    re.I,
)
_SUBJECT = pattern(
    r"""^(?:the|our|this)\s+([A-Z][\w/&.' -]{2,60}?)\s+(?:is responsible|will|is a|reports|position|role|works|
    provides|manages|leads|supports|
    performs|ensures|serves|oversees|must|plays)\b""",
    re.I,
)
_GENDER = pattern(
    r"""\s*[(\[|/,-]*\s*(?:\b(?:[mwfdhxv]\s?[/|,*]\s?[mwfdhxv*](?:\s?[/|,*]\s?[mwfdhxva*]+)?|all genders|gn\*?|
    alle geschlechter|tous genres|
    homme\s?/\s?femme|hombre\s?/\s?mujer)\b\*?)\s*[)\]]*""",
    re.I,
)
_TAIL = pattern(
    r"""\s*(?:[(\[]?\b(?:ref(?:erence)?\.?(?: no\.?)?|job id|req(?:uisition)?(?: id)?|kennziffer|referenz\w*|
    id)\b[\s.:#nro°º-]*[\w/-]*\d[\w/-]*[)\]]?|
    #\s?\d+|\(?\b(?:r|j|jr)-?\d{4,}\)?|[(\[]?[€$£]\s?\d[\d.,k –€$£-]*(?:k|/\w+| per \w+|p\.?a\.?)?[)\]]?|
    \b\d{2,3}k\b.*|
    \b\d[\d.,]{3,}\s?(?:eur|usd|gbp|€|chf).*)""",
    re.I,
)
_MODE = pattern(
    r"""\b(?:remote|hybrid|on-?site|home ?office|full[- ]?time|part[- ]?time|permanent|contract|temporary|
    maternity|cover|fixed[- ]term|ftc|
    vollzeit|teilzeit|unbefristet|cdi|cdd|alternance|tiempo completo|jornada completa|fulltime|parttime|
    immediate start|urgent|urgently|new|asap|
    ab sofort|uur|per hour|per annum|competitive|salary|\d+ ?%|\d+ ?h)\b""",
    re.I,
)
_FIRM = pattern(
    r"""\b(?:gmbh|ag|ltd|limited|inc|llc|plc|corp|b\.?v|s\.?a|s\.?l|sarl|sas|co\. kg|kg|nhs trust|group|careers|
    jobs|indeed|linkedin|
    stepstone|glassdoor)\b\.?""",
    re.I,
)
_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff]+")
_SEPARATOR = re.compile(r"\s+[-–—|•·@]\s+|\s*\|\s*|\s+(?:at|bei|chez|bij)\s+(?=[A-ZÀ-Þ])|\t")
_PLACE = re.compile(
    r"\s+(?:in|à|en|te|near|nahe|für den standort)\s+(?:[A-ZÀ-Þ][\w.'-]+)(?:[ "
    r",/-]+[A-ZÀ-Þ][\w.'-]+){0,3}\s*$"
)
_TRAILING = pattern(
    r"""[\s,–-]+(?:wanted|needed|required|sought|gesucht|gezocht|recherche|gevraagd|m/w/d|vacancy|job|position|
    opening|opportunity|
    (?:für|for|pour|para|voor) (?:our|unsere?n?|notre|nuestr[oa]|onze?|the|die|das|den)\b.*|(?:in|im) (?:vollzeit|
    teilzeit).*)[\s!.:]*$""",
    re.I,
)
_STOP = pattern(
    r"""[.,;:!?(]|[ ][-–][ ]|[ ](?:to|who|whose|with|that|for|in(?= [A-Z])|at|mit|für|zur?|pour|para|qui|que|con|
    voor|die|met|und(?= (?:sie|wir))|join|on|
    responsible|will|must|you(?:'ll|'d|'re)?|based|within|working)[ ]""",
    re.I,
)
_SENTENCE_WORDS = pattern(
    r"""\b(?:we|we're|you|your|our|is|are|looking|seeking|join|wir|sie|suchen|sucht|nous|vous|recherch\w+|
    buscamos|wij|zoeken|hi|hello|dear|
    hallo|bonjour|hola|zoekt|busca|recrute|was|were|must|should|please)\b"""
)


def find_title(lines: list[Line]) -> str:
    """The job's title in the lines of its text; "Untitled job" where none can be told."""
    head = lines[:40]
    return _by_label(head[:25]) or _by_shape(head) or _by_sentence(head) or _first_words(head) or UNTITLED


def _by_label(head: list[Line]) -> str:
    for number, line in enumerate(head):
        text = line.text
        found = _LABELLED.match(fold(text[:200]))
        if found:
            text = re.split(r"[!?.](?:\s|$)", text[found.start(1) :], maxsplit=1)[0]
        elif _LABEL_LINE.match(fold(text)) and number + 1 < len(head):
            text = head[number + 1].text
        else:
            continue
        title = clean_title(text)
        if title and len(title.split()) <= MAX_TITLE_WORDS and not _SENTENCE_WORDS.search(fold(title)):
            return title
    return ""


def _by_shape(head: list[Line]) -> str:
    """A short line near the top that names a role; else a marked or very short first line."""
    short = [line for line in head[:8] if _could_be_title(line)]
    for line in short:
        if ROLE.search(fold(line.text)) and not heading_of(line.text, marked=False):
            return clean_title(line.text)
    first = head[0] if head else None
    if first in short and first and (first.marked or len(first.text.split()) <= 6) and len(head) > 1:
        return "" if heading_of(first.text, marked=True) else clean_title(first.text)
    return ""


def _could_be_title(line: Line) -> bool:
    text = line.text
    return (
        not line.bullet
        and len(text) <= 140
        and len(text.split()) <= 14
        and text[-1] not in ".;,:?"
        and not heading_phrase(text)
        and not _SENTENCE_WORDS.search(fold(text))
    )


_NEEDED = pattern(rf"{ROLE.pattern}(?:[ (]+[mwfd/]+\))?[ ]+(?:needed|wanted|gesucht|gezocht)\b")


def is_search_line(text: str) -> bool:
    """True for a sentence that only says whom the company is looking for."""
    folded = fold(text[:400])
    if _NEEDED.search(folded) and not re.search(r"\d+\+? ?(?:years|yrs)", folded):
        return True
    found = _SOUGHT.search(folded)
    if not found or len(text.split()) > 22 or re.search(r"\d", folded):
        return False
    after = _sought(text, found.end())
    return bool(ROLE.search(fold(after))) and not re.search(
        r"\b(?:experience|with|erfahrung|mit|avec|con|met)\b", folded[found.end() :]
    )


def _sought(text: str, start: int) -> str:
    """The words after "looking for", without articles and praise."""
    words = text[start : start + 120].split()
    while words and (fold(words[0]).strip("(),") in _FILL or words[0].startswith("(")):
        words.pop(0)
    return _STOP.split(" ".join(words) + " ", maxsplit=1)[0].strip()


def _by_sentence(head: list[Line]) -> str:
    for line in head:
        folded = fold(line.text[:3000])
        for found in _SOUGHT.finditer(folded):
            words = _sought(line.text, found.end())
            named = ROLE.search(fold(words)) or re.fullmatch(
                r"(?:[A-ZÀ-Þ][\w/&+.-]*(?: (?:of|and|de|&))? ?){1,6}", words
            )
            if words and len(words.split()) <= 7 and named:
                return clean_title(words)
        found = _SUBJECT.match(line.text[:200])
        if found and ROLE.search(fold(found.group(1))):
            return clean_title(found.group(1))
    return ""


def _first_words(head: list[Line]) -> str:
    for line in head[:5]:
        found = ROLE.search(fold(line.text[:100]))
        if (
            found
            and found.end() <= 60
            and not line.text.lower().startswith("to ")
            and not _SENTENCE_WORDS.search(fold(line.text[: found.start()]))
        ):
            return clean_title(" ".join(line.text[: found.end()].split()[-5:]))
    first = head[0].text if head else ""
    return clean_title(first) if first and len(first.split()) <= MAX_TITLE_WORDS and not heading_phrase(first) else ""


def clean_title(text: str) -> str:
    """A title without gender marks, place, company, pay, reference and noise words; at most MAX_TITLE characters."""
    text = _EMOJI.sub(" ", " ".join(text[:300].split()))[:200]
    found = _LABELLED.match(fold(text))
    text = text[found.start(1) :] if found else text
    text = _FACT.sub("", re.sub(r"^(?:the|our)\s+", "", text, flags=re.I))
    text = _TAIL.sub(" ", _GENDER.sub(" ", text))
    parts = [part.strip(" -–—|,;:!*#\"'") for part in _SEPARATOR.split(text)]
    parts = [part for part in parts if part]
    named = [number for number, part in enumerate(parts) if ROLE.search(fold(part))]
    main = named[0] if named else 0
    kept = [part for number, part in enumerate(parts) if number == main or (number == main + 1 and _belongs(part))]
    title = _PLACE.sub("", " - ".join(kept))
    title = re.sub(
        r"[(\[]([^()\[\]]*)[)\]]", lambda found: "" if _drop_bracket(found.group(1)) else found.group(), title
    )
    title = re.sub(
        r",\s*(?:remote|hybrid|on-?site|full[- ]?time|part[- ]?time|(?-i:[A-Z]{2}))\s*$", "", title, flags=re.I
    )
    title = _TRAILING.sub("", " ".join(title.split())).strip(" -–—|,;:!.*#\"'")
    title = restore_case(title) if len(title) > 6 and mostly_capitals(title * 8) else title
    return _cut(title[:1].upper() + title[1:]) if title else ""


def is_title_line(text: str, title: str) -> bool:
    """True when a line of a job text only gives the job's title."""
    return bool(title) and len(text) <= 160 and fold(title) in fold(text) and clean_title(text) == title


def _belongs(part: str) -> bool:
    if _FIRM.search(part) or _MODE.search(part) or re.search(r"\d", part):
        return False
    return bool(find_skills(part)) or part[:1].islower() or bool(ROLE.search(fold(part)))


def _drop_bracket(inner: str) -> bool:
    return not inner.strip() or bool(_MODE.search(inner) or _FIRM.search(inner) or re.search(r"\d{3}", inner))


def _cut(title: str) -> str:
    return title if len(title) <= MAX_TITLE else title[:MAX_TITLE].rsplit(" ", 1)[0].rstrip(" ,-–")
