"""What `lint` refuses, warns of and lets pass, as tables."""

import pytest

from matching.rubric import lint
from matching.rubric.linting import MAX_LABEL_WORDS, Finding
from matching.schemas import Criterion, Need

LEVELS = {"low": "no sign of it", "mid": "used once", "high": "main work"}

REFUSED = [
    "Young and dynamic",
    "Digital native",
    "Recent graduate",
    "Aged 25 to 35",
    "Under 35",
    "Not older than 40",
    "Junges, dynamisches Teammitglied",
    "Zwischen 25 und 35 Jahren",
    "Jeune diplômé dynamique",
    "Moins de 30 ans",
    "Persona joven",
    "Edad entre 25 y 40 años",
    "Jonge hond met ambitie",
    "Leeftijd tot 30 jaar",
    "Female preferred",
    "Male nurse",
    "Nur Frauen",
    "Bij voorkeur een vrouw",
    "Sexo masculino",
    "Not pregnant",
    "Married",
    "No children",
    "Kinderlos und ungebunden",
    "Situation familiale: célibataire",
    "Estado civil: soltero",
    "White candidates only",
    "German nationality",
    "US citizen",
    "Deutsche Staatsangehörigkeit",
    "Nacionalidad española",
    "Of German origin",
    "Native English speaker",
    "Native German",
    "German (native)",
    "Deutsch als Muttersprache",
    "Langue maternelle française",
    "Inglés nativo",
    "Nederlands als moedertaal",
    "Practising Catholic",
    "Must be Christian",
    "Konfessionszugehörigkeit zur evangelischen Kirche",
    "Fit and healthy",
    "Able-bodied",
    "No disabilities",
    "Körperlich fit",
    "En bonne santé",
    "Buena salud",
    "Heterosexual",
    "Sexual orientation",
    "Not in a union",
    "No trade union",
    "With recent photo",
    "Bewerbungsfoto",
    "Good-looking",
    "Buena presencia",
    "Attractive appearance",
    "Lives near the office",
    "Postcode SW1",
    "Local candidates only",
    "Wohnort in München",
    "Woonachtig in Utrecht",
]

WARNED = [
    "Maximum 5 years of experience",
    "Up to 3 years of experience",
    "At least 18 years old",
    "Ivy League degree",
    "Graduate of Oxford",
    "Fortune 500 experience",
    "Good credit history",
    "Clean criminal record",
    "Führungszeugnis",
    "Neutral accent",
    "Own car",
    "Salesman",
    "Well-groomed",
    "Good communication",
    "Team player",
    "5 years experience",
    "Minimum 3 years of relevant work experience",
    "Passion for excellence",
    "Culture fit",
    "Rockstar",
    "Good knowledge",
    "Computer skills",
    "Teamfähigkeit",
    "Esprit d'équipe",
    "Proactividad y dinamismo",
    "Berufserfahrung",
]

PASSED = [
    "Native mobile apps",
    "React Native",
    "Cloud-native architecture",
    "Native iOS development with Swift",
    "Young children (paediatric nursing)",
    "Work with young people in care",
    "Age-related macular disease research",
    "Aged care nursing",
    "Teaching children aged 5 to 7",
    "Male catheterisation",
    "Care of female patients",
    "Women's health physiotherapy",
    "Gender studies research",
    "Women's clothing retail",
    "German, C1",
    "Fluent Spanish",
    "English (C1 or C2), German (B2)",
    "Family law",
    "Immigration and nationality law",
    "Religious education teacher",
    "Church music and organ",
    "Race conditions and locking",
    "Country of origin rules in customs",
    "Learning disabilities support",
    "Mental health nursing",
    "Occupational health and safety",
    "Healthy eating programmes",
    "Accessibility for people with disabilities",
    "Gay men's health outreach",
    "Negotiation with trade unions",
    "Credit risk modelling",
    "Credit score models for loans",
    "Credit control",
    "Photography and photo editing",
    "Attractive data visualisations",
    "Working at height",
    "Postcode lookup and geocoding",
    "Single sign-on",
    "Pregnancy care and midwifery",
    "Marriage counselling",
    "Military aircraft maintenance",
    "Citizen science projects",
    "Senior citizens' services",
    "Photovoltaic systems",
    "Junge Menschen in der Jugendhilfe betreuen",
    "Petite enfance: jeunes enfants",
    "Programas con jóvenes en riesgo",
    "Jonge kinderen begeleiden",
    "Graduate recruitment",
    "Recruiting graduates",
    "Marketing to Gen Z audiences",
    "White papers and reports",
    "Black Belt in Six Sigma",
    "Criminal law",
    "Veteran care (PTSD)",
    "Python, 5+ years",
    "Sales experience, 3+ years",
    "Bachelor's degree in accounting",
    "Straight-through processing",
    "Catholic school curriculum",
    "French cuisine",
    "Dutch tax law",
    "Male and female patients' wards",
    "Healthcare data",
    "Body weight exercises coaching (fitness)",
]


def _criterion(label: str, *, need: Need = Need.SHOULD, **more) -> Criterion:
    return Criterion(id="a", label=label, need=need, **{**LEVELS, **more})


@pytest.mark.parametrize("label", REFUSED)
def test_lint_protected_label_is_refused_with_an_alternative(label):
    findings = lint([_criterion(label)])
    assert "refuse" in {finding.severity for finding in findings}
    assert all(finding.alternative for finding in findings)


@pytest.mark.parametrize("label", WARNED)
def test_lint_doubtful_label_is_warned_of(label):
    assert {finding.severity for finding in lint([_criterion(label)])} == {"warn"}


@pytest.mark.parametrize("label", PASSED)
def test_lint_harmless_label_passes(label):
    assert lint([_criterion(label)]) == ()


def test_lint_native_speaker_names_the_language_in_its_alternative():
    assert lint([_criterion("Native English speaker")]) == (
        Finding(
            "a",
            "refuse",
            "'Native speaker' asks where a person grew up, not how well they speak.",
            "Fluent English (C1 or C2).",
        ),
    )


def test_lint_protected_words_in_aliases_and_levels_are_refused():
    assert lint([_criterion("Sales", aliases=("young",))])[0].severity == "refuse"
    assert lint([_criterion("Sales", high="a digital native")])[0].severity == "refuse"


def test_lint_military_service_is_warned_of_only_as_a_must():
    assert [finding.severity for finding in lint([_criterion("Military service", need=Need.MUST)])] == ["warn"]
    assert lint([_criterion("Military service", need=Need.NICE)]) == ()


def test_lint_must_that_no_cv_shows_is_warned_of():
    sentence = "Few CVs say this, so as a must it would hold good people back."
    assert [finding.sentence for finding in lint([_criterion("Able to work night shifts", need=Need.MUST)])] == [
        sentence
    ]
    assert lint([_criterion("Able to work night shifts", need=Need.NICE)]) == ()


def test_lint_same_label_twice_is_warned_of():
    twice = [Criterion("a", "Python and SQL", **LEVELS), Criterion("b", "SQL and Python", **LEVELS)]
    assert [(finding.criterion_id, finding.severity) for finding in lint(twice)] == [("b", "warn")]


def test_lint_empty_label_is_refused():
    assert [finding.severity for finding in lint([Criterion("a", "  ", **LEVELS)])] == ["refuse"]


def test_lint_long_label_is_warned_of():
    label = " ".join(["reconciliation"] * (MAX_LABEL_WORDS + 1))
    assert [finding.sentence for finding in lint([_criterion(label)])] == ["The label has more than 14 words."]


def test_lint_missing_and_long_level_words_are_warned_of():
    findings = lint([Criterion("a", "Payroll", low="", mid="", high=" ".join(["payroll"] * 13))])
    assert [finding.sentence for finding in findings] == [
        "Levels 0 and 2 have no words.",
        "The words of level 4 are more than 12.",
    ]


def test_lint_no_criteria_is_refused():
    assert [finding.severity for finding in lint([])] == ["refuse"]


def test_lint_nine_criteria_are_refused():
    nine = [Criterion(letter, f"Skill number {letter}", **LEVELS) for letter in "abcdefghi"]
    assert lint(nine)[0] == Finding(
        "", "refuse", "There are 9 criteria; 8 is the most.", "Join those that belong together."
    )
