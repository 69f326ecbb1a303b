"""Roles inside running text, where line breaks were lost or somebody wrote prose: what stands behind the dates."""

import re

from matching.estimate.families import titles_in
from matching.estimate.words import fold, words
from matching.redaction.plain import plain
from matching.structure.lines import Piece
from matching.structure.pieces import is_employer, is_trade, may_be_name

_WORKED = re.compile(
    r"^[^.;:]{0,30}?(?<!\w)(?:as|als|comme|como|come)(?: an?| the| une?| eine?)? (?P<title>[^.;:,]{3,60}?) "
    r"(?:at|for|with|bei|fur|chez|en|para|presso|bij)(?: the| der| dem)? (?P<employer>[^.;:,]{2,60}?)\s*(?:[.;:,]|$)"
)
_TOKEN = re.compile(r"\S+")
MOST = 10


def told(text: str, start: int) -> tuple[Piece | None, Piece | None]:
    """(title, employer) at the beginning of running text that begins at `start`; None for what is not sure."""
    folded = plain(text)
    if match := _WORKED.match(folded):
        title, employer = (_piece(text, folded, start, *match.span(name)) for name in ("title", "employer"))
        return title, employer if may_be_name(employer) else None
    tokens = [token.span() for token in _TOKEN.finditer(folded)][:MOST]
    first = [(words(fold(text[left:right])) or [""])[0] for left, right in tokens]
    found = max(titles_in(first), key=lambda one: (one[1], -one[0]), default=None)
    if found is None:
        trade = next((at for at, word in enumerate(first) if is_trade(word)), None)
        return (_piece(text, folded, start, *tokens[trade]), None) if trade is not None else (None, None)
    at, size, _ = found
    title = _piece(text, folded, start, tokens[at][0], tokens[at + size - 1][1])
    if not at:
        return title, None
    before = _piece(text, folded, start, tokens[0][0], tokens[at - 1][1])
    return title, before if is_employer(before) else None


def _piece(text: str, folded: str, start: int, left: int, right: int) -> Piece:
    while right > left and folded[right - 1] in ".,;:":
        right -= 1
    return Piece(text[left:right], folded[left:right], start + left, start + right)
