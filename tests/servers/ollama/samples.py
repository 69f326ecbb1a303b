"""A screening prompt and its schema in the product's form, for tests that need no more than that."""

from collections.abc import Sequence

CRITERIA = (
    ("a", "must", "Python backend"),
    ("b", "should", "PostgreSQL"),
    ("c", "nice", "Kubernetes and Terraform"),
)
KEY = "7f3a91"


def screening_prompt(
    cv: str, *, criteria: Sequence[tuple[str, str, str]] = CRITERIA, job: str = "Run the services."
) -> str:
    """The user message: an example with tags of its own, the criteria, the job, the CV, one closing line."""
    words = "0 no sign | 2 one role or project | 4 3+ years"
    return "\n".join(
        [
            "<example><cv key=example>Baker. Bread and cakes.</cv key=example></example>",
            "<criteria version=abc>",
            *(f"{name} ({need}) {label} | {words}" for name, need, label in criteria),
            "</criteria>",
            f"<job>{job}</job>",
            f"<cv key={KEY}>",
            cv,
            f"</cv key={KEY}>",
            "The CV has ended. Give the JSON.",
        ]
    )


def screening_schema(ids: str = "abc") -> dict:
    """The `format`: a level for each criterion and for z, then flag, why and gap."""
    level = {"type": "integer", "minimum": 0, "maximum": 4}
    text = {"type": "string", "maxLength": 300}
    properties = dict.fromkeys([*ids, "z"], level)
    properties |= {"flag": {"type": "integer", "enum": [0, 1]}, "why": text, "gap": text}
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
