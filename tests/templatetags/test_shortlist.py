"""What the shortlist draws: text stays text, and words say what they mean."""

import html
import re
from types import SimpleNamespace

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from matching.faults import FAULTS
from matching.schemas import HOLDING_FLAGS, Criterion, Need
from matching.templatetags import shortlist
from matching.templatetags.interface import FLAG_WORDS


def marked(text: str, *terms: str) -> list[str]:
    return re.findall(r"<mark>(.*?)</mark>", shortlist.highlighted(text, list(terms)), re.DOTALL)


@given(st.text(max_size=200), st.lists(st.text(min_size=1, max_size=12), max_size=5))
def test_highlighted_text_is_the_text(text, terms):
    shown = shortlist.highlighted(text, terms)
    assert html.unescape(re.sub(r"</?mark>", "", shown)) == text
    assert re.findall(r"<(?!/?mark>)", shown) == []


@pytest.mark.parametrize(
    ("text", "term", "found"),
    [
        ("Managed engineers, and an engineering team", "engineer", ["engineers", "engineering"]),
        ("C++ and C# but not C", "C++", ["C++"]),
        ("schema\n design of schemas", "schema design", ["schema\n design"]),
        ("Postgresql; POSTGRESQL.", "PostgreSQL", ["Postgresql", "POSTGRESQL"]),
        ("javascript", "java", []),
        ("R and D", "R", []),
    ],
)
def test_highlighted_terms_in_whatever_form(text, term, found):
    assert marked(text, term) == found


def test_highlighted_without_terms_is_escaped():
    assert shortlist.highlighted("<script>", []) == "&lt;script&gt;"


def test_telling_terms_stand_once_without_parts_and_common_words():
    terms = ["sql", "power", "bi", "SQL", "Power BI", "years", "work", "dbt"]
    assert shortlist.telling(terms) == ["SQL", "Power BI", "dbt"]


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("Start it with: ollama serve.", "Start it with: <code>ollama serve</code>."),
        ("Run: ollama pull qwen2.5:7b", "Run: <code>ollama pull qwen2.5:7b</code>"),
        ("<b>ollama serve", "&lt;b&gt;<code>ollama serve</code>"),
    ],
)
def test_commands_are_marked(sentence, shown):
    assert shortlist.commands(sentence) == shown


@pytest.mark.parametrize("code", FAULTS)
def test_final_sentence_promises_no_other_try(code):
    sentence = shortlist.fault_final(code)
    assert sentence.endswith(".")
    assert re.findall(r"tried again|tried once more|kept and wait", sentence.replace("all matches are kept", "")) == []


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("pulling manifest", "Asking for the list of parts"),
        ("pulling 2bada8a74506", "Downloading"),
        ("verifying sha256 digest", "Checking what arrived"),
        ("writing manifest", "Finishing"),
        ("", ""),
        ("something new", "Something new"),
    ],
)
def test_pull_status_in_words(status, words):
    assert shortlist.pull_words(status) == words


def test_dots_say_the_levels_and_mark_a_missing_must():
    criteria = (Criterion("a", "<SQL>", Need.MUST), Criterion("b", "Git"))
    match = SimpleNamespace(levels={"a": {"level": 0}}, capped_by=["a"])
    drawn = shortlist.criteria_dots(match, criteria)
    assert re.findall(r'aria-label="(.*?)"', drawn) == ["Levels of 4: A 0, B not known"]
    assert re.findall(r'class="dot (\w+)" title="(.*?)"', drawn) == [
        ("capped", "&lt;SQL&gt;: 0 of 4, not found in the CV"),
        ("should", "Git: not known yet"),
    ]


@pytest.mark.parametrize(
    ("flag", "kind"), [("hidden_text", "flag"), ("parse_poor", "outline"), ("quite_new", "outline")]
)
def test_flag_chip(flag, kind):
    assert shortlist.flag_chip(flag).startswith(f'<span class="chip {kind}"')


@pytest.mark.parametrize("flag", sorted(HOLDING_FLAGS))
def test_every_flag_that_holds_has_words_and_a_hint(flag):
    assert flag in shortlist.FLAGS
    assert shortlist.flag_hint(flag)
    assert flag in FLAG_WORDS or flag == "score_jump"  # a score is of a match, not of a file


def test_every_flag_has_words_a_hint_and_a_line_in_the_docs():
    table = re.findall(r"^\| (`[a-z_`, ]+`) \|", (settings.BASE_DIR / "docs/scoring.md").read_text(), re.MULTILINE)
    documented = {flag for cell in table for flag in re.findall(r"`(\w+)`", cell)}

    assert set(shortlist.FLAGS) == set(FLAG_WORDS) | {"score_jump"} == documented
    assert [flag for flag in shortlist.FLAGS if not shortlist.flag_hint(flag)] == []


def test_every_flag_that_a_reader_raises_is_known():
    sources = (settings.BASE_DIR / "matching/reading").rglob("*.py")
    raised = {
        flag
        for source in sources
        for flag in re.findall(r'flags(?:\.\w+\(| ?\+?= ?)\[?"(\w+)"', source.read_text(encoding="utf-8"))
    }

    assert raised >= {"hidden_text", "unchecked", "parse_poor", "unread_pages"}
    assert raised <= set(shortlist.FLAGS)
