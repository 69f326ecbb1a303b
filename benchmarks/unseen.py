"""How much hidden text is caught, how many honest documents are flagged, and what looking for it takes a page."""

import contextlib
import itertools
import re
import time
from collections import defaultdict
from pathlib import Path
from statistics import mean, median, quantiles

import pypdfium2

from benchmarks.hiding import docx, honest, pdf
from matching.exceptions import UnreadableError
from matching.reading import Limits
from matching.reading.documents import read_document
from matching.reading.found import Found
from matching.reading.glyphs import glyphs_of
from matching.reading.pixels import has_size
from matching.reading.replaced import undo_replacements
from matching.reading.visible import unseen_of
from matching.reading.wire import Wire

LIMITS = Limits()
WINDOW = 4
# What says something about tricks; a poor scan or a long text are no alarm of that kind.
ALARMS = {"hidden_text", "instruction_like", "metadata_instruction", "text_layer_mismatch", "lookalike_letters"}


def run(folder: Path | None = None, *, each: int = 40) -> dict:
    """Read `each` documents of every hiding method and every honest layout, and the honest CVs of a folder if given.

    A hidden text is caught when the document is flagged and no four words of it in a row are left in its text.
    """
    times: list[float] = []
    caught = {
        f"{name}: {method.__name__}": _caught(making.hidden, method, each=each, times=times)
        for name, making in (("pdf", pdf), ("docx", docx))
        for method in making.METHODS
    }
    alarms = {
        f"{name}: {layout.__name__}": _alarms([making(layout, seed=20_000 + n) for n in range(each)], times)
        for name, making, layouts in (("pdf", honest.honest, honest.LAYOUTS), ("docx", docx.honest, docx.LAYOUTS))
        for layout in layouts
    }
    files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder else []
    figures = {
        "hiding_methods": len(caught),
        "honest_layouts": len(alarms),
        "documents": each * (len(caught) + len(alarms)),
        "caught_percent": round(100 * sum(caught.values()) / (each * len(caught)), 2),
        "honest_flagged_percent": round(100 * sum(alarms.values()) / (each * len(alarms)), 2),
        "ms_per_page": _spread(times),
        "missed": {name: each - count for name, count in caught.items() if count < each},
        "flagged": {name: count for name, count in alarms.items() if count},
    }
    if files:
        own: list[float] = []
        flagged = _alarms([path.read_bytes() for path in files], own)
        alone = [spent for path in files for spent in _alone(path.read_bytes())]
        figures["folder"] = {"files": len(files), "flagged": flagged, "ms_per_page": _spread(own)}
        figures["folder"]["processor_ms_per_page"] = _spread(alone) | {"documents": len(files), "pages": len(alone)}
    return figures


def _caught(hidden, method, *, each: int, times: list[float]) -> int:
    caught = 0
    for number in range(each):
        data, planted = hidden(method, seed=10_000 + number)
        found = _read(data, times)
        caught += found is not None and "hidden_text" in found.flags and not is_left(planted, found.text)
    return caught


def _alarms(documents: list[bytes], times: list[float]) -> int:
    found = [_read(data, times) for data in documents]
    return sum(one is not None and not ALARMS.isdisjoint(one.flags) for one in found)


def is_left(planted: str, text: str) -> bool:
    """Whether four words in a row of a planted text (or all, if it has fewer) stand in another."""
    words, there = re.findall(r"\w+", planted.casefold()), " ".join(re.findall(r"\w+", text.casefold()))
    window = min(WINDOW, len(words))
    return any(" ".join(words[at : at + window]) in there for at in range(len(words) - window + 1))


def _read(data: bytes, times: list[float]) -> Found | None:
    try:
        found = read_document(data, name="cv", limits=LIMITS, mend=False, wire=Wire())
    except UnreadableError:
        return None
    if "unseen" in found.steps:
        times.append(found.steps["unseen"] / found.pages)
    return found


def _alone(data: bytes) -> list[float]:
    """Seconds of processor time that looking takes on each page of a PDF: not of the clock, which others stop."""
    times = []
    with contextlib.suppress(pypdfium2.PdfiumError), pypdfium2.PdfDocument(data) as document:
        for page in itertools.islice(document, LIMITS.max_pages):
            if has_size(page):
                undo_replacements(document, page)
                textpage = page.get_textpage()
                glyphs = glyphs_of(textpage.raw)
                started = time.process_time()
                unseen_of(page, textpage, glyphs)
                times.append(time.process_time() - started)
    return times


def _spread(times: list[float]) -> dict[str, float]:
    by = defaultdict(float, documents=len(times))
    if len(times) > 1:
        high = quantiles(times, n=20)[-1]
        by |= {"mean": mean(times), "median": median(times), "p95": high}
    return {name: round(value if name == "documents" else 1000 * value, 1) for name, value in by.items()}
