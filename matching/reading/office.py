"""Office files by way of LibreOffice, when it is there: DOC to DOCX, any to PDF. Runs in the child, limited as it."""

import contextlib
import functools
import os
import resource
import shutil
import subprocess
import tempfile
from pathlib import Path

from matching.exceptions import UnreadableError
from matching.reading.limits import Limits

CONVERT_SECONDS = 90.0
# LibreOffice asks for its settings to be read again after it made a profile.
AGAIN = 81
_NOT_OPENED = "LibreOffice cannot open it"
_MEGABYTE = 1024 * 1024
MEMORY_SHARE = 3
_PATH = "/org.openoffice.Office.Common/Security/Scripting"
_ITEM = f'<item oor:path="{_PATH}"><prop oor:name="{{}}"><value>{{}}</value></prop></item>'
# Macros never run, and nothing that a document links to is fetched.
_SECURITY = {
    "DisableMacrosExecution": "true",
    "MacroSecurityLevel": "3",
    "BlockUntrustedRefererLinks": "true",
    "DisableActiveContent": "true",
}


def program() -> Path | None:
    """LibreOffice itself, without the scripts that start it and would outlive a kill; None when it is missing."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return _itself(found) if found else None


@functools.cache
def _itself(found: str) -> Path:
    real = Path(found).resolve()
    inner = real.parent / "soffice.bin"
    return inner if inner.exists() else real


def to_docx(data: bytes, *, limits: Limits) -> bytes:
    """The DOCX of a DOC; raises UnreadableError needs_converter, damaged, too_large, too_slow, crashed, no_reader."""
    if program() is None:
        raise UnreadableError("needs_converter", "an old Word file (.doc)")
    return converted(data, "doc", ("--infilter=MS Word 97", "--convert-to", "docx:MS Word 2007 XML"), limits=limits)


def to_pdf(data: bytes, suffix: str, *, limits: Limits) -> bytes:
    """The pages that LibreOffice prints of an office document; raises UnreadableError as `to_docx`."""
    return converted(data, suffix, ("--convert-to", "pdf:writer_pdf_Export"), limits=limits)


def converted(data: bytes, suffix: str, how: tuple[str, ...], *, limits: Limits) -> bytes:
    """What LibreOffice makes of a document with that ending.

    A document may take `CONVERT_SECONDS`, and the first one of a child twice that.
    """
    office = program()
    if office is None:
        raise UnreadableError("needs_converter", f"an office document (.{suffix})")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, made = folder / f"cv.{suffix}", folder / f"cv.{how[-1].partition(':')[0]}"
        source.write_bytes(data)
        status = _run(office, (*how, "--outdir", str(folder), str(source)), folder=folder, limits=limits)
        if not made.is_file():
            # Of what it cannot open it says so and ends well; anything else is no fault of the document.
            code, detail = ("crashed", f"LibreOffice ended with {status}") if status else ("damaged", _NOT_OPENED)
            raise UnreadableError(code, detail)
        if made.stat().st_size > limits.max_bytes:
            raise UnreadableError("too_large", f"as {made.suffix[1:].upper()}")
        return made.read_bytes()


def _run(office: Path, how: tuple[str, ...], *, folder: Path, limits: Limits) -> int:
    """Its exit status, negative for a signal."""
    profile = _profile()
    options = (
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        "--nologo",
        f"-env:UserInstallation=file://{profile}",
    )
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8"}
    for _ in range(2):
        try:
            done = subprocess.run(  # noqa: S603 - our own program, on a file of ours
                [office, *options, *how],
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=CONVERT_SECONDS,
                check=False,
                preexec_fn=lambda: _allow(MEMORY_SHARE * limits.max_memory_mb),
            )
        except subprocess.TimeoutExpired as error:
            raise UnreadableError("too_slow", "LibreOffice") from error
        except OSError as error:
            raise UnreadableError("no_reader", "LibreOffice did not start") from error
        if done.returncode != AGAIN:
            break
    return done.returncode


@functools.cache
def _profile() -> Path:
    """The settings of this child's LibreOffice, in the child's own folder and gone with it."""
    folder = Path(tempfile.mkdtemp(prefix="office-"))
    (folder / "user").mkdir()
    items = "".join(_ITEM.format(name, value) for name, value in _SECURITY.items())
    head = '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    (folder / "user" / "registrymodifications.xcu").write_text(f"{head}{items}</oor:items>")
    return folder


def _allow(megabytes: int) -> None:
    """More address space than a parser needs: LibreOffice maps its many libraries."""
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * _MEGABYTE, resource.RLIM_INFINITY))
