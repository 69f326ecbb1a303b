"""Files that wait for a program which was not there: read again as soon as it is."""

import hashlib
import uuid
from datetime import UTC, datetime

from matching.models import Lease
from matching.pipeline.intake import retry_reasons
from matching.reading import ocr_languages, office_program

NAME = "programs"
OFFICE = "LibreOffice"


def programs() -> frozenset[str]:
    """What this machine can read with now: the languages of text recognition, and LibreOffice."""
    return ocr_languages() | ({OFFICE} if office_program() else frozenset())


def retry_waiting() -> list[uuid.UUID]:
    """Put files in line again that waited for text recognition or for LibreOffice, when what is installed has changed
    since it was last looked at; their ids.

    Once for each change: what still cannot be read then, waits for the next.
    """
    found = programs()
    seen = hashlib.sha256(",".join(sorted(found)).encode()).hexdigest()
    row, _ = Lease.objects.get_or_create(name=NAME, defaults={"owner": "", "until": datetime(1970, 1, 1, tzinfo=UTC)})
    if not Lease.objects.filter(name=NAME, owner=row.owner).exclude(owner=seen).update(owner=seen):
        return []
    reasons = ["needs_ocr"] * bool(found - {OFFICE}) + ["needs_converter"] * (OFFICE in found)
    return retry_reasons(*reasons) if reasons else []
