"""Locked documents and the password that a person gave: in, the same document without a lock."""

import io
import struct

import msoffcrypto
import pypdfium2
import pypdfium2.raw as pdfium_c
from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError

from matching.exceptions import UnreadableError
from matching.reading import kinds

_BROKEN = (
    DecryptionError,
    FileFormatError,
    ParseError,
    ArithmeticError,
    LookupError,
    OSError,
    TypeError,
    ValueError,
    struct.error,
)


def unlock(data: bytes, *, password: str) -> bytes:
    """The document without its lock, or as it was when it has none; raises UnreadableError wrong_password, damaged."""
    kind = kinds.kind_of(data)
    if kind == kinds.PDF:
        return _pdf(data, password=password)
    return _office(data, password=password) if kind == kinds.OLE and is_locked(data) else data


def is_locked(data: bytes) -> bool:
    """Whether an Office file in the old container is encrypted: a DOCX put into it, or a DOC that says so."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return True
    try:
        return bool(msoffcrypto.OfficeFile(io.BytesIO(data)).is_encrypted())
    except (*_BROKEN, AttributeError, RecursionError):
        return False


def _pdf(data: bytes, *, password: str) -> bytes:
    try:
        with pypdfium2.PdfDocument(data, password=password) as document:
            plain = io.BytesIO()
            document.save(plain, flags=pdfium_c.FPDF_REMOVE_SECURITY)
            return plain.getvalue()
    except pypdfium2.PdfiumError as error:
        if pdfium_c.FPDF_GetLastError() == pdfium_c.FPDF_ERR_PASSWORD:
            raise UnreadableError("wrong_password", "") from error
        return data  # its readers may know more


def _office(data: bytes, *, password: str) -> bytes:
    plain = io.BytesIO()
    try:
        document = msoffcrypto.OfficeFile(io.BytesIO(data))
        document.load_key(password=password, verify_password=True)
        document.decrypt(plain)
    except InvalidKeyError as error:
        raise UnreadableError("wrong_password", "") from error
    except (*_BROKEN, AttributeError) as error:
        raise UnreadableError("damaged", "its lock is broken") from error
    return plain.getvalue()
