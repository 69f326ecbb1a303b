"""What a PDF says beside its pages: its properties, attachments, headings, and what is fastened to its pages."""

import contextlib
import ctypes
import io
import zlib
from collections.abc import Iterator

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium_c
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from matching.reading.annotations import MOST_ANNOTATIONS, string_of
from matching.reading.metadata import flags_of_properties, words_of

MOST_VALUES = 400
MOST_DEPTH = 6
MOST_HEADINGS = 500
MOST_BYTES = 1_000_000
_KEYS = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer")
# Of what is fastened to a page: its note, who wrote it, its heading, the tip and the names of a field.
_SAID = (b"Contents", b"RC", b"Subj", b"T", b"TU", b"Title", b"Alt")
_BROKEN = (PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, OSError, RuntimeError)
_BROKEN += (TypeError, ValueError)


def pdf_flags(document: pypdfium2.PdfDocument, data: bytes) -> list[str]:
    """The flag of a PDF whose properties, attachments, headings or notes hold orders to a machine, or none."""
    texts = [document.get_metadata_value(key) for key in _KEYS]
    texts += [*stored_texts(data), *_attachments(document)]
    return flags_of_properties(texts, titles=[*_headings(document), *_fastened(document)])


def stored_texts(data: bytes) -> list[str]:
    """All values of the Info dictionary, the XMP, packed or not, and what attachments are described by.

    Nothing where pypdf cannot open the file.
    """
    texts: list[str] = []
    with contextlib.suppress(*_BROKEN):
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return texts
        for place in (reader.trailer.get("/Info"), *_named(reader)):
            with contextlib.suppress(*_BROKEN):
                texts += _strings(place)
        with contextlib.suppress(*_BROKEN):
            texts.append(words_of(_unpacked(reader.trailer["/Root"]["/Metadata"].get_object())))
    return texts


def _named(reader: pypdf.PdfReader) -> Iterator[object]:
    """The tree of attachments, and those that belong to the document as a whole."""
    root = reader.trailer["/Root"]
    names = root.get("/Names")
    if names is not None:
        yield names.get_object().get("/EmbeddedFiles")
    yield root.get("/AF")


def _strings(value: object, *, depth: int = 0, count: list[int] | None = None) -> list[str]:
    """The texts in a value of a PDF and below it; streams are not unpacked."""
    count = [0] if count is None else count
    count[0] += 1
    if value is None or depth > MOST_DEPTH or count[0] > MOST_VALUES:
        return []
    value = value.get_object() if hasattr(value, "get_object") else value
    below: list = []
    if isinstance(value, DictionaryObject):
        below = [each for key, each in value.items() if key != "/Parent"]
    elif isinstance(value, ArrayObject):
        below = list(value)
    elif isinstance(value, bytes):
        return [value.decode("latin-1")]
    elif isinstance(value, str):
        return [str(value)]
    return [text for each in below for text in _strings(each, depth=depth + 1, count=count)]


def _unpacked(stream: StreamObject) -> str:
    """The XMP of a file, as much of it as honest ones have: a packed one may unpack to anything."""
    # Its get_data() would unpack all of it.
    kind, packed = stream.get("/Filter"), stream._data
    kind = kind[0] if isinstance(kind, ArrayObject) and len(kind) == 1 else kind
    if kind is None:
        return _decoded(packed[:MOST_BYTES])
    if kind == "/FlateDecode":
        with contextlib.suppress(zlib.error):
            return _decoded(zlib.decompressobj().decompress(packed, MOST_BYTES))
    return ""


def _decoded(data: bytes) -> str:
    wide = data[:2] in {b"\xff\xfe", b"\xfe\xff"}
    return data.decode("utf-16" if wide else "utf-8", errors="replace")


def _attachments(document: pypdfium2.PdfDocument) -> Iterator[str]:
    for number in range(min(pdfium_c.FPDFDoc_GetAttachmentCount(document), MOST_VALUES)):
        if attachment := pdfium_c.FPDFDoc_GetAttachment(document, number):
            yield string_of(lambda buffer, size, one=attachment: pdfium_c.FPDFAttachment_GetName(one, buffer, size))


def _headings(document: pypdfium2.PdfDocument) -> Iterator[str]:
    with contextlib.suppress(pypdfium2.PdfiumError, RecursionError):
        for number, bookmark in enumerate(document.get_toc()):
            if number >= MOST_HEADINGS:
                return
            yield bookmark.get_title()


def _fastened(document: pypdfium2.PdfDocument) -> Iterator[str]:
    """What notes, links, stamps and fields of all pages say of themselves; what shows on the page is read elsewhere."""
    for number in range(len(document)):
        with contextlib.suppress(pypdfium2.PdfiumError):
            page = document[number]
            for index in range(min(pdfium_c.FPDFPage_GetAnnotCount(page), MOST_ANNOTATIONS)):
                if annotation := pdfium_c.FPDFPage_GetAnnot(page, index):
                    yield from _said(annotation)
                    pdfium_c.FPDFPage_CloseAnnot(annotation)
            page.close()


def _said(annotation: ctypes.c_void_p) -> Iterator[str]:
    for key in _SAID:
        yield string_of(lambda buffer, size, key=key: pdfium_c.FPDFAnnot_GetStringValue(annotation, key, buffer, size))
