"""Titles found and cleaned."""

import pytest

from matching.exceptions import RubricError
from matching.rubric import draft
from matching.rubric.titles import MAX_TITLE, UNTITLED, clean_title
from tests.rubric import postings_english, postings_foreign, postings_messy

CLEANED = [
    ("Senior Java Developer (m/w/d)", "Senior Java Developer"),
    ("Softwareentwickler Java (w/m/d) in Vollzeit", "Softwareentwickler Java"),
    ("Comptable général H/F - Lyon", "Comptable général"),
    ("Data Engineer at Kelpie GmbH", "Data Engineer"),
    ("Data Engineer | Kelpie GmbH | Berlin", "Data Engineer"),
    ("Kelpie GmbH - Data Engineer", "Data Engineer"),
    ("Staff Nurse, Cardiology Ward (nights)", "Staff Nurse, Cardiology Ward (nights)"),
    ("Product Designer – patient apps", "Product Designer - patient apps"),
    ("Accountant - $60,000 - $70,000", "Accountant"),
    ("Accountant €45k", "Accountant"),
    ("Warehouse Operative #12345", "Warehouse Operative"),
    ("Teacher of Physics (Ref: TP-2291)", "Teacher of Physics"),
    ("Job Title: Site Manager", "Site Manager"),
    ("🚀 We're hiring: Growth Marketer 🚀", "Growth Marketer"),
    ("TRUCK DRIVER", "Truck driver"),
    ("HR BUSINESS PARTNER", "HR business partner"),
    ("Customer Success Manager (Remote)", "Customer Success Manager"),
    ("Teacher of Mathematics (maternity cover)", "Teacher of Mathematics"),
    ("Registered Nurse in Chicago, IL", "Registered Nurse"),
    ("Chef de partie gesucht!", "Chef de partie"),
    ("", ""),
    ("!!!", ""),
]

FOUND = {
    "one_line": "Senior Java developer",
    "sentence": "Pastry chef",
    "prose_semicolons": "Payroll Officer",
    "one_paragraph_scraped": "Sr. Accountant - Manufacturing",
    "run_on_without_stops": "Data Analyst",
    "html": "DevOps Engineer",
    "emoji_post": "Social Media Manager",
    "bold_alphabet": "Warehouse Operative",
    "wrapped_pdf": "Transport Planner",
    "long_board_scrape": "Enterprise Account Executive (SaaS)",
    "numbered": "Site Manager (Civil Engineering)",
    "dashes_in_one_line": "Restaurant Manager",
    "recruiter_blurb": "Claims Handler",
    "product_manager_questions": "Product Manager, Payments",
    "de_accountant": "Finanzbuchhalter",
    "de_nurse": "Pflegefachkraft",
    "de_prose": "Elektriker",
    "fr_sales": "Commercial B2B",
    "es_cook": "Cocinero/a",
    "nl_logistics": "Magazijnmedewerker",
    "indian_it": "Java Developer",
    "staffing_contract": "Network Engineer",
    "linkedin_tail": "Financial Analyst",
    "hospital_long": "Registered Nurse",
    "retail_store": "Assistant Store Manager",
    "university_post": "Postdoctoral Research Associate",
    "driver_short": "HGV Class 2 driver",
    "data_scientist_story": "Data scientist",
    "gov_form": UNTITLED,
    "insurance_underwriter": UNTITLED,
}
POSTINGS = {**postings_english.POSTINGS, **postings_foreign.POSTINGS, **postings_messy.POSTINGS}


@pytest.mark.parametrize(("raw", "title"), CLEANED)
def test_clean_title_keeps_only_the_role(raw, title):
    assert clean_title(raw) == title


@pytest.mark.parametrize(("name", "title"), FOUND.items())
def test_draft_finds_the_title_in_a_posting(name, title):
    assert draft(POSTINGS[name]).title == title


def test_clean_title_is_never_longer_than_its_limit():
    assert len(clean_title("Engineer " * 60)) <= MAX_TITLE


def test_draft_title_argument_overrides_the_text():
    assert draft("Accountant\n- SAP", title="Controller (m/w/d)").title == "Controller"


def test_draft_with_a_title_alone_gives_a_criterion():
    assert [criterion.label for criterion in draft("", title="Truck driver").criteria] == ["Experience as Truck driver"]


def test_draft_of_nothing_says_what_is_missing():
    with pytest.raises(RubricError) as caught:
        draft("  \n ")
    assert (caught.value.code, str(caught.value)) == (
        "empty_job",
        "The job text is empty: paste what the job needs, or at least its title.",
    )
