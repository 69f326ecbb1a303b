"""What the tests of Claude's client share: a job, a CV, a permit, and asking about them."""

from datetime import date

from matching.clients.claude import CloudModel
from matching.cloud_catalogue import cloud_entry
from matching.permits import CloudPermit
from matching.prompts.assess import AssessPrompt, assess_prompt
from matching.schemas import Criterion, Need, Rubric
from tests.servers.claude import ClaudeSimulator

RUBRIC = Rubric(
    "Backend engineer",
    (
        Criterion("a", "Python services", Need.MUST, ("django",)),
        Criterion("b", "PostgreSQL"),
        Criterion("c", "Kubernetes"),
    ),
    "Design and run the services behind routing.",
)
CV = "Engineer\nExperience\n2019 - 2024\n- Python services for routing\n- PostgreSQL tuning\n"
HAIKU = "claude-haiku-5-5"
KEY = "sk-test-4417"


def permit_of(*names: str) -> CloudPermit:
    return CloudPermit(job_id="7f3a", strategy="hybrid", purpose="assess", names=names)


def prompt_of(cv: str = CV, *, model: str = HAIKU, ttl: str = "5m") -> AssessPrompt:
    return assess_prompt(RUBRIC, cv, key="7f3a91c2", entry=cloud_entry(model), ttl=ttl, today=date(2026, 11, 25))


def model_at(server: ClaudeSimulator, model: str = HAIKU, **options) -> CloudModel:
    return CloudModel(key=KEY, model=model, base_url=server.url, **options)
