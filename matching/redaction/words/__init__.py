"""Word lists for redaction. They are folded like the text they are looked up in: lower case, no accents."""

from matching.redaction.plain import plain


def words(text: str) -> frozenset[str]:
    """The words of a list that is written as one block of text."""
    return frozenset(plain(text).split())


def phrases(text: str) -> frozenset[str]:
    """The phrases of a list that is written as one block of text with commas between them."""
    return frozenset(" ".join(phrase.split()) for phrase in plain(text).split(",") if phrase.strip())
