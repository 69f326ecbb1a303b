"""The look at a whole payload before it leaves, whatever its form: blocks of text, and JSON within them."""

import re
from collections.abc import Iterable, Iterator, Mapping

from matching.redaction.leak import leaks

_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))")
_SHORT = {"n": "\n", "r": "\n", "t": "\t", "b": " ", "f": "\n"}
_WORDS = {"email": "an e-mail address", "phone": "a phone number", "url": "a web address", "name": "the name"}


def leaving(parts: Iterable[object], *, names: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds of identifying data in what is about to be sent, of "email", "phone", "url" and "name", in that order.

    `parts` are texts, or mappings and lists that hold texts, as in a request's system and messages. Each is looked at
    as it stands and, where it has escapes, as JSON that is read. `names` are the tokens of the candidate's `Redaction`.
    Nothing of the text is returned.
    """
    texts = {form for text in _texts(parts) for form in (text, _unescaped(text))}
    found = {kind for text in texts for kind in leaks(text, tokens=names)}
    return tuple(kind for kind in _WORDS if kind in found)


def in_words(kinds: Iterable[str]) -> str:
    """Kinds for a sentence: "an e-mail address and the name"."""
    words = [_WORDS.get(kind, kind) for kind in kinds]
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, Mapping):
        yield from _texts(list(part.values()))
    elif isinstance(part, Iterable):
        for one in part:
            yield from _texts(one)


def _unescaped(text: str) -> str:
    """The text as JSON strings read: in JSON a line break is two characters and hides a word's start."""
    if "\\" not in text:
        return text
    read = _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else _SHORT.get(found[2], found[2]), text)
    return read.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
