"""The prompt cache: prefixes written at marks, readable once the answer that wrote them has begun, for 5 minutes or an
hour from the start of the last request that used them. Too short a prefix is not cached, without a word."""

import hashlib
import json
from dataclasses import dataclass

from tests.servers.claude.checks import blocks_of
from tests.servers.claude.pricelist import Model
from tests.servers.claude.tokens import format_tokens, tokens

_SECONDS = {"5m": 300.0, "1h": 3600.0}
_LOOK_BACK = 20


@dataclass
class Entry:
    """A cached prefix: until when, and whether it can be read yet."""

    until: float
    ttl: str
    readable: bool = False


@dataclass(frozen=True)
class Split:
    """How a prompt is charged, and the entries that its answer makes readable."""

    plain: int
    read: int
    write_5m: int
    write_1h: int
    written: tuple[str, ...] = ()


class PromptCache:
    """All prefixes of all models. Called under the server's lock."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}

    def split(self, params: dict, model: Model, *, now: float, lucky: bool = True) -> Split:
        """How the prompt is charged. Not `lucky`: nothing is found (the cache is a best effort within batches)."""
        ends = _ends(params, model)
        total = ends[-1][1]
        marks = [(index, ttl) for index, (_, at, ttl) in enumerate(ends) if ttl and at >= model.least_cached]
        read = self._find(ends, marks, now=now) if lucky else 0
        at, sizes, written = read, {"5m": 0, "1h": 0}, []
        for index, ttl in marks:
            key, end, _ = ends[index]
            if end > at:
                sizes[ttl] += end - at
                at = end
                written.append(key)
                known = self.entries.get(key)
                readable = known is not None and known.readable and known.until > now
                self.entries[key] = Entry(now + _SECONDS[ttl], ttl, readable)
        return Split(total - at, read, sizes["5m"], sizes["1h"], tuple(written))

    def began(self, split: Split) -> None:
        """The answer has begun: what it wrote can be read from now on."""
        for key in split.written:
            self.entries[key].readable = True

    def _find(self, ends: list, marks: list, *, now: float) -> int:
        """The tokens of the longest prefix that can be read; using it renews its time."""
        for index, _ in reversed(marks):
            for key, end, _ in reversed(ends[max(0, index - _LOOK_BACK + 1) : index + 1]):
                entry = self.entries.get(key)
                if entry and entry.readable and entry.until > now:
                    entry.until = now + _SECONDS[entry.ttl]
                    return end
        return 0


def prompt_tokens(params: dict, model: Model) -> int:
    """All tokens of a request's prompt."""
    return _ends(params, model)[-1][1]


def _ends(params: dict, model: Model) -> list[tuple[str, int, str]]:
    """For the end of each block: the name of all up to it, its tokens, and the time to live of its mark, if any."""
    output = params.get("output_config", {})
    digest = hashlib.sha256(f"{model.id} {json.dumps(output.get('format'))}".encode())
    at, found, place_before = format_tokens(output.get("format"), model.density) + 8, [], "system"
    for place, block in blocks_of(params):
        if place != "system" and place_before == "system":
            digest.update(json.dumps([params.get("thinking"), output.get("effort")]).encode())
        place_before = place
        at += tokens(block["text"], model.density)
        digest.update(f"\0{place}\0{block['text']}".encode("utf-8", "surrogatepass"))
        ttl = block["cache_control"].get("ttl", "5m") if block.get("cache_control") else ""
        found.append((digest.hexdigest(), at, ttl))
    return found
