"""The words between the pool and its children: a length, then JSON; a document's bytes follow its own request."""

import json
import resource
import struct
import sys
from typing import BinaryIO

# The environment variable that names the folder of a child's own temporary files.
OWN_FOLDER = "JOBTRACKER_READER_FOLDER"
_LENGTH = struct.Struct(">I")


def send(stream: BinaryIO, message: dict, *, payload: bytes = b"") -> None:
    """Write one message and the raw bytes that belong to it; raises OSError when the other side is gone."""
    body = json.dumps(message).encode()
    stream.write(_LENGTH.pack(len(body)) + body)
    stream.write(payload)
    stream.flush()


def receive(stream: BinaryIO, *, most: int) -> dict | None:
    """The next message; None at the end of the stream, or when it is cut, malformed or longer than `most` bytes."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > most:
        return None
    body = stream.read(length)
    if len(body) < length:
        return None
    try:
        message = json.loads(body)
    except ValueError:
        return None
    return message if isinstance(message, dict) else None


def peak_memory_mb(usage: resource.struct_rusage) -> float:
    """The most memory that a process held at once, in MB; macOS counts it in bytes and Linux in kilobytes."""
    return usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
