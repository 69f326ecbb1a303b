"""ZIPs on a job: stored whole, unpacked into CVs, and taken up again where a worker died."""

import errno
import uuid
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from matching.exceptions import JobtrackerError
from matching.models import CV, Archive, Job
from matching.pipeline import archives
from matching.pipeline.archives import clear_unpacked, fail_unpacking, retry_archive, unpack
from matching.pipeline.claims import claim
from matching.pipeline.intake import receive
from matching.pipeline.read import read_cv
from matching.pipeline.reconcile import recover, tick
from matching.tasks import unpack as unpack_task
from tests.reading import docxs, zips
from tests.reading.zips import CV_TEXT

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def archive_of(job, owner):
    def stored(data: bytes, name: str = "cvs.zip") -> Archive:
        return receive(job, SimpleUploadedFile(name, data), by=owner)

    return stored


def run(archive: Archive) -> list[uuid.UUID]:
    return [cv_id for batch in unpack(archive.pk) for cv_id in batch]


def stored_files() -> int:
    return sum(path.is_file() for path in Path(default_storage.path("")).rglob("*"))


def test_receive_of_a_zip_keeps_it_whole_and_waits(archive_of):
    data = zips.zip_of(zips.pile(2))
    archive = archive_of(data)

    assert (archive.state, archive.original_name, archive.size) == ("waiting", "cvs.zip", len(data))
    assert archive.file.read() == data
    assert "cvs.zip" not in archive.file.name


def test_receive_of_a_docx_is_a_cv(archive_of):
    assert isinstance(archive_of(docxs.word(docxs.cv)), CV)


def test_receive_of_a_zip_has_a_limit_of_its_own(archive_of, settings):
    settings.MAX_UPLOAD_MB, settings.MAX_ARCHIVE_MB = 1, 2
    assert isinstance(archive_of(zips.zip_of({"a.bin": bytes(1500_000)}, packing=0)), Archive)
    with pytest.raises(JobtrackerError) as caught:
        archive_of(zips.zip_of({"a.bin": bytes(2200_000)}, packing=0))
    assert str(caught.value) == "The ZIP is over 2 MB: nothing was stored."


def test_unpack_makes_a_cv_of_each_file_and_tells_what_was_left_out(archive_of):
    archive = archive_of(zips.zip_of({"team/a.txt": CV_TEXT, "../b.txt": CV_TEXT, ".DS_Store": b"x", "c.txt": b""}))
    (cv_id,) = run(archive)
    archive.refresh_from_db()
    cv = CV.objects.get()

    assert (cv.pk, cv.original_name, cv.state, cv.archive_id) == (cv_id, "team/a.txt", "waiting", archive.pk)
    assert cv.file.read() == CV_TEXT
    assert (archive.state, archive.entries, archive.unpacked) == ("unpacked", 3, 1)
    assert archive.skipped == [
        ["../b.txt", "Its path leads out of the folder, so it was not unpacked."],
        ["c.txt", "The file is empty. Ask for it again."],
    ]


def test_unpack_deletes_the_zip_once_every_entry_is_a_cv(archive_of):
    archive = archive_of(zips.zip_of(zips.pile(2)))
    run(archive)
    archive.refresh_from_db()

    assert (bool(archive.file), stored_files()) == (False, 2)


def test_unpacked_cvs_are_read_like_others(archive_of):
    (cv_id,) = run(archive_of(zips.zip_of({"a.txt": CV_TEXT})))

    assert read_cv(cv_id).match_id is not None


def test_unpack_of_the_same_bytes_twice_in_a_zip_is_a_duplicate(archive_of):
    run(archive_of(zips.zip_of({"a.txt": CV_TEXT, "b.txt": CV_TEXT})))
    first, second = CV.objects.order_by("original_name")

    assert (first.state, second.state, second.duplicate_of_id) == ("waiting", "duplicate", first.pk)
    assert stored_files() == 1


def test_unpack_of_a_file_that_is_there_already_is_a_duplicate(archive_of, job, owner):
    first = receive(job, SimpleUploadedFile("cv.txt", CV_TEXT), by=owner)
    assert run(archive_of(zips.zip_of({"a.txt": CV_TEXT}))) == []

    assert CV.objects.get(state="duplicate").duplicate_of_id == first.pk


def test_receive_of_the_same_zip_again_unpacks_nothing_twice(archive_of):
    data = zips.zip_of(zips.pile(2))
    archive_of(data)
    again = archive_of(data, "again.zip")

    assert (again.state, again.reason, bool(again.file)) == ("unpacked", "duplicate", False)


def test_unpack_of_a_broken_zip_keeps_it_with_its_reason(archive_of):
    data = zips.zip_of(zips.pile(9))[:400]
    archive = archive_of(data)
    assert run(archive) == []
    archive.refresh_from_db()

    assert (archive.state, archive.reason, archive.detail) == ("unreadable", "damaged", "its packing is broken")
    assert archive.file.read() == data
    assert [retry_archive(archive), retry_archive(archive)] == [True, False]


def test_unpack_that_another_worker_has_does_nothing(archive_of):
    archive = archive_of(zips.zip_of(zips.pile(1)))
    claim(Archive.objects.filter(pk=archive.pk))

    assert run(archive) == []
    assert CV.objects.count() == 0


def test_unpack_after_a_killed_worker_goes_on_and_makes_nothing_twice(archive_of, monkeypatch):
    """The first worker dies after its second batch; files that it stored without rows are used by the next."""
    monkeypatch.setattr(archives, "BATCH", 2)
    archive = archive_of(zips.zip_of(zips.pile(7)))
    first = unpack(archive.pk)
    before = next(first) + next(first)
    archives._rows(archive, list(archives.OWN.unpack(Path(archive.file.path), limits=archives.limits()))[4:6])
    first.close()
    Archive.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert recover() == 1
    after = run(archive)
    archive.refresh_from_db()

    assert len({*before, *after}) == 7
    assert (archive.state, archive.entries, archive.unpacked, archive.attempt) == ("unpacked", 7, 7, 2)
    assert (CV.objects.count(), stored_files()) == (7, 7)


def test_unpack_by_a_worker_that_lost_its_claim_stores_no_row(archive_of, monkeypatch):
    monkeypatch.setattr(archives, "BATCH", 2)
    archive = archive_of(zips.zip_of(zips.pile(6)))
    late = unpack(archive.pk)
    next(late)
    Archive.objects.update(token=uuid.uuid4())

    assert list(late) == []
    assert CV.objects.count() == 2


def test_unpack_abandoned_too_often_is_closed_with_a_reason(archive_of):
    archive = archive_of(zips.zip_of(zips.pile(1)))
    Archive.objects.update(attempt=2)
    claim(Archive.objects.filter(pk=archive.pk))
    Archive.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    recover()
    archive.refresh_from_db()

    assert (archive.state, archive.reason) == ("unreadable", "crashed")


def test_tick_announces_a_waiting_archive_once(archive_of):
    archive = archive_of(zips.zip_of(zips.pile(1)))
    Archive.objects.update(dispatched_at=None)

    assert tick(announce_reads=True).archive_ids == (archive.pk,)
    assert tick(announce_reads=True).archive_ids == ()


def test_tick_deletes_the_file_of_an_archive_whose_worker_died_before_it_could(archive_of):
    archive_of(zips.zip_of(zips.pile(1)))
    Archive.objects.update(state=Archive.State.UNPACKED)

    assert [clear_unpacked(), clear_unpacked(), stored_files()] == [1, 0, 0]


def test_tick_goes_on_when_the_disk_keeps_an_archive(archive_of, caplog):
    kept, gone = archive_of(zips.zip_of(zips.pile(1))), archive_of(zips.zip_of(zips.pile(2)))
    Archive.objects.update(state=Archive.State.UNPACKED)
    # A folder with something in it, where a file should be: nobody may delete it so, root neither.
    path = Path(kept.file.path)
    path.unlink()
    (path / "x").mkdir(parents=True)

    assert tick(announce_reads=True).archive_ids == ()
    assert list(Archive.objects.exclude(file="").values_list("pk", flat=True)) == [kept.pk]
    assert [clear_unpacked(), Path(gone.file.path).exists()] == [0, False]
    assert caplog.messages == [f"the file of archive {kept.pk.hex[:8]} cannot be deleted: Directory not empty"]


def test_unpack_on_a_full_disk_says_so_and_goes_on_when_there_is_room(archive_of, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    archive = archive_of(zips.zip_of({"a.txt": CV_TEXT}))
    with monkeypatch.context() as disk:
        disk.setattr(FileSystemStorage, "_save", full)
        assert run(archive) == []
    archive.refresh_from_db()
    assert (archive.state, archive.reason, archive.attempt) == ("waiting", "no_space", 0)

    Archive.objects.update(available_at=timezone.now())
    assert len(run(archive)) == 1


def test_crash_closes_only_the_own_claim(archive_of):
    archive = archive_of(zips.zip_of(zips.pile(1)))
    token = claim(Archive.objects.filter(pk=archive.pk))

    assert fail_unpacking(archive.pk, token=uuid.uuid4(), reason="crashed") is False
    assert fail_unpacking(archive.pk, token=token, reason="crashed") is True
    archive.refresh_from_db()
    assert (archive.state, archive.reason) == ("unreadable", "crashed")


def test_unpack_task_tells_open_pages(archive_of, job):
    archive = archive_of(zips.zip_of(zips.pile(3)))
    before = Job.objects.get().revision
    unpack_task(archive_id=str(archive.pk))

    assert (CV.objects.count(), Job.objects.get().revision > before) == (3, True)
