"""manage.py rank: full rankings of files, nothing lost among odd ones, no database."""

import csv
import io
import json
import os
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.servers.ollama import OllamaSimulator, faults

JOB = """Backend engineer

Must have
- Python backend
- PostgreSQL

Nice to have
- Kubernetes
"""
GOOD = "Jane Doe\n\nWork experience\nPython backend developer, 2015 - 2025\n- Python backend\n- PostgreSQL tuning\n" * 2
POOR = "John Roe\n\nWork experience\nPastry chef, 2015 - 2025\n- Cakes and bread for 200 guests\n- Apprentices\n"


@pytest.fixture
def folder(tmp_path, settings):
    settings.OLLAMA_HOST = "http://127.0.0.1:9"
    (tmp_path / "job.md").write_text(JOB)
    cvs = tmp_path / "cvs"
    cvs.mkdir()
    (cvs / "good.txt").write_text(GOOD)
    (cvs / "poor.txt").write_text(POOR)
    return tmp_path


def rank(folder, *arguments: str) -> tuple[str, str, int]:
    """What the command prints, what it complains of, and its exit code."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("rank", str(folder / "job.md"), str(folder / "cvs"), *arguments, stdout=out, stderr=err)
    except CommandError as error:
        return out.getvalue(), f"{err.getvalue()}{error}", error.returncode
    except SystemExit as end:
        return out.getvalue(), err.getvalue(), end.code
    return out.getvalue(), err.getvalue(), 0


def test_rank_by_estimate_prints_the_fixed_json(folder):
    out, _, code = rank(folder, "--engine", "estimate", "--format", "json")
    data = json.loads(out)
    assert code == 0
    assert list(data) == ["job", "engine", "model", "ranked", "failed"]
    assert (data["job"]["title"], data["engine"], data["model"]) == ("Backend engineer", "estimate", None)
    assert [line["file"].rsplit("/", 1)[1] for line in data["ranked"]] == ["good.txt", "poor.txt"]
    keys = ["rank", "file", "score", "uncertainty", "band", "why", "gap", "criteria", "flags", "seconds", "cost_usd"]
    assert list(data["ranked"][0]) == keys
    assert [(line["band"], line["cost_usd"]) for line in data["ranked"]] == [(None, 0.0), (None, 0.0)]
    assert list(data["ranked"][0]["criteria"][0]) == ["id", "label", "need", "level", "quotes"]


def test_rank_lists_odd_files_with_reasons_and_ranks_the_others(folder):
    (folder / "cvs" / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    (folder / "cvs" / "empty.docx").write_bytes(b"")
    out, err, code = rank(folder, "--engine", "estimate", "--format", "json")
    data = json.loads(out)
    assert code == 1
    assert (len(data["ranked"]), [bool(one["reason"]) for one in data["failed"]]) == (2, [True, True])
    assert len(err.strip().splitlines()) == 2


def test_rank_of_nothing_usable_exits_2(folder):
    for path in (folder / "cvs").iterdir():
        path.write_bytes(b"")
    out, _, code = rank(folder, "--engine", "estimate", "--format", "json")
    assert (code, json.loads(out)["ranked"]) == (2, [])


@pytest.mark.parametrize("arguments", [["--top", "0"], ["--engine", "local"], ["--rubric", "/no/such.json"]])
def test_rank_with_bad_usage_exits_2_with_one_sentence(folder, arguments):
    out, err, code = rank(folder, *arguments)
    assert (out, code, len(err.splitlines())) == ("", 2, 1)


def test_rank_auto_without_ollama_falls_back_and_says_so(folder):
    out, err, code = rank(folder, "--format", "json")
    assert (json.loads(out)["engine"], code) == ("estimate", 0)
    assert err.strip().endswith("Ranked by the quick estimate instead.")


def test_rank_auto_with_ollama_screens(folder, settings):
    with OllamaSimulator() as server:
        settings.OLLAMA_HOST = server.url
        out, _, code = rank(folder, "--format", "json")
    data = json.loads(out)
    assert (code, data["engine"], data["model"], len(server.calls)) == (0, "local", "qwen2.5:7b", 2)
    first, second = data["ranked"]
    assert first["score"] > second["score"]
    assert [first["band"] in ("strong", "possible"), second["band"]] == [True, "low"]
    assert [line["id"] for line in first["criteria"]][-1] == "z"


def test_rank_local_asks_once_more_and_lists_what_stays_unusable(folder, settings):
    with OllamaSimulator() as server:
        settings.OLLAMA_HOST = server.url
        server.fault(faults.PROSE, times=3)
        out, _, code = rank(folder, "--engine", "local", "--format", "json")
    data = json.loads(out)
    assert (code, len(data["ranked"]), len(data["failed"]), len(server.calls)) == (1, 1, 1, 4)


def test_rank_csv_has_one_line_a_file(folder):
    out, _, _ = rank(folder, "--engine", "estimate", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [row["rank"] for row in rows] == ["1", "2"]


def test_rank_top_shows_the_first_only(folder):
    out, _, _ = rank(folder, "--engine", "estimate", "--format", "json", "--top", "1")
    assert len(json.loads(out)["ranked"]) == 1


def test_rank_with_a_rubric_file_uses_its_criteria(folder):
    rubric = {"title": "Chef", "criteria": [{"id": "a", "label": "Cakes", "need": "must", "levels": {}}]}
    (folder / "rubric.json").write_text(json.dumps(rubric))
    out, _, _ = rank(folder, "--engine", "estimate", "--format", "json", "--rubric", str(folder / "rubric.json"))
    data = json.loads(out)
    assert data["ranked"][0]["criteria"][0]["label"] == "Cakes"


def test_rank_needs_no_database(folder):
    """Without the database mark any access to it would fail this test."""
    assert rank(folder, "--engine", "estimate")[2] == 0


def test_rank_of_a_folder_leaves_out_what_is_hidden(folder):
    (folder / "cvs" / ".trash").mkdir()
    (folder / "cvs" / ".trash" / "old.txt").write_text(GOOD)
    (folder / "cvs" / ".draft.txt").write_text(GOOD)
    out, _, code = rank(folder, "--engine", "estimate", "--format", "json")
    assert (code, len(json.loads(out)["ranked"])) == (0, 2)


def test_rank_of_an_impossible_path_lists_it_and_ranks_the_others(folder):
    out, _, code = rank(folder, str(folder / ("x" * 300)), "--engine", "estimate", "--format", "json")
    data = json.loads(out)
    assert (code, len(data["ranked"]), len(data["failed"])) == (1, 2, 1)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse file names that are no UTF-8")
def test_rank_of_a_name_that_is_no_text_can_be_printed(folder):
    Path(os.fsdecode(bytes(folder / "cvs") + b"/caf\xe9.txt")).write_text(GOOD)
    for form in ("json", "csv", "table"):
        out, _, code = rank(folder, "--engine", "estimate", "--format", form)
        assert (code, out.encode("utf-8").decode().count("caf\ufffd.txt")) == (0, 1)


def test_rank_as_csv_holds_no_formula(folder, monkeypatch):
    monkeypatch.chdir(folder)
    (folder / "=1+1.txt").write_text(GOOD)
    out = io.StringIO()
    call_command("rank", "job.md", "=1+1.txt", "--engine", "estimate", "--format", "csv", stdout=out)
    assert next(csv.DictReader(io.StringIO(out.getvalue())))["file"] == "'=1+1.txt"


def test_rank_says_of_a_cv_that_copies_the_posting_that_it_does(folder):
    posting = (folder / "job.md").read_text()
    longer = (
        posting
        + "\n"
        + "\n".join(f"You will look after part {n} of our platform with care and skill." for n in range(9))
    )
    (folder / "job.md").write_text(longer)
    (folder / "cvs" / "copied.txt").write_text(f"Jane Example\nExperience\nEngineer, 2019 - 2025\n{longer}")
    ranked = json.loads(rank(folder, "--engine", "estimate", "--format", "json")[0])["ranked"]

    assert [Path(line["file"]).name for line in ranked if "jd_copy" in line["flags"]] == ["copied.txt"]
