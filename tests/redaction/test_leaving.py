"""The look at a whole payload."""

import json

import pytest

from matching.redaction.leaving import in_words, leaving


def kinds(last: str, *, shared: str = "rules", names: tuple[str, ...] = ("doe", "jane")) -> tuple[str, ...]:
    messages = [{"role": "user", "content": [{"type": "text", "text": "criteria"}, {"type": "text", "text": last}]}]
    return leaving([{"type": "text", "text": shared}], messages, names=names)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[name], nurse, [email]", ()),
        ("Jane led it", ("name",)),
        (json.dumps("line\nJane led it"), ("name",)),
        (json.dumps("José\nwrote to jos\u00e9@example.com"), ("email",)),
        (json.dumps("line\t+49 30 1234567"), ("phone",)),
        (json.dumps('said "see\nhttps://example.com/cv"'), ("url",)),
        (json.dumps("\U0001f600 ok\nDOE"), ("name",)),
        ("ends with a backslash \\", ()),
        ("half a pair \\ud83d and no more", ()),
        ("", ()),
    ],
)
def test_text_is_read_as_people_read_it(text, found):
    assert kinds(text) == found


def test_text_in_an_escape_of_json_is_read():
    assert kinds(json.dumps("Jáne", ensure_ascii=True), names=("jane",)) == ("name",)


def test_contacts_are_looked_for_in_every_part_and_names_in_the_last():
    assert kinds("cv", shared="ask hr@firm.example about Jane") == ("email",)


def test_plain_content_is_looked_at_too():
    assert leaving("rules", [{"role": "user", "content": "Jane led it"}], names=("jane",)) == ("name",)


def test_nothing_sent_holds_nothing():
    assert leaving([], [], names=("jane",)) == ()


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ((), ""),
        (("name",), "the name"),
        (("email", "name"), "an e-mail address and the name"),
        (("email", "phone", "url"), "an e-mail address, a phone number and a web address"),
    ],
)
def test_kinds_are_told_in_words(found, words):
    assert in_words(found) == words
