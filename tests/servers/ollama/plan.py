"""What one call will say: the answer, spoiled by a fault if one was asked for, and cut where the limits cut it."""

import json
import re
from dataclasses import dataclass, field

from tests.servers.ollama import faults
from tests.servers.ollama.answers import Answer
from tests.servers.ollama.tokens import tokenise

THOUGHT = (
    "The prompt asks for an answer in a given form, so each point is read in turn before anything is written down."
)
_PROSE = "Sure! Based on the document, the candidate seems to be a reasonable fit, though some points are missing."
_BEFORE, _AFTER = "Here is the JSON you asked for:\n```json\n", "\n```\nI hope this helps!"
_SAME_TOKENS = 30
_NUMBER = re.compile(r'(": )\d+(?:\.\d+)?')
_WHY = re.compile(r'("why": )"[^"]*"')
_FIRST_PAIR = re.compile(r'^\{"[^"]+": [^,]+, ')


@dataclass
class Plan:
    """Tokens to generate (thinking ones first), which say a level, and how it ends; without `done`, no last message."""

    tokens: list[str]
    levels: dict[int, int] = field(default_factory=dict)
    thinking: int = 0
    done: bool = True
    reason: str = "stop"

    @property
    def content(self) -> str:
        return "".join(self.tokens[self.thinking :])

    @property
    def thought(self) -> str:
        return "".join(self.tokens[: self.thinking])

    def cut(self, length: int) -> None:
        """Keep at most so many tokens; what is lost ends the answer with `length`."""
        if length < len(self.tokens):
            self.tokens = self.tokens[: max(length, 0)]
            self.thinking = min(self.thinking, len(self.tokens))
            self.reason = "length"


def make_plan(answer: Answer, *, fault: str, thinks: bool, system: str, room: int | None, limit: int | None) -> Plan:
    """The plan of a call.

    `system` is the prompt's system message; `room` is what the context has left (None: it is shifted); `limit` is
    `num_predict`.
    """
    if fault == faults.ECHO_PROMPT:
        answer = _echoing(answer, system)
    plan = _spoiled(answer, fault)
    if thinks:
        thought = tokenise(THOUGHT)
        plan.tokens = thought + plan.tokens
        plan.thinking = len(thought)
        plan.levels = {position + len(thought): level for position, level in plan.levels.items()}
    for length in (room, limit):
        if length is not None:
            plan.cut(length)
    _stop_repeating(plan)
    return plan


def _echoing(answer: Answer, system: str) -> Answer:
    """The same answer with the end of the system message as its reason; levels stand before it and stay."""
    said = json.dumps(system[-150:], ensure_ascii=False)
    return Answer(tuple(tokenise(_WHY.sub(lambda match: match.group(1) + said, answer.text))), answer.levels)


def _spoiled(answer: Answer, fault: str) -> Plan:
    tokens, levels = list(answer.tokens), dict(answer.levels)
    if fault == faults.LENGTH:
        return Plan(tokens[: max(len(tokens) // 2, 1)], levels, reason="length")
    if fault == faults.TRUNCATED_JSON:
        return Plan(tokens[: max(2 * len(tokens) // 3, 1)], levels)
    if fault == faults.DONE_FALSE:
        return Plan(tokens[: max(len(tokens) // 2, 1)] + ["\n"] * (_SAME_TOKENS + 10), levels)
    if fault == faults.PROSE:
        return Plan(tokenise(_PROSE))
    if fault == faults.PROSE_AROUND_JSON:
        before = tokenise(_BEFORE)
        shifted = {position + len(before): level for position, level in levels.items()}
        return Plan(before + tokens + tokenise(_AFTER), shifted)
    if fault in (faults.OUT_OF_RANGE, faults.OUT_OF_RANGE_FLOAT):
        number = ("7" if levels else "172") + (".5" if fault == faults.OUT_OF_RANGE_FLOAT else "")
        return Plan(tokenise(_NUMBER.sub(rf"\g<1>{number}", answer.text, count=1)))
    if fault == faults.MISSING_KEY:
        return Plan(tokenise(_FIRST_PAIR.sub("{", answer.text)))
    return Plan(tokens, levels)


def _stop_repeating(plan: Plan) -> None:
    """More than thirty tokens that are equal without their white space end the answer, and no last message is sent."""
    last, same = None, 0
    for position, token in enumerate(plan.tokens):
        same = same + 1 if token.strip() == last else 0
        last = token.strip()
        if same > _SAME_TOKENS:
            plan.tokens = plan.tokens[:position]
            plan.done = False
            return
