"""Doctor: what is well on this installation, what is not, and what mends it."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from matching.clients.ollama import ServerStatus
from matching.models import Lease
from matching.pipeline.scanning import scanner
from matching.pipeline.servers import local_model

# SQLite before these versions can, very rarely, lose commits when checkpoints of several connections race.
MENDED_SQLITE = {(3, 44): 6, (3, 50): 7}
FIRST_MENDED_SQLITE = (3, 51, 3)


class Health(StrEnum):
    OK = "ok"
    WARNING = "warning"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the doctor: what was looked at, how it is, and what mends it."""

    name: str
    health: Health
    sentence: str
    mend: str = ""


def check_storage() -> Check:
    """Whether uploaded files can be stored."""
    folder = Path(settings.MEDIA_ROOT)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
        free = shutil.disk_usage(folder).free / 1024**3
    except OSError:
        return Check(
            "storage", Health.FAULT, "The folder for uploaded files cannot be written.", f"Make {folder} writable."
        )
    if free < 1:
        return Check(
            "storage", Health.WARNING, f"Only {free:.1f} GB are free for uploaded files.", "Make room on the disk."
        )
    return Check("storage", Health.OK, f"{free:.0f} GB are free for uploaded files.")


def check_database() -> Iterator[Check]:
    """Whether the database answers, is migrated, and is of a safe version."""
    try:
        plan = MigrationExecutor(connection).migration_plan(MigrationExecutor(connection).loader.graph.leaf_nodes())
    except DatabaseError:
        yield Check("database", Health.FAULT, "The database does not answer.", "Start it, or check DATABASE_URL.")
        return
    if plan:
        yield Check("database", Health.FAULT, f"{len(plan)} migrations wait.", "Run: python manage.py migrate")
        return
    yield Check("database", Health.OK, f"{connection.display_name} answers and is up to date.")
    version = sqlite3.sqlite_version_info
    mended = version >= FIRST_MENDED_SQLITE or version[2] >= MENDED_SQLITE.get(version[:2], 10**6)
    if connection.vendor == "sqlite" and not mended:
        yield Check(
            "sqlite version",
            Health.WARNING,
            f"SQLite {sqlite3.sqlite_version} can in very rare cases lose the last writes.",
            "Keep backups, use a Python with SQLite 3.51.3 or newer, or use PostgreSQL.",
        )


def check_scheduler() -> Check:
    """Whether some scheduler leads: without one, abandoned work is not put back."""
    try:
        leads = Lease.objects.filter(name="reconciler", until__gt=timezone.now()).exists()
    except DatabaseError:
        leads = False
    if leads:
        return Check("scheduler", Health.OK, "A scheduler is running.")
    return Check(
        "scheduler", Health.FAULT, "No scheduler is running.", "Run script/start, or: python manage.py scheduler"
    )


def check_model(status: ServerStatus | None = None) -> Iterator[Check]:
    """Whether the local model can be asked, with how much context, and whether it runs on the GPU."""
    status = status or local_model().status()
    if status.fault:
        health = Health.WARNING if status.fault in {"unreachable", "model_missing"} else Health.FAULT
        yield Check("local model", health, status.sentence, status.mend)
        return
    yield Check("local model", Health.OK, f"Ollama {status.version} has {settings.LOCAL_MODEL}.")
    for model in status.running:
        if model.digest != status.digest:
            continue
        if model.context_length and model.context_length < settings.LOCAL_NUM_CTX:
            yield Check(
                "context",
                Health.WARNING,
                f"The model runs with a context of {model.context_length} tokens, less than {settings.LOCAL_NUM_CTX}.",
                "Set LOCAL_NUM_CTX to what the model allows.",
            )
        if model.size and model.size_vram < model.size:
            share = 100 * model.size_vram // model.size
            yield Check(
                "gpu",
                Health.WARNING,
                f"Only {share} % of the model is on the GPU: it runs slowly.",
                "Choose a smaller model, or lower LOCAL_NUM_CTX.",
            )


def check_scanner() -> Check:
    """Whether uploaded files are scanned for viruses."""
    found = scanner()
    if found is None:
        return Check("virus scanner", Health.OK, "Off: files are not scanned for viruses. CLAMD_SOCKET turns it on.")
    if found.answers():
        return Check("virus scanner", Health.OK, "clamd answers: no file is opened before its verdict.")
    return Check(
        "virus scanner",
        Health.FAULT,
        "clamd does not answer: new files wait unopened.",
        "Start clamav-daemon, or correct CLAMD_SOCKET.",
    )


def check_office() -> Check:
    """Whether old Word files can be read."""
    if shutil.which("soffice") or shutil.which("libreoffice"):
        return Check("old Word files", Health.OK, "LibreOffice is installed: .doc files can be read.")
    return Check(
        "old Word files",
        Health.WARNING,
        "LibreOffice is not installed: .doc files are kept and wait.",
        "Debian: apt install libreoffice-writer-nogui. macOS: brew install --cask libreoffice.",
    )


def check_ocr() -> Check:
    """Whether scans can be read."""
    if shutil.which("tesseract"):
        return Check("text recognition", Health.OK, "Tesseract is installed: scans can be read.")
    return Check(
        "text recognition",
        Health.WARNING,
        "Tesseract is not installed: scans are kept and wait.",
        "Debian: apt install tesseract-ocr. macOS: brew install tesseract.",
    )
