"""The form of an assessment's answer. It is the same for every job: the vendor keeps schemas for a day, the first call
with a new one is slow, and so neither a job nor a candidate may show in it. Only keywords that the interface takes:
limits of length and number are asked for in words and checked by code.
"""

from matching.schemas import CRITERION_IDS, WHOLE_JOB_ID

RECENCIES = ("current", "within_3_years", "older", "unknown")
RECOMMENDATIONS = ("interview", "maybe", "not_now")
CONFIDENCES = ("low", "medium", "high")

_STRING = {"type": "string"}
_STRINGS = {"type": "array", "items": _STRING}
_FLAG = {"type": "boolean"}
_ID = {"type": "string", "enum": [*CRITERION_IDS, WHOLE_JOB_ID]}


def _object(**properties: dict) -> dict:
    """An object whose properties are all required, in this order, and no others allowed."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _one_of(values: tuple[str, ...]) -> dict:
    return {"type": "string", "enum": list(values)}


# Quotes stand before the level that they have to carry.
_CRITERIA = {
    "type": "array",
    "items": _object(id=_ID, quotes=_STRINGS, level={"type": "integer", "enum": [0, 1, 2, 3, 4]}, note=_STRING),
}
REPORT_SCHEMA = _object(
    criteria=_CRITERIA,
    skills=_object(matched=_STRINGS, partial=_STRINGS, missing=_STRINGS),
    relevant_years={"anyOf": [{"type": "number"}, {"type": "null"}]},
    recency=_one_of(RECENCIES),
    risks=_STRINGS,
    questions={"type": "array", "items": _object(criterion=_ID, question=_STRING)},
    recommendation=_one_of(RECOMMENDATIONS),
    instructions_found=_FLAG,
    instructions=_STRING,
    confidence=_one_of(CONFIDENCES),
    why=_STRING,
    gap=_STRING,
)
# A second look at one criterion: a tenth of the answer.
ONE_SCHEMA = _object(
    criteria=_CRITERIA, instructions_found=_FLAG, instructions=_STRING, confidence=_one_of(CONFIDENCES)
)
