"""Inside the child: an office document as the pages that LibreOffice prints of it, so that they can be drawn."""

import pypdfium2

from matching.exceptions import UnreadableError
from matching.reading import kinds
from matching.reading.limits import Limits
from matching.reading.office import CONVERT_SECONDS, to_pdf
from matching.reading.unlock import is_locked
from matching.reading.wire import Wire
from matching.reading.zips import open_document

# The answer travels in one message; a CV prints to a tenth of this.
MOST_BYTES = 5 * 1024 * 1024
_SUFFIX = {kinds.OLE: "doc", kinds.RTF: "rtf"}


def print_document(data: bytes, *, limits: Limits, wire: Wire) -> tuple[bytes, int]:
    """The PDF of an office document and how many pages it has.

    Raises UnreadableError: needs_converter, password, unsupported, damaged, too_large, too_slow, bomb.
    """
    suffix = _suffix_of(data, limits=limits)
    wire.more_time(2 * CONVERT_SECONDS)
    made = to_pdf(data, suffix, limits=limits)
    if len(made) > MOST_BYTES:
        raise UnreadableError("too_large", "as pages")
    try:
        with pypdfium2.PdfDocument(made) as document:
            return made, len(document)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError("damaged", "LibreOffice printed nothing") from error


def _suffix_of(data: bytes, *, limits: Limits) -> str:
    """The ending that tells LibreOffice what the file is; what unpacks to too much is refused before it opens it."""
    kind = kinds.kind_of(data)
    if kind == kinds.OLE and is_locked(data):
        raise UnreadableError("password", "an encrypted Office document")
    if kind == kinds.ZIP:
        with open_document(data, limits=limits) as archive:
            return "odt" if "content.xml" in archive.namelist() else "docx"
    if kind not in _SUFFIX:
        raise UnreadableError("unsupported", kind)
    return _SUFFIX[kind]
