"""The stated distribution over tokens, as the model has it before any grammar.

At a level: `confidence` (0.80) on the level, 0.12 in all on its neighbours, 0.01 on each other level, the rest on
tokens that are no level and that the caller has to filter. Elsewhere: 0.98 on the token, 0.01 on the fillers together.
"""

import math
from functools import lru_cache

from tests.servers.ollama.wire import dumps

_NOT_DIGITS = ('"', " ", "null", "[", "N", "~", "?", "-", "none", "{", "5", "6", "7", "8", "9", "a", "b", "c", "d", "e")


def level_distribution(level: int, *, confidence: float) -> dict[str, float]:
    """Probability by token where the model says a level of 0 to 4, most probable first; sums to 1."""
    rest = (1 - confidence) / 0.20
    near = [other for other in (level - 1, level + 1) if 0 <= other <= 4]
    far = [other for other in range(5) if abs(other - level) > 1]
    chances = {str(level): confidence}
    chances |= {str(other): 0.12 * rest / len(near) for other in near}
    chances |= {str(other): 0.01 * rest for other in far}
    left = 1 - sum(chances.values())
    return _sorted(chances | _falling(left))


def text_distribution(token: str) -> dict[str, float]:
    """Probability by token elsewhere; what is missing to 1 is the long tail."""
    fillers = {filler: chance for filler, chance in _falling(0.01).items() if filler != token}
    return _sorted({token: 0.98} | fillers)


def _falling(total: float) -> dict[str, float]:
    weights = [0.5 ** (rank + 1) for rank in range(len(_NOT_DIGITS))]
    return {token: total * weight / sum(weights) for token, weight in zip(_NOT_DIGITS, weights, strict=True)}


def _sorted(chances: dict[str, float]) -> dict[str, float]:
    return dict(sorted(chances.items(), key=lambda pair: -pair[1]))


@lru_cache(maxsize=4096)
def entry(token: str, level: int | None, *, top: int, confidence: float) -> bytes:
    """The encoded `logprobs` entry of one generated token; `level` is None where the token says no level."""
    chances = text_distribution(token) if level is None else level_distribution(level, confidence=confidence)
    said = _one(token, chances[token])
    if top:
        said["top_logprobs"] = [_one(other, chance) for other, chance in list(chances.items())[:top]]
    return dumps(said)


def _one(token: str, chance: float) -> dict:
    return {"token": token, "logprob": math.log(chance), "bytes": list(token.encode())}
