"""What the simulated model writes for a request: the content of a Message, why it stopped, and its tokens."""

import json
from dataclasses import dataclass

from tests.servers.claude import faults
from tests.servers.claude.checks import blocks_of
from tests.servers.claude.drafter import draft
from tests.servers.claude.pricelist import Model
from tests.servers.claude.reader import Asked, find_asked, possessed, report
from tests.servers.claude.tokens import cut, tokens

_THOUGHT = "The criteria are looked at one by one, each against the lines of the CV that bear on it."
_PROSE = "I have read the CV. The candidate seems to fit some of the criteria; I would be glad to tell you more."
_SENTENCE = "I am a simulated model, and this prompt asks for nothing that I was made to answer."
_INVENTED = "led a team of forty people and tripled what they achieved"
_STOPS = {
    faults.CONTEXT_EXCEEDED: "model_context_window_exceeded",
    faults.PAUSE_TURN: "pause_turn",
    faults.ODD_STOP: "gone_fishing",
}


@dataclass(frozen=True)
class Possession:
    """A model that does the worst it can, whatever the CV: top levels with these quotes, these words in all texts."""

    says: str
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Written:
    """The blocks of an answer, its stop, and what is charged of it."""

    content: tuple[dict, ...]
    stop: str
    output: int
    thinking: int = 0
    details: dict | None = None


def write(
    params: dict, model: Model, *, fault: str = "", obey: bool | Possession = False, thinks: bool = False
) -> Written:
    """Answer a request by the rule, or as the fault says. `thinks`: a thinking block comes first."""
    if fault == faults.REFUSAL:
        details = {"type": "refusal", "category": "general_harms", "explanation": "This cannot be answered."}
        return Written((), "refusal", 1, details=details)
    text = _text(params, fault=fault, obey=obey)
    thought = _THOUGHT if thinks or fault == faults.THINKING_FIRST or _thinks(params, model) else ""
    spent = tokens(thought, model.density)
    most = params["max_tokens"] - spent
    stop = _STOPS.get(fault, "end_turn")
    if fault == faults.CUT_OFF:
        most = min(most, tokens(text, model.density) // 2)
    if tokens(text, model.density) > most:
        text, stop = cut(text, most, model.density), "max_tokens"
    blocks = [{"type": "thinking", "thinking": thought, "signature": "c2lt"}] if thought else []
    blocks += [{"type": "text", "text": text}] if text else []
    return Written(tuple(blocks), stop, spent + tokens(text, model.density), spent)


def _thinks(params: dict, model: Model) -> bool:
    kind = (params.get("thinking") or {}).get("type", "adaptive" if model.thinks else "disabled")
    return kind in ("adaptive", "enabled")


def _text(params: dict, *, fault: str, obey: bool | Possession) -> str:
    if fault == faults.EMPTY_TEXT:
        return ""
    if fault == faults.PROSE:
        return _PROSE
    blocks = list(blocks_of(params))
    system = "\n".join(block["text"] for place, block in blocks if place == "system")
    user = "\n".join(block["text"] for place, block in blocks if place != "system")
    schema = (params.get("output_config", {}).get("format") or {}).get("schema")
    asked = find_asked(system, user)
    if schema is None:
        return _SENTENCE
    answer = _fitting(schema, _report(asked, obey)) if asked else draft(schema, user) or _least(schema, schema)
    return _spoilt(answer, asked, fault) if asked else json.dumps(answer, ensure_ascii=False)


def _report(asked: Asked, obey: bool | Possession) -> dict:
    if isinstance(obey, Possession):
        return possessed(asked, says=obey.says, quotes=obey.quotes)
    return report(asked, obey=obey)


def _fitting(schema: dict, whole: dict) -> dict:
    """The parts of a report that a schema asks for, in its order; the least value for what the report does not have."""
    properties = schema.get("properties", {})
    return {name: whole.get(name) if name in whole else _least(part, schema) for name, part in properties.items()}


def _least(part: dict, root: dict) -> object:
    """The least value that fits a schema."""
    if name := str(part.get("$ref", "")).rpartition("/")[2]:
        part = (root.get("$defs") or root.get("definitions"))[name]
    if "const" in part or part.get("enum"):
        return part["const"] if "const" in part else part["enum"][0]
    if part.get("anyOf") or part.get("allOf"):
        return _least((part.get("anyOf") or part["allOf"])[0], root)
    kind = part.get("type", "string")
    kind = kind[0] if isinstance(kind, list) else kind
    if kind == "object":
        return {name: _least(one, root) for name, one in part.get("properties", {}).items()}
    if kind == "array":
        return [_least(part["items"], root)] * part.get("minItems", 0)
    return {"string": "", "integer": 0, "number": 0, "boolean": False}.get(kind)


def _spoilt(answer: dict, asked: Asked | None, fault: str) -> str:
    if fault == faults.INVENTED_QUOTES:
        for one in answer["criteria"]:
            one["quotes"] = [_INVENTED]
            one["level"] = max(one["level"], 3)
    elif fault == faults.MISSING_CRITERION:
        answer["criteria"] = answer["criteria"][1:]
    elif fault == faults.WRONG_CASE:
        answer = {name: value.upper() if name in _WORDS else value for name, value in answer.items()}
        for one in answer["criteria"]:
            one["id"] = one["id"].upper()
    elif fault == faults.ECHO_MARK and asked:
        answer = {name: f"My mark is {asked.mark}." if name in ("why", "instructions") else value
                  for name, value in answer.items()}  # fmt: skip
    text = json.dumps(answer, ensure_ascii=False)
    return text[: len(text) // 2] if fault == faults.BROKEN_REPORT else text


_WORDS = {"recency", "recommendation", "confidence"}
