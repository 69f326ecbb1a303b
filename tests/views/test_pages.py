"""The health check, the pages for faults, and what every page must keep to."""

import re

import pytest
from django.test import Client


def test_healthz_when_database_answers(db, settings):
    settings.BROKER_URL = ""
    response = Client().get("/healthz")
    assert (response.status_code, response.json()) == (200, {"database": "ok"})


def test_healthz_when_broker_is_away(db, settings):
    settings.BROKER_URL = "redis+socket:///nowhere/broker.sock"
    response = Client().get("/healthz")
    assert (response.status_code, response.json()) == (503, {"database": "ok", "broker": "does not answer"})


def test_healthz_refuses_a_post(db):
    assert Client().post("/healthz").status_code == 405


def test_unknown_address_when_signed_in_says_what_to_do(owner, client_of):
    response = client_of(owner).get("/jobs/00000000-0000-0000-0000-000000000000/upload/")
    assert response.status_code == 404
    assert response.content.decode().count("Nothing is here") == 2


def test_form_without_token_says_that_the_page_expired(owner):
    client = Client(enforce_csrf_checks=True)
    client.force_login(owner)
    response = client.post("/jobs/new/", {"text": "x"})
    assert response.status_code == 403
    assert response.content.decode().count("This page had expired") == 2


def test_too_many_files_says_how_many_may_go(job, owner, client_of, settings, text_file):
    settings.ROOT_URLCONF = "matching.urls"
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = settings.MAX_FILES = 2
    files = [text_file(f"{number}.txt") for number in range(3)]
    response = client_of(owner).post(f"/jobs/{job.pk}/upload/", {"files": files})
    assert response.status_code == 413
    assert response.content.decode().count("At most 2 files") == 1
    assert job.cvs.count() == 0


def test_server_fault_shows_a_page_without_details(owner, client_of, monkeypatch, settings):
    client = client_of(owner)
    client.raise_request_exception = False
    settings.ROOT_URLCONF = "tests.views.broken_urls"
    response = client.get("/broken/")
    assert response.status_code == 500
    assert response.content.decode().count("Something broke on our side") == 2
    assert "secret detail" not in response.content.decode()


@pytest.mark.parametrize("address", ["/", "/jobs/new/", "/jobs/{}/upload/", "/jobs/{}/rubric/", "/jobs/{}/settings/"])
def test_page_keeps_to_the_strict_policy(job, owner, client_of, address):
    response = client_of(owner).get(address.format(job.pk))
    page = response.content.decode()
    assert response["Content-Security-Policy"].count("unsafe") == 0
    assert re.findall(r"\sstyle=|\son[a-z]+=|hx-on|<style|<script(?![^>]*\ssrc=)", page) == []
    assert page.count("AI-assisted: a person decides") == 1
    assert re.findall(r"(?:src|href)=\"(?:https?:)?//", page) == []


def test_address_that_is_only_sent_to_says_so_when_it_is_opened(job, as_):
    answer = as_("owner").get(f"/jobs/{job.pk}/rescore/")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")
    assert answer.content.decode().count("It only takes what a button sends, and nothing was changed.") == 1
    assert as_("stranger").put(f"/jobs/{job.pk}/rescore/").content == b""
