"""The look at a whole payload before it leaves, whatever its form: blocks of text, and JSON within them."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from matching.redaction.leak import leaks

_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))")
_SHORT = {"n": "\n", "r": "\n", "t": "\t", "b": " ", "f": "\n"}
_WORDS = {"email": "an e-mail address", "phone": "a phone number", "url": "a web address", "name": "the name"}


def leaving(system: Iterable[object], messages: Iterable[object], *, names: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds of identifying data in what is about to be sent, of "email", "phone", "url" and "name", in that order.

    `system` and `messages` as in the request; every text in them is looked at as people read it: a line that is a JSON
    string is decoded, another line with escapes is looked at both ways. `names` are the tokens of the candidate's
    `Redaction`: they are looked for in the last text, which holds the CV. In the words that are the same for all of a
    job, "Baker" is a trade. Nothing of the text is returned.
    """
    *shared, last = [*_texts(system), *_texts(messages)] or [""]
    found = {kind for text in shared for kind in _contacts(text)}
    found |= set(leaks(_read(last), tokens=names))
    return tuple(kind for kind in _WORDS if kind in found)


def in_words(kinds: Iterable[str]) -> str:
    """Kinds for a sentence: "an e-mail address and the name"."""
    words = [_WORDS.get(kind, kind) for kind in kinds]
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


@lru_cache(maxsize=32)  # the same for every CV of a job
def _contacts(text: str) -> tuple[str, ...]:
    return leaks(_read(text), tokens=())


def _texts(part: object) -> Iterator[str]:
    """The texts that a part of a request holds, in order; not the words of its form, as the roles and types."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, Mapping):
        yield from _texts([part[name] for name in ("content", "text") if name in part])
    elif isinstance(part, Iterable):
        for one in part:
            yield from _texts(one)


def _read(text: str) -> str:
    """The text with its JSON read: in JSON a line break is two characters and hides a word's start."""
    return "\n".join(_read_line(line) if "\\" in line else line for line in text.split("\n"))


def _read_line(line: str) -> str:
    try:
        said = json.loads(line)
    except ValueError:
        said = None
    return said if isinstance(said, str) else f"{line}\n{_unescaped(line)}"


def _unescaped(text: str) -> str:
    read = _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else _SHORT.get(found[2], found[2]), text)
    return read.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
