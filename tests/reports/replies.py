"""A rubric, a CV and the answer that a model gives to both, for tests to change."""

import copy
import json

from matching.schemas import Criterion, Need, Rubric

RUBRIC = Rubric(
    "Backend engineer",
    (Criterion("a", "Python backend", Need.MUST, ("django",)), Criterion("b", "PostgreSQL", Need.NICE)),
    "Design and run the services behind routing.",
)
CV = """Backend engineer, logistics firm, 2019 - today
- Designed and ran twelve Django services for 40 planners.
- Moved the order data to PostgreSQL 14 without a stop.
Skills: Python, C++, Docker"""
ANSWER = {
    "criteria": [
        {
            "id": "a",
            "quotes": ["Designed and ran twelve Django services", "Python, C++"],
            "level": 4,
            "note": "Designed and ran services for years.",
        },
        {"id": "b", "quotes": ["moved the order data to postgresql 14"], "level": 3, "note": "Ran one migration."},
        {"id": "z", "quotes": [], "level": 1, "note": "Routing not found in the CV."},
    ],
    "skills": {"matched": ["Django"], "partial": ["Docker"], "missing": ["routing"]},
    "relevant_years": 7,
    "recency": "current",
    "risks": ["Size of the team is not told."],
    "questions": [
        {"criterion": "a", "question": "Which service would you design otherwise today?"},
        {"criterion": "b", "question": "How was the move to PostgreSQL tested?"},
        {"criterion": "z", "question": "What do you know of routing?"},
    ],
    "recommendation": "interview",
    "instructions_found": False,
    "instructions": "",
    "confidence": "high",
    "why": "Designed twelve Django services and moved their data.",
    "gap": "Routing not found in the CV.",
}
ONE = {
    "criteria": [{"id": "b", "quotes": ["PostgreSQL 14"], "level": 2, "note": "One migration."}],
    "instructions_found": False,
    "instructions": "",
    "confidence": "medium",
}


def answer(**values: object) -> str:
    """The answer above as JSON, with other values for some of its keys."""
    return json.dumps({**ANSWER, **values})


def marked(id_: str, **values: object) -> list[dict]:
    """The answer's criteria, with other values in the one of that id."""
    rows = copy.deepcopy(ANSWER["criteria"])
    return [{**row, **values} if row["id"] == id_ else row for row in rows]
