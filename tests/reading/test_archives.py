"""ZIPs of CVs: each entry with its own outcome, and attacks left aside."""

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matching.exceptions import UnreadableError
from matching.reading import Limits
from matching.reading.archives import SKIPPED, entries_of
from matching.reading.zipnames import is_archive, is_junk
from matching.schemas import UNREADABLE
from tests.reading import docxs, zips
from tests.reading.zips import CV_TEXT


@pytest.fixture
def entries(tmp_path, pool):
    """Bytes of a ZIP to [(name, bytes or why there are none)], through a file and a child."""

    def run(
        data: bytes,
        *,
        limits: Limits = Limits(),  # noqa: B008 - frozen
        password: str = "",
    ) -> list[tuple[str, bytes | str]]:
        path = tmp_path / "archive"
        path.write_bytes(data)
        return [(one.name, one.skipped or one.data) for one in pool.unpack(path, limits=limits, password=password)]

    return run


def reason_of(entries, data: bytes, *, limits: Limits = Limits(), **given: str) -> tuple[str, str]:  # noqa: B008
    with pytest.raises(UnreadableError) as caught:
        entries(data, limits=limits, **given)
    return caught.value.code, str(caught.value)


def test_archive_gives_each_file_with_its_path(entries):
    word = docxs.word(docxs.cv)
    found = entries(zips.zip_of({"a.txt": CV_TEXT, "team/b.docx": word}))

    assert found == [("a.txt", CV_TEXT), ("team/b.docx", word)]


def test_archive_entries_say_where_they_stand_and_how_many_there_are(tmp_path, pool):
    path = tmp_path / "archive"
    path.write_bytes(zips.zip_of({".DS_Store": b"x", "a.txt": b"a", "b.txt": b"b"}))

    assert [(entry.number, entry.of) for entry in pool.unpack(path, limits=Limits())] == [(1, 2), (2, 2)]


def test_archive_junk_and_folders_are_passed_over(entries):
    junk = ["__MACOSX/._a.txt", "x/.DS_Store", "Thumbs.db", "desktop.ini", ".hidden/a.txt", "~$cv.docx", "folder/"]

    assert entries(zips.zip_of({**dict.fromkeys(junk, b""), "a.txt": CV_TEXT})) == [("a.txt", CV_TEXT)]


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "C:\\cvs\\a.txt", "a/../../b.txt", "..\\a.txt"])
def test_archive_paths_out_of_the_folder_are_refused(entries, name):
    assert entries(zips.zip_of({name: CV_TEXT})) == [(name.replace("\\", "/"), "outside")]


def test_archive_in_an_archive_is_not_opened(entries):
    assert entries(zips.zip_of({"in.zip": zips.zip_of({"a.txt": CV_TEXT})})) == [("in.zip", "nested")]


def test_archive_link_empty_and_damaged_entries_are_told_apart(entries):
    assert entries(zips.link()) == [("cv.txt", "link")]
    assert entries(zips.zip_of({"a.txt": b""})) == [("a.txt", "empty")]
    assert entries(zips.damaged({"a.txt": CV_TEXT, "b.txt": CV_TEXT})) == [("a.txt", "damaged"), ("b.txt", CV_TEXT)]


def test_archive_entry_over_the_size_of_one_file_is_left_out(entries):
    found = entries(zips.zip_of({"a.txt": b"x" * 2000, "b.txt": CV_TEXT}), limits=Limits(max_bytes=1000))

    assert found == [("a.txt", "too_large"), ("b.txt", CV_TEXT)]


def test_archive_names_in_utf8_without_saying_so_are_understood(entries):
    data = bytearray(zips.zip_of({"Zoe M\u00fcller.txt": CV_TEXT}))
    for signature, flags in ((b"PK\x03\x04", 7), (b"PK\x01\x02", 9)):
        data[data.find(signature) + flags] &= ~0x08

    assert entries(bytes(data)) == [("Zoe M\u00fcller.txt", CV_TEXT)]


def test_archive_limits_have_reasons(entries):
    many = zips.zip_of(zips.pile(12))

    assert reason_of(entries, many, limits=Limits(max_entries=10)) == ("too_many_files", "12 files, at most 10")
    assert reason_of(entries, zips.zip_of({})) == ("no_files", "")
    assert reason_of(entries, zips.zip_of({"__MACOSX/x": b"x"})) == ("no_files", "")
    assert reason_of(entries, many[: len(many) // 2]) == ("damaged", "its packing is broken")


def test_archive_bombs_unpack_nothing(entries):
    tight = zips.zip_of({f"{number}.txt": b"\0" * 1024 * 1024 for number in range(30)})
    shared = zips.overlapping(entries=3000, kilobytes=1000)

    assert reason_of(entries, tight)[0] == "bomb"
    assert reason_of(entries, shared)[0] == "bomb"
    assert reason_of(entries, tight, limits=Limits(max_archive_unpacked_mb=20, max_ratio=2000))[0] == "bomb"


def test_archive_child_is_used_again_and_an_abandoned_one_is_ended(tmp_path, pool):
    path = tmp_path / "archive"
    path.write_bytes(zips.zip_of(zips.pile(5)))
    unpacking = pool.unpack(path, limits=Limits())
    next(unpacking)
    unpacking.close()

    assert len(list(pool.unpack(path, limits=Limits()))) == 5
    assert pool.read(CV_TEXT, name="cv", limits=Limits())["pages"] == 1


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["a.pdf", "b.docx"], True),
        (["[Content_Types].xml", "word/document.xml"], False),
        (["mimetype", "content.xml"], False),
        (["cv/[Content_Types].xml"], True),
        ([], True),
    ],
    ids=["pile", "docx", "odt", "a docx unpacked in a folder", "empty"],
)
def test_archive_is_told_from_a_document(names, expected):
    assert is_archive(io.BytesIO(zips.zip_of(dict.fromkeys(names, b"x")))) == expected


def test_archive_is_told_from_a_document_though_one_lies_in_it_unpacked():
    packed = zips.zip_of({"a.docx": docxs.word(docxs.cv)}, packing=zipfile.ZIP_STORED)

    assert is_archive(io.BytesIO(packed)) is True


def test_archive_cut_short_is_still_told_from_a_document():
    assert is_archive(io.BytesIO(docxs.word(docxs.cv)[:2000])) is False
    assert is_archive(io.BytesIO(zips.zip_of(zips.pile(40))[:2000])) is True


def test_junk_is_what_systems_leave_behind():
    names = ["cv.pdf", "a/b.docx", "../cv.txt", ".DS_Store", "a/Thumbs.db", "__MACOSX/a.pdf", "~$cv.docx"]

    assert [is_junk(name) for name in names] == [False, False, False, True, True, True, True]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    changes=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=8)), max_size=10),
    keep=st.floats(0.05, 1),
)
def test_archive_mutated_has_an_outcome(entries, changes, keep):
    data = bytearray(zips.zip_of({**zips.pile(3), "a.docx": docxs.word(docxs.paragraphs("Jane Example"))}))
    for place, change in changes:
        at = int(place * len(data))
        data[at : at + len(change)] = change
    outcomes: set[bytes | str] = set()
    try:
        outcomes = {outcome for _, outcome in entries(bytes(data[: max(4, int(keep * len(data)))]))}
    except UnreadableError as error:
        outcomes = {error.code}

    assert all(isinstance(outcome, bytes) or outcome in {*SKIPPED, *UNREADABLE} for outcome in outcomes)


LOCKS = {
    "old": lambda files, password: zips.with_password(files, password),
    "aes-128": lambda files, password: zips.with_aes(files, password, bits=128, version=1),
    "aes-192": lambda files, password: zips.with_aes(files, password, bits=192),
    "aes-256": lambda files, password: zips.with_aes(files, password),
}
TWO = {"a.txt": CV_TEXT, "b/c.txt": CV_TEXT * 3000}


@pytest.mark.parametrize("lock", sorted(LOCKS))
def test_locked_archive_is_opened_by_its_password_alone(entries, lock):
    data = LOCKS[lock](TWO, "s\u00e9cret".encode())
    assert entries(data, password="s\u00e9cret") == list(TWO.items())
    assert reason_of(entries, data, password="secret") == ("wrong_password", "")
    assert reason_of(entries, data) == ("password", "2 of 2 files")


def test_archive_that_only_says_that_it_is_locked_opens_with_no_password(entries):
    assert reason_of(entries, zips.locked({"a.txt": CV_TEXT}), password="secret") == ("wrong_password", "")


def test_password_written_in_another_encoding_opens_too(entries):
    assert entries(zips.with_password(TWO, "s\u00e9".encode("cp1252")), password="s\u00e9") == list(TWO.items())


def test_files_of_an_archive_that_are_not_locked_come_before_it_asks(tmp_path, pool):
    path = tmp_path / "archive"
    path.write_bytes(zips.joined(zips.with_aes({"a.txt": CV_TEXT}, b"secret"), zips.zip_of({"b.txt": CV_TEXT})))
    entries = pool.unpack(path, limits=Limits())
    first = next(entries)
    with pytest.raises(UnreadableError) as caught:
        next(entries)
    assert (first.number, first.name, first.of) == (1, "b.txt", 2)
    assert (caught.value.code, str(caught.value)) == ("password", "1 of 2 files")


def test_entry_under_another_password_or_lock_is_left_out(entries):
    one, other = zips.with_aes({"a.txt": CV_TEXT}, b"secret"), zips.with_aes({"b.txt": CV_TEXT + b"2"}, b"other")
    found = entries(zips.joined(one, other), password="secret")
    assert found == [("a.txt", CV_TEXT), ("b.txt", "locked")]
    strange = bytearray(zips.with_aes({"a.txt": CV_TEXT}, b"secret"))
    for at in (strange.find(b"AE"), strange.rfind(b"AE")):
        strange[at : at + 2] = b"XY"
    assert entries(bytes(strange), password="secret") == [("a.txt", "not_unlocked")]


@pytest.mark.parametrize("lock", sorted(LOCKS))
@given(at=st.integers(0, 400), byte=st.integers(0, 255))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_broken_byte_of_a_locked_archive_gives_an_outcome(tmp_path, lock, at, byte):
    data = bytearray(LOCKS[lock]({"a.txt": CV_TEXT, "b.txt": CV_TEXT}, b"secret"))
    data[at % len(data)] = byte
    path = tmp_path / "archive"
    path.write_bytes(data)
    try:
        found = [entry.skipped in {"", *SKIPPED} for entry in entries_of(path, limits=Limits(), password="secret")]
    except UnreadableError as error:
        found = [error.code in UNREADABLE]
    assert all(found)
