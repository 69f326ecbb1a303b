"""HTML as text: what a browser would show, without scripts and styles, and apart from it what is made unseen."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from matching.reading.stylesheets import Looks, hides, is_light

_BLANKS = re.compile(r"\s+")
_BLOCKS = re.compile(
    "address|article|aside|blockquote|body|br|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|header|hr|html|li|main"
    "|nav|pre|tbody|tfoot|thead|tr"
)
_SPACED = re.compile("h[1-6]|p|section|table|ul|ol")
_UNSEEN = re.compile("script|style|head|template|noscript|svg|title|object|iframe|select")
_VOID = re.compile("area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr")
FEWEST_LETTERS = 8
# As browsers take them: one without an end hides all that follows, and "-- >" is no end. In scripts there are none.
_COMMENT = re.compile(r"(<(script|style)\b.*?(?:</\2|\Z))|<!--(?:-?>|.*?(?:--!?>|\Z))", re.IGNORECASE | re.DOTALL)


@dataclass(slots=True)
class _Open:
    """One open element: `apart` for what is never text, `hidden` for text that is made unseen."""

    tag: str
    apart: bool
    hidden: bool
    coloured: bool


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden: list[str] = []
        self._looks = Looks()
        self._open: list[_Open] = [_Open("", apart=False, hidden=False, coloured=False)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if _VOID.fullmatch(tag):
            self._break(tag)
            return
        above, attributes = self._open[-1], dict(attrs)
        look = self._looks.of(tag, attributes)
        behind = look.get("background-color") or look.get("background") or (attributes.get("bgcolor") or "").lower()
        coloured = not is_light(behind) if behind else above.coloured
        hidden = above.hidden or "hidden" in attributes or hides(look, coloured=coloured)
        apart = above.apart or bool(_UNSEEN.fullmatch(tag))
        self._break(tag)
        if tag == "li":
            self._add("- ", hidden=hidden, apart=apart)
        self._open.append(_Open(tag, apart, hidden, coloured))

    def handle_endtag(self, tag: str) -> None:
        if any(one.tag == tag for one in self._open):
            while self._open.pop().tag != tag:
                pass
        self._break(tag)

    def handle_data(self, data: str) -> None:
        top = self._open[-1]
        if top.tag == "style":
            self._looks.learn(data)
        self._add(_BLANKS.sub(" ", data), hidden=top.hidden, apart=top.apart)

    def _add(self, text: str, *, hidden: bool, apart: bool) -> None:
        if not apart:
            (self.hidden if hidden else self.parts).append(text)

    def _break(self, tag: str) -> None:
        top = self._open[-1]
        sign = "\n\n" if _SPACED.fullmatch(tag) else "\n" if _BLOCKS.fullmatch(tag) else ""
        self._add(sign or "  " * (tag in {"td", "th"}), hidden=top.hidden, apart=top.apart)


def html_to_text(source: str) -> tuple[str, list[str]]:
    """(the visible words of an HTML page, one line per block, [what is made unseen])."""
    parser = _Text()
    try:
        parser.feed(_COMMENT.sub(lambda found: found[1] or "", source))
        parser.close()
    except AssertionError:
        # The standard parser gives up on a broken declaration; what it saw until then is kept.
        parser.parts.append("")
    hidden = " ".join("".join(parser.hidden).split())
    return "".join(parser.parts), [hidden] if sum(map(str.isalnum, hidden)) >= FEWEST_LETTERS else []
