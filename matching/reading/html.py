"""HTML as text: what a browser would show, without scripts, styles and hidden parts."""

import re
from html.parser import HTMLParser

_BLANKS = re.compile(r"\s+")
_BLOCKS = re.compile(
    "address|article|aside|blockquote|body|br|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|header|hr|html|li|main"
    "|nav|pre|tbody|tfoot|thead|tr"
)
_SPACED = re.compile("h[1-6]|p|section|table|ul|ol")
_UNSEEN = re.compile("script|style|head|template|noscript|svg|title|object|iframe|select")
_VOID = re.compile("area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr")


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not _VOID.fullmatch(tag) and (self._unseen or _UNSEEN.fullmatch(tag) or _is_hidden(dict(attrs))):
            self._unseen.append(tag)
        elif not self._unseen:
            self._break(tag)
            if tag == "li":
                self.parts.append("- ")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unseen:
            while self._unseen.pop() != tag:
                pass
        elif not self._unseen:
            self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(_BLANKS.sub(" ", data))

    def _break(self, tag: str) -> None:
        if _SPACED.fullmatch(tag):
            self.parts.append("\n\n")
        elif _BLOCKS.fullmatch(tag):
            self.parts.append("\n")
        elif tag in {"td", "th"}:
            self.parts.append("  ")


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return "hidden" in attributes or "display:none" in style or "visibility:hidden" in style


def html_to_text(source: str) -> str:
    """The visible words of an HTML page, one line per block."""
    parser = _Text()
    try:
        parser.feed(source)
        parser.close()
    except AssertionError:
        # The standard parser gives up on a broken declaration; what it saw until then is kept.
        parser.parts.append("")
    return "".join(parser.parts)
