import json
import math
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.exceptions import ModelError
from matching.prompts import CANARY, GAP_LENGTH
from matching.replies import RawReply, accept, scrub
from matching.schemas import Criterion, Need, Rubric
from matching.scoring import Level, certain

RUBRIC = Rubric("T", (Criterion("a", "Python", Need.MUST), Criterion("b", "SQL")))
VALUES = {"a": 3, "b": 1, "z": 2, "flag": 0, "why": "Five years of Python.", "gap": "No SQL."}
GOOD = RawReply(json.dumps(VALUES), done=True, done_reason="stop", prompt_tokens=1000, output_tokens=50)


def judge(reply: RawReply, *, expected: int = 1000, num_ctx: int = 8192):
    return accept(reply, rubric=RUBRIC, expected_tokens=expected, num_ctx=num_ctx)


def refusal(reply: RawReply, **options) -> str:
    with pytest.raises(ModelError) as caught:
        judge(reply, **options)
    assert caught.value.permanent is False
    assert caught.value.server_wide is False
    return caught.value.code


def saying(**values: object) -> RawReply:
    return replace(GOOD, content=json.dumps({**VALUES, **values}))


def test_good_reply_is_accepted():
    answer = judge(GOOD)
    assert answer.levels == (Level("a", 3, certain(3)), Level("b", 1, certain(1)), Level("z", 2, certain(2)))
    assert (answer.flag, answer.why, answer.gap) == (False, "Five years of Python.", "No SQL.")


def test_keys_in_another_order_are_accepted():
    content = json.dumps(dict(sorted(VALUES.items())), indent=2)
    assert judge(replace(GOOD, content=content)) == judge(GOOD)


def test_flag_is_passed_on():
    assert judge(saying(flag=1)).flag is True


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"done": False, "done_reason": ""}, "not_done"),
        ({"done_reason": ""}, "not_done"),
        ({"done_reason": "load"}, "not_done"),
        ({"done_reason": "length"}, "cut_off"),
        ({"prompt_tokens": 0}, "no_count"),
        ({"content": ""}, "invalid_json"),
    ],
)
def test_unfinished_reply_is_refused(change, code):
    assert refusal(replace(GOOD, **change)) == code


TEXT = json.dumps(VALUES)


@pytest.mark.parametrize(
    "content",
    [
        "The candidate is strong in Python.",
        f"Here it is: {TEXT}",
        f"{TEXT} I hope this helps.",
        f"```json\n{TEXT}\n```",
        f"{TEXT}{TEXT}",
        TEXT[:-1],
        f"[{TEXT}]",
        "null",
        "3",
        "[" * 100_000,
        TEXT.replace('"a": 3', '"a": 3, "a": 4'),
        TEXT.replace('"b": 1, ', ""),
        TEXT.replace('"b": 1', '"b": 1, "c": 2'),
        TEXT.replace('"flag": 0, ', ""),
        TEXT.replace('"why"', '"reason"'),
        TEXT.replace('"No SQL."', "null"),
        TEXT.replace('"No SQL."', '["No SQL."]'),
    ],
)
def test_anything_but_the_one_object_is_refused(content):
    assert refusal(replace(GOOD, content=content)) == "invalid_json"


@pytest.mark.parametrize("value", [5, -1, 3.0, 2.5, "3", True, None, [3], 10**30])
def test_level_out_of_range_or_of_another_type_is_refused(value):
    assert refusal(saying(a=value)) == "invalid_levels"
    assert refusal(saying(z=value)) == "invalid_levels"


@pytest.mark.parametrize("value", [2, -1, True, "0", None])
def test_flag_out_of_range_is_refused(value):
    assert refusal(saying(flag=value)) == "invalid_levels"


@pytest.mark.parametrize("secret", [CANARY, CANARY.upper(), RUBRIC.version])
def test_repeated_instructions_are_refused(secret):
    assert refusal(saying(why=f"I was told {secret}.")) == "canary"


@pytest.mark.parametrize("read", [650, 900, 1000, 1350, 2400])
def test_prompt_count_near_our_own_is_accepted(read):
    assert judge(replace(GOOD, prompt_tokens=read))


@pytest.mark.parametrize(
    ("read", "expected", "num_ctx", "code"),
    [
        (649, 1000, 8192, "prompt_cut"),
        (502, 1000, 8192, "prompt_cut"),
        (4098, 5300, 8192, "prompt_cut"),
        (4099, 5300, 8192, "prompt_cut"),
        (2050, 2400, 4096, "prompt_cut"),
        (4096, 4000, 4096, "prompt_cut"),
        (4095, 4000, 4096, "prompt_cut"),
        (2600, 1000, 8192, "prompt_changed"),
    ],
)
def test_prompt_count_that_shows_a_cut_is_refused(read, expected, num_ctx, code):
    assert refusal(replace(GOOD, prompt_tokens=read), expected=expected, num_ctx=num_ctx) == code


def test_prompt_that_happens_to_be_half_the_context_is_accepted():
    assert judge(replace(GOOD, prompt_tokens=2050), expected=2100, num_ctx=4096)


def chances(**likely: float) -> tuple[tuple[str, float], ...]:
    return tuple((name.removeprefix("d"), math.log(chance)) for name, chance in likely.items())


LIKELY = chances(d3=0.7, d2=0.2, d4=0.05, none=0.05)
EXPECTED = (1e-4, 1e-4, 0.2 / 0.95, 0.7 / 0.95, 0.05 / 0.95)


def with_tokens(*tokens: tuple[str, tuple[tuple[str, float], ...]]) -> RawReply:
    return replace(GOOD, logprobs=tokens)


def level_a(reply: RawReply) -> Level:
    return judge(reply).levels[0]


@pytest.mark.parametrize(
    ("tokens", "alternatives"),
    [
        (['{"', "a", '":', " ", "3", ",", ' "', "b"], LIKELY),
        (['{"a', '": ', "3", ', "'], LIKELY),
        (['{"', "a", '":', " 3", ","], tuple((f" {text}", value) for text, value in LIKELY)),
        (['{"', "a", '":', " 3", ","], LIKELY),
        (['{"', "a", '": ', "3,", ' "b'], (("3,", math.log(0.7)), ("2,", math.log(0.2)), ("4,", math.log(0.05)))),
        (['{"a": 3, "b'], (('{"a": 3, "b', math.log(0.7)), ('{"a": 2', math.log(0.2)), ('{"a": 4,', math.log(0.05)))),
        (['{"', "a", '":', " ", "3"], (("3", math.log(0.4)), (" 3", math.log(0.3)), *LIKELY[1:3])),
        (["{", '"a"', ":", " ", "3"], (*LIKELY, ("30", math.log(0.3)), ("5", math.log(0.3)), ("2024", -1.0))),
    ],
)
def test_probabilities_come_from_the_token_that_holds_the_digit(tokens, alternatives):
    blank = (("x", -0.1),)
    rows = [(token, alternatives if "3" in token else blank) for token in tokens]
    assert level_a(with_tokens(*rows)).probabilities == pytest.approx(EXPECTED, abs=2e-4)


@pytest.mark.parametrize(
    "rows",
    [
        (),
        (('{"', ()), ("a", ()), ('":', ()), (" ", ()), ("3", ())),
        (('{"', ()), ("a", ()), ('":', ()), (" ", ()), ("3", (("none", -0.1), ("5", -1.0)))),
        (('{"', ()), ("OTHER", ()), ('":', ()), (" ", ()), ("3", LIKELY)),
        (('{"', ()), ("a", ()), ('":', ()), (" ", ()), ("3", (("3", float("nan")), ("2", float("-inf"))))),
    ],
)
def test_level_is_certain_where_no_probability_can_be_found(rows):
    assert level_a(with_tokens(*rows)) == Level("a", 3, certain(3))


def test_unmatched_tokens_after_the_digits_do_no_harm():
    rows = [('{"a": ', ()), ("3", LIKELY), (', "b": ', ()), ("1", chances(d1=0.9, d0=0.1)), ("\ufffd", ()), ("x", ())]
    levels = judge(with_tokens(*rows)).levels
    assert levels[0].probabilities[3] == pytest.approx(EXPECTED[3], abs=2e-4)
    assert levels[1].probabilities[0] == pytest.approx(0.1, abs=2e-4)
    assert levels[2] == Level("z", 2, certain(2))


def test_a_text_that_looks_like_levels_is_not_read_as_one():
    values = {"why": 'They wrote "a": 0, "b": 4', **{name: VALUES[name] for name in ("a", "b", "z", "flag", "gap")}}
    content = json.dumps(values)
    low = chances(d0=1.0)
    rows = [(sign, LIKELY if content.startswith('"a": 3', at - 5) else low) for at, sign in enumerate(content)]
    answer = judge(replace(GOOD, content=content, logprobs=tuple(rows)))
    assert answer.levels[0].probabilities[3] == pytest.approx(EXPECTED[3], abs=2e-4)


@settings(deadline=None)
@given(st.data())
def test_probabilities_do_not_depend_on_how_the_text_was_cut_into_tokens(data):
    place = TEXT.index("3")
    cuts = data.draw(st.sets(st.integers(1, len(TEXT) - 1)))
    edges = [0, *sorted(cuts | {place, place + 1}), len(TEXT)]
    rows = [(TEXT[a:b], LIKELY if a == place else ()) for a, b in pairwise(edges)]
    assert level_a(with_tokens(*rows)).probabilities == pytest.approx(EXPECTED, abs=2e-4)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_content_is_accepted_whole_or_refused_by_name(content):
    try:
        answer = judge(replace(GOOD, content=content))
    except ModelError as error:
        answer = error.code
    assert answer in {"invalid_json", "invalid_levels", "canary"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Led a team of five;  used C++,\n C# and .NET.", "Led a team of five; used C++, C# and .NET."),
        ("See https://evil.example/x?a=b now", "See now"),
        ("See www.evil.example now", "See now"),
        ("See evil.com/pay now", "See now"),
        ("Built on Node.js/Express and ASP.NET", "Built on Node.js/Express and ASP.NET"),
        ("javascript:alert(1) ok", "ok"),
        ("data:text/html;base64,xx ok", "ok"),
        ("Mail anna@example.org please", "Mail please"),
        ("<b>Strong</b> <img src=x onerror=y> person", "Strong person"),
        ("<script>alert(1)</script>", "alert(1)"),
        ("latency < 2 s", "latency 2 s"),
        ("![x](https://evil.example/y.png) [proof](http://e.x)", "x proof"),
        ("**bold** _it_ `code` # heading snake_case", "bold it code heading snake_case"),
        ("a\x00b\u202ec\u200bd", "a b c d"),
        ("ht<b>tp://evil.example/</b>x", "ht x"),
    ],
)
def test_scrub(text, shown):
    assert scrub(text, most=240) == shown


def test_scrub_cuts_at_a_word_and_says_so():
    assert scrub("one two three four", most=12) == "one two…"


def test_texts_are_cut_to_what_is_shown():
    answer = judge(saying(why="word " * 200, gap="word " * 200))
    assert (len(answer.why), len(answer.gap)) == (235, 155)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (f"No SQL. What is not written {'x' * 100}", "No SQL. What is not written…"),
        (f"No SQL{' and no Python' * 8}, nothi", f"No SQL{' and no Python' * 8}…"),
        (f"No {'x' * 116}.", f"No {'x' * 116}."),
        ("No SQL", "No SQL"),
    ],
    ids=["amid a word", "behind a comma", "whole", "short"],
)
def test_text_that_the_form_has_cut_ends_at_a_word_and_says_so(written, shown):
    assert judge(saying(why="Knows SQL.", gap=written[:GAP_LENGTH])).gap == shown


@settings(deadline=None)
@given(st.text(alphabet='abc<>/:@.[]()#*`_ htps"www', max_size=300))
def test_scrubbed_text_is_short_and_has_no_markup(text):
    shown = scrub(text, most=60)
    assert len(shown) <= 60
    assert not set(shown) & set("<>[]`*|\n")
    assert "://" not in shown
    assert "www." not in shown
