"""As much of style sheets as tells seen from unseen: simple selectors, and the declarations that hide."""

import re

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]{1,500})\{([^{}]{0,4000})\}")
_SIMPLE = re.compile(r"[a-z0-9]*(?:[.#][\w-]+)?", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d*\.?\d+")
_LIGHT = re.compile(r"white|#f{3}|#f[0-9a-f]f[0-9a-f]f[0-9a-f]|rgba?\((?:2[3-5]\d,){2}2[3-5]\d.*\)|transparent")
_CLEAR = re.compile(r"rgba\(.*,0?\.?0+\)|transparent")
MOST_RULES = 2000
Look = dict[str, str]


class Looks:
    """What style elements said so far, by selector."""

    def __init__(self) -> None:
        self._rules: dict[str, Look] = {}

    def learn(self, sheet: str) -> None:
        """Take in a style sheet; what is not a tag, a class or an id is passed over."""
        for selectors, body in _RULE.findall(_COMMENT.sub("", sheet))[:MOST_RULES]:
            for selector in map(str.strip, selectors.split(",")):
                if selector and _SIMPLE.fullmatch(selector):
                    self._rules.setdefault(selector.lower(), {}).update(declarations(body))

    def of(self, tag: str, attributes: dict[str, str | None]) -> Look:
        """The declarations that hold for an element, its own style last."""
        look: Look = dict(self._rules.get(tag, {})) if self._rules else {}
        if self._rules:
            names = [f".{name.lower()}" for name in (attributes.get("class") or "").split()]
            names += [f"#{(attributes.get('id') or '').lower()}"]
            for name in names:
                look |= self._rules.get(name, {}) | self._rules.get(tag + name, {})
        return look | declarations(attributes.get("style") or "")


def declarations(body: str) -> Look:
    """The declarations of a rule, in lower case and without blanks."""
    pairs = (part.split(":", 1) for part in body.lower().split(";") if ":" in part)
    return {name.strip(): "".join(value.replace("!important", "").split()) for name, value in pairs}


def is_light(colour: str) -> bool:
    """Whether a colour is that of paper."""
    return bool(_LIGHT.fullmatch(colour))


def hides(look: Look, *, coloured: bool) -> bool:
    """Whether an element with these declarations is not seen; `coloured`: something other than paper lies behind it."""
    if look.get("display") == "none" or look.get("visibility") in {"hidden", "collapse"}:
        return True
    if _number(look.get("opacity"), 1) < 0.05 or _is_tiny(look.get("font-size", "")):
        return True
    colour = look.get("color", "")
    if _CLEAR.fullmatch(colour) or (colour and not coloured and _LIGHT.fullmatch(colour)):
        return True
    if colour and colour == look.get("background-color", look.get("background")):
        return True
    if any(_number(look.get(name), 0) < -500 for name in ("left", "top", "text-indent", "margin-left", "margin-top")):
        return True
    no_size = any(look.get(name, "").startswith(("0", "1px")) and _number(look[name], 9) <= 1 for name in _SIDES)
    return (no_size and look.get("overflow") == "hidden") or look.get("clip", "").startswith("rect(0")


_SIDES = ("height", "width", "max-height", "max-width")


def _is_tiny(size: str) -> bool:
    points = _number(size, 99)
    return points < 2 if size.endswith(("px", "pt")) else points == 0 or (size.endswith("em") and points < 0.15)


def _number(value: str | None, otherwise: float) -> float:
    found = _NUMBER.match(value or "")
    return float(found.group()) if found else otherwise
