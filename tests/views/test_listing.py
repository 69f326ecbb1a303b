"""The list of files: groups in order, headings over pages, archives, what moves, and how many queries it takes."""

import re
import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from matching.models import CV, Archive
from matching.pipeline.jobs import touch
from tests.views.conftest import HTMX
from tests.views.rows import scored


@pytest.fixture
def files(job, make_cv):
    """Files by outcome: a state, or a state and a reason after a slash, or `flagged`; each so many times."""

    def make(**numbers: int) -> None:
        for outcome, number in numbers.items():
            state, _, reason = outcome.partition("__")
            columns = {"state": "read", "flags": ["hidden_text"]} if state == "flagged" else {"state": state}
            for at in range(number):
                make_cv(job, name=f"{outcome} {at}.pdf", reason=reason, **columns)

    return make


@pytest.fixture
def make_archive(job):
    def make(**columns) -> Archive:
        made = {"original_name": "holidays.zip", "size": 9, "sha256": uuid.uuid4().hex * 2, "state": "unpacked"}
        return Archive.objects.create(
            job=job, uploaded_by=job.owner, available_at=timezone.now(), **{**made, **columns}
        )

    return make


@pytest.fixture
def page(job, owner, client_of):
    def get(query: str = ""):
        return client_of(owner).get(f"/jobs/{job.pk}/upload/{query}")

    return get


def headings(response) -> list[tuple[str, int, bool, int]]:
    """The groups on a page: key, files in all, whether the heading stood before, files on this page."""
    return [
        (each["key"], each["group"].count, each["continued"], len(each["files"]))
        for each in response.context["sections"]
    ]


def shown_text(response) -> str:
    return " ".join(re.sub("<[^>]+>", " ", response.content.decode()).split())


def test_what_needs_somebody_comes_first(files, page):
    files(duplicate=1, read=1, waiting=1, reading=1, flagged=1)
    files(unreadable__damaged=1, unreadable__crashed=1, unreadable__password=1, unreadable__empty=2)
    files(unreadable__needs_ocr=1)
    assert [key for key, *_ in headings(page())] == [
        "password",
        "needs_ocr",
        "crashed",
        "empty",
        "damaged",
        "flagged",
        "waiting",
        "read",
        "duplicate",
    ]


def test_heading_goes_on_over_pages(files, page):
    files(unreadable__damaged=3, flagged=2, read=201)
    assert [headings(page(f"?page={number}")) for number in (1, 2, 3)] == [
        [("damaged", 3, False, 3), ("flagged", 2, False, 2), ("read", 201, False, 95)],
        [("read", 201, True, 100)],
        [("read", 201, True, 6)],
    ]


def test_newest_file_of_a_group_comes_first(job, make_cv, page):
    made = [make_cv(job, name=name) for name in ("old", "new")]
    CV.objects.filter(pk=made[0].pk).update(created_at=timezone.now() - timedelta(hours=1))
    assert [cv.original_name for cv in page().context["page"]] == ["new", "old"]


@pytest.mark.parametrize(
    ("show", "keys"),
    [
        ("unreadable", ["password", "wrong_password", "needs_ocr", "damaged"]),
        ("password", ["password", "wrong_password"]),
        ("install", ["needs_ocr"]),
        ("flagged", ["flagged"]),
        ("read", ["flagged", "read"]),
    ],
)
def test_filter_shows_its_groups(files, page, show, keys):
    files(read=1, flagged=1, waiting=1, unreadable__damaged=1, unreadable__needs_ocr=1)
    files(unreadable__password=1, unreadable__wrong_password=1)
    response = page(f"?show={show}")
    assert [key for key, *_ in headings(response)] == keys
    assert response.context["counts"][show] == len(keys)


def test_reason_of_an_earlier_attempt_does_not_part_those_that_wait(files, page):
    files(waiting=1, waiting__no_scanner=1)
    assert headings(page()) == [("waiting", 2, False, 2)]


def test_unreadable_without_a_reason_takes_nobody_elses_files(files, page):
    files(unreadable=2, unreadable__damaged=1)
    assert headings(page()) == [("unreadable", 2, False, 2), ("damaged", 1, False, 1)]


def test_file_of_a_folder_is_named_with_it(job, make_cv, page):
    make_cv(job, name="May/late/anna.pdf")
    assert shown_text(page()).count("May/late/ anna.pdf") == 1


def test_scan_tells_the_page_that_is_recognised(job, make_cv, page):
    make_cv(job, state="reading", pages_done=2, pages_to_do=8)
    make_cv(job, state="reading", pages_done=8, pages_to_do=8)
    assert sorted(re.findall(r"Recognising page \d of \d", shown_text(page()))) == [
        "Recognising page 3 of 8",
        "Recognising page 8 of 8",
    ]


def test_recognised_page_is_news_though_the_job_stands_still(job, owner, client_of, make_cv):
    cv = make_cv(job, state="reading", pages_done=2, pages_to_do=8)
    client = client_of(owner)
    headers = {**HTMX, "If-None-Match": f'"{client.get(f"/jobs/{job.pk}/upload/").context["tag"]}"'}
    assert client.get(f"/jobs/{job.pk}/upload/", headers=headers).status_code == 304
    CV.objects.filter(pk=cv.pk).update(pages_done=3)
    assert client.get(f"/jobs/{job.pk}/upload/", headers=headers).status_code == 200


def test_damaged_file_offers_a_request_and_a_failed_reader_another_try(files, page):
    files(unreadable__damaged=1, unreadable__crashed=1, unreadable__infected=1)
    content = page().content.decode()
    keys = ("damaged", "crashed", "infected")
    rows = {key: content[content.index(f'id="group-{key}"') :].split("</tbody>")[0] for key in keys}
    assert {key: (row.count("data-copy="), row.count('action="/cvs/')) for key, row in rows.items()} == {
        "damaged": (1, 0),
        "crashed": (0, 1),
        "infected": (0, 0),
    }


def test_flagged_file_leads_to_its_cv(job, make_cv, page):
    match = scored(job, 50)
    CV.objects.filter(pk=match.cv_id).update(flags=["hidden_text"])
    assert page().content.decode().count(f'href="/matches/{match.pk}/?tab=cv"') == 1


def test_archive_tells_how_far_it_is_and_what_was_skipped(job, make_archive, make_cv, page):
    skipped = [["a/b.zip", "It is a ZIP inside the ZIP."], ["<i>", "It is empty."]]
    archive = make_archive(state="unpacking", entries=300, unpacked=212, skipped=skipped)
    make_cv(job, archive=archive)
    make_cv(job, archive=archive, flags=["hidden_text"])
    make_cv(job, archive=archive, state="waiting")
    response = page()
    assert shown_text(response).count("212 of 300 unpacked: 2 read, 1 of them flagged, 1 waiting; 2 skipped.") == 1
    content = response.content.decode()
    assert (content.count('max="300" value="214"'), content.count("every 2s"), content.count("&lt;i&gt;")) == (1, 1, 1)


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"state": "waiting"}, "Waiting to be unpacked"),
        ({"state": "unpacked", "unpacked": 1, "entries": 1}, "1 file."),
        ({"state": "unpacked", "reason": "duplicate"}, "The same ZIP came before: its files are here."),
        (
            {"state": "unreadable", "reason": "damaged", "unpacked": 7},
            "Ask for it again. 7 of its files are here already.",
        ),
    ],
    ids=["waiting", "unpacked", "duplicate", "unreadable"],
)
def test_archive_of_each_state(make_archive, page, columns, words):
    make_archive(**columns)
    assert shown_text(page()).count(words) == 1


def test_archive_that_still_unpacks_keeps_the_list_alive(make_archive, page):
    made = make_archive(state="waiting")
    assert page().context["live"] is True
    Archive.objects.filter(pk=made.pk).update(state="unpacked")
    assert page().context["live"] is False


def test_files_of_one_archive(job, make_archive, make_cv, page):
    archive, other = make_archive(), make_archive(original_name="other.zip")
    make_cv(job, archive=archive, name="in.pdf")
    make_cv(job, archive=other, name="other.pdf")
    response = page(f"?archive={archive.pk}")
    assert [cv.original_name for cv in response.context["page"]] == ["in.pdf"]
    assert (response.context["counts"]["all"], response.context["archives"]) == (1, [archive])


@pytest.mark.parametrize("asked", ["nonsense", str(uuid.UUID(int=5))])
def test_archive_that_is_not_there_shows_all_files(job, make_cv, page, asked):
    make_cv(job)
    assert page(f"?archive={asked}").context["counts"]["all"] == 1


def test_unfinished_archive_comes_first(make_archive, page):
    older = make_archive(state="unpacking", original_name="older.zip")
    newer = make_archive(original_name="newer.zip")
    assert page().context["archives"] == [older, newer]


def test_list_takes_as_many_queries_for_many_groups_and_archives_as_for_one(
    job, owner, client_of, files, make_archive, make_cv, queries_of
):
    make_cv(job, archive=make_archive(skipped=[["a", "b"]]))
    client = client_of(owner)
    client.get("/")
    one = queries_of(client, f"/jobs/{job.pk}/upload/")
    files(read=3, flagged=3, waiting=3, duplicate=3, unreadable__damaged=3, unreadable__password=3)
    for _ in range(3):
        make_cv(job, archive=make_archive())
    touch(job.pk)
    assert queries_of(client, f"/jobs/{job.pk}/upload/") == one


@pytest.mark.parametrize(
    ("reason", "media_type", "links"),
    [
        ("needs_ocr", "application/pdf", 1),
        ("needs_ocr", "image/png", 1),
        ("no_text", "text/plain", 0),
        ("bomb", "application/pdf", 0),
    ],
)
def test_scan_that_waits_can_be_looked_at(job, make_cv, page, reason, media_type, links):
    cv = make_cv(job, state="unreadable", reason=reason, media_type=media_type)
    assert page().content.decode().count(f'href="/cvs/{cv.pk}/pages/1.webp"') == links
