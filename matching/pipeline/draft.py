"""Drafting criteria by the local model, on request."""

from matching.exceptions import RubricError
from matching.pipeline.servers import local_model
from matching.prompts import parse_rubric_reply, rubric_prompt
from matching.rubric import clean_job, draft
from matching.schemas import Rubric


def draft_by_model(text: str) -> Rubric:
    """Criteria drafted by the local model from a job text; title and duties come from the rules.

    Raises ModelError when the model cannot answer, RubricError when it answered something unusable.
    """
    by_rules = draft(text)
    content = local_model().ask(rubric_prompt(clean_job(text, max_tokens=1500)))
    criteria = parse_rubric_reply(content)
    if not criteria:
        raise RubricError("no_criteria", "The model named no criteria: use the draft made by rules.")
    return Rubric(title=by_rules.title, criteria=criteria, duties=by_rules.duties)
