"""Whose CV it is, over two tables of heads in many languages and shapes, and where the name is masked."""

import pytest

from matching.redaction import leaks, redact
from tests.redaction import headers, more_heads

HEADS = {**headers.HEADS, **{f"more {key}": head for key, head in more_heads.HEADS.items()}}
BARE = {
    key: head for key, head in HEADS.items() if "Experience\n" not in head.text and "\nBerufserfahrung" not in head.text
}
BODY = "Summary\nTen years of work with machines.\nExperience\n2015 - 2019 Fitter, Acme Works\n"


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_name_of_head_is_found(head):
    assert redact(head.text, file_name=head.file_name).name == head.name


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_identifying_words_are_gone_and_the_rest_is_kept(head):
    text = redact(head.text, file_name=head.file_name).text

    assert [word for word in head.gone if word in text.lower()] == []
    assert [word for word in head.kept if word not in text] == []


@pytest.mark.parametrize("head", BARE.values(), ids=BARE)
def test_head_over_a_body_has_the_same_name_and_leaves_the_body(head):
    result = redact(f"{head.text}\n{BODY}", file_name=head.file_name)

    assert result.name == head.name
    assert result.text.endswith(BODY)


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_redacted_head_has_no_leaks_and_no_change_on_repetition(head):
    result = redact(head.text, file_name=head.file_name)

    assert leaks(result.text, tokens=result.tokens) == ()
    assert redact(result.text).text == result.text
    assert redact(result.text, file_name=head.file_name).text == result.text


@pytest.mark.parametrize(
    ("head", "tokens"),
    [
        ("Jane Doe\nNurse", ("doe", "jane")),
        ("Mark Cook\nNurse", ("mark cook",)),
        ("Ruby Chen\nNurse", ("chen", "ruby chen")),
        ("Jörg Groß\nNurse", ("joerg", "jorg", "jorg gros")),
        ("Sanne van der Berg\nNurse", ("sanne", "sanne berg")),
        ("王小明\nNurse", ("王小明",)),
        ("Nurse\nSummary", ()),
    ],
)
def test_tokens_hold_words_that_tell_and_else_the_whole_name(head, tokens):
    assert redact(head).tokens == tokens


@pytest.mark.parametrize(
    "mention",
    [
        "Jane Doe",
        "JANE DOE",
        "jane doe",
        "Doe, Jane",
        "DOE Jane",
        "J. Doe",
        "J Doe",
        "Doe, J.",
        "Jane M. Doe",
        "Ms Doe",
        "Jane's",
        "Jane_Doe",
        "jane.doe",
        "janedoe",
        "jdoe",
        "doejane",
        "JaneDoe1986",
        "the-jane-doe",
    ],
)
def test_mention_later_is_masked(mention):
    result = redact(f"Jane Doe\nNurse\nExperience\nSigned by {mention} in person")

    assert "doe" not in result.text.lower()
    assert "jane" not in result.text.lower()
    assert result.text.startswith("[name]\nNurse\nExperience\nSigned by ")
    assert result.text.endswith(" in person")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Ruby Chen", "Skills: Ruby, C, C++, Rails"),
        ("Julia Swift", "Skills: Swift and Objective-C, Julia"),
        ("Jasmine Go", "Tests with Jasmine; services in Go"),
        ("Scala Rossi", "Scala 2.13"),
        ("Peter Koch", "Koch und Küchenmeister"),
        ("Paul Baker", "Baker, Gail's Bakery"),
        ("Grace May", "May 2019 - June 2020"),
        ("Bill Page", "Bill and Page of the ledger"),
        ("Jordan Paris", "Led teams in Paris and Jordan"),
        ("Marie Schneider", "Schneider in Werkstatt"),
        ("Jane Doe", "doe and jane as small words stay: the doe"),
        ("Max Power", "Max load, Power BI"),
    ],
)
def test_ordinary_word_of_a_name_stays_alone(name, line):
    mail = name.lower().replace(" ", ".")
    result = redact(f"{name}\n{mail}@mail.example\nNurse\nExperience\n{line}")

    assert result.name == name
    assert result.text == f"[name]\n[email]\nNurse\nExperience\n{line}"


@pytest.mark.parametrize(
    ("written", "mention"),
    [
        ("Jürgen Müller", "Juergen Mueller"),
        ("Jürgen Müller", "JURGEN MULLER"),
        ("Juergen Mueller", "Jürgen Müller"),
        ("Søren Strauß", "Soren Strauss"),
        ("José Núñez", "Jose Nunez"),
        ("Zoë Łukasik", "Zoe Lukasik"),
        ("Jean-Pierre D'Angelo", "Jean Pierre Dangelo"),
    ],
)
def test_other_spelling_is_masked(written, mention):
    result = redact(f"{written}\nNurse\nExperience\nKnown as {mention}")

    assert result.text == "[name]\nNurse\nExperience\nKnown as [name]"


@pytest.mark.parametrize(
    "file_name",
    [
        "Jane_Doe_CV.pdf",
        "CV-Jane-Doe-2024.docx",
        "JaneDoe.pdf",
        "lebenslauf jane doe final v2.pdf",
        "C:\\cvs\\Jane Doe.pdf",
    ],
)
def test_file_name_gives_the_name_when_the_text_has_none(file_name):
    assert redact("Summary\nTen years of welding.", file_name=file_name).name.lower() == "jane doe"


@pytest.mark.parametrize(
    "file_name",
    [
        "resume (3).pdf",
        "scan_0001.pdf",
        "CV.pdf",
        "senior-java-developer.pdf",
        "Berlin 2024.pdf",
        "",
        "Ruby Developer.pdf",
    ],
)
def test_file_name_without_a_name_gives_none(file_name):
    assert redact("Summary\nTen years of welding.", file_name=file_name).name == ""


@pytest.mark.parametrize(
    "head",
    [
        "Personal Profile\nHard working",
        "Technical Skills\nPython",
        "Global Sales Leader\nMunich",
        "Machine Learning Engineer\nRemote",
        "Acme Holdings Limited\nEngineer",
        "University of Leeds\nStudent",
        "Staff Nurse\nRoyal Infirmary",
        "Berufserfahrung\nElektriker",
        "Expérience professionnelle\nComptable",
        "Experiencia laboral\nContable",
        "New York\nData Analyst",
        "Microsoft Excel\nSAP FI/CO",
        "Django Flask\nDocker",
        "Dear Hiring Manager\nI apply",
        "Page 1\nof 2",
        "1. Introduction\n2. Work",
        "",
        "\n\n\n",
        "|||\n---",
    ],
)
def test_head_without_a_person_gives_no_name(head):
    assert redact(head).name == ""


def test_mail_words_are_masked_in_the_head_when_no_name_is_sure():
    result = redact("Warehouse Operative\nOYELARAN B\nb.oyelaran@example.com\nExperience\nPicker")

    assert (
        result.text == "Warehouse Operative\n[name]\n[email]\nExperience\nPicker"
        or "oyelaran" not in result.text.lower()
    )
