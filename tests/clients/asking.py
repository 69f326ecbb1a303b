"""What the tests of the client share: a job, a CV, and asking about them."""

import pytest

from matching.clients.ollama import LocalModel
from matching.exceptions import ModelError
from matching.prompts import screen_prompt
from matching.replies import accept
from matching.schemas import Criterion, Need, Rubric

RUBRIC = Rubric(
    "Backend engineer",
    (Criterion("a", "Python services", Need.MUST), Criterion("b", "PostgreSQL"), Criterion("c", "Kubernetes")),
    "Design and run the services behind routing.",
)
CV = "Engineer\nExperience\n2019 - 2024\n- Python services for routing\n- PostgreSQL tuning\n"


def prompt_of(cv: str = CV, *, num_ctx: int = 8192):
    return screen_prompt(RUBRIC, cv, key="7f3a91c2", num_ctx=num_ctx, num_predict=200)


def judged(model: LocalModel, cv: str = CV, *, seed: int = 7):
    prompt = prompt_of(cv, num_ctx=model.num_ctx)
    reply = model.screen(prompt, seed=seed)
    return accept(reply, rubric=RUBRIC, expected_tokens=prompt.tokens, num_ctx=model.num_ctx)


def failure(act, *arguments, **options) -> ModelError:
    with pytest.raises(ModelError) as caught:
        act(*arguments, **options)
    return caught.value
