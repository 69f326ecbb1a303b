"""Pages of a document as pictures: drawn once by the isolated reader, then kept beside the stored file."""

import base64
import contextlib
import os
import threading
import time
import uuid
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from matching.exceptions import JobtrackerError
from matching.models import CV
from matching.pipeline.limits import limits
from matching.pipeline.scanning import may_open
from matching.reading import draw, office_program, paper

SECONDS = 8.0
# What a request waits for a free child, and for a document to be printed; then it is answered and asked again.
PATIENCE = 2.0
PRINT_PATIENCE = 8.0
PDF = "application/pdf"
OFFICE = {
    "application/msword",
    "application/rtf",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
MOST_PAGES = 60
# A fault of the document comes again whenever it is drawn; one that a busy minute may have made is tried again later;
# one of this server may be gone in a moment.
FAULTS = {
    "password": "The file is locked with a password, which is not kept, so its pages cannot be shown.",
    "damaged": "This page is damaged and cannot be drawn.",
    "bomb": "This page was stopped: drawing it took more memory than a document should.",
    "too_slow": "This page was stopped: drawing it took too long.",
    "crashed": "This page made the program that draws it fail; nothing else was hurt.",
    "too_large": "This page is too large to be drawn.",
    "unsupported": "This kind of file has no pages that can be drawn.",
}
NOT_FOR_EVER = {"bomb", "too_slow", "crashed"}
FAULT_SECONDS = 600
NOT_SCANNED = "The virus scanner has not passed this file, so it is not opened."
NO_PAGE = "The document has no such page."
PASSING = "This page cannot be drawn right now. Load it again in a moment."
INSTEAD = "Read its text instead, or download the original file."
FIRST_PAGE, PAPER = "p1.webp", "paper.pdf"
_PRINTING = threading.Lock()


def has_pages(cv: CV) -> bool:
    """Whether a CV has pages that can be drawn here."""
    return (bool(cv.pages) and is_drawable(cv.media_type)) or (cv.media_type in OFFICE and office_program() is not None)


def is_drawable(media_type: str) -> bool:
    """Whether files of this kind can be drawn as they are."""
    return media_type == PDF or media_type.startswith("image/")


def count_pages(cv: CV) -> int:
    """How many pages can be looked at; 0 for an office document that was not printed yet. Raises as `page_picture`."""
    if is_drawable(cv.media_type):
        _raise_kept(_beside(_stored(cv), FIRST_PAGE), only={"password"})
        return min(cv.pages, MOST_PAGES)
    printed = _beside(_stored(cv), PAPER)
    if not printed.exists():
        _raise_kept(printed)
        return 0
    return min(int(printed.with_suffix(".pages").read_text()), MOST_PAGES)


def page_picture(cv: CV, *, number: int) -> Path:
    """The file with the picture (WebP) of page `number`, drawn now if it was not before.

    Raises JobtrackerError with a sentence for a person: `not_stored`, `not_scanned`, `no_page`, `busy`, or one of
    FAULTS.
    """
    if not 1 <= number <= MOST_PAGES:
        raise JobtrackerError("no_page", NO_PAGE)
    path = _stored(cv)
    drawn_from = path if is_drawable(cv.media_type) or cv.media_type not in OFFICE else _paper(path)
    most = replace(limits(), max_seconds=SECONDS)
    ask = partial(draw, drawn_from, page=number, limits=most, patience=PATIENCE)
    with _of_a_stored_file(path):
        return _once(_beside(path, f"p{number}.webp"), ask, part="picture")


@contextlib.contextmanager
def _of_a_stored_file(path: Path) -> Iterator[None]:
    """Whatever is drawn inside goes again when the file was erased meanwhile. Raises JobtrackerError "not_stored"."""
    try:
        yield
    finally:
        if not path.exists():
            for kept in pages_beside(path):
                kept.unlink(missing_ok=True)
            raise JobtrackerError("not_stored", "The file is not stored here.")


def _stored(cv: CV) -> Path:
    stored = cv.file or (cv.duplicate_of.file if cv.duplicate_of else None)
    if not stored or not stored.storage.exists(stored.name):
        raise JobtrackerError("not_stored", "The file is not stored here.")
    if not may_open(cv):
        raise JobtrackerError("not_scanned", NOT_SCANNED)
    return Path(stored.path)


def _paper(path: Path) -> Path:
    """The PDF of an office document, printed now if it was not before: one at a time, as its pages come together.

    LibreOffice may take minutes and a request does not: it goes on by itself, and who asks meanwhile is told to wait.
    """
    kept = _beside(path, PAPER)
    if not kept.exists():
        _raise_kept(kept)
        if not _PRINTING.acquire(timeout=PATIENCE):
            raise JobtrackerError("busy", PASSING)
        printer = threading.Thread(target=_print_alone, args=(path, kept), daemon=True)
        try:
            printer.start()
        except RuntimeError as error:
            _PRINTING.release()
            raise JobtrackerError("busy", PASSING) from error
        printer.join(PRINT_PATIENCE)
    return _once(kept, lambda: {"reason": "busy"}, part="paper")


def _print_alone(path: Path, kept: Path) -> None:
    try:
        with contextlib.suppress(JobtrackerError), _of_a_stored_file(path):
            _once(kept, lambda: _print(path, kept), part="paper")
    finally:
        _PRINTING.release()


def _print(path: Path, kept: Path) -> dict:
    answer = paper(path, limits=limits())
    if not answer.get("reason"):
        _keep(kept.with_suffix(".pages"), str(answer["pages"]).encode())
    return answer


def _once(kept: Path, ask: Callable[[], dict], *, part: str) -> Path:
    """What was made before, or what `ask` answers now under the name `part`; a fault is kept in its place."""
    if kept.exists():
        return kept
    _raise_kept(kept)
    answer = ask()
    if code := answer.get("reason", ""):
        if code in FAULTS:
            _keep(kept.with_suffix(".fault"), code.encode())
        raise _fault(code)
    _keep(kept, base64.b64decode(answer[part]))
    return kept


def _raise_kept(kept: Path, *, only: Collection[str] = FAULTS) -> None:
    """Raise the fault that was kept in this file's place, unless it may have been the fault of a busy minute."""
    place = kept.with_suffix(".fault")
    with contextlib.suppress(FileNotFoundError):
        code, age = place.read_text(), time.time() - place.stat().st_mtime
        if code in only and (code not in NOT_FOR_EVER or age < FAULT_SECONDS):
            raise _fault(code)


def forget_pages(cv: CV) -> None:
    """Delete what was drawn of a CV, as with its file or before it is read anew."""
    for kept in pages_beside(Path(cv.file.path)) if cv.file else ():
        # What stays, stays a picture of the same page.
        with contextlib.suppress(OSError):
            kept.unlink()


def note_locked(cv: CV) -> None:
    """Remember of a document that was read with a password that its pages cannot be shown: the password is not kept."""
    path = Path(cv.file.path)
    with contextlib.suppress(JobtrackerError), _of_a_stored_file(path):
        for name in (FIRST_PAGE, PAPER):
            _keep(_beside(path, name).with_suffix(".fault"), b"password")


def pages_beside(path: Path) -> list[Path]:
    """What was drawn of a stored file."""
    return list(path.parent.glob(f"{path.name}.p*"))


def _beside(path: Path, ending: str) -> Path:
    """The file's own name is random, so a name made of it is as hard to guess."""
    return path.with_name(f"{path.name}.{ending}")


def _fault(code: str) -> JobtrackerError:
    if code == "no_page":
        return JobtrackerError(code, NO_PAGE)
    return JobtrackerError(code, f"{FAULTS[code]} {INSTEAD}") if code in FAULTS else JobtrackerError("busy", PASSING)


def _keep(target: Path, content: bytes) -> None:
    """Whole or not at all, whoever else draws the same page at this moment."""
    scratch = target.with_name(f"{target.name}.{uuid.uuid4().hex}")
    scratch.touch(mode=0o600)
    try:
        scratch.write_bytes(content)
        os.replace(scratch, target)
    finally:
        scratch.unlink(missing_ok=True)
