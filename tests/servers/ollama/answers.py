"""What the simulated model says: marks for a screening prompt, a fitting value for another schema, or a sentence."""

import json
from dataclasses import dataclass

from tests.servers.ollama import grammar, levels
from tests.servers.ollama.tokens import tokenise

SENTENCE = "I am a simulated model, and this prompt asks for nothing that I was made to answer."
# With these, an answer is about as long as a model's that may use 30 words for "why" and 20 for "gap".
_WHY_TAIL = "The roles in the CV describe this work with their duties and how long it lasted."
_GAP_TAIL = "What is not written was not counted."
_FILLER = (
    "The roles listed are described in the candidate's own words.",
    "Dates and duties were read as they are written.",
    "Points that the text does not mention were taken as missing.",
    "A conversation would show how deep this experience goes.",
)


@dataclass(frozen=True)
class Answer:
    """The text in tokens, and which of them is a level: position of the token to the level it says."""

    tokens: tuple[str, ...]
    levels: dict[int, int]

    @property
    def text(self) -> str:
        return "".join(self.tokens)


def answer(prompt: str, form: object, *, obey: bool, native: bool, plain_tokens: int) -> Answer:
    """Answer a prompt. `form` is the request's `format`; `plain_tokens` is the length of the plain loop's JSON."""
    question = levels.find_question(prompt)
    if isinstance(form, dict):
        return _by_schema(prompt, form, question, obey=obey, native=native)
    if question:
        return plain(_plain_json(levels.mark(question, obey=obey), plain_tokens))
    return plain('{"answer": "nothing"}' if form == "json" else SENTENCE)


def plain(text: str) -> Answer:
    return Answer(tuple(tokenise(text)), {})


def _by_schema(prompt: str, schema: dict, question: levels.Question | None, *, obey: bool, native: bool) -> Answer:
    if not {"why", "gap", "score"} & schema.get("properties", {}).keys():
        return plain(json.dumps(grammar.build(schema, _draft(prompt), alphabetical=native), ensure_ascii=False))
    value = grammar.build(
        schema, _screen(levels.mark(question or levels.Question((), ""), obey=obey)), alphabetical=native
    )
    tokens = tokenise(json.dumps(value, ensure_ascii=False))
    return Answer(tuple(tokens), _level_positions(tokens))


def _screen(marks: levels.Marks) -> grammar.Chooser:
    texts = {
        "why": f"{_shown(marks)} {_WHY_TAIL}",
        "gap": f"No clear sign of {_list(marks.missed)}. {_GAP_TAIL}" if marks.missed else f"No clear gap. {_GAP_TAIL}",
    }

    def choose(name: str, schema: dict, index: int) -> object:
        if name == "flag":
            return marks.flag
        if name == "score":
            return _score(marks)
        # A criterion that the prompt no longer holds gets the invented middle: what a silently cut prompt leads to.
        return texts.get(name, marks.levels.get(name, 2 if len(name) == 1 else None))

    return choose


def _shown(marks: levels.Marks) -> str:
    return f"Shows {_list(marks.matched)}." if marks.matched else "Shows little of what the job needs."


def _list(labels: tuple[str, ...]) -> str:
    words = [" ".join(label.split()[:5]) for label in labels[:3]]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _level_positions(tokens: list[str]) -> dict[int, int]:
    """Where the single digits after a one-letter key stand."""
    positions, key = {}, ""
    for position, token in enumerate(tokens):
        if len(token) == 1 and token.isdigit() and key and tokens[position - 1].strip(' ":') == "":
            positions[position] = int(token)
        if token.strip(' "{,:'):
            key = token if len(token) == 1 and token.isalpha() and tokens[position + 1 : position + 2] == ['":'] else ""
    return positions


def _draft(prompt: str) -> grammar.Chooser:
    lines = [" ".join(line.rstrip(".;").split()[:8]) for line in levels.bullets(prompt)]

    def choose(name: str, schema: dict, index: int) -> object:
        if name.startswith("#"):
            return min(max(len(lines), 1), 6)
        if name == "label":
            return lines[index] if index < len(lines) else None
        return "abcdefgh"[index % 8] if name == "id" else None

    return choose


def _score(marks: levels.Marks) -> int:
    values = [level for name, level in marks.levels.items() if name != "z"]
    return round(25 * sum(values) / len(values)) if values else 50


def _plain_json(marks: levels.Marks, length: int) -> str:
    score = _score(marks)
    reply = {
        "score": score,
        "recommendation": "interview" if score >= 75 else "maybe" if score >= 50 else "no",
        "strengths": list(marks.matched[:4]),
        "gaps": list(marks.missed[:4]),
        "summary": _shown(marks),
    }
    turn = 0
    while len(tokenise(json.dumps(reply, ensure_ascii=False))) < length:
        reply["summary"] += " " + _FILLER[turn % len(_FILLER)]
        turn += 1
    return json.dumps(reply, ensure_ascii=False)
