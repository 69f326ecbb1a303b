"""The Tesseract program, when it is on PATH: what it knows, how a picture lies, and the words in it."""

import os
import re
import shutil
import subprocess
import threading
import time
from dataclasses import dataclass

DPI = 250
# Tesseract sets every Chinese and Japanese character apart.
_APART = re.compile("(?<=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]) (?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef])")
_FOLDER = re.compile(r'"(.+?)/*"')  # as the heading of the list names it
_LISTED: dict = {}
_LISTING = threading.Lock()
_NO_LANGUAGES = frozenset({"osd", "equ", "snum"})
# Columns of Tesseract's table that are used: where a word stands, how sure it is, and the word.
_BLOCK, _PARAGRAPH, _LINE, _CONFIDENCE, _WORD, _COLUMNS = 2, 3, 4, 10, 11, 12
_LOOK = re.compile(r"^(Rotate|Orientation confidence|Script|Script confidence): *(\S+)", re.MULTILINE)
# A sign that stands alone and that Tesseract doubts itself is a stain, a rule or an icon.
LEAST_SIGN = 50.0


@dataclass(frozen=True, slots=True)
class GreyPicture:
    """Rows of grey pixels, one byte each, from the top."""

    width: int
    height: int
    pixels: bytes

    def as_pgm(self) -> bytes:
        return b"P5\n%d %d\n255\n" % (self.width, self.height) + self.pixels


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page's text, how sure Tesseract was (0 to 100, the mean over letters), and how many letters there were."""

    text: str
    confidence: float
    letters: int

    @property
    def worth(self) -> float:
        """What to compare two readings of one picture by: many letters that are likely right."""
        return self.letters * max(0.0, self.confidence - 20.0)


@dataclass(frozen=True, slots=True)
class Look:
    """A first look at a picture: by how many degrees clockwise it must be turned, its script, and how sure each is."""

    turn: int = 0
    turn_confidence: float = 0.0
    script: str = ""
    script_confidence: float = 0.0


class Clock:
    """The seconds that recognition may take in all, shared by the pages of one document."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds until the end; never negative."""
        return max(0.0, self._end - time.monotonic())


def installed() -> frozenset[str]:
    """The installed language packs, "osd" (which looks at pictures) among them; empty when there is no Tesseract.

    Listed again as soon as the program or the folder of the packs changes, so that nothing has to be started anew.
    """
    program = shutil.which("tesseract")
    if program is None:
        return frozenset()
    with _LISTING:
        if _LISTED.get("of") != (program, *_changed(program, _LISTED.get("folder", ""))):
            listed = (_run("--list-langs", seconds=20) or "").splitlines()
            folder = _FOLDER.search(listed[0]) if listed else None
            _LISTED["folder"] = folder.group(1) if folder else ""
            _LISTED["packs"] = frozenset(name for line in listed[1:] if (name := line.strip()) and "/" not in name)
            _LISTED["of"] = (program, *_changed(program, _LISTED["folder"]))
        return _LISTED["packs"]


def _changed(*paths: str) -> list[int]:
    """When each was changed last; 0 for one that is not there."""
    return [os.stat(path).st_mtime_ns if path and os.path.exists(path) else 0 for path in paths]


def languages() -> frozenset[str]:
    """The installed languages; empty when nothing can be recognised."""
    return installed() - _NO_LANGUAGES


def look_at(picture: GreyPicture, *, clock: Clock) -> Look:
    """How a picture lies and what it is written in; nothing known where there are too few letters to tell."""
    if "osd" not in installed():
        return Look()
    said = dict(_LOOK.findall(_run("stdin", "stdout", "--psm", "0", seconds=clock.left(), picture=picture) or ""))
    if len(said) < len(("turn", "its confidence", "script", "its confidence")):
        return Look()
    return Look(
        turn=int(said["Rotate"]),
        turn_confidence=float(said["Orientation confidence"]),
        script=said["Script"],
        script_confidence=float(said["Script confidence"]),
    )


def recognise(picture: GreyPicture, *, packs: str, clock: Clock, uneven_light: bool = False) -> Recognised | None:
    """The text in a picture by packs such as "deu+eng"; None when Tesseract fails or runs out of the clock.

    `uneven_light` looks for ink against its own neighbourhood, for photographs with shadows.
    """
    options = ("-c", "thresholding_method=2") if uneven_light else ()
    command = ("stdin", "stdout", "-l", packs, "--dpi", str(DPI), "--psm", "3", *options, "tsv")
    table = _run(*command, seconds=clock.left(), picture=picture)
    return None if table is None else _read_table(table)


def _run(*arguments: str, seconds: float, picture: GreyPicture | None = None) -> str | None:
    """What Tesseract prints; None when it is missing, fails, or takes longer."""
    program = shutil.which("tesseract")
    if program is None or seconds < 1:
        return None
    image = picture.as_pgm() if picture else b""
    try:
        result = subprocess.run([program, *arguments], input=image, capture_output=True, timeout=seconds, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return None
    return result.stdout.decode(errors="replace")


def _read_table(table: str) -> Recognised:
    lines: list[str] = []
    place: tuple[str, ...] = ()
    sure, letters = 0.0, 0
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) != _COLUMNS or not (word := cells[_WORD].strip()):
            continue
        confidence, inside = float(cells[_CONFIDENCE]), sum(map(str.isalnum, word))
        if not inside and confidence < LEAST_SIGN:
            continue
        here = tuple(cells[column] for column in (_BLOCK, _PARAGRAPH, _LINE))
        if here == place:
            lines[-1] += f" {word}"
        else:
            if place and here[:2] != place[:2]:
                lines.append("")
            lines.append(word)
        place = here
        sure, letters = sure + confidence * inside, letters + inside
    text = _APART.sub("", "\n".join(lines))
    return Recognised(text, sure / letters if letters else 0.0, letters)
