import random
import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from matching.quotes import MOST_WORDS, Found, Source

CV = """Backend engineer, Nordwind Logistics, 03/2019 – today
• Designed and ran twelve Django services for 40 planners; on-call every 3rd week.
• Moved the order data to PostgreSQL 14 without a stop, in 5 months.
• Built C++ and C# tools, CI/CD with Jenkins, Node.js front-ends and don’t-ask scripts.
• Led the develop-
ment of a routing engine.
Größe des Teams: 7 Personen. Weiterbildung zur Führungskraft.
2015年から2019年まで東京で開発を担当した。
Сопровождение баз данных.
Şirkette pazarlama ve satış, İstanbul ofisi."""
SOURCE = Source(CV)

words = st.text(st.characters(categories=["Ll", "Lu"], max_codepoint=0x24F), min_size=1, max_size=9)
texts = st.lists(words, min_size=3, max_size=60)


def standing(quote: str) -> str | None:
    """What of the CV a quote points to."""
    found = SOURCE.find(quote)
    return CV[found.start : found.end] if found else None


@pytest.mark.parametrize(
    ("quote", "place"),
    [
        ("Designed and ran twelve Django services", "Designed and ran twelve Django services"),
        ("DESIGNED AND RAN twelve django SERVICES", "Designed and ran twelve Django services"),
        ("  designed   and\nran twelve  ", "Designed and ran twelve"),
        ("services for 40 planners, on call every 3rd week", "services for 40 planners; on-call every 3rd week"),
        ("\"Built C++ and C# tools\"", "Built C++ and C# tools"),
        ("CI/CD", "CI/CD"),
        ("node.js front ends", "Node.js front-ends"),
        ("don't ask", "don’t-ask"),
        ("Led the development of a routing engine", "Led the develop-\nment of a routing engine"),
        ("in 5 months. Built C++", "in 5 months.\n• Built C++"),
        ("Größe des Teams: 7 Personen", "Größe des Teams: 7 Personen"),
        ("ＰｏｓｔｇｒｅＳＱＬ 14", "PostgreSQL 14"),
        ("東京で開発", "東京で開発"),
        ("СОПРОВОЖДЕНИЕ баз данных", "Сопровождение баз данных"),
        ("03/2019 - today", "03/2019 – today"),
        ("Django", "Django"),
        ("ŞIRKETTE PAZARLAMA VE SATIŞ", "Şirkette pazarlama ve satış"),
        ("istanbul ofisi", "İstanbul ofisi"),
    ],
)  # fmt: skip
def test_a_quote_that_stands_in_the_text_is_found(quote, place):
    assert standing(quote) == place
    assert SOURCE.find(quote).exact is True


@pytest.mark.parametrize(
    ("quote", "place"),
    [
        ("Designed and ran the twelve Django services", "Designed and ran twelve Django services"),
        ("Moved order data to PostgreSQL 14 without a stop", "Moved the order data to PostgreSQL 14 without a stop"),
        ("Moved the order data to Postgresql 14 without stop", "Moved the order data to PostgreSQL 14 without a"),
        ("Designed and ran twelve Django servises for 40 planners", "Designed and ran twelve Django services"),
        ("Weiterbildung zur Fuhrungskraft", "Weiterbildung zur Führungskraft"),
    ],
)  # fmt: skip
def test_a_quote_with_a_slip_is_found(quote, place):
    found = SOURCE.find(quote)
    assert found.exact is False
    assert CV[found.start : found.end].split()[:3] == place.split()[:3]


@pytest.mark.parametrize(
    "quote",
    [
        "",
        "...",
        "a",
        "in",
        "!!!",
        "Led forty engineers at a bank",
        "Designed and ran twelve Angular services",
        "Designed and ran thirteen Django services for 40 planners",
        "Moved the order data to PostgreSQL 16 without a stop",
        "for 400 planners",
        "Djang",
        "jango services",
        "Pythn",
        "twelve Django services PostgreSQL",
        "Led the development of a rocket engine",
        "planners 40 for services Django twelve ran and Designed",
        "level 4",
    ],
)
def test_a_quote_that_does_not_stand_in_the_text_is_not_found(quote):
    assert standing(quote) is None


@pytest.mark.parametrize(
    ("quote", "place"),
    [
        ("Designed and ran ... Django services", "Designed and ran twelve Django services"),
        ("Moved the order data […] without a stop", "Moved the order data to PostgreSQL 14 without a stop"),
        ("... twelve Django services ...", "twelve Django services"),
        ("Designed and ran… twelve Angular services", None),
        ("Django services ... Designed and ran", None),
        ("Backend engineer ... Сопровождение баз", None),
    ],
)
def test_all_parts_of_a_quote_that_leaves_words_out_stand_in_order(quote, place):
    assert standing(quote) == place


def test_the_first_of_several_places_is_told():
    assert Source("SQL, then SQL").find("sql") == Found(0, 3, exact=True)


def test_only_the_beginning_of_a_long_quote_is_looked_at():
    text = " ".join(f"word{number}" for number in range(200))
    found = Source(text).find(text)
    assert len(text[: found.end].split()) == MOST_WORDS


def test_nothing_is_found_in_an_empty_text():
    assert Source("").find("anything at all") is None


@settings(deadline=None)
@given(texts, st.data())
def test_every_stretch_of_a_text_is_found_in_it(parts, data):
    text = " ".join(parts)
    first = data.draw(st.integers(0, len(parts) - 1))
    last = data.draw(st.integers(first + 1, min(len(parts), first + MOST_WORDS)))
    quote = data.draw(st.sampled_from([" ", "\n", ", ", " - "])).join(parts[first:last])
    assume(sum(map(len, parts[first:last])) >= 3)
    found = Source(text).find(data.draw(st.sampled_from([quote, quote.upper().lower(), f'"{quote}."'])))
    assert found is not None and found.exact


@settings(deadline=None)
@given(st.text(max_size=200), st.text(max_size=60))
def test_a_place_lies_in_the_text(text, quote):
    found = Source(text).find(quote)
    if found:
        assert 0 <= found.start < found.end <= len(text)
        assert Source(text).find(text[found.start : found.end]) is not None


@settings(deadline=None)
@given(texts, st.randoms(use_true_random=False))
def test_words_in_another_order_are_not_found(parts, shuffled):
    """Unless so few were moved that the rest is nine tenths of it, or the words are the same."""
    parts = [f"{word}{number}" for number, word in enumerate(parts)]
    other = list(parts)
    shuffled.shuffle(other)
    assume(other != parts)
    assert Source(" ".join(parts)).find(" ".join(other)) is None


def test_a_text_made_to_be_slow_is_looked_through_all_the_same():
    """The same words over and over, and quotes that nearly stand in it: only the likeliest stretches are compared."""
    source = Source("data lake house " * 2000)
    assert [source.find("data lake house " * 12 + f"wrong{number}") for number in range(27)] == [None] * 27


def test_accents_that_stand_apart_are_those_that_do_not():
    apart = unicodedata.normalize("NFD", "Größe des Teams, Führungskraft")
    assert Source(apart).find("Größe des Teams") == Found(
        0, len(unicodedata.normalize("NFD", "Größe des Teams")), exact=True
    )
    assert Source("Größe des Teams").find(unicodedata.normalize("NFD", "Größe")).exact is True


def test_a_random_text_holds_no_quote_of_another():
    drawn = random.Random(3)
    letters = "abcdefghijklmnopqrstuvwxyz"
    many = ["".join(drawn.choices(letters, k=drawn.randint(2, 9))) for _ in range(2000)]
    other = ["".join(drawn.choices(letters, k=drawn.randint(4, 9))) for _ in range(200)]
    source = Source(" ".join(many))
    assert [source.find(" ".join(other[at : at + 6])) for at in range(0, 200, 10)] == [None] * 20
