"""Inside the child: from bytes to the text that a person would see, whatever the format."""

import zipfile

from matching.exceptions import UnreadableError
from matching.reading import kinds
from matching.reading.characters import clean
from matching.reading.docx import read_docx
from matching.reading.flags import flags_of
from matching.reading.found import Found
from matching.reading.limits import Limits
from matching.reading.lookalikes import FLAGGED_WORDS
from matching.reading.metadata import flags_of_properties, package_properties
from matching.reading.odt import read_odt
from matching.reading.office import CONVERT_SECONDS, to_docx
from matching.reading.pdf import read_pdf
from matching.reading.pictures import read_picture
from matching.reading.plain import TEXTS, read_plain
from matching.reading.unlock import is_locked, unlock
from matching.reading.wire import Wire
from matching.reading.zips import open_document


def read_document(data: bytes, *, name: str, limits: Limits, mend: bool, wire: Wire, password: str = "") -> Found:
    """Read any document. Raises UnreadableError whose code is a key of UNREADABLE and whose text is the detail."""
    if not password:
        return _read(data, name=name, limits=limits, mend=mend, wire=wire)
    try:
        return _read(unlock(data, password=password), name=name, limits=limits, mend=mend, wire=wire)
    except UnreadableError as error:
        if error.code != "password":
            raise
        # Nothing here opens this kind of lock: to ask for the password again would be no help.
        raise UnreadableError("not_unlocked", str(error)) from error


def _read(data: bytes, *, name: str, limits: Limits, mend: bool, wire: Wire) -> Found:
    kind = kinds.kind_of(data)
    if kind == kinds.PDF:
        found = read_pdf(data, limits=limits, mend=mend, wire=wire)
    elif kind == kinds.ZIP:
        found = _read_zip(data, limits=limits)
    elif kind == kinds.OLE:
        found = _read_ole(data, limits=limits, wire=wire)
    elif kind in TEXTS:
        found = read_plain(data, kind=kind, name=name)
    elif kind.startswith("image/"):
        found = read_picture(data, kind=kind, limits=limits, wire=wire)
    else:
        raise UnreadableError("unsupported", kinds.binary_name(data) or kind)
    return _finished(found, limits=limits)


def _read_zip(data: bytes, *, limits: Limits) -> Found:
    with open_document(data, limits=limits) as archive:
        names = set(archive.namelist())
        if "word/document.xml" in names or "[Content_Types].xml" in names:
            return _with_properties(read_docx(archive, limits=limits), archive, limits=limits)
        if "content.xml" in names and "META-INF/manifest.xml" in names:
            return _with_properties(read_odt(archive, limits=limits), archive, limits=limits)
    is_apple = any(name.endswith(".iwa") for name in names)
    raise UnreadableError("unsupported", "a Pages, Numbers or Keynote file" if is_apple else "a ZIP archive")


def _with_properties(found: Found, archive: zipfile.ZipFile, *, limits: Limits) -> Found:
    found.flags += flags_of_properties(package_properties(archive, limits=limits))
    return found


def _read_ole(data: bytes, *, limits: Limits, wire: Wire) -> Found:
    """An encrypted DOCX lives in the same container as an old DOC; only the streams' names tell them apart."""
    if is_locked(data):
        raise UnreadableError("password", "an encrypted Office document")
    if "__substg1.0_".encode("utf-16-le") in data:
        raise UnreadableError("unsupported", kinds.EMAIL)
    if "WordDocument".encode("utf-16-le") not in data:
        raise UnreadableError("unsupported", "an old Office file")
    wire.more_time(2 * CONVERT_SECONDS)
    with open_document(to_docx(data, limits=limits), limits=limits) as archive:
        found = _with_properties(read_docx(archive, limits=limits), archive, limits=limits)
    found.media_type, found.extractor = kinds.DOC, "libreoffice"
    return found


def _finished(found: Found, *, limits: Limits) -> Found:
    with found.step("clean"):
        cleaned = clean(found.text)
    if not any(map(str.isalnum, cleaned.text)):
        raise UnreadableError("no_text", "no letters in it")
    found.flags += ["lookalike_letters"] * (cleaned.lookalikes >= FLAGGED_WORDS)
    found.text = cleaned.text[: limits.max_text_chars].rstrip()
    found.flags += ["over_length"] * (len(cleaned.text) > limits.max_text_chars)
    found.hidden = [(page, clean(run).text) for page, run in found.hidden]
    found.hidden += [(1, run) for run in cleaned.smuggled]
    found.flags += ["hidden_text"] * bool(cleaned.smuggled)
    with found.step("flags"):
        found.flags = flags_of(found)
    return found
