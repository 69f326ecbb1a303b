"""Rubrics as JSON, renumbered and compared."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.exceptions import RubricError
from matching.rubric import changes, dump, parse, renumber
from matching.schemas import CRITERION_IDS, Criterion, Need, Rubric

PYTHON = Criterion("a", "Python, 3+ years", Need.MUST, ("python", "django"), "none", "one project", "led a team")
SQL = Criterion("b", "SQL", Need.SHOULD, ("postgres",), "none", "simple queries", "query plans")
DUTCH = Criterion("c", "Dutch", Need.NICE, (), "none", "B1", "C1")
RUBRIC = Rubric("Backend engineer", (PYTHON, SQL, DUTCH), "Duties: build services.")

words = st.text(alphabet="abcdefg hijk", min_size=1, max_size=30).map(lambda text: " ".join(text.split()) or "x")
criteria = st.lists(
    st.builds(
        Criterion,
        id=st.just("a"),
        label=words,
        need=st.sampled_from(Need),
        aliases=st.lists(words, max_size=4).map(tuple),
        low=words,
        mid=words,
        high=words,
    ),
    min_size=1,
    max_size=8,
).map(renumber)
KEYS = ["id", "label", "need", "aliases", "levels", "criteria", "0"]
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner),
    max_leaves=12,
)

WRONG = [
    (None, "A rubric is a list of criteria, or an object with a list named criteria."),
    ("a text", "A rubric is a list of criteria, or an object with a list named criteria."),
    ({}, "A rubric is a list of criteria, or an object with a list named criteria."),
    ({"criteria": "a"}, "A rubric is a list of criteria, or an object with a list named criteria."),
    ([], "The rubric has no criteria: add at least one."),
    ([{"label": "x"}] * 9, "The rubric has 9 criteria; 8 is the most."),
    (["x"], "Criterion 1 is not an object with a label and a need."),
    ([{"need": "must"}], "Criterion 1 has no label: write what the job needs."),
    ([{"label": "x", "aliases": "y"}], "The aliases of criterion 1 are not a list of words."),
    ([{"label": "x", "levels": ["y"]}], "The levels of criterion 1 are not an object with the keys 0, 2 and 4."),
    ([{"label": "x", "need": "maybe"}], "A criterion needs an id, a label and a need of must, should or nice."),
    ([{"label": "  "}], "A criterion has no label: write what the job needs."),
    ({"criteria": [{"label": "x"}], "title": 4}, "The title and the duties of a rubric are text."),
]


def test_dump_and_parse_give_the_same_rubric():
    assert parse(json.loads(json.dumps(dump(RUBRIC)))) == RUBRIC


def test_dump_names_the_version():
    assert dump(RUBRIC)["rubric_version"] == RUBRIC.version


@given(criteria)
def test_parse_of_dump_is_the_same_for_any_criteria(given_criteria):
    rubric = Rubric("Title", given_criteria, "Duties")
    assert parse(dump(rubric)) == rubric


def test_parse_of_a_bare_list_numbers_the_criteria():
    parsed = parse([{"label": "Python"}, {"label": "SQL", "need": "nice"}])
    assert [(criterion.id, criterion.label, criterion.need) for criterion in parsed.criteria] == [
        ("a", "Python", Need.SHOULD),
        ("b", "SQL", Need.NICE),
    ]


@pytest.mark.parametrize(("data", "sentence"), WRONG)
def test_parse_wrong_shape_says_what_is_wrong(data, sentence):
    with pytest.raises(RubricError) as caught:
        parse(data)
    assert str(caught.value) == sentence


@given(json_values)
def test_parse_of_any_json_gives_a_rubric_or_a_named_error(data):
    try:
        parsed = parse(data)
    except RubricError:
        return
    assert [criterion.id for criterion in parsed.criteria] == list(CRITERION_IDS[: len(parsed.criteria)])


def test_renumber_after_a_removal_closes_the_gap():
    assert [criterion.id for criterion in renumber([PYTHON, DUTCH])] == ["a", "b"]


def test_renumber_of_nine_is_refused():
    with pytest.raises(RubricError):
        renumber([PYTHON] * 9)


def test_changes_of_equal_rubrics_are_none():
    assert changes(RUBRIC, replace(RUBRIC)) == ()


def test_changes_name_what_was_added_and_removed():
    new = replace(RUBRIC, criteria=renumber([PYTHON, SQL, Criterion("c", "Kafka", Need.NICE)]))
    assert changes(replace(RUBRIC, criteria=(PYTHON, SQL)), new) == ("Added: Kafka (nice).",)
    assert changes(RUBRIC, replace(RUBRIC, criteria=(PYTHON, SQL))) == ("Removed: Dutch.",)


def test_changes_name_a_new_label_need_alias_and_level():
    edited = replace(
        SQL, label="SQL and PostgreSQL", need=Need.MUST, aliases=("postgres", "psql"), high="tuned a database"
    )
    assert changes(RUBRIC, replace(RUBRIC, criteria=(PYTHON, edited, DUTCH))) == (
        "“SQL” became “SQL and PostgreSQL”.",
        "SQL and PostgreSQL: from should to must.",
        "SQL and PostgreSQL: the aliases changed.",
        "SQL and PostgreSQL: the words of level 4 changed.",
    )


def test_changes_of_order_are_one_sentence():
    assert changes(RUBRIC, replace(RUBRIC, criteria=renumber([SQL, PYTHON, DUTCH]))) == (
        "The order of the criteria changed.",
    )


def test_changes_of_title_and_duties_are_named():
    assert changes(RUBRIC, Rubric("Engineer", RUBRIC.criteria, "Other")) == (
        "The title changed from “Backend engineer” to “Engineer”.",
        "The job text changed.",
    )


@given(criteria, criteria)
def test_changes_are_empty_exactly_when_the_versions_agree(old, new):
    one, two = Rubric("T", old, ""), Rubric("T", new, "")
    assert (changes(one, two) == ()) == (one.version == two.version)
