"""HTML as text: what a browser would show, without scripts, styles and hidden parts."""

import re
from html.parser import HTMLParser

_BLANKS = re.compile(r"\s+")
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    ]
)
_UNSEEN = frozenset(["script", "style", "head", "template", "noscript", "svg", "title", "object", "iframe", "select"])
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_SPACED = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "p", "section", "table", "ul", "ol"])


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID and (self._unseen or tag in _UNSEEN or _is_hidden(dict(attrs))):
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
        if tag in _SPACED:
            self.parts.append("\n\n")
        elif tag in _BLOCKS or tag == "br":
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
