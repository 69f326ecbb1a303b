"""Signing in and out."""

import pytest
from django.test import Client

from tests.views.conftest import HTMX

LOGIN = "/accounts/login/"


def test_sign_in_page_when_signed_out(db):
    response = Client().get(LOGIN)
    assert response.status_code == 200
    assert response.templates[0].name == "registration/login.html"


def test_sign_in_with_right_password_leads_to_the_jobs(owner):
    response = Client().post(LOGIN, {"username": "owner", "password": "owner"})
    assert (response.status_code, response["Location"]) == (302, "/")


def test_sign_in_with_wrong_password_says_so(owner):
    response = Client().post(LOGIN, {"username": "owner", "password": "wrong"})
    assert response.status_code == 200
    assert response.content.decode().count("do not match") == 1
    assert "_auth_user_id" not in Client().session


def test_sign_in_goes_on_to_the_page_asked_for(owner):
    response = Client().post(LOGIN, {"username": "owner", "password": "owner", "next": "/jobs/new/"})
    assert response["Location"] == "/jobs/new/"


def test_sign_in_never_leads_to_another_site(owner):
    response = Client().post(LOGIN, {"username": "owner", "password": "owner", "next": "https://example.org/"})
    assert response["Location"] == "/"


def test_sign_in_page_when_signed_in_leads_to_the_jobs(owner, client_of):
    assert client_of(owner).get(LOGIN)["Location"] == "/"


def test_live_part_without_session_reloads_its_page(job):
    client = Client()
    redirect = client.get(f"/jobs/{job.pk}/upload/", headers=HTMX)
    response = client.get(redirect["Location"], headers=HTMX)
    assert response["HX-Refresh"] == "true"
    assert response.content == b""


def test_sign_out_needs_a_post(owner, client_of):
    client = client_of(owner)
    assert client.get("/accounts/logout/").status_code == 405
    assert client.post("/accounts/logout/")["Location"] == LOGIN
    assert client.get("/").status_code == 302


@pytest.mark.parametrize("address", ["/", "/jobs/new/"])
def test_page_when_signed_out_leads_to_sign_in(db, address):
    assert Client().get(address)["Location"] == f"{LOGIN}?next={address}"


SENT_TOO_LATE = "You were signed out before that was sent: nothing was changed. Sign in, and do it again."


@pytest.mark.parametrize(
    ("came", "onward"),
    [
        ("http://testserver/jobs/?band=strong", "/jobs/%3Fband%3Dstrong"),
        ("http://testserver/candidates/1/", "/candidates/1/"),
        ("https://example.org/jobs/", "/"),
        ("", "/"),
    ],
)
def test_form_sent_without_a_session_leads_back_to_its_page(job, came, onward):
    answer = Client().post(f"/jobs/{job.pk}/status/", {"status": "closed"}, headers={"Referer": came}, follow=True)
    assert answer.redirect_chain == [(f"{LOGIN}?next={onward}", 302)]
    assert [str(message) for message in answer.context["messages"]] == [SENT_TOO_LATE]
    job.refresh_from_db()
    assert job.status == "open"


def test_form_sent_by_script_without_a_session_leaves_its_page_as_it_is(job):
    answer = Client().post(f"/jobs/{job.pk}/upload/retry/", headers=HTMX)
    assert (answer.status_code, answer.content, answer.headers.get("HX-Refresh")) == (401, b"", None)
