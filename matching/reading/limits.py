"""What one document may cost before it is stopped."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that reading one file may take.

    Sizes in MB are 1,048,576 bytes. `max_memory_mb` is address space of the child process, of which about 300 are taken
    by its libraries. `max_ratio` (unpacked : packed) counts only past `free_unpacked_mb`, because small XML packs well.
    `max_unpacked_mb` is for one document, `max_archive_unpacked_mb` for a ZIP of them; both have `max_entries` at most.
    `max_ocr_seconds` comes on top of `max_seconds`, for scans only;
    `ocr_languages` is "auto", or what Tesseract is told, such as "deu+eng".
    """

    max_bytes: int = 20 * 1024 * 1024
    max_pages: int = 60
    max_seconds: float = 30.0
    max_ocr_seconds: float = 240.0
    ocr_languages: str = "auto"
    max_memory_mb: int = 1024
    max_unpacked_mb: int = 200
    max_archive_unpacked_mb: int = 1000
    free_unpacked_mb: int = 20
    max_ratio: int = 100
    max_entries: int = 5000
    max_text_chars: int = 250_000
