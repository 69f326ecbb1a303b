"""The page of files: sending them, their outcomes, retries, and the live list."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from matching.models import CV
from matching.pipeline.jobs import set_status, touch
from matching.pipeline.locks import unlocked
from matching.schemas import UNREADABLE
from tests.views.conftest import HTMX

JSON = {"Accept": "application/json"}


@pytest.mark.parametrize(("who", "status"), [("owner", 200), ("member", 200), ("stranger", 404), ("nobody", 302)])
def test_upload_page_for_everyone(job, as_, who, status):
    assert as_(who).get(f"/jobs/{job.pk}/upload/").status_code == status


@pytest.mark.parametrize(("who", "stored"), [("owner", 1), ("member", 1), ("stranger", 0), ("nobody", 0)])
def test_upload_for_everyone(job, as_, text_file, who, stored):
    as_(who).post(f"/jobs/{job.pk}/upload/", {"files": [text_file()]}, headers=JSON)
    assert job.cvs.count() == stored


def test_upload_by_script_tells_the_outcome_of_each_file(job, owner, client_of, text_file):
    files = [text_file("a.txt"), text_file("b.txt"), text_file("c.txt", b"")]
    response = client_of(owner).post(f"/jobs/{job.pk}/upload/", {"files": files}, headers=JSON)
    outcomes = [(each["name"], each["outcome"]) for each in response.json()["files"]]
    assert outcomes == [("a.txt", "stored"), ("b.txt", "duplicate"), ("c.txt", "refused")]
    assert list(job.cvs.order_by("original_name").values_list("state", flat=True)) == ["waiting", "duplicate"]


def test_upload_without_script_leads_back_with_messages(job, owner, client_of, text_file):
    files = [text_file("a.txt"), text_file("c.txt", b"")]
    response = client_of(owner).post(f"/jobs/{job.pk}/upload/", {"files": files}, follow=True)
    told = [(message.level_tag, str(message).split(":")[0]) for message in response.context["messages"]]
    assert response.redirect_chain == [(f"/jobs/{job.pk}/upload/", 302)]
    assert told == [("success", "1 file received. You can close this page."), ("error", "c.txt")]


def test_upload_of_many_refused_files_tells_ten_and_counts_the_rest(job, owner, client_of, text_file):
    files = [text_file(f"{number}.txt", b"") for number in range(13)]
    response = client_of(owner).post(f"/jobs/{job.pk}/upload/", {"files": files}, follow=True)
    told = [str(message) for message in response.context["messages"]]
    assert (len(told), told[-1]) == (11, "3 more files were refused for reasons like these.")


def test_upload_of_nothing_says_so(job, owner, client_of):
    response = client_of(owner).post(f"/jobs/{job.pk}/upload/", {}, follow=True)
    assert [str(message) for message in response.context["messages"]] == ["No file was chosen: nothing was sent."]


def test_upload_to_a_closed_job_is_refused(job, owner, client_of, text_file):
    set_status(job, "closed")
    response = client_of(owner).post(f"/jobs/{job.pk}/upload/", {"files": [text_file()]}, headers=JSON)
    assert response.json()["files"][0]["outcome"] == "refused"
    assert job.cvs.count() == 0


@pytest.mark.parametrize("reason", UNREADABLE)
def test_file_row_says_why_it_was_not_readable(job, owner, client_of, make_cv, reason):
    make_cv(job, state=CV.State.UNREADABLE, reason=reason, detail="9 pages")
    page = client_of(owner).get(f"/jobs/{job.pk}/upload/").content.decode()
    assert page.count(UNREADABLE[reason].format(detail="9 pages")) == 1


def test_file_row_names_the_file_it_duplicates(job, owner, client_of, make_cv):
    first = make_cv(job, name="first.pdf")
    make_cv(job, state=CV.State.DUPLICATE, name="second.pdf", duplicate_of=first)
    page = client_of(owner).get(f"/jobs/{job.pk}/upload/").content.decode()
    assert page.count("of first.pdf") == 1


def test_file_name_is_shown_as_text(job, owner, client_of, make_cv):
    make_cv(job, name="<b>x.pdf")
    page = client_of(owner).get(f"/jobs/{job.pk}/upload/").content.decode()
    assert (page.count("<b>x"), page.count('breaks">&lt;b&gt;x.pdf</td>')) == (0, 1)


@pytest.mark.parametrize(
    ("show", "names"),
    [
        ("all", {"w", "g", "r", "u", "d"}),
        ("waiting", {"w", "g"}),
        ("read", {"r"}),
        ("unreadable", {"u"}),
        ("duplicate", {"d"}),
        ("nonsense", {"w", "g", "r", "u", "d"}),
    ],
)
def test_files_by_outcome(job, owner, client_of, make_cv, show, names):
    for name, state in zip("wgrud", CV.State, strict=True):
        make_cv(job, name=name, state=state)
    response = client_of(owner).get(f"/jobs/{job.pk}/upload/?show={show}")
    assert {cv.original_name for cv in response.context["page"]} == names
    expected = {
        "all": 5,
        "unreadable": 1,
        "password": 0,
        "install": 0,
        "flagged": 0,
        "waiting": 2,
        "read": 1,
        "duplicate": 1,
    }
    assert response.context["counts"] == expected


def test_files_come_in_pages_of_a_hundred(job, owner, client_of, make_cv):
    for number in range(101):
        make_cv(job, name=f"{number}.pdf")
    client = client_of(owner)
    first, second = (client.get(f"/jobs/{job.pk}/upload/?page={page}") for page in (1, 2))
    assert (len(first.context["page"]), len(second.context["page"])) == (100, 1)


def test_upload_page_takes_as_many_queries_for_three_rows_as_for_one(job, owner, client_of, make_cv, queries_of):
    first = make_cv(job)
    client = client_of(owner)
    one = queries_of(client, f"/jobs/{job.pk}/upload/")
    make_cv(job, state=CV.State.DUPLICATE, duplicate_of=first)
    make_cv(job, state=CV.State.UNREADABLE, reason="password")
    assert queries_of(client, f"/jobs/{job.pk}/upload/") == one


def test_live_list_is_only_its_part(job, owner, client_of):
    page = client_of(owner).get(f"/jobs/{job.pk}/upload/", headers=HTMX).content.decode()
    assert (page.count("<html"), page.count('id="files"')) == (0, 1)


def test_live_list_unchanged_answers_304_until_something_happens(job, owner, client_of):
    client = client_of(owner)
    tag = client.get(f"/jobs/{job.pk}/upload/").context["tag"]
    headers = {**HTMX, "If-None-Match": f'"{tag}"'}
    assert client.get(f"/jobs/{job.pk}/upload/", headers=headers).status_code == 304
    touch(job.pk)
    assert client.get(f"/jobs/{job.pk}/upload/", headers=headers).status_code == 200


def test_live_list_of_another_filter_is_not_unchanged(job, owner, client_of):
    client = client_of(owner)
    tag = client.get(f"/jobs/{job.pk}/upload/").context["tag"]
    headers = {**HTMX, "If-None-Match": f'"{tag}"'}
    assert client.get(f"/jobs/{job.pk}/upload/?show=read", headers=headers).status_code == 200


@pytest.mark.parametrize(("state", "polls"), [("waiting", 1), ("reading", 1), ("read", 0), ("unreadable", 0)])
def test_live_list_stops_itself_when_nothing_waits(job, owner, client_of, make_cv, state, polls):
    make_cv(job, state=state)
    page = client_of(owner).get(f"/jobs/{job.pk}/upload/", headers=HTMX).content.decode()
    assert page.count("every 2s") == polls


@pytest.mark.parametrize(
    ("who", "state"),
    [("owner", "waiting"), ("member", "waiting"), ("stranger", "unreadable"), ("nobody", "unreadable")],
)
@pytest.mark.parametrize("everything", [False, True])
def test_retry_for_everyone(job, as_, make_cv, who, state, everything):
    cv = make_cv(job, state=CV.State.UNREADABLE, reason="needs_ocr")
    as_(who).post(f"/jobs/{job.pk}/upload/retry/" if everything else f"/cvs/{cv.pk}/retry/")
    cv.refresh_from_db()
    assert cv.state == state


@pytest.mark.parametrize("everything", [False, True])
def test_retry_by_htmx_makes_the_list_load_again(job, owner, client_of, make_cv, everything):
    cv = make_cv(job, state=CV.State.UNREADABLE, reason="needs_ocr")
    address = f"/jobs/{job.pk}/upload/retry/" if everything else f"/cvs/{cv.pk}/retry/"
    response = client_of(owner).post(address, headers=HTMX)
    assert (response.status_code, response["HX-Trigger"]) == (204, '{"refresh": {}}')


def test_retry_of_a_file_that_was_read_changes_nothing(job, owner, client_of, make_cv):
    cv = make_cv(job)
    client_of(owner).post(f"/cvs/{cv.pk}/retry/")
    cv.refresh_from_db()
    assert cv.state == CV.State.READ


def test_retry_of_one_reason_leaves_the_others(job, owner, client_of, make_cv):
    for reason in ("needs_ocr", "needs_ocr", "damaged"):
        make_cv(job, state=CV.State.UNREADABLE, reason=reason)
    client_of(owner).post(f"/jobs/{job.pk}/upload/retry/", {"reason": "needs_ocr"})
    states = job.cvs.order_by("state").values_list("state", "reason")
    assert list(states) == [("unreadable", "damaged"), ("waiting", ""), ("waiting", "")]


def zip_of(**files: bytes) -> SimpleUploadedFile:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return SimpleUploadedFile("holidays.zip", target.getvalue())


def test_zip_is_an_archive_with_a_line_of_its_own(job, owner, client_of):
    client = client_of(owner)
    response = client.post(f"/jobs/{job.pk}/upload/", {"files": [zip_of(a=b"Anna", b=b"Bo")]}, headers=JSON)
    assert [each["outcome"] for each in response.json()["files"]] == ["stored"]
    page = client.get(f"/jobs/{job.pk}/upload/")
    assert [each.original_name for each in page.context["archives"]] == ["holidays.zip"]
    assert page.content.decode().count("Waiting to be unpacked") == 1


def test_file_sent_once_more_is_here_and_leaves_no_second_line(job, owner, client_of, text_file):
    client = client_of(owner)
    for name, content in (("a.txt", b"one"), ("b.txt", b"one"), ("a.txt", b"two")):
        client.post(f"/jobs/{job.pk}/upload/", {"files": [text_file(name, content)]}, headers=JSON)
    names = list(job.cvs.values_list("original_name", flat=True))
    again = [
        client.post(f"/jobs/{job.pk}/upload/", {"files": [text_file(name, b"one")]}, headers=JSON).json()["files"][0]
        for name in ("a.txt", "b.txt")
    ]
    assert [each["outcome"] for each in again] == ["duplicate", "duplicate"]
    assert (sorted(names), job.cvs.count()) == (["a.txt", "a.txt", "b.txt"], 3)


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("", "anna.txt"),
        ("May/late", "May/late/anna.txt"),
        ("../../etc", "etc/anna.txt"),
        ("C:\\May\\", "C:/May/anna.txt"),
        ("//./ . /x", "x/anna.txt"),
        ("a" * 250, "anna.txt"),
        ("a" * 250 + "/b", "b/anna.txt"),
    ],
    ids=["none", "two", "upwards", "backslashes", "dots", "too long", "outermost too long"],
)
def test_folder_of_a_drop_is_part_of_the_name(job, owner, client_of, text_file, folder, name):
    client_of(owner).post(f"/jobs/{job.pk}/upload/", {"files": [text_file()], "folder": folder}, headers=JSON)
    assert job.cvs.get().original_name == name


@pytest.mark.parametrize(
    ("who", "state"),
    [("owner", "waiting"), ("member", "waiting"), ("stranger", "unreadable"), ("nobody", "unreadable")],
)
def test_password_for_everyone(job, as_, make_cv, who, state):
    cv = make_cv(job, state=CV.State.UNREADABLE, reason="password")
    as_(who).post(f"/cvs/{cv.pk}/password/", {"password": "s3cret"})
    cv.refresh_from_db()
    assert (cv.state, "s3cret" in cv.unlock) == (state, False)
    assert unlocked(cv.unlock) == ("s3cret" if state == "waiting" else "")


@pytest.mark.parametrize(("reason", "password"), [("password", ""), ("damaged", "right")])
def test_password_that_is_none_changes_nothing(job, owner, client_of, make_cv, reason, password):
    cv = make_cv(job, state=CV.State.UNREADABLE, reason=reason)
    response = client_of(owner).post(f"/cvs/{cv.pk}/password/", {"password": password}, headers=HTMX)
    cv.refresh_from_db()
    assert (response.status_code, cv.state, cv.unlock) == (204, "unreadable", "")


@pytest.mark.parametrize("headers", [HTMX, {}])
def test_password_that_is_too_long_is_refused_in_words(job, owner, client_of, make_cv, headers):
    cv = make_cv(job, state=CV.State.UNREADABLE, reason="password")
    client = client_of(owner)
    response = client.post(f"/cvs/{cv.pk}/password/", {"password": "x" * 201}, headers=headers)
    told = [str(message) for message in client.get(f"/jobs/{job.pk}/upload/").context["messages"]]
    cv.refresh_from_db()
    assert (response.get("HX-Refresh", ""), cv.state, cv.unlock) == ("true" if headers else "", "unreadable", "")
    assert told == ["A password has at most 200 characters here: this one was not used."]


def test_lost_file_that_is_sent_again_says_that_it_is_back(job, owner, client_of):
    client = client_of(owner)
    sent = lambda: {"files": SimpleUploadedFile("zoe.txt", b"Zoe")}  # noqa: E731 - a file is read once
    client.post(f"/jobs/{job.pk}/upload/", sent())
    cv = CV.objects.get()
    cv.file.storage.delete(cv.file.name)
    answer = client.post(f"/jobs/{job.pk}/upload/", sent(), headers={"Accept": "application/json"})
    said = {"name": "zoe.txt", "outcome": "restored", "sentence": "The stored file was lost: it is back now."}
    assert answer.json() == {"files": [said]}
    assert CV.objects.get().file.read() == b"Zoe"


def test_what_is_told_next_is_in_no_cookie(job, owner, client_of):
    client = client_of(owner)
    client.post(f"/jobs/{job.pk}/upload/", {"files": SimpleUploadedFile("zoe.pdf", b"")})
    assert sorted(client.cookies) == ["sessionid"]
    assert "zoe.pdf" in client.get(f"/jobs/{job.pk}/upload/").content.decode()


def test_retry_of_all_takes_the_zips_too(job, owner, client_of, make_cv):
    cv = make_cv(job, state=CV.State.UNREADABLE, reason="crashed")
    columns = {"original_name": "a.zip", "size": 1, "uploaded_by": owner, "available_at": timezone.now()}
    some = [
        job.archives.create(state="unreadable", reason=reason, sha256=reason, **columns)
        for reason in ("crashed", "bomb")
    ]
    client_of(owner).post(f"/jobs/{job.pk}/upload/retry/", {"reason": "crashed"})
    for row in (cv, *some):
        row.refresh_from_db()
    assert [cv.state, *(archive.state for archive in some)] == ["waiting", "waiting", "unreadable"]


def test_locked_file_takes_its_password_on_its_line(job, owner, client_of, make_cv):
    cv = make_cv(job, state=CV.State.UNREADABLE, reason="wrong_password")
    page = client_of(owner).get(f"/jobs/{job.pk}/upload/").content.decode()
    assert (page.count(f'action="/cvs/{cv.pk}/password/"'), page.count(f'action="/cvs/{cv.pk}/retry/"')) == (1, 0)
    assert page.count('type="password" name="password"') == 1


@pytest.mark.parametrize(
    ("who", "state"),
    [("owner", "waiting"), ("member", "waiting"), ("stranger", "unreadable"), ("nobody", "unreadable")],
)
def test_archive_retry_for_everyone(job, owner, as_, who, state):
    now = timezone.now()
    columns = {"original_name": "a.zip", "size": 1, "sha256": "0" * 64, "uploaded_by": owner, "available_at": now}
    archive = job.archives.create(state="unreadable", reason="crashed", **columns)
    as_(who).post(f"/archives/{archive.pk}/retry/")
    archive.refresh_from_db()
    assert archive.state == state


@pytest.mark.parametrize("path", ["cvs/{}/password/", "cvs/{}/retry/", "archives/{}/retry/", "matches/{}/seen/"])
def test_acts_by_get_are_refused(job, owner, client_of, make_cv, path):
    assert client_of(owner).get(f"/{path.format(make_cv(job).pk)}").status_code == 405
