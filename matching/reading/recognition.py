"""The pictures of one document to text: several at once, each the right way up and in the language it is written in."""

import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field

from PIL import Image

from matching.exceptions import UnreadableError
from matching.reading.found import Found
from matching.reading.languages import PACKS, language_of, packs_for, script_of, with_english
from matching.reading.limits import Limits
from matching.reading.ocr import Clock, GreyPicture, Look, Recognised, languages, look_at, recognise
from matching.reading.wire import Wire

AUTO = "auto"
# At this mean confidence every tenth letter and every fourth word is wrong (docs/benchmarks.md).
POOR_CONFIDENCE = 70.0
FEW_LETTERS = 20
SURE_TURN = 2.0
MOST_AT_ONCE = 8
_TURNS = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}


@dataclass(slots=True)
class Recognition:
    """What came of a document's pictures: what was read, by number.

    `unknown` names scripts without an installed pack, or packs that were asked for and are not there.
    """

    read: dict[int, Recognised] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)
    timed_out: bool = False

    @property
    def texts(self) -> dict[int, str]:
        """The texts, by number."""
        return {number: one.text for number, one in self.read.items()}

    @property
    def confidence(self) -> float | None:
        """How sure, from 0 to 100; None when nothing was read."""
        letters = sum(one.letters for one in self.read.values())
        return sum(one.confidence * one.letters for one in self.read.values()) / letters if letters else None

    @property
    def poor(self) -> bool:
        """Whether one of the pictures is hardly to be trusted."""
        return any(map(is_poor, self.read.values()))

    def tell(self, found: Found, *, unread: int) -> None:
        """Put the outcome on the document, whose text is there; `unread` of its pages are still only pictures.

        Raises UnreadableError when there is no text at all because of that: needs_ocr, too_slow or crashed.
        """
        found.confidence = self.confidence
        found.flags += ["ocr_poor"] * self.poor
        if unread and any(map(str.isalpha, found.text)):
            found.flags.append("unread_pages")
        elif unread and self.unknown:
            raise UnreadableError("needs_ocr", f"no language pack for {', '.join(sorted(self.unknown))}")
        elif unread and not languages():
            raise UnreadableError("needs_ocr", f"{unread} of {found.pages} pages")
        elif unread:
            raise UnreadableError("too_slow" if self.timed_out else "crashed", "text recognition")


def recognise_all(
    draw: Mapping[int, Callable[[], GreyPicture]], *, beside: str, limits: Limits, wire: Wire
) -> Recognition:
    """Read pictures by number, as many at once as there are processors; what fails or takes too long is left out.

    Each is drawn by its function in this thread, not before it is needed. `beside` is the text of the document's other
    pages: it tells the language.
    """
    if not draw or not languages():
        return Recognition()
    if limits.ocr_languages != AUTO and (missing := set(limits.ocr_languages.split("+")) - languages()):
        return Recognition(unknown=missing)
    wire.more_time(limits.max_ocr_seconds)
    clock = Clock(limits.max_ocr_seconds - 2)
    reader = _Reader(asked=limits.ocr_languages, beside=beside, clock=clock)
    pages: dict[int, _Page] = {}
    wire.progress(0, len(draw))
    for done, (number, page) in enumerate(_at_once(reader, draw), 1):
        pages[number] = page
        wire.progress(done, len(draw))
    return _together(pages, clock=clock)


def _at_once(reader: "_Reader", draw: Mapping[int, Callable[[], GreyPicture]]) -> Iterator[tuple[int, "_Page"]]:
    workers = min(len(draw), os.cpu_count() or 1, MOST_AT_ONCE)
    with ThreadPoolExecutor(workers) as threads:
        running: dict[Future, int] = {}
        for number, one in draw.items():
            running[threads.submit(reader.read, one())] = number
            if len(running) >= workers:
                yield from _finished(running)
        while running:
            yield from _finished(running)


def _finished(running: dict[Future, int]) -> Iterator[tuple[int, "_Page"]]:
    for future in wait(running, return_when=FIRST_COMPLETED).done:
        yield running.pop(future), future.result()


def _together(pages: dict[int, "_Page"], *, clock: Clock) -> Recognition:
    return Recognition(
        read={number: page.result for number, page in sorted(pages.items()) if page.result},
        unknown={page.unknown for page in pages.values() if page.unknown},
        timed_out=clock.left() < 1,
    )


@dataclass(frozen=True, slots=True)
class _Page:
    result: Recognised | None
    unknown: str = ""


class _Reader:
    """Reads pictures of one document, from several threads; what one page showed of the language serves the others."""

    def __init__(self, *, asked: str, beside: str, clock: Clock) -> None:
        self._asked = "" if asked == AUTO else asked
        self._clock = clock
        self._script = script_of(beside)
        self._settled: dict[str, str] = {}
        if pack := language_of(beside, among=packs_for(self._script, installed=languages())):
            self._settled[self._script] = pack

    def read(self, picture: GreyPicture) -> _Page:
        """One page, by the likeliest language and turn; by others as well when that reads poorly."""
        look = look_at(picture, clock=self._clock)
        if look.turn_confidence >= SURE_TURN:
            picture = turned(picture, look.turn)
        script = look.script or self._script or "Latin"
        best = self._first(picture, script)
        turns, light = self._by_turn(picture, script, look), self._by_light(picture, script)
        for again in (turns, light, self._by_script(picture, look)):
            if best and best.letters and not is_poor(best):
                break
            best = max([best, *again], key=lambda one: one.worth if one else -1.0)
        known = self._asked or packs_for(script, installed=languages())
        if best and not known and is_poor(best):
            return _Page(None, unknown=script)
        return _Page(best)

    def _first(self, picture: GreyPicture, script: str) -> Recognised | None:
        packs = packs_for(script, installed=languages())
        if self._asked or len(packs) < 2 or script in self._settled:
            return self._by(picture, self._pack(script))
        if script == "Han":
            tried = {pack: self._by(picture, pack) for pack in packs}
            pack = max(tried, key=lambda one: tried[one].worth if tried[one] else -1.0)
            self._settled[script] = pack
            return tried[pack]
        result = self._by(picture, packs[0])
        pack = language_of(result.text, among=packs) if result else ""
        if not pack:
            return result
        self._settled[script] = pack
        return result if pack == packs[0] else self._by(picture, pack) or result

    def _pack(self, script: str) -> str:
        packs = packs_for(script, installed=languages()) or packs_for("Latin", installed=languages())
        return self._settled.get(script) or next(iter(packs or sorted(languages())))

    def _by(self, picture: GreyPicture, pack: str, *, uneven_light: bool = False) -> Recognised | None:
        packs = self._asked or with_english(pack, installed=languages())
        return recognise(picture, packs=packs, clock=self._clock, uneven_light=uneven_light)

    def _by_turn(self, picture: GreyPicture, script: str, look: Look) -> Iterator[Recognised | None]:
        if look.turn_confidence < SURE_TURN:
            yield from (self._by(turned(picture, turn), self._pack(script)) for turn in _TURNS)

    def _by_light(self, picture: GreyPicture, script: str) -> Iterator[Recognised | None]:
        yield self._by(picture, self._pack(script), uneven_light=True)

    def _by_script(self, picture: GreyPicture, look: Look) -> Iterator[Recognised | None]:
        if self._asked or look.script:
            return
        for script in PACKS:
            if packs := packs_for(script, installed=languages()):
                yield self._by(picture, packs[0])


def turned(picture: GreyPicture, degrees: int) -> GreyPicture:
    """A picture turned clockwise by a multiple of 90 degrees."""
    if degrees % 360 not in _TURNS:
        return picture
    image = Image.frombytes("L", (picture.width, picture.height), picture.pixels).transpose(_TURNS[degrees % 360])
    return GreyPicture(image.width, image.height, image.tobytes())


def is_poor(result: Recognised) -> bool:
    """Whether what was read is hardly to be trusted."""
    return result.letters >= FEW_LETTERS and result.confidence < POOR_CONFIDENCE
