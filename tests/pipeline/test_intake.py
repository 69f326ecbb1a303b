"""Intake: stored first, each file with its own outcome."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from matching.exceptions import JobtrackerError
from matching.models import CV, Job
from matching.pipeline.archives import unpack
from matching.pipeline.intake import receive, retry_all_unreadable, retry_reading
from matching.pipeline.jobs import open_job
from tests.reading import zips

pytestmark = pytest.mark.django_db


def upload(name="jane.pdf", content=b"%PDF-1.4 something"):
    return SimpleUploadedFile(name, content)


def test_receive_keeps_the_bytes_under_a_random_name(job, owner):
    cv = receive(job, upload(), by=owner)
    assert cv.file.read() == b"%PDF-1.4 something"
    assert "jane" not in cv.file.name
    assert (cv.original_name, cv.size, cv.state) == ("jane.pdf", 18, "waiting")


def test_receive_of_the_same_bytes_on_one_job_is_a_duplicate(job, owner):
    first = receive(job, upload("a.pdf"), by=owner)
    second = receive(job, upload("b.pdf"), by=owner)
    assert (second.state, second.duplicate_of_id, bool(second.file)) == ("duplicate", first.pk, False)
    assert CV.objects.count() == 2


def test_receive_of_the_same_bytes_on_another_job_is_no_duplicate(job, owner, rubric):

    other = open_job(title="Other", text="x", rubric=rubric, by=owner)
    receive(job, upload(), by=owner)
    assert receive(other, upload(), by=owner).state == "waiting"


@pytest.mark.parametrize("name", ["../../etc/passwd", "C:\\cvs\\passwd", "/etc/passwd"])
def test_receive_with_a_path_for_a_name_keeps_its_last_part(job, owner, name):
    file = upload()
    file._name = name
    assert receive(job, file, by=owner).original_name == "passwd"


def test_receive_of_an_empty_file_says_so_and_stores_nothing(job, owner):
    with pytest.raises(JobtrackerError) as caught:
        receive(job, upload(content=b""), by=owner)
    assert (caught.value.code, CV.objects.count()) == ("empty", 0)


def test_receive_over_the_limit_says_so_and_stores_nothing(job, owner, settings):
    settings.MAX_UPLOAD_MB = 1
    with pytest.raises(JobtrackerError) as caught:
        receive(job, upload(content=b"x" * (1024 * 1024 + 1)), by=owner)
    assert (caught.value.code, CV.objects.count()) == ("too_large", 0)


def test_receive_on_a_closed_job_is_refused(job, owner):
    job.status = Job.Status.CLOSED
    with pytest.raises(JobtrackerError):
        receive(job, upload(), by=owner)


def test_receive_tells_open_pages(job, owner):
    receive(job, upload(), by=owner)
    assert Job.objects.get().revision == job.revision + 1


def test_retry_twice_counts_once(job, owner):
    cv = receive(job, upload(), by=owner)
    CV.objects.update(state=CV.State.UNREADABLE, reason="damaged", attempt=3)
    assert [retry_reading(cv), retry_reading(cv)] == [True, False]
    cv.refresh_from_db()
    assert (cv.state, cv.reason, cv.attempt) == ("waiting", "", 0)


def test_retry_all_takes_the_unreadable_ones_of_this_job(job, owner):
    cvs = [receive(job, upload(content=bytes([n + 1]) * 9), by=owner) for n in range(3)]
    CV.objects.filter(pk__in=[cv.pk for cv in cvs[:2]]).update(state=CV.State.UNREADABLE)
    assert set(retry_all_unreadable(job)) == {cv.pk for cv in cvs[:2]}


def test_receive_of_a_name_that_is_no_text_keeps_the_file(job, owner):
    cv = receive(job, ContentFile(b"some text", name="caf\udce9.txt"), by=owner)
    assert (CV.objects.get().original_name, cv.state) == ("caf?.txt", "waiting")


@pytest.fixture
def lost(job, owner) -> CV:
    """A CV whose stored file went away before it was read."""
    cv = receive(job, upload("a.pdf"), by=owner)
    cv.file.storage.delete(cv.file.name)
    CV.objects.update(state=CV.State.UNREADABLE, reason="not_found", detail="No such file or directory", attempt=1)
    return cv


@pytest.mark.parametrize("name", ["a.pdf", "b.pdf"])
def test_receive_of_the_bytes_of_a_lost_file_puts_them_back(job, owner, lost, name):
    back = receive(job, upload(name), by=owner)
    cv = CV.objects.get()
    assert (back.pk, back.put_back, cv.state, cv.reason, cv.attempt) == (lost.pk, True, "waiting", "", 0)
    assert cv.file.read() == b"%PDF-1.4 something"
    assert receive(job, upload("c.pdf"), by=owner).state == "duplicate"


def test_receive_of_the_bytes_of_a_lost_file_that_was_read_reads_nothing_again(job, owner, lost):
    CV.objects.update(state=CV.State.READ, reason="", text="Jane")
    receive(job, upload(), by=owner)
    cv = CV.objects.get()
    assert (cv.state, cv.text, cv.file.read()) == ("read", "Jane", b"%PDF-1.4 something")


def test_lost_file_comes_back_with_a_zip_and_with_that_zip_again(job, owner, lost):
    data = zips.zip_of({"x/a.pdf": b"%PDF-1.4 something"})
    for _ in range(2):
        archive = receive(job, SimpleUploadedFile("cvs.zip", data), by=owner)
        assert list(unpack(archive.pk)) == [[]]
        cv = CV.objects.get(pk=lost.pk)
        assert (cv.state, cv.file.read()) == ("waiting", b"%PDF-1.4 something")
        cv.file.storage.delete(cv.file.name)
        CV.objects.filter(pk=lost.pk).update(archive=archive)
