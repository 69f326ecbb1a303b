"""What Go and gin put on the wire: JSON without spaces, escaped signs, times in RFC 3339, durations in nanoseconds."""

import json
import math
import re
import time
from datetime import UTC, datetime, timedelta

JSON = "application/json; charset=utf-8"
JSON_IN_STREAM = "application/json"
NDJSON = "application/x-ndjson"
TEXT = "text/plain; charset=utf-8"
MIME_TEXT = "text/plain"
HTML = "text/html"

_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})
_UNITS = {"ns": 1e-9, "us": 1e-6, "µs": 1e-6, "ms": 1e-3, "s": 1.0, "m": 60.0, "h": 3600.0}
_DURATION = re.compile(r"(\d+\.?\d*|\.\d+)([^\d.]*)")
FOREVER = math.inf


class ApiError(Exception):
    """An answer with an error status. `text` becomes `{"error": text}`."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status
        self.text = text


def dumps(value: object) -> bytes:
    """Encode as Go's encoder does, without a newline at the end."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.translate(_ESCAPES).encode("utf-8", "replace")


def merged(*objects: bytes) -> bytes:
    """Several encoded objects as one, in their order; for parts that were encoded beforehand."""
    return b"{" + b",".join(part[1:-1] for part in objects if part != b"{}") + b"}"


def error_body(text: str) -> bytes:
    return dumps({"error": text})


def now_text() -> str:
    """The present moment as Go writes a time in UTC."""
    return time_text(time.time_ns())


def time_text(nanoseconds: int) -> str:
    """RFC 3339 with up to nine decimals; zeros at the end are left out. `nanoseconds` since 1970."""
    seconds, rest = divmod(nanoseconds, 1_000_000_000)
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    decimals = f".{rest:09d}".rstrip("0").rstrip(".")
    return f"{moment:%Y-%m-%dT%H:%M:%S}{decimals}Z"


def nanoseconds(seconds: float) -> int:
    return round(seconds * 1_000_000_000)


def without_zeros(metrics: dict) -> dict:
    """Go's `omitempty`: a number that is 0 is absent."""
    return {key: value for key, value in metrics.items() if value}


def parse_duration(value: object) -> float | None:
    """`keep_alive` in seconds: numbers are seconds, strings are Go durations, negative is for ever; None stays None."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ApiError(400, f"json: cannot unmarshal {go_type(value)} into Go struct field .keep_alive")
    seconds = float(value) if isinstance(value, int | float) else _go_duration(value)
    return FOREVER if seconds < 0 else seconds


def _go_duration(text: str) -> float:
    quoted = json.dumps(text, ensure_ascii=False)
    body = text[1:] if text[:1] in ("-", "+") else text
    if body == "0":
        return 0.0
    total, at = 0.0, 0
    while at < len(body):
        match = _DURATION.match(body, at)
        if not match:
            raise ApiError(400, f"time: invalid duration {quoted}")
        number, unit = match.groups()
        if not unit:
            raise ApiError(400, f"time: missing unit in duration {quoted}")
        if unit not in _UNITS:
            raise ApiError(400, f"time: unknown unit {json.dumps(unit)} in duration {quoted}")
        total += float(number) * _UNITS[unit]
        at = match.end()
    if not body:
        raise ApiError(400, f"time: invalid duration {quoted}")
    return -total if text.startswith("-") else total


def go_type(value: object) -> str:
    """The word of Go's JSON errors for a value's type."""
    if isinstance(value, bool):
        return "bool"
    names = {str: "string", int: "number", float: "number", list: "array", dict: "object"}
    return names.get(type(value), "null")
