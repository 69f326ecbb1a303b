import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.prompts.contacts import without_contacts
from matching.redaction import leaks


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Write to jobs@acme.com today", "Write to [email] today"),
        ("See https://acme.com/jobs?id=7.", "See [link]."),
        ("Call +49 30 1234567 or 030/1234567", "Call [phone] or [phone]"),
        ("C++, C#, Node.js, ASP.NET and CI/CD", "C++, C#, Node.js, ASP.NET and CI/CD"),
        ("3 to 5 years, 2019 - 2022, budget of 2 000 000", "3 to 5 years, 2019 - 2022, budget of 2 000 000"),
        ("a\nb@c.de\n\nd", "a\n[email]\n\nd"),
        ("", ""),
    ],
)
def test_contact_data_is_masked_and_the_rest_stays(text, kept):
    assert without_contacts(text) == kept


@given(st.text(max_size=200))
def test_nothing_is_left_to_leak(text):
    assert leaks(without_contacts(text), tokens=()) == ()


@given(st.sampled_from(["me@x.com", "www.x.com/a", "+44 7700 900123"]), st.text("ab1@.:/+- \n", max_size=30))
def test_nothing_is_left_to_leak_beside_odd_signs(contact, around):
    assert leaks(without_contacts(f"{around} {contact} {around}"), tokens=()) == ()
