"""The other commands: rubric, read, ingest, requeue, doctor, demo."""

import io
import json
import os
import uuid
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.utils import timezone

from matching.models import CV, Archive, Job, Match
from matching.pipeline.claims import claim, lead
from tests.commands.test_rank import GOOD, JOB
from tests.pipeline.rows import make_match
from tests.reading import zips
from tests.servers.ollama import OllamaSimulator


def run(name: str, *arguments: str) -> tuple[str, str, int]:
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command(name, *arguments, stdout=out, stderr=err)
    except CommandError as error:
        return out.getvalue(), f"{err.getvalue()}{error}", error.returncode
    except SystemExit as end:
        return out.getvalue(), err.getvalue(), end.code
    return out.getvalue(), err.getvalue(), 0


@pytest.fixture
def files(tmp_path):
    (tmp_path / "job.md").write_text(JOB)
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "empty.txt").write_text("")
    return tmp_path


def test_rubric_prints_json_that_rank_takes_back(files):
    out, _, code = run("rubric", str(files / "job.md"), "--format", "json")
    data = json.loads(out)
    assert code == 0
    assert [one["id"] for one in data["criteria"]] == list("abcdefgh")[: len(data["criteria"])]
    (files / "rubric.json").write_text(out)
    out, _, _ = run(
        "rank",
        str(files / "job.md"),
        str(files / "good.txt"),
        "--engine",
        "estimate",
        "--format",
        "json",
        "--rubric",
        str(files / "rubric.json"),
    )
    assert json.loads(out)["job"]["rubric_version"] == data["rubric_version"]


def test_rubric_by_the_local_model_asks_it(files, settings):
    with OllamaSimulator() as server:
        settings.OLLAMA_HOST = server.url
        out, _, code = run("rubric", str(files / "job.md"), "--engine", "local", "--format", "json")
    assert (code, len(server.calls), len(json.loads(out)["criteria"]) >= 1) == (0, 1, True)


def test_rubric_of_a_file_that_is_not_there_exits_2(files):
    assert run("rubric", str(files / "none.md"))[2] == 2


def test_read_prints_the_fixed_json(files):
    out, _, code = run("read", str(files / "good.txt"), str(files / "empty.txt"), "--format", "json")
    good, empty = json.loads(out)
    keys = [
        "file",
        "ok",
        "reason",
        "media_type",
        "pages",
        "text",
        "redacted",
        "hidden",
        "flags",
        "extractor",
        "seconds",
        "structure",
        "confidence",
        "hidden_boxes",
        "steps",
    ]
    assert (code, list(good)) == (1, keys)
    assert (good["structure"]["name"]["text"], empty["structure"]) == ("Jane Doe", {})
    assert (good["ok"], good["reason"], empty["ok"], empty["text"]) == (True, "", False, "")
    assert "Jane Doe" not in good["redacted"]
    assert empty["reason"] != ""


def test_read_of_a_zip_shows_each_file_in_it(files):
    (files / "cvs.zip").write_bytes(zips.zip_of({"a/good.txt": GOOD.encode(), "../b.txt": b"x", "Thumbs.db": b"x"}))
    (files / "cut.zip").write_bytes(zips.zip_of(zips.pile(9))[:400])
    out, err, code = run("read", str(files / "cvs.zip"), str(files / "cut.zip"), "--format", "json")
    shown = [(one["file"].removeprefix(f"{files}/"), one["ok"], one["reason"]) for one in json.loads(out)]

    assert code == 1
    assert shown == [
        ("cvs.zip/a/good.txt", True, ""),
        ("cvs.zip/../b.txt", False, "Its path leads out of the folder, so it was not unpacked."),
        ("cut.zip", False, "The file is damaged and cannot be opened (its packing is broken). Ask for it again."),
    ]
    assert len(err.splitlines()) == 2


@pytest.mark.django_db
def test_ingest_of_a_zip_stores_it_to_be_unpacked(files, job):
    (files / "cvs.zip").write_bytes(zips.zip_of(zips.pile(3)))
    said = [run("ingest", str(job.pk), str(files / "cvs.zip"))[0].strip() for _ in range(2)]

    assert said == ["1 stored, 0 duplicates, 0 failed", "0 stored, 1 duplicates, 0 failed"]
    assert Archive.objects.filter(state="waiting").count() == 1


@pytest.mark.django_db
def test_ingest_stores_files_and_counts_duplicates(files, job):
    out, err, code = run(
        "ingest", str(job.pk), str(files / "good.txt"), str(files / "good.txt"), str(files / "empty.txt")
    )
    assert (out.strip(), code, CV.objects.count()) == ("1 stored, 0 duplicates, 1 failed", 1, 1)
    out, _, code = run("ingest", str(job.pk), str(files / "good.txt"))
    assert (out.strip(), code) == ("0 stored, 1 duplicates, 0 failed", 0)
    assert len(err.strip().splitlines()) == 1


@pytest.mark.django_db
def test_ingest_into_no_job_exits_2(files):
    assert run("ingest", str(uuid.uuid4()), str(files / "good.txt"))[2] == 2


@pytest.mark.django_db
def test_requeue_puts_abandoned_work_back(job):
    match = make_match(job)
    claim(Match.objects.filter(pk=match.pk))
    Match.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert run("requeue")[0].strip() == "1 put back"
    assert Match.objects.get().state == "waiting"


def health_by_name(out: str) -> dict[str, str]:
    return {line["name"]: line["health"] for line in json.loads(out)}


@pytest.mark.django_db(transaction=True)
def test_doctor_names_each_fault_with_its_mend(settings):
    settings.OLLAMA_HOST = "http://127.0.0.1:9"
    out, _, code = run("doctor", "--format", "json")
    lines = json.loads(out)
    assert list(lines[0]) == ["name", "health", "sentence", "mend"]
    health = health_by_name(out)
    assert (code, health["database"], health["scheduler"], health["local model"]) == (1, "ok", "fault", "warning")
    assert all(line["mend"] for line in lines if line["health"] != "ok")


@pytest.mark.django_db(transaction=True)
def test_doctor_of_a_well_installation_exits_0(settings):
    lead("reconciler", owner="test", seconds=60)
    with OllamaSimulator() as server:
        settings.OLLAMA_HOST = server.url
        out, _, code = run("doctor", "--format", "json")
    faults = [line for line in json.loads(out) if line["health"] == "fault"]
    assert (faults, code, health_by_name(out)["local model"]) == ([], 0, "ok")


@pytest.mark.django_db
def test_demo_loads_once(db):
    get_user_model().objects.create_superuser("admin", password="x")
    assert run("demo")[2] == 0
    assert (Job.objects.count(), CV.objects.exclude(state="duplicate").count(), CV.objects.count()) == (1, 30, 31)
    assert run("demo")[0].strip() == "The demo job is there."
    assert CV.objects.count() == 31


@pytest.mark.django_db
def test_ingest_of_a_pipe_goes_on_with_the_other_files(files, job):
    os.mkfifo(files / "pipe")
    out, err, code = run("ingest", str(job.pk), str(files / "pipe"), str(files / "good.txt"))
    assert (out, code) == ("1 stored, 0 duplicates, 1 failed\n", 1)
    assert err == f"{files / 'pipe'}: The file cannot be opened.\n"
