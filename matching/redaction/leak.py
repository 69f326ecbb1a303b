"""A last look before text leaves: which kinds of identifying data are still in it."""

from matching.redaction.contacts import emails, links
from matching.redaction.mentions import mentions, spelling_of_tokens
from matching.redaction.phones import phones
from matching.redaction.plain import clean, plain


def leaks(text: str, *, tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds of identifying data that `text` still holds, of "email", "phone", "url" and "name", in that order.

    `tokens` are those of the `Redaction`. Give it text as people read it: in JSON a line break is two characters
    and hides a word's start. Nothing of the text is returned.
    """
    found: set[str] = set()
    known = spelling_of_tokens(tokens)
    for line in clean(text).split("\n"):
        folded = plain(line)
        if emails(folded):
            found.add("email")
        if links(line, folded, in_head=False):
            found.add("url")
        if any(char.isdigit() for char in folded) and phones(folded, in_head=False):
            found.add("phone")
        if tokens and mentions(line, folded, known):
            found.add("name")
    return tuple(kind for kind in ("email", "phone", "url", "name") if kind in found)
