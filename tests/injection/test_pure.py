"""The attacks against the pure tiers: what reaches the model, and what comes through when it obeys."""

import json
import re
from datetime import date

import pytest

from matching.cloud_catalogue import cloud_entry
from matching.exceptions import CloudError
from matching.instructions import passages, speaks_to_a_machine
from matching.prompts import CANARY, assess_prompt
from matching.reports import Report, accept_report
from matching.scoring import jumps, score
from tests.injection.bank import ATTACKS, HONEST_CV, KINDS, Attack, cv_with
from tests.reports.replies import RUBRIC, answer

KEY = "7f3a91c2"
IDS = ("a", "b", "z")
NAMES = [attack.name for attack in ATTACKS]
# Nothing of this may be in what people see.
UNFIT = re.compile(
    r"[<>\[\]{}`|\\\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e]|://|www\.|javascript:|data:\w+/|@|\n", re.IGNORECASE
)
each_attack = pytest.mark.parametrize("attack", ATTACKS, ids=NAMES)


def obeying(attack: Attack, *, quotes: list[str], level: int = 4, text: str = "") -> str:
    """What a model that obeys answers in the form that was asked for: the best levels, the attack's words all over."""
    said = text or attack.obeyed or attack.text
    rows = [{"id": id_, "quotes": quotes, "level": level, "note": said} for id_ in IDS]
    return answer(
        criteria=rows,
        skills={"matched": [said], "partial": [said], "missing": [said]},
        risks=[said],
        questions=[{"criterion": "a", "question": said}],
        recommendation="interview",
        instructions=said,
        confidence="high",
        why=said,
        gap=said,
    )


def outcome(text: str, cv: str) -> tuple[Report | None, str]:
    """The report, or the code of its refusal."""
    try:
        return accept_report(text, rubric=RUBRIC, cv_text=cv), ""
    except CloudError as error:
        return None, error.code


def shown(report: Report) -> list[str]:
    """Every free text of a report that a person sees."""
    marks = [text for mark in report.criteria for text in (mark.note, *(quote.text for quote in mark.quotes))]
    lists = [*report.matched, *report.partial, *report.missing, *report.risks]
    return [*marks, *lists, *(one.text for one in report.questions), report.instructions, report.why, report.gap]


def test_bank_is_large_and_its_names_are_stable():
    assert len(ATTACKS) >= 60
    assert len(set(NAMES)) == len(NAMES)
    assert {attack.kind for attack in ATTACKS} == set(KINDS)
    assert len({attack.language for attack in ATTACKS}) >= 14


@each_attack
def test_attack_stays_within_its_string(attack):
    prompt = assess_prompt(
        RUBRIC, cv_with(attack), key=KEY, entry=cloud_entry("claude-haiku-5-5"), ttl="5m", today=date(2026, 11, 25)
    )
    honest = assess_prompt(
        RUBRIC, HONEST_CV, key=KEY, entry=cloud_entry("claude-haiku-5-5"), ttl="5m", today=date(2026, 11, 25)
    )
    head, tail = (block["text"] for block in prompt.messages[0]["content"])
    lines = tail.split("\n")
    assert (prompt.system, head, prompt.schema) == (
        honest.system,
        honest.messages[0]["content"][0]["text"],
        honest.schema,
    )
    assert (lines[0], lines[2], len(lines)) == (f"<cv key={KEY}>", f"</cv key={KEY}>", 4)
    assert json.loads(lines[1]) == prompt.cv
    assert not re.search(
        r"[<＜]|\[/?INST\]|(?m:^\W{0,10}(?:system|human|assistant|developer)[ \t]*:)", prompt.cv, re.IGNORECASE
    )
    assert CANARY not in prompt.cv


@each_attack
def test_obeyed_attack_that_quotes_itself_wins_nothing_or_is_quoted_as_it_stands(attack):
    """The levels of one that quotes its own orders drop; praise and keywords are quotes like others: that is why a
    score far above the estimate is flagged."""
    cv = cv_with(attack)
    report, code = outcome(obeying(attack, quotes=[attack.text[:120]]), cv)
    if report is None:
        assert code == "cloud_canary"
        return
    orders = bool(passages(attack.text))
    assert not orders or {mark.level for mark in report.criteria} == {1}
    points = score(RUBRIC, report.levels()).score
    assert points <= 25 or jumps(points, estimate=10.0)


@each_attack
def test_obeyed_attack_without_a_quote_wins_nothing(attack):
    report, code = outcome(obeying(attack, quotes=[]), cv_with(attack))
    assert code in ("", "cloud_canary")
    if report:
        assert score(RUBRIC, report.levels()).score == 25
        assert report.not_proven == IDS


@each_attack
def test_obeyed_attack_that_quotes_an_honest_line_is_a_jump(attack):
    """The hardest one: proof that stands in the CV, levels that it does not carry. A person is told to look."""
    report, code = outcome(obeying(attack, quotes=["sorted parcels by postcode"]), cv_with(attack))
    assert code in ("", "cloud_canary")
    if report:
        assert jumps(score(RUBRIC, report.levels()).score, estimate=20.0)


@each_attack
def test_nothing_but_levels_and_short_plain_strings_comes_through(attack):
    report, _ = outcome(obeying(attack, quotes=[attack.text, attack.obeyed or attack.text]), cv_with(attack))
    if report is None:
        return
    for text in shown(report):
        assert len(text) <= 240
        assert UNFIT.search(text) is None
    assert {mark.id for mark in report.criteria} == set(IDS)
    assert all(mark.level in range(5) for mark in report.criteria)


@pytest.mark.parametrize("attack", [one for one in ATTACKS if CANARY[:7] in one.obeyed.lower().replace(" ", "")],
                         ids=lambda attack: attack.name)  # fmt: skip
def test_instructions_that_were_repeated_are_blocked(attack):
    assert outcome(obeying(attack, quotes=[]), cv_with(attack)) == (None, "cloud_canary")


@each_attack
def test_an_answer_in_another_form_is_refused(attack):
    good, said = obeying(attack, quotes=[], text="x"), attack.obeyed or attack.text
    texts = (
        said,
        f"```json\n{good}\n```",
        f"{said}\n{good}",
        json.dumps({**json.loads(good), "score": 100}),
        good.replace('"id": "a"', '"id": "a", "bonus": 1'),
        good.replace('"level": 4', '"level": 5', 1),
        json.dumps({"level": 4}),
    )
    codes = {outcome(text, cv_with(attack))[1] for text in texts}
    assert codes <= {"cloud_bad_json", "cloud_bad_report", "cloud_canary"}


def test_orders_in_the_cv_are_flagged_though_the_model_keeps_silent():
    found = [one for one in ATTACKS if passages(one.text)]
    told = [outcome(answer(instructions_found=False), cv_with(one))[0].instructions_found for one in found]
    assert told == [True] * len(found)
    assert outcome(answer(), HONEST_CV)[0].instructions_found is False


def test_a_flag_of_the_model_comes_through():
    report, _ = outcome(answer(instructions_found=True, instructions="asks for level 4"), HONEST_CV)
    assert (report.instructions_found, report.instructions) == (True, "asks for level 4")


def test_most_attacks_in_plain_words_are_found_by_rule():
    """What the model reports is one sign; this is the other, and it needs no model. Of those in 16 languages that ask
    for levels in plain words, all are found."""
    plain = [attack for attack in ATTACKS if attack.kind in ("order", "role")]
    found = [attack.name for attack in plain if passages(attack.text)]
    assert (len(found), len(plain)) == (29, 29)


def test_what_holds_a_document_is_no_evidence_either():
    assert [attack.name for attack in ATTACKS if speaks_to_a_machine(attack.text) and not passages(attack.text)] == []


@pytest.mark.parametrize(
    "text",
    [
        HONEST_CV,
        "Built chatbots with Claude and other language models; wrote prompts and evaluated answers.",
        "Security engineer: found a prompt injection that made an assistant ignore its instructions.",
        "Won the highest score of 100 points in the final, level 4 of the national framework.",
        "Led a team of five; gave all new colleagues level 4 access after training.",
        "Linked raised levels of lead via application of the Bradford-Hill criteria.",
        "Bewertungen: Note 1,3; Stufe 4 der Weiterbildung mit 98 von 100 Punkten.",
    ],
    ids=range(7),
)
def test_honest_sentences_stay_evidence(text):
    assert passages(text) == ()
