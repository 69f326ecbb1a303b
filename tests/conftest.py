"""What every test may ask for."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from matching.models import Job
from matching.pipeline.jobs import open_job
from matching.schemas import Criterion, Need, Rubric
from tests.gathering import (  # noqa: F401 - pytest finds its hooks by their names here
    NOTHING_SKIPPED,
    pytest_collection_modifyitems,
    pytest_make_collect_report,
    pytest_runtest_makereport,
    pytest_terminal_summary,
    pytest_unconfigure,
)
from tests.services import postgres_url, redis_url  # noqa: F401 - fixtures

POSTING = "Backend engineer\n\nMust have: Python; PostgreSQL. Nice to have: Kubernetes."

# Speed belongs to benchmarks: a busy machine must fail no property. CI tries the same examples for the same tests, so
# that a commit passes or does not; everybody else tries new ones in each run.
hypothesis_settings.register_profile(
    "suite", deadline=None, derandomize=NOTHING_SKIPPED, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("suite")


@pytest.fixture(autouse=True)
def plain_storage(settings, tmp_path):
    """Static files without a manifest, fast passwords, and a media folder that goes with the test."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def people(db):
    create = get_user_model().objects.create_user
    return {name: create(username=name, password=name) for name in ("owner", "member", "stranger")}


@pytest.fixture
def owner(people):
    return people["owner"]


@pytest.fixture
def member(people):
    return people["member"]


@pytest.fixture
def stranger(people):
    return people["stranger"]


@pytest.fixture
def client_of():
    def signed_in(user) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return signed_in


@pytest.fixture
def rubric() -> Rubric:
    return Rubric(
        title="Backend engineer",
        criteria=(
            Criterion(
                "a", "Python backend", Need.MUST, ("django", "fastapi"), "no sign", "one role", "3+ years, led design"
            ),
            Criterion("b", "PostgreSQL", Need.SHOULD, ("postgres",), "no sign", "used it", "designed schemas"),
            Criterion("c", "Kubernetes", Need.NICE, ("k8s",), "no sign", "used it", "ran it in production"),
        ),
        duties="Design and run the services behind routing.",
    )


@pytest.fixture
def job(owner, member, rubric) -> Job:
    """A job with a locked rubric, owned by `owner`, shared with `member`."""
    job = open_job(title="Backend engineer", text=POSTING, rubric=rubric, by=owner)
    job.members.add(member)
    return job
