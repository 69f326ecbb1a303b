"""Repairs of extracted text that need no geometry: words cut at line ends, bullets, glyph names."""

import re

from matching.reading.glyphs import JOIN

_CUT = re.compile(
    rf"(\S{{0,80}}[^\W\d_]){JOIN}[ \n]?(\S*)[ \n]?"
    r"|(\S{0,80}[^\W\d_])[-\u00ad\u2010]\n([a-zß-öø-ÿ]\S*)[ \n]?"
)
_HYPHEN_AT_END = re.compile("[-\u00ad\u2010]\n")
_BULLET = re.compile(
    "^[ \t]*[•●▪■◦○‣⁃∙➢➤►▶▸✓✔❖◆◾\u2013\u2014\uf0b7\uf0a7\uf076\uf0d8\uf0fc·*][ \t]+(?=\\S)", re.MULTILINE
)
_LONE_BULLET = re.compile("^[ \t]*[•●▪■◦○‣⁃∙➢➤►▶▸✓✔❖◆◾\uf0b7\uf0a7\uf076\uf0d8\uf0fc·][ \t]*\n+(?=\\S)", re.MULTILINE)
_NAMED_GLYPH = re.compile(
    r"/?\b(zero|one|two|three|four|five|six|seven|eight|nine)\.(?:lnum|onum|tnum|lf|osf|taboldstyle)\b"
)
_NAMED_SMALL = re.compile(r"/?([A-Za-z])\.(?:sc|smcp|c2sc)\b")
_NAMED_LIGATURE = re.compile(r"/(f_f_i|f_f_l|f_f|f_i|f_l|f_t|t_t|T_h)")
_NUMBERED_GLYPH = re.compile(r"\(cid:\d+\)")
_DIGITS = {
    word: str(digit)
    for digit, word in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"])
}
# First halves that mostly keep their hyphen: "full-stack", "end-to-end", "self-taught".
_KEEPERS = re.compile(
    "(?:all|award|b|back|best|c|client|cloud|co|cost|cross|cutting|data|day|decision|domain|e|end|event|ex|fast|fine"
    "|first|follow|free|front|full|hands|hard|high|hybrid|in|key|large|life|long|low|micro|mid|model|month|multi|native"
    "|new|non|object|off|old|on|one|open|part|peer|post|pre|pro|problem|quality|real|results|risk|role|rule|second|self"
    "|semi|server|service|short|small|start|state|sub|task|team|test|third|three|time|to|top|two|type|up|user|well|year)"
)

# Second halves that mostly follow one: "community-driven", "cloud-based", "customer-facing".
_KEPT_BEFORE = re.compile("driven|based|oriented|facing|friendly|wide|focused|centric|centred|ready|related|specific")


def repair(text: str) -> str:
    """A document's raw text with cut words joined, bullets as "- ", and glyph names as what they draw."""
    text = _LONE_BULLET.sub("- ", text)
    text = _BULLET.sub("- ", text)
    text = _NAMED_GLYPH.sub(lambda found: _DIGITS[found[1]], text)
    text = _NAMED_SMALL.sub(r"\1", text)
    text = _NAMED_LIGATURE.sub(lambda found: found[1].replace("_", ""), text)
    text = _NUMBERED_GLYPH.sub("\ufffd", text)
    return _joined(text)


def _joined(text: str) -> str:
    """Words cut at a line's end, whole again; the hyphen stays where the document or the word says so."""
    if JOIN not in text and not _HYPHEN_AT_END.search(text):
        return text
    lowered = text.lower()

    def join(found: re.Match) -> str:
        first, second = (found[1], found[2]) if found[1] else (found[3], found[4])
        return f"{first}{'-' if _keeps_hyphen(first, second, lowered) else ''}{second}\n"

    return _CUT.sub(join, text).replace(JOIN, "")


def _keeps_hyphen(first: str, second: str, lowered: str) -> bool:
    rest = re.match(r"\w*", second)[0]
    if not rest or not rest[0].isalpha() or rest[0].isupper() or set(first) & set("/@-_."):
        return True
    first = re.search(r"[^\W\d_]+$", first)[0].lower()
    if f"{first}{rest}".lower() in lowered:
        return False
    return f"{first}-{rest}".lower() in lowered or bool(_KEEPERS.fullmatch(first)) or bool(_KEPT_BEFORE.fullmatch(rest))
