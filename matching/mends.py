"""What a person does next about a file that was not read: one act for each reason, and how its group is called."""

from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """The one next act. They stand in the order in which they are offered: what is mended at once comes first."""

    PASSWORD = "password"  # noqa: S105 - the name of an act
    INSTALL = "install"
    RETRY = "retry"
    ASK = "ask"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Mend:
    """The act, the name of the group of files that need it, and how to do it where the act needs words.

    `asked` completes "it ..." in a request for another copy.
    """

    act: Act
    title: str
    words: str = ""
    asked: str = ""


_LOCKED = "Give the password on the line of the file: it is kept encrypted, and only until the file was read."
MENDS: dict[str, Mend] = {
    "password": Mend(Act.PASSWORD, "Locked with a password", _LOCKED),
    "wrong_password": Mend(Act.PASSWORD, "Password did not fit", _LOCKED),
    "needs_ocr": Mend(
        Act.INSTALL,
        "Scans that wait for text recognition",
        "Whoever runs this server installs Tesseract (on Debian: apt-get install tesseract-ocr; on a Mac: "
        "brew install tesseract). They are read by themselves within a minute.",
    ),
    "needs_converter": Mend(
        Act.INSTALL,
        "Files that wait for LibreOffice",
        "Whoever runs this server installs LibreOffice (on Debian: apt-get install libreoffice-writer-nogui; on a Mac: "
        "brew install --cask libreoffice). They are read by themselves within a minute.",
    ),
    "no_scanner": Mend(Act.RETRY, "Not scanned for viruses yet", "They are tried again by themselves."),
    "no_reader": Mend(Act.RETRY, "Reader could not be started"),
    "no_space": Mend(Act.RETRY, "Waiting for room on the disk", "They are tried again by themselves."),
    "not_found": Mend(Act.RETRY, "Stored file not found"),
    "too_slow": Mend(Act.RETRY, "Took too long"),
    "crashed": Mend(Act.RETRY, "Reader failed"),
    "abandoned": Mend(Act.RETRY, "Stopped halfway"),
    "not_unlocked": Mend(
        Act.ASK, "Locked in a way that is not opened here", asked="is locked with a password and cannot be opened here"
    ),
    "damaged": Mend(Act.ASK, "Damaged", asked="cannot be opened: it is damaged"),
    "empty": Mend(Act.ASK, "Empty", asked="is empty"),
    "no_text": Mend(Act.ASK, "Without text", asked="has no text in it"),
    "unsupported": Mend(Act.ASK, "Of a kind that is not read", asked="is of a kind that we cannot read"),
    "too_large": Mend(Act.ASK, "Too large", asked="is too large"),
    "too_many_pages": Mend(Act.ASK, "Too many pages", asked="has too many pages"),
    "no_files": Mend(Act.ASK, "ZIP without CVs", asked="holds no CV"),
    "too_many_files": Mend(Act.ASK, "ZIP with too many files", asked="holds too many files"),
    "bomb": Mend(Act.ASK, "Stopped to protect this server", asked="cannot be opened"),
    "not_scanned": Mend(Act.ASK, "Could not be scanned for viruses", asked="could not be checked for viruses"),
    "erased": Mend(Act.NOTHING, "Deleted with somebody who was erased"),
    "infected": Mend(Act.NOTHING, "Virus found"),
}
_OTHER = "Not readable"


def mend_of(reason: str) -> Mend:
    """The mend of a reason; for one that is not known here another try."""
    return MENDS.get(reason) or Mend(Act.RETRY, _OTHER)


def request_for_copy(name: str, reason: str) -> str:
    """A few lines to send to the person whose file it was; "" where another copy would not help."""
    mend = mend_of(reason)
    if mend.act is not Act.ASK:
        return ""
    return (
        f"Thank you for your CV. Unfortunately the file “{name}” {mend.asked}. "
        "Could you please send it again, as a PDF, DOCX or TXT without a password?"
    )
