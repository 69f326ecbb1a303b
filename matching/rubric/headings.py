"""The heading phrases of job texts in five languages, by the part of the text that they open. All in folded letters."""

from enum import StrEnum


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


_NEED = """
top skills|top 3 skills|mandatory skill|primary skills|key skills required|must have skills|must have|must haves|
must-haves|must-have skills|essential|essentials|essential criteria|essential skills|essential requirements|
essential qualifications|essential skills and experience|essential experience|required|required skills|
required qualifications|required experience|required skills and experience|required skills and qualifications|
required education|required education and experience|mandatory|mandatory skills|mandatory requirements|
minimum requirements|minimum qualifications|minimum education|minimum experience|minimum job requirements|
basic qualifications|minimum required qualifications|basic requirements|what you must have|what you need|
you must have|you must|you need|you will need|key requirements|non-negotiables|non negotiable|we require|must|
required competencies|required knowledge|required knowledge, skills and abilities|zwingend erforderlich|
zwingende voraussetzungen|muss|muss-kriterien|voraussetzungen|das musst du mitbringen|formale voraussetzungen|
indispensable|indispensables|exigences|prerequis|pre-requis|competences requises|imperatif|obligatoire|
diplome requis|profil exige|imprescindible|imprescindibles|requisitos imprescindibles|requisitos minimos|
requisitos obligatorios|requisitos excluyentes|requerido|se requiere|excluyente|obligatorio|functie-eisen|
functie eisen|harde eisen|vereist|vereisten|eisen|noodzakelijk|dit heb je nodig|knock-out criteria
"""
_PROFILE = """
exp|total experience|relevant experience|years of experience|knowledge & experience|knowledge and experience|
experience and knowledge|who are you|what are we looking for|what do you need|what do we need|we need|
what we need from you|what you should have|you should have|you should bring|what you should bring|
minimum skills|hard skills|core skills|
core competencies|professional skills|technical qualifications|licences and certificates|fachkenntnisse|
das solltest du mitbringen|was bringst du mit|ce qu'il vous faut|que necesitamos|jouw ervaring|requirements|
job requirements|position requirements|role requirements|skills|key skills|technical skills|skill set|
skills required|skills needed|skills and experience|skills & experience|experience and skills|
skills and qualifications|skills & qualifications|qualifications|qualification|your qualifications|
qualifications and experience|qualifications and skills|qualifications & skills|qualifications & experience|
education|education and experience|education & experience|education/experience|education and qualifications|
education and training|experience|work experience|experience required|experience needed|professional experience|
training and experience|your profile|profile|candidate profile|ideal candidate|the ideal candidate|your skills|
your experience|your background|about you|who you are|what you bring|what you'll bring|what you will bring|
what you'll need|what we look for|what we are looking for|what we're looking for|who we are looking for|
who we're looking for|we are looking for|we're looking for|we expect|what we expect|you have|you are|you bring|
you'll have|you will have|person specification|the person|selection criteria|knowledge|knowledge and skills|
knowledge, skills and abilities|knowledge, skills & abilities|knowledge skills and abilities|
knowledge/skills/abilities|ksas|competencies|competences|abilities|certifications|certification|licenses|licences|
licenses and certifications|certificates|certificates and licences|licensure|languages|language skills|tech stack|
our tech stack|technologies|technology stack|our stack|the stack|technical environment|technical requirements|
technical expertise|tools|software|what it takes|what you'll bring to the table|is this you|
does this sound like you|why you|you might be a fit if|you may be a good fit if|ihr profil|dein profil|profil|
unsere anforderungen|anforderungen|anforderungsprofil|das bringen sie mit|das bringst du mit|sie bringen mit|
was sie mitbringen|was du mitbringst|qualifikationen|ihre qualifikation|ihre qualifikationen|
deine qualifikationen|deine qualifikation|qualifikation|wir erwarten|wir suchen|was wir erwarten|
was wir uns wunschen|damit uberzeugen sie|damit uberzeugst du|so uberzeugen sie uns|kenntnisse|
fachliche anforderungen|ihre starken|das zeichnet sie aus|das zeichnet dich aus|sprachkenntnisse|ausbildung|
erfahrung|berufserfahrung|profil recherche|votre profil|le profil|ton profil|profil souhaite|profil du candidat|
le profil recherche|competences attendues|vos competences|formation|formation et experience|
qualifications requises|vous etes|vous avez|qui etes-vous|langues|votre experience|competences techniques|
environnement technique|savoir-faire|savoirs|ce que nous recherchons|nous recherchons|requisitos|perfil|
perfil buscado|perfil requerido|tu perfil|perfil del candidato|que buscamos|que pedimos|buscamos|que necesitas|
formacion|experiencia|conocimientos|competencias|habilidades|idiomas|que esperamos de ti|lo que buscamos|
requisitos del puesto|estudios minimos|experiencia minima|conocimientos necesarios|titulacion|wat vragen wij|
wat vragen we|wij vragen|wat wij vragen|dit vragen wij|wat breng je mee|wat neem je mee|jouw profiel|
jouw kwaliteiten|profiel|je profiel|wie ben jij|wie ben je|wie zoeken wij|wie zoeken we|wij zoeken|dit ben jij|
over jou|vaardigheden|kennis en ervaring|opleiding|ervaring|functievereisten|jij hebt|je hebt|
wat we van je vragen|dit breng jij mee|wat verwachten wij|wat verwachten we van jou|jouw vaardigheden|
kwalificaties|talen
"""
_NICE = """
nice to have|nice to haves|nice-to-have|nice-to-haves|nice to have skills|good to have|good to haves|
great to have|bonus|bonus points|bonus skills|bonus if you have|plus|pluses|a plus|preferred|preferred skills|
preferred qualifications|preferred experience|preferred requirements|preferred skills and experience|
preferred education|preferred qualifications and skills|desirable|desirables|desirable criteria|desirable skills|
desirable experience|desired|desired skills|desired qualifications|desired experience|
desired skills and experience|additional skills|additional qualifications|preferable|preferably|advantageous|
an advantage|advantages|optional|ideally|it would be great if|extra credit|even better if|we'd love it if|
not required but nice|also good|added advantage|assets|asset|would be a plus|what would be nice|von vorteil|
wunschenswert|idealerweise|das ware toll|das ware schon|pluspunkte|kann-kriterien|gerne auch|bonuspunkte|
nice-to-have kenntnisse|atouts|un plus|les plus|serait un plus|souhaite|souhaites|souhaitable|apprecie|appreciees|
vos atouts|competences appreciees|vos plus|le petit plus|deseable|deseables|se valorara|se valora|valorable|
se valorara positivamente|requisitos deseables|valoraremos|deseado|requisitos deseados|plus deseable|pre|
pluspunten|een pre|is een pre|mooi meegenomen|gewenst|wenselijk|bij voorkeur|extra's|leuk als je
"""
_DUTIES = """
roles & responsibility|role and responsibility|main accountabilities|what will you be doing|what will you do|
the successful candidate will|the post holder will|the postholder will|you will be|the candidate will|
the person will|your work|key tasks and responsibilities|was du machst|was machst du|wobei du uns unterstutzt|
duties|your duties|key duties|main duties|job duties|essential duties|essential duties and responsibilities|
essential job duties|duties and responsibilities|duties & responsibilities|essential functions|
essential job functions|key functions|job functions|primary duties|primary responsibilities|main responsibilities|
primary duties and responsibilities|core responsibilities|core duties|responsibilities|key responsibilities|
your responsibilities|job responsibilities|roles and responsibilities|role and responsibilities|
roles & responsibilities|role & responsibilities|responsibilities and duties|responsibilities include|
duties include|major responsibilities|general responsibilities|specific responsibilities|principal duties|
principal accountabilities|accountabilities|key accountabilities|the responsibilities|your tasks|tasks|key tasks|
main tasks|your mission|what you will do|what you'll do|what you'll be doing|what you will be doing|
what you will be responsible for|what you'll be responsible for|you will|you'll|in this role|
in this role you will|in this role, you will|day to day|day-to-day|a day in the life|your day|the work|
scope of work|key deliverables|how you'll make an impact|your impact|what the job involves|the job involves|
position responsibilities|work performed|ihre aufgaben|deine aufgaben|aufgaben|aufgabengebiet|aufgabenbereich|
tatigkeiten|tatigkeitsbeschreibung|ihre tatigkeiten|was sie erwartet|was dich erwartet|das erwartet dich|
das erwartet sie|ihr aufgabengebiet|hauptaufgaben|das machst du|ihre herausforderung|ihre verantwortung|
ihre rolle|missions|vos missions|tes missions|vos responsabilites|vos taches|mission|la mission|
missions principales|responsabilites|taches|activites|activites principales|vos principales missions|
principales missions|votre mission|funciones|tus funciones|funciones principales|responsabilidades|tareas|
que haras|principales funciones|que vas a hacer|tu mision|tus responsabilidades|principales responsabilidades|
funciones del puesto|tareas a realizar|taken|jouw taken|je taken|werkzaamheden|wat ga je doen|wat ga jij doen|
jouw werkzaamheden|taken en verantwoordelijkheden|dit ga je doen|verantwoordelijkheden|jouw rol|je gaat|
hoofdtaken|jouw verantwoordelijkheden|de werkzaamheden
"""
_ABOUT = """
job brief|brief|
purpose of the job|purpose of the post|purpose of this role|about the opportunity|main purpose|
main purpose of the job|about the role|the role|the job|the position|about the job|about this role|
about the position|role overview|role summary|role purpose|job purpose|job summary|summary|position summary|
overview|job overview|position overview|job description|description|general summary|purpose|purpose of the role|
the opportunity|position purpose|job profile|general description|your role|role description|position description|
summary of position|role|stellenbeschreibung|die stelle|die aufgabe|le poste|description du poste|
descriptif du poste|poste|descripcion|descripcion del puesto|el puesto|descripcion de la oferta|
descripcion del empleo|functieomschrijving|de functie|functie|over de functie|jouw functie|functiebeschrijving
"""
_NOISE = """
show less|show more|see more|read more|personal qualities|personal attributes|soft skills|attributes|behaviours|
behaviors|interested candidates|what will you get|what do we offer|what do you get|what we can offer|our package|
the deal|bonus and benefits|about us|who we are|company description|company profile|our mission|our values|
our culture|culture|the team|about the team|our team|why us|why join us|why work with us|why work for us|
why work here|what we do|about our client|our client|benefits|perks|perks and benefits|benefits and perks|
what we offer|we offer|what's in it for you|what you get|what you'll get|what we can offer you|our offer|
the package|package|compensation|compensation and benefits|salary and benefits|equal opportunity|
equal opportunities|equal opportunity employer|equal employment opportunity|eeo|eeo statement|diversity|
diversity and inclusion|diversity, equity and inclusion|inclusion|our commitment|how to apply|to apply|
application process|apply|apply now|contact|contact us|next steps|interview process|hiring process|
our hiring process|the process|recruitment process|disclaimer|privacy|additional information|other information|
job benefits|employee benefits|physical demands|physical requirements|physical demands and work environment|
work environment|working conditions|working environment|uber uns|wir uber uns|wir bieten|was wir bieten|
unser angebot|das bieten wir|das bieten wir ihnen|das bieten wir dir|ihre vorteile|deine vorteile|
was wir ihnen bieten|was wir dir bieten|benefits und vorteile|kontakt|ihr kontakt|bewerbung|so bewerben sie sich|
jetzt bewerben|interesse|haben wir ihr interesse geweckt|vergutung|unsere benefits|warum wir|chancengleichheit|
qui sommes-nous|a propos|a propos de nous|l'entreprise|ce que nous offrons|nous vous offrons|avantages|
vos avantages|remuneration et avantages|conditions|contact et candidature|candidature|comment postuler|postuler|
pour postuler|pourquoi nous rejoindre|nous vous proposons|ce que nous proposons|sobre nosotros|quienes somos|
que ofrecemos|te ofrecemos|se ofrece|beneficios|condiciones|como aplicar|contacto|que te ofrecemos|por que unirte|
over ons|wie zijn wij|wie zijn we|wat bieden wij|wat bieden we|ons aanbod|wat wij bieden|arbeidsvoorwaarden|
dit bieden wij|dit bieden we|solliciteren|solliciteer|sollicitatie|wat krijg je|wat krijg je van ons|
sollicitatieprocedure|about the company|company overview|the company|our company|our story|das unternehmen|
wer wir sind|notre entreprise|nous offrons|la empresa|ofrecemos|het bedrijf|ons bedrijf|wij bieden|
remuneration package|salary package|about our company|how we hire|employee perks|our perks|our benefits|
your benefits|why you'll love it here|life at|our promise|eeo employer|accessibility statement|legal notice|
notice to recruiters|work authorization|data protection|applicant privacy|unser unternehmen|unsere firma|
sie haben interesse|haben sie fragen|fragen|rahmenbedingungen|das sind wir|was uns ausmacht|
darauf konnen sie sich freuen|darauf kannst du dich freuen|freuen sie sich auf|l'entreprise et l'equipe|
notre offre|les avantages|pourquoi nous|processus de recrutement|modalites|nuestra oferta|proceso de seleccion|
sobre la empresa|dit krijg je|wat we jou bieden|wat wij jou bieden|wat kun je verwachten|jouw voordelen|
de organisatie|wie wij zijn|waar ga je werken|extra informatie
"""
_META = """
job function|industries|industry type|functional area|role category|notice period|ctc|rate|top notch|
interview mode|no of positions|pay rate|start date|travel|ansprechpartner|lieu de travail|dienstverband|salary|
salary range|pay|pay range|rate of pay|hours|working hours|schedule|shift|location|job location|work location|
job type|employment type|contract|contract type|contract length|closing date|reports to|reporting to|department|
industry|company|recruiter|reference|job id|career level|seniority level|visa sponsorship|arbeitsort|standort|
gehalt|einsatzort|arbeitszeit|lieu|type de contrat|contrat|salaire|horaires|ubicacion|lugar de trabajo|
tipo de contrato|horario|salario|jornada|locatie|salaris|standplaats|werklocatie|uren per week|empresa|entreprise|
bedrijf|unternehmen|remuneration|contactpersoon|job title|title|job number|requisition id|req id|duration|
date posted|posted|address|city|state|country|job category|category|type|level|pay type|base pay|hourly rate|
employer|client|kennziffer|referenznummer|beginn|befristung|referencia|referentie|functietitel|poste a pourvoir|
puesto|vacante|intitule du poste|working pattern|work schedule|place of work|salaire annuel|eintrittsdatum|
vertragsart|anstellungsart|arbeitsbeginn|referenz|team size|number of positions|openings|vacancies|
expected salary|bonus structure|ote
"""
_STOP = """
not needed|not required|you do not need|you don't need|what you don't need|nicht erforderlich|nicht notig|
non requis|no necesario|no se requiere|niet nodig|niet vereist
"""
# These open a part even without a colon inside a run-on paragraph; other phrases are too common in running text.
_STRONG = """
overview|position overview|job overview|role overview|roles and responsibility|about us|about you|
basic qualifications|benefits|certifications|company overview|dein profil|deine aufgaben|desirable|desired skills|
duties|duties and responsibilities|education|education and experience|equal opportunity employer|essential|
essential duties and responsibilities|essential functions|essential job functions|experience|funciones|
how to apply|ihr profil|ihre aufgaben|job description|job duties|job requirements|job responsibilities|
job summary|key responsibilities|knowledge, skills and abilities|main responsibilities|minimum qualifications|
minimum requirements|must have|nice to have|nice to haves|ofrecemos|perks|physical demands|physical requirements|
position summary|preferred experience|preferred qualifications|preferred skills|primary responsibilities|
profil recherche|qualifications|required experience|required qualifications|required skills|requirements|
requisitos|responsibilities|roles and responsibilities|se ofrece|skills|skills and experience|
skills and qualifications|summary|technical skills|vos missions|votre profil|wat bieden wij|wat vragen wij|
what we offer|what you bring|what you will do|what you'll bring|what you'll do|who we are|who you are|wir bieten|
work environment|your profile
"""


def _phrases(block: str) -> list[str]:
    return [" ".join(phrase.replace("&", "and").split()) for phrase in block.split("|") if phrase.strip()]


PHRASES: dict[str, Section] = {
    phrase: section
    for section, block in (
        (Section.NEED, _NEED),
        (Section.PROFILE, _PROFILE),
        (Section.NICE, _NICE),
        (Section.DUTIES, _DUTIES),
        (Section.ABOUT, _ABOUT),
        (Section.NOISE, _NOISE),
        (Section.META, _META),
        (Section.STOP, _STOP),
    )
    for phrase in _phrases(block)
}
STRONG = frozenset(_phrases(_STRONG))
