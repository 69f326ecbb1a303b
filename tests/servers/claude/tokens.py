"""What a token is here: about four bytes, each model's text a little denser or thinner. An answer is cut by the same
measure."""

import json
import math

_BYTES = 4.0


def tokens(text: str, density: float) -> int:
    """Tokens of a text, 0 for an empty one, never more than its bytes."""
    size = len(text.encode("utf-8", "surrogatepass"))
    return min(size, math.ceil(size / _BYTES * density))


def cut(text: str, most: int, density: float) -> str:
    """The start of a text that has at most so many tokens."""
    return text.encode()[: max(0, math.floor(most * _BYTES / density))].decode("utf-8", "ignore")


def format_tokens(form: object, density: float) -> int:
    """The instructions that the server adds for an answer's schema: 249 tokens in all were seen for a small one."""
    return 180 + tokens(json.dumps(form), density) // 2 if form else 0
