"""Thirty invented people who apply as data analysts, from excellent to another trade altogether. Nobody here exists."""

import random
from dataclasses import dataclass

POSTING = """Data Analyst, retail

Fernhill Markets runs 140 food shops and an online store. The analytics team of five answers what sells, where and why.

Your tasks
- Answer questions of buyers and shop managers with data, from the first query to the decision.
- Build and maintain dashboards that people open every morning.
- Model sales and stock data in the warehouse together with the data engineers.
- Design and read A/B tests in the online store.

Must have
- 3+ years of SQL
- Dashboards in Power BI, Tableau or Looker
- Statistics and A/B testing

You should bring
- Python with pandas
- Data modelling in a warehouse (dbt, Snowflake or BigQuery)
- Experience in retail or e-commerce

Nice to have
- Forecasting of demand
- Fluent French

We offer 30 days of leave, a discount in all shops, and a kitchen that smells of bread.
"""

NAMES = [
    "Amara Okafor",
    "Jonas Lindqvist",
    "Priya Raman",
    "Marta Kowalczyk",
    "Daniel Whitcombe",
    "Yuki Tanabe",
    "Élodie Marchand",
    "Tomás Herrera",
    "Ingrid Solheim",
    "Samuel Adjei",
    "Katarina Novotná",
    "Omar Haddad",
    "Fiona MacAllister",
    "Luca Bernardi",
    "Mei-Ling Zhou",
    "Rasmus Pedersen",
    "Anneke van der Velde",
    "Ibrahim Sesay",
    "Clara Hoffmann",
    "Diego Fuentes",
    "Nadia Petrova",
    "Owen Pritchard",
    "Leila Farahani",
    "Victor Almeida",
    "Sofia Karlsson",
    "Patrick O'Leary",
    "Hannah Steiner",
    "Bilal Chaudhry",
    "Greta Vanags",
    "Noah Castellan",
]
CITIES = ["Leeds", "Ghent", "Porto", "Malmö", "Graz", "Lyon", "Cork", "Utrecht", "Brno", "Bristol"]
EMPLOYERS = [
    "Harrow & Pike",
    "Lumenta",
    "Osterby Retail",
    "Calloway Foods",
    "Tessera Online",
    "Brightwater Bank",
    "Norden Logistics",
    "Peverell Insurance",
    "Marlow Sports",
    "Civic Data Office",
]
SCHOOLS = ["University of Eastvale", "Technical University of Marren", "Hollins College", "University of Sankt Aldo"]

# What a line of work shows, by how strong the evidence is: 1 a trace, 2 some, 3 good, 4 excellent.
EVIDENCE = {
    "sql": {
        1: "Ran prepared SQL reports when asked.",
        2: "Wrote SQL queries for the monthly sales report.",
        3: "Answered buyers' questions daily with SQL on a 400-table warehouse.",
        4: "Wrote and tuned SQL every day; cut the nightly sales load from 3 hours to 20 minutes.",
    },
    "dashboards": {
        1: "Updated figures in an existing Power BI report.",
        2: "Built two Tableau dashboards for the regional team.",
        3: "Built the Power BI dashboards that 90 shop managers open every morning.",
        4: "Owned 30 Looker and Power BI dashboards, with usage tracking, training and retirement of stale ones.",
    },
    "statistics": {
        1: "Helped to prepare a customer survey.",
        2: "Calculated confidence intervals for a customer survey.",
        3: "Designed and read A/B tests of the checkout page; explained sampling error to buyers.",
        4: "Set up the A/B testing programme: 60 tests a year, power calculations, sequential stopping rules.",
    },
    "python": {
        1: "Attended a Python course.",
        2: "Used Python with pandas to clean supplier files.",
        3: "Automated weekly reporting with Python and pandas; tests and code review included.",
        4: "Maintained a Python package of pandas tools used by the whole analytics team.",
    },
    "modelling": {
        1: "Knew the warehouse from the user's side.",
        2: "Documented tables in BigQuery.",
        3: "Modelled sales and stock in dbt on Snowflake with the data engineers.",
        4: "Designed the dbt project on Snowflake: 200 models, tests, documentation, code owners.",
    },
    "retail": {
        1: "Worked in a shop during studies.",
        2: "Analysed e-commerce orders for one season.",
        3: "Three years of assortment and price analysis in food retail.",
        4: "Led the retail analytics of promotions: 40 million euros of promotions measured each year.",
    },
    "forecasting": {
        1: "",
        2: "",
        3: "Built a demand forecast for fresh goods.",
        4: "Forecast demand for 140 shops; waste fell by 12 %.",
    },
}
OTHER_TRADES = {
    "Pastry Chef": [
        "Ran the pastry section of a hotel kitchen.",
        "Planned menus for 200 guests.",
        "Trained four apprentices.",
    ],
    "Mechanical Engineer": [
        "Designed pump housings in CAD.",
        "Led a test bench for bearings.",
        "Wrote maintenance plans.",
    ],
    "Social Media Manager": [
        "Grew a channel to 80,000 followers.",
        "Planned campaigns with influencers.",
        "Wrote daily posts.",
    ],
    "Warehouse Supervisor": ["Led a shift of 18 people.", "Kept stock counts above 99 %.", "Introduced hand scanners."],
}
SKILLS = (
    ("sql", "SQL"),
    ("dashboards", "Power BI"),
    ("python", "Python"),
    ("modelling", "dbt"),
    ("modelling", "Snowflake"),
    ("statistics", "A/B testing"),
)
TITLES = {4: "Senior Data Analyst", 3: "Data Analyst", 2: "Junior Data Analyst", 1: "Office Administrator"}


@dataclass(frozen=True, slots=True)
class Role:
    title: str
    employer: str
    years: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """One invented person; `grade` 0-4 says how well they fit, by construction."""

    name: str
    city: str
    title: str
    grade: int
    summary: str
    roles: tuple[Role, ...]
    education: str
    skills: tuple[str, ...]
    languages: str

    @property
    def email(self) -> str:
        words = self.name.lower().replace("'", "").split()
        plain = "".join(letter for letter in ".".join((words[0], words[-1])) if letter.isascii())
        return f"{plain}@example.org"

    @property
    def phone(self) -> str:
        return f"+44 20 7946 {sum(at * ord(letter) for at, letter in enumerate(self.name, 1)) % 10000:04d}"


def _invent(number: int, name: str, chance: random.Random) -> Person:
    grade = (4, 3, 2, 3, 1, 2, 4, 0, 3, 2)[number % 10]
    trade = list(OTHER_TRADES)[number % len(OTHER_TRADES)] if grade == 0 else ""
    title = trade or TITLES[grade]
    level = {key: min(4, max(1, grade + chance.choice((-1, 0, 0, 1)))) for key in EVIDENCE}
    lines = list(OTHER_TRADES[trade]) if trade else [EVIDENCE[key][level[key]] for key in EVIDENCE]
    lines = [line for line in lines if line]
    chance.shuffle(lines)
    half = (len(lines) + 1) // 2
    now, before = chance.sample(EMPLOYERS, 2)
    start = 2026 - chance.randint(2, 3 + grade)
    first = start - chance.randint(1, 2 + grade)
    junior = (trade and f"Assistant {trade}") or TITLES[max(1, grade - 1)]
    roles = (
        Role(title, now, f"{start} - present", tuple(lines[:half])),
        Role(junior, before, f"{first} - {start}", tuple(lines[half:])),
    )
    shown = () if trade else (*[word for key, word in SKILLS if level[key] >= 2], "Excel")
    size = chance.choice(["small", "large", "growing"])
    degree = f"{chance.choice(['BSc', 'MSc'])} {chance.choice(['Statistics', 'Economics', 'Business', 'Mathematics'])}"
    return Person(
        name=name,
        city=CITIES[number % len(CITIES)],
        title=title,
        grade=grade,
        summary=f"{title} with {2026 - first} years of work experience in {size} organisations.",
        roles=roles,
        education=f"{degree}, {chance.choice(SCHOOLS)}, {first - 1}",
        skills=shown,
        languages=chance.choice(["English, French (fluent)", "English, German", "English, Spanish", "English"]),
    )


def people(seed: int = 5) -> tuple[Person, ...]:
    """The thirty, the same for the same seed."""
    chance = random.Random(seed)
    return tuple(_invent(number, name, chance) for number, name in enumerate(NAMES))


PEOPLE = people()
