"""E-mail addresses, links, profile names and telephone numbers: what goes, and what looks like them and stays."""

import pytest

from matching.redaction import leaks, redact

EMAILS = (
    "jane.doe@example.com",
    "jane_doe+cv@mail.example.co.uk",
    "j.doe@uni-bremen.de",
    "mailto:jane@example.org",
    "jane.doe @ example.com",
    "jane.doe(at)example.com",
    "jane.doe [at] example [dot] com",
    "jane at example dot com",
    "JANE.DOE@EXAMPLE.COM",
    "o'brien@example.ie",
    "müller@beispiel.de",
    "jane.doe@gmail. com",
    "jane.doe＠example.com",
)
PHONES = (
    "+49 176 1234567",
    "+49 (0) 30 / 123 45 67",
    "+33 6 12 34 56 78",
    "+34 612 345 678",
    "+31 6 12345678",
    "+44 (0)20 7946 0958",
    "+1 (415) 555-0142",
    "+91-98765-43210",
    "+86 138 0013 8000",
    "0049 30 1234567",
    "(555) 123-4567",
    "415-555-0142",
    "415.555.0142",
    "06 12 34 56 78",
    "06.12.34.56.78",
    "0176/12345678",
    "0171-123 45 67",
    "020 7946 0958",
    "07700 900123",
    "Tel.: 030 1234567",
    "Phone: 555-0142",
    "Handy 0172 5551234",
    "Mobil: 0151/2345678",
    "Tél : 01 23 45 67 89",
    "Teléfono: 912 345 678",
    "Telefoon: 06-12345678",
    "M: 0612345678",
    "电话：138 0013 8000",
    "(+86) 131-221-87xxx",
    "+49 176 *** *** **",
    "(555) 123-4567 ext. 89",
    "+１ 415 555 0142",
)
LINKS = (
    "https://www.linkedin.com/in/jane-doe-12345/",
    "linkedin.com/in/janedoe",
    "www.janedoe.dev",
    "http://janedoe.example.com/cv?x=1",
    "github.com/janedoe",
    "de.linkedin.com/in/janedoe",
    "https:/ johndoe.me/",
    "xing.com/profile/Jane_Doe",
    "stackoverflow.com/users/12854948",
    "janedoe.github.io",
    "jane-doe.com",
    "orcid.org/0000-0002-1825-0097",
    "0000-0002-1825-0097",
)
STAY = (
    "2015 - 2019",
    "01/2015 - 12/2019",
    "03.2015 – 05.2019",
    "01.02.2015 - 28.02.2019",
    "2019-05-01 to 2020-06-30",
    "ISO 27001 and ISO 9001:2015",
    "RFC 2616, RFC 7231",
    "EN 60601-1, DIN 18599",
    "version 10.0.19041",
    "budget of 1 200 000 EUR",
    "revenue of $2,500,000",
    "served 2 000 000 users",
    "1,200,000 requests, 99.97% uptime",
    "US Patent 11,234,567",
    "ISBN 978-3-16-148410-0",
    "doi 10.1234/neurips.2023.1234",
    "grew from 100 000 to 250 000 customers",
    "Node.js, Vue.js, Next.js and D3.js",
    "ASP.NET, ADO.NET, VB.NET and .NET Core",
    "Socket.io and draw.io",
    "Booking.com and Check24.de",
    "B.Sc. and M.Sc. and Ph.D.",
    "e.g. Python, i.e. scripts",
    "Python 3.11, Java 17, C++20",
    "192.168.10.1 networks",
    "@angular/core and @Override",
    "GitHub, LinkedIn Learning, GitLab CI",
    "24/7 on call, 365 days",
    "SAP S/4HANA 1909 and R/3",
    "grades 1.0 - 2.3, GPA 3.97/4.00",
    "team of 12 - 15 people",
    "shift 08:00 - 16:30",
    "main.py, README.md, package.json",
    "Built the site.In 2019 it grew",
)
BODY = "Experience\nEngineer at Acme\n"


@pytest.mark.parametrize("written", EMAILS)
def test_email_is_masked_in_head_and_body(written):
    for text in (f"Senior Engineer\n{written}\nBerlin", f"{BODY}Write to {written} for references"):
        assert "[email]" in redact(text).text
        assert leaks(redact(text).text, tokens=()) == ()


@pytest.mark.parametrize("written", PHONES)
def test_phone_is_masked_in_head(written):
    result = redact(f"Senior Engineer\n{written}\nSkills\nPython")

    assert result.removed["phone"] == 1
    assert not any(char.isdigit() for char in result.text)


@pytest.mark.parametrize("written", [phone for phone in PHONES if "912 345" not in phone])
def test_phone_is_masked_in_body(written):
    assert redact(f"{BODY}Call {written} for references").removed["phone"] == 1


@pytest.mark.parametrize("written", LINKS)
def test_link_is_masked_in_head_and_body(written):
    for text in (f"Senior Engineer\n{written}\nBerlin", f"{BODY}See {written} for code"):
        assert redact(text).removed["link"] == 1
        assert leaks(redact(text).text, tokens=()) == ()


@pytest.mark.parametrize("written", STAY)
def test_lookalike_stays_in_body(written):
    text = f"{BODY}{written}\n"

    assert redact(text).text == text
    assert leaks(text, tokens=()) == ()


@pytest.mark.parametrize("written", STAY)
def test_lookalike_stays_in_head(written):
    result = redact(f"Senior Engineer\n{written}\nSkills\nPython")

    assert "phone" not in result.removed


@pytest.mark.parametrize(
    "line",
    [
        "Skype: jane.doe.cv",
        "LinkedIn: janedoe",
        "GitHub: @janedoe",
        "Twitter @janedoe",
        "WeChat: janedoe88",
        "/in/janedoe",
    ],
)
def test_profile_name_is_masked_in_head(line):
    assert redact(f"Senior Engineer\n{line}\nSkills\nPython").removed["link"] == 1


def test_profile_name_beside_an_icon_is_masked():
    result = redact("Jane Doe\nBerlin | jane@mail.example | codeduck.dev | codeduck | codeduck\nSkills\nPython")

    assert "codeduck" not in result.text


def test_two_numbers_on_one_line_are_two():
    assert redact("Nurse\n+49 30 1234567 | +49 176 7654321\nSkills").removed["phone"] == 2


@pytest.mark.parametrize("code", ["94588", "94588-1234"])
def test_number_behind_a_zip_code_is_a_phone_and_the_code_is_not(code):
    result = redact(f"Jane Doe\nPleasantville, CA {code} (555) 123-4567\nSkills\nPython")

    assert (result.text.splitlines()[1], result.removed["phone"]) == ("[address] [phone]", 1)


def test_long_zip_code_alone_is_an_address():
    result = redact("Jane Doe\nScottsdale, AZ 85254-1781\nSkills\nPython")

    assert (result.text.splitlines()[1], "phone" in result.removed) == ("[address]", False)


def test_removed_counts_each_kind():
    result = redact("Jane Doe\njane@doe.example | +49 30 1234567 | github.com/janedoe\nNurse")

    assert {kind: result.removed[kind] for kind in ("email", "phone", "link", "name")} == {
        "email": 1,
        "phone": 1,
        "link": 1,
        "name": 1,
    }


@pytest.mark.parametrize("code", ["〒 100-0001", "〒100-0001", "〒1000001", "〒１００－０００１"])
def test_japanese_post_code_is_an_address_and_no_phone(code):
    found = redact(f"山田太郎\n{code} 東京都千代田区千代田1-1\n090-1234-5678\n職歴\n開発")
    assert found.text == "[name]\n[address]\n[phone]\n職歴\n開発"
