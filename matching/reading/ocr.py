"""Text recognition by the Tesseract program, when it is on PATH. Runs inside the child and under its limits."""

import functools
import re
import shutil
import subprocess
import time
from dataclasses import dataclass

DPI = 250
# Tesseract sets every Chinese and Japanese character apart.
_APART = re.compile("(?<=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]) (?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef])")
MOST_LANGUAGES = 6
POOR_CONFIDENCE = 60.0
# Columns of Tesseract's table that are used: where a word stands, how sure it is, and the word.
_BLOCK, _PARAGRAPH, _LINE, _CONFIDENCE, _WORD, _COLUMNS = 2, 3, 4, 10, 11, 12


@dataclass(frozen=True, slots=True)
class GreyPicture:
    """Rows of grey pixels, one byte each, from the top."""

    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page's text, its mean confidence from 0 to 100, and the number of words it is the mean of."""

    text: str
    confidence: float
    words: int


class Clock:
    """The seconds that recognition may take in all, shared by the pages of one document."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds until the end; never negative."""
        return max(0.0, self._end - time.monotonic())


@functools.cache
def languages() -> tuple[str, ...]:
    """The installed languages, English first; empty when there is no Tesseract."""
    program = shutil.which("tesseract")
    if program is None:
        return ()
    try:
        listed = subprocess.run([program, "--list-langs"], capture_output=True, timeout=20, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return ()
    found = {line.strip() for line in listed.stdout.decode(errors="replace").splitlines()[1:]}
    names = sorted(name for name in found if name and "/" not in name and name not in {"osd", "equ", "snum"})
    return tuple(sorted(names, key=lambda name: name != "eng")[:MOST_LANGUAGES])


def recognise(picture: GreyPicture, *, clock: Clock) -> Recognised | None:
    """The text in a picture; None when Tesseract is missing, fails, or runs out of the clock."""
    program = shutil.which("tesseract")
    if program is None or not languages() or clock.left() < 1:
        return None
    image = b"P5\n%d %d\n255\n" % (picture.width, picture.height) + picture.pixels
    command = [program, "stdin", "stdout", "-l", "+".join(languages()), "--dpi", str(DPI), "--psm", "3", "tsv"]
    try:
        result = subprocess.run(command, input=image, capture_output=True, timeout=clock.left(), check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return None
    return _read_table(result.stdout.decode(errors="replace"))


def _read_table(table: str) -> Recognised:
    lines: list[str] = []
    place: tuple[str, ...] = ()
    sure: list[float] = []
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) != _COLUMNS or not cells[_WORD].strip():
            continue
        here = tuple(cells[column] for column in (_BLOCK, _PARAGRAPH, _LINE))
        if here == place:
            lines[-1] += f" {cells[_WORD]}"
        else:
            if place and here[:2] != place[:2]:
                lines.append("")
            lines.append(cells[_WORD])
        place = here
        sure.append(float(cells[_CONFIDENCE]))
    text = _APART.sub("", "\n".join(lines))
    return Recognised(text, sum(sure) / len(sure) if sure else 0.0, len(sure))
