"""Addresses in five languages and more; places of work stay."""

import pytest

from matching.redaction import redact

ADDRESSES = (
    "12 High Street, Leeds LS1 4AB",
    "Flat 3, 27 Queen's Road, London SW19 8LP",
    "10 Downing Street\nLondon\nSW1A 2AA",
    "2210 Maple Ridge Dr, Plano, TX 75025",
    "1600 Amphitheatre Pkwy, Mountain View, CA 94043",
    "350 5th Ave Apt 7B, New York, NY 10118-0110",
    "P.O. Box 1234, Austin, TX 78701",
    "Musterstraße 12, 10115 Berlin",
    "Musterstr. 12a\n20095 Hamburg",
    "Am Alten Markt 5, 24103 Kiel",
    "Lange Straße 7 · D-04109 Leipzig",
    "An der Eiche 12, 79098 Freiburg",
    "Mariahilfer Straße 88a, A-1070 Wien",
    "Bahnhofstrasse 21, CH-8001 Zürich",
    "06484 Quedlinburg, Poststieg 4",
    "12 bis, rue de la République, 69002 Lyon",
    "5 allée des Tilleuls 31000 Toulouse",
    "45, avenue Jean Jaurès\n92120 Montrouge",
    "Calle Mayor 15, 3º B, 28013 Madrid",
    "C/ Gran Vía, 3, 48001 Bilbao",
    "Avda. de la Constitución 22, Sevilla",
    "Prinsengracht 263, 1016 GV Amsterdam",
    "Hoofdstraat 12a\n3811 EP Amersfoort",
    "Kortrijksesteenweg 15, 9000 Gent",
    "Via Garibaldi 7, 20121 Milano",
    "Rua das Flores 25, 4050-262 Porto",
    "ul. Długa 7, 00-238 Warszawa",
    "Address: 4 Mill Lane, York",
    "Anschrift: Feldweg 3, 99084 Erfurt",
    "Adresse : 8 impasse des Lilas, Nantes",
    "Domicilio: Paseo del Prado 8, Madrid",
    "Woonplaats: Zwolle",
    "Wohnort: Kleinkleckersdorf",
    "Location: Pleasantville, CA",
    "Based in Bristol",
    "San Francisco, CA",
    "Bremen, Germany",
    "Casablanca, Maroc",
    "Greater Boston Area",
    "London, UK",
    "Toronto, ON M5V 2T6, Canada",
    "Berlin",
    "Ville : Grenoble",
)
WORDS = (
    *(
        "street",
        "straße",
        "strasse",
        "rue",
        "calle",
        "allée",
        "avenue",
        "gracht",
        "berlin",
        "hamburg",
        "london",
        "leeds",
    ),
    *("lyon", "madrid", "zürich", "wien", "kiel", "milano", "porto", "bremen", "boston", "quedlinburg", "montrouge"),
    *("grenoble", "zwolle", "kleinkleckersdorf", "pleasantville", "casablanca", "toronto", "canada", "germany", "york"),
)
STAY = (
    "Engineer, Acme GmbH, Berlin",
    "2015 - 2019 Nurse, St Thomas' Hospital, London",
    "Opened 12 shops in Paris and Lyon",
    "Managed 15 drivers on 4 routes",
    "Reduced close time by 12 days",
    "Senior Engineer Bremen",
    "Python 3, Java 17",
    "Led 3 workshops, 10 to 12 people each",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_address_is_masked_in_head(address):
    result = redact(f"Jane Doe\nNurse\n{address}\njane@mail.example\nExperience\nWard work")

    assert not any(char.isdigit() for char in result.text)
    assert [word for word in WORDS if word in result.text.lower()] == []
    assert result.text.startswith("[name]\nNurse\n[address]")
    assert result.text.endswith("\nExperience\nWard work")


@pytest.mark.parametrize("line", STAY)
def test_place_of_work_stays_in_experience(line):
    text = f"Experience\n{line}\n"

    assert redact(text).text == text


@pytest.mark.parametrize(
    "line", ["Nurse", "Scrum Master", "Java, Python, SQL", "10 years of experience", "Driving licence B", "Actuary"]
)
def test_other_line_of_head_stays(line):
    assert redact(f"Jane Doe\n{line}\njane@mail.example").text == f"[name]\n{line}\n[email]"


def test_town_between_contact_data_is_masked():
    assert (
        redact("Jane Doe\njane@mail.example | Little Snoring | +44 20 7946 0958").text
        == "[name]\n[email] | [address] | [phone]"
    )


def test_home_in_a_summary_is_masked():
    text = "Nurse\nSummary\nI am based in Sheffield and work nights.\nExperience\nNurse based in Sheffield"

    assert redact(text).text == (
        "Nurse\nSummary\nI am based in [address] and work nights.\nExperience\nNurse based in Sheffield"
    )


def test_street_with_number_is_masked_in_any_part():
    assert "Musterstraße" not in redact("Experience\nNurse\nSigned at Musterstraße 12").text
