"""What the page of files draws: its bar, outcomes in words, ages in sentences, commands."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from matching.templatetags import files
from matching.templatetags.shortlist import commands

COUNTS = {"all": 0, "read": 0, "flagged": 0, "duplicate": 0, "unreadable": 0, "waiting": 0}


def test_bar_counts_each_file_once():
    bar = files.outcome_bar({**COUNTS, "all": 10, "read": 8, "flagged": 3, "unreadable": 1, "duplicate": 1})
    assert re.search('aria-label="(.*?)"', bar).group(1) == "5 read, 3 flagged, 1 duplicate, 1 not readable"
    assert re.findall(r'class="(\w+)" x="([\d.]+)" width="([\d.]+)"', bar) == [
        ("strong", "0.0", "50.0"),
        ("flagged", "50.0", "30.0"),
        ("low", "80.0", "10.0"),
        ("possible", "90.0", "10.0"),
    ]


def test_bar_of_nothing_says_so():
    assert files.outcome_bar(COUNTS).count('aria-label="no files"') == 1


def test_outcomes_in_words_leave_out_what_did_not_occur():
    assert files.in_words({"duplicate": 2, "read": 1}) == [("read", 1), ("duplicates", 2)]


def test_outcomes_in_words_count_what_is_flagged_as_read():
    assert files.in_words({"read": 212, "flagged": 20}) == [("read", 232), ("of them flagged", 20)]


@pytest.mark.parametrize(("minutes", "words"), [(0, "just now"), (12, "12 min ago"), (90, "1 h ago")])
def test_age_in_a_sentence(minutes, words):
    assert files.ago(timezone.now() - timedelta(minutes=minutes)) == words


def test_what_is_typed_into_a_terminal_is_marked():
    shown = commands("On Debian: apt-get install tesseract-ocr; on a Mac: brew install --cask libreoffice), <then>.")
    assert re.findall("<code>(.*?)</code>", shown) == [
        "apt-get install tesseract-ocr",
        "brew install --cask libreoffice",
    ]
    assert shown.count("&lt;then&gt;") == 1
