"""Prompts as pure functions: what is sent to a model, counted, cleaned, trimmed. `PROMPT_VERSION` names their state."""

from matching.prompts.assess import ASSESS_VERSION, AssessPrompt, assess_prompt
from matching.prompts.rubric import (
    CloudRubricPrompt,
    RubricPrompt,
    cloud_rubric_prompt,
    parse_rubric_reply,
    rubric_prompt,
)
from matching.prompts.screen import (
    CANARY,
    GAP_LENGTH,
    PROMPT_VERSION,
    WHOLE_JOB,
    WHY_LENGTH,
    ScreenPrompt,
    answer_schema,
    asked,
    screen_prompt,
)
from matching.prompts.tokens import count_tokens

__all__ = [
    "ASSESS_VERSION",
    "CANARY",
    "GAP_LENGTH",
    "PROMPT_VERSION",
    "WHOLE_JOB",
    "WHY_LENGTH",
    "AssessPrompt",
    "CloudRubricPrompt",
    "RubricPrompt",
    "ScreenPrompt",
    "answer_schema",
    "asked",
    "assess_prompt",
    "cloud_rubric_prompt",
    "count_tokens",
    "parse_rubric_reply",
    "rubric_prompt",
    "screen_prompt",
]
