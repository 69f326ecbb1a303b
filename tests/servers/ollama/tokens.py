"""The simulator's tokeniser: a stated rule that is near four characters a token in English, and lossless.

The rule, first that fits: a special token `<|name|>`; one character of Chinese, Japanese or Korean; up to nine letters
with the space before them; one digit (as Qwen 2.5 does); up to two signs with the space before them; underscores; white
space. Nine letters gave 3.8 characters a token on 25 CVs, and in the median the count of `matching.prompts.tokens`.
"""

import re
from collections.abc import Sequence

_CJK = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
_PIECE = re.compile(rf"<\|\w+\|>|[{_CJK}]| ?[^\W\d_{_CJK}]{{1,9}}|\d| ?[^\w\s]{{1,2}}|_+|\s+")


def tokenise(text: str) -> list[str]:
    """Split a text into tokens; joined again they are the text."""
    return _PIECE.findall(text)


def common_prefix(first: Sequence[str], second: Sequence[str]) -> int:
    """Length of the longest common prefix of two token sequences."""
    low, high = 0, min(len(first), len(second))
    while low < high:
        middle = (low + high + 1) // 2
        if first[low:middle] == second[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
