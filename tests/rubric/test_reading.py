"""The small rules: headings, need, kinds, years, labels, languages, splitting."""

import pytest

from matching.rubric.clauses import Clause, clauses_of
from matching.rubric.headings import Section
from matching.rubric.kinds import MAX_LEVEL_WORDS, Kind, kind_of, level_words, years_of
from matching.rubric.labels import LABEL_LENGTH, label_of, shorten
from matching.rubric.sections import heading_of
from matching.rubric.splitting import parts_of
from matching.rubric.tongues import asks_tongue, tongue_label
from matching.rubric.words import need_of
from matching.schemas import Need

HEADINGS = [
    ("What you need", Section.NEED),
    ("Essential:", Section.NEED),
    ("Minimum Qualifications", Section.NEED),
    ("Requirements", Section.PROFILE),
    ("Who are you?", Section.PROFILE),
    ("Requirements and skills", Section.PROFILE),
    ("Ihr Profil", Section.PROFILE),
    ("Profil recherché :", Section.PROFILE),
    ("Requisitos", Section.PROFILE),
    ("Wat vragen wij?", Section.PROFILE),
    ("Nice-to-haves", Section.NICE),
    ("Preferred Qualifications:", Section.NICE),
    ("Deseable", Section.NICE),
    ("Pluspunten", Section.NICE),
    ("Essential Duties & Responsibilities", Section.DUTIES),
    ("What does a PHP developer do?", Section.DUTIES),
    ("Deine Aufgaben", Section.DUTIES),
    ("Vos missions :", Section.DUTIES),
    ("The successful candidate will:", Section.DUTIES),
    ("What we offer", Section.NOISE),
    ("Wir bieten", Section.NOISE),
    ("Why join us?", Section.NOISE),
    ("Salary:", Section.META),
    ("Not needed:", Section.STOP),
    ("Python and SQL", None),
    ("We move parcels between sixty depots.", None),
]
NEEDS = [
    ("Python is a must", Need.MUST),
    ("at least two years", Need.MUST),
    ("Führerschein zwingend erforderlich", Need.MUST),
    ("Permis B indispensable", Need.MUST),
    ("Imprescindible inglés", Need.MUST),
    ("minimaal hbo", Need.MUST),
    ("Kafka is a plus", Need.NICE),
    ("MBA preferred", Need.NICE),
    ("Ideally some Java", Need.NICE),
    ("SAP von Vorteil", Need.NICE),
    ("L'anglais serait un plus", Need.NICE),
    ("Se valorará inglés", Need.NICE),
    ("Duits is een pré", Need.NICE),
    ("not essential but useful", Need.NICE),
    ("Python", None),
    ("provide support as required", None),
    ("the skills required to lead", None),
]
YEARS = [
    ("5 years", 5),
    ("3+ years", 3),
    ("2-4 yrs", 2),
    ("at least three years", 3),
    ("five (5) years", 5),
    ("(2 yrs+)", 2),
    ("mindestens 3 Jahre", 3),
    ("zwei Jahren", 2),
    ("trois ans", 3),
    ("2 años", 2),
    ("minimaal 1 jaar", 1),
    ("18 years of age", None),
    ("founded 5 years ago", None),
    ("in 2021", None),
    ("Python", None),
]
KINDS = [
    ("Bachelor's degree in law", Kind.DEGREE),
    ("Abgeschlossenes Studium", Kind.DEGREE),
    ("BTS ou DUT", Kind.DEGREE),
    ("Current RN license", Kind.LICENCE),
    ("Führerschein Klasse B", Kind.LICENCE),
    ("BIG-registratie", Kind.LICENCE),
    ("Fluent German", Kind.TONGUE),
    ("German or Dutch", Kind.TONGUE),
    ("Team lead of five", Kind.LEADING),
    ("Python", Kind.SKILL),
    ("German tax law", Kind.SKILL),
    ("PyTorch or a PhD", Kind.SKILL),
]
LABELS = [
    ("You have experience with Kafka", "Kafka"),
    ("Strong knowledge of IFRS", "IFRS"),
    ("Proven track record in B2B sales", "B2B sales"),
    ("Ability to read wiring diagrams", "Read wiring diagrams"),
    ("Kenntnisse in SAP sind von Vorteil", "SAP"),
    ("Maîtrise d'Excel exigée", "Excel"),
    ("Dominio de Excel", "Excel"),
    ("Ervaring met Python is een pré", "Python"),
    ("Sicherer Umgang mit DATEV", "DATEV"),
    ("(desirable) Wine knowledge", "Wine knowledge"),
]


@pytest.mark.parametrize(("line", "section"), HEADINGS)
def test_heading_of_knows_the_part_it_opens(line, section):
    assert heading_of(line, marked=False) is section


@pytest.mark.parametrize(("text", "need"), NEEDS)
def test_need_of_reads_the_cue_word(text, need):
    assert need_of(text) is need


@pytest.mark.parametrize(("text", "years"), YEARS)
def test_years_of_reads_the_least(text, years):
    assert years_of(text) == years


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind_of_knows_the_sort(text, kind):
    assert kind_of(text, duty=False) is kind


@pytest.mark.parametrize(("text", "label"), LABELS)
def test_label_of_drops_what_carries_no_content(text, label):
    assert label_of(text) == label


def test_label_of_years_alone_takes_the_title():
    assert label_of("Minimum 5 years of relevant experience", years=5, title="Buyer") == "Experience as Buyer, 5+ years"


def test_shorten_puts_skills_back_that_fell_off():
    short = shorten("A message queue or task system that never stops in production (RabbitMQ, Kafka)")
    assert short == "A message queue or task system that never stops in production: Kafka"
    assert len(short) <= LABEL_LENGTH


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("years", [None, 1, 12])
def test_level_words_are_short(kind, years):
    words = level_words(kind, years=years)
    assert all(0 < len(level.split()) <= MAX_LEVEL_WORDS for level in words)


@pytest.mark.parametrize("text", ["French cuisine", "Teaching English literature", "German GAAP", "English law degree"])
def test_asks_tongue_leaves_subjects_alone(text):
    assert not asks_tongue(text)


def test_tongue_label_never_asks_for_a_native():
    assert tongue_label("German native or C1, fluent English", plain="") == "German (C1), English (C1 or C2)"
    assert tongue_label("Native Spanish speaker", plain="Native Spanish speaker") == "Spanish (C1 or C2)"
    assert tongue_label("German or Dutch", plain="German or Dutch") == "German or Dutch"


def _pieces(text: str) -> list[tuple[str, Need | None]]:
    return [(part.text, part.need) for part in parts_of(Clause(text, Section.PROFILE, need_of(text)))]


def test_parts_of_degree_and_years_are_two():
    assert _pieces("BSc in physics and 3 years of teaching") == [
        ("BSc in physics", None),
        ("3 years of teaching", None),
    ]


def test_parts_of_alternatives_stay_one():
    text = "PhD in biology, or MSc with 4 years of industry experience"
    assert _pieces(text) == [(text, None)]


def test_parts_of_a_must_in_front_holds_for_all():
    assert _pieces("Must hold a CDL, 2 years of driving") == [
        ("Must hold a CDL", Need.MUST),
        ("2 years of driving", Need.MUST),
    ]


def test_parts_of_a_list_of_one_kind_stays_one():
    assert _pieces("Docker, Kubernetes and Terraform") == [("Docker, Kubernetes and Terraform", None)]


def test_clauses_of_leaves_out_what_is_not_needed():
    text = "Designer\nMust have: Figma.\nNot needed: a degree."
    assert [(clause.text, clause.section) for clause in clauses_of(text)][-1] == ("Figma", Section.NEED)


def test_clauses_of_required_and_preferred_in_one_line_are_two():
    clauses = clauses_of("Requirements\n- Bachelor's degree required, CPA preferred")
    assert [(clause.text, clause.need) for clause in clauses] == [
        ("Bachelor's degree required", Need.MUST),
        ("CPA preferred", Need.NICE),
    ]
