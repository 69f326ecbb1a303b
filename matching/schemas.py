"""The values that pass between tiers: plain, frozen, without Django and without I/O."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum

from matching.exceptions import RubricError

CRITERION_IDS = "abcdefgh"
WHOLE_JOB_ID = "z"
MAX_LABEL = 120


class Need(StrEnum):
    """How much a job needs a criterion. The weights are those of docs/scoring.md."""

    MUST = "must"
    SHOULD = "should"
    NICE = "nice"

    @property
    def weight(self) -> int:
        return {"must": 3, "should": 2, "nice": 1}[self.value]


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of a rubric. `low`, `mid`, `high` are the words for levels 0, 2 and 4 (at most 12 words each)."""

    id: str
    label: str
    need: Need = Need.SHOULD
    aliases: tuple[str, ...] = ()
    low: str = ""
    mid: str = ""
    high: str = ""

    def as_json(self) -> dict:
        return {
            "id": self.id,
            "label": self.label,
            "need": self.need.value,
            "aliases": list(self.aliases),
            "levels": {"0": self.low, "2": self.mid, "4": self.high},
        }

    @classmethod
    def from_json(cls, data: Mapping) -> "Criterion":
        """Read one criterion from the JSON of `as_json`; raises RubricError with a sentence on a wrong shape."""
        try:
            levels = data.get("levels") or {}
            label = " ".join(str(data["label"]).split())[:MAX_LABEL]
            if not label:
                raise RubricError("empty_label", "A criterion has no label: write what the job needs.")
            return cls(
                id=str(data["id"]),
                label=label,
                need=Need(data.get("need", "should")),
                aliases=_words(data.get("aliases")),
                low=str(levels.get("0", "")),
                mid=str(levels.get("2", "")),
                high=str(levels.get("4", "")),
            )
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            sentence = "A criterion needs an id, a label and a need of must, should or nice."
            raise RubricError("wrong_shape", sentence) from error


def _words(values: Iterable | None) -> tuple[str, ...]:
    lines = (" ".join(str(value).split()) for value in values or ())
    return tuple(line for line in lines if line)


@dataclass(frozen=True, slots=True)
class Rubric:
    """The criteria of a job with the part of its text that goes into prompts. `version` is a hash of both."""

    title: str
    criteria: tuple[Criterion, ...]
    duties: str = ""

    @property
    def version(self) -> str:
        """12 hexadecimal digits; equal for equal content, whoever typed it."""
        content = [self.title, self.duties, [criterion.as_json() for criterion in self.criteria]]
        canonical = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        return hashlib.sha256(canonical.encode()).hexdigest()[:12]


# Why a file gave no text, with the sentence for a person. `{detail}` is filled by the reader and never holds CV text.
UNREADABLE: dict[str, str] = {
    "empty": "The file is empty. Ask for it again.",
    "not_found": "The stored file could not be opened on this server ({detail}). Try again, or add the file again.",
    "no_reader": "The reader could not be started on this server ({detail}). The file is kept: try again in a moment.",
    "no_text": "The document has no text in it. Ask for another copy.",
    "needs_ocr": "This is a scan ({detail}): it is kept until text recognition for it is installed, and then read.",
    "needs_converter": "This is {detail}: it is kept until LibreOffice is installed on this server, and then read.",
    "password": "The file is locked with a password. Give the password here, or ask for a copy without one.",
    "wrong_password": "The password does not open this file. It is kept: give the password again, or ask for a copy.",
    "not_unlocked": "The lock of this file is of a kind that cannot be opened here. Ask for a copy without a password.",
    "infected": "The virus scanner found {detail} in this file, so it was never opened. Delete it where it came from.",
    "no_scanner": "The virus scanner does not answer: the file is kept unopened and tried again by itself.",
    "not_scanned": "The virus scanner could not look at this file ({detail}), so it was not opened. Ask for another.",
    "damaged": "The file is damaged and cannot be opened ({detail}). Ask for it again.",
    "unsupported": "This kind of file cannot be read yet ({detail}). Ask for a PDF, DOCX or TXT.",
    "too_large": "The file is too large ({detail}). Ask for a smaller one.",
    "too_many_pages": "The document has too many pages ({detail}).",
    "no_space": "The disk of this server is full. The ZIP is kept, and goes on by itself once there is room.",
    "no_files": "There is nothing in the ZIP that could be a CV. Ask for it again.",
    "too_many_files": "The ZIP holds too many files ({detail}). Split it into smaller ones.",
    "erased": "Somebody in it was erased before all of it was unpacked, so the ZIP was deleted. Add the rest again.",
    "bomb": "The file unpacks to far more than a document should; it was stopped to protect this server.",
    "too_slow": "Reading the file took too long and was stopped to protect this server.",
    "crashed": "The file made its reader fail; nothing else was hurt. Ask for it in another format.",
}


# Flags that may mean a trick: a document with one of them goes to no cloud before a person has looked.
HOLDING_FLAGS = frozenset(
    {
        "hidden_text",
        "instruction_like",
        "jd_copy",
        "lookalike_letters",
        "metadata_instruction",
        "score_jump",
        "skill_dump",
        "text_layer_mismatch",
        "unchecked",
    }
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file gave. `ok` is False exactly when `reason` is a key of UNREADABLE; then `text` is empty.

    `text` is what a person would see, cleaned; `hidden` are runs that no person sees as (page from 1, text);
    `hidden_boxes` are their places as (page from 1, left, top, right, bottom), in shares of the page from its upper
    left corner; `flags` are short stable words; `confidence` (0 to 100) is how sure text recognition was of the words
    it read, None where it read none; `seconds` is wall time, and `steps` where it went.
    """

    ok: bool
    reason: str = ""
    detail: str = ""
    media_type: str = ""
    pages: int = 0
    text: str = ""
    hidden: tuple[tuple[int, str], ...] = ()
    hidden_boxes: tuple[tuple[int, float, float, float, float], ...] = ()
    flags: tuple[str, ...] = ()
    extractor: str = ""
    confidence: float | None = None
    seconds: float = 0.0
    steps: Mapping[str, float] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """One sentence for a person; empty when the file was read."""
        return UNREADABLE[self.reason].format(detail=self.detail or "unknown fault") if self.reason else ""

    def as_json(self) -> dict:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Redaction:
    """A CV's text without what must not decide.

    `name` is the person's name as found ("" when unsure: never guessed); `removed` counts by kind, as {"email": 1};
    `tokens` are the folded name tokens that later checks look for.
    """

    text: str
    name: str = ""
    removed: Mapping[str, int] = field(default_factory=dict)
    tokens: tuple[str, ...] = ()
