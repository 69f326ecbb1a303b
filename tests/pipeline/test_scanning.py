"""With a virus scanner: nothing is opened before its verdict, and nothing is lost while it is away."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from matching.exceptions import JobtrackerError
from matching.models import CV
from matching.pipeline.claims import claim
from matching.pipeline.intake import receive
from matching.pipeline.preview import page_picture
from matching.pipeline.read import fail_reading, read_cv
from matching.pipeline.scanning import MOST_ANSWERS, may_open
from matching.reading.pool import OWN
from tests.clients.clamd_server import EICAR, MOST, clamd
from tests.reading.zips import CV_TEXT
from tests.services import free_port

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cv_of(job, owner):
    return lambda data: receive(job, SimpleUploadedFile("cv.txt", data), by=owner)


def outcome(cv: CV) -> tuple[str, str, str]:
    cv.refresh_from_db()
    return cv.state, cv.reason, cv.detail


def test_read_of_an_infected_file_never_opens_it(cv_of, settings, client_of, owner):
    cv = cv_of(CV_TEXT + EICAR)
    OWN.close()
    with clamd() as (settings.CLAMD_SOCKET, _):
        result = read_cv(cv.pk)

    assert outcome(cv) == ("unreadable", "infected", "Win.Test.EICAR_HDB-1")
    assert (result.match_id, OWN.processes()) == (None, [])
    assert client_of(owner).get(reverse("cv_file", args=[cv.pk])).status_code == 404
    with pytest.raises(JobtrackerError) as caught:
        page_picture(cv, number=1)
    assert caught.value.code == "not_scanned"


def test_read_of_a_clean_file_goes_on(cv_of, settings):
    cv = cv_of(CV_TEXT)
    with clamd() as (settings.CLAMD_SOCKET, asked):
        assert read_cv(cv.pk).match_id is not None

    assert (outcome(cv)[0], asked) == ("read", [b"zINSTREAM\0"])


def test_read_without_the_scanner_waits_and_goes_on_by_itself(cv_of, settings, client_of, owner):
    cv = cv_of(CV_TEXT)
    settings.CLAMD_SOCKET = f"127.0.0.1:{free_port()}"
    assert read_cv(cv.pk) is None
    assert outcome(cv) == ("waiting", "no_scanner", "")
    assert cv.available_at > timezone.now() + timedelta(seconds=20)
    assert cv.attempt == 0
    assert client_of(owner).get(reverse("cv_file", args=[cv.pk])).status_code == 404

    CV.objects.update(available_at=timezone.now())
    with clamd(unix=True) as (settings.CLAMD_SOCKET, _):
        read_cv(cv.pk)
    assert outcome(cv) == ("read", "", "")


def test_read_of_a_file_that_the_scanner_does_not_take_says_so(cv_of, settings):
    cv = cv_of(bytes(4 * MOST))
    with clamd() as (settings.CLAMD_SOCKET, _):
        read_cv(cv.pk)

    assert outcome(cv)[:2] == ("unreadable", "not_scanned")


def test_file_whose_worker_died_before_the_verdict_stays_shut(cv_of, settings, client_of, owner):
    cv = cv_of(CV_TEXT)
    settings.CLAMD_SOCKET = f"127.0.0.1:{free_port()}"
    fail_reading(cv.pk, token=claim(CV.objects.filter(pk=cv.pk)), reason="crashed")
    assert outcome(cv)[:2] == ("unreadable", "crashed")
    assert client_of(owner).get(reverse("cv_file", args=[cv.pk])).status_code == 404
    with pytest.raises(JobtrackerError) as caught:
        page_picture(cv, number=1)
    assert caught.value.code == "not_scanned"


def test_file_that_was_found_clean_but_not_read_may_be_opened(cv_of, settings, client_of, owner):
    cv = cv_of(b"%PDF-1.7 nothing")
    with clamd() as (settings.CLAMD_SOCKET, _):
        read_cv(cv.pk)
    assert outcome(cv)[:2] == ("unreadable", "damaged")
    assert client_of(owner).get(reverse("cv_file", args=[cv.pk])).status_code == 200


def test_file_that_was_read_before_there_was_a_scanner_stays_open(cv_of, settings):
    cv = cv_of(CV_TEXT)
    read_cv(cv.pk)
    settings.CLAMD_SOCKET = f"127.0.0.1:{free_port()}"
    cv.refresh_from_db()
    assert (cv.scanned, may_open(cv)) == (False, True)


def test_scanner_that_answers_without_a_verdict_is_asked_a_few_times(cv_of, settings):
    cv = cv_of(CV_TEXT)
    waits = []
    with clamd(confused=True) as (settings.CLAMD_SOCKET, asked):
        for _ in range(MOST_ANSWERS):
            waits.append(outcome(cv)[0])
            CV.objects.update(available_at=timezone.now())
            read_cv(cv.pk)

    assert (waits, len(asked)) == (["waiting"] * MOST_ANSWERS, MOST_ANSWERS)
    assert outcome(cv) == ("unreadable", "not_scanned", "it gave no verdict, asked 5 times")
