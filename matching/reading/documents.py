"""Inside the child: from bytes to the text that a person would see, whatever the format."""

from matching.exceptions import UnreadableError
from matching.reading import kinds
from matching.reading.characters import clean
from matching.reading.docx import read_docx
from matching.reading.flags import flags_of
from matching.reading.found import Found
from matching.reading.limits import Limits
from matching.reading.odt import read_odt
from matching.reading.pdf import read_pdf
from matching.reading.pictures import read_picture
from matching.reading.plain import read_plain
from matching.reading.wire import Wire
from matching.reading.zips import open_document


def read_document(data: bytes, *, name: str, limits: Limits, pdfium: bool, wire: Wire) -> Found:
    """Read any document. Raises UnreadableError whose code is a key of UNREADABLE and whose text is the detail."""
    kind = kinds.kind_of(data)
    if kind == kinds.PDF:
        found = read_pdf(data, limits=limits, pdfium=pdfium, wire=wire)
    elif kind == kinds.ZIP:
        found = _read_zip(data, limits=limits)
    elif kind == kinds.OLE:
        raise UnreadableError(*_ole(data))
    elif kind in {kinds.PLAIN, kinds.HTML, kinds.RTF}:
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
            return read_docx(archive, limits=limits)
        if "content.xml" in names and "META-INF/manifest.xml" in names:
            return read_odt(archive, limits=limits)
    raise UnreadableError("unsupported", "a ZIP archive")


def _ole(data: bytes) -> tuple[str, str]:
    """An encrypted DOCX lives in the same container as an old DOC; only the stream's name tells them apart."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "password", "an encrypted Office document"
    if "WordDocument".encode("utf-16-le") in data:
        return "unsupported", "an old .doc file"
    return "unsupported", "an old Office file"


def _finished(found: Found, *, limits: Limits) -> Found:
    with found.step("clean"):
        cleaned = clean(found.text)
    if not any(map(str.isalnum, cleaned.text)):
        raise UnreadableError("no_text", "no letters in it")
    found.text = cleaned.text[: limits.max_text_chars].rstrip()
    found.flags += ["over_length"] * (len(cleaned.text) > limits.max_text_chars)
    found.hidden = [(page, clean(run).text) for page, run in found.hidden]
    found.hidden += [(1, run) for run in cleaned.smuggled]
    found.flags += ["hidden_text"] * bool(cleaned.smuggled)
    with found.step("flags"):
        found.flags = flags_of(found)
    return found
