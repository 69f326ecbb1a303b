"""Pages of a document as pictures: drawn once by the isolated reader, then kept beside the stored file."""

import base64
import contextlib
import os
import uuid
from dataclasses import replace
from pathlib import Path

from matching.exceptions import JobtrackerError
from matching.models import CV
from matching.pipeline.limits import limits
from matching.pipeline.scanning import may_open
from matching.reading import draw

SECONDS = 15.0
MOST_PAGES = 60
# A fault of the document comes again whenever it is drawn; one of this server may be gone in a moment.
LASTING = {
    "password": "The file is locked with a password, so its pages cannot be shown.",
    "damaged": "This page is damaged and cannot be drawn.",
    "bomb": "This page was stopped: drawing it took more memory than a document should.",
    "too_slow": "This page was stopped: drawing it took too long.",
    "crashed": "This page made the program that draws it fail; nothing else was hurt.",
    "too_large": "This page is too large to be drawn.",
    "unsupported": "This kind of file has no pages that can be drawn.",
}
NOT_SCANNED = "The virus scanner has not passed this file, so it is not opened."
NO_PAGE = "The document has no such page."
PASSING = "This page cannot be drawn right now. Load it again in a moment."
INSTEAD = "Read its text instead, or download the original file."


def pages_of(cv: CV) -> int:
    """How many pages of a CV can be shown as pictures; 0 when it is not of a kind that has any."""
    return min(cv.pages, MOST_PAGES) if is_drawable(cv.media_type) else 0


def is_drawable(media_type: str) -> bool:
    """Whether files of this kind have pages that can be drawn."""
    return media_type == "application/pdf" or media_type.startswith("image/")


def page_picture(cv: CV, *, number: int) -> Path:
    """The file with the picture (WebP) of page `number`, drawn now if it was not before.

    Raises JobtrackerError with a sentence for a person: `not_stored`, `no_page`, `busy`, or one of LASTING.
    """
    if not 1 <= number <= MOST_PAGES:
        raise JobtrackerError("no_page", NO_PAGE)
    stored = cv.file or (cv.duplicate_of.file if cv.duplicate_of else None)
    if not stored or not stored.storage.exists(stored.name):
        raise JobtrackerError("not_stored", "The file is not stored here.")
    if not may_open(cv):
        raise JobtrackerError("not_scanned", NOT_SCANNED)
    path = Path(stored.path)
    kept = _beside(path, number)
    if kept.exists():
        return kept
    with contextlib.suppress(FileNotFoundError):
        raise _fault(_beside(path, number, fault=True).read_text())
    answer = draw(path, page=number, limits=replace(limits(), max_seconds=SECONDS))
    if code := answer.get("reason", ""):
        if code in LASTING:
            _keep(_beside(path, number, fault=True), code.encode())
        raise _fault(code)
    _keep(kept, base64.b64decode(answer["picture"]))
    return kept


def forget_pages(cv: CV) -> None:
    """Delete what was drawn of a CV, as with its file or before it is read anew."""
    if cv.file:
        path = Path(cv.file.path)
        for kept in path.parent.glob(f"{path.name}.p*"):
            kept.unlink(missing_ok=True)


def _beside(path: Path, number: int, *, fault: bool = False) -> Path:
    """The file's own name is random, so a name made of it is as hard to guess."""
    return path.with_name(f"{path.name}.p{number}.{'fault' if fault else 'webp'}")


def _fault(code: str) -> JobtrackerError:
    if code == "no_page":
        return JobtrackerError(code, NO_PAGE)
    return JobtrackerError(code, f"{LASTING[code]} {INSTEAD}") if code in LASTING else JobtrackerError("busy", PASSING)


def _keep(target: Path, content: bytes) -> None:
    """Whole or not at all, whoever else draws the same page at this moment."""
    scratch = target.with_name(f"{target.name}.{uuid.uuid4().hex}")
    scratch.touch(mode=0o600)
    try:
        scratch.write_bytes(content)
        os.replace(scratch, target)
    finally:
        scratch.unlink(missing_ok=True)
