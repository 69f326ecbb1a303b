"""The models page: how the server is and what mends it, what fits here, and downloads."""

import re
from datetime import timedelta

import httpx
import pytest
from django.core.cache import cache
from django.utils import timezone

from matching.catalogue import GIB, LOCAL_MODELS
from matching.models import CalibrationVersion, ModelCall, ModelPull
from matching.prompts import PROMPT_VERSION
from matching.views import models
from tests.pipeline.rows import make_match, make_server
from tests.servers.ollama import OllamaSimulator
from tests.services import free_port
from tests.views.conftest import HTMX


@pytest.fixture(autouse=True)
def no_status_of_another_test():
    cache.clear()


@pytest.fixture(scope="module")
def server():
    with OllamaSimulator(models=("qwen2.5:7b", "phi4:14b", "qwen3:14b"), speed=0) as simulator:
        yield simulator


@pytest.fixture
def ollama(server, settings):
    settings.OLLAMA_HOST = server.url
    return server


@pytest.fixture
def nothing_there(settings):
    settings.OLLAMA_HOST = f"http://127.0.0.1:{free_port()}"


@pytest.fixture
def staff(owner):
    owner.is_staff = True
    owner.save()
    return owner


def text_of(response) -> str:
    return " ".join(re.sub("<[^>]+>", " ", response.content.decode()).split())


def rows_of(response) -> list[str]:
    """The rows of the catalogue as text."""
    body = response.content.decode().split("<tbody>")[-1].split("</tbody>")[0]
    return [" ".join(re.sub("<[^>]+>", " ", row).split()) for row in body.split("</tr>")[:-1]]


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize(("who", "status"), [("owner", 200), ("stranger", 200), ("nobody", 302)])
def test_models_page_for_everyone(ollama, people, as_, who, status, headers):
    response = as_(who).get("/models/", headers=headers)
    assert response.status_code == status


def test_well_server_is_ready_with_its_model(ollama, owner, client_of):
    response = client_of(owner).get("/models/")
    shown = text_of(response)
    assert shown.count("Ready to screen") == 1
    assert shown.count("Model that screens qwen2.5:7b 7.6B Q4_K_M") == 1
    assert shown.count("8,192 tokens of 32,768 that it can hold") == 1
    assert response.context["troubles"] == []


def test_no_server_says_how_to_start_it(nothing_there, owner, client_of):
    page = client_of(owner).get("/models/").content.decode()
    assert (page.count("No answer"), page.count("<code>ollama serve</code>")) == (1, 1)


def test_missing_model_is_one_click_for_staff_and_a_command_for_all(ollama, settings, staff, people, client_of):
    settings.LOCAL_MODEL = "llama3.2:3b"
    for person, buttons in ((staff, 1), (people["stranger"], 0)):
        page = client_of(person).get("/models/").content.decode()
        assert page.count("<code>ollama pull llama3.2:3b</code>") == 1
        assert page.count('class="button primary" name="name" value="llama3.2:3b"') == buttons


def test_catalogue_lists_all_models_with_fit_and_installation(ollama, staff, client_of):
    response = client_of(staff).get("/models/")
    assert len(rows_of(response)) == len(LOCAL_MODELS) + 1
    installed = {line.tag for line in response.context["lines"] if line.installed}
    assert installed == {"qwen2.5:7b", "phi4:14b", "qwen3:14b"}
    assert [line.tag for line in response.context["lines"] if line.chosen] == ["qwen2.5:7b"]


def test_quality_that_nobody_gave_is_not_made_up(ollama, owner, client_of):
    rows = rows_of(client_of(owner).get("/models/"))
    unknown = [entry.label for entry in LOCAL_MODELS if entry.quality_percent is None]
    assert [row.split(" mixtral")[0].split(" llama")[0] for row in rows if "not given" in row] == unknown


def test_more_memory_fits_more_models(ollama, db):
    sizes = (1, 4, 8, 16, 32, 64)
    status = models.cached_status([])
    fitting = [[line.fit for line in models.catalogue_lines(status, memory=size * GIB)].count("fits") for size in sizes]
    assert fitting == sorted(fitting)
    assert (fitting[0], fitting[-1]) == (0, len(LOCAL_MODELS))


def test_model_in_memory_says_where(ollama, owner, client_of):
    httpx.post(f"{ollama.url}/api/generate", json={"model": "qwen2.5:7b", "keep_alive": "5m"})
    places = re.findall(r"qwen2\.5:7b: (all on the GPU|\d+ % on the GPU)", text_of(client_of(owner).get("/models/")))
    assert len(places) == 1


def call_of(job, **columns) -> ModelCall:
    match = make_match(job)
    server = make_server(key=str(match.pk))
    made = {"state": "done", "model": "qwen2.5:7b", "prompt_version": "1", "prefix": "p", "expected_tokens": 1}
    now = {"match": match, "token": match.pk, "server": server, "started_at": timezone.now()}
    return ModelCall.objects.create(**{**made, **now, **columns})


def test_measured_figures_take_the_place_of_estimates(ollama, job, owner, client_of):
    call_of(job, seconds=4, output_tokens=100, eval_seconds=5, prompt_tokens=1800)
    call_of(job, seconds=6, output_tokens=50, eval_seconds=1, prompt_tokens=2000)
    call_of(job, state="failed", seconds=600)
    response = client_of(owner).get("/models/")
    measured = {line.tag: line.measured for line in response.context["lines"] if line.measured}
    assert measured == {"qwen2.5:7b": models.Measured(2, 5.0, 25.0, 1900.0)}
    assert text_of(response).count("Time for a match 5.0 s over the last 2 calls") == 1


def test_call_without_figures_breaks_nothing(ollama, job, owner, client_of):
    call_of(job, seconds=4)
    assert client_of(owner).get("/models/").context["chosen"].measured == models.Measured(1, 4.0, None, None)


def test_models_page_takes_as_many_queries_for_three_rows_as_for_one(ollama, job, staff, client_of, queries_of):
    client = client_of(staff)
    ModelPull.objects.create(name="phi4:14b")
    call_of(job, seconds=4)
    one = queries_of(client, "/models/")
    for name in ("mistral:7b", "gemma2:9b"):
        ModelPull.objects.create(name=name)
        call_of(job, seconds=4, model=name)
    assert queries_of(client, "/models/") == one


@pytest.mark.parametrize(("who", "pulls"), [("owner", 1), ("stranger", 0), ("nobody", 0)])
def test_pull_for_everyone(ollama, staff, as_, who, pulls):
    as_(who).post("/models/pull/", {"name": "mistral:7b"})
    assert ModelPull.objects.filter(name="mistral:7b").count() == pulls


def test_pull_by_somebody_else_says_who_may(ollama, people, client_of):
    response = client_of(people["stranger"]).post("/models/pull/", {"name": "mistral:7b"}, follow=True)
    words = ["Only an administrator can download models. Nothing was changed."]
    assert [str(message) for message in response.context["messages"]] == words


@pytest.mark.parametrize("name", ["", "two words", "x" * 121])
def test_pull_of_an_impossible_name_is_refused_with_a_sentence(ollama, staff, client_of, name):
    response = client_of(staff).post("/models/pull/", {"name": name}, follow=True)
    assert [str(message).split(":")[0] for message in response.context["messages"]] == ["That is no name of a model"]
    assert ModelPull.objects.count() == 0


@pytest.mark.parametrize(("state", "polls"), [("waiting", 1), ("pulling", 1), ("done", 0), ("failed", 0)])
def test_downloads_poll_while_one_is_under_way(ollama, staff, client_of, state, polls):
    ModelPull.objects.create(name="mistral:7b", state=state)
    assert client_of(staff).get("/models/").content.decode().count("every 2s") == polls


def part(client, page: str, **headers: str):
    found = re.search(r'id="pulls"[^>]*data-etag="(\w+)"[^>]*hx-get="([^"]+)"', page)
    return client.get(found[2], headers={**HTMX, "If-None-Match": f'"{found[1]}"', **headers})


def test_downloads_unchanged_answer_304_and_progress_only_their_part(ollama, staff, client_of):
    pull = ModelPull.objects.create(name="mistral:7b", state="pulling", status="pulling 2bada8", total=2000)
    client = client_of(staff)
    page = client.get("/models/").content.decode()
    assert part(client, page).status_code == 304
    ModelPull.objects.filter(pk=pull.pk).update(completed=1000)
    response = part(client, page)
    assert (response.status_code, response.content.decode().count("<html")) == (200, 0)
    assert response.content.decode().count('max="2000" value="1000"') == 1


def test_download_that_ended_loads_the_whole_page_again(ollama, staff, client_of):
    pull = ModelPull.objects.create(name="mistral:7b", state="pulling")
    client = client_of(staff)
    page = client.get("/models/").content.decode()
    ModelPull.objects.filter(pk=pull.pk).update(state="done")
    assert part(client, page)["HX-Refresh"] == "true"


def test_failed_download_can_go_on_and_is_shown_once(ollama, staff, client_of):
    ModelPull.objects.create(name="mistral:7b", state="failed", error="The model could not be downloaded whole.")
    client = client_of(staff)
    page = client.get("/models/").content.decode()
    assert re.findall(r'id="go-on-[^"]+" name="name" value="([^"]+)"', page) == ["mistral:7b"]
    client.post("/models/pull/", {"name": "mistral:7b"})
    assert [pull.state for pull in client.get("/models/").context["pulls"]] == ["waiting"]


def test_download_of_yesterday_is_not_shown(ollama, staff, client_of):
    ModelPull.objects.create(name="mistral:7b", state="done")
    ModelPull.objects.update(updated_at=timezone.now() - timedelta(days=1))
    assert client_of(staff).get("/models/").context["pulls"] == []


def test_page_asks_again_while_the_server_is_not_well(nothing_there, owner, client_of):
    assert client_of(owner).get("/models/").content.decode().count("every 10s") == 1


@pytest.mark.parametrize(
    ("address", "here"),
    [("http://127.0.0.1:11434", True), ("http://localhost:1", True), ("http://[::1]:1", True), ("http://gpu:1", False)],
)
def test_address_of_this_machine(address, here):
    assert models.is_here(address) is here


def test_models_tells_the_calibration_and_how_far_it_moved_scores(as_, db, ollama):
    digest = as_("owner").get("/models/").context["status"].digest
    made = {"model": "m", "digest": digest, "prompt_version": PROMPT_VERSION, "fit": {}, "audited": 3}
    CalibrationVersion.objects.create(number=1, pairs=20, **made)
    CalibrationVersion.objects.create(number=2, pairs=100, drift=-4.2, **made)

    page = as_("owner").get("/models/")

    assert page.context["calibration"].number == 2
    assert "moved scores by -4.2 points" in " ".join(page.content.decode().split())
