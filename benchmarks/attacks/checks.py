"""What may never be, whatever the document: the faults of one reading."""

from benchmarks.attacks.sample import Sample, share_of_words
from benchmarks.unseen import is_left
from matching.reading import Limits
from matching.reading.kinds import DOC, OLE, PDF
from matching.reading.pool import MOST_MORE_SECONDS
from matching.redaction import redact
from matching.schemas import UNREADABLE, Reading

# A word may be broken at a line's end, or be a machine's mistake on a scan.
FEWEST_WORDS, FEWEST_OF_A_SCAN = 0.9, 0.7
PATIENCE_SECONDS = 10.0
_ONLY_DRAWN = {"no_page", "busy"}


def faults_of(reading: Reading, sample: Sample, *, limits: Limits) -> list[str]:
    """Sentences; none when the document was read well, or not read for a reason."""
    faults = []
    if reading.ok != bool(reading.text) or (not reading.ok and reading.reason not in UNREADABLE):
        faults.append(f"neither text nor a reason: {reading.reason}")
    if sample.kind == "honest" and not reading.ok:
        faults.append(f"honest and not read: {reading.reason}")
    if sample.kind == "honest" and reading.ok and _share(reading, sample) < _fewest(sample):
        faults.append(f"honest and {_share(reading, sample):.2f} of its words read")
    # What goes to a model, and what the estimate is made of, is the redacted text and nothing else.
    if sample.planted and reading.ok and is_left(sample.planted, redact(reading.text, file_name=sample.name).text):
        faults.append("hidden words go on to a prompt and to the estimate")
    if len(reading.text) > limits.max_text_chars:
        faults.append("more text than the limit")
    if reading.seconds > _most_seconds(reading, limits=limits):
        faults.append(f"{reading.seconds:.0f} s")
    return faults


def _share(reading: Reading, sample: Sample) -> float:
    return share_of_words(sample.words, reading.text)


def _fewest(sample: Sample) -> float:
    return FEWEST_OF_A_SCAN if sample.is_scan else FEWEST_WORDS


def _most_seconds(reading: Reading, *, limits: Limits) -> float:
    """What kills PDFium is tried without it, so all may be twice; scans and old Word files have more time."""
    more = limits.max_ocr_seconds + MOST_MORE_SECONDS
    may_recognise = reading.media_type in {PDF, DOC, OLE} or reading.media_type.startswith("image/")
    return 2 * (limits.max_seconds + may_recognise * more) + PATIENCE_SECONDS


def faults_of_picture(answer: dict) -> list[str]:
    """The same of a page that was drawn."""
    is_known = "picture" in answer or answer.get("reason") in UNREADABLE.keys() | _ONLY_DRAWN
    return [] if is_known else [f"drawn to neither a picture nor a reason: {answer.get('reason')}"]
