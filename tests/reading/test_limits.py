"""What a child may take, seen from inside it, and a run of made-up attacks with a fixed budget."""

import errno
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matching.reading import Limits
from matching.schemas import UNREADABLE
from tests.reading import docxs, pdfs, zips

ROOT = Path(__file__).resolve().parents[2]
# Each tries to take what is not allowed, after the child's own preparations, and prints what came of it.
TAKING = """
import json, os, socket, sys, tempfile
sys.path.insert(0, {root!r})
from matching.reading import child
from matching.reading.limits import Limits
child._leave_network()
child._lower_limits()
child._restrict(Limits(max_memory_mb=512, max_seconds=0.5, max_ocr_seconds=0.5))
outcome = "allowed"
try:
    {attempt}
except (MemoryError, OSError) as error:
    outcome = getattr(error, "errno", None) or type(error).__name__
print(json.dumps(outcome))
"""
FILE = "f = tempfile.TemporaryFile(); f.seek({}); f.write(b'x')"


def attempt(code: str) -> subprocess.CompletedProcess[str]:
    program = TAKING.format(root=str(ROOT), attempt=f"{code}; f.flush()" if "f.write" in code else code)
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        ("bytearray(600 * 1024 * 1024)", "MemoryError"),
        ("files = [open(os.devnull) for _ in range(200)]", errno.EMFILE),
        (FILE.format(70 * 1024 * 1024), errno.EFBIG),
        ("bytearray(100 * 1024 * 1024)", "allowed"),
        ("files = [open(os.devnull) for _ in range(50)]", "allowed"),
        (FILE.format(1024 * 1024), "allowed"),
    ],
    ids=["memory", "open files", "a large file", "some memory", "some files", "a small file"],
)
def test_child_takes_no_more_than_its_limits(code, outcome):
    assert json.loads(attempt(code).stdout) == outcome


@pytest.mark.parametrize("code", ["while True: pass", "import time; time.sleep(30)"], ids=["processor", "clock"])
def test_child_without_a_parent_that_watches_ends_by_itself(code):
    assert attempt(code).returncode < 0


def test_child_reaches_no_address_of_this_machine():
    """A listener of ours on the loopback: from an empty network not even that is there."""
    if subprocess.run(["unshare", "-Urn", "true"], check=False, capture_output=True).returncode:
        pytest.skip("this system lets no ordinary process leave its network")
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = server.getsockname()
        outcome = json.loads(attempt(f"socket.create_connection({address!r}, timeout=3)").stdout)

    assert os.strerror(outcome) == os.strerror(errno.ENETUNREACH)


RTF = rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\f0 Jane Example\par Senior engineer, Harbour Logistics\par {\v hidden}}"
HTML = b"<html><body><h1>Jane Example</h1><p style='display:none'>hidden</p><table><tr><td>Python</td></tr></table>"
SEEDS = {
    "pdf": pdfs.pdf(pdfs.cv_page, pageCompression=0),
    "locked pdf": pdfs.locked(user="secret"),
    "docx": docxs.word(docxs.cv),
    "stored docx": zips.zip_of({"word/document.xml": docxs.main_part(docxs.word(docxs.cv))}, packing=0),
    "odt": zips.zip_of(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": b"<manifest/>",
            "content.xml": b"<d xmlns:t='t'><t:p>Jane Example</t:p><t:p>Python<t:tab/>Go</t:p></d>",
        },
        packing=0,
    ),
    "rtf": RTF,
    "html": HTML,
    "utf-16": "Jane Example\nПрограммист".encode("utf-16"),
    "zip": zips.zip_of(zips.pile(2)),
    "ole": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600),
}
SMALL = Limits(max_memory_mb=512, max_seconds=10, max_text_chars=50_000)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    seed=st.sampled_from(sorted(SEEDS)),
    changes=st.lists(
        st.tuples(
            st.floats(0, 1), st.sampled_from(["set", "insert", "repeat", "cut"]), st.binary(min_size=1, max_size=9)
        ),
        max_size=10,
    ),
    password=st.sampled_from(["", "secret"]),
)
def test_mutated_documents_have_an_outcome_within_the_limits(read_bytes, seed, changes, password):
    data = bytearray(SEEDS[seed])
    for place, how, piece in changes:
        at = int(place * len(data))
        if how == "set":
            data[at : at + len(piece)] = piece
        elif how == "insert":
            data[at:at] = piece
        elif how == "repeat":
            data[at:at] = data[at : at + 200] * piece[0]
        else:
            del data[at : at + 8 * len(piece)]
    reading = read_bytes(bytes(data), limits=SMALL, password=password)

    assert reading.ok == bool(reading.text)
    assert reading.ok or reading.reason in UNREADABLE
    assert reading.reason not in {"crashed", "too_slow"}
    assert len(reading.text) <= SMALL.max_text_chars


@pytest.mark.parametrize(
    "data",
    [
        rb"{\rtf1 " + b"{" * 200_000,
        rb"{\rtf1 " + rb"\u65?" * 200_000 + b"}",
        b"<div>" * 200_000 + b"Jane",
        b"<" + b"a " * 500_000,
        b"<html>Jane" + b"<!--" * 50_000,
        b"? " * 40_000 + b"Jane",
        b"\xff\xfe" + "\u202e".encode("utf-16-le") * 300_000,
        zips.zip_of(
            {
                "mimetype": b"application/vnd.oasis.opendocument.text",
                "META-INF/manifest.xml": b"<m/>",
                "content.xml": b"<a>" * 100_000,
            }
        ),
    ],
    ids=[
        "rtf groups",
        "rtf letters",
        "html blocks",
        "html attributes",
        "html comments",
        "signs",
        "direction signs",
        "odt depth",
    ],
)
def test_texts_made_to_exhaust_their_reader_have_an_outcome(read_bytes, data):
    reading = read_bytes(data, limits=Limits(max_seconds=20))

    assert reading.ok or reading.reason in {"no_text", "damaged", "bomb"}
