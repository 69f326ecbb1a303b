"""The settings: what a malformed value does, what an empty one means, and the page that lists them."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHOW = "from django.conf import settings; print({})"

MALFORMED = [
    ("PORT", "eighty", "PORT must be a whole number from 0 to 65535."),
    ("PORT", "70000", "PORT must be a whole number from 0 to 65535."),
    ("DEBUG", "perhaps", "DEBUG must be true or false."),
    (
        "ALLOWED_HOSTS",
        "https://jobs.example.com",
        "ALLOWED_HOSTS must be a list with commas, such as jobs.example.com.",
    ),
    (
        "CSRF_TRUSTED_ORIGINS",
        "jobs.example.com",
        "CSRF_TRUSTED_ORIGINS must be a list with commas, such as https://jobs.example.com.",
    ),
    ("DATA_DIR", "/dev/null/x", "DATA_DIR cannot be a folder at /dev/null/x (Not a directory)."),
    ("DATABASE_URL", "garbage", "DATABASE_URL must start with sqlite:/// or postgres://."),
    ("DATABASE_URL", "mysql://db/jobs", "DATABASE_URL must start with sqlite:/// or postgres://."),
    ("DATABASE_URL", "sqlite://", "DATABASE_URL must name a database that several processes can open."),
    (
        "DATABASE_URL",
        "postgres://me:hidden@db:port/jobs",
        "DATABASE_URL is not a well-formed address; check its port (1 to 65535).",
    ),
    (
        "BROKER_URL",
        "amqp://localhost",
        "BROKER_URL must start with redis://, rediss:// or redis+socket://, or be none.",
    ),
    ("BROKER_URL", "redis://:hidden@[::1/0", "BROKER_URL is not a well-formed address; check its port (1 to 65535)."),
    (
        "BROKER_URL",
        "redis://broker.example.com/0",
        "Workers on other machines cannot share SQLite: set DATABASE_URL to PostgreSQL too.",
    ),
    ("OLLAMA_HOST", "ftp://models", "OLLAMA_HOST must be an address such as http://127.0.0.1:11434."),
    ("OLLAMA_HOST", "http://models:99999", "OLLAMA_HOST is not a well-formed address; check its port (1 to 65535)."),
    ("LOCAL_MODEL", "qwen 2.5", "LOCAL_MODEL must be a model's name such as qwen2.5:7b."),
    (
        "OCR_LANGUAGES",
        "deu, eng",
        "OCR_LANGUAGES must be auto, or names of Tesseract's language packs such as deu+eng.",
    ),
    ("LOCAL_SLOTS", "0", "LOCAL_SLOTS must be a whole number from 1 to 64."),
    ("LOCAL_NUM_CTX", "-1", "LOCAL_NUM_CTX must be a whole number from 2048 to 131072."),
    ("ANTHROPIC_API_KEY", "two words", "ANTHROPIC_API_KEY must be one word of plain letters, digits and signs."),
    (
        "ANTHROPIC_BASE_URL",
        "http://gateway.example.com",
        "ANTHROPIC_BASE_URL must be an https address, or http on this machine.",
    ),
    (
        "ANTHROPIC_BASE_URL",
        "api.anthropic.com",
        "ANTHROPIC_BASE_URL must be an https address, or http on this machine.",
    ),
    (
        "ANTHROPIC_BASE_URL",
        "https://me:hidden@gateway.example.com",
        "ANTHROPIC_BASE_URL must hold no user name, password, query or fragment.",
    ),
    ("CLOUD_MODEL", "haiku 4.5", "CLOUD_MODEL must be a model's name such as claude-haiku-4-5."),
    ("CLOUD_SLOTS", "0", "CLOUD_SLOTS must be a whole number from 1 to 64."),
    ("CLOUD_BATCH_HOUR", "24", "CLOUD_BATCH_HOUR must be a whole number from 0 to 23."),
    ("CLOUD_POLL_SECONDS", "often", "CLOUD_POLL_SECONDS must be a whole number from 1 to 3600."),
    ("MONTHLY_BUDGET_USD", "twenty", "MONTHLY_BUDGET_USD must be a number."),
    ("JOB_BUDGET_USD", "-1", "JOB_BUDGET_USD must be from 0 to 99999."),
    ("ESCALATION_SHARE", "20", "ESCALATION_SHARE must be from 0 to 1."),
    ("AUDIT_SHARE", "NaN", "AUDIT_SHARE must be from 0 to 1."),
    ("LEASE_SECONDS", "1.5", "LEASE_SECONDS must be a whole number from 3 to 3600."),
    ("MAX_UPLOAD_MB", "many", "MAX_UPLOAD_MB must be a whole number from 1 to 1024."),
    ("MAX_FILES", "0", "MAX_FILES must be a whole number from 1 to 10000."),
    ("MAX_ARCHIVE_MB", "0", "MAX_ARCHIVE_MB must be a whole number from 1 to 4096."),
    ("MAX_ARCHIVE_UNPACKED_MB", "x", "MAX_ARCHIVE_UNPACKED_MB must be a whole number from 1 to 65536."),
    ("MAX_UNPACKED_MB", "1.5", "MAX_UNPACKED_MB must be a whole number from 1 to 4096."),
    ("MAX_ENTRIES", "0", "MAX_ENTRIES must be a whole number from 1 to 50000."),
    ("MAX_RATIO", "1", "MAX_RATIO must be a whole number from 2 to 1100."),
    ("MAX_PAGES", "0", "MAX_PAGES must be a whole number from 1 to 1000."),
    ("CLAMD_SOCKET", "clamd", "CLAMD_SOCKET must be the path of a socket or host:port, such as 127.0.0.1:3310."),
    ("READ_MEMORY_MB", "100", "READ_MEMORY_MB must be a whole number from 512 to 65536."),
    ("READ_SECONDS", "1", "READ_SECONDS must be a whole number from 5 to 600."),
    ("OCR_SECONDS", "-5", "OCR_SECONDS must be a whole number from 10 to 3600."),
]


def python(tmp_path: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A Python of its own with these variables and no others of ours."""
    inherited = {name: value for name, value in os.environ.items() if name not in names_read()}
    settings = {"DJANGO_SETTINGS_MODULE": "jobtracker.settings", "DATA_DIR": str(tmp_path / "data"), **environment}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, env={**inherited, **settings}, capture_output=True, text=True)


def shown(tmp_path: Path, expression: str, **environment: str) -> str:
    done = python(tmp_path, "-c", SHOW.format(expression), **environment)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def names_read() -> set[str]:
    """The variables that settings.py reads: every call of an underscore function that starts with such a name."""
    tree = ast.parse((ROOT / "jobtracker" / "settings.py").read_text())
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name))
    firsts = (call.args[0].value for call in calls if call.args and isinstance(call.args[0], ast.Constant))
    return {first for first in firsts if isinstance(first, str) and re.fullmatch(r"[A-Z][A-Z_]+", first)}


@pytest.mark.parametrize(("name", "value", "sentence"), MALFORMED)
def test_start_with_malformed_value_stops_with_one_sentence(tmp_path, name, value, sentence):
    done = python(tmp_path, "manage.py", "check", **{name: value})

    assert done.stderr == f"jobtracker cannot start: {sentence}\n"
    assert (done.stdout, done.returncode) == ("", 2)


def test_supervisor_with_malformed_value_stops_with_the_same_sentence(tmp_path):
    done = python(tmp_path, "-m", "jobtracker.supervisor", LOCAL_SLOTS="several")

    assert done.stderr == "jobtracker cannot start: LOCAL_SLOTS must be a whole number from 1 to 64.\n"
    assert done.returncode == 2


def test_empty_values_count_as_not_set(tmp_path):
    empty = dict.fromkeys(names_read() - {"DATA_DIR"}, "")

    shown_values = shown(tmp_path, "settings.LOCAL_MODEL, settings.LOCAL_SLOTS, settings.HOST, settings.PORT", **empty)

    assert shown_values == "qwen2.5:7b 1 127.0.0.1 0"


def test_data_dir_with_odd_letters_keeps_them_in_the_database_path(tmp_path):
    odd = tmp_path / "a b+c %20#d"

    assert shown(tmp_path, "settings.DATABASES['default']['NAME']", DATA_DIR=str(odd)) == f"{odd}/jobtracker.sqlite3"


def test_data_dir_relative_starts_at_the_project(tmp_path):
    relative = os.path.relpath(tmp_path / "data", ROOT)

    assert shown(tmp_path, "settings.DATA_DIR", DATA_DIR=relative) == str(tmp_path / "data")


def test_secret_key_made_once_and_private(tmp_path):
    first, second = (shown(tmp_path, "settings.SECRET_KEY") for _ in range(2))

    assert first == second
    assert (tmp_path / "data" / "secret_key").stat().st_mode & 0o777 == 0o600


def test_postgres_options_of_the_address_kept_beside_the_pool(tmp_path):
    url = "postgres://me:pass@db.example.com/jobs?sslmode=require"

    options = shown(tmp_path, "sorted(settings.DATABASES['default']['OPTIONS'])", DATABASE_URL=url)

    assert options == "['pool', 'sslmode']"


def test_broker_none_leaves_no_address(tmp_path):
    assert shown(tmp_path, "repr(settings.BROKER_URL)", BROKER_URL="none") == "''"


def test_settings_page_lists_exactly_what_is_read():
    page = (ROOT / "docs" / "settings.md").read_text()

    assert set(re.findall(r"^\| `([A-Z_]+)`", page, re.MULTILINE)) == names_read()


def test_malformed_values_tried_for_every_setting_that_can_be_malformed():
    assert names_read() - {name for name, _, _ in MALFORMED} == {"HOST", "MEDIA_ROOT", "SECRET_KEY"}
