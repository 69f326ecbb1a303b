"""The forms on the wire: JSON as the vendor writes it, error envelopes, times, ids."""

import json
import secrets
from dataclasses import dataclass, field
from datetime import datetime

JSON = "application/json"
HTML = "text/html; charset=utf-8"
JSONL = "application/x-jsonl"  # a stand-in: the true one was not found documented


@dataclass
class ApiError(Exception):
    """An error that the API itself answers with, in its envelope."""

    status: int
    kind: str
    message: str
    error_code: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def envelope(self, request_id: str) -> dict:
        error = {"type": self.kind, "message": self.message}
        if self.error_code:
            error["details"] = {"error_code": self.error_code}
        return {"type": "error", "error": error, "request_id": request_id}


def invalid(message: str) -> ApiError:
    return ApiError(400, "invalid_request_error", message)


def missing(message: str) -> ApiError:
    return ApiError(404, "not_found_error", message)


def page_size(query: dict[str, str]) -> int:
    """How many entries a page is to have; 400 for what is no such number."""
    said = query.get("limit", "20")
    if not said.isdecimal() or not 1 <= int(said) <= 1000:
        raise invalid("limit: Input should be from 1 to 1000")
    return int(said)


def dumps(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def new_id(kind: str) -> str:
    """An id of the vendor's kind: req_..., msg_..., msgbatch_..."""
    return f"{kind}_01{secrets.token_hex(11)}"


def stamp(moment: datetime | None) -> str | None:
    return None if moment is None else f"{moment:%Y-%m-%dT%H:%M:%S.%f}Z"
