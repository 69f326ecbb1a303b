"""A job's text without the firm's e-mail addresses, links and telephone numbers: no model needs them, and the look
before each cloud call could not tell them from a candidate's."""

from matching.redaction.contacts import emails, links
from matching.redaction.phones import phones
from matching.redaction.plain import clean, cut, disjoint, plain


def without_contacts(text: str) -> str:
    """The text with [email], [link] and [phone] in their places, line by line."""
    return "\n".join(_masked(line) for line in clean(text).split("\n"))


def _masked(line: str) -> str:
    for find in (_emails, _links, _phones):
        line = cut(line, disjoint(find(line, plain(line))))
    return line


def _emails(line: str, folded: str) -> list:
    return emails(folded)


def _links(line: str, folded: str) -> list:
    return links(line, folded, in_head=False)


def _phones(line: str, folded: str) -> list:
    return phones(folded, in_head=False)
