"""Job titles: the one that a job asks for, those that a CV shows, and how near they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from matching.estimate.families import families_of
from matching.estimate.frequency import weight
from matching.estimate.words import stem

_HEADS = frozenset(
    stem(word)
    for word in [
        "engineer",
        "developer",
        "programmer",
        "architect",
        "manager",
        "director",
        "officer",
        "analyst",
        "consultant",
        "specialist",
        "administrator",
        "assistant",
        "associate",
        "coordinator",
        "supervisor",
        "executive",
        "representative",
        "clerk",
        "technician",
        "operator",
        "nurse",
        "teacher",
        "instructor",
        "trainer",
        "lecturer",
        "professor",
        "tutor",
        "accountant",
        "bookkeeper",
        "auditor",
        "controller",
        "banker",
        "teller",
        "cashier",
        "chef",
        "cook",
        "baker",
        "waiter",
        "waitress",
        "bartender",
        "server",
        "host",
        "driver",
        "pilot",
        "mechanic",
        "electrician",
        "plumber",
        "carpenter",
        "welder",
        "designer",
        "artist",
        "illustrator",
        "photographer",
        "editor",
        "writer",
        "journalist",
        "copywriter",
        "author",
        "producer",
        "lawyer",
        "attorney",
        "paralegal",
        "solicitor",
        "counsel",
        "judge",
        "doctor",
        "physician",
        "surgeon",
        "dentist",
        "pharmacist",
        "therapist",
        "physiotherapist",
        "psychologist",
        "counselor",
        "counsellor",
        "worker",
        "carer",
        "caregiver",
        "paramedic",
        "midwife",
        "scientist",
        "researcher",
        "statistician",
        "economist",
        "actuary",
        "underwriter",
        "broker",
        "trader",
        "agent",
        "advisor",
        "adviser",
        "buyer",
        "planner",
        "scheduler",
        "estimator",
        "inspector",
        "surveyor",
        "foreman",
        "superintendent",
        "labourer",
        "laborer",
        "builder",
        "recruiter",
        "generalist",
        "receptionist",
        "secretary",
        "librarian",
        "translator",
        "interpreter",
        "leader",
        "head",
        "chief",
        "president",
        "founder",
        "owner",
        "intern",
        "trainee",
        "apprentice",
        "tester",
        "dba",
        "devops",
        "marketer",
        "strategist",
        "planner",
        "merchandiser",
        "stylist",
        "hairdresser",
        "coach",
        "captain",
        "steward",
        "stewardess",
        "attendant",
        "dispatcher",
        "controller",
        "farmer",
        "gardener",
        "guard",
        "firefighter",
        "sergeant",
        "lieutenant",
        "ceo",
        "cto",
        "cfo",
        "cio",
        "coo",
        "entwickler",
        "ingenieur",
        "leiter",
        "sachbearbeiter",
        "berater",
        "kaufmann",
        "kauffrau",
        "pfleger",
        "pflegefachkraft",
        "krankenschwester",
        "buchhalter",
        "lehrer",
        "erzieher",
        "koch",
        "fahrer",
        "mechaniker",
        "elektriker",
        "techniker",
        "verkaufer",
        "arzt",
        "anwalt",
        "developpeur",
        "ingenieur",
        "responsable",
        "charge",
        "assistant",
        "comptable",
        "infirmier",
        "infirmiere",
        "enseignant",
        "professeur",
        "vendeur",
        "cuisinier",
        "chauffeur",
        "technicien",
        "conseiller",
        "directeur",
        "chef",
        "gestionnaire",
        "desarrollador",
        "ingeniero",
        "contable",
        "enfermera",
        "enfermero",
        "profesor",
        "maestro",
        "vendedor",
        "cocinero",
        "conductor",
        "tecnico",
        "gerente",
        "ontwikkelaar",
        "boekhouder",
        "verpleegkundige",
        "leraar",
        "docent",
        "verkoper",
        "kok",
        "chauffeur",
        "monteur",
        "adviseur",
        "medewerker",
    ]
)
_LEVELS = {
    stem(word): level
    for level, group in {
        0: "intern internship trainee apprentice student praktikant stagiaire working-student graduate",
        1: "junior jr entry assistant associate",
        3: "senior sr expert lead experienced principal staff",
        4: "manager head leader supervisor leiter responsable chef superintendent",
        5: "director vp president chief ceo cto cfo coo cio directeur vice executive-director",
    }.items()
    for word in group.split()
}
_SKIP = frozenset(
    stem(word)
    for word in [
        "senior",
        "sr",
        "junior",
        "jr",
        "lead",
        "principal",
        "staff",
        "mid",
        "level",
        "entry",
        "ii",
        "iii",
        "iv",
        "full",
        "part",
        "time",
    ]
)
_WINDOW = 4
_DATE = re.compile(r"(?:19|20)\d\d$")


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says: `core` maps its stems to weights, `heads` are its role nouns, `families` its professions."""

    core: dict[str, float]
    heads: frozenset[str]
    families: frozenset[str]


def parse(title: str, *, words: Sequence[str]) -> Title:
    """Read a job title, given also as folded `words`; words in brackets and of seniority count little."""
    stems = [stem(word) for word in words]
    core = {found: max(weight(found), 0.15) for found in stems if found not in _SKIP and weight(found) > 0}
    heads = frozenset(found for found in stems if found in _HEADS)
    return Title(core, heads, families_of(stems))


def closeness(title: Title, stems: Sequence[str]) -> float:
    """How near the role named around stems of a CV is to the job's title, 0-1."""
    total = sum(title.core.values())
    if not total:
        return 0.0
    found = set(stems)
    share = sum(worth for core, worth in title.core.items() if core in found) / total
    if title.families & families_of(stems):
        return max(share, 0.55 + 0.45 * share)
    return share


def in_cv(title: Title, stems: Sequence[str]) -> float:
    """The best closeness of any role in a CV, 0-1: roles at its top or beside a year count fully, others less."""
    best = 0.0
    for at, found in enumerate(stems):
        if found not in _HEADS:
            continue
        near = closeness(title, stems[max(0, at - _WINDOW + 1) : at + 2])
        if near <= best * 0.9:
            continue
        dated = any(_DATE.match(word) for word in stems[max(0, at - 10) : at + 10])
        place = 1.0 if at < 25 or dated else 0.6
        best = max(best, near * place)
    return min(1.0, best)
