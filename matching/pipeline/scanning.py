"""A look by the virus scanner before anything opens a file; only where one is configured."""

from pathlib import Path

from django.conf import settings

from matching.clients.clamd import Scanner, ScannerError
from matching.models import CV
from matching.schemas import Reading

WAIT_SECONDS = 30.0
MOST_ANSWERS = 5
_UNSEEN = {"infected", "not_scanned", "not_found"}


def scanner() -> Scanner | None:
    """The scanner of CLAMD_SOCKET, or None."""
    return Scanner(settings.CLAMD_SOCKET) if settings.CLAMD_SOCKET else None


def may_open(cv: CV) -> bool:
    """Whether a stored file may be shown or handed out: never an infected one, and none without a clean verdict.

    What was read before there was a scanner has been opened already, and stays open.
    """
    first = cv if cv.file else cv.duplicate_of or cv
    verdict = first.scanned or first.state == CV.State.READ
    return first.reason != "infected" and (verdict or not settings.CLAMD_SOCKET)


def was_passed(reading: Reading) -> bool:
    """Whether a scanner found the file of this reading clean."""
    return bool(settings.CLAMD_SOCKET) and reading.reason not in _UNSEEN


def wait_of(error: ScannerError, *, attempt: int) -> dict:
    """How a file waits for its verdict, as `give_back` takes it: a try counts only when the scanner answered."""
    if not error.answered:
        return {"after_seconds": WAIT_SECONDS, "same_attempt": True}
    return {"after_seconds": WAIT_SECONDS * 2 ** (attempt - 1)}


def refusal(path: Path, *, attempt: int = 1) -> Reading | None:
    """Why a file must not be read; None when it may. Raises ScannerError when it has to wait for the scanner.

    A scanner that answers without a verdict is asked MOST_ANSWERS times, and then the file is not scanned for good.
    """
    found = scanner()
    if found is None:
        return None
    try:
        with path.open("rb") as stream:
            virus = found.scan(stream)
    except FileNotFoundError:
        return None  # the reader says so
    except ScannerError as error:
        if not error.permanent and not (error.answered and attempt >= MOST_ANSWERS):
            raise
        detail = str(error) if error.permanent else f"it gave no verdict, asked {MOST_ANSWERS} times"
        return Reading(ok=False, reason="not_scanned", detail=detail)
    return Reading(ok=False, reason="infected", detail=virus) if virus else None
