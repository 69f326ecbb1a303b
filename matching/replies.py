"""Accepting a model's reply: strict on everything, because a wrong score looks just like a right one."""

import json
import math
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from matching.faults import fault
from matching.prompts import CANARY, GAP_LENGTH, WHY_LENGTH, asked
from matching.schemas import Rubric
from matching.scoring import Level, certain, probabilities

# Of our own count. Less means that the server cut the prompt; more is only a tokeniser that cuts finer than we reckon.
LEAST_READ, MOST_READ = 0.65, 2.5
COUNT_AGREES = 0.10
WHY_SHOWN, GAP_SHOWN = 240, 160
_PAIR = re.compile(r'"((?:[^"\\]|\\.)*)"\s*:\s*(-?\d+|"(?:[^"\\]|\\.)*")')
_LINK = re.compile(
    r"(?:(?:[a-z][a-z0-9+.-]*)?://|www\.|(?:javascript|vbscript|mailto|tel):)\S*|data:[a-z]+/\S*"
    r"|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|io|co|info|app|dev|ly|me|xyz|ru|cn|de|fr|nl|es|uk|eu)/\S*",
    re.IGNORECASE,
)
_MAIL = re.compile(r"\S+@\S+")
_TAG = re.compile(r"</?[a-zA-Z!][^<>]*>?")
_MARKDOWN_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)?")
# Not within a word: C# and snake_case stay.
_MARKS = re.compile(r"(?<!\w)[#_]+|_+(?!\w)|~~+|[*`|<>\[\]{}\\]+")
_CONTROL = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)

TokenChances = tuple[str, tuple[tuple[str, float], ...]]


@dataclass(frozen=True, slots=True)
class RawReply:
    """What the server sent. Times in seconds; counts are 0 where it told none.

    `logprobs` holds each token with its likeliest alternatives, itself among them, and the natural logarithms of their
    probabilities; empty where the server gives none.
    """

    content: str
    done: bool
    done_reason: str = ""
    prompt_tokens: int = 0
    output_tokens: int = 0
    logprobs: tuple[TokenChances, ...] = ()
    load_seconds: float = 0.0
    prompt_seconds: float = 0.0
    eval_seconds: float = 0.0
    total_seconds: float = 0.0
    model: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """An accepted reply: a level per criterion (and for the whole job), whether the CV gives orders, two texts."""

    levels: tuple[Level, ...]
    flag: bool
    why: str
    gap: str


def accept(reply: RawReply, *, rubric: Rubric, expected_tokens: int, num_ctx: int) -> Answer:
    """The answer in a reply, or ModelError with the reason why it is none.

    Codes: not_done, cut_off, no_count, prompt_cut, prompt_changed, canary, invalid_json, invalid_levels.
    `expected_tokens` is our own count of the prompt, `num_ctx` the context that was asked for.
    """
    if not reply.done:
        raise fault("not_done")
    _check_prompt(reply, expected=expected_tokens, num_ctx=num_ctx)
    if reply.done_reason != "stop":
        raise fault("cut_off" if reply.done_reason == "length" else "not_done")
    if CANARY in reply.content.casefold() or rubric.version in reply.content:
        raise fault("canary")
    values = _parse(reply.content)
    ids = [criterion.id for criterion in asked(rubric)]
    if set(values) != {*ids, "flag", "why", "gap"}:
        raise fault("invalid_json")
    if not all(isinstance(values[name], str) for name in ("why", "gap")):
        raise fault("invalid_json")
    if not all(_within(values[name], most=4) for name in ids) or not _within(values["flag"], most=1):
        raise fault("invalid_levels")
    chances = _level_chances(reply)
    levels = tuple(Level(name, values[name], chances.get(name) or certain(values[name])) for name in ids)
    why = scrub(_to_the_last_word(values["why"], limit=WHY_LENGTH), most=WHY_SHOWN)
    gap = scrub(_to_the_last_word(values["gap"], limit=GAP_LENGTH), most=GAP_SHOWN)
    return Answer(levels, values["flag"] == 1, why, gap)


def _to_the_last_word(text: str, *, limit: int) -> str:
    """A text that the limit of its form has ended amid a sentence: up to its last whole word, and a sign of it."""
    if len(text) < limit or text.rstrip().endswith((".", "!", "?", "…", "。")):
        return text
    whole = text if text[-1].isspace() else text.rsplit(" ", 1)[0]
    return whole.rstrip(" ,;:") + "…"


def scrub(text: str, *, most: int) -> str:
    """Model text made fit to show: one line of at most `most` characters without links, addresses, tags or markup."""
    text = _CONTROL.sub(" ", text[: 8 * most])
    for pattern, kept in ((_MARKDOWN_LINK, r"\1"), (_TAG, " "), (_LINK, " "), (_MAIL, " "), (_MARKS, " ")):
        text = pattern.sub(kept, text)
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + "…"


def _check_prompt(reply: RawReply, *, expected: int, num_ctx: int) -> None:
    """Refuse a reply to a prompt that was cut: servers do it silently, with status 200.

    Newer servers cut to num_ctx / 2 + 2 tokens (one more with a start token), older ones to num_ctx: such a count is
    refused unless our own agrees with it. A prompt that fills the context would have left no room for the answer.
    """
    read = reply.prompt_tokens
    if read <= 0:
        raise fault("no_count")
    if read >= num_ctx - 1 or read < LEAST_READ * expected:
        raise fault("prompt_cut")
    if abs(read - (num_ctx // 2 + 2)) <= 2 and abs(read - expected) > COUNT_AGREES * expected:
        raise fault("prompt_cut")
    if read > MOST_READ * expected:
        raise fault("prompt_changed")


def _parse(content: str) -> dict:
    try:
        values = json.loads(content, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise fault("invalid_json") from error
    if not isinstance(values, dict):
        raise fault("invalid_json")
    return values


def _once(pairs: list[tuple[str, object]]) -> dict:
    values = dict(pairs)
    if len(values) != len(pairs):
        raise ValueError("a key stands twice")
    return values


def _within(value: object, *, most: int) -> bool:
    return type(value) is int and 0 <= value <= most


def _level_chances(reply: RawReply) -> Mapping[str, tuple[float, ...]]:
    """Probabilities of the levels by key, for each digit whose token could be found in the logprobs."""
    found = {}
    tokens = _tokens_by_place(reply)
    for match in _PAIR.finditer(reply.content):
        name, value, place = match.group(1), match.group(2), match.start(2)
        if not value.isdigit() or place not in tokens:
            continue
        token, alternatives, inside = tokens[place]
        if chances := _digit_chances(token, alternatives, inside):
            found[name] = probabilities(chances)
    return found


def _tokens_by_place(reply: RawReply) -> dict[int, tuple[str, tuple[tuple[str, float], ...], int]]:
    """By place in the content: its token, that token's alternatives, and the place inside the token.

    The walk ends where tokens and content part: what stands before is known, and nothing after it is guessed.
    """
    places = {}
    at = 0
    for token, alternatives in reply.logprobs:
        if not reply.content.startswith(token, at):
            break
        places |= {at + inside: (token, alternatives, inside) for inside in range(len(token))}
        at += len(token)
    return places


def _digit_chances(token: str, alternatives: tuple[tuple[str, float], ...], inside: int) -> dict[int, float]:
    """Probability of each level among the alternatives of the same shape: the same signs, then one digit."""
    before = token[:inside].strip()
    chances: dict[int, float] = defaultdict(float)
    for text, logprob in alternatives:
        shape = re.match(r"(\D*)([0-4])(?!\d)", text)
        if shape and shape.group(1).strip() == before and math.isfinite(logprob):
            chances[int(shape.group(2))] += math.exp(min(logprob, 0.0))
    return dict(chances) if any(chances.values()) else {}
