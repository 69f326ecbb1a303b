"""The small parts of the interface: what they say, and that their sums stay within the picture."""

import re
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from matching.schemas import UNREADABLE
from matching.templatetags import interface

COUNTS = ("strong", "possible", "low", "waiting", "unread", "not_scored", "unreadable")


def test_icon_without_label_is_decoration():
    assert interface.icon("plus").count('aria-hidden="true"') == 1
    assert "vh" not in interface.icon("plus")


def test_icon_label_is_text_and_escaped():
    assert interface.icon("plus", "Add <b>").endswith('<span class="vh">Add &lt;b&gt;</span>')


@pytest.mark.parametrize(
    ("level", "picture", "words"),
    [
        (0, "dot-0", "0 of 4, not found in the CV"),
        (4, "dot-4", "4 of 4, strong evidence"),
        (None, "dot-unknown", "not known yet"),
        (7, "dot-unknown", "not known yet"),
    ],
)
def test_dot_of_level(level, picture, words):
    dot = interface.dot(level, "SQL")
    assert re.findall(r"#(dot-\w+)\"", dot) == [picture]
    assert re.findall(r'title="(.*?)"', dot) == [f"SQL: {words}"]


@given(score=st.floats(0, 100), uncertainty=st.floats(0, 100))
def test_score_bar_stays_within_its_picture(score, uncertainty):
    bar = interface.score_bar(score, uncertainty, "strong")
    width = float(re.search(r'class="fill strong" y="2" width="([\d.]+)"', bar)[1])
    ends = [float(end) for end in re.findall(r'whisker" d="M([\d.]+) 6H([\d.]+)M', bar)[0]] if uncertainty else []
    assert width == pytest.approx(score, abs=0.051)
    assert all(0 <= end <= 100 for end in ends)
    assert ends == sorted(ends)


@given(st.lists(st.integers(0, 10_000), min_size=7, max_size=7))
def test_stacked_bar_parts_add_up_to_the_whole(counts):
    bar = interface.stacked_bar(SimpleNamespace(**dict(zip(COUNTS, counts, strict=True))))
    widths = [float(width) for width in re.findall(r'width="([\d.]+)" height', bar)]
    assert sum(widths) == pytest.approx(100 if sum(counts) else 0, abs=0.05)
    assert len(widths) == sum(map(bool, (*counts[:3], counts[3] + counts[4], counts[5] + counts[6])))


def test_stacked_bar_says_its_counts():
    job = SimpleNamespace(strong=2, possible=0, low=1, waiting=1, unread=2, not_scored=0, unreadable=1)
    sentence = "2 strong, 1 low match, 3 waiting, 1 not scored or not readable"
    assert interface.stacked_bar(job).count(sentence) == 2


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=-5), "now"),
        (timedelta(seconds=59), "now"),
        (timedelta(minutes=1), "1 min"),
        (timedelta(hours=23, minutes=59), "23 h"),
        (timedelta(days=29), "29 d"),
        (timedelta(days=90), "3 mo"),
        (timedelta(days=800), "2 y"),
    ],
)
def test_age_in_the_largest_whole_unit(ago, words):
    assert interface.age(timezone.now() - ago) == words


@pytest.mark.parametrize(
    ("seconds", "words"), [(None, ""), (3, "under a minute"), (240, "4 min"), (5_399, "90 min"), (9_000, "2.5 h")]
)
def test_duration_in_everyday_words(seconds, words):
    assert interface.duration(seconds) == words


@pytest.mark.parametrize("reason", [*UNREADABLE, "something_new"])
def test_unreadable_file_always_has_a_sentence(reason):
    sentence = interface.unreadable_sentence(SimpleNamespace(reason=reason, detail=""))
    assert sentence.endswith(".")
    assert "{" not in sentence


@pytest.mark.parametrize(("flag", "words"), [("hidden_text", "hidden text"), ("new_flag", "new flag")])
def test_flag_in_words(flag, words):
    assert interface.flag_words(flag) == words
