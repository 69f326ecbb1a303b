"""The last look before text leaves."""

import pytest

from matching.redaction import leaks

TOKENS = ("doe", "jane")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("", ()),
        ("[name], nurse, [email] [phone] [link]", ()),
        ("write to jane@example.com", ("email",)),
        ("call +49 30 1234567", ("phone",)),
        ("call (555) 123-4567", ("phone",)),
        ("see https://example.com/cv", ("url",)),
        ("see github.com/someone", ("url",)),
        ("Jane led it", ("name",)),
        ("signed J. DOE", ("name",)),
        ("jane@doe.example and +49 30 1234567 and www.doe.example, Doe", ("email", "phone", "url", "name")),
        ("a doe in the wood", ()),
        ("Node.js, ASP.NET, socket.io, Booking.com", ()),
        ("2015 - 2019, ISO 27001, 99.97%", ()),
        ("line one\nline two: Jane", ("name",)),
    ],
)
def test_leaks_names_the_kinds(text, kinds):
    assert leaks(text, tokens=TOKENS) == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Mark Cook", ("name",)),
        ("Cook, Mark", ("name",)),
        ("MARK COOK", ("name",)),
        ("Mark the exams", ()),
        ("Cook at Bistro", ()),
    ],
)
def test_ordinary_words_leak_only_together(text, kinds):
    assert leaks(text, tokens=("mark cook",)) == kinds


@pytest.mark.parametrize(("text", "kinds"), [("由王小明编写", ("name",)), ("小明", ())])
def test_name_without_spaces_leaks_inside_a_text(text, kinds):
    assert leaks(text, tokens=("王小明",)) == kinds


def test_no_tokens_means_no_name_to_look_for():
    assert leaks("Jane Doe", tokens=()) == ()
