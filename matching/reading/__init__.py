"""Reading: files to text. Every parser runs in a child process; any bytes give an outcome."""

from matching.reading.limits import Limits
from matching.reading.ocr import languages as ocr_languages
from matching.reading.office import program as office_program
from matching.reading.pool import ReaderPool
from matching.reading.read import draw, paper, read

__all__ = ["Limits", "ReaderPool", "draw", "ocr_languages", "office_program", "paper", "read"]
