"""The table of criteria as a person edits it."""

from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from matching.forms import PostingForm, RubricEditor
from matching.schemas import CRITERION_IDS, Criterion, Need

words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)
criteria = st.lists(
    st.builds(
        Criterion,
        id=st.just(""),
        label=words.filter(str.strip),
        need=st.sampled_from(Need),
        aliases=st.lists(words, max_size=3).map(tuple),
        low=words,
        mid=words,
        high=words,
    ),
    min_size=1,
    max_size=8,
).map(tuple)


def posted(editor: RubricEditor) -> RubricEditor:
    """The editor after a browser sent it back untouched."""
    rows = [
        (each.label, each.need.value, each.low, each.mid, each.high, ", ".join(each.aliases))
        for each in editor.criteria
    ]
    names = ("label", "need", "low", "mid", "high", "aliases")
    pairs = [pair for row in rows for pair in zip(names, row, strict=True)]
    return RubricEditor.posted(QueryDict(urlencode([*pairs, ("drafted", editor.drafted)])))


@given(criteria)
def test_untouched_table_comes_back_as_it_was_offered(rows):
    offered = RubricEditor.of(rows)
    back = posted(offered)
    assert back.criteria == offered.criteria
    assert back.edited is False


@given(criteria)
def test_any_change_of_a_label_counts_as_edited(rows):
    offered = RubricEditor.of(rows)
    first, *others = offered.criteria
    changed = Criterion(first.id, f"x{first.label}"[:120], first.need, first.aliases, first.low, first.mid, first.high)
    touched = posted(RubricEditor(criteria=(changed, *others), drafted=offered.drafted))
    assert touched.edited is True


@given(
    criteria,
    st.lists(st.sampled_from(["add", "up:2", "down:1", "remove:1", "remove:8", "up:x", ":", "up:0"]), max_size=12),
)
def test_table_keeps_its_ids_in_order_whatever_is_pressed(rows, actions):
    editor = RubricEditor.of(rows)
    for action in actions:
        editor.apply(action)
    assert "".join(each.id for each in editor.criteria) == CRITERION_IDS[: len(editor.criteria)]


def test_need_that_does_not_exist_becomes_should():
    data = QueryDict("label=SQL&need=always&low=&mid=&high=&aliases=")
    assert RubricEditor.posted(data).criteria[0].need == Need.SHOULD


def test_column_that_is_missing_leaves_no_rows():
    assert RubricEditor.posted(QueryDict("label=SQL&need=must")).criteria == ()


@pytest.mark.parametrize("typed", ["postgres, pg", "postgres;pg", " postgres ,, pg ,"])
def test_aliases_come_apart_at_commas_and_semicolons(typed):
    data = QueryDict(urlencode({"label": "SQL", "need": "must", "low": "", "mid": "", "high": "", "aliases": typed}))
    assert RubricEditor.posted(data).criteria[0].aliases == ("postgres", "pg")


@pytest.mark.parametrize(
    ("label", "offered"),
    [
        ("Native English speaker", "Fluent English (C1 or C2)"),
        ("Recent graduate", "Entry level"),
        ("German passport", ""),
        ("PostgreSQL", ""),
    ],
)
def test_refused_criterion_offers_a_lawful_label_where_there_is_one(label, offered):
    assert RubricEditor.of((Criterion("a", label),)).rows[0].replacement == offered


@given(st.sampled_from(["Native English speaker", "Recent graduate", "Digital native", "Catholic", "No disabilities"]))
def test_lawful_label_is_never_refused_itself(label):
    editor = RubricEditor.of((Criterion("a", label),))
    editor.apply("alternative:1")
    assert [row.refused for row in editor.rows] == [False]


def test_removing_the_last_row_moves_the_focus_up():
    editor = RubricEditor.of((Criterion("a", "A"), Criterion("b", "B")))
    editor.apply("remove:2")
    assert editor.focus == {1: "remove"}


@pytest.mark.parametrize(
    ("title", "drafted", "typed"),
    [("", "", ""), ("Nurse", "Nurse", ""), ("Our nurse", "Nurse", "Our nurse"), ("Nurse", "", "Nurse")],
)
def test_title_counts_as_typed_when_it_differs_from_the_drafted_one(title, drafted, typed):
    assert PostingForm({"title": title, "drafted_title": drafted}).typed_title == typed
