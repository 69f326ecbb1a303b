"""The parts of a job text: which heading, in five languages, opens which part."""

import re
from enum import StrEnum

from matching.rubric.text import fold


class Section(StrEnum):
    """What a stretch of a job text is about. NEED is asked outright; PROFILE is asked without saying how much;
    META is one line of facts such as the place or the pay; after STOP comes what is not asked."""

    NEED = "need"
    PROFILE = "profile"
    NICE = "nice"
    DUTIES = "duties"
    ABOUT = "about"
    NOISE = "noise"
    META = "meta"
    STOP = "stop"


ASKED = frozenset({Section.NEED, Section.PROFILE, Section.NICE})

_PHRASES = {
    Section.NEED: """must have|must haves|must-haves|must-have skills|essential|essentials|essential criteria|essential skills|essential requirements|
        essential qualifications|essential skills and experience|essential experience|required|required skills|required qualifications|required experience|
        required skills and experience|required skills and qualifications|required education|required education and experience|mandatory|mandatory skills|
        mandatory requirements|minimum requirements|minimum qualifications|minimum education|minimum experience|minimum job requirements|basic qualifications|
        minimum required qualifications|basic requirements|what you must have|what you need|you must have|you must|you need|you will need|key requirements|
        non-negotiables|non negotiable|we require|must|required competencies|required knowledge|required knowledge, skills and abilities|
        zwingend erforderlich|zwingende voraussetzungen|muss|muss-kriterien|voraussetzungen|das musst du mitbringen|formale voraussetzungen|
        indispensable|indispensables|exigences|prerequis|pre-requis|competences requises|imperatif|obligatoire|diplome requis|profil exige|
        imprescindible|imprescindibles|requisitos imprescindibles|requisitos minimos|requisitos obligatorios|requisitos excluyentes|requerido|se requiere|
        excluyente|obligatorio|functie-eisen|functie eisen|harde eisen|vereist|vereisten|eisen|noodzakelijk|dit heb je nodig|knock-out criteria""",
    Section.PROFILE: """requirements|job requirements|position requirements|role requirements|skills|key skills|technical skills|skill set|skills required|skills needed|
        skills and experience|skills & experience|experience and skills|skills and qualifications|skills & qualifications|qualifications|qualification|
        your qualifications|qualifications and experience|qualifications and skills|qualifications & skills|qualifications & experience|
        education|education and experience|education & experience|education/experience|education and qualifications|education and training|
        experience|work experience|experience required|experience needed|professional experience|training and experience|
        your profile|profile|candidate profile|ideal candidate|the ideal candidate|your skills|your experience|your background|about you|who you are|
        what you bring|what you'll bring|what you will bring|what you'll need|what we look for|what we are looking for|what we're looking for|
        who we are looking for|who we're looking for|we are looking for|we're looking for|we expect|what we expect|you have|you are|you bring|you'll have|
        you will have|person specification|the person|selection criteria|knowledge|knowledge and skills|knowledge, skills and abilities|
        knowledge, skills & abilities|knowledge skills and abilities|knowledge/skills/abilities|ksas|competencies|competences|abilities|certifications|
        certification|licenses|licences|licenses and certifications|certificates|certificates and licences|licensure|languages|language skills|
        tech stack|our tech stack|technologies|technology stack|our stack|the stack|technical environment|technical requirements|technical expertise|tools|software|
        what it takes|what you'll bring to the table|is this you|does this sound like you|why you|you might be a fit if|you may be a good fit if|
        ihr profil|dein profil|profil|unsere anforderungen|anforderungen|anforderungsprofil|das bringen sie mit|das bringst du mit|sie bringen mit|
        was sie mitbringen|was du mitbringst|qualifikationen|ihre qualifikation|ihre qualifikationen|deine qualifikationen|deine qualifikation|qualifikation|
        wir erwarten|wir suchen|was wir erwarten|was wir uns wunschen|damit uberzeugen sie|damit uberzeugst du|so uberzeugen sie uns|kenntnisse|
        fachliche anforderungen|ihre starken|das zeichnet sie aus|das zeichnet dich aus|sprachkenntnisse|ausbildung|erfahrung|berufserfahrung|
        profil recherche|votre profil|le profil|ton profil|profil souhaite|profil du candidat|le profil recherche|competences|competences attendues|
        vos competences|formation|formation et experience|qualifications requises|vous etes|vous avez|qui etes-vous|langues|votre experience|
        competences techniques|environnement technique|savoir-faire|savoirs|ce que nous recherchons|nous recherchons|
        requisitos|perfil|perfil buscado|perfil requerido|tu perfil|perfil del candidato|que buscamos|que pedimos|buscamos|que necesitas|formacion|experiencia|
        conocimientos|competencias|habilidades|idiomas|que esperamos de ti|lo que buscamos|requisitos del puesto|estudios minimos|experiencia minima|
        conocimientos necesarios|titulacion|
        wat vragen wij|wat vragen we|wij vragen|wat wij vragen|dit vragen wij|wat breng je mee|wat neem je mee|jouw profiel|jouw kwaliteiten|profiel|je profiel|
        wie ben jij|wie ben je|wie zoeken wij|wie zoeken we|wij zoeken|dit ben jij|over jou|vaardigheden|kennis en ervaring|opleiding|ervaring|functievereisten|
        jij hebt|je hebt|wat we van je vragen|dit breng jij mee|wat verwachten wij|wat verwachten we van jou|jouw vaardigheden|kwalificaties|talen""",
    Section.NICE: """nice to have|nice to haves|nice-to-have|nice-to-haves|nice to have skills|good to have|good to haves|great to have|bonus|bonus points|bonus skills|bonus if you have|
        plus|pluses|a plus|preferred|preferred skills|preferred qualifications|preferred experience|preferred requirements|preferred skills and experience|
        preferred education|preferred qualifications and skills|desirable|desirables|desirable criteria|desirable skills|desirable experience|desired|desired skills|
        desired qualifications|desired experience|desired skills and experience|additional skills|additional qualifications|preferable|preferably|
        advantageous|an advantage|advantages|optional|ideally|it would be great if|extra credit|even better if|we'd love it if|not required but nice|
        also good|added advantage|assets|asset|would be a plus|what would be nice|
        von vorteil|wunschenswert|idealerweise|das ware toll|das ware schon|pluspunkte|kann-kriterien|gerne auch|bonuspunkte|nice-to-have kenntnisse|
        atouts|un plus|les plus|serait un plus|souhaite|souhaites|souhaitable|apprecie|appreciees|vos atouts|competences appreciees|vos plus|le petit plus|
        deseable|deseables|se valorara|se valora|valorable|se valorara positivamente|requisitos deseables|valoraremos|deseado|requisitos deseados|plus deseable|
        pre|pluspunten|een pre|is een pre|mooi meegenomen|gewenst|wenselijk|bij voorkeur|extra's|leuk als je""",
    Section.DUTIES: """duties|your duties|key duties|main duties|job duties|essential duties|essential duties and responsibilities|essential job duties|duties and responsibilities|
        duties & responsibilities|essential functions|essential job functions|key functions|job functions|primary duties|primary responsibilities|main responsibilities|
        primary duties and responsibilities|core responsibilities|core duties|responsibilities|key responsibilities|your responsibilities|job responsibilities|
        roles and responsibilities|role and responsibilities|roles & responsibilities|role & responsibilities|responsibilities and duties|
        responsibilities include|duties include|major responsibilities|general responsibilities|specific responsibilities|principal duties|
        principal accountabilities|accountabilities|key accountabilities|the responsibilities|your tasks|tasks|key tasks|main tasks|your mission|what you will do|
        what you'll do|what you'll be doing|what you will be doing|what you will be responsible for|what you'll be responsible for|you will|you'll|in this role|
        in this role you will|in this role, you will|day to day|day-to-day|a day in the life|your day|the work|scope of work|key deliverables|how you'll make an impact|
        your impact|what the job involves|the job involves|position responsibilities|work performed|
        ihre aufgaben|deine aufgaben|aufgaben|aufgabengebiet|aufgabenbereich|tatigkeiten|tatigkeitsbeschreibung|ihre tatigkeiten|was sie erwartet|was dich erwartet|
        das erwartet dich|das erwartet sie|ihr aufgabengebiet|hauptaufgaben|das machst du|ihre herausforderung|ihre verantwortung|ihre rolle|
        missions|vos missions|tes missions|vos responsabilites|vos taches|mission|la mission|missions principales|responsabilites|taches|activites|activites principales|
        vos principales missions|principales missions|votre mission|
        funciones|tus funciones|funciones principales|responsabilidades|tareas|que haras|principales funciones|que vas a hacer|tu mision|tus responsabilidades|
        principales responsabilidades|funciones del puesto|tareas a realizar|
        taken|jouw taken|je taken|werkzaamheden|wat ga je doen|wat ga jij doen|jouw werkzaamheden|taken en verantwoordelijkheden|dit ga je doen|verantwoordelijkheden|
        jouw rol|je gaat|hoofdtaken|jouw verantwoordelijkheden|de werkzaamheden""",
    Section.ABOUT: """about the role|the role|the job|the position|about the job|about this role|about the position|role overview|role summary|role purpose|job purpose|
        job summary|summary|position summary|overview|job overview|position overview|job description|description|general summary|purpose|purpose of the role|
        the opportunity|position purpose|job profile|general description|your role|role description|position description|summary of position|role|
        stellenbeschreibung|die stelle|die aufgabe|le poste|description du poste|descriptif du poste|poste|descripcion|descripcion del puesto|el puesto|
        descripcion de la oferta|descripcion del empleo|functieomschrijving|de functie|functie|over de functie|jouw functie|functiebeschrijving""",
    Section.NOISE: """about us|who we are|about the company overview|company description|company profile|the our our story|our mission|our values|
        our culture|culture|the team|about the team|our team|why us|why join us|why work with us|why work for us|why work here|what we do|about our client|
        our client|benefits|perks|perks and benefits|benefits and perks|what we offer|we offer|what's in it for you|what you get|what you'll get|
        what we can offer you|our offer|the package|package|compensation|compensation and benefits|salary and benefits|
        pay rate|rate of remuneration|working schedule|job work job type|
        start date|equal opportunity|equal opportunities|equal opportunity employer|equal employment opportunity|eeo|eeo statement|diversity|
        diversity and inclusion|diversity, equity and inclusion|inclusion|our commitment|
        how to apply|to apply|application process|apply|apply now|contact|contact us|next steps|interview process|hiring process|our hiring process|
        the process|recruitment process|disclaimer|privacy|additional information|other information|job benefits|employee benefits|
        physical demands|physical requirements|physical demands and work environment|work environment|working conditions|working environment|
        travel|
        uber uns|wir uber uns|das wer wir sind|wir bieten|was wir bieten|unser angebot|das bieten wir|das bieten wir ihnen|
        das bieten wir dir|ihre vorteile|deine vorteile|was wir ihnen bieten|was wir dir bieten|benefits und vorteile|kontakt|ihr kontakt|
        ansprechpartner|bewerbung|so bewerben sie sich|jetzt bewerben|interesse|haben wir ihr interesse geweckt|vergutung|
        unsere benefits|warum wir|chancengleichheit|
        qui sommes-nous|a propos|a propos de nous|l'entreprise|notre nous offrons|ce que nous offrons|nous vous offrons|avantages|
        vos avantages|remuneration et avantages|conditions|contact et candidature|candidature|comment postuler|postuler|pour postuler|
        lieu de travail|pourquoi nous rejoindre|nous vous proposons|ce que nous proposons|
        sobre nosotros|quienes somos|la ofrecemos|que ofrecemos|te ofrecemos|se ofrece|beneficios|condiciones|como aplicar|
        contacto|que te ofrecemos|por que unirte|
        over ons|wie zijn wij|wie zijn we|het ons wij bieden|wat bieden wij|wat bieden we|ons aanbod|wat wij bieden|arbeidsvoorwaarden|
        dit bieden wij|dit bieden we|solliciteren|solliciteer|sollicitatie|interesse?|wat krijg je|wat krijg je van ons|
        sollicitatieprocedure|dienstverband""",
    Section.META: """salary|salary range|pay|pay range|pay rate|rate of pay|hours|working hours|schedule|shift|location|job location|work location|job type|employment type|contract|contract type|contract length|start date|
        closing date|travel|reports to|reporting to|department|industry|company|recruiter|reference|job id|career level|seniority level|
        visa sponsorship|arbeitsort|standort|gehalt|einsatzort|arbeitszeit|lieu|lieu de travail|type de contrat|contrat|salaire|
        horaires|ubicacion|lugar de trabajo|tipo de contrato|horario|salario|jornada|locatie|salaris|standplaats|werklocatie|uren per week|dienstverband|empresa|entreprise|bedrijf|unternehmen|remuneration|contactpersoon|ansprechpartner|
        job title|title|job number|requisition id|req id|duration|date posted|posted|address|city|state|country|job category|category|type|level|
        pay type|base pay|hourly rate|employer|client|kennziffer|referenznummer|beginn|befristung|referencia|referentie|functietitel|poste a pourvoir|
        puesto|vacante|intitule du poste""",
    Section.STOP: "not needed|not required|you do not need|you don't need|what you don't need|nicht erforderlich|nicht notig|non requis|no necesario|no se requiere|niet nodig|niet vereist",
}
# A heading that is not in the list is placed by the first of these that it contains.
_PATTERNS = (
    (Section.STOP, r"\bnot (?:needed|required)\b"),
    (
        Section.NICE,
        r"\b(?:nice[- ]to|good to have|bonus|preferred|desir(?:able|ed)|plus points|pluses|von vorteil|wunschenswert|souhait\w+|deseable\w*|valorable|pluspunt\w*|een pre)\b",
    ),
    (
        Section.NOISE,
        r"\b(?:benefits?|perks|offer(?:s|ed)?|bieten|bieden|offrons|proposons|ofrecemos|equal|diversity|compensation|how to apply|apply|bewerb\w*|postul\w*|sollicit\w*|candidature|about (?:us|our|the (?:company|team|client))|who we are|why (?:join|work|us)|uber uns|over ons|qui sommes|quienes somos|our (?:company|culture|values|mission|client|story)|culture|values|contact|kontakt|contacto|physical|vorteile|avantages|beneficios|arbeidsvoorwaarden|privacy)\b",
    ),
    (
        Section.DUTIES,
        r"\b(?:responsib\w+|duties|tasks|functions|what you(?:'ll| will) (?:do|be doing|own)|you will do|aufgaben\w*|tatigkeit\w*|missions?|taches|responsabili\w+|funciones|tareas|taken|werkzaamheden|verantwoordelijk\w*|accountabilit\w+|day[- ]to[- ]day)\b",
    ),
    (
        Section.NEED,
        r"\b(?:must[- ]haves?|essential|required|mandatory|minimum|zwingend|indispensables?|imprescindibles?|vereist\w*|eisen)\b",
    ),
    (
        Section.PROFILE,
        r"\b(?:requirements?|qualifications?|skills?|experience|profile?|looking for|you(?:'ll)? (?:have|bring|need)|about you|who you are|anforderung\w*|mitbring\w*|qualifikation\w*|competences?|requisitos|perfil|conocimientos|vragen|profiel|ervaring|vaardigheden|expertise|education|prerequisites?|voraussetzung\w*)\b",
    ),
    (Section.ABOUT, r"\b(?:about the (?:role|job|position)|the role|summary|overview|description)\b"),
)
# These open a part even without a colon inside a run-on paragraph; other phrases are too common in running text.
_STRONG = frozenset(
    """requirements|job requirements|qualifications|required qualifications|preferred qualifications|minimum qualifications|basic qualifications|
    key responsibilities|responsibilities|essential functions|essential duties and responsibilities|duties and responsibilities|job responsibilities|
    roles and responsibilities|primary responsibilities|main responsibilities|required skills|preferred skills|desired skills|technical skills|
    education and experience|skills and qualifications|skills and experience|knowledge, skills and abilities|nice to have|nice to haves|must have|
    what you will do|what you'll do|what you'll bring|what you bring|what we offer|benefits|perks|about us|who we are|job summary|job description|
    position summary|equal opportunity employer|physical demands|physical requirements|work environment|how to apply|about you|who you are|
    required experience|preferred experience|minimum requirements|summary|job duties|essential job functions|company overview|
    education|certifications|experience|skills|duties|your profile|desirable|essential|ihre aufgaben|ihr profil|wir bieten|dein profil|deine aufgaben|
    profil recherche|vos missions|requisitos|funciones|ofrecemos|se ofrece|wat vragen wij|wat bieden wij|votre profil""".replace(
        "\n", ""
    )
    .replace("    ", "")
    .split("|")
)
_EDGES = re.compile(r"^[^\w&']+|[^\w']+$")
_SPACE = re.compile(r"[\s_]+")
_PHRASE_OF = {
    " ".join(phrase.split()): section
    for section, block in _PHRASES.items()
    for phrase in block.replace("\n", " ").split("|")
    if phrase.strip()
}
_COMPILED = tuple((section, re.compile(pattern)) for section, pattern in _PATTERNS)
_LONGEST = max(len(phrase.split()) for phrase in _PHRASE_OF)
_WORD_START = re.compile(r"(?<![\w'])[A-ZÀ-Þ]")


def heading_phrase(text: str) -> Section | None:
    """The part that a known heading phrase opens, None for any other text."""
    return _PHRASE_OF.get(_normal(text)) if len(text) <= 80 else None


def heading_of(text: str, *, marked: bool) -> Section | None:
    """The part that a line opens when it is a heading; `marked` lines and short ones are also tried by their key words."""
    if len(text) > 80:
        return None
    known = heading_phrase(text)
    if known:
        return known
    bare = text.rstrip()
    words = len(bare.split())
    if bare.endswith((".", ",", ";")) or words > (9 if marked or bare.endswith((":", "?")) else 5):
        return None
    if not (marked or bare.endswith((":", "?")) or bare.isupper() or _title_case(bare)):
        return None
    folded = fold(bare)
    return next((section for section, pattern in _COMPILED if pattern.search(folded)), None)


def _title_case(text: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return bool(words) and all(word[0].isupper() for word in words)


def _normal(text: str) -> str:
    return _SPACE.sub(" ", _EDGES.sub("", fold(text))).replace(" & ", " & ")


def inline_headings(text: str) -> list[tuple[str, str]]:
    """(heading or "", rest) pairs of a paragraph: "Must have: a; b. Good to have: c" gives two pairs."""
    cuts = sorted(_colon_cuts(text) + (_run_on_cuts(text) if len(text) > 200 else []))
    pairs, last, head = [], 0, ""
    for start, body in cuts:
        if start < last:
            continue
        if text[last:start].strip() or head:
            pairs.append((head, text[last:start].strip()))
        head, last = text[start:body].strip(" :-–—"), body
    pairs.append((head, text[last:].strip()))
    return pairs


def _colon_cuts(text: str) -> list[tuple[int, int]]:
    """Where a known phrase followed by a colon (or a spaced dash) starts a line or a sentence."""
    cuts = []
    for found in re.finditer(r":|(?<=\w) [-–—] (?=\w)", text):
        before = text[max(0, found.start() - 60) : found.start()]
        offset = found.start() - len(before)
        for number, word in enumerate(reversed(list(re.finditer(r"[^\s.;!?]+(?=[^.;!?]*$)", before)))):
            if number >= _LONGEST:
                break
            start = offset + word.start()
            opens = start == 0 or text[:start].rstrip()[-1:] in ".;!?:)•" or text[start].isupper()
            if opens and (found.group() == ":" or start == 0) and _normal(text[start : found.start()]) in _PHRASE_OF:
                cuts.append((start, found.end()))
                break
    return _widest(cuts)


def _widest(cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return cuts


def _run_on_cuts(text: str) -> list[tuple[int, int]]:
    """Where a capitalised heading phrase stands inside a run-on paragraph, before a capital, a digit or a bullet."""
    cuts = []
    for found in _WORD_START.finditer(text):
        start = found.start()
        before = text[max(0, start - 12) : start].split()
        if before and fold(before[-1]) in _LINKS:
            continue
        words = list(re.finditer(r"[^\s.:;!?()]+", text[start : start + 60]))[:5]
        for count in range(len(words), 0, -1):
            end = start + words[count - 1].end()
            after = text[end : end + 2]
            if not (after[:1] == " " and (after[1:].isupper() or after[1:].isdigit() or after[1:] in "•-*")):
                continue
            phrase = text[start:end]
            if _normal(phrase) in _STRONG and (
                count > 1 or phrase.endswith("s") or before == [] or before[-1][-1] in ".;:!?"
            ):
                cuts.append((start, end))
                break
    return cuts


_LINKS = frozenset(
    ["a", "an", "the", "of", "and", "or", "with", "in", "for", "to", "your", "our", "their", "its", "as", "by", "on", "from", "&", "all", "these", "this", "any", "other", "meet", "no"]
)
