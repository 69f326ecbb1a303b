"""A look by the virus scanner before anything opens a file; only where one is configured."""

from pathlib import Path

from django.conf import settings

from matching.clients.clamd import Scanner, ScannerError
from matching.models import CV
from matching.schemas import Reading

WAIT_SECONDS = 30.0


def scanner() -> Scanner | None:
    """The scanner of CLAMD_SOCKET, or None."""
    return Scanner(settings.CLAMD_SOCKET) if settings.CLAMD_SOCKET else None


def may_open(cv: CV) -> bool:
    """Whether a stored file may be shown or handed out: never an infected one, and none before its verdict."""
    first = cv if cv.file else cv.duplicate_of or cv
    verdict = first.state != CV.State.WAITING and first.state != CV.State.READING and first.reason != "not_scanned"
    return first.reason != "infected" and (verdict or not settings.CLAMD_SOCKET)


def refusal(path: Path) -> Reading | None:
    """Why a file must not be read; None when it may. Raises ScannerError when it has to wait for the scanner."""
    found = scanner()
    if found is None:
        return None
    try:
        with path.open("rb") as stream:
            virus = found.scan(stream)
    except FileNotFoundError:
        return None  # the reader says so
    except ScannerError as error:
        if not error.permanent:
            raise
        return Reading(ok=False, reason="not_scanned", detail=str(error))
    return Reading(ok=False, reason="infected", detail=virus) if virus else None
