import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.exceptions import CloudError
from matching.prompts import CANARY
from matching.reports import Question, Quote, Report, accept_report
from matching.reports.accept import LINE_SHOWN, MOST_RISKS, NOTE_SHOWN, SKILL_SHOWN, SUMMARY_SHOWN
from matching.scoring import Level, certain
from tests.reports.replies import ANSWER, CV, ONE, RUBRIC, answer, marked

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def accepted(text: str, *, cv: str = CV, only: str = "") -> Report:
    return accept_report(text, rubric=RUBRIC, cv_text=cv, only=only)


def refusal(text: str, *, only: str = "") -> str:
    with pytest.raises(CloudError) as caught:
        accepted(text, only=only)
    return caught.value.code


def outcome(text: str) -> tuple[Report | None, str]:
    """The report or the code of its refusal."""
    try:
        return accepted(text), ""
    except CloudError as error:
        return None, error.code


def test_good_answer_is_accepted():
    report = accepted(answer())
    assert [(mark.id, mark.level, mark.claimed_level, mark.proven) for mark in report.criteria] == [
        ("a", 4, 4, True),
        ("b", 3, 3, True),
        ("z", 1, 1, True),
    ]
    assert (report.matched, report.partial, report.missing) == (("Django",), ("Docker",), ("routing",))
    assert (report.relevant_years, report.recency, report.recommendation) == (7.0, "current", "interview")
    assert (report.instructions_found, report.instructions, report.confidence) == (False, "", "high")
    assert report.questions[1] == Question("b", "How was the move to PostgreSQL tested?")
    assert (report.risks, report.why, report.gap, report.only) == (
        ("Size of the team is not told.",),
        "Designed twelve Django services and moved their data.",
        "Routing not found in the CV.",
        "",
    )


def test_levels_are_certain_and_in_the_rubrics_order():
    rows = list(reversed(ANSWER["criteria"]))
    expected = (Level("a", 4, certain(4)), Level("b", 3, certain(3)), Level("z", 1, certain(1)))
    assert accepted(answer(criteria=rows)).levels() == expected


def test_quotes_carry_their_place_in_the_cv():
    first, second = accepted(answer()).criteria[0].quotes
    assert CV[first.start : first.end] == first.text == "Designed and ran twelve Django services"
    assert CV[second.start : second.end] == "Python, C++"
    assert (first.exact, first.verified) == (True, True)


def test_a_quote_in_another_spelling_is_shown_as_the_cv_has_it():
    (quote,) = accepted(answer()).criteria[1].quotes
    assert quote.text == "Moved the order data to PostgreSQL 14"


def test_a_quote_that_is_not_in_the_cv_stays_as_it_was_said():
    report = accepted(answer(criteria=marked("a", quotes=["Led forty engineers at a bank"])))
    assert report.criteria[0].quotes == (Quote("Led forty engineers at a bank"),)
    assert report.criteria[0].quotes[0].verified is False


@pytest.mark.parametrize("level", [2, 3, 4])
@pytest.mark.parametrize("quotes", [[], [""], ["Led forty engineers at a bank"], ["!!! ..."]])
def test_a_level_without_proof_drops_to_one(level, quotes):
    mark = accepted(answer(criteria=marked("a", level=level, quotes=quotes))).criteria[0]
    assert (mark.level, mark.claimed_level, mark.proven) == (1, level, False)


@pytest.mark.parametrize("level", [0, 1])
def test_a_low_level_needs_no_proof(level):
    mark = accepted(answer(criteria=marked("a", level=level, quotes=[]))).criteria[0]
    assert (mark.level, mark.claimed_level, mark.proven) == (level, level, True)


def test_one_true_quote_among_invented_ones_is_proof():
    report = accepted(answer(criteria=marked("a", quotes=["Led forty engineers", "twelve Django services"])))
    assert report.criteria[0].level == 4
    assert report.quotes_verified == (2, 3)


def test_criteria_without_proof_are_listed():
    assert accepted(answer(criteria=marked("b", quotes=["Oracle for ten years"]))).not_proven == ("b",)


@pytest.mark.parametrize(
    ("values", "field", "expected"),
    [
        ({"recommendation": "Interview"}, "recommendation", "interview"),
        ({"recommendation": "NOT NOW"}, "recommendation", "not_now"),
        ({"recommendation": "not-now"}, "recommendation", "not_now"),
        ({"confidence": " High "}, "confidence", "high"),
        ({"recency": "Within_3_Years"}, "recency", "within_3_years"),
        ({"relevant_years": None}, "relevant_years", None),
        ({"relevant_years": 2.55}, "relevant_years", 2.5),
        ({"relevant_years": -1}, "relevant_years", None),
        ({"relevant_years": 1e9}, "relevant_years", None),
    ],
)
def test_words_in_another_case_and_odd_numbers_are_understood(values, field, expected):
    assert getattr(accepted(answer(**values)), field) == expected


def test_an_id_in_capitals_is_understood():
    assert accepted(answer(criteria=marked("a", id="A"))).criteria[0].id == "a"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "I cannot judge this.",
        "```json\n" + answer() + "\n```",
        answer() + answer(),
        answer()[:-5],
        "[" * 50_000,
        '{"criteria": [], "criteria": []}',
        answer(score=100),
        answer(skills={"matched": [], "partial": []}),
        answer(skills={**ANSWER["skills"], "extra": []}),
        answer(skills=[]),
        answer(risks="none"),
        answer(risks=[1]),
        answer(relevant_years="seven"),
        answer(relevant_years=True),
        answer(recency="soon"),
        answer(recommendation="hire"),
        answer(recommendation=1),
        answer(confidence="certain"),
        answer(instructions_found="no"),
        answer(instructions=None),
        answer(why=["x"]),
        answer(questions=["a?"]),
        answer(questions=[{"criterion": "a"}]),
        answer(criteria={}),
        answer(criteria=["a"]),
        answer(criteria=marked("a", quotes="Designed")),
        answer(criteria=marked("a", quotes=[1])),
        answer(criteria=marked("a", note=None)),
        answer(criteria=marked("a", reason="x")),
        answer(why="x" * 100_000),
    ],
    ids=range(33),
)
def test_another_form_is_refused(text):
    assert refusal(text) == "cloud_bad_json"


@pytest.mark.parametrize("name", sorted(ANSWER))
def test_every_key_is_required(name):
    assert refusal(json.dumps({key: value for key, value in ANSWER.items() if key != name})) == "cloud_bad_json"


@pytest.mark.parametrize("level", [-1, 5, 100, 3.0, "3", True, None])
def test_a_level_that_does_not_exist_is_refused(level):
    assert refusal(answer(criteria=marked("a", level=level))) == "cloud_bad_report"


@pytest.mark.parametrize(
    "rows",
    [
        [],
        ANSWER["criteria"][:2],
        [*ANSWER["criteria"], ANSWER["criteria"][0]],
        marked("b", id="a"),
        marked("b", id="c"),
        marked("b", id=""),
    ],
    ids=range(6),
)
def test_criteria_other_than_the_rubrics_are_refused(rows):
    assert refusal(answer(criteria=rows)) == "cloud_bad_report"


@pytest.mark.parametrize("said", [CANARY, CANARY.upper(), CANARY.replace("-", " "), "k e s t r e l 4 4 1 7"])
@pytest.mark.parametrize("place", ["why", "instructions"])
def test_an_answer_that_repeats_the_mark_is_refused(said, place):
    assert refusal(answer(**{place: f"The mark is {said}."})) == "cloud_canary"


def test_the_mark_is_found_in_escapes_and_in_quotes():
    text = answer(criteria=marked("a", quotes=[CANARY])).replace("kestrel", "\\u006bestrel")
    assert refusal(text) == "cloud_canary"


def test_texts_are_made_fit_to_show():
    report = accepted(
        answer(
            why="See <b>this</b> [here](https://evil.example/?q=1) ![x](http://evil.example/x.png)",
            gap="a\nb\u202ec",
            risks=["", "mail me@evil.example", "x " * 500, *"cdefg"],
            skills={"matched": ["Django", "Django", "", "y" * 500], "partial": [], "missing": []},
            criteria=marked("a", note="w " * 500),
        )
    )
    assert report.why == "See this here x"
    assert report.gap == "a b c"
    assert (report.risks[0], len(report.risks)) == ("mail", MOST_RISKS)
    assert len(report.risks[1]) <= LINE_SHOWN
    assert report.matched[0] == "Django" and len(report.matched) == 2 and len(report.matched[1]) <= SKILL_SHOWN
    assert len(report.criteria[0].note) <= NOTE_SHOWN


def test_a_question_about_no_criterion_of_the_job_is_left_out():
    rows = [{"criterion": name, "question": f"{name}?"} for name in ("c", "A", "b", "", "z", "a")]
    assert accepted(answer(questions=rows)).questions == (
        Question("a", "A?"),
        Question("b", "b?"),
        Question("z", "z?"),
    )


def test_second_look_at_one_criterion():
    report = accepted(json.dumps(ONE), only="b")
    assert [(mark.id, mark.level) for mark in report.criteria] == [("b", 2)]
    assert (report.only, report.confidence, report.recommendation, report.why) == ("b", "medium", "", "")


def test_second_look_at_another_criterion_is_refused():
    assert refusal(json.dumps(ONE), only="a") == "cloud_bad_report"
    assert refusal(answer(), only="a") == "cloud_bad_json"
    assert refusal(json.dumps(ONE)) == "cloud_bad_json"


def test_a_report_survives_json():
    report = accepted(answer(criteria=marked("a", quotes=["Led forty engineers", "twelve Django services"])))
    assert Report.from_json(json.loads(json.dumps(report.as_json()))) == report


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(ANSWER)), json_values)
def test_any_value_is_accepted_whole_or_refused_by_name(name, value):
    report, code = outcome(answer(**{name: value}))
    assert code in {"", "cloud_bad_json", "cloud_bad_report"}
    if report:
        assert Report.from_json(json.loads(json.dumps(report.as_json()))) == report
        assert all(len(text) <= SUMMARY_SHOWN for text in (report.why, report.gap, report.instructions))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_refused_or_accepted(text):
    assert refusal(text) == "cloud_bad_json"
