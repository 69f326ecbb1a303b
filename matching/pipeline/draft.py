"""Drafting criteria by a model, on request: the local one, or Claude."""

from matching.clients.claude import CloudModel
from matching.clients.claude_replies import judge
from matching.exceptions import ModelError, RubricError
from matching.permits import CloudPermit
from matching.pipeline.servers import local_model
from matching.pipeline.till import Till, ask_within
from matching.prompts import cloud_rubric_prompt, parse_rubric_reply, rubric_prompt
from matching.rubric import clean_job, draft
from matching.schemas import Criterion, Rubric

MOST_TOKENS = 1500
TRIES = 2


def draft_by_model(text: str) -> Rubric:
    """Criteria drafted by the local model from a job text; title and duties come from the rules.

    Raises ModelError when the model cannot answer, RubricError when it answered something unusable.
    """
    by_rules = draft(text)
    content = local_model().ask(rubric_prompt(clean_job(text, max_tokens=MOST_TOKENS)))
    return _rubric(by_rules, parse_rubric_reply(content))


def draft_by_claude(text: str, *, model: CloudModel, till: Till) -> Rubric:
    """The same by Claude, asked once more when its answer cannot be used. The till holds what was spent, whatever came.

    Raises JobtrackerError "job_budget" when the till does not reach, and what `draft_by_model` raises.
    """
    by_rules = draft(text)
    prompt = cloud_rubric_prompt(clean_job(text, max_tokens=MOST_TOKENS), entry=model.entry)
    permit = CloudPermit(job_id="rubric", strategy="cloud", purpose="draft")
    for last in (*[False] * (TRIES - 1), True):
        try:
            reply, _ = ask_within(till, prompt, permit, model=model)
            return _rubric(by_rules, parse_rubric_reply(judge(reply)))
        except ModelError as error:
            if last or error.permanent or error.server_wide:
                raise
    raise AssertionError("the last try returns or raises")


def _rubric(by_rules: Rubric, criteria: tuple[Criterion, ...]) -> Rubric:
    if not criteria:
        raise RubricError("no_criteria", "The model named no criteria: use the draft made by rules.")
    return Rubric(title=by_rules.title, criteria=criteria, duties=by_rules.duties)
