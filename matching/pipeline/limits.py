"""The reader's limits, as the settings say."""

from django.conf import settings

from matching.reading import Limits

_MEGABYTE = 1024 * 1024


def limits() -> Limits:
    """What reading one file, or unpacking one ZIP, may take on this installation."""
    return Limits(
        max_bytes=settings.MAX_UPLOAD_MB * _MEGABYTE,
        max_pages=settings.MAX_PAGES,
        max_entries=settings.MAX_ENTRIES,
        max_unpacked_mb=settings.MAX_UNPACKED_MB,
        max_archive_unpacked_mb=settings.MAX_ARCHIVE_UNPACKED_MB,
        max_ratio=settings.MAX_RATIO,
        max_memory_mb=settings.READ_MEMORY_MB,
        max_seconds=float(settings.READ_SECONDS),
        max_ocr_seconds=float(settings.OCR_SECONDS),
        ocr_languages=settings.OCR_LANGUAGES,
    )
