"""Text from people made safe to stand in a prompt: nothing in it can pass for our tags, our key or a speaker's turn."""

import re

_TAG = re.compile(r"<[/\s]{0,4}[a-zA-Z|!][^<>\n]{0,80}>|\[/?(?:INST|SYS)\]", re.IGNORECASE)
_TURN = re.compile(r"^([^\w\n]{0,10})(system|assistant|user|human|developer)[ \t]*:", re.IGNORECASE | re.MULTILINE)
_HEADING = re.compile(r"^#{2,}[ \t]*(system|instructions?|response|input)\b", re.IGNORECASE | re.MULTILINE)
_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)
# Without any "<" left, what was cut around a removed tag cannot join to a new one.
_OPENERS = str.maketrans(dict.fromkeys("<＜﹤", "‹"))
_SPACES = re.compile(r"[ \t]{2,}")
_EMPTY_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def clean(text: str, *, words: tuple[str, ...] = ()) -> str:
    """A text of several lines without control characters, tag look-alikes, role markers and the secret `words`."""
    text = _CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _TAG.sub(" ", text).translate(_OPENERS)
    text = _HEADING.sub(r"\1", _TURN.sub(r"\1\2 -", text))
    for word in filter(None, words):
        text = re.sub(re.escape(word), " ", text, flags=re.IGNORECASE)
    return _EMPTY_LINES.sub("\n\n", _SPACES.sub(" ", text)).strip()


def clean_line(text: str, *, words: tuple[str, ...] = (), most: int = 120) -> str:
    """One line of at most `most` characters, without "|", which parts the fields of a criterion."""
    line = " ".join(clean(text, words=words).replace("|", "/").split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0]
