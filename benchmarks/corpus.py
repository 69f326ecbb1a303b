"""Invented jobs and CVs for the screening benchmark; who is good is decided before the text is made."""

import random
from dataclasses import dataclass

# (skill as the posting words it, filler sentence openings of the trade)
TRADES = {
    "Backend engineer": (
        [
            "Python services",
            "PostgreSQL query plans",
            "Celery message queues",
            "Kubernetes operations",
            "automated testing",
            "incident reviews",
        ],
        [
            "Worked with product managers on",
            "Wrote documentation about",
            "Joined the weekly planning of",
            "Answered questions of colleagues about",
            "Prepared the yearly budget of",
            "Measured and reported on",
        ],
    ),
    "Financial accountant": (
        [
            "IFRS reporting",
            "balance sheet reconciliations",
            "VAT returns",
            "SAP administration",
            "external audit support",
            "variance commentary",
        ],
        [
            "Prepared meetings on",
            "Trained new colleagues in",
            "Archived and indexed records of",
            "Collected figures for",
            "Kept the calendar of",
            "Corresponded with suppliers about",
        ],
    ),
    "Staff nurse": (
        [
            "cardiac telemetry",
            "intravenous medication",
            "discharge teaching",
            "student supervision",
            "arrhythmia recognition",
            "electronic patient records",
        ],
        [
            "Ordered supplies for",
            "Attended courses on",
            "Helped at the reception of",
            "Planned the rota of",
            "Took minutes of meetings about",
            "Coordinated transport for",
        ],
    ),
}
FILLERS = [
    "the regional office",
    "the summer season",
    "a new building",
    "the yearly fair",
    "office equipment",
    "visitors from abroad",
    "the staff canteen",
    "parking spaces",
    "the internal newsletter",
    "travel plans",
    "the old archive",
    "a charity run",
    "the telephone system",
    "furniture deliveries",
    "guest lectures",
    "the library corner",
    "seasonal staff",
    "the front desk",
    "training rooms",
    "a photo exhibition",
]
EMPLOYERS = ["Larchmont", "Ostrava Works", "Bellhaven", "Quarrymoor", "Tindale", "Norvik", "Pellworth", "Ashcombe"]
ABOUT = (
    "We are a mid-sized organisation with a history of more than a hundred years. What began as a workshop in a back yard "
    "is today a group with eleven sites in four countries, and still belongs to the family that founded it. Our customers "
    "know us for reliability, for short ways, and for people who pick up the telephone. Some 2,300 colleagues work with us, "
    "many of them since they left school. We decide calmly and keep what we promise. In the last years we have renewed our "
    "buildings, put solar panels on every roof, and opened a canteen that cooks for guests as well. The next years will "
    "bring a second site in the south and the change to a new planning system, and we look for people who want to shape "
    "both. You will join a team of fourteen that meets every Monday morning, argues well, and laughs a lot. The team has "
    "grown over ten years; some of us came as trainees, others from other trades. We work in an open house with quiet rooms, "
    "with a garden behind it, ten minutes from the main station. Dogs are welcome on Fridays. Our values are honesty, care, "
    "curiosity and a sense of proportion, and they hang on no wall because everybody knows them."
)
OFFER = (
    "A permanent contract from the first day, 30 days of leave, a thirteenth salary, and a pension to which we add as much "
    "as you do. Flexible hours with two days a week from home. A budget for training that you spend yourself. A bicycle, "
    "a ticket for the train, or a parking space: you choose. A doctor in the house, courses in the evening, and a good "
    "canteen. A buddy for the first hundred days. Summer parties at the lake and a ski weekend for those who like snow. "
    "Childcare in the holidays. Discounts with our partners, from gyms to cinemas. The salary is paid by the agreement of "
    "our trade, with a supplement for experience, and is looked at every spring."
)
APPLY = (
    "Send us your documents in any form; a letter is welcome but not needed. You will hear from us within ten days. First we "
    "talk for half an hour on the telephone, then you meet the team for half a day, and then we decide together. We welcome "
    "people of every background, age, origin, belief and orientation, and we adapt the workplace to people with disabilities. "
    "If you have questions, call our colleagues in the personnel office on any weekday between nine and four."
)
WORDS_PER_CV = 1500  # about 2,000 tokens of a model of today
SKILL_WEIGHTS = (3, 3, 3, 2, 2, 1)


@dataclass(frozen=True, slots=True)
class InventedCV:
    """One CV: `tag` marks it in a prompt, `truth` is how well it fits by construction (0-100)."""

    job: str
    tag: str
    text: str
    truth: float


def posting(job: str) -> str:
    """A job text of usual length (about 550 words) for one of the trades: the requirements, and all that stands around."""
    skills, _ = TRADES[job]
    musts, shoulds, nice = skills[:3], skills[3:5], skills[5:]
    return "\n".join(
        [job, "", "About us", ABOUT, "", "Your tasks"]
        + [f"- You take responsibility for {skill} in our department." for skill in skills[:4]]
        + ["", "Must have"]
        + [f"- {skill}" for skill in musts]
        + ["", "You should bring"]
        + [f"- {skill}" for skill in shoulds]
        + ["", "Nice to have"]
        + [f"- {skill}" for skill in nice]
        + ["", "What we offer", OFFER, "", "How to apply", APPLY]
    )


def pile(*, per_job: int = 100, seed: int = 11) -> list[InventedCV]:
    """`per_job` CVs for each job, in the mixed order in which they arrive; the same for the same seed."""
    chance = random.Random(seed)
    cvs = [invent(job, number, chance) for job in TRADES for number in range(per_job)]
    chance.shuffle(cvs)
    return cvs


def invent(job: str, number: int, chance: random.Random) -> InventedCV:
    """One CV: first how well the person masters each skill, then the text that shows it."""
    skills, openings = TRADES[job]
    talent = chance.betavariate(2, 3)
    mastery = [min(4, max(0, round(chance.gauss(4 * talent, 0.9)))) for _ in skills]
    truth = 25 * sum(w * m for w, m in zip(SKILL_WEIGHTS, mastery, strict=True)) / sum(SKILL_WEIGHTS)
    tag = f"ZQ{list(TRADES).index(job)}{number:04d}"
    evidence = [line for skill, level in zip(skills, mastery, strict=True) for line in _evidence(skill, level, chance)]
    chance.shuffle(evidence)
    lines = [f"{job} with a varied career", "", "Profile", f"Worked on project {tag}.", "", "Work experience"]
    year = 2026
    roles = chance.randint(4, 6)
    for role in range(roles):
        start = year - chance.randint(1, 4)
        lines += ["", f"{job}, {chance.choice(EMPLOYERS)}, {start} - {year if role else 'today'}"]
        lines += [f"- {line}" for line in evidence[role::roles]]
        while sum(len(line.split()) for line in lines) < WORDS_PER_CV * (role + 1) / roles:
            lines.append(f"- {chance.choice(openings)} {chance.choice(FILLERS)} and {chance.choice(FILLERS)}.")
        year = start
    lines += ["", "Education", "Degree in a related field", "", "Languages", "English, Dutch"]
    return InventedCV(job, tag, "\n".join(lines), truth)


def _evidence(skill: str, level: int, chance: random.Random) -> list[str]:
    """Lines that show a level: one word of the skill for 1 and 2, all of it once for 3, again and again for 4."""
    words = skill.split()
    if level == 0:
        return []
    if level < 3:
        return [
            f"Came across {words[chance.randrange(len(words))]} {'once' if level == 1 else 'in one larger project'}."
        ]
    whole = [f"Responsible for {skill} in a team of {chance.randint(3, 9)}."]
    return whole if level == 3 else whole + [f"Led {skill} for {place}." for place in chance.sample(EMPLOYERS, 3)]
