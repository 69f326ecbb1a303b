"""What a file is, by its content and never by its name."""

import re

from matching.reading.web_archive import is_web_archive

PDF = "application/pdf"
DOC = "application/msword"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
RTF = "application/rtf"
HTML = "text/html"
WEB_ARCHIVE = "multipart/related"
PLAIN = "text/plain"
MARKDOWN = "text/markdown"
ZIP = "application/zip"
OLE = "application/x-ole-storage"
BINARY = "application/octet-stream"

IMAGES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"II*\0": "image/tiff",
    b"MM\0*": "image/tiff",
    b"GIF8": "image/gif",
    b"BM": "image/bmp",
}
BINARIES = {
    b"\x7fELF": "a program",
    b"MZ": "a program",
    b"\xfe\xed\xfa": "a program",
    b"\xcf\xfa\xed\xfe": "a program",
    b"\x1f\x8b": "a packed file",
    b"BZh": "a packed file",
    b"\xfd7zXZ": "a packed file",
    b"7z\xbc\xaf": "a packed file",
    b"Rar!": "a packed file",
    b"%!PS": "PostScript",
    b"SQLite format 3": "a database",
    b"ID3": "a sound file",
    b"OggS": "a sound file",
}
EMAIL = "an e-mail: save what is attached to it, and add that"
# Only with parts: a letter that somebody saved as an e-mail without any is text like another.
_EMAIL_HEAD = re.compile(rb"[A-Z][A-Za-z-]{1,40}: .{0,8000}?^content-type: *multipart/", re.I | re.M | re.S)
_HTML_START = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title)[\s>]", re.IGNORECASE)


def kind_of(data: bytes) -> str:
    """The media type that the bytes show; PLAIN when nothing speaks against text (the decoder has the last word)."""
    head = data[:2048]
    if b"%PDF-" in data[:1024]:
        return PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return ZIP
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return OLE
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        return RTF
    if picture := _picture(head):
        return picture
    if is_web_archive(data):
        return WEB_ARCHIVE
    if binary_name(data):
        return BINARY
    # A PDF that lost its first bytes still ends like one, and its readers can often rebuild it.
    if b"startxref" in data[-2048:] and b" obj" in data:
        return PDF
    return HTML if _HTML_START.search(head.replace(b"\0", b"")) else PLAIN


def binary_name(data: bytes) -> str:
    """What a file that is certainly no document is called, for a person; "" when it may be one."""
    # "MZ" and "ID3" may begin a text as well; a program or a sound has zero bytes soon after.
    if data[4:8] == b"ftyp":
        return "a video or a sound file"
    if _EMAIL_HEAD.match(data[:8192]):
        return EMAIL
    zeros = b"\0" in data[:512]
    return next(
        (name for magic, name in BINARIES.items() if data.startswith(magic) and (zeros or magic == b"%!PS")), ""
    )


def _picture(head: bytes) -> str:
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp" and head[8:12] in {b"heic", b"heix", b"mif1", b"heim", b"hevc", b"avif", b"msf1"}:
        return "image/heic"
    zeros = b"\0" in head[:64]
    return next((kind for magic, kind in IMAGES.items() if head.startswith(magic) and zeros), "")
