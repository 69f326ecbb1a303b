"""Honest CVs by programs that people write theirs with, where they are installed: LibreOffice and Chromium."""

import contextlib
import random
import shutil
import subprocess
import tempfile
from pathlib import Path

from benchmarks.attacks import honest, languages
from benchmarks.attacks.sample import Sample

_SECONDS = 240
_FORMATS = ("pdf", "odt", "doc", "rtf")


def by_programs(chance: random.Random, *, each: int) -> list[Sample]:
    """`each` CVs by each program; fewer where one is missing."""
    texts = chance.sample(languages.every(), k=min(each, len(languages.every())))
    return by_libreoffice(texts, chance) + by_chromium(texts, chance)


def by_libreoffice(texts: list[str], chance: random.Random) -> list[Sample]:
    """Word documents as LibreOffice saves them: as PDF, ODT, DOC and RTF."""
    program = shutil.which("soffice")
    if not program or not texts:
        return []
    with tempfile.TemporaryDirectory(prefix="jobtracker-hostile-") as name:
        folder = Path(name)
        for number, text in enumerate(texts):
            (folder / f"{number}.docx").write_bytes(honest.word(text, chance).data)
        files = [str(folder / f"{number}.docx") for number in range(len(texts))]
        own = f"-env:UserInstallation=file://{folder}/profile"
        for kind in _FORMATS:
            command = [program, own, "--headless", "--convert-to", kind, "--outdir", str(folder / kind), *files]
            with contextlib.suppress(subprocess.TimeoutExpired):
                subprocess.run(command, capture_output=True, check=False, timeout=_SECONDS)
        return [
            Sample("honest", f"libreoffice: {kind}", path.read_bytes(), name=f"cv.{kind}", words=text)
            for number, text in enumerate(texts)
            for kind in _FORMATS
            if (path := folder / kind / f"{number}.{kind}").is_file()
        ]


def by_chromium(texts: list[str], chance: random.Random) -> list[Sample]:
    """Web pages as Chromium prints them."""
    try:
        from playwright.sync_api import Error, sync_playwright  # only here: measuring works without it
    except ImportError:
        return []
    try:
        with sync_playwright() as playwright, playwright.chromium.launch() as browser:
            page = browser.new_page()
            return [_printed(page, text, chance) for text in texts]
    except Error:
        return []


def _printed(page, text: str, chance: random.Random) -> Sample:
    page.set_content(honest.markup(text, chance))
    return Sample("honest", "chromium: pdf", page.pdf(format="A4"), words=text)
