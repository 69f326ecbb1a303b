"""Employers stay, unless a job asks to mask them; then the same one always has the same number."""

import pytest

from matching.redaction import redact

CV = """Nurse
Experience
2019 - 2023 Senior Nurse, Acme Hospital
Ran the ward. Trained staff of Acme Hospital.
2015 - 2019 Nurse, Birch & Co. Ltd, Leeds
• Wrote plans for Birch & Co. Ltd
Skills
Python, Excel"""


def test_employers_stay_by_default():
    assert redact(CV).text == CV


def test_employers_are_numbered_when_masked():
    assert redact(CV, mask_employers=True).text == (
        "Nurse\nExperience\n2019 - 2023 Senior Nurse, [employer 1]\nRan the ward. Trained staff of [employer 1].\n"
        "2015 - 2019 Nurse, [employer 2], Leeds\n• Wrote plans for [employer 2]\nSkills\nPython, Excel"
    )


@pytest.mark.parametrize(
    "entry",
    [
        "Senior Engineer | Northwind | Jan 2019 - Present",
        "Northwind, Senior Engineer, 2019 - 2021",
        "Senior Engineer at Northwind 2019 - 2021",
        "Northwind GmbH\nSenior Engineer\n2019 - 2021",
        "2019 - 2021\nSenior Engineer\nNorthwind",
        "01/2019 – 12/2021 Softwareentwickler bei Northwind",
        "Développeur chez Northwind (2019 - 2021)",
        "Desarrollador, Northwind S.L., 2019-2021",
        "Ontwikkelaar bij Northwind B.V., 2019 - 2021",
    ],
)
def test_employer_of_an_entry_is_masked(entry):
    result = redact(f"Nurse\nExperience\n{entry}\nBuilt things in Python\nSkills\nPython", mask_employers=True)

    assert "northwind" not in result.text.lower()
    assert "[employer 1]" in result.text
    assert "2019" in result.text
    assert result.text.endswith("\nBuilt things in Python\nSkills\nPython")


def test_masking_employers_twice_changes_nothing():
    once = redact(CV, mask_employers=True).text

    assert redact(once, mask_employers=True).text == once


def test_title_and_dates_are_no_employer():
    text = "Experience\nSenior Software Engineer\nJan 2019 - Present\n• Led the migration to Kafka"

    assert redact(text, mask_employers=True).text == text
